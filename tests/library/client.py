"""A program that builds on newsdiff, as somebody else would write it: mypy checks it, and a test runs it."""

from datetime import UTC, datetime
from pathlib import Path

import newsdiff
from newsdiff import Article, Finding, Flag, FlagKind, FlagSettings, Report, Revision, Severity, Store
from newsdiff.errors import NewsdiffError
from newsdiff.store import Record


def grave(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is Severity.HIGH]


def numbers(report: Report) -> list[tuple[str, str]]:
    flags: tuple[Flag, ...] = report.flags
    return [(flag.old, flag.new) for flag in flags if flag.kind is FlagKind.NUMBER]


def told(store: Store, name: str) -> list[str]:
    lines = []
    for revision in store.history(name):
        words = f"+{revision.words.inserted}" if revision.words else ""
        lines.append(f"{revision.seen_at:%Y-%m-%d} {revision.kind} {', '.join(revision.flags)} {words}".strip())
    return lines


def kept(folder: Path, texts: list[Article]) -> Store:
    store, path, seen = Store.create(folder), None, datetime(2026, 3, 12, tzinfo=UTC)
    for n, text in enumerate(texts):
        report = newsdiff.compare(texts[n - 1], text, FlagSettings(names=("Ada Lind",))) if n else None
        kind = newsdiff.RevisionKind.EDIT if n else newsdiff.RevisionKind.FIRST
        made: list[Revision] = store.record([Record(text, kind, seen, report=report, path=path)], now=seen)
        path = made[0].path
    return store


def missing(store: Store, name: str) -> str:
    try:
        return store.find(name)
    except NewsdiffError as error:
        return error.message
