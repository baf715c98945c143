"""What the gate looks at: a changed text beside the recorded one, and what tells how much of it stands."""

from dataclasses import dataclass
from functools import cached_property

from newsdiff.clean.page.walls import named
from newsdiff.model import Article, Sign, SignKind
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.tokens import plain_words, size
from newsdiff.text.typography import fold
from newsdiff.text.urls import normalise
from newsdiff.watch.gate.host_outline import is_foreign
from newsdiff.watch.gate.kinship import AKIN_SHARE, kinship
from newsdiff.watch.gate.similarity import ShingledText, kept_share
from newsdiff.watch.gate.structure import Built, Structure, is_article, moved_on, structure
from newsdiff.watch.gate.timestamps import first_day
from newsdiff.watch.memory.site_memory import PageShapes

_NONE_KNOWN = PageShapes()
NOTHING_KEPT_SHARE = 0.05  # less of the old body's shingles: nothing of it
HALF_SHARE = 0.5
END_SIZE = 0.05  # share of the words whose loss at a new offer looks like a cut
REST_SIZE = 0.3  # of the words behind the cut may stand all the same: a caption, a note on the author
WENT_SIZE = 0.9  # less of the old text's words: something went, and a wall may be why
_PARTS = lazy_pattern(r"\s*[|:·_]\s*|\s+[-–—]\s+")  # between a headline and the name of its site
HEADLINE_SHARE = 1 / 3  # of a headline's words, where the day of publication and some of the text stand as well


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
    built: Built | None = None  # the new page
    was_built: Built | None = None  # the recorded one, where it is kept
    shapes: PageShapes = _NONE_KNOWN  # of the host's articles

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
        return kept_share(self.before, self.after)

    @cached_property
    def size_share(self) -> float:
        """Words now, as a share of the words before."""
        return self.after.size / max(self.before.size, 1)

    @cached_property
    def words_behind(self) -> dict[str, int]:
        """How many words stand behind each block, where it stands first."""
        found, behind = {}, 0
        for block in reversed(self.after.blocks):
            found[block] = behind
            behind += words_in(block)
        return found

    @cached_property
    def added(self) -> tuple[str, ...]:
        """Blocks that are new."""
        known = set(self.before.blocks)
        return tuple(block for block in self.after.blocks if block not in known)

    @cached_property
    def gone_behind(self) -> float:
        """The share of the old words that went behind the beginning; 0 where they went elsewhere, or text follows."""
        known = set(self.after.blocks)
        sizes = [(words_in(block), block in known) for block in self.before.blocks]
        gap = next((i for i, (_, stands) in enumerate(sizes) if not stands), len(sizes))
        lost = sum(size for size, stands in sizes if not stands)
        behind = sum(size for size, stands in sizes[gap:] if stands)
        return lost / max(self.before.size, 1) if gap and behind < REST_SIZE * lost else 0.0

    @cached_property
    def story_kept_share(self) -> float:
        """How much of the old text below the headline still stands."""
        return kept_share(ShingledText.below(self.old), ShingledText.below(self.new)) if self.old else 1.0

    @cached_property
    def is_akin(self) -> bool:
        """Whether what is new below the headline speaks of the story that stood there."""
        return kinship(self.told_anew, self.before.blocks) >= AKIN_SHARE

    @property
    def told_anew(self) -> tuple[str, ...]:
        """What is new below the headline."""
        return tuple(block for block in self.added if block != fold(self.new.headline))

    def kinship_below(self, *blocks: str) -> float:
        """How much of some blocks' substance the story has that stood there: not its headline, nor whole old blocks."""
        told = list(blocks)
        for old in self.before.blocks:
            told = [block.replace(old, " ") for block in told]
        return kinship(told, self.before.blocks, beside=(self.old.headline if self.old else "",))

    @cached_property
    def moved_on(self) -> bool:
        """Whether the page says to machines that it was changed since it was recorded."""
        return self.old is not None and moved_on(self.old, self.new)

    @cached_property
    def added_size(self) -> int:
        """How many words are new."""
        return sum(map(words_in, self.added))

    @cached_property
    def structure(self) -> Structure:
        """What the two pages have in common beside their texts."""
        if self.old is None or self.built is None or self.was_built is None:
            return Structure()
        stands = self.headline_share >= HALF_SHARE
        return structure(self.was_built, self.built, self.old, self.new, headline_stands=stands)

    @cached_property
    def is_article(self) -> bool:
        """Whether the page says that it is the article that was asked for."""
        asked = (normalise(self.requested_url), normalise(self.final_url))
        return self.built is not None and is_article(self.built, self.new.headline, asked)

    @cached_property
    def is_foreign(self) -> bool:
        """Whether the page is built like no article of its host."""
        return self.built is not None and is_foreign(self.built.frame, self.shapes)

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
        told = (self.old or self.new).headline, self.new.headline
        bare = self.built is not None and not self.built.identity.titles
        old, new = (set(_words(headline)) for headline in (_without_site(*told) if bare else told))
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

    @property
    def is_worth_a_look(self) -> bool:
        """Whether so much went that the recorded page is to be looked at, to tell what page the new one is."""
        return self.old is not None and (self.went or self.gone_behind >= END_SIZE)


def _without_site(old: str, new: str) -> tuple[str, str]:
    """Two headlines without the name of their site that both begin or end with, as a page's title does."""
    parts, others = _PARTS.split(old), _PARTS.split(new)
    if min(len(parts), len(others)) > 1 and old != new:
        if parts[0] == others[0]:
            return " ".join(parts[1:]), " ".join(others[1:])
        if parts[-1] == others[-1]:
            return " ".join(parts[:-1]), " ".join(others[:-1])
    return old, new


def words_in(text: str) -> int:
    """How many words a text comes to."""
    return size(plain_words(text))


def _words(headline: str) -> list[str]:
    """The words of a headline, in lower case."""
    return [word.casefold() for word in plain_words(headline)]
