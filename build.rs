//! Gives the program for Windows its icon, its version and its manifest. For other systems there is nothing to do.

use std::env;
use std::io;

use winresource::WindowsResource;

const ICON: &str = "packaging/windows/rapikan.ico";
const MANIFEST: &str = "packaging/windows/rapikan.manifest";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
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
