"""The files in the folders of languages, of which a start reads some sixty, and their lines in alphabetical order."""

import os


def read(path: str, start: int = 0, size: int | None = None) -> bytes:
    """The bytes of a file from a place on, all or so many.

    Four calls of the system: ``open`` makes nine, and pathlib takes 5 ms to import.
    """
    file = os.open(path, os.O_RDONLY)
    try:
        return os.pread(file, os.fstat(file).st_size if size is None else size, start)
    finally:
        os.close(file)


def line_of(text: bytes, key: bytes) -> bytes:
    """The line that begins with a key, or nothing: halves are cut until it is found.

    Each line stands behind a line feed. A key is a word and the mark behind it, a tab or a line feed: these come before
    all that words are made of, so that lines stand in the order of their words.

    >>> line_of(b"\\nred\\nreddish\\n", b"red\\n"), line_of(b"\\nblue\\t1\\nred\\t2\\n", b"red\\t")
    (b'red\\n', b'red\\t2\\n')
    """
    low, high = 0, len(text) - 1  # the line feeds before the first line and behind the last that may be it
    while low < high:
        start = text.rfind(b"\n", low, (low + high) // 2 + 1)
        end = text.index(b"\n", start + 1)
        line = text[start + 1 : end + 1]
        if line.startswith(key):
            return line
        if line < key:
            low = end
        else:
            high = start
    return b""
