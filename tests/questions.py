"""Questions that reach the edges of every calculator, and what comes of them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from calculators.catalogue import declaration
from calculators.core.declarations import Declaration
from calculators.core.fields import Field
from calculators.core.problems import CalculatorError
from calculators.core.results import Result
from calculators.core.words import Lang
from calculators.evaluation import Answer, Question, evaluate
from calculators.evaluation.question import Inputs, read_inputs
from tests.golden_tables import cases


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is answered: its texts in English, the values read from them, and the result."""

    name: str
    texts: Mapping[str, str]
    inputs: Inputs
    result: Result

    def answer(self, lang: Lang) -> Answer:
        """The answer in words."""
        found = evaluate(Question(self.inputs.declared.name, self.texts, lang, dict.fromkeys(self.texts, "en")))
        assert isinstance(found, Answer), (self.name, found)
        return found


@cache
def golden_questions(name: str) -> tuple[Asked, ...]:
    """The default question and the golden ones of a calculator that have an answer."""
    questions: list[tuple[str, dict[str, str]]] = [("default", {})]
    questions += [
        (case.name, json.loads(case.request)["values"])
        for case in cases()
        if case.name.rpartition("-")[0] == name and not case.refused
    ]
    return tuple(asked for label, texts in questions if (asked := _asked(declaration(name), label, texts)))


@cache
def edge_questions(name: str) -> tuple[Asked, ...]:
    """Each pair of fields at each pair of their edges, around the default and each golden case, where answered.

    What is proposed is tried around the golden cases alone: around the default there is little to move.
    """
    declared = declaration(name)
    edges = [(field.name, text) for field in declared.fields for text in _edges(field)]
    found = list(golden_questions(name))
    paired = [edge for edge in edges if declared.field(edge[0]).is_taken and not declared.field(edge[0]).otherwise]
    for (one, first), (two, second) in combinations(paired, 2):
        if one != two and (asked := _asked(declared, f"{one}={first} {two}={second}", {one: first, two: second})):
            found.append(asked)
    for base in golden_questions(name):
        for field, text in edges:
            if asked := _asked(declared, f"{base.name} {field}={text}", {**base.texts, field: text}):
                found.append(asked)
    return tuple(found)


def _edges(field: Field) -> Iterator[str]:
    """Texts at the edges of a field: its bounds, nothing, one, each choice, and blank where it may be."""
    yield from field.choices
    if field.optional:
        yield ""
    if field.kind in ("money", "percent", "number", "whole"):
        yield from dict.fromkeys(filter(None, (field.minimum, "0", "1", field.maximum)))


def _asked(declared: Declaration, label: str, texts: Mapping[str, str]) -> Asked | None:
    inputs = read_inputs(declared, Question(declared.name, texts, "en"))
    if inputs.problems:
        return None
    try:
        return Asked(label, texts, inputs, declared.formula(**inputs.computing()))
    except CalculatorError:
        return None
