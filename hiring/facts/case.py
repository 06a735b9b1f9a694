"""The case before the checkers: one document, its market, the day, the bank; derived facts worked out once."""

from datetime import date
from decimal import Decimal
from functools import cached_property

from hiring.document import RequisitionDocument, Stage
from hiring.document.patch import PatchOperation
from hiring.facts import depth, loop, pay, people, slots
from hiring.facts.ad import Ad, read_ad
from hiring.facts.bank import EMPTY_BANK, BankIndex
from hiring.facts.coverage import areas_covered
from hiring.facts.crisis import Crisis, crisis_of
from hiring.facts.disciplines import Discipline
from hiring.facts.ease import by_ease
from hiring.facts.levels import LevelCap, cap_for
from hiring.facts.skill_infra import duty_infra_pct, skill_infra_pct
from hiring.facts.slots import Requirement, SlotCounts
from hiring.facts.template_loop import template_of, template_operations
from hiring.facts.timing import Timing, timing_of
from hiring.facts.unicorn import unicorn
from hiring.market import Market, OwnBand, Percentiles


class Case:
    """Everything a trigger may look at. Facts are worked out on first use and kept.

    ``today`` is the day of the review: checkers read no clock.
    """

    def __init__(
        self,
        document: RequisitionDocument,
        *,
        today: date,
        market: Market | None = None,
        bank: BankIndex = EMPTY_BANK,
    ) -> None:
        self.document = document
        self.today = today
        self.market = market
        self.bank = bank
        self.role = document.role
        self.ml_today = document.ml_today
        self.scope = document.scope
        self.pay = document.pay
        self.organisation = document.organisation
        self.process = document.process
        self.growth = document.growth

    # Requirements (facts/slots.py, ease.py, coverage.py, depth.py, levels.py, unicorn.py)
    @cached_property
    def musts(self) -> tuple[Requirement, ...]:
        """The must-haves."""
        return slots.requirements(self.scope.must_haves, "/scope/must_haves")

    @cached_property
    def nices(self) -> tuple[Requirement, ...]:
        """The nice-to-haves."""
        return slots.requirements(self.scope.nice_to_haves, "/scope/nice_to_haves")

    @cached_property
    def musts_by_ease(self) -> tuple[Requirement, ...]:
        """The must-haves that count, those that can be spared first."""
        return by_ease(self.musts)

    @cached_property
    def n_must(self) -> int:
        """Must-haves that count."""
        return slots.count_of_musts(self.musts)

    @cached_property
    def n_must_for_caps(self) -> int:
        """Must-haves held against a cap: Python, SQL, Git and Linux together are one."""
        return slots.count_for_caps(self.musts)

    @cached_property
    def counts(self) -> SlotCounts:
        """Requirement lines, must and nice, by class."""
        return slots.slot_counts(self.musts + self.nices)

    @cached_property
    def areas(self) -> frozenset[str]:
        """The requirement areas covered by must-haves, duties and the managed platform."""
        return areas_covered(self.musts, self.scope.duties, self.ml_today.managed_platform)

    @cached_property
    def disciplines(self) -> dict[Discipline, int]:
        """Must-have lines by discipline."""
        return depth.slots_by_discipline(self.musts)

    @cached_property
    def deep_disciplines(self) -> tuple[Discipline, ...]:
        """The disciplines that the must-haves ask for in depth."""
        return depth.deep(self.disciplines)

    @cached_property
    def skill_infra_pct(self) -> Decimal | None:
        """Infrastructure share of skills and duties, 0 to 100; None where nothing carries a weight."""
        return skill_infra_pct(self.musts, self.nices, self.duty_infra_pct)

    @cached_property
    def duty_infra_pct(self) -> Decimal | None:
        """Infrastructure share of the duties, 0 to 100; None unless every duty gives both its numbers."""
        return duty_infra_pct(self.scope.duties)

    @cached_property
    def level_cap(self) -> LevelCap | None:
        """What the level may be asked at this pay; None while the level is not answered."""
        level = self.role.level
        return None if level is None else cap_for(level, self.pay_pct, self.ml_today.regulated)

    @cached_property
    def unicorn_index(self) -> Decimal | None:
        """The unicorn index; None while level, must-haves, years or degree are not answered."""
        level, scope = self.role.level, self.scope
        if level is None or not self.musts or scope.years_min is None or scope.degree is None:
            return None
        return unicorn(
            level,
            n_must=self.n_must_for_caps,
            deep=len(self.deep_disciplines),
            years_min=scope.years_min,
            phd=scope.degree == "phd",
            pay_pct=self.pay_pct,
        ).value

    # Pay (facts/pay.py)
    @cached_property
    def mid(self) -> Decimal | None:
        """Middle of the offered base band."""
        return pay.midpoint(self.pay)

    @cached_property
    def mlops_market(self) -> Percentiles | None:
        """Market percentiles for MLOps, in the requisition's own currency."""
        return pay.family_of(pay.same_currency(self.pay, self.market), "mlops")

    @cached_property
    def mle_market(self) -> Percentiles | None:
        """Market percentiles for ML engineers, in the requisition's own currency."""
        return pay.family_of(pay.same_currency(self.pay, self.market), "ml_engineer")

    @cached_property
    def own_band(self) -> OwnBand | None:
        """The company's published band for this requisition, in its own currency."""
        market = pay.same_currency(self.pay, self.market)
        return None if market is None else market.own_band

    @cached_property
    def compa(self) -> Decimal | None:
        """Compa-ratio: the midpoint over the MLOps median."""
        return pay.compa_ratio(self.mid, self.mlops_market)

    @cached_property
    def pay_pct(self) -> Decimal | None:
        """Percentile of the midpoint in the MLOps market, 0 to 100."""
        return pay.percentile_of(self.mid, self.mlops_market)

    # Timing, crisis, interview loop (facts/timing.py, crisis.py, loop.py, template_loop.py)
    @cached_property
    def crisis(self) -> Crisis:
        """The crisis signs, known and possible."""
        return crisis_of(self.ml_today)

    @cached_property
    def timing(self) -> Timing:
        """The timing rubric, filled in as far as it is answered."""
        return timing_of(self.ml_today, people.ml_people(self.ml_today))

    @cached_property
    def tech_stages(self) -> tuple[Stage, ...]:
        """The technical stages of the loop."""
        return loop.technical(self.process.stages)

    @cached_property
    def tech_minutes(self) -> int:
        """Minutes of the technical stages."""
        return sum(stage.minutes for stage in self.tech_stages)

    @cached_property
    def rounds(self) -> int | None:
        """Rounds of the loop; None while no stage is given."""
        return loop.rounds(self.process.stages) if self.process.stages else None

    @cached_property
    def takehome(self) -> bool | None:
        """Whether there is a take-home."""
        return loop.takehome(self.process)

    @cached_property
    def candidate_minutes(self) -> Decimal | None:
        """Minutes the loop asks of the person, take-home included; None while no stage is given."""
        stages = self.process.stages
        return loop.candidate_minutes(stages, self.process.takehome_hours) if stages else None

    @cached_property
    def template(self) -> tuple[Stage, ...] | None:
        """The bank's template loop for this level and archetype."""
        return template_of(self.bank, self.role.level, self.scope.archetype)

    @cached_property
    def template_operations(self) -> tuple[PatchOperation, ...]:
        """The operations that put the template loop in place."""
        return template_operations(self.template, self.process)

    # People, organisation, law, the ad's text (facts/people.py, organisation.py, law.py, ad.py)

    @cached_property
    def ml_people(self) -> int | None:
        """Data scientists and ML engineers today; None where one of the two is not answered."""
        return people.ml_people(self.ml_today)

    @cached_property
    def solo(self) -> bool | None:
        """Whether this hire will be the only MLOps engineer a year from now; None where that is open."""
        return people.solo(self.ml_today, self.growth)

    @cached_property
    def ad(self) -> Ad | None:
        """The job ad; None where there is none."""
        return read_ad(self.role.job_ad)
