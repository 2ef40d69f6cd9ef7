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

/// Bytes as people say them: in the largest unit that gives a whole number.
pub(super) fn shown(bytes: u64) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let unit = units.into_iter().find(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit));
    unit.map_or_else(|| format!("{bytes} B"), |(unit, name)| format!("{} {name}", bytes / unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(bytes("20"), Some(20 << 20));
        assert_eq!(bytes("500K"), Some(500 << 10));
        assert_eq!(bytes("2 GiB"), Some(2 << 30));
        assert_eq!([1 << 30, 1500 << 20, 3 << 10, 7].map(shown), ["1 GiB", "1500 MiB", "3 KiB", "7 B"]);
        for text in ["", "0", "M", "-1", "1.5M", "20X", "99999999999999999999"] {
            assert_eq!(bytes(text), None, "{text}");
        }
    }
}
