"""The JSON files of the package: data and words. The only module that reads files."""

import json
import os
from functools import cache
from typing import Any, Final

# pathlib costs start-up time in the browser.
PACKAGE: Final = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120


@cache
def json_file(*path: str) -> Any:
    """The contents of a JSON file of the package: `json_file("data", "commercial_interest")`; numbers stand as text."""
    with open(f"{os.path.join(PACKAGE, *path)}.json", encoding="utf-8") as file:  # noqa: PTH118, PTH123 (see PACKAGE)
        return json.load(file)


def folders_in(name: str) -> list[str]:
    """The names of the folders in a folder of the package, sorted."""
    path = os.path.join(PACKAGE, name)  # noqa: PTH118 (see PACKAGE)
    return sorted(entry.name for entry in os.scandir(path) if entry.is_dir() and not entry.name.startswith("_"))
