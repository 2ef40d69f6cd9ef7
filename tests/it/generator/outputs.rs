//! Whether an output cleans to itself: written, read back and cleaned it is the same model, undecided and with whatever a
//! person decided, and another reader than ours finds in it what was planned.

use rapikan::model::{Decision, Document, Edition, Verdict, Workbook};
use rapikan::pipeline::{Decisions, Solved, self_check, witnessed};
use rapikan::solve::SolveOptions;
use rapikan::write::xlsx::{LayoutChoice, XlsxOptions, workbook};

use super::damage::DAMAGES;
use super::dice::Dice;
use super::print::{CODES, STYLES};
use super::truth::SHAPES;
use super::{Case, Plan};

/// The damaged table of a number.
pub fn numbered(number: u64) -> Workbook {
    let mut dice = Dice::of(number, "output");
    let mut plan = Plan {
        seed: dice.bits(),
        shape: *dice.pick(&SHAPES),
        edition: *dice.pick(&[Edition::Y2021, Edition::Y2023]),
        style: *dice.pick(&STYLES),
        codes: *dice.pick(&CODES),
        size: 1 + dice.below(27),
        damages: Vec::new(),
        share: 1 + dice.below(40),
    };
    let damages = (0..dice.below(5)).map(|_| *dice.pick(&DAMAGES)).collect::<Vec<_>>();
    plan.damages = damages.into_iter().filter(|damage| damage.fits(&plan)).collect();
    Case::of(&plan).workbook()
}

/// How many outputs of a workbook were looked at, and what differs in them.
pub fn differing(book: &Workbook, seed: u64) -> (usize, Vec<String>) {
    let solved = Solved::of(book, SolveOptions::default()).unwrap();
    let first = solved.checked();
    let mut found = Vec::new();
    compare(&first, "undecided", &mut found);
    let decisions = decisions(&first, &mut Dice::of(seed, "decide"));
    if decisions.all().is_empty() {
        return (1, found);
    }
    match solved.decided(&decisions) {
        Ok(document) => compare(&document, "decided", &mut found),
        Err(error) => found.push(format!("decisions on what is there cannot be followed: {error:?}")),
    }
    (2, found)
}

fn compare(document: &Document, what: &str, found: &mut Vec<String>) {
    let options = XlsxOptions::default();
    let bytes = workbook(document, &options).unwrap();
    if let Err(difference) = self_check(document, &bytes, SolveOptions::default()) {
        found.push(format!("{what}: cleaned again it is another: {difference}"));
    }
    if let Err(difference) = witnessed(document, LayoutChoice::AsIs, &bytes) {
        found.push(format!("{what}: another reader finds {difference}"));
    }
}

/// A tenth of the repairs refused, half of the questions answered.
fn decisions(document: &Document, dice: &mut Dice) -> Decisions {
    let of = |verdict, id| Decision {
        verdict,
        id,
        sources: String::new(),
        rule: String::new(),
        before: None,
        after: String::new(),
        at: None,
    };
    let mut all: Vec<Decision> = Vec::new();
    for id in document.repair_ids() {
        if dice.chance(10) {
            all.push(of(Verdict::Refuse, id));
        }
    }
    for finding in &document.findings {
        let id = document.question_id(finding);
        let is_there = all.iter().any(|decision| decision.id == id);
        if is_there || finding.row.is_none() || dice.chance(50) {
            continue;
        }
        if finding.candidates.is_empty() {
            if finding.may_stay() {
                all.push(of(Verdict::Stay, id));
            }
        } else {
            all.push(of(Verdict::Choose(dice.pick(&finding.candidates).clone()), id));
        }
    }
    Decisions::new(all)
}
