//! Measures: a quantity with its unit, a percent, a predicate; or several of them stacked in one cell.

mod doubt;
mod overprint;
mod quantity;
mod token;

use rust_decimal::Decimal;

pub use doubt::day_and_month;

use token::{Token, tokens};

/// One quantity with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The quantity; `None` where the text is no single number (a range, a fraction, money).
    pub number: Option<Decimal>,
    /// The unit as printed, `%` for a percent, empty where there is none.
    pub unit: String,
    /// The number as printed and the unit, one blank between.
    pub text: String,
}

/// What a cell of measures says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measures {
    /// Nothing: a blank text.
    Nothing,
    /// One measure.
    One(Measure),
    /// Several, stacked.
    Several(Vec<Measure>),
    /// A grade or any other word: `B`, `WTP`, `Sangat Baik`.
    Predicate(String),
    /// A number with letters among its digits, or an exponent.
    Doubtful {
        /// What it may be.
        candidates: Vec<String>,
    },
    /// Cells overprinted or torn; candidates where the digits allow a guess, the smallest first.
    Unreadable {
        /// Texts that it may have been.
        candidates: Vec<String>,
    },
}

impl Measures {
    /// The clean text: stacked measures on lines of their own; `None` where it is unreadable.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Nothing => Some(String::new()),
            Self::One(measure) => Some(measure.text.clone()),
            Self::Several(measures) => {
                Some(measures.iter().map(|measure| measure.text.as_str()).collect::<Vec<_>>().join("\n"))
            }
            Self::Predicate(text) => Some(text.clone()),
            Self::Unreadable { .. } | Self::Doubtful { .. } => None,
        }
    }
}

/// Words before a number that make it a name, no quantity: `Tahun 2023`, `Nomor 5`.
const NAMING: [&str; 13] =
    ["tahun", "thn", "th", "ta", "no", "no.", "nomor", "ke", "tipe", "type", "kelas", "pasal", "bulan-"];
/// Words between two numbers that make one statement of them: a range, a product, a share.
const LINKING: [&str; 14] =
    ["x", "×", "s/d", "s.d", "s.d.", "sd", "sampai", "hingga", "dari", "-", "–", ":", "/", "+"];

/// Reads a cell of measures.
#[must_use]
pub fn measures(text: &str) -> Measures {
    let tokens = tokens(text);
    let plain = super::words::collapse(text);
    if tokens.is_empty() {
        return Measures::Nothing;
    }
    if !tokens.iter().any(Token::is_number) {
        return Measures::Predicate(plain);
    }
    if tokens.iter().any(Token::is_statement) || tokens.first().is_some_and(Token::is_currency) {
        return statement(plain);
    }
    if let Some(candidates) = doubt::candidates(&plain) {
        return Measures::Doubtful { candidates };
    }
    if let Some(paired) = percents_paired(&tokens) {
        return paired;
    }
    let items = items(&tokens);
    let leading_words = items.first().is_some_and(|item| item.number.is_none());
    if items.iter().any(|item| item.is_enumerated() || item.is_mark_alone()) {
        return statement(plain);
    }
    let naked = !leading_words && items.len() > 1 && items.iter().any(Item::is_naked);
    let stacked_lines = items.len() > 1 && items.iter().all(|item| item.starts_line);
    if naked && !stacked_lines || leading_words && items.first().is_some_and(Item::is_torn) {
        return Measures::Unreadable { candidates: overprint::candidates(&tokens) };
    }
    if leading_words || items.iter().any(Item::is_linked) {
        return statement(plain);
    }
    let mut found: Vec<Measure> = items.iter().filter_map(Item::measure).collect();
    match (found.len(), found.pop()) {
        (1, Some(measure)) => Measures::One(measure),
        (_, last) => {
            found.extend(last);
            Measures::Several(found)
        }
    }
}

fn statement(text: String) -> Measures {
    Measures::One(Measure { number: None, unit: String::new(), text })
}

/// One number and what follows it up to the next.
#[derive(Debug, Default)]
struct Item {
    /// The mark of a list before the number: `1)`.
    mark: Option<String>,
    number: Option<String>,
    unit: Vec<String>,
    starts_line: bool,
}

impl Item {
    /// A number without a unit.
    fn is_naked(&self) -> bool {
        self.unit.is_empty()
    }

    /// A mark of a list that nothing follows: `0)`.
    const fn is_mark_alone(&self) -> bool {
        self.mark.is_some() && self.number.is_none()
    }

    /// Words before the first number that are the rest of a torn word.
    fn is_torn(&self) -> bool {
        self.unit.iter().all(|word| word.chars().count() <= 2 && word.chars().all(char::is_lowercase))
    }

    fn is_linked(&self) -> bool {
        let binds = |word: &String| {
            LINKING.contains(&word.to_lowercase().as_str()) || word.ends_with(['/', '-', '–', '&', '+'])
        };
        self.unit.last().is_some_and(binds)
    }

    /// Whether nothing but a sign between numbers stands behind the number: `0,71; 59,74; %`.
    fn is_enumerated(&self) -> bool {
        let signs = self.unit.join("");
        signs.starts_with([';', ',', '&']) && self.number.is_some()
    }

    fn measure(&self) -> Option<Measure> {
        let printed = self.number.as_deref()?;
        let words: Vec<&str> =
            self.unit.iter().map(String::as_str).filter(|word| !is_footnote(word)).collect();
        let unit = words.join(" ");
        // `5 ribu ekor` is not five, and a rate is no number of its unit.
        let multiplied = words.first().is_some_and(|word| super::number::is_factor(word));
        let rate = unit.starts_with(|c: char| c.is_ascii_digit());
        let number = quantity::value(printed, &unit).filter(|_| !multiplied && !rate);
        let beside = self.mark.iter().map(String::as_str).chain([printed]);
        let text = beside.chain(self.unit.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        Some(Measure { number, unit, text })
    }
}

/// Whether a word of a unit only points to a note: `*`, `**)`, `1)`.
fn is_footnote(word: &str) -> bool {
    let mark = word.trim_end_matches(')');
    !word.is_empty() && (mark.chars().all(|c| c == '*') || mark.len() < word.len() && is_digits(mark))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Cuts the tokens before every number that opens a measure of its own, or before the mark of a list in front of it.
fn items(tokens: &[Token]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut depth = 0_i32;
    let mut mark: Option<String> = None;
    let mut marked = tokens.iter().enumerate().peekable();
    while let Some((index, token)) = marked.next() {
        let bracket = tokens.get(index + 1).filter(|next| depth == 0 && is_mark(token, next));
        if let Some(bracket) = bracket {
            marked.next();
            let whole = format!("{}{}", token.text, bracket.text);
            match items.last_mut() {
                // Behind a quantity that no other follows it points to a note.
                Some(item) if !tokens.get(index + 2).is_some_and(Token::is_number) => item.unit.push(whole),
                _ => mark = Some(whole),
            }
            continue;
        }
        let opens = token.is_number() && depth == 0 && !is_name(tokens, index) && !is_base(tokens, index);
        if opens || items.is_empty() {
            let number = opens.then(|| token.text.clone());
            items.push(Item { mark: mark.take(), number, unit: Vec::new(), starts_line: token.starts_line });
        }
        if !opens && let Some(item) = items.last_mut() {
            item.unit.push(token.text.clone());
        }
        for c in token.text.chars() {
            depth += i32::from(c == '(') - i32::from(c == ')');
        }
        depth = depth.max(0);
    }
    if mark.is_some() {
        items.push(Item { mark, ..Item::default() });
    }
    items
}

/// Whether a number and the token behind it are the mark of a list or of a note: `1)`.
fn is_mark(token: &Token, next: &Token) -> bool {
    next.text == ")" && !next.starts_line && is_digits(&token.text) && token.text.len() <= 2
}

/// Whether the number is part of the unit's name: a year, a class.
fn is_name(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    let Some(before) = before.filter(|before| !before.is_number()) else { return false };
    let named = NAMING.contains(&before.text.to_lowercase().as_str());
    let last = index + 1 == tokens.len();
    let year = tokens.get(index).is_some_and(|token| {
        token.text.len() == 4 && (token.text.starts_with("20") || token.text.starts_with("19"))
    });
    named || last && year && before.text != "%"
}

/// Whether the number is what a rate is counted by: `8 1000 KH` are eight in a thousand births. So it stands between a
/// number and the short name of a unit.
fn is_base(tokens: &[Token], index: usize) -> bool {
    let digits = |token: &Token| -> String { token.text.chars().filter(char::is_ascii_digit).collect() };
    let base = |token: &Token| {
        let digits = digits(token);
        digits.len() > 3 && digits.starts_with('1') && digits.chars().skip(1).all(|c| c == '0')
    };
    let (Some(own), Some(before), Some(after)) =
        (tokens.get(index), index.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(index + 1))
    else {
        return false;
    };
    let short = (2..=4).contains(&after.text.len()) && after.text.chars().all(|c| c.is_ascii_uppercase());
    base(own) && !own.starts_line && !after.starts_line && before.is_number() && short
}

/// `80 / 100 % / %`: as many signs as numbers and nothing else, the lines wrapped into one another.
fn percents_paired(tokens: &[Token]) -> Option<Measures> {
    let numbers: Vec<&Token> = tokens.iter().filter(|token| token.is_number()).collect();
    let signs = tokens.iter().filter(|token| token.text == "%").count();
    if numbers.len() < 2 || signs != numbers.len() || signs + numbers.len() != tokens.len() {
        return None;
    }
    let measure = |token: &&Token| {
        let item = Item {
            number: Some(token.text.clone()),
            unit: vec!["%".to_owned()],
            starts_line: true,
            ..Item::default()
        };
        item.measure()
    };
    Some(Measures::Several(numbers.iter().filter_map(measure).collect()))
}

#[cfg(test)]
mod tests;
