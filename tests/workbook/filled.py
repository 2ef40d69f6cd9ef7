#!/usr/bin/env python3
"""A template is read alike whoever filled it in: filled.py PROGRAM TEMPLATE.xlsx

The same values are typed by openpyxl, which stores no results of formulas; by LibreOffice, which recalculates and saves
xlsx and ods; by a spreadsheet program that stores every result, as Excel does; and by hand, as plain values without any
formula. Ends with 1 if one of them is read as another table. Needs openpyxl; without soffice only the first is read, and
that is said.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

import openpyxl

FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)>(<f>.*?</f>)<v ?/?>(?:</v>)?</c>')


def is_open(cell):
    """Whether a person may type into a cell: the sheets of templates are protected."""
    return not cell.protection.locked and not (isinstance(cell.value, str) and cell.value.startswith("="))


def typed(template, place):
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    count = 0
    for row in sheet.iter_rows():
        for cell in (cell for cell in row if cell.value is None and is_open(cell)):
            if "#,##0" in cell.number_format:
                count += 1
                cell.value = 1_000_000 * count
    book.save(place)
    return count


def with_results(plain, values, place):
    """The workbook of openpyxl with the result of each formula stored, as Excel stores them."""

    def stored(match):
        value = values[match[1]].value
        value = "" if value is None else value
        attributes = re.sub(r' t="\w+"', "", match[2])
        kind = "" if isinstance(value, (int, float)) else ' t="str"'
        return f'<c r="{match[1]}"{attributes}{kind}>{match[3]}<v>{escape(str(value))}</v></c>'

    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = FORMULA.sub(stored, content.decode()).encode()
            target.writestr(name, content)


def by_hand(plain, values, place):
    book = openpyxl.load_workbook(plain)
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.value = values[sheet.title][cell.coordinate].value
    book.save(place)


def read(program, path):
    ran = subprocess.run([program, "convert", path, "-o", "-", "--to", "json"], capture_output=True, check=False)
    if ran.returncode > 1:
        sys.exit(f"{path.name} ended with {ran.returncode}: {ran.stderr.decode()}")
    rows = json.loads(ran.stdout)["tables"][0]["rows"]
    texts = [{name: cell["text"] for name, cell in row["cells"].items()} for row in rows]
    return [(row["level"], row["code"], cells) for row, cells in zip(rows, texts)]


def main():
    program, template = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        plain = folder / "openpyxl.xlsx"
        count = typed(template, plain)
        ways = [plain]
        if shutil.which("soffice"):
            saved = folder / "libreoffice"
            for kind in ("xlsx", "ods"):
                command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
                command += ["--convert-to", kind, "--outdir", saved, plain]
                subprocess.run(command, capture_output=True, check=True, timeout=300)
                ways.append(saved / f"openpyxl.{kind}")
            values = openpyxl.load_workbook(saved / "openpyxl.xlsx", data_only=True)
            ways += [folder / "excel.xlsx", folder / "by-hand.xlsx"]
            with_results(plain, values.worksheets[0], ways[-2])
            by_hand(plain, values, ways[-1])
        else:
            print("no soffice: read as openpyxl filled it in only")
        first = read(program, plain)
        if not count or not first:
            sys.exit(f"{template.name}: {count} values typed into {len(first)} rows")
        for way in ways[1:]:
            other = read(program, way)
            if other != first:
                different = next((pair for pair in zip(first, other) if pair[0] != pair[1]), len(other))
                sys.exit(f"{template.name}: {way.relative_to(folder)} is read as another table: {different}")
        print(f"{template.name}: {count} values, read alike in {len(ways)} ways")


if __name__ == "__main__":
    main()
