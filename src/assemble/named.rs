//! What a text names that has a column of its own: a place, a source of funds.

use crate::document::evidence::header::{names_fund, names_place};
use crate::model::Role;

/// What a text names that has a column of its own.
#[derive(Clone, Copy, Default)]
pub(super) struct Named {
    funds: bool,
    places: bool,
}

impl Named {
    /// What a text names.
    pub(super) fn of(text: &str) -> Self {
        Self { funds: names_fund(text), places: names_place(text) }
    }

    /// Whether it names anything.
    pub(super) fn is_some(self) -> bool {
        self.funds || self.places
    }

    /// What it costs that a text stands in a column of texts of this role: texts that name places or funds belong to the
    /// columns of places and funds.
    pub(super) fn cost(self, role: Role) -> f64 {
        let Self { funds, places } = self;
        match role {
            Role::FundingSource if funds => -1.0,
            Role::Location if places => -1.0,
            Role::FundingSource if places => 1.5,
            Role::Location if funds => 1.5,
            Role::FundingSource => 0.4,
            Role::Location if !places => 0.5,
            _ if funds => 1.5,
            _ if places && !matches!(role, Role::Name | Role::TwinName) => 0.8,
            Role::Remark => 0.3,
            _ => 0.0,
        }
    }
}
