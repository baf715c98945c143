"""The same person is a *former* president here and in office there."""

from collections.abc import Iterator

from newsdiff.flags.checks.contradiction import CheckedArticle, Contradiction
from newsdiff.flags.read.offices import Title
from newsdiff.flags.read.sentence_values import SentenceValues


def standing(text: CheckedArticle) -> Iterator[Contradiction]:
    """A former office holder who is said to be in the midst of the same office."""
    words = text.words
    if not words.tenures:
        return
    serving = [s for r in text.readings for s in _serving(r)]
    for reading in text.readings:
        for title in reading.titles:
            if "former" not in title.standings or not title.person:
                continue
            for other, office, name, quoted in serving:
                if office in title.parts and _same(name, title.person):
                    yield _finding(title, other, quoted)
                    break


def _serving(reading: SentenceValues) -> Iterator[tuple[SentenceValues, str, str, str]]:
    """Statements that somebody is in office: *three weeks into his presidency, Trump*, *the sitting president*."""
    tokens, words = reading.sentence.tokens, reading.words
    for i, word in enumerate(tokens.low):
        office = words.tenures.get(word)
        if office and tokens.at(i - 2) in words.into and tokens.at(i - 1) in words.possessives:
            first = i - 2
            while first and tokens.low[first - 1] not in (",", ";", "."):
                first -= 1
            for value in reading.names:
                yield reading, office, value.span, tokens.span(first, i)
        if word in words.incumbents:
            for title in reading.titles:
                if 0 < title.last - i <= 4 and title.person:
                    for part in title.parts:
                        yield reading, part, title.person, tokens.span(i, title.last)


def _same(name: str, person: str) -> bool:
    """Whether two names end in the same family name."""
    last = name.replace("’s", "").replace("'s", "").split()[-1:]
    return bool(last) and last == person.split()[-1:]


def _finding(title: Title, other: SentenceValues, quoted: str) -> Contradiction:
    return Contradiction(
        "standing",
        title.span,
        quoted,
        title.sentence.block,
        other.sentence.block,
        title.person,
        f"{title.person} has left the office here and holds it there",
    )
