"""What one pass shows of a host: its articles, what changed in each, and how many must agree that no editor did it."""

from collections.abc import Mapping

from newsdiff.named_tuple import NamedTuple
from newsdiff.watch.memory.changes import SlotChange

MANY_ARTICLES = 3  # that change at once
SO_MANY_ARTICLES = 6  # in which no editor writes a dek, or takes a paragraph away, at once
MOST_SHARE = 0.5  # of the articles of the pass; more than this
STORY_SHARE = 0.7  # the same where the slot is a paragraph of the story, which an editor may bring up to date in many
SAME_SHARE = 0.6  # of the changes, which are of the same words


class Subject(NamedTuple):
    """One article of a pass: what changed in its text, and what is known of it."""

    key: str
    changes: tuple[SlotChange, ...] = ()
    edited: bool = False  # the publisher's own text changed as well
    places: frozenset[str] = frozenset()  # where its text has blocks, or had
    counted: Mapping[str, int] = {}
    own: frozenset[str] = frozenset()  # the places of modules that are known of it already
    stood: bool = False  # its text stood at an earlier visit
    said: frozenset[str] = frozenset()  # names of what the paragraph said last that wanders through it


Case = tuple[Subject, SlotChange]
