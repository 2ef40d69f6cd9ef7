// What the page shows now, and in which language: the one thing that all of its parts share.
import { WORDS } from "./words.js";

export const now = {
  language: "id",
  files: [], // { name, state: waiting|working|done|bad, blob, outcome, accepted, message, history }
  current: null, // the file that is reviewed
  limit: Infinity, // bytes of the largest file
  finished: false,
  model: null,
  table: 0, // the index of the table that is shown
  marks: new Map(), // "table:row:position" → { repairs, questions, decided }
  shown: [], // the rows of the table that pass the filters
  here: null, // { table, row, position }
  all: false, // "the same for all like this"
};

export const t = (key, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), WORDS[now.language][key] ?? key);
export const said = (text) => (text ? text[now.language] : "");
export const figure = (value) => new Intl.NumberFormat(now.language === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 2 }).format(value);
