"""What a page writes into a headline that is none of its words: for whom it is, how long it takes to read, a button.

A mark of what subscribers read is told by its build: a short name of the house and *Plus* or a plus sign, glued to the
first word or parted from it by a mark: SZ PlusItalien, FAZ+Blick, Z+ (abopflichtiger Inhalt); Khartum. What kind of
text it is stands there likewise: MeinungNeues Jahr.
"""

import re
from functools import cache

from newsdiff.language.table import WordTable
from newsdiff.text.lazy_pattern import lazy_pattern

_HOUSE = r"[A-ZÄÖÜ][A-ZÄÖÜ.&]{0,4}"
_GLUED = r"(?=[A-ZÄÖÜ„“\"»‚'])"  # the first word of the headline: no space parts what is glued to it
_FOR_SUBSCRIBERS = lazy_pattern(
    rf"\s*(?:{_HOUSE}(?:\+| Plus|plus)(?:\s\([^()]{{3,40}}\))?(?:\s*[;|]\s*|:(?=\S)|{_GLUED})"
    rf"|[A-ZÄÖÜ][a-zäöü]{{1,5}} Plus{_GLUED})"
)


def story(text: str, words: WordTable | None) -> tuple[str, str]:
    """A headline without the marks of its page at either end, as it stands where nothing else is left; and what is
    glued to its first word.
    """
    start, end = 0, len(text)
    if ("+" in text or "lus" in text) and (mark := _FOR_SUBSCRIBERS.match(text)):
        start = mark.end()
    if words is not None and words.genres and (tag := _genre(words).match(text, start)):
        start = tag.end()
    if words is not None and words.page_tails and (tail := _tail(words).search(text)):
        end = tail.start()
    if start >= end:
        return text, ""
    return text[start:end], text[:start] if text[:start][-1:].isalpha() else ""


@cache
def _genre(words: WordTable) -> "re.Pattern[str]":
    """What kind of text stands behind it, glued to its first word: MeinungNeues Jahr, TestsSkoda."""
    tags = "|".join(sorted((re.escape(tag.capitalize()) for tag in words.genres), key=len, reverse=True))
    return re.compile(rf"(?:{tags})+{_GLUED}")


@cache
def _tail(words: WordTable) -> "re.Pattern[str]":
    """What stands behind a headline: 4 Min Zur Merkliste hinzufügen."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(words.page_tails))
    return re.compile(rf"(?:\s\d{{1,3}} min\b\.?)?\s(?:{phrases})$", re.IGNORECASE)
