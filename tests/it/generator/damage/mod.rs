//! The ways in which workbooks get damaged, one function each; each says what it destroys for good.

mod codes;
mod numbers;
mod rows;
mod words;

use rapikan::model::Kind;

use super::dice::Dice;
use super::print::{Codes, Ink, Line, Part, columns};
use super::truth::Shape;
use super::{Case, Plan};

/// A way to damage a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    SplitCode,
    ChoppedCode,
    RoundedCode,
    CodeAsDate,
    BlankLeadingParts,
    TrailingDot,
    CodeBeforeName,
    SpacedNumber,
    ForeignSeparators,
    CurrencyDress,
    CutNumber,
    EmptiedParent,
    SwappedTotal,
    ThousandTimesSmaller,
    Overflow,
    TornWords,
    GluedWords,
    TextTail,
    InvisibleCharacters,
    SlidCells,
    GroupAmountsElsewhere,
    Bleeding,
    Overprinted,
    HeaderTorn,
    RepeatedHeader,
    SplitOverSheets,
    NotesBelow,
    StoredAsNumber,
}

/// Every damage.
pub const DAMAGES: [Damage; 28] = [
    Damage::SplitCode,
    Damage::ChoppedCode,
    Damage::RoundedCode,
    Damage::CodeAsDate,
    Damage::BlankLeadingParts,
    Damage::TrailingDot,
    Damage::CodeBeforeName,
    Damage::SpacedNumber,
    Damage::ForeignSeparators,
    Damage::CurrencyDress,
    Damage::CutNumber,
    Damage::EmptiedParent,
    Damage::SwappedTotal,
    Damage::ThousandTimesSmaller,
    Damage::Overflow,
    Damage::TornWords,
    Damage::GluedWords,
    Damage::TextTail,
    Damage::InvisibleCharacters,
    Damage::SlidCells,
    Damage::GroupAmountsElsewhere,
    Damage::Bleeding,
    Damage::Overprinted,
    Damage::HeaderTorn,
    Damage::RepeatedHeader,
    Damage::SplitOverSheets,
    Damage::NotesBelow,
    Damage::StoredAsNumber,
];

impl Damage {
    /// Whether a table of this plan has what this damages.
    pub fn fits(self, plan: &Plan) -> bool {
        self.fits_shape(plan.shape) && self.codes(plan.codes) == plan.codes
    }

    /// Whether tables of this shape have what this damages.
    pub fn fits_shape(self, shape: Shape) -> bool {
        match self {
            Self::SplitCode
            | Self::ChoppedCode
            | Self::RoundedCode
            | Self::BlankLeadingParts
            | Self::CodeAsDate
            | Self::TrailingDot
            | Self::CodeBeforeName => shape.is_coded(),
            Self::SwappedTotal | Self::EmptiedParent | Self::Bleeding => shape.is_tc33(),
            Self::SlidCells => shape == Shape::Tc29,
            Self::GroupAmountsElsewhere => matches!(shape, Shape::Sipd | Shape::SipdKodefikasi),
            Self::ThousandTimesSmaller => shape.is_tc33() || shape == Shape::Tc31,
            Self::StoredAsNumber
            | Self::SpacedNumber
            | Self::ForeignSeparators
            | Self::CurrencyDress
            | Self::CutNumber
            | Self::Overflow => !matches!(shape, Shape::Tc30 | Shape::Tc32),
            Self::Overprinted => shape != Shape::Tc29,
            _ => true,
        }
    }

    /// The way of printing codes that can be damaged so, and is nearest to the given one.
    pub fn codes(self, codes: Codes) -> Codes {
        match self {
            Self::SplitCode | Self::ChoppedCode | Self::RoundedCode | Self::BlankLeadingParts
                if codes == Codes::One =>
            {
                Codes::Five
            }
            Self::CodeAsDate => Codes::Five,
            Self::TrailingDot | Self::CodeBeforeName => Codes::One,
            _ => codes,
        }
    }

    /// Damages the table.
    pub fn inflict(self, case: &mut Case, dice: &mut Dice) {
        match self {
            Self::SplitCode => codes::split(case, dice),
            Self::ChoppedCode => codes::chopped(case, dice),
            Self::RoundedCode => codes::rounded(case, dice),
            Self::CodeAsDate => codes::as_date(case, dice),
            Self::BlankLeadingParts => codes::blank_leading(case, dice),
            Self::TrailingDot => codes::trailing_dot(case, dice),
            Self::CodeBeforeName => codes::before_name(case, dice),
            Self::SpacedNumber => numbers::spaced(case, dice),
            Self::ForeignSeparators => numbers::foreign(case, dice),
            Self::CurrencyDress => numbers::dressed(case, dice),
            Self::CutNumber => numbers::cut(case, dice),
            Self::EmptiedParent => numbers::emptied_parent(case, dice),
            Self::SwappedTotal => numbers::swapped_total(case, dice),
            Self::ThousandTimesSmaller => numbers::thousand(case, dice),
            Self::Overflow => numbers::overflow(case, dice),
            Self::StoredAsNumber => numbers::stored(case, dice),
            Self::TornWords => words::torn(case, dice),
            Self::GluedWords => words::glued(case, dice),
            Self::TextTail => words::tail(case, dice),
            Self::InvisibleCharacters => words::invisible(case, dice),
            Self::Overprinted => words::overprinted(case, dice),
            Self::Bleeding => words::bleeding(case, dice),
            Self::SlidCells => rows::slid(case, dice),
            Self::GroupAmountsElsewhere => rows::group_amounts(case, dice),
            Self::HeaderTorn => rows::header_torn(case, dice),
            Self::RepeatedHeader => rows::repeated_header(case, dice),
            Self::SplitOverSheets => rows::split_over_sheets(case, dice),
            Self::NotesBelow => rows::notes(case, dice),
        }
    }
}

/// A printed cell by its line and sheet column.
type Spot = (usize, u16);

/// Some of the body cells that a damage can hit: so many of a hundred, at least one. A cell is hit once only.
fn chosen(case: &Case, dice: &mut Dice, fits: impl Fn(&Line, &Ink) -> bool) -> Vec<Spot> {
    let bodies = case.lines.iter().enumerate().filter(|(_, line)| line.part == Part::Body);
    let all: Vec<Spot> = bodies
        .flat_map(|(index, line)| {
            let own = line.cells.iter().filter(|(_, ink)| !ink.hurt && fits(line, ink));
            own.map(move |(column, _)| (index, *column)).collect::<Vec<_>>()
        })
        .collect();
    if all.is_empty() {
        return all;
    }
    let one = *dice.pick(&all);
    all.into_iter().filter(|spot| *spot == one || dice.chance(case.plan.share)).collect()
}

/// The lines of body rows, chosen in the same way.
fn chosen_lines(case: &Case, dice: &mut Dice, fits: impl Fn(&Line) -> bool) -> Vec<usize> {
    let bodies = case.lines.iter().enumerate().filter(|(_, line)| line.part == Part::Body && fits(line));
    let all: Vec<usize> = bodies.map(|(index, _)| index).collect();
    if all.is_empty() {
        return all;
    }
    let one = *dice.pick(&all);
    all.into_iter().filter(|line| *line == one || dice.chance(case.plan.share)).collect()
}

/// The type of the column that a cell belongs to.
fn kind(shape: Shape, ink: &Ink) -> Option<Kind> {
    columns(shape).into_iter().find(|column| column.id == ink.column).map(|column| column.kind)
}

fn is_money(shape: Shape, ink: &Ink) -> bool {
    matches!(kind(shape, ink), Some(Kind::Rupiah | Kind::MeasureOrRupiah))
}

fn ink(case: &mut Case, spot: Spot) -> &mut Ink {
    let found = case.lines[spot.0].cells.get_mut(&spot.1).unwrap();
    found.hurt = true;
    found
}

/// The true value of a printed cell.
fn number(case: &Case, spot: Spot) -> rust_decimal::Decimal {
    let line = &case.lines[spot.0];
    case.truth[line.row].numbers[line.cells[&spot.1].column]
}
