import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User


@pytest.mark.django_db
def test_an_address_is_kept_in_lower_case_and_found_in_any() -> None:
    user = User.objects.create_user(" Ines.Moreau@Example.ORG ", name="Ines Moreau")

    assert user.email == "ines.moreau@example.org"
    assert User.objects.get_by_natural_key("INES.MOREAU@example.org") == user


@pytest.mark.django_db
def test_two_people_cannot_share_an_address_in_another_case() -> None:
    User.objects.create_user("ines@example.org", name="Ines")

    with pytest.raises(ValidationError, match="already"):
        User(email="INES@example.org", name="Other").full_clean(exclude=["password"])
    with pytest.raises(IntegrityError):
        User.objects.bulk_create([User(email="Ines@example.org", name="Other")])


@pytest.mark.django_db
def test_a_person_without_a_password_cannot_sign_in_with_an_empty_one() -> None:
    user = User.objects.create_user("ines@example.org", name="Ines")

    assert not user.has_usable_password()
    assert not user.check_password("")


@pytest.mark.django_db
def test_an_address_is_required() -> None:
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("", name="Nobody")


def test_someone_without_a_name_is_called_by_their_address() -> None:
    assert str(User(email="ines@example.org", name="")) == "ines@example.org"
    assert User(email="ines@example.org", name="Ines Moreau").get_short_name() == "Ines"
