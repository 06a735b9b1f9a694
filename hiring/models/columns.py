"""The column kinds of answers, and their range constraints."""

from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator, ProhibitNullCharactersValidator
from django.db import models

LARGEST_COUNT = 2_147_483_647
"""Largest whole number a column holds (a 32-bit integer, on both engines)."""


def choice(length: int = 32) -> "models.CharField[Any, Any]":
    """One of a few values; the document's types say which."""
    return models.CharField(max_length=length, null=True, blank=True, validators=[ProhibitNullCharactersValidator()])


def text(length: int = 300) -> "models.CharField[Any, Any]":
    """A line of text. Null is "not answered", which is not the same as empty."""
    return models.CharField(max_length=length, null=True, blank=True, validators=[ProhibitNullCharactersValidator()])


def long_text() -> "models.TextField[Any, Any]":
    """Text of any length. Null is "not answered"."""
    return models.TextField(null=True, blank=True, validators=[ProhibitNullCharactersValidator()])


def yes_no() -> "models.BooleanField[Any, Any]":
    """Yes, no, or not answered."""
    return models.BooleanField(null=True, blank=True)


def count(least: int = 0, most: int = LARGEST_COUNT) -> "models.IntegerField[Any, Any]":
    """A whole number from ``least`` to ``most``."""
    return models.IntegerField(null=True, blank=True, validators=[MinValueValidator(least), MaxValueValidator(most)])


def amount() -> "models.DecimalField[Any, Any]":
    """Money, hours or days: 0 or more, two decimals, below a million million."""
    return models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(Decimal(0))]
    )


def percent() -> "models.DecimalField[Any, Any]":
    """0 to 100, four decimals (equity is often less than a hundredth)."""
    return models.DecimalField(
        max_digits=7,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(100))],
    )


def day() -> "models.DateField[Any, Any]":
    """A calendar day."""
    return models.DateField(null=True, blank=True)


def rows() -> "models.JSONField[Any, Any]":
    """A list that is edited as a whole. Empty by default."""
    return models.JSONField(default=list, blank=True)


def rows_or_null() -> "models.JSONField[Any, Any]":
    """A list whose "none of them" differs from "not answered"."""
    return models.JSONField(null=True, blank=True, default=None)


def at_least(least: int, *fields: str) -> list[models.CheckConstraint]:
    """Named constraints: each field is null or at least ``least``."""
    return [
        models.CheckConstraint(
            condition=models.Q((f"{field}__isnull", True)) | models.Q((f"{field}__gte", least)),
            name=f"requisition_{field}_range",
        )
        for field in fields
    ]


def between(least: int, most: int, *fields: str) -> list[models.CheckConstraint]:
    """Named constraints: each field is null or within bounds, both included."""
    return [
        models.CheckConstraint(
            condition=models.Q((f"{field}__isnull", True))
            | models.Q((f"{field}__gte", least), (f"{field}__lte", most)),
            name=f"requisition_{field}_range",
        )
        for field in fields
    ]
