// The page of rapikan: four steps on one screen. It speaks to the program that served it and to nobody else.
import { accept, bringBack, end, loadDecisions, refresh, refuse, takeBack, undo } from "./decisions.js";
import { drawDetail } from "./detail.js";
import { $ } from "./dom.js";
import { begun, choose, drawResults, dropped, empty, isBusy, take } from "./files.js";
import { takeUp } from "./kept.js";
import { now, t } from "./now.js";
import { drawHelp, lookUp, makeTemplate, openTemplate, templateFrom } from "./panels.js";
import { listenPrint } from "./print.js";
import { askJson, banner, beat, tell, token } from "./program.js";
import { drawProgress } from "./queue.js";
import { listenSave, saveCurrent } from "./saving.js";
import { listenTogether } from "./together.js";
import { drawRows, fillFilters, goTo, move, redraw, refilter, stride } from "./sheet.js";

function speak(chosen) {
  now.language = chosen;
  document.documentElement.lang = now.language;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  const other = now.language === "id" ? ["English", "Switch to English", "en"] : ["Indonesia", "Ganti ke bahasa Indonesia", "id"];
  $("language").textContent = other[0];
  $("language").setAttribute("aria-label", other[1]);
  $("language").lang = other[2];
  drawHelp();
  drawResults();
  tell("");
  if (now.model && now.current) { fillFilters(); refilter(true); drawDetail(); drawProgress(); }
}

function keyed(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox" && event.target.type !== "file";
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !now.current || !now.model || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const inSheet = event.target === $("sheet");
  const arrows = { arrowup: [-1, 0], arrowdown: [1, 0], arrowleft: [0, -1], arrowright: [0, 1], pageup: [-10, 0], pagedown: [10, 0], home: [0, -999], end: [0, 999] };
  const actions = {
    j: () => stride(1), k: () => stride(-1), y: accept, n: () => refuse(), u: takeBack, z: undo,
    s: () => { const box = $("detail").querySelector(".same input"); if (box) { now.all = !now.all; for (const one of $("detail").querySelectorAll(".same input")) one.checked = now.all; } },
    0: () => $("detail").querySelector(".choices > .stay")?.click(), t: () => $("detail").querySelector(".choices input")?.focus(),
    "/": () => $("text").focus(), o: () => $("only").click(),
  };
  if (/^[1-9]$/.test(key)) actions[key] = () => $("detail").querySelectorAll(".choices > button:not(.stay)")[key - 1]?.click();
  if (inSheet && arrows[key]) actions[key] = () => move(...arrows[key]);
  if (inSheet && key === "enter") actions[key] = () => ($("detail").querySelector("article button, article input") || $("detail")).focus();
  if (key === "escape" && $("detail").contains(event.target)) actions[key] = () => $("sheet").focus();
  if (!actions[key]) return;
  event.preventDefault();
  now.touched = true;
  actions[key]();
}

let waiting = 0;
const later = (work) => { clearTimeout(waiting); waiting = setTimeout(work, 120); };

function listen() {
  const opens = (id) => $(`open-${id}`).addEventListener("click", () => $(id).showModal());
  ["lookup", "template", "help"].forEach(opens);
  $("open-template").addEventListener("click", openTemplate);
  $("open-lookup").addEventListener("click", () => {
    const { bidang } = $("lookup-form").elements;
    // What is looked up for an open file is looked up where it belongs.
    bidang.value = now.model?.bidang ?? "";
    $("lookup-edition").textContent = now.model?.edition ? t("lookupEdition", now.model.edition) : "";
  });
  $("lookup-form").addEventListener("submit", lookUp);
  $("template-form").addEventListener("submit", makeTemplate);
  $("template-from").addEventListener("change", templateFrom);
  $("language").addEventListener("click", () => speak(now.language === "id" ? "en" : "id"));
  $("end").addEventListener("click", finish);
  $("end-now").addEventListener("click", endNow);
  $("end-save").addEventListener("click", async () => { $("ending").close(); await saveCurrent("xlsx"); });
  window.addEventListener("beforeunload", (event) => { if (isBusy() && !now.finished) event.preventDefault(); });
  // Another tab may have decided something meanwhile.
  document.addEventListener("visibilitychange", () => { if (!document.hidden && now.current && !now.current.sending) catchUp(); });
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
  $("form").addEventListener("change", () => { now.table = Number($("form").value); now.everywhere = false; now.here = null; now.asking = null; $("sheet").scrollTop = 0; refilter(); });
  for (const id of ["grade", "level"]) $(id).addEventListener("change", () => { $("sheet").scrollTop = 0; refilter(); });
  $("text").addEventListener("input", () => later(() => { $("sheet").scrollTop = 0; refilter(); }));
  $("text").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    clearTimeout(waiting);
    refilter();
    $("sheet").focus();
  });
  // Whoever is at work on a file goes on with it.
  $("detail").addEventListener("input", () => { now.touched = true; });
  $("sheet").addEventListener("scroll", () => requestAnimationFrame(() => now.model && drawRows()));
  $("sheet").addEventListener("click", (event) => {
    const cell = event.target.closest("td[id]");
    const { table, row } = cell?.parentNode.dataset ?? {};
    if (cell) goTo({ table: Number(table), row: Number(row), position: cell.cellIndex }, false);
  });
  new ResizeObserver(() => { if (now.model && now.current) redraw(); }).observe($("sheet"));
  document.addEventListener("keydown", keyed);
  $("only").addEventListener("click", () => { now.everywhere = !now.everywhere; $("sheet").scrollTop = 0; refilter(); });
  listenSave();
  listenPrint();
  listenTogether();
}

/** Ends the program; if something is not saved yet, it asks first. */
function finish() {
  const fresh = now.files.filter((file) => file.fresh);
  if (!fresh.length && !isBusy()) { endNow(); return; }
  $("ending-text").textContent = isBusy() ? t("endingBusy") : t("endingText", fresh.map((file) => file.name).join(", "));
  $("end-save").hidden = !now.current?.fresh;
  $("ending").showModal();
}

async function endNow() {
  now.finished = true;
  $("ending").close();
  try { await end(); } catch { /* it has ended already */ }
  $("ended").showModal();
}

async function catchUp() {
  const file = now.current;
  try {
    const { files } = await askJson("/api/files");
    const there = files.find((one) => one.id === file.outcome.id);
    if (there && there.version !== file.outcome.version) { await refresh(file); tell(t("otherTab")); }
  } catch { /* the signs of life tell it */ }
}

async function begin() {
  listen();
  speak("id");
  if (!token) { banner(t("incomplete")); return; }
  try {
    Object.assign(now, await askJson("/api/about"));
    // What was on the page before it was loaded anew.
    const { files: known } = await askJson("/api/files");
    for (const outcome of known) now.files.push({ ...empty(), name: outcome.name, folder: outcome.folder.join("/"), state: "done", outcome });
    now.files.forEach(takeUp);
  } catch (error) { banner(error.both ? error.message : t("lost")); return; }
  document.body.classList.toggle("filled", now.files.length > 0);
  drawResults();
  beat();
  if (now.files.length) await choose(now.files[0]);
  begun();
  // What the page had not sent when it was left.
  for (const file of now.files.filter((one) => one.state === "done")) {
    const broughtBack = await bringBack(file);
    if (broughtBack) tell(broughtBack);
  }
}
begin();
