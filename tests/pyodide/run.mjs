// Runs Python inside Pyodide under Node with all its parts: `node run.mjs RUNTIME_FOLDER`.
// Reads lines of Python on standard input; writes what they leave in `answer`, as JSON.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder });
const archives = readdirSync(folder).filter((name) => name.endsWith(".zip") && name !== "python_stdlib.zip");
for (const name of archives) {
  python.unpackArchive(new Uint8Array(readFileSync(join(folder, name))), "zip", { extractDir: "/calculators-bundle" });
}
python.globals.set("lines", readFileSync(0, "utf8"));
const answer = python.runPython(`
import json, sys
sys.path.insert(0, "/calculators-bundle")
scope = {}
exec(lines, scope)
json.dumps(scope["answer"])
`);
process.stdout.write(answer);
