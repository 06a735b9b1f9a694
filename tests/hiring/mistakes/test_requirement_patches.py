"""Whatever the lists of requirements: no trigger crashes, and a patch that is offered ends its flag."""

import json

import jsonpatch
from hypothesis import given, settings
from hypothesis import strategies as st

from hiring.checking import Fired
from hiring.document import RequisitionDocument
from hiring.facts.case import Case
from hiring.mistakes import mlops_as_devops, undefined_scope, unicorn_skills
from hiring.skills import SKILLS
from tests.hiring.mistakes.build import TODAY, case, market

TRIGGERS = [
    trigger for module in (mlops_as_devops, unicorn_skills, undefined_scope) for trigger in module.MISTAKE.triggers
]

names = st.one_of(st.sampled_from(list(SKILLS)), st.sampled_from(["A house tool", "5+ years", "PhD", " "]))
lines = st.fixed_dictionaries(
    {
        "any_of": st.lists(names, min_size=1, max_size=3),
        "years": st.one_of(st.none(), st.integers(0, 20)),
    }
)
percents = st.one_of(st.none(), st.integers(0, 100))
duties = st.fixed_dictionaries(
    {
        "text": st.sampled_from(["Serve models", "Run clusters", "Alert when accuracy drops", ""]),
        "percent": percents,
        "kind": st.sampled_from([None, "operate", "build", "design", "model"]),
        "infra_share": percents,
    }
)
scopes = st.fixed_dictionaries(
    {
        "archetype": st.sampled_from([None, "infra_heavy", "balanced", "ml_heavy", "unsure"]),
        "infra_pct": percents,
        "platform_or_models": st.sampled_from([None, "both"]),
        "must_haves": st.lists(lines, max_size=18),
        "nice_to_haves": st.lists(lines, max_size=6),
        "duties": st.lists(duties, max_size=4),
        "years_min": st.one_of(st.none(), st.integers(0, 25)),
        "degree": st.sampled_from([None, "none", "phd"]),
        "publications": st.sampled_from([None, False, True]),
    }
)
roles = st.fixed_dictionaries(
    {
        "level": st.sampled_from([None, "junior", "mid", "senior", "staff", "principal"]),
        "title": st.sampled_from([None, "", "SRE", "Cloud Data Engineer", "Platform Lead", "DevOps"]),
        "job_ad": st.sampled_from([None, "", "You will be with us. Exposure to ML is a plus for the team."]),
    }
)


@settings(max_examples=150, deadline=None)
@given(scope=scopes, role=roles, mid=st.sampled_from([None, 150_000, 170_000, 200_000, 230_000]))
def test_every_trigger_answers_and_every_patch_ends_its_flag(scope, role, mid):
    before = case(
        scope=scope,
        role=role,
        pay={"base_min": mid, "base_max": mid},
        process={"scope_in_first_call": False},
        market=market(180_000, own_band={"low": 100_000, "high": 300_000}),
    )
    plain = before.document.model_dump(mode="json")
    for trigger in TRIGGERS:
        flag = trigger.check(before)
        if isinstance(flag, Fired) and flag.patch:
            patched = jsonpatch.apply_patch(plain, [dict(operation) for operation in flag.patch])
            document = RequisitionDocument.model_validate_json(json.dumps(patched))
            after = trigger.check(Case(document, today=TODAY, market=before.market))
            assert not isinstance(after, Fired), (trigger.id, flag.patch)
