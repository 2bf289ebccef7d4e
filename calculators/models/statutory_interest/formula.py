"""What is outstanding on an invoice that is paid late: principal, interest by period, and collection costs."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from calculators.core.dated_series import DatedRate, DatedSeries, dated_series
from calculators.core.days import ONE_DAY, anniversary, days_in
from calculators.core.fields import NO, YES
from calculators.core.money import to_cent, total
from calculators.core.problems import CalculatorError
from calculators.core.quantities import Quantity, euro, fraction
from calculators.core.results import Result
from calculators.core.sources import Source
from calculators.law.collection_costs import COLLECTION_COSTS, CostSlice, cost_slices, minimum_collection_costs
from calculators.law.collection_costs import collection_costs as costs_by_scale
from calculators.law.interest import NOTHING, Ledger, OverpaymentError, Payment, Terms
from calculators.models.statutory_interest.refusals import (
    LARGEST_CLAIM,
    costs_problems,
    more_than_owed,
    payment_problems,
    rate_problems,
    too_large_to_claim,
    vat_problems,
)

COMMERCIAL: Final = "commercial"
CONSUMER: Final = "consumer"
CONTRACTUAL: Final = "contractual"
SERIES: Final = {COMMERCIAL: "commercial_interest", CONSUMER: "consumer_interest"}
BY_KIND: Final = "by_kind"
VAT: Final = "value_added_tax"
CONTRACT: Final = Source("contract")


class Charges(NamedTuple):
    """What comes on top of principal and interest, in EUR: costs by slice, and VAT on them at its rate."""

    costs: Decimal = NOTHING
    slices: Sequence[CostSlice] = ()
    vat_rate: Decimal = NOTHING
    vat: Decimal = NOTHING


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
    payments: Sequence[Payment],
) -> Result:
    """What is outstanding on `paid` of an invoice that had to be paid by `due`, before any other payment on that day.

    `due` is the last day to pay; the days after it up to and including `paid` bear interest, each at the rate in force
    that day. Money in EUR, rounded by line; `payments` are settled at the end of their day, first against costs, then
    interest, then principal. Interest that has joined the base stays interest.

    Raises:
        CalculatorError: a day that the rates do not reach, a missing contract rate, a payment that does not fit, or a
            claim that grows too large.

    Source: art. 6:44, 6:96, 6:119, 6:119a and 6:120 BW; Besluit BIK; chapter accounts/late-payment.
    """
    is_late = paid > due
    rates = dated_series(SERIES[kind]) if kind in SERIES else None
    charges_costs = is_late and collection_costs == YES
    charges_vat = charges_costs and creditor_deducts_vat == NO
    problems = [
        *rate_problems(rates, contract_rate, due, paid),
        *(costs_problems(due, paid) if charges_costs else ()),
        *(vat_problems(paid) if charges_vat else ()),
        *payment_problems(payments, due, paid),
    ]
    if problems:
        raise CalculatorError(*problems)
    charges = _charges(principal, paid, with_vat=charges_vat) if charges_costs else Charges()
    terms = _terms(rates, contract_rate, due, paid, compounding, day_count)
    ledger = Ledger(principal, charges.costs + charges.vat, due + ONE_DAY, paid, terms)
    if is_late:
        _run(ledger, payments)
    answers = _answers(ledger, charges, payments, is_late=is_late)
    return Result(
        headline=_headline(answers, due, paid, has_payments=bool(payments), charges_costs=charges_costs),
        answers=answers,
        tables={"periods": ledger.lines, "cost_slices": charges.slices, "settlements": ledger.settlements},
        steps=_steps(ledger, payments, collection_costs, is_late=is_late, charges_vat=charges_vat),
        notes=_notes(kind, charges.costs, compounds=terms.compounding),
        sources=_sources(rates, due, paid, charges_vat=charges_vat),
        series=_series(rates, is_late=is_late, charges_costs=charges_costs, charges_vat=charges_vat),
    )


def _charges(principal: Decimal, paid: date, *, with_vat: bool) -> Charges:
    """The collection costs, with VAT at the rate of the day `paid` where it is added."""
    costs = costs_by_scale(principal)
    vat_rate = dated_series(VAT).rate_on(paid) if with_vat else NOTHING
    return Charges(costs, cost_slices(principal), vat_rate, to_cent(costs * vat_rate))


def _terms(
    rates: DatedSeries | None,
    contract_rate: Decimal | None,
    due: date,
    paid: date,
    compounding: str,
    day_count: str,
) -> Terms:
    """How interest runs: by law it is compounded, by contract only where asked."""
    compounds = compounding == YES or (compounding == BY_KIND and rates is not None)
    if rates is not None:
        return Terms(rates.row_on, rates.changes(due + ONE_DAY, paid), compounds, day_count)
    agreed = DatedRate(due + ONE_DAY, contract_rate or NOTHING, CONTRACT)
    return Terms(lambda _: agreed, (), compounds, day_count)


def _run(ledger: Ledger, payments: Sequence[Payment]) -> None:
    """Run the ledger; a payment of too much is a fault of its row, and a claim too large one of its last day."""
    numbered = sorted(enumerate(payments), key=lambda pair: pair[1].day)
    try:
        ledger.run([payment for _, payment in numbered])
    except OverpaymentError as error:
        raise CalculatorError(more_than_owed(numbered[error.index][0], error.owed)) from None
    if ledger.owed > LARGEST_CLAIM:
        raise CalculatorError(too_large_to_claim())


def _answers(ledger: Ledger, charges: Charges, payments: Sequence[Payment], *, is_late: bool) -> dict[str, Quantity]:
    """Every answer; what is not late says so beside the amount, as it may have been paid."""
    remark = None if is_late else "not_late"
    days = days_in(ledger.first, ledger.last)
    return {
        "total": Quantity(to_cent(ledger.owed), "EUR", remark),
        "outstanding_principal": Quantity(to_cent(ledger.principal), "EUR", remark),
        "outstanding_interest": euro(ledger.interest),
        "outstanding_costs": euro(ledger.costs),
        "days": Quantity(days, "days"),
        "interest": euro(total(line.interest for line in ledger.lines)),
        "collection_costs": euro(charges.costs),
        "vat_rate": fraction(charges.vat_rate),
        "vat_on_costs": euro(charges.vat),
        "settled": euro(total(payment.amount for payment in payments)),
    }


def _headline(
    answers: Mapping[str, Quantity], due: date, paid: date, *, has_payments: bool, charges_costs: bool
) -> str:
    """The code of the first sentence; it names only what was counted."""
    if paid <= due:
        return "last_day" if paid == due else "early"
    if not answers["total"].value:
        return "settled"
    return f"{'part_paid' if has_payments else 'late'}{'' if charges_costs else '_without_costs'}"


def _steps(
    ledger: Ledger, payments: Sequence[Payment], collection_costs: str, *, is_late: bool, charges_vat: bool
) -> list[str]:
    """The keys of what was done for each answer."""
    if not is_late:
        interest, costs, vat = "interest_not_late", "collection_costs_not_late", "vat_without_costs"
    elif collection_costs == NO:
        interest, costs, vat = _interest_step(ledger), "collection_costs_left_out", "vat_without_costs"
    else:
        interest, costs = _interest_step(ledger), "collection_costs"
        vat = "vat_rate" if charges_vat else "vat_deducted"
    after = "_after_payments" if payments else ""
    return [
        "days" if is_late else "days_not_late",
        interest,
        costs,
        vat,
        "vat_on_costs",
        "settled" if payments else "settled_nothing",
        *(f"{name}{after}" for name in ("outstanding_principal", "outstanding_interest", "outstanding_costs")),
        "total",
    ]


def _interest_step(ledger: Ledger) -> str:
    """Whether interest on interest was counted can be told from the second year on."""
    if ledger.last < anniversary(ledger.first, 1):
        return "interest"
    return "interest_compounded" if ledger.terms.compounding else "interest_simple"


def _notes(kind: str, costs: Decimal, *, compounds: bool) -> list[str]:
    """The codes of what a person should know beside the figures; a contract may be with a business or a consumer."""
    notes = []
    if kind != CONSUMER and costs > minimum_collection_costs():
        notes.append("effort_needed")
    if kind != COMMERCIAL and costs:
        notes.append("reminder_first")
    if kind != CONTRACTUAL and not compounds:
        notes.append("law_compounds")
    return [*notes, "not_advice"]


def _sources(rates: DatedSeries | None, due: date, paid: date, *, charges_vat: bool) -> list[Source]:
    """What this case rests on; where nothing is late no rate was read."""
    if rates is None:
        read = [CONTRACT] if paid > due else []
    else:
        read = [rates.law, *(rates.sources(due + ONE_DAY, paid) if paid > due else ())]
    if charges_vat:
        vat = dated_series(VAT)
        read += [vat.law, *vat.sources(paid, paid)]
    return read


def _series(rates: DatedSeries | None, *, is_late: bool, charges_costs: bool, charges_vat: bool) -> list[str]:
    """The names of what was read and will end one day."""
    read = [rates.name] if rates is not None and is_late else []
    return [*read, *([COLLECTION_COSTS] if charges_costs else []), *([VAT] if charges_vat else [])]
