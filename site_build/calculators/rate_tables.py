"""Dated rates and published figures as tables, straight from the data files."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from calculators.catalogue import words_of
from calculators.core.data_files import json_file
from calculators.core.dated_series import dated_series, source_from
from calculators.core.sources import Source
from calculators.core.words import Lang, Words, shared_words
from calculators.evaluation.notices import notices
from calculators.evaluation.wording import worded_source
from calculators.present.days import written_day
from calculators.present.quantities import code_label, written_amount, written_percentage
from calculators.writers.html.answer import source_html
from calculators.writers.html.markup import Html, element, joined
from calculators.writers.html.table import plain_table
from site_build.errors import MendableError
from site_build.words import word

INTEREST: Final = ("commercial_interest", "consumer_interest")


class RateTableError(MendableError):
    """A block asks for a table that does not exist."""


def rate_table_html(name: str, lang: Lang, today: date) -> Html:
    """The table called commercial, consumer, collection_costs, visit_costs or changes (of both kinds of interest).

    Raises:
        RateTableError: there is no table of that name.
    """
    tables = {
        "commercial": lambda: _interest_table("commercial_interest", lang, today),
        "consumer": lambda: _interest_table("consumer_interest", lang, today),
        "collection_costs": lambda: _collection_costs(lang, today),
        "visit_costs": lambda: _visit_costs(lang),
        "changes": lambda: _changes(lang),
    }
    if name not in tables:
        message = f"There is no rate table called {name!r}: mend the block in the page."
        raise RateTableError(message)
    return tables[name]()


def _interest_table(name: str, lang: Lang, today: date) -> Html:
    """Every period with its rate and the number of its source, the newest first; the sources below it."""
    series, words = dated_series(name), shared_words(lang)
    sources = series.sources(series.known_from, series.known_until)
    head = [
        word("rates.from", lang),
        word("rates.until", lang),
        word("rates.rate", lang),
        word("rates.source", lang),
    ]
    rows = [
        [
            written_day(first, words),
            written_day(last, words),
            written_percentage(row.rate, words),
            str(sources.index(row.source) + 1),
        ]
        for first, last, row in reversed(series.periods())
    ]
    listed = (element("li", {}, _source(source, words)) for source in sources)
    return joined(
        *_notices(name, words, today),
        plain_table(words[f"series.{name}.name"], head, rows, figures=(2, 3)),
        element("p", {"class": "rate-source"}, _source(series.law, words), "."),
        element("ol", {"class": "rate-sources"}, *listed),
        element("p", {"class": "rate-source"}, words[f"series.{name}.certainty"]),
    )


def _notices(name: str, words: Words, today: date) -> list[Html]:
    return [element("p", {"class": "answer-notice"}, notice) for notice in notices([name], today, words)]


def _source(source: Source, words: Words) -> Html:
    return source_html(worded_source(source, words))


def _changes(lang: Lang) -> Html:
    """Every change of both kinds of interest, the newest first."""
    words = shared_words(lang)
    found = [
        (after.first, words[f"series.{name}.name"], before.rate, after.rate)
        for name in INTEREST
        for before, after in pairwise(dated_series(name).rows)
        if before.rate != after.rate
    ]
    rows = [
        [written_day(day, words), name, written_percentage(old, words), written_percentage(new, words)]
        for day, name, old, new in sorted(found, reverse=True)
    ]
    head = [
        word("rates.from", lang),
        word("rates.kind", lang),
        word("rates.before", lang),
        word("rates.after", lang),
    ]
    return plain_table(word("rates.changes", lang), head, rows, figures=(2, 3))


def _collection_costs(lang: Lang, today: date) -> Html:
    data: dict[str, Any] = json_file("data", "collection_costs")
    words = shared_words(lang)
    slices = data["slices"]
    ends = [*(_whole_amount(row["from"], words) for row in slices[1:]), "–"]
    rows = [
        [_whole_amount(row["from"], words), end, written_percentage(Decimal(row["rate"]), words)]
        for row, end in zip(slices, ends, strict=True)
    ]
    limits = {name: _whole_amount(data[name], words) for name in ("minimum", "maximum")}
    head = [word("rates.slice_from", lang), word("rates.slice_until", lang), word("rates.slice_rate", lang)]
    return joined(
        *_notices("collection_costs", words, today),
        plain_table(words["series.collection_costs.name"], head, rows, figures=(0, 1, 2)),
        element("p", {}, word("rates.limits", lang, **limits)),
        element("p", {"class": "rate-source"}, _source(source_from(data["law"]), words), "."),
        element("p", {"class": "rate-source"}, words["series.collection_costs.certainty"]),
    )


def _whole_amount(amount: str, words: Words) -> str:
    return written_amount(Decimal(amount), words, 0)


def _visit_costs(lang: Lang) -> Html:
    data: dict[str, Any] = json_file("data", "visit_costs")
    words = words_of("cost_per_visit", lang)
    source = source_from(data["source"])
    head = [word("rates.published", lang), word("rates.amount", lang), word("rates.certainty", lang)]
    rows = [
        [
            code_label("figure", figure["name"], words),
            _range(figure, words),
            code_label("certainty", figure["certainty"], words),
        ]
        for figure in data["figures"]
    ]
    return plain_table(words[f"sources.{source.name}"], head, rows, figures=(1,))


def _range(figure: dict[str, str], words: Words) -> str:
    low, high = (written_amount(Decimal(figure[end]), words) for end in ("from", "until"))
    return low if low == high else f"{low} – {high}"
