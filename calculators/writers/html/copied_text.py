"""A text of an answer that a reader takes along."""

from calculators.core.words import Lang
from calculators.writers.html.markup import Html, element


def copied_text(text: str, lang: Lang, copy: str) -> Html:
    """The text in its language, with a button of the words `copy`, which a script shows and lets copy it."""
    button: dict[str, str | bool | None] = {"type": "button", "class": "button button--quiet", "hidden": True}
    return element(
        "copied-text",
        {},
        element("pre", {"lang": lang}, text),
        element("button", button, copy),
        element("span", {"role": "status"}),
    )
