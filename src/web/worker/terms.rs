//! A sum as a planner reads it: its terms with code, name and amount, each with the way to its cell.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::model::{Cell, Document, Kode, Place, Role, Row, Table, indonesian};

/// What one level below a row says in a column, what that makes, and by how much the row differs from it; `null` where
/// there is nothing below it.
pub(super) fn terms(document: &Document, table: usize, column: &str, parent: &Kode) -> Value {
    let Some(found) = document.tables.get(table) else { return Value::Null };
    let Some(position) = found.position(column) else { return Value::Null };
    let number = |row: &Row| row.cells.get(position).and_then(Cell::number);
    let name = found.columns.iter().position(|column| column.role == Role::Name);
    let below = found
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.code.as_ref().and_then(Kode::parent).as_ref() == Some(parent));
    let (mut terms, mut sum) = (Vec::new(), Decimal::ZERO);
    for (index, row) in below {
        let amount = number(row);
        let Some(next) = sum.checked_add(amount.unwrap_or_default()) else { return Value::Null };
        sum = next;
        let cell = row.cells.get(position);
        terms.push(json!({
            "table": table, "row": index, "position": position,
            "code": row.code.as_ref().map(Kode::as_str),
            "name": name.and_then(|name| row.cells.get(name)).map(Cell::text),
            "text": amount.map_or_else(|| cell.map_or("", Cell::text).to_owned(), shown),
            "source": cell.and_then(|cell| cell.sources().first()).map(Place::to_string),
        }));
    }
    let own = row_of(found, parent).and_then(number);
    let difference = own.and_then(|own| own.checked_sub(sum));
    if terms.is_empty() {
        return Value::Null;
    }
    json!({"terms": terms, "sum": shown(sum), "own": own.map(shown), "difference": difference.map(shown)})
}

fn row_of<'a>(table: &'a Table, code: &Kode) -> Option<&'a Row> {
    table.rows.iter().find(|row| row.code.as_ref() == Some(code))
}

fn shown(number: Decimal) -> String {
    indonesian(number, None, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Workbook;
    use crate::pipeline::clean;
    use crate::read::{Limits, from_bytes};
    use crate::solve::SolveOptions;

    #[test]
    fn a_sum_names_its_terms() {
        let bytes = std::fs::read("samples/resmi-10-kolom.xlsx").unwrap();
        let workbook: Workbook = from_bytes("resmi.xlsx", &bytes, &Limits::default()).unwrap();
        let document = clean(&workbook, SolveOptions::default()).unwrap();
        let column = document.tables[0].columns.iter().find(|column| column.id.contains("pagu")).unwrap().id;
        let told = terms(&document, 0, column, &"2.23.01.2.01".parse().unwrap());
        let amounts: Vec<&Value> =
            told["terms"].as_array().unwrap().iter().map(|term| &term["text"]).collect();
        assert_eq!(amounts, ["35.250.000", "18.400.000"]);
        assert_eq!((&told["sum"], &told["difference"]), (&json!("53.650.000"), &json!("0")));
        assert_eq!(terms(&document, 0, column, &"2.23.01.2.01.01".parse().unwrap()), Value::Null);
    }
}
