"""The admin page of a re-check, for bands and market sources alike: progress, what changes, and what can be done."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst

from compensation.background import restart
from compensation.models import Recheck
from compensation.rechecking import cancel
from hiring.strip import VERDICT_MARKS

type Pages = Sequence[tuple[str, Any, str]]
"""Address, view and name."""


class RecheckPages(admin.ModelAdmin):
    """Admin pages whose changes go through a preview. Subclasses say which re-checks are theirs and how they end."""

    rechecks_about: ClassVar[tuple[Recheck.About, ...]]
    recheck_permission: ClassVar[str]

    def recheck_words(self, made: Recheck) -> dict[str, Any]:
        """What the page of this re-check says besides.

        ``button`` carries a preview out ("" for none), ``back`` takes a change back ("" or absent for none), ``again``
        is False where there is nothing to start again.
        """
        raise NotImplementedError

    def carry_out_recheck(self, request: HttpRequest, made: Recheck) -> Recheck:
        """Make the change of a finished preview and give its re-check. Raises ValidationError."""
        raise NotImplementedError

    def go_back(self, request: HttpRequest, made: Recheck) -> Recheck:
        """The preview of taking a change back. Raises ValidationError where that is not possible."""
        raise ValidationError("This cannot be taken back here.")

    def get_urls(self) -> list[URLPattern]:
        return self.own_urls([("recheck/<int:pk>/", self.recheck_view, "recheck")]) + super().get_urls()

    def own_urls(self, pages: Pages) -> list[URLPattern]:
        """Pages of one's own; they come first, because the admin's own last address takes everything."""
        wrap = self.admin_site.admin_view
        return [path(route, wrap(view), name=self._url_name(name)) for route, view, name in pages]

    def recheck_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Progress and result of a preview or a change; a finished preview can be carried out here."""
        if not request.user.has_perm(self.recheck_permission):
            raise PermissionDenied
        rows = Recheck.objects.filter(about__in=self.rechecks_about)
        made = get_object_or_404(rows.select_related("band_set", "source", "made_by"), pk=pk)
        if request.method == "POST":
            return self._act(request, made)
        effects = [
            effect | {"was": _verdict(effect["verdict_before"]), "becomes": _verdict(effect["verdict_after"])}
            for effect in made.effects
        ]
        words: dict[str, Any] = {
            "recheck": made,
            "effects": effects,
            "verdicts": sum(effect["verdict_before"] != effect["verdict_after"] for effect in effects),
            "percent": 100 * made.done // made.total if made.total else 0,
            **self.recheck_words(made),
        }
        words["actions"] = list(_actions(made, words))
        return self.own_page(request, "recheck", made.occasion, made.band_set or made.source, **words)

    def _act(self, request: HttpRequest, made: Recheck) -> HttpResponseRedirect:
        try:
            if "cancel" in request.POST:
                cancel(made)
            elif "restart" in request.POST and (not made.busy or made.stalled):
                restart(made)
            elif "carry_out" in request.POST:
                made = self.carry_out_recheck(request, made)
            elif "back" in request.POST:
                made = self.go_back(request, made)
        except ValidationError as refused:
            for message in refused.messages:
                messages.error(request, message)
        return self.to_recheck(made)

    def to_recheck(self, made: Recheck) -> HttpResponseRedirect:
        """To the page of a re-check."""
        return redirect(f"admin:{self._url_name('recheck')}", made.pk)

    def own_page(
        self, request: HttpRequest, template: str, title: str, subject: Model | None = None, **more: Any
    ) -> HttpResponse:
        """A page in the admin's frame, under the list and, where there is one, under its subject."""
        meta = self.model._meta
        context = self.admin_site.each_context(request) | {
            "title": title,
            "opts": meta,
            "list_title": capfirst(meta.verbose_name_plural),
            "list_url": reverse(f"admin:{self._url_name('changelist')}"),
            "subject": subject,
            "subject_url": reverse(f"admin:{self._url_name('change')}", args=[subject.pk]) if subject else "",
            **more,
        }
        return TemplateResponse(request, f"admin/compensation/{template}.html", context)

    def _url_name(self, page: str) -> str:
        meta = self.model._meta
        return f"{meta.app_label}_{meta.model_name}_{page}"


def _actions(made: Recheck, words: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The buttons: what they ask for, and their words."""
    if made.previewed and words["button"]:
        yield "carry_out", words["button"]
    if made.busy and not made.stalled:
        yield "cancel", "Cancel"
    elif made.state != Recheck.State.DONE and words.get("again", True):
        yield "restart", "Start again"
    if not made.busy and words.get("back"):
        yield "back", words["back"]


def _verdict(value: str) -> str:
    return VERDICT_MARKS[value].word if value in VERDICT_MARKS else value
