// Compiles an archive of Python modules with the very Python that will run them:
// `node compile_modules.mjs PYODIDE SOURCES TARGET ROOT [bare [LIBRARY]]`.
//
// ROOT is the folder that tracebacks name. `bare` leaves out what only people read: docstrings, lines and names of
// files. LIBRARY is a standard library that is compiled already, with which this is done in half the time.
// A browser that got sources would compile them anew at each start.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Pyodide's scripts are one line of a megabyte, which Node would print with an error.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
});
const [folder, sources, target, root, bare, stdLibURL] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder, stdLibURL });
python.FS.writeFile("/sources.zip", readFileSync(sources));
python.globals.set("root", root);
python.globals.set("is_bare", bare === "bare");
python.runPython(`
import ast
import importlib._bootstrap_external as bootstrap
import importlib.util
import zipfile
from types import CodeType


def without_lines(code):
    consts = tuple(without_lines(value) if isinstance(value, CodeType) else value for value in code.co_consts)
    return code.replace(co_linetable=b"", co_filename="", co_consts=consts)


class WithoutDocstrings(ast.NodeTransformer):
    def visit(self, node):
        self.generic_visit(node)
        if isinstance(node, ast.ClassDef) and ast.get_docstring(node):
            # Of a class without one dataclasses works out its signature instead, which takes longer than all else.
            node.body[0].value = ast.Constant("-")
        elif isinstance(node, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef)) and ast.get_docstring(node):
            node.body[:1] = [] if isinstance(node, ast.Module) else [ast.Pass()]
        return node


def compiled_code(content, name):
    if not is_bare:
        return compile(content, name, "exec", dont_inherit=True, optimize=0)
    tree = ast.fix_missing_locations(WithoutDocstrings().visit(ast.parse(content)))
    return without_lines(compile(tree, name, "exec", dont_inherit=True, optimize=1))


with zipfile.ZipFile("/sources.zip") as sources, zipfile.ZipFile("/compiled.zip", "w") as compiled:
    for entry in sources.infolist():
        content, name = sources.read(entry), entry.filename
        if name.endswith(".py"):
            code = compiled_code(content, root + name)
            # By hash and unchecked: there is no source beside it that could have changed.
            found = importlib.util.source_hash(content)
            content = bytes(bootstrap._code_to_hash_pyc(code, found, False))
            name += "c"
        # A date of its own would make every build another file.
        compiled.writestr(zipfile.ZipInfo(name), content)
`);
writeFileSync(target, python.FS.readFile("/compiled.zip"));
