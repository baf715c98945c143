"""Lines that share no words with the story in which they stand, and figures in the same words of many articles.

Of the long words of a story's own paragraph most stand elsewhere in the story, too; of what a site puts between its
paragraphs hardly any do. That proves nothing of one line, but no editor changes such lines in many articles at once,
nor one of them again and again. Nor do figures of different articles, each its own, stand in the same words: how many
follow a sitting, how many a rescue, and how many more than before. What grows in a story's own words may be its toll.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from newsdiff.model import BlockKind
from newsdiff.text.tokens import plain_words
from newsdiff.text.typography import fold
from newsdiff.watch.memory.changes import ANYWHERE, SMALL_WORDS, SlotChange, alike, words
from newsdiff.watch.memory.inline_changes import figures
from newsdiff.watch.memory.placed_text import PlacedText

FOREIGN = "(foreign)"  # at the head of the key of a line that shares no words with its story
FRAME = "(figures in)"  # at the head of the key of figures, before the words round them
TRAVELS = f"(travelling){ANYWHERE}"  # the key of plain paragraphs that came, went or were replaced whole
MOST_SHARE = 0.25  # of the long words of such a line that stand elsewhere in the story
ODD_SHARE = 0.34  # the same of a line that is foreign only if others are
LEAST_WORDS = 5  # long ones that tell anything of lines
LEAST_STORY_WORDS = 60  # long ones, each counted once, that a story has for its words to be known
_LONG_CHARS = 5
_STEM_CHARS = 5  # by which two forms of a word are one
_FRAME_WORDS = 3  # beside its figures, by which a line is told on any page
_AHEAD_WORDS = 2  # before the first figure
_BESIDE_WORDS = 4  # on one side of a figure
_MOST_FIGURES = 4  # of a line, each with the words beside it
_FIGURE, _OTHER = "#", "*"  # in a key: for a figure, for a word that was changed
_MANY = 3  # articles in which a line is replaced whole
_SAME_SHARE = 0.6  # of the changes, which are of the same words
_STORY_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.CAPTION)


def told_by_words(changes: Iterable[SlotChange], old: PlacedText, new: PlacedText) -> tuple[SlotChange, ...]:
    """The changes, each with the keys that its words give it."""
    found = tuple(changes)
    if not found:
        return ()
    known = _vocabulary(new, {n for c in found for n in c.new_at}, new.story() | old.story())
    return tuple(_told(c, known, old, new) for c in found)


def is_by_words(key: str) -> bool:
    """Whether a key is of the words of a line, not of where it stands."""
    return key.startswith((FOREIGN, FRAME, TRAVELS))


def is_foreign(*changes: SlotChange) -> bool:
    """Whether hardly a long word of some lines stands elsewhere in its story, before the change and after it."""
    many = sum(change.long_words for change in changes)
    return many >= LEAST_WORDS and sum(change.shared for change in changes) <= MOST_SHARE * many


def frame(text: str) -> str:
    """The words round the figures of a text, without these; empty where they are too few."""
    found = words(text)
    at = [n for n, word in enumerate(found) if any(map(str.isdigit, word))]
    if not at:
        return ""
    told = found[max(0, at[0] - _AHEAD_WORDS) : at[-1] + 2]
    told = [_FIGURE if any(map(str.isdigit, word)) else word for word in told]
    return " ".join(told) if sum(word != _FIGURE for word in told) >= _FRAME_WORDS else ""


def moves_figures(change: SlotChange) -> bool:
    """Whether figures of a line moved, and next to no other word: ``30 more than before``, ``12 fewer than before``."""
    told = [[word for word in side if not any(map(str.isdigit, word))] for side in change.words]
    return change.is_replaced and max(map(len, told)) <= SMALL_WORDS and figures(change.old) != figures(change.new)


def beside_figures(change: SlotChange) -> list[str]:
    """The words that stand before and behind each figure of a line, before its change and after it."""
    came = set(change.words[1])
    told = [_FIGURE if any(map(str.isdigit, word)) else _OTHER if word in came else word for word in words(change.new)]
    at = [n for n, word in enumerate(told) if word == _FIGURE][:_MOST_FIGURES]
    sides = [side for n in at for side in (told[max(0, n - _BESIDE_WORDS) : n + 1], told[n : n + _BESIDE_WORDS + 1])]
    enough = (side for side in sides if sum(word not in (_FIGURE, _OTHER) for word in side) >= _FRAME_WORDS)
    return list(dict.fromkeys(" ".join(side) for side in enough))


def may_be_the_storys(change: SlotChange) -> bool:
    """Whether figures grew in a paragraph that is told in the story's own words."""
    grows = change.in_story and figures(change.new) > figures(change.old)
    return grows and not is_foreign(change)


def no_editors_lines(key: str, changes: Sequence[SlotChange]) -> list[SlotChange]:
    """Which changes of many articles, that have such a key in common, no editor makes at once.

    Lines that were replaced by other ones whole, not by the same words in each; beside these also what came or went.
    """
    edits = Counter(change.words for change in changes)
    own = [c for c in changes if edits[c.words] < _SAME_SHARE * len(changes)]
    if key.startswith(FRAME):
        return [c for c in own if not may_be_the_storys(c)]
    anew = [c for c in own if moves_figures(c) or _is_another(c)]
    if len(anew) < _MANY or not is_foreign(*anew) or sum(c.long_words for c in anew) < _MANY * LEAST_WORDS:
        return []
    return [c for c in own if c in anew or not c.is_replaced]


def _is_another(change: SlotChange) -> bool:
    """Whether a line was replaced whole, by another one."""
    return change.is_replaced and not (change.small or change.partial or alike(change.old, change.new))


def _told(change: SlotChange, known: Collection[str], old: PlacedText, new: PlacedText) -> SlotChange:
    """A change with the keys of its words, and how many of these stand elsewhere in the story."""
    change = change._replace(keys=(*change.keys, *dict.fromkeys(_frames(change))))
    kinds = {*(old.blocks[n].kind for n in change.old_at), *(new.blocks[n].kind for n in change.new_at)}
    if change.rest or len(known) < LEAST_STORY_WORDS or BlockKind.BYLINE in kinds:
        return change
    sides = [_stems(text) for text in (change.old, change.new)]
    many, shared = sum(map(len, sides)), sum(stem in known for side in sides for stem in side)
    if not many or shared > ODD_SHARE * many:
        return change
    return change._replace(keys=(*change.keys, f"{FOREIGN} {change.place}{ANYWHERE}"), long_words=many, shared=shared)


def _frames(change: SlotChange) -> Iterator[str]:
    """The keys that the words round its figures give a line."""
    if not change.is_replaced or change.doubtful:
        return
    if (told := frame(change.new)) and told == frame(change.old):
        yield f"{FRAME} {told}{ANYWHERE}"
    if not change.rest and moves_figures(change):
        yield from (f"{FRAME} {side}{ANYWHERE}" for side in beside_figures(change))


def _vocabulary(text: PlacedText, changed: Collection[int], story: Collection[str]) -> set[str]:
    """The long words of a story beside the lines that changed."""
    lines = zip(text.blocks, text.places, strict=True)
    own = (
        b.text for n, (b, place) in enumerate(lines) if n not in changed and (place in story or b.kind in _STORY_KINDS)
    )
    return {stem for line in own for stem in _stems(fold(line))}


def _stems(text: str) -> set[str]:
    found = (word.casefold() for word in plain_words(text) if len(word) >= _LONG_CHARS)
    return {word[:_STEM_CHARS] for word in found if not any(map(str.isdigit, word))}
