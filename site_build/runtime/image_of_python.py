"""Run inside Pyodide before its memory is kept as an image: what the calculators use of Python's standard library.

A browser that starts from the image has nothing else of it. Code that asks for more ends in an error that nothing
catches, and the browser takes the complete Python instead (decision 0023).
"""

import gc
import sys
import types
import warnings
import zipimport
from importlib import import_module

# What the calculators, and the packages that they are given on demand, import at any time.
USED = """
_csv _datetime _decimal array base64 bisect codecs csv dataclasses datetime decimal encodings.ascii encodings.cp1252
encodings.cp437 encodings.latin_1 encodings.utf_16 encodings.utf_16_be encodings.utf_16_le encodings.utf_8_sig enum
fractions functools hashlib importlib.metadata inspect io itertools json math numbers operator os pkgutil re shutil
string struct tempfile types typing warnings weakref xml.parsers.expat zipfile zipimport zlib
"""
# What Pyodide imports to run coroutines and to talk to networks and processes, which nothing here does.
IDLE = "_ssl asyncio concurrent logging random select selectors socket ssl subprocess"


class NotInTheImageError(BaseException):
    """Code asks for what only the complete Python has."""


class LastFinder:
    """Refuses each module of the standard library that was not imported before the image was made."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Nothing for a module that is not of the standard library.

        Raises:
            NotInTheImageError: it is.
        """
        if name.split(".", maxsplit=1)[0] in sys.stdlib_module_names:
            raise NotInTheImageError(name)


def _left_out(*_: object, **__: object) -> None:
    """Stands for each function that is left out."""
    raise "error"  # type: ignore[misc]  # noqa: B016 (see `_leave_out`)


def _leave_out(names: set[str]) -> None:
    """Let go of the code of all functions in these modules; their classes stay."""
    plain = _left_out.__code__
    # The code runs among the names of another module: it carries the error itself.
    consts = tuple(NotInTheImageError if value == "error" else value for value in plain.co_consts)
    codes: dict[int, types.CodeType] = {}
    for found in gc.get_objects():
        if isinstance(found, types.FunctionType) and str(found.__module__).partition(".")[0] in names:
            # Python wants as many variables from around a function as the code has that it takes the place of.
            count = len(found.__code__.co_freevars)
            if count not in codes:
                unused = tuple(f"unused{n}" for n in range(count))
                codes[count] = plain.replace(co_consts=consts, co_freevars=unused)
            found.__code__ = codes[count]
            found.__defaults__ = found.__kwdefaults__ = None


def main() -> None:
    """Import what is used, let go of what is not, and forget where the library came from."""
    for module in USED.split():
        import_module(module)
    with warnings.catch_warnings(action="ignore"):  # said where a generator becomes a plain function
        _leave_out(set(IDLE.split()))
    # The library's archive will not be there.
    sys.path[:] = [path for path in sys.path if not path.endswith(".zip")]
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]  # noqa: SLF001 (there is no other way)
    sys.meta_path.append(LastFinder)
    gc.collect()


if __name__ == "__main__":
    main()
