"""Lists of names as people write them: one string, cut at white space or at commas."""


def listed(text: str) -> tuple[str, ...]:
    """The names in a text, in order."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases in a text, cut at commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))
