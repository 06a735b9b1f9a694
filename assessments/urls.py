"""Addresses of the assessments app."""

from django.urls import path

from assessments import views

app_name = "assessments"

urlpatterns = [
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/plan.pdf", views.plan_pdf, name="plan_pdf"),
]
