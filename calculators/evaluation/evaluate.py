"""The way from a question to an answer: read, compute, put into words."""

from calculators.catalogue import declaration, words_of
from calculators.core.problems import CalculatorError
from calculators.evaluation.question import Question, in_typed_row, read_inputs
from calculators.evaluation.records import Answer, Refusal
from calculators.evaluation.wording import worded_answer
from calculators.evaluation.wording_of_inputs import worded_again, worded_fault, worded_readings, worded_steps


def evaluate(question: Question) -> Answer | Refusal:
    """The answer to a question in the language asked for, or everything that is wrong with it, all at once.

    Raises:
        KeyError: there is no calculator of that name.
    """
    declared = declaration(question.calculator)
    words = words_of(question.calculator, question.lang)
    inputs = read_inputs(declared, question)
    problems = list(inputs.problems)
    faulty = {problem.field for problem in problems}
    # With another choice the formula might find nothing wrong: what it finds now is not sure.
    is_unsure = any(field.kind == "choice" and field.name in faulty for field in declared.fields)
    result = None
    try:
        result = declared.formula(**inputs.computing())
    except CalculatorError as error:
        problems += [
            in_typed_row(problem, declared, question)
            for problem in error.problems
            if not is_unsure and not faulty & {problem.field, *problem.depends_on}
        ]
    readings = worded_readings(inputs, words)
    retyped = worded_again(inputs, question, words)
    if result is None or problems:
        faults = [worded_fault(problem, declared, words) for problem in problems]
        return Refusal(declared.name, faults, readings, retyped, worded_steps(inputs, words), words)
    return worded_answer(inputs, result, question, readings, retyped, words)
