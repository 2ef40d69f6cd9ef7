"use strict";
// The page of rapikan: four steps on one screen. It speaks to the program that served it and to nobody else.

// ── Words ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const WORDS = {
  id: {
    steps: "Langkah", step1: "Letakkan berkas", step2: "Hasil", step3: "Tinjau", step4: "Unduh",
    lookup: "Kodefikasi", template: "Templat", help: "Bantuan", end: "Selesai", close: "Tutup",
    dropHere: "Letakkan berkas atau folder Renja di sini",
    dropKinds: "Excel, ODS, HTML atau CSV. Berkas tidak dikirim ke mana pun dan tidak pernah diubah.",
    chooseFiles: "Pilih berkas", chooseFolder: "Pilih folder",
    file: "Berkas", verdict: "Keadaan", tables: "Tabel", rows: "Baris", repairsA: "Perbaikan A", repairsB: "Perbaikan B",
    open: "Perlu diputuskan", gap: "Selisih terbesar", remove: "Singkirkan", ready: "Siap", to_check: "Perlu dilihat",
    bad: "Tidak terbaca", waiting: "Menunggu", working: "Sedang dirapikan …",
    form: "Tabel", show: "Tampilkan", showAll: "Semua baris", showMarks: "Yang ditandai", showA: "Perbaikan A",
    showB: "Perbaikan B", showOpen: "Perlu diputuskan", showDecided: "Sudah diputuskan", level: "Tingkat", all: "Semua",
    search: "Cari", causes: "Sebab", noRows: "Tidak ada baris yang cocok dengan saringan ini.",
    saveXlsx: "Buku kerja (xlsx)", saveAudit: "Audit", saveDecisions: "Keputusan", saveAll: "Semua berkas (zip)", loadDecisions: "Muat keputusan",
    saved: "{0} diunduh.", ofFile: "dari {0}",
    lookupTitle: "Cari di kodefikasi", lookupText: "Kode atau nama, boleh salah eja", below: "Di bawah kode",
    edition: "Edisi", code: "Kode", name: "Nama", indicator: "Indikator", alike: "Mirip",
    nothing: "Tidak ada yang mirip; coba kata yang lebih sedikit, atau tanpa tingkat dan kode.",
    templateTitle: "Buku kerja kosong siap isi", year: "Tahun rencana", bidang: "Bidang urusan, yang utama dahulu",
    opd: "Perangkat Daerah", region: "Daerah (Kabupaten …, Kota …, Provinsi …)", makeTemplate: "Unduh templat",
    endedTitle: "rapikan sudah berhenti",
    endedText: "Tab ini boleh ditutup. Untuk mulai lagi, jalankan rapikan sekali lagi.",
    lost: "Program rapikan tidak menjawab lagi. Jalankan rapikan sekali lagi, lalu letakkan berkasnya kembali.",
    incomplete: "Alamat ini tidak lengkap: buka alamat yang dicetak rapikan, beserta token di belakangnya.",
    tooLarge: "berkas ini {0} MiB, lebih dari batas {1} MiB; hapus gambar dan lembar yang tidak perlu, lalu simpan ulang.",
    filesDone: "{0} berkas selesai.", filesBad: "{0} tidak terbaca.", intro1: "Letakkan berkas Renja seperti adanya, hasil salinan PDF, unduhan SIPD atau ketikan Excel: tabel T-C.29 sampai T-C.33 dicari sendiri.", intro2: "Lihat apa yang diperbaiki dan apa yang perlu diputuskan, satu baris per berkas.", intro3: "Tinjau setiap perbaikan dengan buktinya; terima, tolak, atau pilih jawaban.", intro4: "Unduh buku kerja baku beserta daftar perbaikannya.", reviewed: "— {0} dari {1} sel ditinjau",
    keys: "Papan ketik: J/K sel bertanda berikut/sebelum · Y terima · N tolak · 1–9 pilih jawaban · S sama untuk semua · U batalkan · Z urungkan langkah terakhir · / cari · anak panah pindah sel",
    pick: "Klik sel yang berwarna, atau tekan J, untuk melihat apa yang diubah dan buktinya.",
    asIs: "Sel ini tidak diubah.", row: "baris", before: "Semula", after: "Menjadi", rule: "Aturan", proof: "Bukti", source: "Sel asal",
    empty: "(kosong)", grade: "Mutu", gradeA: "A, terbukti", gradeB: "B, satu-satunya bacaan yang mungkin",
    accept: "Terima", accepted: "Diterima", refuse: "Tolak", undo: "Batalkan keputusan", question: "Perlu diputuskan",
    found: "Terbaca", expected: "Seharusnya", other: "Isi lain", use: "Pakai", choose: "Pilih isi yang benar",
    same: "Sama untuk semua yang seperti ini ({0} lagi)", youRefused: "Anda menolak perbaikan ini.", youChose: "Anda memilih: {0}",
    noAnswer: "Temuan ini mengenai tabelnya; perbaiki di berkas asal, lalu rapikan lagi.",
    around: "Di sekitarnya pada berkas asal", saving: "Menyimpan keputusan …", decided: "{0} keputusan diikuti.",
    undone: "Langkah terakhir diurungkan.", nothingToUndo: "Tidak ada yang dapat diurungkan.",
    levels: { urusan: "Urusan", bidang_urusan: "Bidang urusan", program: "Program", kegiatan: "Kegiatan", sub_kegiatan: "Sub kegiatan", jumlah: "Jumlah", indikator: "Indikator", usulan: "Usulan" },
    proofs: { formula: "Rumus kolom", sum: "Penjumlahan", twin: "Baris kembar", codification: "Kodefikasi", sibling: "Tetangga", header: "Kepala kolom", vocabulary: "Kosakata", typography: "Penulisan", person: "Keputusan Anda" },
  },
  en: {
    steps: "Steps", step1: "Drop files", step2: "Results", step3: "Review", step4: "Save",
    lookup: "Codification", template: "Template", help: "Help", end: "Finish", close: "Close",
    dropHere: "Drop Renja files or folders here",
    dropKinds: "Excel, ODS, HTML or CSV. Files are sent nowhere and never changed.",
    chooseFiles: "Choose files", chooseFolder: "Choose a folder",
    file: "File", verdict: "State", tables: "Tables", rows: "Rows", repairsA: "Repairs A", repairsB: "Repairs B",
    open: "To decide", gap: "Largest gap", remove: "Put away", ready: "Ready", to_check: "To check",
    bad: "Unreadable", waiting: "Waiting", working: "Being cleaned …",
    form: "Table", show: "Show", showAll: "All rows", showMarks: "Marked ones", showA: "Repairs A",
    showB: "Repairs B", showOpen: "To decide", showDecided: "Decided", level: "Level", all: "All",
    search: "Search", causes: "Causes", noRows: "No row fits these filters.",
    saveXlsx: "Workbook (xlsx)", saveAudit: "Audit", saveDecisions: "Decisions", saveAll: "All files (zip)", loadDecisions: "Load decisions",
    saved: "{0} saved.", ofFile: "of {0}",
    lookupTitle: "Search the codification", lookupText: "A code or a name, misspelt ones too", below: "Below code",
    edition: "Edition", code: "Code", name: "Name", indicator: "Indicator", alike: "Alike",
    nothing: "Nothing is alike; try fewer words, or no level and code.",
    templateTitle: "A blank workbook to type into", year: "Plan year", bidang: "Bidang urusan, the main one first",
    opd: "Office", region: "Region (Kabupaten …, Kota …, Provinsi …)", makeTemplate: "Save the template",
    endedTitle: "rapikan has ended", endedText: "You may close this tab. To begin again, start rapikan once more.",
    lost: "rapikan no longer answers. Start rapikan once more and drop the files again.",
    incomplete: "This address is not whole: open the one that rapikan printed, with the token at its end.",
    tooLarge: "the file has {0} MiB, more than the limit of {1} MiB; remove pictures and sheets that are not needed and save it anew.",
    filesDone: "{0} files done.", filesBad: "{0} unreadable.", intro1: "Drop Renja files as they are, copied from a PDF, saved from SIPD or typed in Excel: the tables T-C.29 to T-C.33 are found by themselves.", intro2: "See what was repaired and what is to decide, a row a file.", intro3: "Review every repair with its proof; accept it, refuse it, or choose an answer.", intro4: "Save the standard workbook with the list of its repairs.", reviewed: "— {0} of {1} cells reviewed",
    keys: "Keyboard: J/K next/previous marked cell · Y accept · N refuse · 1–9 choose an answer · S same for all · U take the decision back · Z undo the last step · / search · arrows move",
    pick: "Click a tinted cell, or press J, to see what was changed and its proof.",
    asIs: "This cell was not changed.", row: "row", before: "Before", after: "After", rule: "Rule", proof: "Proof", source: "Source cell",
    empty: "(empty)", grade: "Grade", gradeA: "A, proven", gradeB: "B, the only possible reading",
    accept: "Accept", accepted: "Accepted", refuse: "Refuse", undo: "Take the decision back", question: "To decide",
    found: "Found", expected: "Expected", other: "Something else", use: "Use", choose: "Choose what is right",
    same: "The same for all like this ({0} more)", youRefused: "You refused this repair.", youChose: "You chose: {0}",
    noAnswer: "This finding concerns the table; mend it in the source file and clean it again.",
    around: "Around it in the source file", saving: "Saving decisions …", decided: "{0} decisions followed.",
    undone: "The last step is undone.", nothingToUndo: "There is nothing to undo.",
    levels: { urusan: "Urusan", bidang_urusan: "Bidang urusan", program: "Program", kegiatan: "Kegiatan", sub_kegiatan: "Sub kegiatan", jumlah: "Total", indikator: "Indicator", usulan: "Proposal" },
    proofs: { formula: "Column formula", sum: "Sum", twin: "Twin row", codification: "Codification", sibling: "Neighbour", header: "Header", vocabulary: "Vocabulary", typography: "Typography", person: "Your decision" },
  },
};
const HELP = {
  id: [
    ["Warna dan mutu", [
      ["A", "Hijau, A: perbaikan yang terbukti oleh rumus, penjumlahan, baris kembar atau kodefikasi."],
      ["B", "Kuning, B: satu-satunya bacaan yang mungkin menurut penulisan, kosakata atau tetangganya. Lihat sekilas."],
      ["open", "Merah, ?: tidak ada yang membuktikan, jadi tidak diubah. Anda yang memutuskan."],
      ["decided", "Biru, ✎: sudah Anda putuskan."],
    ]],
    ["Pertanyaan terbuka", [
      [null, "Klik sel merah, atau tekan J. Pilih salah satu jawaban, atau tulis isi yang benar lalu Pakai."],
      [null, "Bila Anda tidak tahu, biarkan: sel itu tetap seperti pada berkas asal dan tercatat di lembar Temuan."],
      [null, "Perbaikan yang keliru ditolak dengan Tolak (N): sel kembali seperti pada berkas asal. Bila bukti lain bergantung padanya, sel itu ikut ditanyakan."],
      [null, "“Sama untuk semua yang seperti ini” mengikuti aturan, kolom dan jawaban yang sama di tabel itu."],
    ]],
    ["Mengirim kembali", [
      [null, "Unduh buku kerja (xlsx): tabel baku, ringkasan, daftar perbaikan dan temuan ada di dalamnya. Kirim buku itu kepada yang meminta."],
      [null, "Unduh Keputusan untuk melanjutkan lain hari: letakkan berkas asal yang sama, lalu Muat keputusan. Buku hasil yang kolom Keputusannya sudah diisi dapat dimuat pula."],
      [null, "Kembalikan ke Perangkat Daerah: kirim buku kerja; mereka mengisi kolom Keputusan di lembar Temuan."],
    ]],
    ["Keamanan", [
      [null, "Halaman ini hanya ada di komputer Anda. Tidak ada yang dikirim ke internet, tidak ada yang ditulis ke disk kecuali yang Anda unduh. Selesai menghentikan programnya."],
    ]],
  ],
  en: [
    ["Colours and grades", [
      ["A", "Green, A: a repair proven by a formula, a sum, a twin row or the codification."],
      ["B", "Yellow, B: the only reading that typography, vocabulary or neighbours allow. Have a look."],
      ["open", "Red, ?: nothing proves it, so nothing was changed. You decide."],
      ["decided", "Blue, ✎: you decided."],
    ]],
    ["Open questions", [
      [null, "Click a red cell, or press J. Choose an answer, or type what is right and press Use."],
      [null, "If you do not know, leave it: the cell stays as in the source file and is listed on the sheet Findings."],
      [null, "A wrong repair is refused with Refuse (N): the cell is again as in the source file. What was proven by it is asked about too."],
      [null, "“The same for all like this” follows the same rule, column and answer in that table."],
    ]],
    ["Sending back", [
      [null, "Save the workbook (xlsx): it holds the standard tables, a summary, the repairs and the findings. Send it to whoever asked."],
      [null, "Save Decisions to go on another day: drop the same source file, then Load decisions. A result workbook with its column Decision filled in can be loaded too."],
      [null, "Back to the office: send the workbook; they fill in the column Decision of the sheet Findings."],
    ]],
    ["Safety", [
      [null, "This page lives on your computer only. Nothing is sent to the internet, nothing is written to disk but what you save. Finish ends the program."],
    ]],
  ],
};
let language = "id";
const t = (key, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), WORDS[language][key] ?? key);
const said = (text) => (text ? text[language] : "");
const figure = (value) => new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 2 }).format(value);
const $ = (id) => document.getElementById(id);

/** An element with properties and children; texts are never read as HTML. */
function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else if (key === "text") made.textContent = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

// ── The program ────────────────────────────────────────────────────────────────────────────────────────────────────
const token = (() => {
  const given = new URLSearchParams(location.search).get("token");
  if (given) {
    // The secret stays out of the history and of what a person copies.
    sessionStorage.setItem("token", given);
    history.replaceState(null, "", "/");
  }
  return given || sessionStorage.getItem("token") || "";
})();

class Refused extends Error {
  constructor(message) { super(said(message)); this.both = message; }
}

async function ask(path, options = {}) {
  const headers = { ...options.headers, "X-Rapikan-Token": token };
  const answer = await fetch(path, { ...options, headers });
  if (answer.ok) return answer;
  let body = {};
  try { body = await answer.json(); } catch { /* no message */ }
  throw new Refused(body.message || { id: `Ditolak (${answer.status}).`, en: `Refused (${answer.status}).` });
}
const askJson = async (path, options) => (await ask(path, options)).json();

async function save(path, options) {
  const answer = await ask(path, options);
  const name = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get("Content-Disposition") || "");
  const link = el("a", { href: URL.createObjectURL(await answer.blob()), download: name ? decodeURIComponent(name[1]) : "hasil" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return link.download;
}

/** Signs of life: each is answered late, and the next follows at once. */
async function beat() {
  for (let failed = 0; ;) {
    try {
      await ask("/api/beat", { method: "POST" });
      failed = 0;
    } catch {
      if (finished) return;
      failed += 1;
      if (failed > 2) { banner(t("lost")); return; }
      await new Promise((again) => setTimeout(again, 1500));
    }
  }
}
function banner(text) { $("banner").textContent = text; $("banner").hidden = false; }
function tell(text, bad = false) {
  $("status").textContent = text;
  $("status").classList.toggle("bad", bad);
}

// ── Step 1: files ──────────────────────────────────────────────────────────────────────────────────────────────────
const ENDINGS = /\.(xlsx|xlsm|xlsb|xls|ods|html?|xml|csv)$/i;
const files = []; // { name, state: waiting|working|done|bad, blob, outcome, message, history }
let current = null;
let limit = Infinity;
let finished = false;
let workers = 0;

let begun;
const ready = new Promise((resolve) => { begun = resolve; });

async function take(list, fromFolder) {
  // Not before it is known what lies on the page already.
  await ready;
  for (const blob of list) {
    const hidden = blob.name.startsWith("~$") || blob.name.startsWith(".");
    if (fromFolder && (hidden || !ENDINGS.test(blob.name))) continue;
    files.push({ name: blob.name, state: "waiting", blob, history: [] });
  }
  document.body.classList.toggle("filled", files.length > 0);
  drawResults();
  while (workers < 2 && files.some((file) => file.state === "waiting")) work();
}

async function work() {
  workers += 1;
  for (let file; (file = files.find((other) => other.state === "waiting")); ) {
    file.state = "working";
    drawResults();
    try {
      if (file.blob.size > limit) {
        const text = (words) => words.tooLarge.replace("{0}", Math.ceil(file.blob.size / 1048576)).replace("{1}", Math.floor(limit / 1048576));
        throw new Refused({ id: text(WORDS.id), en: text(WORDS.en) });
      }
      const headers = { "X-Rapikan-Name": encodeURIComponent(file.name), "Content-Type": "application/octet-stream" };
      file.outcome = await askJson("/api/files", { method: "POST", body: await file.blob.arrayBuffer(), headers });
      file.state = "done";
    } catch (error) {
      file.state = "bad";
      file.message = error.both || { id: String(error.message), en: String(error.message) };
    }
    file.blob = null;
    drawResults();
    if (file.state === "done" && !current) await choose(file);
  }
  workers -= 1;
  if (workers === 0) {
    const count = (state) => files.filter((file) => file.state === state).length;
    tell(t("filesDone", count("done")) + (count("bad") ? ` ${t("filesBad", count("bad"))}` : ""));
  }
}

async function walk(entry, found) {
  if (entry.isFile) {
    found.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  const reader = entry.createReader();
  for (let more; (more = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length; ) {
    for (const inner of more) await walk(inner, found);
  }
}

async function dropped(event) {
  event.preventDefault();
  $("drop").classList.remove("over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
  if (!entries.length) return take(event.dataTransfer.files, false);
  for (const entry of entries) {
    const found = [];
    await walk(entry, found);
    take(found, entry.isDirectory);
  }
}

// ── Step 2: results ────────────────────────────────────────────────────────────────────────────────────────────────
function drawResults() {
  $("results").hidden = files.length === 0;
  $("review-step").hidden = !current;
  $("save-step").hidden = !current;
  $("results").tBodies[0].replaceChildren(...files.map(resultRow));
}

function resultRow(file) {
  const cell = (label, child, kind = "") => el("td", { class: kind, "data-label": t(label) }, child);
  const name = el("th", { scope: "row", class: "name" }, file.state === "done"
    ? el("button", { type: "button", text: file.name, "aria-pressed": String(file === current), onclick: () => choose(file) })
    : el("span", { text: file.name }));
  const away = el("td", {}, el("button", { type: "button", text: "✕", "aria-label": `${t("remove")}: ${file.name}`, title: t("remove"), onclick: () => remove(file) }));
  if (file.state !== "done") {
    const state = file.state === "bad"
      ? el("td", { colspan: 7, class: "message" }, el("span", { class: "tag open", text: t("bad") }), ` ${said(file.message)}`)
      : el("td", { colspan: 7 }, el("progress", { "aria-label": t(file.state), value: file.state === "waiting" ? 0 : null }), ` ${t(file.state)}`);
    return el("tr", {}, name, state, away);
  }
  const it = file.outcome;
  return el("tr", { class: file === current ? "chosen" : "" }, name,
    cell("verdict", el("span", { class: `tag ${it.verdict}`, text: t(it.verdict) })),
    cell("tables", figure(it.tables.length), "figure"), cell("rows", figure(it.rows), "figure"),
    cell("repairsA", figure(it.proven), "figure"), cell("repairsB", figure(it.likely), "figure"),
    cell("open", figure(it.open), "figure"), cell("gap", it.gap === "0" ? "–" : `Rp ${figure(it.gap)}`, "figure"), away);
}

async function remove(file) {
  if (file.outcome) await ask(`/api/files/${file.outcome.id}/remove`, { method: "POST" });
  files.splice(files.indexOf(file), 1);
  document.body.classList.toggle("filled", files.length > 0);
  if (file === current) {
    current = null;
    const next = files.find((other) => other.state === "done");
    if (next) await choose(next);
  }
  drawResults();
}

async function choose(file) {
  current = file;
  here = null;
  table = 0;
  await load();
  drawResults();
  fillFilters();
  refilter();
}

// ── Step 3: review ─────────────────────────────────────────────────────────────────────────────────────────────────
let model = null;
let table = 0; // the index of the table that is shown
let marks = new Map(); // "table:row:position" → { repairs, questions, decided }
let shown = []; // the rows of the table that pass the filters
let here = null; // { table, row, position }
let all = false; // "the same for all like this"
const accepted = new Set(); // what was looked at and found right: nothing follows from it but a tick

const keyOf = (place) => `${place.table}:${place.row}:${place.position}`;
const markAt = (row, position, of = table) => marks.get(`${of}:${row}:${position}`);

async function load() {
  model = await askJson(`/api/files/${current.outcome.id}/model`);
  marks = new Map();
  const put = (list, item) => {
    if (item.table === null || item.row === null) return;
    const key = keyOf(item);
    if (!marks.has(key)) marks.set(key, { repairs: [], questions: [], decided: [] });
    marks.get(key)[list].push(item);
  };
  for (const item of model.repairs) put("repairs", item);
  for (const item of model.questions) put("questions", item);
  for (const item of model.decided) put("decided", item);
}

/** What a cell is tinted as: a decision before a question, a question before the weakest repair. */
function tint(mark) {
  if (!mark) return "";
  if (mark.decided.length) return "decided";
  if (mark.questions.length) return "open";
  return mark.repairs.some((repair) => repair.grade !== "A") ? "B" : "A";
}
const isSeen = (key, mark) => mark.decided.length > 0 || (mark.repairs.length > 0 && mark.repairs.every((repair) => accepted.has(`${current.outcome.id} ${repair.id}`)));

function fillFilters() {
  const tables = model.tables.map((one, at) => el("option", { value: at, text: `${one.id} (${figure(one.rows.length)})` }));
  $("form").replaceChildren(...tables);
  $("form").value = table;
  const levels = [...new Set(model.tables.flatMap((one) => one.rows.map((row) => row.level)))].filter(Boolean);
  const chosen = $("level").value;
  $("level").replaceChildren(el("option", { value: "", text: t("all") }), ...levels.map((level) => el("option", { value: level, text: WORDS[language].levels[level] })));
  $("level").value = levels.includes(chosen) ? chosen : "";
  $("causes").querySelector("ul").replaceChildren(...current.outcome.causes.map((cause) => el("li", { text: said(cause.said) })),
    ...current.outcome.notices.map((notice) => el("li", { text: said(notice) })));
  $("causes").hidden = !current.outcome.causes.length && !current.outcome.notices.length;
  $("save-name").textContent = t("ofFile", current.name);
}

/** The rows of a table that pass the filters. */
function passing(at) {
  const [grade, level, text] = [$("grade").value, $("level").value, $("text").value.trim().toLowerCase()];
  const one = model.tables[at];
  const fits = (mark) => {
    if (!mark) return false;
    const kind = tint(mark);
    return grade === "marks" || kind === grade || (grade === "A" || grade === "B" ? mark.repairs.some((repair) => repair.grade === grade) : false);
  };
  const rows = [];
  one.rows.forEach((row, index) => {
    if (level && row.level !== level) return;
    if (grade && !one.columns.some((_, position) => fits(markAt(index, position, at)))) return;
    if (text && !row.cells.some((cell) => cell && cell[0].toLowerCase().includes(text))) return;
    rows.push(index);
  });
  return rows;
}

function refilter() {
  if (!model) return;
  shown = passing(table);
  build();
  drawDetail();
  drawProgress();
}

function drawProgress() {
  let seen = 0;
  for (const [key, mark] of marks) if (isSeen(key, mark)) seen += 1;
  $("reviewed").textContent = t("reviewed", figure(seen), figure(marks.size));
  $("keys").textContent = t("keys");
}

// The sheet: only the rows in view are in the document, so that thousands cost as little as twenty.
let rowHeight = 44;
let body = null;
let drawn = [-1, -1];

function build() {
  const one = model.tables[table];
  const groups = el("colgroup");
  let whole = 0;
  for (const column of one.columns) {
    const wide = Math.max(column.role === "code" ? 128 : 70, Math.min(column.width * 7.4, 300));
    const col = el("col");
    col.style.width = `${wide}px`;
    whole += wide;
    groups.append(col);
  }
  const head = el("tr", { role: "row", "aria-rowindex": 1 }, ...one.columns.map((column, at) => el("th", {
    scope: "col", role: "columnheader", class: at === pinned(one) ? "fixed" : "", title: column.header.join(" › "),
  }, column.header.length > 1 && el("div", { class: "group", text: column.header.slice(0, -1).join(" › ") }), el("div", { class: "text", text: column.header[column.header.length - 1] }))));
  body = el("tbody", { role: "rowgroup" });
  const made = el("table", { role: "presentation" }, groups, el("thead", { role: "rowgroup" }, head), body);
  const grid = { "aria-rowcount": shown.length + 1, "aria-colcount": one.columns.length, "aria-label": `${one.id} ${one.title}` };
  for (const [key, value] of Object.entries(grid)) $("sheet").setAttribute(key, value);
  made.style.width = `${whole}px`;
  $("sheet").replaceChildren(made, shown.length ? "" : el("p", { class: "quiet", text: t("noRows") }));
  drawn = [-1, -1];
  drawRows();
  const first = body.querySelector("tr.line");
  if (first) rowHeight = first.getBoundingClientRect().height || rowHeight;
  drawn = [-1, -1];
  drawRows();
}

/** The column that stays in sight: the code, else the name. */
function pinned(one) {
  const code = one.columns.findIndex((column) => column.role === "code");
  return code >= 0 ? code : Math.max(0, one.columns.findIndex((column) => column.role === "name"));
}

function drawRows() {
  const sheet = $("sheet");
  const [above, count] = [8, Math.ceil(sheet.clientHeight / rowHeight) + 16];
  const first = Math.max(0, Math.min(Math.floor(sheet.scrollTop / rowHeight) - above, shown.length - count));
  const last = Math.min(shown.length, first + count);
  if (drawn[0] === first && drawn[1] === last) return;
  drawn = [first, last];
  const space = (rows) => {
    const row = el("tr", { class: "space", role: "presentation", "aria-hidden": "true" }, el("td", { colspan: model.tables[table].columns.length }));
    row.firstChild.style.height = `${rows * rowHeight}px`;
    return row;
  };
  body.replaceChildren(space(first), ...shown.slice(first, last).map((row, at) => line(row, first + at)), space(shown.length - last));
  point();
}

function line(index, at) {
  const one = model.tables[table];
  const row = one.rows[index];
  const fixed = pinned(one);
  const cells = one.columns.map((column, position) => {
    const cell = row.cells[position];
    const mark = markAt(index, position);
    const kinds = [tint(mark), column.numeric ? "numeric" : "", position === fixed ? "fixed" : ""];
    if (mark && isSeen("", mark)) kinds.push("seen");
    const label = mark ? { A: t("showA"), B: t("showB"), open: t("question"), decided: t("showDecided") }[tint(mark)] : null;
    return el("td", { role: "gridcell", id: `c-${index}-${position}`, class: kinds.filter(Boolean).join(" "), "aria-colindex": position + 1 },
      el("div", { class: "text", text: cell ? cell[0] : "" }), label && el("span", { class: "unseen", text: label }));
  });
  return el("tr", { role: "row", class: `line ${row.level || ""}`, "aria-rowindex": at + 2, "data-row": index }, ...cells);
}

/** Puts the frame around the cell that is looked at. */
function point() {
  body.querySelector(".here")?.classList.remove("here");
  $("sheet").removeAttribute("aria-activedescendant");
  if (!here || here.table !== table) return;
  const cell = $(`c-${here.row}-${here.position}`);
  cell?.classList.add("here");
  if (cell) $("sheet").setAttribute("aria-activedescendant", cell.id);
}

function goTo(place, scroll = true) {
  if (place.table !== table) {
    table = place.table;
    $("form").value = table;
    shown = passing(table);
    build();
  }
  here = place;
  all = false;
  const at = shown.indexOf(place.row);
  const sheet = $("sheet");
  if (scroll && at >= 0) {
    const head = sheet.querySelector("thead").getBoundingClientRect().height;
    const top = at * rowHeight;
    if (top < sheet.scrollTop || top + rowHeight + head > sheet.scrollTop + sheet.clientHeight) {
      sheet.scrollTop = Math.max(0, top - (sheet.clientHeight - head) / 3);
    }
    drawRows();
    const cell = $(`c-${place.row}-${place.position}`);
    const fixed = sheet.querySelector("thead .fixed");
    const left = fixed && fixed.cellIndex !== place.position ? fixed.offsetWidth + (fixed.cellIndex === 0 ? 0 : fixed.offsetLeft) : 0;
    const pin = fixed ? fixed.offsetWidth : 0;
    if (cell && !cell.classList.contains("fixed")) {
      if (cell.offsetLeft < sheet.scrollLeft + pin) sheet.scrollLeft = cell.offsetLeft - Math.min(left, pin) - 4;
      else if (cell.offsetLeft + cell.offsetWidth > sheet.scrollLeft + sheet.clientWidth) sheet.scrollLeft = cell.offsetLeft + cell.offsetWidth - sheet.clientWidth + 4;
    }
  }
  point();
  drawDetail();
}

/** The marked cells of a table in reading order, those alone that the filters show. */
function stops(at) {
  const grade = $("grade").value;
  const fits = (mark) => !grade || grade === "marks" || tint(mark) === grade || ((grade === "A" || grade === "B") && mark.repairs.some((repair) => repair.grade === grade));
  const found = [];
  for (const row of at === table ? shown : passing(at)) {
    for (let position = 0; position < model.tables[at].columns.length; position += 1) {
      const mark = markAt(row, position, at);
      if (mark && fits(mark)) found.push({ table: at, row, position });
    }
  }
  return found;
}

function stride(way) {
  const after = (place) => !here || here.table !== table || place.row > here.row || (place.row === here.row && place.position > here.position);
  const before = (place) => here && (place.row < here.row || (place.row === here.row && place.position < here.position));
  for (let turn = 0, at = table; turn <= model.tables.length; turn += 1, at = (at + way + model.tables.length) % model.tables.length) {
    const found = stops(at);
    const fitting = turn === 0 ? found.filter(way > 0 ? after : before) : found;
    const next = way > 0 ? fitting[0] : fitting[fitting.length - 1];
    if (next) { goTo(next); return; }
  }
}

function move(rows, columns) {
  if (!shown.length) return;
  const at = here && here.table === table ? shown.indexOf(here.row) : -1;
  if (at < 0) { goTo({ table, row: shown[0], position: 0 }); return; }
  const row = shown[Math.max(0, Math.min(shown.length - 1, at + rows))];
  const position = Math.max(0, Math.min(model.tables[table].columns.length - 1, here.position + columns));
  goTo({ table, row, position });
}

// What is said about a cell.
function drawDetail() {
  const detail = $("detail");
  detail.classList.toggle("none", !here);
  const title = (text) => el("h3", { id: "detail-title", text });
  if (!here) {
    detail.replaceChildren(title(t("step3")), el("p", { class: "quiet", text: t("pick") }), legend());
    return;
  }
  const one = model.tables[here.table];
  const row = one.rows[here.row];
  const name = one.columns.findIndex((column) => column.role === "name");
  const mark = marks.get(keyOf(here));
  const cell = row.cells[here.position];
  const parts = [
    el("button", { type: "button", class: "away", text: "✕", "aria-label": t("close"), onclick: () => { here = null; point(); drawDetail(); $("sheet").focus(); } }),
    title(one.columns[here.position].header.join(" › ")),
    el("p", { class: "quiet", text: `${one.id}, ${t("row")} ${row.source_rows.join(", ")}${name >= 0 && row.cells[name] ? ` · ${row.cells[name][0]}` : ""}` }),
    !mark && cell && el("p", { class: "value", text: cell[0] }),
  ];
  if (!mark) parts.push(el("p", { class: "quiet", text: t("asIs") }));
  if (mark) {
    parts.push(...mark.decided.map(drawDecided));
    parts.push(...mark.questions.map((question) => drawQuestion(question)));
    parts.push(...mark.repairs.map((repair) => drawRepair(repair)));
    const told = [...mark.repairs, ...mark.questions].find((item) => item.around);
    if (told) parts.push(drawAround(told.around));
  }
  detail.replaceChildren(...parts.filter(Boolean));
  detail.scrollTop = 0;
}

const legend = () => el("p", { class: "row" }, el("span", { class: "tag A", text: t("showA") }), el("span", { class: "tag B", text: t("showB") }),
  el("span", { class: "tag open", text: t("question") }), el("span", { class: "tag decided", text: t("showDecided") }));

const pairs = (...list) => el("dl", {}, ...list.filter((pair) => pair && pair[1] !== null && pair[1] !== undefined && pair[1] !== "")
  .flatMap(([key, value]) => [el("dt", { text: t(key) }), el("dd", {}, value)]));

const button = (key, letter, action, kind = "") => el("button", { type: "button", class: kind, onclick: action }, t(key), letter && el("kbd", { text: letter }));

function drawRepair(repair) {
  const person = repair.proofs.some((proof) => proof.kind === "person");
  const ok = accepted.has(`${current.outcome.id} ${repair.id}`);
  const proofs = repair.proofs.map((proof) => el("div", { text: `${WORDS[language].proofs[proof.kind]}: ${proof.text}` }));
  return el("article", {},
    el("p", {}, el("span", { class: `tag ${repair.grade}`, text: repair.grade === "A" ? t("gradeA") : t("gradeB") }), " ", el("strong", { text: said(repair.name) || repair.rule })),
    pairs(["before", el("del", { text: repair.before || t("empty") })], ["after", el("ins", { text: repair.after || t("empty") })],
      ["proof", el("div", {}, ...proofs)]),
    !person && el("p", { class: "row" }, button(ok ? "accepted" : "accept", "Y", () => accept(), "main"), button("refuse", "N", () => refuse())),
    !person && sameBox(likeRepair(repair).length - 1),
    pairs(["source", repair.sources.join(", ")], ["rule", said(repair.why)]));
}

function drawQuestion(question) {
  const answers = question.candidates.map((text, at) => el("button", { type: "button", onclick: () => answer(question, text) }, at < 9 && el("kbd", { text: at + 1 }), text || t("empty")));
  const other = el("input", { "aria-label": t("other"), placeholder: t("other"), autocomplete: "off" });
  const form = el("form", { class: "row", onsubmit: (event) => { event.preventDefault(); if (other.value.trim()) answer(question, other.value.trim()); } }, other, el("button", { text: t("use") }));
  return el("article", {},
    el("p", {}, el("span", { class: "tag open", text: t("question") }), " ", el("strong", { text: said(question.name) || question.rule })),
    el("p", { text: said(question.message) }),
    question.id ? el("div", { class: "choices", role: "group", "aria-label": t("choose") }, ...answers, form) : el("p", { class: "quiet", text: t("noAnswer") }),
    question.id && sameBox(likeQuestion(question).length - 1),
    pairs(["found", question.found], ["expected", question.expected], ["source", question.source]));
}

function drawDecided(decided) {
  const text = decided.refused ? t("youRefused") : t("youChose", decided.decision.keputusan);
  return el("article", {}, el("p", {}, el("span", { class: "tag decided", text })), el("p", { class: "row" }, button("undo", "U", () => takeBack())));
}

function sameBox(more) {
  if (more < 1) return null;
  const box = el("input", { type: "checkbox", onchange: (event) => { all = event.target.checked; } });
  box.checked = all;
  return el("label", { class: "tick same" }, box, t("same", figure(more)), el("kbd", { text: "S" }));
}

function drawAround(around) {
  const head = el("tr", {}, el("td"), ...around.columns.map((letters) => el("th", { scope: "col", text: letters })));
  const lines = around.lines.map((texts, at) => el("tr", {}, el("th", { scope: "row", text: around.rows[at] }),
    ...texts.map((text, column) => el("td", { class: around.rows[at] === around.here[0] && around.columns[column] === around.here[1] ? "here" : "", text }))));
  return el("div", { class: "around", role: "region", tabindex: 0, "aria-label": t("around") }, el("p", { class: "quiet", text: `${t("around")} (${around.sheet})` }), el("table", {}, el("thead", {}, head), el("tbody", {}, ...lines)));
}

// Decisions. The whole list goes to the program each time: what it answers is what stands.
const isPerson = (repair) => repair.proofs.some((proof) => proof.kind === "person");
const likeRepair = (repair) => model.repairs.filter((other) => other.table === repair.table && other.rule === repair.rule && other.column === repair.column && !isPerson(other));
const likeQuestion = (question) => model.questions.filter((other) => other.id && other.table === question.table && other.rule === question.rule && other.column === question.column && other.found === question.found && other.candidates.join("\n") === question.candidates.join("\n"));
const markHere = () => (here ? marks.get(keyOf(here)) : null);
const repairsHere = () => (markHere()?.repairs || []).filter((repair) => !isPerson(repair));

function accept() {
  const own = repairsHere();
  for (const repair of own.flatMap((one) => (all ? likeRepair(one) : [one]))) accepted.add(`${current.outcome.id} ${repair.id}`);
  if (!own.length) { $("detail").querySelector(".choices button")?.focus(); return; }
  drawn = [-1, -1];
  drawRows();
  drawProgress();
  stride(1);
}

function refuse() {
  const own = repairsHere();
  // All repairs of a cell go together: one decision about the cell is enough.
  const first = own.slice(0, 1).flatMap((one) => (all ? likeRepair(one) : [one]));
  const cells = new Map(first.map((repair) => [keyOf(repair), repair]));
  if (cells.size) decide([...decisions(), ...[...cells.values()].map((repair) => ({ id: repair.id, sources: repair.sources.join(", "), before: repair.before, after: repair.after, keputusan: "tolak" }))]);
}

function answer(question, text) {
  const own = all ? likeQuestion(question) : [question];
  decide([...decisions(), ...own.map((one) => ({ id: one.id, source: one.source || "", rule: one.rule, keputusan: text }))]);
}

function takeBack() {
  const own = (markHere()?.decided || []).map((decided) => decided.decision);
  if (!own.length) return;
  decide(decisions().filter((entry) => !own.some((one) => one.id === entry.id && one.keputusan === entry.keputusan)));
}

function undo() {
  if (!current?.history.length) { tell(t("nothingToUndo")); return; }
  decide(current.history.pop(), true);
}

const decisions = () => current.outcome.decisions;
let busy = false;

/** Decisions of an earlier day: the file that was saved then, or a result workbook with its column filled in. */
async function loadDecisions(event) {
  const [blob] = event.target.files;
  if (blob) await decide(await blob.arrayBuffer());
  event.target.value = "";
}

async function decide(list, isUndo = false) {
  if (busy) return;
  busy = true;
  const file = current;
  const before = decisions();
  const wasInDetail = $("detail").contains(document.activeElement);
  tell(t("saving"));
  try {
    const body = list instanceof ArrayBuffer ? list : JSON.stringify({ decisions: list });
    file.outcome = await askJson(`/api/files/${file.outcome.id}/decisions`, { method: "POST", body });
    if (!isUndo) file.history.push(before);
    if (file === current) {
      await load();
      const place = here;
      const top = $("sheet").scrollTop;
      const left = $("sheet").scrollLeft;
      drawResults();
      fillFilters();
      shown = passing(table);
      build();
      $("sheet").scrollTop = top;
      $("sheet").scrollLeft = left;
      drawRows();
      if (place) { here = place; all = false; point(); }
      drawDetail();
      drawProgress();
      if (wasInDetail) $("sheet").focus({ preventScroll: true });
    }
    tell(isUndo ? t("undone") : t("decided", figure(file.outcome.decisions.length)));
  } catch (error) {
    tell(error.message, true);
  }
  busy = false;
}

// ── Step 4: saving ─────────────────────────────────────────────────────────────────────────────────────────────────
async function saveAs(path) {
  try { tell(t("saved", await save(path))); } catch (error) { tell(error.message, true); }
}

// ── Panels ─────────────────────────────────────────────────────────────────────────────────────────────────────────
async function lookUp(event) {
  event.preventDefault();
  const asked = new URLSearchParams();
  for (const [key, value] of new FormData(event.target)) if (value) asked.set(key, value);
  let hits = [];
  try { ({ hits } = await askJson(`/api/lookup?${asked}`)); } catch (error) { $("hits").textContent = error.message; return; }
  if (!hits.length) { $("hits").textContent = t("nothing"); return; }
  const heads = ["edition", "code", "level", "name", "alike"];
  const measured = (hit) => hit.indicator && el("div", { class: "quiet", text: `${t("indicator")}: ${hit.indicator}${hit.unit ? ` (${hit.unit})` : ""}` });
  $("hits").replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((key) => el("th", { scope: "col", text: t(key) })))),
    el("tbody", {}, ...hits.map((hit) => el("tr", {}, ...[hit.edition, hit.code, WORDS[language].levels[hit.level]].map((text) => el("td", { text })),
      el("td", {}, hit.name, measured(hit)), el("td", { text: `${hit.likeness} %` }))))));
}

async function makeTemplate(event) {
  event.preventDefault();
  const data = new FormData(event.target);
  const asked = { forms: data.getAll("forms"), year: Number(data.get("year")), bidang: data.get("bidang"), opd: data.get("opd"), region: data.get("region") };
  const status = $("template-status");
  status.classList.remove("bad");
  try {
    status.textContent = t("saved", await save("/api/template", { method: "POST", body: JSON.stringify(asked) }));
  } catch (error) {
    status.classList.add("bad");
    status.textContent = error.message;
  }
}

function drawHelp() {
  $("help-text").replaceChildren(...HELP[language].flatMap(([title, points]) => [el("h3", { text: title }),
    el("ul", {}, ...points.map(([kind, text]) => el("li", {}, kind ? el("span", { class: `tag ${kind}`, text }) : text)))]),
  el("h3", { text: language === "id" ? "Papan ketik" : "Keyboard" }), el("p", { text: t("keys") }));
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  const other = language === "id" ? ["English", "Switch to English", "en"] : ["Indonesia", "Ganti ke bahasa Indonesia", "id"];
  $("language").textContent = other[0];
  $("language").setAttribute("aria-label", other[1]);
  $("language").lang = other[2];
  drawHelp();
  drawResults();
  tell("");
  if (model && current) { fillFilters(); refilter(); }
}

// ── Keys and clicks ────────────────────────────────────────────────────────────────────────────────────────────────
function keyed(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox" && event.target.type !== "file";
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !current || !model || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const inSheet = event.target === $("sheet");
  const arrows = { arrowup: [-1, 0], arrowdown: [1, 0], arrowleft: [0, -1], arrowright: [0, 1], pageup: [-10, 0], pagedown: [10, 0], home: [0, -999], end: [0, 999] };
  const actions = {
    j: () => stride(1), k: () => stride(-1), y: accept, n: refuse, u: takeBack, z: undo,
    s: () => { const box = $("detail").querySelector(".same input"); if (box) { all = !all; for (const one of $("detail").querySelectorAll(".same input")) one.checked = all; } },
    "/": () => $("text").focus(),
  };
  if (/^[1-9]$/.test(key)) actions[key] = () => $("detail").querySelectorAll(".choices > button")[key - 1]?.click();
  if (inSheet && arrows[key]) actions[key] = () => move(...arrows[key]);
  if (inSheet && key === "enter") actions[key] = () => ($("detail").querySelector("button, input") || $("detail")).focus();
  if (key === "escape" && $("detail").contains(event.target)) actions[key] = () => $("sheet").focus();
  if (!actions[key]) return;
  event.preventDefault();
  actions[key]();
}

let waiting = 0;
const later = (work) => { clearTimeout(waiting); waiting = setTimeout(work, 120); };

function listen() {
  const opens = (id) => $(`open-${id}`).addEventListener("click", () => $(id).showModal());
  ["lookup", "template", "help"].forEach(opens);
  $("lookup-form").addEventListener("submit", lookUp);
  $("template-form").addEventListener("submit", makeTemplate);
  $("template-form").elements.year.value = new Date().getFullYear() + 1;
  $("language").addEventListener("click", () => speak(language === "id" ? "en" : "id"));
  $("end").addEventListener("click", async () => {
    finished = true;
    try { await ask("/api/end", { method: "POST" }); } catch { /* it has ended already */ }
    $("ended").showModal();
  });
  $("decisions").addEventListener("change", loadDecisions);
  $("ended").addEventListener("cancel", (event) => event.preventDefault());
  for (const id of ["files", "folder"]) {
    $(id).addEventListener("change", (event) => {
      take([...event.target.files], id === "folder");
      event.target.value = "";
    });
  }
  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => { event.preventDefault(); $("drop").classList.add("over"); });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) $("drop").classList.remove("over"); });
  document.addEventListener("drop", dropped);
  $("form").addEventListener("change", () => { table = Number($("form").value); here = null; $("sheet").scrollTop = 0; refilter(); });
  for (const id of ["grade", "level"]) $(id).addEventListener("change", () => { $("sheet").scrollTop = 0; refilter(); });
  $("text").addEventListener("input", () => later(() => { $("sheet").scrollTop = 0; refilter(); }));
  $("text").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    clearTimeout(waiting);
    refilter();
    $("sheet").focus();
  });
  $("sheet").addEventListener("scroll", () => requestAnimationFrame(() => model && drawRows()));
  $("sheet").addEventListener("click", (event) => {
    const cell = event.target.closest("td[id]");
    if (cell) goTo({ table, row: Number(cell.parentNode.dataset.row), position: cell.cellIndex }, false);
  });
  new ResizeObserver(() => { if (model && current) { drawn = [-1, -1]; drawRows(); } }).observe($("sheet"));
  document.addEventListener("keydown", keyed);
  for (const node of document.querySelectorAll("[data-what]")) {
    node.addEventListener("click", () => saveAs(`/api/files/${current.outcome.id}/download?what=${node.dataset.what}&lang=${language}`));
  }
  $("save-all").addEventListener("click", () => saveAs(`/api/zip?lang=${language}`));
}

async function begin() {
  listen();
  speak("id");
  if (!token) { banner(t("incomplete")); return; }
  try {
    limit = (await askJson("/api/about")).limit;
    // What was on the page before it was loaded anew.
    const { files: known } = await askJson("/api/files");
    for (const outcome of known) files.push({ name: outcome.name, state: "done", outcome, history: [] });
  } catch (error) { banner(error.both ? error.message : t("lost")); return; }
  document.body.classList.toggle("filled", files.length > 0);
  drawResults();
  beat();
  if (files.length) await choose(files[0]);
  begun();
}
begin();
