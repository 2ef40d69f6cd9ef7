//! Serial numbers to dates and times, by their number format.

use std::sync::Arc;

use crate::model::{Moment, Raw};

use super::number::number;

/// From which day a workbook counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1 January 1900 is 1, and 1900 counts as a leap year.
    #[default]
    Y1900,
    /// 1 January 1904 is 0.
    Y1904,
}

/// What a number format shows of a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    date: bool,
    time: bool,
    /// Hours that run past 24: `[h]`.
    elapsed: bool,
}

/// What the format shows of a moment; `None` where it shows a number.
pub(super) fn moment_parts(format: &str) -> Option<Parts> {
    let mut parts = Parts::default();
    let mut minutes_or_months = false;
    let mut characters = format.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => {
                characters.by_ref().find(|next| *next == '"');
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inside: String = characters.by_ref().take_while(|next| *next != ']').collect();
                let unit = inside.to_ascii_lowercase();
                if !unit.is_empty() && ['h', 'm', 's'].iter().any(|of| unit.chars().all(|c| c == *of)) {
                    parts.elapsed = true;
                }
            }
            ';' => break,
            '#' | '?' | '@' | '%' => return None,
            'y' | 'Y' | 'd' | 'D' => parts.date = true,
            'h' | 'H' | 's' | 'S' => parts.time = true,
            'm' | 'M' => minutes_or_months = true,
            _ => {}
        }
    }
    parts.date |= minutes_or_months && !parts.time && !parts.elapsed;
    (parts.date || parts.time || parts.elapsed).then_some(parts)
}

/// The cell of a stored number: a moment where its format shows one, else a number. `None` for NaN and what
/// no decimal holds.
pub(super) fn number_or_moment(
    value: f64,
    format: &Arc<str>,
    parts: Option<Parts>,
    epoch: Epoch,
) -> Option<Raw> {
    parts
        .and_then(|parts| moment(value, parts, format, epoch))
        .map(Raw::Moment)
        .or_else(|| number(value, format))
}

fn moment(value: f64, parts: Parts, format: &Arc<str>, epoch: Epoch) -> Option<Moment> {
    // The last moment that Excel shows is in the year 9999.
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be in range above"
    )]
    let seconds = (value * 86_400.0).round() as u64;
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    if parts.elapsed {
        let time = Some(clock(seconds)?);
        return Some(Moment { date: None, time, format: Arc::clone(format) });
    }
    let bare_time = days == 0 && epoch == Epoch::Y1900;
    let date = if bare_time { None } else { Some(civil(i64::try_from(days).ok()?, epoch)?) };
    let time = if parts.time || bare_time { Some(clock(rest)?) } else { None };
    Some(Moment { date, time, format: Arc::clone(format) })
}

fn clock(seconds: u64) -> Option<(u16, u8, u8)> {
    let hour = u16::try_from(seconds / 3600).ok()?;
    Some((hour, u8::try_from(seconds / 60 % 60).ok()?, u8::try_from(seconds % 60).ok()?))
}

/// The date of a day count, with Excel's 29 February 1900.
fn civil(days: i64, epoch: Epoch) -> Option<(u16, u8, u8)> {
    let since_1970 = match epoch {
        Epoch::Y1900 if days == 60 => return Some((1900, 2, 29)),
        Epoch::Y1900 if days < 60 => days - 25_568,
        Epoch::Y1900 => days - 25_569,
        Epoch::Y1904 => days - 24_107,
    };
    // Days to a date of the Gregorian calendar, eras of 400 years that start in March.
    let shifted = since_1970 + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some((u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

/// A moment as ISO 8601 writes it: `2023-01-05`, `2023-01-05T07:30:00`, `07:30`, `PT7H30M0S`.
pub(super) fn iso(text: &str, format: &Arc<str>) -> Option<Moment> {
    let text = text.trim();
    if let Some(duration) = text.strip_prefix("PT") {
        return Some(Moment { date: None, time: Some(duration_time(duration)?), format: Arc::clone(format) });
    }
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (Some(date), Some(time)),
        None if text.contains(':') => (None, Some(text)),
        None => (Some(text), None),
    };
    let date = match date {
        Some(date) => Some(
            three(date, '-').filter(|(_, month, day)| (1..=12).contains(month) && (1..=31).contains(day))?,
        ),
        None => None,
    };
    let time = match time {
        Some(time) => Some(three(time.trim_end_matches('Z'), ':')?),
        None => None,
    };
    // Excel and its followers write a bare time as one of the day before the first.
    let parts = moment_parts(format);
    let shows_date = parts.is_some_and(|parts| parts.date);
    if matches!(date, Some((1899, 12, 30 | 31))) && !shows_date {
        return Some(Moment { date: None, time: time.or(Some((0, 0, 0))), format: Arc::clone(format) });
    }
    // A whole day written with midnight is a date; so is a moment whose format shows no time.
    let shows_time = parts.is_none_or(|parts| parts.time || parts.elapsed);
    let time = time.filter(|time| date.is_none() || shows_time && *time != (0, 0, 0));
    Some(Moment { date, time, format: Arc::clone(format) })
}

fn three(text: &str, separator: char) -> Option<(u16, u8, u8)> {
    let mut parts = text.split(separator);
    let first = parts.next()?.parse().ok()?;
    let second = parts.next()?.parse().ok()?;
    let third = parts.next().unwrap_or("0").split(['.', ',', '+']).next()?.parse().ok()?;
    parts.next().is_none().then_some((first, second, third))
}

fn duration_time(text: &str) -> Option<(u16, u8, u8)> {
    if text.is_empty() {
        return None;
    }
    let (hours, rest) = text.split_once('H').unwrap_or(("0", text));
    let (minutes, rest) = rest.split_once('M').unwrap_or(("0", rest));
    let seconds =
        rest.trim_end_matches('S').split(['.', ',']).next().filter(|text| !text.is_empty()).unwrap_or("0");
    Some((hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, format: &str, epoch: Epoch) -> String {
        let code: Arc<str> = Arc::from(format);
        number_or_moment(value, &code, moment_parts(format), epoch)
            .map_or_else(String::new, |raw| raw.shown().into_owned())
    }

    #[test]
    fn a_format_tells_a_moment_from_a_number() {
        for format in ["dd/mm/yyyy", "h:mm", "[h]:mm:ss", "mmm-yy", "[$-421]dd mmmm yyyy;@", "mm:ss.0", "d.m"]
        {
            assert!(moment_parts(format).is_some(), "{format}");
        }
        for format in
            ["General", "0.00", "#,##0", "\"hari\" 0", "[Red]0", "0%", "@", "0.00E+00", "", "#,##0\\ \"d\""]
        {
            assert!(moment_parts(format).is_none(), "{format}");
        }
    }

    #[test]
    fn serials_are_dates_and_times() {
        assert_eq!(shown(44_927.0, "dd/mm/yyyy", Epoch::Y1900), "01/01/2023");
        assert_eq!(shown(43_465.0, "dd/mm/yyyy", Epoch::Y1904), "01/01/2023");
        assert_eq!(shown(1.0, "d/m/yy", Epoch::Y1900), "01/01/1900");
        assert_eq!(shown(60.0, "d/m/yy", Epoch::Y1900), "29/02/1900");
        assert_eq!(shown(61.0, "d/m/yy", Epoch::Y1900), "01/03/1900");
        assert_eq!(shown(0.084_722_222_222, "h:mm", Epoch::Y1900), "02.02");
        assert_eq!(shown(1.086_805_555_6, "[h]:mm", Epoch::Y1900), "26.05");
        assert_eq!(shown(44_927.5, "d/m/yy h:mm", Epoch::Y1900), "01/01/2023 12.00");
        assert_eq!(shown(0.0, "h:mm", Epoch::Y1904), "01/01/1904 00.00");
        assert_eq!(shown(-1.0, "d/m/yy", Epoch::Y1900), "-1");
        assert_eq!(shown(2_958_466.0, "d/m/yy", Epoch::Y1900), "2958466");
    }

    #[test]
    fn iso_moments_are_read() {
        let format = Arc::from("General");
        let read = |text: &str| iso(text, &format).map(|moment| moment.shown());
        assert_eq!(read("2023-02-05").as_deref(), Some("05/02/2023"));
        assert_eq!(read("2023-02-05T07:30:00").as_deref(), Some("05/02/2023 07.30"));
        assert_eq!(read("2023-02-05T00:00:00.000").as_deref(), Some("05/02/2023"));
        assert_eq!(read("PT26H05M00S").as_deref(), Some("26.05"));
        assert_eq!(read("02:02:00").as_deref(), Some("02.02"));
        assert_eq!(read("1899-12-31T02:02:00.000").as_deref(), Some("02.02"));
        for text in ["", "T", "2023-13-05", "abc", "2023", "PT", "1:2:3:4"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
