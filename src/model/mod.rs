//! Plain data that every stage shares: no reading, no deciding, no writing.

mod at;
mod decision;
mod digest;
mod form;
mod grid;
mod kode;
mod letters;
mod proof;
mod raw;
mod region;
mod said;
mod table;

pub use at::{At, LAST_COLUMN, LAST_ROW, NotAnAddress, Place, Span, column_letters};
pub use decision::{Decided, Decision, Subject, Verdict, Whereabouts};
pub use digest::sha256;
pub use form::{Column, Form, Formula, Kind, Layout, Role, Rows, YearOffset};
pub use grid::{Container, Grid, MARKER_SHEET, MERGED_SHEET, Workbook};
pub use kode::{Kode, NotACode, Shape, Tingkat};
pub use letters::letters;
pub(crate) use letters::{LETTERS, ascii};
pub use proof::{Finding, Grade, Proof, ProofKind, Repair, Severity};
pub use raw::{Moment, Raw, WHOLE_DIGITS, indonesian};
pub use region::{Fragment, Joint, Located, Page, RawRow, RawTable, Region, Slot};
pub use said::{Language, Said};
pub use table::{
    About, Cell, Conservation, Document, Edition, EditionEvidence, EditionGround, Item, Meaning, NoSuchCell,
    Row, Section, Status, Table, Unit, UnitGround, UnitSaid,
};
