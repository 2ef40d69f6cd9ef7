//! Whole files, built part by part, through the front door.

use std::io::{Cursor, Write as _};

use super::*;
use crate::model::{At, Raw};

fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const WORKBOOK: (&str, &str) = (
    "xl/workbook.xml",
    r#"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Satu" r:id="a"/><sheet name="Grafik" r:id="b"/><sheet name="Hilang"/><sheet name="Dua" state="hidden" r:id="c"/></sheets></workbook>"#,
);
const RELATIONS: (&str, &str) = (
    "xl/_rels/workbook.xml.rels",
    r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="c" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>"#,
);
const TYPES: (&str, &str) = ("[Content_Types].xml", "<Types/>");
const STRINGS: (&str, &str) = (
    "xl/sharedStrings.xml",
    r#"<sst uniqueCount="4294967295"><si><t>Kode</t></si><si><r><t xml:space="preserve">Dana </t></r><r><t>Alokasi&#10;Umum_x000D_</t></r><rPh><t>x</t></rPh></si></sst>"#,
);
const STYLES: (&str, &str) = (
    "xl/styles.xml",
    r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00"/></numFmts><fonts><font/><font><b/></font><font><b val="0"/></font></fonts><cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164" fontId="1"/><xf numFmtId="14" fontId="2"/><xf numFmtId="20"/><xf numFmtId="9"/></cellXfs><dxfs><dxf><font><b/></font></dxf></dxfs></styleSheet>"#,
);

fn book_of(sheet: &str) -> Workbook {
    let other = ("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>");
    let first = ("xl/worksheets/sheet1.xml", sheet);
    let bytes = zip_of(&[TYPES, WORKBOOK, RELATIONS, STRINGS, STYLES, first, other]);
    from_bytes("a.xlsx", &bytes, &Limits::default()).unwrap()
}

fn shown(grid: &Grid) -> Vec<String> {
    grid.cells().map(|(at, raw)| format!("{at}={}", raw.shown())).collect()
}

#[test]
fn cells_of_every_type_are_read_as_stored() {
    let book = book_of(
        r#"<x:worksheet xmlns:x="x"><x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData>
        <x:row r="2" hidden="1"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c t="s" s="1"><x:v> 1 </x:v></x:c><x:c r="D2" s="1"><x:v>1</x:v></x:c></x:row>
        <x:row><x:c t="inlineStr"><x:is><x:t>a &amp; b</x:t></x:is></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#DIV/0!</x:v></x:c><x:c><x:v>20.399999999999999</x:v></x:c></x:row>
        <x:row><x:c s="2"><x:v>44927</x:v></x:c><x:c s="3"><x:v>0.0847222222</x:v></x:c><x:c s="4"><x:v>0.9</x:v></x:c><x:c t="d" s="2"><x:v>2023-02-05</x:v></x:c></x:row>
        <x:row><x:c><x:f>SUM(A1:A2)</x:f></x:c><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c t="str"><x:f>""</x:f><x:v></x:v></x:c><x:c t="str"><x:v>teks</x:v></x:c><x:c><x:f>1</x:f><x:v/></x:c></x:row>
        </x:sheetData><x:mergeCells><x:mergeCell ref="A2:B3"/><x:mergeCell ref="C9"/><x:mergeCell ref="?"/></x:mergeCells></x:worksheet>"#,
    );
    let grid = &book.sheets[0];
    assert_eq!(
        shown(grid),
        [
            "A2=Kode",
            "B2=Dana Alokasi\nUmum\n",
            "D2=01",
            "A3=a & b",
            "B3=TRUE",
            "C3=#DIV/0!",
            "D3=20,4",
            "A4=01/01/2023",
            "B4=02.02",
            "C4=90%",
            "D4=05/02/2023",
            "A5==SUM(A1:A2)",
            "B5=2",
            "D5=teks",
            "E5==1",
        ]
    );
    assert_eq!(grid.merges.iter().map(ToString::to_string).collect::<Vec<_>>(), ["A2:B3"]);
    assert_eq!(grid.bold.iter().map(ToString::to_string).collect::<Vec<_>>(), ["B2", "D2"]);
    assert_eq!(grid.hidden_rows.iter().copied().collect::<Vec<_>>(), [1]);
    assert_eq!(grid.hidden_columns.iter().copied().collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn what_is_left_out_is_told_and_hidden_sheets_stay() {
    let book = book_of("<worksheet><sheetData/></worksheet>");
    let names: Vec<(&str, bool)> = book.sheets.iter().map(|sheet| (&*sheet.name, sheet.hidden)).collect();
    assert_eq!(names, [("Satu", false), ("Dua", true)]);
    assert!(book.notices.iter().any(|notice| notice.said.english.contains("\"Grafik\"")));
    assert!(book.notices.iter().any(|notice| notice.said.indonesian.contains("\"Hilang\"")));
}

#[test]
fn one_odd_cell_costs_only_itself() {
    let book = book_of(
        r#"<worksheet><sheetData><row r="1"><c r="A1"><v>x</v></c><c r="A0"><v>1</v></c><c r="XFE1"><v>1</v></c><c r="C1" t="s"><v>-1</v></c><c r="D1" t="?"><v>y</v></c><c r="E1"><v>NaN</v></c><c r="F1"><v>1e300</v></c><c r="A1"><v>2</v></c><c r="XFD1048576"><v>3</v></c></row></sheetData></worksheet>"#,
    );
    let grid = &book.sheets[0];
    assert_eq!(
        shown(grid),
        ["A1=x", "D1=y", "E1=NaN", "F1=1e300", "XFD1048576=3"]
            .map(|cell| cell.replace("1e300", &1e300.to_string()))
    );
    assert!(matches!(grid.get(At::new(0, 0)), Some(Raw::Text(_))));
    // Four kinds: addresses, a cell twice, a missing text, bad numbers; and two sheets.
    assert_eq!(book.notices.len(), 6);
}

#[test]
fn a_broken_sheet_leaves_the_others() {
    for broken in ["<worksheet><sheetData><row>", "<worksheet></row>", "<worksheet><c r=\"A1\"><v>1"] {
        let book = book_of(broken);
        assert_eq!(book.sheets.len(), 1, "{broken}");
        assert!(book.notices.iter().any(|notice| notice.said.english.contains("\"Satu\" is left out")));
    }
}

#[test]
fn limits_hold() {
    let sheet =
        ("xl/worksheets/sheet1.xml", "<worksheet><row><c><v>1</v></c><c><v>2</v></c></row></worksheet>");
    let bytes = zip_of(&[TYPES, WORKBOOK, RELATIONS, STRINGS, STYLES, sheet]);
    let read = |limits: Limits| from_bytes("a.xlsx", &bytes, &limits);
    let plenty = Limits::default();
    assert!(read(plenty).is_ok());
    assert!(matches!(read(Limits { bytes: 10, ..plenty }), Err(ReadError::TooLarge { .. })));
    assert!(matches!(read(Limits { cells: 1, ..plenty }), Err(ReadError::Bomb(Exceeded::Cells))));
    assert!(matches!(read(Limits { text_bytes: 3, ..plenty }), Err(ReadError::Bomb(Exceeded::Text))));
    assert!(matches!(read(Limits { sheets: 0, ..plenty }), Err(ReadError::Bomb(Exceeded::Sheets))));
    assert!(matches!(
        read(Limits { inflated_bytes: 100, ..plenty }),
        Err(ReadError::Bomb(Exceeded::Inflated))
    ));
}

#[test]
fn other_zips_are_named() {
    let refused = |parts: &[(&str, &str)]| match from_bytes("a.xlsx", &zip_of(parts), &Limits::default()) {
        Err(ReadError::Foreign(foreign)) => Some(foreign),
        _ => None,
    };
    assert_eq!(refused(&[TYPES, ("word/document.xml", "")]), Some(Foreign::Word));
    assert_eq!(refused(&[TYPES, ("ppt/presentation.xml", "")]), Some(Foreign::Presentation));
    assert_eq!(refused(&[("renja.xlsx", "")]), Some(Foreign::Archive));
    assert_eq!(refused(&[("Index/Document.iwa", "")]), Some(Foreign::AppleNumbers));
    let text = ("mimetype", "application/vnd.oasis.opendocument.text");
    assert_eq!(refused(&[text, ("content.xml", "")]), Some(Foreign::Word));
}

#[test]
fn locked_files_say_so() {
    let manifest =
        ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>");
    let bytes = zip_of(&[("content.xml", "?"), manifest]);
    assert!(matches!(from_bytes("a.ods", &bytes, &Limits::default()), Err(ReadError::Password)));
    // BIFF8 records without a compound file: BOF, FILEPASS.
    let mut records = vec![9, 8, 16, 0, 0, 6, 5, 0];
    records.extend([0; 12]);
    records.extend([0x2F, 0, 2, 0, 0, 0]);
    assert!(matches!(from_bytes("a.xls", &records, &Limits::default()), Err(ReadError::Password)));
}

#[test]
fn open_documents_repeat_span_and_hide() {
    let content = r#"<office:document xmlns:office="opendocument"><office:automatic-styles>
        <number:percentage-style style:name="N1"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
        <number:number-style style:name="N2P0"><number:number number:decimal-places="0" number:min-integer-digits="2"/></number:number-style>
        <number:text-style style:name="N2"><number:text-content/><style:map style:condition="value()&lt;0" style:apply-style-name="N1"/><style:map style:condition="value()&lt;=1.79E+308" style:apply-style-name="N2P0"/></number:text-style>
        <style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"><style:text-properties fo:font-weight="bold"/></style:style>
        <style:style style:name="c2" style:family="table-cell" style:data-style-name="N2"/>
        <style:style style:name="t1" style:family="table"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>
        <table:table table:name="Satu"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:default-cell-style-name="c2"/>
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:visibility="collapse"><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c<text:line-break/>d</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1"/><table:table-cell table:style-name="c1" office:value-type="percentage" office:value="0.9525" table:number-columns-repeated="2"><text:p>95,25%</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
        <table:table table:name="Dua" table:style-name="t1"><table:table-row><table:table-cell table:formula="of:=SUM([.A1:.B2];1)"/><table:table-cell office:value-type="date" office:date-value="2023-02-05"><office:annotation><text:p>catatan</text:p></office:annotation><text:p>5/2</text:p></table:table-cell><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell table:formula="of:=IF([.A1]=0;&quot;&quot;;1)"><text:p/></table:table-cell></table:table-row></table:table>
        </office:spreadsheet></office:body></office:document>"#;
    let book = from_bytes("a.fods", content.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(shown(&book.sheets[0]), ["A3=a  b\nc\nd", "C3=01", "D3=95,25%", "E3=95,25%"]);
    assert_eq!(shown(&book.sheets[1]), ["A1==SUM(A1:B2,1)", "B1=05/02/2023", "C1=#DIV/0!"]);
    assert_eq!(book.sheets[0].merges.first().map(ToString::to_string).as_deref(), Some("A3:B4"));
    assert_eq!(book.sheets[0].bold.len(), 2);
    assert!(book.sheets[1].hidden && !book.sheets[0].hidden);
    assert!(book.sheets[0].hidden_rows.contains(&2) && book.sheets[0].hidden_columns.contains(&2));
}

#[test]
fn what_an_open_document_fetched_from_another_file_is_no_sheet() {
    let table = |name: &str| {
        format!(
            r#"<table:table table:name="{name}"><table:table-row><table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell></table:table-row></table:table>"#
        )
    };
    let tables = [table("Satu"), table("'file:///lalu.ods'#Satu"), table("'99")].concat();
    let content = format!(
        r#"<office:document xmlns:office="opendocument"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>"#
    );
    let book = from_bytes("a.fods", content.as_bytes(), &Limits::default()).unwrap();
    let names: Vec<&str> = book.sheets.iter().map(|sheet| &*sheet.name).collect();
    assert_eq!(names, ["Satu", "'99"]);
}

#[test]
fn excel_2003_xml_is_read() {
    let content = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Styles><Style ss:ID="s1"><Font ss:Bold="1"/><NumberFormat ss:Format="00"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Short Time"/></Style></Styles>
        <Worksheet ss:Name="Satu"><Table><Column ss:Index="2" ss:Hidden="1"/><Row ss:Index="3"><Cell ss:MergeAcross="1" ss:MergeDown="2" ss:StyleID="s1"><Data ss:Type="Number">5</Data></Cell><Cell><Data ss:Type="String">a&#10;b</Data></Cell><Cell ss:Index="6" ss:StyleID="s2"><Data ss:Type="DateTime">1899-12-31T02:02:00.000</Data></Cell></Row><Row ss:Hidden="1"><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet></Workbook>"#;
    let book = from_bytes("a.xls", content.as_bytes(), &Limits::default()).unwrap();
    let grid = &book.sheets[0];
    assert_eq!(book.container, Container::SpreadsheetMl);
    assert_eq!(shown(grid), ["A3=05", "C3=a\nb", "F3=02.02", "A4=TRUE"]);
    assert_eq!(grid.merges.first().map(ToString::to_string).as_deref(), Some("A3:B5"));
    assert!(grid.hidden_rows.contains(&3) && grid.hidden_columns.contains(&1) && grid.bold.len() == 1);
}

#[test]
fn the_name_is_kept_and_never_believed() {
    let book = from_bytes("renja.xlsx", b"a;b\n1;2\n", &Limits::default()).unwrap();
    assert_eq!((book.file.as_str(), book.container), ("renja.xlsx", Container::Csv));
    assert_eq!(book.sha256, "403bea5152c251c5bc7ef420d824d191605723f99392e83a0549ad58c6d46291");
    assert!(matches!(from_path(Path::new("/"), &Limits::default()), Err(ReadError::NotAFile)));
    assert!(matches!(from_path(Path::new("/tidak/ada"), &Limits::default()), Err(ReadError::Io(_))));
}
