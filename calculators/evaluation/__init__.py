"""A question (texts, and the language they are written in) to an answer in words, or to what is wrong with it."""

from calculators.evaluation.evaluate import evaluate
from calculators.evaluation.question import Question, Texts
from calculators.evaluation.records import Answer, Refusal

__all__ = ["Answer", "Question", "Refusal", "Texts", "evaluate"]
