"""Inputs that nobody would write: sound ones, cut up, multiplied, and seeded with what parsers dislike."""

import random
from collections.abc import Iterator

MOST_BYTES = 60_000  # of one input

# Pieces of text, markup and data that have broken a parser somewhere.
PIECES = (
    *(
        "",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\r\n",
        "\0",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u00ad",
        "\u200b",
        "\u202e",
    ),
    *(
        "\ud800",
        "\udfff",
        "\ufffd",
        "\U0010ffff",
        "e\u0301",
        "\u0301" * 200,
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "１２",
        "²",
        "½",
        "٣",
        "Ⅻ",
        "ǅ",
        "ß",
        "İ",
    ),
    *(
        "9" * 5_000,
        "0" * 400,
        "1e999",
        "-0",
        "1,2,3",
        "1.2.3.4",
        "12:99",
        "24:00",
        "99%",
        "$9,999,999,999,999.99",
        "nan",
    ),
    *(
        "9999-12-31T23:59:59-14:00",
        "0000-00-00",
        "0001-01-01",
        "2025-02-30",
        "12/31/9999",
        "31 February 2025",
        "1970-01-01",
    ),
    *(
        "Monday, March 99, 99999",
        "March 2025",
        "on Friday",
        "yesterday",
        "Updated 3 hours ago",
        "12 March 2025, 08:15 GMT",
    ),
    *(
        "“",
        "”",
        '"',
        "'",
        "’",
        "«",
        "»",
        "„",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "—",
        "-",
        "…",
        ".",
        "?!",
        "|",
        "\\",
        "*",
        "_",
        "`",
    ),
    *(
        "former U.S. President Donald Trump said ",
        "he said she claimed ",
        "not ",
        "never ",
        "may have ",
        "Mr. ",
        "a.k.a. ",
        "No. 10 ",
    ),
    *(
        "Correction: an earlier version said ",
        "Editor's note",
        "Subscribe to continue reading",
        "Share",
        "READ MORE: ",
        "By Ann Lee",
    ),
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<article>",
        "<h1>",
        "</h1>",
        "<li>",
        "<table><tr><td>",
        "<blockquote>",
        "<!--",
        "-->",
        "<",
    ),
    *(
        "<![CDATA[",
        "]]>",
        "<?xml version='1.0' encoding='utf-16'?>",
        "<!DOCTYPE html>",
        "&#0;",
        "&#x110000;",
        "&#55296;",
        "&amp",
        "&",
    ),
    *(
        "<script>",
        "<style>",
        "<script type='application/ld+json'>",
        "</script>",
        "<meta charset=utf-7>",
        "<base href='http://['>",
    ),
    *(
        '{"@type":"NewsArticle","datePublished":"9999-12-31T23:59:59-14:00"}',
        '{"@graph":[[[{}]]]}',
        '{"headline":7,"author":[null]}',
    ),
    *(
        '<time datetime="99999-99-99">',
        '<link rel=canonical href="http://[::1">',
        '<html lang="xx-invalid-\u0301">',
        "<body hidden>",
    ),
    *(
        "---\n",
        "format: 1\n",
        "url: http://[\n",
        'headline: "\\ud800"\n',
        "status: live\n---\n",
        "# ",
        "## ",
        "> ",
        "- ",
        "| a | b |",
        "_Dek: x_",
    ),
    *(
        "http://",
        "https://[",
        "http://a.example:99999999/",
        "http://user:pw@a.example/?token=x",
        "https://xn--/",
        "file:///etc/passwd",
    ),
    *(
        "[fetch]\n",
        '[site."a"]\n',
        "delay = nan\n",
        "every = '9w'\n",
        'x = """',
        "= ",
        "[[a]]\n",
        "true",
        "1979-05-27",
        "0x1F",
        "inf",
    ),
    *(
        "WARC/1.1\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 99999999999\r\n",
        "WARC-Date: soon\r\n",
        "HTTP/1.1 200 OK\r\n",
        "\r\n\r\n",
    ),
    *(
        "Content-Encoding: gzip\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Kind: edit\n",
        "Since: soon\n",
        "Words: +x -y ~z\n",
        "Status: 9\n",
    ),
    *(
        '"at":"2026-03-02"',
        '"url":7',
        '"status":"party"',
        "null",
        "true",
        "[]",
        "{}",
        "[" * 2_000,
        '"\\ud800"',
        ',"words":1e999',
    ),
    *("every=9w", "kind=feed", "paused=yes", "watch=no", "#", "=", "key=", "--", "@1", "@-1", ".."),
)
_ENCODED = tuple(piece.encode("utf-8", "surrogatepass") for piece in PIECES)


def mutated(seeds: list[bytes], count: int, seed: int) -> Iterator[bytes]:
    """``count`` inputs made of the seeds; the same ones for the same seed."""
    r = random.Random(seed)
    for _ in range(count):
        body = bytearray(r.choice(seeds) if r.random() < 0.9 else b"")
        for _ in range(r.choice((1, 1, 2, 3, 5, 8, 13))):
            _change(body, seeds, r)
        yield bytes(body[:MOST_BYTES])


def texts(seeds: list[str], count: int, seed: int) -> Iterator[str]:
    """The same for texts, which may hold lone surrogates."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in seeds]
    for body in mutated(encoded, count, seed):
        yield body.decode("utf-8", "surrogateescape")


def _change(body: bytearray, seeds: list[bytes], r: random.Random) -> None:
    start = r.randrange(len(body) + 1)
    length = r.choice((1, 2, 8, 40, 200, 1_000))
    piece = r.choice(_ENCODED)
    what = r.randrange(9)
    if what == 0:
        body[start : start + length] = b""
    elif what == 1:
        body[start:start] = piece
    elif what == 2:
        body[start : start + length] = piece
    elif what == 3:
        body[start:start] = piece * r.choice((2, 20, 300)) if len(piece) < 50 else piece
    elif what == 4:
        body[start:start] = bytes(body[start : start + length]) * r.choice((1, 3, 30))
    elif what == 5:
        other = r.choice(seeds)
        at = r.randrange(len(other) + 1)
        body[start:start] = other[at : at + length * 4]
    elif what == 6 and body:
        body[start % len(body)] ^= 1 << r.randrange(8)
    elif what == 7:
        del body[start:]
    else:
        body[start : start + length] = bytes(r.randrange(256) for _ in range(length))
