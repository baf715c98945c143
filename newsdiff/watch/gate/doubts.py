"""The gate: is a changed text an edit, or did the server show another page than the article?

``doubts`` names every reason not to believe a text. One that ``waits`` needs the user's word however often the page
is read; the others are overcome by a second, equal reading an hour later. No reason: it is an edit.

Thresholds (shares of words and shingles) were set on pages of many publishers and on real edits of press releases;
a wall is told by three things together: it speaks of walls, in text that is new, and the article's text went.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from newsdiff.clean.page.walls import HIDDEN, PARTIAL, SPOKEN, TITLED, addresses, named, spoken, withdrawn
from newsdiff.language import detect
from newsdiff.model import Article, Cleaned, Sign, SignKind, SignPlace
from newsdiff.text.mojibake import misread_beside
from newsdiff.text.tokens import count, is_word, tokens
from newsdiff.text.typography import fold
from newsdiff.watch.gate.similarity import ShingledText, kept
from newsdiff.watch.gate.timestamps import first_day

REPLACED_KEPT_SHARE = 0.15  # less of the old text's shingles: another text
NOTHING_KEPT_SHARE = 0.05  # less of the old body's shingles: nothing of it
HALF_SHARE = 0.5
# Share of the old words, and of the old 4-word shingles: below either, a new notice that asks for money is believed.
PAYWALL_SIZE, PAYWALL_KEPT = 0.97, 0.9
SHRUNK_SIZE = 0.3  # less of the old text's words: a stub, or a notice in its place
WENT_SIZE = 0.9  # less of the old text's words: something went, and a wall may be why
TAIL_SIZE = 0.2  # share of the words whose loss at the end alone looks like a cut
REST_SIZE = 0.3  # of the words behind the cut may stand all the same: a caption, a note on the author
STORY_SIZE = 0.8  # share of the words that is nearly the whole story
STUB_WORDS = 150  # words: so short, a text that speaks of a wall is one
LEAST_WORDS = 12  # words without which a page has no article text
HEADLINE_SHARE = 1 / 3  # of a headline's words, where the day of publication and some of the text stand as well
TITLE_WORDS = 8  # words of a headline that says what page this is, and hardly anything else


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text is not believed."""

    message: str
    waits: bool = False


@dataclass(frozen=True)
class Case:
    """What the gate looks at; ``old`` None at a first visit. ``habit``: the keys of what the recorded page bore."""

    old: Article | None
    new: Article
    requested_url: str = ""
    final_url: str = ""
    signs: tuple[Sign, ...] = ()
    habit: frozenset[str] = frozenset()
    was_closed: bool = True
    truncated: bool = False

    @cached_property
    def before(self) -> ShingledText:
        """The old text."""
        return ShingledText.of(self.old) if self.old else ShingledText(())

    @cached_property
    def after(self) -> ShingledText:
        """The new text."""
        return ShingledText.of(self.new)

    @cached_property
    def kept_share(self) -> float:
        """How much of the old text still stands."""
        return kept(self.before, self.after)

    @cached_property
    def size_share(self) -> float:
        """Words now, as a share of the words before."""
        return len(self.after.words) / max(len(self.before.words), 1)

    @cached_property
    def words_behind(self) -> dict[str, int]:
        """How many words stand behind each block, where it stands first."""
        found, behind = {}, 0
        for block in reversed(self.after.blocks):
            found[block] = behind
            behind += count(block)
        return found

    @cached_property
    def added(self) -> tuple[str, ...]:
        """Blocks that are new."""
        known = set(self.before.blocks)
        return tuple(block for block in self.after.blocks if block not in known)

    @cached_property
    def story_kept_share(self) -> float:
        """How much of the old text below the headline still stands."""
        return kept(ShingledText.below(self.old), ShingledText.below(self.new)) if self.old else 1.0

    @cached_property
    def subjects(self) -> set[SignKind | None]:
        """The walls that the old text itself speaks of: a story about cookies stays one."""
        return set(map(named, self.before.blocks))

    @property
    def closed(self) -> bool:
        """Whether the page is whole."""
        return all(sign.kind is not SignKind.CUT for sign in self.signs)

    @property
    def headline_share(self) -> float:
        """How much of the headline stands."""
        old, new = (set(_words(a.headline)) for a in (self.old or self.new, self.new))
        return len(old & new) / max(len(old), len(new)) if old else 0.0

    @property
    def same_story(self) -> bool:
        """Whether the page still has most of its headline; or some, the day of its publication and some of its text."""
        if self.headline_share >= HALF_SHARE or self.old is None:
            return True
        day = first_day(self.old)
        return (
            self.headline_share >= HEADLINE_SHARE
            and self.kept_share >= NOTHING_KEPT_SHARE
            and day is not None
            and day == first_day(self.new)
        )

    @property
    def went(self) -> bool:
        """Whether text went: what a wall does and a mere edit seldom."""
        return self.size_share < WENT_SIZE or self.kept_share < HALF_SHARE


def _words(headline: str) -> list[str]:
    """The words of a headline, in lower case."""
    return [t.casefold() for t in tokens(headline) if is_word(t)]


def doubts(case: Case, believe: Collection[str] = ()) -> tuple[Reason, ...]:
    """Every reason not to believe the new text, the gravest first; none: it is an edit.

    ``believe`` names the doubts (of ``DOUBTS``) that a site does not deserve.
    """
    rules = (rule for name, rule in _RULES if name not in believe)
    found = {reason.message: reason for rule in rules for reason in rule(case)}
    return tuple(sorted(found.values(), key=lambda r: not r.waits))


def _cut(case: Case) -> Iterator[Reason]:
    if case.old is None:
        if case.truncated:
            yield Reason("the page was cut off on its way", waits=True)
    elif case.was_closed and not case.closed:
        yield Reason("the page was cut off on its way: its closing tags are missing", waits=True)


def _empty(case: Case) -> Iterator[Reason]:
    if len(case.after.words) < LEAST_WORDS and len(case.before.words) >= 2 * LEAST_WORDS:
        yield Reason("the page holds next to no text")
    elif case.old is None and len(ShingledText.below(case.new).words) < LEAST_WORDS:
        yield Reason("the page holds no article text", waits=True)


def signs_of(cleaned: Cleaned) -> tuple[Sign, ...]:
    """What of a page speaks of walls beside the article's own text, the lines that cleaning took out among it."""
    return (*cleaned.signs, *spoken(removed.text for removed in cleaned.removed if removed.reason != HIDDEN))


def _marked(case: Case) -> Iterator[Reason]:
    """Something beside the text speaks of a wall that did not before, and the article's text went."""
    for sign in case.signs:
        if sign.kind in (SignKind.MISREAD, SignKind.CUT) or sign.key in case.habit:
            continue
        if (sign.line or sign.place is SignPlace.ELSEWHERE) and sign.kind in case.subjects:
            continue
        if case.old is None:
            whole = sign.place in (SignPlace.PAGE, SignPlace.END)
            told = whole or (sign.kind is SignKind.PAY and len(case.after.words) < STUB_WORDS)
        else:
            told = _took(case, sign.kind, sign.line) or (
                sign.kind is SignKind.PAY and sign.place is not SignPlace.ELSEWHERE and _some(case)
            )
        if told:
            yield Reason(f"the page shows {sign.kind}", waits=True)


def _some(case: Case) -> bool:
    """Whether a little of the text went, which is enough where a notice asks for money for the rest."""
    return case.size_share < PAYWALL_SIZE or case.kept_share < PAYWALL_KEPT


def _walled(case: Case) -> Iterator[Reason]:
    """The new blocks speak of a wall, and the article's text went."""
    if case.old is None:
        if shown := _first_wall(case.new, case.after):
            yield Reason(f"the page shows {shown}", waits=True)
        return
    if not case.went:
        return
    for block in case.added:
        wall = named(block)
        about = wall in case.subjects and block not in case.after.blocks[-2:]
        if wall and not about and _took(case, wall, block) and _ends(case, block):
            yield Reason(f"the page shows {wall}", waits=True)
    if case.new.free is False and case.old.free is not False:
        yield Reason("the page says that the article is not free any more", waits=True)


def _first_wall(article: Article, text: ShingledText) -> str:
    """The wall that a page shows which was never seen before: a short one, or one that ends or is named so."""
    short = len(text.words) < STUB_WORDS
    for kind in map(named, text.blocks if short else text.blocks[-2:]):
        if kind is SignKind.PAY or (kind and short and (kind not in SPOKEN or addresses("\n".join(text.blocks)))):
            return kind
    if article.free is False and short:
        return "the beginning of an article that is not free"
    title = named(fold(article.headline)) if len(article.headline.split()) <= TITLE_WORDS else None
    return title if title and title in TITLED else ""


def _took(case: Case, wall: SignKind, line: str) -> bool:
    """Whether a wall that a line speaks of may have taken the text: most leave nothing of it, some its beginning."""
    if not line or wall in PARTIAL:
        return case.went
    return case.size_share < HALF_SHARE or case.kept_share < HALF_SHARE


def _ends(case: Case, block: str) -> bool:
    """Whether text ends at a block, or hardly any is left: what nearly the whole story follows is no notice."""
    return case.kept_share < HALF_SHARE or case.words_behind[block] < STORY_SIZE * len(case.after.words)


def _noticed(case: Case) -> Iterator[Reason]:
    """Some lines that are nothing of the article stand in its place, and do not say that it was withdrawn.

    An outage, a question, a page for other regions: what servers say instead of an article has no end of phrases.
    """
    if (
        case.old is None
        or case.new.live
        or len(case.after.words) >= STUB_WORDS
        or case.story_kept_share >= NOTHING_KEPT_SHARE
    ):
        return
    if (case.size_share < HALF_SHARE or not case.same_story) and not withdrawn(case.new.text):
        yield Reason("a few lines that are nothing of the article stand in its place", waits=True)


def _garbled(case: Case) -> Iterator[Reason]:
    if case.old is None:
        wrong = any(sign.kind is SignKind.MISREAD for sign in case.signs)
    else:
        wrong = misread_beside(case.old.text, case.new.text)
    if wrong:
        yield Reason("the page's characters were read wrongly", waits=True)


def _replaced(case: Case) -> Iterator[Reason]:
    """Another text: a rewritten story keeps its headline, what stands in its place does not."""
    if case.old is not None and case.kept_share < REPLACED_KEPT_SHARE and not case.same_story:
        yield Reason(f"only {case.kept_share:.0%} of the text stands: another article, or a notice in its place")


def _shrunk(case: Case) -> Iterator[Reason]:
    if case.old is not None and not case.new.live and case.size_share < SHRUNK_SIZE:
        yield Reason(f"the text shrank to {case.size_share:.0%} of its words")


def _tail(case: Case) -> Iterator[Reason]:
    """Everything stands but the end: how a page looks that was cut, or ends at a wall."""
    if case.old is None or case.size_share >= 1 - TAIL_SIZE or len(case.added) > 2:
        return
    known = set(case.after.blocks)
    sizes = [(count(block), block in known) for block in case.before.blocks]
    gap = next((i for i, (_, stands) in enumerate(sizes) if not stands), len(sizes))
    lost = sum(size for size, stands in sizes if not stands)
    behind = sum(size for size, stands in sizes[gap:] if stands)
    if 0 < gap < len(sizes) and behind < REST_SIZE * lost:
        yield Reason(f"the text ends at {case.size_share:.0%} of its words")


def _translated(case: Case) -> Iterator[Reason]:
    if case.old is not None and case.kept_share < HALF_SHARE:
        old, new = detect.detect(case.old.text), detect.detect(case.new.text)
        if old and new and old != new:
            yield Reason(f"the language changed from {old} to {new}")


def _home(case: Case) -> Iterator[Reason]:
    requested, final = (urlsplit(url).path.strip("/") for url in (case.requested_url, case.final_url))
    if case.final_url and requested and not final:
        yield Reason("the server showed its home page instead")


_RULES: tuple[tuple[str, Callable[[Case], Iterator[Reason]]], ...] = (
    ("cut", _cut),
    ("wall", _marked),
    ("wall", _walled),
    ("notice", _noticed),
    ("characters", _garbled),
    ("empty", _empty),
    ("home", _home),
    ("language", _translated),
    ("other", _replaced),
    ("shrunk", _shrunk),
    ("end", _tail),
)
ALIKE = "alike"  # the same text stands under several articles: told by who sees them all
DOUBTS = frozenset({ALIKE, *(name for name, _ in _RULES)})
