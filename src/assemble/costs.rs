//! All that is weighed when the cells of a row are put into columns: costs, and the bounds that decide.
//!
//! A cost is a plain number, and only sums of costs are compared: the way of a row through its columns with the lowest sum
//! is taken. One is what a doubtful cell costs. `tests/quality/costs` changes each constant and prints which test or
//! figure falls; a constant that nothing needs is taken out.

// How badly a cell suits a column by what both are is a table of its own, one row a look: `column_cost.rs`, for what a text
// names `named.rs`, for the pieces of a continuation `continuation/attach.rs`. The costs below are weighed against those.

// The way of a row through its columns.

/// What it costs to leave a cell without a column.
pub(super) const UNPLACED: f64 = 7.0;
/// What a cell costs for each sheet column between it and the header of the column that takes it.
pub(super) const DISPLACED: f64 = 0.12;
/// The most sheet columns of displacement that are counted: farther cells cost as much as these.
pub(super) const FARTHEST: i32 = 8;
/// What it costs that two neighbouring cells of a row are displaced by different numbers of sheet columns.
pub(super) const SHIFTED: f64 = 0.7;
/// What it costs to join a text to the text in the cell before.
pub(super) const JOINED_TEXT: f64 = 2.2;
/// What it costs to join digits to the amount in the cell before.
pub(super) const JOINED_DIGITS: f64 = 2.5;
/// What it costs to join any other cell to the one before.
pub(super) const JOINED: f64 = 4.0;
/// How much less joining costs where the cell is proven to be the rest of the one before.
pub(super) const PROVEN_REST: f64 = 6.0;
/// How much less joining costs for each character of the cell before: long texts overflow more often than short ones.
pub(super) const OVERFLOW: f64 = 0.001;
/// The most characters of the cell before that are counted for that: longer texts overflow as easily as these.
pub(super) const LONGEST: u16 = 300;
/// What an official name costs in the column of names; it is negative, for the name belongs there.
pub(super) const OFFICIAL_NAME: f64 = -2.0;
/// What the first text behind a code costs in the column of names; it is negative, for a name usually stands there.
pub(super) const BEHIND_CODE: f64 = -0.3;
/// The most that a number may cost in the column that it stands below, for its row to count as one that did not
/// slide.
pub(super) const NUMBER_IN_PLACE: f64 = 2.0;
/// The most that a text may cost in the column that it stands below, for its row to count as one that did not slide.
pub(super) const TEXT_IN_PLACE: f64 = 0.6;
/// The least likeness, a share of one, of a text behind a code to an official name for it to count as that name with
/// a slip.
pub(super) const NEARLY_OFFICIAL: f64 = 0.9;

// In which column a text stands in most rows.

/// How much less a text costs in the column in which it stands in most rows.
pub(super) const HABITUAL: f64 = 1.2;
/// What a text that has such a column costs in every other column of texts.
pub(super) const NOT_HABITUAL: f64 = 0.8;

/// The fewest letters of a text that may have a column of its own: a tick or an `ada` stands in any.
pub(super) const HABIT_LETTERS: usize = 4;
/// The fewest rows in which a text must stand in one column for that to be its own.
pub(super) const HABIT_ROWS: usize = 3;
/// The percent of the rows with a text of which more must have it in one column for that to be its own.
pub(super) const HABIT_SHARE: usize = 75;

// A text that overflows into the next cell.

/// The fewest letters that two parts of a text must have together for their being one text to prove anything.
pub(super) const OVERFLOW_LETTERS: usize = 10;
/// The most rows in which a part of a text may stand by itself and still be one: what stands oftener belongs where it
/// stands.
pub(super) const OVERFLOW_ROWS: usize = 2;
/// The most words that the name of a place has.
pub(super) const PLACE_WORDS: usize = 3;

// A row that continues the row above.

/// What a cell of a continuation costs for each sheet column between it and the cell above that it continues.
pub(super) const BESIDE_HEAD: f64 = 0.5;
/// What it costs that two cells of a continuation continue the same cell above.
pub(super) const SAME_HEAD: f64 = 2.0;
/// The cost from which on a cell of a continuation continues no cell above, and stays in the column that it suits.
pub(super) const NO_HEAD: f64 = 6.0;
/// The least likeness of a text to an official name, a share of one, for it to begin a row of its own.
pub(super) const NAME_OF_ROW: f64 = 0.8;
/// The least likeness that the name above must have to an official one together with its continuation.
pub(super) const NAME_CONTINUED: f64 = 0.9;
/// How much more alike an official name two parts must be together than the first is alone, as a share of one.
pub(super) const NAME_GAIN: f64 = 0.02;
/// The likeness below which no official name is looked at.
pub(super) const NAME_LEAST: f64 = 0.6;
/// The fewest letters that the beginning of a cut official name must have for what follows to continue it.
pub(super) const CUT_LETTERS: usize = 8;
/// The fewest cells of a row with a name and numbers for it to be no continuation.
pub(super) const CELLS_OF_ROW: usize = 4;
/// The most cells of a row that may be a continuation without a page break before it.
pub(super) const CELLS_OF_CONTINUATION: usize = 2;
/// The fewest amounts of a row that must continue amounts above for the row to be proven a continuation.
pub(super) const CONTINUED_AMOUNTS: usize = 2;
/// The most digits that the end of a cut amount has.
pub(super) const END_OF_AMOUNT: usize = 3;
/// The fewest letters of a text that stands alone and names the rows below it.
pub(super) const BANNER_LETTERS: usize = 4;
/// The fewest letters of a text that stands alone in its row below a whole name and is a name of its own.
pub(super) const NAME_LETTERS: usize = 5;

// What a value looks like.

/// The most digits of a number that counts as plain digits and not as an amount.
pub(super) const DIGITS: usize = 4;
/// The least whole number stored in a cell that counts as an amount of money.
pub(super) const LEAST_AMOUNT: i64 = 10_000;
/// The most characters of one quantity: a longer text that begins with a number is a sentence.
pub(super) const LONGEST_QUANTITY: usize = 100;
/// The fewest numbers of a text longer than a quantity for it to be a stack of quantities.
pub(super) const STACKED: usize = 3;
/// The most words that a stack of quantities has for each of its numbers.
pub(super) const WORDS_OF_QUANTITY: usize = 4;
/// The most letters of a grade such as `WTP`.
pub(super) const LONGEST_GRADE: usize = 4;

// Formulas.

/// The most arrangements of the numbers of a row that are tried against its formulas.
pub(super) const ARRANGEMENTS: usize = 5000;
