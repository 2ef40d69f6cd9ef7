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
}
