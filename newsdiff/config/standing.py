"""What the value of a key in the template is: the default, or an example, and what holds without it."""

from datetime import timedelta

from newsdiff.config.keys import Key
from newsdiff.model import Settings, Severity


def standing(section: str, key: str, about: Key) -> str:
    """``the default``; ``an example; the default is low``; ``an example; not set by default``."""
    import tomllib

    found = getattr(getattr(Settings(), section, None), key, None)
    if found is not None and about.read(tomllib.loads(f"value = {about.example}")["value"]) == found:
        return "the default"
    if isinstance(found, (bool, Severity)):
        return f"an example; the default is {str(found).lower()}"
    if isinstance(found, timedelta):
        return f"an example; the default is {found.days}d"
    return "an example; not set by default"
