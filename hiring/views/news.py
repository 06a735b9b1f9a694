"""The owner has seen that a verdict changed."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from hiring.access import requisition_for
from hiring.verdict_news import seen
from hiring.views.back import back_to


@require_POST
@login_required
def news_seen(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts the news of a changed verdict away, for its owner."""
    user = cast(User, request.user)
    seen(requisition_for(user, pk), user)
    return back_to(request, reverse("hiring:report", args=[pk]))
