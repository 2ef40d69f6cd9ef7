// Runs the program, compiled for WebAssembly, on one file: in a worker, so that the page stays awake.
// The program knows only three streams, a clock and random numbers; this is all of WASI preview 1 that it is given.
"use strict";

const SUCCESS = 0, BADF = 8, NOSYS = 52;

class Exit extends Error {
  constructor(code) { super(`exit ${code}`); this.code = code; }
}

function system(words, input) {
  const encoder = new TextEncoder();
  const argumentsOfProgram = words.map((word) => encoder.encode(word + "\0"));
  const written = { 1: [], 2: [] };
  let memory, read = 0;
  const view = () => new DataView(memory.buffer);
  const buffers = (at, count) => Array.from({ length: count }, (_, i) => {
    const start = view().getUint32(at + 8 * i, true);
    return new Uint8Array(memory.buffer, start, view().getUint32(at + 8 * i + 4, true));
  });

  const known = {
    args_sizes_get(count, size) {
      view().setUint32(count, argumentsOfProgram.length, true);
      view().setUint32(size, argumentsOfProgram.reduce((sum, word) => sum + word.length, 0), true);
      return SUCCESS;
    },
    args_get(pointers, at) {
      for (const word of argumentsOfProgram) {
        view().setUint32(pointers, at, true);
        new Uint8Array(memory.buffer).set(word, at);
        pointers += 4;
        at += word.length;
      }
      return SUCCESS;
    },
    environ_sizes_get(count, size) {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return SUCCESS;
    },
    environ_get: () => SUCCESS,
    clock_time_get(_clock, _precision, at) {
      view().setBigUint64(at, BigInt(Date.now()) * 1000000n, true);
      return SUCCESS;
    },
    random_get(at, length) {
      for (let done = 0; done < length; done += 65536) {
        crypto.getRandomValues(new Uint8Array(memory.buffer, at + done, Math.min(65536, length - done)));
      }
      return SUCCESS;
    },
    fd_read(file, at, count, sum) {
      if (file !== 0) return BADF;
      let given = 0;
      for (const buffer of buffers(at, count)) {
        const part = input.subarray(read, read + buffer.length);
        buffer.set(part);
        read += part.length;
        given += part.length;
      }
      view().setUint32(sum, given, true);
      return SUCCESS;
    },
    fd_write(file, at, count, sum) {
      if (!written[file]) return BADF;
      let taken = 0;
      for (const buffer of buffers(at, count)) {
        written[file].push(buffer.slice());
        taken += buffer.length;
      }
      view().setUint32(sum, taken, true);
      return SUCCESS;
    },
    fd_fdstat_get(file, at) {
      if (file > 2) return BADF;
      new Uint8Array(memory.buffer, at, 24).fill(0);
      view().setUint8(at, 2); // a character device
      return SUCCESS;
    },
    fd_prestat_get: () => BADF,
    fd_close: () => SUCCESS,
    sched_yield: () => SUCCESS,
    proc_exit(code) { throw new Exit(code); },
  };
  const imports = new Proxy(known, { get: (target, name) => target[name] ?? (() => NOSYS) });
  return { imports, written, attach: (exported) => { memory = exported; } };
}

async function joined(parts) {
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Cleans one file: { code, told, workbook }. */
async function clean(module, name, language, input) {
  const { imports, written, attach } = system(["rapikan", name, language], input);
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: imports });
  attach(instance.exports.memory);
  let code = 0;
  try {
    instance.exports._start();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    code = error.code;
  }
  const text = new TextDecoder().decode(await joined(written[2]));
  return { code, told: JSON.parse(text), workbook: await joined(written[1]) };
}

if (typeof self !== "undefined" && typeof document === "undefined" && typeof process === "undefined") {
  let module;
  self.onmessage = async ({ data }) => {
    if (data.module) { module = data.module; return; }
    try {
      const result = await clean(module, data.name, data.language, data.bytes);
      self.postMessage({ id: data.id, ...result }, [result.workbook.buffer]);
    } catch (error) {
      self.postMessage({ id: data.id, code: 70, told: { failed: String(error) }, workbook: new Uint8Array() });
    }
  };
}
if (typeof module !== "undefined") module.exports = { clean };
