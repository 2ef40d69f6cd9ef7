use proptest::prelude::*;

use super::*;

fn told(text: &str) -> Vec<(Option<String>, String)> {
    let of = |measure: &Measure| (measure.number.map(|n| n.to_string()), measure.unit.clone());
    match measures(text) {
        Measures::One(measure) => vec![of(&measure)],
        Measures::Several(list) => list.iter().map(of).collect(),
        other => panic!("{text}: {other:?}"),
    }
}

fn expect(text: &str, wanted: &[(&str, &str)]) {
    let wanted: Vec<_> = wanted.iter().map(|(n, u)| (Some((*n).to_owned()), (*u).to_owned())).collect();
    assert_eq!(told(text), wanted, "{text}");
}

#[test]
fn one_measure_is_a_number_and_its_unit() {
    expect("100 %", &[("100", "%")]);
    expect("35%", &[("35", "%")]);
    expect("5.77 %", &[("5.77", "%")]);
    expect("2,33 %", &[("2.33", "%")]);
    expect("-2 %", &[("-2", "%")]);
    expect("0,050 %", &[("0.05", "%")]);
    expect("39 Dokumen Perizinan", &[("39", "Dokumen Perizinan")]);
    expect("2 Kawasan/Sentra", &[("2", "Kawasan/Sentra")]);
    expect("2 Kawasan/ Sen tra", &[("2", "Kawasan/ Sen tra")]);
    expect("30 KSP/USP", &[("30", "KSP/USP")]);
    expect("1.500 Orang", &[("1500", "Orang")]);
    expect("1,500 Orang", &[("1500", "Orang")]);
    expect("1.5 Ha", &[("1.5", "Ha")]);
    expect("1,5 Km", &[("1.5", "Km")]);
    expect("250 m2", &[("250", "m2")]);
    expect("3 Dokumen K3", &[("3", "Dokumen K3")]);
    expect("1 Dokumen RKPD Tahun 2023", &[("1", "Dokumen RKPD Tahun 2023")]);
    expect("1 Dokumen 2023", &[("1", "Dokumen 2023")]);
    expect("12 Bulan (2 kali)", &[("12", "Bulan (2 kali)")]);
    expect("1 (satu) Dokumen", &[("1", "(satu) Dokumen")]);
    expect("4 dokumen/tahun", &[("4", "dokumen/tahun")]);
    expect("26", &[("26", "")]);
    expect("26\nOrang", &[("26", "Orang")]);
}

#[test]
fn stacked_measures_are_several() {
    expect("0 Orang/bulan 26 Orang", &[("0", "Orang/bulan"), ("26", "Orang")]);
    expect("35 % 0 Unit Usaha", &[("35", "%"), ("0", "Unit Usaha")]);
    expect("0 Unit Usaha 35 %", &[("0", "Unit Usaha"), ("35", "%")]);
    expect("0 Unit Usaha41 Dokumen", &[("0", "Unit Usaha"), ("41", "Dokumen")]);
    expect("0 Paket1 Paket", &[("0", "Paket"), ("1", "Paket")]);
    expect("0 Dokumen10 %", &[("0", "Dokumen"), ("10", "%")]);
    expect("6 ProdukUnggulan0 PelakuUsaha", &[("6", "ProdukUnggulan"), ("0", "PelakuUsaha")]);
    expect("10 Produk Unggulan 0 UMKM", &[("10", "Produk Unggulan"), ("0", "UMKM")]);
    expect("30 USP/KSP 0 Unit Usaha", &[("30", "USP/KSP"), ("0", "Unit Usaha")]);
    expect("1 Paket\n50 Orang", &[("1", "Paket"), ("50", "Orang")]);
    expect("80\n100 %\n%", &[("80", "%"), ("100", "%")]);
    expect("5\n6\n7", &[("5", ""), ("6", ""), ("7", "")]);
    assert_eq!(measures("0 Paket1 Paket").text().unwrap(), "0 Paket\n1 Paket");
}

#[test]
fn a_mark_of_a_note_or_of_a_list_is_no_measure() {
    expect("12 Dokumen 1)", &[("12", "Dokumen")]);
    expect("31 Orang/Bulan *)", &[("31", "Orang/Bulan")]);
    expect("12 Dokumen 1) 30 Orang", &[("12", "Dokumen"), ("30", "Orang")]);
    expect("1) 5 Orang 2) 6 Unit", &[("5", "Orang"), ("6", "Unit")]);
    assert_eq!(measures("1) 5 Orang 2) 6 Unit").text().unwrap(), "1) 5 Orang\n2) 6 Unit");
}

#[test]
fn letters_among_digits_and_exponents_are_asked_about() {
    for (text, candidate) in [("1OO %", "100 %"), ("1E5", "100.000")] {
        assert_eq!(measures(text), Measures::Doubtful { candidates: vec![candidate.to_owned()] }, "{text}");
    }
}

#[test]
fn a_factor_is_not_left_out_of_the_number() {
    assert_eq!(told("5 ribu ekor"), [(None, "ribu ekor".to_owned())]);
}

#[test]
fn a_word_is_a_predicate() {
    for text in ["B", "BB", "WTP", "Sangat Baik", "A-"] {
        assert_eq!(measures(text), Measures::Predicate(text.to_owned()));
    }
    assert_eq!(measures(" \n"), Measures::Nothing);
}

#[test]
fn overprints_are_never_guessed() {
    let both = Measures::Unreadable { candidates: vec!["90 %".to_owned(), "100 %".to_owned()] };
    assert_eq!(measures("100 % 9"), both);
    assert_eq!(measures("n 0 % 9"), both);
    for text in ["n 10,235,000", "80 90", "5 Orang 7", "1 0 Pelaku Usaha"] {
        assert_eq!(measures(text), Measures::Unreadable { candidates: vec![] }, "{text}");
    }
    assert_eq!(measures("100 % 9").text(), None);
}

#[test]
fn statements_keep_their_text_and_give_no_number() {
    for text in [
        "10-20 Orang",
        "2/3",
        "Rp 5.000.000",
        "Rp5.000.000",
        ">75 %",
        "≥ 75",
        "2 x 3 Orang",
        "5 dari 10 Desa",
        "Nilai 75",
        "1.500 %",
        "1,250 Ton",
        "1.500",
        "10:1",
        "1 kali/11 Desa",
        "0,71; 59,74; %",
        "0)",
    ] {
        match measures(text) {
            Measures::One(measure) => assert_eq!((measure.number, measure.text.as_str()), (None, text)),
            other => panic!("{text}: {other:?}"),
        }
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd(
        text in "\\PC{0,40}",
        near in "[0-9]{0,3}[ %.,/()xm2-]{0,3}[A-Za-z]{0,4}[0-9]{0,2}[ %\\n]{0,2}[0-9]{0,2}",
    ) {
        for text in [text, near] {
            if let Some(clean) = measures(&text).text() {
                prop_assert_eq!(crate::model::letters(&clean), crate::model::letters(&text));
            }
        }
    }

    #[test]
    fn clean_text_is_stable(
        items in proptest::collection::vec((0u32..5000, "(Orang|Unit Usaha|%|Dokumen)"), 1..4),
        glue in "[ \\n]",
    ) {
        let text = items.iter().map(|(n, u)| format!("{n} {u}")).collect::<Vec<_>>().join(&glue);
        let read = measures(&text);
        prop_assert_eq!(told(&text).len(), items.len());
        prop_assert_eq!(measures(&read.text().unwrap()), read);
    }
}

#[test]
fn a_rate_is_one_measure_with_what_it_is_counted_by() {
    let Measures::Several(found) = measures("80 100.000 KH\n98 %\n8 1000 KH\n95 %") else {
        panic!("four targets");
    };
    let texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["80 100.000 KH", "98 %", "8 1000 KH", "95 %"]);
    assert_eq!(found[0].number, None);
    assert!(matches!(measures("26 1000 Orang"), Measures::Unreadable { .. }));
}
