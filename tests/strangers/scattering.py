"""One table over many sheets, as converters and scanners leave it."""
from sheets import Sheet

SCATTER = {'undamaged': 0, 'light': 0, 'medium': 0.1, 'heavy': 0.2, 'storm': 0.3}


def scatter(sheets, pages, rng, rate):
    """One table over many sheets, Table 1, Table 2 …, with or without its header on each."""
    if rng.random() >= rate or len(sheets) != len(pages):
        return sheets
    out = []
    for sheet, page in zip(sheets, pages):
        rows, start, pieces = page.first_lines(), 0, []
        for line in rows[8::rng.randint(10, 25)]:
            place = next(i for i, x in enumerate(page.lines) if x is line)
            pieces.append(page.lines[start:place])
            start = place
        pieces.append(page.lines[start:])
        header = page.header() if rng.random() < 0.6 else []
        out += [Sheet('', piece if i == 0 else [h.copy() for h in header] + piece, sheet.widths)
                for i, piece in enumerate(pieces) if piece]
    for number, sheet in enumerate(out, 1):
        sheet.name = f'Table {number}'
    return out
