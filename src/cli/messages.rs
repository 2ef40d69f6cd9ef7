//! Everything the command line says about files, in both languages. One form: the place (put before it by the
//! caller), what was seen, why it matters, what to do.

mod beside;
mod config;
mod decisions;
mod isolation;
mod streams;

use std::path::Path;

pub(super) use beside::{matters, nothing_merged, office, output_needed, sum_of_all, xlsx_needs_out};
pub(super) use config::{bad_config, bad_value, habits, habits_of_folder, no_toml, two_habits, unknown_key};
pub(super) use decisions::{decisions_of_one_file, no_decisions};
pub(super) use isolation::{ended, memory, slow, unisolated};
pub(super) use streams::{
    no_stdin, no_workbook_on_terminal, not_delivered, nothing_written, stdin_alone, stdin_twice, stdout_twice,
};

use crate::batch::{Found, Left, Renamed, Why};
use crate::model::Said;
use crate::pipeline::Format;

/// The outputs of an input have another name than it has itself.
pub(super) fn renamed(renamed: &Renamed) -> Said {
    let (input, stem) = (renamed.input.display(), renamed.stem.display());
    Said::new(
        format!(
            "{input}: hasilnya bernama “{stem}”, karena namanya sendiri sudah dipakai hasil lain atau tidak dapat dipakai di Windows."
        ),
        format!(
            "{input}: its outputs are called “{stem}”, for another output has its own name, or Windows cannot hold it."
        ),
    )
}

/// Why a file of a folder was left alone.
pub(super) fn left_alone(left: &Left) -> Said {
    match left.why {
        Why::Lock => Said::new(
            "berkas kunci atau tersembunyi; dokumennya sendiri mungkin sedang terbuka.",
            "a lock or hidden file; the document itself may be open.",
        ),
        Why::Own => Said::new(
            "hasil rapikan sendiri yang tidak disunting siapa pun, jadi tidak diolah lagi.",
            "an output of rapikan itself that nobody edited, so it is not converted again.",
        ),
        Why::Other => Said::new("bukan spreadsheet.", "no spreadsheet."),
    }
}

/// Another batch writes into the folder.
pub(super) fn waits(folder: &Path) -> Said {
    let folder = folder.display();
    Said::new(
        format!("Menunggu rapikan lain yang sedang menulis ke {folder} …"),
        format!("Waiting for another rapikan that is writing into {folder} …"),
    )
}

/// A report of an earlier time that is not replaced.
pub(super) fn report_kept(kept: &Path, instead: &Path) -> Said {
    let (kept, instead) = (kept.display(), instead.display());
    Said::new(
        format!(
            "{kept} telah disunting orang atau bukan laporan rapikan, jadi tidak ditimpa; laporan yang baru: {instead}."
        ),
        format!(
            "{kept} was edited by a person, or is no report of rapikan, so it is not replaced; the new report is {instead}."
        ),
    )
}

/// The folder beside the input cannot be written.
pub(super) fn not_beside(beside: &Path, documents: &Path) -> Said {
    Said::new(
        format!(
            "{} tidak dapat ditulisi (mungkin hanya boleh dibaca), jadi hasilnya disimpan di {}; pindahkan dari sana bila perlu.",
            beside.display(),
            documents.display()
        ),
        format!(
            "{} cannot be written (perhaps it may only be read), so the results go to {}; move them from there if need be.",
            beside.display(),
            documents.display()
        ),
    )
}

/// Where to look for the results.
pub(super) fn results_are_in(folder: &Path) -> Said {
    let folder = folder.display();
    Said::new(format!("\nHasilnya ada di {folder}."), format!("\nThe results are in {folder}."))
}

/// Results of an earlier time are in the way.
pub(super) fn earlier_results(folder: &Path, free: &Path) -> Said {
    Said::new(
        format!(
            "Hasil yang lebih dahulu ada di {} dan tetap seperti adanya, mungkin sedang terbuka di Excel; hasil yang baru disimpan di {}.",
            folder.display(),
            free.display()
        ),
        format!(
            "The results of an earlier time are in {} and stay as they are, perhaps open in Excel; the new ones go to {}.",
            folder.display(),
            free.display()
        ),
    )
}

/// A folder in which there is nothing to do; its name stands before it.
pub(super) fn empty_folder() -> Said {
    Said::new(
        "tidak ada berkas spreadsheet di folder ini, jadi tidak ada yang dapat dirapikan; periksa nama foldernya, atau sebutkan berkasnya langsung.",
        "there is no spreadsheet in this folder, so there is nothing to clean; check the name of the folder, or name the file itself.",
    )
}

/// A folder in which there are outputs of our own only; its name stands before it.
pub(super) fn only_own(count: usize) -> Said {
    Said::new(
        format!(
            "folder ini hanya berisi {count} hasil rapikan sendiri, jadi tidak ada yang dapat dirapikan; sebutkan folder aslinya, atau sebutkan berkasnya langsung."
        ),
        format!(
            "this folder holds only {count} outputs of rapikan itself, so there is nothing to clean; name the folder of the originals, or name the file itself."
        ),
    )
}

/// A folder that cannot be listed; its name stands before it.
pub(super) fn unlistable(error: &std::io::Error) -> Said {
    Said::new(
        format!("isi folder ini tidak dapat dilihat ({error}); minta izin membacanya, atau salin berkasnya."),
        format!("this folder cannot be listed ({error}); ask for permission to read it, or copy its files."),
    )
}

/// How many files of the folders were left alone; `None` if none were.
pub(super) fn skipped(found: &Found) -> Option<Said> {
    let parts = [
        (found.left_for(Why::Lock), "berkas kunci atau tersembunyi", "lock or hidden files"),
        (found.left_for(Why::Own), "hasil rapikan sendiri", "outputs of rapikan itself"),
        (found.left_for(Why::Other), "berkas bukan spreadsheet", "files that are no spreadsheets"),
    ];
    let counted: Vec<_> = parts.into_iter().filter(|(count, ..)| *count > 0).collect();
    if counted.is_empty() {
        return None;
    }
    let indonesian: Vec<String> = counted.iter().map(|(count, text, _)| format!("{count} {text}")).collect();
    let english: Vec<String> = counted.iter().map(|(count, _, text)| format!("{count} {text}")).collect();
    Some(Said::new(
        format!("Dilewati: {}.", indonesian.join(", ")),
        format!("Skipped: {}.", english.join(", ")),
    ))
}

/// A file that was left alone, with what is left to decide in it; its name stands before it.
pub(super) fn unchanged(open: usize) -> Said {
    let (indonesian, english) = match open {
        0 => ("tidak ada yang perlu diputuskan".to_owned(), "nothing left to decide".to_owned()),
        _ => (format!("{open} perlu diputuskan"), format!("{open} to decide")),
    };
    Said::new(
        format!("tidak berubah sejak terakhir dirapikan, jadi dilewati; {indonesian}"),
        format!("unchanged since it was cleaned last, so it is skipped; {english}"),
    )
}

/// How many files were left alone because nothing has changed.
pub(super) fn skipped_unchanged(count: usize) -> Said {
    Said::new(
        format!(
            "{count} berkas tidak berubah sejak terakhir dirapikan dan dilewati; tambahkan --force untuk mengolahnya lagi."
        ),
        format!(
            "{count} unchanged since they were cleaned last and skipped; add --force to convert them again."
        ),
    )
}

/// OUT looks like a file, but cannot be one.
pub(super) fn not_one_file(out: &Path, formats: &[Format]) -> Said {
    let formats: Vec<&str> = formats.iter().map(|format| format.name()).collect();
    let formats = formats.join(",");
    Said::new(
        format!(
            "-o {} menyebut satu berkas, padahal itu hanya mungkin bila masukannya satu berkas dan formatnya satu dan cocok (sekarang {formats}); sebutkan sebuah folder, atau sesuaikan --to.",
            out.display()
        ),
        format!(
            "-o {} names one file, which is possible only for one input file and one format that matches (it is {formats} now); name a folder, or adjust --to.",
            out.display()
        ),
    )
}

/// An output of a kind that is not written.
pub(super) fn not_written(out: &Path) -> Said {
    Said::new(
        format!(
            "-o {} menyebut jenis berkas yang tidak ditulis rapikan, jadi tidak ada yang ditulis; pakai akhiran .xlsx, .json atau .csv, atau sebutkan sebuah folder.",
            out.display()
        ),
        format!(
            "-o {} names a kind of file that rapikan does not write, so nothing was written; let it end with .xlsx, .json or .csv, or name a folder.",
            out.display()
        ),
    )
}

/// A command that stands behind options.
pub(super) fn late_command(name: &str) -> Said {
    Said::new(
        format!(
            "{name} adalah perintah dan tidak ada berkas bernama itu; tulis perintah di depan: rapikan {name} …"
        ),
        format!("{name} is a command and no file has that name; put the command first: rapikan {name} …"),
    )
}

/// Why no change of a plan can be made of two files.
pub(super) fn no_plan_to_change() -> Said {
    Said::new(
        "T-C.33 tidak ada di kedua berkas, padahal Perubahan dibuat dari T-C.33 keduanya.",
        "There is no T-C.33 in both files, and the change is made of the T-C.33 of both.",
    )
}
