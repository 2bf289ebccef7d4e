"""The smaller interpreter: what is kept runs as before, what is not traps, and what is called is known."""

import json
import subprocess
from typing import Any, Final

import pytest

from site_build.runtime.called_functions import LIST, OutdatedListError, called_functions, listed
from site_build.runtime.folders import quick_interpreter
from site_build.runtime.webassembly import FLAG, instrumented, trimmed

COUNT: Final = 150  # functions: more than fit into one byte of a number
# Gives what each function of the module returns, or "trap", and the flags that are set after some were called.
RUN: Final = """
import { readFileSync } from 'node:fs';
const e = {
  answer: () => 40,
  table: new WebAssembly.Table({ initial: 1, element: 'anyfunc' }),
  memory: new WebAssembly.Memory({ initial: 1, maximum: 2 }),
  constant: new WebAssembly.Global({ value: 'i32' }, 7),
  fault: new WebAssembly.Tag({ parameters: [] }),
};
const { exports } = (await WebAssembly.instantiate(readFileSync(0), { e })).instance;
const called = (name) => {
  try {
    return exports[name]();
  } catch (error) {
    return error instanceof WebAssembly.RuntimeError ? 'trap' : String(error);
  }
};
const results = process.argv.slice(1).map(called);
const flags = Object.keys(exports).filter((name) => name.startsWith('called') && exports[name].value === 1);
console.log(JSON.stringify([results, flags]));
"""


# The imports and exports of a module.
DESCRIBE: Final = """
import { readFileSync } from 'node:fs';
const module = new WebAssembly.Module(readFileSync(0));
console.log(JSON.stringify([WebAssembly.Module.imports(module), WebAssembly.Module.exports(module)]));
"""


def _number(value: int) -> bytes:
    """In five bytes, as linkers leave room for numbers that they write later."""
    return bytes([*(value >> shift & 127 | 128 for shift in (0, 7, 14, 21)), value >> 28])


def _vector(items: list[bytes]) -> bytes:
    return _number(len(items)) + b"".join(items)


def _sized(content: bytes) -> bytes:
    return _number(len(content)) + content


def _section(kind: int, items: list[bytes]) -> bytes:
    return bytes([kind]) + _sized(_vector(items))


def _import(name: str, described: bytes) -> bytes:
    return _sized(b"e") + _sized(name.encode()) + described


def _module() -> bytes:
    """A module with imports of each kind; function n returns n, but the last one an imported global and 40 more."""
    imports = [
        _import("answer", b"\x00\x00"),
        _import("table", b"\x01\x70\x00\x01"),
        _import("memory", b"\x02\x01\x01\x02"),
        _import("constant", b"\x03\x7f\x00"),
        _import("fault", b"\x04\x00\x01"),
    ]
    # Signed numbers: six bits in the first byte.
    plain = [b"\x00\x41" + bytes([n & 127 | 128, n >> 7]) + b"\x0b" for n in range(COUNT - 1)]
    # Two locals; the first one is set to the answer, and the constant added.
    last = b"\x01\x02\x7f" + b"\x10\x00\x21\x00\x20\x00\x23\x00\x6a\x0b"
    return b"".join(
        [
            b"\0asm\1\0\0\0",
            _section(1, [b"\x60\x00\x01\x7f", b"\x60\x00\x00"]),
            _section(2, imports),
            _section(3, [b"\x00"] * COUNT),
            _section(6, [b"\x7f\x01\x41\x05\x0b"]),
            # Behind the one that is imported.
            _section(7, [_sized(f"f{n}".encode()) + b"\x00" + _number(n + 1) for n in range(COUNT)]),
            _section(10, [_sized(body) for body in [*plain, last]]),
            b"\x00" + _sized(_sized(b"note") + b"a section of its own"),
        ]
    )


def _ran(module: bytes, *names: str) -> Any:
    return json.loads(_node(RUN, module, *names))


def _node(script: str, module: bytes, *given: str) -> bytes:
    command = ["node", "--input-type=module", "--eval", script, *given]
    finished = subprocess.run(command, input=module, capture_output=True, check=False)  # noqa: S603 (scripts of this file)
    assert finished.returncode == 0, finished.stderr.decode()[-2000:]
    return finished.stdout


def test_what_is_not_kept_traps_and_all_else_stays() -> None:
    """Functions keep their numbers, and the module its imports, globals and sections that only tools read."""
    module, kept = _module(), {0, 1, 130, COUNT - 1}
    names = ["f0", "f1", "f2", "f130", "f131", f"f{COUNT - 1}"]
    assert _ran(module, *names) == [[0, 1, 2, 130, 131, 47], []]
    smaller = trimmed(module, kept)
    assert _ran(smaller, *names) == [[0, 1, "trap", 130, "trap", 47], []]
    assert len(smaller) < len(module)
    assert smaller.endswith(b"a section of its own")


def test_what_is_called_is_flagged() -> None:
    """Each function by its number among those that are not imported; what they return stays."""
    last = COUNT - 1
    module = instrumented(_module())
    assert _ran(module, "f2", f"f{last}", "f130") == [[2, 47, 130], [f"{FLAG}2", f"{FLAG}130", f"{FLAG}{last}"]]


def test_the_interpreter_is_much_smaller_and_still_one() -> None:
    """It compiles, with the same exports and imports."""
    whole = quick_interpreter()
    smaller = trimmed(whole, called_functions(whole))
    assert len(smaller) < len(whole) * 3 // 4
    assert _node(DESCRIBE, smaller) == _node(DESCRIBE, whole)


def test_the_list_is_of_one_interpreter_only() -> None:
    """Numbers of functions mean nothing in another one: the message says what to do."""
    with pytest.raises(OutdatedListError, match=r"tests\.pyodide\.calls"):
        called_functions(b"another")


def test_the_list_names_rows_by_their_ends() -> None:
    """As text, and read back."""
    assert listed(b"", frozenset({9, 0, 1, 2, 5, 10})).splitlines()[1:] == ["0-2 5 9-10"]
    whole = quick_interpreter()
    assert listed(whole, called_functions(whole)) == LIST.read_text(encoding="utf-8")
