"""Addresses of the compensation app."""

from django.urls import path

from compensation import views

app_name = "compensation"
urlpatterns = [path("<int:pk>/", views.requisition_pay, name="requisition")]
