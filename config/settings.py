"""The one settings module. Everything that differs between machines comes from the environment.

docs/settings.md lists the variables. A wrong value stops the start and names the variable.
"""

from pathlib import Path

from django.utils.csp import CSP

from config import env, openid

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("PREFLIGHT_DATA_DIR", str(BASE_DIR / "data")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.flag("PREFLIGHT_DEBUG", default=False)
HTTPS = env.flag("PREFLIGHT_HTTPS", default=not DEBUG)

# The fallback key exists only while debugging: sessions made with it are worth nothing elsewhere.
SECRET_KEY = env.secret("PREFLIGHT_SECRET_KEY", "a-key-for-trying-things-out-on-one-machine" if DEBUG else None)
ALLOWED_HOSTS = env.listed("PREFLIGHT_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEBUG else None)

# --- What the floors below look up by name -----------------------------------------------------
# `hiring` imports nothing from the apps above it. These tables are how they reach it: each entry is
# the dotted path of an object, imported on first use.

# The pay figures for a requisition: (RequisitionDocument, today) -> Market | None.
HIRING_MARKET_SOURCE = "compensation.source.market_for"

# The same from the figures that come with the product, without a database (command line).
HIRING_SHIPPED_MARKET_SOURCE = "compensation.source.shipped_market_for"

# The offer against the market on the pay step and the report: (RequisitionDocument, Market | None) -> an object whose
# `template` draws it as `section`, or None.
HIRING_PAY_SECTION = "compensation.section.pay_section"

# The requisition document attached to an exported hiring plan: (PDF bytes) -> JSON bytes.
HIRING_PLAN_ATTACHMENT = "assessments.plan.attachment.read_attachment"

# What `seed_demo` calls, in order: () -> lines to print.
DEMO_SEEDS = ("accounts.demo.seed", "compensation.demo.seed", "hiring.demo.seed")

# The bank of interview scenarios that comes with the product: () -> BankIndex.
HIRING_BANK_SOURCE = "assessments.bank.bank_index"

# The same with the scenarios that the organisation has added, from the database: () -> BankIndex.
HIRING_WHOLE_BANK_SOURCE = "assessments.own_bank.whole_bank_index"

# Parts of the document kept by other apps: name -> a hiring.assemble.DocumentPart.
HIRING_DOCUMENT_PARTS = {"process.stages": "assessments.stages.STAGES"}

# The interview loop that a preset fills in: (level, archetype) -> list[Stage].
HIRING_STAGE_PRESETS = "assessments.loops.stages_for"

# The employer's name, as the structured data of an advert gives it.
HIRING_EMPLOYER = env.text("PREFLIGHT_EMPLOYER", "")

# Types of other apps whose JSON Schemas are published beside those of `hiring`: file name -> the type.
HIRING_PUBLISHED_TYPES = {"plan.schema.json": "assessments.planning.json_form.PlanJson"}

# The steps of the guided form, in order.
HIRING_FORM_STEPS = ("role", "ml-today", "scope", "pay", "organisation", "process", "growth")

# --- Apps, middleware, templates ---------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Our own files are served in development the way production serves them.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "simple_history",
    "django_htmx",
    "django_tasks_db",
    # Ours come last: accounts sets up roles over what all the others define.
    "accounts",
    "hiring",
    "compensation",
    "assessments",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Django pads compressed pages and masks the CSRF token, so that their size betrays no secret.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Views, and the protection against forged forms, read a form after all of these were called.
    "config.sizes.SizeLimitMiddleware",
    "config.answers.SignedOutMiddleware",
    "config.answers.ButtonAddressMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data --------------------------------------------------------------------------------------
DATABASES = {"default": env.database("DATABASE_URL", default_file=DATA_DIR / "db.sqlite3")}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# Work that takes longer than a page may: at once, or handed to `manage.py db_worker` through the database.
TASKS = {
    "default": {
        "BACKEND": {
            "immediate": "django.tasks.backends.immediate.ImmediateBackend",
            "database": "django_tasks_db.DatabaseBackend",
        }[env.choice("PREFLIGHT_TASKS", ("immediate", "database"), default="immediate")]
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- People ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.RoleBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "accounts.adapter.InvitationAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
# An administrator enters the address and the reset mail proves it, so no second mail is needed.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
# Guessing: five wrong passwords for one address lock it for five minutes, whoever asks.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    # The public page "Check an ad".
    "check_ad": "12/m/ip,120/h/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.integer("PREFLIGHT_PROXIES", default=0, low=0, high=5)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "accounts.passkeys.AddPasskeyForm"}
# Without HTTPS browsers know passkeys on http://localhost alone.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Preflight"
# One time step either way: phones whose clock is a little off can still sign in.
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True

SOCIALACCOUNT_PROVIDERS = openid.providers()
SOCIALACCOUNT_ADAPTER = "accounts.organisation.OrganisationAdapter"
# A link and not a button: the content policy lets no form lead to another site, redirects included.
SOCIALACCOUNT_LOGIN_ON_GET = True

MAILERS = {"default": env.mailer("PREFLIGHT_MAIL_URL", default="console:" if DEBUG else None)}
DEFAULT_FROM_EMAIL = env.text("PREFLIGHT_MAIL_FROM", "preflight@localhost" if DEBUG else None)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Safety ------------------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    # The QR code of the authenticator set-up is a data: picture.
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
LARGEST_REQUEST = 24 * 1024 * 1024
# Whether other hosts of the same domain speak HTTPS is not for this product to promise.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# --- Files and words ---------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
# While debugging, files are served from where they are written; else from what `collectstatic` made.
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_USE_FINDERS = DEBUG
MEDIA_ROOT = DATA_DIR / "media"
LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.time_zone("PREFLIGHT_TIME_ZONE", default="UTC")
# One language only: nothing is looked up in catalogues, which costs a page a tenth of its time.
USE_I18N = False
DATE_FORMAT, TIME_FORMAT, DATETIME_FORMAT = "j M Y", "H:i", "j M Y, H:i"
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": env.choice("PREFLIGHT_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), default="INFO"),
    },
    "loggers": {
        # Page by page lines belong to the web server; what matters here is what went wrong.
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "WARNING" if DEBUG else "INFO", "propagate": False},
        "django.utils.autoreload": {"level": "WARNING"},
        # Both write a line for every font they touch.
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
    },
}
