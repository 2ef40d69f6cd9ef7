//! What stands around a number: currency, brackets, signs, `,-`.

use crate::model::RuleId;
use crate::rules;

/// A number's core with what was taken off it.
pub(super) struct Dressed {
    /// Digits, separators and blanks, perhaps letters that look like digits.
    pub core: String,
    /// Whether a minus or brackets make it negative.
    pub negative: bool,
    /// Whether a dash behind the number may say that it is negative, as accountants write it.
    pub may_be_negative: bool,
    /// What was taken off, with its price.
    pub marks: Vec<(RuleId, u32)>,
}

const DRESS: (RuleId, u32) = (rules::currency_dress::ID, 1);
const BARE_DASH: (RuleId, u32) = (rules::currency_dress::ID, super::UNTRUSTED);
const PERCENT_SIGN: (RuleId, u32) = (rules::percent_sign::ID, 1);

impl Dressed {
    /// Undresses a text; `None` where nothing is left. A percent may carry `%`, an amount `Rp` and `,-`.
    pub fn of(text: &str, money: bool) -> Option<Self> {
        let visible = super::super::words::collapse(text);
        let mut dressed = Self {
            core: visible.replace(['−', '–', '—'], "-"),
            negative: false,
            may_be_negative: false,
            marks: Vec::new(),
        };
        dressed.take_apostrophe();
        if money {
            dressed.take_currency();
        } else {
            dressed.take_percent_sign();
        }
        // A minus may stand before the brackets or within them; both say the same.
        dressed.take_minus();
        dressed.take_brackets();
        if money {
            dressed.take_currency();
        }
        dressed.take_minus();
        if money {
            dressed.take_currency();
            dressed.take_tail_dash();
        } else {
            dressed.take_percent_sign();
        }
        let core = dressed.core.trim().to_owned();
        dressed.core = core;
        (!dressed.core.is_empty()).then_some(dressed)
    }

    fn take_currency(&mut self) {
        let lower = self.core.trim().to_lowercase();
        let Some(rest) = lower.strip_prefix("rp").or_else(|| lower.strip_prefix("idr")) else { return };
        let kept = rest.trim_start_matches(['.', ':', ' ']);
        let skipped = lower.chars().count() - kept.chars().count();
        self.core = self.core.trim().chars().skip(skipped).collect();
        self.mark(DRESS);
    }

    /// An apostrophe before a number is how a spreadsheet keeps it as text.
    fn take_apostrophe(&mut self) {
        let inner = self.core.trim().strip_prefix('\'').filter(|rest| !rest.contains('\''));
        if let Some(inner) = inner {
            self.core = inner.trim().to_owned();
            self.mark(DRESS);
        }
    }

    fn take_percent_sign(&mut self) {
        if let Some(rest) = self.core.trim().strip_suffix('%') {
            self.core = rest.trim().to_owned();
            self.mark(PERCENT_SIGN);
        }
    }

    fn take_brackets(&mut self) {
        let inner = self.core.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        if let Some(inner) = inner {
            self.core = inner.trim().to_owned();
            self.negative = true;
            self.mark(DRESS);
        }
    }

    fn take_minus(&mut self) {
        if let Some(rest) = self.core.trim().strip_prefix('-') {
            self.core = rest.trim().to_owned();
            self.negative = true;
        }
    }

    /// `,-` says "no cents", as do `.-` and `,=`. A bare dash behind the number may say so, or be a minus as accountants
    /// write it.
    fn take_tail_dash(&mut self) {
        let core = self.core.trim();
        let Some(rest) = core.strip_suffix(['-', '=']) else { return };
        let rest = rest.trim_end_matches(['-', '=', ' ']);
        let without = rest.strip_suffix([',', '.']);
        let mark = if without.is_some() { DRESS } else { BARE_DASH };
        self.may_be_negative = without.is_none() && core.ends_with('-') && !self.negative;
        self.core = without.unwrap_or(rest).trim().to_owned();
        self.mark(mark);
    }

    fn mark(&mut self, mark: (RuleId, u32)) {
        if !self.marks.contains(&mark) {
            self.marks.push(mark);
        }
    }
}
