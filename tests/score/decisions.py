#!/usr/bin/env python3
"""Every answer that the tool itself offers, and refusals, must be followed, alone and together: decisions.py BIN FILE...
[--refusals N] [--together N] [--odd N] [--most N] [-v]

Alone: every answer that a finding offers, that it is meant so ('biarkan'), and N (15) refusals a file; at most N (all)
of each kind. Together: N sets (0) of two or three of them, in turn through JSON and through the workbook. Odd: N (0)
answers that nobody should give. All are chosen by a fixed seed. A decision is followed when
- the exit code is 0 or 1, and the model and the workbook are written;
- the decided cell holds the answer; after a refusal it holds what was printed, and the repair is gone. A finding about
  the unit, the year, the region, the office or the edition: the table or the document says the answer. One that is
  meant so asks no more;
- the workbook, cleaned again, needs no repair, and holds the same in every cell.
Odd answers may be refused (exit code 2), and never end in another way. Findings that offer nothing are counted."""
import argparse, json, os, random, re, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

ABOUT = {'opd': 'opd', 'year': 'year', 'region': 'region', 'edition': 'codification'}
ODD = ['banyak sekali', '-', '0', '1e5', '99999999999999999999999', '=1+1', '  12  ', '100 %', '2.17', 'x' * 40000, '1,5', '-500',
       '12abc', '1.000.000,123', 'a) satu b) dua', 'Rp 5 juta', '5.01.01.2.01.0001', '\u00a0', 'baris satu\nbaris dua', '#REF!', '0,333333333']


def marks(text):
    return re.sub(r'[\W_]+', '', str(text or '')).lower()


def number(text):
    text = re.sub(r'^Rp\.?\s*| ?%$', '', str(text or '').strip())
    if re.fullmatch(r'-?\d{1,3}(\.\d{3})+(,\d+)?', text) or ',' in text and '.' not in text:
        text = text.replace('.', '').replace(',', '.')
    try:
        return float(text)
    except ValueError:
        return None


def same(got, want):
    left, right = number(got), number(want)
    return marks(got) == marks(want) or left is not None and right is not None and abs(left - right) < .006


def convert(rapikan, source, out, *more):
    """The exit code, the model, the path of the workbook, and what was said."""
    command = [rapikan, 'convert', source, '--to', 'json,xlsx', '-o', out, '--force', '-q', '--lang', 'en', *more]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=180)
    found = {os.path.splitext(name)[1]: os.path.join(folder, name) for folder, _, names in os.walk(out) for name in names
             if name.endswith(('.json', '.xlsx')) and 'LAPORAN' not in name and '-catatan' not in name}
    model = json.load(open(found['.json'])) if '.json' in found else None
    return ran.returncode, model, found.get('.xlsx'), ran.stderr


def table(model, name):
    return next((one for one in model['tables'] if one['id'] == name), None)


def texts(row, column):
    """What the cell, or the code, may be said to hold."""
    if column == 'kode':
        return [row.get('code') or row.get('printed_code') or '']
    if column == 'tingkat':
        return [row.get('level') or '']
    cell = row['cells'].get(column, {})
    return [cell.get('text') or ''] + ([cell['number']] if cell.get('number') else [])


def everything(model):
    """The texts and codes of every row that says anything."""
    return [[(row.get('level'), row.get('code') or row.get('printed_code') or '',
              sorted((name, marks(cell['text'])) for name, cell in row['cells'].items() if cell['text']))
             for row in one['rows'] if row['cells'] or row.get('code')] for one in model['tables']]


def place_of(job):
    thing = job['thing']
    return thing.get('table'), thing.get('row'), thing.get('column'), None if thing.get('row') is not None else thing['id']


def unheld(model, new, job):
    """None, or why a decision does not hold in the new model."""
    thing, word = job['thing'], job['word']
    if job['kind'] == 'refusal' and any(one.get('id') == thing['id'] for one in new['repairs']):
        return 'the repair is still there'
    if job['kind'] == 'stay':
        asked = [one for one in new['findings'] if one['severity'] != 'note' and one.get('id') == thing['id']]
        return 'it is asked again' if asked else None
    want = thing['before'] if job['kind'] == 'refusal' else word
    about = thing.get('about') or {}
    what = about.get('what') if isinstance(about, dict) else about
    found, column = table(new, thing.get('table')), thing.get('column')
    if job['kind'] == 'refusal' and (thing.get('change') or {}).get('kind') == 'move':
        column = {to: came for came, to in thing['change']['columns']}.get(column, column)
        column = None if column.startswith('+') else column
    if what == 'unit' and found:
        said = [found.get('unit')]
    elif what in ABOUT:
        said = [new['document'].get(ABOUT[what])]
    elif found and thing.get('row') is not None and column:
        old = table(model, thing['table'])['rows'][thing['row']]
        rows = found['rows']
        index = next((at for at, row in enumerate(rows) if row.get('source_rows') == old.get('source_rows')), thing['row'])
        if index < len(rows) and rows[thing['row']:thing['row'] + 1] and rows[thing['row']].get('source_rows') == old.get('source_rows'):
            index = thing['row']
        if index >= len(rows):
            return 'the row is gone'
        said = texts(rows[index], column)
    else:
        return None
    return None if any(same(one, want) for one in said) else f'holds {said[0]!r}, not {want!r}'


def written(book, jobs, path):
    """The result workbook with the decisions in its columns."""
    import openpyxl
    workbook = openpyxl.load_workbook(book)
    wanted = {job['thing']['id']: job for job in jobs}
    for sheet in workbook.worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value in ('Keputusan', 'Decision')]
        if not cells:
            continue
        head = cells[0].row
        ids = next((cell.column for cell in sheet[head] if cell.value == 'Id'), None)
        for row in range(head + 1, sheet.max_row + 1):
            # Typography is one line for many cells: a decision names those that it is about.
            own = str(sheet.cell(row, ids).value or '').split('; ') if ids else []
            said = [wanted[one] for one in own if one in wanted]
            if said:
                named = ', '.join(job['thing']['source'].rsplit('!')[-1] for job in said) if len(own) > 1 else ''
                sheet.cell(row, cells[0].column).value = f"{said[0]['word']} {named}".strip()
    workbook.save(path)


def fault(rapikan, source, model, book, jobs, through):
    """None, or why the decisions were not followed."""
    top = tempfile.mkdtemp()
    try:
        path = os.path.join(top, 'keputusan.' + ('xlsx' if through == 'workbook' else 'json'))
        if through == 'workbook':
            written(book, jobs, path)
        else:
            json.dump({'decisions': [{'id': job['thing']['id'], 'keputusan': job['word']} for job in jobs]}, open(path, 'w'))
        code, new, result, said = convert(rapikan, source, os.path.join(top, 'a'), '--reject', path)
        if any(job['kind'] == 'odd' for job in jobs) and code == 2:
            return None
        if code not in (0, 1):
            return f'exit {code}: {said.strip()[-300:]}'
        if new is None or result is None:
            return 'nothing written'
        last = {place_of(job): job for job in jobs if job['kind'] != 'odd'}
        for job in last.values():
            why = unheld(model, new, job)
            if why:
                return why
        code, again, _, said = convert(rapikan, result, os.path.join(top, 'b'))
        if code not in (0, 1) or again is None:
            return f'its workbook: exit {code}: {said.strip()[-300:]}'
        if again['repairs']:
            first = again['repairs'][0]
            return f'its workbook: {len(again["repairs"])} repairs, {first["rule"]} {first["source"]} {first["before"]!r} {first["after"]!r}'
        for left, right in zip(everything(new), everything(again)):
            if left != right:
                odd = next((pair for pair in zip(left, right) if pair[0] != pair[1]), (len(left), len(right)))
                return f'its workbook: another cell, {odd}'
        stays = {(job['thing']['rule'], *place_of(job)[:3]) for job in last.values() if job['kind'] == 'stay'}
        back = [one for one in again['findings'] if one['severity'] != 'note'
                and (one['rule'], one['table'], one['row'], one['column']) in stays and one['row'] is not None]
        if back:
            return f'its workbook: {back[0]["rule"]} is asked again'
    except subprocess.TimeoutExpired:
        return 'takes too long'
    finally:
        shutil.rmtree(top, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('rapikan')
    parser.add_argument('files', nargs='+')
    for name, usual in [('--refusals', 15), ('--together', 0), ('--odd', 0), ('--most', None)]:
        parser.add_argument(name, type=int, default=usual)
    parser.add_argument('-v', action='store_true')
    given = parser.parse_args()
    dice, kept = random.Random(7), tempfile.mkdtemp()
    sets, mute = [], 0
    for at, source in enumerate(given.files):
        _, model, book, _ = convert(given.rapikan, source, os.path.join(kept, str(at)))
        if model is None:
            sys.exit(f'{source}: no model')
        answers, stays = [], []
        for one in model['findings']:
            words = dict.fromkeys(map(str, [*(one.get('candidates') or []), *([one['expected']] if one.get('expected') else [])]))
            if one['severity'] == 'note':
                continue
            if not words and not one.get('may_stay'):
                mute += 1
                print(os.path.basename(source), one['rule'], 'offers nothing')
            if one.get('id'):
                answers += [{'kind': 'answer', 'thing': one, 'word': word} for word in words]
                stays += [{'kind': 'stay', 'thing': one, 'word': 'biarkan'}] if one.get('may_stay') else []
        refusals = [{'kind': 'refusal', 'thing': one, 'word': 'tolak'} for one in model['repairs'] if one.get('id')]
        for kind in (answers, stays, refusals):
            dice.shuffle(kind)
        refusals = refusals[:given.refusals]
        alone = [kind[:given.most] for kind in (answers, stays, refusals)]
        sets += [(source, model, book, [job], 'json') for kind in alone for job in kind]
        share = lambda count: count // len(given.files) + (at < count % len(given.files))
        all_of_them = answers + stays + refusals
        for turn in range(share(given.together)):
            jobs = dice.sample(all_of_them, min(dice.choice([2, 3]), len(all_of_them)))
            if jobs:
                sets.append((source, model, book, jobs, ('json', 'workbook')[turn % 2]))
        if answers + stays:
            for _ in range(share(given.odd)):
                jobs = [{'kind': 'odd', 'thing': job['thing'], 'word': dice.choice(ODD)} for job in dice.choices(answers + stays, k=dice.choice([1, 2, 3]))]
                sets.append((source, model, book, jobs, 'json'))
    with ThreadPoolExecutor(2) as pool:
        why = list(pool.map(lambda one: fault(given.rapikan, *one), sets))
    for (source, _, _, jobs, through), reason in zip(sets, why):
        if reason and given.v:
            told = '; '.join(f'{job["kind"]} {job["thing"]["rule"]} {job["thing"].get("source")} {job["word"][:40]!r}' for job in jobs)
            print(os.path.basename(source), through, told, '|', reason)
    shutil.rmtree(kept, ignore_errors=True)
    failed = sum(map(bool, why))
    print(f'{mute} unanswerable findings')
    print(f'{failed} of {len(sets)} sets of decisions failed')
    sys.exit(failed > 0 or mute > 0)


if __name__ == '__main__':
    main()
