//! The grades of what was achieved, by percent (Permendagri 86/2017).

use rust_decimal::Decimal;

use crate::model::letters;

/// The grades from the best down: the name, its short form, and the least percent; the best begins above its own.
const GRADES: [(&str, &str, u32); 5] = [
    ("Sangat Tinggi", "st", 90),
    ("Tinggi", "t", 76),
    ("Sedang", "s", 66),
    ("Rendah", "r", 51),
    ("Sangat Rendah", "sr", 0),
];

/// The grade that a text names, counted from the best down; none where it names no grade.
fn grade(text: &str) -> Option<usize> {
    let key = letters(text);
    GRADES.iter().position(|(name, short, _)| key == letters(name) || key == *short)
}

/// Whether a text names a grade: `Sangat Tinggi`, `SR`.
#[must_use]
pub fn is_grade(text: &str) -> bool {
    grade(text).is_some()
}

/// The name of the grade of a percent, where a text names another one; none where it names none. Of a percent between two
/// grades, such as 75,5, both are right.
#[must_use]
pub fn other_grade(text: &str, percent: Decimal) -> Option<&'static str> {
    let named = grade(text)?;
    let of = |percent: Decimal| {
        let best = percent > Decimal::from(90);
        let at =
            |(index, least): (usize, u32)| if index == 0 { best } else { percent >= Decimal::from(least) };
        GRADES.iter().map(|(.., least)| *least).enumerate().position(at).unwrap_or(GRADES.len() - 1)
    };
    let (lower, upper) = (of(percent.floor()), of(percent.ceil()));
    let (name, ..) = GRADES.get(of(percent))?;
    (!(upper..=lower).contains(&named)).then_some(*name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_is_held_against_its_percent() {
        let other = |text: &str, percent: &str| other_grade(text, percent.parse().unwrap());
        assert_eq!(other("SANGAT TINGGI", "90.01"), None);
        assert_eq!(other("Sangat Tinggi", "90"), Some("Tinggi"));
        assert_eq!(other("Tinggi", "76"), None);
        assert_eq!((other("Tinggi", "75.5"), other("Sedang", "75.5")), (None, None));
        assert_eq!(other("Rendah", "75.5"), Some("Sedang"));
        assert_eq!((other("SR", "50"), other("SR", "51")), (None, Some("Rendah")));
        assert_eq!(other("Baik", "12"), None);
    }
}
