"""Invented words: names of regions and places, indicators, targets, remarks, proposals."""
from codification import sources_of_funds

SYLLABLES = ['ra', 'nu', 'ba', 'ya', 'su', 'ka', 'la', 'ras', 'ti', 'mur', 'wa', 'ngi', 'ten', 'gar', 'pa', 'lo', 'mi',
             'sen', 'da', 'ru', 'jo', 'ke', 'man', 'gu', 'lin', 'tan', 'be', 'rah', 'so', 'wi']
NOUNS = ['Pegawai', 'Dokumen Perencanaan', 'Aset Daerah', 'Kelompok Masyarakat', 'Pelaku Usaha', 'Sarana dan Prasarana',
         'Laporan Keuangan', 'Tenaga Pendamping', 'Data Sektoral', 'Pelayanan Publik', 'Desa Binaan', 'Unit Kerja',
         'Layanan Pengaduan', 'Rekomendasi Pengawasan', 'Kader Lapangan', 'Jaringan Informasi']
VERBS = ['yang Tersedia', 'yang Ditindaklanjuti', 'yang Dibina', 'yang Terlayani', 'yang Memenuhi Standar',
         'yang Tepat Waktu', 'yang Dikelola dengan Baik', 'yang Terverifikasi', 'yang Aktif']
UNITS = ['Dokumen', 'Laporan', 'Orang', 'Unit', 'Paket', 'Kegiatan', 'Kelompok', 'Bulan', 'Orang/bulan', 'Desa']
FUNDS = ['Dana Transfer Umum-Dana Alokasi Umum', 'Pendapatan Asli Daerah (PAD)', 'DAU', 'PAD', 'APBD',
         'Dana Bagi Hasil', 'Dana Alokasi Khusus']
REMARKS = ['Prioritas', 'Lanjutan', 'Usulan Musrenbang', 'Pokir', 'Sesuai RPJMD', 'Perlu penyesuaian pagu']
PROPOSALS = ['Pelatihan kader', 'Pengadaan alat kerja', 'Perbaikan balai warga', 'Bantuan modal kelompok',
             'Pembangunan jalan lingkungan', 'Penyediaan bibit unggul', 'Sosialisasi layanan', 'Rehabilitasi gedung',
             'Pendampingan usaha', 'Pengadaan perlengkapan belajar']
PEOPLE = ['Aparatur Sipil Negara', 'Masyarakat Umum', 'Pelaku Usaha', 'Perangkat Daerah', 'Kelompok Tani']


def place_name(rng):
    """A name that no map holds."""
    return ''.join(rng.sample(SYLLABLES, rng.choice((3, 3, 4)))).capitalize()


class Geography:
    """The places of one invented region; few of them, so that they recur."""

    def __init__(self, rng, pemda):
        base = place_name(rng)
        if rng.random() < 0.4:
            base += rng.choice([' Selatan', ' Utara', ' Barat', ' Timur'])
        self.kind = 'Provinsi' if pemda == 'provinsi' else rng.choice(['Kabupaten', 'Kabupaten', 'Kota'])
        self.region = f'{self.kind} {base}'
        self.short = {'Provinsi': 'Prov.', 'Kabupaten': 'Kab.', 'Kota': 'Kota'}[self.kind] + f' {base}'
        self.kecamatan = [place_name(rng) for _ in range(5)]
        self.desa = [place_name(rng) for _ in range(5)]
        self.style = rng.randrange(4)

    def lokasi(self, rng):
        """A place in the style of this office."""
        kecamatan, desa = rng.choice(self.kecamatan), rng.choice(self.desa)
        if self.style == 0:
            return rng.choice([f'{self.short}, Semua Kecamatan, Semua Kelurahan',
                               f'{self.short}, {kecamatan}, Semua Kelurahan'])
        if self.style == 1:
            return rng.choice([f'Kec. {kecamatan}', f'Desa {desa} Kec. {kecamatan}', self.short])
        if self.style == 2:
            return rng.choice([self.region, f'Kecamatan {kecamatan}'])
        return self.short


def indikator(rng, satuan):
    """An invented indicator that goes with a unit."""
    head = {'%': 'Persentase', 'Nilai': 'Nilai', 'Indeks': 'Indeks'}.get(satuan, 'Jumlah')
    return f'{head} {rng.choice(NOUNS)} {rng.choice(VERBS)}'


def group(number):
    """1250 as 1.250."""
    return f'{number:,}'.replace(',', '.')


def decimal(number, places=2):
    """1009.28 as 1.009,28."""
    return f'{number:,.{places}f}'.translate(str.maketrans(',.', '.,'))


def target(rng, satuan):
    """A printed target in its unit."""
    if satuan == '%':
        return rng.choice(['100 %', f'{rng.randint(5, 99)} %', f'{decimal(rng.uniform(1, 99))} %',
                           f'{decimal(rng.uniform(1, 99), 1)} %'])
    number = rng.choice([rng.randint(1, 12), rng.randint(1, 60), rng.randint(100, 9000)])
    return f'{group(number)} {satuan}'


def fund(rng):
    """A source of funds, as offices shorten it or as the regulation spells it."""
    return rng.choice(FUNDS) if rng.random() < 0.8 else rng.choice(sources_of_funds())


def proposal(rng, geography):
    """What stakeholders ask for."""
    return f'{rng.choice(PROPOSALS)} {rng.choice(["RT", "RW", "Dusun"])} {rng.choice(geography.desa)}'
