"""Command line: `python -m calculators list`, `python -m calculators NAME --field value ...`."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from calculators.bridge import as_contract, error_message, reading_notes
from calculators.catalogue import NAMES, calculator
from calculators.core.errors import Problem
from calculators.core.fields import Calculator
from calculators.core.results import Quantity
from calculators.core.text import LANGS, Lang, Text
from calculators.evaluation import evaluate
from calculators.present.tables import rows_from_csv
from calculators.report import calculator_list, help_text, report

BAD_INPUT = 2
UNKNOWN_CALCULATOR = Text(
    "Deze rekenhulp bestaat niet. Kies uit: {names}.", "There is no such calculator. Choose from: {names}."
)
UNKNOWN_LANGUAGE = Text("Kies nl of en.", "Choose nl or en.")
NO_VALUE = Text("Zet een waarde achter deze optie.", "Give this option a value.")
NOT_AN_OPTION = Text("Schrijf opties als --veld waarde.", "Write options as --field value.")
NO_FILE = Text("Dit bestand is niet als tekst te lezen.", "This file cannot be read as text.")

Values = dict[str, str | Sequence[Sequence[str]]]


def split_options(arguments: Sequence[str]) -> tuple[dict[str, str], list[Problem]]:
    """The values by option name, from `--name value` and `--name=value`, and what could not be read so.

    Not argparse: it takes the value in `--price-change -12,5` for an option.
    """
    values: dict[str, str] = {}
    problems = []
    rest = list(arguments)
    while rest:
        option = rest.pop(0)
        if not option.startswith("--"):
            problems.append(Problem(option, "not_an_option", NOT_AN_OPTION))
            continue
        name, has_value, value = option.removeprefix("--").partition("=")
        if not has_value:
            if name in ("json", "help"):
                value = "yes"
            elif rest and not rest[0].startswith("--"):
                value = rest.pop(0)
            else:
                problems.append(Problem(name, "no_value", NO_VALUE))
                continue
        values[name] = value
    return values, problems


def table_values(declared: Calculator, options: dict[str, str]) -> tuple[Values, list[Problem]]:
    """The options as field values, with `@file.csv` read for table fields."""
    tables = {field.name: len(field.columns) for field in declared.fields if field.kind == "table"}
    values: Values = {}
    problems = []
    for option, text in options.items():
        name = option.replace("-", "_")
        values[name] = text
        if name in tables and text.startswith("@"):
            try:
                values[name] = rows_from_csv(Path(text[1:]).read_text(encoding="utf-8"), tables[name])
            except (OSError, UnicodeDecodeError):
                problems.append(Problem(name, "no_file", NO_FILE))
                del values[name]
    return values, problems


def refuse(problems: Sequence[Problem], lang: Lang, *, as_json: bool) -> int:
    """Say what is wrong, all of it, and give the exit code of bad input."""
    messages = [error_message(problem, lang) for problem in problems]
    if as_json:
        print(json.dumps({"errors": messages}, ensure_ascii=False))
    else:
        for message in messages:
            print(f"--{message['field'].replace('_', '-')}: {message['message']}", file=sys.stderr)
    return BAD_INPUT


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; gives the exit code."""
    name, *others = arguments or ["list"]
    options, problems = split_options(others)
    as_json = options.pop("json", "") == "yes"
    asked = options.pop("lang", "en")
    lang: Lang = "nl" if asked == "nl" else "en"
    if asked not in LANGS:
        problems.append(Problem("lang", "not_a_choice", UNKNOWN_LANGUAGE))
    if name in ("list", "--help", "-h"):
        if problems:
            return refuse(problems, lang, as_json=as_json)
        print(calculator_list(lang))
        return 0
    if name not in NAMES:
        names = {"names": Quantity(", ".join(NAMES), "text")}
        problems.insert(0, Problem("calculator", "unknown_calculator", UNKNOWN_CALCULATOR, names))
        return refuse(problems, lang, as_json=as_json)
    declared = calculator(name)
    if options.pop("help", ""):
        print(help_text(declared, lang))
        return 0
    values, unreadable = table_values(declared, options)
    outcome = evaluate(name, values, lang)
    problems += [*unreadable, *outcome.problems]
    if problems or outcome.result is None:
        return refuse(problems, lang, as_json=as_json)
    for note in reading_notes(outcome, lang):
        print(f"--{note['field'].replace('_', '-')}: {note['message']}", file=sys.stderr)
    print(json.dumps(as_contract(outcome, lang), ensure_ascii=False) if as_json else report(outcome, lang))
    return 0


def main() -> int:
    """Run the command line; a reader that stops early or an interrupt ends it quietly."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal or a pipe, always text
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
