"""The values that a person tries in a field, one step apart."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from calculators.core.money import plain, rounded


@dataclass(frozen=True, slots=True)
class Steps:
    """From `first` to `last`, both included, each `size` more than the one before; in plain text, as in `fields`."""

    first: str
    last: str
    size: str

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """All of them, as typed: a percentage in percent."""
        return tuple(self._number(place) for place in range(int(self._place(Decimal(self.last))) + 1))

    def nearest(self, number: Decimal) -> int:
        """The place, from 0, of the step that lies nearest to a number; the last one for whatever lies beyond it."""
        place = rounded(self._place(number), Decimal(1), ROUND_HALF_UP)
        return int(min(max(place, Decimal(0)), self._place(Decimal(self.last))))

    def below(self, number: Decimal) -> Decimal:
        """The next step down, also outside the ends: there the steps go on."""
        return self._number(rounded(self._place(number), Decimal(1), ROUND_CEILING) - 1)

    def above(self, number: Decimal) -> Decimal:
        """The next step up, also outside the ends: there the steps go on."""
        return self._number(rounded(self._place(number), Decimal(1), ROUND_FLOOR) + 1)

    def _place(self, number: Decimal) -> Decimal:
        return (number - Decimal(self.first)) / Decimal(self.size)

    def _number(self, place: Decimal | int) -> Decimal:
        return plain(Decimal(self.first) + place * Decimal(self.size))


def steps(first: str, last: str, size: str = "1") -> Steps:
    """The values from `first` to `last`: `steps("0", "60")`, `steps("0.25", "4", "0.25")`."""
    return Steps(first, last, size)
