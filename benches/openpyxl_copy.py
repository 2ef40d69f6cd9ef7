"""Reads every workbook of a folder with openpyxl and writes it again: openpyxl_copy.py IN OUT"""
import pathlib
import sys

import openpyxl

source, target = map(pathlib.Path, sys.argv[1:3])
target.mkdir(parents=True, exist_ok=True)
for path in sorted(source.glob("*.xlsx")):
    openpyxl.load_workbook(path).save(target / path.name)
