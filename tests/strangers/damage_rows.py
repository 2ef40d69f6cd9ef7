"""Damages that move cells: what slides, falls out, spills over or is stacked."""
from damage import damage
from sheets import Slot
from tables import MONEY


def ids(page):
    """The column of every printed place."""
    return [c.id for c, _ in page.places]


@damage('lettered list in one cell', medium=0.4, heavy=0.6, storm=1.0)
def lettered_list(context, page, rate):
    """Proposals a) b) c) of one kegiatan in one line, with as many places and volumes."""
    if page.table.form != 'T-C.32' or not context.hit(rate):
        return
    groups = []
    for line in page.lines:
        if line.kind == 'isi' and line.row.tingkat == 'usulan':
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
            lines[0].moved = True
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
        if line.slots[gap] is None and telling and context.hit(rate):
            line.slots[gap:] = line.slots[gap + 1:] + [None]
            line.moved = True
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
        if money and line.slots[filled[0]].column == 'pagu' and context.hit(rate):
            slots = [line.slots[i] for i in filled]
            if any(s.format == 'formula' or str(s.value) == '0' for s in slots):
                continue
            for i in filled:
                line.slots[i] = None
            line.slots[filled[0] + context.rng.choice([-2, -1, 0, 1, 2])] = slots[0]
            line.slots[filled[1] - context.rng.choice([0, 1])] = slots[1]
            line.moved = True
            context.done['amounts_anywhere'] += 1


@damage('one cell spilled into the next', medium=0.01, heavy=0.03, storm=0.05)
def spilled(context, page, rate):
    """T-C.31: an indicator takes two cells, and the row slides right into the empty remark."""
    if page.table.form != 'T-C.31':
        return
    start = ids(page).index('rkpd_indikator')
    for line in page.first_lines():
        words = line.slots[start].value.split(' ') if line.slots[start] else []
        same = line.row.cells['rkpd_indikator'] == line.row.cells['analisis_indikator']
        if len(words) > 2 and same and line.slots[-1] is None and context.hit(rate):
            cut = context.rng.randrange(1, len(words))
            parts = [Slot(' '.join(words[:cut]), 'rkpd_indikator'), Slot(' '.join(words[cut:]), 'rkpd_indikator')]
            line.slots[start:] = parts + line.slots[start + 1:-1]
            line.moved = True
            context.done['spilled'] += 1


@damage('column count differs, parts shifted', heavy=0.03, storm=0.06)
def code_shifted(context, page, rate):
    """Six code cells where the table has five: the row slides right until an empty cell takes it up."""
    if page.table.layout != 'sipd':
        return
    gap = ids(page).index('catatan')
    for line in page.first_lines():
        if line.slots[gap] is not None or line.row.tingkat != 'sub_kegiatan' or not context.hit(rate):
            continue
        digits = line.row.kode.split('.')
        codes = [Slot(d[0], 'kode', spoiled=True) for d in digits]
        line.slots[:gap + 1] = codes + line.slots[5:gap]
        line.moved = True
        context.done['code_shifted'] += 1
