"""Times of day as they are spoken: half past nine, halb zehn, kwart voor tien, las nueve y media, 9 heures et quart."""

from collections.abc import Sequence
from functools import cache

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple

_HOUR, _MINUTES = "_", "#"  # in the phrases of a table
LAST_HOUR, _LAST_MINUTE = 24, 59
_DIAL_MINUTES = 5  # from one figure of a dial to the next
_HALF_TOKENS = 4  # behind a time in which the half of the day stands: de la tarde
_Phrase = tuple[list[str], int]  # its words, and the minutes that it adds to the hour


class SpokenTime(NamedTuple):
    """An hour and minutes, and the last of its tokens."""

    hour: int
    minutes: str
    last: int


def spoken_time(tokens: Tokens, i: int, words: WordTable) -> SpokenTime | None:
    """The spoken time that begins at a token."""
    if not words.spoken_clock:
        return None
    heads, behind_number = _phrases(words)
    low = tokens.low[i]
    likely = heads.get(low, [])
    if low.isdecimal() or low in words.cardinals:
        likely = likely + behind_number.get(tokens.at(i + 1), [])
    for phrase, minutes in likely:
        read = _read(tokens, i, phrase, words)
        if read and _is_time(tokens, i, i + len(phrase), phrase, words):
            return _time(tokens, read, minutes, i + len(phrase) - 1, words)
    return None


def speaks(bag: frozenset[str], words: WordTable) -> bool:
    """Whether a sentence of these words may hold a spoken time: a word of one, and a number that may be its hour."""
    return not clock_words(words).isdisjoint(bag) and not _hours(words).isdisjoint(bag)


def spoken_starts(low: Sequence[str], words: WordTable) -> list[int]:
    """The tokens with which a spoken time may begin."""
    heads, numbers = _phrases(words)[0], words.cardinals
    return [i for i, word in enumerate(low) if word in heads or word in numbers or word.isdecimal()]


@cache
def clock_words(words: WordTable) -> frozenset[str]:
    """The words of times as they are spoken, but for the numbers."""
    return frozenset(w for phrase in words.spoken_clock for w in phrase.split() if w not in (_HOUR, _MINUTES))


def _read(tokens: Tokens, i: int, phrase: Sequence[str], words: WordTable) -> tuple[int, int] | None:
    """The hour that a phrase names, and the number of minutes (1 where it names none), if it stands at a token."""
    hour, count = -1, 1
    for at, word in enumerate(phrase, i):
        here = tokens.at(at)
        if word == _HOUR:
            found = _number(here, words, LAST_HOUR)
            hour = -1 if found is None else found
        elif word == _MINUTES:
            count = _number(here, words, _LAST_MINUTE) or 0
        elif here != word:
            return None
    return (hour, count) if hour >= 0 and count else None


def _is_time(tokens: Tokens, i: int, past: int, phrase: Sequence[str], words: WordTable) -> bool:
    """Whether a phrase is a time where it stands, and counts nothing behind it."""
    before, after = tokens.at(i - 1), tokens.at(past)
    if after in words.units or after in words.scales or (after in words.fractions and phrase[-1] == _HOUR):
        return False
    if len(phrase) == 2 and phrase[0] in words.led_clock and before not in words.spoken_leads:
        return False  # at half eleven
    if phrase[0] not in (_HOUR, _MINUTES) or not words.oclock.isdisjoint(phrase):
        return True
    leads = words.clock_leads | words.spoken_leads
    if before not in leads and not (phrase[0] == _HOUR and before in words.articles):
        return False
    if _MINUTES not in phrase:
        return True
    if phrase[0] == _MINUTES and phrase[1] in words.score_links and _is_vote(tokens, i, words):
        return False
    goes_on = after.isalpha() and after not in words.stop and after not in words.prepositions
    return before in leads and tokens.at(i - 2) not in words.ranges and not goes_on


def _is_vote(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a number before *to* is no minutes but votes: by nine to five; no dial shows eight to five."""
    minutes = _number(tokens.at(i), words, _LAST_MINUTE) or 0
    return tokens.at(i - 1) == "by" or minutes % _DIAL_MINUTES > 0


def _time(tokens: Tokens, read: tuple[int, int], minutes: int, last: int, words: WordTable) -> SpokenTime:
    hour, last = day_half(tokens, read[0], last, words)
    total = (60 * hour + minutes * read[1]) % (60 * 24)
    return SpokenTime(total // 60, f"{total % 60:02}", last)


def meridiem(tokens: Tokens, i: int, words: WordTable) -> tuple[int, int] | None:
    """The half of the day that begins at a token, and one past its last: pm, p. m."""
    low = tokens.low
    if i >= len(low) or not words.meridiem:
        return None
    if low[i] in words.meridiem:
        return words.meridiem[low[i]], i + 1
    letters = low[i : i + 4]
    half = words.meridiem.get("".join(letters[::2])) if letters[1::2] == [".", "."] else None
    return None if half is None else (half, i + 4)


def day_half(tokens: Tokens, hour: int, last: int, words: WordTable) -> tuple[int, int]:
    """An hour in the half of the day that is told behind the last token of its time, and the last token of both: de la
    tarde, di mattina, abends.
    """
    for at in range(last + 1, last + 1 + _HALF_TOKENS):
        word = tokens.at(at)
        half, past = words.day_halves.get(word), at + 1
        if half is None and (told := meridiem(tokens, at, words)):
            half, past = told
        if half is not None:
            return (hour % 12 + half if hour <= 12 else hour), past - 1
        if (
            not word
            or word in words.sums
            or (word.isalnum() and len(word) > 1 and word not in words.stop)
            or word in (",", ";", ".")
        ):
            break
    return hour, last


def _number(word: str, words: WordTable, most: int) -> int | None:
    value = int(word) if word.isdecimal() and len(word) <= 2 else int(words.cardinals.get(word, -1))
    return value if 0 <= value <= most else None


def speaks_of(low: Sequence[str], words: WordTable) -> bool:
    """Whether the words of a time are spoken: five o'clock, half past two, no figures of a clock."""
    if not words.oclock.isdisjoint(low):
        return True
    spelled = any(w in words.cardinals for w in low) and not clock_words(words).isdisjoint(low)
    return spelled and not any(w[0].isdecimal() and not w.isdecimal() for w in low)


@cache
def _phrases(words: WordTable) -> tuple[dict[str, list[_Phrase]], dict[str, list[_Phrase]]]:
    """The phrases by their first word, the longest first, and those that begin with a number by the word behind it."""
    heads: dict[str, list[_Phrase]] = {}
    behind_number: dict[str, list[_Phrase]] = {}
    cut = ((phrase.split(), minutes) for phrase, minutes in words.spoken_clock.items())
    for phrase, minutes in sorted(cut, key=lambda p: -len(p[0])):
        numbered = phrase[0] in (_HOUR, _MINUTES)
        of_word = behind_number if numbered else heads
        of_word.setdefault(phrase[1 if numbered else 0], []).append((phrase, minutes))
    return heads, behind_number


@cache
def _hours(words: WordTable) -> frozenset[str]:
    """The figures and words of hours."""
    figures = (form for hour in range(LAST_HOUR + 1) for form in (f"{hour}", f"{hour:02}"))
    return frozenset((*figures, *(w for w in words.cardinals if _number(w, words, LAST_HOUR) is not None)))
