"""What is wrong with the input, by code; the words that say what to do stand under `problems.<code>`."""

import dataclasses
from collections.abc import Mapping

from calculators.core.quantities import Quantity


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the field, and a code.

    `values` fills the names between braces in the words. `depends_on` names the other fields that the fault was found
    with: where one of them is itself faulty, this problem is not reported. `row` and `column` (counted from 0) point
    into a table field.
    """

    field: str
    code: str
    values: Mapping[str, Quantity] = dataclasses.field(default_factory=dict)
    depends_on: tuple[str, ...] = ()
    row: int | None = None
    column: int | None = None


class CalculatorError(Exception):
    """Input that cannot be answered, with all of its problems."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the `problems`, of which there is at least one."""
        super().__init__("; ".join(f"{problem.field}: {problem.code}" for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["CalculatorError"], tuple[Problem, ...]]:
        """The same error in another process."""
        return type(self), self.problems
