//! Records that are wider than the others.

/// The fields of a record at their columns.
pub(super) enum Fitted {
    /// As they stand.
    As(Vec<(u64, String)>),
    /// With numbers joined that the delimiter had parted.
    Joined(Vec<(u64, String)>),
    /// With a width that nothing explains.
    Odd(Vec<(u64, String)>),
}

/// The fields of a record among records of this width. Groups of digits are joined again where the delimiter parts
/// thousands too and joining all of them gives just the width; where joining some would do, they are put into one cell
/// together, for a person to part, and what follows stands in the last columns.
pub(super) fn fitted(fields: Vec<String>, width: Option<usize>, delimiter: char) -> Fitted {
    let filled = fields.iter().rposition(|field| !field.trim().is_empty()).map_or(0, |last| last + 1);
    let Some(width) = width else { return Fitted::As(placed(fields)) };
    if filled <= width {
        // Titles are narrow; a row of a table that lacks only its last cells is not.
        let short = fields.len() < width && fields.len() * 2 > width;
        return if short { Fitted::Odd(placed(fields)) } else { Fitted::As(placed(fields)) };
    }
    let excess = fields.len() - width;
    let runs = runs(&fields);
    let joins: usize = runs.iter().map(|(first, last)| last - first).sum();
    if delimiter != ',' || joins < excess {
        return Fitted::Odd(placed(fields));
    }
    if joins == excess {
        return Fitted::Joined(placed(join(&fields, &runs)));
    }
    let (Some((first, _)), Some((_, last))) = (runs.first(), runs.last()) else {
        return Fitted::Odd(placed(fields));
    };
    let together = fields.get(*first..=*last).unwrap_or_default().join(",");
    let mut found = placed(fields.get(..*first).unwrap_or_default().to_vec());
    found.push((column(*first), together));
    let tail = fields.get(last + 1..).unwrap_or_default();
    let start = width.saturating_sub(tail.len()).max(first + 1);
    found.extend(tail.iter().zip(start..).map(|(field, at)| (column(at), field.clone())));
    Fitted::Odd(found)
}

fn column(index: usize) -> u64 {
    u64::try_from(index).unwrap_or(u64::MAX)
}

fn placed(fields: Vec<String>) -> Vec<(u64, String)> {
    (0_u64..).zip(fields).collect()
}

/// The first and the last field of each run that may be one number: one to three digits, then three each time.
fn runs(fields: &[String]) -> Vec<(usize, usize)> {
    let digits = |field: &String| field.bytes().all(|byte| byte.is_ascii_digit()).then_some(field.len());
    let mut runs = Vec::new();
    let mut first = 0;
    while first < fields.len() {
        let mut last = first;
        let starts = fields.get(first).and_then(digits).is_some_and(|length| (1..=3).contains(&length));
        while starts && fields.get(last + 1).and_then(digits) == Some(3) {
            last += 1;
        }
        if last > first {
            runs.push((first, last));
        }
        first = last + 1;
    }
    runs
}

fn join(fields: &[String], runs: &[(usize, usize)]) -> Vec<String> {
    let mut joined = Vec::new();
    let mut next = 0;
    for (first, last) in runs {
        joined.extend(fields.get(next..*first).unwrap_or_default().iter().cloned());
        joined.push(fields.get(*first..=*last).unwrap_or_default().join(","));
        next = last + 1;
    }
    joined.extend(fields.get(next..).unwrap_or_default().iter().cloned());
    joined
}
