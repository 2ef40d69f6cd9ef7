//! The table of 2019, which leaves out the names that the edition of 2021 gives the same code.

use foldhash::HashMap;

use super::records::records;

/// The code, the governments it is for and the name of each entry; none of those whose name neither table has.
pub fn with_names<'a>(table: &'a str, later: &'a str) -> impl Iterator<Item = [&'a str; 3]> {
    let names: HashMap<(&str, &str), &str> =
        records(later).map(|[kode, _, nama, pemda, _, _]| ((kode, pemda), nama)).collect();
    records(table).filter_map(move |[kode, pemda, nama]: [&str; 3]| {
        let nama = if nama.is_empty() { names.get(&(kode, pemda))? } else { nama };
        Some([kode, pemda, nama])
    })
}
