"""The files in the folders of languages, of which a start reads some sixty, and their lines in alphabetical order."""

import os
from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_STRETCH = 1000  # bytes that are looked through for a line: as long as it takes to find where they begin


def read(path: str, start: int = 0, size: int | None = None) -> bytes:
    """The bytes of a file from a place on, all or so many.

    Four calls of the system: ``open`` makes nine, and pathlib takes 5 ms to import.
    """
    file = os.open(path, os.O_RDONLY)
    try:
        return os.pread(file, os.fstat(file).st_size if size is None else size, start)
    finally:
        os.close(file)


class Lines:
    """The lines of a text in the order of their words, of which each stands behind a line feed.

    A line is asked for by its key: a word and the mark behind it, a tab or a line feed. These come before all that
    words are made of, so the first lines of short stretches of the text tell in which of them it can stand.

    >>> Lines(b"\\nred\\nreddish\\n").of(b"red\\n"), Lines(b"\\nblue\\t1\\nred\\t2\\n").of(b"red\\t")
    (b'red\\n', b'red\\t2\\n')
    """

    def __init__(self, text: bytes) -> None:
        last = text.rfind(b"\n")
        places = (text.index(b"\n", at) for at in range(0, last, _STRETCH))
        self.text: Final = text
        self._starts: Final = [at for at in places if at < last]
        self._heads: Final = [text[at + 1 : text.index(b"\n", at + 1)] for at in self._starts]

    def of(self, key: bytes) -> bytes:
        """The line that begins with a key, or nothing."""
        stretch = bisect_right(self._heads, key + b"\xff") - 1
        if stretch < 0:
            return b""
        end = self._starts[stretch + 1] if stretch + 1 < len(self._starts) else len(self.text)
        at = self.text.find(b"\n" + key, self._starts[stretch], end + len(key))
        return self.text[at + 1 : self.text.index(b"\n", at + len(key)) + 1] if at >= 0 else b""
