//! Number formats that say more than how a number is grouped: words, or digits of their own, or another factor.

use rust_decimal::{Decimal, RoundingStrategy};

use super::raw::indonesian;

/// Excel allows no longer code; a longer one is not looked at.
const LONGEST: usize = 255;

/// What a format code makes of a number, where it is not the number itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dressed {
    /// The text as Excel shows it, in Indonesian typography.
    pub text: String,
    /// Whether the text shows another number than the stored one: digits of the code, thousands left out.
    pub other_number: bool,
}

/// What a format code shows of a number; `None` where that is the number in some typography, perhaps with the sign of
/// a currency.
#[must_use]
pub fn dressed(value: Decimal, code: &str) -> Option<Dressed> {
    let special =
        code.contains(['"', '\\']) || code.contains(",,") || ends_in_comma(code) || code.contains("[$");
    if !special || code.len() > LONGEST {
        return None;
    }
    let section = Section::of(value, code)?;
    let letters = section.literals().any(|text| text.chars().any(|c| c.is_alphabetic() || c == '%'));
    let digits = section.literals().any(has_number);
    let parts = section.parts_digits();
    let other_number = digits || section.thousands > 0;
    if !(letters || other_number || parts) || section.has_no_place() {
        return None;
    }
    Some(Dressed { text: section.show(value), other_number })
}

/// Whether a text holds a number: a digit that belongs to no word, as the one of `m2` does.
fn has_number(text: &str) -> bool {
    let before = std::iter::once(' ').chain(text.chars());
    before.zip(text.chars()).any(|(before, c)| c.is_ascii_digit() && !before.is_alphabetic())
}

/// Whether a comma stands behind the last place of a section, which leaves thousands out.
fn ends_in_comma(code: &str) -> bool {
    let mut before = ' ';
    for c in code.chars() {
        if before == ',' && !matches!(c, '0' | '#' | '?' | ',') {
            return true;
        }
        before = c;
    }
    before == ','
}

/// One piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// A place for a digit: `0`, `#` or `?`.
    Place(char),
    /// Text of the code itself.
    Literal(String),
    /// The decimal sign.
    Point,
    /// `%`, which multiplies by a hundred.
    Percent,
}

/// The section of a code that is used for a value.
#[derive(Clone, Debug, Default)]
struct Section {
    pieces: Vec<Piece>,
    grouped: bool,
    /// How many times a thousand is left out.
    thousands: u32,
    /// Whether the section is one for negative numbers, which say so themselves.
    own_sign: bool,
}

impl Section {
    /// `None` for what is no plain number: dates, exponents, fractions, conditions, texts.
    fn of(value: Decimal, code: &str) -> Option<Self> {
        let sections = split(code);
        let negative = value.is_sign_negative() && !value.is_zero();
        let (text, own_sign) = match sections.as_slice() {
            [_, second, ..] if negative => (second, true),
            [_, _, zero, ..] if value.is_zero() => (zero, false),
            [first, ..] => (first, false),
            [] => return None,
        };
        let mut section = Self { own_sign, ..Self::default() };
        let mut commas = 0;
        let mut characters = text.chars();
        while let Some(c) = characters.next() {
            match c {
                '"' => {
                    section.literal(&characters.by_ref().take_while(|next| *next != '"').collect::<String>());
                }
                '\\' => section.literal(&characters.next().map(String::from).unwrap_or_default()),
                '_' => {
                    characters.next();
                    section.literal(" ");
                }
                '*' => {
                    characters.next();
                }
                '[' => {
                    let inside: String = characters.by_ref().take_while(|next| *next != ']').collect();
                    section.bracket(&inside)?;
                }
                '0' | '#' | '?' => {
                    section.grouped |= commas > 0;
                    commas = 0;
                    section.pieces.push(Piece::Place(c));
                }
                ',' => commas += 1,
                '.' => section.pieces.push(Piece::Point),
                '%' => section.pieces.push(Piece::Percent),
                '@' | '/' => return None,
                c if c.is_ascii_alphabetic() => return None,
                c => section.literal(c.encode_utf8(&mut [0; 4])),
            }
            if !matches!(c, ',' | '0' | '#' | '?') && commas > 0 {
                section.thousands += commas;
                commas = 0;
            }
        }
        section.thousands += commas;
        (section.thousands <= 4).then_some(section)
    }

    fn literal(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Literal(before)) => before.push_str(text),
            _ => self.pieces.push(Piece::Literal(text.to_owned())),
        }
    }

    /// A colour says nothing, a currency is a text, a condition or an elapsed time is not looked at.
    fn bracket(&mut self, inside: &str) -> Option<()> {
        if let Some(currency) = inside.strip_prefix('$') {
            self.literal(currency.split('-').next().unwrap_or_default());
            return Some(());
        }
        let colour = inside.chars().all(char::is_alphanumeric) && inside.chars().count() > 2;
        colour.then_some(())
    }

    /// The texts of the code, signs of the rupiah left out: an amount is one of rupiah without them.
    fn literals(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Literal(text) if !is_currency(text) => Some(text.as_str()),
            _ => None,
        })
    }

    fn has_no_place(&self) -> bool {
        !self.pieces.iter().any(|piece| matches!(piece, Piece::Place(_)))
    }

    /// Whether a text stands between the places of the whole digits, as in `0"."00`.
    fn parts_digits(&self) -> bool {
        let places = |piece: &Piece| matches!(piece, Piece::Place(_));
        let first = self.pieces.iter().position(places).unwrap_or_default();
        let point = self.pieces.iter().position(|piece| *piece == Piece::Point).unwrap_or(self.pieces.len());
        let last = self.pieces.iter().take(point).rposition(places).unwrap_or_default();
        let between = self.pieces.iter().take(last).skip(first);
        between.into_iter().any(|piece| matches!(piece, Piece::Literal(text) if !text.trim().is_empty()))
    }

    fn show(&self, value: Decimal) -> String {
        let percents = self.pieces.iter().filter(|piece| **piece == Piece::Percent).count();
        let mut number = value.abs();
        for _ in 0..percents {
            number = number.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(number);
        }
        for _ in 0..self.thousands {
            number = number.checked_div(Decimal::ONE_THOUSAND).unwrap_or(number);
        }
        let point = self.pieces.iter().position(|piece| *piece == Piece::Point);
        let (whole, rest) =
            self.pieces.split_at_checked(point.unwrap_or(self.pieces.len())).unwrap_or_default();
        let zeros = |pieces: &[Piece]| pieces.iter().filter(|piece| matches!(piece, Piece::Place(_))).count();
        // What only stands in other words keeps all its decimals; what stands for thousands is rounded, as it is shown.
        if self.thousands > 0 {
            let places = u32::try_from(zeros(rest)).unwrap_or(0).min(28);
            number = number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        }
        let places = u32::try_from(zeros(rest)).ok().filter(|_| point.is_some());
        let digits = indonesian(number, places, false);
        let (whole_digits, decimals) = digits.split_once(',').unwrap_or((&digits, ""));
        let mut text = self.whole(whole, whole_digits);
        if !decimals.is_empty() {
            let last = text.rfind(|c: char| c.is_ascii_digit()).map_or(text.len(), |at| at + 1);
            // Without a decimal sign in the code the decimals follow the last digit all the same.
            let behind = if point.is_some() { String::new() } else { text.split_off(last) };
            text = format!("{text},{decimals}{behind}");
        }
        text.extend(rest.iter().filter_map(|piece| match piece {
            Piece::Literal(text) => Some(text.as_str()),
            Piece::Percent => Some("%"),
            _ => None,
        }));
        let signed = value.is_sign_negative() && !value.is_zero();
        let says_so = self.own_sign && text.contains(['-', '(']);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if signed && !says_so { format!("-{text}") } else { text }
    }

    /// The whole digits in their places, from the right; more digits than places stand at the first one.
    fn whole(&self, pieces: &[Piece], digits: &str) -> String {
        let is_place = |piece: &Piece| matches!(piece, Piece::Place(_));
        let Some(first) = pieces.iter().position(is_place) else {
            return format!("{}{digits}", texts(pieces));
        };
        let mut left: Vec<char> = digits.chars().filter(|_| digits != "0").collect();
        let mut out: Vec<String> = Vec::new();
        let mut written = 0;
        let mut put = |out: &mut Vec<String>, digit: char| {
            if self.grouped && written > 0 && written % 3 == 0 {
                out.push(".".to_owned());
            }
            written += 1;
            out.push(digit.to_string());
        };
        for (index, piece) in pieces.iter().enumerate().rev() {
            match piece {
                Piece::Place(kind) => {
                    match left.pop() {
                        Some(digit) => put(&mut out, digit),
                        None if *kind == '0' => put(&mut out, '0'),
                        None => {}
                    }
                    while index == first
                        && let Some(digit) = left.pop()
                    {
                        put(&mut out, digit);
                    }
                }
                Piece::Literal(text) => out.push(text.clone()),
                Piece::Percent => out.push("%".to_owned()),
                Piece::Point => {}
            }
        }
        out.into_iter().rev().collect()
    }
}

fn texts(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .filter_map(|piece| if let Piece::Literal(text) = piece { Some(text.as_str()) } else { None })
        .collect()
}

/// Whether a text of a code is the sign of the rupiah, or a sign without letters and digits.
fn is_currency(text: &str) -> bool {
    if text.contains('%') {
        return false;
    }
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    matches!(letters.as_str(), "" | "rp" | "idr" | "rupiah")
}

/// The sections of a code: `;` parts them, but not within quotes or brackets.
fn split(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let (mut quoted, mut escaped) = (false, false);
    for c in code.chars() {
        if c == ';' && !quoted && !escaped {
            sections.push(String::new());
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped && !quoted;
        if let Some(section) = sections.last_mut() {
            section.push(c);
        }
    }
    sections
}

#[cfg(test)]
#[path = "format_tests.rs"]
mod tests;
