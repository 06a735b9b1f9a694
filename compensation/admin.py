"""Band sets in Django's admin: edited with their bands in one table, published and retired by actions."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode
from simple_history.admin import SimpleHistoryAdmin

import compensation.market_admin  # noqa: F401 - registers the market's pages
from accounts.models import User
from compensation.admin_pages import BandSetPages
from compensation.book import BandBook
from compensation.forms import BandForm, BandFormSet, ZoneForm, ZoneFormSet
from compensation.histories import row_changes
from compensation.models import Band, BandSet, Recheck, Status, Zone
from compensation.publishing import book_in_force, start_of_bands
from hiring.questions.wording import number


class ZoneInline(admin.TabularInline):
    """The zones of the set."""

    model = Zone
    form = ZoneForm
    formset = ZoneFormSet
    extra = 0


_AMOUNTS = {"minimum": "low", "middle": "mid", "maximum": "high"}
"""Columns of a band that can only be looked at, each with its field."""


def _shown(title: str, field: str) -> Callable[[admin.TabularInline, Band], str]:
    # Django shows a decimal with all the places its column has: 126000.00.
    return admin.display(lambda inline, band: number(getattr(band, field)), description=title)


class BandInline(admin.TabularInline):
    """The bands of the set, lowest level first."""

    model = Band
    form = BandForm
    formset = BandFormSet
    extra = 0
    min_num = 1

    minimum, middle, maximum = (_shown(*each) for each in _AMOUNTS.items())
    readonly_fields = list(_AMOUNTS)

    def get_fields(self, request: HttpRequest, obj: BandSet | None = None) -> list[Any]:
        """What is edited; for those who may only look, the amounts as they are written elsewhere."""
        is_record = obj is not None and obj.status == Status.RETIRED
        may_change = self.has_change_permission(request, obj) and not is_record
        return ["family", "level", "focus", "zone", *(_AMOUNTS.values() if may_change else _AMOUNTS)]


@admin.register(BandSet)
class BandSetAdmin(BandSetPages, SimpleHistoryAdmin):  # type: ignore[misc]
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
        ("Where the figures come from", {"fields": ["based_on", "sources_as_of"]}),
    ]
    inlines = [ZoneInline, BandInline]
    actions = ["publish", "retire", "copy_as_draft", "compare"]
    change_form_template = "admin/compensation/bandset/change_form.html"
    object_history_template = "admin/compensation/bandset/history.html"
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

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form, with links to what else can be done with the set and to its last re-checks."""
        band_set = self.get_object(request, object_id)
        more = {
            "may_publish": self.has_publish_permission(request),
            "rechecks": band_set.rechecks.defer("effects", "before", "after")[:5] if band_set else [],
        }
        return super().change_view(request, object_id, form_url, more | (extra_context or {}))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The history of the set together with that of its bands and zones."""
        more = {"rows": list(row_changes(object_id))}
        return super().history_view(request, object_id, more | (extra_context or {}))

    def save_model(self, request: HttpRequest, obj: BandSet, form: Any, change: bool) -> None:
        """Remember what was in force, for the re-check after an edit of a published set."""
        stored = BandSet.objects.filter(pk=obj.pk, status=Status.PUBLISHED).first() if change else None
        self._before(request)[obj.pk] = book_in_force(stored, timezone.localdate()) if stored else None
        super().save_model(request, obj, form, change)

    @staticmethod
    def _before(request: HttpRequest) -> dict[int, BandBook | None]:
        books: dict[int, BandBook | None] = request.__dict__.setdefault("_books_before", {})
        return books

    def _recheck(self, request: HttpRequest, band_set: BandSet) -> None:
        """Review what an edit of bands in force has changed, and say where to see it."""
        if band_set.status != Status.PUBLISHED:
            return
        before, after = self._before(request).get(band_set.pk), book_in_force(band_set, timezone.localdate())
        if before == after:
            return
        by, today = cast(User, request.user), timezone.localdate()
        made = start_of_bands(band_set, Recheck.Kind.CHANGE, f"Bands “{band_set}” edited", before, after, by, today)
        where = reverse("admin:compensation_bandset_recheck", args=[made.pk])
        messages.info(
            request,
            format_html(
                "These bands are in force: the requisitions they decide on are being reviewed again. "
                '<a href="{}">See what changes</a>.',
                where,
            ),
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            for caution in getattr(formset, "cautions", []):
                messages.warning(request, f"Saved, but worth a second look. {caution}")
        self._recheck(request, form.instance)

    @admin.action(description="Publish …", permissions=["publish"])
    def publish(self, request: HttpRequest, chosen: QuerySet[BandSet]) -> HttpResponse | None:
        """To the page that previews it: nothing is put in force unseen."""
        return self._one(request, chosen, "publish")

    @admin.action(description="Retire …", permissions=["publish"])
    def retire(self, request: HttpRequest, chosen: QuerySet[BandSet]) -> HttpResponse | None:
        """To the page that previews it."""
        return self._one(request, chosen, "retire")

    @admin.action(description="Copy to a new draft …", permissions=["add"])
    def copy_as_draft(self, request: HttpRequest, chosen: QuerySet[BandSet]) -> HttpResponse | None:
        """To the page that asks for name and percentage."""
        return self._one(request, chosen, "copy")

    @admin.action(description="Compare two sets", permissions=["view"])
    def compare(self, request: HttpRequest, chosen: QuerySet[BandSet]) -> HttpResponse | None:
        """Side by side, the older one first."""
        pair = list(chosen.order_by("effective_from", "pk"))
        if len(pair) != 2:
            messages.error(request, "Choose two sets to compare.")
            return None
        query = urlencode({"before": pair[0].pk, "after": pair[1].pk})
        return redirect(f"{reverse('admin:compensation_bandset_compare')}?{query}")

    def _one(self, request: HttpRequest, chosen: QuerySet[BandSet], page: str) -> HttpResponse | None:
        if len(chosen) != 1:
            messages.error(request, f"Choose one set to {page}.")
            return None
        return redirect(f"admin:compensation_bandset_{page}", chosen[0].pk)
