"""Requisitions, reviews, waivers and applied fixes in the admin: to look things up, not to change them.

Answers, waivers and fixes change on their own pages, where the rules and the history are kept.
"""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from hiring.assemble import answer_fields
from hiring.models import AppliedFix, Requisition, Review, WaiverRecord


class LookOnly(admin.ModelAdmin):
    """Whoever may see and change every requisition looks; nobody changes anything here."""

    actions = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Shown to those who may look."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators: they see all requisitions and work in the admin."""
        user = request.user
        return user.has_perm("hiring.view_all_requisitions") and user.has_perm("hiring.waive_blocker")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """On the pages, not here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """On the pages, not here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was asked, accepted and applied stays on record."""
        return False


@admin.register(Requisition)
class RequisitionAdmin(LookOnly):
    """All requisitions."""

    list_display = ["__str__", "level", "owner", "verdict", "revision", "updated_at"]
    list_filter = ["verdict", "level"]
    list_select_related = ["owner"]
    search_fields = ["title", "owner__name", "owner__email"]
    date_hierarchy = "updated_at"

    def get_fieldsets(self, request: HttpRequest, obj: Requisition | None = None) -> Any:
        """The record itself, then the answers step by step."""
        record = ("owner", "shared_with", "verdict", "revision", "created_at", "updated_at", "unsure", "unparsed")
        steps: dict[str, list[str]] = {}
        for field, section in answer_fields().items():
            steps.setdefault(section, []).append(field)
        answers = [
            (section.replace("_", " ").capitalize(), {"fields": fields, "classes": ["collapse"]})
            for section, fields in steps.items()
        ]
        return [(None, {"fields": record}), *answers]

    def view_on_site(self, obj: Requisition) -> str:
        """Its report."""
        return obj.get_absolute_url()


@admin.register(Review)
class ReviewAdmin(LookOnly):
    """Stored reviews, without the answers and findings: the history pages show those."""

    list_display = ["requisition", "made_at", "verdict", "occasion", "made_by", "ruleset"]
    list_filter = ["verdict", "ruleset"]
    list_select_related = ["requisition", "made_by"]
    search_fields = ["requisition__title"]
    date_hierarchy = "made_at"
    fields = ["requisition", "made_at", "made_by", "day", "occasion", "revision", "verdict", "ruleset", "digest"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Review]:
        """Without the large columns."""
        return super().get_queryset(request).defer("document", "market", "report")


@admin.register(WaiverRecord)
class WaiverAdmin(LookOnly):
    """Who accepted what, why and until when."""

    list_display = ["trigger", "severity", "requisition", "reason", "author", "made_on", "expires_on", "withdrawn_at"]
    list_filter = ["severity", "reason"]
    list_select_related = ["requisition", "author"]
    search_fields = ["trigger", "requisition__title", "author__name"]


@admin.register(AppliedFix)
class AppliedFixAdmin(LookOnly):
    """Fixes applied by a click."""

    list_display = ["trigger", "requisition", "applied_by", "applied_at", "undone_at"]
    list_select_related = ["requisition", "applied_by"]
    search_fields = ["trigger", "requisition__title", "applied_by__name"]
