"""An invented office: who it is, which programs it plans, and the amounts, which add up."""
import random
from dataclasses import dataclass, field

import wording
from codification import edition

SKIPPED_BIDANG = ('7.02', '7.03', '9.', 'X')


@dataclass
class Node:
    """A row of the plan and what stands below it."""
    kode: str
    tingkat: str
    nama: str
    children: list = field(default_factory=list)
    indikator: list = field(default_factory=list)
    target: list = field(default_factory=list)
    maju_target: list = field(default_factory=list)
    lokasi: str = ''
    sumber_dana: str = ''
    catatan: str = ''
    pagu: int = 0
    maju: int = 0
    blank: bool = False

    def walk(self):
        """This node and all below it, in the order of print."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class Office:
    """An office that does not exist."""
    seed: int
    pemda: str
    geography: wording.Geography
    name: str
    year: int
    edition: str
    urusan: list

    def nodes(self, *tingkat):
        """The nodes of some levels, or of all."""
        return [n for u in self.urusan for n in u.walk() if not tingkat or n.tingkat in tingkat]


class Builder:
    """Makes one office from one stream of chance."""

    def __init__(self, seed):
        self.rng = random.Random(f'office {seed}')
        self.seed = seed
        self.pemda = self.rng.choice(['kabkota', 'kabkota', 'kabkota', 'provinsi'])
        self.year = self.rng.randint(2022, 2026)
        self.edition_year = '2021' if self.year < 2024 else '2023'
        self.edition = edition(self.edition_year, self.pemda)
        self.geography = wording.Geography(self.rng, self.pemda)
        self.thousands = self.rng.random() < 0.4

    def office(self):
        """The whole office."""
        bidang = self.choose_bidang()
        urusan = {}
        for place, entry in enumerate(bidang):
            node = self.bidang(entry, first=place == 0)
            kode = entry.kode.split('.')[0]
            if kode not in urusan:
                urusan[kode] = Node(kode, 'urusan', self.edition.entries[kode].nama)
            urusan[kode].children.append(node)
        name = self.office_name(bidang[0].nama)
        return Office(self.seed, self.pemda, self.geography, name, self.year, self.edition_year, list(urusan.values()))

    def choose_bidang(self):
        """One bidang, or two or three of the ordinary ones, in the order of their codes."""
        every = [e for e in self.edition.entries.values()
                 if e.tingkat == 'bidang_urusan' and not e.kode.startswith(SKIPPED_BIDANG)
                 and any(self.edition.children(p.kode) for p in self.edition.children(e.kode))]
        ordinary = [e for e in every if e.kode[0] in '123']
        count = self.rng.choice([1, 1, 2, 3])
        chosen = self.rng.sample(every, 1) if count == 1 else self.rng.sample(ordinary, count)
        return sorted(chosen, key=lambda e: e.kode)

    def office_name(self, bidang):
        """Dinas and what it is in charge of."""
        subject = bidang.replace('URUSAN PEMERINTAHAN BIDANG ', '').title().replace(' Dan ', ' dan ')
        return f"{self.rng.choice(['Dinas', 'Dinas', 'Badan'])} {subject}"

    def bidang(self, entry, first):
        """A bidang with its programs; the first one carries program 01."""
        node = Node(entry.kode, 'bidang_urusan', entry.nama)
        programs = [p for p in self.edition.children(entry.kode) if self.edition.children(p.kode)]
        chosen = self.some(programs, 1, 3)
        if first:
            chosen = [self.edition.program_penunjang(entry.kode)] + [p for p in chosen if not p.kode.endswith('.01')]
        node.children = [self.program(p) for p in chosen]
        return self.summed(node)

    def program(self, entry):
        """A program with its kegiatan and their sub kegiatan."""
        node = self.measured(Node(entry.kode, 'program', entry.nama))
        kegiatan = [k for k in self.edition.children(entry.kode) if self.edition.children(k.kode)]
        for k in self.some(kegiatan, 1, 4):
            child = self.measured(Node(k.kode, 'kegiatan', k.nama))
            child.children = [self.sub_kegiatan(s) for s in self.some(self.edition.children(k.kode), 1, 5)]
            node.children.append(self.summed(child))
        return self.summed(node)

    def some(self, entries, least, most):
        """A few of the entries, in their order."""
        count = min(len(entries), self.rng.randint(least, most))
        chosen = set(self.rng.sample(range(len(entries)), count))
        return [e for i, e in enumerate(entries) if i in chosen]

    def sub_kegiatan(self, entry):
        """A sub kegiatan with its amounts; a few have none."""
        node = self.measured(Node(entry.kode, 'sub_kegiatan', entry.nama), entry.indikator, entry.satuan)
        node.sumber_dana = wording.fund(self.rng)
        node.catatan = self.rng.choice(wording.REMARKS) if self.rng.random() < 0.3 else ''
        node.pagu = self.amount()
        node.maju = node.pagu if self.rng.random() < 0.2 else self.amount()
        if self.rng.random() < 0.03:
            node.pagu, node.maju, node.blank = 0, 0, True
        return node

    def amount(self):
        """Rupiah between two million and five thousand million."""
        step = 1000 if self.thousands else self.rng.choice([1, 1, 100, 1000, 100000])
        return int(10 ** self.rng.uniform(6.3, 9.7)) // step * step

    def measured(self, node, official='', satuan=''):
        """The node with one to three indicators, as many targets, and a place."""
        count = self.rng.choices([1, 2, 3], [8, 2, 1])[0]
        for place in range(count):
            unit = satuan if place == 0 and satuan and len(satuan) < 24 else self.rng.choice(wording.UNITS + ['%'] * 4)
            invented = wording.indikator(self.rng, unit)
            node.indikator.append(official if place == 0 and official and unit == satuan else invented)
            node.target.append(wording.target(self.rng, unit))
            node.maju_target.append(wording.target(self.rng, unit))
        node.indikator = list(dict.fromkeys(node.indikator))
        node.target, node.maju_target = node.target[:len(node.indikator)], node.maju_target[:len(node.indikator)]
        node.lokasi = self.geography.lokasi(self.rng)
        return node

    @staticmethod
    def summed(node):
        """The node with the sums of its children."""
        node.pagu = sum(c.pagu for c in node.children)
        node.maju = sum(c.maju for c in node.children)
        return node


def office(seed):
    """The office of a seed: the same seed, the same office."""
    return Builder(seed).office()
