// A customer list in Pyodide under Node: `node portfolio_in_pyodide.mjs RUNTIME_FOLDER FILE COST_PER_VISIT COST_PER_ORDER`.
// Writes a JSON object: seconds on the clock and of a processor from the file to the page's parts (Python has started
// then), the heap of Python in megabytes, and the contribution.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file, costPerVisit, costPerOrder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder });
const bundle = new Uint8Array(readFileSync(join(folder, "calculators.zip")));
python.unpackArchive(bundle, "zip", { extractDir: "/calculators-bundle" });
python.FS.writeFile("/list.csv", new Uint8Array(readFileSync(file)));
python.globals.set("costs", python.toPy({ cost_per_visit: costPerVisit, cost_per_order: costPerOrder }));
python.runPython(`
import sys
sys.path.insert(0, "/calculators-bundle")
from calculators.catalogue import declaration, words_of
from calculators.evaluation import Question, evaluate
from calculators.lists.layout import proposed_layout
from calculators.lists.reading import listed_rows
from calculators.lists.source import opened
from calculators.writers.page import page_parts
field, words = declaration("portfolio").field("customers"), words_of("portfolio", "en")
`);
const clock = performance.now();
const used = process.cpuUsage();
const contribution = python.runPython(`
source = opened(lambda: open("/list.csv", "rb"))
rows = listed_rows(field, source, proposed_layout(field, source, "en"), words)
answer = evaluate(Question("portfolio", costs, "en", lists={"customers": rows}))
page_parts(answer, {})
str(answer.main.quantity.value)
`);
const { user, system } = process.cpuUsage(used);
process.stdout.write(
  JSON.stringify({
    clock: (performance.now() - clock) / 1000,
    processor: (user + system) / 1e6,
    memory: python._module.HEAPU8.length / 1024 / 1024,
    contribution,
  }),
);
