"""One customer of a list: from the figures in its row, and those of the whole list, to what the account needs."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from calculators.accounts.contribution import (
    ONE,
    ZERO,
    Account,
    Contribution,
    above_target,
    contribution,
    goods_at_margin,
    left_out,
    net_revenue,
)
from calculators.accounts.levers import NONE_ALONE, NOT_NEEDED, first_move
from calculators.core.problems import CalculatorError, Problem

# Lists hold whole percents and whole euros: two figures for one thing that are no further apart say the same.
HALF_A_PERCENT: Final = Decimal("0.005")
LIST: Final = "customers"


class CustomerRow(NamedTuple):
    """The figures of a customer in a year, as `Account` has them; what the list does not say is None.

    The discount may stand as a share or as an amount, the goods as their cost, as gross profit or as gross margin, and
    the cost of freight for each shipment or for the year.
    """

    name: str
    list_revenue: Decimal
    discount: Decimal | None = None
    discount_amount: Decimal | None = None
    bonus: Decimal | None = None
    gross_margin: Decimal | None = None
    gross_profit: Decimal | None = None
    goods: Decimal | None = None
    visits: int | None = None
    cost_per_visit: Decimal | None = None
    calls: int | None = None
    cost_per_call: Decimal | None = None
    orders: int | None = None
    cost_per_order: Decimal | None = None
    invoices: int | None = None
    cost_per_invoice: Decimal | None = None
    shipments: int | None = None
    cost_per_shipment: Decimal | None = None
    freight_costs: Decimal | None = None
    freight_charged: Decimal | None = None
    other_costs: Decimal | None = None
    agreed_days: Decimal | None = None
    actual_days: Decimal | None = None


class ListFigures(NamedTuple):
    """What counts for every customer whose row does not say it; None where that is not known either."""

    gross_margin: Decimal
    visits: int | None
    cost_per_visit: Decimal | None
    calls: int | None
    cost_per_call: Decimal | None
    orders: int | None
    cost_per_order: Decimal | None
    invoices: int | None
    cost_per_invoice: Decimal | None
    shipments: int | None
    cost_per_shipment: Decimal | None
    agreed_days: Decimal | None
    actual_days: Decimal | None
    financing_rate: Decimal
    target_contribution: Decimal


class Customer(NamedTuple):
    """What a customer brings, line by line in EUR to the cent; the first lever that mends the account, and its gain.

    `lever` is `NOT_NEEDED` where the target is met and `NONE_ALONE` where no lever reaches it; the gain is then 0.
    `left_out` names the lines that are not counted.
    """

    name: str
    lines: Contribution
    lever: str
    gain: Decimal
    left_out: Sequence[str]


def customer_row(
    name: str, list_revenue: Decimal, discount: Decimal | None, discount_amount: Decimal | None, *others: Decimal | None
) -> CustomerRow:
    """The row of a customer, whose figures do not contradict each other.

    Raises:
        CalculatorError: two figures for one thing are further apart than whole percents and whole euros explain, or
            more discount is given than there is revenue, or more was returned than sold; the problem names the column.
    """
    row = CustomerRow._make((name, list_revenue, discount, discount_amount, *others))
    if row.list_revenue < 0:
        raise _fault("negative_revenue", "list_revenue")
    if row.discount_amount is not None and row.discount_amount > row.list_revenue:
        raise _fault("discount_beyond_revenue", "discount_amount")
    if _differ(row.discount_amount, _share_of(row.list_revenue, row.discount), row.list_revenue):
        raise _fault("figures_disagree", "discount_amount")
    if (row.goods, row.gross_profit) != (None, None):
        _check_goods(row)
    freight = None if row.cost_per_shipment is None or row.shipments is None else row.cost_per_shipment * row.shipments
    if _differ(row.freight_costs, freight, row.freight_costs or ZERO):
        raise _fault("figures_disagree", "freight_costs")
    return row


def _check_goods(row: CustomerRow) -> None:
    """Refuse a margin, a gross profit and a cost of goods that do not belong together."""
    net = _net(row, _discount(row))
    profits = {
        "gross_margin": _share_of(net, row.gross_margin),
        "gross_profit": row.gross_profit,
        "goods": None if row.goods is None else net - row.goods,
    }
    known = [(column, profit) for column, profit in profits.items() if profit is not None]
    for column, profit in known[1:]:
        if _differ(profit, known[0][1], net):
            raise _fault("figures_disagree", column)


def _share_of(amount: Decimal, share: Decimal | None) -> Decimal | None:
    return None if share is None else amount * share


def _differ(one: Decimal | None, other: Decimal | None, whole: Decimal) -> bool:
    return one is not None and other is not None and abs(one - other) > max(ONE, whole * HALF_A_PERCENT)


def _fault(code: str, column: str) -> CalculatorError:
    return CalculatorError(Problem(LIST, code, column=CustomerRow._fields.index(column)))


def reviewed(row: CustomerRow, figures: ListFigures) -> Customer:
    """What the customer brings, and the first lever alone that mends the account, with the least move of it."""
    account = account_of(row, figures)
    lines, unknown = contribution(account), left_out(account)
    if above_target(account, lines) >= 0:
        return Customer(row.name, lines, NOT_NEEDED, ZERO, unknown)
    if move := first_move(account, lines, ZERO):
        return Customer(row.name, lines, move.lever, move.gain, unknown)
    return Customer(row.name, lines, NONE_ALONE, ZERO, unknown)


def account_of(row: CustomerRow, figures: ListFigures) -> Account:
    """The account of a row; what the row does not say is taken from the figures of the whole list.

    A list without discount holds what is invoiced. An amount counts before a share. Freight for the year counts as one
    shipment, which falls with the orders alike.
    """
    discount = _discount(row)
    shipments, cost_per_shipment = _first(row.shipments, figures.shipments), row.cost_per_shipment
    if row.freight_costs is not None:
        shipments, cost_per_shipment = ONE, row.freight_costs
    return Account(
        list_revenue=row.list_revenue,
        discount=discount,
        bonus=row.bonus or ZERO,
        goods=_goods(row, _net(row, discount), figures.gross_margin),
        visits=_first(row.visits, figures.visits),
        cost_per_visit=_first(row.cost_per_visit, figures.cost_per_visit),
        calls=_first(row.calls, figures.calls),
        cost_per_call=_first(row.cost_per_call, figures.cost_per_call),
        orders=_first(row.orders, figures.orders),
        cost_per_order=_first(row.cost_per_order, figures.cost_per_order),
        invoices=_first(row.invoices, figures.invoices),
        cost_per_invoice=_first(row.cost_per_invoice, figures.cost_per_invoice),
        shipments=shipments,
        cost_per_shipment=_first(cost_per_shipment, figures.cost_per_shipment),
        freight_charged=row.freight_charged or ZERO,
        other_costs=row.other_costs or ZERO,
        agreed_days=_first(row.agreed_days, figures.agreed_days),
        actual_days=_first(row.actual_days, figures.actual_days),
        financing_rate=figures.financing_rate,
        target_contribution=figures.target_contribution,
    )


def _first(own: Decimal | int | None, common: Decimal | int | None) -> Decimal | None:
    value = common if own is None else own
    return None if value is None else Decimal(value)


def _discount(row: CustomerRow) -> Decimal:
    """The discount as a fraction of list revenue; an amount is exact in it, to the cent."""
    if row.discount_amount is not None:
        return row.discount_amount / row.list_revenue if row.list_revenue else ZERO
    return row.discount or ZERO


def _net(row: CustomerRow, discount: Decimal) -> Decimal:
    return net_revenue(row.list_revenue, discount, row.bonus or ZERO)[2]


def _goods(row: CustomerRow, net: Decimal, gross_margin: Decimal) -> Decimal:
    """The cost of the goods in EUR, from what the row says of it."""
    if row.goods is not None:
        return row.goods
    if row.gross_profit is not None:
        return net - row.gross_profit
    return goods_at_margin(net, gross_margin if row.gross_margin is None else row.gross_margin)
