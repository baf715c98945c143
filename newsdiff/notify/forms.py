"""A message as text, Markdown or HTML: what happened, where, the quoted change, and the store's id of each revision."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, tzinfo
from html import escape
from itertools import takewhile

from newsdiff.model import RevisionKind
from newsdiff.named_tuple import NamedTuple
from newsdiff.notify.telling import Telling
from newsdiff.render import markdown as marks
from newsdiff.render.header import when
from newsdiff.text.scrub import visible
from newsdiff.text.urls import public

_MAX_ENTRIES = 50
_NOTHING = "(none)"
_ID_DIGITS = 10  # of a commit's id, as the commands take it
_HAPPENED = {
    RevisionKind.FIRST: "First seen",
    RevisionKind.EDIT: "Edited",
    RevisionKind.REVERT: "Back to an earlier text",
    RevisionKind.REMOVED: "Removed",
    RevisionKind.RESTORED: "Back after it was removed",
    RevisionKind.MOVED: "Moved",
    RevisionKind.RECLEAN: "Cleaned anew",
}


class Message(NamedTuple):
    """What is sent at once; ``id`` is the same however often it is sent, ``thread`` names its article, if it is one."""

    id: str
    entries: tuple[Telling, ...]
    thread: str = ""


def title(message: Message) -> str:
    """``Edited: Council votes for ferry``; of several ``5 changes in 3 articles: ...``, the gravest first."""
    [first, *others] = _ordered(message)
    told = f"{_HAPPENED[RevisionKind(first.kind)]}: {_headline(first)}"
    if not others:
        return told[:200]
    articles = len({entry.path for entry in message.entries})
    places = f" in {articles} articles" if articles > 1 else ""
    return f"{len(others) + 1} changes{places}. {told}"[:200]


def text(message: Message, zone: tzinfo) -> str:
    """Plain text, a paragraph a revision."""
    return "\n\n".join(_paragraphs(message, lambda entry: "\n".join(_text(entry, zone)), str))


def markdown(message: Message, zone: tzinfo) -> str:
    """Markdown, with what went struck out and what came in bold."""
    return "\n\n".join(_paragraphs(message, lambda entry: "\n".join(_markdown(entry, zone)), marks.escape))


def html(message: Message, zone: tzinfo) -> str:
    """HTML without a head, script, style or request."""
    return "\n".join(
        _paragraphs(message, lambda entry: "".join(_html(entry, zone)), lambda said: f"<p>{escape(said)}</p>")
    )


FORMS: Mapping[str, Callable[[Message, tzinfo], str]] = {"text": text, "markdown": markdown, "html": html}


def _paragraphs(message: Message, form: Callable[[Telling], str], said: Callable[[str], str]) -> Iterator[str]:
    ordered = _ordered(message)
    yield from map(form, ordered[:_MAX_ENTRIES])
    if (left := len(ordered) - _MAX_ENTRIES) > 0:
        since = min(datetime.fromisoformat(entry.seen_at) for entry in ordered)
        yield said(f"and {left} more: newsdiff changes --since {since:%Y-%m-%dT%H:%MZ}")
    yield said(f"message {message.id}")


def _ordered(message: Message) -> list[Telling]:
    """The entries, what was removed first, then by weight; in their order among equals."""
    return sorted(message.entries, key=lambda entry: (entry.kind != RevisionKind.REMOVED, -entry.weight))


def _text(entry: Telling, zone: tzinfo) -> Iterator[str]:
    yield f"{_HAPPENED[RevisionKind(entry.kind)]}: {_headline(entry)}"
    yield _address(entry)
    if entry.summary:
        yield visible(entry.summary)
    for kinds, old, new in entry.lines:
        yield f"- {kinds}: {visible(old) or _NOTHING} -> {visible(new) or _NOTHING}"
    yield _foot(entry, zone)


def _markdown(entry: Telling, zone: tzinfo) -> Iterator[str]:
    happened = marks.escape(_HAPPENED[RevisionKind(entry.kind)])
    yield f"**{happened}: {marks.escape(_headline(entry))}**"
    yield f"<{_address(entry)}>"
    if entry.summary:
        yield marks.escape(visible(entry.summary))
    for kinds, *sides in entry.lines:
        before, old, new, after = (marks.escape(part) for part in _parted(*map(visible, sides)))
        parts = (before, f"~~{old}~~" if old else "", f"**{new}**" if new else "", after)
        yield f"- {kinds}: {' '.join(filter(None, parts))}"
    yield ""
    yield marks.escape(_foot(entry, zone))


def _html(entry: Telling, zone: tzinfo) -> Iterator[str]:
    yield f"<p><b>{escape(_HAPPENED[RevisionKind(entry.kind)])}: {escape(_headline(entry))}</b><br>"
    url = escape(_address(entry), quote=True)
    yield f'<a href="{url}">{url}</a></p>' if url.startswith(("http://", "https://")) else f"{url}</p>"
    if entry.summary:
        yield f"<p>{escape(visible(entry.summary))}</p>"
    if entry.lines:
        yield f"<ul>{''.join(map(_item, entry.lines))}</ul>"
    yield f"<p>{escape(_foot(entry, zone))}</p>"


def _item(line: tuple[str, str, str]) -> str:
    kinds, *sides = line
    before, old, new, after = (escape(part) for part in _parted(*map(visible, sides)))
    changed = f"{f'<del>{old}</del>' if old else _NOTHING} → {f'<ins>{new}</ins>' if new else _NOTHING}"
    quoted = " ".join(filter(None, (before, f"[{changed}]" if before or after else changed, after)))
    return f"<li>{escape(kinds)}: {quoted}</li>"


def _parted(old: str, new: str) -> tuple[str, str, str, str]:
    """The words before what changed, the old words, the new ones, and those behind.

    A mail's text is made of its HTML, without its marks: what stands on both sides must not stand twice.
    """
    olds, news = old.split(), new.split()
    same = list(takewhile(lambda pair: pair[0] == pair[1], zip(olds, news, strict=False)))
    first = len(same)
    rest = zip(olds[first:][::-1], news[first:][::-1], strict=False)
    last = len(list(takewhile(lambda pair: pair[0] == pair[1], rest)))
    parts = (olds[:first], olds[first : len(olds) - last], news[first : len(news) - last], olds[len(olds) - last :])
    before, went, came, after = (" ".join(words) for words in parts)
    return before, went, came, after


def _headline(entry: Telling) -> str:
    return " ".join(visible(entry.headline or entry.url).split())


def _address(entry: Telling) -> str:
    return public(entry.url)


def _foot(entry: Telling, zone: tzinfo) -> str:
    """``2026-03-12 10:00 UTC; +3 -4 words; disclosed: no; newsdiff diff 3f2a91bc12``."""
    seen = when(datetime.fromisoformat(entry.seen_at), zone)
    disclosed = f"disclosed: {entry.disclosed}" if entry.disclosed else ""
    command = "diff" if entry.kind in (RevisionKind.EDIT, RevisionKind.REVERT) else "show"
    parts = (seen, entry.words, disclosed, f"newsdiff {command} {entry.revision[:_ID_DIGITS]}")
    return visible("; ".join(filter(None, parts)))
