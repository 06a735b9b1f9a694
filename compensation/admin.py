"""Band sets in Django's admin: edited with their bands in one table, published and retired by actions."""

from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from simple_history.admin import SimpleHistoryAdmin

from accounts.models import User
from compensation.forms import BandForm, BandFormSet
from compensation.models import Band, BandSet, Status


class BandInline(admin.TabularInline):
    """The bands of the set, lowest level first."""

    model = Band
    form = BandForm
    formset = BandFormSet
    extra = 0
    min_num = 1


@admin.register(BandSet)
class BandSetAdmin(SimpleHistoryAdmin):  # type: ignore[misc]
    """Sets of bands. One set a country and currency is in force; the rest are drafts or the record."""

    list_display = [
        "name",
        "country",
        "currency",
        "status",
        "comes_first",
        "bands_held",
        "effective_from",
        "effective_to",
    ]
    list_filter = ["status", "country", "currency"]
    search_fields = ["name", "based_on"]
    readonly_fields = ["status", "published_at", "published_by"]
    fieldsets = [
        (None, {"fields": ["name", ("country", "currency"), "comes_first"]}),
        ("In force", {"fields": ["status", ("effective_from", "effective_to"), ("published_at", "published_by")]}),
        ("Where the figures come from", {"fields": ["based_on"]}),
    ]
    inlines = [BandInline]
    actions = ["publish", "retire", "copy_as_draft"]
    list_select_related = ["published_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[BandSet]:
        sets: QuerySet[BandSet] = super().get_queryset(request)
        return sets.annotate(band_count=Count("bands"))

    @admin.display(description="bands", ordering="band_count")
    def bands_held(self, band_set: BandSet) -> int:
        """How many bands the set holds."""
        count: int = band_set.band_count  # type: ignore[attr-defined]
        return count

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Who sees the actions that put bands in force."""
        return request.user.has_perm("compensation.publish_bandset")

    def has_change_permission(self, request: HttpRequest, obj: BandSet | None = None) -> bool:
        """A retired set is the record of what was in force: it stays as it was."""
        if obj is not None and obj.status == Status.RETIRED:
            return False
        return bool(super().has_change_permission(request, obj))

    def has_delete_permission(self, request: HttpRequest, obj: BandSet | None = None) -> bool:
        """Only drafts can be deleted."""
        if obj is not None and obj.status != Status.DRAFT:
            return False
        return bool(super().has_delete_permission(request, obj))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Sets that have been in force protect themselves from the bulk action, and say what to do instead."""
        listed, counts, missing, protected = super().get_deleted_objects(objs, request)
        kept = [
            f"“{each}” is {each.status}: only drafts can be deleted, retire it instead"
            for each in objs
            if each.status != Status.DRAFT
        ]
        return (listed, counts, set(), kept) if kept else (listed, counts, missing, protected)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            for caution in getattr(formset, "cautions", []):
                messages.warning(request, f"Saved, but worth a second look. {caution}")

    @admin.action(description="Publish (retires the set it replaces)", permissions=["publish"])
    def publish(self, request: HttpRequest, chosen: QuerySet[BandSet]) -> None:
        """Put each chosen draft in force, or say why not."""
        for band_set in chosen:
            try:
                replaced = band_set.publish(cast(User, request.user), timezone.localdate())
            except ValidationError as refused:
                for message in refused.messages:
                    messages.error(request, f"Not published. {message}")
                continue
            instead = f" “{replaced}” is retired." if replaced else ""
            messages.success(request, f"“{band_set}” is published.{instead}")
            for caution in band_set.cautions():
                messages.warning(request, f"Worth a second look. {caution}")

    @admin.action(description="Retire (nothing takes its place)", permissions=["publish"])
    def retire(self, request: HttpRequest, chosen: QuerySet[BandSet]) -> None:
        """Take each chosen published set out of force."""
        for band_set in chosen:
            if band_set.status != Status.PUBLISHED:
                messages.error(request, f"“{band_set}” is {band_set.status}; only a published set can be retired.")
                continue
            band_set.retire(timezone.localdate())
            messages.success(request, f"“{band_set}” is retired.")

    @admin.action(description="Copy to a new draft", permissions=["add"])
    def copy_as_draft(self, request: HttpRequest, chosen: QuerySet[BandSet]) -> None:
        """A draft with the same bands, so that what is in force can be changed at leisure."""
        for band_set in chosen:
            messages.success(request, f"“{band_set.copy_as_draft()}” is a draft with the bands of “{band_set}”.")
