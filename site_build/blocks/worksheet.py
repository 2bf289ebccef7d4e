"""`/// worksheet | name`: a sheet to fill in, on paper or on the screen, where a script keeps what was typed."""

import xml.etree.ElementTree as etree

from calculators.core.words import Lang
from site_build.blocks.html_block import ElementBlock, child
from site_build.words import word
from site_build.worksheets import Entry, Part, Row, worksheet


class WorksheetBlock(ElementBlock):
    """The sheet `docs/worksheets/NAME.json`, one a page."""

    NAME = "worksheet"

    def write(self, place: etree.Element, lang: Lang) -> None:
        """Put the sheet into `place`."""
        sheet = worksheet(self.argument)
        place.tag = "work-sheet"
        place.set("class", "worksheet")
        place.set("data-worksheet", sheet.name)
        for part in sheet.parts:
            section = child(place, "section", class_="worksheet-part")
            child(section, "h2", part.title[lang], id=part.name)
            if part.help:
                child(section, "p", part.help[lang], class_="worksheet-help")
            if part.rows:
                _write_table(section, part, lang)
            else:
                _write_fields(section, part, lang)


def _write_fields(section: etree.Element, part: Part, lang: Lang) -> None:
    fields = child(section, "div", class_="worksheet-fields")
    for entry in part.entries:
        key = f"{part.name}--{entry.name}"
        field = child(fields, "p", class_=f"worksheet-field worksheet-{entry.kind}")
        label = child(field, "label", entry.label[lang], for_=key)
        _write_control(field, entry, key, lang)
        if entry.kind == "check":
            field.remove(label)
            field.append(label)


def _write_table(section: etree.Element, part: Part, lang: Lang) -> None:
    numbered = _numbered(part.rows)
    table = child(section, "table", class_=f"worksheet-table{' worksheet-table--numbered' if numbered else ''}")
    head = child(child(table, "thead"), "tr")
    child(head, "th", word("worksheet.row", lang) if numbered else part.title[lang], scope="col")
    for entry in part.entries:
        child(head, "th", entry.label[lang], scope="col", class_=f"worksheet-{entry.kind}")
    body = child(table, "tbody")
    for row in part.rows:
        line = child(body, "tr")
        child(line, "th", row.label[lang], scope="row")
        for entry in part.entries:
            cell = child(line, "td", class_=f"worksheet-{entry.kind}", data_label=entry.label[lang])
            key = f"{part.name}--{row.name}--{entry.name}"
            _write_control(cell, entry, key, lang, f"{row.label[lang]}: {entry.label[lang]}")


def _numbered(rows: tuple[Row, ...]) -> bool:
    return all(row.label.nl.isdigit() for row in rows)


def _write_control(place: etree.Element, entry: Entry, key: str, lang: Lang, name: str = "") -> None:
    """Put the place to fill in into `place`; `name` says what it is where no label does."""
    named = {"aria-label": name} if name else {}
    attributes = {"id": key, "name": key, **named}
    if entry.kind == "lines" or (name and entry.kind == "line"):
        # In a table every text wraps, on paper as well.
        etree.SubElement(place, "textarea", {**attributes, "rows": "1" if name else "3"})
    elif entry.kind == "check":
        etree.SubElement(place, "input", {**attributes, "type": "checkbox"})
    elif entry.kind == "choice":
        control = etree.SubElement(place, "select", attributes)
        child(control, "option", "", value="")
        for value, text in entry.choices:
            child(control, "option", text[lang], value=value)
    else:
        etree.SubElement(place, "input", {**attributes, "type": "text", "autocomplete": "off"})
