"""Sources that several calculators name."""

from typing import Final

from calculators.core.results import Source
from calculators.core.text import Text

CHECKED: Final = "2026-11-23"

UNPROFITABLE_CUSTOMERS: Final = Source(
    Text(
        "Bronartikel “Gun de concurrent verliesgevende klanten”, Oravi, 2019",
        "Source article “Gun de concurrent verliesgevende klanten” (on unprofitable customers), Oravi, 2019",
    ),
    "",
    CHECKED,
)
DISCOUNT_SOLD_OUT: Final = Source(
    Text(
        "Bronartikel “Korting is Uitverkocht”, Oravi, 2019",
        "Source article “Korting is Uitverkocht” (on price and discount), Oravi, 2019",
    ),
    "",
    CHECKED,
)
