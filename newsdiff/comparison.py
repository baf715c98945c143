"""Article, Article -> Report: the diff, then the flags. The one place that composes them."""

from newsdiff import diff, findings, flags
from newsdiff.flags.version import version
from newsdiff.model import Article, Disclosed, Finding, FlagSettings, Report, RuleFault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_DEFAULT = FlagSettings()


def compare(
    old: Article,
    new: Article,
    settings: FlagSettings = _DEFAULT,
    *,
    old_seen: "datetime | None" = None,
    new_seen: "datetime | None" = None,
) -> Report:
    """Compare two texts of one article and judge the edits.

    The times of observation, where they are known, tell a shown date that merely follows the clock. A rule that fails
    is among the report's ``faults``: what changed is shown all the same.

    >>> from newsdiff import article, compare
    >>> old = article(["Twelve people were injured, the mayor said."], "Ferry collides with pier", "en")
    >>> new = article(["Twelve people were killed, the mayor said."], "Ferry collides with pier", "en")
    >>> [finding] = compare(old, new).findings
    >>> finding.kind.value, finding.severity.value, [flag.new for flag in finding.flags]
    ('event', 'high', ['killed'])
    >>> compare(old, old).findings
    ()
    """
    compared = diff.diff(old, new)
    faults: list[RuleFault] = []
    found, places = flags.flag(compared, settings, old_seen=old_seen, new_seen=new_seen, failed=faults.append)
    disclosed, reason = flags.disclosed(compared, found)
    if any(fault.rule == "correction" for fault in faults):  # silence of a rule that failed is no stealth edit
        disclosed, reason = Disclosed.UNKNOWN, "the rule that looks for notes failed"
    notes = () if faults else flags.notes(compared, found, settings)
    told = findings.findings(compared, found, places)
    summary = findings.summary(compared, told, compared.words, disclosed)
    told_by = version(settings)
    return Report(
        compared, found, disclosed, compared.words, reason, told, summary, notes, tuple(dict.fromkeys(faults)), told_by
    )


def without(report: Report, dismissed: "Callable[[Finding], bool]") -> Report:
    """The report without the findings that somebody dismissed, and without their flags wherever these stand."""
    gone: list[Finding] = []
    left: list[Finding] = []
    for finding in report.findings:
        (gone if dismissed(finding) else left).append(finding)
    if not gone:
        return report
    told = tuple(left)
    alarms = {(flag.kind, flag.old, flag.new) for finding in gone for flag in finding.flags}
    kept = {(flag.kind, flag.old, flag.new) for finding in told for flag in finding.flags}
    flags = tuple(f for f in report.flags if (key := (f.kind, f.old, f.new)) not in alarms or key in kept)
    summary = findings.summary(report.diff, told, report.words, report.disclosed)
    return report._replace(findings=told, flags=flags, summary=summary)
