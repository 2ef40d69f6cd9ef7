//! All that is weighed when the cells of a row are put into columns: costs, and the bounds that decide.
//!
//! A cost is a plain number, and only sums of costs are compared: the way of a row through its columns with the lowest sum
//! is taken. One is what a doubtful cell costs. `tests/quality/costs` changes each constant and prints which test or
//! figure falls; a constant that nothing needs is taken out.

// How badly a cell suits a column by what both are is a table of its own, one row a look: `column_cost.rs`, for what a text
// names `named.rs`, for the pieces of a continuation `continuation/attach.rs`. The costs below are weighed against those.

// The way of a row through its columns.

/// A cell that finds no column.
pub(super) const UNPLACED: f64 = 7.0;
/// Each sheet column between a cell and the header of the column that takes it.
pub(super) const DISPLACED: f64 = 0.12;
/// So many columns of displacement cost no less than more of them.
pub(super) const FARTHEST: i32 = 8;
/// Each change of displacement from one cell of a row to the next.
pub(super) const SHIFTED: f64 = 0.7;
/// A text that joins the text of the cell before.
pub(super) const JOINED_TEXT: f64 = 2.2;
/// Digits that join the amount of the cell before.
pub(super) const JOINED_DIGITS: f64 = 2.5;
/// Any other cell that joins the one before.
pub(super) const JOINED: f64 = 4.0;
/// How much less a cell costs that joins the one before, where it is proven to be the rest of that.
pub(super) const PROVEN_REST: f64 = 6.0;
/// How much less a cell costs that joins the one before for each character of that: long texts overflow more than short.
pub(super) const OVERFLOW: f64 = 0.001;
/// So many characters overflow no less than more of them.
pub(super) const LONGEST: u16 = 300;
/// An official name in the column of names.
pub(super) const OFFICIAL_NAME: f64 = -2.0;
/// The first text behind a code in the column of names.
pub(super) const BEHIND_CODE: f64 = -0.3;
/// The highest cost of a number, and of a text, in the column that it stands below, for the row to stand where it should.
pub(super) const NUMBER_IN_PLACE: f64 = 2.0;
/// The same for a text.
pub(super) const TEXT_IN_PLACE: f64 = 0.6;
/// How alike an official name a text behind a code must be to count as one with a slip.
pub(super) const NEARLY_OFFICIAL: f64 = 0.9;

// In which column a text stands in most rows.

/// How much less a text costs in the column in which it stands in most rows.
pub(super) const HABITUAL: f64 = 1.2;
/// What a text costs in any other column of texts.
pub(super) const NOT_HABITUAL: f64 = 0.8;

/// The fewest letters of a text that has a column of its own: a tick or an `ada` stands in any.
pub(super) const HABIT_LETTERS: usize = 4;
/// How often a text must stand in one column for that to be its own.
pub(super) const HABIT_ROWS: usize = 3;
/// The share in percent of the rows with a text that must have it in its own column; more than this.
pub(super) const HABIT_SHARE: usize = 75;

// A text that overflows into the next cell.

/// The fewest letters of the two parts together: fewer prove nothing.
pub(super) const OVERFLOW_LETTERS: usize = 10;
/// A text that stands more often than this belongs where it stands.
pub(super) const OVERFLOW_ROWS: usize = 2;
/// The most words of the name of a place.
pub(super) const PLACE_WORDS: usize = 3;

// A row that continues the row above.

/// Each sheet column between a cell of the continuation and the cell above that it continues.
pub(super) const BESIDE_HEAD: f64 = 0.5;
/// Two cells of the continuation that continue one cell above.
pub(super) const SAME_HEAD: f64 = 2.0;
/// From this cost on, a cell of a continuation continues no cell above, and stays in the column that it suits.
pub(super) const NO_HEAD: f64 = 6.0;
/// How alike an official name a text must be for a row of its own.
pub(super) const NAME_OF_ROW: f64 = 0.8;
/// How alike an official name the name above must be together with its continuation.
pub(super) const NAME_CONTINUED: f64 = 0.9;
/// How much more alike an official name two parts must be together than the first is alone.
pub(super) const NAME_GAIN: f64 = 0.02;
/// Below this likeness no official name is looked at.
pub(super) const NAME_LEAST: f64 = 0.6;
/// The fewest letters of which an official name may be the continuation.
pub(super) const CUT_LETTERS: usize = 8;
/// A row with a name and numbers has at least so many cells if it is no continuation.
pub(super) const CELLS_OF_ROW: usize = 4;
/// A row of at most so many cells may be a continuation without a page break before it.
pub(super) const CELLS_OF_CONTINUATION: usize = 2;
/// So many amounts that continue amounts above prove a continuation.
pub(super) const CONTINUED_AMOUNTS: usize = 2;
/// The most digits of the end of a cut amount.
pub(super) const END_OF_AMOUNT: usize = 3;
/// The fewest letters of a text that names what follows it.
pub(super) const BANNER_LETTERS: usize = 4;
/// The fewest letters of a name that stands alone in its row, below one that is whole.
pub(super) const NAME_LETTERS: usize = 5;

// What a value looks like.

/// The most digits of a number that is no amount.
pub(super) const DIGITS: usize = 4;
/// A stored whole number from this on is an amount.
pub(super) const LEAST_AMOUNT: i64 = 10_000;
/// The most characters of one quantity: a longer text that begins with a number is a sentence.
pub(super) const LONGEST_QUANTITY: usize = 100;
/// The fewest numbers of a longer text that is a stack of quantities.
pub(super) const STACKED: usize = 3;
/// The most words of such a text for each of its numbers.
pub(super) const WORDS_OF_QUANTITY: usize = 4;
/// The most letters of a grade such as `WTP`.
pub(super) const LONGEST_GRADE: usize = 4;

// Formulas.

/// The most arrangements of the numbers of a row that are tried.
pub(super) const ARRANGEMENTS: usize = 5000;
