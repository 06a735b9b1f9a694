"""The bank's template loop as a patch for a flag."""

from collections.abc import Callable, Sequence

from hiring.document import Stage
from hiring.document.patch import PatchOperation
from hiring.facts.case import Case


def template_patch(case: Case, clears: Callable[[Sequence[Stage]], bool]) -> tuple[PatchOperation, ...]:
    """The template loop as a patch; none where there is no template, or it would not clear the flag."""
    return case.template_operations if case.template and clears(case.template) else ()
