// Compiles Python's standard library with the very Python that will run it: `node compile_library.mjs PYODIDE TARGET`.
// npm's python_stdlib.zip holds sources only, so that every start in a browser would compile some 200 modules anew.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, target] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder });
python.FS.writeFile("/sources.zip", readFileSync(join(folder, "python_stdlib.zip")));
python.runPython(`
import importlib._bootstrap_external as bootstrap
import importlib.util
import zipfile

# The path that tracebacks name: where Pyodide puts the archive.
ROOT = "/lib/python314.zip/"

with zipfile.ZipFile("/sources.zip") as sources, zipfile.ZipFile("/compiled.zip", "w") as compiled:
    for entry in sources.infolist():
        content, name = sources.read(entry), entry.filename
        if name.endswith(".py"):
            code = compile(content, ROOT + name, "exec", dont_inherit=True)
            # By hash and unchecked: there is no source beside it that could have changed.
            content = bytes(bootstrap._code_to_hash_pyc(code, importlib.util.source_hash(content), False))
            name += "c"
        # A date of its own would make every build another file.
        compiled.writestr(zipfile.ZipInfo(name), content)
`);
writeFileSync(target, python.FS.readFile("/compiled.zip"));
