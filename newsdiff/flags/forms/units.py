"""A sentence as one house would write it: figures for number words, one spelling, nothing cut, no marks.

Two houses that say the same give the same units, whichever of the ways of their language they write: *3. Nov.*,
*dritter November*; *14h30*, *14 h 30*; *R$ 5*, *5 reais*; *XXIe*, *21e*; *16-jährig*, *sechzehnjährig*.
"""

from collections.abc import Iterator
from functools import cache

from newsdiff.flags.forms.plain_words import is_plain
from newsdiff.flags.forms.short_years import short_year
from newsdiff.flags.forms.variants import known_variants, phrase_lengths, plain
from newsdiff.flags.forms.written_figures import ValueReading, date_at, numbered_word, phone_at, time_at, value_at
from newsdiff.flags.read.numerals import COINED, CURRENCIES, MONEY_SIGNS, cents_at
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

_CODE = lazy_pattern(r"([a-zº°]{1,4})(\d{1,4})")
_SIGNS = frozenset("%€$£§°")
_MONEY = MONEY_SIGNS | CURRENCIES
_HALF = 0.5
_SHORT_UNITS = frozenset("mgls")
_BELOW = "<below zero>"


class Unit(NamedTuple):
    """What stands from one token to another (``past``: one past the last), as one house would write it."""

    form: str
    first: int
    past: int

    @property
    def places(self) -> range:
        """Its tokens."""
        return range(self.first, self.past)


def units(tokens: Tokens, words: WordTable, *, respelled: bool = True) -> list[Unit]:
    """The units of a sentence; without ``respelled`` letters inside words stay, as names need them."""
    known = tokens.readings.get((words, respelled))
    if isinstance(known, list):
        return known
    found = tokens.readings[words, respelled] = _units(tokens, words, respelled)
    return found


def _units(tokens: Tokens, words: WordTable, respelled: bool) -> list[Unit]:
    found = list(_read(tokens, words, respelled))
    found = _ranges(
        _below_zero(_without_repeats(_signs_behind(_with_cents(found, tokens, words), tokens), tokens)), words
    )
    found = _with_halves([unit for unit in found if unit.form], tokens, words)
    return [unit for unit in found if unit.form]


def _read(tokens: Tokens, words: WordTable, respelled: bool) -> Iterator[Unit]:
    at = 0
    while at < len(tokens):
        past = _capitals(tokens, at)
        plain_word = past > at + 1 or is_plain(tokens.raw[at], tokens.low[at], words)
        read = _phrase(tokens, at, words) if plain_word else (
            phone_at(tokens, at) or date_at(tokens, at, words) or short_year(tokens, at, words)
            or time_at(tokens, at, words) or _phrase(tokens, at, words) or numbered_word(tokens, at, words)
            or value_at(tokens, at, words)
        )  # fmt: skip
        if read:
            yield from (Unit(form, at, read.past) for form in read.forms)
            at = read.past
        else:
            yield from (Unit(form, at, past) for form in _forms(tokens, at, past, words, respelled))
            at = past


def fillers(tokens: Tokens, words: WordTable) -> frozenset[int]:
    """The tokens of phrases that say nothing beside the number of a year, an age or an hour: im Jahr 1950, 80 años de
    edad, ore 9.
    """
    known = tokens.readings.get((words, fillers))
    if isinstance(known, frozenset):
        return known
    found = tokens.readings[words, fillers] = frozenset(_fillers(tokens, words))
    return found


def _fillers(tokens: Tokens, words: WordTable) -> Iterator[int]:
    hours, heads = words.oclock, _filler_heads(words)
    for i in [i for i, low in enumerate(tokens.low) if low in hours or low in heads]:
        low = tokens.low[i]
        if low in hours and len(low) > 1 and tokens.at(i + 1)[:1].isdecimal():
            yield i
        for phrase in heads.get(low, ()):
            past = i + len(phrase)
            beside = tokens.at(past)[:1].isdecimal() or (i > 1 and tokens.low[i - 2][0].isdecimal())
            if beside and tokens.low[i:past] == phrase:
                yield from range(i, past)


@cache
def _filler_heads(words: WordTable) -> dict[str, list[list[str]]]:
    """The phrases that say nothing beside a number, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in map(str.split, words.fillers):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _capitals(tokens: Tokens, at: int) -> int:
    """One past a word, or past a run of doubled capitals with dots, which are one: CC. AA."""
    past = at + 1
    if _doubled(tokens.raw[at]):
        while tokens.at(past) == "." and past + 1 < len(tokens) and _doubled(tokens.raw[past + 1]):
            past += 2
    return past


def _doubled(raw: str) -> bool:
    return len(raw) == 2 and raw[0] == raw[1] and raw.isupper()


def _forms(tokens: Tokens, at: int, past: int, words: WordTable, respelled: bool) -> Iterator[str]:
    """The forms of a word: without an elided vowel two, and two of letters with a figure (A3)."""
    low = tokens.low[at] if past == at + 1 else "".join(w for w in tokens.low[at:past] if w != ".")
    if not low[0].isalnum() and low not in _SIGNS:
        yield ""
        return
    head, elided, tail = low.partition("'")
    if elided and head.isalpha():
        yield f"{plain(head, words, respelled=respelled)}'"
        yield from [known_variants(words).get(tail) or plain(tail, words, respelled=respelled)] if tail else []
    elif low[-1].isdecimal() and (code := _CODE.fullmatch(low)):
        letters = known_variants(words).get(code[1], code[1]) if len(code[1]) > 1 else code[1]
        yield from (letters, f"<n{int(code[2])}>")
    else:
        yield plain(low, words, respelled=respelled)


def _phrase(tokens: Tokens, at: int, words: WordTable) -> ValueReading | None:
    """The longest phrase of the language that it writes in several ways."""
    known = known_variants(words)
    if tokens.at(at - 1)[:1].isdecimal() and tokens.low[at] in _SHORT_UNITS and tokens.low[at] in words.units:
        return ValueReading((known[tokens.low[at]],), at + 1)  # 10 s.
    longest = phrase_lengths(words).get(tokens.low[at], 1)
    for past in range(min(len(tokens), at + longest), at + 1, -1):
        if (one := known.get(" ".join(tokens.low[at:past]))) is not None:
            return ValueReading((one,), past)
    one = known.get(tokens.low[at])
    return ValueReading((one,), at + 1) if one is not None and _means(tokens, at) else None


def _means(tokens: Tokens, i: int) -> bool:
    """Whether a word is more than a letter, or a letter behind figures, or cut by a dot: 3 m, n. 3; but M-30."""
    low = tokens.low[i]
    dotted = tokens.at(i + 1) == "." and tokens.glued(i + 1)
    return len(low) > 1 or not low.isalpha() or tokens.at(i - 1)[:1].isdecimal() or dotted


def _counts(form: str) -> bool:
    """Whether a form is a mere number: not one that a word begins with, 20-quilos."""
    return form.startswith("<n") and form.endswith(">")


def _with_cents(found: list[Unit], tokens: Tokens, words: WordTable) -> list[Unit]:
    """Units with the hundredths that stand behind a currency as part of the figure before it: 2 euros 50 as 2,50."""
    for i in range(1, len(found) - 1):
        whole, coin, cents = found[i - 1 : i + 2]
        coined = coin.past == coin.first + 1 and words.units.get(tokens.low[coin.first]) in (*COINED, "metre")
        if coined and _counts(whole.form) and (part := cents_at(tokens, coin.past, words)) is not None:
            found[i - 1] = whole._replace(form=f"<n{float(whole.form[2:-1]) + part:.12g}>")
            found[i + 1] = cents._replace(form="")
    return found


def _with_halves(found: list[Unit], tokens: Tokens, words: WordTable) -> list[Unit]:
    """Units with a half that stands behind the measure as part of the number before it: dois quilos e meio."""
    for i in range(len(found) - 3):
        number, measure, link, half = found[i : i + 4]
        linked = half.first == link.past and tokens.low[link.first] in words.sums and half.past == half.first + 1
        halved = linked and words.fractions.get(tokens.low[half.first]) == _HALF
        if halved and _counts(number.form) and measure.form.startswith("<") and measure.form[1:2] != "n":
            found[i] = number._replace(form=f"<n{float(number.form[2:-1]) + _HALF:.12g}>")
            found[i + 1] = measure._replace(past=half.past)
            found[i + 2], found[i + 3] = link._replace(form=""), half._replace(form="")
    return found


def _signs_behind(found: list[Unit], tokens: Tokens) -> list[Unit]:
    """Units with the sign of a currency behind its figure: € 5 as 5 €."""
    for i in range(len(found) - 1):
        unit, after = found[i], found[i + 1]
        counted = i > 0 and found[i - 1].form.startswith("<n")
        if after.form.startswith("<n") and not counted and tokens.low[unit.past - 1] in _MONEY:
            found[i], found[i + 1] = after, unit
    return found


def _without_repeats(found: list[Unit], tokens: Tokens) -> list[Unit]:
    """Units with a figure that tells once more what the number before it says as part of that: two (2)."""
    for i in range(2, len(found)):
        number, mark, figure = found[i - 2 : i + 1]
        if figure.form == number.form and number.form.startswith("<n") and tokens.low[mark.first] == "(":
            found[i - 2], found[i] = number._replace(past=figure.past), figure._replace(form="")
    return found


def _ranges(found: list[Unit], words: WordTable) -> list[Unit]:
    """Units with the days of one month that is named once: 3 mai au 5 mai as 3 au 5 mai."""
    for i in range(len(found) - 3):
        day, joint, until, month = found[i : i + 4]
        if until.form.startswith("<day ") and month.form.startswith("<month "):
            if day.form.startswith("<n") and joint.form in words.date_joints:
                found[i] = day._replace(form=f"<day {day.form[2:]}")
            elif (
                day.form == month.form
                and i
                and found[i - 1].form.startswith("<day ")
                and joint.form in words.date_joints
            ):
                found[i - 1] = found[i - 1]._replace(past=day.past)
                found[i] = day._replace(form="")
    return found


def _below_zero(found: list[Unit]) -> list[Unit]:
    """Units with what is said to be below zero as a number with its sign."""
    for i, unit in enumerate(found):
        near = (j for j in (i - 1, i - 2) if j >= 0 and found[j].form.startswith("<n"))
        if unit.form == _BELOW and (j := next(near, None)) is not None:
            found[j] = Unit(f"<n-{found[j].form[2:]}", found[j].first, unit.past)
            found[i] = unit._replace(form="")
    return found
