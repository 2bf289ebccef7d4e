"""A result put into words, once."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.catalogue import words_of
from calculators.core.declarations import Compared, Declaration, Output, Tone
from calculators.core.fields import Field
from calculators.core.quantities import Quantity, Value
from calculators.core.results import Letter, Result
from calculators.core.sources import Source
from calculators.core.words import Lang, Words
from calculators.evaluation.explanations import explanations, taken_steps
from calculators.evaluation.headlines import worded_headline
from calculators.evaluation.notices import notices
from calculators.evaluation.offers import worded_offers
from calculators.evaluation.pictures import worded_pictures
from calculators.evaluation.question import Inputs, Question
from calculators.evaluation.records import (
    Answer,
    Column,
    Comparison,
    Figure,
    Input,
    Note,
    OwnList,
    Rows,
    SourceLine,
    WordedLetter,
)
from calculators.evaluation.wording_of_inputs import worded_steps
from calculators.present.days import written_day
from calculators.present.quantities import written
from calculators.present.sentences import filled, sentence


def worded_answer(
    inputs: Inputs,
    result: Result,
    question: Question,
    readings: Sequence[Note],
    retyped: Mapping[str, str | list[list[str]]],
    words: Words,
) -> Answer:
    """The answer with all of its words."""
    declared = inputs.declared
    quantities = inputs.quantities() | dict(result.answers)
    figures = {output.name: _figure(output, result.answers[output.name], words) for output in declared.answers}
    steps = taken_steps(declared, result)
    return Answer(
        declared=declared,
        calculator=declared.name,
        title=words["title"],
        headline=worded_headline(result, quantities, words),
        tone=_tone(declared, result),
        main=figures[declared.main],
        proposed=_known(figures.get(declared.proposed)),
        figures=list(figures.values()),
        inputs=_inputs(inputs, words),
        comparisons=[_comparison(pair, figures, words) for pair in declared.compared],
        tables=[
            _rows(table.name, words[f"tables.{table.name}"], table.columns, result.tables[table.name], words)
            for table in declared.tables
        ],
        pictures=worded_pictures(declared, result, quantities, words),
        steps=explanations(declared, steps, quantities, words),
        talk=[sentence(words[f"talk.{said.code}"], {**quantities, **said.figures}, words) for said in result.talk],
        offers=worded_offers(declared, result, quantities, words),
        notes=[sentence(words[f"notes.{code}"], quantities, words) for code in result.notes],
        notices=notices(result.series, question.asked_on, words),
        sources=_sources([*declared.sources, *(step.source for step in steps if step.source), *result.sources], words),
        readings=readings,
        retyped=retyped,
        tried=worded_steps(inputs, words),
        letter=_letter(result.letter, declared.name, question.lang),
        words=words,
    )


def _tone(declared: Declaration, result: Result) -> Tone:
    """The tone of the headline; nothing is good that is not known as a whole."""
    tone = declared.headlines[result.headline]
    return "caution" if tone == "good" and result.not_counted else tone


def _known(figure: Figure | None) -> Figure | None:
    """The figure, where it has a value."""
    return figure if figure and figure.quantity.value is not None else None


def _letter(letter: Letter | None, calculator: str, lang: Lang) -> WordedLetter | None:
    """The letter in the words of its own language, or in those of the answer."""
    if letter is None:
        return None
    words = words_of(calculator, letter.lang or lang)
    paragraphs = (
        "\n".join(sentence(words[f"letter.{line.code}"], line.figures, words) for line in lines)
        for lines in letter.paragraphs
    )
    return WordedLetter(words.lang, "\n\n".join(paragraphs))


def _figure(output: Output, quantity: Quantity, words: Words) -> Figure:
    reason = words[f"reasons.{quantity.reason}"] if quantity.reason else None
    return Figure(output.name, words[f"answers.{output.name}"], quantity, written(quantity, words, output.name), reason)


def _inputs(inputs: Inputs, words: Words) -> dict[str, Input]:
    """The fields that count, with their values."""
    found: dict[str, Input] = {}
    for field in inputs.declared.fields:
        if field.name not in inputs.used:
            continue
        value = inputs.values[field.name]
        label = words[f"fields.{field.name}.label"]
        if field.name in inputs.lists:
            found[field.name] = OwnList(field.name, label, words["frame.own_list"])
        elif field.kind == "table":
            rows = value if isinstance(value, tuple) else ()
            found[field.name] = _rows(field.name, label, field.columns, rows, words)
        else:
            quantity = Quantity(value if not isinstance(value, tuple) else None, field.unit)
            found[field.name] = Figure(
                field.name, label, quantity, "" if value is None else written(quantity, words, field.name)
            )
    return found


def _rows(
    name: str,
    caption: str,
    columns: Sequence[Output | Field],
    values: Sequence[tuple[Any, ...]],
    words: Words,
) -> Rows:
    labelled = [
        Column(column.name, words[f"columns.{name}.{column.name}"], column.unit, column.choices) for column in columns
    ]
    return Rows(name, caption, labelled, values, words)


def _comparison(pair: Compared, figures: Mapping[str, Figure], words: Words) -> Comparison:
    return comparison(words[f"compared.{pair.name}"], figures[pair.before], figures[pair.after])


def comparison(label: str, before: Figure, after: Figure) -> Comparison:
    """A figure before and after, with what is added."""
    return Comparison(label, before, after, _difference(before.quantity, after.quantity))


def _difference(before: Quantity, after: Quantity) -> Quantity:
    """What is added; undefined where one of the two is."""
    unit = "percentage_points" if before.unit == "fraction" else before.unit
    if not _is_number(before.value) or not _is_number(after.value):
        return Quantity(None, unit)
    return Quantity(Decimal(str(after.value)) - Decimal(str(before.value)), unit)


def _is_number(value: Value | None) -> bool:
    return isinstance(value, Decimal | int)


def _sources(sources: Sequence[Source], words: Words) -> list[SourceLine]:
    """Each source once."""
    return [worded_source(source, words) for source in dict.fromkeys(sources)]


def worded_source(source: Source, words: Words) -> SourceLine:
    """A source with its title, and the day a person looked."""
    day = written_day(date.fromisoformat(source.checked), words) if source.checked else ""
    told = filled(words["frame.checked"], lambda _: day) if day else ""
    return SourceLine(source.name, words[f"sources.{source.name}"], source.address, source.checked, told)
