"""Addresses of the list, the reports and the catalogue of mistakes."""

from django.urls import path

from hiring.views import catalogue, fixes, listing, news, report, reviews, sharing, waivers

urlpatterns = [
    path("", listing.requisitions, name="list"),
    path("mistakes/", catalogue.mistakes, name="mistakes"),
    path("mistakes/<slug:slug>/", catalogue.mistake, name="mistake"),
    path("requisitions/<int:pk>/", report.report, name="report"),
    path("requisitions/<int:pk>/fixes/<str:trigger_id>/apply/", fixes.apply_flag_fix, name="apply_fix"),
    path("requisitions/<int:pk>/fixes/<int:fix_pk>/undo/", fixes.undo_applied_fix, name="undo_fix"),
    path("requisitions/<int:pk>/waivers/<str:trigger_id>/give/", waivers.waive_flag, name="waive"),
    path("requisitions/<int:pk>/waivers/<int:waiver_pk>/withdraw/", waivers.withdraw_waiver, name="withdraw_waiver"),
    path("requisitions/<int:pk>/reviews/", reviews.reviews, name="reviews"),
    path("requisitions/<int:pk>/reviews/keep/", reviews.keep_review, name="keep_review"),
    path("requisitions/<int:pk>/reviews/compare/", reviews.compare, name="compare_reviews"),
    path("requisitions/<int:pk>/news/seen/", news.news_seen, name="news_seen"),
    path("requisitions/<int:pk>/people/", sharing.share, name="share"),
]
