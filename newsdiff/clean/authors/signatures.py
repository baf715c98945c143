"""Signatures: the last line of a text that only names who wrote or sent it, of use where nothing else does so.

``(Redaktion: Ida Lund)``, ``Post / AFP``; or the letters that stand for a writer, beside what else is told there:
``ssi, dan; Foto: Lund``, ``Radio News, 15.4.2024; post/hosb;kes``.
"""

from newsdiff.clean.authors.author_names import PARTICLE, is_name
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credit_lines import credit_of
from newsdiff.clean.authors.credits import is_credit, is_of_pictures, opens_as_credit
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern

_LONGEST = 120  # characters of a last line
_WORDS = 7  # of a signature
_DENSE = "\u3040"  # from here on scripts put no spaces between words
_DENSE_CHARACTERS = 24  # of a signature in one of these
_SHARED_WORDS = 3  # on each side of a slash
_LED_WORDS = 12  # of a last line that names several, and what they did
_REPORT = 320  # characters of a line in brackets that tells who reported
_REPORT_WORDS = 4  # a word for what was done, a small one, a name
_SOURCE = "the last line of the text"
_PARTS = lazy_pattern(r"\s*[;；|]\s*")
_CLAUSES = lazy_pattern(r"\s*[;,]\s*")
_LETTERS = lazy_pattern(r"[a-zà-ÿ]{2,5}(?:[/,+&](?: ?)[a-zà-ÿ]{2,5}){0,3}")  # of one writer, or of several
_BRACKETED_LETTERS = lazy_pattern(r"[(\[]\s?[a-zà-ž]{2,5}(?:\s?[/,.+&-]\s?[A-Za-zÀ-ž]{2,8}){0,3}\s?[)\]]")
_SHARED_LETTERS = lazy_pattern(r"[A-Za-zÀ-ÿ]{2,8}/[a-zà-ÿ]{2,5}|[a-zà-ÿ]{2,5}/[A-Za-zÀ-ÿ]{2,8}")


def signature(leaf: Leaf) -> Byline | None:
    """What a last line that has the shape of a signature signs, or None."""
    if leaf.heading or leaf.kind is not BlockKind.PARAGRAPH or leaf.is_link or patterns.is_sentence(leaf.text):
        return None
    return _letters(leaf.text) or _names(leaf) or _led(leaf)


def _led(leaf: Leaf) -> Byline | None:
    """A line of names with small words before them that say what they did: ``Tekst av Ida Lund``."""
    text = leaf.lines[0] if leaf.lines else leaf.text
    if ":" in text or "：" in text or is_credit(leaf) or is_of_pictures(text):
        return None
    credit = credit_of(text)
    named = patterns.is_byline(text) or (credit is not None and credit.led)
    return Byline(text, (), (), _SOURCE) if named and len(WORD.findall(text)) <= _LED_WORDS else None


def is_plain(leaf: Leaf) -> bool:
    """Whether a line is a signature by its shape alone, in whatever element it stands: in brackets, or of letters."""
    return _is_bracketed(leaf.text) or _is_report(leaf.text) or _letters(leaf.text) is not None


def _names(leaf: Leaf) -> Byline | None:
    """A line of names in brackets behind what they did, or with slashes between them."""
    text = leaf.text
    if _is_report(text):
        return Byline(text, (), (), _SOURCE)
    if not 2 <= len(WORD.findall(text)) <= _WORDS or any(map(str.isdigit, text)) or is_credit(leaf) or is_label(text):
        return None
    shared = [len(WORD.findall(part)) for part in text.split("/")]
    if _is_bracketed(text) or (len(shared) > 1 and all(0 < size <= _SHARED_WORDS for size in shared)):
        return Byline(text, (), (), _SOURCE)
    return None


def _is_bracketed(text: str) -> bool:
    if text[:1] not in tuple("([（［") or text[-1:] not in tuple(")]）］"):
        return False
    return ":" in text or "：" in text or (text[1:2] >= _DENSE and len(text) <= _DENSE_CHARACTERS)


def _is_report(text: str) -> bool:
    """Whether a line in brackets tells who reported, and from where: ``(Report by Ida Lund in Sund; Editing by X)``."""
    if text[:1] not in tuple("([") or text[-1:] not in tuple(")]") or len(text) > _REPORT or is_of_pictures(text):
        return False
    clauses = [clause.split() for clause in _CLAUSES.split(text[1:-1])]
    first = clauses[0]
    if any(map(str.isdigit, text)) or len(first) < _REPORT_WORDS or patterns.is_sentence(text):
        return False
    leads = first[0].isalpha() and first[1].islower() and len(first[1]) <= PARTICLE and first[2][0].isupper()
    return leads and (len(clauses) > 1 or patterns.is_byline(" ".join(first))) and is_name(" ".join(first))


def _letters(text: str) -> Byline | None:
    """The letters that stand for writers in a line of several parts, of which others tell a time or whose a picture is.

    Letters with a slash between them stand for a writer wherever they are.
    """
    if len(text) > _LONGEST:
        return None
    if _BRACKETED_LETTERS.fullmatch(text):
        return Byline(text, (), (), _SOURCE)
    parts = _PARTS.split(text.strip("() "))
    if len(parts) < 2:
        return None
    signed = [part for part in parts if _LETTERS.fullmatch(part) or _SHARED_LETTERS.fullmatch(part)]
    rest = [part for part in parts if part not in signed]
    shared = any("/" in part for part in signed)
    if not signed or not (shared or any(stamp(part) or opens_as_credit(part) for part in rest)):
        return None
    return Byline(";".join(signed) if len(signed) > 1 else signed[0], (), (), _SOURCE)
