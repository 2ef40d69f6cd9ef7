"""Which amounts could still be proven if they were spoiled: the sums, formulas and twins that run through each."""
from collections import defaultdict

from tables import MONEY

LEVELS = ('bidang_urusan', 'program', 'kegiatan', 'sub_kegiatan')


def number(row, column):
    """The true amount; an empty one counts as nothing."""
    return int(row.cells.get(column) or 0)


def families(rows):
    """Every parent with its children, by level and order."""
    out, open_rows = [], {}
    for place, row in enumerate(rows):
        if row.tingkat not in LEVELS:
            if row.tingkat == 'jumlah':
                out.append((place, [i for i, r in enumerate(rows) if r.tingkat == 'bidang_urusan']))
            continue
        level = LEVELS.index(row.tingkat)
        if level - 1 in open_rows:
            open_rows[level - 1][1].append(place)
        open_rows = {k: v for k, v in open_rows.items() if k < level}
        open_rows[level] = (place, [])
        out.append(open_rows[level])
    return [f for f in out if f[1]]


def laws_of_page(index, page):
    """Sets of cells (page, row, column) of which any one follows from the others."""
    rows, form = page.table.rows, page.table.form
    for column in MONEY[form]:
        for parent, children in families(rows) if form != 'T-C.32' else []:
            holds = rows[parent].cells[column] and number(rows[parent], column) == sum(number(rows[c], column) for c in children)
            if holds:
                yield frozenset((index, i, column) for i in (parent, *children))
    if form == 'T-C.29':
        for i, row in enumerate(rows):
            parts = [c for c in ('realisasi_lampau', 'realisasi_lalu', 'target_berjalan') if row.cells[c]]
            if row.cells['capaian_berjalan'] and number(row, 'capaian_berjalan') == sum(number(row, c) for c in parts):
                yield frozenset((index, i, c) for c in ('capaian_berjalan', *parts))
    if form == 'T-C.31':
        for i, row in enumerate(rows):
            if row.cells['rkpd_pagu'] == row.cells['analisis_pagu']:
                yield frozenset({(index, i, 'rkpd_pagu'), (index, i, 'analisis_pagu')})


def twins(pages):
    """The same row in two tables T-C.33."""
    both = [i for i, p in enumerate(pages) if p.table.form == 'T-C.33']
    if len(both) == 2:
        for i in range(len(pages[both[0]].table.rows)):
            for column in MONEY['T-C.33']:
                yield frozenset((b, i, column) for b in both)


class Laws:
    """The laws of a workbook, and which of them a spoiled cell has used up."""

    def __init__(self, pages):
        self.through, self.used, self.pages = defaultdict(set), set(), pages
        for law in [law for i, p in enumerate(pages) for law in laws_of_page(i, p)] + list(twins(pages)):
            for cell in law:
                self.through[cell].add(law)

    def key(self, page, row, column):
        """The name of a cell."""
        index = next(i for i, p in enumerate(self.pages) if p is page)
        place = next(i for i, r in enumerate(page.table.rows) if r is row)
        return index, place, column

    def claim(self, page, row, column):
        """The laws that prove this cell, which is about to be spoiled; none if one is needed for another cell."""
        laws = self.through[self.key(page, row, column)]
        if laws & self.used:
            return set()
        self.used |= laws
        return laws

    def suspects(self, laws):
        """Rows and columns of the cells that a law in doubt makes suspect, and of the percents made from them."""
        for index, place, column in frozenset().union(*laws):
            row = self.pages[index].table.rows[place]
            yield row, column
            if 'tingkat_realisasi' in row.cells:
                yield row, 'tingkat_realisasi'
                yield row, 'tingkat_capaian'
