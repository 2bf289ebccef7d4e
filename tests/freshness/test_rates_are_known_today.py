"""What depends on the clock, and so stays out of the default run.

Run it with `make freshness`, at least every June and December.
When a test fails, a maintainer does this:

1. Look up the new figure where it is published: for interest, the page of the Dutch government (Rijksoverheid) on
   statutory interest and, for commercial interest, the ECB rate before the half-year plus 8 points; for consumers the
   decree; for VAT and collection costs the law. Never derive a row from a rule alone.
2. Add a row to `calculators/data/<name>.json` with its own `source` and `checked` day (or none, where the figure stays
   as it was), and move `known_until` to the last day for which the source holds. Name the source in
   `calculators/words/{nl,en}.json`.
3. Add golden cases on both sides of the change, worked out by hand, and move those at the last day known.
4. Tell it: a line under Data in `CHANGELOG.md`, and what `docs/{nl,en}/reference/sources.md` says on how certain it is.
   One commit for each figure: `data: ...`.
"""

from datetime import UTC, date, datetime

import pytest

from calculators.core.dated_series import ends_soon, known_until
from site_build.expiry import series_with_an_end

every_series = pytest.mark.parametrize("name", series_with_an_end())


def today() -> date:
    """The day on which the test runs."""
    return datetime.now(tz=UTC).date()


@every_series
def test_figures_are_known_today(name: str) -> None:
    """Readers with a question about today are answered."""
    assert today() <= known_until(name), f"{name} ended on {known_until(name)}: do what this module says"


@every_series
def test_figures_do_not_end_soon(name: str) -> None:
    """The next figure is there 45 days before it is needed, or readers are being told that it is not."""
    assert not ends_soon(name, today()), f"{name} ends on {known_until(name)}: do what this module says"
