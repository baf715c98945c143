"""The article of the demo, as its invented publisher changes it. Every name and number in it is made up."""

from dataclasses import dataclass, replace

HEADLINE = "Harbour wall repairs to take two years, council told"


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the page: what was done to it, the story's paragraphs, and the noise around them."""

    what: str
    paragraphs: tuple[str, ...]
    modified: str
    noise: int = 0


_WALL = "The wall was badly damaged when a storm tore along the coast on 12 March, and part of the fish market has been closed ever since."
_SAID = "“This was a temporary setback for the town,” Vale told the meeting. She said the work would be paid for without raising the harbour dues."
_ENGINEERS = "Engineers found that the sea had washed out the footing over a length of 90 metres. They called the damage severe but said the lighthouse was safe."

_FIRST = Edition(
    "the article as it was published",
    (
        "Repairs to the harbour wall in Port Alder will take two years, former Harbour Minister Ingrid Vale told the council on Tuesday.",
        _WALL,
        _ENGINEERS,
        "About 1,200 households behind the wall have been told to keep sandbags ready until the autumn.",
        _SAID,
        "The council will vote on the plan next month. A public hearing is to be held in the old town hall before that.",
        "The harbour of Port Alder was built in 1887 and is the home of some forty fishing boats.",
    ),
    "2025-03-18T09:00:00Z",
)


def states() -> tuple[Edition, ...]:
    """The first state and the five that follow."""
    titled = _edited(
        _FIRST,
        "a title and a date change",
        "2025-03-18T10:00:00Z",
        {"former Harbour Minister": "Harbour Minister", "12 March": "2 March"},
    )
    counted = _edited(
        titled,
        "a number and a quote change",
        "2025-03-18T11:00:00Z",
        {"1,200 households": "2,100 households", "a temporary setback": "a serious failure"},
    )
    moved = _edited(
        counted, "a paragraph moves, and one word of it changes", "2025-03-18T12:00:00Z", {"severe": "slight"}
    )
    place = moved.paragraphs.index(_ENGINEERS.replace("severe", "slight"))
    others = moved.paragraphs[:place] + moved.paragraphs[place + 1 :]
    moved = replace(moved, paragraphs=(*others[:-1], moved.paragraphs[place], others[-1]))
    noisy = replace(moved, what="only the page around the story changes", noise=1)
    note = "Correction: An earlier version of this article gave the wrong date for the storm. It struck on 2 March."
    noted = replace(
        noisy, what="a correction note is added", paragraphs=(*noisy.paragraphs, note), modified="2025-03-18T14:00:00Z"
    )
    return (_FIRST, titled, counted, moved, noisy, noted)


def _edited(state: Edition, what: str, modified: str, edits: dict[str, str]) -> Edition:
    paragraphs = state.paragraphs
    for old, new in edits.items():
        paragraphs = tuple(p.replace(old, new) for p in paragraphs)
    return Edition(what, paragraphs, modified)


_PROMOS = (
    (
        "Ferry timetable changes from Monday",
        "Bakery wins county prize for the third time",
        "18 comments",
        "3 hours ago",
    ),
    ("Storm names for next winter announced", "School choir to sing at the lighthouse", "64 comments", "5 hours ago"),
)


def page(state: Edition) -> str:
    """The HTML page of a state, with the furniture that a news site puts around and into a story."""
    promo, other, comments, ago = _PROMOS[state.noise]
    body = [f"<p>{text}</p>" for text in state.paragraphs]
    body.insert(2, f'<p><strong>READ MORE: <a href="/news/{state.noise}">{promo}</a></strong></p>')
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{HEADLINE} - The Alder Courier</title>
<meta property="og:title" content="{HEADLINE}">
<meta property="article:published_time" content="2025-03-18T09:00:00Z">
<meta property="article:modified_time" content="{state.modified}">
<meta name="author" content="Tomas Reed">
</head>
<body>
<header><a href="/">The Alder Courier</a><nav><a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
<main>
<article>
<h1>{HEADLINE}</h1>
<p class="byline">By Tomas Reed</p>
<div class="share"><a href="#f">Share</a> <span>{comments}</span> <span>Updated {ago}</span></div>
{chr(10).join(body)}
</article>
<aside class="related"><h3>Most read</h3><ul><li><a href="/a">{other}</a></li><li><a href="/b">{promo}</a></li></ul></aside>
</main>
<footer>The Alder Courier, an invented newspaper. Sign up for our newsletter.</footer>
</body>
</html>
"""
