"""Damages at the edges of cells and pages: what bleeds over, is printed over, or is cut by a page break."""
import re

from damage import damage
from sheets import Line, Slot
from tables import MONEY
from tearing import known, tears

WRAPPED = ('indikator', 'uraian', 'lokasi', 'keluaran', 'hasil', 'capaian_program', 'sumber_dana', 'rkpd_uraian',
           'rkpd_indikator', 'analisis_uraian', 'analisis_indikator')


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
        if line.row.tingkat not in ('kegiatan', 'sub_kegiatan', 'program') or line.moved or not alone or not context.hit(rate):
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
