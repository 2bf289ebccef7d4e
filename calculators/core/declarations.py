"""How a calculator declares what it takes and what it answers, by name, once, for everybody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from calculators.core.fields import Field, Group
from calculators.core.quantities import Unit, Value
from calculators.core.results import Result
from calculators.core.sources import Source

Tone = Literal["good", "caution", "bad", "neutral"]
Rounding = Literal["up", "down"]
SeriesKind = Literal["line", "steps", "level", "point", "area"]


@dataclass(frozen=True, slots=True)
class Output:
    """One answer, or one column of a table that is answered.

    Labels stand under `answers.<name>` and `columns.<table>.<name>`, those of choices under `codes.<name>.<code>`.
    """

    name: str
    unit: Unit
    choices: tuple[str, ...] = ()


def answer(name: str, unit: Unit, *choices: str) -> Output:
    """One answer."""
    return Output(name, unit, choices)


column: Final = answer


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is answered; its caption stands under `tables.<name>`."""

    name: str
    columns: tuple[Output, ...]


def table(name: str, *columns: Output) -> Table:
    """A table that is answered."""
    return Table(name, columns)


@dataclass(frozen=True, slots=True)
class Compared:
    """An answer before and after; its label stands under `compared.<name>`, and `before` and `after` name answers."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How the answer `name` was reached.

    `formula` holds the names of inputs and answers between braces, and the signs + − × / ( ) between them, so that it
    can be written in words, be filled with the person's figures, and be tested. It starts from answers as they are
    rounded, and so must the formula that computes. A whole number that comes of it says its `rounding`, and
    `at_least_zero` that less than nothing counts as nothing; without more than zero of what `above_zero` names there is
    no answer, although the signs would give one. What the signs cannot say stands under `steps.<key>`.
    The key is the name; where an answer is reached in one of several ways, each has a key of its own, and the result
    names the keys of all steps that were taken.
    """

    name: str
    formula: str
    rounding: Rounding | None = None
    at_least_zero: bool = False
    above_zero: str = ""
    source: Source | None = None
    key: str


def step(
    name: str,
    formula: str = "",
    *,
    rounding: Rounding | None = None,
    at_least_zero: bool = False,
    above_zero: str = "",
    source: Source | None = None,
    key: str = "",
) -> Step:
    """How an answer was reached."""
    return Step(
        name=name,
        formula=formula,
        rounding=rounding,
        at_least_zero=at_least_zero,
        above_zero=above_zero,
        source=source,
        key=key or name,
    )


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a plot: what its coordinates mean.

    A `line` runs through them, `steps` go between them, an `area` lies between them and zero, a `level` has a height
    only, a `point` stands by itself.
    """

    name: str
    kind: SeriesKind


@dataclass(frozen=True, slots=True)
class Plot:
    """Figures against figures, as declared series; who draws it decides how it looks.

    It stands beside the main answer, or above the `table` that it draws from. Words stand under `pictures.<name>`:
    `title`, `description` (a sentence with figures), `x`, `y`, `series.<name>`.
    """

    name: str
    x_unit: Unit
    y_unit: Unit
    series: tuple[Series, ...]
    table: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars one under the other, each from a figure until a figure; words as for a plot, without `x`.

    What they are held against is called `level` in the words.
    """

    name: str
    unit: Unit
    bars: tuple[str, ...]
    table: str = ""


Picture = Plot | Bars


@dataclass(frozen=True, slots=True)
class Opening:
    """How a row of an answered table opens in another calculator.

    `figures` takes the rows of the `table`, the place of one of them from 0, and by name what the formula takes; it
    gives the values of fields of the other calculator by name, None for a blank one.
    """

    table: str
    calculator: str
    figures: Callable[..., Mapping[str, Value | None]]


def plot(name: str, *, x: Unit, y: Unit, **series: SeriesKind) -> Plot:
    """A plot: `plot("by_visits", x="number", y="EUR", contribution="line")`."""
    return Plot(name, x, y, tuple(Series(*pair) for pair in series.items()))


def bars(name: str, unit: Unit, *names: str, table: str = "") -> Bars:
    """Bars with these names: `bars("build_up", "EUR", "gross_profit", "visit_costs")`."""
    return Bars(name, unit, names, table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A calculator: what it takes, what it answers, and the function that computes it.

    `formula` takes the values of all fields by name, but for notes and gates, and returns the `answers` and `tables`
    named here. `main` names the answer that is shown first and large, `proposed` the one that takes its place by what
    the person proposes, shown beside it where it has a value. `headlines` gives each first sentence its tone.
    `named_by` is the text field that says whose figures they are, where there is one. `sources` are those that always
    count; a step adds its own when it was taken. `opening` says in which calculator a person looks closer at a row.
    """

    formula: Callable[..., Result]
    groups: tuple[Group, ...]
    main: str
    answers: tuple[Output, ...]
    headlines: Mapping[str, Tone]
    proposed: str = ""
    named_by: str = ""
    tables: tuple[Table, ...] = ()
    compared: tuple[Compared, ...] = ()
    steps: tuple[Step, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sources: tuple[Source, ...] = ()
    opening: Opening | None = None

    @property
    def name(self) -> str:
        """The one name of folder, formula, page and golden table."""
        return self.formula.__name__

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of all groups."""
        return tuple(field for group in self.groups for field in group.fields)

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where there is none."""
        for found in self.fields:
            if found.name == name:
                return found
        raise KeyError(name)
