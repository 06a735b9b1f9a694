from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env, openid


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("Yes", True), ("off", False), ("FALSE", False), ("", True)])
def test_a_flag_takes_the_usual_words_and_empty_means_the_default(
    value: str, meant: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFLIGHT_X", value)

    assert env.flag("PREFLIGHT_X", default=True) is meant


@pytest.mark.parametrize(
    ("value", "read", "told"),
    [
        ("maybe", lambda name: env.flag(name, default=False), "allowed: 1, true, yes, on, 0, false, no, off"),
        ("three", lambda name: env.integer(name, default=0, low=0, high=5), "a whole number from 0 to 5"),
        ("6", lambda name: env.integer(name, default=0, low=0, high=5), "a whole number from 0 to 5"),
        ("LOUD", lambda name: env.choice(name, ("INFO", "ERROR"), default="INFO"), "allowed: INFO, ERROR"),
        ("Mars/Base", lambda name: env.time_zone(name, default="UTC"), "such as Europe/Berlin"),
        ("../etc", lambda name: env.time_zone(name, default="UTC"), "such as Europe/Berlin"),
        ("mysql://x/y", lambda name: env.database(name, default_file=Path("x")), "postgres://"),
        ("postgres://host", lambda name: env.database(name, default_file=Path("x")), "names no database"),
        ("postgres://host:x/y", lambda name: env.database(name, default_file=Path("x")), "not an address"),
        ("postgres://host/y?tls=1", lambda name: env.database(name, default_file=Path("x")), "unknown option 'tls'"),
        ("mail.example.org", lambda name: env.mailer(name, default=None), "smtp://user:password@host:587"),
        ("smtp://host:x", lambda name: env.mailer(name, default=None), "not an address"),
        ("", lambda name: env.text(name), "is required"),
        (" , ", lambda name: env.listed(name), "is required"),
        ("", lambda name: env.secret(name), "PREFLIGHT_X_FILE"),
    ],
)
def test_a_wrong_value_stops_the_start_and_names_the_variable_and_what_is_allowed(
    value: str, read: Callable[[str], object], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFLIGHT_X", value)

    with pytest.raises(ImproperlyConfigured) as error:
        read("PREFLIGHT_X")

    assert str(error.value).startswith("PREFLIGHT_X")
    assert told in str(error.value)


def test_a_secret_is_read_from_the_file_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key").write_text("from a file\n")
    monkeypatch.setenv("PREFLIGHT_X_FILE", str(tmp_path / "key"))

    assert env.secret("PREFLIGHT_X") == "from a file"


def test_a_secret_given_twice_or_in_a_file_that_is_missing_or_empty_stops_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").touch()
    monkeypatch.setenv("PREFLIGHT_X_FILE", str(tmp_path / "missing"))
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        env.secret("PREFLIGHT_X")

    monkeypatch.setenv("PREFLIGHT_X_FILE", str(tmp_path / "empty"))
    with pytest.raises(ImproperlyConfigured, match="empty"):
        env.secret("PREFLIGHT_X")

    monkeypatch.setenv("PREFLIGHT_X", "here too")
    with pytest.raises(ImproperlyConfigured, match="Both"):
        env.secret("PREFLIGHT_X")


def test_a_database_address_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://ann:p%40ss@db.example.org:5433/pre%20flight?sslmode=require")

    entry = env.database("DATABASE_URL", default_file=Path("unused"))

    assert entry["ENGINE"] == "django.db.backends.postgresql"
    assert [entry[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "ann",
        "p@ss",
        "db.example.org",
        "5433",
        "pre flight",
    ]
    assert entry["OPTIONS"] == {"sslmode": "require"}


def test_a_database_may_be_reached_by_a_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann@/preflight?host=/run/postgresql")

    assert env.database("DATABASE_URL", default_file=Path("unused"))["HOST"] == "/run/postgresql"


def test_without_an_address_the_database_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)

    assert env.database("DATABASE_URL", default_file=tmp_path / "db")["NAME"] == tmp_path / "db"


@pytest.mark.parametrize(
    ("address", "port", "encryption"),
    [
        ("smtp://ann:secret@mail.example.org", 587, "use_tls"),
        ("smtps://ann:secret@mail.example.org", 465, "use_ssl"),
        ("smtp+plain://localhost:2525", 2525, None),
    ],
)
def test_mail_is_encrypted_unless_it_is_said_otherwise(
    address: str, port: int, encryption: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFLIGHT_X", address)

    options = env.mailer("PREFLIGHT_X", default=None)["OPTIONS"]

    assert options["port"] == port
    assert [name for name in ("use_tls", "use_ssl") if options[name]] == ([encryption] if encryption else [])


OIDC = {
    "PREFLIGHT_OIDC_ISSUER": "https://login.example.org/",
    "PREFLIGHT_OIDC_CLIENT_ID": "preflight",
    "PREFLIGHT_OIDC_CLIENT_SECRET": "s3cret",
}


def test_sign_in_by_openid_connect_is_off_until_all_of_it_is_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert openid.providers() == {}
    (tmp_path / "secret").write_text("s3cret\n")
    monkeypatch.setenv("PREFLIGHT_OIDC_CLIENT_SECRET_FILE", str(tmp_path / "secret"))
    for name in ("PREFLIGHT_OIDC_ISSUER", "PREFLIGHT_OIDC_CLIENT_ID"):
        monkeypatch.setenv(name, OIDC[name])
    [app] = openid.providers()["openid_connect"]["APPS"]
    assert (app["client_id"], app["secret"]) == ("preflight", "s3cret")
    assert app["settings"]["server_url"] == "https://login.example.org"


@pytest.mark.parametrize("left_out", sorted(OIDC))
def test_sign_in_by_openid_connect_half_set_stops_the_start(left_out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in OIDC.items():
        monkeypatch.setenv(name, "" if name == left_out else value)
    with pytest.raises(ImproperlyConfigured, match=f"^{left_out} is required"):
        openid.providers()


@pytest.mark.parametrize("issuer", ["login.example.org", "http://login.example.org", "https://", "https://[x"])
def test_the_provider_is_asked_over_an_encrypted_way_only(issuer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (OIDC | {"PREFLIGHT_OIDC_ISSUER": issuer}).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=r"^PREFLIGHT_OIDC_ISSUER is .*https://login\.example\.org"):
        openid.providers()
