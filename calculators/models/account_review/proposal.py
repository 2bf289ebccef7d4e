"""What is proposed to the customer: its answers, what to say, and what a person may take over from the levers."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from calculators.accounts.contribution import Account, Contribution, contribution, verdict_on
from calculators.accounts.levers import LeverName, Move
from calculators.core.quantities import Quantity, euro, number, undefined
from calculators.core.results import Offer, Said
from calculators.models.account_review.tables import lever_quantity

NOTHING_PROPOSED: Final = "nothing_proposed"
PROPOSED: Final[dict[LeverName, str]] = {
    "discount": "proposed_discount",
    "order_size": "proposed_orders",
    "payment_days": "proposed_actual_days",
    "order_charge": "proposed_order_charge",
    "freight_charge": "proposed_freight_charged",
    "visits": "proposed_visits",
    "price": "proposed_price_rise",
}


def proposal_answers(lines: Contribution, moves: Sequence[Move]) -> dict[str, Quantity]:
    """What the proposal makes of the contribution, and whether that meets the target; nothing where none was made."""
    if not moves:
        return {
            "proposed_contribution": undefined("EUR", NOTHING_PROPOSED),
            "proposed_gain": undefined("EUR", NOTHING_PROPOSED),
            "proposed_verdict": Quantity(NOTHING_PROPOSED, "code"),
        }
    after = contribution(moves[-1].account)
    return {
        "proposed_contribution": euro(after.contribution),
        "proposed_gain": euro(after.contribution - lines.contribution),
        "proposed_verdict": Quantity(verdict_on(moves[-1].account, after), "code"),
    }


def talk(account: Account, verdict: str, least_discount: Decimal, moves: Sequence[Move]) -> list[Said]:
    """What to say to the customer: why, one proposal for each lever, and the question that ends it.

    Never what the account brings: that is no argument for a customer. What costs more than it does now needs no words.
    """
    moves = [move for move in moves if move.gain > 0]
    if not moves:
        return []
    opening = "opening_loss" if verdict == "loss" else "opening"
    return [Said(opening), *(_asked(account, least_discount, move) for move in moves), Said("closing")]


def _asked(account: Account, least_discount: Decimal, move: Move) -> Said:
    """The sentence for a lever: a term that was agreed already, or a discount without a ladder, has one of its own."""
    code: str = move.lever
    if move.lever == "payment_days" and move.value == account.agreed_days:
        code = "payment_as_agreed"
    if move.lever == "discount" and not least_discount:
        code = "discount_without_ladder"
    now, then = (_said(move.lever, value) for value in (move.start, move.value))
    return Said(code, {"now": now, "then": then})


def _said(lever: LeverName, value: Decimal) -> Quantity:
    """The value of a lever in a sentence that says itself what is counted."""
    return number(value) if lever == "visits" else lever_quantity(lever, value)


def offers(moves: Sequence[Move], together: Sequence[Move]) -> dict[str, Offer]:
    """What may be taken over: of each lever that is enough alone where it has to stand, else the smallest mix.

    The conclusion may start from the verdict.
    """
    enough = [move for move in moves if move.reaches_target]
    code, of_orders = ("alone", "alone_orders") if enough else ("together", "together_orders")
    found = {
        PROPOSED[move.lever]: Offer(
            of_orders if move.lever == "order_size" else code, lever_quantity(move.lever, move.value)
        )
        for move in enough or together
    }
    return found | {"conclusion": Offer("conclusion")}
