"""The content that comes with the product."""

from typing import Final

from assessments.bank.content import Bank
from assessments.bank.reading import read_questions, read_scenarios

SCENARIOS: Final = read_scenarios()
QUESTIONS: Final = read_questions()
SHIPPED: Final = Bank(scenarios=SCENARIOS, questions=QUESTIONS)
