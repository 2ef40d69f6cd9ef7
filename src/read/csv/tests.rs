//! Separated texts, well-formed and not.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::model::At;
use crate::read::budget::Limits;

fn read_all(text: &str) -> Grid {
    read(text, &mut Budget::new(&Limits::default()), &mut Vec::new()).unwrap()
}

fn shown(grid: &Grid) -> Vec<String> {
    grid.cells().map(|(at, raw)| format!("{at}={}", raw.shown())).collect()
}

#[test]
fn the_delimiter_is_the_one_that_cuts_alike() {
    let indonesian = read_all("Kode;Uraian;Pagu\n1;Gaji, Tunjangan, Honor;\"3.041,5\"\n2;Rapat;1.000,0\n");
    assert_eq!(indonesian.get(At::new(1, 1)).unwrap().shown(), "Gaji, Tunjangan, Honor");
    assert_eq!(read_all("a\tb\n1\t2\n").len(), 4);
    assert_eq!(read_all("a|b\n1|2\n").len(), 4);
    assert_eq!(read_all("a,b\n1,2\n").len(), 4);
    assert_eq!(shown(&read_all("sep=|\na|b,c\n")), ["A2=a", "B2=b,c"]);
}

#[test]
fn quotes_hold_delimiters_quotes_and_line_breaks() {
    let grid = read_all("a,\"x,\"\"y\"\"\r\nz\",c\r\n1,2,3\r\n");
    assert_eq!(shown(&grid), ["A1=a", "B1=x,\"y\"\nz", "C1=c", "A2=1", "B2=2", "C2=3"]);
}

#[test]
fn blank_lines_and_empty_fields_keep_their_place() {
    assert_eq!(shown(&read_all("a,b\n\n,2\n")), ["A1=a", "B1=b", "B3=2"]);
}

#[test]
fn a_quote_without_its_pair_swallows_nothing() {
    let mut notices = Vec::new();
    let grid = read("a,\"b\nc,d\ne,f\n", &mut Budget::new(&Limits::default()), &mut notices).unwrap();
    assert_eq!(grid.len(), 6);
    assert_eq!(notices.len(), 1);
}

fn told(text: &str) -> (Vec<String>, Vec<(&'static str, Vec<String>)>) {
    let mut notices = Vec::new();
    let grid = read(text, &mut Budget::new(&Limits::default()), &mut notices).unwrap();
    (shown(&grid), notices.into_iter().map(|notice| (notice.kind, notice.sources)).collect())
}

#[test]
fn two_quotes_that_close_no_field_swallow_no_row() {
    let (cells, told) = told("a;b;c\n1;\"x;3\n4;\"y;6\n7;8;9\n");
    assert_eq!(cells.len(), 12);
    assert!(cells.contains(&"B2=\"x".to_owned()) && cells.contains(&"B3=\"y".to_owned()));
    assert_eq!(told, [("stray-quote", vec!["2:2".to_owned(), "3:3".to_owned()])]);
}

#[test]
fn a_quote_that_closes_on_a_later_line_swallows_no_row() {
    let (cells, told) = told("a;b;c\n1;\"x;3\n4;y\";6\n7;8;9\n");
    assert_eq!(cells.len(), 12);
    assert_eq!(told, [("stray-quote", vec!["2:2".to_owned()])]);
}

#[test]
fn thousands_parted_by_the_delimiter_are_joined_where_that_is_the_only_way() {
    let (cells, told) = told("kode,uraian,pagu,dana\n1,a,\"1,000\",x\n2,b,35,250,000,x\n3,c,7,x\n4,d,8,x\n");
    assert!(cells.contains(&"C3=35,250,000".to_owned()) && cells.contains(&"D3=x".to_owned()));
    assert_eq!(told, [("record-width", vec!["3:3".to_owned()])]);
}

#[test]
fn thousands_that_may_be_joined_in_several_ways_stay_together() {
    let text = "kode,target,pagu,dana\n1,2,3,x\n2,12,250,000,y\n3,4,7,x\n4,5,8,x\n";
    let (cells, told) = told(text);
    assert!(cells.contains(&"A3=2,12,250,000".to_owned()) || cells.contains(&"B3=12,250,000".to_owned()));
    assert!(cells.contains(&"D3=y".to_owned()), "{cells:?}");
    assert_eq!(told, [("record-width", vec!["3:3".to_owned()])]);
}

#[test]
fn fields_dressed_as_text_are_undressed() {
    let (cells, _) = told("'2.01;=\"2.02\";'kata';it's\n'a;b;c;d\n");
    assert_eq!(cells[..4], ["A1=2.01", "B1=2.02", "C1='kata'", "D1=it's"]);
    assert_eq!(cells[4], "A2=a");
}

#[test]
fn a_declared_delimiter_may_be_a_tab() {
    assert_eq!(told("SEP=\t\na\tb;c\n").0, ["A2=a", "B2=b;c"]);
}
