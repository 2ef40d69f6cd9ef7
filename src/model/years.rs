//! Years in texts.

/// The four-digit years of a text, in order; a year that blanks tore counts where the text has no whole one.
#[must_use]
pub fn years(text: &str) -> Vec<u16> {
    let whole = in_runs(text);
    if !whole.is_empty() || !text.contains(char::is_whitespace) {
        return whole;
    }
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    in_runs(&joined)
}

/// The distance from the plan year of a year that a template leaves open: -2 of `Tahun n-2`, 0 of `(n)`. `None` for any
/// other text.
#[must_use]
pub fn open_year(text: &str) -> Option<i32> {
    let compact: String =
        text.to_lowercase().chars().filter(|c| !c.is_whitespace() && !"().".contains(*c)).collect();
    let rest = compact.strip_prefix("tahun").or_else(|| compact.strip_prefix("th")).unwrap_or(&compact);
    match rest.strip_prefix('n')? {
        "" => Some(0),
        distance => distance
            .replace('–', "-")
            .parse()
            .ok()
            .filter(|far: &i32| far.abs() < 10 && !distance.starts_with(|c: char| c.is_ascii_digit())),
    }
}

fn in_runs(text: &str) -> Vec<u16> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    runs.filter_map(|digits| digits.parse::<u16>().ok()).filter(|year| (2000..2100).contains(year)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn torn_years_are_years() {
        assert_eq!(years("Tahun 2023 dan 2024"), [2023, 2024]);
        assert_eq!(years("Tah un 2\n022"), [2022]);
        assert_eq!(years("12.023 dari 20 Unit"), Vec::<u16>::new());
    }

    #[test]
    fn a_template_leaves_years_open() {
        for (text, wanted) in
            [("Tahun n-2", Some(-2)), ("TAHUN (N + 1)", Some(1)), ("n", Some(0)), ("Tahun n–1", Some(-1))]
        {
            assert_eq!(open_year(text), wanted, "{text}");
        }
        for text in ["Tahun", "Nilai", "Tahun ke-n", "n1", "Tahun 2024", "No"] {
            assert_eq!(open_year(text), None, "{text}");
        }
    }
}
