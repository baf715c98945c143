"""The watch list: what the user asked to watch, one URL a line, ``key=value`` options behind it.

The file (``.newsdiff/watchlist.txt``) is the user's: it is edited by hand or by ``add, remove, pause, resume``,
which leave every other line, its order and its comments as they are. Options: ``kind`` (article, feed, sitemap,
section; without it the first visit looks what the URL is), ``every`` (``30m, 6h, 2d``), ``paused`` (yes, no),
``watch`` (``no``: an article that a feed brings and that is not to be watched). A line that is not understood is a
ConfigError that names it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from newsdiff.errors import ConfigError
from newsdiff.model import PageKind
from newsdiff.text.urls import host, normalise, redact, visible
from newsdiff.watch.plan.list_text import NAME as NAME
from newsdiff.watch.plan.list_text import ListText

NAME_CHARACTERS, TAG_CHARACTERS = 60, 30
_TAG = re.compile(rf"[\w-]{{1,{TAG_CHARACTERS}}}")
_WORD = re.compile(r'(?:[^\s"]|"[^"]*")+|"')
_FEW = 20  # entries, of which a long list is only looked through for lines that name their hosts
_SHOWN = 200  # characters of a line that an error quotes


@lru_cache(maxsize=1 << 16)  # a list is read several times in a run
def _key_of(url: str) -> str:
    return normalise(visible(url))  # as the address stands in the list, whatever could not be seen in it


@dataclass(frozen=True, slots=True)
class Watched:
    """One line of the list; ``watch`` is false for an article that is to be left alone."""

    url: str
    kind: PageKind | None = None  # None: as its first visit shows
    every: timedelta | None = None
    paused: bool = False
    watch: bool = True
    name: str = ""  # what its user calls it
    tags: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The URL that this line is known by."""
        return _key_of(self.url)


def read(folder: Path) -> tuple[Watched, ...]:
    """What stands in the list of a store's private folder; of two lines for one URL the later one counts."""
    found: dict[str, Watched] = {}
    for number, line in enumerate(ListText.read(folder), 1):
        if watched := parse(line, number):
            found.pop(watched.key, None)
            found[watched.key] = watched
    return tuple(found.values())


def is_empty(folder: Path) -> bool:
    """Whether the list, which was read before, names no address; a long one is not read to its end."""
    try:
        with (folder / NAME).open(encoding="utf-8-sig") as file:
            return not any(parse(line.removesuffix("\n"), number) for number, line in enumerate(file, 1))
    except FileNotFoundError:
        return True


def labelled(folder: Path) -> Iterator[Watched]:
    """What has a name or tags: in a long list few lines do, and only they are looked into."""
    text = ListText.read(folder)
    if not (text.holds(b"name=") or text.holds(b"tags=")):
        return
    last: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(text, 1):
        words = line.split(maxsplit=1)
        if words and (_is_labelled(line) or words[0] in last):
            last[words[0]] = line, number
    for line, number in last.values():
        if _is_labelled(line) and (watched := parse(line, number)):
            yield watched


def _is_labelled(line: str) -> bool:
    """Whether a line may have a name or tags."""
    return "name=" in line or "tags=" in line


def add(folder: Path, entries: Iterable[Watched], *, keep: bool = False) -> tuple[Watched, ...]:
    """Put new lines at the end of the list, and rewrite those whose options differ; what was new or changed.

    With ``keep`` a URL that stands there keeps its options.
    """
    text, changed = ListText.read(folder), []
    coming = list(entries)
    places = _places(text, coming)
    for entry in coming:
        place = places.get(entry.key)
        if place is None:
            places[entry.key] = text.append(line_of(entry))
        elif not keep and parse(text.line(place)) != entry:
            text.put(place, line_of(entry))
        else:
            continue
        changed.append(entry)
    if changed:
        text.write(folder)
    return tuple(changed)


def remove(folder: Path, url: str) -> bool:
    """Take a URL off the list; whether it stood there. The history stays."""
    text, own = ListText.read(folder), _key_of(url)
    gone = [place for key, place in _keys(text, [own]) if key == own]
    for place in gone:
        text.put(place, None)
    if gone:
        text.write(folder)
    return bool(gone)


def named(folder: Path, text: str) -> str:
    """The URL of the article that its user calls so, in any case; else the text itself."""
    wanted = text.casefold()
    return next((w.url for w in labelled(folder) if w.name.casefold() == wanted), text) if wanted else text


def change(folder: Path, url: str, option: Callable[[Watched], Watched]) -> Watched:
    """Change the options of a URL; one that is not listed (a feed brought it) gets a line of its own."""
    text, own = ListText.read(folder), _key_of(url)
    place = max((place for key, place in _keys(text, [own]) if key == own), default=None)
    entry = (None if place is None else parse(text.line(place))) or Watched(url)
    changed = option(entry)
    if place is None:
        text.append(line_of(changed))
    elif changed != entry:
        text.put(place, line_of(changed))
    else:
        return changed
    text.write(folder)
    return changed


def parse(line: str, number: int = 0, file: str = NAME) -> Watched | None:
    """One line; None for an empty one or a comment; ConfigError with ``file`` and number where it is not understood."""
    words = line.split(maxsplit=1)
    if not words or words[0].startswith("#"):
        return None
    url = words[0]
    options: dict[str, Any] = {}
    if not re.match(r"https?://[^\s/]", url):
        raise ConfigError(
            f"{file}:{number}: {redact(url)[:_SHOWN]} is no http or https URL",
            "write one URL a line, options behind it",
        )
    for word in _WORD.findall(words[1]) if len(words) > 1 else ():
        if word.startswith("#"):
            break
        key, _, value = word.partition("=")
        if key not in _OPTIONS:
            raise ConfigError(
                f"{file}:{number}: unknown option {redact(word)[:_SHOWN]}", f"options are {', '.join(sorted(_OPTIONS))}"
            )
        try:
            options[key] = _OPTIONS[key](value)
        except ValueError as error:
            raise ConfigError(f"{file}:{number}: {word[:_SHOWN]}: {error}") from error
    return Watched(url, **options)


def line_of(watched: Watched) -> str:
    """The line that says this; what is as usual is not said."""
    said = [visible(watched.url)]
    if watched.kind is not None:
        said.append(f"kind={watched.kind}")
    if watched.every is not None:
        said.append(f"every={duration(watched.every)}")
    if watched.paused:
        said.append("paused=yes")
    if not watched.watch:
        said.append("watch=no")
    if watched.name:
        said.append(f'name="{watched.name}"')
    if watched.tags:
        said.append(f"tags={','.join(watched.tags)}")
    return " ".join(said)


def every(text: str) -> timedelta:
    """``30m``, ``6h``, ``2d``, ``1w`` as whole seconds; ValueError for anything else, and for less than one."""
    from newsdiff import config  # takes longer than all else here, and completion waits for it

    seconds = int(config.duration(text).total_seconds())
    if not seconds:
        raise ValueError("it must be a second or longer")
    return timedelta(seconds=seconds)


def duration(length: timedelta) -> str:
    """A length of time in the largest unit that says it whole."""
    seconds = int(length.total_seconds())
    for unit, size in (("w", 604800), ("d", 86400), ("h", 3600), ("m", 60)):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def _kind(text: str) -> PageKind:
    if text not in list(PageKind):
        raise ValueError(f"write {', '.join(PageKind)}")
    return PageKind(text)


def _yes(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError("write yes or no")
    return text == "yes"


def name(text: str) -> str:
    """A name that a user gives to an article; ValueError for one that cannot stand on a line."""
    text = " ".join(text.strip('"').split())
    if not text or len(text) > NAME_CHARACTERS or '"' in text or not text.isprintable():
        raise ValueError(f"write a name of up to {NAME_CHARACTERS} characters, without quotation marks")
    return text


def tags(text: str) -> tuple[str, ...]:
    """Tags, joined by commas; ValueError where one is more than letters, digits, - and _."""
    found = tuple(dict.fromkeys(tag.strip().casefold() for tag in text.strip('"').split(",") if tag.strip()))
    if not found or any(not _TAG.fullmatch(tag) for tag in found):
        raise ValueError(f"write tags of letters, digits, - and _, up to {TAG_CHARACTERS} characters, with commas")
    return found


_OPTIONS: dict[str, Callable[[str], Any]] = {
    "kind": _kind,
    "every": every,
    "paused": _yes,
    "watch": _yes,
    "name": name,
    "tags": tags,
}


def _places(text: ListText, entries: Sequence[Watched]) -> dict[str, int]:
    """Where the lines of these entries stand, by their URLs."""
    wanted = {entry.key for entry in entries}
    return {key: place for key, place in _keys(text, list(wanted)) if key in wanted}


def _keys(text: ListText, wanted: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The URL that a line is of, and its place: of the lines at least that may be of one that is wanted."""
    hosts = {host(key) for key in wanted[: _FEW + 1]}
    few = len(wanted) <= _FEW and "" not in hosts
    for place, line in text.holding(hosts) if few else text.placed():
        try:
            watched = parse(line)
        except ConfigError:
            watched = parse(line, text.number(place))
        if watched is not None:
            yield watched.key, place
