"""Edits by the weight of their gravest finding; those recorded before weights were kept are judged when asked for."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from newsdiff.catalogue.catalogue import Catalogue, spans
from newsdiff.catalogue.search import Paragraphs
from newsdiff.comparison import compare
from newsdiff.errors import NewsdiffError
from newsdiff.model import FlagSettings, Revision, RevisionKind, gravity
from newsdiff.named_tuple import NamedTuple

_JUDGED = (RevisionKind.EDIT, RevisionKind.REVERT)
JUDGED_KINDS = ", ".join(f"'{kind}'" for kind in _JUDGED)  # in SQL
_TOLD = (*_JUDGED, RevisionKind.REMOVED, RevisionKind.RESTORED)
_BATCH = 200  # revisions compared at a time
Rules = Callable[[str], FlagSettings]  # the flag settings for an article's URL


class Judged(NamedTuple):
    """What was judged of an edit; ``faulty``: a rule failed at it; ``dismissed``: a person called some of it false."""

    kind: str
    flags: frozenset[str]
    severity: str
    disclosed: str
    faulty: bool
    dismissed: bool = False


def judged(revision: Revision) -> Judged:
    """What the message of a revision says of it."""
    return Judged(
        revision.kind,
        frozenset(revision.flags),
        revision.severity,
        revision.disclosed,
        bool(revision.faults),
        bool(revision.dismissed),
    )


class Asked(NamedTuple):
    """Which edits are asked for; None asks nothing. ``paragraphs``: the edit brought or ended one of them."""

    since: datetime | None = None
    until: datetime | None = None
    host: str | None = None
    paths: frozenset[str] | None = None  # of the articles
    paragraphs: Paragraphs | None = None
    wanted: Callable[[Judged], bool] = lambda _edit: True
    unquoted: bool = False  # the edit took a quotation out


def ranked(catalogue: Catalogue, asked: Asked, rules: Rules) -> Iterator[Revision]:
    """Edits and removals by severity and weight; among equals what had no note first, then the newest."""
    names = dict(_candidates(catalogue, asked))
    judge(catalogue, list(names), rules)
    grave = _gravities(catalogue, list(names))
    return _recorded(catalogue, [names[n] for n in sorted(names, key=lambda n: (grave[n], n), reverse=True)])


def newest(catalogue: Catalogue, asked: Asked) -> Iterator[Revision]:
    """Edits and removals, newest first."""
    return _recorded(catalogue, [name for _, name in reversed(_candidates(catalogue, asked))])


def _recorded(catalogue: Catalogue, names: Sequence[str]) -> Iterator[Revision]:
    for at in range(0, len(names), _BATCH):
        yield from catalogue.store.recorded(names[at : at + _BATCH])


def _candidates(catalogue: Catalogue, asked: Asked) -> list[tuple[int, str]]:
    """Number and name of the edits and removals that are asked for, oldest first."""
    terms, values = spans(asked.since, asked.until, asked.host)
    marks = ", ".join("?" * len(_TOLD))
    rows = catalogue.rows(
        "SELECT revision.id, name, path, kind, flags, severity, disclosed, faulty, dismissed"
        " FROM revision JOIN article ON article.id = article"
        f" WHERE kind IN ({marks}) AND {terms} ORDER BY revision.id",
        *_TOLD,
        *values,
    )
    touched = None if asked.paragraphs is None else _touching(catalogue, asked.paragraphs)
    found = [
        (n, name)
        for n, name, path, kind, flags, severity, disclosed, faulty, dismissed in rows
        if (touched is None or n in touched)
        and (asked.paths is None or path in asked.paths)
        and not (asked.unquoted and kind not in _JUDGED)  # a page that is gone quotes nobody, and says so itself
        and asked.wanted(Judged(kind, _kinds(flags), severity, disclosed, bool(faulty), bool(dismissed)))
    ]
    if not asked.unquoted:
        return found
    from newsdiff.catalogue.quotations import unquoted

    taken_out = unquoted(catalogue, [n for n, _ in found])
    return [(n, name) for n, name in found if n in taken_out]


def _kinds(flags: str) -> frozenset[str]:
    return frozenset(filter(None, flags.split(",")))


def _touching(catalogue: Catalogue, paragraphs: Paragraphs) -> set[int]:
    """The revisions that brought or ended one of these paragraphs."""
    rows = catalogue.rows(f"SELECT born, gone FROM spell WHERE paragraph IN ({paragraphs.sql})", *paragraphs.values)
    return {n for row in rows for n in row if n is not None}


def _gravities(catalogue: Catalogue, numbers: Sequence[int]) -> dict[int, tuple[int, float, bool]]:
    rows = catalogue.among("SELECT id, severity, weight, disclosed FROM revision WHERE id IN ({})", numbers)
    return {n: gravity(severity, weight, told) for n, severity, weight, told in rows}


def judge(catalogue: Catalogue, numbers: Sequence[int], rules: Rules) -> None:
    """Weigh the edits among these revisions that have no weight yet, and keep what was found."""
    rows = catalogue.among(
        "SELECT new.id, new.name, (SELECT old.name FROM revision AS old WHERE old.article = new.article"
        " AND old.number = new.number - 1) FROM revision AS new"
        f" WHERE new.id IN ({{}}) AND new.weight IS NULL AND new.kind IN ({JUDGED_KINDS})",
        numbers,
    )
    pairs = [(n, name, before) for n, name, before in rows if before]
    for at in range(0, len(pairs), _BATCH):
        weights = _judged(catalogue, pairs[at : at + _BATCH], rules)
        catalogue.write("UPDATE revision SET weight = ? WHERE id = ?", weights)


def _judged(catalogue: Catalogue, pairs: Sequence[tuple[int, str, str]], rules: Rules) -> list[tuple[float, int]]:
    """Weight and number of each edit."""
    store = catalogue.store
    names = list(dict.fromkeys(name for _, *both in pairs for name in both))
    read = {r.id: r for r in store.read_all(store.recorded(names))}
    found = []
    for n, name, before in pairs:
        old, new = read[before], read[name]
        assert old.article is not None and new.article is not None, "they were read"
        try:
            report = compare(old.article, new.article, rules(new.url), old_seen=old.seen_at, new_seen=new.seen_at)
        except NewsdiffError:
            continue
        found.append((report.weight, n))
    return found
