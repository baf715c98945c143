"""The same person is a *former* president here and in office there."""

from collections.abc import Iterator
from operator import itemgetter

from newsdiff.flags.checks.contradiction import CheckedArticle, Contradiction
from newsdiff.flags.read.offices import Title
from newsdiff.flags.read.sentence_values import SentenceValues
from newsdiff.flags.sentence.tokens import Tokens

_CLAUSE_TOKENS = 40  # tokens of a clause that are quoted, at most


def standing(text: CheckedArticle) -> Iterator[Contradiction]:
    """A former office holder who is said to be in the midst of the same office."""
    words = text.words
    if not words.tenures:
        return
    serving: dict[tuple[str, str], tuple[int, SentenceValues, str]] = {}
    for reading in text.readings:
        for office, name, quoted in _serving(reading):
            serving.setdefault((office, _family(name)), (len(serving), reading, quoted))
    for reading in text.readings:
        for title in reading.titles:
            if "former" in title.standings and title.person:
                family = title.person.split()[-1]
                found = [serving[office, family] for office in title.parts if (office, family) in serving]
                if found:
                    _, other, quoted = min(found, key=itemgetter(0))
                    yield _finding(title, other, quoted)


def _serving(reading: SentenceValues) -> Iterator[tuple[str, str, str]]:
    """Statements that somebody is in office: *three weeks into his presidency, Trump*, *the sitting president*."""
    tokens, words = reading.sentence.tokens, reading.words
    known = {word for word in (*words.tenures, *words.incumbents) if word in reading.sentence.bag}
    places = [i for i, word in enumerate(tokens.low) if word in known] if known else []
    titles = {title.last: title for title in reading.titles} if places else {}
    told: set[str] = set()
    for i in places:
        office = words.tenures.get(tokens.low[i], "")
        if office and office not in told and tokens.at(i - 2) in words.into and tokens.at(i - 1) in words.possessives:
            told.add(office)
            quoted = tokens.span(_clause(tokens, i - 2), i)
            yield from ((office, value.span, quoted) for value in reading.names)
        if tokens.low[i] in words.incumbents:
            for title in (titles[last] for last in range(i + 1, i + 5) if last in titles):
                if title.person:
                    yield from ((part, title.person, tokens.span(i, title.last)) for part in title.parts)


def _clause(tokens: Tokens, first: int) -> int:
    """Where the clause begins in which a token stands, or so many tokens before it."""
    least = max(0, first - _CLAUSE_TOKENS)
    while first > least and tokens.low[first - 1] not in (",", ";", "."):
        first -= 1
    return first


def _family(name: str) -> str:
    """The last word of a name, or nothing."""
    return "".join(name.replace("’s", "").replace("'s", "").split()[-1:])


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
