"""The pages of market sources that Django's admin does not bring: files, and the switch with its preview."""

from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, reverse
from django.utils import timezone

from accounts.models import User
from compensation import importing, switching
from compensation.forms import MarketFileForm
from compensation.market_data.deriving import FEWEST_OF_A_SURVEY
from compensation.market_data.survey import OPTIONAL, REQUIRED
from compensation.models import MarketSource, Recheck
from compensation.recheck_pages import RecheckPages

RECENT_FILES = 5


class MarketPages(RecheckPages):
    """Extra pages of market sources. Who may change one may switch it; who may add one may import a file."""

    rechecks_about = (Recheck.About.SOURCE, Recheck.About.FILE)
    recheck_permission = "compensation.change_marketsource"

    def get_urls(self) -> list[URLPattern]:
        """The extra pages come first."""
        return (
            self.own_urls([("import/", self.import_view, "import"), ("<int:pk>/switch/", self.switch_view, "switch")])
            + super().get_urls()
        )

    def may_import(self, request: HttpRequest) -> bool:
        """Whether the person may bring in a file: it makes a source or changes one."""
        return request.user.has_perms(("compensation.add_marketsource", "compensation.change_marketsource"))

    def import_view(self, request: HttpRequest) -> HttpResponseBase:
        """Choosing a file; its preview is made in the background."""
        if not self.may_import(request):
            raise PermissionDenied
        form = MarketFileForm(request.POST, request.FILES) if request.method == "POST" else MarketFileForm()
        if form.is_valid():
            given = form.cleaned_data
            upload = importing.Upload(
                file=given["file"],
                file_name=" ".join(given["file"].name.split()),
                name=given["name"],
                as_of=given["as_of"],
                active=not given["off"],
            )
            return self.to_recheck(importing.preview(upload, cast(User, request.user), timezone.localdate()))
        files = Recheck.objects.filter(about=Recheck.About.FILE).select_related("made_by")
        return self.own_page(
            request,
            "marketsource/import",
            "Import market data",
            form=form,
            required=REQUIRED,
            optional=OPTIONAL,
            fewest=FEWEST_OF_A_SURVEY,
            recent=files.defer("before", "after", "effects", "found")[:RECENT_FILES],
        )

    def switch_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The preview of switching a source the other way."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        source = get_object_or_404(MarketSource, pk=pk)
        if request.method != "POST":
            return redirect("admin:compensation_marketsource_change", pk)
        return self.preview_switch(request, source, on=not source.active)

    def preview_switch(self, request: HttpRequest, source: MarketSource, *, on: bool) -> HttpResponse:
        """To the preview, or back with the reason why there is none."""
        becomes = switching.settings_of(source) | {"active": on}
        try:
            made = switching.preview(source, becomes, cast(User, request.user), timezone.localdate())
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
            return redirect("admin:compensation_marketsource_changelist")
        return self.to_recheck(made)

    def recheck_words(self, made: Recheck) -> dict[str, Any]:
        """What is compared, in words; the buttons to carry a preview out and to take a change back."""
        if made.about == Recheck.About.FILE:
            return _file_words(made)
        return {
            "button": f"{switching.verb(made.was, made.becomes).capitalize()} now",
            "back": _back(made) if switching.can_go_back(made) else "",
            "settings_changed": switching.changed_settings(made.was, made.becomes),
        }

    def carry_out_recheck(self, request: HttpRequest, made: Recheck) -> Recheck:
        """Change the source, or import the file."""
        by, today = cast(User, request.user), timezone.localdate()
        if made.about == Recheck.About.FILE:
            if not self.may_import(request):
                raise PermissionDenied
            return importing.carry_out(made, by, today)
        changed = switching.carry_out(made, by, today)
        messages.success(request, f"{changed.occasion.removeprefix('Market data: ')}.")
        return changed

    def go_back(self, request: HttpRequest, made: Recheck) -> Recheck:
        """The preview of the settings as they were."""
        return switching.preview_of_going_back(made, cast(User, request.user), timezone.localdate())


def _back(made: Recheck) -> str:
    if made.was["active"] == made.becomes["active"]:
        return "Change back …"
    return f"Switch back {'on' if made.was['active'] else 'off'} …"


def _file_words(made: Recheck) -> dict[str, Any]:
    found = dict(made.found)
    stored = made.kind == Recheck.Kind.CHANGE and made.source_id is not None
    ended = made.state in (Recheck.State.CANCELLED, Recheck.State.FAILED)
    words: dict[str, Any] = {
        "found": found,
        "button": "",
        "again_url": reverse("admin:compensation_marketsource_import") if ended and not stored else "",
    }
    # Its file is gone with the end of the work, unless the work was cut off.
    if ended and not stored:
        words["again"] = False
    if "outcome" in found:
        found |= {
            "day": date.fromisoformat(found["as_of"]),
            "refused": found["rows"] - found["kept"],
        }
        words["button"] = "" if found["outcome"] == "unchanged" else "Import now"
        if found["outcome"] == "unchanged" or not found["active"]:
            words["nothing"] = "No requisition is touched: no figure that is read changes."
    return words
