"""Addresses of the hiring pages."""

from hiring.views import form_urls, report_urls

app_name = "hiring"

urlpatterns = [*report_urls.urlpatterns, *form_urls.urlpatterns]
