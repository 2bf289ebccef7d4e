// Starts Python under Node from the files that a browser gets, and in the same ways.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { imageOf, putBack } from "../../frontend/python/memory-image.js";
import { importCalculators, openedDoor } from "../../frontend/python/python-door.js";

/**
 * @param {object} folders
 * @param {string} folders.python with Pyodide's scripts and the image
 * @param {string} folders.interpreter with the interpreter and, where it is the complete one, the library
 * @param {string} folders.calculators
 * @param {"quick" | "complete"} way
 */
export async function start({ python, interpreter, calculators }, way) {
  const scripts = ["pyodide.mjs", "pyodide.asm.mjs"].map((name) => import(pathToFileURL(join(python, name)).href));
  const [{ loadPyodide }, { default: create }] = await Promise.all(scripts);
  const isQuick = way === "quick";
  const pyodide = await loadPyodide({
    indexURL: interpreter,
    lockFileContents: LOCK,
    packageBaseUrl: "/",
    createPyodideModule: async (settings) => {
      const module = await create(settings);
      const image = new Uint8Array(readFileSync(join(python, "python.image")));
      if (isQuick) module.API.restoreSnapshot = () => putBack(image, module);
      return module;
    },
    ...(isQuick ? { _loadSnapshot: new Uint8Array(), stdLibURL: EMPTY } : {}),
  });
  importCalculators(pyodide, new Uint8Array(readFileSync(join(calculators, "calculators.zip"))));
  const image = imageOf(pyodide._module);
  return { pyodide, image, ...openedDoor(pyodide) };
}

// A library of nothing: the image holds what there is of it.
const EMPTY = "/dev/null";
const NPM = new URL("../../node_modules/pyodide/pyodide-lock.json", import.meta.url);
const LOCK = { ...JSON.parse(readFileSync(NPM, "utf8")), packages: {} };
