"""A whole customer list: what it brings, who costs money, how it is spread, and what mending would bring."""

from collections.abc import Iterable
from decimal import Decimal

from calculators.accounts.concentration import BANDS, SMALL, Peak, gini, herfindahl, peak, top_customers
from calculators.accounts.contribution import waterfall
from calculators.accounts.customers import CustomerRow, ListFigures
from calculators.accounts.portfolio import CustomerBook, Ranking, customer_book, euros, parts, ranking
from calculators.core.quantities import Quantity, euro, fraction, undefined
from calculators.core.results import Result
from calculators.models.portfolio.tables import (
    RankedCustomers,
    class_lines,
    left_out_lines,
    lever_lines,
    share,
    size_bars,
    size_lines,
    whale,
)


def portfolio(
    *,
    customers: Iterable[CustomerRow],
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
    agreed_days: Decimal | None,
    actual_days: Decimal | None,
    financing_rate: Decimal,
    target_contribution: Decimal,
) -> Result:
    """What the list brings as a whole, by class and by size, and customer by customer.

    The list is walked once. A figure that a row lacks is that of the whole list; where that is None too, its line is
    left out. Money in EUR a year, `gross_margin` and `target_contribution` as fractions of net revenue.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/unprofitable-customers.
    """
    figures = ListFigures(
        gross_margin=gross_margin,
        visits=visits,
        cost_per_visit=cost_per_visit,
        calls=calls,
        cost_per_call=cost_per_call,
        orders=orders,
        cost_per_order=cost_per_order,
        invoices=invoices,
        cost_per_invoice=cost_per_invoice,
        shipments=shipments,
        cost_per_shipment=cost_per_shipment,
        agreed_days=agreed_days,
        actual_days=actual_days,
        financing_rate=financing_rate,
        target_contribution=target_contribution,
    )
    return portfolio_of(customer_book(customers, figures))


def portfolio_of(book: CustomerBook) -> Result:
    """The result of a list that was read, by whatever way, into one book."""
    ranked = ranking(book)
    sizes, descending = size_lines(ranked), ranked.contributions()
    highest = peak(descending)
    answers = _answers(ranked, highest)
    return Result(
        headline=_headline(book, answers["mended"]),
        answers=answers,
        tables={
            "size_classes": sizes if book else [],
            "classes": class_lines(ranked) if book else [],
            "levers": lever_lines(book),
            "lines": waterfall(book.totals),
            "left_out": left_out_lines(book),
            "customers": RankedCustomers(ranked),
        },
        plots={"whale_curve": whale(descending, highest)} if book else {},
        bars={"by_size": size_bars(sizes)} if book else {},
        notes=_notes(book, answers["small_customers_share"]),
    )


def _headline(book: CustomerBook, mended: Quantity) -> str:
    """The code of the first sentence."""
    if not book:
        return "no_customers"
    if min(book.contribution) >= 0:
        return "no_loss_makers"
    headline = "list_loses" if book.totals.contribution < 0 else "loss_makers"
    return headline if mended.value else f"{headline}_unmended"


def _notes(book: CustomerBook, small_share: Quantity) -> list[str]:
    """What to know beside the figures; the article's claim is only held against a figure that there is."""
    notes = ["small_customers"] if small_share.value is not None else []
    notes += ["left_out"] if book.left_out else []
    return [*notes, "repeated_names"] if book.has_repeated_names() else notes


def _answers(ranked: Ranking, highest: Peak) -> dict[str, Quantity]:
    """All answers."""
    book = ranked.book
    return {
        "total_contribution": euro(book.totals.contribution),
        "total_revenue": euro(book.totals.net_revenue),
        "contribution_share": _share(book.totals.contribution, book.totals.net_revenue, "no_revenue"),
        "number_of_customers": Quantity(len(book), "number"),
        **_loss_makers(book),
        **_concentration(ranked),
        **_peak(highest, book),
        **_small_customers(ranked),
    }


def _loss_makers(book: CustomerBook) -> dict[str, Quantity]:
    """How many customers cost money, how much, and what is left when each is mended by its first lever."""
    losses = [amount for amount in book.contribution if amount < 0]
    gains = [gain for amount, gain in zip(book.contribution, book.gain, strict=True) if amount < 0 < gain]
    return {
        "loss_making": Quantity(len(losses), "number"),
        "loss_making_sum": euro(euros(sum(losses))),
        "mended": Quantity(len(gains), "number"),
        "mending_gain": euro(euros(sum(gains))),
        "contribution_after_mending": euro(book.totals.contribution + euros(sum(gains))),
    }


def _concentration(ranked: Ranking) -> dict[str, Quantity]:
    """How much of the revenue rests on how few."""
    revenues = ranked.revenues()
    top = top_customers(len(revenues))
    revenue = euros(sum(revenues[:top]))
    return {
        "top_20_customers": Quantity(top, "number"),
        "top_20_revenue": euro(revenue),
        "top_20_revenue_share": _share(revenue, ranked.book.totals.net_revenue, "no_revenue"),
        "gini": _fraction(gini(revenues[::-1]), "no_revenue"),
        "hhi": _fraction(herfindahl(revenues), "no_revenue"),
    }


def _peak(highest: Peak, book: CustomerBook) -> dict[str, Quantity]:
    """Where the whale curve is highest."""
    level = euros(highest.level)
    return {
        "peak_customers": Quantity(highest.customers, "number"),
        "peak_position": _share(highest.customers, len(book), "no_customers"),
        "peak_contribution": euro(level),
        "peak_share": _share(level, book.totals.contribution, "total_not_above_zero"),
    }


def _small_customers(ranked: Ranking) -> dict[str, Quantity]:
    """The small customers, with the last 20% of the revenue."""
    small = parts(ranked.book, ranked.size, BANDS)[SMALL]
    return {
        "small_customers": Quantity(small.customers, "number"),
        "small_customers_revenue": euro(euros(small.revenue)),
        "small_customers_contribution": euro(euros(small.contribution)),
        "small_customers_share": _share(small.contribution, small.revenue, "no_small_revenue"),
    }


def _share(part: Decimal | int, whole: Decimal | int, reason: str) -> Quantity:
    """The share in a whole; undefined, for the reason, where the whole is nothing or less."""
    return _fraction(share(part, whole), reason)


def _fraction(found: Decimal | None, reason: str) -> Quantity:
    return undefined("fraction", reason) if found is None else fraction(found)
