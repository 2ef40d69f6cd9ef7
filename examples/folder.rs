//! Converts every workbook of a folder into another: `cargo run --example folder -- samples clean`. What cannot be
//! converted is told and stops no other.

use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use rapikan::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (from, to) = arguments.next().zip(arguments.next()).ok_or("name two folders")?;
    fs::create_dir_all(&to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let told = match converted(&path) {
            Ok(bytes) => {
                fs::write(Path::new(&to).join(format!("{name}.xlsx")), bytes)?;
                "done".to_owned()
            }
            Err(error) => error.to_string(),
        };
        writeln!(io::stdout(), "{}: {told}", path.display())?;
    }
    Ok(())
}

fn converted(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let document = rapikan::clean(&rapikan::read(path)?)?;
    Ok(rapikan::write(&document, Language::Indonesian)?)
}
