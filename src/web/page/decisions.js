// Decisions. What is decided is drawn at once and sent one after the other, each with the version that it was made on;
// what the program answers is what stands.
import { drawDetail } from "./detail.js";
import { $ } from "./dom.js";
import { drawResults } from "./files.js";
import { against, keepHere, undoing } from "./kept.js";
import { change, keyOf, likeQuestion, likeRepair, load, mark, markHere, questionAsked, questionKey, repairsHere } from "./marks.js";
import { figure, now, said, t } from "./now.js";
import { ask, askJson, tell } from "./program.js";
import { drawProgress, goToQuestion } from "./queue.js";
import { fillFilters, goTo, redraw, refilter, stride } from "./sheet.js";

export function accept() {
  const own = repairsHere();
  if (!own.length) { $("detail").querySelector(".choices button")?.focus(); return; }
  const { accepted } = now.current.outcome;
  // What was found right before stays so when this step is undone.
  const all = own.flatMap((one) => (now.all ? likeRepair(one) : [one])).map((repair) => repair.id);
  const right = all.filter((id) => !accepted.includes(id));
  now.current.outcome.accepted = [...new Set([...accepted, ...right])];
  if (right.length) decide({ accept: right });
  redraw();
  drawProgress();
  if (!stride(1)) drawDetail();
}

/** Refuses a repair of the cell: the one that is named, else the one of its text; of a cell that only moved, the move. */
export function refuse(named) {
  const own = repairsHere();
  const chosen = named || own.find((one) => !one.moves) || own[0];
  // All repairs of a text go together: one decision about the cell is enough.
  const first = (chosen ? [chosen] : []).flatMap((one) => (now.all ? likeRepair(one) : [one]));
  const cells = [...new Map(first.map((repair) => [keyOf(repair), repair])).values()];
  if (!cells.length) return;
  const put = cells.map((repair) => ({ id: repair.id, sources: repair.sources.join(", "), before: repair.before, after: repair.after, keputusan: "tolak" }));
  const drafts = cells.map((repair) => ({ key: `refused ${repair.id}`, table: repair.table, row: repair.row, position: repair.position, id: repair.id, text: repair.before, refused: true }));
  decide({ put, drafts });
  mark();
  redraw();
  drawDetail();
  drawProgress();
}

/** Answers a question, draws the answer, and goes on to the next one. */
export function answer(question, text) {
  const own = now.all ? likeQuestion(question) : [question];
  const put = own.map((one) => ({ id: one.id, source: one.source || "", rule: one.rule, keputusan: text }));
  const stays = text === "biarkan";
  const drafts = own.map((one) => ({ key: questionKey(one), table: one.table, row: one.row, position: one.position, id: one.id, text, stays }));
  const answered = new Set(drafts.map((draft) => draft.key));
  // A value that is chosen answers whatever else is asked about the cell.
  const cells = new Set(stays ? [] : own.filter((one) => one.row !== null).map(keyOf));
  const at = now.asked.findIndex((one) => questionKey(one) === questionKey(question));
  const order = [...now.asked.slice(at + 1), ...now.asked.slice(0, Math.max(at, 0))];
  const following = order.find((one) => !answered.has(questionKey(one)) && !cells.has(keyOf(one)));
  const place = now.here;
  decide({ put, drafts });
  mark();
  redraw();
  drawResults();
  drawProgress();
  if (following) goToQuestion(following); else if (place) goTo(place); else drawDetail();
}

export function takeBack() {
  const own = (markHere()?.decided || []).map((one) => one.decision.id);
  const drop = now.current.outcome.decisions.filter((one) => own.includes(one.id));
  if (drop.length) decide({ drop });
}

/** Undoes the last step that is not undone yet, also one that is still on its way. */
export function undo() {
  const file = now.current;
  const undoes = file.waiting.filter((one) => one.isUndo).length;
  if (file.history.length + file.waiting.length - undoes <= undoes) { tell(t("nothingToUndo")); return; }
  decide({ isUndo: true });
}

/** Decisions of an earlier day: the file that was saved then, or a result workbook with its column filled in. */
export async function loadDecisions(event) {
  const [blob] = event.target.files;
  event.target.value = "";
  if (!blob) return;
  const file = now.current;
  const { drawn } = file;
  tell(t("saving"));
  try {
    const told = await askJson(`/api/files/${file.outcome.id}/load?drawn=${drawn}`, { method: "POST", body: blob });
    await takeOver(file, told, drawn);
    file.fresh = true;
    tell([t("loaded", figure(told.added), figure(file.outcome.decisions.length)), ...told.unfit.map(said)].join(" "));
  } catch (error) {
    tell(error.message, true);
  }
}

function decide(made) {
  const file = now.current;
  now.touched = true;
  file.waiting.push(made);
  keepHere(file);
  if (!file.sending) file.sent = send(file);
}

export const isSending = () => now.files.some((file) => file.sending || file.waiting?.length);

async function send(file) {
  file.sending = true;
  tell(t("saving"));
  try {
    for (let tries = 0; file.waiting.length; ) {
      const step = file.waiting[0];
      // What was to be undone was refused meanwhile.
      if (step.isUndo && !file.history.length) { file.waiting.shift(); continue; }
      const made = against(file.outcome.decisions, step.isUndo ? undoing(file.history[file.history.length - 1]) : step);
      const { drawn } = file;
      let told;
      try {
        told = await post(file, made);
      } catch (error) {
        // Another tab was faster: what it did is taken over, and this comes on top.
        if (error.status === 409 && (tries += 1) < 6 && (await isRefreshed(file))) continue;
        if ([undefined, 404, 409].includes(error.status)) {
          // The program is gone: what it has not heard stays in the browser, and is sent when the file is there again.
          tell(t("notSent", figure(file.waiting.length)), true);
          return;
        }
        await giveUp(file, step);
        tell(error.message, true);
        tries = 0;
        continue;
      }
      tries = 0;
      file.waiting.shift();
      if (step.isUndo) file.history.pop(); else file.history.push(made);
      file.fresh = true;
      keepHere(file, told.file);
      await heard(file, told, drawn, step.isUndo).catch((error) => tell(error.message, true));
    }
  } finally {
    file.sending = false;
    keepHere(file);
  }
}

function post(file, { put, drop, accept, doubt }) {
  const body = JSON.stringify({ version: file.outcome.version, drawn: file.drawn, put, drop, accept, doubt });
  return askJson(`/api/files/${file.outcome.id}/decisions`, { method: "POST", body });
}

const isRefreshed = (file) => refresh(file).then(() => true, () => false);

/** Takes a step away that the program refuses. */
async function giveUp(file, step) {
  file.waiting.shift();
  if (step.isUndo) file.history.pop();
  const later = file.waiting.splice(0);
  await isRefreshed(file);
  file.waiting.unshift(...later);
}

/** Draws what the program answered to a step, and tells what came of it. */
async function heard(file, told, drawn, isUndo) {
  const more = isUndo ? 0 : asksMore(file, told);
  await takeOver(file, told, drawn);
  const done = isUndo ? t("undone") : t("decided", figure(file.outcome.decisions.length));
  tell(told.unkept ? said(told.unkept) : [done, more && t("asksMore", figure(more)), ...told.unfit.map(said)].filter(Boolean).join(" "), Boolean(told.unkept || told.unfit.length));
}

/** How many questions there are that nobody asked before. */
function asksMore(file, told) {
  if (file !== now.current || !told.changes?.questions) return 0;
  const known = new Set(now.model.questions.map((one) => one.id));
  return told.changes.questions.new.filter((one) => !known.has(one.id)).length;
}

/** Reads a file as it stands in the program. */
export async function refresh(file) {
  const { files } = await askJson("/api/files");
  const outcome = files.find((one) => one.id === file.outcome.id);
  if (!outcome) return;
  file.outcome = outcome;
  if (file === now.current) {
    await load(file);
    if (file === now.current) drawAnew();
  }
  drawResults();
}

/** Takes over what the program answered. What changed is told against what was drawn when it was asked: where that is
 * another model meanwhile, all is read anew. */
async function takeOver(file, told, drawn) {
  file.outcome = told.file;
  if (file === now.current) {
    if (told.changes && drawn === file.drawn) { file.drawn = told.drawn; change(told.changes); } else await load(file);
    if (file === now.current) drawAnew();
  }
  drawResults();
}

function drawAnew() {
  fillFilters();
  const sheet = $("sheet");
  const [top, left] = [sheet.scrollTop, sheet.scrollLeft];
  refilter(true);
  [sheet.scrollTop, sheet.scrollLeft] = [top, left];
  redraw();
  // What was about to be asked may have been settled by the answer before it: then the one after it is asked.
  // A repair that was refused leaves a question about its cell.
  const [question] = markHere()?.questions ?? [];
  if (!now.asking && question) now.asking = questionKey(question);
  if (now.asking && !questionAsked() && now.asked.length) goToQuestion(now.asked.find(isAfterHere) ?? now.asked[0]);
  else drawDetail();
  drawProgress();
}

/** Whether a question stands behind the cell that is looked at. */
function isAfterHere(one) {
  if (!now.here || one.row === null) return !now.here;
  const [here, there] = [now.here, one].map((place) => [place.table, place.row, place.position]);
  const at = here.findIndex((value, index) => value !== there[index]);
  return at < 0 || there[at] > here[at];
}

/** Brings back what lies in the browser and not in the program, and gives what is to be told of it. What is in the
 * browser stays there. */
export async function bringBack(file) {
  let text = "";
  if (file.unread.length) {
    file.sending = true;
    try {
      const told = await askJson(`/api/files/${file.outcome.id}/load`, { method: "POST", body: new Blob([JSON.stringify({ decisions: file.unread })]) });
      file.unread = [];
      if (told.added) text = [t("broughtBack", figure(told.added)), ...told.unfit.map(said)].join(" ");
      await takeOver(file, told, null);
    } catch (error) {
      text = error.message;
    } finally {
      file.sending = false;
    }
  }
  if (file.waiting.length && !file.sending) {
    file.sent = send(file);
    await file.sent;
  }
  return text;
}

export const end = () => ask("/api/end", { method: "POST" });
