"""Diff -> Flags: one rule a file, registered by a decorator.

Nothing but the nouns is imported here; rules and word tables are, once a comparison holds a change.
"""

from collections import Counter

from newsdiff.model import Article, Diff, Disclosed, Flag, FlagSettings, Op, Place, RuleFault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

    from newsdiff.flags.checks.contradiction import Contradiction
    from newsdiff.flags.explanation import Explanation
    from newsdiff.flags.registry import Comparison, closing, rule

__all__ = ["Comparison", "check", "closing", "disclosed", "explain", "flag", "notes", "rule"]
_DEFAULT = FlagSettings()


def flag(
    diff: Diff,
    settings: FlagSettings = _DEFAULT,
    *,
    old_seen: "datetime | None" = None,
    new_seen: "datetime | None" = None,
    failed: "Callable[[RuleFault], object] | None" = None,
) -> tuple[tuple[Flag, ...], tuple[Place, ...]]:
    """The edits that deserve a second look, the severest first, then in reading order; and all places of change.

    The times of observation, where they are known, tell a shown date that merely follows the clock. ``failed`` is told
    of each rule that raises; without it the error goes on.
    """
    if not _has_change(diff):
        return (), ()
    from newsdiff.flags.registry import judge

    return judge(diff, settings, old_seen, new_seen, failed)


def disclosed(diff: Diff, flags: tuple[Flag, ...]) -> tuple[Disclosed, str]:
    """Whether the publisher told its readers of the edit, and how we know."""
    from newsdiff.flags.disclosure import disclosure

    return disclosure(diff, flags)


def notes(diff: Diff, flags: tuple[Flag, ...] = (), settings: FlagSettings = _DEFAULT) -> tuple[str, ...]:
    """What a reader must know of the judgement itself: a language without a word table, flags too many to be told, an
    edit too large to be read.
    """
    if not _has_change(diff):
        return ()
    from newsdiff.flags.registry import MOST_FLAGS, Comparison
    from newsdiff.flags.sentence.passages import MOST_CHARACTERS_READ, MOST_PASSAGES_READ, exceed

    seen, told = Comparison(diff, settings), []
    if not seen.words:
        unknown = f"no word table for the language {seen.language!r}" if seen.language else "the language is not known"
        told.append(f"{unknown}: only the rules that need none have run")
    most = Counter((f.kind, f.old_block, f.new_block) for f in flags).most_common(1) if len(flags) >= MOST_FLAGS else []
    if most and most[0][1] >= MOST_FLAGS:
        told.append(f"a paragraph has {MOST_FLAGS} changes of one kind, or more: only so many are told")
    if exceed(diff):
        limits = f"{MOST_CHARACTERS_READ:,} characters or {MOST_PASSAGES_READ:,} paragraphs"
        told.append(f"more than {limits} changed: what stands behind the first of them was not judged")
    return tuple(told)


def explain(diff: Diff, flags: tuple[Flag, ...]) -> "tuple[Explanation, ...]":
    """Every edit with its flags, and why it has them or has none."""
    from newsdiff.flags.explanation import explanations

    return explanations(diff, flags)


def check(article: Article) -> "tuple[Contradiction, ...]":
    """What contradicts itself inside one version; silence when unsure."""
    from newsdiff.flags.checks import contradictions

    return contradictions(article)


def _has_change(diff: Diff) -> bool:
    return diff.old.published != diff.new.published or any(h.op is not Op.EQUAL for h in diff.hunks)


def __getattr__(name: str) -> "Any":
    if name not in ("Comparison", "closing", "rule"):  # what a rule of one's own needs (docs/rules.md)
        raise AttributeError(f"module 'newsdiff.flags' has no attribute {name!r}")
    import newsdiff.flags.registry as registry

    return getattr(registry, name)
