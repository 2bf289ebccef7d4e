"""`/// reviews | name`: where a reader keeps the figures of that calculator under names; a block of its page."""

from typing import Final

from calculators.catalogue import NAMES
from calculators.core.words import Lang
from calculators.writers.html.markup import Html, element, identifier, joined
from site_build.blocks.html_block import HtmlBlock
from site_build.words import word

QUIET: Final = "button button--quiet"
LOUD: Final = "button button--loud"
SMALL: Final = "button button--small"


class ReviewsBlock(HtmlBlock):
    """The kept reviews of the calculator that stands in the same page; nothing of it works without a script."""

    NAME = "reviews"

    def html(self, lang: Lang) -> Html:
        """The places that a script fills."""
        if self.argument not in NAMES:
            message = f"reviews of {self.argument!r}: there is no calculator of that name"
            raise ValueError(message)
        return element(
            "kept-reviews",
            {"class": "reviews", "data-calculator": self.argument},
            element(
                "details",
                {"class": "reviews-fold", "data-part": "fold"},
                element("summary", {}, word("reviews.title", lang), " ", _place("span", "count")),
                _keeping(self.argument, lang),
                _kept(self.argument, lang),
                _comparing(self.argument, lang),
            ),
            element("div", {"class": "reviews-current", "data-part": "current", "hidden": True}),
            element(
                "div",
                {"class": "reviews-said"},
                element("p", {"role": "status", "data-part": "said"}),
                _button("undo", word("reviews.undo", lang), hidden=True),
            ),
            _comparison(lang),
        )


def _place(tag: str, name: str, *children: str, hidden: bool = False, **more: str) -> Html:
    """A part that the script finds by its name."""
    attributes = {key.rstrip("_"): value for key, value in more.items()}
    return element(tag, {**attributes, "data-part": name, "hidden": hidden}, *children)


def _button(name: str, text: str, *, kind: str = QUIET, submits: bool = False, hidden: bool = False) -> Html:
    attributes: dict[str, str | bool | None] = {"type": "submit" if submits else "button", "class": kind}
    return element("button", {**attributes, "data-part": name, "disabled": True, "hidden": hidden}, text)


def _keeping(calculator: str, lang: Lang) -> Html:
    """The form that keeps figures under a name, and the ways to a file and back."""
    own = identifier(calculator, "review-name")
    field = {"type": "text", "id": own, "data-part": "name", "maxlength": "100", "autocomplete": "off"}
    file = {"type": "file", "data-part": "file", "accept": ".json,application/json"}
    return joined(
        element("p", {"class": "reviews-hint"}, word("reviews.hint", lang)),
        _place("p", "trouble", word("reviews.trouble", lang), hidden=True, class_="reviews-trouble"),
        _place(
            "form",
            "save",
            element("label", {"for": own}, word("reviews.name", lang)),
            element("input", {**field, "disabled": True}),
            _button("keep", word("reviews.keep", lang), kind=LOUD, submits=True),
            class_="reviews-row",
        ),
        _place(
            "div",
            "files",
            _button("save-file", word("reviews.save_file", lang)),
            _button("open-file", word("reviews.open_file", lang)),
            element("input", {**file, "aria-label": word("reviews.open_file", lang), "hidden": True}),
            class_="reviews-row",
        ),
    )


def _kept(calculator: str, lang: Lang) -> Html:
    """The list, and what is said where there is none."""
    own = identifier(calculator, "review-sought")
    sought = element("input", {"type": "search", "id": own, "autocomplete": "off"})
    find = _place("p", "find", element("label", {"for": own}, word("reviews.find", lang)), sought, class_="reviews-row")
    return joined(
        _place("p", "loading", word("reviews.loading", lang)),
        _place("p", "none", word("reviews.none", lang), hidden=True),
        _place("div", "list", find, _place("ul", "reviews"), _button("all", ""), hidden=True),
        _place(
            "p",
            "broken",
            _place("span", "broken-count"),
            " ",
            _button("delete-broken", word("reviews.delete_broken", lang)),
            hidden=True,
        ),
        _button("delete-all", word("reviews.delete_all", lang), kind=SMALL, hidden=True),
        _place(
            "form",
            "sure",
            _place("p", "sure-count"),
            _button("stay", word("reviews.stay", lang)),
            _button("go", word("reviews.go", lang), submits=True),
            hidden=True,
            class_="reviews-row",
        ),
    )


def _comparing(calculator: str, lang: Lang) -> Html:
    """The form that chooses two reviews."""

    def choice(name: str, label: str) -> Html:
        own = identifier(calculator, "review", name)
        return joined(element("label", {"for": own}, label), element("select", {"id": own, "disabled": True}))

    return _place(
        "form",
        "compare",
        element("p", {"class": "reviews-title"}, word("reviews.compare", lang)),
        element("p", {}, choice("first", word("reviews.first", lang))),
        element("p", {}, choice("second", word("reviews.second", lang))),
        _button("beside", word("reviews.beside", lang), submits=True),
        hidden=True,
        class_="reviews-row",
    )


def _comparison(lang: Lang) -> Html:
    """Where two reviews come to stand beside each other."""
    return _place(
        "section",
        "comparison",
        element("h3", {"tabindex": "-1"}),
        _place("div", "compared"),
        element(
            "p",
            {"class": "reviews-row"},
            _button("print", word("reviews.print", lang)),
            _button("close", word("reviews.close", lang)),
        ),
        hidden=True,
        class_="reviews-comparison",
    )
