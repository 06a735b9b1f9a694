"""What templates ask about the person signed in."""

from django import template

from accounts.roles import Person, Role, roles_of

register = template.Library()


@register.filter
def role_titles(user: Person) -> str:
    """The person's roles in words, such as `recruiter, administrator`; `no role yet` without one."""
    roles = roles_of(user)
    return ", ".join(role.title for role in Role if role in roles) or "no role yet"
