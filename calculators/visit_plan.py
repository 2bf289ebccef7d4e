"""Visit frequency programme by the workload method (bezoekfrequentieprogramma)."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final, cast

from calculators.core.fields import Calculator, Choice, Field, Output, Table, TableValue
from calculators.core.money import euro, number, plain, rounded, to_cent, to_fraction, total
from calculators.core.results import Result, Row, Source, Step, Tone
from calculators.core.sources import CHECKED, UNPROFITABLE_CUSTOMERS
from calculators.core.text import Text

ONE: Final = Decimal(1)
Segment = tuple[str, int, Decimal, Decimal, Decimal | None]

WORKLOAD: Final = Source(
    Text(
        "Werklastmethode: klanten × bezoeken × uren per bezoek, gedeeld door de uren van een verkoper",
        "Workload method: customers × visits × hours per visit, divided by the hours of a salesperson",
    ),
    "",
    CHECKED,
)


def visit_plan(*, segments: TableValue, hours_per_rep: Decimal, cost_per_visit: Decimal) -> Result:
    """The visits, hours, salespeople and costs of a visit programme, and what each segment can carry.

    A segment is (name, customers, visits a year, hours per visit, gross profit per customer in EUR a year or None).
    `hours_per_rep` are the selling hours of one salesperson a year, above 0; `cost_per_visit` in EUR. Costs are rounded
    to the cent for each segment, and totals add them. A segment carries as many whole visits per customer as its gross
    profit pays for.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/visit-programme.
    """
    plan = cast("tuple[Segment, ...]", segments)
    visits = [customers * frequency for _, customers, frequency, _, _ in plan]
    hours = [count * segment[3] for count, segment in zip(visits, plan, strict=True)]
    costs = [to_cent(count * cost_per_visit) for count in visits]
    all_visits, all_hours = sum(visits, Decimal(0)), sum(hours, Decimal(0))
    reps = all_hours / hours_per_rep
    carried = [_carried(segment[4], cost_per_visit) for segment in plan]
    verdicts = [_verdict(segment[2], most) for segment, most in zip(plan, carried, strict=True)]
    rows: tuple[Row, ...] = tuple(
        (
            segment[0],
            plain(to_cent(count)),
            plain(to_cent(spent)),
            cost,
            to_fraction(count / all_visits) if all_visits else None,
            most,
            verdict,
        )
        for segment, count, spent, cost, most, verdict in zip(
            plan, visits, hours, costs, carried, verdicts, strict=True
        )
    )
    headline, tone = HEADLINES["none" if not all_visits else TOO_MANY if TOO_MANY in verdicts else "fits"]
    return Result(
        headline=headline,
        tone=tone,
        answers={
            "reps_needed": number(reps),
            "reps_needed_whole": number(rounded(reps, ONE, ROUND_CEILING)),
            "visits": number(all_visits, "visits"),
            "hours_needed": number(all_hours, "hours"),
            "visit_costs": euro(total(costs)),
        },
        tables={"segments": rows},
        steps=STEPS,
        sources=(UNPROFITABLE_CUSTOMERS, WORKLOAD),
    )


def _carried(gross_profit: Decimal | None, cost_per_visit: Decimal) -> Decimal | None:
    """The whole visits per customer that the gross profit pays for; None where nothing limits them."""
    if gross_profit is None or not cost_per_visit:
        return None
    return max(Decimal(0), rounded(gross_profit / cost_per_visit, ONE, ROUND_FLOOR))


def _verdict(frequency: Decimal, carried: Decimal | None) -> str:
    if carried is None:
        return UNKNOWN
    return TOO_MANY if frequency > carried else WITHIN


TOO_MANY: Final = "too_many"
WITHIN: Final = "within"
UNKNOWN: Final = "unknown"

HEADLINES: Final[dict[str, tuple[Text, Tone]]] = {
    "fits": (
        Text(
            "Dit programma vraagt {reps_needed} verkopers ({reps_needed_whole} naar boven afgerond): {visits} en "
            "{hours_needed} per jaar, voor {visit_costs}.",
            "This programme takes {reps_needed} salespeople ({reps_needed_whole} rounded up): {visits} and "
            "{hours_needed} a year, at {visit_costs}.",
        ),
        "neutral",
    ),
    TOO_MANY: (
        Text(
            "Dit programma vraagt {reps_needed} verkopers en kost {visit_costs} per jaar. "
            "In ten minste één segment zijn er meer bezoeken dan de brutowinst kan betalen.",
            "This programme takes {reps_needed} salespeople and costs {visit_costs} a year. "
            "In at least one segment there are more visits than the gross profit can pay for.",
        ),
        "caution",
    ),
    "none": (
        Text("Er staan nog geen bezoeken in dit programma.", "There are no visits in this programme yet."),
        "neutral",
    ),
}

STEPS: Final = (
    Step(
        "visits",
        "",
        Text(
            "Klanten × bezoeken per jaar, opgeteld over de segmenten.",
            "Customers × visits a year, added over segments.",
        ),
        UNPROFITABLE_CUSTOMERS,
    ),
    Step(
        "hours_needed",
        "",
        Text(
            "Bezoeken × uren per bezoek, opgeteld over de segmenten.", "Visits × hours per visit, added over segments."
        ),
        WORKLOAD,
    ),
    Step("reps_needed", "{hours_needed} / {hours_per_rep}", source=WORKLOAD),
    Step("reps_needed_whole", "{hours_needed} / {hours_per_rep}", Text("Naar boven afgerond.", "Rounded up.")),
    Step(
        "visit_costs",
        "{visits} × {cost_per_visit}",
        Text("Per segment op de cent afgerond en dan opgeteld.", "Put to the cent for each segment, then added."),
    ),
)

CALCULATOR: Final = Calculator(
    name="visit_plan",
    title=Text("Bezoekplan", "Visit plan"),
    purpose=Text(
        "Hoeveel verkopers je bezoekprogramma vraagt, wat het kost en welk segment de bezoeken kan dragen.",
        "How many salespeople your visit programme takes, what it costs and which segment can carry its visits.",
    ),
    headline="reps_needed",
    calculate=visit_plan,
    sources=(UNPROFITABLE_CUSTOMERS, WORKLOAD),
    fields=(
        Field(
            name="segments",
            kind="table",
            unit="table",
            label=Text("Segmenten", "Segments"),
            help=Text(
                "Deel klanten in naar potentie en bijdrage samen, niet naar omzet alleen. Eén rij per segment.",
                "Group customers by potential and contribution together, not by revenue alone. One row per segment.",
            ),
            default="A:20:24:1.5:12000 B:60:12:1:4000 C:150:4:0.75:700",
            columns=(
                Field(
                    name="name",
                    kind="text",
                    unit="text",
                    label=Text("Segment", "Segment"),
                    help=Text("Een korte naam.", "A short name."),
                    default="",
                ),
                Field(
                    name="customers",
                    kind="whole",
                    unit="number",
                    label=Text("Klanten", "Customers"),
                    help=Text("Hoeveel klanten.", "How many customers."),
                    default="",
                    minimum="0",
                    maximum="1000000",
                ),
                Field(
                    name="visits_per_year",
                    kind="number",
                    unit="visits",
                    label=Text("Bezoeken per klant per jaar", "Visits per customer a year"),
                    help=Text("0,5 is eens in de twee jaar.", "0.5 is once every two years."),
                    default="",
                    minimum="0",
                    maximum="366",
                ),
                Field(
                    name="hours_per_visit",
                    kind="number",
                    unit="hours",
                    label=Text("Uren per bezoek", "Hours per visit"),
                    help=Text(
                        "Tel reistijd hier of in de uren per verkoper.", "Count travel here or in the hours per rep."
                    ),
                    default="",
                    minimum="0",
                    maximum="24",
                ),
                Field(
                    name="gross_profit_per_customer",
                    kind="money",
                    unit="EUR",
                    label=Text("Brutowinst per klant per jaar", "Gross profit per customer a year"),
                    help=Text("Mag leeg blijven.", "May stay empty."),
                    default="",
                    minimum="-100000000000",
                    maximum="100000000000",
                    optional=True,
                ),
            ),
        ),
        Field(
            name="hours_per_rep",
            kind="number",
            unit="hours",
            label=Text("Verkoopuren per verkoper per jaar", "Selling hours per salesperson a year"),
            help=Text(
                "Werkuren zonder reizen, voorbereiding en administratie, zoals bij Kosten per bezoek.",
                "Working hours without travel, preparation and administration, as in Cost per visit.",
            ),
            default="690",
            minimum="1",
            maximum="8784",
        ),
        Field(
            name="cost_per_visit",
            kind="money",
            unit="EUR",
            label=Text("Kosten per bezoek", "Cost per visit"),
            help=Text("Je eigen bedrag; zie Kosten per bezoek.", "Your own amount; see Cost per visit."),
            default="250",
            minimum="0",
            maximum="1000000",
        ),
    ),
    answers=(
        Output("reps_needed", "number", Text("Verkopers nodig", "Salespeople needed")),
        Output(
            "reps_needed_whole",
            "number",
            Text("Verkopers nodig, naar boven afgerond", "Salespeople needed, rounded up"),
        ),
        Output("visits", "visits", Text("Bezoeken per jaar", "Visits a year")),
        Output("hours_needed", "hours", Text("Uren per jaar", "Hours a year")),
        Output("visit_costs", "EUR", Text("Bezoekkosten per jaar", "Visit costs a year")),
    ),
    tables=(
        Table(
            "segments",
            Text("Per segment", "By segment"),
            (
                Output("name", "text", Text("Segment", "Segment")),
                Output("visits", "visits", Text("Bezoeken per jaar", "Visits a year")),
                Output("hours", "hours", Text("Uren per jaar", "Hours a year")),
                Output("costs", "EUR", Text("Kosten per jaar", "Costs a year")),
                Output("share", "fraction", Text("Deel van de bezoeken", "Share of visits")),
                Output(
                    "visits_carried",
                    "visits",
                    Text("De brutowinst van één klant betaalt", "One customer's gross profit pays for"),
                ),
                Output(
                    "verdict",
                    "code",
                    Text("Oordeel", "Verdict"),
                    (
                        Choice(WITHIN, Text("past", "fits"), "good"),
                        Choice(TOO_MANY, Text("te veel bezoeken", "too many visits"), "caution"),
                        Choice(UNKNOWN, Text("niet te zeggen", "cannot be said")),
                    ),
                ),
            ),
        ),
    ),
)
