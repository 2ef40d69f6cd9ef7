//! A code as the form prints it: in one cell, or a part a cell.

use crate::model::Kode;

/// The texts of the code cells from left to right, `cells` of them, empty where the code has no such part.
/// Five cells keep kewenangan and kegiatan together (`2.02`), six set them apart, any other number takes the
/// dotted code in the first, as does a code of the edition of 2006.
pub(super) fn split(code: &Kode, cells: u16) -> Vec<String> {
    if code.shape().is_some() {
        // An office's number within the code would not tell where it ends.
        let mut texts = vec![code.to_string()];
        texts.resize(usize::from(cells), String::new());
        return texts;
    }
    let parts: Vec<&str> = code.parts().collect();
    let mut texts: Vec<String> = match (cells, parts.as_slice()) {
        (5, [urusan, bidang, program, kewenangan, kegiatan, rest @ ..]) => {
            let kegiatan = format!("{kewenangan}.{kegiatan}");
            let whole = [urusan, bidang, program, &kegiatan.as_str()];
            whole.into_iter().chain(rest).map(ToString::to_string).collect()
        }
        (5 | 6, _) => parts.iter().map(ToString::to_string).collect(),
        _ => vec![code.to_string()],
    };
    texts.resize(usize::from(cells), String::new());
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, cells: u16) -> String {
        split(&code.parse().unwrap(), cells).join("|")
    }

    #[test]
    fn each_layout_splits_in_its_own_way() {
        assert_eq!(shown("2.17.01.2.02.01", 5), "2|17|01|2.02|01");
        assert_eq!(shown("2.17.01.2.02", 5), "2|17|01|2.02|");
        assert_eq!(shown("2.17", 5), "2|17|||");
        assert_eq!(shown("2.17.01.2.02.0001", 6), "2|17|01|2|02|0001");
        assert_eq!(shown("2.17.01.2.02.0001", 1), "2.17.01.2.02.0001");
    }
}
