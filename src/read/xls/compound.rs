//! The compound file around an Excel 97–2003 workbook.
//!
//! Chains of sectors are followed for no more sectors than the file has, so a loop ends.

use std::collections::BTreeSet;

use crate::read::binary::{Bytes, wide};
use crate::read::error::ReadError;

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const HEADER: usize = 512;

/// A stream or a storage.
#[derive(Debug)]
struct Entry {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: usize,
}

/// An opened compound file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    mini_sector: usize,
    mini_cutoff: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini: Vec<u8>,
    entries: Vec<Entry>,
}

impl<'a> Compound<'a> {
    /// Opens the file: its tables and its directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let cut_off = || ReadError::CutOff { part: "compound file".to_owned() };
        let header = bytes.get(..HEADER).ok_or_else(cut_off)?;
        let at = |offset: usize| Bytes(header.get(offset..).unwrap_or_default());
        let shift = |offset: usize| {
            at(offset).u16().filter(|shift| (3..=16).contains(shift)).map(|shift| 1_usize << shift)
        };
        let bad_header = || ReadError::Damaged("the header of the compound file");
        let number = |offset: usize| at(offset).u32().ok_or_else(bad_header);
        let mut file = Self {
            bytes,
            sector: shift(30).ok_or_else(bad_header)?,
            mini_sector: shift(32).ok_or_else(bad_header)?,
            mini_cutoff: usize::try_from(number(56)?).map_err(|_| bad_header())?,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini: Vec::new(),
            entries: Vec::new(),
        };
        file.read_fat(header, number(68)?)?;
        let directory = file.chain(number(48)?, None)?;
        file.entries = directory.chunks(128).filter_map(entry).collect();
        if file.entries.is_empty() {
            return Err(cut_off());
        }
        let mini_fat = if number(64)? == 0 { Vec::new() } else { file.chain(number(60)?, None)? };
        file.mini_fat = mini_fat.as_chunks::<4>().0.iter().map(|id| u32::from_le_bytes(*id)).collect();
        if let Some(root) = file.entries.first().filter(|root| !file.mini_fat.is_empty() && root.size > 0) {
            file.mini = file.chain(root.start, Some(root.size))?;
        }
        Ok(file)
    }

    /// How many sectors the file holds, a last one that is cut off included.
    fn sectors(&self) -> usize {
        self.bytes.len().saturating_sub(1) / self.sector
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(id).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    fn read_fat(&mut self, header: &[u8], first_list: u32) -> Result<(), ReadError> {
        let mut ids: Vec<u32> = numbers(header.get(76..).unwrap_or_default());
        let mut list = first_list;
        let mut lists = 0;
        while list < 0xFFFF_FFFA {
            lists += 1;
            if lists > self.sectors() {
                return Err(ReadError::Damaged("a loop in the allocation lists"));
            }
            let Some(sector) = self.sector(list) else { break };
            let mut more = numbers(sector);
            list = more.pop().unwrap_or(END_OF_CHAIN);
            ids.append(&mut more);
        }
        let known = self.sectors();
        let used = ids.into_iter().filter(|id| *id < 0xFFFF_FFFA).take(known);
        let fat: Vec<u32> = used.filter_map(|id| self.sector(id)).flat_map(numbers).take(known).collect();
        self.fat = fat;
        Ok(())
    }

    /// The bytes of a chain of sectors, up to a size where it is known.
    fn chain(&self, start: u32, size: Option<usize>) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let mut id = start;
        let mut steps = 0;
        while size.is_none_or(|size| bytes.len() < size) && id < 0xFFFF_FFFA {
            steps += 1;
            if steps > self.sectors() {
                return Err(ReadError::Damaged("a loop in the chain of sectors"));
            }
            // What is cut off is missed where it is read: a sheet without its end is left out.
            let Some(sector) = self.sector(id) else { break };
            bytes.extend_from_slice(sector);
            id = usize::try_from(id).ok().and_then(|id| self.fat.get(id)).copied().unwrap_or(END_OF_CHAIN);
        }
        if let Some(size) = size {
            bytes.truncate(size);
        }
        Ok(bytes)
    }

    fn mini_chain(&self, start: u32, size: usize) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let mut id = start;
        let mut steps = 0;
        while bytes.len() < size && id < 0xFFFF_FFFA {
            steps += 1;
            let index = usize::try_from(id).unwrap_or(usize::MAX);
            let from = index.checked_mul(self.mini_sector).filter(|_| steps <= self.mini_fat.len());
            let Some(from) = from else {
                return Err(ReadError::Damaged("a loop in the chain of small sectors"));
            };
            let to = from.saturating_add(self.mini_sector).min(self.mini.len());
            let Some(sector) = self.mini.get(from..to) else { break };
            bytes.extend_from_slice(sector);
            id = self.mini_fat.get(index).copied().unwrap_or(END_OF_CHAIN);
        }
        bytes.truncate(size);
        Ok(bytes)
    }

    /// The entries that stand directly in the root: what is embedded in a workbook stands deeper.
    fn root_entries(&self) -> Vec<&Entry> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let mut waiting = vec![self.entries.first().map_or(u32::MAX, |root| root.child)];
        while let Some(id) = waiting.pop() {
            let entry = usize::try_from(id).ok().and_then(|index| self.entries.get(index));
            if let Some(entry) = entry.filter(|_| seen.insert(id)) {
                found.push(entry);
                waiting.extend([entry.left, entry.right]);
            }
        }
        found
    }

    /// Whether the root holds an entry of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.root_entries().iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The content of a stream in the root; `None` where there is none.
    pub(super) fn stream(&self, name: &str) -> Option<Result<Vec<u8>, ReadError>> {
        let is_it = |entry: &&Entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name);
        let roots = self.root_entries();
        // Where the tree is damaged, the directory is looked through from its start.
        let entry = roots.into_iter().find(is_it).or_else(|| self.entries.iter().find(is_it))?;
        if entry.size < self.mini_cutoff && !self.mini.is_empty() {
            return Some(self.mini_chain(entry.start, entry.size));
        }
        Some(self.chain(entry.start, Some(entry.size)))
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let at = |offset: usize| Bytes(bytes.get(offset..).unwrap_or_default());
    let length = usize::from(at(64).u16()?.min(64)).saturating_sub(2);
    Some(Entry {
        name: wide(bytes.get(..length)?),
        kind: at(66).u8()?,
        left: at(68).u32()?,
        right: at(72).u32()?,
        child: at(76).u32()?,
        start: at(116).u32()?,
        size: usize::try_from(at(120).u32()?).ok()?,
    })
}
