"""The whole customer list: what it takes and what it answers."""

from typing import Final

from calculators.accounts.contribution import Contribution
from calculators.accounts.customers import customer_row
from calculators.accounts.levers import NOT_NEEDED
from calculators.accounts.portfolio import LEVER_CODES
from calculators.core.declarations import Compared, Declaration, Opening, answer, bars, column, plot, step, table
from calculators.core.fields import MOST_MONEY, group, money, number, percent, text, typed_table, whole
from calculators.core.sources import UNPROFITABLE_CUSTOMERS
from calculators.core.steps import steps
from calculators.models.portfolio.formula import portfolio
from calculators.models.portfolio.opening import review_figures
from calculators.models.portfolio.tables import CLASSES, SIZES

MOST: Final = "1000000"
MOST_COST: Final = "100000"
MOST_DAYS: Final = "1000"
MOST_CUSTOMERS: Final = 250_000  # in a page: half a minute of reckoning; the command line takes more
LINES: Final = Contribution._fields

CUSTOMERS: Final = typed_table(
    "customers",
    customer_row,
    text("name"),
    money("list_revenue", minimum=f"-{MOST_MONEY}"),  # credit notes have a sentence of their own
    percent("discount", optional=True),
    money("discount_amount", optional=True),
    percent("bonus", optional=True),
    percent("gross_margin", minimum="-1000", optional=True),
    money("gross_profit", minimum=f"-{MOST_MONEY}", optional=True),
    money("goods", optional=True),
    whole("visits", "visits", maximum=MOST, optional=True),
    money("cost_per_visit", maximum=MOST_COST, optional=True),
    whole("calls", maximum=MOST, optional=True),
    money("cost_per_call", maximum=MOST_COST, optional=True),
    whole("orders", maximum=MOST, optional=True),
    money("cost_per_order", maximum=MOST_COST, optional=True),
    whole("invoices", maximum=MOST, optional=True),
    money("cost_per_invoice", maximum=MOST_COST, optional=True),
    whole("shipments", maximum=MOST, optional=True),
    money("cost_per_shipment", maximum=MOST_COST, optional=True),
    money("freight_costs", optional=True),
    money("freight_charged", optional=True),
    money("other_costs", optional=True),
    number("agreed_days", "days", maximum=MOST_DAYS, optional=True),
    number("actual_days", "days", maximum=MOST_DAYS, optional=True),
    maximum_rows=MOST_CUSTOMERS,
    listed=True,
    optional=True,
)

DECLARATION: Final = Declaration(
    formula=portfolio,
    groups=(
        group("list", CUSTOMERS),
        group("margin", percent("gross_margin", default="25", tried=steps("0", "60"))),
        group(
            "visits_and_calls",
            whole("visits", "visits", maximum=MOST, optional=True),
            money("cost_per_visit", maximum=MOST_COST, optional=True, built_by="cost_per_visit"),
            whole("calls", maximum=MOST, optional=True),
            money("cost_per_call", maximum=MOST_COST, optional=True),
        ),
        group(
            "orders_and_invoices",
            whole("orders", maximum=MOST, optional=True),
            money("cost_per_order", maximum=MOST_COST, optional=True),
            whole("invoices", maximum=MOST, optional=True),
            money("cost_per_invoice", maximum=MOST_COST, optional=True),
        ),
        group(
            "freight",
            whole("shipments", maximum=MOST, optional=True),
            money("cost_per_shipment", maximum=MOST_COST, optional=True),
        ),
        group(
            "payment",
            number("agreed_days", "days", maximum=MOST_DAYS, optional=True),
            number("actual_days", "days", maximum=MOST_DAYS, optional=True),
            percent("financing_rate", default="8"),
        ),
        group("target", percent("target_contribution", default="0", tried=steps("0", "25"))),
    ),
    main="total_contribution",
    answers=(
        answer("total_contribution", "EUR"),
        answer("total_revenue", "EUR"),
        answer("contribution_share", "fraction"),
        answer("number_of_customers", "number"),
        answer("loss_making", "number"),
        answer("loss_making_sum", "EUR"),
        answer("mended", "number"),
        answer("mending_gain", "EUR"),
        answer("contribution_after_mending", "EUR"),
        answer("top_20_customers", "number"),
        answer("top_20_revenue", "EUR"),
        answer("top_20_revenue_share", "fraction"),
        answer("gini", "fraction"),
        answer("hhi", "fraction"),
        answer("peak_customers", "number"),
        answer("peak_position", "fraction"),
        answer("peak_contribution", "EUR"),
        answer("peak_share", "fraction"),
        answer("small_customers", "number"),
        answer("small_customers_revenue", "EUR"),
        answer("small_customers_contribution", "EUR"),
        answer("small_customers_share", "fraction"),
    ),
    headlines={
        "no_customers": "neutral",
        "no_loss_makers": "good",
        "loss_makers": "caution",
        "loss_makers_unmended": "caution",
        "list_loses": "bad",
        "list_loses_unmended": "bad",
    },
    tables=(
        table(
            "size_classes",
            column("size_class", "code", *SIZES),
            column("customers", "number"),
            column("loss_making", "number"),
            column("revenue", "EUR"),
            column("contribution", "EUR"),
            column("contribution_share", "fraction"),
        ),
        table(
            "classes",
            column("revenue_class", "code", *CLASSES),
            column("customers", "number"),
            column("loss_making", "number"),
            column("revenue", "EUR"),
            column("revenue_share", "fraction"),
            column("contribution", "EUR"),
            column("contribution_share", "fraction"),
        ),
        table(
            "levers",
            column("first_lever", "code", *(code for code in LEVER_CODES if code != NOT_NEEDED)),
            column("customers", "number"),
            column("gain", "EUR"),
        ),
        table("lines", column("line", "code", *LINES), column("amount", "EUR")),
        table("left_out", column("line", "code", *LINES), column("customers", "number")),
        table(
            "customers",
            column("rank", "number"),
            column("name", "text"),
            column("revenue", "EUR"),
            column("revenue_share", "fraction"),
            column("revenue_class", "code", *CLASSES),
            column("contribution", "EUR"),
            column("first_lever", "code", *LEVER_CODES),
            column("gain", "EUR"),
        ),
    ),
    compared=(Compared("contribution", "total_contribution", "contribution_after_mending"),),
    steps=(
        step("number_of_customers"),
        step("total_revenue"),
        step("total_contribution"),
        step("contribution_share", "{total_contribution} / {total_revenue}"),
        step("loss_making"),
        step("loss_making_sum"),
        step("mended", source=UNPROFITABLE_CUSTOMERS),
        step("mending_gain", source=UNPROFITABLE_CUSTOMERS),
        step("contribution_after_mending", "{total_contribution} + {mending_gain}"),
        step("top_20_customers", "{number_of_customers} / 5", rounding="up"),
        step("top_20_revenue"),
        step("top_20_revenue_share", "{top_20_revenue} / {total_revenue}"),
        step("gini"),
        step("hhi"),
        step("peak_customers"),
        step("peak_position", "{peak_customers} / {number_of_customers}"),
        step("peak_contribution", "{total_contribution} − {loss_making_sum}"),
        step("peak_share", "{peak_contribution} / {total_contribution}"),
        step("small_customers"),
        step("small_customers_revenue"),
        step("small_customers_contribution"),
        step(
            "small_customers_share",
            "{small_customers_contribution} / {small_customers_revenue}",
            source=UNPROFITABLE_CUSTOMERS,
        ),
    ),
    pictures=(
        plot("whale_curve", x="number", y="EUR", together="line", peak="point", total="level"),
        bars("by_size", "EUR", *SIZES),
    ),
    sources=(UNPROFITABLE_CUSTOMERS,),
    opening=Opening("customers", "account_review", review_figures),
)
