// What the page shows now, and in which language: the one thing that all of its parts share.
import { WORDS } from "./words.js";

export const now = {
  language: "id",
  files: [], // { name, folder, state: waiting|working|done|bad, blob, stop, outcome, message, waiting, unread, sending, sent, history, fresh, drawn }
  current: null, // the file that is reviewed
  limit: Infinity, // bytes of the largest file
  forms: [], // every official table: { id, title, usual }
  finished: false,
  touched: false, // whether a person has chosen a file, or a cell of one
  model: null,
  table: 0, // the index of the table that is shown
  everywhere: false, // only the rows with something to decide, of all tables
  marks: new Map(), // "table:row:position" → { repairs, questions, decided }
  asked: [], // what is to decide, in the order of the tables
  shown: [], // the rows of the table that pass the filters
  here: null, // the cell that is looked at: { table, row, position }
  asking: null, // the key of the question that is looked at
  all: false, // "the same for all like this"
};

export const t = (key, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), WORDS[now.language][key] ?? key);
export const said = (text) => (text ? text[now.language] : "");
export const figure = (value) => new Intl.NumberFormat(now.language === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 2 }).format(value);

/** What a table is called: its form, and its number where there are several of that form. */
export function tableName(one) {
  const [form, number] = one.id.split("#");
  return number === "1" ? form : `${form} (${number})`;
}
