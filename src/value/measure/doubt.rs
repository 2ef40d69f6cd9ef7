//! Quantities that read as something else than was meant: letters for digits, an exponent, a day and a month.

use rust_decimal::Decimal;

use super::super::number::{rupiah, typographic};

/// What a text may be whose number is written with letters that look like digits (`1OO %`) or with an exponent (`1E5`);
/// `None` where no word of it is such a number.
pub(super) fn candidates(text: &str) -> Option<Vec<String>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (index, number) = words
        .iter()
        .enumerate()
        .find_map(|(index, word)| Some((index, look_alike(word).or_else(|| exponent(word))?)))?;
    let Some(number) = number.first() else { return Some(Vec::new()) };
    let mended = words.iter().enumerate().map(|(at, word)| if at == index { number.as_str() } else { *word });
    Some(vec![mended.collect::<Vec<_>>().join(" ")])
}

/// Digits with O, I or l among them; an l at the end is a liter.
fn look_alike(word: &str) -> Option<Vec<String>> {
    let (body, sign) = word.strip_suffix('%').map_or((word, ""), |body| (body, " %"));
    let is_one_of = |c: char| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'I' | 'l' | '|' | '.' | ',');
    let letters = body.chars().any(|c| matches!(c, 'O' | 'o' | 'I' | 'l' | '|'));
    let digits = body.chars().any(|c| c.is_ascii_digit());
    if !(letters && digits && body.chars().all(is_one_of)) || body.ends_with('l') {
        return None;
    }
    let number: String = body
        .chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'I' | 'l' | '|' => '1',
            other => other,
        })
        .collect();
    Some(vec![format!("{number}{sign}")])
}

/// `1E5`, `1,2E+03`: the number that it stands for, where it can be told.
fn exponent(word: &str) -> Option<Vec<String>> {
    let (mantissa, power) = word.split_once(['E', 'e'])?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    let power = power.strip_prefix('+').unwrap_or(power);
    if !number(mantissa) || !digits(power) {
        return None;
    }
    let value = rupiah(mantissa).first().map(|reading| reading.value);
    let value = power.parse::<u32>().ok().zip(value).and_then(|(power, value)| scaled(value, power));
    Some(value.map(typographic).into_iter().collect())
}

fn scaled(value: Decimal, power: u32) -> Option<Decimal> {
    (power <= 15).then_some(())?;
    (0..power).try_fold(value, |value, _| value.checked_mul(Decimal::TEN))
}

/// The months as Excel shows them in Indonesian and in English, with the way some offices shorten them.
const MONTHS: [&str; 19] = [
    "jan", "feb", "mar", "apr", "mei", "may", "jun", "jul", "agu", "agt", "ags", "aug", "sep", "okt", "oct",
    "nov", "nop", "des", "dec",
];
/// The number of each of these months.
const NUMBERS: [u8; 19] = [1, 2, 3, 4, 5, 5, 6, 7, 8, 8, 8, 8, 9, 10, 10, 11, 11, 12, 12];

/// The two numbers that were typed where a text shows the day and month that Excel made of them, as the text of a date
/// or of a day and a month alone (`02-Feb`, `02/03/2024`); `None` for any other text.
#[must_use]
pub fn day_and_month(text: &str) -> Option<(u8, u8)> {
    let parts: Vec<&str> = text.trim().split(['-', '/']).collect();
    let number = |text: &str, most: u8| {
        let short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u8>().ok().filter(|value| short && (1..=most).contains(value))
    };
    let month = |text: &str| {
        let lower = text.to_lowercase();
        MONTHS.iter().position(|month| *month == lower).and_then(|index| NUMBERS.get(index)).copied()
    };
    let is_year = |text: &str| matches!(text.len(), 2 | 4) && text.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [first, second] => month(second)
            .and_then(|month| Some((number(first, 31)?, month)))
            .or_else(|| Some((month(first)?, number(second, 99)?))),
        [day, name, year] if is_year(year) => {
            let full = year.len() == 4;
            let month = month(name).or_else(|| number(name, 12).filter(|_| full))?;
            Some((number(day, 31)?, month))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_letters_are_told_with_what_they_may_be() {
        for (text, wanted) in [
            ("1OO %", "100 %"),
            ("1OO%", "100 %"),
            ("2O Orang", "20 Orang"),
            ("1E5", "100.000"),
            ("1l0 Unit", "110 Unit"),
        ] {
            assert_eq!(candidates(text), Some(vec![wanted.to_owned()]), "{text}");
        }
        for text in ["100 %", "5l", "10 Orang", "1 Oktober", "Lokasi I", "3 Dokumen K3", "O", "2E", ""] {
            assert_eq!(candidates(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_and_a_month_are_the_two_numbers_that_were_typed() {
        for (text, wanted) in [
            ("02-Feb", (2, 2)),
            ("3-Mar", (3, 3)),
            ("02/03/2024", (2, 3)),
            ("Mar-25", (3, 25)),
            ("2-Agt-2024", (2, 8)),
        ] {
            assert_eq!(day_and_month(text), Some(wanted), "{text}");
        }
        for text in ["2-2", "2/3", "12 Bulan", "02/03", "32-Jan", "1-2-3", "Mei", "10-20 Orang", ""] {
            assert_eq!(day_and_month(text), None, "{text}");
        }
    }
}
