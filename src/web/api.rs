//! The addresses that the page asks, each with the work it stands for.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::{Refusal, file, json_of};
use super::desk::{Decided, Desk, Paper};
use super::{assets, bundle, guard, model, outcome, said, tools};
use crate::model::{Language, Said};
use crate::pipeline::{Decisions, Failure, Solved, Undecided, refuse_without_rows};
use crate::read::{self, Limits, ReadError};
use crate::solve::SolveOptions;

/// The header with the name of an uploaded file, percent-encoded.
const NAME: &str = "x-rapikan-name";
/// How long a sign of life waits for its answer: the page gives the next one at once.
const BEAT: Duration = Duration::from_secs(20);

type Shared = State<Arc<Desk>>;
type Answer = Result<Response, Refusal>;

/// Every address, behind the guard.
pub(super) fn router(desk: &Arc<Desk>) -> Router {
    let largest = usize::try_from(desk.limits.bytes).unwrap_or(usize::MAX);
    Router::new()
        .route("/api/about", get(about))
        .route("/api/files", get(list).post(upload))
        .route("/api/files/{id}/model", get(drawn))
        .route("/api/files/{id}/decisions", post(decide))
        .route("/api/files/{id}/accepted", post(accept))
        .route("/api/files/{id}/download", get(download))
        .route("/api/files/{id}/remove", post(remove))
        .route("/api/zip", get(zip))
        .route("/api/lookup", get(search))
        .route("/api/template", post(blank))
        .route("/api/beat", post(beat))
        .route("/api/end", post(end))
        .fallback(page)
        .layer(DefaultBodyLimit::max(largest))
        .layer(middleware::from_fn_with_state(Arc::clone(desk), guarded))
        .with_state(Arc::clone(desk))
}

/// Lets in what is ours, and dresses every answer.
async fn guarded(State(desk): Shared, request: Request, next: Next) -> Response {
    let (method, headers) = (request.method(), request.headers());
    let is_own = if request.uri().path().starts_with("/api/") {
        guard::is_own_page(method, headers, desk.port, &desk.secret)
    } else {
        guard::is_own_host(headers, desk.port)
    };
    let response = if is_own {
        desk.hear();
        next.run(request).await
    } else {
        Refusal(StatusCode::FORBIDDEN, said::stranger()).into_response()
    };
    assets::guarded(response)
}

async fn page(request: Request) -> Answer {
    assets::asset(request.uri().path()).ok_or_else(|| Refusal(StatusCode::NOT_FOUND, said::missing()))
}

async fn about(State(desk): Shared) -> Response {
    json_of(&json!({"version": env!("CARGO_PKG_VERSION"), "limit": desk.limits.bytes}))
}

async fn list(State(desk): Shared) -> Answer {
    let all = work(&desk, {
        let papers = desk.papers();
        move || Ok(papers.iter().map(|paper| outcome::outcome(paper)).collect::<Vec<_>>())
    });
    Ok(json_of(&json!({"files": all.await?})))
}

async fn upload(State(desk): Shared, headers: HeaderMap, body: Result<Bytes, BytesRejection>) -> Answer {
    let bytes = whole(&desk, &headers, body)?;
    let name = headers.get(NAME).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let name = plain_name(&percent_decode_str(name).decode_utf8_lossy());
    let limits = desk.limits;
    let whole = desk.whole;
    let crowded = |held| Refusal(StatusCode::INSUFFICIENT_STORAGE, said::crowded(held, whole));
    if let Some(held) = desk.crowded(bytes.len()) {
        return Err(crowded(held));
    }
    let paper = work(&desk, move || {
        cleaned(&name, bytes.into(), &limits)
            .map_err(|failure| Refusal(StatusCode::UNPROCESSABLE_ENTITY, failure.said()))
    });
    let paper = desk.put(paper.await?).map_err(crowded)?;
    Ok(json_of(&outcome::outcome(&paper)))
}

/// The body, if it is not too large.
fn whole(desk: &Desk, headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Bytes, Refusal> {
    body.map_err(|rejection| {
        let status = rejection.status();
        if status != StatusCode::PAYLOAD_TOO_LARGE {
            return Refusal(status, said::unclear(&rejection.body_text()));
        }
        let stated: Option<u64> =
            headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let bytes = stated.unwrap_or_default().max(desk.limits.bytes);
        Refusal(status, ReadError::TooLarge { bytes, limit: desk.limits.bytes }.said())
    })
}

/// The last part of a name, whatever the system it comes from: no folder is of any meaning here.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control()).take(200).collect();
    if kept.trim_matches(['.', ' ']).is_empty() { "renja".to_owned() } else { kept }
}

fn cleaned(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Paper, Failure> {
    let workbook = read::from_bytes(name, &bytes, limits)?;
    let solved = Solved::of(&workbook, SolveOptions::default())?;
    let document = solved.decided(&Decisions::default()).map_err(|undecided| match undecided {
        Undecided::Fault(fault) => Failure::Fault(fault),
        other => Failure::Undecided(other),
    })?;
    refuse_without_rows(&document)?;
    Ok(Paper::new(bytes, workbook, solved, document))
}

async fn drawn(State(desk): Shared, Path(id): Path<u64>) -> Answer {
    let paper = paper(&desk, id)?;
    Ok(json_of(&work(&desk, move || Ok(model::model(&paper))).await?))
}

async fn decide(
    State(desk): Shared,
    Path(id): Path<u64>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Answer {
    let paper = paper(&desk, id)?;
    let body = whole(&desk, &headers, body)?;
    let limits = desk.limits;
    let refuse = |said| Refusal(StatusCode::UNPROCESSABLE_ENTITY, said);
    let decided = work(&desk, move || {
        let decisions = Decisions::from_bytes("keputusan", &body, &limits)
            .map_err(|error| refuse(said::no_decisions(&error)))?;
        let document = paper.solved.decided(&decisions).map_err(|undecided| refuse(undecided.said()))?;
        paper.accept(decisions.consents().iter().cloned());
        paper.decide(Decided { decisions, document });
        Ok(outcome::outcome(&paper))
    });
    Ok(json_of(&decided.await?))
}

#[derive(Deserialize)]
struct Accepted {
    ids: Vec<String>,
}

/// Repairs that the person looked at and found right: nothing follows, but it is kept.
async fn accept(
    State(desk): Shared,
    Path(id): Path<u64>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Answer {
    let paper = paper(&desk, id)?;
    let body = whole(&desk, &headers, body)?;
    let Accepted { ids } = serde_json::from_slice(&body)
        .map_err(|error| Refusal(StatusCode::UNPROCESSABLE_ENTITY, said::unclear(&error.to_string())))?;
    paper.accept(ids);
    Ok(json_of(&json!({"accepted": paper.accepted()})))
}

#[derive(Deserialize)]
struct Download {
    what: Option<String>,
    lang: Option<String>,
}

impl Download {
    fn language(&self) -> Language {
        match self.lang.as_deref() {
            Some("en") => Language::English,
            _ => Language::Indonesian,
        }
    }
}

async fn download(State(desk): Shared, Path(id): Path<u64>, Query(asked): Query<Download>) -> Answer {
    let paper = paper(&desk, id)?;
    let saved =
        work(&desk, move || bundle::saved(&paper, asked.what.as_deref().unwrap_or("xlsx"), asked.language()));
    let saved = saved.await?.ok_or_else(|| Refusal(StatusCode::NOT_FOUND, said::unclear("what")))?;
    let (name, kind, bytes) = saved;
    Ok(file(&name, kind, bytes))
}

async fn zip(State(desk): Shared, Query(asked): Query<Download>) -> Answer {
    let papers = desk.papers();
    let bytes = work(&desk, move || bundle::everything(&papers, asked.language()));
    Ok(file("hasil-rapikan.zip", bundle::ZIP, bytes.await?))
}

async fn remove(State(desk): Shared, Path(id): Path<u64>) -> StatusCode {
    desk.remove(id);
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
struct Search {
    q: Option<String>,
    level: Option<String>,
    bidang: Option<String>,
    edition: Option<String>,
}

async fn search(State(desk): Shared, Query(asked): Query<Search>) -> Answer {
    let found = work(&desk, move || {
        let text = asked.q.unwrap_or_default();
        let narrowed = (asked.level.as_deref(), asked.bidang.as_deref());
        Ok(tools::found(&text, narrowed, asked.edition.as_deref()))
    });
    Ok(json_of(&found.await?))
}

async fn blank(State(desk): Shared, headers: HeaderMap, body: Result<Bytes, BytesRejection>) -> Answer {
    let body = whole(&desk, &headers, body)?;
    let made = work(&desk, move || {
        let asked: Value = serde_json::from_slice(&body)
            .map_err(|error| Refusal(StatusCode::UNPROCESSABLE_ENTITY, said::unclear(&error.to_string())))?;
        tools::blank(&asked)
    });
    let (name, bytes) = made.await?;
    Ok(file(&name, bundle::XLSX, bytes))
}

/// A sign of life. Its answer is held back, so that the page needs no timer: a browser slows those of a page that
/// nobody looks at.
async fn beat(State(desk): Shared) -> StatusCode {
    tokio::time::sleep(BEAT).await;
    desk.hear();
    StatusCode::NO_CONTENT
}

async fn end(State(desk): Shared) -> StatusCode {
    desk.end.notify_one();
    StatusCode::NO_CONTENT
}

fn paper(desk: &Desk, id: u64) -> Result<Arc<Paper>, Refusal> {
    desk.paper(id).ok_or_else(|| Refusal(StatusCode::NOT_FOUND, said::missing()))
}

/// Work that takes long, beside the server; a fault in it is told and stops nothing else.
async fn work<T: Send + 'static>(
    desk: &Desk,
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let fault = |detail: &str| Refusal(StatusCode::INTERNAL_SERVER_ERROR, Said::fault(detail));
    let _hand = desk.hands.acquire().await.map_err(|_| fault(""))?;
    let done = tokio::task::spawn_blocking(move || catch_unwind(AssertUnwindSafe(work))).await;
    match done {
        Ok(Ok(result)) => result,
        Ok(Err(panic)) => {
            let text = panic.downcast_ref::<&str>().copied();
            Err(fault(
                text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or_default(),
            ))
        }
        Err(error) => Err(fault(&error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_anywhere() {
        for (given, kept) in [
            ("renja.xlsx", "renja.xlsx"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\a\\renja.xls", "renja.xls"),
            ("..", "renja"),
            ("", "renja"),
            ("a\u{0}b\n.xlsx", "ab.xlsx"),
        ] {
            assert_eq!(plain_name(given), kept);
        }
    }

    #[test]
    fn a_panic_is_the_fault_of_its_request_alone() {
        let desk = Desk::new(1, String::new(), Limits::default(), 1);
        let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
        let broken: Result<(), Refusal> = runtime.block_on(work(&desk, || panic!("seven is out")));
        let Refusal(status, said) = broken.unwrap_err();
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(said.english.contains("seven is out"));
        assert_eq!(runtime.block_on(work(&desk, || Ok(8))).unwrap(), 8);
    }
}
