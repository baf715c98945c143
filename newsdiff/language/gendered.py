"""Words that name women and men: Lehrer*innen, Lehrerinnen und Lehrer; étudiant·e·s, étudiants et étudiantes."""

from collections.abc import Iterator

from newsdiff.text.lazy_pattern import lazy_pattern

_ENDINGS = r"(?:in|innen|e?n|e?s|e|a|as|o|os|i|nes|(?:r?ess|st|sters?)en|esses|tric[ei]s?)"
_AND = r" (?:und|oder|bzw\.|sowie|et|ou|y|o|e|en|of) (?:(?:die|der|den|les|des|las|los|as|os|le|gli|de) )?"
_JOINTS = (" und ", " oder ", " bzw. ", " sowie ", " et ", " ou ", " y ", " o ", " e ", " en ", " of ")
_STARRED = lazy_pattern(r"\b(\w{3,}?)(?:(?:[*:_·]|/-?)in(?:nen)?\b|(?<=[a-zäöüß])In(?:nen)?\b)")
_POINTED = lazy_pattern(r"\b(\w{4,}?)(?:[·•](?:\w{1,4}[·•]?)+s?|\((?:e|a|as|ne)\)s?|[.-]e[.-]s)(?!\w)")
_OPEN = lazy_pattern(r"\b(\w{2,})(?:[@*ə]s?|(?<=[^\Waeiouáéíóú\d_])xs?)(?!\w)")  # tod@s, tutt*, alumnxs
_BOTH = lazy_pattern(rf"(?i)\b(\w{{3,}}?){_ENDINGS}?{_AND}\1{_ENDINGS}?\b")
_ENDING = lazy_pattern(rf"{_ENDINGS}?")
_SIGNS = frozenset("*:_·•/(.-")


def gendered(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such words begin and end, with their stem in lower case."""
    if not _SIGNS.isdisjoint(text) or "In" in text:
        yield from ((m.start(), m.end(), m[1].lower()) for m in _STARRED.finditer(text))
        yield from ((m.start(), m.end(), m[1].lower()) for m in _POINTED.finditer(text))
    if "@" in text or "*" in text or "ə" in text or "x" in text:
        yield from ((m.start(), m.end(), m[1].lower()) for m in _OPEN.finditer(text))
    if any(joint in text for joint in _JOINTS):
        yield from ((m.start(), m.end(), m[1].lower()) for m in _BOTH.finditer(text))


def of_stem(word: str, stem: str) -> bool:
    """Whether a word in lower case is a stem with the ending of one of the genders: Lehrer, étudiants."""
    return word.startswith(stem) and _ENDING.fullmatch(word, len(stem)) is not None
