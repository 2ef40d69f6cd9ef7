//! Plain data that every stage shares: no reading, no deciding, no writing.

mod added;
mod at;
mod beside;
mod change;
mod closing;
mod decision;
mod digest;
mod edits;
mod evidence;
mod finding;
mod form;
mod format;
mod grid;
mod guarded;
mod kode;
mod letters;
mod marks;
mod notice;
mod pattern;
mod printed;
mod proof;
mod raw;
mod region;
mod said;
mod seal;
mod shape;
mod spot;
mod table;
mod tingkat;
mod unit;
mod years;

pub use added::{MOST_UNKNOWN, resembling, unknown};
pub use at::{At, LAST_COLUMN, LAST_ROW, NotAnAddress, Place, Span, column_letters};
pub use beside::{Beside, CellMark};
pub use change::{Change, PrintedBelow, PrintedCell, Slide};
pub use closing::{Closing, Note, NoteLine};
pub use decision::{Decided, Decision, Subject, Unmet, Verdict, Whereabouts};
pub use digest::sha256;
pub use edits::{edits, mistaken, sameness};
pub use evidence::{Evidence, Published, WordSource};
pub use finding::{Finding, Reference, Severity};
pub use form::{Column, Family, Form, Formula, Kind, Layout, Origin, Role, Rows, Since, YearOffset};
pub use format::{Dressed, dressed};
pub use grid::{Container, Grid, MARKED_HEAD, MARKER_SHEET, MERGED_SHEET, ORIGINAL_NOTE, OWN_CSV, Workbook};
pub use guarded::{guarded, unguarded};
pub use kode::{Kode, NotACode};
pub use letters::letters;
pub(crate) use letters::{LETTERS, ascii};
pub use marks::Marks;
pub use notice::Notice;
pub use pattern::Pattern;
pub use printed::{Printed, Standing};
pub use proof::{Footing, Grade, Proof, ProofKind, Repair};
pub use raw::{LONGEST_TEXT, Moment, Raw, WHOLE_DIGITS, indonesian};
pub use region::{Fragment, Joint, Located, Page, RawRow, RawTable, Region, Slot};
pub use said::{Language, Said};
pub use seal::{is_sealed, sealed};
pub use shape::Shape;
pub use spot::Spot;
pub use table::{
    About, Cell, Conservation, Document, Edition, EditionEvidence, EditionGround, Item, Meaning, NoSuchCell,
    Row, Section, Status, Table, Unit, UnitGround, UnitSaid,
};
pub use tingkat::Tingkat;
pub use unit::{unit_of_header, unit_of_line, unit_of_path};
pub use years::{open_year, years};
