"""Damages of words. A word is torn or glued only where a reader can know it whole."""
import re

from damage import damage
from tables import MONEY, PERCENT
from tearing import known, tears

NEVER = ('kode', 'no', 'kodefikasi', *PERCENT)


def texts(page):
    """Unspoiled texts of the body: (line, slot)."""
    money = MONEY[page.table.form]
    for line in page.body():
        for slot in line.slots:
            free = slot is not None and not slot.spoiled and isinstance(slot.value, str)
            if free and slot.column not in NEVER and slot.column not in money and line.row.tingkat != 'jumlah':
                yield line, slot


@damage('word split by a narrow column', light=0.03, medium=0.08, heavy=0.15, storm=0.3)
def word_torn(context, page, rate):
    """Kecama tan, or the same with a line break."""
    for _, slot in texts(page):
        if context.hit(rate):
            places = tears(context, slot.value)
            if places:
                place = context.rng.choice(places)
                gap = context.rng.choice([' ', ' ', '\n'])
                context.spoil(slot, slot.value[:place] + gap + slot.value[place:], 'word_torn')


@damage('words glued', light=0.02, medium=0.04, heavy=0.08, storm=0.15)
def words_glued(context, page, rate):
    """danPerlengkapan: only where a capital shows the seam and both words are known."""
    for _, slot in texts(page):
        if not context.hit(rate):
            continue
        seams = [m for m in re.finditer(r'\b([A-Za-z]*[a-z]{3}) ([A-Z][a-z]{3,})\b', slot.value)
                 if known(context, m[1], m[2]) and not known(context, m[1] + m[2])]
        if seams:
            seam = context.rng.choice(seams)
            context.spoil(slot, slot.value[:seam.end(1)] + slot.value[seam.start(2):], 'words_glued')


@damage('invisible characters, double spaces, _x000D_, NBSP', light=0.04, medium=0.06, heavy=0.1, storm=0.15)
def invisible(context, page, rate):
    """What nobody sees between two words."""
    for _, slot in texts(page):
        gaps = [i for i, c in enumerate(slot.value) if c == ' ']
        if gaps and context.hit(rate):
            place = context.rng.choice(gaps)
            unseen = context.rng.choice(['  ', '\u00a0', ' \u200b', '_x000D_\n', '\t', '\u2009'])
            context.spoil(slot, slot.value[:place] + unseen + slot.value[place + 1:], 'invisible')


@damage('typing slips in free text', light=0.01, medium=0.02, heavy=0.03, storm=0.04)
def typing_slip(context, page, rate):
    """Junlah: reported, never rewritten, so the truth has it too. Only in texts that stand once on the page."""
    values = [slot.value for _, slot in texts(page)]
    for line, slot in texts(page):
        own = slot.column in ('indikator', 'keluaran', 'catatan') and values.count(slot.value) == 1 and not line.moved
        if own and line.row.cells[slot.column] == slot.value and context.hit(rate):
            found = [m.start() for m in re.finditer(r'(?<=[a-z])m(?=[a-z])', slot.value)]
            if found:
                place = context.rng.choice(found)
                text = slot.value[:place] + 'n' + slot.value[place + 1:]
                line.row.cells[slot.column] = text
                context.spoil(slot, text, 'typing_slip')


@damage('stacked indicators and targets', light=0.1, medium=0.3, heavy=0.6, storm=1.0)
def stacked(context, page, rate):
    """Several items of one cell run together."""
    for _, slot in texts(page):
        if '\n' in slot.value and context.hit(rate):
            context.spoil(slot, slot.value.replace('\n', ' '), 'stacked')


@damage('decimal comma and decimal point', light=0.1, medium=0.2, heavy=0.3, storm=0.4)
def decimal_point(context, page, rate):
    """5.77 % beside 5,77 %."""
    for _, slot in texts(page):
        if re.search(r'\d,\d{1,2} %', slot.value) and context.hit(rate):
            context.spoil(slot, re.sub(r'(\d),(\d{1,2}) %', r'\1.\2 %', slot.value), 'decimal_point')
