//! The page itself, embedded: nothing is fetched from anywhere.

use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};

const HTML: &str = "text/html; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const VECTOR: &str = "image/svg+xml";
const PICTURE: &str = "image/png";

/// A part of the page: its address, its kind, its content.
type Part = (&'static str, &'static str, &'static [u8]);

/// Every part of the page. A script of the page imports the others by these addresses.
const PARTS: [Part; 24] = [
    ("/", HTML, include_bytes!("page/index.html")),
    ("/page.css", STYLE, include_bytes!("page/page.css")),
    ("/icon.svg", VECTOR, include_bytes!("page/icon.svg")),
    ("/page.js", SCRIPT, include_bytes!("page/page.js")),
    ("/decisions.js", SCRIPT, include_bytes!("page/decisions.js")),
    ("/detail.js", SCRIPT, include_bytes!("page/detail.js")),
    ("/dom.js", SCRIPT, include_bytes!("page/dom.js")),
    ("/files.js", SCRIPT, include_bytes!("page/files.js")),
    ("/guide.js", SCRIPT, include_bytes!("page/guide.js")),
    ("/kept.js", SCRIPT, include_bytes!("page/kept.js")),
    ("/marks.js", SCRIPT, include_bytes!("page/marks.js")),
    ("/now.js", SCRIPT, include_bytes!("page/now.js")),
    ("/panels.js", SCRIPT, include_bytes!("page/panels.js")),
    ("/program.js", SCRIPT, include_bytes!("page/program.js")),
    ("/sheet.js", SCRIPT, include_bytes!("page/sheet.js")),
    ("/print.js", SCRIPT, include_bytes!("page/print.js")),
    ("/queue.js", SCRIPT, include_bytes!("page/queue.js")),
    ("/rows.js", SCRIPT, include_bytes!("page/rows.js")),
    ("/saving.js", SCRIPT, include_bytes!("page/saving.js")),
    ("/together.js", SCRIPT, include_bytes!("page/together.js")),
    ("/words.js", SCRIPT, include_bytes!("page/words.js")),
    ("/pictures/results.png", PICTURE, include_bytes!("../../docs/pictures/results.png")),
    ("/pictures/repair.png", PICTURE, include_bytes!("../../docs/pictures/repair.png")),
    ("/pictures/question.png", PICTURE, include_bytes!("../../docs/pictures/question.png")),
];

/// What the page may do: its own script, its own looks, requests to this server.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A part of the page by its address.
pub(super) fn asset(path: &str) -> Option<Response> {
    let (_, kind, content) = PARTS.iter().find(|(address, ..)| *address == path)?;
    Some(([(CONTENT_TYPE, *kind)], *content).into_response())
}

/// An answer with the headers that every answer of the page bears: what it may load, and that nothing is kept.
pub(super) fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
