"""The rows and bars of a review, from the lines of an account and the moves of its levers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from calculators.accounts.contribution import SUMS, ZERO, Account, Contribution, contribution, waterfall
from calculators.accounts.levers import LeverName, Move
from calculators.accounts.proposal import shortfall
from calculators.core.fields import NO, YES
from calculators.core.quantities import Quantity, Unit, euro, fraction, number
from calculators.core.results import Span

AT_ONCE: Final = "at_once"
IF_TIME_IS_USED: Final = "if_time_is_used"
PAID_OUT: Final = ("shipping_costs", "other_costs", "interest_loss")
TIME: Final = ("visit_costs", "call_costs", "order_costs", "invoice_costs")
# The line of costs that a lever moves, where it moves one alone.
MOVES: Final[dict[LeverName, str]] = {
    "visits": "visit_costs",
    "order_size": "order_costs",
    "payment_days": "interest_loss",
}
COUNTED_IN: Final[dict[LeverName, Unit]] = {"visits": "visits", "payment_days": "days"}


class LeverLine(NamedTuple):
    """A lever by itself: where it stands, where the account meets the target, and the yearly gain there in EUR."""

    lever: str
    now: Quantity | None
    at_target: Quantity | None
    gain: Decimal
    reachable: str


class MixLine(NamedTuple):
    """A step of the mix: from where to where a lever moves, and the contribution in EUR a year after it."""

    lever: str
    now: Quantity
    then: Quantity
    gain: Decimal
    contribution: Decimal


class ProposalLine(NamedTuple):
    """A line now, by the proposal, and the difference, in EUR a year; what is taken off is negative."""

    line: str
    now: Decimal
    proposed: Decimal
    difference: Decimal


class CostLine(NamedTuple):
    """A cost in EUR a year, and whether it goes with the customer."""

    line: str
    amount: Decimal
    disappears: str


def waterfall_bars(lines: Contribution) -> dict[str, Span]:
    """A bar from 0 for each sum, and one from sum to sum for what is taken off."""
    drawn: dict[str, Span] = {}
    level = ZERO
    for name, amount in waterfall(lines):
        start = ZERO if name in SUMS else level
        level = start + amount
        drawn[name] = (start, level)
    return drawn


def proposal_lines(now: Contribution, proposed: Contribution) -> list[ProposalLine]:
    """The lines that are something now or by the proposal, side by side."""

    def signed(name: str, amount: Decimal) -> Decimal:
        return amount if name in SUMS else ZERO - amount

    return [
        ProposalLine(name, signed(name, before), signed(name, after), signed(name, after - before))
        for name, before, after in zip(Contribution._fields, now, proposed, strict=True)
        if before or after or name in SUMS
    ]


def bridge_bars(now: Decimal, moves: Sequence[Move]) -> dict[str, Span]:
    """The contribution now, what each lever adds, and the contribution by the proposal; nothing without a proposal."""
    if not moves:
        return {}
    drawn: dict[str, Span] = {"now": (ZERO, now)}
    level = now
    for move in moves:
        drawn[move.lever] = (level, level + move.gain)
        level += move.gain
    return drawn | {"proposed": (ZERO, level)}


def lever_bars(gains: Mapping[LeverName, Decimal]) -> dict[str, Span]:
    """What each lever brings at most by itself, from 0; one that brings nothing is left out."""
    return {lever: (ZERO, gain) for lever, gain in gains.items() if gain > 0}


def reach_levels(account: Account, proposed: Sequence[Move]) -> dict[str, Decimal]:
    """What the levers are held against: what is missing now, and the target of the proposal."""
    levels = {"lever_reach": shortfall(account)}
    if proposed and account.target_contribution:
        after = proposed[-1].account
        levels["bridge"] = after.target_contribution * contribution(after).net_revenue
    return levels


def lever_line(move: Move, unknown: Sequence[str]) -> LeverLine:
    """A lever that was moved by itself; where it stands now is empty if its line of costs is one of the `unknown`."""
    is_unknown = MOVES.get(move.lever) in unknown and not move.start
    return LeverLine(
        move.lever,
        None if is_unknown else lever_quantity(move.lever, move.start),
        lever_quantity(move.lever, move.value) if move.reaches_target else None,
        move.gain,
        YES if move.reaches_target else NO,
    )


def mix_lines(moves: Sequence[Move]) -> list[MixLine]:
    """Each step of the mix, with what is left after it."""
    return [
        MixLine(
            move.lever,
            lever_quantity(move.lever, move.start),
            lever_quantity(move.lever, move.value),
            move.gain,
            contribution(move.account).contribution,
        )
        for move in moves
    ]


def lever_quantity(lever: LeverName, value: Decimal) -> Quantity:
    """The value of a lever with its unit."""
    match lever:
        case "discount" | "price":
            return fraction(value)
        case "order_charge" | "freight_charge":
            return euro(value)
        case _:
            return number(value, COUNTED_IN.get(lever, "number"))


def cost_lines(lines: Contribution) -> list[CostLine]:
    """What the customer costs after gross profit: what is paid out for them goes with them, time only if it is used."""
    return [
        CostLine(name, amount, AT_ONCE if name in PAID_OUT else IF_TIME_IS_USED)
        for name, amount in lines._asdict().items()
        if amount and name in (*TIME, *PAID_OUT)
    ]
