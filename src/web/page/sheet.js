// Step 3: the table. Only the rows in view are in the document, so that thousands cost as little as twenty; the rows
// with something to decide of all tables stand one table below the other.
import { drawDetail } from "./detail.js";
import { $, el } from "./dom.js";
import { markAt, questionKey } from "./marks.js";
import { figure, now, said, t, tableName } from "./now.js";
import { drawProgress, goToQuestion, next } from "./queue.js";
import { cellId, header, line, passing, stops, widths } from "./rows.js";
import { WORDS } from "./words.js";

/** Rows of a table that stand below each other without being asked for more. */
const AT_ONCE = 150;

export function fillFilters() {
  const open = (at) => now.asked.filter((one) => one.table === at).length;
  const tables = now.model.tables.map((one, at) => el("option", { value: at, text: [tableName(one), open(at) && `${figure(open(at))} ?`, t("countRows", figure(one.rows.length))].filter(Boolean).join(" · ") }));
  $("form").replaceChildren(...tables);
  $("form").value = now.table;
  const levels = [...new Set(now.model.tables.flatMap((one) => one.rows.map((row) => row.level)))].filter(Boolean);
  const chosen = $("level").value;
  $("level").replaceChildren(el("option", { value: "", text: t("all") }), ...levels.map((level) => el("option", { value: level, text: WORDS[now.language].levels[level] })));
  $("level").value = levels.includes(chosen) ? chosen : "";
  $("causes").querySelector("ul").replaceChildren(...now.current.outcome.causes.map(cause), ...now.current.outcome.notices.map((notice) => el("li", { text: said(notice) })));
  $("causes").hidden = !now.current.outcome.causes.length && !now.current.outcome.notices.length;
  $("save-name").textContent = t("ofFile", now.current.name);
}

/** A cause, and the way to every question that it has. */
function cause(one) {
  const questions = now.asked.filter((question) => one.questions.includes(question.id));
  const ways = questions.map((question) => el("button", { type: "button", class: "link", text: question.source || t("goThere"),
    onclick: () => { $("causes").open = false; goToQuestion(question); } }));
  return el("li", {}, said(one.said), el("div", { class: "row ways" }, ...ways));
}

/** Draws what passes the filters; a person's place is kept if `stay`. */
export function refilter(stay = false) {
  if (!now.model) return;
  const before = stay ? now.shown : [];
  const passes = passing(now.table);
  // What was just answered stays in sight until the filters are touched.
  const rows = now.model.tables[now.table].rows.length;
  now.shown = [...new Set([...before.filter((row) => row < rows), ...passes])].sort((a, b) => a - b);
  build();
  if (!stay) { drawDetail(); drawProgress(); }
}

let rowHeight = 44;
let body = null;
let drawn = [-1, -1];
let more = {};

export function build() {
  if (now.everywhere) { buildEverywhere(); return; }
  const one = now.model.tables[now.table];
  const [groups, whole] = widths(one);
  body = el("tbody", { role: "rowgroup" });
  const made = el("table", { role: "presentation" }, groups, header(one), body);
  const grid = { role: "grid", "aria-readonly": "true", "aria-rowcount": now.shown.length + 1, "aria-colcount": one.columns.length, "aria-label": `${tableName(one)} ${one.title}` };
  for (const [key, value] of Object.entries(grid)) $("sheet").setAttribute(key, value);
  made.style.width = `${whole}px`;
  $("sheet").replaceChildren(made, now.shown.length ? "" : el("p", { class: "quiet", text: t("noRows") }));
  drawn = [-1, -1];
  drawRows();
  const first = body.querySelector("tr.line");
  if (first) rowHeight = first.getBoundingClientRect().height || rowHeight;
  drawn = [-1, -1];
  drawRows();
}

/** The tables that have something to decide, each with those rows alone. */
function buildEverywhere() {
  const parts = [];
  now.model.tables.forEach((one, at) => {
    const rows = passing(at, "open");
    if (!rows.length) return;
    const [groups, whole] = widths(one);
    const shown = rows.slice(0, more[at] || AT_ONCE);
    const made = el("table", { role: "grid", "aria-readonly": "true", "aria-label": `${tableName(one)} ${one.title}` }, groups, header(one), el("tbody", { role: "rowgroup" }, ...shown.map((row, index) => line(at, row, index))));
    made.style.width = `${whole}px`;
    const rest = rows.length - shown.length;
    parts.push(el("h3", { class: "part", text: `${tableName(one)} · ${one.title}` }), made,
      rest && el("button", { type: "button", text: t("showMore", figure(rest)), onclick: () => { more[at] = (more[at] || AT_ONCE) + AT_ONCE; build(); } }));
  });
  for (const key of ["aria-rowcount", "aria-colcount", "aria-readonly"]) $("sheet").removeAttribute(key);
  $("sheet").setAttribute("role", "group");
  $("sheet").setAttribute("aria-label", t("onlyOpen"));
  $("sheet").replaceChildren(...parts.filter(Boolean), parts.length ? "" : el("p", { class: "quiet", text: t("allDecided") }));
  body = $("sheet");
  point();
}

export function drawRows() {
  if (now.everywhere) return;
  const sheet = $("sheet");
  const [above, count] = [8, Math.ceil(sheet.clientHeight / rowHeight) + 16];
  const first = Math.max(0, Math.min(Math.floor(sheet.scrollTop / rowHeight) - above, now.shown.length - count));
  const last = Math.min(now.shown.length, first + count);
  if (drawn[0] === first && drawn[1] === last) return;
  drawn = [first, last];
  const space = (rows) => {
    const row = el("tr", { class: "space", role: "presentation", "aria-hidden": "true" }, el("td", { colspan: now.model.tables[now.table].columns.length }));
    row.firstChild.style.height = `${rows * rowHeight}px`;
    return row;
  };
  body.replaceChildren(space(first), ...now.shown.slice(first, last).map((row, at) => line(now.table, row, first + at)), space(now.shown.length - last));
  point();
}

/** Draws the rows in view anew: what is known about them has changed, or how many fit. */
export function redraw() {
  if (now.everywhere) {
    for (const old of $("sheet").querySelectorAll("tr.line")) old.replaceWith(line(Number(old.dataset.table), Number(old.dataset.row), old.rowIndex - 1));
    point();
    return;
  }
  drawn = [-1, -1];
  drawRows();
}

/** Puts the frame around the cell that is looked at. */
export function point() {
  body?.querySelector(".here")?.classList.remove("here");
  $("sheet").removeAttribute("aria-activedescendant");
  if (!now.here) return;
  const cell = $(cellId(now.here));
  cell?.classList.add("here");
  if (cell) $("sheet").setAttribute("aria-activedescendant", cell.id);
}

export function showTable(table) {
  now.table = table;
  $("form").value = table;
  now.shown = passing(table);
  if (!now.everywhere) build();
}

/** Goes to a cell; `question` is the one that is asked there, else the first one is. */
export function goTo(place, scroll = true, question = null) {
  if (place.table !== now.table) showTable(place.table);
  now.touched ||= !scroll;
  now.here = place;
  now.all = false;
  const asked = question ?? markAt(place.row, place.position, place.table)?.questions[0];
  now.asking = asked ? questionKey(asked) : null;
  if (!now.everywhere && !now.shown.includes(place.row)) {
    // A question that the filters hide is shown all the same.
    now.shown = [...now.shown, place.row].sort((a, b) => a - b);
    build();
  }
  if (scroll) bringIntoSight(place);
  point();
  drawDetail();
  keepClear(place);
}

/** Where the panel lies over the page, the page moves so that it does not hide the cell. */
function keepClear(place) {
  const cell = $(cellId(place));
  if (!cell || getComputedStyle($("detail")).position !== "fixed") return;
  const hidden = cell.getBoundingClientRect().bottom + 12 - $("detail").getBoundingClientRect().top;
  if (hidden > 0 || cell.getBoundingClientRect().top < 0) window.scrollBy(0, hidden);
}

function bringIntoSight(place) {
  const sheet = $("sheet");
  if (now.everywhere) { $(cellId(place))?.scrollIntoView({ block: "nearest", inline: "nearest" }); return; }
  const at = now.shown.indexOf(place.row);
  const head = sheet.querySelector("thead").getBoundingClientRect().height;
  const top = at * rowHeight;
  if (top < sheet.scrollTop || top + rowHeight + head > sheet.scrollTop + sheet.clientHeight) {
    sheet.scrollTop = Math.max(0, top - (sheet.clientHeight - head) / 3);
  }
  drawRows();
  const cell = $(cellId(place));
  const pin = sheet.querySelector("thead .fixed")?.offsetWidth ?? 0;
  if (!cell || cell.classList.contains("fixed")) return;
  if (cell.offsetLeft < sheet.scrollLeft + pin) sheet.scrollLeft = cell.offsetLeft - pin - 4;
  else if (cell.offsetLeft + cell.offsetWidth > sheet.scrollLeft + sheet.clientWidth) sheet.scrollLeft = cell.offsetLeft + cell.offsetWidth - sheet.clientWidth + 4;
}

/** Goes on: to the next question, or where a filter names other cells, to the next of those. */
export function stride(way) {
  if (["", "open"].includes($("grade").value)) return next(way);
  const after = (place) => !now.here || now.here.table !== now.table || place.row > now.here.row || (place.row === now.here.row && place.position > now.here.position);
  const before = (place) => now.here && (place.row < now.here.row || (place.row === now.here.row && place.position < now.here.position));
  for (let turn = 0, at = now.table; turn <= now.model.tables.length; turn += 1, at = (at + way + now.model.tables.length) % now.model.tables.length) {
    const found = stops(at);
    const fitting = turn === 0 ? found.filter(way > 0 ? after : before) : found;
    const next = way > 0 ? fitting[0] : fitting[fitting.length - 1];
    if (next) { goTo(next); return true; }
  }
  return false;
}

export function move(rows, columns) {
  const places = now.everywhere
    ? [...$("sheet").querySelectorAll("tr.line")].map((row) => [Number(row.dataset.table), Number(row.dataset.row)])
    : now.shown.map((row) => [now.table, row]);
  if (!places.length) return;
  const at = now.here ? places.findIndex(([table, row]) => table === now.here.table && row === now.here.row) : -1;
  if (at < 0) { goTo({ table: places[0][0], row: places[0][1], position: 0 }); return; }
  const [table, row] = places[Math.max(0, Math.min(places.length - 1, at + rows))];
  const position = Math.max(0, Math.min(now.model.tables[table].columns.length - 1, now.here.position + columns));
  goTo({ table, row, position });
}
