//! The decided values in their cells, and the questions that refused repairs leave.

use super::keeps_place;
use crate::document::evidence::person;
use crate::model::{
    Change, Column, Decided, Document, Finding, Kind, Kode, Meaning, NoSuchCell, Place, Repair, Role, Said,
    Severity, Verdict,
};
use crate::rules;
use crate::solve::cells::{meaning, places};
use crate::solve::numbers::settled_number;

/// Puts what was decided into the cells of the columns that are wanted. A stated one stands there already.
///
/// # Errors
/// Never for cells that the document has.
pub(in crate::solve) fn put(
    document: &mut Document,
    held: &[(Decided, bool)],
    wanted: &dyn Fn(Role) -> bool,
) -> Result<(), NoSuchCell> {
    for (decided, is_stated) in held {
        let Some((table, row, column)) = decided.cell().filter(|_| !keeps_place(decided)) else { continue };
        let Some(found) = document.tables.get(table).filter(|found| row < found.rows.len()) else { continue };
        if column == "kode" {
            if wanted(Role::Code) {
                put_code(document, (table, row), decided, *is_stated)?;
            }
            continue;
        }
        let Some(declared) = found.columns.iter().copied().find(|declared| declared.id == column) else {
            continue;
        };
        if !wanted(declared.role) {
            continue;
        }
        let before = found.cell(row, column).map(|cell| cell.text().to_owned()).unwrap_or_default();
        if decided.verdict == Verdict::Refuse {
            document.refuse(table, row, declared.id)?;
            continue;
        }
        let text = if *is_stated { before.as_str() } else { decided.text() };
        let (after, meaning) = accepted(declared, text).filter(|_| before != text).unwrap_or_else(|| {
            // What stays is no value that the column accepts, and stands as it is.
            (text.to_owned(), meaning(declared, text))
        });
        let sources = places_of(document, (table, row), declared.id);
        document.decide(repair(decided, (table, row), declared.id, sources, (before, after)), meaning)?;
    }
    Ok(())
}

fn places_of(document: &Document, (table, row): (usize, usize), column: &str) -> Vec<Place> {
    document.tables.get(table).map(|found| places(found, row, column)).unwrap_or_default()
}

fn repair(
    decided: &Decided,
    (table, row): (usize, usize),
    column: &'static str,
    sources: Vec<Place>,
    (before, after): (String, String),
) -> Repair {
    let proofs = vec![person::decided(decided, &after)];
    Repair { rule: decided.rule, change: Change::Text, table, row, column, sources, before, after, proofs }
}

fn put_code(
    document: &mut Document,
    (table, row): (usize, usize),
    decided: &Decided,
    is_stated: bool,
) -> Result<(), NoSuchCell> {
    let cell = document.tables.get(table).and_then(|found| found.cell(row, "kode"));
    let printed = cell.map(|cell| cell.text().to_owned());
    let sources = places_of(document, (table, row), "kode");
    if decided.verdict == Verdict::Refuse {
        let before = decided.before.clone();
        return document.refuse_code(&repair(
            decided,
            (table, row),
            "kode",
            sources,
            (before.clone(), before),
        ));
    }
    let text = decided.text().trim().to_owned();
    let before = if is_stated { text.clone() } else { printed.unwrap_or_default() };
    let code = Kode::of(&text);
    document.decide_code(repair(decided, (table, row), "kode", sources, (before, text)), code)
}

/// The text and the meaning of an answer, if the column accepts it: in a column of amounts or percents a number.
#[must_use]
pub fn accepted(column: &Column, value: &str) -> Option<(String, Meaning)> {
    if value.is_empty() {
        return None;
    }
    let number = |text: &str| settled_number(column.kind, text).filter(|_| column.kind.is_numeric());
    if let Some((text, _)) = number(value)
        && let Some((text, number)) = number(&text)
    {
        return Some((text, Meaning { number: Some(number), ..Meaning::default() }));
    }
    let meaning = meaning(column, value);
    let said = meaning.number.is_some() || !meaning.items.is_empty();
    let fits = match column.kind {
        Kind::Rupiah | Kind::Percent => false,
        Kind::MeasureOrRupiah => said,
        _ => true,
    };
    fits.then(|| (value.to_owned(), meaning))
}

/// Asks about the cells of refused repairs. What was printed is an answer, where the column accepts it.
pub(in crate::solve) fn ask(document: &mut Document, held: &[(Decided, bool)]) {
    let withheld = |decided: &Decided| decided.verdict == Verdict::Refuse && !keeps_place(decided);
    for (decided, _) in held.iter().filter(|(decided, _)| withheld(decided)) {
        let Some((table, row, column)) = decided.cell() else { continue };
        let Some(found) = document.tables.get(table).filter(|found| row < found.rows.len()) else { continue };
        let declared = found.columns.iter().copied().find(|declared| declared.id == column);
        let Some(id) = declared.map(|declared| declared.id).or((column == "kode").then_some("kode")) else {
            continue;
        };
        let printed = match declared.filter(|declared| declared.kind != Kind::Code) {
            Some(declared) => accepted(declared, &decided.before).map(|_| decided.before.clone()),
            None => Kode::of(&decided.before).map(|code| code.to_string()),
        };
        let after = Some(decided.after.clone()).filter(|after| !after.is_empty());
        let finding = Finding {
            severity: Severity::Warning,
            table: Some(table),
            row: Some(row),
            column: Some(id),
            source: places(found, row, id).first().cloned(),
            message: refusal(&decided.after),
            found: Some(decided.before.clone()),
            candidates: printed.into_iter().chain(after).collect(),
            ..Finding::of(rules::refused(decided.rule))
        };
        document.ask_of_refused(finding);
    }
}

fn refusal(after: &str) -> Said {
    if after.is_empty() {
        return Said::new(
            "Perbaikan di sini ditolak oleh pemeriksa. Isi nilai yang benar.",
            "The repair here was refused by a person. Fill in the right value.",
        );
    }
    Said::new(
        format!("Perbaikan menjadi “{after}” ditolak oleh pemeriksa. Isi nilai yang benar."),
        format!("The repair to “{after}” was refused by a person. Fill in the right value."),
    )
}
