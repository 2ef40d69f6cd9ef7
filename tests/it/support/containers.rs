//! A small workbook of every container that is read, with a little of everything in it.

use std::io::{Cursor, Write as _};

/// An archive as another program saves it: the same parts, packed anew.
pub fn saved_anew(bytes: &[u8]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        new.raw_copy_file(old.by_index_raw(index).unwrap()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// A zip container of these parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A small workbook as Excel writes it.
pub fn xlsx() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0.00%").set_bold();
    for row in 0..12 {
        sheet.write(row, 0, format!("2.17.01.2.0{row}")).unwrap();
        sheet.write_with_format(row, 1, f64::from(row) / 7.0, &percent).unwrap();
        sheet.write_formula(row, 2, "=A1+1").unwrap();
    }
    sheet.merge_range(20, 0, 21, 3, "JUMLAH", &percent).unwrap();
    book.save_to_buffer().unwrap()
}

const CONTENT: &str = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:automatic-styles><style:style style:name="c" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="3"><table:table-cell table:style-name="c" office:value-type="float" office:value="12.5" table:number-columns-repeated="4"><text:p>12,5</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>a<text:s/>b</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

pub fn ods() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // Stored, so that flipped bits reach the XML and not only the compression.
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", CONTENT)]
    {
        zip.start_file(name, stored).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// One BIFF record.
pub fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), content].concat()
}

/// Numbers of two bytes.
pub fn words(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// BIFF8 records: globals with fonts, formats, styles and shared texts over a CONTINUE, and one sheet of such records.
pub fn biff_of(cells: &[Vec<u8>]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &words(&[0x0600, kind, 0, 0, 0, 0, 0, 0]));
    let mut globals = [
        begin(5),
        record(0x0042, &words(&[1200])),
        record(0x0031, &words(&[200, 0, 0, 700, 0, 0, 0, 0])),
        record(0x041E, &[&words(&[164, 2])[..], &[0], b"00"].concat()),
        record(0x00E0, &words(&[0, 164, 0, 0, 0, 0, 0, 0, 0, 0])),
        record(0x00FC, &[&[2, 0, 0, 0, 2, 0, 0, 0][..], &[4, 0, 0], b"Kode", &[6, 0, 0], b"Ura"].concat()),
        record(0x003C, &[&[1][..], &words(&[0x69, 0x61, 0x6E])].concat()),
    ]
    .concat();
    let offset = u32::try_from(globals.len() + 4 + 8 + 4 + 4).unwrap();
    globals.extend(record(0x0085, &[&offset.to_le_bytes()[..], &[0, 0, 4, 0], b"Satu"].concat()));
    globals.extend(record(0x000A, &[]));
    let sheet = [begin(0x10), cells.concat(), record(0x000A, &[])].concat();
    [globals, sheet].concat()
}

/// A workbook with cells of every kind.
pub fn biff() -> Vec<u8> {
    biff_of(&[
        record(0x0208, &words(&[1, 0, 4, 255, 0, 0, 0x20, 0])),
        record(0x00FD, &words(&[0, 0, 0, 0, 0])),
        record(0x00FD, &words(&[0, 1, 0, 1, 0])),
        record(0x0203, &[&words(&[1, 0, 0])[..], &5_f64.to_le_bytes()].concat()),
        record(
            0x00BD,
            &[
                &words(&[2, 0, 0])[..],
                &6_u32.to_le_bytes(),
                &words(&[0]),
                &10_u32.to_le_bytes(),
                &words(&[1]),
            ]
            .concat(),
        ),
        record(0x0006, &[&words(&[3, 0, 0])[..], &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF], &[0; 8]].concat()),
        record(0x0207, &[&words(&[3])[..], &[0], b"abc"].concat()),
        record(0x00E5, &words(&[1, 0, 1, 2, 3])),
    ])
}

/// The records in a compound file: header, one table of sectors, one sector of directory, the stream.
pub fn xls() -> Vec<u8> {
    let mut stream = biff();
    stream.resize(4096, 0);
    let mut header = vec![0_u8; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[26..34].copy_from_slice(&words(&[3, 0xFFFE, 9, 6]));
    header[44..48].copy_from_slice(&1_u32.to_le_bytes());
    header[48..52].copy_from_slice(&1_u32.to_le_bytes());
    header[56..60].copy_from_slice(&4096_u32.to_le_bytes());
    header[60..64].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
    header[68..72].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
    header[76..].fill(0xFF);
    header[76..80].copy_from_slice(&0_u32.to_le_bytes());
    let mut chain = vec![0xFFFF_FFFD_u32, 0xFFFF_FFFE];
    chain.extend(3..10);
    chain.push(0xFFFF_FFFE);
    chain.resize(128, 0xFFFF_FFFF);
    let table = chain.iter().flat_map(|id| id.to_le_bytes());
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(bytes.len() + 2).unwrap();
        bytes.resize(64, 0);
        bytes.extend(length.to_le_bytes());
        bytes.extend([kind, 1]);
        bytes.extend([u32::MAX, u32::MAX, child].iter().flat_map(|id| id.to_le_bytes()));
        bytes.resize(116, 0);
        bytes.extend([start, size, 0].iter().flat_map(|id| id.to_le_bytes()));
        bytes
    };
    let mut directory = entry("Root Entry", 5, 1, 0xFFFF_FFFE, 0);
    directory.extend(entry("Workbook", 2, u32::MAX, 2, 4096));
    directory.resize(512, 0);
    header.into_iter().chain(table).chain(directory).chain(stream).collect()
}

pub fn html() -> Vec<u8> {
    b"<html><head><meta charset=utf-8></head><table border=1><tr><th rowspan=2>Kode<th colspan='2'>Pagu &amp; <b>x</b></tr><tr><td>1.000<br>2<td>&nbsp;&#65;</tr></table></html>".to_vec()
}

pub fn spreadsheetml() -> Vec<u8> {
    br#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s"><Font ss:Bold="1"/></Style></Styles><Worksheet ss:Name="a"><Table><Row ss:Index="2"><Cell ss:Index="3" ss:MergeAcross="2" ss:StyleID="s"><Data ss:Type="Number">1.5</Data></Cell></Row></Table></Worksheet></Workbook>"#.to_vec()
}

/// A record of a binary workbook.
fn short(kind: u16, content: &[u8]) -> Vec<u8> {
    let kind = match u8::try_from(kind) {
        Ok(kind) if kind < 0x80 => vec![kind],
        _ => vec![u8::try_from(kind & 0x7F).unwrap() | 0x80, u8::try_from(kind >> 7).unwrap()],
    };
    let length = u8::try_from(content.len()).unwrap();
    assert!(length < 0x80, "one byte of length is enough here");
    [&kind[..], &[length], content].concat()
}

fn counted(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&u32::try_from(units.len() / 2).unwrap().to_le_bytes()[..], &units].concat()
}

fn longs(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// A binary workbook: a sheet with a shared text, a text, numbers, a fault, a short cell, and merged cells.
pub fn xlsb() -> Vec<u8> {
    let workbook = short(156, &[longs(&[0, 1]), counted("rId1"), counted("Satu")].concat());
    let texts = [
        short(19, &[&[0][..], &counted("Kode")].concat()),
        short(19, &[&[0][..], &counted("Pagu")].concat()),
    ];
    let format = short(44, &[words(&[164]), counted("#,##0")].concat());
    let fonts = short(43, &words(&[200, 0, 700, 0, 0]));
    let style = short(47, &words(&[0, 164, 0, 0, 0, 0]));
    let styles = [format, fonts, short(617, &[]), style, short(618, &[])].concat();
    let row = |row: u32| short(0, &[longs(&[row, 0]), vec![0; 9]].concat());
    let sheet = [
        row(0),
        short(7, &longs(&[0, 0, 0])),
        short(7, &longs(&[1, 0, 1])),
        row(1),
        short(5, &[longs(&[0, 0]), 12.5_f64.to_le_bytes().to_vec()].concat()),
        short(2, &longs(&[1, 0, 6])),
        short(14, &[longs(&[0]), vec![7]].concat()),
        row(2),
        short(6, &[longs(&[0, 0]), counted("Uraian")].concat()),
        short(4, &[longs(&[1, 0]), vec![1]].concat()),
        short(176, &longs(&[4, 5, 0, 2])),
    ]
    .concat();
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |all: String| format!("<Relationships>{all}</Relationships>").into_bytes();
    let own = relation("rId1", "worksheet", "worksheets/sheet1.bin")
        + &relation("rId2", "sharedStrings", "sharedStrings.bin")
        + &relation("rId3", "styles", "styles.bin");
    let parts = [
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.bin"))),
        ("xl/_rels/workbook.bin.rels", relations(own)),
        ("xl/workbook.bin", workbook),
        ("xl/sharedStrings.bin", texts.concat()),
        ("xl/styles.bin", styles),
        ("xl/worksheets/sheet1.bin", sheet),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(name, stored).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// All of them, by name.
pub fn all() -> [(&'static str, Vec<u8>); 9] {
    [
        (
            "fods",
            CONTENT.replace("document-content", "document").replace("\"o\"", "\"opendocument\"").into_bytes(),
        ),
        ("xlsx", xlsx()),
        ("xlsb", xlsb()),
        ("ods", ods()),
        ("xls", xls()),
        ("biff", biff()),
        ("html", html()),
        ("spreadsheetml", spreadsheetml()),
        ("csv", "Kode;\"Uraian\nx\";Pagu\n1;2;3\n".repeat(5).into_bytes()),
    ]
}
