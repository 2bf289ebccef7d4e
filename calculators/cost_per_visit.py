"""What one field sales visit costs, built up by selling day or by selling hour."""

from decimal import Decimal
from typing import Any, Final

from calculators.core.errors import CalculatorError, Problem
from calculators.core.fields import Calculator, Choice, Field, Output, Table
from calculators.core.money import euro, number, undefined
from calculators.core.rates import data_file, source_from
from calculators.core.results import Picture, Quantity, Result, Row, Series, Step, Tone, Unit
from calculators.core.text import Text

DAYS: Final = "days"
HOURS: Final = "hours"
BY_DAYS: Final = ("method", DAYS)
BY_HOURS: Final = ("method", HOURS)

FIGURES: Final[list[dict[str, Any]]] = data_file("visit_costs")["figures"]
PUBLISHED: Final = source_from(data_file("visit_costs")["source"])
LOWEST_PUBLISHED: Final = min(Decimal(figure["from"]) for figure in FIGURES)
HIGHEST_PUBLISHED: Final = max(Decimal(figure["until"]) for figure in FIGURES)
# Shares of today's number of visits at which the picture takes a point of the curve.
PICTURE_SHARES: Final = tuple(Decimal(tenths) / 10 for tenths in range(5, 21))

NO_SELLING_HOURS: Final = Text(
    "Reizen ({travel_hours}) en voorbereiden ({preparation_hours}) nemen alle {working_hours} in beslag. "
    "Vul minder uren in, zodat er uren overblijven om te verkopen.",
    "Travel ({travel_hours}) and preparation ({preparation_hours}) take up all of the {working_hours}. "
    "Enter fewer hours, so that some are left for selling.",
)


def cost_per_visit(
    *,
    annual_pay: Decimal,
    employer_charges: Decimal,
    car_and_travel: Decimal,
    support_share: Decimal,
    method: str,
    selling_days: Decimal,
    visits_per_day: Decimal,
    working_hours: Decimal,
    travel_hours: Decimal,
    preparation_hours: Decimal,
    hours_per_visit: Decimal,
) -> Result:
    """The average cost of one visit of one salesperson.

    Money in EUR a year, hours and days a year. With the method `days` the cost is divided over all visits, with
    `hours` over the hours that are left for selling; the fields of the other method do not count.

    Raises:
        CalculatorError: travel and preparation leave no hours for selling.

    Source: published cases in `calculators/data/visit_costs.json`.
    """
    annual_cost = annual_pay + employer_charges + car_and_travel + support_share
    selling_hours = working_hours - travel_hours - preparation_hours
    if method == HOURS:
        if selling_hours <= 0:
            raise CalculatorError(_no_selling_hours(working_hours, travel_hours, preparation_hours))
        visits = selling_hours / hours_per_visit
        cost = annual_cost / selling_hours * hours_per_visit
    else:
        visits = selling_days * visits_per_day
        cost = annual_cost / visits
    own = euro(cost)
    headline, tone = HEADLINES[_place(cost)]
    return Result(
        headline=headline,
        tone=tone,
        answers={
            "cost_per_visit": own,
            "annual_cost": euro(annual_cost),
            "visits_per_year": number(visits, "visits"),
            "selling_hours": number(selling_hours, "hours") if method == HOURS else _hours_only("hours"),
            "cost_per_selling_hour": euro(annual_cost / selling_hours) if method == HOURS else _hours_only("EUR"),
        },
        tables={"published": _published(cost)},
        steps=HOUR_STEPS if method == HOURS else DAY_STEPS,
        sources=(PUBLISHED,),
        pictures=_pictures(annual_cost, visits, cost) if annual_cost else (),
    )


def _no_selling_hours(working_hours: Decimal, travel_hours: Decimal, preparation_hours: Decimal) -> Problem:
    return Problem(
        "travel_hours",
        "no_selling_hours",
        NO_SELLING_HOURS,
        {
            "working_hours": number(working_hours, "hours"),
            "travel_hours": number(travel_hours, "hours"),
            "preparation_hours": number(preparation_hours, "hours"),
        },
        depends_on=("working_hours", "preparation_hours", "method"),
    )


def _hours_only(unit: Unit) -> Quantity:
    return undefined(
        unit,
        "Kies de methode verkoopuren om dit te zien.",
        "Choose the method of selling hours to see this.",
    )


def _place(cost: Decimal) -> str:
    """Where the cost lies against everything that was published."""
    if cost < LOWEST_PUBLISHED:
        return "below"
    return "above" if cost > HIGHEST_PUBLISHED else "within"


def _published(cost: Decimal) -> tuple[Row, ...]:
    """Each published figure, and whether the person's own cost is lower, within it or higher."""
    rows: list[Row] = []
    for figure in FIGURES:
        low, high = Decimal(figure["from"]), Decimal(figure["until"])
        cents = euro(cost).value
        compared = "lower" if cents < low else "higher" if cents > high else "within"  # type: ignore[operator]  # an amount
        rows.append((figure["name"], euro(low).value, euro(high).value, figure["certainty"], compared))
    return tuple(rows)


def _pictures(annual_cost: Decimal, visits: Decimal, cost: Decimal) -> tuple[Picture, ...]:
    """The cost of a visit against the number of visits a year, with today's point and what was published."""
    curve = tuple((visits * share, annual_cost / (visits * share)) for share in PICTURE_SHARES)
    return (
        Picture(
            "cost_by_visits",
            Text("Kosten per bezoek bij elk aantal bezoeken", "Cost per visit at each number of visits"),
            Text(
                "Dezelfde {annual_cost} over meer bezoeken maakt elk bezoek goedkoper; bij {visits_per_year} kost er "
                "een {cost_per_visit}.",
                "The same {annual_cost} over more visits makes each visit cheaper; at {visits_per_year} one costs "
                "{cost_per_visit}.",
            ),
            Text("Bezoeken per jaar", "Visits a year"),
            "number",
            Text("Kosten per bezoek", "Cost per visit"),
            "EUR",
            (
                Series(Text("Kosten per bezoek", "Cost per visit"), "line", curve),
                Series(Text("Nu", "Today"), "point", ((visits, cost),)),
                Series(Text("Laagst gepubliceerd", "Lowest published"), "level", ((Decimal(0), LOWEST_PUBLISHED),)),
                Series(Text("Hoogst gepubliceerd", "Highest published"), "level", ((Decimal(0), HIGHEST_PUBLISHED),)),
            ),
        ),
    )


HEADLINES: Final[dict[str, tuple[Text, Tone]]] = {
    "within": (
        Text(
            "Een bezoek kost je {cost_per_visit}: {annual_cost} per jaar over {visits_per_year}. "
            "Reken met dit bedrag bij elke klant die je bezoekt.",
            "A visit costs you {cost_per_visit}: {annual_cost} a year over {visits_per_year}. "
            "Use this amount for every customer you visit.",
        ),
        "neutral",
    ),
    "below": (
        Text(
            "Een bezoek kost je {cost_per_visit}, minder dan elk gepubliceerd bedrag. "
            "Controleer of alle kosten erin zitten en of het aantal van {visits_per_year} klopt.",
            "A visit costs you {cost_per_visit}, less than any published amount. "
            "Check that all costs are in it and that {visits_per_year} is right.",
        ),
        "caution",
    ),
    "above": (
        Text(
            "Een bezoek kost je {cost_per_visit}, meer dan de gepubliceerde bedragen. "
            "Controleer de uren of dagen, en bekijk hoe je meer bezoeken op een dag haalt.",
            "A visit costs you {cost_per_visit}, more than the published amounts. "
            "Check the hours or days, and see how to fit more visits into a day.",
        ),
        "caution",
    ),
}

ANNUAL_COST: Final = Step("annual_cost", "{annual_pay} + {employer_charges} + {car_and_travel} + {support_share}")
HOUR_STEPS: Final = (
    ANNUAL_COST,
    Step("selling_hours", "{working_hours} − {travel_hours} − {preparation_hours}"),
    Step("cost_per_selling_hour", "{annual_cost} / {selling_hours}"),
    Step("cost_per_visit", "{annual_cost} / {selling_hours} × {hours_per_visit}", source=PUBLISHED),
    Step("visits_per_year", "{selling_hours} / {hours_per_visit}"),
)
DAY_STEPS: Final = (
    ANNUAL_COST,
    Step("visits_per_year", "{selling_days} × {visits_per_day}"),
    Step("cost_per_visit", "{annual_cost} / ({selling_days} × {visits_per_day})", source=PUBLISHED),
)


def _yearly_amount(name: str, label: Text, hint: Text, default: str) -> Field:
    return Field(
        name=name,
        kind="money",
        unit="EUR",
        label=label,
        help=hint,
        default=default,
        minimum="0",
        maximum="100000000",
    )


def _yearly_hours(name: str, label: Text, hint: Text, default: str) -> Field:
    return Field(
        name=name,
        kind="number",
        unit="hours",
        label=label,
        help=hint,
        default=default,
        minimum="0",
        maximum="8784",
        only_when=BY_HOURS,
    )


CALCULATOR: Final = Calculator(
    name="cost_per_visit",
    title=Text("Kosten per bezoek", "Cost per visit"),
    purpose=Text(
        "Wat één bezoek van je buitendienst kost, opgebouwd uit de kosten van een verkoper per jaar.",
        "What one visit of your field sales team costs, built up from a salesperson's yearly costs.",
    ),
    headline="cost_per_visit",
    calculate=cost_per_visit,
    sources=(PUBLISHED,),
    fields=(
        _yearly_amount(
            "annual_pay",
            Text("Loon per jaar", "Pay a year"),
            Text("Bruto, met vakantiegeld en bonus.", "Gross, with holiday pay and bonus."),
            "80000",
        ),
        _yearly_amount(
            "employer_charges",
            Text("Werkgeverslasten per jaar", "Employer's charges a year"),
            Text("Premies en pensioen die jij betaalt.", "Contributions and pension that you pay."),
            "30000",
        ),
        _yearly_amount(
            "car_and_travel",
            Text("Auto en reizen per jaar", "Car and travel a year"),
            Text("Lease, brandstof, parkeren, verblijf.", "Lease, fuel, parking, overnight stays."),
            "20000",
        ),
        _yearly_amount(
            "support_share",
            Text("Deel van de binnendienst per jaar", "Share of office support a year"),
            Text(
                "Alleen wat voor bezoeken werkt: afspraken, offertes, verslagen. Laat anders 0 staan.",
                "Only what works for visits: appointments, offers, reports. Otherwise leave 0.",
            ),
            "0",
        ),
        Field(
            name="method",
            kind="choice",
            unit="code",
            label=Text("Rekenen met", "Count by"),
            help=Text(
                "Uren is preciezer, dagen is sneller.",
                "Hours are more precise, days are quicker.",
            ),
            default=HOURS,
            choices=(
                Choice(HOURS, Text("verkoopuren", "selling hours")),
                Choice(DAYS, Text("verkoopdagen", "selling days")),
            ),
        ),
        Field(
            name="selling_days",
            kind="number",
            unit="days",
            label=Text("Verkoopdagen per jaar", "Selling days a year"),
            help=Text("Dagen op pad, zonder verlof en kantoor.", "Days on the road, without leave and office days."),
            default="200",
            minimum="1",
            maximum="366",
            only_when=BY_DAYS,
        ),
        Field(
            name="visits_per_day",
            kind="number",
            unit="visits",
            label=Text("Bezoeken per dag", "Visits per day"),
            help=Text("Het gemiddelde; 3,5 mag.", "The average; 3.5 is fine."),
            default="4",
            minimum="0.1",
            maximum="50",
            only_when=BY_DAYS,
        ),
        _yearly_hours(
            "working_hours",
            Text("Werkuren per jaar", "Working hours a year"),
            Text("Zonder verlof en ziekte.", "Without leave and illness."),
            "1890",
        ),
        _yearly_hours(
            "travel_hours",
            Text("Reisuren per jaar", "Travel hours a year"),
            Text(
                "Tel reizen hier of in de uren per bezoek, niet twee keer.",
                "Count travel here or per visit, not twice.",
            ),
            "1000",
        ),
        _yearly_hours(
            "preparation_hours",
            Text("Voorbereiding en administratie per jaar", "Preparation and administration a year"),
            Text("Uren achter het bureau.", "Hours at the desk."),
            "200",
        ),
        Field(
            name="hours_per_visit",
            kind="number",
            unit="hours",
            label=Text("Uren per bezoek", "Hours per visit"),
            help=Text("Het gesprek zelf; 1,5 is anderhalf uur.", "The visit itself; 1.5 is an hour and a half."),
            default="1.5",
            minimum="0.1",
            maximum="24",
            only_when=BY_HOURS,
        ),
    ),
    answers=(
        Output("cost_per_visit", "EUR", Text("Kosten per bezoek", "Cost per visit")),
        Output("annual_cost", "EUR", Text("Kosten per jaar", "Yearly cost")),
        Output("visits_per_year", "visits", Text("Bezoeken per jaar", "Visits a year")),
        Output("selling_hours", "hours", Text("Verkoopuren per jaar", "Selling hours a year")),
        Output("cost_per_selling_hour", "EUR", Text("Kosten per verkoopuur", "Cost per selling hour")),
    ),
    tables=(
        Table(
            "published",
            Text("Gepubliceerde kosten per bezoek, naast die van jou", "Published costs per visit, beside yours"),
            (
                Output(
                    "figure",
                    "code",
                    Text("Waar het bedrag vandaan komt", "Where the amount comes from"),
                    tuple(Choice(figure["name"], Text(**figure["title"])) for figure in FIGURES),
                ),
                Output("from", "EUR", Text("Van", "From")),
                Output("until", "EUR", Text("Tot en met", "Up to")),
                Output(
                    "certainty",
                    "code",
                    Text("Zekerheid", "Certainty"),
                    (
                        Choice("high", Text("na te rekenen", "can be recomputed")),
                        Choice("medium", Text("één bron", "one source")),
                        Choice("low", Text("zonder opbouw", "without a build-up")),
                    ),
                ),
                Output(
                    "compared",
                    "code",
                    Text("Jouw bedrag is", "Your amount is"),
                    (
                        Choice("lower", Text("lager", "lower")),
                        Choice("within", Text("binnen dit bereik", "within this range")),
                        Choice("higher", Text("hoger", "higher")),
                    ),
                ),
            ),
        ),
    ),
)
