//! The decisions that a person wrote on a sheet of a workbook.

use super::{Meant, NoDecisions, Written};
use crate::model::{At, Grid, Whereabouts};
use crate::rules;
use crate::write::xlsx::TOGETHER;

/// The headings of the column of decisions.
const DECISION: [&str; 2] = ["Keputusan", "Decision"];

/// The id of a rule, of which the sheet has the name.
fn rule_named(text: String) -> String {
    rules::id_named(&text).map_or(text, |id| id.to_string())
}

/// Where a line says that it was decided: the sheet of the table, the code of the row, the heading of the column. A
/// row without a code is known by its cell alone.
fn whereabouts(sheet: &str, code: &str, column: &str) -> Option<Whereabouts> {
    let table = match sheet.split_once(" (") {
        Some((form, count)) => format!("{form}#{}", count.trim_end_matches(')')),
        None => format!("{sheet}#1"),
    };
    let known = !sheet.is_empty() && !code.is_empty() && !column.is_empty();
    known.then(|| Whereabouts {
        table,
        row: None,
        column: column.to_owned(),
        code: Some(code.to_owned()),
        name: None,
    })
}

/// The decisions of a sheet that has a column for them.
pub(super) fn from_sheet(sheet: &Grid) -> Result<Vec<Meant>, NoDecisions> {
    let heading = |at: At, names: [&str; 2]| sheet.get(at).is_some_and(|raw| names.contains(&&*raw.shown()));
    let rows = sheet.rows();
    let headings = rows.iter().copied().find(|row| sheet.row(*row).any(|(at, _)| heading(at, DECISION)));
    let Some(headings) = headings else { return Ok(Vec::new()) };
    let column =
        |names: [&str; 2]| sheet.row(headings).find(|(at, _)| heading(*at, names)).map(|(at, _)| at.column);
    let [decision, id] = [column(DECISION), column(["Id", "Id"])];
    let [source, rule] = [column(["Sel sumber", "Source cell"]), column(["Aturan", "Rule"])];
    let [before, after] = [column(["Semula", "Before"]), column(["Menjadi", "After"])];
    let [table, code] = [column(["Tabel", "Table"]), column(["Kode", "Code"])];
    let [place, found] = [column(["Kolom", "Column"]), column(["Tertulis", "Found"])];
    let question = before.is_none() || after.is_none();
    let before = before.or(found);
    let read = |row: u32, column: Option<u16>| {
        let found = column.and_then(|column| sheet.get(At::new(row, column)));
        found.map_or_else(String::new, |raw| raw.shown().into_owned())
    };
    let written = |row: u32| Written {
        id: read(row, id),
        sources: read(row, source),
        rule: rule_named(read(row, rule)),
        before: before.map(|column| read(row, Some(column))),
        after: read(row, after),
        at: whereabouts(&read(row, table), &read(row, code), &read(row, place)),
        word: read(row, decision),
        question,
    };
    let below = rows.iter().copied().filter(|row| *row > headings);
    let mut meant = Vec::new();
    for row in below {
        for one in parted(written(row))? {
            meant.push(one.meant()?);
        }
    }
    Ok(meant)
}

/// What is written beside one repair, or beside each of several that stand on one line. Behind the word may stand the
/// cells that it is about, `tolak N13, N15`; then it is not about the others.
fn parted(line: Written) -> Result<Vec<Written>, NoDecisions> {
    let ids: Vec<&str> = line.id.split(TOGETHER).collect();
    let cells: Vec<&str> = line.sources.split(TOGETHER).collect();
    if line.question || ids.len() < 2 || ids.len() != cells.len() {
        return Ok(vec![line]);
    }
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':');
    let mut words = line.word.split(parts).filter(|word| !word.is_empty());
    let word = words.next().unwrap_or_default().to_owned();
    let named: Vec<String> = words.map(str::to_uppercase).collect();
    let holds = |cells: &str, name: &str| {
        let own = |cell: &str| cell.to_uppercase() == name || cell.rsplit('!').next() == Some(name);
        cells.split(", ").any(own)
    };
    if named.iter().any(|name| !cells.iter().any(|cells| holds(cells, name))) {
        return Err(NoDecisions::Unclear { place: line.sources, word: line.word, question: false });
    }
    let one = |(id, cells): (&str, &str)| Written {
        id: id.to_owned(),
        sources: cells.to_owned(),
        rule: line.rule.clone(),
        word: word.clone(),
        ..Written::default()
    };
    let chosen = |cells: &&str| named.is_empty() || named.iter().any(|name| holds(cells, name));
    Ok(ids.into_iter().zip(cells).filter(|(_, cells)| chosen(cells)).map(one).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::Decisions;
    use super::*;
    use crate::model::{Decision, Raw, Verdict};

    #[test]
    fn a_word_beside_several_repairs_is_about_all_or_about_the_cells_that_it_names() {
        let refused = |word: &str| {
            let line = Written {
                id: "P-1; P-2; P-3".to_owned(),
                sources: "A!B3; A!B4, A!C4; A!B5".to_owned(),
                word: word.to_owned(),
                ..Written::default()
            };
            parted(line).map(|all| all.into_iter().map(|one| (one.id, one.word)).collect::<Vec<_>>())
        };
        let ids = |word: &str| refused(word).unwrap().into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(ids("tolak"), ["P-1", "P-2", "P-3"]);
        assert_eq!(ids("tolak: b3, C4"), ["P-1", "P-2"]);
        assert_eq!(ids("Tolak A!B5"), ["P-3"]);
        assert_eq!(refused("tolak B5").unwrap()[0].1, "tolak");
        assert!(refused("tolak B9").is_err(), "a cell that is none of them is asked about");
    }

    #[test]
    fn the_columns_of_decisions_are_found_by_their_headings() {
        let line = |row: u32, texts: &[&str]| -> Vec<(At, Raw)> {
            (0..).zip(texts).map(|(column, text)| (At::new(row, column), Raw::text(text))).collect()
        };
        let repairs = Grid::new(
            "Perbaikan",
            [
                line(1, &["Sel sumber", "Semula", "Menjadi", "Keputusan"]),
                line(2, &["A!B3", "1,000", "1.000", "Tolak"]),
                line(3, &["A!B4", "2,000", "2.000", ""]),
            ]
            .concat(),
        );
        let findings = Grid::new(
            "Findings",
            [
                line(0, &["Rule", "Source cell", "Decision"]),
                line(1, &["overprinted", "A!C9", "90 %"]),
                line(2, &["Tercetak bertumpuk", "A!C9", "90 %"]),
            ]
            .concat(),
        );
        let refused = Decision {
            verdict: Verdict::Refuse,
            id: String::new(),
            sources: "A!B3".into(),
            rule: String::new(),
            before: Some("1,000".into()),
            after: "1.000".into(),
            at: None,
        };
        assert_eq!(
            from_sheet(&repairs).unwrap(),
            [Meant::Decision(Box::new(refused.clone())), Meant::Nothing]
        );
        let chosen = Decision {
            verdict: Verdict::Choose("90 %".into()),
            id: String::new(),
            sources: "A!C9".into(),
            rule: "overprinted".into(),
            before: None,
            after: String::new(),
            at: None,
        };
        let by_id_and_by_name = [0, 1].map(|_| Meant::Decision(Box::new(chosen.clone())));
        assert_eq!(from_sheet(&findings).unwrap(), by_id_and_by_name);
        let both = Decisions::new(vec![chosen, refused]).with_consents(BTreeSet::from(["P-1".to_owned()]));
        assert_eq!(Decisions::from_json(&both.to_json()).unwrap(), both);
    }
}
