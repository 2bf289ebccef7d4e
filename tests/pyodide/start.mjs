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
 * @param {Uint8Array | null} image what the interpreter starts from, if not from nothing
 */
export async function start({ python, interpreter, calculators }, image) {
  const scripts = ["pyodide.mjs", "pyodide.asm.mjs"].map((name) => import(pathToFileURL(join(python, name)).href));
  const [{ loadPyodide }, { default: create }] = await Promise.all(scripts);
  const pyodide = await loadPyodide({
    indexURL: interpreter,
    lockFileContents: LOCK,
    packageBaseUrl: "/",
    createPyodideModule: async (settings) => {
      const module = await create(settings);
      if (image) module.API.restoreSnapshot = () => putBack(image, module);
      return module;
    },
    ...(image ? { _loadSnapshot: new Uint8Array(), stdLibURL: EMPTY } : {}),
  });
  importCalculators(pyodide, new Uint8Array(readFileSync(join(calculators, "calculators.zip"))));
  // Before anything is asked, as where a browser keeps it.
  const kept = imageOf(pyodide._module);
  return { pyodide, kept, ...openedDoor(pyodide) };
}

/** @param {string} python the folder with the image that the build made */
export const imageIn = (python) => new Uint8Array(readFileSync(join(python, "python.image")));

// A library of nothing: the image holds what there is of it.
const EMPTY = "/dev/null";
const NPM = new URL("../../node_modules/pyodide/pyodide-lock.json", import.meta.url);
const LOCK = { ...JSON.parse(readFileSync(NPM, "utf8")), packages: {} };
