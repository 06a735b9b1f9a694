"""Every field of the document as a question, and answers in words. Pure."""

from hiring.questions.catalogue import (
    QUESTIONS,
    is_essential,
    is_quick,
    question_at,
    questions_of,
    read_by,
)
from hiring.questions.question import Kind, Question
from hiring.questions.steps import STEPS, Step, step_at, step_of
from hiring.questions.wording import describe

__all__ = [
    "QUESTIONS",
    "STEPS",
    "Kind",
    "Question",
    "Step",
    "describe",
    "is_essential",
    "is_quick",
    "question_at",
    "questions_of",
    "read_by",
    "step_at",
    "step_of",
]
