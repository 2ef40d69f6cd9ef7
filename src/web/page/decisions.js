// Decisions. The whole list goes to the program each time: what it answers is what stands.
import { drawDetail } from "./detail.js";
import { $ } from "./dom.js";
import { drawResults } from "./files.js";
import { keyOf, likeQuestion, likeRepair, load, markHere, repairsHere } from "./marks.js";
import { figure, now, t } from "./now.js";
import { askJson, tell } from "./program.js";
import { build, drawProgress, drawRows, fillFilters, passing, point, redraw, stride } from "./sheet.js";

export function accept() {
  const own = repairsHere();
  const right = own.flatMap((one) => (now.all ? likeRepair(one) : [one])).map((repair) => repair.id);
  for (const id of right) now.current.accepted.add(id);
  if (right.length) keepAccepted(now.current, right);
  if (!own.length) { $("detail").querySelector(".choices button")?.focus(); return; }
  redraw();
  drawProgress();
  stride(1);
}

/** What was found right goes into the saved decisions, so that it is known another day. */
async function keepAccepted(file, ids) {
  try {
    await askJson(`/api/files/${file.outcome.id}/accepted`, { method: "POST", body: JSON.stringify({ ids }) });
  } catch (error) {
    tell(error.message, true);
  }
}

export function refuse() {
  const own = repairsHere();
  // All repairs of a cell go together: one decision about the cell is enough.
  const first = own.slice(0, 1).flatMap((one) => (now.all ? likeRepair(one) : [one]));
  const cells = new Map(first.map((repair) => [keyOf(repair), repair]));
  if (cells.size) decide([...decisions(), ...[...cells.values()].map((repair) => ({ id: repair.id, sources: repair.sources.join(", "), before: repair.before, after: repair.after, keputusan: "tolak" }))]);
}

export function answer(question, text) {
  const own = now.all ? likeQuestion(question) : [question];
  decide([...decisions(), ...own.map((one) => ({ id: one.id, source: one.source || "", rule: one.rule, keputusan: text }))]);
}

export function takeBack() {
  const own = (markHere()?.decided || []).map((decided) => decided.decision);
  if (!own.length) return;
  decide(decisions().filter((entry) => !own.some((one) => one.id === entry.id && one.keputusan === entry.keputusan)));
}

export function undo() {
  if (!now.current?.history.length) { tell(t("nothingToUndo")); return; }
  decide(now.current.history.pop(), true);
}

const decisions = () => now.current.outcome.decisions;
let busy = false;

/** Decisions of an earlier day: the file that was saved then, or a result workbook with its column filled in. */
export async function loadDecisions(event) {
  const [blob] = event.target.files;
  if (blob) await decide(await blob.arrayBuffer());
  event.target.value = "";
}

async function decide(list, isUndo = false) {
  if (busy) return;
  busy = true;
  const file = now.current;
  const before = decisions();
  const wasInDetail = $("detail").contains(document.activeElement);
  tell(t("saving"));
  try {
    const body = list instanceof ArrayBuffer ? list : JSON.stringify({ decisions: list });
    file.outcome = await askJson(`/api/files/${file.outcome.id}/decisions`, { method: "POST", body });
    for (const id of file.outcome.accepted) file.accepted.add(id);
    if (!isUndo) file.history.push(before);
    if (file === now.current) {
      await load();
      const place = now.here;
      const top = $("sheet").scrollTop;
      const left = $("sheet").scrollLeft;
      drawResults();
      fillFilters();
      now.shown = passing(now.table);
      build();
      $("sheet").scrollTop = top;
      $("sheet").scrollLeft = left;
      drawRows();
      if (place) { now.here = place; now.all = false; point(); }
      drawDetail();
      drawProgress();
      if (wasInDetail) $("sheet").focus({ preventScroll: true });
    }
    tell(isUndo ? t("undone") : t("decided", figure(file.outcome.decisions.length)));
  } catch (error) {
    tell(error.message, true);
  }
  busy = false;
}
