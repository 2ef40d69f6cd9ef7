#!/usr/bin/env python3
"""A second reader for written workbooks: python3 second_reader.py WORKBOOK.xlsx…

1. The elements of every sheet stand in the order of ECMA-376 (CT_Worksheet), else Excel offers a repair.
2. LibreOffice recalculates every formula to the value that was written with it.
3. openpyxl reads titles, merges, widths, print setup, validations and names.

Ends with 1 if anything is wrong. Needs openpyxl; without soffice the second check is left out and says so.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

import openpyxl

ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr
conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks
colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture
oleObjects controls webPublishItems tableParts extLst""".split()


def element_order(path):
    wrong = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels", ".vml")):
                continue
            root = ET.fromstring(archive.read(name))
            if not name.startswith("xl/worksheets/sheet"):
                continue
            tags = [child.tag.rsplit("}", 1)[1] for child in root]
            unknown = [tag for tag in tags if tag not in ORDER]
            places = [ORDER.index(tag) for tag in tags if tag in ORDER]
            if unknown or places != sorted(places):
                wrong.append(f"{name}: {tags}")
            single = [tag for tag in set(tags) if tag != "conditionalFormatting" and tags.count(tag) > 1]
            if single:
                wrong.append(f"{name}: more than one {single}")
    return wrong


def recalculated(path):
    """The path of a copy that LibreOffice has calculated anew: through a format without cached results."""
    folder = tempfile.mkdtemp()
    # Without the cached values nothing but a calculation can bring them back.
    bare = pathlib.Path(folder) / "bare.xlsx"
    book = openpyxl.load_workbook(path)
    book.save(bare)
    out = pathlib.Path(folder) / "out"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(bare)],
        check=True, capture_output=True, timeout=240,
    )
    return out / "bare.xlsx"


def cached_values(path):
    formulas = openpyxl.load_workbook(path)
    cached = openpyxl.load_workbook(path, data_only=True)
    fresh = openpyxl.load_workbook(recalculated(path), data_only=True)
    wrong, count = [], 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                old = cached[sheet.title][cell.coordinate].value
                new = fresh[sheet.title][cell.coordinate].value
                both = isinstance(old, (int, float)) and isinstance(new, (int, float))
                same = abs(old - new) <= 1e-6 * max(1, abs(old)) if both else ("" if old is None else old) == ("" if new is None else new)
                if not same:
                    wrong.append(f"{sheet.title}!{cell.coordinate} {cell.value}: {old!r}, calculated {new!r}")
    print(f"  {count} formulas calculated")
    return wrong


def told(path):
    book = openpyxl.load_workbook(path)
    wrong = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        merges, validations = len(sheet.merged_cells.ranges), len(sheet.data_validations.dataValidation)
        widths = len(sheet.column_dimensions)
        print(
            f"  {sheet.title}: {sheet.dimensions}, {merges} merges, {widths} widths, {validations} validations, "
            f"paper {sheet.page_setup.paperSize} {sheet.page_setup.orientation}, titles {sheet.print_title_rows}, "
            f"protected {sheet.protection.sheet}"
        )
        if sheet.title.startswith("T-C."):
            for present, what in [
                (str(sheet["A1"].value).startswith("Tabel T-C."), "title"),
                (merges, "merges"),
                (sheet.print_title_rows, "repeated header"),
                (sheet.page_setup.orientation == "landscape", "landscape"),
                (sheet.freeze_panes, "frozen header"),
            ]:
                if not present:
                    wrong.append(f"{sheet.title}: no {what}")
    print(f"  names: {', '.join(sorted(book.defined_names))}")
    return wrong


def main():
    failed = False
    for path in sys.argv[1:]:
        print(path)
        wrong = element_order(path) + told(path)
        if shutil.which("soffice"):
            wrong += cached_values(path)
        else:
            print("  no soffice: nothing was calculated")
        for line in wrong[:40]:
            print("  WRONG", line)
        failed |= bool(wrong)
    sys.exit(failed)


main()
