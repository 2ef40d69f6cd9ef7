//! The code of one row: as printed, or mended where something proves it.

use super::super::costs;
use super::context::{Context, Down};
use super::{Reading, Row};
use crate::codification::{Entry, codification};
use crate::document::evidence::{official, siblings, spelling};
use crate::model::{Edition, Kode, Raw, RuleId, Tingkat, letters};
use crate::rules;

/// Reads the code of a row that is no total.
pub(super) fn read(index: usize, row: &Row<'_>, context: &Context) -> Reading {
    let exact = context.expected(index, &row.entries);
    let printed = match context.filled_down(row) {
        Down::Filled(down) => return filled(row, context, exact, &down.parts),
        // What is printed is the end of a code whose beginning nothing above tells.
        Down::Gap => None,
        Down::Whole => clean(row, context),
    };
    match (printed, exact) {
        (Some(printed), None) if is_cut(&printed, context) => {
            Reading::Open(begun_with(index, &printed, row, context))
        }
        (Some(printed), None) => written_alike(&printed, row, context),
        (Some(printed), Some((code, entry))) => weighed(printed, code, entry, row, context),
        (None, Some((code, entry))) => match damage(row, &code) {
            Some(rule) => mended(code, rule, entry, row),
            None => Reading::Open(vec![code]),
        },
        (None, None) => alike(index, row, context),
    }
}

/// The undamaged code that a row prints.
fn clean(row: &Row<'_>, context: &Context) -> Option<Kode> {
    let parts = Some(&row.print.parts).filter(|_| !row.print.is_damaged)?;
    Kode::legacy(&parts.join("."), context.shape)
}

/// A printed code beside the one that its official name has here.
fn weighed(
    printed: Kode,
    official: Kode,
    entry: &'static Entry,
    row: &Row<'_>,
    context: &Context,
) -> Reading {
    if printed == official {
        return Reading::Stated(printed);
    }
    if numbers(&printed) == numbers(&official) {
        return mended(official, rules::chopped_code::ID, entry, row);
    }
    // A code of another level, or with a number narrower than the table's others, is the rest of the official one; else
    // the office counted its own way.
    let last = |code: &Kode| code.parts().next_back().map_or(0, str::len);
    let is_narrow =
        last(&printed) < context.style.width(last_name(&official)) && last(&printed) < last(&official);
    let is_rest = printed.tingkat() != official.tingkat() || is_narrow;
    match damage(row, &official).filter(|_| is_rest) {
        Some(rule) => mended(official, rule, entry, row),
        None => Reading::Contradicted(printed, official),
    }
}

/// Whether the last number of a code is shorter than the table writes its other numbers of that part: the rest of it may
/// be lost.
fn is_cut(code: &Kode, context: &Context) -> bool {
    let last = code.parts().next_back().map_or(0, str::len);
    code.tingkat() == Tingkat::Kegiatan && last < context.style.width(last_name(code))
}

/// The codes of the several entries of a row's name that begin with a printed one; the printed one itself where none
/// does and it can be a number.
fn begun_with(index: usize, printed: &Kode, row: &Row<'_>, context: &Context) -> Vec<Kode> {
    let named = context.codes(index, &row.entries).into_iter().map(|(code, _)| code);
    let mut begun: Vec<Kode> = named.filter(|code| code.as_str().starts_with(printed.as_str())).collect();
    if begun.is_empty() && !printed.as_str().ends_with(".0") {
        begun.push(printed.clone());
    }
    begun
}

/// What the last part of a code is called.
fn last_name(code: &Kode) -> &'static str {
    if code.tingkat() == Tingkat::Program { "program" } else { "kegiatan" }
}

fn mended(code: Kode, rule: RuleId, entry: &Entry, row: &Row<'_>) -> Reading {
    let same = letters(entry.nama) == row.evidence.letters;
    let printed = Some(row.evidence.name.as_str()).filter(|_| !same);
    let proof = official::code(&code, entry, Some(Edition::Y2006), printed);
    Reading::Mended(code, rule, proof)
}

/// The damage that left of a code what a row prints; `None` where its digits say something else.
fn damage(row: &Row<'_>, code: &Kode) -> Option<RuleId> {
    let (seen, whole): (&str, String) = (&row.print.digits, code.parts().collect());
    let stripped = || {
        row.print
            .parts
            .iter()
            .map(|part| part.trim_start_matches('0'))
            .eq(code.parts().map(|part| part.trim_start_matches('0')))
    };
    let was_moment = row.evidence.cells.iter().any(|cell| matches!(cell, Raw::Moment(_)));
    if row.evidence.cells.is_empty() {
        Some(rules::missing_code::ID)
    } else if seen == whole {
        Some(if was_moment { rules::code_read_as_date::ID } else { rules::split_code::ID })
    } else if seen.len() >= costs::FEWEST_DIGITS && whole.starts_with(seen) || stripped() {
        Some(rules::chopped_code::ID)
    } else if !seen.is_empty() && whole.ends_with(seen) {
        Some(rules::blank_code_parts::ID)
    } else {
        None
    }
}

/// A code whose first cells are blank.
fn filled(
    row: &Row<'_>,
    context: &Context,
    exact: Option<(Kode, &'static Entry)>,
    parts: &[String],
) -> Reading {
    let down = Kode::legacy(&parts.join("."), context.shape).filter(|code| !context.seen.contains(code));
    match (down, exact) {
        (Some(down), Some((code, entry))) if numbers(&down) == numbers(&code) => {
            mended(code, rules::blank_code_parts::ID, entry, row)
        }
        (Some(down), None) => {
            let proof = siblings::filled_down(&row.evidence.shown, &down);
            Reading::Mended(down, rules::blank_code_parts::ID, proof)
        }
        (down, exact) => Reading::Open(down.into_iter().chain(exact.map(|(code, _)| code)).collect()),
    }
}

/// A printed code as the codes above it are written: `1.2.1.2.1.1.5` below 1.02.1.02.01.01.
fn written_alike(printed: &Kode, row: &Row<'_>, context: &Context) -> Reading {
    let stays = Reading::Stated(printed.clone());
    let Some(parent) = printed.parent().filter(|_| printed.tingkat() >= Tingkat::Kegiatan) else {
        // A name that is the rest of nothing official is as printed.
        return stays;
    };
    let Some(program) = context.program.as_ref().filter(|_| !context.seen.contains(&parent)) else {
        return stays;
    };
    let Some(last) = printed.parts().next_back() else { return stays };
    if printed.tingkat() != Tingkat::Kegiatan || numbers(&parent) != numbers(program) {
        return stays;
    }
    let text = format!("{program}.{}", context.style.written("kegiatan", last));
    let Some(code) = Kode::legacy(&text, context.shape).filter(|code| !context.seen.contains(code)) else {
        return stays;
    };
    let proof = spelling::only_code(rules::chopped_code::ID, &row.evidence.shown, &code);
    Reading::Mended(code, rules::chopped_code::ID, proof)
}

/// A damaged code beside a name that is no official one here, or nearly one.
fn alike(index: usize, row: &Row<'_>, context: &Context) -> Reading {
    let similar = codification(Edition::Y2006).similar(&row.evidence.name, 12, costs::ALIKE_IN_2006);
    let entries: Vec<&'static Entry> = similar.into_iter().map(|(entry, _)| entry).collect();
    let near = context.expected(index, &entries).filter(|_| row.entries.is_empty());
    if let Some((code, entry)) = near
        && let Some(rule) = damage(row, &code).filter(|_| !row.print.digits.is_empty())
    {
        return mended(code, rule, entry, row);
    }
    let closed = closed_up(row, context);
    match closed.as_slice() {
        [code] => {
            let proof = spelling::only_code(rules::split_code::ID, &row.evidence.shown, code);
            Reading::Mended(code.clone(), rules::split_code::ID, proof)
        }
        _ => Reading::Open(closed),
    }
}

/// The codes that the digits, closed up, are below what stands above: a program of the same office or bidang, a kegiatan
/// of the program, a rincian of its kegiatan. None that a row above has.
fn closed_up(row: &Row<'_>, context: &Context) -> Vec<Kode> {
    let mut found: Vec<Kode> = Vec::new();
    if !row.print.is_damaged || row.print.digits.is_empty() {
        return found;
    }
    let heads = context.program.iter().flat_map(|program| {
        let head = program.as_str().rsplit_once('.').map(|(head, _)| head.to_owned());
        [Some((program.to_string(), "kegiatan")), head.map(|head| (head, "program"))]
    });
    for (head, name) in heads.flatten() {
        let digits: String = head.split('.').collect();
        let Some(rest) = row.print.digits.strip_prefix(digits.as_str()) else { continue };
        if rest.is_empty() || rest.len() != context.style.written(name, "1").len().max(2) {
            continue;
        }
        let code = Kode::legacy(&format!("{head}.{rest}"), context.shape);
        found.extend(code.filter(|code| !context.seen.contains(code)));
    }
    found
}

/// The numbers of the parts, whatever zeros stand before them.
fn numbers(code: &Kode) -> Vec<&str> {
    code.parts().map(|part| part.trim_start_matches('0')).collect()
}
