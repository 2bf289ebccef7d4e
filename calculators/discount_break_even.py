"""What a discount really costs: the volume that makes up for a change of price."""

from decimal import Decimal
from typing import Final

from calculators.core.fields import Calculator, Field, Output
from calculators.core.money import euro, fraction, undefined
from calculators.core.results import Picture, Quantity, Result, Series, Source, Step, Tone
from calculators.core.sources import CHECKED, DISCOUNT_SOLD_OUT
from calculators.core.text import Text

BREAK_EVEN_VOLUME: Final = Source(
    Text(
        "Kostendekkend volume bij een prijsverandering: −p / (m + p), met m de marge op de oude prijs",
        "Break-even volume of a price change: −p / (m + p), with m the margin on the old price",
    ),
    "",
    CHECKED,
)
# The picture runs from eight tenths of the margin off to the whole margin on; nearer to the margin it only goes up.
PICTURE_SHARES: Final = tuple(Decimal(tenths) / 10 for tenths in range(-8, 11))


def discount_break_even(*, price_change: Decimal, gross_margin: Decimal, revenue: Decimal | None) -> Result:
    """The change in volume that leaves gross profit as it was after a change of price.

    `price_change` is a signed fraction of the old price (a discount is negative), `gross_margin` a fraction of the
    old price, `revenue` EUR a year at the old price or None. The cost of a piece stays the same.

    Source: facts of contribution accounting; Oravi 2019, "Korting is Uitverkocht".
    """
    left = gross_margin + price_change
    volume = -price_change / left if left > 0 else None
    answers = {
        "volume_change_needed": _volume(volume, price_change),
        "profit_change_same_volume": _same_volume(price_change, gross_margin),
        "profit_change_same_volume_amount": euro(price_change * revenue)
        if revenue is not None
        else undefined(
            "EUR",
            "Vul de omzet in om het bedrag te zien.",
            "Enter the revenue to see the amount.",
        ),
    }
    headline, tone = HEADLINES[_situation(volume, price_change)]
    return Result(
        headline=headline,
        tone=tone,
        answers=answers,
        steps=STEPS if revenue is not None else STEPS[:-1],
        sources=(DISCOUNT_SOLD_OUT, BREAK_EVEN_VOLUME),
        notes=(MARGIN_ON_PRICE,),
        pictures=_pictures(price_change, gross_margin, volume) if gross_margin else (),
    )


def _situation(volume: Decimal | None, price_change: Decimal) -> str:
    if not price_change:
        return "unchanged"
    if price_change > 0:
        return "rise"
    return "discount" if volume is not None else "margin_gone"


def _volume(volume: Decimal | None, price_change: Decimal) -> Quantity:
    if volume is not None:
        return fraction(volume)
    if not price_change:
        return undefined(
            "fraction",
            "Zonder marge is de brutowinst bij elk volume nul.",
            "Without margin gross profit is zero at any volume.",
        )
    return undefined(
        "fraction",
        "De korting neemt de hele marge weg: geen enkel volume maakt dat goed.",
        "The discount eats the whole margin: no volume makes up for it.",
    )


def _same_volume(price_change: Decimal, gross_margin: Decimal) -> Quantity:
    if not gross_margin:
        return undefined(
            "fraction",
            "Zonder marge is er geen brutowinst om mee te vergelijken.",
            "Without margin there is no gross profit to compare with.",
        )
    return fraction(price_change / gross_margin)


def _pictures(price_change: Decimal, gross_margin: Decimal, volume: Decimal | None) -> tuple[Picture, ...]:
    """The volume needed against the price change, with this change as a point where there is one."""
    changes = {gross_margin * share for share in PICTURE_SHARES}
    if volume is not None:
        changes.add(price_change)
    line = tuple((change, -change / (gross_margin + change)) for change in sorted(changes))
    today = Series(Text("Deze prijsverandering", "This price change"), "point", ((price_change, volume or Decimal(0)),))
    return (
        Picture(
            "volume_by_price_change",
            Text("Volume dat de brutowinst gelijk houdt", "Volume that keeps gross profit the same"),
            Text(
                "Hoe dichter de korting bij de marge van {gross_margin} komt, hoe steiler het benodigde volume stijgt.",
                "The nearer the discount comes to the margin of {gross_margin}, the steeper the volume needed rises.",
            ),
            Text("Prijsverandering", "Price change"),
            "fraction",
            Text("Verandering in volume", "Change in volume"),
            "fraction",
            (
                Series(Text("Gelijke brutowinst", "Same gross profit"), "line", line),
                *([today] if volume is not None else []),
            ),
        ),
    )


MARGIN_ON_PRICE: Final = Text(
    "De marge is hier een percentage van de prijs, niet de opslag op de inkoop: 30% opslag is 23,1% marge.",
    "The margin here is a percentage of the price, not the mark-up on cost: a 30% mark-up is a 23.1% margin.",
)

HEADLINES: Final[dict[str, tuple[Text, Tone]]] = {
    "discount": (
        Text(
            "Bij een prijsverandering van {price_change} moet je {volume_change_needed} meer verkopen "
            "om evenveel brutowinst over te houden. Vraag eerst wat de klant ervoor teruggeeft.",
            "With a price change of {price_change} you must sell {volume_change_needed} more "
            "to keep the same gross profit. First ask what the customer gives in return.",
        ),
        "caution",
    ),
    "margin_gone": (
        Text(
            "Bij een prijsverandering van {price_change} blijft van de marge van {gross_margin} niets over: "
            "geen enkel volume maakt dat goed. Doe dit niet.",
            "A price change of {price_change} leaves nothing of the margin of {gross_margin}: "
            "no volume makes up for it. Do not do this.",
        ),
        "bad",
    ),
    "rise": (
        Text(
            "Na een prijsverhoging van {price_change} blijft je brutowinst gelijk bij een verandering in volume van "
            "{volume_change_needed}. Zolang je minder verliest, verdien je erop.",
            "After a price rise of {price_change} your gross profit stays the same at a change in volume of "
            "{volume_change_needed}. As long as you lose less than that, you gain.",
        ),
        "good",
    ),
    "unchanged": (
        Text(
            "De prijs blijft gelijk, dus er is niets goed te maken.",
            "The price stays the same, so there is nothing to make up for.",
        ),
        "neutral",
    ),
}

STEPS: Final = (
    Step("volume_change_needed", "{gross_margin} / ({gross_margin} + {price_change}) − 1", source=BREAK_EVEN_VOLUME),
    Step("profit_change_same_volume", "{price_change} / {gross_margin}"),
    Step("profit_change_same_volume_amount", "{revenue} × {price_change}"),
)

CALCULATOR: Final = Calculator(
    name="discount_break_even",
    title=Text("Wat een korting kost", "What a discount costs"),
    purpose=Text(
        "Hoeveel volume een prijsverandering goedmaakt, of hoeveel je na een verhoging mag verliezen.",
        "How much volume makes up for a price change, or how much you may lose after a rise.",
    ),
    headline="volume_change_needed",
    calculate=discount_break_even,
    sources=(DISCOUNT_SOLD_OUT, BREAK_EVEN_VOLUME),
    fields=(
        Field(
            name="price_change",
            kind="percent",
            unit="fraction",
            label=Text("Prijsverandering", "Price change"),
            help=Text(
                "Een korting met een min ervoor (−10), een verhoging zonder (10).",
                "A discount with a minus in front (−10), a rise without (10).",
            ),
            default="-10",
            minimum="-100",
            maximum="1000",
        ),
        Field(
            name="gross_margin",
            kind="percent",
            unit="fraction",
            label=Text("Brutomarge", "Gross margin"),
            help=Text(
                "In procenten van de oude prijs: marge op de prijs, niet de opslag op de inkoop.",
                "As a percentage of the old price: margin on price, not mark-up on cost.",
            ),
            default="30",
            minimum="0",
            maximum="100",
        ),
        Field(
            name="revenue",
            kind="money",
            unit="EUR",
            label=Text("Omzet per jaar", "Revenue a year"),
            help=Text(
                "Tegen de oude prijs. Daarmee zie je ook het bedrag.",
                "At the old price. With it you also see the amount.",
            ),
            default="",
            minimum="0",
            maximum="100000000000",
            optional=True,
        ),
    ),
    answers=(
        Output(
            "volume_change_needed",
            "fraction",
            Text("Verandering in volume die nodig is", "Change in volume needed"),
        ),
        Output(
            "profit_change_same_volume",
            "fraction",
            Text("Verandering van de brutowinst bij hetzelfde volume", "Change in gross profit at the same volume"),
        ),
        Output(
            "profit_change_same_volume_amount",
            "EUR",
            Text("Hetzelfde in euro's per jaar", "The same in euros a year"),
        ),
    ),
)
