//! The vocabulary in which a form is declared. A form has no struct of its own: its meaning comes from the
//! roles and kinds of its columns.

use std::borrow::Cow;

use super::closing::Closing;
use super::tingkat::Tingkat;

/// A year relative to the plan year `n`.
pub type YearOffset = i8;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A running number.
    Ordinal,
    /// The code, printed in one or several cells.
    Code,
    /// The name of the urusan … sub kegiatan, indicator or proposal: what the row is about.
    Name,
    /// A second name that must say the same as the first (right half of T-C.31).
    TwinName,
    /// An indicator.
    Indicator,
    /// A place.
    Location,
    /// A target or achievement that stands beside an indicator.
    Target,
    /// An amount of money that adds up over the levels, of the plan year plus the offset.
    Amount(YearOffset),
    /// A goal or an objective under which rows stand, of this level: a row that prints it and has no name of its own
    /// is one of the goal.
    Goal(Tingkat),
    /// The source of funds.
    FundingSource,
    /// A remark.
    Remark,
    /// Anything else that is free text.
    Text,
    /// What no form declares: only its own header tells what it is. Nothing is read into its values.
    Unknown,
}

impl Role {
    /// Whether such a column says which row it is.
    #[must_use]
    pub const fn is_key(self) -> bool {
        matches!(self, Self::Ordinal | Self::Code | Self::Name | Self::Indicator | Self::Goal(_))
    }

    /// Whether names of the codification stand in such a column: the name of the row, or of the program that it is under.
    #[must_use]
    pub const fn names_entries(self) -> bool {
        match self {
            Self::Name | Self::TwinName => true,
            Self::Goal(level) => level.is_in_tree(),
            _ => false,
        }
    }
}

/// Where a column comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A form declares it.
    Declared,
    /// The header of a file added it beside the declared column of this id: a further year, one of a pair, a part, the
    /// value before or after a change.
    Like(&'static str),
    /// The header of a file added it, and it resembles no declared one.
    Unknown,
}

/// The type of a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Parts of a code.
    Code,
    /// A whole number counting rows.
    Ordinal,
    /// Free text.
    Text,
    /// A text, or several stacked in one cell.
    List,
    /// A quantity with its unit, a percent, or a predicate; or several stacked in one cell.
    Measure,
    /// Rupiah.
    Rupiah,
    /// Rupiah, or a measure.
    MeasureOrRupiah,
    /// A percent times 100 with two decimals and no sign.
    Percent,
}

impl Kind {
    /// Whether the column holds numbers that must be read as numbers.
    #[must_use]
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::Rupiah | Self::MeasureOrRupiah | Self::Percent)
    }
}

/// One logical column.
#[derive(Debug)]
pub struct Column {
    /// The id used in JSON and CSV.
    pub id: &'static str,
    /// What it is for.
    pub role: Role,
    /// The type of its values.
    pub kind: Kind,
    /// Its header, from the outermost group to the column itself; `{n}`, `{n-1}` … stand for years.
    pub header: &'static [&'static str],
    /// Other wordings of the last part of its header seen in the field.
    pub aliases: &'static [&'static str],
    /// What the official number row prints below it.
    pub number: &'static str,
    /// Its width in the standard workbook, in characters.
    pub width: f64,
    /// Whether a form declares it, or the header of a file added it.
    pub origin: Origin,
}

impl Column {
    /// Whether a form declares it.
    #[must_use]
    pub fn is_declared(&self) -> bool {
        self.origin == Origin::Declared
    }
}

/// A formula that the form prints in its number row.
#[derive(Clone, Debug)]
pub enum Formula {
    /// `result` = `numerator` / `denominator` × 100, with two decimals.
    Ratio {
        /// The percent column.
        result: &'static str,
        /// Divided …
        numerator: &'static str,
        /// … by this.
        denominator: &'static str,
    },
    /// `result` = `numerator` / `denominator`, with two decimals.
    Quotient {
        /// The column of the quotient.
        result: &'static str,
        /// Divided …
        numerator: &'static str,
        /// … by this.
        denominator: &'static str,
    },
    /// `result` = the last filled one of `terms`, which each include those before.
    Latest {
        /// The column that repeats it.
        result: &'static str,
        /// The columns, the earliest first.
        terms: Cow<'static, [&'static str]>,
    },
    /// `result` = the sum of `terms`, an empty one counting as 0.
    Sum {
        /// The column that holds the sum.
        result: &'static str,
        /// The columns that are added.
        terms: Cow<'static, [&'static str]>,
    },
    /// `result` = `minuend` − `subtrahend`.
    Difference {
        /// The column that holds the difference.
        result: &'static str,
        /// What it is taken from …
        minuend: &'static str,
        /// … and what is taken away.
        subtrahend: &'static str,
    },
}

impl Formula {
    /// The column that it calculates.
    #[must_use]
    pub const fn result(&self) -> &'static str {
        match self {
            Self::Ratio { result, .. }
            | Self::Quotient { result, .. }
            | Self::Latest { result, .. }
            | Self::Sum { result, .. }
            | Self::Difference { result, .. } => result,
        }
    }
}

/// One printed arrangement of a form's columns.
#[derive(Debug)]
pub struct Layout {
    /// `permendagri`, `sipd`, `sipd-ri`.
    pub id: &'static str,
    /// The columns from left to right.
    pub columns: &'static [Column],
    /// Columns that some print at the right end (KODEFIKASI).
    pub optional: &'static [Column],
    /// In how many cells the code is printed; 0 where the form has no code column.
    pub code_cells: u16,
    /// Whether a number row stands below the header.
    pub number_row: bool,
    /// What a table so arranged is called, where that is another name than the form's.
    pub title: Option<&'static str>,
    /// Whether its amounts are printed as pairs of a quantity and an amount, `K` and `Rp`.
    pub pairs: bool,
    /// Formulas between the columns of one row.
    pub formulas: &'static [Formula],
    /// Formulas of which offices follow one or the other: of each group, the one that holds in most rows of a table is
    /// its own.
    pub alternatives: &'static [&'static [Formula]],
    /// From which plan year on the form is printed so.
    pub since: Option<Since>,
}

/// The plan year from which on a blank table is arranged in some way.
#[derive(Clone, Copy, Debug)]
pub struct Since {
    /// The first plan year.
    pub year: u16,
    /// The ids of the optional columns that it then has.
    pub columns: &'static [&'static str],
}

impl Layout {
    /// All columns, the optional ones last.
    pub fn all_columns(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().chain(self.optional.iter())
    }

    /// The column of an id.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<&'static Column> {
        self.all_columns().find(|column| column.id == id)
    }

    /// The first column of a role.
    #[must_use]
    pub fn column_of(&self, role: Role) -> Option<&'static Column> {
        self.all_columns().find(|column| column.role == role)
    }
}

/// Where the rows of a form get their codes and levels from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Rows carry a code of the codification.
    Coded,
    /// Rows carry names of the codification, and no code column.
    Named,
    /// Rows carry names of the codification, and proposals below them.
    Proposals,
    /// Rows are indicators.
    Indicators,
    /// Rows are texts or account groups that no code and no level tells anything of.
    Plain,
}

impl Rows {
    /// Whether a row stands for an entry of the codification, by its code or by its name.
    #[must_use]
    pub const fn are_of_codification(self) -> bool {
        matches!(self, Self::Coded | Self::Named | Self::Proposals)
    }
}

/// To which document a form belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// The five tables that every Renja must hold.
    Renja,
    /// Further tables of a Renja.
    RenjaFurther,
    /// The plan of five years.
    Renstra,
    /// The evaluation of a Renja or a Renstra.
    Evaluation,
}

/// One official table.
#[derive(Debug)]
pub struct Form {
    /// `T-C.29`, `E.81`.
    pub id: &'static str,
    /// The document that it belongs to.
    pub family: Family,
    /// What its number is called in the first title line: `Tabel`, `Formulir`.
    pub called: &'static str,
    /// The table's name; `{n}`, `{n+1}` … stand for years.
    pub title: &'static str,
    /// Words that, all together in a title, tell this form from the others (letters only, lower case).
    pub title_words: &'static [&'static str],
    /// Whether its header says too little: such a table is known only below its title.
    pub needs_title: bool,
    /// What a row is.
    pub rows: Rows,
    /// Whether parents are the sum of their children and a total closes the table.
    pub adds_up: bool,
    /// What the total row is called, where the form prints one.
    pub total: Option<&'static str>,
    /// Its printed arrangements, the official one first.
    pub layouts: &'static [Layout],
    /// The levels its rows may have.
    pub levels: &'static [Tingkat],
    /// What the years in its header are, in the order in which the header prints them.
    pub years: &'static [YearOffset],
    /// What it prints below the table. What stands there in the input is then kept with the table and written again; below
    /// other forms it is told from the table and left behind.
    pub closing: Option<&'static Closing>,
}
