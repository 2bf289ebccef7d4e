"""The blocks of the playbook: what they write, and the faults that stop a build."""

from html.parser import HTMLParser

import markdown
import pytest

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


@pytest.mark.parametrize("block", ["worksheet", "drill", "ideas", "rates", "calculator"])
def test_unknown_name_stops_the_build(block: str) -> None:
    """A block that names nothing that exists is no empty place in a page."""
    with pytest.raises(MendableError, match="nowhere"):
        _html(f"/// {block} | nowhere\n///")


def test_unknown_language_stops_the_build() -> None:
    """Pages are Dutch or English."""
    with pytest.raises(ValueError, match="nl, en"):
        _html("", "de")
