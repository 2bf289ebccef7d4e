"""Visit cost versus revenue (bezoekkosten tegenover omzet)."""

from decimal import ROUND_FLOOR, Decimal
from typing import Final

from calculators.core.fields import Calculator, Choice, Field, Output
from calculators.core.money import euro, fraction, to_cent, undefined
from calculators.core.results import (
    Picture,
    Quantity,
    Result,
    Series,
    Source,
    Step,
    Tone,
)
from calculators.core.sources import CHECKED, UNPROFITABLE_CUSTOMERS
from calculators.core.text import Text

COST_2019: Final = Source(
    Text(
        "€ 500 per bezoek: het Nederlandse cijfer van het bronartikel uit 2019, zonder opbouw. "
        "Gepubliceerde bedragen lopen van € 75 tot € 500 en meer.",
        "€500 a visit: the Dutch figure of the source article of 2019, without a build-up. "
        "Published amounts run from €75 to €500 and more.",
    ),
    "",
    CHECKED,
)
NO_REVENUE: Final = (
    "Zonder omzet is er geen aandeel.",
    "Without revenue there is no share.",
)
NOT_EVEN_WITHOUT_VISITS: Final = Text(
    "Ook zonder een enkel bezoek wordt het doel niet gehaald: kijk eerst naar marge en overige kosten.",
    "Even without a single visit the target is not met: look at margin and other costs first.",
)
PICTURE_REACH: Final = 2  # the picture runs to twice today's visits, or twice the break-even


def visit_cost(
    *,
    revenue: Decimal,
    gross_margin: Decimal,
    visits: int,
    cost_per_visit: Decimal,
    other_costs: Decimal,
    target_contribution: Decimal,
) -> Result:
    """What a customer contributes after the cost of the visits.

    Money in EUR a year, `gross_margin` and `target_contribution` as fractions of `revenue`. The target
    of `maximum_visits` is met where contribution >= target x revenue, both rounded to the cent.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/visit-programme.
    """
    gross_profit = to_cent(revenue * gross_margin)
    visit_costs = to_cent(visits * cost_per_visit)
    contribution = gross_profit - visit_costs - other_costs
    target = to_cent(target_contribution * revenue)
    room = gross_profit - other_costs - target
    maximum = max(0, int((room / cost_per_visit).to_integral_value(ROUND_FLOOR))) if cost_per_visit else None
    answers = {
        "contribution": euro(contribution),
        "visit_costs": euro(visit_costs),
        "visit_cost_share": fraction(visit_costs / revenue) if revenue else undefined("fraction", *NO_REVENUE),
        "gross_profit": euro(gross_profit),
        "contribution_share": fraction(contribution / revenue) if revenue else undefined("fraction", *NO_REVENUE),
        "break_even_revenue_per_visit": _break_even_per_visit(cost_per_visit, gross_margin),
        "break_even_revenue": _break_even(visit_costs + other_costs, gross_margin, target_contribution),
        "maximum_visits": _maximum_visits(maximum),
        "visits_over_maximum": Quantity(max(0, visits - maximum), "visits")
        if maximum is not None
        else _maximum_visits(None),
        "verdict": Quantity(_verdict(contribution, target), "code"),
    }
    headline, tone = HEADLINES[_verdict(contribution, target)]
    return Result(
        headline=headline,
        tone=tone,
        answers=answers,
        steps=STEPS,
        sources=(UNPROFITABLE_CUSTOMERS, COST_2019),
        notes=(NOT_EVEN_WITHOUT_VISITS,) if room < 0 else (),
        pictures=_pictures(visits, maximum, gross_profit - other_costs, cost_per_visit, target),
    )


def _verdict(contribution: Decimal, target: Decimal) -> str:
    """The code of the verdict; meeting the target exactly, at 0 or above, is profitable."""
    if contribution < 0:
        return "loss"
    return "profitable" if contribution >= target else "below_target"


def _break_even_per_visit(cost_per_visit: Decimal, gross_margin: Decimal) -> Quantity:
    if not gross_margin:
        return undefined(
            "EUR",
            "Zonder brutomarge verdient geen omzet een bezoek terug.",
            "Without gross margin no revenue earns a visit back.",
        )
    return euro(cost_per_visit / gross_margin)


def _break_even(costs: Decimal, gross_margin: Decimal, target_contribution: Decimal) -> Quantity:
    if gross_margin <= target_contribution:
        return undefined(
            "EUR",
            "De brutomarge is niet hoger dan het doel, dus geen omzet is genoeg.",
            "The gross margin is not above the target, so no revenue is enough.",
        )
    return euro(costs / (gross_margin - target_contribution))


def _maximum_visits(maximum: int | None) -> Quantity:
    if maximum is None:
        return undefined(
            "visits",
            "Een bezoek kost hier niets, dus er is geen grens.",
            "A visit costs nothing here, so there is no limit.",
        )
    return Quantity(maximum, "visits")


def _pictures(
    visits: int,
    maximum: int | None,
    before_visits: Decimal,
    cost_per_visit: Decimal,
    target: Decimal,
) -> tuple[Picture, ...]:
    """Contribution against the number of visits, with today, the target and zero."""
    if maximum is None:
        return ()
    last = PICTURE_REACH * max(visits, maximum, 1)
    line = tuple((Decimal(count), before_visits - count * cost_per_visit) for count in (0, last))
    today = ((Decimal(visits), before_visits - visits * cost_per_visit),)
    break_even = before_visits / cost_per_visit
    points = [Series(Text("Nu", "Today"), "point", today)]
    if 0 <= break_even <= last:
        points.append(
            Series(
                Text("Kostendekkend", "Break-even"),
                "point",
                ((break_even, Decimal(0)),),
            )
        )
    return (
        Picture(
            "contribution_by_visits",
            Text(
                "Bijdrage bij elk aantal bezoeken",
                "Contribution at each number of visits",
            ),
            Text(
                "De bijdrage daalt met {cost_per_visit} per bezoek; bij {visits} is zij {contribution}.",
                "The contribution falls by {cost_per_visit} with each visit; at {visits} it is {contribution}.",
            ),
            Text("Bezoeken per jaar", "Visits a year"),
            "number",
            Text("Bijdrage per jaar", "Contribution a year"),
            "EUR",
            (
                Series(Text("Bijdrage", "Contribution"), "line", line),
                Series(Text("Doel", "Target"), "level", ((Decimal(0), target),)),
                *points,
            ),
        ),
    )


HEADLINES: Final[dict[str, tuple[Text, Tone]]] = {
    "profitable": (
        Text(
            "Winstgevend: na {visits} houd je per jaar {contribution} over.",
            "Profitable: after {visits} you keep {contribution} a year.",
        ),
        "good",
    ),
    "below_target": (
        Text(
            "Onder het doel: er blijft {contribution} over, en {maximum_visits} is het meeste dat het doel toelaat.",
            "Below target: {contribution} is left, and {maximum_visits} is the most that the target allows.",
        ),
        "caution",
    ),
    "loss": (
        Text(
            "Verlies: de bijdrage is {contribution} per jaar, en {maximum_visits} is het meeste dat het doel toelaat.",
            "Loss: the contribution is {contribution} a year, and {maximum_visits} is the most that the target allows.",
        ),
        "bad",
    ),
}

STEPS: Final = (
    Step("visit_costs", "{visits} × {cost_per_visit}"),
    Step("visit_cost_share", "{visit_costs} / {revenue}"),
    Step("gross_profit", "{revenue} × {gross_margin}"),
    Step(
        "contribution",
        "{gross_profit} − {visit_costs} − {other_costs}",
        source=UNPROFITABLE_CUSTOMERS,
    ),
    Step("contribution_share", "{contribution} / {revenue}"),
    Step("break_even_revenue_per_visit", "{cost_per_visit} / {gross_margin}"),
    Step(
        "break_even_revenue",
        "({visit_costs} + {other_costs}) / ({gross_margin} − {target_contribution})",
    ),
    Step(
        "maximum_visits",
        "({gross_profit} − {other_costs} − {target_contribution} × {revenue}) / {cost_per_visit}",
        Text(
            "Naar beneden afgerond op een heel bezoek, en nooit minder dan 0.",
            "Rounded down to a whole visit, and never below 0.",
        ),
    ),
    Step(
        "visits_over_maximum",
        "{visits} − {maximum_visits}",
        Text("Nooit minder dan 0.", "Never below 0."),
    ),
)

VERDICTS: Final = (
    Choice("profitable", Text("winstgevend", "profitable"), "good"),
    Choice("below_target", Text("onder het doel", "below target"), "caution"),
    Choice("loss", Text("verlies", "loss"), "bad"),
)

CALCULATOR: Final = Calculator(
    name="visit_cost",
    title=Text("Bezoekkosten tegenover omzet", "Visit cost versus revenue"),
    purpose=Text(
        "Wat een klant overhoudt na de kosten van je bezoeken, en hoeveel bezoeken de omzet kan dragen.",
        "What a customer leaves after the cost of your visits, and how many visits the revenue can carry.",
    ),
    headline="contribution",
    calculate=visit_cost,
    sources=(UNPROFITABLE_CUSTOMERS, COST_2019),
    fields=(
        Field(
            name="revenue",
            kind="money",
            unit="EUR",
            label=Text("Omzet per jaar", "Revenue a year"),
            help=Text(
                "Wat de klant in een jaar koopt, zonder btw.",
                "What the customer buys in a year, without VAT.",
            ),
            default="60000",
            minimum="0",
            maximum="100000000000",
        ),
        Field(
            name="gross_margin",
            kind="percent",
            unit="fraction",
            label=Text("Brutomarge", "Gross margin"),
            help=Text(
                "In procenten van de omzet: marge op de prijs, niet de opslag op de inkoop.",
                "As a percentage of revenue: margin on price, not mark-up on cost.",
            ),
            default="25",
            minimum="0",
            maximum="100",
        ),
        Field(
            name="visits",
            kind="whole",
            unit="visits",
            label=Text("Bezoeken per jaar", "Visits a year"),
            help=Text(
                "Alle bezoeken van de buitendienst samen.",
                "All visits of the field sales team together.",
            ),
            default="24",
            minimum="0",
            maximum="10000",
        ),
        Field(
            name="cost_per_visit",
            kind="money",
            unit="EUR",
            label=Text("Kosten per bezoek", "Cost per visit"),
            help=Text(
                "€ 500 is het cijfer van het bronartikel uit 2019; reken liever met je eigen bedrag.",
                "€500 is the source article's figure of 2019; your own amount is better.",
            ),
            default="500",
            minimum="0",
            maximum="100000",
        ),
        Field(
            name="other_costs",
            kind="money",
            unit="EUR",
            label=Text("Overige kosten per jaar", "Other costs a year"),
            help=Text(
                "Wat deze klant verder kost: orders, facturen, vracht. Laat 0 staan als je het niet weet.",
                "What else this customer costs: orders, invoices, freight. Leave 0 if you do not know.",
            ),
            default="0",
            minimum="0",
            maximum="100000000000",
        ),
        Field(
            name="target_contribution",
            kind="percent",
            unit="fraction",
            label=Text("Doel voor de bijdrage", "Target contribution"),
            help=Text(
                "Hoeveel procent van de omzet er ten minste over moet blijven.",
                "The least that must be left, as a percentage of revenue.",
            ),
            default="0",
            minimum="0",
            maximum="100",
        ),
    ),
    answers=(
        Output("contribution", "EUR", Text("Bijdrage per jaar", "Contribution a year")),
        Output("verdict", "code", Text("Oordeel", "Verdict"), VERDICTS),
        Output(
            "maximum_visits",
            "visits",
            Text(
                "Hoogste aantal bezoeken dat het doel haalt",
                "Most visits that still meet the target",
            ),
        ),
        Output(
            "visits_over_maximum",
            "visits",
            Text("Bezoeken boven dat aantal", "Visits above that number"),
        ),
        Output("visit_costs", "EUR", Text("Bezoekkosten per jaar", "Visit costs a year")),
        Output(
            "visit_cost_share",
            "fraction",
            Text(
                "Bezoekkosten als deel van de omzet",
                "Visit costs as a share of revenue",
            ),
        ),
        Output("gross_profit", "EUR", Text("Brutowinst per jaar", "Gross profit a year")),
        Output(
            "contribution_share",
            "fraction",
            Text("Bijdrage als deel van de omzet", "Contribution as a share of revenue"),
        ),
        Output(
            "break_even_revenue_per_visit",
            "EUR",
            Text(
                "Omzet die één bezoek terugverdient",
                "Revenue that earns one visit back",
            ),
        ),
        Output(
            "break_even_revenue",
            "EUR",
            Text(
                "Omzet waarbij het doel gehaald wordt",
                "Revenue at which the target is met",
            ),
        ),
    ),
)
