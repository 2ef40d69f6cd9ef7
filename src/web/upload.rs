//! A file that comes in: onto the disk, into a worker, onto the desk.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::answer::{Refusal, json_of};
use super::api::{Answer, Shared, no_place, refused, within};
use super::desk::Desk;
use super::hands::Wish;
use super::kept::{Kept, office};
use super::paper::Paper;
use super::{incoming, said};

/// The header with the name of an uploaded file, percent-encoded.
const NAME: &str = "x-rapikan-name";
/// The header with the folders that it came in, parted by `/`, percent-encoded.
const FOLDER: &str = "x-rapikan-folder";

/// Takes a file.
pub(super) async fn upload(State(desk): Shared, headers: HeaderMap, body: Body) -> Answer {
    let text = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        percent_decode_str(value).decode_utf8_lossy().into_owned()
    };
    let (name, folder) = (plain_name(&text(NAME)), folders(&text(FOLDER)));
    let (limit, whole) = (desk.limits.bytes, desk.whole);
    let stated = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if let Some(bytes) = stated.filter(|bytes| *bytes > limit) {
        return Err(incoming::too_large(bytes, limit));
    }
    let crowded = move |held| Refusal(StatusCode::INSUFFICIENT_STORAGE, said::crowded(held, whole));
    let (id, path, mut room) = desk.expect().map_err(|error| no_place(&error))?;
    let came = incoming::into_file(body, &path, limit, &mut room, crowded).await;
    let (bytes, sha256) = came?;
    // The same content lies there once: what is decided about it is held in one place.
    if let Some(paper) = desk.of_content(&sha256) {
        return Ok(json_of(&again(&paper)));
    }
    let paper = Paper::new(id, (name, folder), path, (bytes, sha256));
    let readers = Arc::clone(&desk.readers);
    let paper = within(&desk, readers, move |desk, wish| opened(desk, &paper, wish).map(|()| paper)).await?;
    drop(room);
    let put = desk.put(paper);
    Ok(json_of(&if put.id == id { put.told() } else { again(&put) }))
}

/// The answer to the upload of a content that the page holds already: the file that holds it, marked `again`.
fn again(paper: &Paper) -> Value {
    let mut told = paper.told();
    if let Value::Object(object) = &mut told {
        object.insert("again".to_owned(), json!(true));
    }
    told
}

/// Has a file read, with what was decided about it another day, or about an earlier version of it.
fn opened(desk: &Desk, paper: &Paper, wish: &Wish) -> Result<(), Refusal> {
    let own = desk.shelf.of(&paper.sha256);
    let Kept { decisions, accepted, .. } = own.clone().unwrap_or_default();
    let answer = paper.open(&desk.hands, decisions, accepted, wish).map_err(|why| refused(why.said()))?;
    if let Some(kept) = own {
        paper.tell_kept(told(&kept, &answer, true));
        return Ok(());
    }
    let office = office(&paper.stands().outcome);
    let Some(kept) = desk.shelf.of_office(&office, &paper.sha256) else { return Ok(()) };
    let (decisions, accepted) = (kept.decisions.clone(), kept.accepted.clone());
    let answer =
        paper.take_over(&desk.hands, decisions, accepted, wish).map_err(|why| refused(why.said()))?;
    paper.tell_kept(told(&kept, &answer, false));
    // What cannot be kept now is kept with the next change, or told then.
    let _ = desk.shelf.keep(paper);
    Ok(())
}

/// The answer about decisions that were kept on another day: of which file, whether that is this very one, how many are used again, and
/// which do not fit any more.
fn told(kept: &Kept, answer: &Value, own: bool) -> Value {
    let unfit = answer.get("unfit").and_then(Value::as_array).map_or(0, Vec::len);
    json!({"file": kept.file, "own": own, "count": kept.decisions.len().saturating_sub(unfit),
        "accepted": answer.get("found_right"), "unfit": answer.get("unfit")})
}

/// The last part of a name, whatever the system it comes from: no folder is of any meaning here.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    part(last).unwrap_or_else(|| "renja".to_owned())
}

/// The folders of a path, without what leads out of it.
fn folders(path: &str) -> Vec<String> {
    path.split(['/', '\\']).filter_map(part).take(20).collect()
}

/// A part of a path without what no name holds; `None` if nothing is left of it.
fn part(name: &str) -> Option<String> {
    let kept: String = name.chars().filter(|c| !c.is_control() && *c != ':').take(200).collect();
    (!kept.trim_matches(['.', ' ']).is_empty()).then_some(kept)
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
        assert_eq!(folders("Renja 2026/../Dinas A/"), ["Renja 2026", "Dinas A"]);
        assert_eq!(folders("C:\\.\\x"), ["C", "x"]);
    }
}
