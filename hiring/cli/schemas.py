"""The published JSON Schemas, made from the project's own types."""

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from pydantic import TypeAdapter

from hiring.document import RequisitionDocument
from hiring.job_ad import JobAdJson
from hiring.market import Market
from hiring.reporting import Waiver
from hiring.reporting.json_form import ReportJson

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Schema by file name; those of the apps above come from settings.HIRING_PUBLISHED_TYPES."""
    return {
        "requisition.schema.json": {"$schema": DIALECT, **RequisitionDocument.model_json_schema()},
        "report.schema.json": {"$schema": DIALECT, **TypeAdapter(ReportJson).json_schema()},
        "job-ad.schema.json": {"$schema": DIALECT, **TypeAdapter(JobAdJson).json_schema()},
        "market.schema.json": {"$schema": DIALECT, **Market.model_json_schema()},
        "waivers.schema.json": {"$schema": DIALECT, **TypeAdapter(list[Waiver]).json_schema()},
        **{
            name: {"$schema": DIALECT, **TypeAdapter(import_string(path)).json_schema()}
            for name, path in settings.HIRING_PUBLISHED_TYPES.items()
        },
    }
