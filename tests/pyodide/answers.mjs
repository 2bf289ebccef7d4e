// Answers questions about calculators inside Pyodide under Node: `node answers.mjs RUNTIME_FOLDER`.
// Reads a JSON list of requests on standard input; writes a JSON object with Python's platform and the responses.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder });
const bundle = new Uint8Array(readFileSync(join(folder, "calculators.zip")));
python.unpackArchive(bundle, "zip", { extractDir: "/calculators-bundle" });
process.stdin.setEncoding("utf8");
let questions = "";
for await (const part of process.stdin) questions += part;
python.globals.set("questions", questions);
const answered = python.runPython(`
import json, sys
sys.path.insert(0, "/calculators-bundle")
from calculators.door import respond
json.dumps({"platform": sys.platform, "answers": [respond(question) for question in json.loads(questions)]})
`);
process.stdout.write(answered);
