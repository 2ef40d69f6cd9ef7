//! The local page: the same work as the command line's, for people without a terminal. It listens on this computer
//! only, has every file read in a process of its own, keeps what was decided, and ends by itself when nobody looks at
//! it any more.

mod answer;
mod api;
mod assets;
mod connections;
mod desk;
mod guard;
mod hands;
mod incoming;
mod kept;
mod open;
mod paper;
mod said;
mod together;
mod tools;
mod upload;
mod worker;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::Builder;

use crate::read::Limits;
use desk::Desk;

pub use hands::Start;
pub use open::{System, opener};
pub use worker::work;

/// How long the last answer, the one to "end", may take to reach the page.
const FAREWELL: Duration = Duration::from_millis(300);
/// The port that is tried first where none is asked for: what the browser keeps for the page belongs to its port.
const USUAL_PORT: u16 = 47_325;

/// How the page is served.
#[derive(Clone)]
pub struct Settings {
    /// The port; 0 for the usual one, or any that is free.
    pub port: u16,
    /// How much of a file is read; an upload may have as many bytes.
    pub limits: Limits,
    /// How many bytes all uploads may have together; a single file may always have as many as the limits say.
    pub whole: u64,
    /// How much memory the work on one file may take; `None` for no limit.
    pub memory: Option<u64>,
    /// How long the work on one file may take; `None` for no limit.
    pub patience: Option<Duration>,
    /// Where decisions are kept; `None` to keep none.
    pub keep: Option<PathBuf>,
    /// How the process is started in which a file is read.
    pub start: Start,
}

/// Serves the page until it is told to end or nobody looks any more; `ready` gets its address, secret included, as
/// soon as it can be opened.
///
/// # Errors
/// If the port is taken, there is no place for uploads, or the system gives no random bytes.
pub fn serve(settings: &Settings, ready: &dyn Fn(&str)) -> io::Result<()> {
    let runtime = Builder::new_multi_thread().enable_io().enable_time().build()?;
    let served = runtime.block_on(async {
        let listener = listener(settings.port).await?;
        let port = listener.local_addr()?.port();
        let desk = Arc::new(Desk::new(port, guard::secret()?, settings)?);
        ready(&format!("http://127.0.0.1:{port}/?token={}", desk.secret));
        tokio::select! {
            () = connections::answer(listener, api::router(&desk)) => {}
            () = desk.over() => tokio::time::sleep(FAREWELL).await,
            () = told_to_stop() => {}
        }
        desk.clear();
        Ok(())
    });
    // Work on a file that nobody waits for any more is not waited for.
    runtime.shutdown_background();
    served
}

/// Comes back when the system tells the program to stop: by Ctrl+C, and where there is such a thing by `SIGTERM` or a
/// terminal that is closed.
async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut terminated), Ok(mut hung_up)) =
            (signal(SignalKind::terminate()), signal(SignalKind::hangup()))
        {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
                _ = hung_up.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        // Where no signal can be heard, the page ends it.
        std::future::pending::<()>().await;
    }
}

async fn listener(port: u16) -> io::Result<TcpListener> {
    let at = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    if port != 0 {
        return at(port).await;
    }
    match at(USUAL_PORT).await {
        Ok(listener) => Ok(listener),
        Err(_) => at(0).await,
    }
}
