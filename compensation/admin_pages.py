"""The pages of band sets that Django's admin does not bring: copy, compare, publish with a preview, import, export."""

from typing import Any, cast

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern
from django.utils import timezone
from django.utils.text import slugify

from accounts.models import User
from compensation.band_files import COLUMNS, BadFile, Outcome, export, import_rows, read_rows
from compensation.book import side_by_side
from compensation.forms import CopyForm, ImportForm
from compensation.models import BandSet, Recheck
from compensation.publishing import Change, carry_out, preview, roll_back
from compensation.recheck_pages import RecheckPages

ROWS_KEPT = 60 * 60
"""Seconds between the dry run of a file and its import."""
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class BandSetPages(RecheckPages):
    """Extra pages under a band set. Who may publish may preview, retire and roll back; who may add may copy."""

    rechecks_about = (Recheck.About.BANDS,)
    recheck_permission = "compensation.publish_bandset"

    def get_urls(self) -> list[URLPattern]:
        """The extra pages come first: the admin's own last address takes everything."""
        pages: list[tuple[str, Any, str]] = [
            ("compare/", self.compare_view, "compare"),
            ("<int:pk>/copy/", self.copy_view, "copy"),
            ("<int:pk>/publish/", self.publish_view, "publish"),
            ("<int:pk>/retire/", self.retire_view, "retire"),
            ("<int:pk>/roll-back/", self.roll_back_view, "roll_back"),
            ("<int:pk>/import/", self.import_view, "import"),
            ("<int:pk>/export.<str:kind>", self.export_view, "export"),
        ]
        return self.own_urls(pages) + super().get_urls()

    def copy_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """A new draft with the same bands, moved by a percentage."""
        band_set = self._set(request, pk, self.has_add_permission(request))
        form = CopyForm(request.POST or None, initial={"percent": 0, "effective_from": timezone.localdate()})
        if request.method == "POST" and form.is_valid():
            draft = band_set.copy_as_draft(**form.cleaned_data)
            messages.success(request, f"“{draft}” is a draft with the bands of “{band_set}”.")
            return redirect("admin:compensation_bandset_change", draft.pk)
        return self._page(request, "copy", band_set, f"Copy “{band_set}” to a new draft", form=form)

    def compare_view(self, request: HttpRequest) -> HttpResponseBase:
        """Two sets side by side, cell by cell."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        sets = list(BandSet.objects.all())
        chosen = [
            next((each for each in sets if str(each.pk) == request.GET.get(name)), None) for name in ("before", "after")
        ]
        before, after = chosen
        context: dict[str, Any] = {"sets": sets, "before": before, "after": after}
        if before and after:
            changes = list(side_by_side(before.book(), after.book()))
            context |= {
                "changes": changes,
                "same": sum(change.same for change in changes),
                "zones": [(each, each.book().zones) for each in (before, after)],
                "other_currency": before.currency != after.currency,
            }
        return self._page(request, "compare", None, "Compare two sets", **context)

    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """What stands against publishing a draft, and the start of its preview."""
        return self._change_view(request, pk, "publish")

    def retire_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The start of the preview of retiring a set."""
        return self._change_view(request, pk, "retire")

    def _change_view(self, request: HttpRequest, pk: int, change: Change) -> HttpResponseBase:
        band_set = self._set(request, pk, request.user.has_perm("compensation.publish_bandset"))
        if request.method == "POST":
            try:
                made = preview(band_set, change, cast(User, request.user), timezone.localdate())
            except ValidationError as refused:
                for message in refused.messages:
                    messages.error(request, message)
            else:
                return redirect("admin:compensation_bandset_recheck", made.pk)
        return self._page(
            request,
            "change",
            band_set,
            f"{change.capitalize()} “{band_set}”",
            change=change,
            replaces=band_set.in_force() if change == "publish" else None,
            objections=band_set.objections() if change == "publish" else [],
            cautions=band_set.cautions(),
        )

    def recheck_words(self, made: Recheck) -> dict[str, Any]:
        """Where a preview has ended, its button and what is worth a second look."""
        where = f" in {made.book['country']} paid in {made.book['currency']}"
        return {
            "button": "Publish now" if made.after else "Retire now",
            "where": where,
            "cautions": made.band_set.cautions() if made.band_set and made.previewed else [],
        }

    def carry_out_recheck(self, request: HttpRequest, made: Recheck) -> Recheck:
        """Publish or retire."""
        changed = carry_out(made, cast(User, request.user), timezone.localdate())
        if made.after:
            instead = f" “{changed.retired}” is retired." if changed.retired else ""
            messages.success(request, f"“{made.band_set}” is published.{instead}")
        else:
            messages.success(request, f"“{made.band_set}” is retired.")
        return changed.recheck

    def roll_back_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """A draft with the bands that were in force before, ready for its preview."""
        band_set = self._set(request, pk, request.user.has_perm("compensation.publish_bandset"))
        if request.method != "POST":
            return redirect("admin:compensation_bandset_change", pk)
        try:
            draft = roll_back(band_set, timezone.localdate())
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
            return redirect("admin:compensation_bandset_change", pk)
        messages.success(request, f"“{draft}” holds the bands that “{band_set}” replaced. Look at the preview.")
        return redirect("admin:compensation_bandset_publish", draft.pk)

    def import_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """A file of bands into a draft: first what would become of every row, then the import of just these rows."""
        band_set = self._set(request, pk, self.has_change_permission(request))
        form, outcome, packed = ImportForm(), None, ""
        try:
            if request.method == "POST" and "rows" in request.POST:
                rows = signing.loads(request.POST["rows"], salt=_salt(band_set), max_age=ROWS_KEPT)
                outcome = import_rows(band_set, rows, keep=True)
                if outcome.possible:
                    self._tell(request, band_set, outcome)
                    return redirect("admin:compensation_bandset_change", pk)
            elif request.method == "POST":
                form = ImportForm(request.POST, request.FILES)
                if form.is_valid():
                    upload = form.cleaned_data["file"]
                    rows = read_rows(upload.name, upload.read())
                    outcome = import_rows(band_set, rows, keep=False)
                    packed = signing.dumps(rows, salt=_salt(band_set), compress=True) if outcome.possible else ""
        except BadFile as bad:
            form.add_error(None, str(bad)) if form.is_bound else messages.error(request, str(bad))
        except signing.BadSignature:
            messages.error(request, "The dry run is too old, or was made for another set. Choose the file again.")
        return self._page(
            request,
            "import",
            band_set,
            f"Import bands into “{band_set}”",
            form=form,
            outcome=outcome,
            packed=packed,
            columns=COLUMNS,
        )

    def export_view(self, request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
        """The bands as a file that can be imported again."""
        band_set = self._set(request, pk, self.has_view_permission(request))
        if kind not in CONTENT_TYPES:
            raise Http404
        name = slugify(str(band_set)) or "bands"
        return HttpResponse(
            export(band_set, kind),
            content_type=CONTENT_TYPES[kind],
            headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'},
        )

    def _tell(self, request: HttpRequest, band_set: BandSet, outcome: Outcome) -> None:
        counts = [f"{outcome.count(kind)} {kind}" for kind in ("new", "changed", "unchanged")]
        messages.success(request, f"Imported into “{band_set}”: {', '.join(counts)}.")
        for caution in outcome.cautions:
            messages.warning(request, f"Worth a second look. {caution}")

    def _set(self, request: HttpRequest, pk: int, allowed: bool) -> BandSet:
        if not allowed:
            raise PermissionDenied
        return get_object_or_404(BandSet, pk=pk)

    def _page(self, request: HttpRequest, name: str, band_set: BandSet | None, title: str, **more: Any) -> HttpResponse:
        return self.own_page(request, f"bandset/{name}", title, band_set, band_set=band_set, **more)


def _salt(band_set: BandSet) -> str:
    return f"bands of {band_set.pk}"
