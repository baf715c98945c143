"""Lists of names as people write them: one string, cut at white space."""


def listed(text: str) -> tuple[str, ...]:
    """The names in a text, in order."""
    return tuple(text.split())
