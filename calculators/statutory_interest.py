"""Statutory interest on an invoice paid late (wettelijke handelsrente en wettelijke rente)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from calculators.core.collection_costs import collection_costs as costs_on
from calculators.core.collection_costs import collection_costs_from, collection_costs_source
from calculators.core.days import ONE_DAY, days_in
from calculators.core.errors import CalculatorError, Problem
from calculators.core.fields import NO, YES, YES_OR_NO, Calculator, Choice, Field, Output, Table
from calculators.core.interest import (
    ACTUAL_ACTUAL,
    COMPOUNDING_YEAR,
    DAYS_365,
    Ledger,
    OverpaymentError,
    Payment,
    Terms,
)
from calculators.core.money import euro, to_cent, total
from calculators.core.rates import RateTable, rate_table
from calculators.core.results import Quantity, Result, Source, Step
from calculators.core.sources import CHECKED
from calculators.core.text import Text

TABLES: Final = {"commercial": "commercial_interest", "consumer": "consumer_interest"}
CONTRACTUAL: Final = "contractual"
BY_KIND: Final = "by_kind"
PaymentRows = Sequence[tuple[date, Decimal]]


def statutory_interest(
    *,
    principal: Decimal,
    due: date,
    paid: date,
    kind: str,
    contract_rate: Decimal | None,
    compounding: str,
    day_count: str,
    collection_costs: str,
    creditor_deducts_vat: str,
    payments: PaymentRows,
) -> Result:
    """What may be claimed on an invoice that is paid late: interest by period, and collection costs.

    `due` is the last day to pay; the days after it up to and including `paid` bear interest, each at the
    rate in force that day. Money in EUR, rounded by line; `payments` are settled first against costs,
    then interest, then principal.

    Raises:
        CalculatorError: a day outside the rate table, a missing contract rate, a payment that does not fit.

    Source: art. 6:44, 6:96, 6:119, 6:119a and 6:120 BW; Besluit BIK; chapter accounts/late-payment.
    """
    is_late = paid > due
    charges_costs = is_late and collection_costs == YES
    problems = _problems(due, paid, kind, contract_rate, charges_costs=charges_costs, payments=payments)
    if problems:
        raise CalculatorError(*problems)
    principal = to_cent(principal)
    costs = costs_on(principal) if charges_costs else Decimal("0.00")
    vat = to_cent(costs * _vat_rate(paid)) if charges_costs and creditor_deducts_vat == NO else Decimal("0.00")
    terms = _terms(due, paid, kind, contract_rate, compounding, day_count)
    ledger = Ledger(principal, costs + vat, due + ONE_DAY, paid, terms)
    if is_late:
        _run(ledger, payments)
    interest = total(line.interest for line in ledger.lines)
    settled = total(to_cent(amount) for _, amount in payments)
    answers = {
        "total": euro(principal + interest + costs + vat - settled),
        "days": Quantity(days_in(due + ONE_DAY, paid), "days"),
        "interest": euro(interest),
        "collection_costs": euro(costs),
        "vat_on_costs": euro(vat),
        "settled": euro(settled),
    }
    return Result(
        headline=LATE if is_late else NOT_LATE,
        tone="neutral",
        answers=answers,
        steps=_steps(kind, compounded=terms.compounding),
        sources=_sources(kind),
        tables={"periods": tuple(ledger.lines), "settlements": tuple(ledger.settlements)},
        notes=_notes(kind, compounded=terms.compounding, charges_costs=charges_costs),
    )


def _run(ledger: Ledger, payments: PaymentRows) -> None:
    """Run the ledger; a payment of too much is a fault of its row."""
    numbered = sorted(enumerate(payments), key=lambda pair: pair[1][0])
    try:
        ledger.run([Payment(day, to_cent(amount)) for _, (day, amount) in numbered])
    except OverpaymentError as error:
        row = numbered[error.index][0]
        owed = {"owed": euro(error.owed)}
        depends_on = ("principal", "due", "paid", "kind", "contract_rate")
        raise CalculatorError(
            Problem("payments", "more_than_owed", MORE_THAN_OWED, owed, depends_on, row=row, column=1)
        ) from None


def _terms(due: date, paid: date, kind: str, contract_rate: Decimal | None, compounding: str, day_count: str) -> Terms:
    """How interest runs for the kind of claim."""
    compounds = compounding == YES or (compounding == BY_KIND and kind != CONTRACTUAL)
    if kind == CONTRACTUAL:
        agreed = contract_rate or Decimal(0)
        return Terms(lambda _: agreed, [], compounds, day_count)
    table = rate_table(TABLES[kind])
    return Terms(table.rate_on, table.changes(due + ONE_DAY, paid), compounds, day_count)


def _vat_rate(day: date) -> Decimal:
    return rate_table("value_added_tax").rate_on(day)


def _problems(
    due: date,
    paid: date,
    kind: str,
    contract_rate: Decimal | None,
    *,
    charges_costs: bool,
    payments: PaymentRows,
) -> list[Problem]:
    """Everything that keeps the claim from being computed."""
    problems = []
    if kind == CONTRACTUAL:
        if contract_rate is None:
            problems.append(Problem("contract_rate", "required", NO_CONTRACT_RATE, depends_on=("kind",)))
    elif paid > due:
        problems += _outside(rate_table(TABLES[kind]), due, paid)
    if charges_costs:
        problems += _costs_outside(due, paid)
    for row, (day, _) in enumerate(payments):
        if not due < day <= paid:
            limits = {"first": Quantity(due + ONE_DAY, "date"), "last": Quantity(paid, "date")}
            problems.append(
                Problem("payments", "outside_period", PAYMENT_OUTSIDE, limits, ("due", "paid"), row=row, column=0)
            )
    return problems


def _outside(table: RateTable, due: date, paid: date) -> list[Problem]:
    """The faults of days that the rate table does not know."""
    problems = []
    if due + ONE_DAY < table.known_from:
        first = {"limit": Quantity(table.known_from - ONE_DAY, "date")}
        problems.append(Problem("due", "before_known_from", BEFORE_KNOWN, first, ("kind",)))
    if paid > table.known_until:
        last = {"limit": Quantity(table.known_until, "date")}
        problems.append(Problem("paid", "after_known_until", AFTER_KNOWN, last, ("kind",)))
    return problems


def _costs_outside(due: date, paid: date) -> list[Problem]:
    """The faults of a claim to which the scale of collection costs, or the VAT on them, is not known to apply."""
    first, last = collection_costs_from(), rate_table("value_added_tax").known_until
    if due + ONE_DAY >= first and paid <= last:
        return []
    limits = {"first": Quantity(first, "date"), "last": Quantity(last, "date")}
    return [Problem("collection_costs", "outside_period", COSTS_OUTSIDE, limits, ("due", "paid"))]


def _steps(kind: str, *, compounded: bool) -> tuple[Step, ...]:
    """How each answer came about; the interest by line stands in the table."""
    source = rate_table(TABLES[kind]).source if kind in TABLES else None
    return (
        Step(
            "days",
            "",
            Text("Vanaf de dag na {due} tot en met {paid}.", "From the day after {due} up to and including {paid}."),
        ),
        Step("interest", "", COMPOUNDED_LINES if compounded else SIMPLE_LINES, source),
        Step("collection_costs", "", COSTS_STEP, collection_costs_source()),
        Step("vat_on_costs", "", VAT_STEP, rate_table("value_added_tax").source),
        Step("settled", "", Text("De som van de deelbetalingen.", "The sum of the part payments."), PART_PAYMENTS),
        Step("total", "{principal} + {interest} + {collection_costs} + {vat_on_costs} − {settled}"),
    )


def _sources(kind: str) -> tuple[Source, ...]:
    rates = (rate_table(TABLES[kind]).source,) if kind in TABLES else ()
    return (*rates, collection_costs_source(), rate_table("value_added_tax").source, PART_PAYMENTS)


def _notes(kind: str, *, compounded: bool, charges_costs: bool) -> tuple[Text, ...]:
    """What a person should know beside the figures."""
    notes = [NOT_ADVICE]
    if kind != CONTRACTUAL and not compounded:
        notes.append(LAW_COMPOUNDS)
    if kind == "consumer" and charges_costs:
        notes.append(REMINDER_FIRST)
    return tuple(notes)


PART_PAYMENTS: Final = Source(
    Text("Volgorde bij deelbetaling: art. 6:44 BW", "Order of part payments: art. 6:44 of the Dutch Civil Code"),
    "https://wetten.overheid.nl/BWBR0005289",
    CHECKED,
)
LATE: Final = Text(
    "Op {paid} mag je {total} vragen, waarvan {interest} rente over {days}.",
    "On {paid} you may claim {total}, of which {interest} is interest over {days}.",
)
NOT_LATE: Final = Text(
    "Op tijd betaald: er loopt geen rente, en er staat {total} open.",
    "Paid on time: no interest runs, and {total} is due.",
)
NOT_ADVICE: Final = Text(
    "Dit is een indicatie en geen juridisch advies.", "This is an indication and not legal advice."
)
LAW_COMPOUNDS: Final = Text(
    "De wet telt de rente na elk vol jaar bij het bedrag op; je hebt gekozen dat niet te doen.",
    "The law adds the interest to the amount after every full year; you chose not to.",
)
REMINDER_FIRST: Final = Text(
    "Een consument is pas incassokosten verschuldigd na een aanmaning met een termijn van veertien dagen.",
    "A consumer owes collection costs only after a reminder that leaves fourteen days to pay.",
)
NO_CONTRACT_RATE: Final = Text(
    "Vul de rente in die in het contract staat, in procenten per jaar.",
    "Enter the rate that the contract states, in percent a year.",
)
MORE_THAN_OWED: Final = Text(
    "Op die dag stond {owed} open. Vul dat bedrag of minder in.",
    "On that day {owed} was owed. Enter that amount or less.",
)
PAYMENT_OUTSIDE: Final = Text(
    "Kies een dag van {first} tot en met {last}. Trek een eerdere betaling af van de hoofdsom.",
    "Choose a day from {first} up to and including {last}. Deduct an earlier payment from the principal.",
)
BEFORE_KNOWN: Final = Text(
    "De rente is bekend voor vervaldagen vanaf {limit}. Kies die dag of een latere.",
    "The rate is known for due days from {limit}. Choose that day or a later one.",
)
AFTER_KNOWN: Final = Text(
    "De rente is bekend tot en met {limit}. Kies die dag of een eerdere.",
    "The rate is known up to and including {limit}. Choose that day or an earlier one.",
)
COSTS_OUTSIDE: Final = Text(
    "De incassokosten zijn bekend voor rente van {first} tot en met {last}. Kies hier nee, of pas de dagen aan.",
    "Collection costs are known for interest from {first} up to and including {last}. Choose no here, or change the days.",
)
COMPOUNDED_LINES: Final = Text(
    "De som van de perioden in de tabel, elk afgerond op de cent. Na elk vol jaar telt de rente mee in het bedrag.",
    "The sum of the periods in the table, each rounded to the cent. After each full year the interest joins the amount.",
)
SIMPLE_LINES: Final = Text(
    "De som van de perioden in de tabel, elk afgerond op de cent, zonder rente op rente.",
    "The sum of the periods in the table, each rounded to the cent, without interest on interest.",
)
COSTS_STEP: Final = Text(
    "Volgens de wettelijke staffel over {principal}, zonder rente.",
    "By the statutory scale over {principal}, without interest.",
)
VAT_STEP: Final = Text(
    "Alleen wie de btw niet kan aftrekken, mag haar over de kosten vragen.",
    "Only who cannot deduct VAT may charge it on the costs.",
)

CALCULATOR: Final = Calculator(
    name="statutory_interest",
    title=Text("Wettelijke rente op een factuur", "Statutory interest on an invoice"),
    purpose=Text(
        "Wat je mag vragen op een factuur die te laat betaald is: rente per periode en incassokosten.",
        "What you may claim on an invoice that is paid late: interest by period and collection costs.",
    ),
    headline="total",
    calculate=statutory_interest,
    sources=(PART_PAYMENTS,),
    fields=(
        Field(
            name="principal",
            kind="money",
            unit="EUR",
            label=Text("Factuurbedrag met btw", "Invoice amount with VAT"),
            help=Text("De rente loopt over het bedrag met btw.", "Interest runs over the amount with VAT."),
            default="12100",
            minimum="0.01",
            maximum="100000000000",
        ),
        Field(
            name="due",
            kind="day",
            unit="date",
            label=Text("Laatste dag om te betalen", "Last day to pay"),
            help=Text(
                "De rente begint de dag erna. Niets afgesproken: 30 dagen na ontvangst van de factuur.",
                "Interest starts the day after. Nothing agreed: 30 days after the invoice was received.",
            ),
            default="2026-05-31",
            minimum="1990-01-01",
            maximum="2099-12-31",
        ),
        Field(
            name="paid",
            kind="day",
            unit="date",
            label=Text("Betaald op, of gerekend tot en met", "Paid on, or counted up to and including"),
            help=Text("Deze dag telt mee.", "This day counts."),
            default="2026-09-30",
            minimum="1990-01-01",
            maximum="2099-12-31",
        ),
        Field(
            name="kind",
            kind="choice",
            unit="code",
            label=Text("Soort rente", "Kind of interest"),
            help=Text(
                "Handelsrente geldt tussen bedrijven en voor overheden.",
                "Commercial interest applies between businesses and to public bodies.",
            ),
            default="commercial",
            choices=(
                Choice("commercial", Text("handelsrente", "commercial")),
                Choice("consumer", Text("consument", "consumer")),
                Choice(CONTRACTUAL, Text("contract", "contractual")),
            ),
        ),
        Field(
            name="contract_rate",
            kind="percent",
            unit="fraction",
            label=Text("Rente in het contract", "Rate in the contract"),
            help=Text("In procenten per jaar.", "In percent a year."),
            default="",
            minimum="0",
            maximum="100",
            optional=True,
            only_when=("kind", CONTRACTUAL),
        ),
        Field(
            name="compounding",
            kind="choice",
            unit="code",
            label=Text("Rente op rente na elk vol jaar", "Interest on interest after each full year"),
            help=Text(
                "Volgens de soort: bij wettelijke rente wel, bij contractrente niet.",
                "By kind: yes for statutory interest, no for contractual interest.",
            ),
            default=BY_KIND,
            choices=(Choice(BY_KIND, Text("volgens de soort", "by kind")), *YES_OR_NO),
        ),
        Field(
            name="day_count",
            kind="choice",
            unit="code",
            label=Text("Telling van de dagen", "Day count"),
            help=Text(
                "De wet schrijft geen telling voor; delen door 365 is gangbaar.",
                "The law sets no day count; dividing by 365 is common.",
            ),
            default=DAYS_365,
            choices=(
                Choice(DAYS_365, Text("dagen / 365", "days / 365")),
                Choice(COMPOUNDING_YEAR, Text("dagen / rentejaar", "days / interest year")),
                Choice(ACTUAL_ACTUAL, Text("dagen / kalenderjaar", "days / calendar year")),
            ),
        ),
        Field(
            name="collection_costs",
            kind="choice",
            unit="code",
            label=Text("Incassokosten meerekenen", "Include collection costs"),
            help=Text(
                "Tussen bedrijven is ten minste € 40 verschuldigd zonder aanmaning.",
                "Between businesses at least €40 is due without a reminder.",
            ),
            default=YES,
            choices=YES_OR_NO,
        ),
        Field(
            name="creditor_deducts_vat",
            kind="choice",
            unit="code",
            label=Text("Kun jij de btw aftrekken?", "Can you deduct VAT?"),
            help=Text(
                "Zo nee, dan komt er btw over de incassokosten bij.", "If not, VAT is added to the collection costs."
            ),
            default=YES,
            choices=YES_OR_NO,
        ),
        Field(
            name="payments",
            kind="table",
            unit="table",
            label=Text("Deelbetalingen", "Part payments"),
            help=Text(
                "Ze gaan eerst van de kosten af, dan van de rente en dan van de hoofdsom.",
                "They go first to the costs, then to interest and then to the principal.",
            ),
            default="",
            optional=True,
            maximum_rows=50,
            columns=(
                Field(
                    name="day",
                    kind="day",
                    unit="date",
                    label=Text("Dag", "Day"),
                    help=Text("De dag van de betaling.", "The day of the payment."),
                    default="",
                    minimum="1990-01-01",
                    maximum="2099-12-31",
                ),
                Field(
                    name="amount",
                    kind="money",
                    unit="EUR",
                    label=Text("Bedrag", "Amount"),
                    help=Text("Wat er betaald is.", "What was paid."),
                    default="",
                    minimum="0.01",
                    maximum="100000000000",
                ),
            ),
        ),
    ),
    answers=(
        Output("total", "EUR", Text("Te vorderen", "To claim")),
        Output("days", "days", Text("Dagen te laat", "Days late")),
        Output("interest", "EUR", Text("Rente", "Interest")),
        Output("collection_costs", "EUR", Text("Incassokosten", "Collection costs")),
        Output("vat_on_costs", "EUR", Text("Btw over de incassokosten", "VAT on the collection costs")),
        Output("settled", "EUR", Text("Al betaald", "Paid already")),
    ),
    tables=(
        Table(
            "periods",
            Text("Rente per periode", "Interest by period"),
            (
                Output("from", "date", Text("Vanaf", "From")),
                Output("until", "date", Text("Tot en met", "Up to and including")),
                Output("days", "days", Text("Dagen", "Days")),
                Output("rate", "fraction", Text("Rente per jaar", "Rate a year")),
                Output("base", "EUR", Text("Over", "Over")),
                Output("interest", "EUR", Text("Rente", "Interest")),
            ),
        ),
        Table(
            "settlements",
            Text("Waar de deelbetalingen heen gingen", "What the part payments went to"),
            (
                Output("day", "date", Text("Dag", "Day")),
                Output("amount", "EUR", Text("Betaald", "Paid")),
                Output("costs", "EUR", Text("Kosten", "Costs")),
                Output("interest", "EUR", Text("Rente", "Interest")),
                Output("principal", "EUR", Text("Hoofdsom", "Principal")),
            ),
        ),
    ),
)
