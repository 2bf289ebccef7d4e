"""What one account brings in a year: from its revenue at list prices to what is left after all that it costs."""

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final, NamedTuple

from calculators.core.money import WIDE, to_cent

EXACT: Final = Decimal("1e-12")
ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
NOTHING: Final = Decimal("0.00")
DAYS_IN_YEAR: Final = 365
# The verdict on an account.
PROFITABLE: Final = "profitable"
BELOW_TARGET: Final = "below_target"
LOSS: Final = "loss"
# The lines that add up others; every other line is taken off.
SUMS: Final = ("list_revenue", "net_revenue", "gross_profit", "contribution")


class Account(NamedTuple):
    """One customer in a year: money in EUR, shares as fractions.

    `list_revenue` is at list prices; `discount` is taken off the invoice, `bonus` is given back on what was invoiced.
    `goods` is the cost of the goods, which stays as it is when a price changes. The customer pays `order_charge` for
    each order, and `freight_charged` for freight in a year. Interest runs over net revenue for the days between
    `agreed_days` and `actual_days`. What is not known is None, and then its line is left out, see `left_out`.
    """

    list_revenue: Decimal
    discount: Decimal
    bonus: Decimal
    goods: Decimal
    visits: Decimal | None
    cost_per_visit: Decimal | None
    calls: Decimal | None
    cost_per_call: Decimal | None
    orders: Decimal | None
    cost_per_order: Decimal | None
    invoices: Decimal | None
    cost_per_invoice: Decimal | None
    shipments: Decimal | None
    cost_per_shipment: Decimal | None
    freight_charged: Decimal
    other_costs: Decimal
    agreed_days: Decimal | None
    actual_days: Decimal | None
    financing_rate: Decimal
    target_contribution: Decimal
    order_charge: Decimal = ZERO
    price_rise: Decimal = ZERO


class Contribution(NamedTuple):
    """What an account brings in a year, line by line, each in EUR to the cent; costs are positive.

    A line of which nothing is known is 0. `shipping_costs` are net of the freight charged, and negative where more is
    charged than shipping costs.
    """

    list_revenue: Decimal
    discount_amount: Decimal
    bonus_amount: Decimal
    net_revenue: Decimal
    goods: Decimal
    gross_profit: Decimal
    visit_costs: Decimal
    call_costs: Decimal
    order_costs: Decimal
    invoice_costs: Decimal
    shipping_costs: Decimal
    other_costs: Decimal
    interest_loss: Decimal
    contribution: Decimal


class SignedLine(NamedTuple):
    """A line from list revenue to contribution, in EUR a year; what is taken off is negative."""

    line: str
    amount: Decimal


def waterfall(lines: Contribution) -> list[SignedLine]:
    """The lines that are not nothing, and the sums."""
    return [
        SignedLine(name, amount if name in SUMS else -amount)
        for name, amount in lines._asdict().items()
        if amount or name in SUMS
    ]


def net_revenue(list_revenue: Decimal, discount: Decimal, bonus: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """The discount, the bonus and what is left of the list revenue after both, in EUR to the cent."""
    given = to_cent(list_revenue * discount)
    returned = to_cent((list_revenue - given) * bonus)
    return given, returned, list_revenue - given - returned


def goods_at_margin(net: Decimal, gross_margin: Decimal) -> Decimal:
    """The cost of the goods in EUR to the cent, where the gross margin is a fraction of net revenue."""
    return net - to_cent(net * gross_margin)


def contribution(account: Account) -> Contribution:
    """What the account brings, line by line; each line is rounded to the cent, and the total adds rounded lines."""
    revenue = to_cent(account.list_revenue * (ONE + account.price_rise))
    discount, bonus, net = net_revenue(revenue, account.discount, account.bonus)
    late, orders, gross_profit = days_late(account), account.orders, net - account.goods
    costs = {
        "visit_costs": _cost(account.visits, account.cost_per_visit),
        "call_costs": _cost(account.calls, account.cost_per_call),
        "order_costs": to_cent(_product(orders, account.cost_per_order) - _product(orders, account.order_charge)),
        "invoice_costs": _cost(account.invoices, account.cost_per_invoice),
        "shipping_costs": _shipping(account),
        "other_costs": to_cent(account.other_costs),
        "interest_loss": to_cent(net * account.financing_rate * late / DAYS_IN_YEAR) if late else NOTHING,
    }
    return Contribution(
        list_revenue=revenue,
        discount_amount=discount,
        bonus_amount=bonus,
        net_revenue=net,
        goods=account.goods,
        gross_profit=gross_profit,
        **costs,
        contribution=gross_profit - sum(costs.values(), ZERO),
    )


def shipping_paid(account: Account) -> Decimal:
    """What the shipments of a year cost, in EUR, before what the customer pays for freight; 0 where it is not known."""
    return _product(account.shipments, account.cost_per_shipment)


def order_cost(account: Account) -> Decimal:
    """What an order costs on average to handle and to invoice, in EUR; 0 without orders."""
    if not account.orders:
        return ZERO
    handling = _product(account.orders, account.cost_per_order) + _product(account.invoices, account.cost_per_invoice)
    return handling / account.orders


def days_late(account: Account) -> Decimal:
    """The days that the customer pays later than was agreed, never less than 0; 0 where either is not known."""
    if account.agreed_days is None or account.actual_days is None:
        return ZERO
    return max(ZERO, account.actual_days - account.agreed_days)


def _shipping(account: Account) -> Decimal:
    """What shipping costs after what the customer pays for it, to the cent; nothing where the shipments are unknown."""
    if account.shipments is None or account.cost_per_shipment is None:
        return NOTHING
    return to_cent(_exact(shipping_paid(account)) - account.freight_charged)


def _cost(count: Decimal | None, cost: Decimal | None) -> Decimal:
    """What a count costs, to the cent."""
    return NOTHING if count is None or cost is None else to_cent(_exact(count * cost))


def _exact(product: Decimal) -> Decimal:
    """The product where the count is a part of a whole one, which its last digits say less than exactly.

    A million orders and costs in cents never come closer to half a cent than this.
    """
    return product.quantize(EXACT, ROUND_HALF_EVEN, WIDE)


def _product(count: Decimal | None, cost: Decimal | None) -> Decimal:
    return ZERO if count is None or cost is None else count * cost


def left_out(account: Account) -> list[str]:
    """The lines of the contribution that are not counted, because what they take is not known."""
    pairs = (
        ("visit_costs", account.visits, account.cost_per_visit),
        ("call_costs", account.calls, account.cost_per_call),
        ("order_costs", account.orders, account.cost_per_order),
        ("invoice_costs", account.invoices, account.cost_per_invoice),
        ("shipping_costs", account.shipments, account.cost_per_shipment),
        ("interest_loss", account.agreed_days, account.actual_days),
    )
    return [line for line, one, other in pairs if one is None or other is None]


def above_target(account: Account, lines: Contribution) -> Decimal:
    """What an account with these lines brings above its target, a share of net revenue that is never rounded.

    Negative where it is below its target.
    """
    return lines.contribution - account.target_contribution * lines.net_revenue


def reaches_target(account: Account) -> bool:
    """Whether the contribution is at or above the target."""
    return above_target(account, contribution(account)) >= 0


def verdict_on(account: Account, lines: Contribution) -> str:
    """The verdict on an account with these lines; one that meets its target exactly, at 0 or above, is profitable."""
    if lines.contribution < 0:
        return LOSS
    return PROFITABLE if above_target(account, lines) >= 0 else BELOW_TARGET
