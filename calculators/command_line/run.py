"""What a command does: list, help, or an answer as report or JSON; wrong input ends with sentences and exit code 2."""

import json
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from calculators.catalogue import NAMES, declaration, words_of
from calculators.command_line.files import inputs_from_file, table_from_file, workbook_problems
from calculators.command_line.lists import FileList, list_from_file
from calculators.command_line.options import Options, split_options
from calculators.core.declarations import Declaration
from calculators.core.fields import Field
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity
from calculators.core.words import LANGS, Lang, Words, shared_words
from calculators.evaluation import Answer, Question, Refusal, evaluate
from calculators.evaluation.records import Fault
from calculators.evaluation.wording_of_inputs import worded_fault, worded_heading, worded_problem
from calculators.lists.limits import FILE
from calculators.present.tables import TypedRows
from calculators.writers.contract import contract_text, error
from calculators.writers.report import help_text, report

BAD_INPUT: Final = 2
INTERRUPTED: Final = 130


def main() -> int:
    """Run the command line; a reader that stops early or an interrupt ends it quietly."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe, always text; arguments that are no UTF-8 are told as escapes.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; gives the exit code."""
    name, *others = arguments or ["list"]
    options = split_options(_file_as_option(name, others))
    asked = options.values.pop("lang", "en")
    lang: Lang = "nl" if asked == "nl" else "en"
    if asked not in LANGS:
        options.problems.append(Problem("lang", "unknown_language"))
    if name in ("list", "--help", "-h"):
        unknown = [Problem(option, "unknown_field") for option in options.values]
        return _refuse_plainly([*options.problems, *unknown], lang, options) or _print(_list(lang, options))
    if name not in NAMES:
        names = {"names": Quantity(", ".join(NAMES), "text")}
        return _refuse_plainly([Problem("calculator", "unknown_calculator", names), *options.problems], lang, options)
    if "help" in options.switches:
        return _refuse_plainly(options.problems, lang, options) or _print(
            help_text(declaration(name), words_of(name, lang))
        )
    return _answer(declaration(name), options, lang)


def _file_as_option(name: str, arguments: list[str]) -> list[str]:
    """`portfolio FILE` is short for `portfolio --customers @FILE`."""
    listed = next((field for field in declaration(name).fields if field.listed), None) if name in NAMES else None
    if listed is None or not arguments or arguments[0].startswith("-"):
        return arguments
    return [_option(listed.name), f"@{arguments[0]}", *arguments[1:]]


def _print(text: str) -> int:
    print(text)
    return 0


def _list(lang: Lang, options: Options) -> str:
    """Every calculator with what it is for."""
    if "json" in options.switches:
        return json.dumps({name: words_of(name, lang)["purpose"] for name in NAMES}, ensure_ascii=False)
    width = max(map(len, NAMES))
    return "\n".join(f"{name:<{width}}  {words_of(name, lang)['purpose']}" for name in NAMES)


def _answer(declared: Declaration, options: Options, lang: Lang) -> int:
    words = words_of(declared.name, lang)
    path = options.values.pop("xlsx", None)
    files: list[FileList] = []
    question, messages = _question(declared, options, lang, files)
    found = evaluate(question)
    left_out = [worded_fault(problem, declared, words) for file in files for problem in file.rows.faults]
    if files and not any(file.rows.counted for file in files) and (left_out or isinstance(found, Answer)):
        return _refuse(left_out or [worded_problem(Problem(FILE, "no_rows_in_file"), words)], options)
    if path is not None and isinstance(found, Answer) and not options.problems:
        options.problems += workbook_problems(found, path)
    unread = [worded_fault(problem, declared, words) for problem in options.problems]
    if unread or isinstance(found, Refusal):
        faults = found.faults if isinstance(found, Refusal) else []
        named = {fault.field for fault in unread}
        return _refuse([*unread, *(fault for fault in faults if fault.field not in named)], options)
    for message in [*messages, *(message for file in files for message in file.told(words))]:
        _tell(message)
    for fault in left_out:
        _tell(fault.placed)
    for note in found.readings:
        _tell(f"{_option(note.field)}: {note.message}")
    if "json" in options.switches:
        # A list has too many rows to hold as text.
        sys.stdout.writelines(contract_text(found, left_out))
        print()
    else:
        print(report(found))
    return 0


def _question(declared: Declaration, options: Options, lang: Lang, files: list[FileList]) -> tuple[Question, list[str]]:
    """The question in the options, and what there is to say of the files that they name; lists are added to `files`."""
    texts = dict[str, str | TypedRows]()
    written_in = dict[str, Lang]()
    messages = list[str]()
    given = dict(options.values)
    asked_on = _day_of_asking(given.pop("as_of", None), options)
    if (path := given.pop("inputs", None)) is not None:
        try:
            texts |= inputs_from_file(declared, path, lang, given)
            written_in = dict.fromkeys(texts, "en")
        except CalculatorError as fault:
            options.problems += fault.problems
    tables = {field.name: field for field in declared.fields if field.kind == "table"}
    for name, text in given.items():
        written_in.pop(name, None)
        texts[name] = text
        if name in tables and text.startswith("@"):
            del texts[name]
            words = words_of(declared.name, lang)
            try:
                if tables[name].listed:
                    files.append(list_from_file(tables[name], text[1:], lang, words))
                else:
                    texts[name] = _rows(tables[name], text[1:], messages, words)
            except CalculatorError as fault:
                options.problems += fault.problems
    lists = {file.field.name: file.rows for file in files}
    return Question(declared.name, texts, lang, written_in, asked_on, lists), messages


def _day_of_asking(text: str | None, options: Options) -> date | None:
    """The day in `--as-of`, or today; None where it is no day."""
    try:
        return date.fromisoformat(text) if text is not None else datetime.now().astimezone().date()
    except ValueError:
        options.problems.append(Problem("as_of", "not_a_day"))
        return None


def _rows(field: Field, path: str, messages: list[str], words: Words) -> TypedRows:
    """The rows of a file; what a person should know about it is added to the messages."""
    found, is_windows_1252 = table_from_file(field, path)
    if is_windows_1252:
        messages.append(f"{_option(field.name)}: {words['readings.windows_1252']}")
    if found.heading:
        messages.append(f"{_option(field.name)}: {worded_heading(found.heading, words)}")
    return found.rows


def _refuse_plainly(problems: Sequence[Problem], lang: Lang, options: Options) -> int:
    """As `_refuse`, where there is no calculator to ask; 0 where nothing is wrong."""
    words = shared_words(lang)
    faults = [worded_problem(problem, words) for problem in problems]
    return _refuse(faults, options) if faults else 0


def _refuse(faults: Sequence[Fault], options: Options) -> int:
    """Say what is wrong, all of it, and give the exit code of bad input."""
    if "json" in options.switches:
        print(_as_json({"errors": [error(fault) for fault in faults]}))
    else:
        for fault in faults:
            _tell(f"{fault.field if fault.code == 'not_an_option' else _option(fault.field)}: {fault.placed}")
    return BAD_INPUT


def _option(field: str) -> str:
    return f"--{field.replace('_', '-')}"


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _as_json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False)
