"""Letters above the text that stand for a writer or an agency: ``12.03.2025 14:20 (APA)``, ``mlo (mit dpa)``.

They are too short to be told from other words by their shape. So they count where they stand in brackets beside the
date, or where the markup calls them an author, and of use only where no line of names is a byline.
"""

from collections.abc import Container

from newsdiff.clean.authors.author_marks import ROLE, says_author
from newsdiff.clean.authors.byline_pieces import cut_leaf
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credits import is_credit, is_of_pictures
from newsdiff.clean.fields.pieces import LinePiece, runs
from newsdiff.clean.lines.claimed_dates import is_zone
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.stamps import WORD, is_beside, stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.language import table
from newsdiff.language.lists import words_by_language
from newsdiff.model import BlockKind, Removed
from newsdiff.text.lazy_pattern import lazy_pattern

_LONGEST = 160  # characters of a line that bears such letters
_MOST_LETTERS = 5  # of those in small letters
_BRACKETED = lazy_pattern(r"[(\[]\s?[^\W\d_]{2,8}(?:\s?[/,+&]\s?[^\W\d_]{2,8}){0,3}\s?[)\]]")
_LABELLED = lazy_pattern(r"(?P<label>[^\W\d_]{3,12})\s?:\s?(?P<name>[A-ZÀ-Ž]{2,5})")  # Kaynak: AA
_BARE = lazy_pattern(r"[^\W\d_]{2,5}(?:\s?[/,+&]\s?[^\W\d_]{2,5}){0,3}(?:\s[(\[][^()\[\]]{2,20}[)\]])?")


def lettered(leaf: Leaf, language: str | None, sites: Container[str], *, dated: bool) -> Byline | None:
    """The letters in a line that stand for who wrote the article.

    ``sites``: names of the site, which may stand beside them; ``dated``: a line beside this one shows a date.
    """
    wrong = leaf.heading or leaf.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or is_credit(leaf)
    if wrong or len(leaf.text) > _LONGEST:
        return None
    parts = _with_brackets(leaf)
    dated = dated or any(stamp(part.text) for part in parts)
    signed = [part for part in parts if _signs(leaf, part, language, dated=dated)]
    rest = [part for part in parts if part not in signed and WORD.search(part.text)]
    dates = [part for part in rest if stamp(part.text) or is_beside(part.text)]
    others = (part.text for part in rest if part not in dates)
    if len(signed) != 1 or not all(is_label(text) or text in sites for text in others):
        return None
    removed = tuple(Removed(part.text, "label") for part in rest if part not in dates)
    text = signed[0].text
    text = text[1:-1].strip() if text[0] in "([" else text
    return Byline(text, tuple(runs(leaf, dates)), removed, "letters that stand for a writer", (text,))


def _with_brackets(leaf: Leaf) -> list[LinePiece]:
    """The pieces of a line, what stands in brackets as one."""
    spans = [found.span() for found in _BRACKETED.finditer(leaf.text)]
    found: list[LinePiece] = []
    for part in cut_leaf(leaf, [place for span in spans for place in span]):
        span = next((span for span in spans if span[0] <= part.start < span[1]), None)
        if span is None or part.start == span[0]:
            found.append(part if span is None else part._replace(text=leaf.text[slice(*span)], end=span[1]))
    return found


def _signs(leaf: Leaf, part: LinePiece, language: str | None, *, dated: bool) -> bool:
    """Whether a piece is letters in brackets beside a date, or such that the markup calls an author."""
    if dated and _BRACKETED.fullmatch(part.text):
        return are_letters(part.text, language)
    if dated and (named := labelled_letters(part.text)):
        return are_letters(named, language)
    if not _BARE.fullmatch(part.text) or markup.marked(leaf, ROLE):
        return False
    called = says_author(part.owner, leaf.element) or markup.marked(leaf, markup.AUTHOR)
    return called and are_letters(part.text.partition(" (")[0], language)


def labelled_letters(text: str) -> str:
    """The capitals behind a label that calls nobody a maker of pictures: ``Kaynak: AA``; empty for none."""
    found = _LABELLED.fullmatch(text)
    return found["name"] if found and not is_of_pictures(found["label"]) else ""


def are_letters(text: str, language: str | None) -> bool:
    """Whether the words of a text are no words: all of them in capitals, or short and in none."""
    words = WORD.findall(text)
    if is_label(text) or is_beside(text) or any(map(is_zone, words)):
        return False
    known = table(language or "en")
    common = known.common if known else words_by_language("commonest words").get(language or "", frozenset())
    return all(
        word.isupper() or (word.islower() and len(word) <= _MOST_LETTERS and word not in common) for word in words
    )
