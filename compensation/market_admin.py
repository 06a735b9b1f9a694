"""Market data in Django's admin: the sources with their switch, and the cells behind every figure.

Files come in by ``import_market_data`` alone; here they are seen, switched, put in order and removed.
"""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import CharField, Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from simple_history.admin import SimpleHistoryAdmin

from compensation.background import figures_changed
from compensation.benchmark import FAMILIES
from compensation.confidence import confidence_of
from compensation.market_data.deriving import RECENT
from compensation.models import MarketCell, MarketSource


@admin.register(MarketSource)
class MarketSourceAdmin(SimpleHistoryAdmin):  # type: ignore[misc]
    """Sources of pay figures. The shipped figures stand behind them all and need no row."""

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
        """Files come in by ``import_market_data``."""
        return False

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Counts in place of thousands of lines; postings and cells go with their source."""
        chosen = list(objs)
        counts = MarketSource.objects.filter(pk__in=[each.pk for each in chosen]).aggregate(
            postings=Count("postings", distinct=True), cells=Count("cells", distinct=True)
        )
        listed = [f"Market source: {each}" for each in chosen]
        listed.append(f"{counts['postings']:,} postings and {counts['cells']:,} cells")
        missing = set() if self.has_delete_permission(request) else {"market source"}
        return listed, {"market sources": len(chosen)}, missing, []

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Says what stands behind the list, and how a file comes into it."""
        subtitle = "The shipped figures stand behind them. Files come in by import_market_data."
        return super().changelist_view(request, {**(extra_context or {}), "subtitle": subtitle})

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
        """What is read has changed: requisitions are reviewed again in the background."""
        super().save_model(request, obj, form, change)
        if form.changed_data:
            figures_changed(f"Market data: “{obj}” changed")

    def delete_model(self, request: HttpRequest, obj: MarketSource) -> None:
        """As for saving."""
        super().delete_model(request, obj)
        figures_changed(f"Market data: “{obj}” deleted")

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[MarketSource]) -> None:
        """As for saving."""
        names = ", ".join(f"“{source}”" for source in queryset)
        super().delete_queryset(request, queryset)
        figures_changed(f"Market data: {names} deleted")

    @admin.action(description="Switch on", permissions=["change"])
    def switch_on(self, request: HttpRequest, chosen: QuerySet[MarketSource]) -> None:
        """The benchmark reads them from now on."""
        self._switch(request, chosen, on=True)

    @admin.action(description="Switch off", permissions=["change"])
    def switch_off(self, request: HttpRequest, chosen: QuerySet[MarketSource]) -> None:
        """The benchmark passes over them; nothing is lost."""
        self._switch(request, chosen, on=False)

    def _switch(self, request: HttpRequest, chosen: QuerySet[MarketSource], *, on: bool) -> None:
        changed = [source for source in chosen if source.active != on]
        for source in changed:
            source.active = on
            source.save()
        names = ", ".join(f"“{source}”" for source in changed) or "Nothing"
        if changed:
            figures_changed(f"Market data: {names} switched {'on' if on else 'off'}")
        self.message_user(request, f"{names} switched {'on' if on else 'off'}.")


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
