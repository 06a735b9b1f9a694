"""The rows behind the pages."""

from hiring.models.requisition import Requisition
from hiring.models.review import AppliedFix, Review, WaiverRecord

__all__ = ["AppliedFix", "Requisition", "Review", "WaiverRecord"]
