//! The zip container of xlsx, xlsb and ods.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::budget::Budget;
use super::error::{Exceeded, ReadError};

/// A zip container whose names are unique. Parts are found without regard to case, as Office does.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: BTreeMap<String, usize>,
}

impl<'a> Archive<'a> {
    /// Opens the container.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::Zip)?;
        if zip.has_duplicate_names() {
            return Err(ReadError::DuplicatePart);
        }
        let mut names = BTreeMap::new();
        for index in 0..zip.len() {
            let Some(Ok(name)) = zip.name_for_index(index) else { continue };
            if names.insert(key(&name), index).is_some() {
                return Err(ReadError::DuplicatePart);
            }
        }
        Ok(Self { zip, names })
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&key(name))
    }

    /// The names of all parts, in lower case.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// A part, unpacked to its end so that its checksum is compared.
    pub(super) fn read(&mut self, name: &str, budget: &mut Budget) -> Result<Vec<u8>, ReadError> {
        let missing = || ReadError::MissingPart(name.to_owned());
        let index = *self.names.get(&key(name)).ok_or_else(missing)?;
        let part = self.zip.by_index(index).map_err(|error| match error {
            ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
                ReadError::Password
            }
            other => ReadError::Zip(other),
        })?;
        let allowed = budget.inflated_left();
        let mut bytes = Vec::new();
        part.take(allowed.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|source| ReadError::Part { part: name.to_owned(), source })?;
        let length = u64::try_from(bytes.len()).map_err(|_| ReadError::Bomb(Exceeded::Inflated))?;
        budget.inflate(length)?;
        Ok(bytes)
    }
}

fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}
