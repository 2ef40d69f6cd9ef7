// Which rows of a table are shown, and how one is drawn.
import { $, el } from "./dom.js";
import { isSeen, markAt, tint } from "./marks.js";
import { now, t } from "./now.js";

const fits = (mark, grade) => {
  if (!mark) return false;
  const kind = tint(mark);
  return grade === "marks" || kind === grade || ((grade === "A" || grade === "B") && mark.repairs.some((repair) => repair.grade === grade));
};

/** The rows of a table that pass the filters. */
export function passing(at, only = $("grade").value) {
  const [level, text] = [$("level").value, $("text").value.trim().toLowerCase()];
  const one = now.model.tables[at];
  const rows = [];
  one.rows.forEach((row, index) => {
    if (level && row.level !== level) return;
    if (only && !one.columns.some((_, position) => fits(markAt(index, position, at), only))) return;
    if (text && !row.cells.some((cell) => cell && cell[0].toLowerCase().includes(text))) return;
    rows.push(index);
  });
  return rows;
}

/** The marked cells of a table in reading order, those alone that the filters show. */
export function stops(at) {
  const grade = $("grade").value || "marks";
  const found = [];
  for (const row of passing(at)) {
    for (let position = 0; position < now.model.tables[at].columns.length; position += 1) {
      if (fits(markAt(row, position, at), grade)) found.push({ table: at, row, position });
    }
  }
  return found;
}

/** The column that stays in sight: the code, else the name. */
export function pinned(one) {
  const code = one.columns.findIndex((column) => column.role === "code");
  return code >= 0 ? code : Math.max(0, one.columns.findIndex((column) => column.role === "name"));
}

/** The widths of the columns, and the width of them all. */
export function widths(one) {
  const groups = el("colgroup");
  let whole = 0;
  for (const column of one.columns) {
    const wide = Math.max(column.role === "code" ? 128 : 70, Math.min(column.width * 7.4, 300));
    const col = el("col");
    col.style.width = `${wide}px`;
    whole += wide;
    groups.append(col);
  }
  return [groups, whole];
}

export function header(one) {
  const fixed = pinned(one);
  return el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...one.columns.map((column, at) => el("th", {
    scope: "col", role: "columnheader", class: at === fixed ? "fixed" : "", title: column.header.join(" › "),
  }, column.header.length > 1 && el("div", { class: "group", text: column.header.slice(0, -1).join(" › ") }), el("div", { class: "text", text: column.header[column.header.length - 1] })))));
}

export const cellId = (place) => `c-${place.table}-${place.row}-${place.position}`;

/** One row; `at` is how many are shown above it. */
export function line(table, index, at) {
  const one = now.model.tables[table];
  const row = one.rows[index];
  const fixed = pinned(one);
  const cells = one.columns.map((column, position) => {
    const cell = row.cells[position];
    const mark = markAt(index, position, table);
    const draft = mark?.decided.find((one) => one.key && !one.stays);
    const kinds = [tint(mark), column.numeric ? "numeric" : "", position === fixed ? "fixed" : ""];
    if (mark && isSeen(mark)) kinds.push("seen");
    const label = mark ? { A: t("showA"), B: t("showB"), open: t("question"), decided: t("showDecided") }[tint(mark)] : null;
    return el("td", { role: "gridcell", id: cellId({ table, row: index, position }), class: kinds.filter(Boolean).join(" "), "aria-colindex": position + 1 },
      el("div", { class: "text", text: draft ? draft.text : cell ? cell[0] : "" }), label && el("span", { class: "unseen", text: label }));
  });
  return el("tr", { role: "row", class: `line ${row.level || ""}`, "aria-rowindex": at + 2, "data-row": index, "data-table": table }, ...cells);
}
