"""The JSON files of the package: data and words. The only module that reads files, in a folder or in an archive."""

import json
import pkgutil
from functools import cache
from importlib import import_module
from typing import Any


@cache
def json_file(*path: str) -> Any:
    """The contents of a JSON file of the package: `json_file("data", "commercial_interest")`; numbers stand as text.

    Raises:
        OSError: there is no such file.
        ValueError: it holds no JSON; the message names the file.
    """
    name = f"{'/'.join(path)}.json"
    try:
        return json.loads(pkgutil.get_data("calculators", name) or b"")
    except ValueError as error:
        message = f"{name}: {error}"
        raise ValueError(message) from None


def packages_in(package: str) -> list[str]:
    """The names of the packages in a package, sorted; a folder that only holds what Python left there is none."""
    found = pkgutil.iter_modules(import_module(package).__path__)
    return sorted(module.name for module in found if module.ispkg)
