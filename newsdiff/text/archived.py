"""Addresses that a web archive rewrote: ``https://ARCHIVE/web/20250312101112id_/https://news.example/story``.

Told by their form, which replay tools share: a time, perhaps a two-letter mode, then a whole address.
"""

import re

from newsdiff.text.lazy_pattern import lazy_pattern

_REWRITTEN = lazy_pattern(
    r"[^?#]*?/(?P<time>\d{4,14}|\d{4}\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_|\*)?/(?P<scheme>https?):/+(?P<rest>[^/].*)",
    re.IGNORECASE | re.DOTALL,
)
_MAX_LAYERS = 4  # an archive of an archive


def original(url: str) -> tuple[str, str]:
    """The publisher's own address, and the time of the capture as 14 digits.

    An address that no archive rewrote comes back as it is; the time is empty where the address tells none in full.
    """
    time = ""
    for _ in range(_MAX_LAYERS):
        found = _REWRITTEN.fullmatch(url)
        if found is None:
            break
        url = f"{found['scheme'].lower()}://{found['rest']}"
        digits = re.sub(r"\D", "", found["time"])
        time = digits if len(digits) == 14 else ""
    return url, time
