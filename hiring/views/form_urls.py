"""Addresses of the form pages."""

from django.urls import path

from hiring.views import form, form_fill, start, transfer

urlpatterns = [
    path("requisitions/new/", start.start, name="start"),
    path("requisitions/<int:pk>/requisition.json", transfer.document, name="document"),
    path("requisitions/<int:pk>/fill/undo/", form_fill.undo_fill, name="undo_fill"),
    path("requisitions/<int:pk>/<slug:step>/", form.step, name="step"),
]
