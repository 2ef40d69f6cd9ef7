//! Placeholder.
/// lettered
#[must_use]
pub fn lettered(_: &str) -> Option<Vec<String>> {
    None
}
/// split
#[must_use]
pub fn split_counts(_: &str, _: usize, _: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    None
}
