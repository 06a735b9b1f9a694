"""The pay page of a requisition. It reads; the guided form writes."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import User
from compensation.benchmark import NoMarket
from compensation.picture import pay_picture
from compensation.source import look_up, place_of
from compensation.standing import standing, total_pay
from hiring.access import requisition_for
from hiring.assemble import document_of


@require_safe
@login_required
def requisition_pay(request: HttpRequest, pk: int) -> HttpResponse:
    """The offer against the market, with its age, counts and sources. Shows the own band of this level only."""
    requisition = requisition_for(cast(User, request.user), pk)
    document = document_of(requisition)
    found = look_up(document, timezone.localdate())
    market = None if isinstance(found, NoMarket) else found
    return render(
        request,
        "compensation/requisition.html",
        {
            "requisition": requisition,
            "document": document,
            "place": place_of(document),
            "market": market,
            "why_no_market": found.reason if isinstance(found, NoMarket) else None,
            "picture": pay_picture(market, document.pay.base_min, document.pay.base_max) if market else None,
            "standing": standing(document.pay, market) if market else None,
            "total": total_pay(document.pay, document.role.company_stage),
        },
    )
