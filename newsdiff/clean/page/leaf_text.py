"""The text of leaves as a reader takes it: a big first letter is part of its word, and a line that only tells how old
the page is, or how long it takes to read, is none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsdiff.clean.lines import date_lines
from newsdiff.clean.page.text_blocks import SKIPPED, Element, Leaf, is_hidden
from newsdiff.language import table
from newsdiff.model import BlockKind, Removed
from newsdiff.text.lazy_pattern import lazy_pattern

_LETTER = lazy_pattern(r"[\"'«‹„‚“‘¿¡(]{0,2}([^\W\d_])[\"'”’]?")
_LETTER_AND_REST = lazy_pattern(r"([\"'«‹„‚“‘¿¡(]{0,2}[^\W\d_])[\"'”’]? ([^\W\d_]+)")
_LETTER_CHARACTERS = 4  # that such a letter has at most, with its quotation marks
_REST = lazy_pattern(r"[^\W\d_]+")
# Letters that are a word of some language by themselves; such a one may stand before another word.
_WORDS = frozenset("aàáâeéèêiíìoóòôuúyýåäöøwvkszœæ")
_ENGLISH_WORDS = frozenset("aio")


def as_read(leaves: Iterable[Leaf], language: str | None) -> tuple[list[Leaf], list[Removed]]:
    """The leaves with their text as it is read, and what was taken out of them."""
    kept: list[Leaf] = []
    removed: list[Removed] = []
    for leaf in leaves:
        text = _without_ages(leaf, removed)
        if kept and _goes_on(kept[-1], leaf):
            kept[-1] = replace(kept[-1], text=_caption(kept[-1].text, text))
            continue
        if kept and (whole := _joined_blocks(kept[-1], leaf, text, language)):
            kept.pop()
            text = whole
        else:
            text = _joined_inside(leaf, text, language)
        kept.append(leaf if text == leaf.text else replace(leaf, text=text))
    return kept, removed


def _without_ages(leaf: Leaf, removed: list[Removed]) -> str:
    """A leaf of several lines without those that only tell a relative time or a time to read; one line stays."""
    ages = [line for line in leaf.lines if date_lines.is_relative_time(line) or date_lines.is_reading_time(line)]
    if not ages:
        return leaf.text
    told = [line for line in leaf.lines if line not in ages]
    removed.extend(Removed(line, "relative time") for line in (ages if told else ages[1:]))
    return " ".join(told or ages[:1])


def _goes_on(before: Leaf, leaf: Leaf) -> bool:
    """Whether a piece of a caption goes on in a box of its own: behind an open bracket, or a label with a colon."""
    if leaf.kind is not BlockKind.CAPTION or before.kind is not BlockKind.CAPTION:
        return False
    is_open = before.text.count("(") > before.text.count(")") or before.text.endswith((":", "："))
    return is_open and (own := _figcaption(before.element)) is not None and own is _figcaption(leaf.element)


def _figcaption(element: Element) -> Element | None:
    return element if element.tag == "figcaption" else next(element.iterancestors("figcaption"), None)


def _caption(before: str, text: str) -> str:
    return f"{before}{text}" if before.endswith("(") else f"{before} {text}"


def _joined_blocks(big: Leaf, leaf: Leaf, text: str, language: str | None) -> str:
    """A letter in a block of its own and the paragraph that goes on in small letters; empty where it is none."""
    if len(big.text) > _LETTER_CHARACTERS:
        return ""
    plain = big.kind is BlockKind.PARAGRAPH and leaf.kind is BlockKind.PARAGRAPH and not big.is_link
    letter, rest = _LETTER.fullmatch(big.text) if plain else None, _REST.match(text)
    if not letter or not rest or not letter[1].isupper() or not rest[0].islower():
        return ""
    if _is_one_word(letter[1], rest[0], language):
        return big.text + text
    return f"{big.text} {text}" if letter[1].lower() in _words(language) else ""


def _joined_inside(leaf: Leaf, text: str, language: str | None) -> str:
    """A paragraph whose first letter is an element, or a picture, of its own."""
    found = _LETTER_AND_REST.match(text)
    if found and found[1][-1].isupper() and found[2].islower() and _is_alone(leaf.element, found[1]):
        one = _is_one_word(found[1][-1], found[2], language, spaced=True)
        return text[: found.end(1)] + text[found.start(2) :] if one else text
    rest = None if text[:1].isupper() else _REST.match(text)
    if rest and rest[0].islower() and (letter := _picture(leaf.element)) and _is_one_word(letter, rest[0], language):
        return letter + text
    return text


def _is_one_word(letter: str, rest: str, language: str | None, *, spaced: bool = False) -> bool:
    """Whether a letter and the letters behind it are one word: by the dictionary, else where the letter is no word.

    Where the page itself writes a space between them (``spaced``) and the dictionary knows neither, they are two.
    """
    words = table(language) if language else None
    known = words.common if words else frozenset()
    whole = (letter + rest).lower()
    if not known:
        return letter.lower() not in _words(language)
    if letter.lower() in _words(language):
        return whole in known and rest not in known
    return whole in known or not (spaced or rest in known)


def _words(language: str | None) -> frozenset[str]:
    return _ENGLISH_WORDS if language == "en" else _WORDS


def _is_alone(block: Element, letter: str) -> bool:
    """Whether the first text of a block is that letter, in an element of its own that is no link."""
    owner, text = next(((o, t) for o, t in _pieces(block) if t.strip() and o.tag != "img"), (block, ""))
    inside = owner is not block and owner.tag not in ("a", "abbr")
    return inside and text.strip().rstrip("\"'”’") == letter and "".join(owner.itertext()).strip() == text.strip()


def _picture(block: Element) -> str:
    """The capital that a picture at the start of a block stands for, by its alternative text; mostly empty."""
    owner, text = next(((owner, text.strip()) for owner, text in _pieces(block) if text.strip()), (block, ""))
    return text if owner.tag == "img" and len(text) == 1 and text.isupper() else ""


def _pieces(block: Element) -> Iterator[tuple[Element, str]]:
    """The visible pieces of text in a block, in order, each with its element; a picture's is its alternative text."""
    from lxml import etree

    walk = etree.iterwalk(block, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element is not block:
                yield element.getparent(), element.tail or ""
        elif element.tag == "img":
            yield element, element.get("alt") or ""
        elif not isinstance(element.tag, str) or element.tag in SKIPPED or is_hidden(element):
            walk.skip_subtree()
        else:
            yield element, element.text or ""
