"""The version of the rules, which every judgement bears: other rules may find other edits in the same two texts."""

from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.model import FlagSettings

RULES = "9"  # raise it whenever the findings of two texts, or their words, may be others than before


@lru_cache(maxsize=64)
def version(settings: "FlagSettings") -> str:
    """``1``, and a hash of the settings where they are not the usual ones: ``1 settings/5f2a09c1``."""
    if settings == type(settings)():
        return RULES
    from hashlib import sha256

    told = [repr(sorted(value) if isinstance(value, frozenset) else value) for value in settings]
    return f"{RULES} settings/{sha256(chr(10).join(told).encode()).hexdigest()[:8]}"
