"""What is printed: slots in lines, lines on pages, pages on sheets; and the workbook file that holds them."""
import datetime
from dataclasses import dataclass, field

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

HEADER = ('kepala', 'nomor')


@dataclass
class Slot:
    """One printed cell: its value, the column that it belongs to, and which part of a split code it is."""
    value: object
    column: str = ''
    part: int = 0
    format: str | None = None
    spoiled: bool = False


@dataclass
class Line:
    """One physical line. `kind`: judul, kepala, nomor, isi, sambungan, hias, catatan, kosong; `moved`: its cells slid."""
    kind: str
    slots: list
    row: object = None
    merges: list = field(default_factory=list)
    moved: bool = False

    def copy(self):
        """A line of its own with slots of its own."""
        return Line(self.kind, [s and Slot(s.value, s.column, s.part, s.format) for s in self.slots], self.row,
                    list(self.merges))


@dataclass
class Page:
    """One printed table with its titles and notes."""
    table: object
    layout: object
    lines: list
    office: object
    widths: list
    places: list

    def body(self):
        """Lines that hold rows of the table."""
        return [line for line in self.lines if line.kind in ('isi', 'sambungan')]

    def slots(self, *columns):
        """Every filled slot of some columns: (line, place, slot)."""
        for line in self.body():
            for place, slot in enumerate(line.slots):
                if slot is not None and slot.value not in (None, '') and slot.column in columns:
                    yield line, place, slot

    def first_lines(self):
        """The first line of each row."""
        return [line for line in self.lines if line.kind == 'isi']

    def header(self):
        """A copy of the header lines, as a page break repeats them."""
        start = next(i for i, line in enumerate(self.lines) if line.kind in HEADER)
        out = []
        for line in self.lines[start:]:
            if line.kind not in HEADER:
                break
            out.append(line.copy())
        return out

    def insert_before(self, line, new):
        """Puts lines before a line."""
        place = next(i for i, other in enumerate(self.lines) if other is line)
        self.lines[place:place] = new


@dataclass
class Sheet:
    """A sheet of the workbook."""
    name: str
    lines: list
    widths: list


def lines_of_text(kind, texts, width):
    """One merged line a text."""
    return [Line(kind, [Slot(t)] + [None] * (width - 1), merges=[(0, width - 1, 1)]) for t in texts]




def formula(slots, addresses):
    """The sum of some slots, in the words of a spreadsheet; its value if a slot went to another sheet."""
    if not all(id(s) in addresses for s in slots):
        return sum(s.value for s in slots)
    return f"=SUM({','.join(addresses[id(s)] for s in slots)})"


def fill(sheet, row, line, addresses):
    """Writes one line into a worksheet."""
    for place, slot in enumerate(line.slots):
        if slot is None or slot.value in (None, ''):
            continue
        cell = sheet.cell(row=row, column=place + 1)
        cell.value = formula(slot.value, addresses) if slot.format == 'formula' else slot.value
        if isinstance(slot.value, str):
            cell.data_type = 'e' if slot.format == 'error' else 's'
        elif slot.format not in (None, 'formula', 'error'):
            cell.number_format = slot.format
        elif isinstance(slot.value, datetime.time):
            cell.number_format = 'h:mm'
        cell.alignment = Alignment(wrap_text=True, vertical='top')
        if line.kind in HEADER or line.kind == 'judul' or (line.row and line.row.tingkat in ('program', 'jumlah')):
            cell.font = Font(bold=True)


def save(sheets, path):
    """The workbook of these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    stamp = datetime.datetime(2020, 1, 1)
    book.properties.created = book.properties.modified = stamp
    for sheet in sheets:
        out = book.create_sheet(sheet.name)
        for place, width in enumerate(sheet.widths):
            out.column_dimensions[get_column_letter(place + 1)].width = width
        addresses = {id(slot): f'{get_column_letter(place + 1)}{number}' for number, line in enumerate(sheet.lines, 1)
                     for place, slot in enumerate(line.slots) if slot is not None}
        for number, line in enumerate(sheet.lines, 1):
            fill(out, number, line, addresses)
            for first, last, depth in line.merges:
                if last > first or depth > 1:
                    out.merge_cells(start_row=number, end_row=number + depth - 1, start_column=first + 1,
                                    end_column=last + 1)
    book.save(path)
