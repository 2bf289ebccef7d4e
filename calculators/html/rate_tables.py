"""Dated rates and published figures as tables, straight from the data files."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from calculators.core.rates import data_file, rate_table, source_from
from calculators.core.results import Source
from calculators.core.text import Lang, Text
from calculators.html import words
from calculators.html.markup import Html, element, joined
from calculators.present.days import written_day
from calculators.present.sentences import filled
from calculators.present.values import written_amount, written_percentage

INTEREST_TABLES: Final = {"commercial": "commercial_interest", "consumer": "consumer_interest"}

FROM: Final = Text("Vanaf", "From")
UNTIL: Final = Text("Tot en met", "Up to and including")
RATE: Final = Text("Rente per jaar", "Rate a year")
SLICE_FROM: Final = Text("Deel van de hoofdsom boven", "Part of the principal above")
SLICE_UNTIL: Final = Text("tot", "up to")
SLICE_RATE: Final = Text("Percentage", "Percentage")
KIND: Final = Text("Wat", "What")
BEFORE: Final = Text("Was", "Was")
AFTER: Final = Text("Werd", "Became")
CHANGES: Final = Text("Wijzigingen van de wettelijke rente", "Changes of the statutory interest")
LIMITS: Final = Text("Ten minste {minimum} en ten hoogste {maximum}.", "At least {minimum} and at most {maximum}.")
PUBLISHED: Final = Text("Gepubliceerd", "Published")
AMOUNT: Final = Text("Per bezoek", "Per visit")
CERTAINTY: Final = Text("Zekerheid", "Certainty")
CERTAINTIES: Final = {
    "high": Text("hoog: laat zich narekenen", "high: it can be recomputed"),
    "medium": Text("redelijk: één behoorlijke bron", "fair: one decent source"),
    "low": Text("laag: geen opbouw gegeven", "low: no build-up given"),
}


def rate_table_html(name: str, lang: Lang) -> Html:
    """The table called commercial, consumer, collection_costs, visit_costs or changes (of both kinds of interest).

    Raises:
        ValueError: there is no table of that name.
    """
    if name in INTEREST_TABLES:
        return _interest_table(INTEREST_TABLES[name], lang)
    if name == "collection_costs":
        return _collection_costs(lang)
    if name == "visit_costs":
        return _visit_costs(lang)
    if name == "changes":
        return _changes(lang)
    message = f"there is no rate table called {name!r}"
    raise ValueError(message)


def _table(
    caption: str, head: tuple[Text, ...], rows: Sequence[tuple[str, ...]], figures: tuple[int, ...], lang: Lang
) -> Html:
    """A table whose columns numbered in `figures` are aligned as figures."""

    def kind(column: int) -> str | None:
        return "figure" if column in figures else None

    header = (element("th", {"scope": "col", "class": kind(number)}, text[lang]) for number, text in enumerate(head))
    body = (
        element("tr", {}, *(element("td", {"class": kind(number)}, cell) for number, cell in enumerate(row)))
        for row in rows
    )
    return element(
        "div",
        {"class": "rate-table", "tabindex": "0", "role": "region", "aria-label": caption},
        element(
            "table",
            {},
            element("caption", {}, caption),
            element("thead", {}, element("tr", {}, *header)),
            element("tbody", {}, *body),
        ),
    )


def _source_line(source: Source, certainty: Text | None, lang: Lang) -> Html:
    title = source.title[lang]
    checked = ""
    if source.checked:
        day = written_day(date.fromisoformat(source.checked), lang)
        checked = f" ({filled(words.CHECKED[lang], lambda _: day)})"
    linked = element("a", {"href": source.address}, title) if source.address else joined(title)
    return joined(
        element("p", {"class": "rate-source"}, linked, checked, "."),
        element("p", {"class": "rate-source"}, certainty[lang]) if certainty else "",
    )


def _interest_table(file_name: str, lang: Lang) -> Html:
    """Every period with its rate, the newest first."""
    table, data = rate_table(file_name), data_file(file_name)
    rows = [
        (written_day(first, lang), written_day(last, lang), written_percentage(rate, lang))
        for first, last, rate in reversed(table.periods())
    ]
    caption = Text(**data["name"])[lang]
    return joined(
        _table(caption, (FROM, UNTIL, RATE), rows, (2,), lang),
        _source_line(table.source, Text(**data["certainty"]), lang),
    )


def _changes(lang: Lang) -> Html:
    """Every change of both kinds of interest, the newest first."""
    found = []
    for file_name in INTEREST_TABLES.values():
        name, rows = Text(**data_file(file_name)["name"])[lang], rate_table(file_name).rows
        found += [(day, name, old, new) for (_, old), (day, new) in pairwise(rows) if old != new]
    written = [
        (written_day(day, lang), name, written_percentage(old, lang), written_percentage(new, lang))
        for day, name, old, new in sorted(found, reverse=True)
    ]
    return _table(CHANGES[lang], (FROM, KIND, BEFORE, AFTER), written, (2, 3), lang)


def _collection_costs(lang: Lang) -> Html:
    data: dict[str, Any] = data_file("collection_costs")
    slices = data["slices"]
    ends = [written_amount(Decimal(row["from"]), lang, 0) for row in slices[1:]] + ["–"]
    rows = [
        (written_amount(Decimal(row["from"]), lang, 0), end, written_percentage(Decimal(row["rate"]), lang))
        for row, end in zip(slices, ends, strict=True)
    ]
    source = source_from(data["source"])
    limits = {name: written_amount(Decimal(data[name]), lang, 0) for name in ("minimum", "maximum")}
    return joined(
        _table(source.title[lang], (SLICE_FROM, SLICE_UNTIL, SLICE_RATE), rows, (0, 1, 2), lang),
        element("p", {}, filled(LIMITS[lang], limits.__getitem__)),
        _source_line(source, None, lang),
    )


def _visit_costs(lang: Lang) -> Html:
    data: dict[str, Any] = data_file("visit_costs")
    rows = []
    for figure in data["figures"]:
        low, high = (written_amount(Decimal(figure[end]), lang) for end in ("from", "until"))
        amount = low if low == high else f"{low} – {high}"
        rows.append((Text(**figure["title"])[lang], amount, CERTAINTIES[figure["certainty"]][lang]))
    source = source_from(data["source"])
    return _table(source.title[lang], (PUBLISHED, AMOUNT, CERTAINTY), rows, (1,), lang)
