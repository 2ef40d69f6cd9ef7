//! The year of a template that is filled from a document, where nobody says it.

use crate::model::{Document, Family, Form};

/// Why the year does not follow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoYear {
    /// The document states no year, or holds nothing that these forms follow from year by year.
    #[error("the document says no year that the template follows from")]
    Unsaid,
    /// The forms are of different years.
    #[error("{0} is of {1} and {2} of {3}")]
    Several(&'static str, u16, &'static str, u16),
}

/// The year of forms that are filled from documents: a Renja is of the year after the one in them, and an evaluation of the
/// very year whose plan or last quarter is in them. Those that are of a period say none.
///
/// # Errors
/// If the documents do not say one year, or the forms are not of one year.
pub fn year_of(forms: &[&'static Form], from: &[Document]) -> Result<u16, NoYear> {
    let mut years =
        from.iter().map(|from| of_document(forms, from)).filter(|year| *year != Err(NoYear::Unsaid));
    let first = years.next().unwrap_or(Err(NoYear::Unsaid))?;
    if years.all(|year| year == Ok(first)) { Ok(first) } else { Err(NoYear::Unsaid) }
}

fn of_document(forms: &[&'static Form], from: &Document) -> Result<u16, NoYear> {
    let is_yearly =
        |family: Family| matches!(family, Family::Renja | Family::RenjaFurther | Family::Evaluation);
    let year = from.about.year.ok_or(NoYear::Unsaid)?;
    if !from.tables.iter().any(|table| is_yearly(table.form.family)) {
        return Err(NoYear::Unsaid);
    }
    let mut found: Option<(&'static str, u16)> = None;
    for form in forms {
        let own = match form.family {
            Family::Renja | Family::RenjaFurther => year.checked_add(1).ok_or(NoYear::Unsaid)?,
            Family::Evaluation => year,
            Family::Renstra => return Err(NoYear::Unsaid),
        };
        match found {
            Some((other, of)) if of != own => return Err(NoYear::Several(other, of, form.id, own)),
            _ => found = Some((form.id, own)),
        }
    }
    found.map(|(_, year)| year).ok_or(NoYear::Unsaid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::form;
    use crate::model::Edition;
    use crate::template::{Wanted, document};
    use crate::write::xlsx::LayoutChoice;

    fn of(id: &str, year: u16) -> Document {
        let wanted = Wanted {
            forms: vec![form(id).unwrap()],
            year,
            opd: None,
            region: None,
            bidang: Vec::new(),
            layout: LayoutChoice::AsIs,
            edition: Edition::Y2023,
        };
        document(&wanted, &[]).unwrap()
    }

    #[test]
    fn a_plan_is_of_the_next_year_and_an_evaluation_of_the_same() {
        let all = |ids: &[&str], from: &[Document]| {
            year_of(&ids.iter().map(|id| form(id).unwrap()).collect::<Vec<_>>(), from)
        };
        let year = |ids: &[&str], from: &Document| all(ids, std::slice::from_ref(from));
        let plan = of("T-C.33", 2025);
        assert_eq!(year(&["T-C.29", "T-C.33"], &plan), Ok(2026));
        assert_eq!(year(&["E.81"], &plan), Ok(2025));
        assert_eq!(year(&["E.81"], &of("E.81", 2025)), Ok(2025));
        assert_eq!(year(&["T-C.29", "E.81"], &plan), Err(NoYear::Several("T-C.29", 2026, "E.81", 2025)));
        assert_eq!(year(&["T-C.33"], &of("T-C.27", 2025)), Err(NoYear::Unsaid));
        assert_eq!(year(&["T-C.27"], &plan), Err(NoYear::Unsaid));
        assert_eq!(all(&["E.81"], &[of("T-C.27", 2021), plan.clone()]), Ok(2025));
        assert_eq!(all(&["E.81"], &[of("E.81", 2024), plan]), Err(NoYear::Unsaid));
    }
}
