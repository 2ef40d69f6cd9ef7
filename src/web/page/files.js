// Steps 1 and 2: what was dropped, and what became of it.
import { bringBack, isSending } from "./decisions.js";
import { $, el } from "./dom.js";
import { takeUp } from "./kept.js";
import { mark, read } from "./marks.js";
import { figure, now, said, t } from "./now.js";
import { ask, askJson, Refused, tell } from "./program.js";
import { goToQuestion } from "./queue.js";
import { fillFilters, refilter } from "./sheet.js";
import { WORDS } from "./words.js";

const ENDINGS = /\.(xlsx|xlsm|xlsb|xls|ods|html?|xml|csv)$/i;
let workers = 0;
const toldLast = [];

export let begun;
const ready = new Promise((resolve) => { begun = resolve; });

export async function take(list, fromFolder) {
  // Not before it is known what lies on the page already.
  await ready;
  for (const blob of list) {
    const hidden = blob.name.startsWith("~$") || blob.name.startsWith(".");
    if (fromFolder && (hidden || !ENDINGS.test(blob.name))) continue;
    const folder = (blob.way || blob.webkitRelativePath || "").split("/").slice(0, -1).join("/");
    now.files.push({ ...empty(), name: blob.name, folder, state: "waiting", blob });
  }
  document.body.classList.toggle("filled", now.files.length > 0);
  drawResults();
  while (workers < 2 && now.files.some((file) => file.state === "waiting")) work();
}

/** What a file is before anything is known of it. */
export const empty = () => ({ history: [], waiting: [], unread: [], sending: false, fresh: false });

async function work() {
  workers += 1;
  for (let file; (file = now.files.find((other) => other.state === "waiting")); ) {
    file.state = "working";
    drawResults();
    try {
      if (file.blob.size > now.limit) {
        const text = (words) => words.tooLarge.replace("{0}", Math.ceil(file.blob.size / 1048576)).replace("{1}", Math.floor(now.limit / 1048576));
        throw new Refused({ id: text(WORDS.id), en: text(WORDS.en) });
      }
      const headers = { "X-Rapikan-Name": encodeURIComponent(file.name), "X-Rapikan-Folder": encodeURIComponent(file.folder), "Content-Type": "application/octet-stream" };
      file.stop = new AbortController();
      file.outcome = await askJson("/api/files", { method: "POST", body: file.blob, headers, signal: file.stop.signal });
      const same = now.files.find((other) => other !== file && other.outcome?.id === file.outcome.id);
      if (same) {
        // The same content lies there already, with all that is decided about it.
        now.files = now.files.filter((other) => other !== file);
        toldLast.push(t("again", file.name, same.name));
        drawResults();
        continue;
      }
      takeUp(file);
      const broughtBack = await bringBack(file);
      if (broughtBack) toldLast.push(broughtBack);
      file.state = "done";
    } catch (error) {
      if (error.name === "AbortError") continue;
      file.state = "bad";
      file.message = error.both || { id: String(error.message), en: String(error.message) };
    }
    file.blob = null;
    drawResults();
    const kept = file.outcome?.kept;
    if (kept?.count + kept?.accepted + kept?.unfit.length) toldLast.push([t("keptDecisions", figure(kept.count + kept.accepted), kept.file), ...kept.unfit.map(said)].join(" "));
    if (file.state === "done" && isNext(file)) await choose(file);
  }
  workers -= 1;
  if (workers === 0) {
    const count = (state) => now.files.filter((file) => file.state === state).length;
    tell([t("filesDone", count("done")), count("bad") && t("filesBad", count("bad")), ...toldLast.splice(0)].filter(Boolean).join(" "));
  }
}

/** Whether a file that was just read is opened by itself: the first one, and until a person chose one or clicked
 * anything, the first one in which something is to decide. */
const isNext = (file) => !now.current || (!now.touched && !now.current.outcome.open && file.outcome.open > 0);

async function walk(entry, found) {
  if (entry.isFile) {
    const blob = await new Promise((resolve, reject) => entry.file(resolve, reject));
    blob.way = entry.fullPath.slice(1);
    found.push(blob);
    return;
  }
  const reader = entry.createReader();
  for (let more; (more = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length; ) {
    for (const inner of more) await walk(inner, found);
  }
}

export async function dropped(event) {
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

export function drawResults() {
  $("results").hidden = now.files.length === 0;
  $("review-step").hidden = !now.current;
  $("save-step").hidden = !now.current;
  $("results").tBodies[0].replaceChildren(...byWorkLeft().map(resultRow));
  $("open-together").hidden = !now.files.some((file) => file.state === "done");
}

/** Those with most to decide first, what is still worked on next, those that cannot be read last. */
function byWorkLeft() {
  const rank = { done: 0, working: 1, waiting: 1, bad: 2 };
  return [...now.files].sort((left, right) => rank[left.state] - rank[right.state] || (right.outcome?.open ?? 0) - (left.outcome?.open ?? 0));
}

function resultRow(file) {
  const cell = (label, child, kind = "") => el("td", { class: kind, "data-label": t(label) }, child);
  const name = el("th", { scope: "row", class: "name" }, file.state === "done"
    ? el("button", { type: "button", text: file.name, "aria-pressed": String(file === now.current), onclick: () => { now.touched = true; choose(file); } })
    : el("span", { text: file.name }));
  const away = el("td", {}, el("button", { type: "button", text: "✕", "aria-label": `${t("remove")}: ${file.name}`, title: t(file.state === "working" ? "cancel" : "remove"), onclick: () => remove(file) }));
  if (file.state !== "done") {
    const state = file.state === "bad"
      ? el("td", { colspan: 7, class: "message" }, el("span", { class: "tag open", text: t("bad") }), ` ${said(file.message)}`)
      : el("td", { colspan: 7 }, el("progress", { "aria-label": t(file.state), value: file.state === "waiting" ? 0 : null }), ` ${t(file.state)}`);
    return el("tr", {}, name, state, away);
  }
  const it = file.outcome;
  return el("tr", { class: file === now.current ? "chosen" : "" }, name,
    cell("verdict", el("span", { class: `tag ${it.verdict}`, text: t(it.verdict) })),
    cell("tables", figure(it.tables.length), "figure"), cell("rows", figure(it.rows), "figure"),
    cell("repairsA", figure(it.proven), "figure"), cell("repairsB", figure(it.likely), "figure"),
    cell("open", figure(it.open), "figure"), cell("gap", it.gap === "0" ? "–" : `Rp ${figure(it.gap)}`, "figure"), away);
}

async function remove(file) {
  file.stop?.abort();
  await file.sent;
  if (file.outcome) await ask(`/api/files/${file.outcome.id}/remove`, { method: "POST" });
  now.files = now.files.filter((other) => other !== file);
  document.body.classList.toggle("filled", now.files.length > 0);
  if (file === now.current) {
    now.current = null;
    now.model = null;
    const next = now.files.find((other) => other.state === "done");
    if (next) await choose(next);
  }
  drawResults();
}

let chosen = 0;

/** Opens a file. Until it is there the one before stays, whole: what is decided meanwhile is decided about that one. */
export async function choose(file) {
  const turn = (chosen += 1);
  let model;
  try { model = await read(file); } catch (error) { tell(error.message, true); return; }
  // Another one was chosen meanwhile, or this one was put away.
  if (turn !== chosen || !now.files.includes(file)) return;
  file.drawn = model.drawn;
  Object.assign(now, { current: file, model, here: null, asking: null, table: 0, shown: [] });
  mark();
  drawResults();
  fillFilters();
  refilter();
  if (now.asked.length) goToQuestion(now.asked[0]);
  else $("sheet").scrollTop = 0;
}

/** What would be lost if the page were closed now. */
export const isBusy = () => isSending() || now.files.some((file) => ["waiting", "working"].includes(file.state));
