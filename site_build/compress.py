"""Smaller copies of text files, made once at build: `.br` and `.gz` beside each file."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import brotli

_SUFFIXES: Final = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".xml"})
_SMALLEST_WORTH_IT: Final = 600
# Scripts and styles are few, stand on every page and are kept by browsers: there the best is worth its time. The pages
# would take longer to compress than to write. The runtime is compressed when it is made, and kept.
_BEST_FOR: Final = frozenset({".css", ".js"})
_BEST: Final = 11
_QUICK: Final = 6
_GZIP_LEVEL: Final = 6


def compress_alike(paths: list[Path]) -> None:
    """Write `.br` and `.gz` beside each of these files, which hold the same; each only where it is smaller."""
    data = paths[0].read_bytes()
    quality = _BEST if paths[0].suffix in _BEST_FOR else _QUICK
    for suffix, smaller in (
        (".br", brotli.compress(data, quality=quality)),
        (".gz", gzip.compress(data, compresslevel=_GZIP_LEVEL, mtime=0)),
    ):
        if len(smaller) < len(data):
            for path in paths:
                path.with_name(path.name + suffix).write_bytes(smaller)


def compress_site(site: Path) -> int:
    """How many text files under `site` got smaller copies: those that had none yet."""
    # Both languages have the same scripts and styles.
    alike: dict[tuple[str, bytes], list[Path]] = {}
    for path in site.rglob("*"):
        is_text = path.suffix in _SUFFIXES and path.is_file() and path.stat().st_size >= _SMALLEST_WORTH_IT
        if is_text and not path.with_name(path.name + ".br").exists():
            alike.setdefault((path.suffix, path.read_bytes()), []).append(path)
    with ThreadPoolExecutor() as pool:
        list(pool.map(compress_alike, alike.values()))
    return sum(map(len, alike.values()))
