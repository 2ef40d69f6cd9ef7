//! The embedded tables as records.

/// The records of an embedded table of so many columns after its header line. Fields are slices of the table itself: no
/// field holds a doubled quote or a line break.
pub fn records<const COLUMNS: usize>(text: &str) -> impl Iterator<Item = [&str; COLUMNS]> {
    text.lines().skip(1).map(fields)
}

fn fields<const COLUMNS: usize>(line: &str) -> [&str; COLUMNS] {
    let mut fields = [""; COLUMNS];
    let mut rest = line;
    for field in &mut fields {
        let after;
        (*field, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => rest.split_at(rest.find(',').unwrap_or(rest.len())),
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
