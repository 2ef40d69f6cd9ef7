// What is said about a cell, and what is asked.
import { accept, answer, refuse, takeBack } from "./decisions.js";
import { $, el } from "./dom.js";
import { isPerson, keyOf, likeQuestion, likeRepair, questionAsked, questionKey } from "./marks.js";
import { figure, now, said, t, tableName } from "./now.js";
import { queueBar } from "./queue.js";
import { goTo, point } from "./sheet.js";
import { WORDS } from "./words.js";

export function drawDetail() {
  const detail = $("detail");
  const asked = questionAsked();
  const loose = asked?.row === null ? asked : null;
  detail.classList.toggle("none", !now.here && !loose);
  const parts = now.here ? ofCell() : loose ? ofQuestion(loose) : [title(t("step3")), el("p", { class: "quiet", text: t("pick") }), legend()];
  // What is being typed for a question stays when an earlier answer comes back and the question is drawn anew.
  const of = asked ? questionKey(asked) : "";
  const input = detail.querySelector(".choices input");
  const typed = input && input === document.activeElement && detail.dataset.of === of ? input.value : null;
  detail.dataset.of = of;
  detail.replaceChildren(...[now.model && queueBar(), ...parts].filter(Boolean));
  detail.scrollTop = 0;
  const again = typed === null ? null : detail.querySelector(".choices input");
  if (again) { again.value = typed; again.focus(); }
}

const title = (text) => el("h3", { id: "detail-title", text });
const away = () => el("button", { type: "button", class: "away", text: "✕", "aria-label": t("close"), onclick: () => { now.here = null; now.asking = null; point(); drawDetail(); $("sheet").focus(); } });

/** A question that has no cell: about the unit, a year, the region, the office, a table. */
function ofQuestion(question) {
  const one = question.table === null ? null : now.model.tables[question.table];
  const subject = question.about ? t("subjects")[question.about] : said(question.name);
  return [away(), title(subject), el("p", { class: "quiet", text: one ? `${tableName(one)} · ${one.title}` : t("wholeFile") }),
    drawQuestion(question), question.around && drawAround(question.around)];
}

function ofCell() {
  const one = now.model.tables[now.here.table];
  const row = one.rows[now.here.row];
  const [name, code] = ["name", "code"].map((role) => one.columns.findIndex((column) => column.role === role));
  const called = [code, name].filter((at) => at >= 0 && row.cells[at]).map((at) => row.cells[at][0]).join(" ");
  const mark = now.marks.get(keyOf(now.here));
  const cell = row.cells[now.here.position];
  const { header } = one.columns[now.here.position];
  const place = [`${tableName(one)}, ${t("row")} ${row.source_rows.join(", ")}`, called, header.slice(0, -1).join(" › ")].filter(Boolean).join(" · ");
  const parts = [away(), title(header[header.length - 1]), el("p", { class: "quiet place", text: place, title: place })];
  if (!mark) return [...parts, cell && el("p", { class: "value", text: cell[0] }), el("p", { class: "quiet", text: t("asIs") })];
  // The question that is asked stands first: its buttons are those that the digits press.
  const questions = [...mark.questions].sort((left, right) => (questionKey(right) === now.asking) - (questionKey(left) === now.asking));
  const told = [...mark.repairs, ...mark.questions].find((item) => item.around);
  return [...parts, ...mark.decided.map(drawDecided), ...questions.map(drawQuestion), ...mark.repairs.map(drawRepair),
    mark.repairs.length > 0 && beforeAndAfter(one, row), told && drawAround(told.around)];
}

const legend = () => el("p", { class: "row" }, el("span", { class: "tag A", text: t("showA") }), el("span", { class: "tag B", text: t("showB") }),
  el("span", { class: "tag open", text: t("question") }), el("span", { class: "tag decided", text: t("showDecided") }));

const pairs = (...list) => el("dl", {}, ...list.filter((pair) => pair && pair[1] !== null && pair[1] !== undefined && pair[1] !== "")
  .flatMap(([key, value]) => [el("dt", { text: t(key) }), el("dd", {}, value)]));

const button = (key, letter, action, kind = "") => el("button", { type: "button", class: kind, onclick: action }, t(key), letter && el("kbd", { text: letter }));

function drawRepair(repair) {
  const person = isPerson(repair);
  const ok = now.current.outcome.accepted.includes(repair.id);
  return el("article", {},
    el("p", {}, el("span", { class: `tag ${person ? "decided" : repair.grade}`, text: person ? t("showDecided") : repair.grade === "A" ? t("gradeA") : t("gradeB") }), " ", el("strong", { text: said(repair.name) })),
    pairs(["before", el("del", { text: repair.before || t("empty") })], ["after", el("ins", { text: repair.after || t("empty") })],
      ["moved", repair.moves && el("div", {}, ...repair.moves.map((text) => el("div", { text })))],
      ["movedRows", repair.moves && repair.rows > 1 ? figure(repair.rows) : null],
      ["proof", el("div", {}, ...repair.proofs.map((proof) => drawProof(proof, repair)))]),
    !person && el("p", { class: "row" }, button(ok ? "accepted" : "accept", "Y", () => accept(), "main"), button("refuse", "N", () => refuse(repair))),
    !person && sameBox(likeRepair(repair).length - 1),
    pairs(["source", repair.sources.join(", ")], ["rule", said(repair.why)]));
}

/** A proof as a planner reads it: in words, and for a sum its terms. */
function drawProof(proof, repair) {
  const kind = WORDS[now.language].proofs[proof.kind];
  // A proof of the writing alone names the rule.
  const text = proof.text === repair.rule ? said(repair.name) : proof.text;
  const twins = (proof.twins ?? []).flatMap((place) => [" ", link(place)]);
  return el("div", {}, `${kind}: ${text}`, ...twins, proof.of && drawTerms(proof.of));
}

/** The terms of a sum with code, name and amount, what they make, and the difference. */
function drawTerms(of) {
  const line = (key, value) => value !== null && el("tr", {}, el("td"), el("th", { scope: "row", text: t(key) }), el("td", { class: "numeric", text: value }));
  const lines = of.terms.map((term) => el("tr", {}, el("td", {}, link(term, term.code || term.source)), el("td", { text: term.name || "" }), el("td", { class: "numeric", text: term.text || t("empty") })));
  return el("details", { class: "terms", open: of.terms.length < 9 }, el("summary", { text: t("termsOf", figure(of.terms.length)) }),
    el("table", {}, el("tbody", {}, ...lines, line("sumOf", of.sum), line("stands", of.own), line("difference", of.difference))));
}

/** The way to another cell. */
const link = (place, text = place.source || place.code) => el("button", { type: "button", class: "link", text: text || t("goThere"), title: place.source || "", onclick: () => goTo({ table: place.table, row: place.row, position: place.position }) });

function drawQuestion(question) {
  // What is in no cell and about nothing that is said of the table takes no value.
  const answerable = question.row !== null || question.about !== null;
  const answers = question.answers.map(([value, shown], at) => el("button", { type: "button", onclick: () => answer(question, value) }, at < 9 && el("kbd", { text: at + 1 }), shown || t("empty")));
  const other = el("input", { "aria-label": t("other"), placeholder: t("other"), autocomplete: "off" });
  const form = el("form", { class: "row", onsubmit: (event) => { event.preventDefault(); if (other.value.trim()) answer(question, other.value.trim()); } }, other, el("button", { text: t("use") }));
  const also = question.also.map((place) => el("li", {}, link(place), ` ${place.text ?? ""}`));
  return el("article", { class: questionKey(question) === now.asking ? "asked" : "" },
    el("p", {}, el("span", { class: "tag open", text: t("question") }), " ", el("strong", { text: said(question.name) })),
    el("p", { text: said(question.message) }),
    el("div", { class: "choices", role: "group", "aria-label": t("choose") }, ...answers,
      question.stays && el("button", { type: "button", class: "stay", onclick: () => answer(question, "biarkan") }, el("kbd", { text: "0" }), t("stay")), answerable && form),
    sameBox(likeQuestion(question).length - 1),
    question.of && drawTerms(question.of),
    pairs(["found", question.found], ["expected", question.expected], ["source", question.source], also.length && ["alsoAt", el("ul", { class: "plain" }, ...also)]));
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

/** The row before its repairs and after them, the cells that differ alone. */
function beforeAndAfter(one, row) {
  const own = now.model.repairs.filter((repair) => repair.table === now.here.table && repair.row === now.here.row);
  const lines = one.columns.map((column, position) => {
    const first = own.find((repair) => repair.position === position);
    if (!first) return null;
    return el("tr", {}, el("th", { scope: "row", text: column.header[column.header.length - 1] }), el("td", {}, el("del", { text: first.before || t("empty") })), el("td", {}, el("ins", { text: row.cells[position]?.[0] || t("empty") })));
  }).filter(Boolean);
  const heads = ["column", "before", "after"].map((key) => el("th", { scope: "col", text: t(key) }));
  return el("details", {}, el("summary", { text: t("wholeRow", figure(lines.length)) }), el("table", { class: "compared" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...lines)));
}

function drawAround(around) {
  const head = el("tr", {}, el("td"), ...around.columns.map((letters) => el("th", { scope: "col", text: letters })));
  const lines = around.lines.map((texts, at) => el("tr", {}, el("th", { scope: "row", text: around.rows[at] }),
    ...texts.map((text, column) => el("td", { class: around.rows[at] === around.here[0] && around.columns[column] === around.here[1] ? "here" : "", text }))));
  return el("div", { class: "around", role: "region", tabindex: 0, "aria-label": t("around") }, el("p", { class: "quiet", text: `${t("around")} (${around.sheet})` }), el("table", {}, el("thead", {}, head), el("tbody", {}, ...lines)));
}
