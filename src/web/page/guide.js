// The guide behind "Bantuan": for each chapter its title, its points, and the picture that shows it. A point is a
// text, or the tag of a grade with what it means.
export const GUIDE = {
  id: [
    { title: "Lima menit pertama", picture: "results", shows: "Satu baris per berkas: keadaan, jumlah perbaikan, dan yang perlu diputuskan",
      points: [
        "Letakkan berkas atau folder Renja pada kotak 1, seperti adanya. Berkas Anda tidak pernah diubah.",
        "Kotak 2 mengatakan apa jadinya, satu baris per berkas. Klik nama berkas untuk melihat tabelnya.",
        "Tekan J, atau klik sel yang berwarna: di kanan tampak apa yang semula tertulis, menjadi apa, dan buktinya.",
        "Unduh buku kerja di kotak 4. Yang belum diputuskan tercatat di lembar Temuan.",
      ] },
    { title: "Warna dan mutu", picture: "repair", shows: "Sebuah perbaikan: semula, menjadi, bukti, dan sel di sekitarnya pada berkas asal",
      points: [
        ["A", "Hijau", "perbaikan A, terbukti oleh rumus, penjumlahan, baris kembar atau kodefikasi."],
        ["B", "Kuning", "perbaikan B, satu-satunya bacaan yang mungkin menurut penulisan, kosakata atau tetangganya. Lihat sekilas."],
        ["open", "Merah", "tidak ada yang membuktikan, jadi tidak diubah. Anda yang memutuskan."],
        ["decided", "Biru", "sudah Anda putuskan."],
        "Perbaikan yang benar diterima dengan Terima (Y); tanda ✓ ikut tersimpan dalam unduhan Keputusan. Yang keliru ditolak dengan Tolak (N): sel kembali seperti pada berkas asal, dan yang terbukti karenanya ikut ditanyakan.",
      ] },
    { title: "Pertanyaan terbuka", picture: "question", shows: "Sebuah pertanyaan dengan pilihan jawabannya",
      points: [
        "Klik sel merah, atau pilih “Perlu diputuskan” pada Tampilkan lalu tekan J. Pilih jawaban, atau tulis isi yang benar lalu Pakai.",
        "Bila Anda tidak tahu, biarkan: sel tetap seperti pada berkas asal dan tercatat di lembar Temuan.",
        "“Sama untuk semua yang seperti ini” mengikuti aturan, kolom dan jawaban yang sama di tabel itu.",
        "Yang memang begitu dijawab “Biarkan”. Temuan tentang tabelnya muncul bila tidak ada sel yang dipilih.",
      ] },
    { title: "Mengirim kembali",
      points: [
        "Kepada yang meminta: kirim buku kerja (xlsx). Tabel baku, ringkasan, daftar perbaikan dan temuan ada di dalamnya.",
        "Kepada Perangkat Daerah, untuk ditanyakan: kirim buku kerja itu juga; mereka mengisi kolom Keputusan di lembar Temuan. Setelah kembali, letakkan berkas asalnya, lalu Muat keputusan dengan buku yang sudah diisi.",
        "Untuk melanjutkan lain hari: unduh Keputusan; lain kali letakkan berkas asal yang sama, lalu Muat keputusan.",
      ] },
    { title: "Keamanan",
      points: ["Halaman ini hanya ada di komputer Anda. Tidak ada yang dikirim ke internet, tidak ada yang ditulis ke disk kecuali yang Anda unduh. Selesai menghentikan programnya."] },
  ],
  en: [
    { title: "The first five minutes", picture: "results", shows: "A row a file: its state, how many repairs, and what is to decide",
      points: [
        "Drop Renja files or folders on box 1 as they are. Your files are never changed.",
        "Box 2 says what became of them, a row a file. Click the name of a file to see its tables.",
        "Press J, or click a tinted cell: on the right stands what was written there before, what it became, and the proof.",
        "Save the workbook in box 4. What is not decided is listed on its sheet Findings.",
      ] },
    { title: "Colours and grades", picture: "repair", shows: "A repair: before, after, proof, and the cells around it in the source file",
      points: [
        ["A", "Green", "a repair A, proven by a formula, a sum, a twin row or the codification."],
        ["B", "Yellow", "a repair B, the only reading that typography, vocabulary or neighbours allow. Have a look."],
        ["open", "Red", "nothing proves it, so nothing was changed. You decide."],
        ["decided", "Blue", "you decided."],
        "A repair that is right is accepted with Accept (Y); its ✓ is kept in the saved Decisions. A wrong one is refused with Refuse (N): the cell is again as in the source file, and what was proven by it is asked about too.",
      ] },
    { title: "Open questions", picture: "question", shows: "A question with its answers to choose from",
      points: [
        "Click a red cell, or choose “To decide” at Show and press J. Choose an answer, or type what is right and press Use.",
        "If you do not know, leave it: the cell stays as in the source file and is listed on the sheet Findings.",
        "“The same for all like this” follows the same rule, column and answer in that table.",
        "What is meant so is answered with “Leave”. Findings about a table stand where no cell is picked.",
      ] },
    { title: "Sending back",
      points: [
        "To whoever asked: send the workbook (xlsx). It holds the standard tables, a summary, the repairs and the findings.",
        "To the office, to ask: send the same workbook; they fill in the column Decision of the sheet Findings. When it is back, drop the source file, then Load decisions with the workbook they filled in.",
        "To go on another day: save Decisions; then drop the same source file and Load decisions.",
      ] },
    { title: "Safety",
      points: ["This page lives on your computer only. Nothing is sent to the internet, nothing is written to disk but what you save. Finish ends the program."] },
  ],
};
