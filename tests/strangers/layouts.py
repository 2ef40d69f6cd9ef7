"""From true tables to printed pages: which columns stand where, how codes and amounts are printed, what surrounds them."""
import random

import headers
import tables
import wording
from sheets import Line, Page, Sheet, Slot, lines_of_text

CODE_STYLES = {'T-C.29': (6, 6, 5, 4, 1), 'permendagri': (6, 5, 1), 'sipd': (5,), 'sipd-ri': (1,)}
LISTS = ('indikator', 'target', 'maju_target', 'target_renstra', 'realisasi_lalu', 'prakiraan_berjalan')


def code_parts(kode, style):
    """A code as a layout parts it."""
    parts = kode.split('.')
    if style == 1:
        return [kode]
    if style == 4:
        parts = ['.'.join(parts[:2])] + parts[2:]
    joined = parts[:]
    if style in (4, 5):
        cut = 2 if style == 4 else 3
        joined = parts[:cut] + (['.'.join(parts[cut:cut + 2])] if len(parts) > cut else []) + parts[cut + 2:]
    return joined


class Printer:
    """Prints one true table."""

    def __init__(self, office, table, design, rng):
        self.office, self.table, self.design, self.rng = office, table, design, rng
        self.style = rng.choice(CODE_STYLES.get(design.layout or design.form, (1,)))
        self.typed = rng.random() < 0.4
        self.spread = rng.choice(['cell', 'cell', 'lines']) if design.layout in ('permendagri', 'sipd-ri') else 'cell'
        if design.layout == 'sipd-ri' and rng.random() < 0.3:
            self.spread = 'name row'
        self.kodefikasi = design.layout == 'sipd' and rng.random() < 0.25
        self.facts = headers.years(office.year, opd=rng.choice(['Perangkat Daerah'] * 3 + ['SKPD', 'OPD']),
                                   unit=self.unit())
        self.places = self.lay()

    def unit(self):
        """The unit that the header of T-C.31 names."""
        if self.table.facts.get('thousands'):
            return 'Rp.000'
        return self.rng.choice(['Rp.000', 'Rp', 'Rp.'])

    def lay(self):
        """(column, part) of every printed column."""
        out = []
        for column in self.design.columns:
            out += [(column, part) for part in range(self.style if column.id == 'kode' else 1)]
        if self.kodefikasi:
            out.append((headers.Column('kodefikasi', ('KODEFIKASI',), 18), 0))
        return out

    def page(self):
        """The whole page."""
        width = len(self.places)
        lines = lines_of_text('judul', self.titles(), width)
        if self.rng.random() < 0.5:
            lines.append(Line('kosong', [None] * width))
        header = self.header()
        lines += header
        body = [line for number, row in enumerate(self.table.rows, 1) for line in self.row(row, number)]
        lines += self.paged(body, header, width) if self.rng.random() < 0.25 else body
        lines += self.foot(width)
        return Page(self.table, self.design, lines, self.office, [c.width for c, _ in self.places],
                    list(self.places))

    def titles(self):
        """The lines above the table."""
        name = headers.worded(self.rng.choice(self.design.titles), self.facts)
        region, opd = self.office.geography.region, self.office.name
        table, *forms = headers.FIELD_TITLES[self.design.form]
        official = [f'Tabel {self.design.form}.', name, region, f"Nama {self.facts['opd']} : {opd}"]
        return self.rng.choice([official, official, [table, name, opd, self.rng.choice(forms)],
                                [f'{table} {name}', opd, region], [name.upper(), opd, region]])

    def header(self):
        """Header lines with their merges, and the number row."""
        paths = [[headers.worded(h, self.facts) for h in c.header] for c, _ in self.places]
        depth = max(map(len, paths))
        lines = [Line('kepala', [None] * len(paths)) for _ in range(depth)]
        for level in range(depth):
            start = 0
            for place in range(1, len(paths) + 1):
                same = place < len(paths) and paths[place][:level + 1] == paths[start][:level + 1]
                if same:
                    continue
                if level < len(paths[start]):
                    lines[level].slots[start] = Slot(paths[start][level])
                    last = level == len(paths[start]) - 1
                    lines[level].merges.append((start, place - 1, depth - level if last else 1))
                start = place
        if self.design.number_row and self.rng.random() < 0.85:
            lines.append(self.number_row())
        return lines

    def number_row(self):
        """1, 2, 3 … below the header."""
        line, number = Line('nomor', [None] * len(self.places)), 0
        for place, (column, part) in enumerate(self.places):
            if part == 0:
                text = headers.NUMBERS_29[number] if self.design.form == 'T-C.29' else str(number + 1)
                line.slots[place] = Slot(text)
                if column.id == 'kode':
                    line.merges.append((place, place + self.style - 1, 1))
                number += 1
        return line

    def row(self, row, number):
        """The lines of one row: one, or one an indicator."""
        count = 1
        if self.spread != 'cell':
            count = max(len(row.cells.get(c, '').split('\n')) for c in LISTS)
        named = self.spread == 'name row' and row.tingkat == 'sub_kegiatan'
        lines = [Line('isi' if i == 0 else 'sambungan', [None] * len(self.places), row) for i in range(count + named)]
        for place, (column, part) in enumerate(self.places):
            value = row.cells.get(column.id, '')
            if column.id in LISTS and self.spread != 'cell':
                for i, item in enumerate(value.split('\n') if value else []):
                    lines[i + named].slots[place] = Slot(item, column.id)
            else:
                slot = self.slot(row, column.id, part, number)
                lines[0].slots[place] = slot
        return lines

    def slot(self, row, column, part, number):
        """One printed cell, or none."""
        if column == 'no':
            return Slot(number if self.typed else str(number), 'no')
        if column == 'kodefikasi':
            return Slot(row.kode, column) if row.kode else None
        if column == 'kode':
            parts = code_parts(row.kode, self.style) if row.kode else []
            if row.tingkat == 'jumlah' and part == 0:
                return Slot(row.cells['uraian'], 'uraian')
            return Slot(parts[part], column, part) if part < len(parts) else None
        value = row.cells[column]
        if value == '' or (column == 'uraian' and row.tingkat == 'jumlah'):
            return None
        if column in tables.MONEY[self.design.form] or column in tables.PERCENT:
            return self.figure(row, column, value)
        return Slot(value, column)

    def figure(self, row, column, value):
        """An amount, a percent or a measure, as text or as a number of Excel."""
        if column in tables.PERCENT:
            number = float(value)
            return Slot(number, column, format='0.00') if self.typed else Slot(wording.decimal(number), column)
        if self.design.form == 'T-C.29' and not self.table.facts['rupiah']:
            return Slot(f'{wording.group(int(value))} {row.unit}', column)
        if self.typed:
            return Slot(int(value), column, format='#,##0')
        return Slot(wording.group(int(value)), column)

    def paged(self, body, header, width):
        """The body in pages of a printer: the header again on each, a page number between them."""
        step, out, heads = self.rng.randint(14, 30), [], 0
        for line in body:
            if line.kind == 'isi':
                heads += 1
                if heads > step:
                    heads = 1
                    mark = Line('hias', [None] * width)
                    mark.slots[width // 2] = Slot(f'Halaman {len(out) // step + 1}')
                    out += ([mark] if self.rng.random() < 0.5 else []) + [h.copy() for h in header]
            out.append(line)
        return out

    def foot(self, width):
        """Notes and a signature, or nothing."""
        if self.rng.random() < 0.5:
            return []
        texts = [f'{wording.place_name(self.rng)}, 12 Januari {self.office.year - 1}', f'Kepala {self.office.name}',
                 'NIP. 19700101 199503 1 001']
        if self.rng.random() < 0.4:
            texts.insert(0, 'Catatan: *) pagu bersifat indikatif')
        blank = Line('kosong', [None] * width)
        return [blank, *(Line('catatan', [None] * (width // 2) + [Slot(t)] + [None] * (width - width // 2 - 1))
                         for t in texts)]


def pages(office, design_of=lambda design: design, change=lambda table: None):
    """The pages of an office's workbook, each printed in its own way; `design_of` and `change` may change how a form is
    printed and what stands in a table."""
    rng = random.Random(f'layout {office.seed}')
    layout = rng.choice(['permendagri', 'sipd'] + (['sipd-ri', 'sipd-ri'] if office.year >= 2024 else []))
    rumusan = tables.t33(office, layout, rng)
    made = [(tables.t29(office, rng), headers.T29), (tables.t30(office, rng), headers.T30),
            (tables.t31(office, rng), headers.T31), (tables.t32(office, rng), headers.T32)]
    made = [m for m in made if m[0].rows and rng.random() < 0.85] + [(rumusan, headers.T33[layout])]
    for table, _ in made:
        change(table)
    out = [Printer(office, table, design_of(design), rng).page() for table, design in made]
    if layout == 'sipd' and rng.random() < 0.3:
        twin = tables.Table('T-C.33', [tables.Row(r.kode, r.tingkat, dict(r.cells)) for r in rumusan.rows], layout)
        out.append(Printer(office, twin, design_of(headers.T33[layout]), rng).page())
    return out


def sheets(printed, office):
    """One sheet a table, or all on one sheet."""
    rng = random.Random(f'sheets {office.seed}')
    if rng.random() < 0.2:
        lines = []
        for page in printed:
            lines += page.lines + [Line('kosong', [None]) for _ in range(rng.randint(1, 3))]
        widest = max(printed, key=lambda p: len(p.widths))
        return [Sheet('Renja', lines, widest.widths)]
    named = rng.random() < 0.6
    return [Sheet(f'{p.table.form} ({i})' if named else f'Sheet{i}', p.lines, p.widths)
            for i, p in enumerate(printed, 1)]
