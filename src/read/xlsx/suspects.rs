//! What calamine would read otherwise than it stands there, found before it reads: by looking for a few words in the
//! bytes of the cells, without parsing them.

/// The formulas of a sheet by what is stored as their result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Formulas {
    /// Without any.
    pub(super) blank: usize,
    /// With a plain 0.
    pub(super) zero: usize,
    /// With anything else.
    pub(super) other: usize,
}

/// Counts the formulas. Prefixed elements count as blank: they are rare, and a doubt costs a pass, not a formula.
pub(super) fn formulas(body: &str) -> Formulas {
    let mut found = Formulas::default();
    found.blank += usize::from(body.contains(":f>") || body.contains(":f "));
    for (at, _) in body.match_indices("<f") {
        let rest = body.get(at + 2..).unwrap_or_default();
        let Some(end) = rest.find('>').filter(|_| rest.starts_with([' ', '>', '/'])) else { continue };
        let after = if rest.get(..end).is_some_and(|tag| tag.ends_with('/')) {
            rest.get(end + 1..)
        } else {
            rest.get(end + 1..).and_then(|rest| rest.split_once("</f>")).map(|(_, after)| after)
        };
        let after = after.unwrap_or_default().trim_start();
        if after.starts_with("<v>0<") {
            found.zero += 1;
        } else if !after.starts_with("<v>") || after.starts_with("<v></v>") {
            found.blank += 1;
        } else {
            found.other += 1;
        }
    }
    found
}

/// Whether a cell refers to a shared text by what is no index, which calamine takes for the first one.
pub(super) fn text_by_no_index(body: &str) -> bool {
    body.match_indices("t=\"s\"").any(|(at, found)| {
        let rest = body.get(at + found.len()..).unwrap_or_default();
        let value = rest.split_once("<v>").map_or("", |(_, value)| value);
        !value.starts_with(|c: char| c.is_ascii_digit()) || {
            let end = value.trim_start_matches(|c: char| c.is_ascii_digit());
            !end.starts_with('<')
        }
    })
}

/// Whether runs of a text may be struck out or raised, which calamine does not tell.
pub(super) fn marked_runs(texts: &str) -> bool {
    texts.contains("strike") || texts.contains("vertAlign")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_counted_by_their_results() {
        let body = "<c r=\"A1\"><f>B1</f><v>0</v></c><c><f>B2</f></c><c><f t=\"shared\" si=\"0\"/><v>7</v></c>\
            <c><f>B3</f><v></v></c><c><v>0</v></c><c><f>B4</f><v/></c>";
        assert_eq!(formulas(body), Formulas { blank: 3, zero: 1, other: 1 });
    }

    #[test]
    fn an_index_that_is_none_is_seen() {
        assert!(text_by_no_index("<c t=\"s\"><v>x</v></c>"));
        assert!(text_by_no_index("<c t=\"s\"><v>1.5</v></c>"));
        assert!(!text_by_no_index("<c t=\"s\"><v>12</v></c><c t=\"str\"><v>x</v></c>"));
    }
}
