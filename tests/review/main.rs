//! The review as a page: the server and what it lets through, what the page holds, and carrying decisions out.

mod apply;
mod page;
mod server;
mod session;
mod town;
