use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::model::RuleId;
use crate::rules;

fn best(text: &str) -> Option<(String, Option<RuleId>, u32)> {
    rupiah(text).first().map(|reading| (reading.value.to_string(), reading.rule, reading.cost))
}

fn value_and_rule(text: &str) -> Option<(String, Option<RuleId>)> {
    best(text).map(|(value, rule, _)| (value, rule))
}

fn expect(text: &str, value: &str, rule: Option<RuleId>) {
    assert_eq!(value_and_rule(text), Some((value.to_owned(), rule)), "{text}");
}

#[test]
fn a_clean_print_costs_nothing() {
    for (text, value) in [
        ("3.041.815.466", "3041815466"),
        ("5294655000", "5294655000"),
        ("500.000", "500000"),
        ("0", "0"),
        ("12,5", "12.5"),
        ("95,70", "95.7"),
        ("1.009,28", "1009.28"),
        ("-1.347.614", "-1347614"),
        ("1.250.000,00", "1250000"),
    ] {
        assert_eq!(best(text), Some((value.to_owned(), None, 0)), "{text}");
    }
}

#[test]
fn each_damage_has_its_rule() {
    expect("3,041,815 ,466", "3041815466", Some(rules::split_number::ID));
    expect("240,466,0 00", "240466000", Some(rules::split_number::ID));
    expect("4,477,84 2,241", "4477842241", Some(rules::split_number::ID));
    expect("1.250.\n000", "1250000", Some(rules::split_number::ID));
    expect("174,361,000", "174361000", Some(rules::foreign_separators::ID));
    expect("1,234.56", "1234.56", Some(rules::foreign_separators::ID));
    expect("1,009.28", "1009.28", Some(rules::foreign_separators::ID));
    expect("3.041,815.466", "3041815466", Some(rules::foreign_separators::ID));
    expect("Rp. 6.199.652.352,-", "6199652352", Some(rules::currency_dress::ID));
    expect("Rp5.294.655.000,00", "5294655000", Some(rules::currency_dress::ID));
    expect("( 1.347.614 )", "-1347614", Some(rules::currency_dress::ID));
    expect("1.347.614,-", "1347614", Some(rules::currency_dress::ID));
    expect("IDR 1.347.614", "1347614", Some(rules::currency_dress::ID));
    expect("Rp 240,466,0 00", "240466000", Some(rules::split_number::ID));
    expect("\u{a0}1.250.000\u{200b}", "1250000", None);
}

#[test]
fn what_is_lost_cannot_be_trusted() {
    for (text, value, rule) in [
        ("131,000,", "131000000", rules::cut_number::ID),
        ("96,098,1", "96098100", rules::cut_number::ID),
        ("000", "0", rules::cut_number::ID),
        ("2147483647", "2147483647", rules::overflow::ID),
        ("2.147.483.647", "2147483647", rules::overflow::ID),
        ("1E+15", "1000000000000000", rules::overflow::ID),
        ("5,29E+09", "5290000000", rules::overflow::ID),
        ("12345678901234567", "12345678901234567", rules::overflow::ID),
        ("1.25O.000", "1250000", rules::look_alike::ID),
        ("l.250.000", "1250000", rules::look_alike::ID),
        ("68.l36.OOO", "68136000", rules::look_alike::ID),
        ("1.957.1OO.OOO", "1957100000", rules::look_alike::ID),
    ] {
        let (found, by, cost) = best(text).unwrap();
        assert_eq!((found.as_str(), by), (value, Some(rule)), "{text}");
        assert!(cost >= UNTRUSTED, "{text}");
    }
}

#[test]
fn rivals_are_offered_behind_the_better_reading() {
    let values = |text: &str| -> Vec<String> { rupiah(text).iter().map(|r| r.value.to_string()).collect() };
    assert_eq!(values("500.000"), ["500000", "500"]);
    assert_eq!(values("1.234"), ["1234", "1.234"]);
    assert_eq!(values("174,361"), ["174361", "174.361"]);
    assert_eq!(values("0.500"), ["0.5"]);
}

#[test]
fn what_is_no_single_number_has_no_reading() {
    for text in [
        "",
        "-",
        "Rp",
        "#DIV/0!",
        "10 Orang",
        "1.2.3",
        "1.0002.000",
        "1.000 2.000",
        "12/5",
        "100 % 9",
        "O",
        "(",
        "1E",
    ] {
        assert_eq!(rupiah(text), [], "{text}");
    }
}

#[test]
fn percents_keep_their_decimals() {
    let first = |text: &str| percent(text).first().map(|r| (r.value.to_string(), r.rule));
    let clean = |value: &str| Some((value.to_owned(), None));
    assert_eq!(first("95,70"), clean("95.7"));
    assert_eq!(first("1.009,28"), clean("1009.28"));
    assert_eq!(first("100"), clean("100"));
    assert_eq!(first("95.70"), Some(("95.7".to_owned(), Some(rules::foreign_separators::ID))));
    assert_eq!(first("95,7 %"), Some(("95.7".to_owned(), Some(rules::percent_sign::ID))));
    assert_eq!(first("95, 70"), Some(("95.7".to_owned(), Some(rules::split_number::ID))));
    assert_eq!(first("12,345"), clean("12.345"));
    assert_eq!(first("#DIV/0!"), None);
}

#[test]
fn numbers_are_written_in_one_typography() {
    let number = |text: &str| text.parse::<Decimal>().unwrap();
    assert_eq!(typographic(number("3041815466")), "3.041.815.466");
    assert_eq!(typographic(number("1250000.00")), "1.250.000");
    assert_eq!(typographic(number("1250000.5")), "1.250.000,5");
    assert_eq!(percent_text(number("95.7")), "95,70");
    assert_eq!(percent_text(number("1009.275")), "1.009,28");
    assert_eq!(percent_text(number("100")), "100,00");
}

fn dress(style: usize, print: &str) -> String {
    match style {
        0 => print.to_owned(),
        1 => format!("Rp. {print},-"),
        2 => format!("Rp{print}"),
        3 => format!("Rp {print}"),
        _ => format!("{print},-"),
    }
}

proptest! {
    #[test]
    fn readings_hold_the_value_under_every_damage(
        amount in 0u64..999_999_999_999,
        foreign: bool,
        style in 0usize..5,
        gaps in proptest::collection::vec(0usize..20, 0..3),
    ) {
        let value = Decimal::from(amount);
        let mut print = typographic(value);
        if foreign {
            print = print.replace('.', ",");
        }
        for gap in gaps {
            if (1..print.len()).contains(&gap) {
                print.insert(gap, ' ');
            }
        }
        let readings = rupiah(&dress(style, &print));
        prop_assert!(readings.iter().any(|reading| reading.value == value), "{print} {readings:?}");
        let best = readings.first().unwrap();
        prop_assert!(best.value == value, "{print} {readings:?}");
    }

    #[test]
    fn decimals_survive(cents in 0i64..10_000_000_000, foreign: bool) {
        let value = Decimal::new(cents, 2);
        let mut print = percent_text(value);
        if foreign {
            print = print.replace(',', "#").replace('.', ",").replace('#', ".");
        }
        prop_assert_eq!(percent(&print).first().map(|reading| reading.value), Some(value.normalize()));
        prop_assert_eq!(rupiah(&print).first().map(|reading| reading.value), Some(value.normalize()));
    }

    #[test]
    fn no_text_is_too_odd(text in ".{0,40}", digits in "[0-9.,eE%()Rp -]{0,60}") {
        for text in [text, digits] {
            let _ = (rupiah(&text), percent(&text), absence(&text), is_tail(&text), join(&text, &text));
        }
    }

    #[test]
    fn a_number_cut_anywhere_is_joined(amount in 1_000_000u64..999_999_999_999, cut in 2usize..14, foreign: bool) {
        let mut print = typographic(Decimal::from(amount));
        if foreign {
            print = print.replace('.', ",");
        }
        if cut < print.len() {
            let (head, tail) = print.split_at(cut);
            if is_tail(tail) {
                prop_assert_eq!(join(head, tail), Some(print.clone()));
            }
        }
    }

    #[test]
    fn slips_are_never_seen_between_equals(a in 0i64..1_000_000_000, b in 0i64..1_000_000_000) {
        let _ = slips(Decimal::from(a), Decimal::from(b));
        prop_assert_eq!(slips(Decimal::from(a), Decimal::from(a)), None);
    }
}
