//! `rapikan` reads a messy Renja workbook, finds its tables, repairs them with proofs, and writes them in the
//! standard form.
//!
//! [`read`](fn@read) gives a [`Workbook`], [`clean`](fn@clean) makes a [`Document`] of it, [`write`](fn@write) the standard workbook of that:
//!
//! ```
//! use rapikan::Language;
//!
//! let workbook = rapikan::read("samples/resmi-10-kolom.xlsx")?;
//! let document = rapikan::clean(&workbook)?;
//! for finding in &document.findings {
//!     println!("{}", finding.message.within(Language::English));
//! }
//! let bytes = rapikan::write(&document, Language::Indonesian)?;
//! # assert!(!bytes.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A document has [`tables`](Document::tables) of [rows](Row) of [cells](Cell). What a cell says is its
//! [text](Cell::text), and its [number](Cell::number) where its column is of numbers; whether that was read as it stands,
//! was repaired, or is open is its [status](Cell::status). Every [`Repair`] has its [proofs](Repair::proofs) and the
//! [`Grade`] that follows from them; what nothing proves is never changed, but is a [`Finding`].
//!
//! The folder `examples` has whole programs: one that prints the open questions of a file, one that converts a folder,
//! and one with a check of its own. Everything that is not on this page is inside work and may change at any time.
//!
//! ```text
//! file ─read▶ Grid ─locate▶ Region ─assemble▶ RawRow ─solve▶ Table ─check▶ Finding ─write▶ xlsx · json · csv
//! ```

mod facade;

#[doc(hidden)]
pub mod assemble;
#[doc(hidden)]
pub mod audit;
#[cfg(not(target_family = "wasm"))]
#[doc(hidden)]
pub mod batch;
#[doc(hidden)]
pub mod browser;
#[doc(hidden)]
pub mod check;
#[cfg(not(target_family = "wasm"))]
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod codification;
#[doc(hidden)]
pub mod compare;
#[doc(hidden)]
pub mod document;
#[doc(hidden)]
pub mod forms;
#[doc(hidden)]
pub mod locate;
#[doc(hidden)]
pub mod model;
#[doc(hidden)]
pub mod pipeline;
#[doc(hidden)]
pub mod read;
#[doc(hidden)]
pub mod rules;
#[doc(hidden)]
pub mod solve;
#[doc(hidden)]
pub mod template;
#[doc(hidden)]
pub mod value;
#[cfg(not(target_family = "wasm"))]
#[doc(hidden)]
pub mod web;
#[doc(hidden)]
pub mod write;

#[doc(inline)]
pub use facade::{clean, read, to_csv, to_json, write};
#[doc(inline)]
pub use model::{
    About, At, Cell, Column, Conservation, Container, Decided, Document, Edition, Finding, Form, Grade, Grid,
    Item, Kind, Kode, Language, Layout, Meaning, Place, Proof, ProofKind, Repair, Role, Row, Said, Severity,
    Span, Status, Table, Tingkat, Unit, Workbook,
};
#[doc(inline)]
pub use pipeline::Failure;
#[doc(inline)]
pub use read::ReadError;
#[doc(inline)]
pub use write::WriteError;
