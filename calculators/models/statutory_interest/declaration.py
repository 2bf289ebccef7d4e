"""Statutory interest: what it takes and what it answers."""

from typing import Final

from calculators.core.dated_series import dated_series
from calculators.core.declarations import Declaration, answer, column, step, table
from calculators.core.fields import NO, YES, choice, day, group, money, percent, typed_table, yes_or_no
from calculators.core.sources import Source
from calculators.law.collection_costs import collection_costs_source
from calculators.law.interest import ACTUAL_ACTUAL, COMPOUNDING_YEAR, DAYS_365, Payment
from calculators.models.statutory_interest.formula import (
    BY_KIND,
    COMMERCIAL,
    CONSUMER,
    CONTRACT,
    CONTRACTUAL,
    SERIES,
    statutory_interest,
)

PART_PAYMENTS: Final = Source("part_payments", "https://wetten.overheid.nl/BWBR0005289")
RATES_READ_FROM: Final = dict.fromkeys(
    [row.source.name for name in SERIES.values() for row in dated_series(name).rows] + [CONTRACT.name]
)

DECLARATION: Final = Declaration(
    formula=statutory_interest,
    groups=(
        group(
            "invoice",
            money("principal", default="12100", minimum="0.01"),
            day("due", default="2026-05-31"),
            day("paid", default="2026-09-30"),
        ),
        group(
            "interest",
            choice("kind", COMMERCIAL, CONSUMER, CONTRACTUAL, default=COMMERCIAL),
            percent("contract_rate", optional=True, only_when=("kind", CONTRACTUAL)),
            choice("compounding", BY_KIND, YES, NO, default=BY_KIND),
            choice("day_count", DAYS_365, COMPOUNDING_YEAR, ACTUAL_ACTUAL, default=DAYS_365),
            fold="closed",
        ),
        group(
            "collection_costs",
            yes_or_no("collection_costs", default=YES),
            yes_or_no("creditor_deducts_vat", default=YES, only_when=("collection_costs", YES)),
        ),
        group(
            "part_payments",
            typed_table(
                "payments", Payment, day("day"), money("amount", minimum="0.01"), optional=True, maximum_rows=50
            ),
            fold="closed",
        ),
    ),
    main="total",
    answers=(
        answer("total", "EUR"),
        answer("outstanding_principal", "EUR"),
        answer("outstanding_interest", "EUR"),
        answer("outstanding_costs", "EUR"),
        answer("days", "days"),
        answer("interest", "EUR"),
        answer("collection_costs", "EUR"),
        answer("vat_rate", "fraction"),
        answer("vat_on_costs", "EUR"),
        answer("settled", "EUR"),
    ),
    headlines={
        "early": "good",
        "last_day": "good",
        "late": "neutral",
        "late_without_costs": "neutral",
        "part_paid": "neutral",
        "part_paid_without_costs": "neutral",
        "settled": "good",
    },
    tables=(
        table(
            "periods",
            column("from", "date"),
            column("until", "date"),
            column("days", "days"),
            column("rate", "fraction"),
            column("base", "EUR"),
            column("interest", "EUR"),
            column("divisor", "days"),
            column("source", "code", *RATES_READ_FROM),
        ),
        table(
            "cost_slices",
            column("from", "EUR"),
            column("until", "EUR"),
            column("part", "EUR"),
            column("rate", "fraction"),
            column("amount", "EUR"),
        ),
        table(
            "settlements",
            column("day", "date"),
            column("amount", "EUR"),
            column("costs", "EUR"),
            column("interest", "EUR"),
            column("principal", "EUR"),
        ),
    ),
    steps=(
        step("days"),
        step("days", key="days_not_late"),
        step("interest"),
        step("interest", key="interest_compounded"),
        step("interest", key="interest_simple"),
        step("interest", key="interest_not_late"),
        step("collection_costs", source=collection_costs_source()),
        step("collection_costs", key="collection_costs_left_out"),
        step("collection_costs", key="collection_costs_not_late"),
        step("vat_rate"),
        step("vat_rate", key="vat_deducted"),
        step("vat_rate", key="vat_without_costs"),
        step("vat_on_costs", "{collection_costs} × {vat_rate}"),
        step("settled", source=PART_PAYMENTS),
        step("settled", key="settled_nothing"),
        step("outstanding_principal"),
        step("outstanding_principal", key="outstanding_principal_after_payments"),
        step("outstanding_interest"),
        step("outstanding_interest", key="outstanding_interest_after_payments"),
        step("outstanding_costs", "{collection_costs} + {vat_on_costs}"),
        step("outstanding_costs", key="outstanding_costs_after_payments"),
        step("total", "{outstanding_principal} + {outstanding_interest} + {outstanding_costs}"),
    ),
)
