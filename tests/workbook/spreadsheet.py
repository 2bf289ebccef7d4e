"""A workbook as a spreadsheet has it: read, changed, and reckoned again by LibreOffice."""

import re
import subprocess
import zipfile
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST_SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
# Reckon every workbook again as it is opened; without this LibreOffice shows what the file says of its formulas.
RECKON_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""
Value = Decimal | str | None


def part(content: bytes, name: str = FIRST_SHEET) -> ET.Element:
    """A part of the file, the first sheet where none is named."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return ET.fromstring(parts.read(name))  # noqa: S314 (we wrote it, or LibreOffice did)


def places(content: bytes) -> dict[str, str]:
    """The cell of the first sheet that each name of the workbook stands for."""
    names = {
        entry.attrib["name"]: entry.text or "" for entry in part(content, "xl/workbook.xml").iter(f"{MAIN}definedName")
    }
    found = {name: re.fullmatch(r"[^!]+!\$([A-Z]+)\$(\d+)", place) for name, place in names.items()}
    return {name: match[1] + match[2] for name, match in found.items() if match}


def formulas(content: bytes) -> dict[str, str]:
    """The formula of each named cell that has one."""
    by_cell = {cell.attrib["r"]: cell.findtext(f"{MAIN}f") for cell in part(content).iter(f"{MAIN}c")}
    return {name: formula for name, place in places(content).items() if (formula := by_cell.get(place))}


def cells(content: bytes, sheet: str = FIRST_SHEET) -> dict[str, Value]:
    """What the cells of a sheet hold, by their places."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        has_texts = TEXTS in parts.namelist()
    texts = ["".join(entry.itertext()) for entry in part(content, TEXTS).iter(f"{MAIN}si")] if has_texts else []
    return {cell.attrib["r"]: _value(cell, texts) for cell in part(content, sheet).iter(f"{MAIN}c")}


def _value(cell: ET.Element, texts: list[str]) -> Value:
    text = cell.findtext(f"{MAIN}v")
    if text is None:
        return None
    if cell.get("t") == "s":
        return texts[int(text)]
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def changed(content: bytes, figures: Mapping[str, Decimal | None]) -> bytes:
    """The workbook with other figures in cells by name, None for an emptied one, and a wrong value in every formula."""
    root, named = part(content), places(content)
    typed = {named[name]: figure for name, figure in figures.items()}
    for cell in root.iter(f"{MAIN}c"):
        is_formula = cell.find(f"{MAIN}f") is not None
        if not is_formula and cell.attrib["r"] not in typed:
            continue
        figure = Decimal(-987_654_321) if is_formula else typed[cell.attrib["r"]]
        for old in cell.findall(f"{MAIN}v"):
            cell.remove(old)
        cell.attrib.pop("t", None)
        if figure is not None:
            ET.SubElement(cell, f"{MAIN}v").text = f"{figure:f}"
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old_parts, zipfile.ZipFile(made, "w") as parts:
        for name in old_parts.namelist():
            parts.writestr(name, ET.tostring(root) if name == FIRST_SHEET else old_parts.read(name))
    return made.getvalue()


def reckoned_again(workbooks: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The workbooks as LibreOffice saves them, by their names, all in one run."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(RECKON_ALWAYS, encoding="utf-8")
    paths = [folder / f"{name}.xlsx" for name in workbooks]
    for path, content in zip(paths, workbooks.values(), strict=True):
        path.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ["--headless", "--convert-to", "xlsx", "--outdir", str(folder / "again")]
    command = ["soffice", profile, *to, *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {name: (folder / "again" / f"{name}.xlsx").read_bytes() for name in workbooks}


def unlocked(content: bytes) -> set[str]:
    """The named cells that may be changed although the sheet is protected."""
    looks = part(content, "xl/styles.xml").find(f"{MAIN}cellXfs")
    assert looks is not None
    assert part(content).find(f"{MAIN}sheetProtection") is not None
    free = {
        str(number)
        for number, look in enumerate(looks)
        if any(entry.get("locked") == "0" for entry in look.iter(f"{MAIN}protection"))
    }
    found = {cell.attrib["r"] for cell in part(content).iter(f"{MAIN}c") if cell.get("s") in free}
    return {name for name, place in places(content).items() if place in found}
