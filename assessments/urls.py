"""Addresses of the assessments app."""

from django.urls import path

from assessments.views import hiring_plan, interview_changes, interview_sessions, interview_week, interviews, kits

app_name = "assessments"

urlpatterns = [
    path("<int:pk>/", hiring_plan.plan, name="plan"),
    path("<int:pk>/plan.pdf", hiring_plan.plan_pdf, name="plan_pdf"),
    path("<int:pk>/interviews/", interviews.interviews, name="interviews"),
    path("<int:pk>/interviews/compare/", interviews.compare, name="compare"),
    path("<int:pk>/interviews/change", interview_changes.change, name="change"),
    path("<int:pk>/interviews/undo", interview_changes.undo_change, name="undo"),
    path("<int:pk>/interviews/accept", interview_changes.accept_plan, name="accept"),
    path("<int:pk>/interviews/take-back", interview_changes.take_back_plan, name="take_back"),
    path("<int:pk>/interviews/add/", interview_sessions.add, name="add_session"),
    path("<int:pk>/interviews/sessions/<int:key>/", interview_sessions.edit, name="edit_session"),
    path("<int:pk>/interviews/panel", interview_week.panel, name="panel"),
    path("<int:pk>/interviews/week/", interview_week.week, name="week"),
    path("<int:pk>/interviews/week.ics", interview_week.calendar, name="calendar"),
    path("<int:pk>/interviews/kits/", kits.all_kits, name="kits"),
    path("<int:pk>/interviews/kits.pdf", kits.all_kits_pdf, name="kits_pdf"),
    path("<int:pk>/interviews/kits/<int:number>/", kits.kit, name="kit"),
    path("<int:pk>/interviews/kits/<int:number>.pdf", kits.kit_pdf, name="kit_pdf"),
    path("<int:pk>/interviews/preparation/", kits.preparation, name="preparation"),
    path("<int:pk>/interviews/preparation.pdf", kits.preparation_pdf, name="preparation_pdf"),
    path("<int:pk>/interviews/debrief/", kits.debrief, name="debrief"),
    path("<int:pk>/interviews/debrief.pdf", kits.debrief_pdf, name="debrief_pdf"),
]
