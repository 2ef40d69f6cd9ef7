//! The local page: the same work as the command line's, for people without a terminal. It listens on this computer
//! only, keeps everything in memory, and ends by itself when nobody looks at it any more.

mod answer;
mod api;
mod around;
mod assets;
mod bundle;
mod desk;
mod guard;
mod model;
mod open;
mod outcome;
mod said;
mod tools;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::Builder;

use crate::read::Limits;
use desk::Desk;

pub use open::{System, opener};

/// How long the last answer, the one to "end", may take to reach the page.
const FAREWELL: Duration = Duration::from_millis(300);

/// How the page is served.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The port; 0 for any that is free.
    pub port: u16,
    /// How much of a file is read; an upload may have as many bytes.
    pub limits: Limits,
    /// How many bytes all uploads may have together; a single file may always have as many as the limits say.
    pub whole: u64,
}

/// Serves the page until it is told to end or nobody looks any more; `ready` gets its address, secret included, as
/// soon as it can be opened.
///
/// # Errors
/// If the port is taken, or the system gives no random bytes.
pub fn serve(settings: Settings, ready: &dyn Fn(&str)) -> io::Result<()> {
    let runtime = Builder::new_multi_thread().enable_io().enable_time().build()?;
    let served = runtime.block_on(async {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, settings.port))).await?;
        let port = listener.local_addr()?.port();
        let whole = settings.whole.max(settings.limits.bytes);
        let desk = Arc::new(Desk::new(port, guard::secret()?, settings.limits, whole));
        ready(&format!("http://127.0.0.1:{port}/?token={}", desk.secret));
        tokio::select! {
            served = axum::serve(listener, api::router(&desk)) => served,
            () = desk.over() => {
                tokio::time::sleep(FAREWELL).await;
                Ok(())
            }
        }
    });
    // Work on a file that nobody waits for any more is not waited for.
    runtime.shutdown_background();
    served
}
