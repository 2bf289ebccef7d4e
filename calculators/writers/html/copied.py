"""A text to copy, in HTML: what a script finds under <copied-text>."""

from calculators.core.words import Words
from calculators.writers.html.markup import Html, element


def copied_text(text: Html, words: Words) -> Html:
    """The element that holds a text, with the button that copies it, which a script shows, and what comes of it."""
    button: dict[str, str | bool | None] = {"type": "button", "class": "button button--quiet", "hidden": True}
    return element(
        "copied-text",
        {},
        text,
        element("button", button, words["frame.copy_text"]),
        element("span", {"role": "status"}),
    )
