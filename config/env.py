"""Reading settings from the environment: a wrong value stops the start and says what is allowed.

Every reader takes the variable's name. A missing or empty variable means the default; where there is
none, the variable is required. `secret` also reads the file named by `NAME_FILE`, the way container
platforms hand secrets over.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

_YES = ("1", "true", "yes", "on")
_NO = ("0", "false", "no", "off")
_POSTGRESQL_OPTIONS = (
    "application_name",
    "channel_binding",
    "connect_timeout",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "target_session_attrs",
)


def text(name: str, default: str | None = None) -> str:
    """The variable as it stands. Raises when it is missing and has no default."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is required: set it in the environment.")
    return default


def flag(name: str, *, default: bool) -> bool:
    """A yes or no."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in _YES:
        return True
    if value in _NO:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; allowed: {', '.join(_YES + _NO)}.")


def integer(name: str, *, default: int, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both included."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    try:
        number = int(value)
    except ValueError:
        number = low - 1
    if not low <= number <= high:
        raise ImproperlyConfigured(f"{name} is {value!r}; allowed: a whole number from {low} to {high}.")
    return number


def choice(name: str, allowed: Sequence[str], *, default: str) -> str:
    """One of the allowed words; upper and lower case are the same."""
    value = os.environ.get(name, "").strip() or default
    for word in allowed:
        if word.lower() == value.lower():
            return word
    raise ImproperlyConfigured(f"{name} is {value!r}; allowed: {', '.join(allowed)}.")


def listed(name: str, *, default: Sequence[str] | None = None) -> list[str]:
    """Several values with commas between them. Raises when there is none and no default."""
    values = [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]
    if values:
        return values
    if default is None:
        raise ImproperlyConfigured(f"{name} is required: one or more values with commas between them.")
    return list(default)


def secret(name: str, default: str | None = None) -> str:
    """A value that may also stand in the file named by `NAME_FILE`; giving both is an error."""
    file_name = f"{name}_FILE"
    path = os.environ.get(file_name, "").strip()
    if not path:
        try:
            return text(name, default)
        except ImproperlyConfigured:
            raise ImproperlyConfigured(f"{name} is required: set it, or {file_name}, in the environment.") from None
    if os.environ.get(name, "").strip():
        raise ImproperlyConfigured(f"Both {name} and {file_name} are set; set one of them.")
    try:
        value = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{file_name} names {path!r}, which cannot be read: {error}.") from error
    if not value:
        raise ImproperlyConfigured(f"{file_name} names {path!r}, which is empty.")
    return value


def time_zone(name: str, *, default: str) -> str:
    """A time zone of the IANA database, such as `Europe/Berlin`."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (LookupError, ValueError, OSError) as error:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; allowed: a name of the IANA time zone database, such as Europe/Berlin."
        ) from error
    return value


def database(name: str, *, default_file: Path) -> dict[str, Any]:
    """Django's entry for the database: PostgreSQL by its address, SQLite in `default_file` without one.

    Addresses: `postgres://user:password@host:5432/name?sslmode=require`. A socket directory goes into
    `?host=/run/postgresql`. Special characters in parts are percent-encoded.
    """
    address = secret(name, "")
    if not address:
        return _sqlite(default_file)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address: {error}.") from error
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured(
            f"{name} begins with {parts.scheme + ':' if parts.scheme else 'no scheme'!r}; "
            "allowed: postgres:// or postgresql:// (leave it unset for SQLite)."
        )
    return _postgresql(name, parts, port)


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            # A write takes its lock at the start of the transaction and waits for it, so that two
            # writers queue up; a deferred one fails at once when it has read before it writes.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-16000;PRAGMA temp_store=MEMORY;"
            ),
        },
    }


def _postgresql(name: str, parts: SplitResult, port: int | None) -> dict[str, Any]:
    database_name = unquote(parts.path.removeprefix("/"))
    if not database_name or "/" in database_name:
        raise ImproperlyConfigured(f"{name} names no database: allowed is postgres://user:password@host/name.")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    unknown = sorted(set(options) - set(_POSTGRESQL_OPTIONS))
    if unknown:
        raise ImproperlyConfigured(
            f"{name} has the unknown option {unknown[0]!r}; allowed: host, {', '.join(_POSTGRESQL_OPTIONS)}."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def mailer(name: str, *, default: str | None) -> dict[str, Any]:
    """Django's entry for outgoing mail.

    Addresses: `smtp://user:password@host:587` (STARTTLS), `smtps://user:password@host:465` (TLS from the
    start), `smtp+plain://host:25` (no encryption: a relay on the same machine), `console:` (mails are
    printed, for trying things out).
    """
    address = secret(name, default)
    allowed = "allowed: smtp://user:password@host:587, smtps://..., smtp+plain://host:25 or console:"
    if address == "console:":
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address ({error}); {allowed}.") from error
    ports = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
    if parts.scheme not in ports or not parts.hostname:
        raise ImproperlyConfigured(f"{name} is not a mail address of a known kind; {allowed}.")
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname,
            "port": port or ports[parts.scheme],
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_tls": parts.scheme == "smtp",
            "use_ssl": parts.scheme == "smtps",
            "timeout": 10,
        },
    }
