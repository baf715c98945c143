"""Signatures in the last paragraph of a text, behind its last sentence: ``(kst)``, ``<em>Ida Lund</em>``."""

from collections.abc import Iterable

from newsdiff.clean.authors.author_names import NAME_WORDS, is_cased, is_name
from newsdiff.clean.authors.byline_letters import are_letters
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credits import is_of_pictures
from newsdiff.clean.fields.pieces import pieces
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern

_SENTENCE_WORDS = 6  # of a paragraph that a signature stands behind
_BRACKETED = lazy_pattern(r"\s*[(\[（［【〔]([^()\[\]（）［］【】〔〕]{2,40})[)\]）］】〕]$")
_DENSE_NAMES = lazy_pattern(
    r"[\u4e00-\u9fff々][\u3040-\u30ff\u4e00-\u9fff々・、,＝=　 ]{1,19}"
)  # in brackets of their own
_DENSE_NAME = lazy_pattern(r"[\u4e00-\u9fff々]{3,5}(?:[、・,，][\u4e00-\u9fff々]{3,5}){0,3}")  # in those of any remark
_OWN = ("【", "〔")
_FLOWING = ("em", "i", "b", "strong", "span", "small")


def signed_inside(leaf: Leaf, told: Iterable[str], language: str | None) -> tuple[str, Byline] | None:
    """A paragraph without the signature behind its last sentence, and that; None where there is none.

    ``told``: the titles and the lines before it: whom they name signs nothing.
    """
    if leaf.heading or leaf.is_link or leaf.kind is not BlockKind.PARAGRAPH:
        return None
    at = _bracket(leaf.text, language) or _element(leaf)
    text, signed = leaf.text[:at].rstrip(), leaf.text[at:].strip()
    if not at or not patterns.is_sentence(text) or not patterns.has_words(text, _SENTENCE_WORDS):
        return None
    names = without_date(signed.strip("()[]（）［］【】〔〕"))
    if is_of_pictures(names) or (is_name(names) and any(names.casefold() in line.casefold() for line in (*told, text))):
        return None
    return text, Byline(signed, (), (), "behind the last sentence of the text", (names,))


def signed_dated(text: str, language: str | None) -> Byline | None:
    """A line of its own in brackets that names its writer and the day: ``(Ida Lund, 3.11.2025)``."""
    held = text.strip("()[]") if text.startswith(("(", "[")) and text.endswith((")", "]")) else ""
    named = without_date(held)
    if named == held.strip() or not (are_letters(named, language) or _is_person(named)):
        return None
    return Byline(text, (), (), "the last line of the text", (named,))


def _bracket(text: str, language: str | None) -> int:
    """Where brackets open that hold a name or a writer's letters, and end the text; 0 for none."""
    found = _BRACKETED.search(text)
    if found is None:
        return 0
    held, opening = without_date(found[1]), found[0].strip()[0]
    if not is_cased(held):
        dense = _DENSE_NAMES if opening in _OWN else _DENSE_NAME
        return found.start() if dense.fullmatch(held) else 0
    signs = are_letters(held, language) if len(WORD.findall(held)) <= 2 and " " not in held else _is_person(held)
    return found.start() if signs else 0


def without_date(held: str) -> str:
    """What stands in brackets, without the day behind a comma: ``APA, 3.11.2025``."""
    named, comma, date = held.strip().rpartition(",")
    return named.strip() if comma and stamp(date) else held.strip()


def _element(leaf: Leaf) -> int:
    """Where an element begins that holds a person's name and nothing else, and ends the text; 0 for none."""
    if not len(leaf.element) or leaf.element[-1].tag not in _FLOWING or (leaf.element[-1].tail or "").strip():
        return 0
    last = pieces(leaf)[-1]
    return last.start if last.owner is leaf.element[-1] and _is_person(last.text) else 0


def _is_person(text: str) -> bool:
    words = WORD.findall(text)
    return is_name(text) and is_cased(text) and len(words) <= NAME_WORDS and not any(sign in text for sign in ":,;/")
