"""Late invoices: what it takes and what it answers."""

from typing import Final

from calculators.core.declarations import Declaration, answer, bars, column, step, table
from calculators.core.fields import MOST_MONEY, NO, YES, choice, day, group, money, percent, text, typed_table, whole
from calculators.core.sources import UNPROFITABLE_CUSTOMERS
from calculators.core.steps import steps
from calculators.core.words import LANGS
from calculators.law.collection_costs import collection_costs_source
from calculators.models.late_invoices.answers import AGES, LATER
from calculators.models.late_invoices.customers import ALL_LATE, NOT_CLAIMED, NOTHING, OPEN_INVOICES
from calculators.models.late_invoices.formula import late_invoices
from calculators.models.late_invoices.invoices import LEFT_OUT, InvoiceRow
from calculators.models.late_invoices.letter import AS_THE_PAGE

DECLARATION: Final = Declaration(
    formula=late_invoices,
    groups=(
        group(
            "list",
            typed_table(
                "invoices",
                InvoiceRow,
                text("customer"),
                text("invoice", optional=True),
                day("invoice_day"),
                day("due_day", optional=True),
                day("paid_day", optional=True),
                money("amount", minimum=f"-{MOST_MONEY}"),
                money("open_amount", minimum=f"-{MOST_MONEY}", optional=True),
                maximum_rows=100_000,
                listed=True,
                optional=True,
                private=True,
            ),
        ),
        group(
            "terms",
            whole("agreed_days", "days", default="30", maximum="365"),
            day("counted_until", default="2026-09-30", optional=True),
            percent("financing_rate", default="6", tried=steps("0", "20", "0.5")),
            choice("claimed", ALL_LATE, OPEN_INVOICES, NOTHING, default=ALL_LATE),
        ),
        group(
            "letter",
            text("letter_customer", optional=True, private=True),
            choice("letter_language", AS_THE_PAGE, *LANGS, default=AS_THE_PAGE),
            whole("letter_days", "days", default="14", minimum="1", maximum="60"),
            fold="closed",
        ),
    ),
    main="interest_loss",
    answers=(
        answer("interest_loss", "EUR"),
        answer("days_late", "days"),
        answer("days_to_pay", "days"),
        answer("counted", "number"),
        answer("late", "number"),
        answer("open_amount", "EUR"),
        answer("overdue_amount", "EUR"),
        answer("credit_used", "EUR"),
        answer("principal", "EUR"),
        answer("statutory_interest", "EUR"),
        answer("collection_costs", "EUR"),
        answer("claim", "EUR"),
        answer("demanded", "EUR"),
        answer("left_out", "number"),
        answer("not_claimed", "number"),
    ),
    headlines={
        "late": "caution",
        "paid_late": "caution",
        "late_without_claim": "caution",
        "late_unclaimed": "caution",
        "on_time": "good",
        "nothing_counted": "neutral",
        "no_rows": "neutral",
    },
    tables=(
        table(
            "customers",
            column("customer", "text"),
            column("late", "number"),
            column("days_late", "days"),
            column("principal", "EUR"),
            column("interest", "EUR"),
            column("costs", "EUR"),
            column("demanded", "EUR"),
            column("interest_loss", "EUR"),
        ),
        table(
            "late_invoices",
            column("customer", "text"),
            column("invoice", "text"),
            column("due", "date"),
            column("until", "date"),
            column("days_late", "days"),
            column("open", "code", YES, NO),
            column("amount", "EUR"),
            column("interest_loss", "EUR"),
            column("interest", "EUR"),
        ),
        table(
            "excluded",
            column("customer", "text"),
            column("invoice", "text"),
            column("reason", "code", *LEFT_OUT, *NOT_CLAIMED),
        ),
    ),
    steps=(
        step("interest_loss", source=UNPROFITABLE_CUSTOMERS),
        step("days_late", source=UNPROFITABLE_CUSTOMERS),
        step("days_to_pay"),
        step("counted"),
        step("late"),
        step("open_amount"),
        step("overdue_amount"),
        step("credit_used"),
        step("principal"),
        step("statutory_interest"),
        step("collection_costs", source=collection_costs_source()),
        step("claim", "{statutory_interest} + {collection_costs}"),
        step("demanded", "{principal} + {claim}"),
        step("left_out"),
        step("not_claimed"),
    ),
    pictures=(bars("by_days_late", "EUR", *AGES, LATER),),
    sources=(UNPROFITABLE_CUSTOMERS,),
)
