from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.management import call_command

from accounts.models import User
from accounts.roles import PERMISSIONS, Role, has_role, set_roles
from accounts.templatetags.people import role_titles


@pytest.mark.django_db
def test_every_permission_of_the_table_is_defined_by_a_model() -> None:
    defined = {
        f"{permission.content_type.app_label}.{permission.codename}"
        for permission in Permission.objects.select_related("content_type")
    }
    assert sorted(set().union(*PERMISSIONS.values()) - defined) == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_a_person_in_a_role_may_do_what_the_table_says_and_nothing_else(
    role: Role, person: Callable[..., User]
) -> None:
    assert person("eve", role).get_all_permissions() == PERMISSIONS[role]


def test_blockers_are_waived_by_a_second_person_only() -> None:
    assert {role for role in Role if "hiring.waive_blocker" in PERMISSIONS[role]} == {
        Role.RECRUITER,
        Role.ADMINISTRATOR,
    }
    assert "hiring.waive_advice" in PERMISSIONS[Role.MANAGER]


def test_managers_and_recruiters_see_no_bands_of_other_levels() -> None:
    for role in (Role.MANAGER, Role.RECRUITER):
        assert not any(name.startswith("compensation.") for name in PERMISSIONS[role])


@pytest.mark.django_db
def test_an_edit_of_a_group_is_undone_by_the_next_migrate() -> None:
    group = Group.objects.get(name=Role.MANAGER)
    before = set(group.permissions.values_list("pk", flat=True))
    group.permissions.clear()

    call_command("migrate", verbosity=0)

    assert set(group.permissions.values_list("pk", flat=True)) == before != set()


def test_only_roles_that_work_in_the_admin_open_it(alice: User, rita: User, ada: User, dora: User) -> None:
    assert [person.is_staff for person in (alice, rita, ada, dora)] == [False, False, True, True]


def test_taking_a_role_away_closes_the_admin_and_its_permissions(dora: User) -> None:
    assert dora.has_perm("accounts.add_user")

    set_roles(dora, [Role.MANAGER])

    assert not dora.is_staff
    assert not dora.has_perm("accounts.add_user")
    assert has_role(dora, Role.MANAGER)
    assert not has_role(dora, Role.ADMINISTRATOR)


def test_nobody_and_the_inactive_have_no_role(person: Callable[..., User]) -> None:
    gone = person("gina", Role.ADMINISTRATOR, is_active=False)

    assert not has_role(gone, Role.ADMINISTRATOR)
    assert not has_role(AnonymousUser(), Role.MANAGER)


def test_one_question_to_the_database_tells_roles_and_permissions(
    person: Callable[..., User], django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    eve = User.objects.get(pk=person("eve", Role.MANAGER, Role.RECRUITER).pk)

    with django_assert_num_queries(1):
        assert eve.get_all_permissions() == PERMISSIONS[Role.MANAGER] | PERMISSIONS[Role.RECRUITER]
        assert role_titles(eve) == "hiring manager, recruiter"


def test_a_superuser_may_do_everything_and_somebody_without_a_role_nothing(person: Callable[..., User]) -> None:
    assert person("sue", is_superuser=True).has_perms(set().union(*PERMISSIONS.values()))
    assert person("nell").get_all_permissions() == set()
    assert person("gina", Role.ADMINISTRATOR, is_active=False).get_all_permissions() == set()


def test_permissions_come_from_roles_alone(person: Callable[..., User]) -> None:
    eve = person("eve", Role.MANAGER)
    eve.user_permissions.add(Permission.objects.get(codename="waive_blocker"))

    assert not User.objects.get(pk=eve.pk).has_perm("hiring.waive_blocker")
