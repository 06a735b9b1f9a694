"""Addresses of the hiring pages."""

from hiring.views import ad_urls, form_urls, report_urls

app_name = "hiring"

urlpatterns = [*report_urls.urlpatterns, *ad_urls.urlpatterns, *form_urls.urlpatterns]
