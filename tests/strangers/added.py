"""What an office adds to a form of its own accord: columns under other headers, years in another order, rows of offices,
units, subtotals and banners. None of it changes what the form's own columns say."""
import datetime
import random
import re
from dataclasses import dataclass, replace

import headers
import tables
import wording
from sheets import Line, Slot

LONG = ('Kegiatan dilaksanakan bersama perangkat daerah terkait setelah usulan diverifikasi, dan hasilnya dilaporkan '
        'setiap triwulan kepada bupati melalui sekretaris daerah; lihat berita acara rapat pembahasan nomor 3.')
DIVISIONS = ['Sekretariat', 'Bidang Perencanaan dan Evaluasi', 'Bidang Pelayanan', 'Seksi Pengawasan', 'Subbagian Keuangan']


@dataclass
class Inserted:
    """A cell below an added header: the header from the top down, its row, and every spelling in which it may come back."""
    header: tuple
    row: object
    spellings: set


def key(text):
    """A text without blanks, signs and capitals."""
    return re.sub(r'[\W_]', '', str(text).lower())


def text(*choices):
    """One of some texts."""
    return lambda rng: Slot(rng.choice(choices))


def number(least, most, typed):
    """A whole number, as text or as a number of Excel."""
    return lambda rng: Slot(rng.randint(least, most) if typed else str(rng.randint(least, most)))


def money(typed, negative=False):
    """Rupiah; a difference may be below nought."""
    def make(rng):
        amount = rng.randint(20, 90_000) * 1000 * (rng.choice((1, -1)) if negative else 1)
        if typed:
            return Slot(amount, format='#,##0')
        return Slot(f'-{wording.group(-amount)}' if amount < 0 else wording.group(amount))
    return make


def percent(rng):
    """A share, as text or as a fraction that Excel shows as a percent."""
    share = rng.randint(1, 400)
    return rng.choice([Slot(f'{share / 4:g} %'.replace('.', ',')), Slot(share / 400, format='0.00%')])


def date(rng):
    """A day, as text or as a date of Excel."""
    day = datetime.date(rng.randint(2022, 2026), rng.randint(1, 12), rng.randint(1, 28))
    return rng.choice([Slot(f'{day:%d/%m/%Y}'), Slot(f'{day:%d-%m-%Y}'), Slot(day, format='dd/mm/yyyy')])


def measure(rng):
    """A quantity with its unit."""
    return Slot(f'{rng.randint(1, 300)} {rng.choice(wording.UNITS)}')


# A header from the top down for each column, and what stands below; several columns stand side by side below one group.
ADDED = [
    [(('No.',), number(1, 400, False))],
    [(('Nomor Urut',), number(1, 400, True))],
    [(('Sumber Dana',), text('DAU', 'PAD', 'DAK Fisik', 'DBH'))],
    [(('Keterangan Bidang',), text(*DIVISIONS))],
    [(('Bidang/Seksi',), text(*DIVISIONS))],
    [(('Pagu Validasi',), money(True))],
    [(('Pagu Validasi (Rp)',), money(False))],
    [(('Selisih',), money(False, True))],
    [(('Selisih (+/-)',), money(True, True))],
    [(('Tanggal Verifikasi',), date)],
    [(('Bobot (%)',), percent)],
    [(('Kode Rekening Belanja',), text('5.1.02.01', '5.2.02.05', '5.1.01.01.001'))],
    [(('Hasil Pembahasan',), text(LONG, 'Disetujui', 'Disetujui dengan perbaikan', 'Ditunda'))],
    [(('Volume Usulan',), measure)],
    [(('Koordinat',), text('-0.9471, 100.4172', '0°55\'S 100°21\'E'))],
    [(('Tahun Mulai',), number(2019, 2025, True))],
    [(('SPM (Ya/Tidak)',), text('Ya', 'Tidak', '√', '-'))],
    [(('Realisasi Triwulan II',), money(False))],
    [(('PPTK',), text('Andi Saputra, S.T.', 'Rina Marlina', 'Drs. H. Yusuf, M.M.'))],
    [(('Hasil Verifikasi', 'Status'), text('Sesuai', 'Tidak sesuai')), (('Hasil Verifikasi', 'Tanggal'), date)],
    [(('Anggaran Kas', 'Triwulan I'), money(False)), (('Anggaran Kas', 'Triwulan II'), money(True))],
    [(('Pagu Hasil Reviu', 'Rp'), money(False)), (('Pagu Hasil Reviu', '%'), percent)],
]


def permuted(design, rng):
    """The design with the years of each group in another order."""
    out = list(design.columns)
    groups = {}
    for place, column in enumerate(out):
        if column.header[-1].startswith('Tahun {'):
            groups.setdefault(column.header[:-1], []).append(place)
    for places in groups.values():
        columns = [out[place] for place in places]
        rng.shuffle(columns)
        for place, column in zip(places, columns):
            out[place] = column
    return replace(design, columns=tuple(out))


def depth_of(lines):
    """How many lines of groups and columns a header has."""
    return sum(line.kind == 'kepala' for line in lines)


def header_blocks(page):
    """Every run of header lines, as (first, past the last)."""
    start = None
    for place, line in enumerate([*page.lines, Line('kosong', [])]):
        if line.kind in ('kepala', 'nomor'):
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def shared(left, right):
    """How many groups two columns stand below together."""
    if left is None or right is None:
        return 0
    count = 0
    for one, other in zip(left.header[:-1], right.header[:-1]):
        if one != other:
            break
        count += 1
    return count


def deepen(page):
    """One more header line in every header: what reached down to the last line reaches one line further."""
    for first, past in reversed(list(header_blocks(page))):
        depth = depth_of(page.lines[first:past])
        if depth == 0:
            continue  # A number row alone, printed once more.
        for level, line in enumerate(page.lines[first:first + depth]):
            line.merges = [(a, b, d + 1 if level + d == depth else d) for a, b, d in line.merges]
        page.lines.insert(first + depth, Line('kepala', [None] * len(page.places)))


def shift(line, at, count):
    """Makes room for columns."""
    line.slots[at:at] = [None] * count
    line.merges = [(a + count if a >= at else a, b + count if b >= at else b, d) for a, b, d in line.merges]


def insert(page, at, columns, joins, rng):
    """Columns before a place of the page; `joins`: as the last of the group that ends there. Gives the inserted cells."""
    left = page.places[at - 1][0] if at else None
    right = page.places[at][0] if at < len(page.places) else None
    level = shared(left, right)
    if joins and left is not None:
        level = max(level, len(left.header) - 1)
    groups = left.header[:level] if level else ()
    first_block = next(header_blocks(page))
    if level + len(columns[0][0]) > depth_of(page.lines[slice(*first_block)]):
        deepen(page)
    for line in page.lines:
        shift(line, at, len(columns))
    for first, past in header_blocks(page):
        depth = depth_of(page.lines[first:past])
        lines = page.lines[first:first + depth]
        if depth < level + len(columns[0][0]):
            continue  # A piece of a header that a page break cut.
        if level and level > shared(left, right):
            for above in lines[:level]:
                above.merges = [(a, b + len(columns) if b == at - 1 else b, d) for a, b, d in above.merges]
        for offset, (header, _) in enumerate(columns):
            if len(header) > 1 and offset == 0:
                lines[level].slots[at] = Slot(header[0])
                lines[level].merges.append((at, at + len(columns) - 1, 1))
            low = level + len(header) - 1
            lines[low].slots[at + offset] = Slot(header[-1])
            lines[low].merges.append((at + offset, at + offset, depth - low))
    page.places[at:at] = [(headers.Column(f'+{header[-1]}', (*groups, *header)), 0) for header, _ in columns]
    page.widths[at:at] = [14] * len(columns)
    return [cell for offset, (header, make) in enumerate(columns) for cell in fill(page, at + offset, header, make, rng)]


def fill(page, place, header, make, rng):
    """Values below an added header, in most rows."""
    share = rng.choice((0.25, 0.8, 1.0))
    for line in page.lines:
        if line.kind != 'isi' or line.row is None or line.row.tingkat == 'banner' or rng.random() > share:
            continue
        slot = make(rng)
        line.slots[place] = slot
        yield Inserted(header, line.row, spellings(slot))


def spellings(slot):
    """How a value may be written in the model."""
    value = slot.value
    if isinstance(value, datetime.date):
        return {key(f'{value:%d/%m/%Y}'), key(f'{value:%Y-%m-%d}'), key(f'{value.day}/{value.month}/{value.year}')}
    if isinstance(value, float):
        return {key(f'{value * 100:.2f}'), key(f'{value * 100:g}'), key(f'{value:g}'), key(f'{value:.2f}')}
    return {key(value)}


def renumber(page, rng):
    """The number row counts the added columns, leaves them out, or gives them the number before with a letter."""
    mode = rng.choice(('count', 'skip', 'letter'))
    own = [column.id.startswith('+') for column, _ in page.places]
    for line in (line for line in page.lines if line.kind == 'nomor'):
        if mode == 'count':
            count_all(line, own)
        elif mode == 'letter':
            last, letter = None, 0
            for place, slot in enumerate(line.slots):
                if own[place] and last:
                    line.slots[place] = Slot(f'{last}{"abcdefgh"[letter]}')
                    letter += 1
                elif slot is not None:
                    found = re.match(r'\d+', str(slot.value))
                    last, letter = (found.group() if found else last), 0


def count_all(line, own):
    """Numbers for all columns, in formulas too."""
    new, number = {}, 0
    for place, slot in enumerate(line.slots):
        if slot is not None or own[place]:
            number += 1
            if slot is not None and (found := re.match(r'\d+', str(slot.value))):
                new[found.group()] = str(number)
            line.slots[place] = slot or Slot(str(number))
    for place, slot in enumerate(line.slots):
        if not own[place] and slot is not None:
            # Only x100 is no number of a column.
            words = re.sub(r'(?<![x\d])\d+', lambda m: new.get(m.group(), m.group()), str(slot.value))
            line.slots[place] = Slot(words)


def widen(page, rng):
    """One to four columns anywhere, but not among the cells of a code, and not twice the words of a printed column."""
    inserted = []
    printed = {key(column.header[-1]) for column, _ in page.places}
    free = [columns for columns in ADDED if not any(key(header[-1]) in printed | {key(header[-1] + 'opd')} or
                                                    is_no(header) and 'no' in printed for header, _ in columns)]
    left = rng.randint(1, 4)
    while left > 0:
        columns = rng.choice([c for c in free if len(c) <= left])
        free.remove(columns)
        free = [c for c in free if not {h[-1] for h, _ in c} & {h[-1] for h, _ in columns}]
        left -= len(columns)
        places = [at for at in range(len(page.places) + 1)
                  if at in (0, len(page.places)) or page.places[at - 1][0].id != page.places[at][0].id]
        inserted += insert(page, rng.choice(places), columns, rng.random() < 0.3, rng)
    renumber(page, rng)
    if rng.random() < 0.25:
        for line in page.lines:
            line.merges = [] if line.kind == 'kepala' else line.merges
    return inserted


def is_no(header):
    """Whether a header numbers the rows."""
    return key(header[-1]) in ('no', 'nomorurut')


def sum_of(row, form):
    """The amounts of a row."""
    columns = tables.MONEY[form] + (tables.PERCENT if form == 'T-C.29' else ())
    return {column: row.cells.get(column, '') for column in columns}


def add_rows(table, office, rng):
    """Rows that stand outside the tree of codes: the office and a unit above, sums below a program, a banner."""
    if table.form not in ('T-C.29', 'T-C.33') or table.facts.get('rupiah') is False:
        return
    blank = dict.fromkeys(table.rows[0].cells, '')
    bidang = [row for row in table.rows if row.tingkat == 'bidang_urusan']
    if len(bidang) == 1 and rng.random() < 0.5:
        place = table.rows.index(bidang[0]) + 1
        amounts = sum_of(bidang[0], table.form)
        if all(amounts[column] for column in tables.MONEY[table.form] if column != 'realisasi_lampau'):
            table.rows.insert(place, tables.Row('', 'perangkat_daerah', blank | amounts | {'uraian': office.name}))
    if rng.random() < 0.5:
        subtotals(table, blank, rng)
    if rng.random() < 0.3:
        at = next(i for i, row in enumerate(table.rows) if row.tingkat == 'program')
        table.rows.insert(at, tables.Row('', 'banner', blank | {'uraian': rng.choice(DIVISIONS).upper()}))


def subtotals(table, blank, rng):
    """`Jumlah …` after the last row of each program."""
    word = rng.choice(('Jumlah', 'Sub Total', 'Subtotal', 'JUMLAH'))
    out, program = [], None
    for row in [*table.rows, None]:
        if program is not None and (row is None or row.tingkat not in ('kegiatan', 'sub_kegiatan')):
            amounts = sum_of(program, table.form)
            if any(amounts[column] for column in tables.MONEY[table.form]):
                out.append(tables.Row('', 'subtotal', blank | amounts | {'uraian': f"{word} {program.cells['uraian']}"}))
            program = None
        if row is not None:
            out.append(row)
            program = row if row.tingkat == 'program' else program
    table.rows[:] = out


def random_of(name, seed):
    """A stream of chance of its own."""
    return random.Random(f'{name} {seed}')
