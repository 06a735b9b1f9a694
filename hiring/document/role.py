"""Step 1: the role."""

from typing import Annotated, Literal

from pydantic import Field

from hiring.document.base import Count, OneOrMore, Part

Level = Literal["junior", "mid", "senior", "staff", "principal"]
Employment = Literal["permanent", "contract"]
WorkMode = Literal["onsite", "hybrid", "remote"]
CompanyStage = Literal["seed", "series_ab", "growth", "public", "enterprise_nontech", "public_sector"]
Reason = Literal["new", "backfill", "growth"]
PriorReason = Literal["growth", "pay", "scope", "other"]


class Location(Part):
    """A place of work or of hiring."""

    country: Annotated[str, Field(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2, e.g. US")]
    region: str | None = Field(default=None, description="State or province code, e.g. CA, NY, ON")
    metro: str | None = Field(default=None, description="City or metro name, e.g. San Francisco")


class Role(Part):
    """Step 1."""

    title: str | None = None
    level: Level | None = None
    employment: Employment | None = "permanent"
    locations: tuple[Location, ...] = ()
    work_mode: WorkMode | None = None
    remote_hiring_in: tuple[Location, ...] = Field(default=(), description="Places where remote hires are accepted")
    company_stage: CompanyStage | None = None
    headcount: OneOrMore | None = Field(default=None, description="Employees in the whole company")
    reason: Reason | None = None
    prior_left_months: Count | None = Field(default=None, description="Backfill: tenure of the person who left, months")
    prior_reason: PriorReason | None = None
    job_ad: str | None = Field(default=None, description="Text of the job ad, plain text or Markdown")
