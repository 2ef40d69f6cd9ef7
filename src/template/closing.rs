//! What a template prints below a table: the labels of notes, and the blocks of those who sign.

use crate::model::{Closing, Note, NoteLine};

/// Where and when somebody signs.
const PLACE_AND_DATE: &str = "…………………, …………………… 20…";
/// Who signs.
const NAME: &str = "(………………………………………)";
/// So many rows below its label the next note begins.
const ROOM_FOR_A_NOTE: u32 = 2;
/// So many rows below the office the name is: room for a signature.
const ROOM_FOR_A_SIGNATURE: u32 = 4;

/// The lines below a table, still to be filled in.
pub(super) fn lines(closing: Option<&Closing>) -> Vec<NoteLine> {
    let Some(closing) = closing else { return Vec::new() };
    let label = |text: &&str| line(ROOM_FOR_A_NOTE, [*text].into_iter());
    let mut lines: Vec<NoteLine> = closing.notes.iter().map(label).collect();
    let blocks = closing.signatures.iter();
    if !closing.signatures.is_empty() {
        lines.push(line(ROOM_FOR_A_NOTE, blocks.clone().map(|(what, _)| *what)));
        lines.push(line(1, blocks.clone().map(|_| PLACE_AND_DATE)));
        lines.push(line(1, blocks.clone().map(|(_, office)| *office)));
        lines.push(line(ROOM_FOR_A_SIGNATURE, blocks.map(|_| NAME)));
    }
    lines
}

fn line<'a>(down: u32, texts: impl Iterator<Item = &'a str>) -> NoteLine {
    let note = |(margin, text): (u16, &str)| Note { margin, text: text.to_owned(), source: None };
    NoteLine { down, notes: (0..).zip(texts).map(note).collect() }
}
