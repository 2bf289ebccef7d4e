"""Depends on the clock, so the default run leaves it out.

Run it with `.venv/bin/python -m pytest --override-ini addopts= tests/freshness`.
"""

from datetime import UTC, datetime

import pytest

from calculators.core.rates import rate_table


@pytest.mark.parametrize("name", ["commercial_interest", "consumer_interest", "value_added_tax"])
def test_a_rate_is_known_for_today(name: str) -> None:
    """When this fails, a new rate has been published that `calculators/data` does not hold yet."""
    assert rate_table(name).knows(datetime.now(tz=UTC).date())
