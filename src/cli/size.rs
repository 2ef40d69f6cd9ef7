//! Sizes as people type them.

/// The bytes of `500K`, `20M`, `20MiB`, `2G`; a bare number counts mebibytes. `None` if it is no size, or 0.
pub(super) fn bytes(text: &str) -> Option<u64> {
    let text = text.trim().to_ascii_uppercase();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let factor = match text.get(digits.len()..)?.trim() {
        "K" | "KB" | "KIB" => 1 << 10,
        "" | "M" | "MB" | "MIB" => 1 << 20,
        "G" | "GB" | "GIB" => 1 << 30,
        _ => return None,
    };
    let count: u64 = digits.parse().ok()?;
    count.checked_mul(factor).filter(|bytes| *bytes > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(bytes("20"), Some(20 << 20));
        assert_eq!(bytes("500K"), Some(500 << 10));
        assert_eq!(bytes("2 GiB"), Some(2 << 30));
        for text in ["", "0", "M", "-1", "1.5M", "20X", "99999999999999999999"] {
            assert_eq!(bytes(text), None, "{text}");
        }
    }
}
