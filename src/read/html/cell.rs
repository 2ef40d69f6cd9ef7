//! A cell of a page while it is read.

use crate::read::runs::{Rich, Run};

use super::tokens::Tag;

/// A cell being read.
#[derive(Debug, Default)]
pub(super) struct Open {
    pub(super) at: (u64, u64),
    pub(super) rows: u64,
    pub(super) columns: u64,
    pub(super) bold: bool,
    pub(super) struck: bool,
    pub(super) text: String,
    /// What is struck out in it, and its raised marks.
    pub(super) taken_out: Rich,
    /// How many open elements strike out or raise its text now.
    pub(super) striking: usize,
    pub(super) raising: usize,
    /// The raised text so far.
    pub(super) raised: String,
    /// The options of the open list, each with whether it is chosen.
    pub(super) options: Option<Vec<(bool, String)>>,
    /// The number that the page stores of it.
    pub(super) stored: Option<f64>,
    /// Tables opened inside it: their cells are lines of its text.
    pub(super) nested: usize,
}

impl Open {
    /// Where text goes now.
    pub(super) fn target(&mut self) -> &mut String {
        if let Some((_, option)) = self.options.as_mut().and_then(|options| options.last_mut()) {
            return option;
        }
        match (self.striking, self.raising) {
            (1.., _) => &mut self.taken_out.struck,
            (0, 1..) => &mut self.raised,
            (0, 0) => &mut self.text,
        }
    }

    /// Ends what is raised: a mark is taken out, a power or a word stays.
    pub(super) fn lower(&mut self) {
        self.raising = self.raising.saturating_sub(1);
        let raised = std::mem::take(&mut self.raised);
        if !raised.is_empty() {
            let mut rich =
                Rich { text: std::mem::take(&mut self.text), ..std::mem::take(&mut self.taken_out) };
            rich.push(&raised, Run { struck: false, raised: true });
            self.text = std::mem::take(&mut rich.text);
            self.taken_out = rich;
        }
    }

    /// A field to fill in shows its content.
    pub(super) fn fill(&mut self, tag: &Tag) {
        let kind = tag.attribute("type").unwrap_or("text").to_ascii_lowercase();
        let shows =
            matches!(kind.as_str(), "text" | "" | "number" | "tel" | "date" | "search" | "email" | "url");
        if let Some(value) = tag.attribute("value").filter(|_| shows) {
            push_blank(&mut self.text);
            self.text.push_str(value.trim());
        }
    }

    pub(super) fn option(&mut self, chosen: bool) {
        if let Some(options) = &mut self.options {
            options.push((chosen, String::new()));
        }
    }

    /// Ends the open list: a browser shows the chosen option, or the first one.
    pub(super) fn choose(&mut self) {
        let options = self.options.take().unwrap_or_default();
        let shown = options.iter().find(|(chosen, _)| *chosen).or_else(|| options.first());
        if let Some((_, text)) = shown {
            push_blank(&mut self.text);
            self.text.push_str(text.trim());
        }
    }
}

/// Ends a word, unless one is ended already.
pub(super) fn push_blank(text: &mut String) {
    if !text.is_empty() && !text.ends_with([' ', '\n']) {
        text.push(' ');
    }
}
