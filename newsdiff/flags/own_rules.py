"""Rules of the user's own: modules that ``[flags] rules`` names, which register functions as our own rules do.

Whatever such a module does wrong is a fault that bears its name; the other rules go on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, wraps
from importlib import import_module

from newsdiff.flags.registry import ClosingRule, Comparison, Rule, registered
from newsdiff.model import Flag, FlagKind, RuleFault, Severity
from newsdiff.process.failure import failure

Failed = Callable[[RuleFault], object]


def own_rules(modules: Sequence[str], failed: Failed | None) -> tuple[tuple[Rule, ...], tuple[ClosingRule, ...]]:
    """The rules of these modules, and those that run last; what cannot be imported is told to ``failed``.

    Without ``failed`` the error goes on.
    """
    first: list[Rule] = []
    last: list[ClosingRule] = []
    for module in dict.fromkeys(modules):
        rules, closing, error = _rules_and_error(module)
        if error is not None:
            if failed is None:
                raise error
            failed(RuleFault(module, failure(error)))
        first += rules
        last += closing
    return tuple(first), tuple(last)


@cache
def _rules_and_error(module: str) -> tuple[tuple[Rule, ...], tuple[ClosingRule, ...], Exception | None]:
    """A module's rules, each under guard, and why there are none; asked for once a process."""
    try:
        import_module(module)
    except Exception as error:  # noqa: BLE001 - it is the user's, and may do anything
        return (), (), error
    except SystemExit:
        return (), (), RuntimeError(f"{module} wants to end the program when it is imported")
    first, last = registered(module)
    if not first and not last:
        return (), (), LookupError(f"{module} registers no rule: newsdiff.flags.rule does")
    return tuple(map(_guarded, first)), tuple(map(_guarded_closing, last)), None


def _guarded(rule: Rule) -> Rule:
    @wraps(rule)
    def guarded(comparison: Comparison) -> Iterator[Flag]:
        yield from _checked(rule(comparison), comparison)

    return guarded


def _guarded_closing(rule: ClosingRule) -> ClosingRule:
    @wraps(rule)
    def guarded(comparison: Comparison, found: Sequence[Flag]) -> Iterator[Flag]:
        yield from _checked(rule(comparison, found), comparison)

    return guarded


def _checked(found: Iterable[Flag], comparison: Comparison) -> Iterator[Flag]:
    """Flags that others can read; TypeError or ValueError for what is none, at which the rule ends."""
    old, new = comparison.diff.old.blocks, comparison.diff.new.blocks
    for flag in found:
        if not isinstance(flag, Flag) or not all(
            isinstance(text, str) for text in (flag.old, flag.new, flag.subject, flag.reason)
        ):
            raise TypeError(f"a rule gives flags, and this is none: {flag!r:.80}")
        for block, blocks in ((flag.old_block, old), (flag.new_block, new)):
            if block is not None and not 0 <= block < len(blocks):
                raise ValueError(f"there is no block {block!r:.20}")
        yield flag._replace(kind=FlagKind(flag.kind), severity=Severity(flag.severity))
