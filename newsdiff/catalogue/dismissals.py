"""False alarms: findings of an edit that a person dismissed. They are kept as a judgement is, beside the history.

The texts, the edit and what was recorded stay. A dismissal holds for these words of this edit: what later rules find
beside them is told.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from newsdiff.comparison import compare, without
from newsdiff.errors import UsageError
from newsdiff.model import Dismissal, Finding, FlagKind, FlagSettings, Report, Revision, RevisionKind
from newsdiff.store import Store
from newsdiff.store.judgements.judgements import Judgements, KeptJudgement
from newsdiff.store.lock import Lock
from newsdiff.store.repository import commit_message

_NO_EDITS = {
    RevisionKind.FIRST: "the first text of an article",
    RevisionKind.RECLEAN: "a text that newsdiff's own cleaner read anew",
}
LIST_FLAGGED = "newsdiff changes --flagged lists the edits that have findings"


def dismissed_of(edit: Revision) -> Callable[[Finding], bool] | None:
    """Whether a person dismissed a finding of this edit; None where nobody dismissed any."""
    return commit_message.dismissing(edit.dismissed) if edit.dismissed else None


def without_dismissed(report: Report, edit: Revision) -> Report:
    """The report of an edit without what a person dismissed."""
    dismissed = dismissed_of(edit)
    return without(report, dismissed) if dismissed else report


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

    One that has other kinds as well is not of a kind. UsageError where the edit tells no such finding, or is none.
    """
    if edit.kind in _NO_EDITS:
        raise UsageError(f"{edit.id[:10]} is {_NO_EDITS[edit.kind]}, no edit: nothing of it is flagged", LIST_FLAGGED)
    report = _report(store, before, edit, settings)
    told = [f for f in without_dismissed(report, edit).findings if f.kind is not FlagKind.WORDING]
    chosen = list(dict.fromkeys(commit_message.finding_line(f) for f in _chosen(told, wanted)))
    with store.lock(who="dismiss", now=now, brief=True) as lock:
        earlier = commit_message.dismissal(_as_it_stands(store, edit))  # another run may have kept one meanwhile
        lines = tuple(dict.fromkeys((*(earlier.lines if earlier else ()), *chosen)))
        _keep(store, edit, report, Dismissal(lines, now, why or (earlier.why if earlier else "")), lock, now=now)
    return chosen


def restore(store: Store, before: Revision, edit: Revision, settings: FlagSettings, now: datetime) -> tuple[str, ...]:
    """Take back all that was dismissed of an edit; the lines of what is told again. UsageError where nothing was."""
    if not edit.dismissed:
        raise UsageError("nothing of this edit was dismissed", "newsdiff changes --dismissed lists what was")
    report = _report(store, before, edit, settings)
    with store.lock(who="dismiss", now=now, brief=True) as lock:
        lines = _as_it_stands(store, edit).dismissed
        _keep(store, edit, report, None, lock, now=now)
    return lines


def _as_it_stands(store: Store, edit: Revision) -> Revision:
    """An edit as it is judged and dismissed by now: asked under the lock, where nobody else writes."""
    return next(iter(store.recorded([edit.id])), edit)


def _report(store: Store, before: Revision, edit: Revision, settings: FlagSettings) -> Report:
    old, new = store.read(before).article, store.read(edit).article
    assert old is not None and new is not None, "they were read"
    return compare(old, new, settings, old_seen=before.seen_at, new_seen=edit.seen_at)


def _chosen(told: Sequence[Finding], wanted: Sequence[str]) -> list[Finding]:
    """The findings that are meant."""
    if not told:
        raise UsageError("this edit tells no finding that could be dismissed", LIST_FLAGGED)
    chosen: set[Finding] = set()
    for name in wanted:
        meant = [finding for finding in told if _is_meant(finding, name, wanted)]
        if not meant:
            raise UsageError(
                f"no finding of this edit is of the kind {name[:60]!r} alone, or holds these words",
                "name some of the words of one of these",
                choices=tuple(map(commit_message.finding_line, told)),
            )
        chosen.update(meant)
    return [finding for finding in told if not wanted or finding in chosen]


def _is_meant(finding: Finding, name: str, wanted: Sequence[str]) -> bool:
    """Whether a finding is of a kind and of no other that is not wanted, or has these words on either side."""
    if name in finding.kinds and set(map(str, finding.kinds)) <= set(wanted):
        return True
    words = " ".join(name.casefold().split())
    sides = (" ".join(side.casefold().split()) for side in (finding.old, finding.new))
    return bool(words) and any(words in side for side in sides)


def _keep(
    store: Store, edit: Revision, report: Report, dismissal: Dismissal | None, lock: Lock, *, now: datetime
) -> None:
    judgements = Judgements(store)
    if dismissal:
        report = without(report, commit_message.dismissing(dismissal.lines))
    recorded = judgements.as_recorded([edit.id])[edit.id]
    judgements.keep([KeptJudgement(recorded, report, report.rules, dismissal)], now=now, lock=lock)
