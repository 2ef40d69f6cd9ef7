//! What a template calculates: names from codes, sums, and the formulas that the form prints. Unlike in a clean
//! workbook they are there before the numbers are, and show nothing until there are some.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::reference::Lists;
use crate::model::{Formula, Role, Rows, Tingkat, column_letters};
use crate::write::xlsx::live::{MOST_TERMS, ranges};
use crate::write::xlsx::plan::{Placed, Plan};

/// One calculated cell.
#[derive(Clone, Debug)]
pub(super) struct Live {
    /// The formula, with its `=`.
    pub(super) formula: String,
    /// What it gives now; empty where it shows nothing.
    pub(super) result: String,
    /// What it must equal, where a person may overwrite it; the cells that must be filled for that.
    pub(super) check: Option<String>,
    /// Whether a person may put something else there.
    pub(super) open: bool,
}

/// The calculated cells by row and position of the column in the table.
pub(super) type Formulas = BTreeMap<(usize, usize), Live>;

type Numbers = BTreeMap<(usize, usize), Decimal>;

/// All calculated cells of a table.
pub(super) fn formulas(plan: &Plan<'_>, lists: &Lists, names: &BTreeMap<String, String>) -> Formulas {
    let mut found = Formulas::new();
    let mut numbers = numbers(plan);
    if plan.table.form.adds_up {
        for placed in plan.columns.iter().filter(|placed| matches!(placed.column.role, Role::Amount(_))) {
            if !calculated_along(plan, placed.column.id) {
                sums(plan, placed, &mut numbers, &mut found);
            }
        }
    }
    for formula in &calculated(plan) {
        for row in 0..plan.table.rows.len() {
            along(plan, row, formula, &mut numbers, &mut found);
        }
    }
    for row in 0..plan.table.rows.len() {
        named(plan, row, lists, names, &mut found);
    }
    found
}

/// Whether the form calculates the column along the row.
pub(super) fn calculated_along(plan: &Plan<'_>, id: &str) -> bool {
    calculated(plan).iter().any(|formula| formula.result() == id)
}

/// The formulas of a template; of those that rival each other, the first.
fn calculated(plan: &Plan<'_>) -> Vec<Formula> {
    let (layout, columns) = (plan.table.layout, &plan.table.columns);
    let first = crate::forms::offered(layout, columns).into_iter().filter_map(|rivals| {
        let within = |formula: &Formula| plan.placed(formula.result()).is_some();
        rivals.into_iter().find(within)
    });
    // What the others are made from comes first.
    first.chain(crate::forms::formulas(layout, columns, &plan.table.printed)).collect()
}

fn numbers(plan: &Plan<'_>) -> Numbers {
    let mut numbers = Numbers::new();
    for (index, row) in plan.table.rows.iter().enumerate() {
        for placed in &plan.columns {
            if let Some(number) = row.cells.get(placed.position).and_then(crate::model::Cell::number) {
                numbers.insert((index, placed.position), number);
            }
        }
    }
    numbers
}

fn sums(plan: &Plan<'_>, placed: &Placed, numbers: &mut Numbers, found: &mut Formulas) {
    let rows = &plan.table.rows;
    let is_total = |index: &usize| rows.get(*index).is_some_and(|row| row.level == Some(Tingkat::Jumlah));
    // From below, so that children come before parents; totals last, over what then is known.
    let (totals, parents): (Vec<usize>, Vec<usize>) = (0..rows.len()).rev().partition(is_total);
    for index in parents.into_iter().chain(totals) {
        if is_blank_table(plan) && is_total(&index) {
            found.extend(typed_total(plan, index, placed).map(|live| ((index, placed.position), live)));
            continue;
        }
        let terms = children(plan, index);
        if terms.is_empty() || terms.len() > MOST_TERMS {
            continue;
        }
        let known: Vec<Decimal> =
            terms.iter().filter_map(|term| numbers.get(&(*term, placed.position)).copied()).collect();
        let sum = (!known.is_empty()).then(|| known.iter().sum::<Decimal>());
        numbers.remove(&(index, placed.position));
        numbers.extend(sum.map(|sum| ((index, placed.position), sum)));
        let range = ranges(plan, placed, &terms);
        let live = Live {
            formula: format!("=IF(COUNT({range})=0,\"\",SUM({range}))"),
            result: shown(sum),
            check: Some(format!("SUM({range})")),
            open: false,
        };
        found.insert((index, placed.position), live);
    }
}

fn shown(number: Option<Decimal>) -> String {
    number.map(|number| number.normalize().to_string()).unwrap_or_default()
}

/// Whether the rows are still to be typed: none has a level but totals.
pub(super) fn is_blank_table(plan: &Plan<'_>) -> bool {
    plan.table.rows.iter().all(|row| row.level.is_none_or(|level| level == Tingkat::Jumlah))
}

/// The rows that a row is the sum of: the next lower ones below it; for a total the topmost ones that have money.
fn children(plan: &Plan<'_>, index: usize) -> Vec<usize> {
    let rows = &plan.table.rows;
    let level_of = |index: usize| rows.get(index).and_then(|row| row.level);
    let Some(level) = level_of(index) else { return Vec::new() };
    let candidates: Vec<usize> = match level {
        // An urusan has no money of its own in the official form.
        Tingkat::Urusan => return Vec::new(),
        Tingkat::Jumlah => (0..index).filter(|above| level_of(*above) != Some(Tingkat::Urusan)).collect(),
        _ => (index + 1..rows.len())
            .take_while(|below| {
                level_of(*below).is_some_and(|found| found > level && found != Tingkat::Jumlah)
            })
            .collect(),
    };
    let mut terms = Vec::new();
    let mut covering: Option<Tingkat> = None;
    for candidate in candidates {
        let Some(found) = level_of(candidate) else { continue };
        if covering.is_none_or(|cover| found <= cover) {
            covering = Some(found);
            terms.push(candidate);
        }
    }
    terms
}

/// The total of rows whose codes are still to be typed: the sum of the bidang urusan.
fn typed_total(plan: &Plan<'_>, index: usize, placed: &Placed) -> Option<Live> {
    let code = plan.columns.iter().find(|placed| placed.column.role == Role::Code)?;
    let (first, last) = (plan.first_row + 1, plan.row(index));
    let column = |at: u16| format!("{0}${first}:{0}${last}", column_letters(at));
    let amounts = column(placed.first);
    let bidang = if code.cells > 1 {
        format!("({}<>\"\")*({}=\"\")", column(code.first + 1), column(code.first + 2))
    } else {
        format!("--(LEN({})=4)", column(code.first))
    };
    Some(Live {
        formula: format!("=IF(COUNT({amounts})=0,\"\",SUMPRODUCT({bidang},{amounts}))"),
        result: String::new(),
        check: None,
        open: false,
    })
}

fn along(plan: &Plan<'_>, row: usize, formula: &Formula, numbers: &mut Numbers, found: &mut Formulas) {
    let level = plan.table.rows.get(row).and_then(|row| row.level);
    if level == Some(Tingkat::Urusan) {
        return;
    }
    let value = |id: &str| numbers.get(&(row, plan.placed(id)?.position)).copied();
    let address = |id: &str| plan.address(row, id);
    let (result, text, check, sum) = match formula {
        Formula::Sum { result, terms } => {
            let known: Vec<Decimal> = terms.iter().filter_map(|id| value(id)).collect();
            let Some(list) = terms.iter().map(|id| address(id)).collect::<Option<Vec<String>>>() else {
                return;
            };
            let list = list.join(",");
            let sum = (!known.is_empty()).then(|| known.iter().sum::<Decimal>());
            (*result, format!("=IF(COUNT({list})=0,\"\",SUM({list}))"), format!("SUM({list})"), sum)
        }
        Formula::Difference { result, minuend, subtrahend } => {
            let (Some(more), Some(less)) = (address(minuend), address(subtrahend)) else { return };
            let difference = value(minuend).zip(value(subtrahend)).map(|(more, less)| more - less);
            let text = format!("=IF(COUNT({more},{less})=0,\"\",N({more})-N({less}))");
            (*result, text, format!("N({more})-N({less})"), difference)
        }
        // A template offers the first of rival formulas, which is none of these.
        Formula::Latest { .. } => return,
        Formula::Ratio { result, numerator, denominator }
        | Formula::Quotient { result, numerator, denominator } => {
            let percent = matches!(formula, Formula::Ratio { .. });
            let (scale, times) = if percent { (Decimal::ONE_HUNDRED, "*100") } else { (Decimal::ONE, "") };
            let (Some(above), Some(below)) = (address(numerator), address(denominator)) else { return };
            let values = value(numerator).zip(value(denominator));
            let ratio = values.map(|(above, below)| ratio(above, below, scale));
            let both = format!("AND(ISNUMBER({above}),ISNUMBER({below}))");
            let rounded = format!("ROUND({above}/{below}{times},2)");
            let text = format!("=IF({both},IF({below}=0,0,{rounded}),\"\")");
            (*result, text, format!("IF({both},{rounded},\"\")"), ratio)
        }
    };
    let Some(placed) = plan.placed(result) else { return };
    numbers.remove(&(row, placed.position));
    numbers.extend(sum.map(|sum| ((row, placed.position), sum)));
    let live = Live { formula: text, result: shown(sum), check: Some(check), open: true };
    found.insert((row, placed.position), live);
}

fn ratio(above: Decimal, below: Decimal, scale: Decimal) -> Decimal {
    let exact = above.checked_mul(scale).and_then(|above| above.checked_div(below));
    exact.unwrap_or_default().round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// The text expression that joins the code cells of a row, empty ones left out.
pub(super) fn joined_code(plan: &Plan<'_>, row: usize, code: &Placed, cells: u16) -> String {
    let number = plan.row(row) + 1;
    let parts = (code.first..code.first + cells).map(|column| format!("{}{number}", column_letters(column)));
    let later = |(index, cell): (usize, String)| match index {
        0 => cell,
        _ => format!("IF({cell}=\"\",\"\",\".\"&{cell})"),
    };
    parts.enumerate().map(later).collect::<Vec<_>>().join("&")
}

fn named(plan: &Plan<'_>, row: usize, lists: &Lists, names: &BTreeMap<String, String>, found: &mut Formulas) {
    let Some(here) = plan.table.rows.get(row).filter(|row| row.level != Some(Tingkat::Jumlah)) else {
        return;
    };
    let with_role = |role: Role| plan.columns.iter().find(|placed| placed.column.role == role);
    let text = |placed: &Placed| here.cells.get(placed.position).map_or("", crate::model::Cell::text);
    let Some(name) = with_role(Role::Name) else { return };
    if let Some(code) = with_role(Role::Code) {
        let known = here.code.as_ref().and_then(|code| names.get(code.as_str()));
        // A name that the reference does not give for the code stays as it is.
        if text(name).is_empty() || known.is_some_and(|known| known == text(name)) {
            let key = joined_code(plan, row, code, code.cells);
            let formula = format!("=IFERROR(INDEX({},MATCH({key},{},0)),\"\")", lists.names, lists.codes);
            let live = Live { formula, result: text(name).to_owned(), check: None, open: false };
            found.insert((row, name.position), live);
        }
    }
    let first = format!("{}{}", column_letters(name.first), plan.row(row) + 1);
    if let Some(twin) = with_role(Role::TwinName).filter(|twin| text(twin) == text(name)) {
        let formula = format!("=IF({first}=\"\",\"\",{first})");
        let live = Live { formula, result: text(name).to_owned(), check: None, open: true };
        found.insert((row, twin.position), live);
    }
    if let Some(ordinal) = with_role(Role::Ordinal).filter(|_| plan.table.form.rows == Rows::Indicators) {
        let top = format!("{}${}", column_letters(name.first), plan.first_row + 1);
        let formula = format!("=IF({first}=\"\",\"\",COUNTA({top}:{first}))");
        let counted = plan
            .table
            .rows
            .iter()
            .take(row + 1)
            .filter(|row| row.cells.get(name.position).is_some_and(|cell| !cell.is_empty()));
        let result = if text(name).is_empty() { String::new() } else { counted.count().to_string() };
        found.insert((row, ordinal.position), Live { formula, result, check: None, open: false });
    }
}
