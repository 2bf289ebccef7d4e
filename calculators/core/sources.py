"""Where a formula, a rate or a figure comes from."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Source:
    """Where a formula, rate or figure comes from; its title stands under `sources.<name>`.

    `checked` is the ISO day on which a person last looked.
    """

    name: str
    address: str = ""
    checked: str = ""


# Articles of the Oravi archive of 2019 that the calculators rest on, with the day they were last read.
UNPROFITABLE_CUSTOMERS: Final = Source("unprofitable_customers", checked="2026-11-23")
DISCOUNT_SOLD_OUT: Final = Source("discount_sold_out", checked="2026-11-23")
PROSPECTS: Final = Source("prospects", checked="2026-11-23")
