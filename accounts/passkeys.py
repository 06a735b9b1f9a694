"""Adding a passkey, in words that say what it is for."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """allauth's form, with a passkey rather than a mere second step as the usual choice."""

    passwordless = forms.BooleanField(
        label="A passkey: it is all that I need to sign in",
        required=False,
        initial=True,
        help_text="Your device asks for your finger, face or PIN. Without this, it is the second step after your "
        "password.",
    )
