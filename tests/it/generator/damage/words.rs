//! Damages of texts.

use rapikan::model::{Kind, Raw};

use super::{Spot, chosen, ink, kind, number};
use crate::generator::Case;
use crate::generator::dice::Dice;
use crate::generator::print::{Ink, Line, Part, Style};

fn is_prose(case: &Case, ink: &Ink) -> bool {
    matches!(kind(case.plan.shape, ink), Some(Kind::Text | Kind::List))
        && ink.raw.shown().into_owned().len() > 12
}

/// The places between two letters or between a letter and what is beside it.
fn inside(text: &str, wanted: impl Fn(char, char) -> bool) -> Vec<usize> {
    let pairs = text.char_indices().zip(text.char_indices().skip(1));
    pairs.filter(|((_, left), (_, right))| wanted(*left, *right)).map(|(_, (at, _))| at).collect()
}

/// A narrow column splits words: `Kecama tan`.
pub fn torn(case: &mut Case, dice: &mut Dice) {
    for spot in chosen(case, dice, |_, ink| is_prose(case, ink)) {
        let mut text = case.lines[spot.0].cells[&spot.1].raw.shown().into_owned();
        for _ in 0..=dice.below(3) {
            let places = inside(&text, |left, right| left.is_alphabetic() && right.is_lowercase());
            if !places.is_empty() {
                text.insert(*dice.pick(&places), ' ');
            }
        }
        ink(case, spot).raw = Raw::text(&text);
    }
}

/// A blank is lost: `danPerlengkapan`.
pub fn glued(case: &mut Case, dice: &mut Dice) {
    for spot in chosen(case, dice, |_, ink| is_prose(case, ink)) {
        let mut text = case.lines[spot.0].cells[&spot.1].raw.shown().into_owned();
        let places = inside(&text, |left, right| left == ' ' && right.is_alphabetic());
        if !places.is_empty() {
            text.remove(*dice.pick(&places) - 1);
        }
        ink(case, spot).raw = Raw::text(&text);
    }
}

/// A text goes on below a page break.
pub fn tail(case: &mut Case, dice: &mut Dice) {
    let mut spots: Vec<Spot> =
        chosen(case, dice, |_, ink| is_prose(case, ink) && ink.raw.shown().into_owned().contains(' '));
    spots.reverse();
    let mut below = usize::MAX;
    for spot in spots {
        if below == spot.0 {
            continue;
        }
        below = spot.0;
        let text = case.lines[spot.0].cells[&spot.1].raw.shown().into_owned();
        let column = case.lines[spot.0].cells[&spot.1].column;
        let at = text.rfind(' ').unwrap();
        ink(case, spot).raw = Raw::text(&text[..at]);
        let mut rest = Line::new(Part::Tail, case.lines[spot.0].row);
        rest.cells.insert(spot.1, Ink { raw: Raw::text(&text[at + 1..]), column, hurt: true });
        case.lines.splice((spot.0 + 1)..=spot.0, [Line::new(Part::Blank, 0), rest]);
    }
}

/// NBSP, zero-width blanks, soft hyphens and doubled blanks.
pub fn invisible(case: &mut Case, dice: &mut Dice) {
    for spot in chosen(case, dice, |_, ink| matches!(ink.raw, Raw::Text(_)) && !ink.column.is_empty()) {
        let text = case.lines[spot.0].cells[&spot.1].raw.shown().into_owned();
        let text = match dice.below(5) {
            0 => text.replace(' ', "\u{a0}"),
            1 => format!("\u{200b}{text}\u{feff}"),
            2 => text.replace(' ', "  "),
            3 => format!("  {text}\t "),
            _ => format!("{text}\u{ad}"),
        };
        ink(case, spot).raw = Raw::text(&text);
    }
}

/// Two targets printed over each other: what was meant is gone.
pub fn overprinted(case: &mut Case, dice: &mut Dice) {
    for spot in chosen(case, dice, |_, ink| kind(case.plan.shape, ink) == Some(Kind::Measure)) {
        let (row, column) = (case.lines[spot.0].row, case.lines[spot.0].cells[&spot.1].column);
        case.lost.insert((row, column));
        ink(case, spot).raw = Raw::text(&format!("100 % {}", 1 + dice.below(9)));
    }
}

/// The end of a target bleeds into the amount beside it: `37 DOku me` and `n 10,235,000`.
pub fn bleeding(case: &mut Case, dice: &mut Dice) {
    let money = ["pagu", "maju_pagu"];
    let spots = chosen(case, dice, |line, ink| {
        let before = line.cells.values().take_while(|cell| cell.column != ink.column).last();
        let wordy = before.is_some_and(|cell| {
            kind(case.plan.shape, cell) == Some(Kind::Measure)
                && cell.raw.shown().into_owned().ends_with("Dokumen")
                && !cell.hurt
        });
        money.contains(&ink.column) && wordy
    });
    for spot in spots {
        let before = *case.lines[spot.0].cells.range(..spot.1).next_back().unwrap().0;
        let style = if case.plan.style == Style::Commas { Style::Commas } else { Style::Dots };
        let amount = style.written(number(case, spot), false).shown().into_owned();
        let target = ink(case, (spot.0, before));
        let text = target.raw.shown().into_owned();
        let at = text.len() - 1 - dice.below(3);
        target.raw = Raw::text(&text[..at]);
        let rest = text[at..].to_owned();
        ink(case, spot).raw = Raw::text(&format!("{rest} {amount}"));
    }
}
