"""Forms of German that name women and men: Lehrer*innen, Lehrer:innen, LehrerInnen, Lehrerinnen und Lehrer."""

from collections.abc import Iterator

from newsdiff.text.lazy_pattern import lazy_pattern

_STARRED = lazy_pattern(r"\b(\w{3,}?)(?:(?:[*:_·]|/-?)in(?:nen)?\b|(?<=[a-zäöüß])In(?:nen)?\b)")
_BOTH = lazy_pattern(r"\b(\w{3,}?)in(?:nen)? (?:und|oder|bzw\.|sowie) (?:\w+ )?\1(?:e?n|e|s)?\b")
_BOTH_TURNED = lazy_pattern(r"\b(\w{3,}?)(?:e?n|e|s)? (?:und|oder|bzw\.|sowie) (?:\w+ )?\1in(?:nen)?\b")


def gendered(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such forms begin and end, with their stem in lower case."""
    for pattern in (_STARRED, _BOTH, _BOTH_TURNED) if "nnen" in text or "in" in text else ():
        yield from ((m.start(), m.end(), m[1].lower()) for m in pattern.finditer(text))
