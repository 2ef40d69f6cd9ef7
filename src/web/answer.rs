//! What goes back to the page.

use axum::body::Body;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::model::Said;

/// A request that is not fulfilled, and why.
#[derive(Debug)]
pub(super) struct Refusal(pub(super) StatusCode, pub(super) Said);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Self(status, message) = self;
        (status, json_of(&json!({"message": said(&message)}))).into_response()
    }
}

/// A sentence in both languages: the page shows the one that is chosen.
pub(super) fn said(said: &Said) -> Value {
    json!({"id": said.indonesian, "en": said.english})
}

/// The sentence that was told so.
pub(super) fn told(value: &Value) -> Said {
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    Said::new(text("id"), text("en"))
}

/// JSON.
pub(super) fn json_of(value: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json; charset=utf-8")], value.to_string()).into_response()
}

/// A file to be saved under a name.
pub(super) fn file(name: &str, kind: &str, bytes: Vec<u8>) -> Response {
    let name = utf8_percent_encode(name, NON_ALPHANUMERIC);
    let headers: [(HeaderName, String); 2] = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
    ];
    (headers, Body::from(bytes)).into_response()
}
