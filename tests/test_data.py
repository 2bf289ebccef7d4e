"""The data files: rates in order, as text, each with its own source and the day somebody looked."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculators.core.dated_series import NOTICE, dated_series, ends_soon, known_until
from calculators.core.days import ONE_DAY
from calculators.core.words import LANGS, Lang, shared_words
from tests.conftest import PROJECT

DATA = PROJECT / "calculators" / "data"
FILES = sorted(DATA.glob("*.json"))
NAMES = [path.stem for path in FILES if "known_until" in json.loads(path.read_text(encoding="utf-8"))]
SERIES = [name for name in NAMES if "rows" in json.loads((DATA / f"{name}.json").read_text("utf-8"))]
every_series = pytest.mark.parametrize("name", SERIES)
every_language = pytest.mark.parametrize("lang", LANGS)

# What Germany's central bank announced as base rate, in percent: the ECB rate less 0.88 in each half-year. Copied from
# the shared fact file rates.json, which has it from 2016-07-01.
BASE_RATES = {
    "2016-07-01": "-0.88",
    "2023-01-01": "1.62",
    "2023-07-01": "3.12",
    "2024-01-01": "3.62",
    "2024-07-01": "3.37",
    "2025-01-01": "2.27",
    "2025-07-01": "1.27",
    "2026-01-01": "1.27",
    "2026-07-01": "1.52",
}


def contents(name: str) -> Any:
    """What a data file holds."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def test_files_are_found() -> None:
    """The four files whose figures end one day; three of them are series of rates."""
    assert {"collection_costs", "commercial_interest", "consumer_interest", "value_added_tax"} == set(NAMES)
    assert set(NAMES) - set(SERIES) == {"collection_costs"}


@every_series
def test_rates_ascend_and_begin_before_the_last_day_known(name: str) -> None:
    """Days ascend without doubles, rates are fractions as text, and no row begins after the last day known."""
    rows = contents(name)["rows"]
    days = [date.fromisoformat(row["from"]) for row in rows]
    assert days == sorted(set(days))
    assert days[-1] < known_until(name)
    assert all(isinstance(row["rate"], str) and 0 <= Decimal(row["rate"]) < 1 for row in rows)


@every_series
def test_no_rate_is_carried_past_the_last_day_known(name: str) -> None:
    """The last day known has a rate; the day after it, and the day before the first row, have none."""
    series = dated_series(name)
    assert series.rate_on(series.known_until) == series.rows[-1].rate
    for day in (series.known_until + ONE_DAY, series.known_from - ONE_DAY):
        with pytest.raises(LookupError):
            series.rate_on(day)


@every_series
@every_language
def test_each_row_has_its_own_source_and_day(name: str, lang: Lang) -> None:
    """A declared source with a title, and the day it was checked; no declared source is left unused."""
    data = contents(name)
    words = shared_words(lang)
    assert {row["source"] for row in data["rows"]} == set(data["sources"])
    for source, address in data["sources"].items():
        assert words[f"sources.{source}"]
        assert not address or address.startswith("https://")
    for row in data["rows"]:
        assert date.fromisoformat(row["checked"]) >= date(2026, 11, 23), "the day the series was compiled"


@pytest.mark.parametrize("name", NAMES)
@every_language
def test_a_law_is_named(name: str, lang: Lang) -> None:
    """A title and an address; a day of checking is only there once somebody has read the text of the law itself."""
    law = contents(name)["law"]
    assert shared_words(lang)[f"sources.{law['name']}"]
    assert law["address"].startswith("https://")
    assert not law["checked"] or date.fromisoformat(law["checked"])


@every_language
def test_each_series_has_its_own_name_and_certainty(lang: Lang) -> None:
    """No two series share the words on how certain they are."""
    words = shared_words(lang)
    for part in ("name", "certainty"):
        assert len({words[f"series.{name}.{part}"] for name in NAMES}) == len(NAMES)


def test_sources_are_those_of_the_days_asked_for() -> None:
    """The sources of a time are those of the rows in force in it, each once, the latest first."""
    series = dated_series("commercial_interest")
    two = series.sources(date(2026, 6, 30), date(2026, 7, 1))
    assert [source.name for source in two] == ["government_quoted_in_2026", "ecb_rate_plus_8"]
    assert [source.name for source in series.sources(date(2026, 7, 1), date(2026, 12, 31))] == [two[0].name]
    assert [source.name for source in series.sources(date(2026, 6, 29), date(2026, 6, 30))] == [two[1].name]


@pytest.mark.parametrize(("first", "base_rate"), BASE_RATES.items())
def test_commercial_rate_agrees_with_the_base_rate_of_germany(first: str, base_rate: str) -> None:
    """The base rate plus 0.88 is the ECB rate, and that plus 8 the rate from the same day."""
    expected = (Decimal(base_rate) + Decimal("0.88") + 8) / 100
    assert dated_series("commercial_interest").rate_on(date.fromisoformat(first)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_an_end_is_told_from_45_days_before(name: str) -> None:
    """On the 45th day before the last day known, and from then on; not on the day before that."""
    assert NOTICE.days == 45
    assert ends_soon(name, known_until(name) - NOTICE)
    assert ends_soon(name, known_until(name) + ONE_DAY)
    assert not ends_soon(name, known_until(name) - NOTICE - ONE_DAY)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_figure_is_a_binary_float(path: Path) -> None:
    """Figures stand as text, so that no rounding happens on the way in."""

    def refuse(text: str) -> None:
        pytest.fail(f"{path.name} holds the number {text}; write it as text")

    json.loads(path.read_text(encoding="utf-8"), parse_float=refuse)
