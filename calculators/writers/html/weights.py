"""What a tenth of each figure does to the main answer, in HTML."""

from calculators.evaluation.records import Answer
from calculators.evaluation.worded_pictures import WordedBars
from calculators.writers.html.markup import Html, element
from calculators.writers.html.picture import picture_html


def weights_html(picture: WordedBars | None, answer: Answer) -> Html:
    """The picture, or that there is nothing to compare."""
    return picture_html(picture, answer) if picture else element("p", {}, answer.words["weights.none"])
