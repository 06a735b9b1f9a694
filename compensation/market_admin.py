"""Market data in Django's admin: the sources with their switch, and the cells behind every figure.

What changes the figures that are read goes through a preview (``compensation.market_pages``): the switch, the order,
the day and the name of a source that is switched on. Such a source cannot be deleted either.
"""

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import CharField, Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from simple_history.admin import SimpleHistoryAdmin

from accounts.models import User
from compensation import switching
from compensation.benchmark import FAMILIES
from compensation.confidence import confidence_of
from compensation.forms import MarketSourceForm
from compensation.market_data.deriving import RECENT
from compensation.market_pages import MarketPages
from compensation.models import MarketCell, MarketSource, Recheck


@admin.register(MarketSource)
class MarketSourceAdmin(MarketPages, SimpleHistoryAdmin):  # type: ignore[misc]
    """Sources of pay figures. The shipped figures stand behind them all and need no row."""

    form = MarketSourceForm
    change_list_template = "admin/compensation/marketsource/change_list.html"
    change_form_template = "admin/compensation/marketsource/change_form.html"

    list_display = ["name", "active", "order", "as_of", "age", "kept", "cells_held"]
    list_filter = ["active", "kind"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": [("active", "order"), ("as_of", "age"), "name", "licence", "about"]}),
        ("Figures of the newest two years, whole country, US dollars", {"fields": ["figures"]}),
        (
            "The file",
            {
                "fields": [
                    *("kind", ("rows", "kept"), "why_left_out", "postings_held", "digest"),
                    ("imported_at", "imported_by"),
                ]
            },
        ),
    ]
    formfield_overrides = {CharField: {"widget": AdminTextInputWidget(attrs={"class": "vLargeTextField"})}}
    readonly_fields = [
        *("kind", "age", "rows", "kept", "why_left_out", "postings_held", "digest", "imported_at", "imported_by"),
        "figures",
    ]
    actions = ["switch_on", "switch_off"]
    list_select_related = ["imported_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[MarketSource]:
        sources: QuerySet[MarketSource] = super().get_queryset(request)
        return sources.annotate(cell_count=Count("cells"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Files are imported: there is nothing to type."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: MarketSource | None = None) -> bool:
        """Only what is switched off can be deleted: switching it off shows what that changes."""
        return not (obj and obj.active) and bool(super().has_delete_permission(request, obj))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Counts in place of thousands of lines; postings and cells go with their source."""
        chosen = list(objs)
        counts = MarketSource.objects.filter(pk__in=[each.pk for each in chosen]).aggregate(
            postings=Count("postings", distinct=True), cells=Count("cells", distinct=True)
        )
        listed = [f"Market source: {each}" for each in chosen]
        listed.append(f"{counts['postings']:,} postings and {counts['cells']:,} cells")
        missing = set() if self.has_delete_permission(request) else {"market source"}
        on = [
            f"“{each}” is switched on: switch it off first, which shows what that changes"
            for each in chosen
            if each.active
        ]
        return listed, {"market sources": len(chosen)}, missing, on

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Says what stands behind the list, and how a file comes into it."""
        subtitle = "The shipped figures stand behind them. Files come in here or by import_market_data."
        more = {"subtitle": subtitle, "may_import": self.may_import(request)}
        return super().changelist_view(request, more | (extra_context or {}))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form, with the last previews and changes of the source."""
        rows = Recheck.objects.filter(source_id=int(object_id)) if object_id.isdigit() else Recheck.objects.none()
        more = {"rechecks": rows.select_related("made_by").defer("effects", "before", "after", "found")[:5]}
        return super().change_view(request, object_id, form_url, more | (extra_context or {}))

    @admin.display(description="age in months")
    def age(self, source: MarketSource) -> int:
        """Whole months since the day of the figures."""
        return source.months_old(timezone.localdate())

    @admin.display(description="cells", ordering="cell_count")
    def cells_held(self, source: MarketSource) -> SafeString:
        """How many cells, and the way to them."""
        address = reverse("admin:compensation_marketcell_changelist")
        count: int = source.cell_count  # type: ignore[attr-defined]
        return format_html('<a href="{}?{}">{}</a>', address, urlencode({"source__id__exact": source.pk}), count)

    @admin.display(description="distinct postings")
    def postings_held(self, source: MarketSource) -> int:
        """How many postings are stored."""
        return source.postings.count()

    @admin.display(description="rows left out")
    def why_left_out(self, source: MarketSource) -> str:
        """The reasons with their counts."""
        return "; ".join(f"{count:,} {reason}" for reason, count in source.left_out.items()) or "none"

    @admin.display(description="figures")
    def figures(self, source: MarketSource) -> SafeString:
        """The cells that pay is checked against, with n and confidence."""
        cells = source.cells.filter(family__in=FAMILIES, period=RECENT, zone="").order_by("country", "family", "p50")
        rows = format_html_join(
            "",
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            (
                (
                    *(cell.country, cell.family, cell.level, f"{cell.p25:,}", f"{cell.p50:,}", f"{cell.p75:,}", cell.n),
                    confidence_of(cell.n),
                )
                for cell in cells
            ),
        )
        head = "country family level p25 median p75 n confidence".split()
        titles = format_html_join("", "<th scope='col'>{}</th>", ((title,) for title in head))
        return format_html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", titles, rows)

    def save_model(self, request: HttpRequest, obj: MarketSource, form: Any, change: bool) -> None:
        """Words are saved at once; what changes the figures that are read is previewed first.

        Starts from the row as stored: an old version (history) knows nothing of the file that came since.
        """
        stored = MarketSource.objects.get(pk=obj.pk)
        becomes = switching.settings_of(obj)
        at_once = switching.counts_at_once(stored, becomes)
        given = {name: getattr(obj, name) for name in form.cleaned_data if at_once or name not in switching.SETTINGS}
        if any(getattr(stored, name) != value for name, value in given.items()):
            stored.__dict__.update(given)
            super().save_model(request, stored, form, change)
        if switching.settings_of(stored) != becomes:
            made = switching.preview(stored, becomes, cast(User, request.user), timezone.localdate())
            request.__dict__["_preview"] = made

    def log_change(self, request: HttpRequest, obj: MarketSource, message: Any) -> Any:
        """A preview is no change yet."""
        return None if "_preview" in request.__dict__ else super().log_change(request, obj, message)

    def response_change(self, request: HttpRequest, obj: MarketSource) -> HttpResponse:
        """To the preview, where there is one."""
        made: Recheck | None = request.__dict__.get("_preview")
        if made is None:
            return super().response_change(request, obj)
        self.message_user(request, "Nothing is changed yet: look at the preview and confirm it.", messages.WARNING)
        return self.to_recheck(made)

    @admin.action(description="Switch on …", permissions=["change"])
    def switch_on(self, request: HttpRequest, chosen: QuerySet[MarketSource]) -> HttpResponse | None:
        """To the preview of the benchmark with it."""
        return self._one(request, chosen, on=True)

    @admin.action(description="Switch off …", permissions=["change"])
    def switch_off(self, request: HttpRequest, chosen: QuerySet[MarketSource]) -> HttpResponse | None:
        """To the preview of the benchmark without it; nothing is lost by it."""
        return self._one(request, chosen, on=False)

    def _one(self, request: HttpRequest, chosen: QuerySet[MarketSource], *, on: bool) -> HttpResponse | None:
        sources = list(chosen)
        if len(sources) != 1:
            self.message_user(request, f"Choose one source to switch {'on' if on else 'off'}.", messages.ERROR)
            return None
        return self.preview_switch(request, sources[0], on=on)


@admin.register(MarketCell)
class MarketCellAdmin(admin.ModelAdmin):
    """Every cell of every source: to look up, not to edit."""

    list_display = ["role", "where", "distinct", "confidence", "middle_half", "period", "as_of", "source"]
    list_filter = ["source", "family", "level", "period", "country"]
    list_select_related = ["source"]
    list_per_page = 50
    ordering = ["country", "family", "level", "zone", "period"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Cells are worked out, not typed."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: MarketCell | None = None) -> bool:
        """As for adding."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: MarketCell | None = None) -> bool:
        """They go with their source."""
        return False

    @admin.display(description="role and level", ordering="family")
    def role(self, cell: MarketCell) -> str:
        """Family and level in one column."""
        return f"{cell.family}, {cell.level}"

    @admin.display(description="where", ordering="country")
    def where(self, cell: MarketCell) -> str:
        """Country, and the zone where the cell is of one."""
        return f"{cell.country} {cell.zone}".strip()

    @admin.display(description="n", ordering="n")
    def distinct(self, cell: MarketCell) -> int:
        """Distinct postings."""
        return cell.n

    @admin.display(description="p25 · median · p75", ordering="p50")
    def middle_half(self, cell: MarketCell) -> str:
        """The three figures most often asked for; the others stand on the cell's own page."""
        return f"{cell.p25:,} · {cell.p50:,} · {cell.p75:,}".replace(" ", "\N{NO-BREAK SPACE}")

    @admin.display(description="confidence", ordering="n")
    def confidence(self, cell: MarketCell) -> str:
        """Solid, indicative or thin."""
        return confidence_of(cell.n)

    @admin.display(description="as of", ordering="source__as_of")
    def as_of(self, cell: MarketCell) -> str:
        """The day of the source's figures."""
        return f"{cell.source.as_of:%-d %b %Y}"
