"""The truth: an office's correct tables, as rows of clean values under the names of the model's columns."""
import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

import wording


@dataclass
class Row:
    """One true row. `asked` names spoiled cells where asking is as right as answering, `suspect` whole ones."""
    kode: str | None
    tingkat: str | None
    cells: dict
    asked: set = field(default_factory=set)
    suspect: set = field(default_factory=set)
    unit: str = ''


@dataclass
class Table:
    """One true table; `columns` are those that its layout prints."""
    form: str
    rows: list
    layout: str = ''
    facts: dict = field(default_factory=dict)


MONEY = {'T-C.29': ('target_renstra', 'realisasi_lampau', 'target_lalu', 'realisasi_lalu', 'target_berjalan',
                    'capaian_berjalan'),
         'T-C.30': (), 'T-C.31': ('rkpd_pagu', 'analisis_pagu'), 'T-C.32': (), 'T-C.33': ('pagu', 'maju_pagu')}
PERCENT = ('tingkat_realisasi', 'tingkat_capaian')


def percent(part, whole):
    """Two decimals, as printed; nothing where nothing divides."""
    if not whole:
        return ''
    return str((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal('0.01'), ROUND_HALF_UP))


def stack(items):
    """Several items of one cell."""
    return '\n'.join(items)


def t33(office, layout, rng):
    """Rumusan Rencana Program dan Kegiatan in one of its three layouts."""
    make = {'permendagri': permendagri_cells, 'sipd': sipd_cells, 'sipd-ri': sipd_ri_cells}[layout]
    rows, program, kegiatan = [], None, None
    facts = {'groups_measured': rng.random() < 0.6}
    for node in office.nodes():
        program = node if node.tingkat == 'program' else program
        kegiatan = node if node.tingkat == 'kegiatan' else kegiatan
        cells = make(node, program, kegiatan, office, facts)
        money = node.tingkat != 'urusan' and not node.blank
        cells |= {'uraian': node.nama, 'pagu': str(node.pagu) if money else '',
                  'maju_pagu': str(node.maju) if money else ''}
        rows.append(Row(node.kode, node.tingkat, cells))
    if rng.random() < 0.75:
        total = {c: '' for c in rows[0].cells}
        total |= {'uraian': 'Jumlah' if layout == 'sipd-ri' else 'TOTAL',
                  'pagu': str(sum(u.pagu for u in office.nodes('bidang_urusan'))),
                  'maju_pagu': str(sum(u.maju for u in office.nodes('bidang_urusan')))}
        rows.append(Row('', 'jumlah', total))
    return Table('T-C.33', rows, layout)


def permendagri_cells(node, program, kegiatan, office, facts):
    """Texts of the ten official columns."""
    del program, kegiatan, office
    sub = node.tingkat == 'sub_kegiatan'
    shown = sub or (facts['groups_measured'] and node.tingkat in ('program', 'kegiatan'))
    return {'indikator': stack(node.indikator) if shown else '', 'lokasi': node.lokasi if shown else '',
            'target': stack(node.target) if shown else '', 'sumber_dana': node.sumber_dana,
            'catatan': node.catatan, 'maju_target': stack(node.maju_target) if shown else ''}


def sipd_cells(node, program, kegiatan, office, facts):
    """Texts of the planning software's nineteen columns: only sub kegiatan have them."""
    del office, facts
    names = ('capaian_program', 'keluaran', 'hasil', 'lokasi', 'target_program', 'target_keluaran', 'target_hasil',
             'sumber_dana', 'catatan', 'maju_tolok_ukur', 'maju_target')
    if node.tingkat != 'sub_kegiatan':
        return dict.fromkeys(names, '')
    values = (program.indikator[0], stack(node.indikator), kegiatan.indikator[0], node.lokasi, program.target[0],
              stack(node.target), kegiatan.target[0], node.sumber_dana, node.catatan, program.indikator[0],
              program.target[0])
    return dict(zip(names, values))


def sipd_ri_cells(node, program, kegiatan, office, facts):
    """Texts of the seventeen columns in use since 2024."""
    del program, kegiatan
    sub = node.tingkat == 'sub_kegiatan'
    shown = sub or (facts['groups_measured'] and node.tingkat in ('program', 'kegiatan'))
    pick = random.Random(f'{office.seed} {node.kode}')
    past = [[wording.target(pick, t.split(' ', 1)[1]) for t in node.target] for _ in range(3)] if shown else [[]] * 3
    return {'indikator': stack(node.indikator) if shown else '', 'target_renstra': stack(past[0]),
            'realisasi_lalu': stack(past[1]), 'prakiraan_berjalan': stack(past[2]),
            'target': stack(node.target) if shown else '', 'lokasi': node.lokasi if shown else '',
            'sumber_dana': node.sumber_dana, 'prioritas_nasional': '', 'prioritas_daerah': '',
            'kelompok_sasaran': pick.choice(wording.PEOPLE) if sub else '',
            'maju_target': stack(node.maju_target) if shown else '',
            'penanggung_jawab': office.name if sub else ''}


def t29(office, rng):
    """Rekapitulasi Evaluasi, in rupiah (which add up) or in measures (which do not)."""
    rupiah = rng.random() < 0.6
    with_lampau = rng.random() < 0.6
    facts = {'rupiah': rupiah, 'bidang_all': rng.random() < 0.5}
    figures = {}

    def figure(node):
        """Columns 4, 5, 6, 7 and 9 of a node."""
        if node.kode not in figures:
            if rupiah and node.children:
                figures[node.kode] = [sum(f) for f in zip(*(figure(c) for c in node.children))]
            else:
                base = node.pagu or rng.randint(2, 90) * 1_000_000
                scale = base if rupiah else rng.choice([1, 4, 12, 30, 250])
                step = 1000 if rupiah else 1
                draw = [rng.uniform(3, 6), rng.uniform(0.5, 2), rng.uniform(0.7, 1.2), 0, rng.uniform(0.6, 1.2)]
                values = [max(1, int(d * scale) // step) * step for d in draw]
                values[3] = max(1, int(values[2] * rng.uniform(0.7, 1.0)) // step) * step
                if rupiah and rng.random() < 0.05:
                    values[2] = values[3] = 0
                if rupiah and rng.random() < 0.04:
                    values[0] = values[0] // 20
                figures[node.kode] = values if with_lampau else [values[0], 0, *values[2:]]
        return figures[node.kode]

    rows = []
    for node in office.nodes():
        shown = node.tingkat != 'urusan' and (rupiah or node.tingkat != 'bidang_urusan')
        cells = dict.fromkeys(MONEY['T-C.29'] + PERCENT, '')
        if shown:
            renstra, lampau, target, real, running = figure(node)
            reached = lampau + real + running
            cells = {'target_renstra': str(renstra), 'realisasi_lampau': str(lampau) if with_lampau else '',
                     'target_lalu': str(target), 'realisasi_lalu': str(real),
                     'tingkat_realisasi': percent(real, target), 'target_berjalan': str(running),
                     'capaian_berjalan': str(reached), 'tingkat_capaian': percent(reached, renstra)}
            if node.tingkat == 'bidang_urusan' and not facts['bidang_all']:
                cells |= dict.fromkeys(('target_renstra', 'realisasi_lampau', 'target_berjalan', 'capaian_berjalan',
                                        'tingkat_capaian'), '')
        text = node.indikator[0] if node.indikator else ''
        cells |= {'uraian': node.nama, 'indikator': text}
        row = Row(node.kode, node.tingkat, cells)
        row.unit = node.target[0].split(' ', 1)[1] if node.target else ''
        row.unit = 'Dokumen' if row.unit == '%' else row.unit
        rows.append(row)
    return Table('T-C.29', rows, '', facts)


def t30(office, rng):
    """Pencapaian Kinerja Pelayanan: percents, quantities and predicates."""
    rows, seen = [], set()
    for node in office.nodes('program', 'kegiatan'):
        text = node.indikator[0]
        if text in seen:
            continue
        seen.add(text)
        unit = node.target[0].split(' ', 1)[1]
        values = [wording.target(rng, unit) for _ in range(8)]
        names = [f'target_{i}' for i in range(1, 5)] + ['realisasi_1', 'realisasi_2', 'proyeksi_1', 'proyeksi_2']
        cells = {'indikator': text, 'spm': '', 'ikk': 'IKK' if rng.random() < 0.2 else ''} | dict(zip(names, values))
        rows.append(Row(None, None, cells | {'catatan': rng.choice(wording.REMARKS) if rng.random() < 0.2 else ''}))
    grades = {f'target_{i}': rng.choice(['B', 'BB', 'A']) for i in range(1, 5)}
    grades |= {n: rng.choice(['B', 'BB', 'A']) for n in ('realisasi_1', 'realisasi_2', 'proyeksi_1', 'proyeksi_2')}
    rows.append(Row(None, None, {'indikator': 'Nilai SAKIP Perangkat Daerah', 'spm': '', 'ikk': '', 'catatan': ''} | grades))
    return Table('T-C.30', rows)


def t31(office, rng):
    """Review terhadap Rancangan Awal RKPD: two halves, mostly alike. Its codes follow from the names."""
    thousands = all(n.pagu % 1000 == 0 for n in office.nodes()) and rng.random() < 0.4
    rows = []
    for node in office.nodes('program', 'kegiatan'):
        money = str(node.pagu // 1000 if thousands else node.pagu)
        half = {'uraian': node.nama, 'lokasi': node.lokasi, 'indikator': node.indikator[0],
                'target': node.target[0], 'pagu': money}
        cells = {f'rkpd_{k}': v for k, v in half.items()} | {f'analisis_{k}': v for k, v in half.items()}
        cells['catatan'] = rng.choice(wording.REMARKS) if rng.random() < 0.1 else ''
        rows.append(Row(node.kode, node.tingkat, cells))
    return Table('T-C.31', rows, '', {'thousands': thousands})


def t32(office, rng):
    """Usulan para pemangku kepentingan, below the program and kegiatan that they belong to."""
    rows = []
    for program in office.nodes('program'):
        if program.kode.endswith('.01') or not program.children:
            continue
        kegiatan = rng.choice(program.children)
        empty = dict.fromkeys(('lokasi', 'indikator', 'volume', 'catatan'), '')
        rows += [Row(n.kode, n.tingkat, {'uraian': n.nama} | empty) for n in (program, kegiatan)]
        text, source, seen = kegiatan.indikator[0], rng.choice(['Musrenbang', 'Pokir']), set()
        for _ in range(rng.randint(1, 5)):
            wish = wording.proposal(rng, office.geography)
            if wish not in seen:
                seen.add(wish)
                volume = f'{rng.randint(1, 60)} {rng.choice(["Paket", "Unit", "Orang"])}'
                rows.append(Row('', 'usulan', {'uraian': wish, 'lokasi': f'Kec. {rng.choice(office.geography.kecamatan)}',
                                               'indikator': text, 'volume': volume, 'catatan': source}))
    return Table('T-C.32', rows)
