"""The one way in which a file is turned away."""


class Refused(Exception):
    """The ad cannot be read. The text says why and what to do, for the person who gave it."""
