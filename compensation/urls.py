"""Addresses of the compensation app."""

from django.urls import path

from compensation import views

app_name = "compensation"
urlpatterns = [
    path("", views.calculator, name="calculator"),
    path("use/", views.use_in_requisition, name="use"),
    path("<int:pk>/", views.requisition_pay, name="requisition"),
]
