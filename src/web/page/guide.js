// The guide behind "Bantuan": for each chapter its title, its points, and the picture that shows it. A point is a
// text, or the tag of a grade with what it means.
export const GUIDE = {
  id: [
    { title: "Lima menit pertama", picture: "results", shows: "Satu baris per berkas: keadaan, jumlah perbaikan, dan yang perlu diputuskan",
      points: [
        "Letakkan berkas atau folder Renja pada kotak 1, seperti adanya. Berkas Anda tidak pernah diubah.",
        "Kotak 2 mengatakan apa jadinya, satu baris per berkas. Klik nama berkas untuk melihat tabelnya.",
        "Halaman terbuka pada pertanyaan pertama: klik jawabannya, dan pertanyaan berikutnya menyusul. Sel lain yang berwarna boleh diklik: di kanan tampak apa yang semula tertulis, menjadi apa, dan buktinya.",
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
        "“‹ 3 dari 57 ›” berjalan dari satu pertanyaan ke pertanyaan lain, juga dengan J dan K. Pilih jawaban, atau tulis isi yang benar lalu Pakai. “Hanya yang perlu diputuskan” menampilkannya dari semua tabel.",
        "Bila Anda tidak tahu, biarkan: sel tetap seperti pada berkas asal dan tercatat di lembar Temuan.",
        "“Sama untuk semua yang seperti ini” mengikuti aturan, kolom dan jawaban yang sama di tabel itu.",
        "Yang memang begitu dijawab “Biarkan”. Pertanyaan tentang satuan, tahun, daerah atau Perangkat Daerah ada di deretan yang sama.",
      ] },
    { title: "Mengirim kembali",
      points: [
        "Kepada yang meminta: kirim buku kerja (xlsx). Tabel baku, ringkasan, daftar perbaikan dan temuan ada di dalamnya.",
        "Kepada Perangkat Daerah, untuk ditanyakan: kirim buku kerja itu juga; mereka mengisi kolom Keputusan di lembar Temuan. Setelah kembali, letakkan berkas asalnya, lalu Muat keputusan dengan buku yang sudah diisi.",
        "Untuk melanjutkan lain hari: letakkan lagi berkas yang sama, atau revisinya; keputusan Anda sudah ada. Untuk melanjutkan di komputer lain: unduh Keputusan, lalu Muat keputusan di sana.",
      ] },
    { title: "Keamanan",
      points: ["Halaman ini hanya ada di komputer Anda. Tidak ada yang dikirim ke internet. Keputusan Anda disimpan di komputer ini; salinan berkas ada di folder sementara selama halaman terbuka. Selesai menghentikan programnya."] },
  ],
  en: [
    { title: "The first five minutes", picture: "results", shows: "A row a file: its state, how many repairs, and what is to decide",
      points: [
        "Drop Renja files or folders on box 1 as they are. Your files are never changed.",
        "Box 2 says what became of them, a row a file. Click the name of a file to see its tables.",
        "The page opens at the first question: click its answer, and the next question follows. Other tinted cells may be clicked: on the right stands what was written there before, what it became, and the proof.",
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
        "“‹ 3 of 57 ›” goes from question to question, with J and K too. Choose an answer, or type what is right and press Use. “Only what is to decide” shows those of all tables.",
        "If you do not know, leave it: the cell stays as in the source file and is listed on the sheet Findings.",
        "“The same for all like this” follows the same rule, column and answer in that table.",
        "What is meant so is answered with “Leave”. Questions about units, years, the region or the office stand in the same list.",
      ] },
    { title: "Sending back",
      points: [
        "To whoever asked: send the workbook (xlsx). It holds the standard tables, a summary, the repairs and the findings.",
        "To the office, to ask: send the same workbook; they fill in the column Decision of the sheet Findings. When it is back, drop the source file, then Load decisions with the workbook they filled in.",
        "To go on another day: drop the same file again, or its revision; your decisions are there. To go on at another computer: save Decisions, and Load decisions there.",
      ] },
    { title: "Safety",
      points: ["This page lives on your computer only. Nothing is sent to the internet. What you decide is kept on this computer; copies of the files lie in a temporary folder while the page is open. Finish ends the program."] },
  ],
};
