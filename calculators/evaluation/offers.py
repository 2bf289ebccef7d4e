"""What a person may take over into a field, in words."""

from collections.abc import Mapping

from calculators.core.declarations import Declaration
from calculators.core.quantities import Quantity
from calculators.core.results import Offer, Result
from calculators.core.words import Words
from calculators.evaluation.headlines import worded_headline
from calculators.evaluation.records import Offered
from calculators.present.sentences import sentence
from calculators.present.values import typed


def worded_offers(
    declared: Declaration, result: Result, quantities: Mapping[str, Quantity], words: Words
) -> list[Offered]:
    """Each offer of a result: a figure with a remark, or a sentence.

    A sentence knows the headline as `{headline}`, and a remark the figure as `{value}`.
    """
    headline = Quantity(worded_headline(result, quantities, words), "text")

    def worded(name: str, offer: Offer) -> Offered:
        known = {**quantities, "headline": headline, **({"value": offer.value} if offer.value else {})}
        said = sentence(words[f"offers.{offer.code}"], known, words)
        if offer.value is None:
            return Offered(name, said, None)
        return Offered(name, typed(declared.field(name), offer.value.value, words), said)

    return [worded(name, offer) for name, offer in result.offers.items()]
