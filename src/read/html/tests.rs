use super::*;
use crate::read::budget::Limits;

fn read_all(text: &str) -> Grid {
    read(text, &mut Budget::new(&Limits::default()), &mut Vec::new()).unwrap()
}

fn shown(text: &str) -> Vec<String> {
    read_all(text).cells().map(|(at, raw)| format!("{at}={}", raw.shown())).collect()
}

#[test]
fn spans_move_cells_and_become_merges() {
    let text = "<table><tr><th rowspan=2>a<th colspan='2'>b</tr><tr><td>c<td>d</tr><tr><td>e</table>";
    assert_eq!(shown(text), ["A1=a", "B1=b", "B2=c", "C2=d", "A3=e"]);
    let merges: Vec<String> = read_all(text).merges.iter().map(ToString::to_string).collect();
    assert_eq!(merges, ["A1:A2", "B1:C1"]);
    assert_eq!(read_all(text).bold.len(), 2);
}

#[test]
fn texts_are_as_a_browser_shows_them() {
    let text = "<table><tr><td> a\r\n  <b>b</b>c &amp; d<br>e<br/> f </td><td>&nbsp;1.000&#44;5</td><td>x<!-- y --></td></tr></table>";
    assert_eq!(shown(text), ["A1=a bc & d\ne\nf", "B1=\u{A0}1.000,5", "C1=x"]);
    assert_eq!(shown("<table><td><p>a</p><p>b</p>"), ["A1=a\nb"]);
    assert_eq!(shown("<table><tr><td>a < b &unknown; c</td></tr></table>"), ["A1=a < b &unknown; c"]);
}

#[test]
fn tables_stand_below_one_another() {
    let text = "<table><tr><td rowspan=3>a</td></tr></table> <table><tr><td>b</td></tr></table>";
    assert_eq!(shown(text), ["A1=a", "A5=b"]);
}

#[test]
fn titles_outside_the_tables_are_rows() {
    let text = "<head><title>x</title></head><h1>Tabel <b>T-C.33</b></h1>Dinas<br>Tahun<table><tr><td>a</table><p>Catatan</p>";
    assert_eq!(shown(text), ["A1=Tabel T-C.33", "A2=Dinas", "A3=Tahun", "A4=a", "A5=Catatan"]);
}

#[test]
fn a_table_inside_a_cell_is_its_text() {
    let text = "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></table></td><td>e</td></tr></table>";
    assert_eq!(shown(text), ["A1=a\nb c\nd", "B1=e"]);
}

#[test]
fn scripts_styles_and_broken_tags_give_no_text() {
    let text = "<table><style>td{}</style><tr><td>a<script>'<td>'</script></td></tr><tr><td>b</td";
    assert_eq!(shown(text), ["A1=a", "A2=b"]);
}

#[test]
fn absurd_spans_end_at_the_sheet() {
    let grid = read_all("<table><tr><td rowspan=99999999999 colspan=999999>a</td></tr></table>");
    assert_eq!(grid.merges.first().map(ToString::to_string).as_deref(), Some("A1:XFD1048576"));
}

#[test]
fn a_page_cut_off_inside_a_table_says_so() {
    let notices = |text: &str| {
        let mut notices = Vec::new();
        read(text, &mut Budget::new(&Limits::default()), &mut notices).unwrap();
        notices.len()
    };
    let whole = "<html><body><table><tr><td>Kode</td><td>2.536.628.547</td></tr></table></body></html>";
    assert_eq!(notices(whole), 0);
    assert_eq!(notices(&whole.replace("</table>", "")), 0, "a careless page is whole");
    for end in ["</tr>", "</td></tr>", ".628.547", " colspan"] {
        let (cut, _) = whole.split_once(end).unwrap_or((&whole[..40], ""));
        assert_eq!(notices(cut), 1, "{cut}");
    }
}

#[test]
fn what_a_page_stores_counts_where_it_shows_less() {
    let page = "<table><tr><td x:num=\"2415836712\">2.415.837<td x:num=\"35250\">35.250<td sdval=\"0.953\">95%</tr></table>";
    assert_eq!(shown(page), ["A1=2415836712", "B1=35.250", "C1=95,30%"]);
}

#[test]
fn fields_and_chosen_options_are_read_and_hidden_ones_not() {
    let page = "<table><tr><td><input type=hidden value=9><input value='2.415'><td><select><option>PAD<option selected>DAU</select><td><select><option>Satu<option>Dua</select></tr></table>";
    assert_eq!(shown(page), ["A1=2.415", "B1=DAU", "C1=Satu"]);
}

#[test]
fn struck_and_raised_texts_are_no_part_of_a_cell() {
    let page = "<table><tr><td><s>40</s> 31 Orang<td>4<sup>1</sup> Dokumen<td>12 m<sup>2</sup></tr></table>";
    assert_eq!(shown(page), ["A1=31 Orang", "B1=4 Dokumen", "C1=12 m2"]);
}
