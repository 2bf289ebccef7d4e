"""The JSON files of the package: data and words. The only module that reads files."""

import json
import os
from functools import cache
from typing import Any, Final

# pathlib costs start-up time in the browser.
PACKAGE: Final = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120


@cache
def json_file(*path: str) -> Any:
    """The contents of a JSON file of the package: `json_file("data", "commercial_interest")`; numbers stand as text.

    Raises:
        ValueError: it holds no JSON; the message names the file.
    """
    name = f"{os.path.join(PACKAGE, *path)}.json"  # noqa: PTH118 (see PACKAGE)
    with open(name, encoding="utf-8") as file:  # noqa: PTH123 (see PACKAGE)
        try:
            return json.load(file)
        except ValueError as error:
            message = f"{name}: {error}"
            raise ValueError(message) from None


def folders_with(file: str, folder: str) -> list[str]:
    """The names of the folders in a folder of the package that hold the file, sorted.

    A folder that only holds what Python left there does not count.
    """
    path = os.path.join(PACKAGE, folder)  # noqa: PTH118 (see PACKAGE)
    return sorted(name for name in os.listdir(path) if os.path.exists(os.path.join(path, name, file)))  # noqa: PTH110, PTH118, PTH208 (see PACKAGE)
