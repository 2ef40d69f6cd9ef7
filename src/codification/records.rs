//! The embedded tables as records.

/// The records of an embedded table after its header line. Fields are slices of the table itself: no field holds
/// a doubled quote or a line break.
pub(super) fn records(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).map(fields)
}

fn fields(line: &'static str) -> Vec<&'static str> {
    let mut fields = Vec::with_capacity(6);
    let mut rest = line;
    loop {
        let (field, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => rest.split_at(rest.find(',').unwrap_or(rest.len())),
        };
        fields.push(field);
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None => return fields,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_and_empty_fields_keep_their_place() {
        let table = "kode,nama,satuan\n1,\"Cabang, Kas\",Unit\n2,,\n\"a\",b,\"c,\"\n";
        let found: Vec<_> = records(table).collect();
        assert_eq!(found, [vec!["1", "Cabang, Kas", "Unit"], vec!["2", "", ""], vec!["a", "b", "c,"]]);
    }

    #[test]
    fn the_tables_hold_what_this_reading_assumes() {
        let tables = [
            (include_str!("data/2021.csv"), 6),
            (include_str!("data/2023.csv"), 6),
            (include_str!("data/sumber-dana.csv"), 3),
            (include_str!("data/wilayah.csv"), 5),
        ];
        for (table, width) in tables {
            assert!(!table.contains("\"\""));
            assert!(table.chars().all(|c| c.is_ascii() || !c.is_alphabetic()));
            assert!(records(table).all(|record| record.len() == width));
        }
    }
}
