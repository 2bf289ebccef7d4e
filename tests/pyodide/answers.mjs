// Answers questions about calculators inside Pyodide under Node: `node answers.mjs WAY PYTHON INTERPRETER CALCULATORS
// [PART ...]`, folders and archives of the runtime. The way is `quick`, `complete`, or `kept`: quick, and then once more
// from the image that a browser would keep of it. Reads on standard input what to do, as JSON: files to `take`, with
// their `content` in base64, questions to `ask`, modules to `import` in vain. Writes Python's `platform`, the `answers` and, where the
// interpreter counts them, the functions that it `called`.
import { readFileSync } from "node:fs";
import { json } from "node:stream/consumers";
import { imageIn, start } from "./start.mjs";

// Pyodide's scripts are one line of a megabyte, which Node would print with an error.
process.on("uncaughtException", (error) => {
  process.stderr.write(String(error.stack ?? error));
  process.exit(1);
});
const [way, python, interpreter, calculators, ...parts] = process.argv.slice(2);
let exports;
const plain = WebAssembly.instantiate;
WebAssembly.instantiate = async (...given) => {
  const made = await plain(...given);
  if (made.instance?.exports.memory) exports = made.instance.exports;
  return made;
};
const folders = { python, interpreter, calculators };
let started = await start(folders, way === "complete" ? null : imageIn(python));
if (way === "kept") started = await start(folders, new Uint8Array(await new Blob(started.kept).arrayBuffer()));
const { pyodide, respond, takeFile, unpack } = started;
for (const part of parts) unpack(new Uint8Array(readFileSync(part)));

/** What is not there ends in an error, which is put into words. */
function importInVain(module) {
  try {
    pyodide.runPython(`import ${module}`);
  } catch {
    // Only that it was tried counts.
  }
}

const answers = [];
for (const action of await json(process.stdin)) {
  if ("import" in action) importInVain(action.import);
  else if ("take" in action) takeFile(action.take, new Uint8Array(Buffer.from(action.content, "base64")));
  else answers.push(respond(action.ask, () => {}));
}
const called = Object.entries(exports)
  .filter(([name, flag]) => /^called\d+$/.test(name) && flag.value)
  .map(([name]) => Number(name.slice("called".length)));
const platform = pyodide.runPython("import sys; sys.platform");
process.stdout.write(JSON.stringify({ platform, answers, called }));
