"""Demo people: one for each role, and a colleague to share with."""

from collections.abc import Iterator
from typing import Final

from accounts.models import User
from accounts.roles import Role, set_roles

PASSWORD: Final = "try-preflight"  # noqa: S105 - printed on purpose; seed_demo refuses outside of DEBUG

PEOPLE: Final = (
    ("maya@example.com", "Maya Lindqvist", Role.MANAGER),
    ("tom@example.com", "Tom Abiodun", Role.MANAGER),
    ("rita@example.com", "Rita Novak", Role.RECRUITER),
    ("carla@example.com", "Carla Mendes", Role.COMPENSATION),
    ("admin@example.com", "Dora Weiss", Role.ADMINISTRATOR),
)


def seed() -> Iterator[str]:
    """Create the demo people where they are missing; says how to sign in. People already there stay as they are."""
    yield f"Demo sign-ins (password for all: {PASSWORD})"
    for email, name, role in PEOPLE:
        user = User.objects.filter(email=email).first()
        if user is None:
            user = User.objects.create_user(email, PASSWORD, name=name)
            set_roles(user, [role])
        yield f"  {email:<20} {role.title}"
