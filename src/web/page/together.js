// Several files: merged into one plan, or two versions compared.
import { $, el } from "./dom.js";
import { now, said, t } from "./now.js";
import { save } from "./program.js";

const done = () => now.files.filter((file) => file.state === "done");
const named = (file) => [file.folder, file.name].filter(Boolean).join("/");

function open() {
  const boxes = done().map((file) => {
    const box = el("input", { type: "checkbox", name: "merge", value: file.outcome.id });
    box.checked = true;
    return el("label", { class: "tick" }, box, named(file));
  });
  $("merge-files").replaceChildren(el("legend", { text: t("mergeWhich") }), ...boxes);
  for (const [id, chosen] of [["compare-old", 0], ["compare-new", 1]]) {
    $(id).replaceChildren(...done().map((file) => el("option", { value: file.outcome.id, text: named(file) })));
    $(id).selectedIndex = Math.min(chosen, done().length - 1);
  }
  $("together-told").replaceChildren();
  $("together").showModal();
}

async function make(asked) {
  const told = $("together-told");
  told.replaceChildren(el("p", { text: t("making") }));
  try {
    const made = await save("/api/make", { method: "POST", body: JSON.stringify({ ...asked, lang: now.language }) });
    const left = (made.told.left || []).map((one) => el("li", { text: `${one.file}: ${said(one.why)}` }));
    told.replaceChildren(el("p", { text: t("saved", made.name) }),
      left.length ? el("p", { text: t("leftOut") }) : "", left.length ? el("ul", {}, ...left) : "",
      made.told.text ? el("pre", { tabindex: 0, text: made.told.text }) : "");
  } catch (error) {
    told.replaceChildren(el("p", { class: "status bad", text: error.message }));
  }
}

export function listenTogether() {
  $("open-together").addEventListener("click", open);
  $("merge-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    make({ do: "merge", files: data.getAll("merge").map(Number), layout: data.get("layout") });
  });
  $("compare-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    make({ do: "compare", old: Number(data.get("old")), new: Number(data.get("new")) });
  });
}
