"""Runs the program on one workbook and scores what it says against the truth."""
import contextlib
import importlib.util
import io
import json
import re
import subprocess
from collections import Counter
from pathlib import Path

SCORER = Path(__file__).resolve().parents[1] / 'score' / 'score.py'
FINE = (0, 1)
MISS = re.compile(r'^    (\w+) +line (.*)$')


def scorer():
    """The project's own scorer, as a module."""
    spec = importlib.util.spec_from_file_location('score', SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORE = scorer()


def convert(program, workbook, model):
    """Runs the program; returns what went wrong, or nothing."""
    model.unlink(missing_ok=True)
    try:
        done = subprocess.run([program, 'convert', workbook, '-o', model, '--quiet'], capture_output=True, text=True,
                              timeout=300, check=False)
    except subprocess.TimeoutExpired:
        return 'took more than 300 seconds'
    if done.returncode not in FINE or not model.exists():
        return f'exit {done.returncode}: {done.stderr.strip()[:300]}'
    return ''


def truth_of(table):
    """A true table as the scorer reads it."""
    rows = []
    for number, row in enumerate(table.rows, 1):
        line = {'baris': str(number)}
        if row.kode is not None:
            line |= {'kode': row.kode, 'tingkat': row.tingkat}
        rows.append(line | row.cells)
    return rows


def forgive(form, table, truth, rows):
    """Takes cells out of the truth where asking is as right as answering, and the program asked."""
    asked = answered = 0
    pairs = SCORE.align(form, truth, rows)
    for i, row in enumerate(table.rows):
        for column in row.asked | row.suspect:
            cell = SCORE.cell(rows[pairs[i]], column) if i in pairs else {}
            questioned = cell.get('status') == 'unresolved'
            if questioned and truth[i].get(column) != '?':
                truth[i].pop(column, None)
            if column in row.asked:
                asked, answered = asked + questioned, answered + (not questioned)
    return asked, answered


def score(pages, model, exact):
    """Counts over all tables, and the misses. `exact`: no repair is right."""
    counts, misses, found = Counter(), [], {}
    for table in model['tables']:
        found.setdefault(table['form'], []).append(table['rows'])
    seen = Counter()
    for page in pages:
        form = page.table.form
        truth, rows = truth_of(page.table), []
        if seen[form] < len(found.get(form, [])):
            rows = found[form][seen[form]]
        else:
            misses.append(('table', f'{form} #{seen[form] + 1} not found'))
        seen[form] += 1
        asked, answered = forgive(form, page.table, truth, rows)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            _, figures = SCORE.score(form, truth, rows, 1_000_000)
        for kind in ('rows', 'codes', 'levels', 'numbers', 'texts', 'unknowable'):
            counts[kind, 'right'] += figures[kind][0]
            counts[kind, 'all'] += figures[kind][1]
        counts['silent'] += figures['silent']
        counts['extra'] += max(0, figures['extra_rows'])
        counts['asked'] += asked
        counts['answered'] += answered
        misses += [(m.group(1), f'{form} #{seen[form]} ({page.layout.layout or "resmi"}) line {m.group(2)}')
                   for m in map(MISS.match, out.getvalue().splitlines()) if m]
        if figures['extra_rows'] > 0:
            misses.append(('rows', f'{form} #{seen[form]}: {figures["extra_rows"]} rows too many'))
    for form, tables in found.items():
        if len(tables) > seen[form]:
            counts['extra'] += 1
            misses.append(('table', f'{form}: {len(tables)} tables, {seen[form]} printed'))
    if exact:
        counts['false'] += len(model['repairs'])
        misses += [('repair', f"{r['source']} {r['rule']}: {r['before']!r} → {r['after']!r}") for r in model['repairs']]
    return counts, misses


def judge(pages, program, workbook, exact=False):
    """Converts and scores one workbook."""
    path = workbook.with_suffix('.json')
    wrong = convert(program, workbook, path)
    if wrong:
        return Counter(crash=1), [('crash', wrong)]
    return score(pages, json.loads(path.read_text(encoding='utf8')), exact)
