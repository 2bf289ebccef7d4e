"""What levers bring that a person moves as far as they see fit, and what each could bring at most."""

from collections.abc import Mapping
from decimal import Decimal

from calculators.accounts.contribution import Account, contribution, reaches_target
from calculators.accounts.levers import LeverName, Move, levers

Proposal = Mapping[LeverName, Decimal | None]


def proposed_moves(account: Account, least_discount: Decimal, proposal: Proposal) -> list[Move]:
    """The levers that the proposal moves, in the order of repair, each from where the one before left the account.

    A lever without a value, or with the value that it has, stays, and so does one whose line is not known: nothing of
    the account changes with it. `reaches_target` says whether the account is there after it. The gains in EUR a year,
    each of which may be a loss, add up to that of the whole proposal.
    """
    moves: list[Move] = []
    for lever in levers(account, least_discount):
        value = proposal.get(lever.name)
        if value is None or value == lever.start:
            continue
        moved = lever.moved(account, value)
        before, after = contribution(account), contribution(moved)
        if after == before:
            continue
        gain = after.contribution - before.contribution
        moves.append(Move(lever.name, lever.start, value, reaches_target(moved), gain, moved))
        account = moved
    return moves


def without_effect(account: Account, least_discount: Decimal, proposal: Proposal) -> bool:
    """Whether something else is proposed than what is, and nothing comes of it, because its line is not known."""
    asked = {
        lever.name for lever in levers(account, least_discount) if proposal.get(lever.name) not in (None, lever.start)
    }
    return bool(asked - {move.lever for move in proposed_moves(account, least_discount, proposal)})


def most_gains(account: Account, least_discount: Decimal) -> dict[LeverName, Decimal]:
    """What each lever alone brings in EUR a year where it goes as far as makes sense."""
    now = contribution(account).contribution
    return {
        lever.name: contribution(lever.moved(account, lever.best)).contribution - now
        for lever in levers(account, least_discount)
    }


def shortfall(account: Account) -> Decimal:
    """What the contribution lacks of the target at today's net revenue, in EUR a year; below 0 where it has more."""
    lines = contribution(account)
    return account.target_contribution * lines.net_revenue - lines.contribution
