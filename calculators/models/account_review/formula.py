"""What one customer brings in a year after all that it costs, and how far each lever has to move to mend it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, cast

from calculators.accounts.contribution import (
    NOTHING,
    PROFITABLE,
    ZERO,
    Account,
    Contribution,
    contribution,
    days_late,
    goods_at_margin,
    left_out,
    net_revenue,
    verdict_on,
    waterfall,
)
from calculators.accounts.levers import NONE_ALONE, NOT_NEEDED, Move, alone, levers, mix
from calculators.accounts.proposal import Proposal, most_gains, proposed_moves, without_effect
from calculators.core.money import total
from calculators.core.problems import CalculatorError
from calculators.core.quantities import Quantity, euro, fraction, undefined
from calculators.core.results import Result
from calculators.models.account_review.proposal import offers, proposal_answers, talk
from calculators.models.account_review.tables import (
    AT_ONCE,
    CostLine,
    bridge_bars,
    cost_lines,
    lever_bars,
    lever_line,
    mix_lines,
    proposal_lines,
    reach_levels,
    waterfall_bars,
)
from calculators.pricing.ladders import Basis, Ladder, effective_discount, ladder_problems

GIVEN: Final = {"list_revenue", "other_costs"}
NOT_KNOWN: Final = "not_known"
# The note, and the step, of a line that is left out.
LEFT_OUT: Final = {
    "visit_costs": "visits_left_out",
    "call_costs": "calls_left_out",
    "order_costs": "orders_left_out",
    "invoice_costs": "invoices_left_out",
    "shipping_costs": "shipments_left_out",
    "interest_loss": "payment_left_out",
}
STEPS: Final = (
    "discount_amount",
    "bonus_amount",
    "net_revenue",
    "gross_profit",
    "goods",
    *LEFT_OUT,
    "contribution",
    "contribution_share",
    "full_costs",
    "avoidable_costs",
    "effect_of_leaving",
)


def account_review(
    *,
    list_revenue: Decimal,
    discount: Decimal,
    bonus: Decimal,
    gross_margin: Decimal,
    visits: int | None,
    cost_per_visit: Decimal | None,
    calls: int | None,
    cost_per_call: Decimal | None,
    orders: int | None,
    cost_per_order: Decimal | None,
    invoices: int | None,
    cost_per_invoice: Decimal | None,
    shipments: int | None,
    cost_per_shipment: Decimal | None,
    freight_charged: Decimal,
    agreed_days: Decimal | None,
    actual_days: Decimal | None,
    financing_rate: Decimal,
    other_costs: Decimal,
    target_contribution: Decimal,
    ladder: Ladder | None,
    ladder_basis: str,
    proposed_discount: Decimal | None,
    proposed_orders: int | None,
    proposed_actual_days: Decimal | None,
    proposed_order_charge: Decimal,
    proposed_freight_charged: Decimal | None,
    proposed_visits: int | None,
    proposed_price_rise: Decimal,
) -> Result:
    """What the customer brings, line by line, what each lever would do alone, and what saying goodbye would do.

    Money in EUR a year; `discount` of list revenue, `bonus` of what is invoiced, `gross_margin` and
    `target_contribution` of net revenue, after both, as fractions. A pair of count and cost of which one is None is
    left out, and a note says so. The cost of the goods stays as it is when discount or price changes. Without a ladder
    the discount may go down to nothing, with one down to what it gives. What is `proposed` takes the place of what is,
    and None leaves it; `proposed_orders` are at equal revenue, with invoices and shipments alike.

    Raises:
        CalculatorError: the ladder does not start at 0, does not ascend, or a discount falls or reaches 100%.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/unprofitable-customers.
    """
    account = Account(
        list_revenue=list_revenue,
        discount=discount,
        bonus=bonus,
        goods=goods_at_margin(net_revenue(list_revenue, discount, bonus)[-1], gross_margin),
        visits=_counted(visits),
        cost_per_visit=cost_per_visit,
        calls=_counted(calls),
        cost_per_call=cost_per_call,
        orders=_counted(orders),
        cost_per_order=cost_per_order,
        invoices=_counted(invoices),
        cost_per_invoice=cost_per_invoice,
        shipments=_counted(shipments),
        cost_per_shipment=cost_per_shipment,
        freight_charged=freight_charged,
        other_costs=other_costs,
        agreed_days=agreed_days,
        actual_days=actual_days,
        financing_rate=financing_rate,
        target_contribution=target_contribution,
    )
    proposal: Proposal = {
        "discount": proposed_discount,
        "order_size": _counted(proposed_orders),
        "payment_days": proposed_actual_days,
        "order_charge": proposed_order_charge,
        "freight_charge": proposed_freight_charged,
        "visits": _counted(proposed_visits),
        "price": proposed_price_rise,
    }
    return _review(account, _least_discount(ladder, ladder_basis, list_revenue), proposal)


def _counted(count: int | None) -> Decimal | None:
    return None if count is None else Decimal(count)


def _least_discount(ladder: Ladder | None, ladder_basis: str, list_revenue: Decimal) -> Decimal:
    """The discount that goes with the revenue, as a fraction; nothing without a ladder."""
    if not ladder:
        return ZERO
    if problems := ladder_problems("ladder", ladder):
        raise CalculatorError(*problems)
    return effective_discount(ladder, cast("Basis", ladder_basis), list_revenue)


def _review(account: Account, least_discount: Decimal, proposal: Proposal) -> Result:
    """The result of an account that was typed, with its levers in the order of repair, and of what is proposed."""
    lines = contribution(account)
    verdict = verdict_on(account, lines)
    moves = [alone(account, lever) for lever in levers(account, least_discount)] if verdict != PROFITABLE else []
    first = next((move for move in moves if move.reaches_target), None)
    together = [] if first or verdict == PROFITABLE else mix(account, least_discount)
    proposed = proposed_moves(account, least_discount, proposal)
    costs = cost_lines(lines)
    unknown = left_out(account)
    none = NOT_NEEDED if verdict == PROFITABLE else NONE_ALONE
    return Result(
        headline=_headline(verdict, lines, first, together),
        answers={
            **_answers(lines, verdict, first.lever if first else none, costs),
            **{name: Quantity(NOTHING, "EUR", NOT_KNOWN) for name in unknown},
            **proposal_answers(lines, proposed),
        },
        tables={
            "waterfall": waterfall(lines),
            "levers": [lever_line(move, unknown) for move in moves],
            "mix": mix_lines(together),
            "proposal": proposal_lines(lines, contribution(proposed[-1].account)) if proposed else [],
            "goodbye": costs,
        },
        steps=_steps(account, lines, proposed),
        bars={
            "waterfall": waterfall_bars(lines),
            "lever_reach": lever_bars(most_gains(account, least_discount)) if moves else {},
            "bridge": bridge_bars(lines.contribution, proposed),
        },
        levels=reach_levels(account, proposed),
        talk=talk(account, verdict, least_discount, proposed or ([first] if first else together)),
        offers=offers(moves, together),
        not_counted=unknown,
        notes=[
            *(LEFT_OUT[line] for line in unknown),
            *(["proposal_without_effect"] if without_effect(account, least_discount, proposal) else []),
        ],
    )


def _answers(lines: Contribution, verdict: str, first: str, costs: Sequence[CostLine]) -> dict[str, Quantity]:
    """All answers; what the customer costs after gross profit in full, and what goes with them at once."""
    avoidable = total(line.amount for line in costs if line.disappears == AT_ONCE)
    share = lines.contribution / lines.net_revenue if lines.net_revenue else None
    return {
        "verdict": Quantity(verdict, "code"),
        "contribution_share": undefined("fraction", "no_revenue") if share is None else fraction(share),
        "first_lever": Quantity(first, "code"),
        **{name: euro(amount) for name, amount in lines._asdict().items() if name not in GIVEN},
        "full_costs": euro(total(line.amount for line in costs)),
        "avoidable_costs": euro(avoidable),
        "effect_of_leaving": euro(avoidable - lines.gross_profit),
    }


def _steps(account: Account, lines: Contribution, proposed: Sequence[Move]) -> list[str]:
    """The keys of the steps that were taken: what was left out, and a customer who is not late, have their own."""
    keys = {line: LEFT_OUT[line] for line in left_out(account)}
    if "interest_loss" not in keys and not days_late(account):
        keys["interest_loss"] = "interest_loss_on_time"
    undefined_share = set() if lines.net_revenue else {"contribution_share"}
    taken = [keys.get(name, name) for name in STEPS if name not in undefined_share]
    return [*taken, "proposed_gain", "proposed_contribution"] if proposed else taken


def _headline(verdict: str, lines: Contribution, first: Move | None, together: Sequence[Move]) -> str:
    """The code of the first sentence: it says whether a lever alone, or all together, reach the target."""
    if not lines.net_revenue and lines.contribution <= 0:
        return "costs_without_revenue" if lines.contribution else "no_revenue"
    if verdict == PROFITABLE:
        return "profitable" if lines.contribution else "break_even"
    if first:
        return f"{verdict}_price_alone" if first.lever == "price" else f"{verdict}_one_lever"
    return f"{verdict}_mix" if together and together[-1].reaches_target else f"{verdict}_out_of_reach"
