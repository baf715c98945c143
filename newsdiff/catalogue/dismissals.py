"""False alarms: findings of an edit that a person dismissed. They are kept as a judgement is, beside the history.

The texts, the edit and what was recorded stay. A dismissal holds for these words of this edit: what later rules find
beside them is told.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from newsdiff.comparison import compare, without
from newsdiff.errors import UsageError
from newsdiff.model import Dismissal, Finding, FlagKind, FlagSettings, Report, Revision
from newsdiff.store import Store
from newsdiff.store.judgements.judgements import Judgements, KeptJudgement
from newsdiff.store.repository import commit_message


def without_dismissed(report: Report, edit: Revision) -> Report:
    """The report of an edit without what a person dismissed."""
    return without(report, partial(commit_message.dismisses, edit.dismissed)) if edit.dismissed else report


def dismiss(
    store: Store,
    before: Revision,
    edit: Revision,
    settings: FlagSettings,
    *,
    wanted: Sequence[str],
    why: str,
    now: datetime,
) -> list[str]:
    """Dismiss the findings that are of the ``wanted`` kinds or hold such words (none: all); the lines of what is.

    One that has other kinds as well is not of a kind. UsageError where the edit tells no such finding.
    """
    report = without_dismissed(_report(store, before, edit, settings), edit)
    told = [finding for finding in report.findings if finding.kind is not FlagKind.WORDING]
    chosen = list(dict.fromkeys(commit_message.finding_line(f) for f in _chosen(told, wanted)))
    lines = tuple(dict.fromkeys((*edit.dismissed, *chosen)))
    earlier = commit_message.dismissal(edit)
    _keep(store, edit, report, Dismissal(lines, now, why or (earlier.why if earlier else "")), now)
    return chosen


def restore(store: Store, before: Revision, edit: Revision, settings: FlagSettings, now: datetime) -> tuple[str, ...]:
    """Take back all that was dismissed of an edit; the lines of what is told again. UsageError where nothing was."""
    if not edit.dismissed:
        raise UsageError("nothing of this edit was dismissed", "newsdiff changes --dismissed lists what was")
    _keep(store, edit, _report(store, before, edit, settings), None, now)
    return edit.dismissed


def _report(store: Store, before: Revision, edit: Revision, settings: FlagSettings) -> Report:
    old, new = store.read(before).article, store.read(edit).article
    assert old is not None and new is not None, "they were read"
    return compare(old, new, settings, old_seen=before.seen_at, new_seen=edit.seen_at)


def _chosen(told: Sequence[Finding], wanted: Sequence[str]) -> list[Finding]:
    """The findings that are meant."""
    if not told:
        raise UsageError("this edit tells no finding that could be dismissed", "newsdiff changes --dismissed")
    chosen: list[Finding] = []
    for name in wanted:
        meant = [finding for finding in told if _is_meant(finding, name, wanted)]
        if not meant:
            raise UsageError(
                f"no finding of this edit is of the kind {name[:60]!r} alone, or holds these words",
                "name some of the words of one of these",
                choices=tuple(map(commit_message.finding_line, told)),
            )
        chosen += meant
    return [finding for finding in told if not wanted or finding in chosen]


def _is_meant(finding: Finding, name: str, wanted: Sequence[str]) -> bool:
    """Whether a finding is of a kind and of no other that is not wanted, or has these words on either side."""
    if name in finding.kinds and set(map(str, finding.kinds)) <= set(wanted):
        return True
    words = " ".join(name.casefold().split())
    sides = (" ".join(side.casefold().split()) for side in (finding.old, finding.new))
    return bool(words) and any(words in side for side in sides)


def _keep(store: Store, edit: Revision, report: Report, dismissal: Dismissal | None, now: datetime) -> None:
    judgements = Judgements(store)
    if dismissal:
        report = without(report, partial(commit_message.dismisses, dismissal.lines))
    recorded = judgements.as_recorded([edit.id])[edit.id]
    with store.lock(who="dismiss", now=now, brief=True) as lock:
        judgements.keep([KeptJudgement(recorded, report, report.rules, dismissal)], now=now, lock=lock)
