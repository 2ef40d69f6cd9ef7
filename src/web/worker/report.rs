//! A report of the open file as one page that can be sent and opened anywhere, without internet and without rapikan.

use std::fmt::Write as _;

use crate::forms::{heading, headings, with_years};
use crate::model::{
    Cell, Column, Document, Finding, Kode, Language, Place, Repair, Role, Row, Severity, Status, Table,
};
use crate::pipeline::Report;
use crate::rules::rule;

/// The looks: nothing is fetched from anywhere.
const LOOKS: &str = "body{font:14px/1.4 system-ui,Arial,sans-serif;margin:1.5rem;color:#1a2421;background:#fff}\
table{border-collapse:collapse;margin:.4rem 0 1.6rem;font-size:12px}th,td{border:1px solid #9aa8a2;padding:2px 6px;\
vertical-align:top;text-align:left;white-space:pre-line}th{background:#eef2f0}.n{text-align:right}.A{background:#d8f0dd}\
.B{background:#fdf0c4}.open{background:#fbd9d5}.decided{background:#dbe6fb}.wide{overflow-x:auto}h1{font-size:20px}h2{font-size:16px}";

/// The page, in a language.
pub(super) fn report(document: &Document, language: Language) -> String {
    let told = Told { document, english: language == Language::English, text: String::new() };
    told.page(language)
}

struct Told<'a> {
    document: &'a Document,
    english: bool,
    text: String,
}

impl Told<'_> {
    const fn say(&self, indonesian: &'static str, english: &'static str) -> &'static str {
        if self.english { english } else { indonesian }
    }

    fn add(&mut self, part: &str) {
        self.text.push_str(part);
    }

    fn page(mut self, language: Language) -> String {
        let about = &self.document.about;
        let named =
            [self.document.offices_shown(), about.region.clone(), about.year.map(|year| year.to_string())];
        let named = named.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let title = escaped(&format!("{} {}", self.say("Laporan", "Report"), self.document.file));
        let lang = language.code();
        self.add(&format!("<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{LOOKS}</style>"));
        self.add(&format!("<h1>{title}</h1><p>{}</p>", escaped(&named)));
        let legend = [
            ("A", self.say("terbukti", "proven")),
            ("B", self.say("satu-satunya bacaan yang mungkin", "the only possible reading")),
            ("open", self.say("perlu diputuskan", "to decide")),
            ("decided", self.say("diputuskan", "decided")),
        ];
        let legend: Vec<String> = legend
            .iter()
            .map(|(class, text)| format!("<span class=\"{class}\">&nbsp;{text}&nbsp;</span>"))
            .collect();
        self.add(&format!("<p>{}</p>", legend.join(" ")));
        self.questions(language);
        self.repairs(language);
        for table in &self.document.tables {
            self.table(table);
        }
        self.add("</html>\n");
        self.text
    }

    fn questions(&mut self, language: Language) {
        let document = self.document;
        let open: Vec<&Finding> =
            document.findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
        let heading = self.say("Perlu diputuskan", "To decide");
        self.add(&format!("<h2>{heading} ({})</h2>", open.len()));
        let report = Report::of(document);
        self.add("<ul>");
        for cause in &report.causes {
            let _ = write!(self.text, "<li>{}</li>", escaped(cause.said.within(language)));
        }
        self.add("</ul>");
        let heads = [
            self.say("Tempat", "Place"),
            self.say("Kolom", "Column"),
            self.say("Yang ditanyakan", "What is asked"),
            self.say("Terbaca", "Found"),
            self.say("Pilihan", "Choices"),
        ];
        let rows = open.iter().map(|finding| {
            let place = finding.source.as_ref().map(Place::to_string).unwrap_or_default();
            let name = rule(finding.rule().as_str()).map(|rule| rule.name.said().within(language).to_owned());
            let asked = format!("{}: {}", name.unwrap_or_default(), finding.message.within(language));
            let choices = finding.candidates.iter().chain(&finding.expected).cloned().collect::<Vec<_>>();
            [
                place,
                self.column(finding.table, finding.column),
                asked,
                finding.found.clone().unwrap_or_default(),
                choices.join("\n"),
            ]
        });
        let rows = listed(&heads, rows);
        self.add(&rows);
    }

    fn repairs(&mut self, language: Language) {
        let repairs = self.document.repairs();
        let heading = self.say("Perbaikan", "Repairs");
        self.add(&format!("<h2>{heading} ({})</h2>", repairs.len()));
        let heads = [
            self.say("Tempat", "Place"),
            self.say("Kolom", "Column"),
            self.say("Semula", "Before"),
            self.say("Menjadi", "After"),
            self.say("Aturan, mutu dan bukti", "Rule, grade and proof"),
        ];
        let rows = repairs.iter().map(|repair: &Repair| {
            let name = rule(repair.rule.as_str())
                .map(|rule| rule.name.said().within(language).to_owned())
                .unwrap_or_default();
            let proofs = repair
                .proofs
                .iter()
                .map(|proof| proof.text.as_str())
                .filter(|text| *text != repair.rule.as_str());
            let why = std::iter::once(format!("{name} ({})", repair.grade().name()))
                .chain(proofs.map(str::to_owned))
                .collect::<Vec<_>>();
            let places = repair.sources.iter().map(Place::to_string).collect::<Vec<_>>().join(", ");
            [
                places,
                self.column(Some(repair.table), Some(repair.column)),
                repair.before.clone(),
                repair.after.clone(),
                why.join("\n"),
            ]
        });
        let rows = listed(&heads, rows);
        self.add(&rows);
    }

    /// The heading of a column, as its table prints it.
    fn column(&self, table: Option<usize>, id: Option<&str>) -> String {
        let table = table.and_then(|index| self.document.tables.get(index));
        let column = table
            .zip(id)
            .and_then(|(table, id)| table.columns.iter().find(|column| column.id == id).copied());
        match (table, column, id) {
            (Some(table), Some(column), _) => heading(table, column, self.document.about.year),
            (_, _, Some("kode")) => self.say("Kode", "Code").to_owned(),
            _ => String::new(),
        }
    }

    fn table(&mut self, table: &Table) {
        let year = self.document.about.year;
        let title = with_years(table.layout.title.unwrap_or(table.form.title), year);
        self.add(&format!(
            "<h2>{}</h2><div class=\"wide\"><table><thead><tr>",
            escaped(&format!("{} {title}", table.form.id))
        ));
        for column in &table.columns {
            let head = headings(table, column, year).join(" › ");
            self.add(&format!("<th>{}</th>", escaped(&head)));
        }
        self.add("</tr></thead><tbody>");
        for row in &table.rows {
            self.add("<tr>");
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                self.cell(row, column, cell);
            }
            self.add("</tr>");
        }
        self.add("</tbody></table></div>");
    }

    fn cell(&mut self, row: &Row, column: &Column, cell: &Cell) {
        let is_code = column.role == Role::Code;
        let code = row.code.as_ref().map(Kode::as_str).filter(|_| is_code);
        let status = if is_code { row.code_status } else { cell.status() };
        let class = match status {
            Status::Proven => "A",
            Status::Likely => "B",
            Status::Unresolved => "open",
            Status::Decided => "decided",
            Status::AsIs => "",
        };
        let numeric = if column.kind.is_numeric() { " n" } else { "" };
        let _ =
            write!(self.text, "<td class=\"{class}{numeric}\">{}</td>", escaped(code.unwrap_or(cell.text())));
    }
}

fn listed<const N: usize>(heads: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut text = "<div class=\"wide\"><table><thead><tr>".to_owned();
    for head in heads {
        let _ = write!(text, "<th>{}</th>", escaped(head));
    }
    text.push_str("</tr></thead><tbody>");
    for row in rows {
        text.push_str("<tr>");
        for cell in row {
            let _ = write!(text, "<td>{}</td>", escaped(&cell));
        }
        text.push_str("</tr>");
    }
    text + "</tbody></table></div>"
}

/// The text as a page shows it and never reads it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
