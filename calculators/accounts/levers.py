"""The levers of an account: how far each has to move, alone or one after the other, until the account meets its target.

A lever moves in steps that a person can agree on: a hundredth of a percentage point, a cent, a whole visit, order or
day. The step that is found reaches the target and the one before it does not; the search proves both, whatever rounding
or a bound does in between.
"""

from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal
from itertools import count
from typing import Final, Literal, NamedTuple, get_args

from calculators.accounts.contribution import (
    DAYS_IN_YEAR,
    ZERO,
    Account,
    Contribution,
    above_target,
    contribution,
    days_late,
    order_cost,
    reaches_target,
    shipping_paid,
)
from calculators.core.money import CENT, rounded

LeverName = Literal["discount", "order_size", "payment_days", "order_charge", "freight_charge", "visits", "price"]
# In the place of a lever: the account meets its target, and no lever alone reaches it.
NOT_NEEDED: Final = "not_needed"
NONE_ALONE: Final = "none_alone"
HUNDREDTH_POINT: Final = Decimal("0.0001")
WHOLE: Final = Decimal(1)
HALF: Final = Decimal("0.5")
ROUNDING: Final = Decimal(1)  # in EUR, more than the lines of an account are rounded together
MIDDLE_EACH: Final = 3  # of so many guesses, one is the middle
MOST_PRICE_RISE: Final = Decimal(1)  # a price that doubles is not a lever any more


class Lever(NamedTuple):
    """One thing to agree with a customer.

    `start` is where it stands, `best` the furthest that makes sense; it moves by `step`, and never gains more in EUR
    than `most`, rounding apart. `moved` gives the account with the lever at a value.
    """

    name: LeverName
    start: Decimal
    best: Decimal
    step: Decimal
    most: Decimal
    moved: Callable[[Account, Decimal], Account]


class Move(NamedTuple):
    """A lever moved from `start` to `value`, what that gains in EUR a year, and the account after it.

    It is the least move with which the account meets the target; where none does, the lever stands at its best.
    """

    lever: LeverName
    start: Decimal
    value: Decimal
    reaches_target: bool
    gain: Decimal
    account: Account


def levers(account: Account, least_discount: Decimal) -> list[Lever]:
    """The levers in the order of repair: what was given away first, what the customer notices most last.

    `least_discount` is the discount that goes with the revenue, below which there is nothing to take back.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/unprofitable-customers.
    """
    days, freight = account.actual_days or ZERO, account.freight_charged
    term = days if account.agreed_days is None else account.agreed_days
    revenue, visits = account.list_revenue * (1 + account.price_rise), account.visits or ZERO
    orders, charge, handling = account.orders or ZERO, account.order_charge, order_cost(account)
    handled, shipped = orders * handling, shipping_paid(account)
    late = revenue * account.financing_rate * days_late(account) / DAYS_IN_YEAR
    full_charge, full_freight = (rounded(cost, CENT, ROUND_FLOOR) for cost in (handling, shipped))
    least = min(account.discount, least_discount)
    return [
        Lever("discount", account.discount, least, HUNDREDTH_POINT, revenue * (account.discount - least), _discount),
        Lever("order_size", orders, min(orders, WHOLE), WHOLE, handled + shipped, _orders),
        Lever("payment_days", days, min(days, term), WHOLE, late, _payment_days),
        Lever("order_charge", charge, max(charge, full_charge), CENT, handled, _order_charge),
        Lever("freight_charge", freight, max(freight, full_freight), CENT, shipped, _freight_charge),
        Lever("visits", visits, ZERO, WHOLE, visits * (account.cost_per_visit or ZERO), _visits),
        Lever("price", account.price_rise, MOST_PRICE_RISE, HUNDREDTH_POINT, account.list_revenue, _price),
    ]


def alone(account: Account, lever: Lever) -> Move:
    """The least move of this lever alone with which the account meets the target, or the furthest it can go."""
    start = _tried(account, 0)
    return _move(lever, start, _least(start, lever))


def first_move(account: Account, lines: Contribution, least_discount: Decimal) -> Move | None:
    """The least move of the first lever, in the order of repair, that reaches the target alone; None where none does.

    The account, which brings these lines, must be below its target.
    """
    start = _standing(account, lines, 0)
    worthwhile = (lever for lever in levers(account, least_discount) if lever.most + ROUNDING > -start.above_target)
    moves = ((lever, _least(start, lever)) for lever in worthwhile)
    return next((_move(lever, start, found) for lever, found in moves if found.above_target >= 0), None)


def mix(account: Account, least_discount: Decimal) -> list[Move]:
    """The levers one after the other, each to its best, and the last one only as far as the target asks.

    Empty where the account meets its target; where even all of them do not, no move reaches it. A lever that brings
    nothing is left out, unless it brings something after the others: a higher net revenue that is paid very late costs
    interest, until it is paid on time. Each ends where it does in the account that the one before left: fewer
    shipments cost less.
    """
    moves: list[Move] = []
    for name in get_args(LeverName) * 2:
        if reaches_target(account):
            break
        if any(move.lever == name for move in moves):
            continue
        lever = next(lever for lever in levers(account, least_discount) if lever.name == name)
        move = alone(account, lever)
        if move.reaches_target or move.gain > 0:
            moves.append(move)
            account = move.account
    return moves


class _Tried(NamedTuple):
    """A lever so many steps from its start: the account with it there, what it brings, and how far above its target."""

    steps: int
    account: Account
    contribution: Decimal
    above_target: Decimal


def _tried(account: Account, steps: int) -> _Tried:
    return _standing(account, contribution(account), steps)


def _standing(account: Account, lines: Contribution, steps: int) -> _Tried:
    return _Tried(steps, account, lines.contribution, above_target(account, lines))


def _moved(start: _Tried, lever: Lever, steps: int) -> _Tried:
    return _tried(lever.moved(start.account, _value(lever, steps)), steps)


def _move(lever: Lever, start: _Tried, found: _Tried) -> Move:
    gain = found.contribution - start.contribution
    return Move(lever.name, lever.start, _value(lever, found.steps), found.above_target >= 0, gain, found.account)


def _least(start: _Tried, lever: Lever) -> _Tried:
    """The fewest steps from the start with which the account reaches its target, or all of them where none do.

    What is short of the target runs nearly straight, so the guess is where a straight line from end to end meets it.
    Each third guess is the middle: rounding and bounds never make the search a long one.
    """
    furthest = _furthest(lever)
    if start.above_target >= 0 or not furthest:
        return start
    low, high = start, _moved(start, lever, furthest)
    if high.above_target < 0:
        return high
    for turn in count(1):
        width = high.steps - low.steps
        if width <= 1:
            break
        share = low.above_target / (low.above_target - high.above_target) if turn % MIDDLE_EACH else HALF
        guess = _moved(start, lever, low.steps + min(max(1, int(width * share)), width - 1))
        low, high = (low, guess) if guess.above_target >= 0 else (guess, high)
    return high


def _furthest(lever: Lever) -> int:
    """The number of steps from the start to the best, the last of them perhaps a smaller one."""
    whole, rest = divmod(abs(lever.best - _first(lever)), lever.step)
    return int(whole) + bool(rest)


def _value(lever: Lever, steps: int) -> Decimal:
    """Where the lever stands after so many steps: on multiples of its step, and never beyond its best."""
    if not steps:
        return lever.start
    if _falls(lever):
        return max(_first(lever) - steps * lever.step, lever.best)
    return min(_first(lever) + steps * lever.step, lever.best)


def _first(lever: Lever) -> Decimal:
    """The multiple of the step from which is counted: the last one before now, on the way to the best."""
    beyond = lever.start % lever.step
    return lever.start + (lever.step - beyond if _falls(lever) and beyond else -beyond)


def _falls(lever: Lever) -> bool:
    return lever.best < lever.start


def _discount(account: Account, value: Decimal) -> Account:
    return account._replace(discount=value)


def _orders(account: Account, value: Decimal) -> Account:
    """Fewer and larger orders; invoices and shipments fall alike, what is charged for freight stays."""
    if not account.orders:
        return account
    invoices, shipments = (
        None if before is None else before * value / account.orders for before in (account.invoices, account.shipments)
    )
    return account._replace(orders=value, invoices=invoices, shipments=shipments)


def _payment_days(account: Account, value: Decimal) -> Account:
    return account if account.actual_days is None else account._replace(actual_days=value)


def _order_charge(account: Account, value: Decimal) -> Account:
    return account._replace(order_charge=value)


def _freight_charge(account: Account, value: Decimal) -> Account:
    return account._replace(freight_charged=value)


def _visits(account: Account, value: Decimal) -> Account:
    return account if account.visits is None else account._replace(visits=value)


def _price(account: Account, value: Decimal) -> Account:
    return account._replace(price_rise=value)
