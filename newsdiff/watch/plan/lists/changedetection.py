"""What changedetection.io exports: a backup (zip: watch.json and tag.json in a folder each), or its url-watches.json.

Older versions keep all watches and tags in url-watches.json; newer ones a file for each, which only a backup holds.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import IO, Any

from newsdiff.errors import ConfigError
from newsdiff.watch.plan.lists.foreign import ForeignEntry, ForeignList, foreign_list, without_words

TOOL = "changedetection.io"
_MAX_MEMBER_BYTES = 20_000_000  # of one file in a backup, unpacked
_MAX_MEMBERS = 100_000
_STORY = "newsdiff finds the story itself; where it does not, body and remove under [site] say where it stands"
_WHOLE = "every changed text is kept; flags and their severity say which matter"
_HINTS = {
    **dict.fromkeys(("include_filters", "subtractive_selectors", "extract_text", "extract_lines_containing"), _STORY),
    **dict.fromkeys(("ignore_text", "trigger_text", "text_should_not_be_present", "conditions", "llm_intent"), _WHOLE),
    **dict.fromkeys(("headers",), "write them under [site] as headers"),
    **dict.fromkeys(
        ("fetch_backend", "browser_steps", "webdriver_delay", "webdriver_js_execute_code"),
        "write browser = true under [site]",
    ),
    "proxy": "[fetch] proxy is that of every request",
    "notification_urls": "see [notify.NAME]",
    "time_schedule_limit": "",
    "link_to_open": "",
}
_USUAL_BACKENDS = ("system", "html_requests")
_USUAL_PROCESSOR = "text_json_diff"
_UNITS = ("weeks", "days", "hours", "minutes", "seconds")
_MAX_UNITS = 10_000  # of one unit of an interval


def is_watches(body: bytes) -> bool:
    """Whether a file is its url-watches.json."""
    start = body.lstrip()
    return start.startswith(b"{") and b'"watching"' in body


def watches(name: str, body: bytes) -> ForeignList:
    """What url-watches.json names; ConfigError where it cannot be read."""
    told = _read(name, body)
    return foreign_list(TOOL, _entries(_table(told, "watching"), _tags_of(told)))


def backup(name: str, file: IO[bytes]) -> ForeignList:
    """What a backup names; ConfigError where it is none, or cannot be read."""
    try:
        with zipfile.ZipFile(file) as packed:
            members = [info for info in packed.infolist()[:_MAX_MEMBERS] if info.filename.endswith(".json")]
            read = {info.filename: _member(name, packed, info) for info in members}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise ConfigError(f"{name} is no zip archive that can be read: {str(error)[:100]}") from None
    old = read.get("url-watches.json", {})
    found = dict(_table(old, "watching"))
    tags = _tags_of(old) | _tags_of(read.get("changedetection.json", {}))
    for path, told in read.items():
        folder, _, file_name = path.rpartition("/")
        if file_name == "watch.json":
            found[folder] = told
        elif file_name == "tag.json":
            tags[folder] = str(told.get("title") or "")
    if not found:
        raise ConfigError(f"{name} holds no watches of {TOOL}", "give a backup of it, or a file of addresses")
    return foreign_list(TOOL, _entries(found, tags))


def _member(name: str, packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> dict[str, Any]:
    with packed.open(info) as member:
        body = member.read(_MAX_MEMBER_BYTES + 1)
    if len(body) > _MAX_MEMBER_BYTES:
        raise ConfigError(f"{info.filename[:80]} of {name} has more than {_MAX_MEMBER_BYTES // 1_000_000} MB")
    return _read(f"{info.filename[:80]} of {name}", body)


def _read(name: str, body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise ConfigError(f"{name} is no JSON that can be read", "export it anew") from None
    return told if isinstance(told, dict) else {}


def _table(told: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """A table within tables; empty where there is none."""
    found: Any = told
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def _tags_of(told: Mapping[str, Any]) -> dict[str, str]:
    """The titles of tags by their ids."""
    tags = _table(told, "settings", "application", "tags")
    return {key: str(tag.get("title") or "") for key, tag in tags.items() if isinstance(tag, dict)}


def _entries(found: Mapping[str, Any], tags: Mapping[str, str]) -> Iterator[ForeignEntry]:
    for watch in found.values():
        if isinstance(watch, dict):
            yield _entry(watch, tags)


def _entry(watch: Mapping[str, Any], tags: Mapping[str, str]) -> ForeignEntry:
    listed = watch.get("tags")
    named = [tags.get(tag, "") for tag in listed if isinstance(tag, str)] if isinstance(listed, list) else []
    older = watch.get("tag")  # the name itself, as versions before 0.45 have it
    named += older.split(",") if isinstance(older, str) else []
    url, title = watch.get("url"), watch.get("title")
    return ForeignEntry(
        url if isinstance(url, str) else "",
        title if isinstance(title, str) else "",
        tuple(named),
        every=_every(watch),
        paused=watch.get("paused") is True,
        unknown=without_words(_options(watch), _HINTS),
        out=_out(watch),
    )


def _options(watch: Mapping[str, Any]) -> list[str]:
    """The options that a user chose and newsdiff does not take over."""
    usual = {"fetch_backend": watch.get("fetch_backend") in _USUAL_BACKENDS}
    usual["time_schedule_limit"] = not _table(watch, "time_schedule_limit").get("enabled")
    return [key for key in _HINTS if watch.get(key) and not usual.get(key)]


def _out(watch: Mapping[str, Any]) -> str:
    """Why it is not watched at all; empty where it is."""
    processor, method = str(watch.get("processor") or _USUAL_PROCESSOR), str(watch.get("method") or "GET").upper()
    if processor != _USUAL_PROCESSOR:
        return f"it is watched for {processor[:30]}, and newsdiff keeps texts"
    return "" if method == "GET" else f"it asks with {method[:10]}, and newsdiff only reads"


def _every(watch: Mapping[str, Any]) -> timedelta | None:
    """How often it is looked at, where that is its own; None: as often as newsdiff sees fit."""
    told = _table(watch, "time_between_check")
    if watch.get("time_between_check_use_default") is not False and watch.get("time_between_check_use_default"):
        return None
    counts = {unit: int(n) for unit in _UNITS if isinstance(n := told.get(unit), int | float) and 0 < n < _MAX_UNITS}
    length = timedelta(**counts)
    return length if length >= timedelta(seconds=1) else None
