"""Report -> JSON, as ``report.schema.json`` beside this file describes it; keys are only ever added."""

import json
from typing import Any

from newsdiff.model import Article, Finding, Flag, Hunk, Op, Report
from newsdiff.render.layout import Side
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.urls import public

FORMAT = 1
_BEYOND_ASCII = lazy_pattern("[\x7f-\x9f\ud800-\udfff]")  # control characters that json leaves, lone surrogates


def render(report: Report, old: Side, new: Side) -> str:
    """One JSON object, indented; lone surrogates and control characters are escaped."""
    shown = json.dumps(tree(report, old, new), ensure_ascii=False, indent=2)
    return _BEYOND_ASCII.sub(lambda m: f"\\u{ord(m[0]):04x}", shown)


def tree(report: Report, old: Side, new: Side) -> dict[str, Any]:
    """The report as dictionaries and lists."""
    diff = report.diff
    return {
        "format": FORMAT,
        "old": _side(diff.old, old),
        "new": _side(diff.new, new),
        "words": {
            "inserted": report.words.inserted,
            "deleted": report.words.deleted,
            "moved": report.words.moved,
        },
        "disclosed": report.disclosed,
        "disclosed_reason": report.disclosed_reason,
        "notes": list(report.notes),
        "faults": [fault._asdict() for fault in report.faults],
        "summary": report.summary,
        "flags": [flag_tree(f) for f in report.flags],
        "findings": [finding_tree(f) for f in report.findings],
        "hunks": [_hunk(h) for h in diff.hunks if h.op is not Op.EQUAL],
    }


def flag_tree(flag: Flag) -> dict[str, Any]:
    """One flag; ``old_block`` and ``new_block`` are indices into the articles' blocks, or null."""
    return {
        "kind": flag.kind,
        "severity": flag.severity,
        "old": flag.old,
        "new": flag.new,
        "subject": flag.subject,
        "old_block": flag.old_block,
        "new_block": flag.new_block,
        "reason": flag.reason,
    }


def finding_tree(finding: Finding) -> dict[str, Any]:
    """One finding with its flags; ``weight`` orders findings and means nothing else."""
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "old": finding.old,
        "new": finding.new,
        "weight": finding.weight,
        "old_block": finding.old_block,
        "new_block": finding.new_block,
        "count": finding.count,
        "flags": [flag_tree(f) for f in finding.flags],
    }


def _side(article: Article, side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "seen_at": side.seen_at.isoformat() if side.seen_at else None,
        "url": public(article.url),
        "headline": article.headline,
        "published": article.published,
        "modified": article.modified,
        "language": article.language,
    }


def _hunk(hunk: Hunk) -> dict[str, Any]:
    return {
        "op": hunk.op,
        "old_index": hunk.old_index,
        "new_index": hunk.new_index,
        "old": [{"kind": b.kind, "text": b.text} for b in hunk.old],
        "new": [{"kind": b.kind, "text": b.text} for b in hunk.new],
        "edits": [
            {
                "op": e.op,
                "old": e.old,
                "new": e.new,
                "old_start": e.old_start,
                "new_start": e.new_start,
                "level": e.level,
                "moved": e.moved,
            }
            for e in hunk.edits
        ],
    }
