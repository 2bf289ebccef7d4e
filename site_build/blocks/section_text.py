"""The text of a section of a page, to be read beside what is said of it."""

import re
import xml.etree.ElementTree as etree
from typing import Final

import markdown

from site_build.blocks.case_figures import without_marks
from site_build.content import DOCS, ContentError

# What a reader of the section alone has no use for: the frames of blocks and their settings, ids, includes' braces.
_FRAME: Final = re.compile(r"^/{3,}(?: (?:calculator|case)\b.*| [\w-]+ \|\s*)?$|^ {4,}\w+: .*$", re.MULTILINE)
# A self-check says what is right by its right option.
_WRONG: Final = re.compile(r"^/// option \|.*\n(?!(?: {4}\w+: .*\n)*? {4}right: true)(?:.*\n)*?///$", re.MULTILINE)
_ABBREVIATION: Final = re.compile(r"^\*\[.+?\]: .*$", re.MULTILINE)
_BLOCK: Final = re.compile(r"^/{3,} [\w-]+ \| (.+)$", re.MULTILINE)
_ID: Final = re.compile(r"^\s*\{ [#.][^}]*\}$|\s*\{ (?:#|data-)[^}]*\}", re.MULTILINE)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_INCLUDE: Final = re.compile(r"\{!(.+?)!\}")
_HEADING: Final = re.compile(r"^(#+) (.+?)$", re.MULTILINE)
# A style attribute would need unsafe-inline in the security policy.
_TABLES: Final = {"tables": {"use_align_attribute": True}}
_BOX: Final = re.compile(r"^- \[ \] ", re.MULTILINE)


def heading_of(text: str, name: str) -> re.Match[str] | None:
    """The heading with the id `name` in Markdown, where there is one: its signs and its title."""
    return re.search(rf"^(#+) (.+?) \{{ #{re.escape(name)} \}}$", text, re.MULTILINE)


def section_source(text: str, name: str) -> str:
    """The Markdown from the heading with the id `name`, without it, until the next heading that is not below it."""
    heading = heading_of(text, name)
    if not heading:
        return ""
    rest = text[heading.end() :]
    # The title of a page stands over all of it; what is meant is what comes before its first section.
    deepest = max(len(heading[1]), 2)
    following = re.search(rf"^#{{1,{deepest}}} ", rest, re.MULTILINE)
    return rest[: following.start()] if following else rest


def section_elements(text: str, name: str) -> list[etree.Element]:
    """The section `name` of a page with the Markdown `text`, as elements without ids and links.

    Blocks stand as their words: the title of a box, the options of a question, the turns of a dialogue.

    Raises:
        ContentError: the section holds what is no element, such as a tag that is left open.
    """
    source = _INCLUDE.sub(_included, section_source(text, name))
    plain = without_marks(_FRAME.sub("", _ABBREVIATION.sub("", _WRONG.sub("", source))))
    plain = _BLOCK.sub(r"\n**\1**\n", plain)
    plain = _LINK.sub(r"\1", _ID.sub("", plain))
    plain = _BOX.sub("- ", _HEADING.sub(r"**\2**\n", plain))
    html = markdown.markdown(plain, extensions=["tables"], extension_configs=_TABLES, output_format="xhtml")
    try:
        return list(etree.fromstring(f"<div>{html}</div>"))  # noqa: S314 (our own text, written by Markdown)
    except etree.ParseError as error:
        message = f"section {name!r} cannot be shown beside its ideas ({error}): write signs, not entities or open tags"
        raise ContentError(message) from None


def _included(found: re.Match[str]) -> str:
    return (DOCS / "snippets" / found[1]).read_text(encoding="utf-8")
