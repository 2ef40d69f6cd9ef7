#!/usr/bin/env python3
"""Measures the rules of grade B: how often a repair that no arithmetic and no codification proves is right.

usage: grade_b.py PROGRAM [DIR ...] [--levels light,medium,heavy] [--seeds 1-20] [--show N] [--jobs N]

Material: the workbooks that tests/strangers invents for these levels and seeds, the sample of which tests/score/truth
holds the truth, and every DIR, where NAME.xlsx (or .xls) stands beside NAME.expect.json (a list `rows` of
[row of the file, level, code, name, amount, amount of the next year, {column: text}]) or NAME.truth.json (a list `rows`
of objects with `row`, `code`, `name` and columns).

A repair is right where its cell says the truth in the end, or where it leaves it nearer to the truth than it was (a
number: just the truth). A repair of a cell whose truth is not known, or that the truth's list `allowed` names, is left
out of the count; one of a cell that nobody can know is wrong. Prints a table in Markdown, the wrong ones with --show. Exit status 1 if a rule is below 99.9 %.
"""
import argparse
import difflib
import json
import multiprocessing
import re
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / 'tests' / 'strangers')]

import score as scorer  # noqa: E402

LEAST = Decimal('99.9')


def squash(text):
    """A text without what no reader sees: letters, digits and signs, single blanks."""
    return re.sub(r'\s+', ' ', text or '').strip()


def number(text):
    """The number that a cell shows in Indonesian typography, or None."""
    plain = squash(text).removesuffix('%').strip()
    try:
        return Decimal(plain.replace('.', '').replace(',', '.'))
    except InvalidOperation:
        return None


def nearness(text, truth):
    """How alike two texts are, white space and all."""
    return difflib.SequenceMatcher(None, squash(text), squash(truth), autojunk=False).ratio()


def is_right(repair, cell, truth, numeric, either):
    """Whether a repair leads to the truth."""
    if truth == '?':
        return False
    if numeric:
        wanted, found = Decimal(truth or 0), cell.get('number')
        return (Decimal(found) if found is not None else number(repair['after']) or Decimal(0)) == wanted
    lines = lambda text: [scorer.measure(line) for line in scorer.items(text)]
    if either:
        lines = lambda text: [scorer.measure(' '.join(scorer.items(text)))]
    if lines(cell.get('text')) == lines(truth) or lines(repair['after']) == lines(truth):
        return True
    return nearness(repair['after'], truth) > nearness(repair['before'], truth)


def likely(model):
    """The repairs of grade B, each with its row of the model and its form."""
    tables = {table['id']: table for table in model['tables']}
    for repair in model['repairs']:
        if repair['grade'] == 'B' and repair['table'] in tables:
            table = tables[repair['table']]
            yield repair, table, table['rows'][repair['row']]


def judged(repair, table, row, truth):
    """(rule, right, what it did) for a repair whose row's truth is known; None where its cell's is not."""
    column = repair['column']
    if column not in truth:
        return None
    if column == 'kode':
        right = (row.get('code') or '') == truth['kode']
    else:
        cell = row['cells'].get(column, {})
        either = (truth.get('kode'), column) in scorer.EITHER
        right = is_right(repair, cell, truth[column], column in scorer.NUMBERS.get(table['form'], ()), either)
    told = f"{repair['source']} {column}: {repair['before']!r} → {repair['after']!r}, truth {truth[column]!r}"
    return repair['rule'], right, told


def against_tables(model, truths):
    """Judges a model against whole true tables: {(form, which): rows}."""
    seen, rows_of = Counter(), {}
    for table in model['tables']:
        form = table['form']
        truth = truths.get((form, seen[form]), [])
        seen[form] += 1
        pairs = scorer.align(form, truth, table['rows']) if truth else {}
        rows_of[table['id']] = {j: truth[i] for i, j in pairs.items()}
    for repair, table, row in likely(model):
        truth = rows_of[table['id']].get(repair['row'])
        if truth is not None:
            yield judged(repair, table, row, truth)


def against_rows(model, truth):
    """Judges a model against true rows that name their row of the file."""
    rows = {}
    for row in truth['rows']:
        if isinstance(row, dict):
            known = {k: v for k, v in row.items() if isinstance(v, str)} | {'kode': row.get('code'), 'uraian': row.get('name')}
            rows[row['row']] = {k: v for k, v in known.items() if isinstance(v, str)}
        else:
            at, _, code, name, amount, ahead, further = row
            # An office may write its names in other letters; blanks are what is judged.
            rows[at] = {'kode': code, 'uraian': name, 'pagu': str(amount or 0), 'maju_pagu': str(ahead or 0)} | further
    # What the source itself got wrong may be mended or left: its truth is what is printed.
    allowed = truth.get('allowed', [])
    for repair, table, row in likely(model):
        if repair['source'].split('!')[-1] in allowed:
            continue
        known = next((rows[at] for at in row.get('source_rows', []) if at in rows), None)
        if known is not None:
            yield judged(repair, table, row, known)


def convert(program, source, folder):
    """The model of a file, or None."""
    out = folder / (source.name + '.json')
    subprocess.run([program, 'convert', source, '--to', 'json', '-o', out, '--quiet', '--force'], capture_output=True,
                   timeout=300, check=False)
    return json.loads(out.read_text(encoding='utf8')) if out.exists() else None


def invented(task):
    """One workbook of tests/strangers."""
    import judge
    import run_module
    program, level, seed = task
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f'{level}-{seed}.xlsx'
        pages = run_module.make(level, seed, path)
        model = convert(program, path, Path(scratch))
        truths, seen = {}, Counter()
        for page in pages:
            form = page.table.form
            truths[form, seen[form]] = judge.truth_of(page.table)
            seen[form] += 1
        return [found for found in against_tables(model, truths) if found] if model else []


def sample(program):
    """The sample of which the project keeps the truth."""
    folder = HERE / 'truth'
    truths = {}
    for path in sorted(folder.glob('*.csv')):
        if path.stem in scorer.NUMBERS:
            truths[path.stem, 0] = scorer.load_truth(path)
        elif path.stem.startswith('T-C.33'):
            truths['T-C.33', 1] = scorer.load_truth(path)
    with tempfile.TemporaryDirectory() as scratch:
        model = convert(program, ROOT / 'samples' / 'renja-2023-dkukm.xlsx', Path(scratch))
    return [found for found in against_tables(model, truths) if found] if model else []


def given(program, folder):
    """The workbooks of a folder that stand beside their truth."""
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for source in sorted(p for p in folder.iterdir() if p.suffix in ('.xlsx', '.xls', '.xlsm', '.ods')):
            truth = next((p for p in (source.with_suffix('.expect.json'), source.with_suffix('.truth.json')) if p.exists()), None)
            model = convert(program, source, Path(scratch)) if truth else None
            if model:
                known = json.loads(truth.read_text(encoding='utf8'))
                found += [judged for judged in against_rows(model, known) if judged]
    return found


def load_run():
    """tests/strangers/run as a module: it has no suffix."""
    import importlib.machinery
    import importlib.util
    loader = importlib.machinery.SourceFileLoader('run_module', str(ROOT / 'tests' / 'strangers' / 'run'))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader('run_module', loader))
    sys.modules['run_module'] = module
    loader.exec_module(module)


def main():
    """Gathers the repairs of all material and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program', type=Path)
    parser.add_argument('folders', type=Path, nargs='*')
    parser.add_argument('--levels', default='light,medium,heavy')
    parser.add_argument('--seeds', default='1-20')
    parser.add_argument('--show', type=int, default=0)
    parser.add_argument('--jobs', type=int, default=2)
    asked = parser.parse_args()
    program = asked.program.resolve()
    first, last = (int(n) for n in (asked.seeds.split('-') * 2)[:2])
    load_run()
    found = sample(program)
    for folder in asked.folders:
        found += given(program, folder)
    tasks = [(program, level, seed) for level in asked.levels.split(',') for seed in range(first, last + 1)]
    with multiprocessing.Pool(asked.jobs) as pool:
        for judgements in pool.imap(invented, tasks):
            found += judgements
    all_of = Counter(rule for rule, _, _ in found)
    wrong = Counter(rule for rule, right, _ in found if not right)
    print('| rule | repairs of grade B | wrong | right |\n|---|---:|---:|---:|')
    low = False
    for rule, count in sorted(all_of.items()):
        share = 100 * (Decimal(count) - wrong[rule]) / count
        low |= share < LEAST
        print(f'| `{rule}` | {count} | {wrong[rule]} | {share:.2f} % |')
    for rule in sorted(wrong):
        for text in [told for name, right, told in found if name == rule and not right][:asked.show]:
            print(f'    {rule}: {text[:500]}')
    sys.exit(1 if low else 0)


if __name__ == '__main__':
    main()
