"""Addresses around job ads."""

from django.urls import path

from hiring.views import ad_check, ad_page, ad_start

urlpatterns = [
    path("check/", ad_check.check_ad, name="check_ad"),
    path("requisitions/new/from-advert/", ad_start.start_around_ad, name="start_around_ad"),
    path("requisitions/<int:pk>/advert/", ad_page.advert, name="advert"),
]
