//! The review in a browser: a page that this program serves to this machine alone.
//!
//! What the page asks for is carried out by the same [`Session`](super::Session) as on a terminal; [`Page`] finds there what
//! a request names, and says what became of it. `guard` lets no request through that does not
//! bear the run's own key, `router` says which request means what. Nothing is written by a request that only reads.

mod guard;
mod page;
mod router;
mod why;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::Progress;
use crate::error::{Error, Result, Trouble};
use guard::Guard;

pub use page::Page;

/// How long requests that are under way may take once the review is over.
const GRACE: Duration = Duration::from_millis(500);

/// Serves the page on `port` of this machine (0: any that is free) until the page says that it is finished or
/// the program is interrupted, and says how far the review has come. `announce` is given the page's address once it can be opened.
///
/// # Errors
/// A port that is taken, or a system that gives no random key.
pub fn serve(page: Page, port: u16, announce: impl FnOnce(&str)) -> Result<Progress> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Error::new(Trouble::Disk, error.to_string()))?;
    let page = Arc::new(Mutex::new(page));
    runtime.block_on(run(Arc::clone(&page), port, announce))?;
    let progress = page::locked(&page).progress();
    Ok(progress)
}

async fn run(page: Arc<Mutex<Page>>, port: u16, announce: impl FnOnce(&str)) -> Result<()> {
    let taken = |error: std::io::Error| {
        Error::new(Trouble::Usage, format!("port {port} cannot be served: {error}"))
            .advise("give another with --port, or leave it out")
    };
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await.map_err(taken)?;
    let port = listener.local_addr().map_err(taken)?.port();
    let guard = Guard::new(port)?;
    announce(&guard.address());
    let end = Arc::new(Notify::new());
    let app = router::router(page, guard, Arc::clone(&end));
    let over = Arc::new(Notify::new());
    let serving = axum::serve(listener, app).with_graceful_shutdown(ended(end, Arc::clone(&over)));
    tokio::select! {
        served = serving.into_future() => served.map_err(taken),
        () = grace(over) => Ok(()),
    }
}

/// Ends when the page says so or the program is interrupted.
async fn ended(end: Arc<Notify>, over: Arc<Notify>) {
    tokio::select! {
        () = end.notified() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    over.notify_one();
}

/// A browser may hold connections open that it never uses: they are not waited for.
async fn grace(over: Arc<Notify>) {
    over.notified().await;
    tokio::time::sleep(GRACE).await;
}
