"""The settings under test: `config.settings` on a machine where nothing else is set."""

import os

os.environ.setdefault("PREFLIGHT_DEBUG", "1")

from config.settings import *  # noqa: F403

# The real hasher takes a tenth of a second by design.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Threads of the live server must not keep a connection to a database that is about to be dropped.
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
