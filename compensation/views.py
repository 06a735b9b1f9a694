"""The calculator, and the pay page of a requisition."""

from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from compensation.asking import Asking, countries, to_thousand
from compensation.benchmark import NoMarket
from compensation.calculator import Estimate, calculate, choices
from compensation.fairness import internal_equity, rescue_premium
from compensation.figures.published import READ_ON, claims
from compensation.market_data.sources import active_sources
from compensation.picture import pay_picture
from compensation.policy import BandPolicy, focus_of
from compensation.source import bands_for, look_up, place_of
from compensation.standing import standing, total_pay
from compensation.vacancy import CAVEATS, vacancy_cost
from hiring.access import may_edit, requisition_for
from hiring.assemble import document_of
from hiring.document import RequisitionDocument
from hiring.facts.case import Case
from hiring.facts.law import pay_duties, places_hired_in
from hiring.facts.pay import midpoint
from hiring.forms.answer import Answer
from hiring.models import Requisition
from hiring.questions import question_at
from hiring.saving import locked, put_answers

MOST_REQUISITIONS = 50


@require_safe
@login_required
def calculator(request: HttpRequest) -> HttpResponse:
    """What a role should pay. Nothing is stored: the address carries the inputs."""
    form = Asking(request.GET)
    context: dict[str, Any] = {"form": form, "countries": countries()}
    if form.is_valid():
        context |= _answer(request, form)
    # From htmx only what follows from the inputs; never an input that somebody is typing in.
    fragment = "#result" if getattr(request, "htmx", False) else ""
    return render(request, f"compensation/calculator.html{fragment}", context)


def _answer(request: HttpRequest, form: Asking) -> dict[str, Any]:
    today, sources, bands = timezone.localdate(), active_sources(), _bands(request, form)
    found = calculate(form.question, today, offer=form.offer, sources=sources, policy=bands)
    link = request.build_absolute_uri(f"{reverse('compensation:calculator')}?{form.link()}")
    if not isinstance(found, Estimate):
        return {"nothing": found.reason, "link": link}
    offer = form.offer
    by_input: dict[str, list[Any]] = {}
    for choice in choices(form.question, today, sources=sources, policy=bands):
        by_input.setdefault(choice.input, []).append((choice, form.link(**{choice.input: choice.value})))
    return {
        "estimate": found,
        "market": found.benchmark.market,
        "offered": offer,
        "picture": pay_picture(found.benchmark.market, offer.base if offer else None, offer.base if offer else None),
        "choices": list(by_input.items()),
        "claims": [claim for group in claims().values() for claim in group],
        "read_on": READ_ON,
        "link": link,
        "sees_bands": bands is not None,
        "use": (to_thousand(found.low), to_thousand(found.high)),
        "requisitions": _editable(request)[:MOST_REQUISITIONS],
    }


def _bands(request: HttpRequest, form: Asking) -> BandPolicy | None:
    """The published bands, for those who may see every level's."""
    asked = form.question
    level = asked.level_asked
    if level is None or not request.user.has_perm("compensation.view_all_bands"):
        return None
    return bands_for(level, asked.focus, asked.location, asked.currency, timezone.localdate())


def _editable(request: HttpRequest) -> QuerySet[Requisition]:
    """The requisitions whose every answer the person may change, the latest first."""
    user = cast(User, request.user)
    if not user.has_perm("hiring.change_requisition"):
        return Requisition.objects.none()
    if user.has_perm("hiring.change_any_requisition"):
        return Requisition.objects.all()
    shared = Requisition.shared_with.through.objects.filter(user_id=user.pk).values("requisition_id")
    return Requisition.objects.filter(Q(owner=user) | Q(pk__in=shared))


@require_POST
@login_required
def use_in_requisition(request: HttpRequest) -> HttpResponse:
    """Put the range of the calculator's answer into a requisition as its offer, unless that changed meanwhile."""
    form = Asking(request.POST)
    back = redirect(f"{reverse('compensation:calculator')}?{form.link()}")
    pk, _, revision = request.POST.get("requisition", "").partition(":")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        messages.error(request, "Choose a requisition.")
        return back
    if not form.is_valid():
        raise Http404("No such question")
    found = calculate(form.question, timezone.localdate(), sources=active_sources(), policy=_bands(request, form))
    if not isinstance(found, Estimate):
        raise Http404("No such range")
    low, high = to_thousand(found.low), to_thousand(found.high)
    answers = {"currency": form.question.currency, "base_min": low, "base_max": high}
    with transaction.atomic():
        requisition = locked(requisition_for(cast(User, request.user), int(pk)))
        if not may_edit(cast(User, request.user), requisition):
            raise PermissionDenied("You can read this requisition but not change it.")
        if str(requisition.revision) != revision:
            messages.error(request, f"“{requisition}” has changed since this page was made. Look at it and try again.")
            return back
        put_answers(
            requisition,
            cast(User, request.user),
            {name: (question_at(f"/pay/{name}"), Answer(value)) for name, value in answers.items()},
        )
    messages.success(request, f"“{requisition}” now offers {low:,.0f} to {high:,.0f} {form.question.currency}.")
    return redirect("compensation:requisition", requisition.pk)


@require_safe
@login_required
def requisition_pay(request: HttpRequest, pk: int) -> HttpResponse:
    """The offer against the market, with its age, counts and sources. Shows the own band of this level only."""
    requisition = requisition_for(cast(User, request.user), pk)
    document, today = document_of(requisition), timezone.localdate()
    found = look_up(document, today)
    market = None if isinstance(found, NoMarket) else found
    case = Case(document, market=market, today=today)
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
            "rescue": rescue_premium(case),
            "equity": internal_equity(case),
            "duties": pay_duties(document, today),
            "places": places_hired_in(document),
            "vacancy": vacancy_cost(document, today),
            "caveats": CAVEATS,
            "calculator_query": _asking_of(document),
        },
    )


def _asking_of(document: RequisitionDocument) -> str:
    """The calculator's inputs for a requisition; empty while its level or place is not answered."""
    place, role, pay = place_of(document), document.role, document.pay
    if role.level is None or place is None or pay.currency is None:
        return ""
    mid = midpoint(pay)
    asked = {
        "role": "mlops",
        "level": role.level,
        "focus": focus_of(document.scope.archetype),
        "country": place.country,
        "region": place.region,
        "metro": place.metro,
        "currency": pay.currency,
        "stage": role.company_stage,
        "growth": "3",
        "base": None if mid is None else f"{mid:f}",
        "bonus": None if pay.bonus_pct is None else f"{pay.bonus_pct:f}",
        "sign_on": None if pay.sign_on is None else f"{pay.sign_on:f}",
    }
    return urlencode({name: value for name, value in asked.items() if value})
