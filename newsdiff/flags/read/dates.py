"""Calendar and clock expressions, read as their parts: day, weekday, month, year, time, relative day."""

import re
from collections.abc import Iterable

from newsdiff.flags.read.times.ages import ages
from newsdiff.flags.read.times.clock_forms import bare_day, figure_date, first_day, part_within, written_time, year_to
from newsdiff.flags.read.times.durations import lasts
from newsdiff.flags.read.times.nearness import nearness
from newsdiff.flags.read.times.old_years import led_decade, old_year
from newsdiff.flags.read.times.slips import SLIP_ENDS, SLIP_LETTERS, misspelt_day
from newsdiff.flags.read.times.spoken_clock import meridiem, speaks, spoken_starts, spoken_time
from newsdiff.flags.read.times.zones import four_figures, zone_tokens
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.table import WordTable
from newsdiff.text.lazy_pattern import lazy_pattern

_YEAR = lazy_pattern(r"(?:1[89]|20)\d\d")
_SHORT_YEARS = lazy_pattern(r"((?:1[89]|20)\d\d)/(\d\d|(?:1[89]|20)\d\d)", needs="/")
_CLOCK = lazy_pattern(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.][0-5]\d)?", needs=":.")
_NUMERIC = lazy_pattern(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d)|((?:19|20)\d\d)[./](\d{1,2})[./](\d{1,2})", needs="./")
_DAY_AND_MONTH = lazy_pattern(r"(\d{1,2})\.(\d{1,2})", needs=".")  # before a full stop: am 3.5. begann es
_DAY = lazy_pattern(r"0?[1-9]|[12]\d|3[01]")
_HINTS = frozenset(("calendar", "figure", "relative", "near", "parts", "holidays"))  # lists: every date has one
_ALONE = "quarter"  # a part of a year that needs no year beside it to be a date
HOLIDAY_NAME = "holiday +"  # how the part of a holiday begins that is a proper name as well
_SHORT_LETTERS = 3  # of the name of a day that may be another word: Sat, Sun
_HALF_TOKENS = 4  # behind "nine o'clock" in which "tonight" or "in the morning" stands
_LINKS_OF_PARTS = frozenset(("por", "la"))  # el lunes por la noche
_JOINTS = frozenset((",", "-", "/", "(", "at", "on", "de", "um", "à"))


def dates(sentence: Sentence, words: WordTable) -> list[Value]:
    """The calendar and clock expressions of a sentence; a run of parts is one expression."""
    low = sentence.tokens.low
    likely = [i for i in sentence.tokens.capitals if len(low[i]) >= SLIP_LETTERS and low[i][-1] in SLIP_ENDS]
    slips = [i for i in likely if misspelt_day(low[i], words)]
    if _HINTS.isdisjoint(sentence.hits) and not slips and not _may_be_spelled(sentence, words):
        return []
    return _DateReader(sentence, words, slips).read()


def _may_be_spelled(sentence: Sentence, words: WordTable) -> bool:
    """Whether numbers in words may tell an hour or a year."""
    bag = sentence.bag if "numeral" in sentence.hits else frozenset[str]()
    if not bag:
        return False
    hinted = not words.oclock.isdisjoint(bag) or not words.decades.keys().isdisjoint(bag)
    return hinted or not words.ago_leads.isdisjoint(bag) or speaks(bag, words) or "-" in sentence.tokens.low


class _DateReader:
    def __init__(self, sentence: Sentence, words: WordTable, slips: Iterable[int]) -> None:
        self.sentence, self.words, self.tokens, self.slips = sentence, words, sentence.tokens, slips
        self.found: dict[int, tuple[str, ...]] = {}
        self.spoken: set[int] = set()

    def read(self) -> list[Value]:
        hits = self.sentence.hits
        if speaks(self.sentence.bag, self.words):
            self._spoken()
        for i in sorted(first for first, _, _ in (*hits.get("calendar", ()), *hits.get("figure", ()))):
            if i not in self.found and i not in self.tokens.addresses:
                self._one(i, bare(self.tokens.low[i]))
        for i in self.slips:
            day = misspelt_day(self.tokens.low[i], self.words)
            weekday = self.words.weekdays.get(day)
            self._note(i, f"weekday {weekday}" if weekday else f"month {self.words.months[day]}")
            if not weekday:
                self._days_before(i) or self._days_after(i)
        for first, past, name in hits.get("holidays", ()):
            written = self.tokens.raw[first].istitle()  # EID is an acronym
            if written and first not in self.found and not self._attribute(first, past):
                self.found[first] = (f"holiday {name}",)
                self._cover(range(first + 1, past))
        for first, past, name in self.sentence.hits.get("relative", ()):
            if first not in self.found and name != "-":
                self._note(first, f"day {name}")
                self.found.update(dict.fromkeys(range(first + 1, past), ()))
        for i, told in ages(self.tokens, self.words) if self.words.ago_leads else ():
            self.found.update(dict.fromkeys(range(i + 1, told.last + 1), ()))
            self._note(i, told.part)
        self._spelled()
        self._nearness()
        self._parts()
        return self._runs()

    def _one(self, i: int, word: str) -> None:
        if word[0].isdecimal():
            self._figure(i, word)
        elif word in self.words.months and ("days" in self.words.capitals or not self.tokens.names_begin(i)):
            self._month(i)
        elif word in self.words.weekdays:
            self._weekday(i)
        elif word in self.words.clock:
            self._note(i, f"time {self.words.clock[word]}")
            if self.tokens.at(i - 1) == "12":
                self.found[i - 1] = ()

    def _note(self, index: int, *parts: str) -> None:
        self.found[index] = tuple(dict.fromkeys((*self.found.get(index, ()), *parts)))  # no dia 5: told by two readers

    def _figure(self, i: int, word: str) -> None:
        tokens, parted = self.tokens, not word.isdecimal()  # by a dot, a stroke or a colon
        if parted and (numeric := _NUMERIC.fullmatch(word)):
            self._numeric(i, numeric)
        elif (
            parted and (short := _DAY_AND_MONTH.fullmatch(word)) and "." in self.words.ordinals and tokens.glued(i + 1)
        ):
            if tokens.at(i + 1) == "." and int(short[1]) <= 31 and 1 <= int(short[2]) <= 12:
                self._note(i, f"day {int(short[1])}", f"month {int(short[2])}")
                self.found[i + 1] = ()
        elif decade := led_decade(tokens, i, self.words):
            self._note(i, f"year {decade}")
            self._cover((i + 1, i - 1) if tokens.at(i - 1) == "'" else (i + 1,))
        elif written := figure_date(tokens, i, self.words):
            self._note(i, *written.parts)
            self._cover(range(i + 1, written.last + 1))
        elif parted and _SHORT_YEARS.fullmatch(word):
            self._note(i, f"year {word}")
        elif four_figures(tokens, i, self.words):
            self._time(i, int(word[:2]), word[2:])
        elif (time := written_time(tokens, i, self.words)) is not None:
            self._time(i, time.hour, time.minutes)
            self._cover(range(i + 1, time.last + 1))
        elif parted and (clock := _CLOCK.fullmatch(word)) and self._is_clock(i, word):
            self._time(i, int(clock[1]), clock[2])
        elif len(word) <= 2 and int(word) <= 24 and self._hour(i) and not lasts(tokens, i, self.words):
            self._time(i, int(word), "00")
        elif bare_day(tokens, i, self.words):
            self._note(i, f"day {word}")
        elif _YEAR.fullmatch(word) and self._iso(i):
            self._note(i, f"year {word}", f"month {int(tokens.low[i + 2])}", f"day {int(tokens.low[i + 4])}")
            self._cover(range(i + 1, i + 5))
        elif old_year(tokens, i, self.words) or (
            _YEAR.fullmatch(word) and not self._counted(i) and self.tokens.at(i - 1) not in self.words.statutes
        ):
            self._note(i, f"year {word}")
            if ends := year_to(tokens, i):
                self._note(i + 2, f"year {ends}")
            self._cover([i + 1] if self.tokens.at(i + 1) == "s" and self.tokens.glued(i + 1) else ())

    def _numeric(self, i: int, m: "re.Match[str]") -> None:
        day, month, year = (m[1], m[2], m[3]) if m[1] else (m[6], m[5], m[4])
        if int(month) > 12:
            day, month = month, day
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            year = year if len(year) == 4 else f"20{year}"
            self._note(i, f"day {int(day)}", f"month {int(month)}", f"year {year}")

    def _iso(self, i: int) -> bool:
        """Whether a year opens a date of the form 2025-03-12."""
        at = self.tokens.at
        if at(i + 1) != "-" or at(i + 3) != "-" or not self.tokens.glued(i + 1):
            return False
        return len(at(i + 2)) == len(at(i + 4)) == 2 and self._day_at(i + 4) is not None and at(i + 2).isdecimal()

    def _is_clock(self, i: int, word: str) -> bool:
        told = self._hour(i) or zone_tokens(self.tokens, i + 1, self.words)
        return bool(told) or (word.count(":") == 1 and not self.tokens.glued(i))

    def _hour(self, i: int) -> bool:
        return self._half(i) is not None or self.tokens.at(i + 1) in self.words.oclock

    def _half(self, i: int) -> int | None:
        """The half of the day that a time names, or that the time names which it runs to: 2 to 4pm."""
        at, halves = self.tokens.at, self.words.meridiem
        if told := meridiem(self.tokens, i + 1, self.words):
            return told[0]
        if at(i + 1) in self.words.oclock:
            ahead = (self.words.day_halves.get(w) for w in self.tokens.low[i + 2 : i + 2 + _HALF_TOKENS])
            return next((half for half in ahead if half is not None), None)
        runs = at(i + 1) in self.words.date_joints and at(i + 2)[:1].isdecimal()
        return halves.get(at(i + 3)) if runs else None

    def _time(self, i: int, hour: int, minutes: str) -> None:
        hour = hour if (half := self._half(i)) is None else hour % 12 + half
        self._note(i, f"time {hour % 24:02}:{minutes}")
        told, behind = meridiem(self.tokens, i + 1, self.words), self.tokens.at(i + 1)
        hours = self.words.units.get(behind) == "hour"  # 10:00 hours
        hours = hours and (":" in self.tokens.low[i] or four_figures(self.tokens, i, self.words))
        past = told[1] if told else i + 1 + (behind in self.words.oclock or hours)
        self.found.update(dict.fromkeys(range(i + 1, past + zone_tokens(self.tokens, past, self.words)), ()))

    def _attribute(self, first: int, past: int) -> bool:
        """Whether a holiday only describes the noun behind it: an Eid ceasefire."""
        after = self.tokens.raw[past] if past < len(self.tokens) else ""
        if "nouns" in self.words.capitals:
            return False
        noun = after.isalpha() and after.islower() and after not in self.words.stop and after not in self.words.parts
        return noun and self.tokens.at(first - 1) not in self.words.date_leads

    def _spoken(self) -> None:
        """Times as they are spoken: half past nine, halb zehn."""
        past = 0
        for i in spoken_starts(self.tokens.low, self.words):
            if i >= past and (time := spoken_time(self.tokens, i, self.words)):
                past = time.last + 1
                self.spoken.update(range(i + 1, past))
                self._note(i, f"time {time.hour:02}:{time.minutes}")
                self._cover(range(i + 1, past))

    def _spelled(self) -> None:
        """Hours and years in words: nine o'clock; twenty-thirty, the eighteen-nineties."""
        words, tokens = self.words, self.tokens
        for first in (first for first, _, _ in self.sentence.hits.get("numeral", ())):
            word = tokens.low[first]
            if word in words.decades and (year := led_decade(tokens, first, words)):
                self._note(first, f"year {year}")
            number = words.cardinals.get(word, 0)
            if first in self.found or not number or (tokens.at(first - 1) == "-" and not words.decades):
                continue  # quarante-huit heures
            if tokens.at(first + 1) in words.oclock and 0 < number <= 12 and not lasts(tokens, first, words):
                self._time(first, int(number), "00")

    def _counted(self, i: int) -> bool:
        """Whether four digits that look like a year count something (2000 people, £1990)."""
        before, after = self.tokens.at(i - 1), self.tokens.at(i + 1)
        if before in ("£", "$", "€", "#") or after in ("%", "+"):
            return True
        if after in ("£", "$", "€") and self.tokens.glued(i + 2) and self.tokens.at(i + 2)[:1].isdecimal():
            return False  # in 2026 €1.2bn
        if after == "s":
            return False  # the 1990s
        return after in self.words.units or after in self.words.scales or after in self.words.counted

    def _month(self, i: int) -> None:
        tokens, words = self.tokens, self.words
        if not tokens.raw[i][0].isupper() and "days" in words.capitals:
            return
        dotted = tokens.at(i - 1) == "." and "." in words.ordinals
        ordered = tokens.at(i - 1) in words.ordinals
        days = [
            j for j in (i - 1 - (dotted or ordered), i + 1 + (tokens.at(i + 1) == ".")) if self._day_at(j) is not None
        ]
        name = bare(tokens.low[i])
        ambiguous = name in words.ambiguous_months or name in words.cardinals
        year = i + 1 if _YEAR.fullmatch(tokens.at(i + 1)) else i + 2 if tokens.at(i + 1) == "," else 0
        if ambiguous and not days and not (year and _YEAR.fullmatch(tokens.at(year))) and not self._month_context(i):
            return
        self._note(i, f"month {words.months[name]}")
        if tokens.at(i + 1) == "." and self._abbreviated(name):
            self.found[i + 1] = ()
        self._days_before(i) or self._days_after(i)

    def _abbreviated(self, month: str) -> bool:
        number = self.words.months[month]
        return any(n == number and len(name) > len(month) for name, n in self.words.months.items())

    def _month_context(self, i: int) -> bool:
        return self.tokens.at(i - 1) in self.words.date_leads

    def _day_at(self, i: int) -> int | None:
        word = self.tokens.at(i)
        return int(word) if word and _DAY.fullmatch(word) else None

    def _days_before(self, month: int) -> bool:
        """Days in front of a month: 3 May, 3rd of May, 3 to 5 May, 3, 4 and 5 May."""
        i, nearest = month - 1, None
        while i >= 0:
            word = self.tokens.low[i]
            if (day := 1 if first_day(self.tokens, i, self.words) else self._day_at(i)) is not None:
                self._note(i, f"day {day}")
                nearest = i if nearest is None else nearest
            elif word not in self.words.ordinals and word not in self.words.day_links and word not in ("the", "."):
                joint = nearest is not None and word in self.words.date_joints
                if not joint or not self._day_reaches(i - 1):
                    break
            i -= 1
        days = [j for j in range(i + 1, month) if self.found.get(j)]
        self._cover(range(days[0] if days else month, month))
        return nearest is not None

    def _cover(self, tokens: Iterable[int]) -> None:
        """Take tokens into an expression that say nothing of their own: of, th, a full stop."""
        for i in tokens:
            self.found.setdefault(i, ())

    def _day_reaches(self, i: int) -> bool:
        while self.tokens.at(i) in self.words.ordinals or self.tokens.at(i) == ".":
            i -= 1
        return self._day_at(i) is not None and self.tokens.at(i + 1) not in self.words.units

    def _days_after(self, month: int) -> bool:
        """Days behind a month: May 3, May 3rd, May 3-5."""
        i = month + 1
        while self.tokens.at(i) in (".", "the"):
            i += 1
        if (day := self._day_at(i)) is None or self.tokens.at(i + 1) in self.words.units:
            return False
        self._note(i, f"day {day}")
        if self.tokens.at(i + 1) in self.words.ordinals:
            i += 1
            self.found[i] = ()
        joined = self.tokens.at(i + 1) in self.words.date_joints and self.tokens.at(i + 3) not in self.words.months
        if joined and (day := self._day_at(i + 2)) is not None and self.tokens.at(i + 3) not in self.words.units:
            self._note(i + 2, f"day {day}")
        return True

    def _weekday(self, i: int) -> None:
        if self.tokens.raw[i][0].isupper() or "days" not in self.words.capitals:
            day = bare(self.tokens.low[i])
            if (len(day) <= _SHORT_LETTERS and not self._short_day(i)) or self._rank(i):
                return
            self._note(i, f"weekday {self.words.weekdays[day]}", *part_within(day, self.words))

    def _rank(self, i: int) -> bool:
        """Whether the name of a day is a rank before a noun, and no day: segunda fase; segunda-feira is one."""
        after = self.tokens.at(i + 1)
        return self.tokens.low[i] in self.words.ranks and after.isalpha() and after not in self.words.stop

    def _short_day(self, i: int) -> bool:
        """Whether three letters that may be a word stand as a weekday: Sat, 3 May; on Sat and Sun."""
        at, days = self.tokens.at, self.words.weekdays
        if self._day_at(i + 1) or at(i + 1) in (".", ",") or at(i - 1) in self.words.date_leads:
            return True
        joints = ("and", "or", "/", *self.words.date_joints)
        return (at(i - 1) in joints and at(i - 2) in days) or (at(i + 1) in joints and at(i + 2) in days)

    def _nearness(self) -> None:
        for i, part, beside in nearness(self.sentence, self.words, self.found):
            if part:
                self._note(i, part)
            for j, parts in beside.items():
                self.found.setdefault(j, parts)

    def _parts(self) -> None:
        """Parts of a day or year count beside another date, or one another (late March, this evening, early autumn)."""
        hits = self.sentence.hits.get("parts", ())
        starts, ends = {first for first, _, _ in hits}, {past for _, past, _ in hits}
        for first, past, name in hits:
            covered = self.found.get(first) == () and (self.words.thats or first in self.spoken)
            if covered or (self.words.thats and self._common(first)):
                continue  # of a time: a las 6 de la tarde; a été
            ahead, last = past + (self.tokens.at(past) in ("-", "of")), first - (self.tokens.at(first - 1) == "-")
            beside = ahead in self.found or first - 1 in self.found or ahead in starts or last in ends
            if not beside and past - first > 1 and (unit := self._unit_behind(past)):
                self._note(unit, f"unit {bare(self.tokens.low[unit])}")
                beside, ahead = True, unit
            if beside or name.endswith(_ALONE) or name in self.words.hours:
                self._note(first, f"part {name}")
                self.found.update(dict.fromkeys(range(first + 1, ahead if ahead in self.found else past), ()))

    def _unit_behind(self, past: int) -> int:
        """Where the unit of time stands of which a phrase names a part: the end of the week; 0 where none does."""
        unit = past + (self.tokens.at(past) in self.words.determiners)
        return unit if (unit > past or self.words.thats) and bare(self.tokens.at(unit)) in self.words.time_units else 0

    def _common(self, i: int) -> bool:
        """Whether a part of a year is one of the commonest words, and has no article or lead before it: a été."""
        before, words = self.tokens.at(i - 1), self.words
        led = before in words.determiners or before in words.date_leads or before in words.nearness
        return self.tokens.low[i] in words.stop and not led and not before.endswith("'")

    def _runs(self) -> list[Value]:
        values: list[Value] = []
        run: list[int] = []
        for i in sorted(self.found):
            if run and not all(self._joins(j) for j in range(run[-1] + 1, i)):
                values.extend(self._value(run))
                run = []
            run.append(i)
        return [*values, *self._value(run)] if run else values

    def _joins(self, i: int) -> bool:
        """Whether a token joins two parts of one expression; *On* with a capital begins another."""
        low = self.tokens.low[i]
        linked = low in _JOINTS or (low in _LINKS_OF_PARTS and bool(self.words.thats))
        return linked and not self.tokens.raw[i][0].isupper()

    def _value(self, run: list[int]) -> list[Value]:
        parts = tuple(p for i in run for p in self.found[i])
        last = run[-1]
        if "(" in self.tokens.low[run[0] : last + 1] and self.tokens.at(last + 1) == ")":
            last += 1
        return [Value(self.sentence, run[0], last, parts)] if parts else []
