//! Makes the tables of the codification ready for use, and gives the program for Windows its icon, its version and its
//! manifest.

#[allow(dead_code, reason = "the program finds lines with it")]
#[path = "src/codification/lines.rs"]
mod lines;
#[path = "build/model.rs"]
mod model;
#[allow(dead_code, reason = "the program derives words with it")]
#[path = "src/codification/morphology.rs"]
mod morphology;
#[path = "src/codification/names_of_2019.rs"]
mod names_of_2019;
#[path = "src/codification/naming.rs"]
mod naming;
#[path = "src/codification/records.rs"]
mod records;
#[path = "src/codification/region_key.rs"]
mod region_key;
#[path = "build/tables.rs"]
mod tables;
#[allow(dead_code, reason = "the program finds names with it")]
#[path = "src/codification/triples.rs"]
mod triples;
#[path = "src/codification/words.rs"]
mod words;

use std::path::Path;
use std::{env, io};

use winresource::WindowsResource;

const ICON: &str = "packaging/windows/rapikan.ico";
const MANIFEST: &str = "packaging/windows/rapikan.manifest";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={}", tables::DATA);
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no folder"))?;
    tables::write(Path::new(&folder))?;
    println!("cargo:rerun-if-changed=packaging/windows");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return Ok(());
    }
    let mut resource = WindowsResource::new();
    resource.set_icon(ICON).set_manifest_file(MANIFEST);
    resource.set("FileDescription", "rapikan: merapikan tabel Renja");
    resource.set("ProductName", "rapikan").set("OriginalFilename", "rapikan.exe");
    resource.set("LegalCopyright", "MIT OR Apache-2.0");
    // Indonesian: the version information has one language.
    resource.set_language(0x0421);
    resource.compile_for("rapikan")
}
