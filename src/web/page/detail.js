// What is said about a cell.
import { accept, answer, refuse, takeBack } from "./decisions.js";
import { $, el } from "./dom.js";
import { keyOf, likeQuestion, likeRepair } from "./marks.js";
import { figure, now, said, t } from "./now.js";
import { point } from "./sheet.js";
import { WORDS } from "./words.js";

export function drawDetail() {
  const detail = $("detail");
  detail.classList.toggle("none", !now.here);
  const title = (text) => el("h3", { id: "detail-title", text });
  if (!now.here) {
    // What concerns no cell is asked about where no cell is picked.
    const asked = now.model ? now.model.questions.filter((question) => question.row === null).map((question) => drawQuestion(question)) : [];
    detail.replaceChildren(title(t("step3")), el("p", { class: "quiet", text: t("pick") }), legend(), ...asked);
    return;
  }
  const one = now.model.tables[now.here.table];
  const row = one.rows[now.here.row];
  const name = one.columns.findIndex((column) => column.role === "name");
  const mark = now.marks.get(keyOf(now.here));
  const cell = row.cells[now.here.position];
  const parts = [
    el("button", { type: "button", class: "away", text: "✕", "aria-label": t("close"), onclick: () => { now.here = null; point(); drawDetail(); $("sheet").focus(); } }),
    title(one.columns[now.here.position].header.join(" › ")),
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
  const ok = now.current.accepted.has(repair.id);
  // A proof of the writing alone names the rule.
  const told = (proof) => (proof.text === repair.rule ? said(repair.name) || proof.text : proof.text);
  const proofs = repair.proofs.map((proof) => el("div", { text: `${WORDS[now.language].proofs[proof.kind]}: ${told(proof)}` }));
  return el("article", {},
    el("p", {}, el("span", { class: `tag ${person ? "decided" : repair.grade}`, text: person ? t("showDecided") : repair.grade === "A" ? t("gradeA") : t("gradeB") }), " ", el("strong", { text: said(repair.name) || repair.rule })),
    pairs(["before", el("del", { text: repair.before || t("empty") })], ["after", el("ins", { text: repair.after || t("empty") })],
      ["proof", el("div", {}, ...proofs)]),
    !person && el("p", { class: "row" }, button(ok ? "accepted" : "accept", "Y", () => accept(), "main"), button("refuse", "N", () => refuse())),
    !person && sameBox(likeRepair(repair).length - 1),
    pairs(["source", repair.sources.join(", ")], ["rule", said(repair.why)]));
}

function drawQuestion(question) {
  // What is in no cell and about nothing that is said of the table takes no value.
  const answerable = question.row !== null || question.about !== null;
  const answers = question.candidates.map((text, at) => el("button", { type: "button", onclick: () => answer(question, text) }, at < 9 && el("kbd", { text: at + 1 }), text || t("empty")));
  const other = el("input", { "aria-label": t("other"), placeholder: t("other"), autocomplete: "off" });
  const form = el("form", { class: "row", onsubmit: (event) => { event.preventDefault(); if (other.value.trim()) answer(question, other.value.trim()); } }, other, el("button", { text: t("use") }));
  return el("article", {},
    el("p", {}, el("span", { class: "tag open", text: t("question") }), " ", el("strong", { text: said(question.name) || question.rule })),
    el("p", { text: said(question.message) }),
    el("div", { class: "choices", role: "group", "aria-label": t("choose") }, ...answers, el("button", { type: "button", text: t("stay"), onclick: () => answer(question, "biarkan") }), answerable && form),
    sameBox(likeQuestion(question).length - 1),
    pairs(["found", question.found], ["expected", question.expected], ["source", question.source]));
}

function drawDecided(decided) {
  const text = decided.refused ? t("youRefused") : decided.stays ? t("youLeft") : t("youChose", decided.decision.keputusan);
  return el("article", {}, el("p", {}, el("span", { class: "tag decided", text })), el("p", { class: "row" }, button("undo", "U", () => takeBack())));
}

function sameBox(more) {
  if (more < 1) return null;
  const box = el("input", { type: "checkbox", onchange: (event) => { now.all = event.target.checked; } });
  box.checked = now.all;
  return el("label", { class: "tick same" }, box, t("same", figure(more)), el("kbd", { text: "S" }));
}

function drawAround(around) {
  const head = el("tr", {}, el("td"), ...around.columns.map((letters) => el("th", { scope: "col", text: letters })));
  const lines = around.lines.map((texts, at) => el("tr", {}, el("th", { scope: "row", text: around.rows[at] }),
    ...texts.map((text, column) => el("td", { class: around.rows[at] === around.here[0] && around.columns[column] === around.here[1] ? "here" : "", text }))));
  return el("div", { class: "around", role: "region", tabindex: 0, "aria-label": t("around") }, el("p", { class: "quiet", text: `${t("around")} (${around.sheet})` }), el("table", {}, el("thead", {}, head), el("tbody", {}, ...lines)));
}
