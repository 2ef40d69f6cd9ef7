"""The printed columns of each form: headers of the regulation, of the planning software, and what the field writes."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column: its name in the model and its header from the top down. `{n}` and its like are years."""
    id: str
    header: tuple
    width: int = 14


@dataclass(frozen=True)
class Design:
    """A table's columns, its titles and its number row."""
    form: str
    layout: str
    columns: tuple
    titles: tuple
    number_row: bool = True


def C(id, *header, width=14):
    """Short for a column."""
    return Column(id, header, width)


R29 = 'Target dan Realisasi Kinerja Program dan Kegiatan Tahun {n-2}'
P29 = 'Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun {n-1}'
T29 = Design('T-C.29', '', (
    C('kode', 'Kode', width=5),
    C('uraian', 'Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan', width=40),
    C('indikator', 'Indikator Kinerja Program (outcome)/Kegiatan (output)', width=30),
    C('target_renstra', 'Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun {n}', width=18),
    C('realisasi_lampau', 'Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun {n-3}', width=18),
    C('target_lalu', R29, 'Target Renja Perangkat Daerah Tahun {n-2}', width=18),
    C('realisasi_lalu', R29, 'Realisasi Renja Perangkat Daerah Tahun {n-2}', width=18),
    C('tingkat_realisasi', R29, 'Tingkat Realisasi (%)', width=9),
    C('target_berjalan', 'Target Program dan Kegiatan Renja Perangkat Daerah Tahun {n-1}', width=18),
    C('capaian_berjalan', P29, 'Realisasi Capaian Program dan Kegiatan s/d tahun berjalan', width=18),
    C('tingkat_capaian', P29, 'Tingkat Capaian Realisasi Target Renstra (%)', width=9)),
    ('Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah dan Pencapaian Renstra Perangkat Daerah s/d Tahun {n-1}',
     'Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah dan Pencapaian Renstra Perangkat Daerah s.d Tahun {n-1}'))
NUMBERS_29 = ['1', '2', '3', '4', '5', '6', '7', '8=(7/6)', '9', '10=(5+7+9)', '11=(10/4)x100']

T, A, P = 'Target Renstra Perangkat Daerah', 'Realisasi Capaian', 'Proyeksi'
T30 = Design('T-C.30', '', (
    C('no', 'No', width=5), C('indikator', 'Indikator', width=40), C('spm', 'SPM/Standar Nasional'), C('ikk', 'IKK'),
    C('target_1', T, 'Tahun {n-2}'), C('target_2', T, 'Tahun {n-1}'), C('target_3', T, 'Tahun {n}'),
    C('target_4', T, 'Tahun {n+1}'), C('realisasi_1', A, 'Tahun {n-2}'), C('realisasi_2', A, 'Tahun {n-1}'),
    C('proyeksi_1', P, 'Tahun {n}'), C('proyeksi_2', P, 'Tahun {n+1}'), C('catatan', 'Catatan Analisis', width=20)),
    ('Pencapaian Kinerja Pelayanan Perangkat Daerah',))

L31, R31 = 'Rancangan Awal RKPD', 'Hasil Analisis Kebutuhan'
T31 = Design('T-C.31', '', (
    C('no', 'No', width=5), C('rkpd_uraian', L31, 'Program/Kegiatan', width=30), C('rkpd_lokasi', L31, 'Lokasi', width=20),
    C('rkpd_indikator', L31, 'Indikator Kinerja', width=24), C('rkpd_target', L31, 'Target Capaian'),
    C('rkpd_pagu', L31, 'Pagu Indikatif ({unit})', width=18),
    C('analisis_uraian', R31, 'Program/Kegiatan', width=30), C('analisis_lokasi', R31, 'Lokasi', width=20),
    C('analisis_indikator', R31, 'Indikator Kinerja', width=24), C('analisis_target', R31, 'Target Capaian'),
    C('analisis_pagu', R31, 'Kebutuhan Dana ({unit})', width=18), C('catatan', 'Catatan Penting', width=16)),
    ('Review terhadap Rancangan Awal RKPD Tahun {n}',))

T32 = Design('T-C.32', '', (
    C('no', 'No', width=5), C('uraian', 'Program/Kegiatan', width=44), C('lokasi', 'Lokasi', width=22),
    C('indikator', 'Indikator Kinerja', width=34), C('volume', 'Besaran/Volume'), C('catatan', 'Catatan')),
    ('Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun {n}',))

NOW, NEXT = 'Rencana Tahun {n}', 'Prakiraan Maju Rencana Tahun {n+1}'
TITLES_33 = ('Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun {n} dan Prakiraan Maju Tahun {n+1}',)
T33_PERMENDAGRI = Design('T-C.33', 'permendagri', (
    C('kode', 'Kode', width=5),
    C('uraian', 'Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan', width=40),
    C('indikator', 'Indikator Kinerja Program/Kegiatan', width=34), C('lokasi', NOW, 'Lokasi', width=22),
    C('target', NOW, 'Target Capaian Kinerja'), C('pagu', NOW, 'Kebutuhan Dana/Pagu Indikatif', width=18),
    C('sumber_dana', NOW, 'Sumber Dana', width=18), C('catatan', 'Catatan Penting'),
    C('maju_target', NEXT, 'Target Capaian Kinerja'), C('maju_pagu', NEXT, 'Kebutuhan Dana/Pagu Indikatif', width=18)),
    TITLES_33)
I, K = 'Indikator Kinerja', 'Target Capaian Kinerja'
T33_SIPD = Design('T-C.33', 'sipd', (
    C('kode', 'Kode', width=5), C('uraian', 'Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan', width=40),
    C('capaian_program', I, 'Capaian Program', width=24), C('keluaran', I, 'Keluaran Sub Kegiatan', width=24),
    C('hasil', I, 'Hasil Kegiatan', width=24), C('lokasi', NOW, 'Lokasi Output Kegiatan', width=22),
    C('target_program', NOW, K, 'Program'), C('target_keluaran', NOW, K, 'Keluaran Sub Kegiatan'),
    C('target_hasil', NOW, K, 'Hasil Kegiatan'), C('pagu', NOW, 'Pagu Indikatif (Rp.)', width=18),
    C('sumber_dana', NOW, 'Sumber Dana', width=18), C('catatan', 'Catatan Penting'),
    C('maju_tolok_ukur', NEXT, K, 'Tolok Ukur', width=24), C('maju_target', NEXT, K, 'Target'),
    C('maju_pagu', NEXT, 'Kebutuhan Dana/Pagu Indikatif (Rp.)', width=18)), TITLES_33, number_row=False)
F = 'Capaian Kinerja dan Kerangka Pendanaan'
M = 'Prakiraan Maju Tahun {n+1}'
T33_SIPD_RI = Design('T-C.33', 'sipd-ri', (
    C('no', 'No', width=5), C('kode', 'Kode', width=18),
    C('uraian', 'Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan', width=40), C('indikator', 'Indikator', width=34),
    C('target_renstra', 'Target Akhir Periode Renstra'), C('realisasi_lalu', 'Realisasi Capaian Tahun {n-2}'),
    C('prakiraan_berjalan', 'Prakiraan Capaian Tahun {n-1}'), C('target', F, 'Target {n}'),
    C('pagu', F, 'Pagu Indikatif', width=18), C('lokasi', F, 'Lokasi', width=22),
    C('sumber_dana', F, 'Sumber Dana', width=18), C('prioritas_nasional', F, 'Prioritas', 'Nasional'),
    C('prioritas_daerah', F, 'Prioritas', 'Daerah'), C('kelompok_sasaran', 'Kelompok Sasaran'),
    C('maju_target', M, 'Target'), C('maju_pagu', M, 'Pagu', width=18),
    C('penanggung_jawab', 'Perangkat Daerah Penanggung Jawab', width=22)), TITLES_33)

T33 = {d.layout: d for d in (T33_PERMENDAGRI, T33_SIPD, T33_SIPD_RI)}
FIELD_TITLES = {'T-C.29': ('Tabel 2.1', '(T.C 29)', '(T-C.29)'), 'T-C.30': ('Tabel 2.2', '(T-C.30)', '(T.C 30)'),
                'T-C.31': ('Tabel 2.3', '(T-C.31)', '(T.C 31)'), 'T-C.32': ('Tabel 2.4', '(T-C.32)', '(T.C 32)'),
                'T-C.33': ('Tabel 3.3', '(T-C. 33)', '(T.C 33)')}


def years(n, **more):
    """What fills the years of headers and titles."""
    return {'n': str(n), 'n-1': str(n - 1), 'n-2': str(n - 2), 'n-3': str(n - 3), 'n+1': str(n + 1)} | more


def worded(text, facts):
    """A header or title with its years and in the field's word for the office."""
    for key, value in facts.items():
        text = text.replace('{' + key + '}', value)
    return text.replace('Perangkat Daerah', facts.get('opd', 'Perangkat Daerah'))
