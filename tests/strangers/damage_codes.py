"""Damages of codes. A code is spoiled only where its row's official name still says what it was."""
import datetime
from difflib import SequenceMatcher

from codification import edition
from damage import damage

NAMED = ('program', 'kegiatan', 'sub_kegiatan')


def coded(page):
    """Rows with a code and a whole name: (line, code slots)."""
    for line in page.first_lines():
        slots = [s for s in line.slots if s is not None and s.column == 'kode']
        names = [s for s in line.slots if s is not None and s.column == 'uraian']
        whole = names and not any(s.spoiled for s in slots + names)
        if slots and whole and line.row.tingkat in (*NAMED, 'bidang_urusan'):
            yield line, slots, names[0]


def own_edition(office):
    """The edition that an office follows."""
    return edition(office.edition, office.pemda)


@damage('name differs from the codification', light=0.02, medium=0.05, heavy=0.1, storm=0.15)
def name_slips(context, page, rate):
    """A letter lost or doubled in a name that no sister resembles."""
    for line in page.first_lines():
        for slot in line.slots:
            if slot is None or slot.column not in ('uraian', 'rkpd_uraian') or line.row.tingkat not in NAMED:
                continue
            if slot.spoiled or len(slot.value) < 20 or not context.hit(rate) or resembles(page.office, line.row):
                continue
            place = context.rng.choice([i for i, c in enumerate(slot.value) if c.isalpha()])
            text = slot.value[:place] + context.rng.choice(['', slot.value[place] * 2]) + slot.value[place + 1:]
            context.spoil(slot, text, 'name_slips')


def resembles(office, row):
    """Whether a sister's name is so near that a slip could mean her."""
    parent = '.'.join(row.kode.split('.')[:{'program': 2, 'kegiatan': 3, 'sub_kegiatan': 5}[row.tingkat]])
    own = own_edition(office)
    return any(e.kode != row.kode and SequenceMatcher(None, e.nama.lower(), name_of(row).lower()).quick_ratio() > 0.9
               for e in own.children(parent))


@damage('digits split', light=0.08, medium=0.2, heavy=0.35, storm=0.5)
def code_split(context, page, rate):
    """1 7, 0 1, 2. 02."""
    for _, slots, _ in coded(page):
        if context.hit(rate):
            for slot in slots:
                text = str(slot.value)
                if len(text) > 1:
                    place = 2 if '.' in text[:2] and len(text) < 6 else context.rng.randrange(1, len(text))
                    context.spoil(slot, text[:place] + ' ' + text[place:], 'code_split')


@damage('second line of a wrapped code lost', medium=0.06, heavy=0.12, storm=0.2)
def code_tail_lost(context, page, rate):
    """2, 1, 0, 2., 0."""
    for _, slots, _ in coded(page):
        if context.hit(rate):
            for slot in slots:
                text = str(slot.value)
                kept = text[:2] if '.' in text else text[:max(1, len(text) // 2)]
                context.spoil(slot, kept if len(slots) > 1 else text[:-1], 'code_tail_lost')


@damage('code kept as number, rounded or stripped', light=0.06, medium=0.1, heavy=0.15, storm=0.2)
def code_as_number(context, page, rate):
    """1 for 01; 2, 2.1 or 201 for 2.01 and its like."""
    for _, slots, _ in coded(page):
        if len(slots) > 1 and context.hit(rate):
            for slot in slots:
                text = str(slot.value)
                if text.isdigit():
                    context.spoil(slot, int(text), 'code_as_number', 'General')
                elif text.count('.') == 1:
                    read = context.rng.choice([float(text), text.split('.')[0], text.replace('.', ''),
                                               text.split('.')[0] + ','])
                    context.spoil(slot, read, 'code_as_number', 'General')


@damage('dot read as time or date by Excel', light=0.04, medium=0.08, heavy=0.12, storm=0.2)
def code_as_date(context, page, rate):
    """2.02 as two minutes past two, or as the second of February."""
    for _, slots, _ in coded(page):
        for slot in slots:
            parts = str(slot.value).split('.')
            if len(slots) > 1 and len(parts) == 2 and all(p.isdigit() for p in parts) and context.hit(rate):
                first, second = map(int, parts)
                if 1 <= second <= 12 and first and context.hit(0.4):
                    context.spoil(slot, datetime.datetime(page.office.year, second, first), 'code_as_date', 'd\\.mm')
                elif first < 24 and second < 60:
                    context.spoil(slot, datetime.time(first, second), 'code_as_date', 'h:mm')


@damage('leading parts blank', medium=0.05, heavy=0.1, storm=0.15)
def leading_parts_blank(context, page, rate):
    """The front of a code, which repeats the row above, is left out."""
    for line, slots, _ in coded(page):
        if len(slots) > 3 and line.row.tingkat in ('kegiatan', 'sub_kegiatan') and context.hit(rate):
            for slot in slots[:2]:
                context.spoil(slot, None, 'leading_parts_blank')
            for slot in slots[2:]:
                slot.spoiled = True


@damage('one-cell code: trailing dot, comma, code and name together', light=0.05, medium=0.1, heavy=0.2, storm=0.3)
def one_cell_code(context, page, rate):
    """4.1.01., 4,3., 1.01.02 PROGRAM …"""
    for line, slots, name in coded(page):
        if len(slots) == 1 and not isinstance(slots[0].value, int) and context.hit(rate):
            code, kind = slots[0].value, context.rng.randrange(4)
            if kind == 0:
                context.spoil(slots[0], code + '.', 'one_cell_code')
            elif kind == 1:
                context.spoil(slots[0], code.replace('.', ','), 'one_cell_code')
            elif kind == 2:
                context.spoil(slots[0], '.'.join(p.lstrip('0') or '0' for p in code.split('.')), 'one_cell_code')
            else:
                context.spoil(name, f'{code} {name.value}', 'one_cell_code')
                context.spoil(slots[0], None, 'one_cell_code')


@damage('two- or four-digit sub code', light=0.02, medium=0.04, heavy=0.08, storm=0.1)
def other_edition(context, page, rate):
    """A sub kegiatan of the four-digit edition, numbered with two."""
    for line, slots, _ in coded(page):
        number = line.row.kode.split('.')[-1]
        if line.row.tingkat == 'sub_kegiatan' and number.startswith('00') and context.hit(rate):
            context.spoil(slots[-1], str(slots[-1].value)[:-4] + number[2:], 'other_edition')


def name_of(row):
    """The row's true name."""
    return row.cells.get('uraian') or row.cells['rkpd_uraian']
