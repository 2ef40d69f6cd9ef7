//! The addresses that the page asks, each with the work it stands for.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::answer::{Refusal, file, json_of};
use super::desk::Desk;
use super::hands::Wish;
use super::paper::{Change, Paper, Unchanged, stem};
use super::together::{self, Asked, Pack};
use super::worker::Save;
use super::{assets, guard, incoming, said, tools, upload};
use crate::batch;
use crate::forms::{self, with_years};
use crate::model::{Family, Form, Said};

/// How long a sign of life waits for its answer: the page gives the next one at once.
const BEAT: Duration = Duration::from_secs(20);
/// Characters of what is looked up.
const LOOKED_UP: usize = 300;

pub(super) type Shared = State<Arc<Desk>>;
pub(super) type Answer = Result<Response, Refusal>;

/// Every address, behind the guard.
pub(super) fn router(desk: &Arc<Desk>) -> Router {
    Router::new()
        .route("/api/about", get(about))
        .route("/api/files", get(list).post(upload::upload))
        .route("/api/files/{id}/model", get(drawn))
        .route("/api/files/{id}/decisions", post(decide))
        .route("/api/files/{id}/load", post(load))
        .route("/api/files/{id}/download", get(download))
        .route("/api/files/{id}/pages", get(pages))
        .route("/api/files/{id}/remove", post(remove))
        .route("/api/zip", get(zip))
        .route("/api/lookup", get(search))
        .route("/api/make", post(make))
        .route("/api/beat", post(beat))
        .route("/api/end", post(end))
        .fallback(page)
        .layer(DefaultBodyLimit::disable())
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
    let form = |form: &&Form| {
        json!({"id": form.id, "title": with_years(form.title, None),
        "usual": form.family == Family::Renja})
    };
    json_of(&json!({
        "version": env!("CARGO_PKG_VERSION"),
        "limit": desk.limits.bytes,
        "forms": forms::FORMS.iter().map(form).collect::<Vec<_>>(),
    }))
}

async fn list(State(desk): Shared) -> Response {
    json_of(&json!({"files": desk.papers().iter().map(|paper| paper.told()).collect::<Vec<_>>()}))
}

async fn drawn(State(desk): Shared, Path(id): Path<u64>) -> Answer {
    let paper = paper(&desk, id)?;
    let model =
        done(&desk, move |desk, wish| paper.model(&desk.hands, wish).map_err(|why| refused(why.said())));
    Ok(json_of(&model.await?))
}

async fn decide(State(desk): Shared, Path(id): Path<u64>, body: Body) -> Answer {
    let paper = paper(&desk, id)?;
    let change: Change = understood(&incoming::small(body).await?)?;
    let decided = done(&desk, move |desk, wish| {
        let answer = paper.change(&desk.hands, change, wish).map_err(|why| {
            let status = match why {
                Unchanged::Older => StatusCode::CONFLICT,
                Unchanged::Unanswered(_) => StatusCode::UNPROCESSABLE_ENTITY,
            };
            Refusal(status, why.into())
        })?;
        Ok(kept(desk, &paper, answer))
    });
    Ok(json_of(&decided.await?))
}

/// What the page that loads decisions has drawn.
#[derive(Deserialize)]
struct Loading {
    drawn: Option<u64>,
}

async fn load(State(desk): Shared, Path(id): Path<u64>, Query(asked): Query<Loading>, body: Body) -> Answer {
    let paper = paper(&desk, id)?;
    let place = desk.free_place().map_err(|error| no_place(&error))?;
    let crowded = |held| Refusal(StatusCode::INSUFFICIENT_STORAGE, said::crowded(held, desk.whole));
    let came = {
        let mut room = desk.room();
        incoming::into_file(body, &place, desk.limits.bytes, &mut room, crowded).await
    };
    came?;
    let loaded = done(&desk, move |desk, wish| {
        let loaded = paper.load(&desk.hands, place.to_path_buf(), asked.drawn, wish);
        Ok(kept(desk, &paper, loaded.map_err(|why| refused(why.said()))?))
    });
    Ok(json_of(&loaded.await?))
}

/// The answer once the decisions are on the disk; it says so if they are not.
fn kept(desk: &Desk, paper: &Paper, mut answer: Value) -> Value {
    if let (Err(error), Value::Object(object)) = (desk.shelf.keep(paper), &mut answer) {
        object.insert("unkept".to_owned(), super::answer::said(&error.said()));
    }
    answer
}

async fn download(State(desk): Shared, Path(id): Path<u64>, Query(asked): Query<Save>) -> Answer {
    let paper = paper(&desk, id)?;
    let name = paper.name.clone();
    let saved = done(&desk, move |desk, wish| {
        together::saved(desk, &paper, asked, wish).map_err(|why| refused(why.said()))
    });
    let nothing = || Refusal(StatusCode::NOT_FOUND, said::nothing_to_save());
    let (ending, kind, bytes) = saved.await?.ok_or_else(nothing)?;
    Ok(file(&format!("{}{ending}", stem(&name)), &kind, bytes))
}

async fn pages(State(desk): Shared, Path(id): Path<u64>, Query(asked): Query<Pack>) -> Answer {
    let paper = paper(&desk, id)?;
    let pages = done(&desk, move |desk, wish| {
        paper.pages(&desk.hands, asked.save("pages"), wish).map_err(|why| refused(why.said()))
    });
    Ok(json_of(&pages.await?))
}

async fn zip(State(desk): Shared, Query(asked): Query<Pack>) -> Answer {
    let bytes = done(&desk, move |desk, wish| together::archive(desk, &asked, wish).map_err(refused));
    Ok(file("hasil-rapikan.zip", "application/zip", bytes.await?))
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
    let found = done(&desk, move |_, _| {
        let text: String = asked.q.unwrap_or_default().chars().take(LOOKED_UP).collect();
        let narrowed = (asked.level.as_deref(), asked.bidang.as_deref());
        Ok(tools::found(&text, narrowed, asked.edition.as_deref()))
    });
    Ok(json_of(&found.await?))
}

/// Something of several files, or a template: the file, with what is told of it in a header.
async fn make(State(desk): Shared, body: Body) -> Answer {
    let asked: Asked = understood(&incoming::small(body).await?)?;
    let made = done(&desk, move |desk, wish| together::made(desk, asked, wish).map_err(refused));
    let (told, name, bytes) = made.await?;
    let mut response =
        file(&name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes);
    let told = told.to_string();
    let told = utf8_percent_encode(&told, NON_ALPHANUMERIC).to_string();
    if let Ok(told) = told.parse() {
        response.headers_mut().insert("x-rapikan-told", told);
    }
    Ok(response)
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

/// There is no room on the disk.
pub(super) fn no_place(error: &std::io::Error) -> Refusal {
    Refusal(StatusCode::INSUFFICIENT_STORAGE, said::disk(error))
}

pub(super) fn refused(said: Said) -> Refusal {
    Refusal(StatusCode::UNPROCESSABLE_ENTITY, said)
}

fn understood<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body).map_err(|error| refused(said::unclear(&error.to_string())))
}

/// Work that takes long, beside the server.
async fn done<T: Send + 'static>(
    desk: &Arc<Desk>,
    work: impl FnOnce(&Desk, &Wish) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let doers = Arc::clone(&desk.doers);
    within(desk, doers, work).await
}

/// Work beside the server, so much at once as there are hands; a fault in it is told and stops nothing else. The hand
/// is taken until the work ends, also where nobody waits for it any more; then the work is told so.
pub(super) async fn within<T: Send + 'static>(
    desk: &Arc<Desk>,
    hands: Arc<Semaphore>,
    work: impl FnOnce(&Desk, &Wish) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let fault = |detail: &str| Refusal(StatusCode::INTERNAL_SERVER_ERROR, Said::fault(detail));
    let hand = hands.acquire_owned().await.map_err(|_| fault(""))?;
    let (desk, wish) = (Arc::clone(desk), Wish::default());
    let _held = wish.held();
    let done = tokio::task::spawn_blocking(move || {
        let done = catch_unwind(AssertUnwindSafe(|| work(&desk, &wish)));
        drop(hand);
        done
    });
    match done.await {
        Ok(Ok(result)) => result,
        Ok(Err(panic)) => Err(fault(&batch::said(&*panic))),
        Err(error) => Err(fault(&error.to_string())),
    }
}
