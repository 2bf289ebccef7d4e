"""The blocks of the playbook: what they write, and the faults that stop a build."""

from html.parser import HTMLParser

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from site_build.blocks.section_text import section_elements
from site_build.errors import MendableError

QUESTION = """
//// question | What is this?
    name: {name}

/// option | A signal.
    name: signal
    right: {first}
Because they can picture it.
///

/// option | An objection.
    name: {other}
    right: {second}
{feedback}
///

////
"""


def _html(text: str, lang: str = "en") -> str:
    return markdown.markdown(
        text, extensions=["site_build.blocks"], extension_configs={"site_build.blocks": {"lang": lang}}
    )


def _question(**parts: str) -> str:
    """A question without a fault, but for `parts`."""
    whole = {
        "name": "what",
        "other": "objection",
        "first": "true",
        "second": "false",
        "feedback": "It sounds different.",
    }
    return QUESTION.format(**whole | parts)


def _first(page: LexborHTMLParser, selector: str) -> str:
    """The text of the first element that `selector` finds."""
    found = page.css_first(selector)
    assert found, selector
    return found.text()


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep each text."""
        if data.strip():
            self.texts.append(data.strip())


def test_question_reads_without_a_script() -> None:
    """The question, its options, and the feedback to each stand in the page, the feedback folded."""
    reader = _Texts()
    reader.feed(_html(_question()))
    assert reader.texts == [
        "What is this?",
        "A signal.",
        "An objection.",
        "Show the answer",
        "Right:",
        "A signal.",
        "Because they can picture it.",
        "Not right:",
        "An objection.",
        "It sounds different.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "feedback", "fault"),
    [
        ("false", "false", "No.", "0 options are right"),
        ("true", "true", "No.", "2 options are right"),
        ("true", "false", "", "has no feedback"),
    ],
)
def test_question_with_a_fault_stops_the_build(first: str, second: str, feedback: str, fault: str) -> None:
    """Exactly one option is right, and each has feedback."""
    with pytest.raises(ValueError, match=fault):
        _html(_question(first=first, second=second, feedback=feedback))


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"name": "What is this"}, "a name in lower-case words"),
        ({"name": '""'}, "a name in lower-case words"),
        ({"other": "signal"}, "'signal' is used twice"),
    ],
)
def test_names_of_a_question_are_held(parts: dict[str, str], fault: str) -> None:
    """Readers' answers hang on the names: each question and option has one of its own."""
    with pytest.raises(ValueError, match=fault):
        _html(_question(**parts))


def test_two_questions_of_a_page_have_two_names() -> None:
    """Else the answer to one would be shown as that to the other."""
    assert "question" in _html(_question() + _question(name="other"))
    with pytest.raises(ValueError, match="'what' is used twice"):
        _html(_question() + _question())


@pytest.mark.parametrize("block", ["worksheet", "drill", "ideas", "rates", "calculator", "case"])
def test_unknown_name_stops_the_build(block: str) -> None:
    """A block that names nothing that exists is no empty place in a page."""
    with pytest.raises(MendableError, match="nowhere"):
        _html(f"/// {block} | nowhere\n///")


def test_case_is_a_link_with_its_figures() -> None:
    """Behind the # stand all figures in the notation of the page, rows and cells parted as in a copied link."""
    figures = '{list_revenue: "20000.5", ladder: "0:0 10000:5"}'
    html = _html(f"/// case | account_review\n    says: See Bakker\n    preset: {figures}\n///", "nl")
    link = LexborHTMLParser(html).css_first("a")
    assert link is not None
    assert link.text() == "See Bakker"
    way, _, fragment = str(link.attributes["href"]).partition("#")
    assert way == "../../calculators/account_review/"
    parts = fragment.split("&")
    assert parts[:3] == ["~calculator=account_review", "lang=nl", "list_revenue=20.000%2C5"]
    assert "ladder=0:0;10.000:5" in parts
    assert "visits=" in parts, "not said is not known, whatever the example of the page"
    assert not any(part.startswith("customer=") for part in parts)


@pytest.mark.parametrize("preset", ['{visits: "-1"}', '{nobody: "1"}'])
def test_case_with_a_fault_stops_the_build(preset: str) -> None:
    """Figures that the calculator does not take are no case."""
    with pytest.raises(MendableError):
        _html(f"/// case | account_review\n    says: See\n    preset: {preset}\n///")


def test_unknown_language_stops_the_build() -> None:
    """Pages are Dutch or English."""
    with pytest.raises(ValueError, match="nl, en"):
        _html("", "de")


def test_dialogue_shows_who_speaks_and_what_is_done() -> None:
    """Each line is a turn; our person's are told apart, and what is done is told apart from what is said."""
    page = LexborHTMLParser(
        _html("/// dialogue | Sanne\nMulder: Te duur: acht procent eraf.\nSanne: (wacht) En dan?\n///")
    )
    assert [turn.text() for turn in page.css("dt")] == ["Mulder", "Sanne"]
    assert _first(page, ".dialogue-theirs dd") == "Te duur: acht procent eraf."
    assert _first(page, ".dialogue-ours em") == "(wacht)"


@pytest.mark.parametrize("lines", ["Mulder: Te duur.", "Sanne: En dan?\nzonder naam", ""])
def test_dialogue_with_a_fault_stops_the_build(lines: str) -> None:
    """Our person speaks, and every line names its speaker."""
    with pytest.raises(ValueError, match="dialogue 'Sanne'"):
        _html(f"/// dialogue | Sanne\n{lines}\n///")


CARD = "/// role-card | {title}\n    name: {name}\n\nYou are **Vos**.\n///\n\n"


def test_role_cards_are_listed_and_each_has_an_address() -> None:
    """Each card can be opened by itself; the form of the observer counts each behaviour in each round."""
    observer = "/// observer |\n- Asks *on*\n- Stays silent\n///\n"
    text = (
        CARD.format(title="Vos, round 1", name="other-1") + CARD.format(title="Vos, round 2", name="other-2") + observer
    )
    page = LexborHTMLParser(_html(text))
    links = {link.attributes["href"]: link.text() for link in page.css("nav a")}
    assert links == {"#other-1": "Vos, round 1", "#other-2": "Vos, round 2", "#observer": "Observer"}
    assert [card.id for card in page.css("section")] == ["other-1", "other-2", "observer"]
    assert len(page.css("#observer tbody tr")) == 2
    assert len(page.css("#observer input")) == 4
    assert _first(page, "#observer th em") == "on"


def test_two_cards_of_one_name_stop_the_build() -> None:
    """An address leads to one card."""
    with pytest.raises(MendableError, match="used twice"):
        _html(CARD.format(title="A", name="other-1") + CARD.format(title="B", name="other-1"))


OBSERVER = "/// observer |\n- Asks\n- Stays silent\n///\n\n"


@pytest.mark.parametrize("text", [OBSERVER + OBSERVER, CARD.format(title="A", name="observer") + OBSERVER])
def test_the_form_of_the_observer_has_an_address_of_its_own(text: str) -> None:
    """It is a card like the others: no second form, and no card of its name."""
    with pytest.raises(MendableError, match="'observer' is used twice"):
        _html(text)


@pytest.mark.parametrize("contents", ["Nothing.", "- One thing"])
def test_observer_without_a_list_stops_the_build(contents: str) -> None:
    """There are things to count."""
    with pytest.raises(MendableError, match="a list of what to count is needed, 2 lines"):
        _html(f"/// observer |\n{contents}\n///")


@pytest.mark.parametrize(
    ("calculator", "options", "fault"),
    [
        ("visit_cost", "case: vos", "docs/cases/vos.json is a case of account_review, not of visit_cost"),
        ("account_review", 'case: vos\n    preset: {visits: "3"}', "'vos' or a preset, not both"),
    ],
)
def test_a_case_that_does_not_fit_its_block_stops_the_build(calculator: str, options: str, fault: str) -> None:
    """The message says which of both it is."""
    with pytest.raises(MendableError, match=fault):
        _html(f"/// case | {calculator}\n    says: See\n    {options}\n///")


def test_mark_of_a_figure_is_not_seen() -> None:
    """The reader sees the figure; a link beside it stays one."""
    page = LexborHTMLParser(_html("Vos: [€ 600]{=vos.contribution} and [more](x.md)."))
    assert page.text().strip() == "Vos: €\N{NO-BREAK SPACE}600 and more."
    assert _first(page, "a") == "more"


def test_section_is_read_without_its_frames() -> None:
    """A section ends before the next of its level; ids, links, marks and the frames of blocks are gone."""
    text = (
        '# Page { #page }\n\nBefore.\n\n## One { #one }\n\n/// say | Say\n"Yes."\n{ #yes }\n///\n\n'
        "### Sub { #sub }\n\n[€ 5]{=a.b} in [a chapter](x.md).\n\n/// calculator | visit_cost\n    case: vos\n///\n\n"
        "## Two { #two }\n\nAfter.\n"
    )
    words = " ".join(" ".join("".join(part.itertext()) for part in section_elements(text, "one")).split())
    assert words == 'Say "Yes." Sub € 5 in a chapter.'
    assert "".join(section_elements(text, "page")[0].itertext()) == "Before."
    assert section_elements(text, "nowhere") == []


def test_section_that_is_no_markup_stops_the_build() -> None:
    """An entity of HTML, or a tag without its end, is named with its section and what to write."""
    for text in ("one&nbsp;word", "one<br>word"):
        with pytest.raises(MendableError, match=r"section 'one' .* write signs"):
            section_elements(f"## One {{ #one }}\n\n{text}\n", "one")


def test_self_check_is_read_with_its_right_option_alone() -> None:
    """Beside an idea nothing stands that the page calls wrong; a mark in an option is not seen."""
    text = "## Check { #check }\n" + _question().replace("A signal.", "A signal of [5%]{=vos.discount}.")
    words = " ".join(" ".join("".join(part.itertext()) for part in section_elements(text, "check")).split())
    assert words == "What is this? A signal of 5%. Because they can picture it."
    assert "A signal of 5%." in _html(text)
