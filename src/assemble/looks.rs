//! What the cells of a table look like, each text looked at once.

use std::rc::Rc;

use foldhash::HashMap;

use super::class::{Class, class};
use super::costs;
use super::named::Named;
use super::names::Names;
use crate::model::{Raw, letters};
use crate::value::code::split_leading_code;

/// What a cell looks like, and what its text says where it is one.
pub(super) struct Look {
    pub(super) class: Class,
    /// The letters of a text.
    pub(super) letters: String,
    pub(super) named: Named,
    /// Whether it is an official name.
    pub(super) official: bool,
}

impl Look {
    fn of(raw: &Raw, names: &Names) -> Self {
        let class = class(raw);
        let Raw::Text(text) = raw else {
            return Self { class, letters: String::new(), named: Named::default(), official: false };
        };
        let letters = letters(text);
        if class != Class::Text {
            return Self { class, letters, named: Named::default(), official: false };
        }
        // A code before it in the same cell makes a name no other.
        let bare = split_leading_code(text).map(|(_, name)| self::letters(&name));
        let official = names.is_official_by(bare.as_ref().unwrap_or(&letters));
        Self { class, named: Named::of(text), letters, official }
    }
}

/// The looks of the texts of a table, which repeats most of them.
pub(super) struct Looks<'a> {
    names: &'a Names,
    known: HashMap<&'a str, Rc<Look>>,
}

impl<'a> Looks<'a> {
    pub(super) fn new(names: &'a Names) -> Self {
        Self { names, known: HashMap::default() }
    }

    /// Whether a text is an official name but for a slip or two.
    pub(super) fn nearly_names(&self, raw: &Raw) -> bool {
        matches!(raw, Raw::Text(text) if self.names.quality(text) >= costs::NEARLY_OFFICIAL)
    }

    /// The look of a cell.
    pub(super) fn of(&mut self, raw: &'a Raw) -> Rc<Look> {
        match raw {
            Raw::Text(text) => {
                let look = self.known.entry(text).or_insert_with(|| Rc::new(Look::of(raw, self.names)));
                Rc::clone(look)
            }
            other => Rc::new(Look::of(other, self.names)),
        }
    }
}
