//! The trail itself: every changed cell has its repair, every open one its finding, every text its last repair.

use std::collections::{BTreeMap, BTreeSet};

use super::arithmetic::value;
use super::file::{Audit, AuditCell, AuditRepair, AuditTable};
use super::verify::Failure;
use crate::forms::{Law, Spot, laws};
use crate::model::{Kind, Role, Said, Table};
use crate::value::measure::{Measures, measures};
use crate::value::number;

type Key<'a> = (&'a str, usize, &'a str);

/// Everything in which statuses, repairs, findings and laws do not fit together.
pub(super) fn failures(audit: &Audit, models: &[Option<Table>]) -> Vec<Failure> {
    let trails = trails(audit);
    let found = findings(audit);
    let decided: BTreeSet<Key<'_>> = decisions(audit).map(|(key, _)| key).collect();
    let moved = moved(audit);
    let mut failures: Vec<Failure> = Vec::new();
    // What stays as a person said is reported by that.
    let mut said = found.clone();
    said.extend(decisions(audit).filter_map(|(key, rule)| Some((key, rule?))));
    for (table, model) in audit.tables.iter().zip(models) {
        let Some(model) = model else {
            let why =
                Said::new("Formulir atau tata letak ini tidak dikenal.", "The form or layout is not known.");
            failures.push(failure(table, 0, "", "", None, why));
            continue;
        };
        for (row, cells) in table.rows.iter().enumerate() {
            let code = cells.code_status.as_deref().unwrap_or("as_is");
            let shown = cells.code.as_deref().unwrap_or_default();
            let place = Place { table, row, column: "kode", source: None };
            failures.extend(place.status(code, shown, &trails, &moved, &found, &decided));
            for column in model.columns.iter().filter(|column| column.role != Role::Code) {
                let cell = cells.cells.get(column.id);
                let place = Place {
                    table,
                    row,
                    column: column.id,
                    source: cell.and_then(|cell| cell.source.clone()),
                };
                let status = cell.map_or("", |cell| cell.status.as_str());
                let text = cell.map_or("", |cell| cell.text.as_str());
                failures.extend(place.status(status, text, &trails, &moved, &found, &decided));
                failures.extend(cell.and_then(|cell| place.number(column.kind, cell)));
            }
        }
        failures.extend(unsaid(table, model, &said));
    }
    failures
}

fn trails(audit: &Audit) -> BTreeMap<Key<'_>, Vec<&AuditRepair>> {
    let mut trails: BTreeMap<Key<'_>, Vec<&AuditRepair>> = BTreeMap::new();
    for repair in audit.repairs.iter().filter(|repair| repair.moved().is_none()) {
        trails.entry((&repair.table, repair.row, &repair.column)).or_default().push(repair);
    }
    trails
}

/// The grades of the moves through each cell.
fn moved(audit: &Audit) -> BTreeMap<Key<'_>, Vec<&str>> {
    let mut grades: BTreeMap<Key<'_>, Vec<&str>> = BTreeMap::new();
    for repair in &audit.repairs {
        let table = audit.tables.iter().find(|table| table.id == repair.table);
        let Some((change, table)) = repair.moved().zip(table) else { continue };
        for row in (change.rows.0..table.rows.len()).take_while(|row| change.holds_row(*row)) {
            for column in change.goals() {
                grades.entry((&repair.table, row, column)).or_default().push(&repair.grade);
            }
        }
    }
    grades
}

fn findings(audit: &Audit) -> BTreeSet<(Key<'_>, &str)> {
    let place = |finding: &'_ super::file::AuditFinding| finding.row.is_some();
    audit
        .findings
        .iter()
        .filter(|finding| place(finding))
        .filter_map(|finding| {
            let key = (finding.table.as_deref()?, finding.row?, finding.column.as_deref()?);
            Some((key, finding.rule.as_str()))
        })
        .collect()
}

/// What a person decided of cells: their places, and what stays as a rule found it.
fn decisions(audit: &Audit) -> impl Iterator<Item = (Key<'_>, Option<&str>)> {
    audit.decisions.iter().filter_map(|decision| {
        let at = decision.at.as_ref().filter(|_| decision.followed != Some(false))?;
        let key = (at.table.as_str(), at.row?, at.column.as_str());
        Some((key, decision.stays.then_some(decision.rule.as_str())))
    })
}

fn failure(
    table: &AuditTable,
    row: usize,
    column: &str,
    rule: &str,
    source: Option<String>,
    why: Said,
) -> Failure {
    Failure {
        table: table.id.clone(),
        row,
        column: column.to_owned(),
        rule: rule.to_owned(),
        source,
        why,
        proof: None,
    }
}

struct Place<'a> {
    table: &'a AuditTable,
    row: usize,
    column: &'a str,
    source: Option<String>,
}

impl Place<'_> {
    fn fail(&self, rule: &str, why: Said) -> Failure {
        failure(self.table, self.row, self.column, rule, self.source.clone(), why)
    }

    /// Whether the status of a cell or code, its text and its repairs fit together.
    fn status(
        &self,
        status: &str,
        text: &str,
        trails: &BTreeMap<Key<'_>, Vec<&AuditRepair>>,
        moved: &BTreeMap<Key<'_>, Vec<&str>>,
        found: &BTreeSet<(Key<'_>, &str)>,
        decided: &BTreeSet<Key<'_>>,
    ) -> Vec<Failure> {
        let key = (self.table.id.as_str(), self.row, self.column);
        let trail = trails.get(&key).map(Vec::as_slice).unwrap_or_default();
        let mut failures = Vec::new();
        if status == "unresolved" {
            if found.range((key, "")..).next().is_none_or(|(place, _)| *place != key) {
                let why =
                    Said::new("Belum pasti, tetapi tanpa temuan.", "Unresolved, but without a finding.");
                failures.push(self.fail("", why));
            }
            return failures;
        }
        if status == "decided" && !decided.contains(&key) {
            let why =
                Said::new("Berstatus decided, tetapi tanpa keputusan.", "Decided, but without a decision.");
            failures.push(self.fail("", why));
        }
        let graded = |grade: &str| trail.iter().any(|repair| repair.grade == grade);
        let wanted = match (graded("B"), graded("A")) {
            _ if decided.contains(&key) => "decided",
            (true, _) => "likely",
            (false, true) => "proven",
            (false, false) => "as_is",
        };
        // An emptied cell is left out of the model, and its status with it.
        let emptied = text.is_empty() && status.is_empty();
        // Of a run of rows, some cells may stand where they are printed: those are as sure as their own repairs say.
        let moved = moved.get(&key).map(Vec::as_slice).unwrap_or_default();
        let with_move = match (wanted, moved.contains(&"B"), moved.is_empty()) {
            (_, true, _) => "likely",
            ("as_is", false, false) => "proven",
            _ => wanted,
        };
        if status != wanted && status != with_move && !emptied {
            let why = Said::new(
                format!("Berstatus {status}, padahal menurut perbaikannya {wanted}."),
                format!("Its status is {status}, but by its repairs it is {wanted}."),
            );
            failures.push(self.fail("", why));
        }
        failures.extend(self.chain(trail, text));
        failures
    }

    /// Each repair must begin where the one before ended, and the last end in what stands there.
    fn chain(&self, trail: &[&AuditRepair], text: &str) -> Vec<Failure> {
        let befores = trail.iter().skip(1).map(|next| next.before.as_str()).chain([text]);
        let broken = trail.iter().zip(befores).filter(|(repair, next)| repair.after != *next);
        broken
            .map(|(repair, next)| {
                let after = &repair.after;
                let why = Said::new(
                    format!("Perbaikan berakhir pada “{after}”, tetapi yang tertulis “{next}”."),
                    format!("The repair ends in “{after}”, but “{next}” stands there."),
                );
                self.fail(&repair.rule, why)
            })
            .collect()
    }

    /// The number of a cell must be what its text says: an amount, a percent, or the number of a quantity.
    fn number(&self, kind: Kind, cell: &AuditCell) -> Option<Failure> {
        let number = cell.number?;
        let readings = match kind {
            Kind::Percent => number::percent(&cell.text),
            Kind::Rupiah | Kind::MeasureOrRupiah => number::rupiah(&cell.text),
            _ => Vec::new(),
        };
        let written = readings.iter().any(|reading| reading.value == number);
        let one = || matches!(measures(&cell.text), Measures::One(one) if one.number == Some(number));
        let measured = readings.is_empty() && one();
        (!written && !measured).then(|| {
            let text = &cell.text;
            let why = Said::new(
                format!("Angkanya {number}, tetapi tertulis “{text}”."),
                format!("Its number is {number}, but “{text}” is written."),
            );
            self.fail("", why)
        })
    }
}

/// Laws that fail without a finding that says so.
fn unsaid(table: &AuditTable, model: &Table, found: &BTreeSet<(Key<'_>, &str)>) -> Vec<Failure> {
    let value = |spot: Spot| value(model, spot);
    let open = |spot: Spot| {
        let column = model.columns.get(spot.column);
        let cell = column.and_then(|column| table.rows.get(spot.row)?.cells.get(column.id));
        cell.is_some_and(|cell| cell.status == "unresolved")
    };
    let failing = |law: &Law| law.holds(&value) == Some(false) && !law.spots().any(open);
    let laws: Vec<Law> = laws(model).into_iter().filter(failing).collect();
    let silent = laws.iter().filter_map(|law| {
        let column = model.columns.get(law.result.column)?.id;
        let key = (table.id.as_str(), law.result.row, column);
        let here = found.range((key, "")..).take_while(|(place, _)| *place == key);
        let said = here.into_iter().any(|(_, rule)| rule.ends_with("-mismatch"));
        (!said).then(|| {
            let arithmetic = law.arithmetic(&value);
            let why = Said::new(
                format!("Tidak cocok dan tidak dilaporkan: {arithmetic}."),
                format!("It does not hold and is not reported: {arithmetic}."),
            );
            failure(table, law.result.row, column, "", None, why)
        })
    });
    silent.collect()
}
