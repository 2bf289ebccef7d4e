"""A customer of the list as the figures of an account review."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from calculators.accounts.contribution import ZERO, net_revenue
from calculators.accounts.customers import CustomerRow, ListFigures, account_of
from calculators.core.money import plain
from calculators.core.quantities import Value
from calculators.models.portfolio.tables import RankedCustomers

# Of a fraction: an amount of up to a hundred million comes back from it to the cent.
DECIMALS: Final = Decimal("1e-12")
KNOWN: Final = {True: "known", False: "unknown"}
ALIKE: Final = ("list_revenue", "freight_charged", "other_costs", "financing_rate", "target_contribution")
# What a review asks for together, after the question whether any of it is known.
PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "visits_known": ("visits", "cost_per_visit", "calls", "cost_per_call"),
    "orders_known": ("orders", "cost_per_order", "invoices", "cost_per_invoice"),
    "freight_known": ("shipments", "cost_per_shipment"),
    "payment_known": ("agreed_days", "actual_days"),
}


def review_figures(
    rows: RankedCustomers, rank: int, *, customers: Iterable[CustomerRow], **figures: Any
) -> Mapping[str, Value | None]:
    """The figures of the customer with this rank, from 0: those of its row, and of the whole list where it has none.

    The list is walked as far as that customer. Shares are rounded where amounts gave them, so that the lines of the
    review are those of the list to the cent.
    """
    row = next(islice(customers, rows.place(rank), None))
    account = account_of(row, ListFigures(**figures))
    net = net_revenue(account.list_revenue, account.discount, account.bonus)[2]
    values: dict[str, Value | None] = {name: getattr(account, name) for name in ALIKE}
    values |= {"customer": row.name, "discount": _share(account.discount), "bonus": _share(account.bonus)}
    values["gross_margin"] = _share((net - account.goods) / net if net else ZERO)
    for known, names in PARTS.items():
        part = {name: getattr(account, name) for name in names}
        values |= part | {known: KNOWN[any(value is not None for value in part.values())]}
    return values


def _share(fraction: Decimal) -> Decimal:
    return plain(fraction.quantize(DECIMALS))
