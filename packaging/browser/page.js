// The page: files are dropped, cleaned one after the other in a worker, and given back as workbooks.
"use strict";

const words = {
  id: {
    lead: "Letakkan berkas Renja di sini. Berkas dirapikan di komputer ini juga: tidak ada yang dikirim ke mana pun, dan berkas asal tidak diubah.",
    choose: "Pilih berkas", save: "Simpan buku kerja", waits: "menunggu", works: "sedang dirapikan …", done: "rapi, tidak ada yang perlu diputuskan",
    open: (n) => `${n} perlu diputuskan`, row: (t) => `${t.id}: ${t.rows} baris, ${t.repaired} perbaikan, ${t.open} perlu diputuskan`,
    perhaps: "mungkin", where: "Di mana", what: "Apa yang perlu diputuskan", stop: "Batalkan", stopped: "dibatalkan",
    slow: "Terlalu lama dikerjakan, maka dihentikan. Coba dengan program rapikan di komputer ini.",
    old: "Peramban ini terlalu lama. Pakai Chrome, Edge, atau Firefox versi terbaru.", other: "English",
    fault: "Terjadi kesalahan program pada berkas ini, mungkin karena memori tidak cukup. Berkas lain tidak terpengaruh. Coba dengan program rapikan di komputer ini.",
    decide: "Yang perlu diputuskan tertanda di buku kerja. Untuk memutuskannya satu per satu, pakai program rapikan di komputer ini; halaman ini hanya merapikan.",
  },
  en: {
    lead: "Drop Renja files here. They are cleaned on this very computer: nothing is sent anywhere, and the files are not changed.",
    choose: "Choose files", save: "Save the workbook", waits: "waiting", works: "is being cleaned …", done: "clean, nothing to decide",
    open: (n) => `${n} to decide`, row: (t) => `${t.id}: ${t.rows} rows, ${t.repaired} repairs, ${t.open} to decide`,
    perhaps: "perhaps", where: "Where", what: "What is to be decided", stop: "Cancel", stopped: "cancelled",
    slow: "It took too long and was stopped. Try the program rapikan on this computer.",
    old: "This browser is too old. Use a recent Chrome, Edge, or Firefox.", other: "Bahasa Indonesia",
    fault: "The program failed on this file, perhaps for want of memory. Other files are not affected. Try the program rapikan on this computer.",
    decide: "What is to be decided is marked in the workbook. To decide it one by one, use the program rapikan on this computer; this page only cleans.",
  },
};
/** A file that takes longer, in milliseconds, is stopped. It is twice what the program on a computer is given by default:
 * WebAssembly is slower. */
const LONGEST = 120000;
let language = "id";
const say = (key, ...values) => {
  const word = words[language][key];
  return typeof word === "function" ? word(...values) : word;
};
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const $ = (id) => document.getElementById(id);

async function embedded() {
  const packed = Uint8Array.from(atob($("program").textContent.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

const program = embedded();
const engine = URL.createObjectURL(new Blob([$("engine").textContent], { type: "text/javascript" }));
const waiting = [];
let busy = false;

/** One file in a worker of its own, which ends with it: what a file breaks, it breaks alone. */
function inWorker(module, file, bytes, row) {
  // It may have been cancelled while it was read.
  if (row.stopped) return { told: { failed: say("stopped") } };
  return new Promise((resolve) => {
    const worker = new Worker(engine);
    const end = (result) => { clearTimeout(clock); worker.terminate(); resolve(result); };
    const failed = (key) => end({ told: { failed: say(key) } });
    const clock = setTimeout(() => failed("slow"), LONGEST);
    row.cancel = () => failed("stopped");
    worker.onmessage = ({ data }) => (data.code === 70 ? failed("fault") : end(data));
    worker.onerror = () => failed("fault");
    worker.postMessage({ module });
    worker.postMessage({ id: 0, name: file.name, language, bytes });
  });
}

async function next() {
  if (busy || waiting.length === 0) return;
  busy = true;
  const { file, row } = waiting.shift();
  let result;
  if (!row.stopped) row.state.textContent = say("works");
  try {
    result = await inWorker(await program, file, new Uint8Array(await file.arrayBuffer()), row);
  } catch {
    result = { told: { failed: say("fault") } };
  }
  show(file, row, result);
  busy = false;
  next();
}

function add(files) {
  for (const file of files) {
    const state = element("span", { className: "state", textContent: say("waits") });
    const stop = element("button", { type: "button", textContent: say("stop") });
    const card = element("article", {}, element("h2", { textContent: file.name }), state, stop);
    const row = { card, state, stop, cancel() { row.stopped = true; } };
    stop.onclick = () => row.cancel();
    $("results").append(card);
    waiting.push({ file, row });
  }
  next();
}

function show(file, row, { told, workbook }) {
  row.stop.remove();
  if (told.failed) {
    row.state.textContent = told.failed;
    row.card.classList.add("failed");
    return;
  }
  const open = told.questions.length;
  row.state.textContent = open ? say("open", open) : say("done");
  row.card.classList.add(open ? "open" : "done");
  const link = element("a", {
    className: "button", textContent: say("save"),
    href: URL.createObjectURL(new Blob([workbook], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" })),
    download: file.name.replace(/\.[^.]*$/, "") + ".rapi.xlsx",
  });
  row.card.append(link, element("ul", {}, ...told.tables.map((table) => element("li", { textContent: say("row", table) }))));
  row.card.append(...told.notices.map((notice) => element("p", { className: "notice", textContent: notice })));
  if (open) row.card.append(questions(told.questions));
}

function questions(asked) {
  const rows = asked.map(({ place, message, candidates }) => element("tr", {},
    element("td", { textContent: place ?? "" }),
    element("td", {}, message, ...candidates.map((one) => element("div", { className: "quiet", textContent: `${say("perhaps")} ${one}` })))));
  const head = element("tr", {}, element("th", { textContent: say("where") }), element("th", { textContent: say("what") }));
  return element("details", { open: rows.length <= 20 }, element("summary", { textContent: say("open", rows.length) }),
    element("p", { textContent: say("decide") }), element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}

function translate() {
  document.documentElement.lang = language;
  $("lead").textContent = say("lead");
  $("choose").textContent = say("choose");
  $("language").textContent = say("other");
}

$("language").onclick = () => { language = language === "id" ? "en" : "id"; translate(); };
$("files").onchange = ({ target }) => { add([...target.files]); target.value = ""; };
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => { event.preventDefault(); add([...event.dataTransfer.files]); });
translate();
if (typeof DecompressionStream === "undefined") $("lead").textContent = say("old");
program.catch(() => { $("lead").textContent = say("old"); });
