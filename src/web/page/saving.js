// Step 4: what can be saved, and how.
import { $ } from "./dom.js";
import { now, t } from "./now.js";
import { showPrint } from "./print.js";
import { save, tell } from "./program.js";

/** How the workbook is wanted. */
function choices() {
  const asked = new URLSearchParams({ lang: now.language });
  for (const key of ["layout", "names"]) if ($(`save-${key}`).value) asked.set(key, $(`save-${key}`).value);
  return asked;
}

/** Saves something of the open file. */
export async function saveCurrent(what, more = {}) {
  const file = now.current;
  const asked = choices();
  asked.set("what", what);
  for (const [key, value] of Object.entries(more)) asked.set(key, value);
  tell(t("making"));
  try {
    const { name } = await save(`/api/files/${file.outcome.id}/download?${asked}`);
    if (["xlsx", "resmi"].includes(what)) file.fresh = false;
    tell(t("saved", name));
  } catch (error) {
    tell(error.message, true);
  }
}

async function saveAll() {
  const asked = choices();
  const more = [...document.querySelectorAll("[name=more]:checked")].map((box) => box.value);
  if (more.length) asked.set("more", more.join(","));
  tell(t("making"));
  try {
    tell(t("saved", (await save(`/api/zip?${asked}`)).name));
    for (const file of now.files) file.fresh = false;
  } catch (error) {
    tell(error.message, true);
  }
}

export function listenSave() {
  for (const node of document.querySelectorAll("[data-what]")) node.addEventListener("click", () => saveCurrent(node.dataset.what));
  $("migrate").addEventListener("click", () => saveCurrent("migrate", { edition: $("migrate-to").value }));
  $("save-all").addEventListener("click", saveAll);
  $("preview").addEventListener("click", () => showPrint(choices()));
}
