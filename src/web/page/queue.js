// What is to decide, one after the other: "‹ 3 dari 55 ›".
import { drawDetail } from "./detail.js";
import { $, el } from "./dom.js";
import { isSeen, isToReview, questionAsked, questionKey } from "./marks.js";
import { figure, now, t } from "./now.js";
import { goTo, point, showTable } from "./sheet.js";

/** Goes to a question: to its cell, or where it has none, to the panel. */
export function goToQuestion(question) {
  now.asking = questionKey(question);
  if (question.row !== null) {
    goTo({ table: question.table, row: question.row, position: question.position }, true, question);
    return;
  }
  if (question.table !== null && question.table !== now.table) showTable(question.table);
  now.here = null;
  now.all = false;
  point();
  drawDetail();
}

const at = () => now.asked.findIndex((one) => questionKey(one) === now.asking);

/** The question after, or before, the one that is looked at; after the last one the first. */
export function next(way) {
  if (!now.asked.length) return false;
  let index = at();
  if (index >= 0) index += way;
  else index = way > 0 ? after() : after() - 1;
  goToQuestion(now.asked[(index + now.asked.length) % now.asked.length]);
  return true;
}

/** Where among the questions the cell that is looked at stands. */
function after() {
  if (!now.here) return 0;
  const { table, row, position } = now.here;
  const index = now.asked.findIndex((one) => [(one.table ?? -1) - table, (one.row ?? -1) - row, (one.position ?? -1) - position].find((difference) => difference !== 0) > 0);
  return index < 0 ? now.asked.length : index;
}

/** "‹ 3 dari 55 ›", above everything that is said of a cell. */
export function queueBar() {
  const count = now.asked.length;
  const key = (way, sign, label, letter) => el("button", { type: "button", class: "turn", "aria-label": t(label), title: `${t(label)} (${letter})`, disabled: !count, onclick: () => next(way) }, sign);
  const here = at() + 1;
  const text = count ? t("ofAll", here ? figure(here) : "–", figure(count)) : t("allDecided");
  return el("div", { class: "queue", role: "group", "aria-label": t("queue") },
    key(-1, "‹", "questionBefore", "K"), el("strong", { id: "queue-at", text }), key(1, "›", "questionAfter", "J"));
}

/** Draws how far the review is. */
export function drawProgress() {
  const marks = [...now.marks.values()].filter(isToReview);
  const loose = now.model.questions.filter((one) => one.row === null).length;
  $("reviewed").textContent = t("reviewed", figure(marks.filter(isSeen).length), figure(marks.length + loose));
  $("only").setAttribute("aria-pressed", String(now.everywhere));
  $("only-count").textContent = figure(now.asked.length);
  $("keys").textContent = t("keys");
  if (!questionAsked()) now.asking = null;
}
