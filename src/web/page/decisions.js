// Decisions. What is decided is drawn at once and sent one after the other, each with the version that it was made on;
// what the program answers is what stands.
import { drawDetail } from "./detail.js";
import { $ } from "./dom.js";
import { drawResults } from "./files.js";
import { change, keyOf, likeQuestion, likeRepair, load, mark, markHere, questionAsked, questionKey, repairsHere } from "./marks.js";
import { figure, now, said, t } from "./now.js";
import { ask, askJson, tell } from "./program.js";
import { drawProgress, goToQuestion } from "./queue.js";
import { fillFilters, goTo, redraw, refilter, stride } from "./sheet.js";

export function accept() {
  const own = repairsHere();
  const right = own.flatMap((one) => (now.all ? likeRepair(one) : [one])).map((repair) => repair.id);
  if (!own.length) { $("detail").querySelector(".choices button")?.focus(); return; }
  const { accepted } = now.current.outcome;
  now.current.outcome.accepted = [...new Set([...accepted, ...right])];
  decide({ accept: right });
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

export function undo() {
  if (!now.current?.history.length) { tell(t("nothingToUndo")); return; }
  const made = now.current.history.pop();
  const ids = new Set((made.put || []).map((one) => one.id));
  decide({ put: made.before || [], drop: now.current.outcome.decisions.filter((one) => ids.has(one.id)), doubt: made.accept || [], accept: made.doubt || [], isUndo: true });
}

/** Decisions of an earlier day: the file that was saved then, or a result workbook with its column filled in. */
export async function loadDecisions(event) {
  const [blob] = event.target.files;
  event.target.value = "";
  if (!blob) return;
  const file = now.current;
  tell(t("saving"));
  try {
    const told = await askJson(`/api/files/${file.outcome.id}/load`, { method: "POST", body: blob });
    await takeOver(file, told);
    tell([t("loaded", figure(told.added), figure(file.outcome.decisions.length)), ...told.unfit.map(said)].join(" "));
  } catch (error) {
    tell(error.message, true);
  }
}

function decide(made) {
  const file = now.current;
  file.waiting.push(made);
  keepHere(file);
  if (!file.sending) send(file);
}

export const isSending = () => now.files.some((file) => file.sending || file.waiting?.length);

async function send(file) {
  file.sending = true;
  tell(t("saving"));
  for (let tries = 0; file.waiting.length; ) {
    const made = file.waiting[0];
    const ids = new Set((made.put || []).map((one) => one.id));
    // What it takes the place of is there again when it is undone.
    const before = [...file.outcome.decisions.filter((one) => ids.has(one.id)), ...(made.drop || [])];
    const body = JSON.stringify({ version: file.outcome.version, put: made.put || [], drop: made.drop || [], accept: made.accept || [], doubt: made.doubt || [] });
    try {
      const told = await askJson(`/api/files/${file.outcome.id}/decisions`, { method: "POST", body });
      file.waiting.shift();
      tries = 0;
      if (!made.isUndo) file.history.push({ ...made, before });
      file.fresh = true;
      await takeOver(file, told);
      tell(told.unkept ? said(told.unkept) : made.isUndo ? t("undone") : t("decided", figure(file.outcome.decisions.length)), Boolean(told.unkept));
    } catch (error) {
      if (error.status === 409 && (tries += 1) < 6) {
        // Another tab was faster: what it did is taken over, and this comes on top.
        await refresh(file);
        continue;
      }
      file.waiting.shift();
      const lost = file.waiting.splice(0);
      await refresh(file).catch(() => {});
      file.waiting.push(...lost);
      tell(error.message, true);
      tries = 0;
    }
  }
  file.sending = false;
  keepHere(file);
}

/** Reads a file as it stands in the program. */
export async function refresh(file) {
  const { files } = await askJson("/api/files");
  const outcome = files.find((one) => one.id === file.outcome.id);
  if (!outcome) return;
  file.outcome = outcome;
  await load(file);
  if (file === now.current) drawAnew();
  drawResults();
}

/** Takes over what the program answered. */
async function takeOver(file, told) {
  file.outcome = told.file;
  if (file === now.current) {
    if (told.changes) change(told.changes); else await load(file);
    drawAnew();
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

/** Decisions lie in the browser too, should the program lose them before they are on its disk. */
function keepHere(file) {
  const put = file.waiting.flatMap((one) => one.put || []);
  const decisions = [...file.outcome.decisions, ...put];
  try {
    localStorage.setItem(`keputusan ${file.outcome.sha256}`, JSON.stringify({ decisions, accepted: file.outcome.accepted, version: 1 }));
  } catch { /* a browser that keeps nothing */ }
}

/** Brings back what lies in the browser and not in the program. */
export async function bringBack(file) {
  let held = null;
  try { held = JSON.parse(localStorage.getItem(`keputusan ${file.outcome.sha256}`)); } catch { /* nothing that can be read */ }
  const known = new Set(file.outcome.decisions.map((one) => one.id));
  const lost = (held?.decisions || []).filter((one) => one.id && !known.has(one.id));
  if (!lost.length || file.outcome.decisions.length) return;
  try {
    const body = new Blob([JSON.stringify({ decisions: lost })]);
    const told = await askJson(`/api/files/${file.outcome.id}/load`, { method: "POST", body });
    file.outcome = told.file;
    tell(t("broughtBack", figure(told.added)));
  } catch { localStorage.removeItem(`keputusan ${file.outcome.sha256}`); }
}

export const end = () => ask("/api/end", { method: "POST" });
