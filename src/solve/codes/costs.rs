//! All that is weighed when the codes of a table are decided: costs, and the bounds that decide.
//!
//! A cost is a plain number, and only sums of costs are compared: of the ways through the tree of codes, a candidate for
//! each row, the one with the lowest sum is taken. A likeness is a share of one: 1 is the same name. `tests/quality/costs`
//! changes each constant and prints which test or figure falls; a constant that nothing needs is taken out.

// What speaks against a candidate of a row.

/// What the whole unlikeness of the printed name and the official one costs: an exact name costs nothing, one that
/// shares nothing costs this.
pub(super) const UNLIKENESS: f64 = 18.0;
/// What the whole unlikeness costs where only the code cells lead to the code.
pub(super) const UNLIKENESS_OF_CELLS: f64 = 3.0;
/// What it costs that only the code cells lead to a code, and its official name is not the printed one.
pub(super) const CODE_ALONE: f64 = 3.5;
/// What such a code costs besides where its cells are damaged.
pub(super) const DAMAGED: f64 = 1.0;
/// What such a code costs besides where no edition has it.
pub(super) const UNPUBLISHED: f64 = 0.7;
/// What each slip costs that the code cells must have for a code.
pub(super) const SLIP: f64 = 0.08;
/// The most slips that are counted: code cells with more cost as much as with these.
pub(super) const MOST_SLIPS: u32 = 40;
/// How many slips count for a printed code that lost parts between its first and its last.
pub(super) const LOST_MIDDLE: u32 = 8;
/// What a code costs that the code cells contradict.
pub(super) const CONTRADICTED: f64 = 5.0;
/// What it costs besides where these cells are undamaged.
pub(super) const CLEARLY: f64 = 2.0;
/// What it costs to leave a row without any code.
pub(super) const NO_CODE: f64 = 9.0;
/// What it costs to leave a proposal without a code.
pub(super) const PROPOSAL: f64 = 2.0;
/// What a code costs of another edition than the document's.
pub(super) const OTHER_EDITION: f64 = 1.2;
/// What a code costs that belongs to the other kind of government.
pub(super) const OTHER_GOVERNMENT: f64 = 3.0;
/// What a code costs of a level that no row of the table has for certain.
pub(super) const UNUSED_LEVEL: f64 = 1.0;

// A step from the code of a row to that of the next.

/// What it costs that a table begins below a bidang.
pub(super) const BEGINS_BELOW: f64 = 0.3;
/// What it costs that a row has the code of the row before.
pub(super) const REPEATED: f64 = 1.6;
/// What it costs that a code comes before the one above it, below the same parent.
pub(super) const FALLS_BACK: f64 = 1.5;
/// What it costs that a code comes before the one above it, below another parent.
pub(super) const PARENT_FALLS_BACK: f64 = 0.8;
/// What a bidang costs of which no urusan stands above.
pub(super) const NO_URUSAN: f64 = 0.2;
/// What a program costs of which no bidang stands above.
pub(super) const NO_BIDANG: f64 = 0.8;
/// What a kegiatan costs of which no program stands above.
pub(super) const NO_PROGRAM: f64 = 1.8;
/// What a kegiatan costs of which neither a program nor a bidang stands above.
pub(super) const NO_PROGRAM_NOR_BIDANG: f64 = 2.6;
/// What a sub kegiatan costs of which no kegiatan stands above.
pub(super) const NO_KEGIATAN: f64 = 1.8;
/// What a sub kegiatan costs of which neither a kegiatan nor a program stands above.
pub(super) const NO_KEGIATAN_NOR_PROGRAM: f64 = 3.2;
/// What a sub kegiatan costs of which neither a kegiatan, a program nor a bidang stands above.
pub(super) const SUB_KEGIATAN_ALONE: f64 = 4.0;
/// What any other code costs whose parent does not stand above.
pub(super) const NO_PARENT: f64 = 1.0;

// Which candidates a row has.

/// From this likeness on, two names are the same.
pub(super) const EXACT: f64 = 0.999;
/// The least likeness of a name that leads to a code.
pub(super) const SIMILAR: f64 = 0.7;
/// The fewest letters of a name that may be like another.
pub(super) const SIMILAR_LETTERS: usize = 6;
/// The most names that are like one.
pub(super) const SIMILAR_NAMES: usize = 10;
/// The most readings of damaged code cells.
pub(super) const READINGS: usize = 6;
/// The likeness of a name that is the beginning of the official one.
pub(super) const BEGINNING: f64 = 0.8;
/// The most candidates of a row.
pub(super) const CANDIDATES: usize = 14;
/// A proposal has something beside its name: so many filled cells.
pub(super) const CELLS_OF_PROPOSAL: usize = 2;
/// The fewest rows that tell which levels a table lists.
pub(super) const ROWS_OF_LEVELS: usize = 4;
/// The most bidang that one office has to do with.
pub(super) const MOST_BIDANG: usize = 8;

// Which edition a document follows.

/// What a code says for the edition that numbers as it does, where a name says 1.
pub(super) const CODE_OF_EDITION: usize = 2;
/// The fewest letters of a name that tells an edition.
pub(super) const LETTERS_OF_EDITION: usize = 8;
/// The fewest rows that tell the edition of 2006.
pub(super) const ROWS_OF_2006: usize = 2;

// What a decision must have to be put into the document.

/// By how much the best way must beat the second best.
pub(super) const SURE: f64 = 0.8;
/// How alike a name must be to overrule code cells that read cleanly another way.
pub(super) const OVERRULES: f64 = 0.9;
/// How alike a name must be where only the names and the tree speak for a code.
pub(super) const ALIKE_BY_NAME: f64 = 0.85;
/// How alike it must be where code cells, or a child below it with its exact official name, speak too.
pub(super) const ALIKE_SUPPORTED: f64 = 0.7;
/// The most slips of code cells that alone prove a code.
pub(super) const SLIPS_OF_PROOF: u32 = 6;
/// Below this likeness a name is no slip and no shorter way to say the official one.
pub(super) const UNLIKE: f64 = 0.35;
/// A person is offered candidates below this cost.
pub(super) const OFFERED: f64 = 9.0;
/// The most candidates that a person is offered.
pub(super) const MOST_OFFERED: usize = 4;

// Codes of the edition of 2006.

/// How alike a name must be to the official one for it to speak for a damaged code.
pub(super) const ALIKE_IN_2006: f64 = 0.88;
/// The fewest digits that are the beginning of a code and not a number of their own.
pub(super) const FEWEST_DIGITS: usize = 3;
/// What a row whose name tells its level says for a shape of the codes, or against it.
pub(super) const LEVEL_OF_SHAPE: i32 = 2;
/// What it says besides where the official name has the number, too.
pub(super) const NUMBER_OF_SHAPE: i32 = 2;
/// What it says where the name tells an office, and not which of its parts.
pub(super) const OFFICE_OF_SHAPE: i32 = 1;
/// What a code says against a shape that ends within the office's number, or goes on behind a rincian.
pub(super) const IMPOSSIBLE_SHAPE: i32 = 1;
/// What it says for a shape in which the office's number begins with the urusan and bidang before it.
pub(super) const REPEATED_BIDANG: i32 = 1;
