"""Options as they were typed, by name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from calculators.core.problems import Problem

SWITCHES: Final = frozenset({"json", "help"})


@dataclass(slots=True)
class Options:
    """The values by option name (with underscores), the switches, and what could not be read so."""

    values: dict[str, str] = field(default_factory=dict)
    switches: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def split_options(arguments: Sequence[str]) -> Options:
    """The options in `--name value` and `--name=value`.

    Not argparse: it takes the value in `--price-change -12,5` for an option.
    """
    found = Options()
    rest = list(arguments)
    while rest:
        option = rest.pop(0)
        if option == "-h":
            found.switches.add("help")
            continue
        if not option.startswith("--"):
            found.problems.append(Problem(option, "not_an_option"))
            continue
        typed, has_value, value = option.removeprefix("--").partition("=")
        name = typed.replace("-", "_")
        if name in SWITCHES and not has_value:
            found.switches.add(name)
            continue
        if not has_value:
            if not rest or rest[0].startswith("--"):
                found.problems.append(Problem(name, "no_value"))
                continue
            value = rest.pop(0)
        if name in found.values:
            found.problems.append(Problem(name, "given_twice"))
        found.values[name] = value
    return found
