"""The settings of a measurement: as in production where it matters for speed."""

from config.settings import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["testserver"]
# Owners who would be told get no mail from a measurement.
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
