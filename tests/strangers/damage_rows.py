"""Damages of rows and cells: what slides, bleeds, is cut or stacked."""
import re

from damage import damage
from damage_texts import known, tears
from sheets import Line, Slot
from tables import MONEY

WRAPPED = ('indikator', 'uraian', 'lokasi', 'keluaran', 'hasil', 'capaian_program', 'sumber_dana', 'rkpd_uraian',
           'rkpd_indikator', 'analisis_uraian', 'analisis_indikator')


def ids(page):
    """The column of every printed place."""
    return [c.id for c, _ in page.places]


def whole(line):
    """Whether no slot of a line was moved or spoiled."""
    return not any(s is not None and s.spoiled for s in line.slots)


def freeze(line):
    """Keeps later damages off a line."""
    for slot in line.slots:
        if slot is not None:
            slot.spoiled = True


@damage('lettered list in one cell', medium=0.4, heavy=0.6, storm=1.0)
def lettered_list(context, page, rate):
    """Proposals a) b) c) of one kegiatan in one line, with as many places and volumes."""
    if page.table.form != 'T-C.32' or not context.hit(rate):
        return
    groups = []
    for line in page.lines:
        if line.kind == 'isi' and line.row.tingkat == 'usulan' and whole(line):
            if groups and groups[-1][-1] is not None:
                groups[-1].append(line)
            else:
                groups.append([line])
        elif groups:
            groups[-1].append(None)
    stacked = [place for place, column in enumerate(ids(page)) if column in ('uraian', 'lokasi', 'volume')]
    for lines in ([x for x in g if x] for g in groups):
        if len(lines) > 1 and all(x.slots[place] for x in lines for place in stacked):
            for place in stacked:
                items = [x.slots[place].value for x in lines]
                if ids(page)[place] == 'uraian':
                    items = [f'{chr(97 + i)}) {item}' for i, item in enumerate(items)]
                lines[0].slots[place].value = '\n'.join(items)
            freeze(lines[0])
            for gone in lines[1:]:
                page.lines = [x for x in page.lines if x is not gone]
            context.done['lettered_list'] += 1


@damage('an empty cell fell out, the right part slid', medium=0.15, heavy=0.4, storm=0.6)
def cell_fell_out(context, page, rate):
    """T-C.29 in rupiah: what stands right of an empty column 5 slides left."""
    if page.table.form != 'T-C.29' or not page.table.facts['rupiah']:
        return
    gap = ids(page).index('realisasi_lampau')
    for line in page.first_lines():
        values = [line.row.cells[c] for c in MONEY['T-C.29'] if c != 'realisasi_lampau']
        telling = all(v not in ('', '0') for v in values) and len(set(values)) == len(values)
        if line.slots[gap] is None and telling and whole(line) and context.hit(rate):
            line.slots[gap:] = line.slots[gap + 1:] + [None]
            freeze(line)
            context.done['cell_fell_out'] += 1


@damage("group rows' two amounts in any column", medium=0.2, heavy=0.4, storm=0.6)
def amounts_anywhere(context, page, rate):
    """The two amounts of a group row in sipd, right of the name but in no column of amounts."""
    if page.table.layout != 'sipd':
        return
    start = ids(page).index('uraian') + 1
    for line in page.first_lines():
        filled = [i for i in range(start, len(ids(page))) if line.slots[i] is not None]
        money = len(filled) == 2 and line.row.tingkat in ('bidang_urusan', 'program', 'kegiatan')
        if money and whole(line) and line.slots[filled[0]].column == 'pagu' and context.hit(rate):
            slots = [line.slots[i] for i in filled]
            if any(s.format == 'formula' or str(s.value) == '0' for s in slots):
                continue
            for i in filled:
                line.slots[i] = None
            line.slots[filled[0] + context.rng.choice([-2, -1, 0, 1, 2])] = slots[0]
            line.slots[filled[1] - context.rng.choice([0, 1])] = slots[1]
            freeze(line)
            context.done['amounts_anywhere'] += 1


@damage('text bleeding into the neighbour', medium=0.02, heavy=0.05, storm=0.08)
def bled(context, page, rate):
    """37 DOku me and n 10,235,000: the last letters of a unit before the amount beside it."""
    money = MONEY[page.table.form]
    for line in page.first_lines():
        for left, right in zip(line.slots, line.slots[1:]):
            pair = left is not None and right is not None and right.column in money and 'target' in left.column
            if not pair or left.spoiled or right.spoiled or not isinstance(right.value, str) or not context.hit(rate):
                continue
            unit = re.fullmatch(r'([\d.,]+ )([A-Z][a-z]{4,})', left.value)
            digits = re.fullmatch(r'[\d.]{7,}', right.value)
            if unit and digits and known(context, unit[2]) and not known(context, unit[2][:-1]):
                context.spoil(right, f'{unit[2][-1]} {right.value}', 'bled')
                context.spoil(left, left.value[:-1], 'bled')


@damage('two cells overprinted', medium=0.005, heavy=0.01, storm=0.03)
def overprinted(context, page, rate):
    """100 % 9: nobody can know what was meant."""
    twin = sum(p.table.form == 'T-C.33' for p in context.pages) > 1
    for line, _, slot in list(page.slots('target', 'target_keluaran')):
        single = line.row.tingkat == 'sub_kegiatan' and re.fullmatch(r'\d+ [%A-Z]\w*', str(slot.value))
        only = line.row.cells[slot.column] == slot.value and not slot.spoiled and not twin
        if single and only and context.hit(rate):
            line.row.cells[slot.column] = '?'
            context.spoil(slot, f'{slot.value} {context.rng.randint(2, 9)}', 'overprinted')


@damage('one cell spilled into the next', medium=0.01, heavy=0.03, storm=0.05)
def spilled(context, page, rate):
    """T-C.31: an indicator takes two cells, and the row slides right into the empty remark."""
    if page.table.form != 'T-C.31':
        return
    start = ids(page).index('rkpd_indikator')
    for line in page.first_lines():
        words = line.slots[start].value.split(' ') if line.slots[start] else []
        same = line.row.cells['rkpd_indikator'] == line.row.cells['analisis_indikator']
        if len(words) > 2 and same and line.slots[-1] is None and whole(line) and context.hit(rate):
            cut = context.rng.randrange(1, len(words))
            parts = [Slot(' '.join(words[:cut]), 'rkpd_indikator'), Slot(' '.join(words[cut:]), 'rkpd_indikator')]
            line.slots[start:] = parts + line.slots[start + 1:-1]
            freeze(line)
            context.done['spilled'] += 1


def cut_text(context, text):
    """A text in two: between words, or inside a word that a reader knows."""
    places = tears(context, text)
    if places and context.hit(0.5):
        place = context.rng.choice(places)
        return text[:place], text[place:]
    gaps = [i for i, c in enumerate(text) if c == ' ']
    place = gaps[-1 - context.rng.randrange(min(3, len(gaps)))]
    return text[:place], text[place + 1:]


@damage('row cut by a page break', light=0.01, medium=0.03, heavy=0.06, storm=0.1)
def row_cut(context, page, rate):
    """Texts and now and then an amount go on below, with or without the header between."""
    for line in page.first_lines():
        alone = sum(other.row is line.row for other in page.body()) == 1
        if line.row.tingkat not in ('kegiatan', 'sub_kegiatan', 'program') or not alone or not context.hit(rate):
            continue
        tail = Line('sambungan', [None] * len(line.slots), line.row)
        for place, slot in enumerate(line.slots):
            if slot is None or slot.spoiled or not isinstance(slot.value, str):
                continue
            if slot.column in WRAPPED and slot.value.count(' ') > 3 and '\n' not in slot.value and context.hit(0.6):
                head, rest = cut_text(context, slot.value)
                tail.slots[place] = Slot(rest, slot.column, spoiled=True)
                context.spoil(slot, head, 'row_cut')
            elif slot.column in MONEY[page.table.form] and re.fullmatch(r'[\d.]{9,}', slot.value) and context.hit(0.3):
                cut = context.rng.randrange(3, len(slot.value) - 1)
                text = slot.value.replace('.', ',') if context.hit(0.5) else slot.value
                tail.slots[place] = Slot(text[cut:], slot.column, spoiled=True)
                context.spoil(slot, text[:cut], 'row_cut')
        if any(tail.slots):
            between = page.header() if context.hit(0.3) else []
            place = next(i for i, x in enumerate(page.lines) if x is line) + 1
            page.lines[place:place] = between + [tail]
