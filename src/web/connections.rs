//! Connections to the page: a request whose head does not come in time ends, and stops no other.

use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

/// How long the head of a request may take to come.
const HEAD: Duration = Duration::from_secs(15);

/// Answers every connection; comes back only if none can be accepted any more.
pub(super) async fn answer(listener: TcpListener, router: Router) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many are open: some of them end.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut connection = http1::Builder::new();
            connection.timer(TokioTimer::new()).header_read_timeout(HEAD);
            // Whoever goes away in the middle is not told about it.
            let _ = connection.serve_connection(TokioIo::new(stream), service).await;
        });
    }
}
