"""What is proposed for an account: what is offered reaches the target, and the gains add up."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators.accounts.contribution import ZERO, contribution
from calculators.accounts.levers import levers
from calculators.accounts.proposal import most_gains, proposed_moves
from calculators.core.results import Result
from tests.properties.figures import result_of, value
from tests.properties.test_levers import SHARES, accounts

AMOUNTS = st.decimals(min_value=0, max_value=100_000, places=2)
COSTS = st.decimals(min_value=0, max_value=500, places=2)
COUNTS = st.none() | st.integers(min_value=0, max_value=200)
PERCENTAGES = st.integers(min_value=0, max_value=400).map(lambda tenths: Decimal(tenths) / 1000)
DAYS = st.none() | st.integers(min_value=0, max_value=120).map(Decimal)
FIGURES = st.fixed_dictionaries(
    {
        "list_revenue": AMOUNTS,
        "discount": PERCENTAGES,
        "bonus": PERCENTAGES,
        "gross_margin": PERCENTAGES,
        "visits": COUNTS,
        "cost_per_visit": st.none() | COSTS,
        "orders": COUNTS,
        "cost_per_order": st.none() | COSTS,
        "invoices": COUNTS,
        "cost_per_invoice": st.none() | COSTS,
        "shipments": COUNTS,
        "cost_per_shipment": st.none() | COSTS,
        "freight_charged": COSTS,
        "agreed_days": DAYS,
        "actual_days": DAYS,
        "target_contribution": PERCENTAGES,
    }
)


def offered(result: Result) -> Mapping[str, Any]:
    """The values that may be taken over, as the formula takes them."""
    whole = ("proposed_orders", "proposed_visits")
    values = {name: offer.value.value for name, offer in result.offers.items() if offer.value}
    return {name: int(found) if name in whole else found for name, found in values.items()}  # type: ignore[arg-type]  # numbers


@given(FIGURES)
def test_what_is_offered_reaches_the_target(figures: Mapping[str, Any]) -> None:
    """Each value that is enough alone, one at a time; and of a mix all together, where it is enough."""
    found = result_of("account_review", **figures)
    values = offered(found)
    codes = {offer.code.partition("_")[0] for name, offer in found.offers.items() if name in values}
    assert codes <= {"alone", "together"}
    assert len(codes) <= 1
    proposals = [{name: one} for name, one in values.items()] if "alone" in codes else [values]
    for proposal in proposals if values else []:
        after = result_of("account_review", **figures, **proposal)
        verdict = value(after, "proposed_verdict")
        if "alone" in codes or not found.headline.endswith("out_of_reach"):
            assert verdict == "profitable", proposal
        if verdict != "nothing_proposed":
            assert value(after, "proposed_contribution") == value(found, "contribution") + value(after, "proposed_gain")


@given(accounts(), SHARES, st.lists(st.none() | st.integers(0, 100), min_size=7, max_size=7))
def test_the_gains_of_a_proposal_add_up_and_it_is_the_account_it_makes(
    account: Any, least: Decimal, parts: list[int | None]
) -> None:
    """Whatever each lever is moved to, one after the other or all at once; and none brings more alone than its most."""
    start = {lever.name: lever for lever in levers(account, least)}
    proposal = {
        name: None if part is None else lever.start + (lever.best - lever.start) * part / 100
        for (name, lever), part in zip(start.items(), parts, strict=True)
    }
    moves = proposed_moves(account, least, proposal)
    after = moves[-1].account if moves else account
    gains = sum((move.gain for move in moves), ZERO)
    assert gains == contribution(after).contribution - contribution(account).contribution
    # Those that change no line are left out; the order stays.
    asked = [name for name, to in proposal.items() if to not in (None, start[name].start)]
    assert [name for name in asked if name in {move.lever for move in moves}] == [move.lever for move in moves]
    at_once = account
    for name, to in reversed(proposal.items()):
        if to is not None:
            at_once = start[name].moved(at_once, to)
    assert contribution(at_once) == contribution(after)
    most = most_gains(account, least)
    for name, lever in start.items():
        assert (
            most[name]
            == contribution(lever.moved(account, lever.best)).contribution - contribution(account).contribution
        )


def test_the_formula_takes_the_proposal_for_what_it_says() -> None:
    """By hand: 2 visits of 6 at 250 bring 1,000, and a charge of 5 on 40 orders 200."""
    figures = {
        "list_revenue": Decimal(12000),
        "gross_margin": Decimal("0.28"),
        "visits": 6,
        "cost_per_visit": Decimal(250),
    }
    found = result_of("account_review", **figures, orders=40, proposed_visits=2, proposed_order_charge=Decimal(5))
    assert value(found, "proposed_gain") == Decimal("1200.00")
