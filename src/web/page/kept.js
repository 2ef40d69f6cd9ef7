// Decisions as steps that are made and undone, and what lies of them in the browser.

/** What undoes a step that was made: what it took the place of is there again. */
export const undoing = (made) => ({ put: made.before, gone: (made.put || []).map((one) => one.id), doubt: made.accept || [], accept: made.doubt || [] });

/** A step with what it takes the place of among decisions, by which it can be undone. */
export function against(decisions, step) {
  const { put = [], gone = [], drop = [], accept = [], doubt = [] } = step;
  const ids = new Set(put.map((one) => one.id));
  const dropped = [...drop, ...decisions.filter((one) => gone.includes(one.id) && !ids.has(one.id))];
  return { put, drop: dropped, accept, doubt, before: [...decisions.filter((one) => ids.has(one.id)), ...dropped] };
}

const placeOf = (file) => `keputusan ${file.outcome.sha256}`;

/** What the program has not heard, each step as what is to be done, also what is to be undone. */
function unheard(file) {
  let { decisions } = file.outcome;
  const made = [...file.history];
  const steps = [];
  for (const waiting of file.waiting) {
    if (waiting.isUndo && !made.length) continue;
    const step = waiting.isUndo ? undoing(made.pop()) : waiting;
    const { put = [], gone = [], drop = [], accept, doubt } = step;
    const met = against(decisions, step);
    if (!waiting.isUndo) made.push(met);
    steps.push({ put, gone, drop, accept, doubt });
    const away = new Set([...put, ...met.drop].map((one) => one.id));
    decisions = [...decisions.filter((one) => !away.has(one.id)), ...put];
  }
  return steps;
}

/** What is decided lies in the browser too: what the program has, what it has not heard yet, and what it could not read
 * when it was to be brought back. */
export function keepHere(file, outcome = file.outcome) {
  const { decisions, accepted } = outcome;
  try {
    localStorage.setItem(placeOf(file), JSON.stringify({ decisions, accepted, unsent: unheard(file), unread: file.unread }));
  } catch { /* a browser that keeps nothing */ }
}

/** Takes up what lies in the browser of a file, before anything is decided about it here. */
export function takeUp(file) {
  let held = null;
  try { held = JSON.parse(localStorage.getItem(placeOf(file))); } catch { /* nothing that can be read */ }
  file.waiting.push(...(held?.unsent ?? []));
  file.unread = held?.unread ?? [];
  // Of a file of which the program has kept nothing itself, everything is brought back.
  if (file.outcome.kept?.own || file.outcome.decisions.length) return;
  const consents = (held?.accepted ?? []).map((id) => ({ id, keputusan: "terima" }));
  file.unread.push(...(held?.decisions ?? []), ...consents);
}
