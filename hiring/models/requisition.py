"""The requisition: the one model that holds the answers."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from hiring.models.answers import (
    GrowthAnswers,
    MlTodayAnswers,
    OrganisationAnswers,
    PayAnswers,
    ProcessAnswers,
    RoleAnswers,
    ScopeAnswers,
    growth,
    ml_today,
    organisation,
    pay,
    process,
    role,
    scope,
)
from hiring.models.history import LeanHistory

if TYPE_CHECKING:
    from accounts.models import User


class RequisitionQuerySet(models.QuerySet["Requisition"]):
    """Requisitions as people may see them."""

    def visible_to(self, user: "User") -> "RequisitionQuerySet":
        """Those the person may open: their own and shared ones, or all with the permission."""
        if user.has_perm("hiring.view_all_requisitions"):
            return self
        if not user.has_perm("hiring.view_requisition"):
            return self.none()
        shared = Requisition.shared_with.through.objects.filter(user_id=user.pk).values("requisition_id")
        return self.filter(models.Q(owner=user) | models.Q(pk__in=shared))


class Requisition(
    RoleAnswers, MlTodayAnswers, ScopeAnswers, PayAnswers, OrganisationAnswers, ProcessAnswers, GrowthAnswers
):
    """One requisition and everything answered about it.

    ``revision`` counts saves; a save made on an older revision is compared field by field.
    ``unparsed`` keeps, by field, input that could not be read, as typed: nothing typed is ever lost.
    ``unsure`` lists the fields answered "unsure": null in the document, but answered in the form.
    ``verdict`` and ``worst_flags`` repeat the latest review for lists; pages that judge work them out anew.
    ``verdict_news`` is what the owner has not seen yet: the verdict changed although nobody changed an answer
    (`hiring.verdict_news`).
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="requisitions")
    shared_with = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="shared_requisitions", blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    quick_mode = models.BooleanField(default=False)
    last_step = models.CharField(max_length=32, default="role")
    unparsed = models.JSONField(default=dict, blank=True)
    unsure = models.JSONField(default=list, blank=True)
    verdict = models.CharField(max_length=20, default="needs_answers", editable=False)
    worst_flags = models.JSONField(default=list, blank=True, editable=False)
    verdict_news = models.JSONField(null=True, blank=True, editable=False)

    objects = RequisitionQuerySet.as_manager()
    history = LeanHistory(m2m_fields=[shared_with], excluded_fields=["verdict_news"])

    class Meta:
        ordering = ["-updated_at", "-pk"]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="requisition_recent"),
            models.Index(fields=["owner", "-updated_at"], name="requisition_owner_recent"),
            models.Index(fields=["owner"], condition=models.Q(verdict_news__isnull=False), name="requisition_news"),
        ]
        permissions = [
            ("view_all_requisitions", "Can view every requisition"),
            ("change_any_requisition", "Can change every requisition"),
            ("edit_process_any", "Can edit the hiring process of any requisition"),
            ("export_plan", "Can export hiring plans"),
            ("waive_advice", "Can waive advice and warnings"),
            ("waive_blocker", "Can waive blockers"),
        ]
        constraints = [
            *role.CONSTRAINTS,
            *ml_today.CONSTRAINTS,
            *scope.CONSTRAINTS,
            *pay.CONSTRAINTS,
            *organisation.CONSTRAINTS,
            *process.CONSTRAINTS,
            *growth.CONSTRAINTS,
        ]

    def __str__(self) -> str:
        return self.title or f"Requisition {self.pk}"

    def get_absolute_url(self) -> str:
        """The report page."""
        from django.urls import reverse

        return reverse("hiring:report", args=[self.pk])

    if TYPE_CHECKING:
        stages: Any
