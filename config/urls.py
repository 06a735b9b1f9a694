"""The root addresses."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from accounts import organisation
from config.files import favicon, robots
from config.health import healthz
from config.theme import theme

# One door: the admin's own sign-in page would know neither the lock-out nor the second step.
admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
    path("theme", theme, name="theme"),
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("accounts/oidc/<str:provider_id>/login/", organisation.login, name="openid_connect_login"),
    path("accounts/oidc/<str:provider_id>/login/callback/", organisation.callback, name="openid_connect_callback"),
    path("accounts/social/", include("allauth.socialaccount.urls")),
    path("pay/", include("compensation.urls")),
    path("plans/", include("assessments.urls")),
    path("", include("hiring.urls")),
]

handler400 = "config.errors.not_understood"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler500 = "config.errors.broken"
