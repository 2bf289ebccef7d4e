"""An answer that was printed as JSON, read back: the texts that a person would have typed to get it."""

import json
from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from calculators.catalogue import NAMES, words_of
from calculators.core.declarations import Declaration
from calculators.core.fields import HUNDRED, Field, plain_text, plain_value
from calculators.core.money import plain
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity
from calculators.core.words import Lang
from calculators.evaluation.question import Question, read_inputs
from calculators.evaluation.wording_of_inputs import typed_input
from calculators.present.tables import TypedRows

# Of the JSON of an answer: one that a later edition writes otherwise has a higher one.
VERSION: Final = 1
LARGEST_DOCUMENT: Final = 1_000_000  # bytes; whatever is longer was not saved by a reader
# The unit of a list from a file, of which an answer holds no rows.
LIST: Final = "list"
# The field that a fault is about where it is the document.
DOCUMENT: Final = "inputs"


def printed_texts(
    declared: Declaration, document: str, lang: Lang, given: Collection[str] = ()
) -> dict[str, str | TypedRows]:
    """The fields of an answer that `--json` printed, as a person types them in English, but for those that are `given`.

    `lang` is the language in which a fault names another calculator.

    Raises:
        CalculatorError: it is no such answer of this calculator, a value in it is none, or it had a list from a file.
    """
    inputs = _inputs(declared, document, lang)
    known = {field.name: field for field in declared.fields}
    texts: dict[str, str | TypedRows] = {}
    problems = []
    for name, entry in inputs.items():
        if name in given:
            continue
        if name in known and entry == printed_list():
            problems.append(Problem(name, "list_not_saved"))
            continue
        try:
            texts[name] = _typed(known[name], entry)
        except (ValueError, TypeError, KeyError, InvalidOperation):
            problems.append(Problem(name, "no_input" if name in known else "unknown_field"))
    if problems:
        raise CalculatorError(*problems)
    return texts


def document_too_large(limit: int) -> CalculatorError:
    """The problem with a document of more bytes than `limit`."""
    return CalculatorError(Problem(DOCUMENT, "document_too_large", {"limit": Quantity(limit, "number")}))


def printed_list() -> dict[str, str | None]:
    """How an answer prints an input that was a list from a file."""
    return {"value": None, "unit": LIST}


def texts_in(declared: Declaration, document: str, lang: Lang) -> dict[str, str | list[list[str]]]:
    """Every field of the calculator as typed in `lang`; one that the document does not name has its default.

    Raises:
        CalculatorError: as of `printed_texts`, or a value lies outside the bounds of its field, or it is too large.
    """
    if len(document.encode(errors="surrogatepass")) > LARGEST_DOCUMENT:
        raise document_too_large(LARGEST_DOCUMENT)
    texts = printed_texts(declared, document, lang)
    inputs = read_inputs(declared, Question(declared.name, texts, lang, dict.fromkeys(texts, "en")))
    if inputs.problems:
        raise CalculatorError(*inputs.problems)
    words = words_of(declared.name, lang)
    return {field.name: typed_input(field, inputs.values[field.name], words) for field in declared.fields}


def _inputs(declared: Declaration, document: str, lang: Lang) -> dict[str, Any]:
    """The inputs as they were printed.

    Raises:
        CalculatorError: it is no answer, that of another calculator, or one of a later edition.
    """
    try:
        answer = json.loads(document.removeprefix("\ufeff"), object_pairs_hook=_without_doubles)
        inputs = dict(answer["inputs"])
        calculator, version = answer["calculator"], answer.get("version", VERSION)
        is_answer = isinstance(calculator, str) and isinstance(version, int)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise CalculatorError(Problem(DOCUMENT, "no_inputs")) from None
    if not is_answer or (calculator != declared.name and calculator not in NAMES):
        raise CalculatorError(Problem(DOCUMENT, "no_inputs"))
    if calculator != declared.name:
        other = {"other": Quantity(words_of(calculator, lang)["title"], "text")}
        raise CalculatorError(Problem(DOCUMENT, "other_calculator", other))
    if version > VERSION:
        raise CalculatorError(Problem(DOCUMENT, "newer_version"))
    return inputs


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


def _typed(field: Field, entry: Mapping[str, Any]) -> str | TypedRows:
    """A printed input as a person types it; TypeError or ValueError where it is not as it is printed."""
    value = entry["value"]
    if entry["unit"] != field.unit:
        raise ValueError(entry)
    if field.kind != "table":
        return _cell(field, value)
    return [[_cell(column, cell) for column, cell in zip(field.columns, row, strict=True)] for row in value]


def _cell(field: Field, value: Any) -> str:
    """A printed value as a person types it; shares are printed as fractions and typed in percent."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError(value)
    # Half a character, which JSON can hold and no text can.
    value.encode()
    if field.kind == "percent":
        return plain_text(plain(Decimal(value) * HUNDRED))
    return plain_text(plain_value(field, value))
