//! Every repair proven again, every status accounted for.

use super::file::{Audit, AuditProof, AuditRepair, AuditTable, NotAnAudit};
use super::index::Index;
use super::{arithmetic, calculated, codes, data, footing, merged, moves, texts, trail, twins};
use crate::model::{ProofKind, Said, Table};

/// Something in an audit that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The id of the table.
    pub table: String,
    /// The index of the row in the table.
    pub row: usize,
    /// The id of the column.
    pub column: String,
    /// The rule of the repair or finding concerned; empty where one is missing.
    pub rule: String,
    /// Where it stands in the input.
    pub source: Option<String>,
    /// What does not hold.
    pub why: Said,
    /// The proof that does not hold, where it is one.
    pub proof: Option<(ProofKind, String)>,
}

/// What came of verifying an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many repairs were proven again.
    pub proven: usize,
    /// How many of these a person decided.
    pub persons: usize,
    /// How many repairs there are.
    pub repairs: usize,
    /// What does not hold, in the order of the audit.
    pub failures: Vec<Failure>,
}

impl Verdict {
    /// Whether everything holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.failures.is_empty()
    }
}

/// Proves every repair of a model in JSON again from that JSON alone, and accounts for the status of every cell.
///
/// # Errors
/// If the text is no such model.
pub fn verify(json: &str) -> Result<Verdict, NotAnAudit> {
    let audit = Audit::parse(json)?;
    let models = audit.models();
    let words = texts::Words::of(&audit);
    let known = Index::of(&audit, &models);
    let sheets = calculated::Sheets::of(&audit);
    let mut failures = Vec::new();
    for repair in &audit.repairs {
        let case = Case::of(&audit, &models, (&words, &known, &sheets), repair);
        let why = case.map_or_else(|| vec![(None, unknown_place())], |case| case.faults());
        failures.extend(why.into_iter().map(|(proof, why)| Failure { proof, ..Failure::of(repair, why) }));
    }
    let failed = failures.iter().map(|failure| (&failure.table, failure.row, &failure.column, &failure.rule));
    let mut failed: Vec<_> = failed.collect();
    failed.dedup();
    let proven = audit.repairs.len() - failed.len();
    failures.extend(footing::failures(&audit, &models, &known));
    failures.extend(trail::failures(&audit, &models));
    let by_person =
        |repair: &&AuditRepair| repair.proofs.iter().any(|proof| proof.kind() == Some(ProofKind::Person));
    let persons = audit.repairs.iter().filter(by_person).count();
    Ok(Verdict { proven, persons, repairs: audit.repairs.len(), failures })
}

impl Failure {
    /// What does not hold of a repair as a whole.
    pub(super) fn of(repair: &AuditRepair, why: Said) -> Self {
        Self {
            table: repair.table.clone(),
            row: repair.row,
            column: repair.column.clone(),
            rule: repair.rule.clone(),
            source: repair.source.clone(),
            why,
            proof: None,
        }
    }
}

fn unknown_place() -> Said {
    Said::new(
        "Tabel, baris atau kolom ini tidak ada dalam audit.",
        "The audit has no such table, row or column.",
    )
}

/// One repair with what surrounds it.
pub(super) struct Case<'a> {
    pub(super) audit: &'a Audit,
    pub(super) models: &'a [Option<Table>],
    pub(super) words: &'a texts::Words,
    pub(super) known: &'a Index<'a>,
    pub(super) sheets: &'a calculated::Sheets,
    pub(super) index: usize,
    pub(super) table: &'a AuditTable,
    pub(super) model: &'a Table,
    pub(super) repair: &'a AuditRepair,
}

impl<'a> Case<'a> {
    fn of(
        audit: &'a Audit,
        models: &'a [Option<Table>],
        (words, known, sheets): (&'a texts::Words, &'a Index<'a>, &'a calculated::Sheets),
        repair: &'a AuditRepair,
    ) -> Option<Self> {
        let index = audit.tables.iter().position(|table| table.id == repair.table)?;
        let (table, model) = (audit.tables.get(index)?, models.get(index)?.as_ref()?);
        table.rows.get(repair.row)?;
        let is_column = repair.column == "kode" || model.position(&repair.column).is_some();
        is_column.then_some(Self { audit, models, words, known, sheets, index, table, model, repair })
    }

    /// What does not hold of the repair, each with its proof where it is one.
    fn faults(&self) -> Vec<(Option<(ProofKind, String)>, Said)> {
        let mut faults = Vec::new();
        if crate::rules::rule(&self.repair.rule).is_none() {
            faults.push((None, Said::new("Aturan ini tidak dikenal.", "There is no such rule.")));
        }
        if self.repair.proofs.is_empty() {
            faults.push((None, Said::new("Perbaikan ini tanpa bukti.", "This repair has no proof.")));
        }
        if self.repair.moved().is_some() && !moves::is_told(self) {
            let why = Said::new(
                "Yang dipindahkan bukan yang tertulis di sana.",
                "What was moved is not what stands there.",
            );
            faults.push((None, why));
        }
        if self.repair.moved().is_some_and(|change| !moves::is_from_there(self, change)) {
            let why = Said::new(
                "Sel itu tidak tercetak di bawah tajuk asal yang disebut.",
                "The cell is not printed below the header that it is said to come from.",
            );
            faults.push((None, why));
        }
        faults.extend(self.repair.proofs.iter().filter(|proof| !self.holds(proof)).map(|proof| {
            let (kind, text) = (&proof.kind, &proof.text);
            let why = Said::new(
                format!("Bukti “{kind}” tidak terpenuhi: {text}."),
                format!("The proof “{kind}” does not hold: {text}."),
            );
            (proof.kind().map(|kind| (kind, text.clone())), why)
        }));
        faults
    }

    fn holds(&self, proof: &AuditProof) -> bool {
        data::agree(self, proof) && self.holds_in_words(proof)
    }

    fn holds_in_words(&self, proof: &AuditProof) -> bool {
        if let Some(change) = self.repair.moved() {
            return moves::holds(self, change, proof);
        }
        match proof.kind() {
            Some(ProofKind::Sum | ProofKind::Formula) => arithmetic::holds(self, proof),
            Some(ProofKind::Twin) => twins::holds(self, &proof.text),
            Some(ProofKind::Codification) => codes::holds(self, &proof.text),
            Some(ProofKind::Sibling) => texts::sibling_holds(self, &proof.text),
            Some(ProofKind::Vocabulary) => texts::vocabulary_holds(self, &proof.text),
            Some(ProofKind::Typography) if self.repair.column == "kode" => {
                codes::typography_holds(self, &proof.text)
            }
            Some(ProofKind::Typography) if calculated::is_concerned(self) => {
                calculated::holds(self, &proof.text)
            }
            Some(ProofKind::Typography) => texts::typography_holds(self, &proof.text),
            Some(ProofKind::Person) => proof.text == self.repair.after,
            Some(ProofKind::Header) => merged::holds(self, &proof.text),
            None => false,
        }
    }
}
