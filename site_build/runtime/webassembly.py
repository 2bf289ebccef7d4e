"""A smaller interpreter from Pyodide's own: the functions that our questions call, and a trap in place of the others.

Numbers of functions, tables and exports stay as they are, so that a memory image of the whole interpreter fits the
smaller one. The binary format is that of the WebAssembly core specification, chapter 5.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Final

_HEADER: Final = b"\0asm\1\0\0\0"
_IMPORTS, _GLOBALS, _EXPORTS, _CODE = 2, 6, 7, 10
_GLOBAL_KIND: Final = 3
# No locals, `unreachable`, `end`.
_TRAP: Final = b"\x00\x00\x0b"
# A mutable i32 that starts at 0.
_FLAG: Final = b"\x7f\x01\x41\x00\x0b"
# The flag of a function is exported under this name and the function's number among those that are not imported.
FLAG: Final = "called"


def trimmed(module: bytes, kept: Collection[int]) -> bytes:
    """The module with a trap in place of every function that is not kept.

    Args:
        module: a module in the binary format.
        kept: the numbers of functions, counted from 0 without those that are imported.
    """

    def code(content: bytes) -> bytes:
        return _vector([_sized(body if n in kept else _TRAP) for n, body in enumerate(_bodies(content))])

    return _changed(module, {_CODE: code})


def instrumented(module: bytes) -> bytes:
    """The module, each function of which sets a flag of its own when it is called: a global, exported as `FLAG`n."""
    sections = dict(_sections(module))
    count = _number(sections[_CODE], 0)[0]
    first = _imported_globals(sections[_IMPORTS]) + _number(sections[_GLOBALS], 0)[0]

    def flags(content: bytes) -> bytes:
        return _longer(content, [_FLAG] * count)

    def exports(content: bytes) -> bytes:
        names = [_sized(f"{FLAG}{n}".encode()) for n in range(count)]
        return _longer(content, [name + bytes([_GLOBAL_KIND]) + _encoded(first + n) for n, name in enumerate(names)])

    def code(content: bytes) -> bytes:
        return _vector([_sized(_with_flag(body, first + n)) for n, body in enumerate(_bodies(content))])

    return _changed(module, {_GLOBALS: flags, _EXPORTS: exports, _CODE: code})


def _with_flag(body: bytes, flag: int) -> bytes:
    """The body of a function that sets a global to 1 before all else: after the declaration of its locals."""
    groups, at = _number(body, 0)
    for _ in range(groups):
        at = _number(body, at)[1] + 1
    return body[:at] + b"\x41\x01\x24" + _encoded(flag) + body[at:]


def _changed(module: bytes, changes: dict[int, Callable[[bytes], bytes]]) -> bytes:
    made = (
        bytes([kind]) + _sized(changes[kind](content) if kind in changes else content)
        for kind, content in _sections(module)
    )
    return _HEADER + b"".join(made)


def _sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    """Each section's kind and content; only a custom section, kind 0, may come more than once."""
    at = len(_HEADER)
    while at < len(module):
        kind = module[at]
        size, start = _number(module, at + 1)
        at = start + size
        yield kind, module[start:at]


def _bodies(code: bytes) -> Iterator[bytes]:
    """The body of each function: its locals and instructions."""
    count, at = _number(code, 0)
    for _ in range(count):
        size, start = _number(code, at)
        at = start + size
        yield code[start:at]


def _imported_globals(imports: bytes) -> int:
    """How many of the imports are globals: they come before the module's own."""
    found = 0
    count, at = _number(imports, 0)
    for _ in range(count):
        for _ in ("module", "name"):
            size, at = _number(imports, at)
            at += size
        kind, at = imports[at], at + 1
        found += kind == _GLOBAL_KIND
        at = _after_import(imports, kind, at)
    return found


def _after_import(imports: bytes, kind: int, at: int) -> int:
    """Where the description of an import ends."""
    if kind == _GLOBAL_KIND:
        return at + 2
    if kind == 0:  # a function, by its type
        return _number(imports, at)[1]
    if kind == 4:  # an exception: an attribute and its type  # noqa: PLR2004
        return _number(imports, at + 1)[1]
    at += kind == 1  # a table names what it holds, and then its limits, as a memory does
    has_most = imports[at] & 1
    at = _number(imports, at + 1)[1]
    return _number(imports, at)[1] if has_most else at


def _longer(vector: bytes, more: list[bytes]) -> bytes:
    count, at = _number(vector, 0)
    return _encoded(count + len(more)) + vector[at:] + b"".join(more)


def _vector(items: list[bytes]) -> bytes:
    return _encoded(len(items)) + b"".join(items)


def _sized(content: bytes) -> bytes:
    return _encoded(len(content)) + content


def _number(content: bytes, at: int) -> tuple[int, int]:
    """An unsigned number in LEB128, and where it ends."""
    value = shift = 0
    while True:
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004
            return value, at
        shift += 7


def _encoded(value: int) -> bytes:
    """An unsigned number in LEB128."""
    made = bytearray()
    while value > 0x7F:  # noqa: PLR2004
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)
