//! What the values are of a column that a header adds beside a declared one.

use crate::model::{self, Column, Form, Kind, Layout, Role};

/// How the id ends of the quantity and of the amount that stand below one declared column.
pub const QUANTITY: &str = "_k";
/// See [`QUANTITY`].
pub const MONEY: &str = "_rp";

/// The column of an id that resembles a declared one: its values are of the same kind, but those of a pair, of which
/// one is a quantity and the other an amount. `None` where the program knows too many such columns already.
#[must_use]
pub fn resembling(like: &'static Column, id: &str) -> Option<&'static Column> {
    let (role, kind) = match (like.role, like.kind) {
        // One column alone says what a row is.
        (Role::Name | Role::TwinName | Role::Code | Role::Ordinal, _) => (Role::Text, Kind::Text),
        (role, Kind::MeasureOrRupiah) if id.ends_with(MONEY) => (role, Kind::Rupiah),
        (_, Kind::MeasureOrRupiah) if id.ends_with(QUANTITY) => (Role::Target, Kind::Measure),
        (role, kind) => (role, kind),
    };
    model::resembling(id, like, role, kind)
}

/// The column of a layout or, where that lacks it, the added one of an id: beside the column `like` of any layout of
/// the form, or `lain_…` with money or text.
#[must_use]
pub fn added(
    form: &Form,
    layout: &Layout,
    id: &str,
    like: Option<&str>,
    is_money: bool,
) -> Option<&'static Column> {
    if let Some(declared) = layout.column(id) {
        return Some(declared);
    }
    if let Some(like) = like {
        let mut layouts = form.layouts.iter();
        let like = layout.column(like).or_else(|| layouts.find_map(|other| other.column(like)))?;
        return resembling(like, id);
    }
    let number = id.strip_prefix("lain_")?.parse().ok()?;
    model::unknown(number, if is_money { Kind::Rupiah } else { Kind::Text })
}
