//! What sub kegiatan are tagged with: a column of plans from 2027 that people fill, in the workbook and in the flat list.

use std::fs;

use rapikan::forms::form;
use rapikan::model::{Cell, Document, Edition, Meaning};
use rapikan::template::{Wanted, document};
use rapikan::write::xlsx::{LayoutChoice, XlsxOptions, workbook};

use crate::support::desk::Desk;
use crate::support::typed::put;

const TAGS: &str = "Asta Cita 2; ketahanan pangan";

/// A blank T-C.33 of a year in the layout that it then has.
fn blank(year: u16) -> Document {
    let wanted = Wanted {
        forms: vec![form("T-C.33").unwrap()],
        year,
        opd: Some("Dinas Perikanan".to_owned()),
        region: Some("Kabupaten Agam".to_owned()),
        bidang: vec!["3.25".parse().unwrap()],
        layout: LayoutChoice::AsIs,
        edition: Edition::Y2023,
    };
    document(&wanted, &[]).unwrap()
}

#[test]
fn plans_from_2027_have_a_column_for_tags() {
    let layout = |year: u16| {
        let document = blank(year);
        let table = &document.tables[0];
        (table.layout.id, table.position("penandaan").is_some())
    };
    assert_eq!(layout(2026), ("sipd", false));
    assert_eq!(layout(2027), ("sipd-ri", true));
}

#[test]
fn tags_go_through_the_workbook_and_the_flat_list_and_come_back() {
    let mut filled = blank(2027);
    let table = &mut filled.tables[0];
    let tags = table.position("penandaan").unwrap();
    let row =
        table.rows.iter().position(|row| row.code.as_ref().is_some_and(|code| code.parts().count() == 6));
    put(table, row.unwrap(), tags, &Cell::as_read(TAGS, Meaning::default(), Vec::new()));
    let desk = Desk::new();
    desk.put("renja.xlsx", &workbook(&filled, &XlsxOptions::default()).unwrap());
    let convert = |from: &str, to: &str| {
        let ran = desk.run(&["convert", from, "-o", to, "--to", "xlsx,json,sipd-csv"]);
        assert_eq!(ran.code, 0, "{from}: {}", ran.err);
    };
    let text = |name: &str| fs::read_to_string(desk.path(name)).unwrap();
    convert("renja.xlsx", "one");
    let list = text("one/renja-sipd.csv");
    let header = list.lines().next().unwrap();
    assert!(header.ends_with("KETERANGAN,Penandaan (Tagging)"), "{header}");
    assert_eq!(list.lines().filter(|line| line.ends_with(TAGS)).count(), 1);
    convert("one/renja-sipd.csv", "two");
    assert!(text("two/renja-sipd.json").contains("\"penandaan\""));
    assert_eq!(text("two/renja-sipd-sipd.csv"), list);
    convert("two/renja-sipd.xlsx", "three");
    assert_eq!(
        fs::read(desk.path("two/renja-sipd.xlsx")).unwrap(),
        fs::read(desk.path("three/renja-sipd.xlsx")).unwrap()
    );
}

#[test]
fn a_list_without_tags_has_its_fifteen_columns() {
    let desk = Desk::with_clean();
    let ran = desk.run(&["convert", "renja.xlsx", "-o", "out", "--to", "sipd-csv"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let list = fs::read_to_string(desk.path("out/renja-sipd.csv")).unwrap();
    assert_eq!(list.lines().next().unwrap().split(',').count(), 15);
}
