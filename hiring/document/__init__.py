"""The requisition document: the public contract between every part of Preflight.

Pure: no Django, no clock, no database.
"""

from hiring.document.answered import TICK_LISTS, as_answered, not_answered
from hiring.document.digest import digest_of
from hiring.document.growth import Growth
from hiring.document.ml_today import MlToday
from hiring.document.organisation import Handoff, Organisation
from hiring.document.pay import Pay
from hiring.document.process import Process, Stage
from hiring.document.requisition import SECTIONS, RequisitionDocument
from hiring.document.role import Location, Role
from hiring.document.scope import Duty, Scope, Slot

__all__ = [
    "SECTIONS",
    "TICK_LISTS",
    "Duty",
    "Growth",
    "Handoff",
    "Location",
    "MlToday",
    "Organisation",
    "Pay",
    "Process",
    "RequisitionDocument",
    "Role",
    "Scope",
    "Slot",
    "Stage",
    "as_answered",
    "digest_of",
    "not_answered",
]
