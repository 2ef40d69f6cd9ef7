//! The embedded tables as records.

use memchr::memchr;

/// The records of an embedded table of so many columns after its header line. Fields are slices of the table itself: no
/// field holds a doubled quote or a line break.
pub fn records<const COLUMNS: usize>(text: &str) -> impl Iterator<Item = [&str; COLUMNS]> {
    lines(text).skip(1).map(fields)
}

/// The lines of a table, some of which end as those of Windows do.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after.get(1..).unwrap_or_default();
        Some(line.strip_suffix('\r').unwrap_or(line))
    })
}

fn fields<const COLUMNS: usize>(line: &str) -> [&str; COLUMNS] {
    let mut fields = [""; COLUMNS];
    let mut rest = line;
    for field in &mut fields {
        let after;
        (*field, after) = match rest.strip_prefix('"') {
            Some(quoted) => match memchr(b'"', quoted.as_bytes()) {
                Some(end) => {
                    (quoted.get(..end).unwrap_or_default(), quoted.get(end + 1..).unwrap_or_default())
                }
                None => (quoted, ""),
            },
            None => rest.split_at(memchr(b',', rest.as_bytes()).unwrap_or(rest.len())),
        };
        rest = after.strip_prefix(',').unwrap_or(after);
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_and_empty_fields_keep_their_place() {
        let table = "kode,nama,satuan\n1,\"Cabang, Kas\",Unit\n2,,\n\"a\",b,\"c,\"\n";
        let found: Vec<[&str; 3]> = records(table).collect();
        assert_eq!(found, [["1", "Cabang, Kas", "Unit"], ["2", "", ""], ["a", "b", "c,"]]);
    }

    #[test]
    fn a_line_ends_as_on_any_system() {
        let found: Vec<[&str; 2]> = records("kode,nama\r\n1,Kas\r\n\r\n2,Giro").collect();
        assert_eq!(found, [["1", "Kas"], ["", ""], ["2", "Giro"]]);
    }

    #[test]
    fn the_tables_hold_what_this_reading_assumes() {
        let tables = [
            (include_str!("data/2006.csv"), 2),
            (include_str!("data/2019.csv"), 3),
            (include_str!("data/2021.csv"), 6),
            (include_str!("data/2023.csv"), 6),
            (include_str!("data/sumber-dana.csv"), 3),
            (include_str!("data/wilayah.csv"), 5),
        ];
        for (table, width) in tables {
            assert!(!table.contains("\"\""));
            assert!(table.chars().all(|c| c.is_ascii() || !c.is_alphabetic()));
            for line in table.lines() {
                let outside: String = line.split('"').step_by(2).collect();
                assert_eq!(outside.matches(',').count() + 1, width, "{line}");
            }
        }
    }
}
