//! A row of the document whose code is being settled: what may be said of it, and what may be changed without a repair.

use crate::model::{Cause, Document, Finding, Kode, Role, Said, Severity, Tingkat};
use crate::rules;
use crate::solve::cells::places;

/// What becomes of the code of a row that nothing tells: what is printed stays.
pub(super) fn stays(shown: &str) -> Said {
    if shown.is_empty() {
        return Said::new("tidak ada kode yang tercetak", "no code is printed");
    }
    Said::new(format!("kode tercetak “{shown}” dibiarkan"), format!("the printed code “{shown}” stays"))
}

/// Why a name that no code has is asked about.
pub(super) const fn not_published(shown: &str) -> Cause {
    if shown.is_empty() { rules::unknown_name::NO_CODE } else { rules::unknown_name::CODE_STAYS }
}

/// A row of the document.
#[derive(Clone, Copy)]
pub(super) struct Position {
    pub(super) table: usize,
    pub(super) row: usize,
}

impl Position {
    /// Gives the row a level.
    pub(super) fn set_level(self, document: &mut Document, level: Tingkat) {
        document.state_level(self.table, self.row, level);
    }

    /// Says which row a row repeats, belongs to or stands below.
    pub(super) fn set_of(self, document: &mut Document, of: Option<usize>) {
        document.state_of(self.table, self.row, of);
    }

    /// Gives the row a code that is as printed.
    pub(super) fn set_code(self, document: &mut Document, code: &Kode) {
        document.state_code(self.table, self.row, code);
    }

    /// Marks the row's code as not settled.
    pub(super) fn leave_open(self, document: &mut Document) {
        document.leave_code_open(self.table, self.row);
    }

    /// Adds a finding about the code of the row.
    pub(super) fn report(
        self,
        document: &mut Document,
        cause: Cause,
        severity: Severity,
        message: Said,
        candidates: Vec<String>,
    ) {
        let table = document.tables.get(self.table);
        let column = table.and_then(|table| table.columns.iter().find(|column| column.role == Role::Code));
        let place = table.and_then(|table| places(table, self.row, "kode").first().cloned());
        document.findings.push(Finding {
            severity,
            about: None,
            table: Some(self.table),
            row: Some(self.row),
            column: Some(column.map_or("kode", |column| column.id)),
            source: place,
            message,
            expected: None,
            found: None,
            candidates,
            ..Finding::of(cause)
        });
    }
}
