"""Cases: the figures of a person or company in the text, from `docs/cases/NAME.json`, the same in both languages."""

from dataclasses import dataclass

from site_build.content import ContentError, content_of


@dataclass(frozen=True, slots=True)
class Case:
    """A calculator and what is entered in it, as plain English notation by field name."""

    calculator: str
    inputs: dict[str, str]


def case(name: str) -> Case:
    """The case `name`.

    Raises:
        ContentError: there is none, or its file has a fault.
    """
    content = content_of("cases", name)
    calculator, inputs = content.get("calculator"), content.get("inputs")
    if not isinstance(calculator, str) or not isinstance(inputs, dict):
        message = f"docs/cases/{name}.json: 'calculator' and 'inputs' are needed"
        raise ContentError(message)
    if not all(isinstance(text, str) for text in inputs.values()):
        message = f'docs/cases/{name}.json: each input is a quoted text, such as "60000"'
        raise ContentError(message)
    return Case(calculator, inputs)


def preset_of(calculator: str, name: str, preset: dict[str, str]) -> dict[str, str]:
    """The preset of a block: its own, or that of the case `name`.

    Raises:
        ContentError: the block has both, or the case is one of another calculator.
    """
    if not name:
        return preset
    if preset:
        message = f"{calculator}: a block takes the case {name!r} or a preset, not both"
        raise ContentError(message)
    found = case(name)
    if found.calculator != calculator:
        message = f"docs/cases/{name}.json is a case of {found.calculator}, not of {calculator}"
        raise ContentError(message)
    return found.inputs
