// What is marked in the tables, and what is known about a mark.
import { now } from "./now.js";
import { askJson } from "./program.js";

export const keyOf = (place) => `${place.table}:${place.row}:${place.position}`;
export const markAt = (row, position, of = now.table) => now.marks.get(`${of}:${row}:${position}`);

export async function load() {
  now.model = await askJson(`/api/files/${now.current.outcome.id}/model`);
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
}

/** What a cell is tinted as: a decision before a question, a question before the weakest repair. */
export function tint(mark) {
  if (!mark) return "";
  if (mark.decided.length) return "decided";
  if (mark.questions.length) return "open";
  return mark.repairs.some((repair) => repair.grade !== "A") ? "B" : "A";
}
export const isSeen = (mark) => mark.decided.length > 0 || (mark.repairs.length > 0 && mark.repairs.every((repair) => now.current.accepted.has(repair.id)));
const isPerson = (repair) => repair.proofs.some((proof) => proof.kind === "person");
export const likeRepair = (repair) => now.model.repairs.filter((other) => other.table === repair.table && other.rule === repair.rule && other.column === repair.column && !isPerson(other));
export const likeQuestion = (question) => now.model.questions.filter((other) => other.id && other.table === question.table && other.rule === question.rule && other.column === question.column && other.found === question.found && other.candidates.join("\n") === question.candidates.join("\n"));
export const markHere = () => (now.here ? now.marks.get(keyOf(now.here)) : null);
export const repairsHere = () => (markHere()?.repairs || []).filter((repair) => !isPerson(repair));
