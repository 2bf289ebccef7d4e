"""Bringing a discount back in line with revenue (korting herijken)."""

from decimal import Decimal
from typing import Final, cast

from calculators.core.errors import CalculatorError
from calculators.core.fields import Calculator, Field, Output, Table, TableValue
from calculators.core.ladders import (
    ALL_UNITS,
    INCREMENTAL,
    LADDER_FIELDS,
    ONE,
    ZERO,
    Basis,
    Ladder,
    dead_zones,
    discount_amount,
    effective_discount,
    ladder_from,
    revenue_needed_for,
)
from calculators.core.money import euro, fraction, to_cent, to_fraction, undefined
from calculators.core.results import Picture, Quantity, Result, Row, Series, Source, Step, Tone
from calculators.core.sources import CHECKED, UNPROFITABLE_CUSTOMERS
from calculators.core.text import Text

LADDER_READINGS: Final = Source(
    Text(
        "Kortingsstaffels over het geheel en per schijf; ondergrenzen tellen mee",
        "Discount ladders for all units and incremental; lower bounds are inclusive",
    ),
    "",
    CHECKED,
)
VOLUME_LOSS: Final = Source(
    Text(
        "Volume dat een prijsstijging mag kosten: r / (m + r), met m de marge van nu op de netto-omzet",
        "Volume that a price rise may cost: r / (m + r), with m today's margin on net revenue",
    ),
    "",
    CHECKED,
)
PICTURE_REACH: Final = Decimal("1.25")  # the picture runs a quarter past the last step or the customer
POINTS_PER_STEP: Final = 8  # of the curve of an incremental ladder


def discount_realignment(
    *,
    list_revenue: Decimal,
    current_discount: Decimal,
    ladder: TableValue,
    ladder_basis: str,
    revenue_when_granted: Decimal | None,
    gross_margin: Decimal,
    phases: int,
) -> Result:
    """What the ladder gives for today's revenue, and what the customer gets above it.

    Revenue in EUR a year at list prices, discounts and `gross_margin` (of today's net revenue) as fractions; rows of
    the ladder are (from, discount). The cost of goods stays the same; phases are measured against today.

    Raises:
        CalculatorError: the ladder does not start at 0, does not ascend, or a discount falls or reaches 100%.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/discount-realignment.
    """
    rows, problems = ladder_from("ladder", ladder)
    if problems:
        raise CalculatorError(*problems)
    basis = cast("Basis", ladder_basis)
    due = effective_discount(rows, basis, list_revenue)
    excess = current_discount - due
    leak = list_revenue * current_discount - discount_amount(rows, basis, list_revenue)
    rise = _net_price_rise(list_revenue, current_discount, due)
    zones = tuple(dead_zones(rows)) if basis == ALL_UNITS else ()
    headline, tone = HEADLINES[_situation(list_revenue, to_fraction(excess))]
    return Result(
        headline=headline,
        tone=tone,
        answers={
            "yearly_leak": euro(max(ZERO, leak)),
            "ladder_discount": fraction(due),
            "excess_discount": fraction(excess),
            "ladder_discount_when_granted": _when_granted(rows, basis, revenue_when_granted),
            **_revenue_answers(rows, basis, list_revenue, current_discount),
            **_profit_answers(list_revenue, current_discount, leak, gross_margin),
            "net_price_rise": fraction(rise) if rise is not None else _no_net_revenue(),
            "tolerated_volume_loss": _tolerated_loss(rise, gross_margin),
        },
        tables={
            "phases": _phases(list_revenue, current_discount, excess, leak, phases),
            "dead_zones": tuple((to_cent(start), to_cent(until), to_cent(saving)) for start, until, saving in zones),
        },
        steps=_steps(basis, revenue_when_granted),
        sources=(UNPROFITABLE_CUSTOMERS, LADDER_READINGS, VOLUME_LOSS),
        notes=(IN_DEAD_ZONE,) if any(start < list_revenue < until for start, until, _ in zones) else (),
        pictures=(_picture(rows, basis, list_revenue, current_discount),),
    )


def _situation(list_revenue: Decimal, excess: Decimal) -> str:
    if not list_revenue:
        return "no_revenue"
    if not excess:
        return "in_line"
    return "too_much" if excess > 0 else "too_little"


def _when_granted(ladder: Ladder, basis: Basis, revenue: Decimal | None) -> Quantity:
    if revenue is None:
        return undefined(
            "fraction",
            "Vul de omzet bij toekenning in om te zien of de korting toen klopte.",
            "Enter the revenue when granted to see whether the discount was right then.",
        )
    return fraction(effective_discount(ladder, basis, revenue))


def _revenue_answers(
    ladder: Ladder, basis: Basis, list_revenue: Decimal, current_discount: Decimal
) -> dict[str, Quantity]:
    """The revenue that the current discount asks for, and how far today's is below it."""
    needed = revenue_needed_for(ladder, basis, current_discount)
    if needed is None:
        out_of_reach = undefined(
            "EUR",
            "Deze staffel geeft de huidige korting bij geen enkele omzet.",
            "This ladder gives the current discount at no revenue at all.",
        )
        return {"revenue_needed": out_of_reach, "revenue_gap": out_of_reach}
    return {"revenue_needed": euro(needed), "revenue_gap": euro(max(ZERO, needed - list_revenue))}


def _profit_answers(
    list_revenue: Decimal, current_discount: Decimal, leak: Decimal, gross_margin: Decimal
) -> dict[str, Quantity]:
    """Net revenue and gross profit, now and with the ladder's discount, at the same volume and cost of goods."""
    exact = list_revenue * (ONE - current_discount)
    net_now, net_after = to_cent(exact), to_cent(exact + leak)
    profit_now = to_cent(net_now * gross_margin)
    return {
        "net_revenue_now": euro(net_now),
        "net_revenue_after": euro(net_after),
        "gross_profit_now": euro(profit_now),
        "gross_profit_after": euro(profit_now + net_after - net_now),
    }


def _net_price_rise(list_revenue: Decimal, current_discount: Decimal, next_discount: Decimal) -> Decimal | None:
    """How much more the customer pays net for the same goods, as a fraction; None where it pays nothing now."""
    if not list_revenue or current_discount == 1:
        return None
    return (current_discount - next_discount) / (ONE - current_discount)


def _no_net_revenue() -> Quantity:
    return undefined(
        "fraction",
        "De klant betaalt nu niets, dus er is geen prijs om mee te vergelijken.",
        "The customer pays nothing now, so there is no price to compare with.",
    )


def _tolerated_loss(rise: Decimal | None, gross_margin: Decimal) -> Quantity:
    if rise is None:
        return _no_net_revenue()
    if to_fraction(rise) <= 0:
        return undefined(
            "fraction",
            "De nettoprijs stijgt niet, dus er valt geen volumeverlies goed te maken.",
            "The net price does not rise, so there is no loss of volume to weigh.",
        )
    return fraction(rise / (gross_margin + rise))


def _phases(
    list_revenue: Decimal, current_discount: Decimal, excess: Decimal, leak: Decimal, phases: int
) -> tuple[Row, ...]:
    """The discount in equal steps down to the ladder's; the price rise and the effect are against today."""
    if to_fraction(excess) <= 0:
        return ()
    rows: list[Row] = []
    for phase in range(1, phases + 1):
        discount = current_discount - excess * phase / phases
        rise = _net_price_rise(list_revenue, current_discount, discount)
        effect = to_cent(leak * phase / phases)
        rows.append((phase, to_fraction(discount), None if rise is None else to_fraction(rise), effect))
    return tuple(rows)


def _steps(basis: Basis, revenue_when_granted: Decimal | None) -> tuple[Step, ...]:
    granted = (WHEN_GRANTED,) if revenue_when_granted is not None else ()
    return (LOOK_UPS[basis], *granted, *STEPS)


def _picture(ladder: Ladder, basis: Basis, list_revenue: Decimal, current_discount: Decimal) -> Picture:
    """The ladder against list revenue, with what the customer has today and had better have."""
    last = max(ladder[-1][0], list_revenue, Decimal(1)) * PICTURE_REACH
    starts = [start for start, _ in ladder]
    ends = [*starts[1:], last]
    if basis == INCREMENTAL:
        bends = [
            start + (end - start) * point / POINTS_PER_STEP
            for start, end in zip(starts, ends, strict=True)
            for point in range(POINTS_PER_STEP)
        ]
        points = tuple((at, effective_discount(ladder, basis, at)) for at in [*bends, last])
    else:
        points = (*ladder, (last, ladder[-1][1]))
    return Picture(
        "ladder",
        Text("De staffel en deze klant", "The ladder and this customer"),
        Text(
            "Bij {list_revenue} geeft de staffel {ladder_discount}; de klant heeft {current_discount}.",
            "At {list_revenue} the ladder gives {ladder_discount}; the customer has {current_discount}.",
        ),
        Text("Omzet per jaar tegen lijstprijs", "Revenue a year at list prices"),
        "EUR",
        Text("Korting", "Discount"),
        "fraction",
        (
            Series(Text("Staffel", "Ladder"), "line" if basis == INCREMENTAL else "steps", points),
            Series(Text("Klant nu", "Customer today"), "point", ((list_revenue, current_discount),)),
        ),
    )


IN_DEAD_ZONE: Final = Text(
    "Met deze omzet zit de klant in een dode zone: onder de staffel betaalt hij minder door tot de volgende trede "
    "te bestellen. Noem dat zelf in het gesprek.",
    "With this revenue the customer is in a dead zone: under the ladder it pays less by ordering up to the next "
    "step. Mention that yourself in the conversation.",
)

HEADLINES: Final[dict[str, tuple[Text, Tone]]] = {
    "too_much": (
        Text(
            "De klant heeft {current_discount} korting en de staffel geeft {ladder_discount}: "
            "dat kost je {yearly_leak} per jaar. Breng de korting terug in {phases}.",
            "The customer has a discount of {current_discount} and the ladder gives {ladder_discount}: "
            "that costs you {yearly_leak} a year. Bring the discount down in {phases}.",
        ),
        "caution",
    ),
    "in_line": (
        Text(
            "De korting klopt: bij {list_revenue} geeft de staffel precies {ladder_discount}. Laat haar zo.",
            "The discount is right: at {list_revenue} the ladder gives exactly {ladder_discount}. Leave it as it is.",
        ),
        "good",
    ),
    "too_little": (
        Text(
            "De klant heeft minder korting dan de staffel geeft: {current_discount} in plaats van {ladder_discount}. "
            "Er lekt niets weg; vertel het zelf, voordat de klant het ontdekt.",
            "The customer has less discount than the ladder gives: {current_discount} instead of {ladder_discount}. "
            "Nothing leaks away; say so yourself, before the customer finds out.",
        ),
        "neutral",
    ),
    "no_revenue": (
        Text(
            "Zonder omzet lekt er niets weg. De staffel begint bij {ladder_discount}; vul de omzet van dit jaar in.",
            "Without revenue nothing leaks away. The ladder starts at {ladder_discount}; enter this year's revenue.",
        ),
        "neutral",
    ),
}

WHEN_GRANTED: Final = Step(
    "ladder_discount_when_granted",
    "",
    Text(
        "Dezelfde staffel, bij een omzet van {revenue_when_granted}.",
        "The same ladder, at a revenue of {revenue_when_granted}.",
    ),
)
LOOK_UPS: Final[dict[str, Step]] = {
    ALL_UNITS: Step(
        "ladder_discount",
        "",
        Text(
            "De trede die {list_revenue} heeft bereikt; de ondergrens van een trede telt mee.",
            "The step that {list_revenue} has reached; the lower bound of a step counts itself.",
        ),
        LADDER_READINGS,
    ),
    INCREMENTAL: Step(
        "ladder_discount",
        "",
        Text(
            "Elke korting over het deel van de omzet in haar eigen schijf, samen gedeeld door {list_revenue}.",
            "Each discount on the part of the revenue in its own slice, together divided by {list_revenue}.",
        ),
        LADDER_READINGS,
    ),
}
STEPS: Final = (
    Step("excess_discount", "{current_discount} − {ladder_discount}", source=UNPROFITABLE_CUSTOMERS),
    Step("yearly_leak", "{list_revenue} × {excess_discount}", Text("Nooit minder dan 0.", "Never below 0.")),
    Step(
        "revenue_needed",
        "",
        Text(
            "De laagste omzet waarbij de staffel {current_discount} of meer geeft.",
            "The lowest revenue at which the ladder gives {current_discount} or more.",
        ),
        LADDER_READINGS,
    ),
    Step("revenue_gap", "{revenue_needed} − {list_revenue}", Text("Nooit minder dan 0.", "Never below 0.")),
    Step("net_revenue_now", "{list_revenue} × (1 − {current_discount})"),
    Step("net_revenue_after", "{list_revenue} × (1 − {ladder_discount})"),
    Step("gross_profit_now", "{net_revenue_now} × {gross_margin}"),
    Step(
        "gross_profit_after",
        "{gross_profit_now} + {net_revenue_after} − {net_revenue_now}",
        Text("De kostprijs van de goederen blijft gelijk.", "The cost of the goods stays the same."),
    ),
    Step("net_price_rise", "(1 − {ladder_discount}) / (1 − {current_discount}) − 1"),
    Step("tolerated_volume_loss", "{net_price_rise} / ({gross_margin} + {net_price_rise})", source=VOLUME_LOSS),
)

DISCOUNT_COLUMN: Final = Output("discount", "fraction", Text("Korting", "Discount"))
PRICE_RISE: Final = Output("net_price_rise", "fraction", Text("Stijging van de nettoprijs", "Net price rise"))

CALCULATOR: Final = Calculator(
    name="discount_realignment",
    title=Text("Korting herijken", "Realign a discount"),
    purpose=Text(
        "Of de korting van een klant nog past bij zijn omzet, wat het verschil kost en hoe je het afbouwt.",
        "Whether a customer's discount still fits its revenue, what the difference costs and how to reduce it.",
    ),
    headline="yearly_leak",
    calculate=discount_realignment,
    sources=(UNPROFITABLE_CUSTOMERS, LADDER_READINGS, VOLUME_LOSS),
    fields=(
        Field(
            name="list_revenue",
            kind="money",
            unit="EUR",
            label=Text("Omzet per jaar tegen lijstprijs", "Revenue a year at list prices"),
            help=Text(
                "Wat de klant nu echt koopt, vóór korting en zonder btw.",
                "What the customer really buys now, before discount and without VAT.",
            ),
            default="18000",
            minimum="0",
            maximum="100000000000",
        ),
        Field(
            name="current_discount",
            kind="percent",
            unit="fraction",
            label=Text("Korting van nu", "Present discount"),
            help=Text(
                "In procenten van de lijstprijs, alle kortingen samen.",
                "As a percentage of the list price, all discounts together.",
            ),
            default="10",
            minimum="0",
            maximum="100",
        ),
        *LADDER_FIELDS,
        Field(
            name="revenue_when_granted",
            kind="money",
            unit="EUR",
            label=Text("Omzet toen de korting werd gegeven", "Revenue when the discount was granted"),
            help=Text(
                "Per jaar, tegen lijstprijs. Daarmee zie je of de korting toen klopte.",
                "A year, at list prices. It shows whether the discount was right then.",
            ),
            default="",
            minimum="0",
            maximum="100000000000",
            optional=True,
        ),
        Field(
            name="gross_margin",
            kind="percent",
            unit="fraction",
            label=Text("Brutomarge", "Gross margin"),
            help=Text(
                "In procenten van de netto-omzet van nu: na korting.",
                "As a percentage of today's net revenue: after discount.",
            ),
            default="25",
            minimum="0",
            maximum="100",
        ),
        Field(
            name="phases",
            kind="whole",
            unit="phases",
            label=Text("Afbouwen in", "Bring down in"),
            help=Text("In hoeveel gelijke fasen, 1 tot en met 8.", "In how many equal phases, 1 to 8."),
            default="4",
            minimum="1",
            maximum="8",
        ),
    ),
    answers=(
        Output("yearly_leak", "EUR", Text("Lek per jaar", "Yearly leak")),
        Output("ladder_discount", "fraction", Text("Korting volgens de staffel", "Discount under the ladder")),
        Output("excess_discount", "fraction", Text("Te veel korting", "Excess discount")),
        Output(
            "revenue_needed",
            "EUR",
            Text("Omzet die bij de korting van nu hoort", "Revenue that goes with the present discount"),
        ),
        Output("revenue_gap", "EUR", Text("Omzet die daarvoor ontbreekt", "Revenue missing for that")),
        Output(
            "ladder_discount_when_granted",
            "fraction",
            Text("Korting volgens de staffel bij toekenning", "Discount under the ladder when granted"),
        ),
        Output("net_revenue_now", "EUR", Text("Netto-omzet nu", "Net revenue now")),
        Output("net_revenue_after", "EUR", Text("Netto-omzet daarna", "Net revenue after")),
        Output("gross_profit_now", "EUR", Text("Brutowinst nu", "Gross profit now")),
        Output("gross_profit_after", "EUR", Text("Brutowinst daarna", "Gross profit after")),
        PRICE_RISE,
        Output("tolerated_volume_loss", "fraction", Text("Volume dat je mag verliezen", "Volume you may lose")),
    ),
    tables=(
        Table(
            "phases",
            Text("Afbouw in fasen, steeds vergeleken met nu", "Bringing it down in phases, each compared with today"),
            (
                Output("phase", "number", Text("Fase", "Phase")),
                DISCOUNT_COLUMN,
                PRICE_RISE,
                Output("yearly_effect", "EUR", Text("Effect per jaar", "Yearly effect")),
            ),
        ),
        Table(
            "dead_zones",
            Text(
                "Dode zones: tussen deze omzetten betaalt de klant minder door tot de bovengrens te bestellen",
                "Dead zones: between these revenues the customer pays less by ordering up to the upper bound",
            ),
            (
                Output("from", "EUR", Text("Omzet boven", "Revenue above")),
                Output("until", "EUR", Text("Tot", "Up to")),
                Output("largest_saving", "EUR", Text("Grootste besparing", "Largest saving")),
            ),
        ),
    ),
)
