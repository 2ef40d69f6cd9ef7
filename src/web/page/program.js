// The program that served the page: requests, signs of life, and what is said about them.
import { $, el } from "./dom.js";
import { now, said, t } from "./now.js";

export const token = (() => {
  const given = new URLSearchParams(location.search).get("token");
  if (given) {
    // The secret stays out of the history and of what a person copies.
    sessionStorage.setItem("token", given);
    history.replaceState(null, "", "/");
  }
  return given || sessionStorage.getItem("token") || "";
})();

export class Refused extends Error {
  constructor(message, status = 0) { super(said(message)); this.both = message; this.status = status; }
}

export async function ask(path, options = {}) {
  const headers = { ...options.headers, "X-Rapikan-Token": token };
  const answer = await fetch(path, { ...options, headers });
  if (answer.ok) return answer;
  let body = {};
  try { body = await answer.json(); } catch { /* no message */ }
  throw new Refused(body.message || { id: `Ditolak (${answer.status}).`, en: `Refused (${answer.status}).` }, answer.status);
}
export const askJson = async (path, options) => (await ask(path, options)).json();

export async function save(path, options) {
  const answer = await ask(path, options);
  const name = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get("Content-Disposition") || "");
  const link = el("a", { href: URL.createObjectURL(await answer.blob()), download: name ? decodeURIComponent(name[1]) : "hasil" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  const told = answer.headers.get("X-Rapikan-Told");
  return { name: link.download, told: told && JSON.parse(decodeURIComponent(told)) };
}

/** Signs of life: each is answered late, and the next follows at once. */
export async function beat() {
  for (let failed = 0; ;) {
    try {
      await ask("/api/beat", { method: "POST" });
      failed = 0;
    } catch {
      if (now.finished) return;
      failed += 1;
      if (failed > 2) { banner(t("lost")); return; }
      await new Promise((again) => setTimeout(again, 1500));
    }
  }
}
export function banner(text) { $("banner").textContent = text; $("banner").hidden = false; }
export function tell(text, bad = false) {
  $("status").textContent = text;
  $("status").classList.toggle("bad", bad);
}
