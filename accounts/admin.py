"""People in the admin: an administrator adds them and gives roles; they set their own password by mail."""

from typing import Any

from allauth.socialaccount.models import SocialApp, SocialToken
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.invitation import send_invitation
from accounts.models import User
from accounts.roles import PERMISSIONS, Role, match_staff


class PersonForm(forms.ModelForm):
    """A person with their roles."""

    class Meta:
        model = User
        fields = ["name", "email", "groups", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "groups" in self.fields:
            field = forms.ModelMultipleChoiceField(
                queryset=Group.objects.filter(name__in=[role.value for role in Role]),
                widget=forms.CheckboxSelectMultiple,
                required=False,
                label="Roles",
                help_text="What each role may do is fixed; see the documentation on people and roles.",
            )
            field.initial = self.initial.get("groups")
            self.fields["groups"] = field


@admin.register(User)
class PersonAdmin(admin.ModelAdmin):
    """Adding a person mails them an invitation. Nobody may touch a superuser but a superuser."""

    form = PersonForm
    change_password_form = AdminPasswordChangeForm
    list_display = ["name", "email", "roles", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    search_fields = ["name", "email"]
    readonly_fields = ["last_login", "date_joined"]
    actions = ["invite"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """The dates only exist for somebody who is already there."""
        person = (None, {"fields": ["name", "email", "groups", "is_active"]})
        return [person] if obj is None else [person, ("So far", {"fields": ["last_login", "date_joined"]})]

    @admin.display(description="roles")
    def roles(self, person: User) -> str:
        """The roles by name."""
        names = {group.name for group in person.groups.all()} & {role.value for role in PERMISSIONS}
        return ", ".join(sorted(names)) + (" (superuser)" if person.is_superuser else "")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        """With the roles in place: opens or closes the admin for the person, and invites a new one."""
        super().save_related(request, form, formsets, change)
        person: User = form.instance
        match_staff(person)
        if not change:
            send_invitation(request, person)
            messages.info(request, f"An invitation was mailed to {person.email}.")

    @admin.action(description="Mail the invitation again", permissions=["change"])
    def invite(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """For those who lost the first mail; people who have a password use the sign-in page."""
        waiting = [person for person in queryset if person.is_active and not person.has_usable_password()]
        for person in waiting:
            send_invitation(request, person)
        messages.info(request, f"{len(waiting)} invitations mailed; people with a password were left out.")


def _may_touch(request: HttpRequest, person: User | None) -> bool:
    return person is None or not person.is_superuser or bool(request.user.is_superuser)


# What a group may do is fixed by `accounts.roles`; an edit here would be undone by the next migrate.
admin.site.unregister(Group)

# The organisation's own sign-in comes from the settings alone, and its tokens are not kept.
admin.site.unregister(SocialApp)
admin.site.unregister(SocialToken)
