//! What comes in with a request: small bodies into memory, files onto the disk, each only so large and so slow.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use http_body_util::BodyExt as _;
use sha2::{Digest as _, Sha256};

use super::answer::Refusal;
use super::desk::Room;
use super::said;
use crate::read::ReadError;

/// How long the next part of a body may take to come.
const PAUSE: Duration = Duration::from_secs(20);
/// How many bytes a body that is no file may have.
const SMALL: usize = 16 << 20;

/// A body that is no file.
///
/// # Errors
/// If it is too large, or does not come whole in time.
pub(super) async fn small(mut body: Body) -> Result<Vec<u8>, Refusal> {
    let mut whole = Vec::new();
    while let Some(part) = next(&mut body).await? {
        if whole.len() + part.len() > SMALL {
            return Err(too_large(SMALL as u64 + 1, SMALL as u64));
        }
        whole.extend_from_slice(&part);
    }
    Ok(whole)
}

/// Puts a body into a file; gives its size and the hash of its content.
///
/// # Errors
/// If it is too large, does not come whole in time, or there is no room for it.
pub(super) async fn into_file(
    mut body: Body,
    path: &Path,
    limit: u64,
    room: &mut Room<'_>,
    crowded: impl Fn(u64) -> Refusal,
) -> Result<(u64, String), Refusal> {
    let disk = |error: std::io::Error| Refusal(StatusCode::INSUFFICIENT_STORAGE, said::disk(&error));
    let mut file = File::create(path).map_err(disk)?;
    let (mut bytes, mut hash) = (0_u64, Sha256::new());
    while let Some(part) = next(&mut body).await? {
        let more = part.len() as u64;
        bytes += more;
        if bytes > limit {
            return Err(too_large(bytes, limit));
        }
        room.grow(more).map_err(&crowded)?;
        hash.update(&part);
        file.write_all(&part).map_err(disk)?;
    }
    let hash = hash.finalize().iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    Ok((bytes, hash))
}

async fn next(body: &mut Body) -> Result<Option<Bytes>, Refusal> {
    let unfinished = || Refusal(StatusCode::REQUEST_TIMEOUT, said::unfinished());
    loop {
        let frame = tokio::time::timeout(PAUSE, body.frame()).await.map_err(|_| unfinished())?;
        match frame {
            None => return Ok(None),
            Some(Err(_)) => return Err(unfinished()),
            Some(Ok(frame)) => {
                if let Ok(part) = frame.into_data() {
                    return Ok(Some(part));
                }
            }
        }
    }
}

/// A body that is larger than it may be.
pub(super) fn too_large(bytes: u64, limit: u64) -> Refusal {
    Refusal(StatusCode::PAYLOAD_TOO_LARGE, ReadError::TooLarge { bytes, limit }.said())
}
