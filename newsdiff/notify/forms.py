"""A message as text, Markdown or HTML: what happened, where, the quoted change, and the store's id of each revision."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from html import escape
from shlex import quote

from newsdiff.model import RevisionKind, gravity
from newsdiff.named_tuple import NamedTuple
from newsdiff.notify.telling import Telling
from newsdiff.render import markdown as marks
from newsdiff.render import plain
from newsdiff.render.finding_lines import brief, mark
from newsdiff.render.header import disclosed, in_short, when
from newsdiff.render.layout import Span
from newsdiff.text.scrub import visible
from newsdiff.text.urls import public

_MAX_ENTRIES = 50
_ID_DIGITS = 10  # of a commit's id, as the commands take it
_TITLE_CHARACTERS = 120
_TITLE_WORDS = 2, 6  # unchanged ones beside a change, and of each of its sides
_TAGS = {"delete": "del", "insert": "ins"}
_STRUCK = {"delete": "~~", "insert": "**"}
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
    """What is sent at once; ``id`` is the same however often it is sent, ``thread`` names its article, if it is one.

    ``store`` is the path that the commands in it are to be called with.
    """

    id: str
    entries: tuple[Telling, ...]
    thread: str = ""
    store: str = ""

    def command(self, words: str) -> str:
        """``newsdiff --store /srv/news diff 3f2a91bc12``: a command that runs in whatever folder its reader is."""
        return f"newsdiff {f'--store {quote(self.store)} ' if self.store else ''}{words}"


def title(message: Message) -> str:
    """``!! number: killed [-17-]{+71+} people; Bridge falls``; of several, how many and the gravest of them.

    An edit whose findings are none, and what is no edit, is told by what happened: ``Removed: Bridge falls``.
    """
    [first, *others] = _ordered(message)
    told = f"{_change(first) or _HAPPENED[RevisionKind(first.kind)] + ':'} {_headline(first)}"
    if others:
        articles = len({entry.path for entry in message.entries})
        places = f" in {articles} articles" if articles > 1 else ""
        told = f"{len(others) + 1} changes{places}. {told}"
    return _shortened(f"{_mark(first)}{told}", _TITLE_CHARACTERS)


def _change(entry: Telling) -> str:
    """The first finding of an edit, told briefly: ``number: killed [-17-]{+71+} people;``."""
    for kinds, old, new in entry.lines[:1]:
        return f"{visible(kinds)}: {plain.text(brief(old, new, *_TITLE_WORDS))};"
    return ""


def _mark(entry: Telling) -> str:
    """``!! `` of what is grave; empty where nothing was found."""
    return f"{found} " if (found := mark(entry.severity)) else ""


def _shortened(text: str, characters: int) -> str:
    """A text of no more characters, cut between two words."""
    return text if len(text) <= characters else f"{text[:characters].rpartition(' ')[0]} …"


def text(message: Message, zone: tzinfo) -> str:
    """Plain text, a paragraph a revision."""
    return "\n\n".join(_paragraphs(message, lambda entry: "\n".join(_text(entry, message, zone)), str))


def markdown(message: Message, zone: tzinfo) -> str:
    """Markdown, with what went struck out and what came in bold."""
    return "\n\n".join(_paragraphs(message, lambda entry: "\n".join(_markdown(entry, message, zone)), marks.escape))


def html(message: Message, zone: tzinfo) -> str:
    """HTML without a head, script, style or request."""
    return "\n".join(
        _paragraphs(message, lambda entry: "".join(_html(entry, message, zone)), lambda said: f"<p>{escape(said)}</p>")
    )


FORMS: Mapping[str, Callable[[Message, tzinfo], str]] = {"text": text, "markdown": markdown, "html": html}


def _paragraphs(message: Message, form: Callable[[Telling], str], said: Callable[[str], str]) -> Iterator[str]:
    ordered = _ordered(message)
    yield from map(form, ordered[:_MAX_ENTRIES])
    if (left := len(ordered) - _MAX_ENTRIES) > 0:
        since = min(datetime.fromisoformat(entry.seen_at) for entry in ordered)
        yield said(f"and {left} more: {message.command(f'changes --since {since:%Y-%m-%dT%H:%MZ}')}")
    yield said(f"message {message.id}")


def _ordered(message: Message) -> list[Telling]:
    """The entries, what was removed first, then the gravest; in their order among equals."""
    return sorted(message.entries, key=_order, reverse=True)


def _order(entry: Telling) -> tuple[bool, tuple[int, float, bool]]:
    return entry.kind == RevisionKind.REMOVED, gravity(entry.severity, entry.weight, entry.disclosed)


def _text(entry: Telling, message: Message, zone: tzinfo) -> Iterator[str]:
    yield _head(entry)
    yield _address(entry)
    if entry.summary:
        yield in_short(entry.summary)
    for kinds, old, new in entry.lines:
        yield f"- {visible(kinds)}: {plain.text(brief(old, new))}"
    yield _facts(entry, zone)
    yield _command(entry, message)


def _markdown(entry: Telling, message: Message, zone: tzinfo) -> Iterator[str]:
    yield f"**{marks.escape(_head(entry))}**"
    yield f"<{_address(entry)}>"
    if entry.summary:
        yield marks.escape(in_short(entry.summary))
    for kinds, old, new in entry.lines:
        yield f"- {marks.escape(visible(kinds))}: {''.join(map(_struck, _apart(brief(old, new))))}"
    yield ""
    yield marks.escape(_facts(entry, zone))
    yield marks.escape(_command(entry, message))


def _html(entry: Telling, message: Message, zone: tzinfo) -> Iterator[str]:
    yield f"<p><b>{escape(_head(entry))}</b><br>"
    url = escape(_address(entry), quote=True)
    yield f'<a href="{url}">{url}</a></p>' if url.startswith(("http://", "https://")) else f"{url}</p>"
    if entry.summary:
        yield f"<p>{escape(in_short(entry.summary))}</p>"
    if entry.lines:
        yield f"<ul>{''.join(map(_item, entry.lines))}</ul>"
    yield f"<p>{escape(_facts(entry, zone))}<br>{escape(_command(entry, message))}</p>"


def _item(line: tuple[str, str, str]) -> str:
    kinds, old, new = line
    return f"<li>{escape(visible(kinds))}: {''.join(map(_tagged, brief(old, new)))}</li>"


def _tagged(span: Span) -> str:
    """A span with its tag inside its marks: a mail's text is made of its HTML, without tags."""
    said = escape(plain.marked(Span(span.text)))
    if not (tag := _TAGS.get(span.role)):
        return said
    before, after = plain.AROUND[span.role]
    return f"{before}<{tag}>{said}</{tag}>{after}"


def _struck(span: Span) -> str:
    around = _STRUCK.get(span.role, "")
    return f"{around}{marks.escape(span.text)}{around}"


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, with a blank between what went and what came for it: ``~~17~~**71**`` is no markup."""
    for last, span in zip((Span(""), *spans), spans, strict=False):
        if last.role == "delete" and span.role == "insert":
            yield Span(" ")
        yield span


def _head(entry: Telling) -> str:
    return f"{_mark(entry)}{_HAPPENED[RevisionKind(entry.kind)]}: {_headline(entry)}"


def _headline(entry: Telling) -> str:
    return " ".join(visible(entry.headline or entry.url).split())


def _address(entry: Telling) -> str:
    return public(entry.url)


def _facts(entry: Telling, zone: tzinfo) -> str:
    """``2026-03-12 10:00 UTC; +3 -4 words; no note``."""
    seen = when(datetime.fromisoformat(entry.seen_at), zone)
    return visible("; ".join(filter(None, (seen, entry.words, disclosed(entry.disclosed)))))


def _command(entry: Telling, message: Message) -> str:
    """The command that shows the whole of it."""
    compared = entry.kind in (RevisionKind.EDIT, RevisionKind.REVERT)
    return visible(message.command(f"{'diff' if compared else 'show'} {entry.revision[:_ID_DIGITS]}"))
