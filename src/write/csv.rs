//! A table as CSV: one line a row, for spreadsheets and statistics programs.

use crate::model::{Cell, Column, OWN_CSV, Role, Row, Table, guarded};

use super::plain;

/// The name of a table's file: `T-C.33-1.csv` for the table `T-C.33#1`.
#[must_use]
pub fn file_name(table: &Table) -> String {
    let safe = |c: char| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' };
    let stem: String = table.id.chars().map(safe).collect();
    format!("{stem}.csv")
}

/// The table with a header line: `source_rows`, `kode`, `tingkat`, then the columns of the form without its
/// code and its running number. Numbers of numeric columns are plain decimals, everything else is the clean
/// text; where a code is not settled, what is printed stands in `kode`. A text that a spreadsheet program would run as a
/// formula has an apostrophe before it, which our own reading takes off again. Lines end in `\n`.
#[must_use]
pub fn table(table: &Table) -> String {
    let columns: Vec<(usize, &Column)> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !matches!(column.role, Role::Code | Role::Ordinal))
        .map(|(position, column)| (position, *column))
        .collect();
    let mut lines = Vec::with_capacity(table.rows.len() + 1);
    let ids = columns.iter().map(|(_, column)| column.id.to_owned());
    lines.push(OWN_CSV.map(str::to_owned).into_iter().chain(ids).collect());
    for row in &table.rows {
        let values = columns.iter().map(|(position, column)| value(row.cells.get(*position), column));
        lines.push(leading(table, row).into_iter().chain(values).collect::<Vec<String>>());
    }
    lines.iter().map(|line| written(line)).collect()
}

fn leading(table: &Table, row: &Row) -> [String; 3] {
    let sources: Vec<String> = row.source_rows.iter().map(u32::to_string).collect();
    let printed = table.columns.iter().position(|column| column.role == Role::Code);
    let code = match &row.code {
        Some(code) => code.as_str(),
        None => printed.and_then(|position| row.cells.get(position)).map_or("", Cell::text),
    };
    let level = row.level.map_or("", |level| level.name());
    [sources.join(" "), guarded(code).into_owned(), level.to_owned()]
}

fn value(cell: Option<&Cell>, column: &Column) -> String {
    let Some(cell) = cell else { return String::new() };
    match cell.number() {
        Some(number) if column.kind.is_numeric() && cell.meaning().unit.is_none() => plain::decimal(number),
        _ => guarded(cell.text()).into_owned(),
    }
}

pub(super) fn written(fields: &[String]) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
    quoted.join(",") + "\n"
}

fn quoted(field: &str) -> String {
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    #[test]
    fn numbers_are_plain_and_texts_are_quoted_where_needed() {
        let document = sample::document();
        let text = table(&document.tables[0]);
        let mut lines = text.lines();
        assert_eq!(
            lines.next().unwrap(),
            "source_rows,kode,tingkat,uraian,capaian_program,keluaran,hasil,lokasi,target_program,\
             target_keluaran,target_hasil,pagu,sumber_dana,catatan,maju_tolok_ukur,maju_target,maju_pagu"
        );
        assert!(text.contains("2.13.01.2.02.01,sub_kegiatan,Penyediaan Gaji dan Tunjangan ASN,"));
        assert!(text.contains(",3041815466,"));
        assert_eq!(file_name(&document.tables[0]), "T-C.33-1.csv");
    }

    #[test]
    fn a_csv_reader_gets_every_field_back() {
        let document = sample::document();
        let text = table(&document.tables[0]);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let position = document.tables[0].position("uraian").unwrap();
        let mut rows = 0;
        for (record, row) in reader.records().zip(&document.tables[0].rows) {
            assert_eq!(record.unwrap().get(3).unwrap(), row.cells[position].text());
            rows += 1;
        }
        assert_eq!(rows, document.tables[0].rows.len());
    }
}
