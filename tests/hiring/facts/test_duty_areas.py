"""Which areas of MLOps work the duties name."""

import pytest

from hiring.document import Duty
from hiring.facts.duty_areas import areas_named


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Redeploy services and roll back bad models", ("deployment",)),
        ("Run releases and canary rollouts", ("deployment",)),
        ("Keep the GPU cluster autoscaling", ("scaling",)),
        ("Escalate incidents; keep the escalation list", ()),
        ("Automated testing of training code", ("automation",)),
        ("Build the feature pipeline", ("automation",)),
        ("Watch for data drift", ("monitoring",)),
        ("Schedule re-training", ("monitoring",)),
        ("Monitor prediction quality", ("monitoring",)),
        ("Monitor network links", ()),
    ],
)
def test_areas_are_named_by_their_words(text: str, areas: tuple[str, ...]) -> None:
    assert areas_named([Duty(text=text)]) == areas


def test_monitoring_and_models_must_stand_in_one_duty() -> None:
    assert areas_named([Duty(text="Monitor servers"), Duty(text="Explain models")]) == ()
