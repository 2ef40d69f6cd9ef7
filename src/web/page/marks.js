// What is marked in the tables, what is to decide, and what is known about each.
import { now } from "./now.js";
import { askJson } from "./program.js";

export const keyOf = (place) => `${place.table}:${place.row}:${place.position}`;
export const markAt = (row, position, of = now.table) => now.marks.get(`${of}:${row}:${position}`);
/** By what a question is known: the same rule may ask about one cell for several reasons. */
export const questionKey = (one) => [one.id, one.table, one.row, one.position, one.found].join("|");

/** Everything about a file as it stands, of the version that is known of it or a newer one. */
export async function read(file) {
  for (;;) {
    const model = await askJson(`/api/files/${file.outcome.id}/model`);
    if (model.version < file.outcome.version) continue;
    file.outcome.version = model.version;
    return model;
  }
}

/** Reads everything about the open file anew. */
export async function load(file) {
  const model = await read(file);
  if (file !== now.current) return;
  now.model = model;
  file.drawn = model.drawn;
  mark();
}

/** What the tables hold, by cell, and what is to decide, in their order. */
export function mark() {
  now.marks = new Map();
  const put = (list, item) => {
    if (item.table === null || item.row === null) return;
    const key = keyOf(item);
    if (!now.marks.has(key)) now.marks.set(key, { repairs: [], questions: [], decided: [] });
    now.marks.get(key)[list].push(item);
  };
  for (const item of now.model.repairs) put("repairs", item);
  for (const item of now.model.questions) put("questions", item);
  for (const item of now.model.decided) put("decided", item);
  // What was decided and is on its way is drawn as if it had arrived.
  const [hidden, settled] = [new Set(), new Set()];
  const isOpen = (one) => !hidden.has(questionKey(one)) && !(one.row !== null && settled.has(keyOf(one)));
  for (const { drafts = [] } of now.current.waiting) {
    for (const draft of drafts) {
      hidden.add(draft.key);
      if (!draft.stays && draft.row !== null) settled.add(keyOf(draft));
      put("decided", { ...draft, refused: Boolean(draft.refused), decision: { id: draft.id, keputusan: draft.text } });
    }
  }
  for (const list of now.marks.values()) list.questions = list.questions.filter(isOpen);
  const rank = (one) => [one.table ?? -1, one.row ?? -1, one.row === null ? -1 : one.position];
  now.asked = now.model.questions.filter(isOpen).sort((left, right) => {
    const [a, b] = [rank(left), rank(right)];
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || questionKey(left).localeCompare(questionKey(right));
  });
}

/** Takes over what an answer says has changed. */
export function change(told) {
  if (told.whole) {
    Object.assign(now.model, told.whole);
  } else {
    for (const one of told.tables) {
      if (one.table) now.model.tables[one.index] = one.table;
      else for (const [row, content] of one.rows) now.model.tables[one.index].rows[row] = content;
    }
    for (const list of ["repairs", "questions", "decided"]) {
      const gone = new Set(told[list].gone);
      now.model[list] = now.model[list].filter((_, at) => !gone.has(at)).concat(told[list].new);
    }
    now.model.edition = told.edition;
    now.model.bidang = told.bidang;
  }
  mark();
}

/** What a cell is tinted as: a decision before a question, a question before the weakest repair. */
export function tint(mark) {
  if (!mark) return "";
  if (mark.decided.length && !mark.questions.length) return "decided";
  if (mark.questions.length) return "open";
  return mark.repairs.some((repair) => repair.grade !== "A") ? "B" : "A";
}
export const isPerson = (repair) => repair.proofs.some((proof) => proof.kind === "person");
const isAccepted = (repair) => now.current.outcome.accepted.includes(repair.id);
export const isSeen = (mark) => !mark.questions.length && (mark.decided.length > 0 || (mark.repairs.length > 0 && mark.repairs.every(isAccepted)));
/** What a person is to look at: what is to decide, what was decided, and repairs that nothing proves. */
export const isToReview = (mark) => mark.questions.length > 0 || mark.decided.length > 0 || mark.repairs.some((repair) => repair.grade !== "A");
export const likeRepair = (repair) => now.model.repairs.filter((other) => other.table === repair.table && other.rule === repair.rule && other.column === repair.column && !isPerson(other));
export const likeQuestion = (question) => now.asked.filter((other) => other.table === question.table && other.rule === question.rule && other.column === question.column && other.found === question.found && String(other.answers) === String(question.answers));
export const markHere = () => (now.here ? now.marks.get(keyOf(now.here)) : null);
export const repairsHere = () => (markHere()?.repairs || []).filter((repair) => !isPerson(repair));
export const questionAsked = () => now.asked.find((one) => questionKey(one) === now.asking);
