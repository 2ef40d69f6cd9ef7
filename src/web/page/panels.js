// The panels: the codification, templates, the guide; and saving.
import { $, el } from "./dom.js";
import { GUIDE } from "./guide.js";
import { now, t } from "./now.js";
import { askJson, save } from "./program.js";
import { WORDS } from "./words.js";

export async function lookUp(event) {
  event.preventDefault();
  const asked = new URLSearchParams();
  for (const [key, value] of new FormData(event.target)) if (value) asked.set(key, value);
  if (now.model?.edition) asked.set("edition", now.model.edition);
  let hits = [];
  try { ({ hits } = await askJson(`/api/lookup?${asked}`)); } catch (error) { $("hits").textContent = error.message; return; }
  if (!hits.length) { $("hits").textContent = t("nothing"); return; }
  const heads = ["edition", "code", "level", "name", "alike"];
  const measured = (hit) => hit.indicator && el("div", { class: "quiet", text: `${t("indicator")}: ${hit.indicator}${hit.unit ? ` (${hit.unit})` : ""}` });
  $("hits").replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((key) => el("th", { scope: "col", text: t(key) })))),
    el("tbody", {}, ...hits.map((hit) => el("tr", {}, ...[hit.edition, hit.code, WORDS[now.language].levels[hit.level]].map((text) => el("td", { text })),
      el("td", {}, hit.name, measured(hit)), el("td", { text: `${hit.likeness} %` }))))));
}

/** The files of the page that next year's template can be filled from. */
export function openTemplate() {
  const { tables } = now.current?.outcome ?? {};
  const isOpen = (form) => tables.some((one) => one.id.split("#")[0] === form.id);
  $("template-forms").replaceChildren(el("legend", { text: t("tables") }), ...now.forms.map((form) => {
    const box = el("input", { type: "checkbox", name: "forms", value: form.id });
    box.checked = tables ? isOpen(form) : form.usual;
    return el("label", { class: "tick", title: form.title }, box, ` ${form.id}`);
  }));
  const done = now.files.filter((file) => file.state === "done");
  $("template-from").replaceChildren(el("option", { value: "", text: t("fromNothing") }),
    ...done.map((file) => el("option", { value: file.outcome.id, text: `${file.name}${file.outcome.year ? ` (${file.outcome.year})` : ""}` })));
  $("template-form").elements.year.value = new Date().getFullYear() + 1;
}

/** The year after that of the file, and its office and region, unless something else is typed. */
export function templateFrom() {
  const file = now.files.find((one) => String(one.outcome?.id) === $("template-from").value);
  if (!file) return;
  const { year, opd, region } = $("template-form").elements;
  if (file.outcome.year) year.value = file.outcome.year + 1;
  opd.value = file.outcome.office ?? "";
  region.value = file.outcome.region ?? "";
}

export async function makeTemplate(event) {
  event.preventDefault();
  const data = new FormData(event.target);
  const asked = { forms: data.getAll("forms"), year: Number(data.get("year")), bidang: data.get("bidang"), opd: data.get("opd"), region: data.get("region") };
  const from = Number(data.get("from")) || null;
  const status = $("template-status");
  status.classList.remove("bad");
  try {
    status.textContent = t("saved", (await save("/api/make", { method: "POST", body: JSON.stringify({ do: "template", from, asked }) })).name);
  } catch (error) {
    status.classList.add("bad");
    status.textContent = error.message;
  }
}

export function drawHelp() {
  const keys = now.language === "id" ? "Papan ketik" : "Keyboard";
  $("help-text").replaceChildren(...GUIDE[now.language].flatMap(chapter), el("h3", { text: keys }), el("p", { text: t("keys") }));
}

function chapter({ title, points, picture, shows }) {
  const point = (one) => (Array.isArray(one)
    ? el("li", {}, el("span", { class: `tag ${one[0]}`, text: one[1] }), `: ${one[2]}`)
    : el("li", { text: one }));
  return [el("h3", { text: title }), el("ul", {}, ...points.map(point)),
    picture && el("img", { src: `/pictures/${picture}.png`, alt: shows, loading: "lazy" })].filter(Boolean);
}
