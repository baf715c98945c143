"""Signatures: the last line of a text that only names who wrote or sent it, of use where nothing else does so.

``(Redaktion: Ida Lund)``, ``Post / AFP``; or the letters that stand for a writer, beside what else is told there:
``ssi, dan; Foto: Lund``, ``Radio News, 15.4.2024; post/hosb;kes``.
"""

from collections.abc import Sequence

from newsdiff.clean.authors.author_marks import spells
from newsdiff.clean.authors.author_names import NAME_WORDS, PARTICLE, is_cased, is_name
from newsdiff.clean.authors.byline_letters import labelled_letters
from newsdiff.clean.authors.byline_pieces import MAIL
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credit_lines import credit_of
from newsdiff.clean.authors.credits import is_credit, is_of_pictures, opens_as_credit
from newsdiff.clean.authors.writers import is_of_writers
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.language import common_words
from newsdiff.model import BlockKind, Removed
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_LONGEST = 120  # characters of a last line
_WORDS = 7  # of a signature
_DENSE = "\u3040"  # from here on scripts put no spaces between words
_DENSE_CHARACTERS = 24  # of a signature in one of these
_SHARED_WORDS = 3  # on each side of a slash
_LED_WORDS = 12  # of a last line that names several, and what they did
_REPORT = 320  # characters of a line in brackets that tells who reported
_REPORT_WORDS = 4  # a word for what was done, a small one, a name
_MOST_PARTS = 3  # a name, its role, a place
_PAIR = 2  # lines
_DENSE_NAME = lazy_pattern(r"[(（][\u4e00-\u9fff]{4,5}[)）]|[【〔][\u4e00-\u9fff]{2,5}[】〕]")
_REPORTERS = frozenset(("기자", "특파원", "記者", "记者", "特派員"))  # behind a name
_PLACES = lazy_pattern(r"\s*[=/,|;(]\s*|\s+[–—-]\s+")
_RIGHT = lazy_pattern(r"text-align\s*:\s*(?:right|end)")
_SOURCE = "the last line of the text"
_PARTS = lazy_pattern(r"\s*[;；|]\s*")
_CLAUSES = lazy_pattern(r"\s*[;,]\s*")
_LABELS = lazy_pattern(
    r"\s*[,;/|.]\s+(?=[^\W\d_][\w'’]*:)|\s+(?=[^\W\d_][\w'’]*:)"
)  # parts of a line that begin with a label
_DENSE_LABEL = lazy_pattern(r"(?P<label>[\u3040-\u9fff]{1,3})[・:：/／][\u4e00-\u9fff々]{2,5}")
_AGENCY = lazy_pattern(r"[(\[]\s?[A-ZÀ-Ž]{2,6}\s?[)\]]")
_LETTERS = lazy_pattern(r"[a-zà-ÿ]{2,5}(?:[/,+&](?: ?)[a-zà-ÿ]{2,5}){0,3}")  # of one writer, or of several
_BRACKETED_LETTERS = lazy_pattern(r"[(\[]\s?[a-zà-ž]{2,5}(?:\s?[/,.+&-]\s?[A-Za-zÀ-ž]{2,8}){0,3}\s?[)\]]")
_SHARED_LETTERS = lazy_pattern(r"[A-Za-zÀ-ÿ]{2,8}/[a-zà-ÿ]{2,5}|[a-zà-ÿ]{2,5}/[A-Za-zÀ-ÿ]{2,8}")


def signature(leaf: Leaf) -> Byline | None:
    """What a last line that has the shape of a signature signs, or None."""
    if leaf.heading or leaf.kind is not BlockKind.PARAGRAPH or leaf.is_link:
        return None
    if patterns.is_sentence(leaf.text):
        return _labelled(leaf.text.rstrip("."))
    return _letters(leaf.text) or _addressed(leaf) or _names(leaf) or _led(leaf) or _labelled(leaf.text)


def _labelled(text: str) -> Byline | None:
    """A line that says who wrote, with a label: ``Tekst: Ida Lund``; one for pictures beside it tells its kind, too."""
    first, *others = _LABELS.split(text)
    label, colon, name = first.partition(":")
    if "・" in label or not colon:
        return _densely_labelled(text)
    if len(text) > _LONGEST or is_of_pictures(label) or not is_name(name) or len(label.split()) > _PAIR:
        return None
    pictured = [part for part in others if ":" in part and is_of_pictures(part.partition(":")[0])]
    if not (is_of_writers(label) or patterns.is_byline(first) or pictured):
        return None
    removed = tuple(Removed(part, "credit") for part in pictured)
    return Byline(first.strip() if len(others) == len(pictured) else text, (), removed, _SOURCE)


def _densely_labelled(text: str) -> Byline | None:
    """A line of labels and names in a script without spaces, of which one is for pictures: ``文・木村　写真・西田``."""
    parts = [found for part in text.split() if (found := _DENSE_LABEL.fullmatch(part))]
    if len(parts) != len(text.split()) or not any(is_of_pictures(part["label"]) for part in parts):
        return None
    told = [part[0] for part in parts if not is_of_pictures(part["label"])]
    removed = tuple(Removed(part[0], "credit") for part in parts if part[0] not in told)
    return Byline(" ".join(told), (), removed, _SOURCE) if told else None


def _addressed(leaf: Leaf) -> Byline | None:
    """A line of one name and its mail address, and the place: the address is spelled as the name is.

    A name without capitals is written in other letters than its address: a word for a reporter stands behind it.
    """
    found = list(MAIL.finditer(leaf.text))
    if len(found) != 1 or found[0].end() < len(leaf.text.rstrip(" ).")) or is_credit(leaf) or len(leaf.text) > _LONGEST:
        return None
    address = found[0][0]
    text = leaf.text[: found[0].start()].rstrip(" (<,;|/–—-")
    parts = [part for part in _PLACES.split(text) if part]
    if ":" in text or any(map(str.isdigit, text)) or any(len(part.split()) > _SHARED_WORDS for part in parts):
        return None
    if is_of_pictures(text) or len(parts) > _MOST_PARTS:
        return None
    named = any(spells(address, part) if is_cased(part) else _is_reporter(part) for part in parts)
    return Byline(text, (), (Removed(address, "label"),), _SOURCE) if named else None


def _led(leaf: Leaf) -> Byline | None:
    """A line of names with small words before them that say what they did: ``Tekst av Ida Lund``."""
    text = leaf.lines[0] if leaf.lines else leaf.text
    if ":" in text or "：" in text or is_credit(leaf) or is_of_pictures(text):
        return None
    if MAIL.search(text) and not patterns.is_byline(text):
        return None  # whom to ask, not who wrote
    credit = credit_of(text)
    named = patterns.is_byline(text) or (credit is not None and (credit.led or _is_built_alike(leaf)))
    if not named or len(WORD.findall(text)) > _LED_WORDS:
        return None
    return Byline(text, (), tuple(Removed(line, "credit") for line in leaf.lines[1:]), _SOURCE)


def _is_built_alike(leaf: Leaf) -> bool:
    """Whether the second of two lines tells whose the pictures are, with the same small word before the name."""
    if len(leaf.lines) != _PAIR or not is_of_pictures(leaf.lines[1]):
        return False
    first, second = (line.split()[1:2] for line in leaf.lines)
    return first == second and bool(first) and first[0].islower()


def signed_alone(leaf: Leaf, told: Sequence[str], language: str | None, *, sought: bool) -> Byline | None:
    """A last line that is a name, if with its place, and nothing else.

    It is set apart from the text (behind a dash, to the right, in italics); or, where a writer is ``sought``, stands
    behind a sentence and is no words of the dictionary. ``told``: the titles and the lines before it, which name nobody
    so.
    """
    text = leaf.text.strip("—–- ").removesuffix(".")
    name, _, place = text.partition(", ")
    plain = leaf.heading or leaf.is_link or leaf.kind is not BlockKind.PARAGRAPH or not is_cased(text)
    if plain or not 1 < len(WORD.findall(name)) <= NAME_WORDS or not is_name(name) or is_credit(leaf):
        return None
    if any(sign in ":,/()" or sign.isdigit() for sign in name + place) or (place and not _is_place(place)):
        return None
    if any(name.lower() in line.lower() for line in told) or patterns.is_sentence(name):
        return None
    apart = text != leaf.text.removesuffix(".") or any(_is_set_apart(leaf.element, own) for own in (leaf.text, name))
    signs = apart or (sought and text == leaf.text and _is_behind_sentence(name, told, language))
    return Byline(leaf.text, (), (), _SOURCE) if signs else None


def _is_place(text: str) -> bool:
    """Whether a text has the shape of a place's name."""
    words = WORD.findall(text)
    led = words[1:] if words and words[0].islower() and len(words[0]) <= PARTICLE else words  # in Sund, à Brest
    return 0 < len(led) <= _SHARED_WORDS and led[0][0].isupper() and led[-1][0].isupper()


def _is_behind_sentence(name: str, told: Sequence[str], language: str | None) -> bool:
    """Whether a name stands behind a sentence, and one of its words is in no dictionary of the language."""
    known = common_words(language)
    return patterns.is_sentence(told[-1]) and not (known and all(w.lower() in known for w in WORD.findall(name)))


def _is_set_apart(element: Element, text: str) -> bool:
    """Whether a line stands to the right, or all of it is in bold or italics."""
    if element.get("align") == "right" or _RIGHT.search(element.get("style") or ""):
        return True
    return any(squeeze("".join(each.itertext())) == text for each in element.iter("b", "strong", "em", "i"))


def is_plain(leaf: Leaf) -> bool:
    """Whether a line is a signature by its shape alone, in whatever element it stands: in brackets, or of letters."""
    emphasized = not leaf.heading and _is_set_apart(leaf.element, leaf.text) and _is_report(f"({leaf.text})")
    label, colon, _ = leaf.text.partition(":")
    labelled = bool(colon) and is_of_writers(label) and _labelled(leaf.text) is not None
    lettered = _letters(leaf.text) is not None
    return _is_bracketed(leaf.text) or _is_report(leaf.text) or emphasized or labelled or lettered


def _names(leaf: Leaf) -> Byline | None:
    """A line of names in brackets behind what they did, or with slashes between them."""
    text = leaf.text
    if _is_report(text) or _DENSE_NAME.fullmatch(text) or (is_plain(leaf) and _is_report(f"({text})")):
        return Byline(text, (), (), _SOURCE)
    if not 2 <= len(WORD.findall(text)) <= _WORDS or any(map(str.isdigit, text)) or is_credit(leaf) or is_label(text):
        return None
    shared = [len(WORD.findall(part)) - (1 if is_name(part) else 0) for part in text.split("/")]
    if _is_placed(text):
        return Byline(text, (), (), _SOURCE)
    if _is_bracketed(text) or (len(shared) > 1 and all(0 < size <= _SHARED_WORDS for size in shared)):
        return Byline(text, (), (), _SOURCE)
    return None


def _is_placed(text: str) -> bool:
    """Whether a name stands behind a place and an equals sign, as agencies write it: the place is in capitals."""
    place, equals, name = map(str.strip, text.partition("="))
    if not equals or not 0 < len(place.split()) <= _SHARED_WORDS:
        return False
    if is_cased(text):
        return place.isupper() and is_name(name)
    return _is_reporter(name)


def _is_reporter(name: str) -> bool:
    """Whether a name without capitals has a word for a reporter behind it."""
    words = name.split()
    return len(words) > 1 and words[-1] in _REPORTERS


def _is_bracketed(text: str) -> bool:
    if text[:1] not in tuple("([（［【〔") or text[-1:] not in tuple(")]）］】〕"):
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
    if _BRACKETED_LETTERS.fullmatch(text) or _AGENCY.fullmatch(text) or labelled_letters(text):
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
