"""The forms that notes on a correction, an update or a withdrawal of a text have in every language.

A language gives the words: ``note_words`` (corrected, update), ``note_texts`` (article, version), ``note_errors``
(wrongly), ``note_this`` (this, our) ``note_earlier`` (earlier, first)
and ``note_us`` (we have). A note is one of the first words as a label
before a colon or a time, alone in brackets or behind a dash at the end; or it tells of this text that it was mended
or wrong; or it speaks of an earlier version.
"""

from collections.abc import Iterator, Mapping

NOTE_LISTS = ("note_words", "note_texts", "note_errors", "note_this", "note_earlier", "note_us")

Note = tuple[str, str]  # words of which one must stand, between spaces; the expression


def note_forms(lists: Mapping[str, str]) -> tuple[Note, ...]:
    """The notes that the lists of a language make; none where it has no ``note_words``."""
    if not lists.get("note_words"):
        return ()
    return tuple(_forms(*(lists.get(name, "").split() for name in NOTE_LISTS)))


def _forms(
    mended: list[str], texts: list[str], errors: list[str], this: list[str], earlier: list[str], us: list[str]
) -> Iterator[Note]:
    word, text, wrong = _any(mended), _any(texts), _any([*mended, *errors])
    cues = " ".join(mended)
    yield cues, rf"[(\[]\s*(?:\w{{1,3}} )?{word}\b[^)\]]{{0,80}}[)\]]"  # (updated at four)
    yield cues, rf"^\W*{word}(?: [–—|-] |\W*$)"  # UPDATE – a headline
    yield cues, rf"^\W*{word}\b(?: [\w.]+){{0,3}} ?:|^\W*{word}(?: \w+)? \d[\d.:h]*"  # Updated 14.30: a headline
    yield cues, rf"(?:(?<= )[–—|-] ?|(?<=[.!?] )){word}(?: \w+ \d[\w.:]*(?: \w+)?)?\W*$"  # a headline – updated
    both = " ".join([*mended, *errors])
    yield both, rf"\b{_any(this)} (?:\w+ ){{0,2}}{text}\b.{{0,100}}?\b{wrong}\b"  # in this article it was wrongly said
    yield both, rf"\b{wrong}\b.{{0,60}}?\b{_any(this)} (?:\w+ ){{0,2}}{text}\b"
    if us:  # we have mended a wrong figure
        yield cues, rf"\b{_any(us)}\b[^„“«\"]{{1,80}}\b{_any(errors)}\b[^„“«\"]{{1,80}}\b{word}\b"
        yield cues, rf"\b{_any(us)}\b[^„“«\"]{{0,40}}\b{word}\b[^„“«\"]{{1,80}}\b{_any(errors)}\b"
    yield cues, rf"[(\[]\s*(?:\w+ )?{text} (?:\w+ )?{word}\b[^)\]]{{0,60}}[)\]]"  # (text corrected at four)
    yield cues, rf"(?:^|(?<=[.!?] )){text} {word}(?: [\w.]+){{0,3}} ?:"  # Text corrected: the name was wrong
    first, of_this = _any(earlier), rf"(?:\w+ )?{_any(this)} {text}\b"
    told = rf"(?:\w{{1,4}} )?(?:{first} {text}|{text} {first})"  # (an earlier version gave another figure)
    yield " ".join(earlier), rf"[(\[]\s*(?:\w{{1,4}} )?{told}\b[^)\]]{{0,120}}[)\]]|^\W*{told}\b.{{0,100}}?\b{wrong}\b"
    yield " ".join(earlier), rf"\b(?:{first} {text}|{text} {first}) {of_this}"  # an earlier version of this text


def _any(words: list[str]) -> str:
    return f"(?:{'|'.join(words)})"
