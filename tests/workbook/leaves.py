#!/usr/bin/env python3
"""The totals of a merged plan follow what is typed: leaves.py MERGED.xlsx

Adds one rupiah to some of the amounts that no formula gives, lets LibreOffice recalculate, and looks at which cells of the
column changed: the amount itself and every sum above it, the total among them, each by that one rupiah. Ends with 1 if one
does not. Needs openpyxl; without soffice nothing is looked at, and that is said.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

LEAVES = 4
HEADER = 14


def recalculated(book, name, folder):
    plain = folder / name
    book.save(plain)
    out = folder / "out"
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    subprocess.run([*command, "--convert-to", "xlsx", "--outdir", out, plain], capture_output=True, check=True, timeout=300)
    return openpyxl.load_workbook(out / name, data_only=True).worksheets[0]


def main():
    merged = pathlib.Path(sys.argv[1])
    if not shutil.which("soffice"):
        print("no soffice: totals were not recalculated")
        return
    sheet = openpyxl.load_workbook(merged).worksheets[0]
    headings = (cell for row in sheet.iter_rows(max_row=HEADER) for cell in row if str(cell.value).startswith("Pagu"))
    column = next(headings).column
    rows = range(1, sheet.max_row + 1)
    leaves = [row for row in rows if isinstance(sheet.cell(row, column).value, (int, float)) and row > 8]
    if len(leaves) < 2:
        sys.exit(f"{merged.name}: {len(leaves)} amounts are too few to try")
    chosen = leaves[:: max(1, len(leaves) // LEAVES)]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        before = recalculated(openpyxl.load_workbook(merged), "before.xlsx", folder)
        for leaf in chosen:
            book = openpyxl.load_workbook(merged)
            book.worksheets[0].cell(leaf, column).value += 1
            after = recalculated(book, "after.xlsx", folder)
            changed = [row for row in rows if before.cell(row, column).value != after.cell(row, column).value]
            by_one = all(after.cell(row, column).value - before.cell(row, column).value == 1 for row in changed)
            # The amount, its kegiatan, program, bidang and urusan, where there are several offices the row of its own, and
            # the total.
            if leaf not in changed or len(changed) < 6 or max(changed) <= leaf or not by_one:
                sys.exit(f"{merged.name}: row {leaf} changes {changed}")
    print(f"{merged.name}: {len(chosen)} of {len(leaves)} amounts change every sum above them")


if __name__ == "__main__":
    main()
