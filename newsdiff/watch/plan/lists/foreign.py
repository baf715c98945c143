"""What a list of another tool gives: lines for the watch list, and a sentence on each thing that is not taken over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from newsdiff.model import PageKind
from newsdiff.text.scrub import visible
from newsdiff.text.urls import host, normalise, redact
from newsdiff.watch.plan.watchlist import NAME_CHARACTERS, TAG_CHARACTERS, Watched

_NO_TAG = re.compile(r"[^\w-]+")
_SHOWN_CHARACTERS = 120  # of what a note calls an entry


@dataclass(frozen=True, slots=True)
class ForeignEntry:
    """One entry of such a list, as far as newsdiff has a word for it.

    ``unknown`` are the options that it has none for, each with what to do about it; an entry with ``out`` is not
    watched at all, and that says why.
    """

    url: str
    name: str = ""
    tags: tuple[str, ...] = ()
    kind: PageKind | None = None
    every: timedelta | None = None
    paused: bool = False
    unknown: tuple[tuple[str, str], ...] = ()
    out: str = ""


@dataclass(frozen=True, slots=True)
class ForeignList:
    """A whole list: ``tool`` names its format."""

    tool: str
    entries: tuple[Watched, ...]
    notes: tuple[str, ...]


def foreign_list(tool: str, entries: Iterable[ForeignEntry]) -> ForeignList:
    """The lines for the watch list, one for each address, and the notes."""
    kept: dict[str, Watched] = {}
    notes = []
    for entry in entries:
        out = entry.out or ("" if host(entry.url) else "it has no web address")
        if not out and (key := normalise(visible(entry.url))) in kept:
            out = f"{redact(kept[key].url)} stands in the list already"
        if out:
            notes.append(f"{_label(entry)} is left out: {out}")
            continue
        kept[key] = _watched(entry)
        if entry.unknown:
            told = (f"{option} ({hint})" if hint else option for option, hint in entry.unknown)
            notes.append(f"{_label(entry)}: not taken over: {', '.join(told)}")
    return ForeignList(tool, tuple(kept.values()), tuple(notes))


def without_words(options: Iterable[str], hints: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Options in their order, each with what to do about it; those of one hint together."""
    found: dict[str, list[str]] = {}
    for option in options:
        found.setdefault(hints.get(option, ""), []).append(option[:40])
    return tuple((", ".join(names), hint) for hint, names in found.items())


def _watched(entry: ForeignEntry) -> Watched:
    tags = dict.fromkeys(filter(None, map(_tag, entry.tags)))
    return Watched(
        entry.url.strip(), entry.kind, entry.every, paused=entry.paused, name=_name(entry.name), tags=tuple(tags)
    )


def _name(text: str) -> str:
    """A name as the watch list takes it: one line without double quotes, no longer than it may be."""
    plain = "".join(c if c.isprintable() else " " for c in text.replace('"', "'"))
    return " ".join(plain.split())[:NAME_CHARACTERS].strip()


def _tag(text: str) -> str:
    """``World news`` as ``world-news``."""
    return _NO_TAG.sub("-", text.strip().casefold()).strip("-")[:TAG_CHARACTERS].rstrip("-")


def _label(entry: ForeignEntry) -> str:
    """What a note calls an entry: its address, else its name."""
    return (redact(entry.url) or entry.name or "an entry without a name")[:_SHOWN_CHARACTERS]
