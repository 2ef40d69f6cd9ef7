//! What the values of options must look like; what is refused is told with values that are taken.

use std::time::Duration;

use super::super::arguments::Patience;
use super::super::size;
use crate::pipeline::Format;

/// More threads than any machine of an office can use.
const MOST_JOBS: usize = 1024;

pub(super) fn parsed_format(name: &str) -> Result<Format, String> {
    Format::named(name.trim()).ok_or_else(|| "xlsx, json, csv, sipd-csv".to_owned())
}

pub(super) fn parsed_jobs(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs)).ok_or_else(|| format!("1 … {MOST_JOBS}"))
}

pub(in crate::cli) fn parsed_patience(text: &str) -> Result<Patience, String> {
    let seconds: Option<f64> = text.trim().parse().ok();
    match seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()) {
        Some(Duration::ZERO) => Ok(Patience::Endless),
        Some(patience) => Ok(Patience::Within(patience)),
        None => Err("0, 0.5, 60".to_owned()),
    }
}

pub(in crate::cli) fn parsed_memory(text: &str) -> Result<Option<u64>, String> {
    if text.trim() == "0" {
        return Ok(None);
    }
    size::bytes(text).map(Some).ok_or_else(|| "0, 500M, 2G".to_owned())
}

/// A size, or what sizes look like.
pub(in crate::cli) fn parsed_size(text: &str) -> Result<u64, String> {
    size::bytes(text).ok_or_else(|| "500K, 20M, 1G".to_owned())
}
