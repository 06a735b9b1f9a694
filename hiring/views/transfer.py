"""A requisition as a JSON document."""

import json
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from accounts.models import User
from hiring.access import requisition_for
from hiring.assemble import document_of
from hiring.document import as_answered


@require_safe
@login_required
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Downloads the requisition document, for git, the command line, or a new requisition elsewhere."""
    requisition = requisition_for(cast(User, request.user), pk)
    text = json.dumps(as_answered(document_of(requisition)), indent=1, ensure_ascii=False)
    response = HttpResponse(f"{text}\n", content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="requisition-{pk}.json"'
    return response
