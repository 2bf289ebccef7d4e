"""Drills: cases with questions, from `docs/drills/NAME.json`."""

from dataclasses import dataclass
from typing import Any

from site_build.content import ContentError, Text, content_of, entries_from, name_from, refuse_doubles, text_from


@dataclass(frozen=True, slots=True)
class Reply:
    """An option of a question, with what there is to say to it."""

    name: str
    text: Text
    is_right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about a case; `heard` is what came back after the question before, where something did."""

    name: str
    heard: Text | None
    text: Text
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A situation with questions about it."""

    name: str
    situation: Text
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Drill:
    """The cases of a drill, in the order of their file; its title stands on its page."""

    name: str
    cases: tuple[Case, ...]


def drill(name: str) -> Drill:
    """The drill `name`.

    Raises:
        ContentError: there is none, or its file has a fault.
    """
    content = content_of("drills", name)
    where = f"docs/drills/{name}.json"
    cases = tuple(_case(case, where) for case in entries_from(content, "cases", where))
    refuse_doubles((case.name for case in cases), where)
    if not cases:
        message = f"{where}: a drill without cases"
        raise ContentError(message)
    return Drill(name, cases)


def _case(case: dict[str, Any], where: str) -> Case:
    name = name_from(case, where)
    where = f"{where}, case {name}"
    asks = tuple(_ask(ask, where) for ask in entries_from(case, "asks", where))
    refuse_doubles((ask.name for ask in asks), where)
    if not asks:
        message = f"{where}: a question is needed"
        raise ContentError(message)
    return Case(name, text_from(case, "situation", where), asks)


def _ask(ask: dict[str, Any], where: str) -> Ask:
    name = name_from(ask, where)
    where = f"{where}, {name}"
    replies = tuple(_reply(option, where) for option in entries_from(ask, "options", where))
    heard = text_from(ask, "heard", where) if "heard" in ask else None
    return Ask(name, heard, text_from(ask, "ask", where), replies)


def _reply(option: dict[str, Any], where: str) -> Reply:
    is_right = option.get("right") is True
    return Reply(
        name_from(option, where), text_from(option, "text", where), is_right, text_from(option, "feedback", where)
    )
