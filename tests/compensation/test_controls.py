"""The calculator's own controls say what Django's would."""

import re

import pytest
from django import forms

from compensation.controls import Select, TextInput

ATTRS = {"id": "id_base", "class": "input", "required": True, "disabled": False, "aria-label": 'Pay "base" & <more>'}


@pytest.mark.parametrize("value", [None, "", "165k", '"><script>alert(1)</script>', 0])
def test_a_text_field(value: object) -> None:
    attrs = {"maxlength": "40"}
    drawn = TextInput(attrs).render("base", value, ATTRS)

    assert drawn == forms.TextInput(attrs).render("base", value, ATTRS).strip()


@pytest.mark.parametrize("value", [None, "", "se", "x & <y>", "unknown"])
def test_a_list_to_choose_from(value: object) -> None:
    choices = [("", "by years"), ("se", "Senior"), ("x & <y>", "Ex & <why>"), (3, "three")]
    drawn = Select(choices=choices).render("level", value, ATTRS)
    theirs = forms.Select(choices=choices).render("level", value, ATTRS)

    assert drawn == re.sub(r">\s+<", "><", theirs.strip())
