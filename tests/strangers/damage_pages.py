"""Damages of pages and sheets: headers, lines that are no rows, tables over many sheets."""
from damage import damage
from sheets import HEADER, Line, Slot
from wording import group


@damage('header repeated per page, number row, rule rows, jumlah halaman ini', light=0.01, medium=0.03, heavy=0.05,
        storm=0.08)
def between_rows(context, page, rate):
    """Lines that are no rows."""
    for line in page.first_lines()[1:]:
        if not context.hit(rate):
            continue
        width, kind = len(line.slots), context.rng.randrange(4)
        extra = Line('hias', [None] * width)
        if kind == 0:
            new = page.header()
        elif kind == 1:
            new = [x.copy() for x in page.lines if x.kind == 'nomor'][:1]
        elif kind == 2:
            extra.slots = [Slot('-' * 8) for _ in range(width)]
            new = [extra]
        else:
            extra.slots[0] = Slot('Jumlah halaman ini')
            extra.slots[-1] = Slot(group(context.rng.randint(10 ** 6, 10 ** 10)))
            new = [extra]
        page.insert_before(line, new)
        context.done['between_rows'] += 1


@damage('header cells split, merged, shifted', light=0.1, medium=0.3, heavy=0.6, storm=1.0)
def header_torn(context, page, rate):
    """Catat an Penti ng; now and then no merges, or cells of several columns run together."""
    if not context.hit(rate):
        return
    for line in page.lines:
        if line.kind == 'kepala':
            if context.hit(0.3):
                line.merges = []
            for slot in line.slots:
                if slot is not None and len(slot.value) > 4 and context.hit(0.4):
                    place = context.rng.randrange(2, len(slot.value) - 1)
                    slot.value = slot.value[:place] + context.rng.choice([' ', '\n']) + slot.value[place:]
    context.done['header_torn'] += 1


@damage('header one column off its body', medium=0.03, heavy=0.08, storm=0.15)
def header_shifted(context, page, rate):
    """Where a code takes several columns, the header right of it stands one column to the left."""
    code = sum(c.id == 'kode' for c, _ in page.places)
    if code < 2 or not context.hit(rate):
        return
    for line in page.lines:
        if line.kind in HEADER:
            line.slots[code - 1:] = line.slots[code:] + [None]
            line.merges = []
    context.done['header_shifted'] += 1


@damage('blocks between page breaks share a shift', heavy=0.1, storm=0.25)
def block_shifted(context, page, rate):
    """From a page break on, header and rows stand one column to the right of an empty one."""
    lines = page.first_lines()
    if len(lines) < 12 or not context.hit(rate):
        return
    line = context.rng.choice(lines[5:-5])
    page.insert_before(line, page.header())
    start = next(i for i, x in enumerate(page.lines) if x is line) - len(page.header())
    gap = next((i for i, (c, _) in enumerate(page.places) if c.id in ('lokasi', 'rkpd_lokasi', 'target_renstra')), 1)
    for moved in page.lines[start:]:
        if moved.kind in (*HEADER, 'isi', 'sambungan'):
            moved.slots = moved.slots[:gap] + [None] + moved.slots[gap:]
            moved.merges = []
    page.widths.append(14)
    context.done['block_shifted'] += 1
