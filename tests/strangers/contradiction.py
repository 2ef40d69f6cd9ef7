"""Contradictions of the source: they are the office's own, so the truth is what is printed."""
from damage import damage
from provable import Laws, families
from tables import MONEY, PERCENT, percent
from wording import decimal, group


@damage('a program that leaves out one kegiatan, as a SUM range one row short does', medium=0.1, heavy=0.2, storm=0.4)
def range_one_short(context, page, rate):
    """A contradiction of the source in T-C.29: the truth is what is printed, up to the bidang."""
    if page.table.form == 'T-C.29' and page.table.facts['rupiah'] and context.hit(rate):
        leave_out(context, page)


def leave_out(context, page):
    """One program of T-C.29 forgets a kegiatan, and all rows above believe it."""
    rows, own = page.table.rows, ('target_renstra', 'realisasi_lampau', 'target_lalu', 'realisasi_lalu', 'target_berjalan')
    grown = [f for f in families(rows) if rows[f[0]].tingkat == 'program' and len(f[1]) > 1]
    if not grown:
        return
    parent, children = context.rng.choice(grown)
    lost = rows[context.rng.choice(children)]
    changed = [rows[parent]] + [rows[f[0]] for f in families(rows)
                                if rows[f[0]].tingkat == 'bidang_urusan' and parent in f[1]]
    for row in changed:
        for column in own:
            if row.cells[column]:
                row.cells[column] = str(int(row.cells[column]) - int(lost.cells[column] or 0))
        value = {c: int(row.cells[c] or 0) for c in own}
        reached = value['realisasi_lampau'] + value['realisasi_lalu'] + value['target_berjalan']
        if row.cells['capaian_berjalan']:
            row.cells['capaian_berjalan'] = str(reached)
            row.cells['tingkat_capaian'] = percent(reached, value['target_renstra'])
        row.cells['tingkat_realisasi'] = percent(value['realisasi_lalu'], value['target_lalu'])
    reprint(page, changed)
    context.laws = Laws(context.pages)
    context.done['range_one_short'] += 1


def reprint(page, rows):
    """Prints the amounts of some rows again."""
    for line, place, slot in page.slots(*MONEY['T-C.29'], *PERCENT):
        if any(line.row is r for r in rows):
            text = line.row.cells[slot.column]
            if not text:
                line.slots[place] = None
            elif slot.column in PERCENT:
                slot.value = float(text) if isinstance(slot.value, float) else decimal(float(text))
            else:
                slot.value = int(text) if isinstance(slot.value, int) else group(int(text))
