"""Interest on a debt by day: a ledger split at rate changes, full years, part payments and, where asked, new years."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from calculators.core.dated_series import DatedRate
from calculators.core.days import ONE_DAY, anniversaries, anniversary, days_in, days_in_calendar_year, new_years_days
from calculators.core.money import to_cent

DAYS_365: Final = "365"
COMPOUNDING_YEAR: Final = "compounding_year"
ACTUAL_ACTUAL: Final = "actual_actual"
NOTHING: Final = Decimal("0.00")


class Line(NamedTuple):
    """Interest over `first` up to and including `last`: base × rate × days / divisor, rounded to the cent.

    `divisor` is the number of days that a year counts for, and `source` the name of what the rate was read from.
    """

    first: date
    last: date
    days: int
    rate: Decimal
    base: Decimal
    interest: Decimal
    divisor: int
    source: str


class Payment(NamedTuple):
    """A part payment, counted at the end of its day."""

    day: date
    amount: Decimal


class Settlement(NamedTuple):
    """What a part payment went to: costs first, then interest (also what had joined the base), then principal."""

    day: date
    amount: Decimal
    costs: Decimal
    interest: Decimal
    principal: Decimal


class Terms(NamedTuple):
    """How interest runs: the rate in force on a day, and the days after the first when it changes."""

    row_on: Callable[[date], DatedRate]
    changes: Sequence[date]
    compounding: bool
    day_count: str


class OverpaymentError(Exception):
    """A payment of more than was owed on its day."""

    def __init__(self, index: int, owed: Decimal) -> None:
        """Keep the payment's place in the sequence and what was `owed`."""
        super().__init__(f"payment {index}: {owed} owed")
        self.index = index
        self.owed = owed


class Ledger:
    """The running account of a debt from its first interest day up to and including the last.

    Interest of full years that has joined the base bears interest itself, and stays interest: it is kept apart as
    `compounded`, so that `principal` never holds any. `accrued` is the interest that does not bear interest yet.
    """

    def __init__(self, principal: Decimal, costs: Decimal, first: date, last: date, terms: Terms) -> None:
        """Start with the principal and the costs that are owed; `first` and `last` both bear interest."""
        self.principal = principal
        self.compounded = NOTHING
        self.accrued = NOTHING
        self.costs = costs
        self.first = first
        self.last = last
        self.terms = terms
        self.lines: list[Line] = []
        self.settlements: list[Settlement] = []

    @property
    def base(self) -> Decimal:
        """What bears interest."""
        return self.principal + self.compounded

    @property
    def interest(self) -> Decimal:
        """The interest that is owed."""
        return self.compounded + self.accrued

    @property
    def owed(self) -> Decimal:
        """Everything that is owed."""
        return self.costs + self.interest + self.principal

    def run(self, payments: Sequence[Payment]) -> None:
        """Count interest and settle the payments; each must lie between `first` and `last`.

        Raises:
            OverpaymentError: a payment is larger than what is owed at the end of its day.
        """
        full_years = set(anniversaries(self.first, self.last))
        for start, end in self._spans(full_years, payments):
            if self.terms.compounding and start in full_years:
                self.compounded += self.accrued
                self.accrued = NOTHING
            line = self._line(start, end)
            self.lines.append(line)
            self.accrued += line.interest
            for index, payment in enumerate(payments):
                if payment.day == end:
                    self._settle(index, payment)

    def _line(self, first: date, last: date) -> Line:
        """The interest over days on which neither the rate nor the base changes."""
        days, row, divisor = days_in(first, last), self.terms.row_on(first), self._divisor(first)
        interest = to_cent(self.base * row.rate * days / divisor)
        return Line(first, last, days, row.rate, self.base, interest, divisor, row.source.name)

    def _spans(self, full_years: set[date], payments: Sequence[Payment]) -> list[tuple[date, date]]:
        """The lines' first and last days."""
        starts = {self.first, *full_years, *self.terms.changes, *(payment.day + ONE_DAY for payment in payments)}
        if self.terms.day_count == ACTUAL_ACTUAL:
            starts |= set(new_years_days(self.first, self.last))
        ordered = sorted(day for day in starts if self.first <= day <= self.last)
        ends = [day - ONE_DAY for day in ordered[1:]] + [self.last]
        return list(zip(ordered, ends, strict=True))

    def _divisor(self, day: date) -> int:
        """The number of days that a year counts for, on a day."""
        if self.terms.day_count == ACTUAL_ACTUAL:
            return days_in_calendar_year(day)
        if self.terms.day_count == COMPOUNDING_YEAR:
            years = sum(1 for start in anniversaries(self.first, day) if start <= day)
            start = anniversary(self.first, years) if years else self.first
            return days_in(start, anniversary(self.first, years + 1) - ONE_DAY)
        return 365

    def _settle(self, index: int, payment: Payment) -> None:
        """Take a payment from costs, then interest, then principal.

        Of the interest, that which bears none itself goes first; within the base the order makes no difference to
        what is owed.
        """
        if payment.amount > self.owed:
            raise OverpaymentError(index, self.owed)
        to_costs = min(payment.amount, self.costs)
        to_accrued = min(payment.amount - to_costs, self.accrued)
        to_compounded = min(payment.amount - to_costs - to_accrued, self.compounded)
        to_interest = to_accrued + to_compounded
        to_principal = payment.amount - to_costs - to_interest
        self.costs -= to_costs
        self.accrued -= to_accrued
        self.compounded -= to_compounded
        self.principal -= to_principal
        self.settlements.append(Settlement(payment.day, to_cent(payment.amount), to_costs, to_interest, to_principal))
