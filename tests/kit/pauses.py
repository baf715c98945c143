"""Whether requests kept their distance, told from when a server logged them, which a busy machine does late."""

LATE = 0.08  # that a request may be sent and logged after its turn began, on a busy machine


def check_pauses(log: list[tuple[float, str]], pause: float) -> None:
    """That starts with this pause between them can be found, each shortly before its request was logged."""
    start = float("-inf")
    for n, (at, path) in enumerate(log):
        start = max(at - LATE, start + pause)
        assert start <= at, (path, n, [round(t - at, 3) for t, _ in log[max(n - 3, 0) : n + 3]])
