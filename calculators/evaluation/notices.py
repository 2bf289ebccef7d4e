"""What to say of rates that are about to end."""

from collections.abc import Sequence
from datetime import date

from calculators.core.dated_series import ends_soon, known_until
from calculators.core.words import Words
from calculators.present.days import written_day
from calculators.present.sentences import filled


def notices(series: Sequence[str], today: date | None, words: Words) -> list[str]:
    """A sentence for each series of which the last day that is known is near or past; none where today is not known."""
    found = []
    for name in series:
        if today and ends_soon(name, today):
            parts = {"series": words[f"series.{name}.name"], "last": written_day(known_until(name), words)}
            found.append(filled(words["frame.series_ends"], parts.__getitem__))
    return found
