"""The command line: `list`, `NAME --help`, `NAME --field value ... [--lang nl|en] [--json] [--inputs FILE]`.

`--xlsx FILE` writes the answer as a workbook too.
"""

from calculators.command_line.run import main

__all__ = ["main"]
