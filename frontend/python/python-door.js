/**
 * The calculators in a Python that has started, whichever way, and the functions through which they are asked.
 *
 * @typedef {(done: number, total: number) => void} Tick is told how far an answer is, in what Python counts by
 * @typedef {object} Door
 * @property {(request: string, tick?: Tick) => string} respond answers a question about a calculator, both as JSON text
 * @property {(id: string, content: Uint8Array) => void} takeFile keeps a file that questions name
 * @property {(id: string) => void} dropFile
 * @property {(archive: Uint8Array) => void} unpack puts a part of Python where its modules are found
 */

const BUNDLE = "/calculators.zip";
const PARTS = "/parts";
const IMPORT = `
import importlib, io, sys, zipfile
from decimal import Decimal

if str(3 * Decimal("0.1") / 7) != "0.04285714285714285714285714286":
    raise ArithmeticError("this Python does not reckon as it should")
sys.path[:] = ["${BUNDLE}", "${PARTS}", *(path for path in sys.path if path not in ("${BUNDLE}", "${PARTS}"))]
from calculators import door
`;
// Files are copied into Python's own memory, where a browser cannot change them.
const OPEN = `
def unpack(archive):
    zipfile.ZipFile(io.BytesIO(archive.to_bytes())).extractall("${PARTS}")
    importlib.invalidate_caches()

{
    "respond": door.respond,
    "takeFile": lambda id, content: door.take_file(id, content.to_bytes()),
    "dropFile": lambda id: door.drop_file(id),
    "unpack": unpack,
}
`;

/** @param {any} pyodide @param {Uint8Array} bundle our package, as an archive of modules */
export function importCalculators(pyodide, bundle) {
  pyodide.FS.writeFile(BUNDLE, bundle);
  pyodide.runPython(IMPORT);
}

/** @param {any} pyodide @returns {Door} */
export function openedDoor(pyodide) {
  const found = pyodide.runPython(OPEN);
  const [respond, takeFile, dropFile, unpack] = ["respond", "takeFile", "dropFile", "unpack"].map((name) => found.get(name));
  return { respond, takeFile, dropFile, unpack };
}
