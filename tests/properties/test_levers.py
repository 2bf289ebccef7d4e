"""Levers of an account: the value found reaches the target, the step before it does not, and so do all of the mix."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators.accounts.contribution import (
    ZERO,
    Account,
    contribution,
    goods_at_margin,
    net_revenue,
    order_cost,
    reaches_target,
    shipping_paid,
)
from calculators.accounts.levers import Lever, alone, first_move, levers, mix

AMOUNTS = st.decimals(min_value=0, max_value=1_000_000, places=2)
COSTS = st.decimals(min_value=0, max_value=2_000, places=2)
COUNTS = st.none() | st.integers(min_value=0, max_value=500).map(Decimal)
SHARES = st.decimals(min_value=0, max_value=1, places=5)
DAYS = st.none() | st.decimals(min_value=0, max_value=400, places=1)


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """Accounts of every kind: with a loss or without, with lines that are not known, with charges above costs."""
    revenue, discount, bonus = draw(AMOUNTS), draw(SHARES), draw(SHARES)
    _, _, net = net_revenue(revenue, discount, bonus)
    pairs = [draw(part) for _ in range(5) for part in (COUNTS, st.none() | COSTS)]
    rest = [draw(part) for part in (COSTS, AMOUNTS, DAYS, DAYS, SHARES, SHARES)]
    return Account._make((revenue, discount, bonus, goods_at_margin(net, draw(SHARES)), *pairs, *rest, ZERO, ZERO))


@given(accounts(), SHARES)
def test_the_value_found_reaches_the_target_and_a_step_less_does_not(account: Account, least: Decimal) -> None:
    """For each lever alone, also across rounding and bounds; where none is found, its best does not reach it."""
    for lever in levers(account, least):
        assert lever.moved(account, lever.start) == account
        move = alone(account, lever)
        assert move.reaches_target == reaches_target(move.account)
        assert move.gain == contribution(move.account).contribution - contribution(account).contribution
        assert min(lever.start, lever.best) <= move.value <= max(lever.start, lever.best)
        assert move.reaches_target or move.value == lever.best
        assert move.lever in ("discount", "price", "payment_days") or move.value == move.value.quantize(Decimal("0.01"))
        if move.value != lever.start:
            assert not reaches_target(lever.moved(account, _step_back(lever, move.value)))


def _step_back(lever: Lever, value: Decimal) -> Decimal:
    """The multiple of the step before the value, on the way back to the start, and never beyond the start."""
    places = value / lever.step
    if value < lever.start:
        return min(lever.start, (places.to_integral_value(ROUND_FLOOR) + 1) * lever.step)
    return max(lever.start, (places.to_integral_value(ROUND_CEILING) - 1) * lever.step)


@given(accounts(), SHARES)
def test_the_first_move_is_the_first_that_reaches_the_target_alone(account: Account, least: Decimal) -> None:
    """It is the one that a person finds in the moves of all levers."""
    if reaches_target(account):
        return
    moves = (alone(account, lever) for lever in levers(account, least))
    assert first_move(account, contribution(account), least) == next(
        (move for move in moves if move.reaches_target), None
    )


@given(accounts(), SHARES)
def test_the_mix_goes_no_further_than_the_target_asks(account: Account, least: Decimal) -> None:
    """Each move starts from the account that the one before left; only the last reaches the target."""
    moves = mix(account, least)
    assert all(not move.reaches_target for move in moves[:-1])
    assert not (reaches_target(account) and moves)
    gained = sum((move.gain for move in moves), ZERO)
    last = moves[-1].account if moves else account
    assert contribution(account).contribution + gained == contribution(last).contribution
    # Nobody pays more for orders and freight than they cost, unless they did so before.
    assert last.order_charge <= max(account.order_charge, order_cost(last))
    assert last.freight_charged <= max(account.freight_charged, shipping_paid(last))
