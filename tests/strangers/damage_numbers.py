"""Damages of amounts and percents."""
import re

from damage import damage
from provable import families
from sheets import Slot
from tables import MONEY, PERCENT
from wording import decimal, group

OVERFLOW = 2 ** 31 - 1
MANY = 99


def amounts(page, steady=False):
    """Unspoiled whole amounts in rupiah: (line, slot, true amount); if steady, only where no cell has slid."""
    for line, _, slot in page.slots(*MONEY[page.table.form]):
        text = line.row.cells.get(slot.column, '')
        if not slot.spoiled and not (steady and line.moved) and text.isdigit() and re.fullmatch(r'[\d.]+', str(slot.value)):
            yield line, slot, int(text)


def percents(page):
    """Unspoiled percents of T-C.29."""
    for line, _, slot in page.slots(*PERCENT):
        if not slot.spoiled:
            yield line, slot, float(line.row.cells[slot.column])


def english(number):
    """1,234,567."""
    return f'{number:,}'


@damage('five styles of numbers', light=0.4, medium=0.4, heavy=0.5, storm=0.6)
def style_of_page(context, page, rate):
    """The whole table in a style of its own."""
    if not context.hit(rate):
        return
    style = context.rng.choice(['1.234.567,00', '1,234,567.00', 'Rp 1.234.567', '1 234 567', '1234567'])
    for _, slot, number in list(amounts(page)):
        text = {'1.234.567,00': decimal(number), '1,234,567.00': f'{number:,.2f}', 'Rp 1.234.567': f'Rp {group(number)}',
                '1 234 567': f'{number:,}'.replace(',', ' '), '1234567': str(number)}[style]
        if number >= 1000 and context.hit(0.9):
            context.spoil(slot, text, 'style_of_page')
    if style == '1,234,567.00':
        for _, slot, number in list(percents(page)):
            context.spoil(slot, f'{number:,.2f}', 'style_of_page')


@damage('a formula without a cached value', medium=0.05, heavy=0.08, storm=0.15)
def formula_without_value(context, page, rate):
    """A parent as the sum of its children's cells, never computed."""
    if page.table.form not in ('T-C.33', 'T-C.29'):
        return
    cells = {(id(line.row), slot.column): slot for line, slot, _ in amounts(page, steady=True) if isinstance(slot.value, int)}
    for parent, children in families(page.table.rows):
        for column in MONEY[page.table.form]:
            rows = [page.table.rows[i] for i in (parent, *children)]
            slots = [cells.get((id(r), column)) for r in rows]
            true = [int(r.cells[column] or 0) for r in rows]
            if all(slots) and not any(s.spoiled for s in slots) and true[0] == sum(true[1:]) and context.hit(rate):
                for slot in slots[1:]:
                    slot.spoiled = True
                context.spoil(slots[0], slots[1:], 'formula_without_value', 'formula')


@damage('two digits swapped in one copy', medium=0.004, heavy=0.008, storm=0.015)
def digits_swapped(context, page, rate):
    """Two neighbouring digits change places."""
    for line, slot, number in list(amounts(page, steady=True)):
        digits = list(str(number))
        places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and (i or digits[1] != '0')]
        if places and number > 99999 and context.hit(rate) and context.claim(page, line.row, slot.column):
            i = context.rng.choice(places)
            digits[i], digits[i + 1] = digits[i + 1], digits[i]
            context.spoil(slot, group(int(''.join(digits))), 'digits_swapped')


@damage('one digit wrong in one copy', heavy=0.006, storm=0.012)
def digit_wrong(context, page, rate):
    """One digit becomes another."""
    for line, slot, number in list(amounts(page, steady=True)):
        if number > 99999 and context.hit(rate) and context.claim(page, line.row, slot.column):
            digits = list(str(number))
            i = context.rng.randrange(1, len(digits))
            digits[i] = str((int(digits[i]) + context.rng.randint(1, 9)) % 10)
            context.spoil(slot, group(int(''.join(digits))), 'digit_wrong')


@damage('a group of three lost', medium=0.003, heavy=0.006, storm=0.012)
def group_lost(context, page, rate):
    """A middle group of three falls out."""
    for line, slot, number in list(amounts(page, steady=True)):
        groups = group(number).split('.')
        if len(groups) > 2 and context.hit(rate) and context.claim(page, line.row, slot.column):
            del groups[context.rng.randrange(1, len(groups) - 1)]
            context.spoil(slot, '.'.join(groups), 'group_lost')


@damage('stored 1000 times too small', medium=0.003, heavy=0.006, storm=0.012)
def thousand_fold(context, page, rate):
    """500.000, read by an English Excel as 500."""
    for line, slot, number in list(amounts(page, steady=True)):
        if number and number % 1000 == 0 and context.hit(rate) and context.claim(page, line.row, slot.column):
            context.spoil(slot, number // 1000, 'thousand_fold', 'General')


@damage('blank', medium=0.004, heavy=0.01, storm=0.02)
def amount_blank(context, page, rate):
    """An amount is not there."""
    for line, slot, number in list(amounts(page, steady=True)):
        if number and context.hit(rate) and context.claim(page, line.row, slot.column):
            context.spoil(slot, None, 'amount_blank')


@damage('integer overflow', heavy=0.01, storm=0.03)
def overflow(context, page, rate):
    """The largest number of 32 bits instead of a larger one: what was lost may always be asked about."""
    for line, slot, number in list(amounts(page, steady=True)):
        if number > OVERFLOW and context.hit(rate) and context.claim(page, line.row, slot.column, MANY):
            context.spoil(slot, OVERFLOW, 'overflow', 'General')


@damage('O for 0, l for 1', light=0.004, medium=0.01, heavy=0.02, storm=0.03)
def look_alike(context, page, rate):
    """Letters that look like digits."""
    for line, slot, number in list(amounts(page, steady=True)):
        text = group(number)
        if number > 99999 and re.search('[01]', text) and context.hit(rate) \
                and context.claim(page, line.row, slot.column, enough=1):
            context.spoil(slot, mistaken(context.rng, text), 'look_alike')


def mistaken(rng, text):
    """One digit, all noughts, or all noughts and ones as letters."""
    kind = rng.choice(['one', 'noughts', 'all'])
    if kind == 'one' or '0' not in text:
        place = rng.choice([i for i, c in enumerate(text) if c in '01'])
        return text[:place] + ('O' if text[place] == '0' else rng.choice('lI')) + text[place + 1:]
    text = text.replace('0', 'O')
    return text.replace('1', rng.choice('lI')) if kind == 'all' else text


@damage('space inside', light=0.06, medium=0.12, heavy=0.25, storm=0.4)
def space_inside(context, page, rate):
    """240.466,0 00: a narrow column breaks the number."""
    for _, slot, number in list(amounts(page)):
        if number > 9999 and context.hit(rate):
            text = context.rng.choice([group, english])(number)
            place = context.rng.randrange(1, len(text))
            context.spoil(slot, text[:place] + context.rng.choice([' ', ' ', '\n']) + text[place:], 'space_inside')


@damage('both separators in one table', light=0.03, medium=0.06, heavy=0.1, storm=0.15)
def both_separators(context, page, rate):
    """Commas between thousands among points."""
    for _, slot, number in list(amounts(page)):
        if number > 999999 and context.hit(rate):
            context.spoil(slot, english(number), 'both_separators')
    for _, slot, number in list(percents(page)):
        if context.hit(rate):
            context.spoil(slot, f'{number:,.2f}', 'both_separators')


@damage('currency dress', light=0.02, medium=0.04, heavy=0.08, storm=0.12)
def currency_dress(context, page, rate):
    """Rp. 6.199.652.352,-"""
    for _, slot, number in list(amounts(page)):
        if number > 999 and context.hit(rate):
            dress = context.rng.choice(['Rp. {},-', 'Rp{},00', 'Rp {}', 'Rp.{}', '{},-'])
            context.spoil(slot, dress.format(group(number)), 'currency_dress')


@damage('percent as a fraction', medium=0.03, heavy=0.06, storm=0.12)
def percent_as_fraction(context, page, rate):
    """0.957 in a format of percents."""
    for _, slot, number in list(percents(page)):
        if context.hit(rate):
            context.spoil(slot, round(number / 100, 6), 'percent_as_fraction', '0.00%')
    for line, _, slot in page.slots(*(f'target_{i}' for i in range(1, 5))):
        whole = re.fullmatch(r'(\d+) %', str(slot.value))
        if page.table.form == 'T-C.30' and whole and not slot.spoiled and context.hit(rate):
            context.spoil(slot, int(whole[1]) / 100, 'percent_as_fraction', '0%')


@damage('percent sign where none belongs', light=0.03, medium=0.05, heavy=0.08, storm=0.1)
def percent_sign(context, page, rate):
    """95,70 % in a column of percents."""
    for _, slot, number in list(percents(page)):
        if context.hit(rate):
            context.spoil(slot, decimal(number) + context.rng.choice(['%', ' %']), 'percent_sign')


@damage('dash, N/A', light=0.3, medium=0.4, heavy=0.5, storm=0.7)
def dash(context, page, rate):
    """A dash where there is nothing."""
    for line in page.first_lines():
        for place, (column, _) in enumerate(page.places):
            nothing = line.slots[place] is None and column.id in MONEY[page.table.form]
            family = page.table.form == 'T-C.29' or line.row.tingkat == 'sub_kegiatan'
            if nothing and family and not line.moved and line.row.tingkat in ('program', 'kegiatan', 'sub_kegiatan') and context.hit(rate):
                line.slots[place] = Slot(context.rng.choice(['-', '-', '–', 'N/A']), column.id, spoiled=True)
                context.done['dash'] += 1


@damage('Excel error', light=0.3, medium=0.5, heavy=0.7, storm=0.9)
def excel_error(context, page, rate):
    """#DIV/0! where nothing divides."""
    for line in page.first_lines():
        for place, (column, _) in enumerate(page.places):
            empty = column.id == 'tingkat_realisasi' and line.slots[place] is None
            if empty and line.row.cells['target_lalu'] == '0' and context.hit(rate):
                line.slots[place] = Slot('#DIV/0!', column.id, format='error', spoiled=True)
                context.done['excel_error'] += 1
