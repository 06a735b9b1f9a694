"""A person who signs in: known by an e-mail address and a name."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone


class UserManager(BaseUserManager["User"]):
    """Creates people. Addresses are kept in lower case: mail knows no difference, and people forget theirs."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person. Without a password they cannot sign in until they have set one by mail."""
        if not email:
            raise ValueError("A person needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who may do everything (`manage.py createsuperuser`)."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """The address as it is stored: without outer spaces, in lower case."""
        return (email or "").strip().lower()

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with this address, whatever its case."""
        return self.get(email=self.normalize_email(username))


class User(AbstractBaseUser, PermissionsMixin):
    """A person. What they may do comes from their roles, which are groups (`accounts.roles`)."""

    email = models.EmailField("e-mail address", unique=True, help_text="Used to sign in and for mails to this person.")
    name = models.CharField(max_length=120, help_text="As colleagues know them; shown beside what they did.")
    is_active = models.BooleanField("active", default=True, help_text="Untick instead of deleting: their work stays.")
    is_staff = models.BooleanField("may open the admin", default=False, editable=False)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ["name", "email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_any_case",
                violation_error_message="There is already a person with this e-mail address.",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def clean(self) -> None:
        """Stores the address the way it is looked up."""
        self.email = UserManager.normalize_email(self.email)

    def get_full_name(self) -> str:
        """The name, or the address of someone who has given none."""
        return str(self)

    def get_short_name(self) -> str:
        """The first word of the name."""
        return str(self).split()[0]
