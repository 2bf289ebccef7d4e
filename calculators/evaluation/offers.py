"""What a person may take over into a field, in words."""

from collections.abc import Mapping

from calculators.core.declarations import Declaration
from calculators.core.quantities import Quantity
from calculators.core.results import Offer, Result
from calculators.core.words import Words
from calculators.evaluation.records import Note
from calculators.present.sentences import sentence
from calculators.present.values import typed


def worded_offers(
    declared: Declaration, result: Result, quantities: Mapping[str, Quantity], words: Words
) -> list[Note]:
    """Each offer of a result: a remark, and what is typed to take it over.

    A sentence knows the headline as `{headline}`, and a remark the figure as `{value}`.
    """
    headline = Quantity(sentence(words[f"headlines.{result.headline}"], quantities, words), "text")

    def worded(name: str, offer: Offer) -> Note:
        known = {**quantities, "headline": headline, **({"value": offer.value} if offer.value else {})}
        said = sentence(words[f"offers.{offer.code}"], known, words)
        typed_value = typed(declared.field(name), offer.value.value, words) if offer.value else said
        return Note(name, said if offer.value else "", typed_value)

    return [worded(name, offer) for name, offer in result.offers.items()]
