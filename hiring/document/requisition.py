"""The whole document."""

from typing import Literal

from hiring.document.base import Part
from hiring.document.growth import Growth
from hiring.document.ml_today import MlToday
from hiring.document.organisation import Organisation
from hiring.document.pay import Pay
from hiring.document.process import Process
from hiring.document.role import Role
from hiring.document.scope import Scope


class RequisitionDocument(Part):
    """One requisition, as files, forms, reports and PDFs exchange it. Null means "not answered"."""

    schema_version: Literal[1] = 1
    role: Role = Role()
    ml_today: MlToday = MlToday()
    scope: Scope = Scope()
    pay: Pay = Pay()
    organisation: Organisation = Organisation()
    process: Process = Process()
    growth: Growth = Growth()


SECTIONS: dict[str, type[Part]] = {
    "role": Role,
    "ml_today": MlToday,
    "scope": Scope,
    "pay": Pay,
    "organisation": Organisation,
    "process": Process,
    "growth": Growth,
}
"""The seven sections in the order of the guided form's steps."""
