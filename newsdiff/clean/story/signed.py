"""Who signs a text at its end: in its last line, in one near behind it, or in brackets behind its last sentence."""

from collections.abc import Callable, Sequence

from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credits import is_of_pictures
from newsdiff.clean.authors.signatures import is_plain, signature, signed_alone
from newsdiff.clean.authors.signed_inside import signed_dated, signed_inside
from newsdiff.clean.beside.asides import LABELS
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.lines import patterns
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.named_tuple import NamedTuple

_CREDIT_WORDS = 5  # of a line that tells whose the pictures are, behind the signature
_SIGNED_LEAVES = 6  # leaves behind the last that won a vote within which the text's last line is looked for


class Ending(NamedTuple):
    """Where a text ends: its leaves from ``start``, its first sentence, its last leaf, the edge of its container.

    ``sought``: a line above the text names an account or a desk where its writer stands on other pages.
    """

    found: Sequence[Leaf]
    start: int
    first: int
    last: int
    end: int
    main: Element
    why: Callable[[int], str]  # a leaf is furniture
    sought: bool

    def signed(self, fields: Fields) -> dict[int, Byline]:
        """The line that signs the text, or none."""
        is_last = True
        for number in range(min(self.last + _SIGNED_LEAVES, len(self.found)) - 1, self.first, -1):
            leaf = self.found[number]
            why = self.why(number)
            if not leaf.heading and is_of_pictures(leaf.text) and not patterns.has_words(leaf.text, _CREDIT_WORDS):
                continue
            inside = not why and number < self.end and markup.frame(leaf.element) is self.main
            looked = (inside and is_last) or (why in ("", LABELS) and is_plain(leaf))
            signed = (signature(leaf) or signed_dated(leaf.text, fields.language)) if looked else None
            if signed is not None:
                return {number: signed}
            told = (*fields.titles, *(self.found[other].text for other in range(self.start, number)))
            if looked and (signed := signed_alone(leaf, told, fields.language, sought=self.sought)):
                return {number: signed}
            is_last = is_last and not inside
            if number < self.last - 1 and not is_last:
                break
        return {}

    def signed_inside(self, fields: Fields) -> tuple[int, str, Byline] | None:
        """The last paragraph of the text, where a signature stands behind its last sentence, and what is left of it."""
        inside = (n for n in range(min(self.last, self.end - 1), self.first, -1) if not self.why(n))
        number = next((n for n in inside if markup.frame(self.found[n].element) is self.main), None)
        if number is None:
            return None
        told = (*fields.titles, *(self.found[other].text for other in range(self.start, number)))
        cut = signed_inside(self.found[number], told, fields.language)
        return (number, *cut) if cut else None
