// Cleans a file as the page does, without a browser: node tests/browser/clean.js PROGRAM.wasm FILE WORKBOOK. Ends with 1,
// and tells why, if the file is not understood.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { webcrypto } = require("node:crypto");
globalThis.crypto ??= webcrypto;
const { clean } = require("../../packaging/browser/engine.js");

async function main([program, file, workbook]) {
  const module = await WebAssembly.compile(fs.readFileSync(program));
  const start = performance.now();
  const result = await clean(module, path.basename(file), "id", new Uint8Array(fs.readFileSync(file)));
  if (result.told.failed) {
    console.log(`${file}: ${result.told.failed}`);
    process.exit(1);
  }
  fs.writeFileSync(workbook, result.workbook);
  const asked = result.told.questions.length;
  console.log(`${file}: ${result.told.tables.length} tables, ${asked} to decide, ${Math.round(performance.now() - start)} ms`);
}

main(process.argv.slice(2));
