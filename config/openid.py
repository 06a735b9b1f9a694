"""Sign-in through an organisation's own provider (OpenID Connect), from the environment."""

from typing import Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config import env

PROVIDER_ID: Final = "organisation"
"""Names the provider in addresses: what it is told to send people back to stays the same whoever it is."""

ISSUER: Final = "PREFLIGHT_OIDC_ISSUER"
CLIENT_ID: Final = "PREFLIGHT_OIDC_CLIENT_ID"
CLIENT_SECRET: Final = "PREFLIGHT_OIDC_CLIENT_SECRET"  # noqa: S105 - the variable's name


def providers() -> dict[str, Any]:
    """allauth's table of providers: one, or none where nothing is set. Raises where only part of it is set."""
    given = {
        ISSUER: env.text(ISSUER, "").rstrip("/"),
        CLIENT_ID: env.text(CLIENT_ID, ""),
        CLIENT_SECRET: env.secret(CLIENT_SECRET, ""),
    }
    missing = [name for name, value in given.items() if not value]
    if len(missing) == len(given):
        return {}
    if missing:
        raise ImproperlyConfigured(
            f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} required for sign-in by OpenID Connect: "
            f"set {', '.join(given)}, or none of them."
        )
    _require_safe(given[ISSUER])
    app = {
        "provider_id": PROVIDER_ID,
        "name": env.text("PREFLIGHT_OIDC_NAME", "your organisation"),
        "client_id": given[CLIENT_ID],
        "secret": given[CLIENT_SECRET],
        "settings": {
            "server_url": given[ISSUER],
            # Addresses of these domains count as proven even where the provider does not say so.
            "verified_email": env.listed("PREFLIGHT_OIDC_TRUSTED_DOMAINS", default=[]),
        },
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def _require_safe(issuer: str) -> None:
    try:
        parts = urlsplit(issuer)
    except ValueError:
        parts = urlsplit("")
    nearby = parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not parts.hostname or not (parts.scheme == "https" or nearby):
        raise ImproperlyConfigured(
            f"{ISSUER} is {issuer!r}; allowed: the provider's address, such as https://login.example.org "
            "(http:// only on this machine)."
        )
