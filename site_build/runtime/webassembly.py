"""A smaller interpreter from Pyodide's own: the functions that our questions call, and a trap in place of the others.

Numbers of functions, tables and exports stay as they are, so that a memory image of the whole interpreter fits the
smaller one. The binary format is that of the WebAssembly core specification, chapter 5.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Final

_HEADER: Final = b"\0asm\1\0\0\0"
_IMPORTS, _GLOBALS, _EXPORTS, _CODE = 2, 6, 7, 10
_FUNCTION_KIND, _TABLE_KIND, _, _GLOBAL_KIND = range(4)
_BY_NAME: Final = frozenset({_FUNCTION_KIND, _GLOBAL_KIND})
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


def with_exports(module: bytes, names: Collection[str]) -> bytes:
    """The module with only these of its exported functions and globals; what else it exports stays."""

    def exports(content: bytes) -> bytes:
        found = _exports(content)
        return _vector([item for name, kind, item in found if kind not in _BY_NAME or name in names])

    return _changed(module, {_EXPORTS: exports})


def exported_names(module: bytes) -> frozenset[str]:
    """The names of all that the module exports."""
    return frozenset(name for name, _, _ in _exports(dict(_sections(module))[_EXPORTS]))


def imported_names(module: bytes) -> frozenset[str]:
    """The names of all that the module imports, from wherever."""
    return frozenset(name for name, _ in _imports(dict(_sections(module))[_IMPORTS]))


def instrumented(module: bytes) -> bytes:
    """The module, each function of which sets a flag of its own when it is called: a global, exported as `FLAG`n."""
    sections = dict(_sections(module))
    count = _number(sections[_CODE], 0)[0]
    imported = sum(kind == _GLOBAL_KIND for _, kind in _imports(sections[_IMPORTS]))
    first = imported + _number(sections[_GLOBALS], 0)[0]

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


def _exports(content: bytes) -> Iterator[tuple[str, int, bytes]]:
    """The name and the kind of each export, and all that stands there about it."""
    count, at = _number(content, 0)
    for _ in range(count):
        start = at
        name, at = _name(content, at)
        kind = content[at]
        at = _number(content, at + 1)[1]
        yield name, kind, content[start:at]


def _imports(content: bytes) -> Iterator[tuple[str, int]]:
    """The name and the kind of each import."""
    count, at = _number(content, 0)
    for _ in range(count):
        _, at = _name(content, at)
        name, at = _name(content, at)
        kind, at = content[at], at + 1
        yield name, kind
        at = _after_import(content, kind, at)


def _name(content: bytes, at: int) -> tuple[str, int]:
    """A name, and where it ends."""
    size, start = _number(content, at)
    return content[start : start + size].decode(), start + size


def _after_import(imports: bytes, kind: int, at: int) -> int:
    """Where the description of an import ends."""
    if kind == _GLOBAL_KIND:
        return at + 2
    if kind == _FUNCTION_KIND:
        return _number(imports, at)[1]
    if kind > _GLOBAL_KIND:  # an exception: an attribute and its type
        return _number(imports, at + 1)[1]
    at += kind == _TABLE_KIND  # a table names what it holds, and then its limits, as a memory does
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
