"""The rules run over one comparison, and the reader's settings applied to what they found."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newsdiff.flags.registry import Comparison, Rule, rules
from newsdiff.model import Diff, Flag, FlagSettings, RuleFault, Severity

if TYPE_CHECKING:
    from datetime import datetime


def judge(
    diff: Diff,
    settings: FlagSettings,
    old_seen: "datetime | None",
    new_seen: "datetime | None",
    failed: Callable[[RuleFault], object] | None = None,
) -> tuple[Flag, ...]:
    """All flags of a comparison, once each, sorted by severity, then by their place in the new text.

    A rule that raises is told to ``failed``, and the others go on; without ``failed`` the error goes on.
    """
    comparison = Comparison(diff, settings, old_seen, new_seen)
    found = dict.fromkeys(f for rule in rules() for f in _found(rule, comparison, failed))
    wanted = (f for g in found if g.kind not in settings.off and (f := _regraded(g, settings)))
    kept = [f for f in wanted if f.severity.rank >= settings.min_severity.rank]
    return tuple(sorted(kept, key=lambda f: (-f.severity.rank, _place(f))))


def _found(rule: Rule, comparison: Comparison, failed: Callable[[RuleFault], object] | None) -> Iterator[Flag]:
    """What a rule finds, up to where it fails."""
    try:
        yield from rule(comparison)
    except Exception as error:
        if failed is None:
            raise
        from newsdiff.process.failure import failure

        failed(RuleFault(rule.__module__.rpartition(".")[2], failure(error)))


def _regraded(flag: Flag, settings: FlagSettings) -> Flag:
    wish = dict(settings.severity).get(flag.kind)
    return flag._replace(severity=Severity(wish)) if wish else flag


def _place(flag: Flag) -> int:
    if flag.new_block is not None:
        return flag.new_block
    return flag.old_block if flag.old_block is not None else -1
