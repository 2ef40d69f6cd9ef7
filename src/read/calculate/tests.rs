//! Formulas and what they give.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::model::Raw;

fn number(value: &str) -> Raw {
    Raw::Number { value: value.parse().unwrap(), format: Arc::from("General") }
}

/// What a formula in E1 gives, over A1 = 10, A2 = 32, A3 = "teks", B1 = "1", B2 = "01", sheet `R` with a list.
fn given(formula: &str) -> String {
    let at = |text: &str| -> At { text.parse().unwrap() };
    let cells = [
        ("A1", number("10")),
        ("A2", number("32")),
        ("A3", Raw::text("teks")),
        ("B1", Raw::text("1")),
        ("B2", Raw::text("01")),
        ("C1", Raw::uncalculated("A1*2", &Arc::from("General"))),
        ("C2", Raw::uncalculated("C1+E2", &Arc::from("General"))),
        ("E2", number("0.5")),
        ("E1", Raw::uncalculated(formula, &Arc::from("General"))),
    ];
    let list = [("A1", "1.01"), ("B1", "PROGRAM A"), ("A2", "1.02"), ("B2", "PROGRAM B")];
    let grids = vec![
        Grid::new("S", cells.map(|(place, raw)| (at(place), raw))),
        Grid::new("R 1", list.map(|(place, text)| (at(place), Raw::text(text)))),
    ];
    let grids = calculated(grids, false, &mut Vec::new());
    match grids[0].get(at("E1")) {
        Some(Raw::Uncalculated { result: Some(result), .. }) => result.shown().into_owned(),
        Some(Raw::Uncalculated { result: None, .. }) => "?".to_owned(),
        None => String::new(),
        other => format!("{other:?}"),
    }
}

#[test]
fn simple_formulas_are_calculated() {
    for (formula, wanted) in [
        ("SUM(A1:A3)", "42"),
        ("SUM(A:A)", "42"),
        ("A1+A2*2", "74"),
        ("-A1^2", "100"),
        ("ROUND(A1/A2*100,2)", "31,25"),
        ("ROUND(1234567,-3)", "1235000"),
        ("10%*A1", "1"),
        ("C2", "20,5"),
        ("PRODUCT(A1,A2)", "320"),
        ("SUMPRODUCT((B1:B2<>\"\")*(A1:A2))", "42"),
        ("SUMPRODUCT(--(LEN(B1:B2)=2),A1:A2)", "32"),
        ("SUMIF(B1:B2,\"01\",A1:A2)", "32"),
        ("IF(COUNT(A1:A3)=0,\"\",SUM(A1:A3))", "42"),
        ("IF(AND(ISNUMBER(A1),ISNUMBER(A3)),1,2)", "2"),
        ("B1&IF(B2=\"\",\"\",\".\"&B2)", "1.01"),
        ("IFERROR(INDEX('R 1'!$B$1:$B$2,MATCH(B1&\".\"&B2,'R 1'!$A$1:$A$2,0)),\"\")", "PROGRAM A"),
        ("IFERROR(INDEX('R 1'!$B$1:$B$2,MATCH(\"9\",'R 1'!$A$1:$A$2,0)),\"\")", ""),
        ("VLOOKUP(\"1.02\",'R 1'!A1:B2,2,FALSE)", "PROGRAM B"),
        ("A1/A9", "#DIV/0!"),
        ("UPPER(LEFT(A3,2))&\"!\"", "TE!"),
        ("HYPERLINK(\"http://contoh\",\"klik\")", "klik"),
        ("SUBTOTAL(9,A1:A2)", "42"),
        ("COUNTA(A1:A9)", "3"),
        ("MAX(A1:A3)-MIN(A1:A3)", "22"),
    ] {
        assert_eq!(given(formula), wanted, "{formula}");
    }
}

#[test]
fn what_is_not_simple_has_no_result() {
    for formula in
        ["E1+1", "OFFSET(A1,1,0)", "TODAY()", "'Lain'!A1", "SUM(A1:A3", "A1+", "{1,2}", "[1]S!A1", ""]
    {
        assert_eq!(given(formula), "?", "{formula}");
    }
    let deep = "(".repeat(5_000);
    assert_eq!(given(&deep), "?");
}

#[test]
fn a_stored_zero_is_believed_unless_its_formula_gives_something_else() {
    let at = |text: &str| -> At { text.parse().unwrap() };
    let sheet = |recalculates: bool| {
        let cells = [("A1", number("7")), ("B1", number("0")), ("B2", number("0")), ("B3", number("0"))];
        let mut grid = Grid::new("S", cells.map(|(place, raw)| (at(place), raw)));
        let formulas = [("B1", "A1*3"), ("B2", "A1-7"), ("B3", "OFFSET(A1,0,0)")];
        grid.marks.zero_formulas = formulas.map(|(place, formula)| (at(place), Arc::from(formula))).into();
        let grids = calculated(vec![grid], recalculates, &mut Vec::new());
        ["B1", "B2", "B3"].map(|place| match grids[0].get(at(place)) {
            Some(Raw::Uncalculated { result, .. }) => {
                result.as_ref().map_or("?".to_owned(), |raw| raw.shown().into())
            }
            other => other.unwrap().shown().into_owned(),
        })
    };
    assert_eq!(sheet(false), ["21", "0", "0"]);
    assert_eq!(sheet(true), ["21", "0", "?"]);
}
