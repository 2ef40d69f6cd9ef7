//! A hundred formats, each with a number and what Excel shows of it; `=` where that is the number itself.

use super::*;

const TABLE: &str = "\
12|0\" Dokumen\"|12 Dokumen
12|#,##0\" Dokumen\"|12 Dokumen
1200|#,##0\" Dokumen\"|1.200 Dokumen
12|0\\ \\D\\o\\k|12 Dok
95|0.00\" %\"|95,00 %
35250|#,##0\".000\"|!35.250.000
35250|#,##0\",000\"|!35.250,000
35250|#,##0.000|=
35250|#,##0,|!35
35250|#,##0.0,|!35,3
35500|#,##0,|!36
35250000|#,##0,,|!35
35250000|0.00,,|!35,25
35250000|#,##0,\" ribu\"|!35.250 ribu
35250000|#,##0,,\" juta\"|!35 juta
35250000|0.0,,\" juta\"|!35,3 juta
1|\"2.\"00|!2.01
12|\"2.\"00|!2.12
7|\"2.\"0|!2.7
1|\"Triwulan \"0|Triwulan 1
4|\"Tahun \"0|Tahun 4
3|\"ke-\"0|ke-3
2026|\"TA \"0|TA 2026
35250|[$Rp]#,##0|=
35250|[$Rp-421]\\ #,##0|=
35250|[$Rp-421]* #,##0|=
35250|\"Rp\"#,##0|=
35250|\"Rp \"#,##0.00|=
35250|\"Rp. \"#,##0\",-\"|=
35250|#,##0\",-\"|=
35250|_-\"Rp\"* #,##0_-|=
35250|_(\"Rp\"* #,##0_);_(\"Rp\"* \\(#,##0\\);_(\"Rp\"* \"-\"_);_(@_)|=
-35250|_(\"Rp\"* #,##0_);_(\"Rp\"* \\(#,##0\\);_(\"Rp\"* \"-\"_);_(@_)|=
0|_(\"Rp\"* #,##0_);_(\"Rp\"* \\(#,##0\\);_(\"Rp\"* \"-\"_);_(@_)|=
35250|_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)|=
35250|[$IDR] #,##0|=
35250|[$USD] #,##0|USD 35.250
35250|[$$-409]#,##0|=
35250|[$€-2] #,##0|=
12|General|=
12|0|=
12|00|=
12|0000|=
12.5|0.00|=
0.95|0%|=
0.95|0.00%|=
0.95|0\" persen\"|0,95 persen
0.95|0%\" fisik\"|95% fisik
12|0;-0|=
12|#,##0;[Red]-#,##0|=
12|[Blue]0\" unit\"|12 unit
12|[Color10]0\" unit\"|12 unit
12|0\" unit\";-0\" unit\"|12 unit
-12|0\" unit\";-0\" unit\"|-12 unit
-12|0\" naik\";0\" turun\"|-12 turun
-12|0\" unit\"|-12 unit
-12|0\" naik\";(0\" turun\")|(12 turun)
0|0\" unit\";-0\" unit\";\"nihil\"|=
0|0\" unit\"|0 unit
0|#\" unit\"|unit
1234567|#,##0\" orang\"|1.234.567 orang
1234567|0\" orang\"|1234567 orang
1234567|#\" \"###\" \"###|=
10203|0\\.00\\.00|~1.02.03
10203|0\".\"00\".\"00|~1.02.03
203|0\\.00\\.00|~0.02.03
21701|0\\.00\\.00|~2.17.01
621234|00\\-0000|~62-1234
12.5|0\" km\"|12,5 km
12.5|0.0\" km\"|12,5 km
12.5|0.00\" km\"|12,50 km
12.345|0.0\" km\"|12,345 km
12|0.00\" ha\"|12,00 ha
12|#,##0.00\" ha\"|12,00 ha
12|0\"m²\"|12m²
12|0 \"m2\"|12 m2
12|0\\ \"Org/bln\"|12 Org/bln
12|0\" Laporan / Tahun\"|12 Laporan / Tahun
12|\"±\"0|=
12|\">\"0|=
12|\"≤ \"0\" hari\"|≤ 12 hari
100|\"Nilai \"0.0|Nilai 100,0
85.5|\"Nilai \"0.0|Nilai 85,5
1|0\"x\"|1x
1|0\"1\"|!11
5|\"1\"0|!15
12|0\"/12\"|!12/12
12|0\" dari 12\"|!12 dari 12
12|dd/mm/yyyy|=
12|h\" jam\"|=
12|0.00E+00|=
12|# ?/?|=
12|@|=
12|[>10]0\" banyak\";0\" sedikit\"|=
12|[h]:mm|=
12|[$-421]dd mmmm yyyy|=
12|#,##0.00_);[Red](#,##0.00)|=
12|0_-|=
12|0*x|=
12|\"\"0|=
12|0;;;@|=
12|;;;|=
12|\" \"0\" \"|=
12|0\"\"\"\"|=
99999999999999999999|#,##0\" x\"|99.999.999.999.999.999.999 x";

#[test]
fn a_hundred_formats_are_shown_as_excel_shows_them() {
    assert!(TABLE.lines().count() >= 100);
    for line in TABLE.lines() {
        let mut parts = line.splitn(2, '|');
        let value: Decimal = parts.next().and_then(|value| value.parse().ok()).unwrap_or_default();
        let (code, wanted) = parts.next().and_then(|rest| rest.rsplit_once('|')).unwrap_or_default();
        let found = dressed(value, code);
        let shown = match &found {
            None => "=".to_owned(),
            Some(Dressed { text, other_number: true }) => format!("!{text}"),
            Some(Dressed { text, other_number: false }) => text.clone(),
        };
        assert_eq!(shown, wanted.trim_start_matches('~'), "{value} as {code}");
    }
}

#[test]
fn a_code_longer_than_excel_allows_is_not_looked_at() {
    let long = format!("0\"{}\"", "x".repeat(300));
    assert_eq!(dressed(Decimal::ONE, &long), None);
}
