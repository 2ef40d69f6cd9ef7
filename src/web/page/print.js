// The standard tables as they will print, page by page.
import { $, el } from "./dom.js";
import { figure, now, t } from "./now.js";
import { askJson, tell } from "./program.js";

let pages = [];
let at = 0;

export async function showPrint(asked) {
  tell(t("making"));
  try {
    ({ pages } = await askJson(`/api/files/${now.current.outcome.id}/pages?${asked}`));
  } catch (error) {
    tell(error.message, true);
    return;
  }
  tell("");
  at = 0;
  draw();
  $("print").showModal();
}

function draw() {
  const page = pages[at];
  const paper = el("div", { class: "paper" });
  paper.style.width = `${page.width}pt`;
  paper.style.minHeight = `${page.height}pt`;
  const table = el("table", {}, el("colgroup", {}, ...page.widths.map((wide) => { const col = el("col"); col.style.width = `${wide}pt`; return col; })),
    el("thead", {}, ...page.header.map((row) => el("tr", {}, ...row.map((cell) => el("th", { colspan: cell.columns, rowspan: cell.rows, text: cell.text }))))),
    el("tbody", {}, ...page.rows.map((row) => el("tr", { class: row.bold ? "bold" : "" }, ...row.cells.map((cell, column) => el("td", { class: page.numeric[column] ? "numeric" : "", text: cell }))))),
    el("tfoot", {}, ...page.notes.map((row) => el("tr", {}, ...row.map((cell) => el("td", { colspan: cell.columns, text: cell.text }))))));
  table.style.fontSize = `${page.letters}pt`;
  paper.append(...page.titles.map((text) => el("p", { class: "title", text })), table, el("p", { class: "foot" }, el("span", { text: page.foot }), el("span", { text: t("pageOf", page.number, page.of) })));
  $("print-paper").replaceChildren(paper);
  $("print-at").textContent = t("ofAll", figure(at + 1), figure(pages.length));
  $("print-back").disabled = at === 0;
  $("print-on").disabled = at === pages.length - 1;
}

function turn(way) {
  at = Math.max(0, Math.min(pages.length - 1, at + way));
  draw();
}

export function listenPrint() {
  $("print-back").addEventListener("click", () => turn(-1));
  $("print-on").addEventListener("click", () => turn(1));
  $("print").addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "PageDown") turn(1);
    if (event.key === "ArrowLeft" || event.key === "PageUp") turn(-1);
  });
}
