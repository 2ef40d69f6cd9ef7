//! Correct tables of any office, made from the official codification with amounts that add up; the ways in which
//! they get damaged; and a judge who knows what they say.

pub mod damage;
pub mod dice;
pub mod judge;
pub mod office;
pub mod outputs;
pub mod outside;
pub mod print;
pub mod truth;

use std::collections::BTreeSet;

use proptest::prelude::*;
use rapikan::model::{Document, Edition, Workbook};
use rapikan::pipeline::clean;
use rapikan::solve::SolveOptions;

use damage::Damage;
use dice::Dice;
use office::Office;
use print::{CODES, Codes, Line, STYLES, Style};
use truth::{SHAPES, Shape, TrueRow};

/// All that a case follows from. It shrinks to fewer rows and fewer damages.
#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    pub shape: Shape,
    pub edition: Edition,
    pub style: Style,
    pub codes: Codes,
    /// How many sub kegiatan at most.
    pub size: usize,
    pub damages: Vec<Damage>,
    /// Of a hundred cells that a damage can hit, how many it hits; one at least.
    pub share: usize,
}

/// A table, its print, and what the damage destroyed.
#[derive(Clone, Debug)]
pub struct Case {
    pub plan: Plan,
    pub office: Office,
    pub truth: Vec<TrueRow>,
    pub lines: Vec<Line>,
    /// Cells whose value no reader can know any more: true row and column.
    pub lost: BTreeSet<(usize, &'static str)>,
    /// Cells that were made wrong and of which no reader can know it.
    pub unseen: BTreeSet<(usize, &'static str)>,
}

impl Case {
    /// The case of a plan; the same every time.
    pub fn of(plan: &Plan) -> Self {
        let office = Office::new(plan.seed, plan.edition, plan.size);
        let truth = truth::rows(plan.shape, &office);
        let lines = print::lines(plan.shape, &office, &truth, plan.style, plan.codes);
        let mut case =
            Self { plan: plan.clone(), office, truth, lines, lost: BTreeSet::new(), unseen: BTreeSet::new() };
        for damage in &plan.damages {
            let mut dice = Dice::of(plan.seed, &format!("{damage:?}"));
            damage.inflict(&mut case, &mut dice);
        }
        case
    }

    /// What a user would open.
    pub fn workbook(&self) -> Workbook {
        print::workbook(&self.lines)
    }

    /// What the product makes of it.
    pub fn cleaned(&self) -> Document {
        clean(&self.workbook(), SolveOptions::default()).unwrap()
    }

    /// The printed rows of a true row, as a person reads them.
    pub fn shown(&self, row: usize) -> String {
        let own = self.lines.iter().filter(|line| line.row == row && !line.cells.is_empty());
        let bodies = own.filter(|line| matches!(line.part, print::Part::Body | print::Part::Tail));
        let rows = bodies.map(|line| {
            let cells = line.cells.iter().map(|(column, ink)| format!("{column}:{:?}", ink.raw.shown()));
            cells.collect::<Vec<_>>().join(" | ")
        });
        rows.collect::<Vec<_>>().join("\n      ")
    }
}

/// Any undamaged table of a shape.
pub fn tables(shapes: Vec<Shape>) -> impl Strategy<Value = Plan> {
    let editions = prop_oneof![Just(Edition::Y2021), Just(Edition::Y2023)];
    (
        any::<u64>().no_shrink(),
        proptest::sample::select(shapes),
        editions,
        proptest::sample::select(&STYLES[..]),
        proptest::sample::select(&CODES[..]),
        1..28_usize,
    )
        .prop_map(|(seed, shape, edition, style, codes, size)| Plan {
            seed,
            shape,
            edition,
            style,
            codes,
            size,
            damages: Vec::new(),
            share: 0,
        })
}

/// Any table with one given damage, where it can have it.
pub fn hit_by(damage: Damage, share: std::ops::Range<usize>) -> impl Strategy<Value = Plan> {
    let shapes: Vec<Shape> = SHAPES.into_iter().filter(|shape| damage.fits_shape(*shape)).collect();
    (tables(shapes), share).prop_map(move |(plan, share)| {
        let plan = Plan { codes: damage.codes(plan.codes), share, ..plan };
        Plan { damages: vec![damage], ..plan }
    })
}

/// Any table with up to so many damages.
pub fn damaged(most: usize, share: std::ops::Range<usize>) -> impl Strategy<Value = Plan> {
    let damages = proptest::collection::vec(proptest::sample::select(&damage::DAMAGES[..]), 1..=most);
    (tables(SHAPES.to_vec()), damages, share).prop_map(|(plan, mut damages, share)| {
        damages.retain(|damage| damage.fits(&plan));
        Plan { damages, share, ..plan }
    })
}
