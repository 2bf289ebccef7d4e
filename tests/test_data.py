"""The data files: rates in order, as text, each with its source."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculators.core.rates import DATA_FOLDER

FILES = sorted(Path(DATA_FOLDER).glob("*.json"))
TABLES = [path for path in FILES if "rows" in json.loads(path.read_text(encoding="utf-8"))]


def contents(path: Path) -> Any:
    """What a data file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_rates_ascend_and_end_before_the_last_day_known(path: Path) -> None:
    """Days ascend without doubles, rates are fractions, and the last row has begun by the last day known."""
    data = contents(path)
    days = [date.fromisoformat(row["from"]) for row in data["rows"]]
    assert days == sorted(set(days))
    assert days[-1] < date.fromisoformat(data["known_until"])
    assert all(isinstance(row["rate"], str) and 0 <= Decimal(row["rate"]) < 1 for row in data["rows"])


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_rate_table_names_its_source(path: Path) -> None:
    """A title in both languages, an address and the day it was checked."""
    source = contents(path)["source"]
    assert set(source["title"]) == {"nl", "en"}
    assert all(source["title"].values())
    assert source["address"].startswith("https://")
    assert date.fromisoformat(source["checked"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_figure_is_a_binary_float(path: Path) -> None:
    """Figures stand as text, so that no rounding happens on the way in."""

    def refuse(text: str) -> None:
        pytest.fail(f"{path.name} holds the number {text}; write it as text")

    json.loads(path.read_text(encoding="utf-8"), parse_float=refuse)
