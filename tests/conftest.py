"""The people of the tests, and a database of its own for every run.

alice owns what a test makes; bob is another manager; rita recruits; ada keeps the bands; dora
administrates; charlie is signed in without any role. `client` is nobody.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as search

from accounts.models import User
from accounts.roles import Role, set_roles

PASSWORD = "a-long-enough-password"

# Every run of the suite searches the same examples, so that a red one can be repeated and has to do with its change.
# HYPOTHESIS_PROFILE=wide looks for new ones.
_ANY_MACHINE: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
search.register_profile("same", **_ANY_MACHINE, derandomize=True, database=None)
search.register_profile("wide", **_ANY_MACHINE, print_blob=True)
search.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """SQLite on a file: in memory, a live server and its test would share one connection."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Before PostgreSQL drops the database: a request still under way when its browser left gives up its session."""
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )


@pytest.fixture(autouse=True)
def _forget_cached() -> None:
    """Rate limits of one test must not reach the next."""
    cache.clear()


@pytest.fixture
def person(db: None) -> Callable[..., User]:
    """Makes a person: `person("eve", Role.RECRUITER)`; their address is `eve@example.org`."""

    def make(name: str, *roles: Role, **fields: Any) -> User:
        user = User.objects.create_user(f"{name}@example.org", PASSWORD, name=name.capitalize(), **fields)
        set_roles(user, roles)
        return user

    return make


@pytest.fixture
def alice(person: Callable[..., User]) -> User:
    """A hiring manager: the owner."""
    return person("alice", Role.MANAGER)


@pytest.fixture
def bob(person: Callable[..., User]) -> User:
    """Another hiring manager."""
    return person("bob", Role.MANAGER)


@pytest.fixture
def rita(person: Callable[..., User]) -> User:
    """A recruiter."""
    return person("rita", Role.RECRUITER)


@pytest.fixture
def ada(person: Callable[..., User]) -> User:
    """A compensation admin."""
    return person("ada", Role.COMPENSATION)


@pytest.fixture
def dora(person: Callable[..., User]) -> User:
    """An administrator."""
    return person("dora", Role.ADMINISTRATOR)


@pytest.fixture
def charlie(person: Callable[..., User]) -> User:
    """Signed in, without a role."""
    return person("charlie")


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A client for a person: `signed_in(alice).get(...)`."""

    def client_for(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return client_for
