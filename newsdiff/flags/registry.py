"""The rules: each a file in ``rules/``, registered by a decorator; adding a file is enough. ``judge`` runs them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from newsdiff.flags.lazy import lazy
from newsdiff.flags.read.sentence_values import SentenceValues
from newsdiff.flags.read.usage import Usage
from newsdiff.flags.sentence.correction_notes import heads_news, with_notes_apart
from newsdiff.flags.sentence.cues import WordMatches
from newsdiff.flags.sentence.moves import with_moves
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence, passages
from newsdiff.flags.sentence.places import places
from newsdiff.language import extended
from newsdiff.language.detect import language_of, sample
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind, Diff, Flag, FlagKind, FlagSettings, Hunk, Op, Place, RuleFault, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from typing import Final, TypeVar

    T = TypeVar("T")

MOST_FLAGS = 50  # of one kind about one block of each side
_MOST_SPANS = 500  # values of notes that are looked up in the old text: no reader can use more


class Comparison:
    """What a rule looks at: the diff, the reader's settings, and when each side was read (where known)."""

    def __init__(
        self,
        diff: Diff,
        settings: FlagSettings,
        old_seen: datetime | None = None,
        new_seen: datetime | None = None,
    ) -> None:
        self.diff: Final = diff
        self.settings: Final = settings
        self.old_seen: Final = old_seen
        self.new_seen: Final = new_seen
        self._spans_in_old: Final[dict[str, bool]] = {}
        self._readings: Final[dict[int, SentenceValues]] = {}
        self._matches: Final[dict[int, WordMatches]] = {}

    @lazy
    def passages(self) -> tuple[Passage, ...]:
        """The changed passages."""
        found = passages(self.diff, self.words)
        told = with_moves(tuple(with_notes_apart(found, self.words)) if self.words else found)
        for pair in (pair for passage in told for pair in passage.pairs if pair.old and pair.new):
            pair.alignment.read_slips()
        return told

    @lazy
    def old_text(self) -> str:
        """The old article's text."""
        return self.diff.old.text

    def said_before(self, span: str) -> bool:
        """Whether the old text has these words; asked for more than so many of them, it looks no more and says no."""
        if span not in self._spans_in_old and len(self._spans_in_old) < _MOST_SPANS:
            self._spans_in_old[span] = span in self.old_text
        return self._spans_in_old.get(span, False)

    @lazy
    def language(self) -> str | None:
        """The language that the reader names; else the one that the article claims, checked against its text, or is
        found to be in; None in doubt.
        """
        old, new = self.diff.old, self.diff.new
        if self.settings.language:
            return self.settings.language
        claimed = new.language or old.language
        first = sample(block.text for block in new.blocks)
        return language_of(claimed, first) or language_of(
            claimed, f"{first} {sample(block.text for block in old.blocks)}"
        )

    @lazy
    def words(self) -> WordTable | None:
        """The word table of the article's language, or None where there is none."""
        return extended(self.language, self.settings.words) if self.language else None

    @lazy
    def usage(self) -> Usage:
        """How both articles write their words."""
        return Usage(self.diff.old, self.diff.new)

    def read(self, sentence: Sentence) -> SentenceValues:
        """What stands in a sentence, read once for all rules."""
        known = self._readings.get(id(sentence))
        if known is None:
            assert self.words
            known = self._readings[id(sentence)] = SentenceValues(sentence, self.words, self.usage)
        return known

    def matches(self, pair: Pair) -> WordMatches:
        """Which words of a pair have a match on its other side, looked for once for all rules."""
        assert self.words
        known = self._matches.get(id(pair))
        if known is None:
            known = self._matches[id(pair)] = WordMatches(pair, self.words)
        return known

    def touched(self, kind: BlockKind) -> list[Hunk]:
        """The changed hunks that hold a block of a kind."""
        changed = (h for h in self.diff.hunks if h.op is not Op.EQUAL)
        return [h for h in changed if any(b.kind is kind for b in (*h.old, *h.new))]

    def kept_pairs(self) -> Iterator[Pair]:
        """The sentences that stand on both sides, in whatever words, each beside its counterpart."""
        return iter(self._kept_pairs)

    @lazy
    def _kept_pairs(self) -> list[Pair]:
        return [pair for passage in self.passages for pair in passage.pairs if pair.old and pair.new]

    def noted(self, sentence: Sentence) -> bool:
        """Whether a sentence is a note on a change of the text itself."""
        return self.read(sentence).note if self.words else sentence.kind is BlockKind.CORRECTION

    def note_gone(self, sentence: Sentence, passage: Passage) -> bool:
        """Whether a sentence is a note that went from beside others: what it named was said of the text. One that
        comes tells the reader what was wrong.
        """
        if passage.whole or passage.counterpart(sentence) is not None or sentence not in passage.old:
            return False
        if sentence.kind is not BlockKind.CORRECTION and (self.words is None or self.words.senses is None):
            return False  # in other tables a label heads news: ACTUALISE
        return self.noted(sentence) and not self._headed(sentence)

    def of_news(self, pair: Pair) -> bool:
        """Whether both sentences of a pair tell news: neither is a note, or *Update:* is but the heading of both."""
        return self._tells_news(pair.old) and self._tells_news(pair.new)

    def _tells_news(self, sentence: Sentence | None) -> bool:
        return sentence is None or not self.noted(sentence) or self._headed(sentence)

    def _headed(self, sentence: Sentence) -> bool:
        return self.words is not None and heads_news(sentence, self.words)


Rule = Callable[[Comparison], Iterable[Flag]]
ClosingRule = Callable[[Comparison, Sequence[Flag]], Iterable[Flag]]
_RULES: list[Rule] = []
_CLOSING: list[ClosingRule] = []


def rule(function: Rule) -> Rule:
    """Register a rule."""
    _RULES.append(function)
    return function


def closing(function: ClosingRule) -> ClosingRule:
    """Register a rule that runs when all others have, and is told what they found."""
    _CLOSING.append(function)
    return function


@cache
def rules() -> tuple[tuple[Rule, ...], tuple[ClosingRule, ...]]:
    """Our rules, and those that run last; their modules are imported when they are first needed."""
    folder = os.path.join(os.path.dirname(__file__), "rules")  # noqa: PTH118, PTH120 - pathlib costs 5 ms at start
    for name in sorted(os.listdir(folder)):  # noqa: PTH208
        if name.endswith(".py") and name != "__init__.py":
            __import__(f"newsdiff.flags.rules.{name[:-3]}")
    return registered(__package__)


def registered(module: str) -> tuple[tuple[Rule, ...], tuple[ClosingRule, ...]]:
    """The rules that a module or a package has registered, and those that run last."""

    def within(rule: Callable[..., object]) -> bool:
        return rule.__module__ == module or rule.__module__.startswith(f"{module}.")

    return tuple(filter(within, _RULES)), tuple(filter(within, _CLOSING))


def judge(
    diff: Diff,
    settings: FlagSettings,
    old_seen: datetime | None,
    new_seen: datetime | None,
    failed: Callable[[RuleFault], object] | None = None,
) -> tuple[tuple[Flag, ...], tuple[Place, ...]]:
    """All flags of a comparison, once each, sorted by severity, then by their place in the new text; and the places.

    A rule that raises is told to ``failed``, and the others go on; without ``failed`` the error goes on.
    """
    comparison = Comparison(diff, settings, old_seen, new_seen)
    first, last = rules()
    from newsdiff.flags.grounding import Grounds
    from newsdiff.flags.told_once import told_once

    if settings.rules:
        from newsdiff.flags.own_rules import own_rules

        own, closing_own = own_rules(settings.rules, failed)
        first, last = (*first, *own), (*last, *closing_own)

    grounds = Grounds(comparison)
    told = _first_of_each(f for rule in first for f in _until_failure(rule, failed, comparison))
    found = dict.fromkeys(told_once(f for flag in told for f in _until_failure(grounds.shown, failed, flag)))
    for rule in last:
        found.update(dict.fromkeys(_first_of_each(_until_failure(rule, failed, comparison, tuple(found)))))
    wanted = (f for g in found if g.kind not in settings.off and (f := _with_wished_severity(g, settings)))
    kept = [f for f in wanted if f.severity.rank >= settings.min_severity.rank]
    where = tuple(_until_failure(places, failed, comparison, kept)) if kept else ()
    return tuple(sorted(kept, key=lambda f: (-f.severity.rank, _place(f)))), where


def _first_of_each(flags: Iterable[Flag]) -> Iterator[Flag]:
    """Of the flags of one kind about one block the first ones: what comes behind, no reader reads."""
    seen: dict[tuple[FlagKind, int | None, int | None], int] = {}
    for flag in flags:
        about = flag.kind, flag.old_block, flag.new_block
        seen[about] = count = seen.get(about, 0) + 1
        if count <= MOST_FLAGS:
            yield flag


def _until_failure(
    rule: Callable[..., Iterable[T]], failed: Callable[[RuleFault], object] | None, *told: object
) -> Iterator[T]:
    """What a rule finds, up to where it fails."""
    try:
        yield from rule(*told)
    except Exception as error:
        if failed is None:
            raise
        from newsdiff.process.failure import failure

        failed(RuleFault(rule.__module__.removeprefix(f"{__package__}.").removeprefix("rules."), failure(error)))


def _with_wished_severity(flag: Flag, settings: FlagSettings) -> Flag:
    wish = dict(settings.severity).get(flag.kind)
    return flag._replace(severity=Severity(wish)) if wish else flag


def _place(flag: Flag) -> int:
    if flag.new_block is not None:
        return flag.new_block
    return flag.old_block if flag.old_block is not None else -1
