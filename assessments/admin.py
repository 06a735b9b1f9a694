"""An organisation's own scenarios and questions in Django's admin."""

from typing import Any

from django.contrib import admin
from django.db.models import TextField
from django.forms import Textarea
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from assessments.bank import SCENARIOS, BadContent
from assessments.bank.own import QUESTION_TO_START_FROM, read_own, text_to_start_from
from assessments.models import OwnEntry

START = "S05"


@admin.register(OwnEntry)
class OwnEntryAdmin(SimpleHistoryAdmin):  # type: ignore[misc]
    """Added to the bank beside the shipped content, which an update may change and these never are."""

    list_display = ["code", "kind", "title", "in_use", "problem"]
    list_filter = ["kind", "in_use"]
    search_fields = ["code", "body"]
    formfield_overrides = {TextField: {"widget": Textarea(attrs={"rows": 40, "cols": 110, "spellcheck": "false"})}}
    fieldsets = [
        (None, {"fields": [("kind", "code"), "in_use"]}),
        (
            "Content",
            {
                "fields": ["body"],
                "description": "Written as the shipped files are: one line a field, text in quotation marks. A new "
                "entry starts as a copy of a shipped scenario; add ?copy=S13 to the address for another one, or "
                "?copy=question for the fields of a question. Nothing here is about a person interviewed.",
            },
        ),
    ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A shipped scenario to start from, or the fields of a question."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        source = initial.pop("copy", START)
        if source == OwnEntry.QUESTION:
            return {"kind": OwnEntry.QUESTION, "body": QUESTION_TO_START_FROM} | initial
        return {"body": text_to_start_from(source if source in SCENARIOS else START)} | initial

    def get_readonly_fields(self, request: HttpRequest, obj: OwnEntry | None = None) -> list[str]:
        """Plans name an entry by its code: it stays."""
        return ["code", "kind"] if obj else []

    @admin.display(description="title")
    def title(self, entry: OwnEntry) -> str:
        """The scenario's title, or the question."""
        try:
            content = read_own(entry.kind, entry.code, entry.body)
        except BadContent:
            return "-"
        return str(getattr(content, "title", None) or getattr(content, "question", "-"))

    @admin.display(description="problem")
    def problem(self, entry: OwnEntry) -> str:
        """Why it cannot be used by this version of the product; empty where it can."""
        try:
            read_own(entry.kind, entry.code, entry.body)
        except BadContent as error:
            return str(error)
        return ""
