"""What a run tells from cron, fitted into a mail: the weightiest findings of all articles, and what is left out."""

from collections.abc import Iterator, Sequence

from newsdiff.cli.outcome_lines import MAX_FINDINGS, OutcomeLines

MAX_LINES = 200


def mail(entries: Sequence[OutcomeLines], more: str, room: int = MAX_LINES) -> Iterator[str]:
    """At most ``room`` lines; ``more`` is the command that lists what had no place."""
    whole = [line for one in entries for line in one.lines()]
    if len(whole) <= room:
        yield from whole
        return
    shortest = [len(list(e.lines(0, brief=True))) for e in entries]
    fitting = len(entries) if sum(shortest) <= room else _fitting(shortest, room - 1)
    kept, left = entries[:fitting], entries[fitting:]
    shown = _shares(kept, room - bool(left) - sum(shortest[:fitting]))
    for one, count in zip(kept, shown, strict=True):
        yield from one.lines(count, brief=True)
    if left:
        yield f"and {len(left)} more article{'s' * (len(left) != 1)}: {more}"


def _fitting(lines: Sequence[int], room: int) -> int:
    """How many articles find a place with nothing but what happened to them."""
    used = 0
    for number, count in enumerate(lines):
        used += count
        if used > room:
            return number
    return len(lines)


def _shares(entries: Sequence[OutcomeLines], room: int) -> list[int]:
    """How many findings of each article are shown: the weightiest of all, while there is room."""
    all_findings = sorted(
        (-weight, number, at)
        for number, one in enumerate(entries)
        for at, (weight, _) in enumerate(one.findings[:MAX_FINDINGS])
    )
    shown = [0] * len(entries)
    for _, number, _ in all_findings[: max(0, room)]:
        shown[number] += 1
    return shown
