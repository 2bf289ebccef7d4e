"""Smaller copies of text files, made once at build: `.br` and `.gz` beside each file."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

_SUFFIXES = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".xml"})
_SMALLEST_WORTH_IT = 600
# The best that still builds both languages in seconds; the runtime is compressed harder, once, and kept.
_BROTLI_QUALITY = 6
_GZIP_LEVEL = 6


def compress_file(path: Path) -> None:
    """Write `.br` and `.gz` beside the file, each only where it is smaller."""
    data = path.read_bytes()
    for suffix, smaller in (
        (".br", brotli.compress(data, quality=_BROTLI_QUALITY)),
        (".gz", gzip.compress(data, compresslevel=_GZIP_LEVEL, mtime=0)),
    ):
        if len(smaller) < len(data):
            path.with_name(path.name + suffix).write_bytes(smaller)


def compress_site(site: Path) -> int:
    """How many text files under `site` got smaller copies: those that had none yet."""
    wanted = [
        path
        for path in site.rglob("*")
        if path.suffix in _SUFFIXES
        and path.is_file()
        and path.stat().st_size >= _SMALLEST_WORTH_IT
        and not path.with_name(path.name + ".br").exists()
    ]
    with ThreadPoolExecutor() as pool:
        list(pool.map(compress_file, wanted))
    return len(wanted)
