use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::model::Moment;

fn texts(cells: &[&str]) -> Printed {
    Printed::of(&cells.iter().map(|text| Raw::text(text)).collect::<Vec<_>>())
}

fn line(row: &str) -> Printed {
    texts(&row.split('|').collect::<Vec<_>>())
}

fn kode(text: &str) -> Kode {
    text.parse().unwrap()
}

fn number(value: &str, format: &str) -> Raw {
    Raw::Number { value: value.parse().unwrap(), format: Arc::from(format) }
}

#[test]
fn undamaged_cells_have_one_strict_reading() {
    for (row, code) in [
        ("2|17|01|2.02|01", "2.17.01.2.02.01"),
        ("2|17|01|2|02|01", "2.17.01.2.02.01"),
        ("2.17.01.2.02.0001", "2.17.01.2.02.0001"),
        ("2||||", "2"),
        ("X|XX|01", "X.XX.01"),
        ("2.17|01", "2.17.01"),
    ] {
        assert_eq!(line(row).clean(), Some(kode(code)), "{row}");
        assert_eq!(line(row).misfit(&kode(code)), Some(0), "{row}");
        assert_eq!(line(row).readings(), [(kode(code), 0, "as-printed")]);
    }
    let stored = Printed::of(&[number("2", "General"), number("17", "00"), number("1", "00")]);
    assert_eq!(stored.clean(), Some(kode("2.17.01")));
    for row in
        ["", "2|1 7", "2|17|1", "2|17|01|2", "2|17|01|2,02", "2|17|01|2.02.", "|17", "a", "2|17|01|2.1"]
    {
        assert_eq!(line(row).clean(), None, "{row}");
    }
    assert!(line("||").is_empty());
}

#[test]
fn every_damage_of_the_field_fits_its_code() {
    for (row, code) in [
        ("2|1 7|0 1|2. 02|0 1", "2.17.01.2.02.01"),
        ("2|1|0|2.|0", "2.17.01.2.02.03"),
        ("2|1|1|2", "2.17.01.2.03"),
        ("2|1|1|2,", "2.17.01.2.07"),
        ("2|1|1|2,|1", "2.17.01.2.05"),
        ("2|1 7|1|2, 1", "2.17.01.2.08"),
        ("2|17|1|2.1", "2.17.01.2.06"),
        ("2|17|1|2,1", "2.17.01.2.06"),
        ("2|17|1|2.1", "2.17.01.2.10"),
        ("2|17|1|2.1", "2.17.01.2.01"),
        ("3|31|02|201|04", "3.31.02.2.01.04"),
        ("2|1|4", "2.17.04"),
        ("||01|2|05|09", "2.17.01.2.05.09"),
        ("01|2|05|09", "2.17.01.2.05.09"),
        ("3|3|0|2|0|1", "3.30.02.2.01.01"),
        ("3|3|0|4|2|0", "3.30.04.2.02.01"),
        ("3|3|0|4|2.", "3.30.04.2.02.01"),
        ("3|3|0|7", "3.30.07"),
        ("3|3|0|7|2", "3.30.07.2.01"),
        ("2|1|7|7", "2.17.07"),
        ("2|1|0|2.", "2.17.07.2.01"),
        ("3|3|1|2|2", "3.31.02.2.01"),
        ("3|3|1", "3.31"),
        ("|2|17|01|2.02|01", "2.17.01.2.02.01"),
        ("2|17||2.02|01", "2.17.01.2.02.01"),
        ("2.17.01.2.02.01.", "2.17.01.2.02.01"),
        ("2,17,01", "2.17.01"),
        ("2.17.1.2.2.1", "2.17.01.2.02.01"),
        ("21701", "2.17.01"),
        ("2|17|01|2.02|1", "2.17.01.2.02.0001"),
        ("2|17|01|2.02|0001", "2.17.01.2.02.01"),
    ] {
        let cost = line(row).misfit(&kode(code));
        assert!(cost.is_some_and(|cost| cost > 0), "{row} {code} {cost:?}");
    }
}

#[test]
fn a_readable_digit_or_another_level_contradicts() {
    for (row, code) in [
        ("2|17|01|2.02|01", "2.17.01.2.02.02"),
        ("2|17|01|2.02|01", "2.17.01.2.03.01"),
        ("2|17|01|2.02|01", "3.17.01.2.02.01"),
        ("2|1 7|0 1|2. 02|0 1", "2.17.01.2.03.01"),
        ("2|1|0|2.|0", "2.17.01"),
        ("2|1|0|2.|0", "2.17"),
        ("2|1|1|2", "2.17.01"),
        ("2|1|4", "2.17.05"),
        ("2|1|4", "2.17.04.2.01.01"),
        ("2", "2.17.01"),
        ("2|17|1|2.1", "2.17.01.2.02"),
        ("2|17|1|2.1", "2.17.01.2.25"),
        ("2|17", "2"),
        ("", "2"),
    ] {
        assert_eq!(line(row).misfit(&kode(code)), None, "{row} {code}");
    }
}

#[test]
fn what_fits_better_costs_less() {
    let cheaper = |row: &str, better: &str, worse: &str| {
        let (a, b) = (line(row).misfit(&kode(better)).unwrap(), line(row).misfit(&kode(worse)));
        assert!(b.is_none_or(|b| a < b), "{row}: {better} {a}, {worse} {b:?}");
    };
    cheaper("2|17|1|2.1", "2.17.01.2.10", "2.17.01.2.06");
    cheaper("2|1|0|2.|0", "2.17.01.2.02.01", "2.17.01.2.02.11");
    cheaper("2|1|0|2.", "2.17.01.2.02", "2.17.01.2.02.01");
    cheaper("2|17|01|2.02|1", "2.17.01.2.02.01", "2.17.01.2.02.10");
}

#[test]
fn dates_and_times_are_rebuilt() {
    let moment = |date, time| Raw::Moment(Moment { date, time, format: Arc::from("General") });
    for eaten in
        [moment(None, Some((2, 2, 0))), moment(Some((2023, 2, 2)), None), moment(Some((2002, 2, 1)), None)]
    {
        let cells = [Raw::text("2"), Raw::text("17"), Raw::text("01"), eaten, Raw::text("01")];
        let printed = Printed::of(&cells);
        assert_eq!(printed.clean(), None);
        assert_eq!(printed.misfit(&kode("2.17.01.2.02.01")), Some(1));
        let readings = printed.readings();
        let found = readings.iter().find(|(code, ..)| *code == kode("2.17.01.2.02.01")).unwrap();
        assert_eq!(found.2, "code-read-as-date");
    }
    let whole = Printed::of(&[moment(None, Some((2, 17, 1)))]);
    assert_eq!(whole.misfit(&kode("2.17.01")), Some(1));
}

#[test]
fn readings_by_grammar_name_the_damage() {
    let of = |row: &str| -> Vec<(String, &'static str)> {
        line(row).readings().into_iter().map(|(code, _, rule)| (code.to_string(), rule)).collect()
    };
    let one = |code: &str, rule| vec![(code.to_owned(), rule)];
    assert_eq!(of("2|1 7|0 1|2. 02|0 1"), one("2.17.01.2.02.01", "split-code"));
    assert_eq!(of("2.17.01."), one("2.17.01", "code-separators"));
    assert_eq!(of("2,17"), one("2.17", "code-separators"));
    assert_eq!(of("2|17|1"), one("2.17.01", "code-as-number"));
    assert_eq!(of("2|17|01|201|04"), one("2.17.01.2.01.04", "code-as-number"));
    assert_eq!(of("2|1|7|0|1"), [("2.17.01".to_owned(), "split-code"),]);
    let tenth = of("2|17|01|2.1");
    assert_eq!(
        tenth,
        [("2.17.01.2.01".to_owned(), "code-as-number"), ("2.17.01.2.10".to_owned(), "code-as-number"),]
    );
    for row in ["", "TOTAL", "No", "2|x", "10,235,000"] {
        assert_eq!(line(row).readings(), [], "{row}");
    }
}

#[test]
fn a_code_before_a_name_is_parted_off() {
    let parted = |text| split_leading_code(text).map(|(code, name)| format!("{code}|{name}"));
    assert_eq!(parted("1.01.02 PROGRAM X").as_deref(), Some("1.01.02|PROGRAM X"));
    assert_eq!(parted("1.01.02PROGRAM").as_deref(), Some("1.01.02|PROGRAM"));
    assert_eq!(parted("4.1.01. Penyediaan").as_deref(), Some("4.1.01.|Penyediaan"));
    assert_eq!(parted("2.17 URUSAN BIDANG").as_deref(), Some("2.17|URUSAN BIDANG"));
    assert_eq!(parted("2 URUSAN WAJIB").as_deref(), Some("2|URUSAN WAJIB"));
    assert_eq!(parted("2.17.01.2. 02.0001 - Nama").as_deref(), Some("2.17.01.2. 02.0001|Nama"));
    for text in
        ["1. Jumlah Rapat", "5 Kelompok", "1.25 Ha jalan", "2.500 Orang", "PROGRAM", "", "1.01.02", "10 Unit"]
    {
        assert_eq!(parted(text), None, "{text}");
    }
}

fn code() -> impl Strategy<Value = Kode> {
    (1u8..10, 1u8..40, 1u8..13, 1u8..3, 1u8..15, 1u16..25, 1usize..7, any::<bool>()).prop_map(
        |(u, b, p, k, g, s, depth, long)| {
            let sub = if long { format!("{s:04}") } else { format!("{s:02}") };
            let parts =
                [u.to_string(), format!("{b:02}"), format!("{p:02}"), k.to_string(), format!("{g:02}"), sub];
            let depth = if depth == 4 { 5 } else { depth };
            kode(&parts[..depth].join("."))
        },
    )
}

fn sipd(code: &Kode) -> Vec<String> {
    let parts: Vec<&str> = code.parts().collect();
    let mut cells: Vec<String> = parts.iter().take(3).map(|part| (*part).to_owned()).collect();
    if parts.len() > 4 {
        cells.push(format!("{}.{}", parts[3], parts[4]));
    }
    cells.extend(parts.get(5).map(|part| (*part).to_owned()));
    cells
}

fn printed(cells: &[String]) -> Printed {
    Printed::of(&cells.iter().map(|text| Raw::text(text)).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn an_undamaged_print_is_free_and_each_damage_fits(code in code()) {
        let cells = sipd(&code);
        let parts: Vec<String> = code.parts().map(str::to_owned).collect();
        for clean in [&cells, &parts, &vec![code.to_string()]] {
            prop_assert_eq!(printed(clean).misfit(&code), Some(0));
            prop_assert_eq!(printed(clean).clean(), Some(code.clone()));
        }
        let every = |change: &dyn Fn(&str) -> String| -> Vec<String> { cells.iter().map(|c| change(c)).collect() };
        let split = every(&|cell| cell.split("").collect::<Vec<_>>().join(" "));
        let chopped = every(&|cell| if cell.contains('.') { cell[..2].to_owned() } else { cell[..1].to_owned() });
        let stripped = every(&|cell| cell.trim_start_matches('0').to_owned());
        let commas = every(&|cell| cell.replace('.', ","));
        let trailing = every(&|cell| format!("{cell}."));
        let mut shifted = cells.clone();
        shifted.insert(0, String::new());
        for damaged in [&split, &chopped, &stripped, &commas, &trailing, &shifted] {
            prop_assert!(printed(damaged).misfit(&code).is_some(), "{damaged:?} {code}");
        }
        if parts.len() > 3 {
            let mut blank = parts.clone();
            blank[0].clear();
            blank[1].clear();
            prop_assert!(printed(&blank).misfit(&code).is_some());
            let number: Decimal = format!("{}.{}", parts[3], parts[4]).parse().unwrap();
            let mut stored: Vec<Raw> = cells.iter().map(|text| Raw::text(text)).collect();
            for rounded in [number, number.round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero)] {
                stored[3] = Raw::Number { value: rounded, format: Arc::from("General") };
                prop_assert!(Printed::of(&stored).misfit(&code).is_some(), "{stored:?} {code}");
            }
        }
        prop_assert!(printed(&split).readings().iter().any(|(found, ..)| *found == code));
    }

    #[test]
    fn other_codes_contradict_a_clean_print(code in code(), other in code()) {
        if code.tingkat() == other.tingkat() && code != other {
            let same = |code: &Kode| code.as_str().replace(".00", ".");
            let misfit = printed(&sipd(&code)).misfit(&other);
            prop_assert!(misfit.is_none() || same(&code) == same(&other), "{code} {other} {misfit:?}");
        }
    }

    #[test]
    fn no_cells_are_too_odd(cells in proptest::collection::vec("([0-9.,X ]{0,6}|\\PC{0,8})", 0..8), code in code()) {
        let printed = printed(&cells);
        let _ = (printed.misfit(&code), printed.readings(), printed.clean(), split_leading_code(&cells.concat()));
    }
}
