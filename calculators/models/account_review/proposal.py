"""What is proposed to the customer: its answers, what to say, and what a person may take over from the levers."""

from collections.abc import Sequence
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


def talk(account: Account, moves: Sequence[Move]) -> list[Said]:
    """What to say to the customer: why, one proposal for each lever, and the question that ends it.

    Never what the account brings: that is no argument for a customer. What costs more than it does now needs no words.
    """
    moves = [move for move in moves if move.gain > 0]
    if not moves:
        return []
    agreed = {"agreed_days": number(account.agreed_days, "days")} if account.agreed_days is not None else {}
    asked = [
        Said(
            move.lever,
            agreed | {"now": lever_quantity(move.lever, move.start), "then": lever_quantity(move.lever, move.value)},
        )
        for move in moves
    ]
    return [Said("opening"), *asked, Said("closing")]


def offers(moves: Sequence[Move], together: Sequence[Move]) -> dict[str, Offer]:
    """What may be taken over: of each lever that is enough alone where it has to stand, else the smallest mix.

    The conclusion may start from the verdict.
    """
    enough = [move for move in moves if move.reaches_target]
    code = "alone" if enough else "together"
    found = {PROPOSED[move.lever]: Offer(code, lever_quantity(move.lever, move.value)) for move in enough or together}
    return found | {"conclusion": Offer("conclusion")}
