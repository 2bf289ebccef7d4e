"""What paying late costs you (renteverlies)."""

from decimal import Decimal
from typing import Final

from calculators.core.fields import Calculator, Field, Output
from calculators.core.money import euro, fraction, plain, undefined
from calculators.core.results import Picture, Quantity, Result, Series, Source, Step, Tone
from calculators.core.sources import CHECKED, UNPROFITABLE_CUSTOMERS
from calculators.core.text import Text

DAYS_IN_YEAR: Final = 365
DAYS_SHOWN: Final = 30  # the picture runs at least this many days past the agreed term

RECEIVABLES: Final = Source(
    Text(
        "Debiteurentermijn: omzet / 365 × dagen is wat er gemiddeld openstaat",
        "Days sales outstanding: revenue / 365 × days is what is outstanding on average",
    ),
    "",
    CHECKED,
)


def late_payment(
    *,
    revenue: Decimal,
    agreed_days: Decimal,
    actual_days: Decimal,
    financing_rate: Decimal,
    gross_margin: Decimal | None,
) -> Result:
    """What it costs a year that a customer pays after the agreed day, in a year of 365 days.

    `revenue` in EUR a year, `financing_rate` a fraction a year, `gross_margin` a fraction of revenue or None.
    Only the days after the agreed ones count; amounts are worked out exactly and rounded once, to the cent.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/late-payment.
    """
    days_late = max(Decimal(0), actual_days - agreed_days)
    tied_up = revenue * days_late / DAYS_IN_YEAR
    loss = tied_up * financing_rate
    cost_per_day = revenue / DAYS_IN_YEAR * financing_rate
    answers = {
        "interest_loss": euro(loss),
        "days_late": Quantity(plain(days_late), "days"),
        "capital_tied_up": euro(tied_up),
        "interest_loss_share": _share(revenue, financing_rate * days_late / DAYS_IN_YEAR),
        "cost_per_day_late": euro(cost_per_day),
        "recovery_revenue": _recovery(loss, gross_margin),
    }
    headline, tone = HEADLINES["on_time" if not days_late else "costs" if loss else "free"]
    return Result(
        headline=headline,
        tone=tone,
        answers=answers,
        steps=STEPS if gross_margin is not None else STEPS[:-1],
        sources=(UNPROFITABLE_CUSTOMERS, RECEIVABLES),
        pictures=_pictures(agreed_days, actual_days, cost_per_day, loss) if cost_per_day else (),
    )


def _share(revenue: Decimal, share: Decimal) -> Quantity:
    if not revenue:
        return undefined("fraction", "Zonder omzet is er geen aandeel.", "Without revenue there is no share.")
    return fraction(share)


def _recovery(loss: Decimal, gross_margin: Decimal | None) -> Quantity:
    if gross_margin is None:
        return undefined(
            "EUR",
            "Vul de brutomarge in om te zien welke extra omzet dit terugverdient.",
            "Enter the gross margin to see which extra revenue earns this back.",
        )
    if not gross_margin:
        return undefined(
            "EUR",
            "Zonder brutomarge verdient geen extra omzet dit terug.",
            "Without gross margin no extra revenue earns this back.",
        )
    return euro(loss / gross_margin)


def _pictures(agreed: Decimal, actual: Decimal, cost_per_day: Decimal, loss: Decimal) -> tuple[Picture, ...]:
    """The interest loss against the day of payment, with this customer's point."""
    last = max(actual, agreed + DAYS_SHOWN)
    line = ((Decimal(0), Decimal(0)), (agreed, Decimal(0)), (last, cost_per_day * (last - agreed)))
    return (
        Picture(
            "loss_by_days",
            Text("Renteverlies bij elke betaaltermijn", "Interest loss at each number of days to pay"),
            Text(
                "Tot {agreed_days} kost wachten niets; daarna kost elke dag {cost_per_day_late} per jaar.",
                "Up to {agreed_days} waiting costs nothing; after that each day costs {cost_per_day_late} a year.",
            ),
            Text("Dagen tot betaling", "Days to payment"),
            "number",
            Text("Renteverlies per jaar", "Interest loss a year"),
            "EUR",
            (
                Series(Text("Renteverlies", "Interest loss"), "line", line),
                Series(Text("Nu", "Today"), "point", ((actual, loss),)),
            ),
        ),
    )


HEADLINES: Final[dict[str, tuple[Text, Tone]]] = {
    "costs": (
        Text(
            "Te laat betalen kost je {interest_loss} per jaar: er staat gemiddeld {capital_tied_up} te lang uit. "
            "Elke dag die je eerder betaald krijgt, scheelt {cost_per_day_late} per jaar.",
            "Late payment costs you {interest_loss} a year: on average {capital_tied_up} is out too long. "
            "Each day that you are paid sooner saves {cost_per_day_late} a year.",
        ),
        "caution",
    ),
    "free": (
        Text(
            "De klant betaalt {days_late} te laat. Zonder omzet of rente kost dat niets: controleer die twee.",
            "The customer pays {days_late} late. Without revenue or interest that costs nothing: check those two.",
        ),
        "neutral",
    ),
    "on_time": (
        Text(
            "De klant betaalt op tijd: er is geen renteverlies.",
            "The customer pays on time: there is no interest loss.",
        ),
        "good",
    ),
}

STEPS: Final = (
    Step("days_late", "{actual_days} − {agreed_days}", Text("Nooit minder dan 0.", "Never below 0.")),
    Step("capital_tied_up", "{revenue} × {days_late} / 365", source=RECEIVABLES),
    Step("interest_loss", "{revenue} × {days_late} / 365 × {financing_rate}", source=UNPROFITABLE_CUSTOMERS),
    Step("interest_loss_share", "{financing_rate} × {days_late} / 365"),
    Step("cost_per_day_late", "{revenue} / 365 × {financing_rate}"),
    Step("recovery_revenue", "{revenue} × {days_late} / 365 × {financing_rate} / {gross_margin}"),
)

CALCULATOR: Final = Calculator(
    name="late_payment",
    title=Text("Te laat betalen", "Late payment"),
    purpose=Text(
        "Wat het je per jaar kost dat een klant later betaalt dan afgesproken.",
        "What it costs you a year that a customer pays later than agreed.",
    ),
    headline="interest_loss",
    calculate=late_payment,
    sources=(UNPROFITABLE_CUSTOMERS, RECEIVABLES),
    fields=(
        Field(
            name="revenue",
            kind="money",
            unit="EUR",
            label=Text("Omzet per jaar", "Revenue a year"),
            help=Text(
                "Wat de klant in een jaar koopt. Reken overal met of overal zonder btw.",
                "What the customer buys in a year. Count with VAT everywhere or without it everywhere.",
            ),
            default="730000",
            minimum="0",
            maximum="100000000000",
        ),
        Field(
            name="agreed_days",
            kind="number",
            unit="days",
            label=Text("Afgesproken betaaltermijn", "Agreed days to pay"),
            help=Text("In dagen na de factuurdatum.", "In days after the day of the invoice."),
            default="30",
            minimum="0",
            maximum="3650",
        ),
        Field(
            name="actual_days",
            kind="number",
            unit="days",
            label=Text("Werkelijke betaaltermijn", "Actual days to pay"),
            help=Text(
                "Na hoeveel dagen de klant gemiddeld betaalt; grote facturen tellen zwaarder.",
                "After how many days the customer pays on average; large invoices weigh more.",
            ),
            default="45",
            minimum="0",
            maximum="3650",
        ),
        Field(
            name="financing_rate",
            kind="percent",
            unit="fraction",
            label=Text("Financieringsrente per jaar", "Financing rate a year"),
            help=Text(
                "Wat geld jou kost, zoals de rente op je krediet. Dit is niet de wettelijke rente.",
                "What money costs you, such as the interest on your credit. This is not statutory interest.",
            ),
            default="6",
            minimum="0",
            maximum="100",
        ),
        Field(
            name="gross_margin",
            kind="percent",
            unit="fraction",
            label=Text("Brutomarge", "Gross margin"),
            help=Text(
                "In procenten van de omzet. Daarmee zie je welke extra omzet het verlies terugverdient.",
                "As a percentage of revenue. It shows which extra revenue earns the loss back.",
            ),
            default="",
            minimum="0",
            maximum="100",
            optional=True,
        ),
    ),
    answers=(
        Output("interest_loss", "EUR", Text("Renteverlies per jaar", "Interest loss a year")),
        Output("days_late", "days", Text("Dagen te laat", "Days late")),
        Output("capital_tied_up", "EUR", Text("Geld dat te lang uitstaat", "Capital tied up")),
        Output(
            "interest_loss_share",
            "fraction",
            Text("Renteverlies als deel van de omzet", "Interest loss as a share of revenue"),
        ),
        Output(
            "cost_per_day_late",
            "EUR",
            Text("Kosten per dag te laat, per jaar", "Cost of each day late, a year"),
        ),
        Output(
            "recovery_revenue",
            "EUR",
            Text("Extra omzet die het verlies terugverdient", "Extra revenue that earns the loss back"),
        ),
    ),
)
