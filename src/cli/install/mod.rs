//! `rapikan install` and `rapikan uninstall`: the program where Windows looks for programs of this person, with its
//! entries in menus. Nothing needs the rights of an administrator, and nothing of anybody else is touched.

mod entries;
mod system;

use clap::{ArgMatches, Command};

use super::exit::Exit;
use super::say::Streams;
use super::side::Side;
use super::trouble::Trouble;
use crate::model::{Language, Said};

/// The command that installs.
pub(super) const INSTALL: Side = Side { name: "install", command: install_command, run: install };

/// The command that takes everything away that the other one made.
pub(super) const UNINSTALL: Side = Side { name: "uninstall", command: uninstall_command, run: uninstall };

fn install_command(language: Language) -> Command {
    Command::new(INSTALL.name).about(
        about(
            "Memasang rapikan untuk pengguna ini: menu Start, klik kanan, Kirim ke; tanpa administrator",
            "Install rapikan for this user: Start menu, right click, Send to; without an administrator",
        )
        .within(language)
        .to_owned(),
    )
}

fn uninstall_command(language: Language) -> Command {
    Command::new(UNINSTALL.name).about(
        about(
            "Menghapus rapikan dan semua yang dipasang install; berkas dan hasil Anda tetap",
            "Remove rapikan and everything that install made; your files and results stay",
        )
        .within(language)
        .to_owned(),
    )
}

fn about(indonesian: &str, english: &str) -> Said {
    Said::new(indonesian, english)
}

fn install(_: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let program = system::program().ok_or_else(no_place)?;
    system::copy_to(&program).map_err(|error| error.context(not_copied()))?;
    system::enter(&program, language).map_err(|error| error.context(not_entered()))?;
    let place = program.display();
    let said = Said::new(
        format!(
            "rapikan terpasang di {place}. Cari \"rapikan\" di menu Start; atau klik kanan sebuah buku kerja atau folder (di Windows 11: Show more options) lalu pilih \"{}\"; atau pilih banyak berkas, klik kanan, Kirim ke > rapikan. Berkas yang diunduh boleh dihapus.",
            entries::verb(language)
        ),
        format!(
            "rapikan is installed at {place}. Find \"rapikan\" in the Start menu; or right-click a workbook or a folder (in Windows 11: Show more options) and choose \"{}\"; or choose many files, right-click, Send to > rapikan. The file that you downloaded may be deleted.",
            entries::verb(language)
        ),
    );
    streams.line(said.within(language));
    Ok(Exit::Done)
}

fn uninstall(_: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let program = system::program().ok_or_else(no_place)?;
    system::leave().map_err(|error| error.context(not_removed()))?;
    system::remove(&program).map_err(|error| error.context(not_removed()))?;
    let said = Said::new(
        "rapikan dan entri menunya sudah dihapus; berkas dan hasil Anda tetap ada.",
        "rapikan and its entries in menus are removed; your files and results are still there.",
    );
    streams.line(said.within(language));
    Ok(Exit::Done)
}

fn no_place() -> Trouble {
    Trouble::new(
        Exit::Output,
        Said::new(
            "Windows tidak menyebut folder program milik pengguna ini, jadi rapikan tidak dapat dipasang; rapikan tetap dapat dijalankan dari berkasnya.",
            "Windows names no folder for programs of this user, so rapikan cannot be installed; it can still be started from its file.",
        ),
    )
}

fn not_copied() -> Trouble {
    Trouble::new(
        Exit::Output,
        Said::new(
            "rapikan tidak dapat disalin ke folder program, mungkin karena yang terpasang sedang berjalan; tutup halamannya lalu ulangi.",
            "rapikan cannot be copied into the folder of programs, perhaps because the installed one is running; close its page and try again.",
        ),
    )
}

fn not_entered() -> Trouble {
    Trouble::new(
        Exit::Output,
        Said::new(
            "entri menu tidak dapat dibuat, mungkin dilarang oleh pengelola komputer ini; rapikan tetap dapat dijalankan dari berkasnya.",
            "the entries in menus cannot be made, perhaps because whoever manages this computer forbids it; rapikan can still be started from its file.",
        ),
    )
}

fn not_removed() -> Trouble {
    Trouble::new(
        Exit::Output,
        Said::new(
            "tidak semuanya dapat dihapus, mungkin karena rapikan sedang berjalan; tutup halamannya lalu ulangi.",
            "not everything can be removed, perhaps because rapikan is running; close its page and try again.",
        ),
    )
}
