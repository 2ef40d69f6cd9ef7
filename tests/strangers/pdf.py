"""Level pdf: a correct workbook in narrow columns is printed, and what a table extractor reads back is judged.

The damage is nobody's design: words break where the column ends, numbers where they do not fit.
"""
import math
import re
import shutil
import subprocess

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

from codification import known_words, words_of
from sheets import HEADER

NARROW = 0.55
SMALL = 6
LETTERS_A_UNIT = 1.3
LINE_HEIGHT = 8.5
# How many small letters stand where one of the usual size does.
LETTERS = 1.3


def missing():
    """What this level needs and does not find."""
    found = []
    if not shutil.which('soffice'):
        found.append('libreoffice')
    try:
        import pdfplumber  # noqa: F401
    except ImportError:
        found.append('pdfplumber')
    return found


def draw(sheets, path):
    """The workbook as it goes to the printer: text only, ruled, narrow, wide pages."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    line = Side(style='thin')
    for sheet in sheets:
        out = book.create_sheet(sheet.name)
        out.page_setup.orientation, out.page_setup.paperSize = 'landscape', 8
        out.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
        out.page_setup.fitToHeight = 0
        for place, width in enumerate(sheet.widths):
            out.column_dimensions[openpyxl.utils.get_column_letter(place + 1)].width = max(3, width * NARROW)
        for number, row in enumerate(sheet.lines, 1):
            out.row_dimensions[number].height = LINE_HEIGHT * depth_of(row, sheet.widths)
            for place, slot in enumerate(row.slots):
                cell = out.cell(row=number, column=place + 1)
                ruled = row.kind in (*HEADER, 'isi', 'sambungan')
                cell.font, cell.alignment = Font(size=SMALL), Alignment(wrap_text=ruled, vertical='top')
                if ruled:
                    cell.border = Border(line, line, line, line)
                if slot is not None and slot.value is not None:
                    cell.value = printed(slot)
            out.row_dimensions[number].height = height(row, sheet.widths)
            for first, last, depth in row.merges:
                if last > first or depth > 1:
                    out.merge_cells(start_row=number, end_row=number + depth - 1, start_column=first + 1,
                                    end_column=last + 1)
    book.save(path)


def height(row, widths):
    """Points for the lines of the fullest cell, so that none is printed over another; a merged cell has more room."""
    lines = 1
    for place, slot in enumerate(row.slots):
        span = max((last - first + 1 for first, last, _ in row.merges if first == place), default=1)
        room = max(3, sum(widths[place:place + span]) * NARROW) * LETTERS
        if slot is not None and isinstance(slot.value, str):
            lines = max(lines, sum(math.ceil((len(part) + 6) / room) for part in slot.value.split('\n')))
    return (lines + 1) * SMALL * 1.3


def depth_of(row, widths):
    """How many printed lines a line of the table takes: enough for its longest cell."""
    depth = 1
    for slot, width in zip(row.slots, widths):
        if slot is not None and slot.value is not None and row.kind in (*HEADER, 'isi', 'sambungan'):
            letters = max(2, int(max(3, width * NARROW) * LETTERS_A_UNIT))
            depth = max(depth, sum(2 + len(part) // letters for part in printed(slot).split('\n')))
    return depth


def printed(slot):
    """What a number looks like on paper."""
    if isinstance(slot.value, float):
        return f'{slot.value:.2f}'.replace('.', ',')
    if isinstance(slot.value, int):
        return f'{slot.value:,}'.replace(',', '.')
    return str(slot.value)


def read_back(pdf, path):
    """Every table of every page of the PDF, a sheet each; text between tables keeps its lines."""
    import pdfplumber
    book = openpyxl.Workbook()
    book.remove(book.active)
    with pdfplumber.open(pdf) as pages:
        for number, page in enumerate(pages.pages, 1):
            out = book.create_sheet(f'Table {number}')
            bottom = 0
            for table in sorted(page.find_tables(), key=lambda t: t.bbox[1]):
                for text in lines_between(page, bottom, table.bbox[1]):
                    out.append([text])
                for row in table.extract():
                    out.append([cell or None for cell in row])
                bottom = table.bbox[3]
            for text in lines_between(page, bottom, page.height):
                out.append([text])
    book.save(path)


def lines_between(page, top, bottom):
    """The lines of text between two heights of a page."""
    if bottom - top < 1:
        return []
    return [line for line in (page.crop((0, top, page.width, bottom)).extract_text() or '').split('\n') if line]


def through_paper(sheets, pages, workbook):
    """Writes what comes back from paper into the workbook's path; the pages lose what paper destroyed."""
    folder = workbook.parent / f'{workbook.stem}-paper'
    folder.mkdir(exist_ok=True)
    drawn = folder / 'drawn.xlsx'
    draw(sheets, drawn)
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/profile', '--convert-to', 'pdf',
                    '--outdir', folder, drawn], check=True, capture_output=True, timeout=300)
    read_back(folder / 'drawn.pdf', workbook)
    shutil.rmtree(folder)
    spare(pages, workbook)


def spare(pages, workbook):
    """Takes texts out of the truth that paper tore and no vocabulary can mend: words that stand nowhere whole."""
    book = openpyxl.load_workbook(workbook, read_only=True)
    texts = [str(v) for s in book for row in s.iter_rows(values_only=True) for v in row if v is not None]
    whole = {w for t in texts for w in words_of(t)} | known_words()
    cells = {re.sub(r'\s+', ' ', t).strip() for t in texts}
    for page in pages:
        for row in page.table.rows:
            for column, text in list(row.cells.items()):
                torn = re.search('[A-Za-z]', text) and re.sub(r'\s+', ' ', text) not in cells
                if torn and not all(w in whole for w in words_of(text)):
                    del row.cells[column]
