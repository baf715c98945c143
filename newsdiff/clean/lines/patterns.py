"""What a line is by its shape alone: a relative time, a counter, a request, a label of the page, a correction.

Every test judges a WHOLE line; none looks for a word inside a sentence. What the languages say stands in their folders
(``newsdiff/language/<code>/page.txt``); here it is put into the shapes of lines.
"""

import re
from functools import cache, lru_cache

from newsdiff.clean.lines import REMEMBERED
from newsdiff.clean.lines.plain_words import plain_words
from newsdiff.language.lists import phrases
from newsdiff.language.phrasebook import Phrasebook, expression, plain
from newsdiff.text.lazy_pattern import lazy_pattern

_COUNTER_MARKS = str.maketrans(dict.fromkeys(":()[]", " "))
_GLUED = lazy_pattern(r"(?<=[^\W\d_])(?=\d)")  # between a label and its number: Comments12
_TICKER = lazy_pattern(r".{0,60}[▲▼△▽↑↓].{0,40}|.{0,40}\d{1,2}\s*°\s?[CF]?(?![\w′'’]).{0,20}", re.IGNORECASE)
_CHARACTERS_A_WORD = 15  # within which a long line mostly holds a word
_LABEL_CHARACTERS = 80  # characters within which a label ends and a title begins
_POINTER = lazy_pattern(r"\s*(?:[:：|»>›]|\s[–—-]\s)\s*(?=\S)", needs=":：|»>›–—-")
_QUESTION = lazy_pattern(r"[^.!?:]{3,60}\?\s+(?=\w)", needs="?")  # opens a request: Enjoying this story?
_NAME = lazy_pattern(r"[:\s]+(?P<name>[^\W\d_].{1,110})")
_POSITION = lazy_pattern(r"(\d{1,3})\D+(\d{1,3})")
_SENTENCE_ENDS = tuple(".!?…。！？؟۔।")
_STATEMENT_ENDS = tuple(".…。۔।")
_CLOSING = "\"'”’»)]」』*"  # what may stand behind the end of a sentence
_WORD = lazy_pattern(r"\w+")
_DENSE = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_counter(line: str) -> bool:
    """Whether a line counts what the page's visitors did: ``120 shares``, ``1,204 people are reading this``."""
    if len(line) >= 90:
        return False
    line = _GLUED.sub(" ", plain(line).translate(_COUNTER_MARKS)).strip(" .!·|•-")
    return _counters().at(" ".join(line.split())) is not None


def is_position(line: str) -> bool:
    """Whether a line tells which picture of a gallery is shown: ``3/14``, ``3 of 14``."""
    line = plain(line).strip(" ()") if len(line) < 20 else ""
    match = _POSITION.fullmatch(line)
    if match is None or int(match[1]) > int(match[2]):
        return False
    return line[match.end(1) : match.start(2)].strip() == "/" or _positions().at(line) is not None


def is_section_label(line: str) -> bool:
    """Whether a line is the name of a section of the site: ``Local News``, ``Science & Nature News``."""
    words = line.lower().split()
    if not words or words.pop() not in phrases("sections: last word"):
        return False
    if len(words) > 2 and words[-2] in ("&", "and") and _WORD.fullmatch(words[-1]):
        del words[-2:]
    return " ".join(words) in phrases("sections")


@lru_cache(maxsize=REMEMBERED)
def is_promo(line: str, *, linked: bool | None = None) -> bool:
    """Whether a line points to another article: ``READ MORE: ...``.

    ``linked`` says whether most of it is a link; None where that is not known.
    """
    start = _start(line)
    mark = _POINTER.search(line, start, start + _LABEL_CHARACTERS) if len(line) < 260 else None
    if mark is None:
        return False
    label, title = line[start : mark.start()], line[mark.end() :]
    pointer = _pointers().at(plain(label))
    if pointer is None:
        return False
    if pointer.name == "promo":
        return linked is not False or not is_statement(title)
    return not is_statement(title) and (linked if linked is not None else label.isupper())


@lru_cache(maxsize=REMEMBERED)
def is_pitch(line: str) -> bool:
    """Whether a line could stand in a box that asks for something.

    Only of use for lines of small boxes: running text says such things too.
    """
    return len(line) < 400 and _pitches().find(plain(line)) is not None


def is_tag_line(line: str) -> bool:
    """Whether a line names the topics that an article is filed under; ask only of lines that are mostly links."""
    return len(line) < 300 and not is_statement(line) and _topics().at(low := plain(line), _start(low)) is not None


@lru_cache(maxsize=REMEMBERED)
def is_request(line: str) -> bool:
    """Whether a line asks the reader to subscribe, follow, donate or the like."""
    if len(line) >= 260:
        return False
    low = plain(line)
    start = _start(low)
    if _meters().at(low, start):
        return True
    at, end = start, len(low)
    if asked := _QUESTION.match(low, at):
        at = asked.end()
    while (before := _before_requests().at(low, at)) is not None and at < end:
        at = before.end + 1
    return not line.startswith("- ") and _requests().at(low, at) is not None and _asked_for().find(low) is not None


@lru_cache(maxsize=REMEMBERED)
def is_correction(line: str) -> bool:
    """Whether a line corrects, clarifies or amends the article, or is an editor's note."""
    low = plain(line)
    start = _start(low)
    return any(notes.at(low, start) for notes in _notes()) or _amendments().find(low[:400]) is not None


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the article: ``By Jane Doe``."""
    opening = _bylines().at(plain(line)) if len(line) < 130 else None
    match = _NAME.fullmatch(line, opening.end) if opening else None
    return match is not None and not is_sentence(line) and not match["name"][0].islower()


def without_by(line: str) -> str:
    """A byline without its opening: ``Jane Doe`` of ``By Jane Doe``; any other line as it is."""
    opening = _bylines().at(plain(line)) if is_byline(line) else None
    return line[opening.end :].lstrip(": ") if opening else line


def is_ticker(line: str) -> bool:
    """Whether a line is a quotation of a market or the weather (an arrow, a temperature) and no sentence."""
    return len(line) < 80 and _TICKER.fullmatch(line) is not None and not is_sentence(line)


@lru_cache(maxsize=REMEMBERED)
def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _ends(line, _SENTENCE_ENDS)


@lru_cache(maxsize=REMEMBERED)
def is_statement(line: str) -> bool:
    """Whether a line ends as a statement does: headlines ask and exclaim, but bear no full stop."""
    return _ends(line, _STATEMENT_ENDS) and has_words(line, 4)


def words(line: str) -> list[str]:
    """The words of a line; a character of a script without spaces counts as half a word."""
    if (found := plain_words(line)) is not None:
        return found
    return _WORD.findall(line) + [""] * (len(_DENSE.findall(line)) // 2)


def has_words(line: str, least: int) -> bool:
    """Whether a line holds so many words; of a long one, only what is needed is read."""
    read = _CHARACTERS_A_WORD * least
    if len(line) > read and len(words(line[:read])) >= least:
        return True
    return len(words(line)) >= least


def _start(line: str) -> int:
    """Where the first letter or digit of a line stands."""
    if line[:1].isalnum():
        return 0
    return next((i for i, character in enumerate(line) if character.isalnum()), len(line))


def _ends(line: str, marks: tuple[str, ...]) -> bool:
    """Whether a line ends with one of the marks, closing quotation marks and brackets aside."""
    return line.removesuffix("\n").rstrip(_CLOSING).endswith(marks)


@cache
def _counters() -> Phrasebook:
    return Phrasebook({"": phrases("counters")}, then="$")


@cache
def _positions() -> Phrasebook:
    return Phrasebook({"": phrases("position")}, then="$")


@cache
def _pointers() -> Phrasebook:
    return Phrasebook({name: phrases(name) for name in ("promo", "promo: in capitals")}, then="$")


@cache
def _topics() -> Phrasebook:
    return Phrasebook({"": phrases("topics")})


@cache
def _meters() -> Phrasebook:
    """How many articles a reader may still read: it counts from visit to visit."""
    return Phrasebook({"": phrases("requests: how many are left")})


@cache
def _before_requests() -> Phrasebook:
    return Phrasebook({"": phrases("requests: before the verb")})


@cache
def _requests() -> Phrasebook:
    """How a line opens that asks something of its reader; such a line also says what for."""
    return Phrasebook({"": phrases("requests: verb")})


@cache
def _asked_for() -> Phrasebook:
    return Phrasebook({"": phrases("requests: what for")})


@cache
def _pitches() -> Phrasebook:
    return Phrasebook({"": (*phrases("requests: what for"), *phrases("requests: beside them"))})


@cache
def _notes() -> tuple[Phrasebook, ...]:
    """What a note on the text calls itself, and what stands behind the name."""
    behind = "|".join(map(expression, phrases("notes: behind the name")))
    ends = rf"(?:\s*(?:{behind}|\(?[\w\s,./]{{0,30}}\d{{4}}\)?))?\s*(?:[:：—–|.]|\s-\s|$)"
    return (
        Phrasebook({"": phrases("notes")}, then=ends),
        Phrasebook({"": phrases("notes: with a date")}, then=r"\s*[,(]\s*[^:]{3,40}[):]"),
        Phrasebook({"": phrases("notes: updates")}, then=r"\s*(?:[:：—–]|\s-\s)"),
    )


@cache
def _amendments() -> Phrasebook:
    return Phrasebook({"": phrases("amendments")})


@cache
def _bylines() -> Phrasebook:
    return Phrasebook({"": phrases("bylines")}, then=r"[:\s]")
