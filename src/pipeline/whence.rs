//! Where the input lies, seen from where the workbook will be.

use std::fs;
use std::path::{Component, Path, PathBuf, absolute};

use crate::model::Container;
use crate::write::xlsx::Source;

/// The input as a link of the workbook leads to it; `None` where there is no cell to lead to, or no way there.
pub(super) fn source(input: &Path, workbook: &Path, container: Container) -> Option<Source> {
    if matches!(container, Container::Html | Container::Csv) {
        return None;
    }
    let (input, workbook) = (absolute(input).ok()?, absolute(workbook).ok()?);
    let file = settled(input.parent()?)?.join(input.file_name()?);
    Source::at(&relative(&settled(workbook.parent()?)?, &file)?)
}

/// An absolute folder as it lies on the disk; what is not there yet, as it is written.
fn settled(folder: &Path) -> Option<PathBuf> {
    let there =
        |ancestor: &Path| Some((fs::canonicalize(ancestor).ok()?, folder.strip_prefix(ancestor).ok()?));
    let (mut settled, rest) = folder.ancestors().find_map(there)?;
    for component in rest.components() {
        match component {
            Component::Normal(name) => settled.push(name),
            Component::ParentDir => {
                settled.pop();
            }
            _ => {}
        }
    }
    Some(settled)
}

/// The way from a folder to a file, with forward slashes; `None` between drives.
fn relative(folder: &Path, file: &Path) -> Option<String> {
    let shared = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        return None;
    }
    let up = folder.components().skip(shared).map(|_| Some(".."));
    let down = file.components().skip(shared).map(|component| component.as_os_str().to_str());
    let way: Option<Vec<&str>> = up.chain(down).collect();
    way.map(|way| way.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_goes_up_and_down() {
        let way = |folder: &str, file: &str| relative(Path::new(folder), Path::new(file));
        assert_eq!(way("/kantor/hasil", "/kantor/renja.xlsx").as_deref(), Some("../renja.xlsx"));
        assert_eq!(way("/kantor", "/kantor/renja.xlsx").as_deref(), Some("renja.xlsx"));
        assert_eq!(way("/a/b/c", "/a/d/renja.xlsx").as_deref(), Some("../../d/renja.xlsx"));
        assert_eq!(way("hasil", "renja.xlsx"), None);
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_where_it_is_written() {
        let desk = tempfile::tempdir().unwrap();
        let (input, workbook) = (desk.path().join("a b.xlsx"), desk.path().join("baru/x/../hasil/a b.xlsx"));
        let before = source(&input, &workbook, Container::Xlsx);
        assert_eq!(before, Source::at("../../a b.xlsx"));
        fs::create_dir_all(desk.path().join("baru/x")).unwrap();
        fs::create_dir_all(desk.path().join("baru/hasil")).unwrap();
        assert_eq!(source(&input, &workbook, Container::Xlsx), before);
        assert_eq!(source(&input, &workbook, Container::Csv), None);
    }
}
