"""Reading the tables that ship with the package."""

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file beside this module, by column name."""
    return csv.DictReader(files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines())
