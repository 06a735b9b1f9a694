"""Three-valued logic: an answer may be true, false or not given (None)."""


def both(*conditions: bool | None) -> bool | None:
    """True when all hold, False as soon as one does not, None while the answers given do not decide it."""
    if False in conditions:
        return False
    return None if None in conditions else True


def either(*conditions: bool | None) -> bool | None:
    """True as soon as one holds, False when none does, None while the answers given do not decide it."""
    if True in conditions:
        return True
    return None if None in conditions else False
