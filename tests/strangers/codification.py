"""The official codification as the bench reads it: codes, names and indicators of one edition."""
import csv
import functools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / 'src' / 'codification' / 'data'
PENUNJANG = 'X.XX.01'


@dataclass(frozen=True)
class Entry:
    """One line of the codification."""
    kode: str
    tingkat: str
    nama: str
    indikator: str
    satuan: str


def letters(text):
    """What is left of a name when only letters and digits count."""
    return re.sub(r'[^a-z0-9]', '', text.lower())


def read(name):
    """The rows of one data file."""
    with open(DATA / name, encoding='utf8', newline='') as file:
        return list(csv.DictReader(file))


def parent_of(kode):
    """The code one level up: a kegiatan's is its program, two parts shorter."""
    parts = kode.split('.')
    return '.'.join(parts[:-2] if len(parts) == 5 else parts[:-1])


class Edition:
    """One edition as one level of government sees it."""

    def __init__(self, year, pemda):
        self.entries, self.below = {}, defaultdict(list)
        self.kewenangan = {'provinsi': '1', 'kabkota': '2'}[pemda]
        for row in read(f'{year}.csv'):
            if row['tingkat_pemda'] in (pemda, 'both'):
                entry = Entry(row['kode'], row['level'], row['nama'], row['indikator'], row['satuan'])
                self.entries[entry.kode] = entry
                self.below[parent_of(entry.kode)].append(entry)

    def children(self, kode):
        """The children of a code that their names tell apart; those of program 01 are published for every bidang."""
        bidang = '.'.join(kode.split('.')[:2])
        penunjang = kode.startswith(bidang + '.01')
        published = kode.replace(bidang, 'X.XX', 1) if penunjang else kode
        ordinary = [e for e in self.below[published]
                    if e.tingkat != 'kegiatan' or e.kode.split('.')[3] == self.kewenangan]
        names = Counter(letters(e.nama) for e in ordinary)
        return [Entry(e.kode.replace('X.XX', bidang, 1), e.tingkat, e.nama, e.indikator, e.satuan)
                for e in ordinary if names[letters(e.nama)] == 1]

    def program_penunjang(self, bidang):
        """Program 01 under the code of a bidang."""
        entry = self.entries[PENUNJANG]
        return Entry(f'{bidang}.01', 'program', entry.nama, '', '')


@functools.cache
def edition(year, pemda):
    """The edition, read once."""
    return Edition(year, pemda)


def words_of(text):
    """The words of a text, in small letters."""
    return re.findall(r'[a-z]+', text.lower())


@functools.cache
def known_words():
    """Every word of the codification, of the sources of funds and of the place names."""
    known = set()
    for name in ('2021.csv', '2023.csv'):
        for row in read(name):
            known.update(words_of(f"{row['nama']} {row['indikator']} {row['satuan']}"))
    for name in ('sumber-dana.csv', 'wilayah.csv'):
        for row in read(name):
            known.update(words_of(row['nama']))
    return frozenset(known)


@functools.cache
def sources_of_funds():
    """Names of funds that offices print."""
    return [row['nama'] for row in read('sumber-dana.csv') if row['level'] in ('jenis', 'kelompok')]
