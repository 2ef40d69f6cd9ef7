// Step 3: the table. Only the rows in view are in the document, so that thousands cost as little as twenty.
import { drawDetail } from "./detail.js";
import { $, el } from "./dom.js";
import { isSeen, markAt, tint } from "./marks.js";
import { figure, now, said, t } from "./now.js";
import { WORDS } from "./words.js";

export function fillFilters() {
  const tables = now.model.tables.map((one, at) => el("option", { value: at, text: `${one.id} (${figure(one.rows.length)})` }));
  $("form").replaceChildren(...tables);
  $("form").value = now.table;
  const levels = [...new Set(now.model.tables.flatMap((one) => one.rows.map((row) => row.level)))].filter(Boolean);
  const chosen = $("level").value;
  $("level").replaceChildren(el("option", { value: "", text: t("all") }), ...levels.map((level) => el("option", { value: level, text: WORDS[now.language].levels[level] })));
  $("level").value = levels.includes(chosen) ? chosen : "";
  $("causes").querySelector("ul").replaceChildren(...now.current.outcome.causes.map((cause) => el("li", { text: said(cause.said) })),
    ...now.current.outcome.notices.map((notice) => el("li", { text: said(notice) })));
  $("causes").hidden = !now.current.outcome.causes.length && !now.current.outcome.notices.length;
  $("save-name").textContent = t("ofFile", now.current.name);
}

/** The rows of a table that pass the filters. */
export function passing(at) {
  const [grade, level, text] = [$("grade").value, $("level").value, $("text").value.trim().toLowerCase()];
  const one = now.model.tables[at];
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

export function refilter() {
  if (!now.model) return;
  now.shown = passing(now.table);
  build();
  drawDetail();
  drawProgress();
}

export function drawProgress() {
  let seen = 0;
  for (const mark of now.marks.values()) if (isSeen(mark)) seen += 1;
  $("reviewed").textContent = t("reviewed", figure(seen), figure(now.marks.size));
  $("keys").textContent = t("keys");
}

let rowHeight = 44;
let body = null;
let drawn = [-1, -1];

export function build() {
  const one = now.model.tables[now.table];
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
  const grid = { "aria-rowcount": now.shown.length + 1, "aria-colcount": one.columns.length, "aria-label": `${one.id} ${one.title}` };
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

/** The column that stays in sight: the code, else the name. */
function pinned(one) {
  const code = one.columns.findIndex((column) => column.role === "code");
  return code >= 0 ? code : Math.max(0, one.columns.findIndex((column) => column.role === "name"));
}

export function drawRows() {
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
  body.replaceChildren(space(first), ...now.shown.slice(first, last).map((row, at) => line(row, first + at)), space(now.shown.length - last));
  point();
}

function line(index, at) {
  const one = now.model.tables[now.table];
  const row = one.rows[index];
  const fixed = pinned(one);
  const cells = one.columns.map((column, position) => {
    const cell = row.cells[position];
    const mark = markAt(index, position);
    const kinds = [tint(mark), column.numeric ? "numeric" : "", position === fixed ? "fixed" : ""];
    if (mark && isSeen(mark)) kinds.push("seen");
    const label = mark ? { A: t("showA"), B: t("showB"), open: t("question"), decided: t("showDecided") }[tint(mark)] : null;
    return el("td", { role: "gridcell", id: `c-${index}-${position}`, class: kinds.filter(Boolean).join(" "), "aria-colindex": position + 1 },
      el("div", { class: "text", text: cell ? cell[0] : "" }), label && el("span", { class: "unseen", text: label }));
  });
  return el("tr", { role: "row", class: `line ${row.level || ""}`, "aria-rowindex": at + 2, "data-row": index }, ...cells);
}

/** Draws the rows in view anew: what is known about them has changed, or how many fit. */
export function redraw() {
  drawn = [-1, -1];
  drawRows();
}

/** Puts the frame around the cell that is looked at. */
export function point() {
  body.querySelector(".here")?.classList.remove("here");
  $("sheet").removeAttribute("aria-activedescendant");
  if (!now.here || now.here.table !== now.table) return;
  const cell = $(`c-${now.here.row}-${now.here.position}`);
  cell?.classList.add("here");
  if (cell) $("sheet").setAttribute("aria-activedescendant", cell.id);
}

export function goTo(place, scroll = true) {
  if (place.table !== now.table) {
    now.table = place.table;
    $("form").value = now.table;
    now.shown = passing(now.table);
    build();
  }
  now.here = place;
  now.all = false;
  const at = now.shown.indexOf(place.row);
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
  for (const row of at === now.table ? now.shown : passing(at)) {
    for (let position = 0; position < now.model.tables[at].columns.length; position += 1) {
      const mark = markAt(row, position, at);
      if (mark && fits(mark)) found.push({ table: at, row, position });
    }
  }
  return found;
}

export function stride(way) {
  const after = (place) => !now.here || now.here.table !== now.table || place.row > now.here.row || (place.row === now.here.row && place.position > now.here.position);
  const before = (place) => now.here && (place.row < now.here.row || (place.row === now.here.row && place.position < now.here.position));
  for (let turn = 0, at = now.table; turn <= now.model.tables.length; turn += 1, at = (at + way + now.model.tables.length) % now.model.tables.length) {
    const found = stops(at);
    const fitting = turn === 0 ? found.filter(way > 0 ? after : before) : found;
    const next = way > 0 ? fitting[0] : fitting[fitting.length - 1];
    if (next) { goTo(next); return; }
  }
}

export function move(rows, columns) {
  if (!now.shown.length) return;
  const at = now.here && now.here.table === now.table ? now.shown.indexOf(now.here.row) : -1;
  if (at < 0) { goTo({ table: now.table, row: now.shown[0], position: 0 }); return; }
  const row = now.shown[Math.max(0, Math.min(now.shown.length - 1, at + rows))];
  const position = Math.max(0, Math.min(now.model.tables[now.table].columns.length - 1, now.here.position + columns));
  goTo({ table: now.table, row, position });
}
