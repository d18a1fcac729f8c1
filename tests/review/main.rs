//! The review as a page: the server and what it lets through, what the page holds, and carrying decisions out.

mod apply;
mod page;
mod served;
mod server;
mod session;
#[path = "../town/mod.rs"]
#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;
