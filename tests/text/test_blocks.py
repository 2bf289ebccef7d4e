"""The blocks of the playbook: what they write, and the faults that stop a build."""

from html.parser import HTMLParser

import markdown
import pytest

from site_build.errors import MendableError

QUESTION = """
//// question | What is this?

/// option | A signal.
    right: {first}
Because they can picture it.
///

/// option | An objection.
    right: {second}
{feedback}
///

////
"""


def _html(text: str, lang: str = "en") -> str:
    return markdown.markdown(
        text, extensions=["site_build.blocks"], extension_configs={"site_build.blocks": {"lang": lang}}
    )


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
    reader.feed(_html(QUESTION.format(first="true", second="false", feedback="It sounds different.")))
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
        _html(QUESTION.format(first=first, second=second, feedback=feedback))


@pytest.mark.parametrize("block", ["worksheet", "drill", "ideas", "rates", "calculator"])
def test_unknown_name_stops_the_build(block: str) -> None:
    """A block that names nothing that exists is no empty place in a page."""
    with pytest.raises(MendableError, match="nowhere"):
        _html(f"/// {block} | nowhere\n///")


def test_unknown_language_stops_the_build() -> None:
    """Pages are Dutch or English."""
    with pytest.raises(ValueError, match="nl, en"):
        _html("", "de")
