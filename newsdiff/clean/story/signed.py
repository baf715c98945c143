"""Who signs a text at its end: in its last line, in one near behind it, or in brackets behind its last sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from newsdiff.clean.authors.byline import names_person
from newsdiff.clean.authors.byline_pieces import MAIL
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credits import is_of_pictures
from newsdiff.clean.authors.signatures import is_plain, signature, signed_alone
from newsdiff.clean.authors.signed_inside import signed_dated, signed_inside
from newsdiff.clean.authors.writers import is_desk_line
from newsdiff.clean.beside.asides import LABELS
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.lines import patterns
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.named_tuple import NamedTuple

_CREDIT_WORDS = 5  # of a line that tells whose the pictures are, behind the signature
_OF_NAMES = ("【", "〔")  # brackets that hold names in the first line, too
_SIGNED_LEAVES = 6  # leaves behind the last that won a vote within which the text's last line is looked for


class Ending(NamedTuple):
    """Where a text ends: its leaves from ``start``, its first sentence, its last leaf, the edge of its container."""

    found: Sequence[Leaf]
    start: int
    first: int
    last: int
    end: int
    main: Element
    why: Callable[[int], str]  # a leaf is furniture

    def signing(
        self, fields: Fields, bylines: Mapping[int, Byline], above: Iterable[str]
    ) -> tuple[dict[int, Byline], str]:
        """The line that signs the text, and what is left of it where it is the last paragraph; both empty for none.

        ``bylines``: lines that name an account or a desk, which a person's name is believed before; ``above``: the
        lines over the text.
        """
        sought = bool(bylines) or any(map(is_desk_line, above))
        signed = self._line(fields, sought=sought)
        if signed and (not bylines or all(map(names_person, signed.values()))):
            return signed, ""
        inside = self._inside(fields)
        if inside is not None and (not bylines or names_person(inside[2])):
            number, text, byline = inside
            return {number: byline}, text
        return {}, ""

    def _line(self, fields: Fields, *, sought: bool) -> dict[int, Byline]:
        """The line that signs the text, or none; ``sought``: a line above it stands where its writer is named."""
        is_last = True
        for number in range(min(self.last + _SIGNED_LEAVES, len(self.found)) - 1, self.first, -1):
            leaf = self.found[number]
            why = self.why(number)
            if _is_behind_signature(leaf):
                continue
            inside = not why and number < self.end and markup.frame(leaf.element) is self.main
            looked = (inside and is_last) or (why in ("", LABELS) and is_plain(leaf))
            signed = (signature(leaf) or signed_dated(leaf.text, fields.language)) if looked else None
            if signed is not None:
                return {number: signed}
            if looked and (signed := signed_alone(leaf, self._told(fields, number), fields.language, sought=sought)):
                return {number: signed}
            is_last = is_last and not inside
            if number < self.last - 1 and not is_last:
                break
        opening = range(max(0, min(self.start, self.first - 1)), min(self.first + 1, len(self.found)))
        named = (n for n in opening if self.found[n].text[0] in _OF_NAMES)
        return {n: byline for n in named if (byline := signature(self.found[n]))}

    def _inside(self, fields: Fields) -> tuple[int, str, Byline] | None:
        """The last paragraph of the text, where a signature stands behind its last sentence, and what is left of it."""
        inside = (n for n in range(min(self.last, self.end - 1), self.first, -1) if not self.why(n))
        number = next((n for n in inside if markup.frame(self.found[n].element) is self.main), None)
        if number is None:
            return None
        cut = signed_inside(self.found[number], self._told(fields, number), fields.language)
        return (number, *cut) if cut else None

    def _told(self, fields: Fields, number: int) -> Sequence[str]:
        """The titles of the page, and the lines of the text before one."""
        return (*fields.titles, *(leaf.text for leaf in self.found[self.start : number]))


def _is_behind_signature(leaf: Leaf) -> bool:
    """Whether a line may stand behind the signature: whose the pictures are, or a mail address."""
    pictured = is_of_pictures(leaf.text) and not patterns.has_words(leaf.text, _CREDIT_WORDS)
    return not leaf.heading and (pictured or ("@" in leaf.text and MAIL.fullmatch(leaf.text) is not None))
