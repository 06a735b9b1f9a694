"""Files that browsers and robots ask for by themselves."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static

# The public pages may be found; everything else needs an account.
_ROBOTS = """User-agent: *
Allow: /$
Allow: /check/
Allow: /mistakes/
Allow: /static/
Disallow: /
"""


def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read."""
    return HttpResponse(_ROBOTS, content_type="text/plain")


def favicon(request: HttpRequest) -> HttpResponse:
    """Where the icon is, for pages that do not name it: PDFs, plain text."""
    return HttpResponseRedirect(static("favicon.svg"))
