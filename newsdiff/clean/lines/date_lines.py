"""Lines that show dates and times: a date of the page, how long ago, how long to read."""

import re
from collections.abc import Iterator

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.word_lists import listed

# Months, and words beside a date, are looked up: to compile them into the expressions took longer than to read a page.
_MONTHS = frozenset(
    listed(
        """january januar janvier januari jan february februar februari feb février févr march mars mar märz maart april
        apr avril avr may mai mei june jun juni juin july jul juli juillet juil august augustus aug août september
        septembre sept sep october octobre oct oktober okt november novembre nov december dec dezember dez décembre déc
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio
        aprile maggio giugno luglio settembre ottobre novembre dicembre janeiro fevereiro março maio junho julho
        setembro outubro novembro dezembro"""
    )
)
_FIRST, _THEN = (rf"(?P<{name}>[^\W\d_]+)\b\.?" for name in ("first", "then"))
_YEAR = r"(?:19|20)\d\d"
_DATE = lazy_pattern(  # of lower case: to compile it for both takes twice as long
    rf"\b{_FIRST}\s+\d{{1,2}}(?:st|nd|rd|th)?\s*,?\s+{_YEAR}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?[\s\-]+(?:of\s+|de\s+)?{_THEN}[\s,\-]+(?:de\s+|del\s+)?{_YEAR}\b"
    rf"|\b{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:t[\d:.]+(?:z|[+-][\d:]+)?)?"
    rf"|\b\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}\b"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}\s*년\s*\d{1,2}\s*월\s*\d{1,2}\s*일",
)
_CLOCK = lazy_pattern(
    r"\b\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\b\.?)|\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b"
    r"|\d{1,2}\s*[时時点]\s*(?:\d{1,2}\s*分)?"
    r"|[月火水木金土日]曜日?|星期[一二三四五六日天]|周[一二三四五六日]|[월화수목금토일]요일"
    r"|更新日?時?間?|公開日?|発行|掲載|发布时?间?于?|发表|最終|입력|수정",
    re.IGNORECASE,
)
_BESIDE = frozenset(
    listed(
        """mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday
        montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
        lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
        et est edt pt pst pdt ct cst cdt cet mst mdt gmt utc bst cest ist aest uhr heures horas
        first last originally zuletzt story article page
        published update updated posted modified revised created filed date on at the and
        veröffentlicht aktualisiert erstellt stand vom am um und publié mis mise modifié à jour le et
        publicado actualizado actualización el las y pubblicato aggiornato il alle atualizado em às
        gepubliceerd bijgewerkt op om en"""
    )
)
_SHOW_UPDATES = lazy_pattern(r"[+\-–—]?\s*\b(?:show|hide|see|view)\s+(?:all\s+)?(?:updates|history)\b", re.IGNORECASE)
_UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y|sekunden?"
    r"|minuten?"
    r"|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?"
    r"|horas?"
    r"|días?|dias?|semanas?|mes(?:es)?|años?|anos?|ore|ora|giorni|giorno|uur|dagen|dag)\b"
)
_RELATIVE = lazy_pattern(
    rf"(?:about|over|almost|etwa|environ|hace|há|il y a|vor|an?|one|few|eine[rmn]?|une?)?\s*(?:(?:\d+|an?|one|a few"
    rf"|eine[rmn]?"
    rf"|une?|un[ao]?)\s*{_UNIT}\s*,?\s*)+(?:ago|fa|geleden|atrás)\b"
    rf"|(?:hace|há|il y a|vor)\s+(?:\d+|eine[rmn]?|une?|un[ao]?)\s*{_UNIT}"
    r"|just now|moments? ago|gerade eben|à l[’']instant|\d+\s*(?:秒|分|分钟|小时|時間|时间|天|日|周|个月|か月|年)\s*前"
    r"|\d+\s*(?:초|분|시간|일|주|개월|년)\s*전",
    re.IGNORECASE,
)
_READING_TIME = lazy_pattern(
    r"(?:reading time|read time|lesezeit|temps de lecture|lecture|tiempo de lectura"
    r"|lectura)?\s*:?\s*(?:de\s+)?(?:ca\.?\s*)?\d+"
    r"(?:\s*[-–]\s*\d+)?\s*(?:min(?:ute)?[ns]?|minutos?|minuti)\.?\s*(?:read|to read|reading time|lesezeit"
    r"|de lecture|de lectura|watch|listen)?",
    re.IGNORECASE,
)
_AGO = lazy_pattern(  # what no relative time is without
    r"\bago|\b(?:fa|geleden|atrás)\b|(?:hace|há|il y a|vor)\s|just now|gerade eben|l[’']instant|前|전"
)
_YEAR_DIGITS = lazy_pattern(r"\d{4}")  # what no date is without
_NAME_TAIL = lazy_pattern(r"(?:\b(?:published|updated|posted|last|on|at|am|le|el)\b|[\s|·•,:–—-])+$", re.IGNORECASE)
_DAY = lazy_pattern(
    r"\b(?:yesterday|today|gestern|heute|hier|aujourd[’']hui|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag)\b",
    re.IGNORECASE,
)
_LAST_PIECE = lazy_pattern(r"[.!?…:;)\]\"”»]\s+(?=[^.!?…]*$)")
_WORD = lazy_pattern(r"\w+")
_PARTS = lazy_pattern(r"(\s*[|·•]\s*|\s+[–—-]\s+)")


def is_date(line: str) -> bool:
    """Whether a line shows dates and their labels, and nothing else."""
    if len(line) > 160 or not _YEAR_DIGITS.search(line):
        return False
    rest = _without_dates(line)
    return rest != line and (_is_beside(rest) or _is_beside(_SHOW_UPDATES.sub(" ", rest)))


def is_relative_time(line: str) -> bool:
    """Whether a line tells how long ago something was, and nothing else ("Updated 3 hours ago")."""
    if len(line) > 80:
        return False
    if _AGO.search(line.lower()) and _RELATIVE.search(line):
        return _is_beside(_RELATIVE.sub(" ", line))
    return _is_labelled(rest) if (rest := _DAY.sub(" ", line)) != line else False


def _is_labelled(rest: str) -> bool:
    """Whether what stands beside a day is a label of it, or a clock: "Updated yesterday", but not "Yesterday"."""
    return _WORD.search(rest) is not None and _is_beside(rest)


def _dates(line: str) -> Iterator[re.Match[str]]:
    """The dates in a line, in lower case: of what looks like one, that with a month in the month's place."""
    low, at = line.lower(), 0
    if len(low) != len(line):  # İ becomes two characters, and places would shift
        low = line
    while found := _DATE.search(low, at):
        month = found["first"] or found["then"]
        if month is None or month in _MONTHS:
            yield found
            at = found.end()
        else:
            at = found.start() + 1


def _without_dates(line: str) -> str:
    kept, at = [], 0
    for date in _dates(line):
        kept.append(line[at : date.start()])
        at = date.end()
    return " ".join([*kept, line[at:]])


def _is_beside(text: str) -> bool:
    """Whether a text holds nothing but what stands beside a date: weekdays, times of the day, labels."""
    return _known(text) or _known(_CLOCK.sub(" ", text))


def _known(text: str) -> bool:
    return _BESIDE.issuperset(_WORD.findall(text.lower()))


def bare_date(line: str) -> str:
    """A line of dates without the link to the page's update log."""
    return _SHOW_UPDATES.sub("", line).strip(" |·•,–—-+")


def without_times(line: str) -> str:
    """A short line without the relative time that stands behind a mark ("By Jane Doe • 3 hours ago").

    With its label it may stand behind a sentence, too ("The old bridge. Posted 3 hours ago").
    """
    if len(line) > 140 or not (_RELATIVE.search(line) or _DAY.search(line)):
        return line
    end = _LAST_PIECE.search(line)
    if end and is_relative_time(last := line[end.end() :]) and _is_labelled(_RELATIVE.sub(" ", _DAY.sub(" ", last))):
        line = line[: end.start() + 1]
    parts = _PARTS.split(line)
    kept = [part for number, part in enumerate(parts) if number % 2 or not is_relative_time(part)]
    return "".join(kept).strip(" |·•,–—-") if len(kept) < len(parts) else line


def is_reading_time(line: str) -> bool:
    """Whether a line tells how long the article takes to read."""
    if len(line) >= 40 or "min" not in line.lower():
        return False
    return _READING_TIME.fullmatch(line.strip(" ·|•-")) is not None and not line.strip().isdigit()


def split_byline(line: str) -> tuple[str, str]:
    """A byline without the times beside the name, and the date among them: ``By Jane Doe | 12 March 2025``."""
    date = next(_dates(line), None)
    name = _RELATIVE.sub(" ", line[: date.start()] if date else line)
    name = _NAME_TAIL.sub("", name)
    return (name, line[date.start() : date.end()] if date else "") if name else (line, "")
