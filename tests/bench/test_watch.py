"""Measure the gate on real pages: `pytest -m bench -s tests/bench/test_watch.py` (needs ../shared/data).

Walls: each page is watched, then replaced by what servers show instead of it; none may enter the history.
Edits: successive versions of real releases are replayed; nearly all must be recorded at the first visit, none dropped.
"""

import gzip
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html import escape
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "watch"))

from newsdiff.clean import cleaned_html
from newsdiff.model import Status
from tests.kit.site import Answer, Desk, Site

pytestmark = pytest.mark.bench
SHELL = (
    "<!DOCTYPE html><html lang={lang}><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
)
FILLER = "Our newsroom reports from the region every day of the year, and readers support that work."


def shell(title: str, body: str, lang: str = "en") -> bytes:
    return SHELL.format(title=title, body=body, lang=lang).encode()


WALLS: dict[str, bytes] = {
    "consent": shell(
        "Before you continue",
        "<main><h1>We value your privacy</h1><p>We and our 741 partners store and access information on your device, such"
        " as cookies, and process personal data. You may accept or manage your choices.</p><button>Accept all</button></main>",
    ),
    "consent-long": shell(
        "Your privacy",
        "<main><h1>Your privacy, your choice</h1>"
        + "<p>With your agreement, we and our 812 partners use cookies to store and process data like your visit on this"
        " website. You can withdraw your consent at any time.</p>" * 6 + "</main>",
    ),
    "captcha": shell(
        "Just a moment...", "<h1>Checking your browser</h1><p>Please verify you are human. Ray ID: 8a1b2c3d4e</p>"
    ),
    "login": shell(
        "Log in",
        "<main><h1>Log in</h1><form><p>Please log in to continue.</p><p>Forgot your password?</p></form></main>",
    ),
    "not-found": shell(
        "Page not found",
        "<main><h1>Sorry, we can't find that page</h1><p>The page you are looking for may have moved.</p><p>"
        + FILLER
        + "</p></main>",
    ),
    "script": shell("Loading", "<div id=root></div><noscript>Please enable JavaScript to view this site.</noscript>"),
    "region": shell(
        "451",
        "<main><h1>Not here</h1><p>This site is currently unavailable to visitors from most European countries. We work"
        " to make it available to you again.</p></main>",
    ),
    "outage": shell(
        "Back soon",
        "<main><h1>Back soon</h1><p>Our site is being looked after. Please come back in an hour.</p></main>",
    ),
    "home": shell(
        "The Courier",
        "".join(
            f"<article><h2><a href=/s/{n}>Story number {n} of the day</a></h2><p>A short teaser for story {n}, which"
            f" tells what happened in town {n * 3}.</p></article>"
            for n in range(30)
        ),
    ),
}


def paywalled(share: float) -> Callable[[bytes], bytes | None]:
    """Keep a share of the article's paragraphs, and a notice behind them."""

    def make(body: bytes) -> bytes | None:
        from lxml import html

        told = {"".join(block.text.split()) for block in cleaned_html(body).article.blocks}
        tree = html.document_fromstring(body.decode("utf-8", "replace").encode())
        ps = [p for p in tree.iter("p") if len(p.text_content()) > 60 and "".join(p.text_content().split()) in told]
        if len(ps) < 5:
            return None
        rest = ps[int(len(ps) * share) :]
        notice = html.fromstring("<p>Subscribe to continue reading this article. Already a subscriber? Sign in.</p>")
        rest[0].addprevious(notice)
        for p in rest:
            p.getparent().remove(p)
        return bytes(html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>"))

    return make


def mojibake(body: bytes) -> bytes | None:
    """UTF-8 that was taken for Windows-1252; of a page that has such characters in its text."""
    text = body.decode("utf-8", "replace")
    return text.encode().decode("cp1252", "replace").encode() if foreign(text) else None


def undecoded(body: bytes) -> bytes | None:
    """Windows-1252 that was taken for UTF-8."""
    text = body.decode("utf-8", "replace")
    try:
        return text.encode("cp1252") if foreign(text) else None
    except UnicodeEncodeError:
        return None  # it holds letters that the encoding has not


def foreign(text: str) -> bool:
    """Whether the paragraphs hold letters that both encodings have, and that differ in them."""
    from lxml import html

    told = "".join(p.text_content() for p in html.document_fromstring(text.encode()).iter("p"))
    return sum(c in "äöüßéèêàçñóíáúłœ“”‘’–—£€" for c in told) > 5


@dataclass
class Case:
    """One page to be replaced."""

    name: str
    body: bytes


def readability(shared: Path, limit: int) -> Iterator[Case]:
    for path in sorted((shared / "data/pages/readability").glob("*.html"))[:limit]:
        yield Case(path.stem, path.read_bytes())


def snippets(shared: Path, limit: int) -> Iterator[Case]:
    for path in sorted((shared / "data/pages/snippets").glob("*.html"))[:limit]:
        yield Case(path.stem, path.read_bytes())


def releases(shared: Path) -> Iterator[Case]:
    for folder in sorted((shared / "data/versions/govuk-news").iterdir()):
        last = max(folder.glob("*.html"))
        yield Case(folder.name, whole(last))


def whole(path: Path) -> bytes:
    """A version's main part in a page; of one that is kept as text, its lines."""
    text = path.read_text("utf-8")
    if path.suffix == ".txt":
        title, *lines = [escape(line) for line in text.split("\n") if line.strip()]
        text = f"<main><h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</main>"
    return shell(path.parent.name, text)


def replaced(
    desk: Desk, site: Site, cases: list[Case], make: Callable[[Case], Answer | None], sure: int
) -> Counter[str]:
    """What two visits, two hours apart, to the replacements gave."""
    shown = []
    for case in cases:
        if (answer := make(case)) is not None:
            site.pages[f"/{case.name}"] = answer
            shown.append(case)
    before = len(desk.kinds())
    found: Counter[str] = Counter()
    for n in range(sure):
        for outcome in desk.watch(hours=2):
            if any(outcome.url.endswith(f"/{case.name}") for case in shown):
                found[f"{n + 1}:{outcome.status}"] += 1
    found["entered"] = len(desk.kinds()) - before
    for case in cases:
        site.put(f"/{case.name}", case.body)
    desk.watch(hours=30)
    return found


@pytest.mark.parametrize("source", ["readability", "snippets", "releases"])
def test_walls_stay_out(desk: Desk, site: Site, shared: Path, source: str) -> None:
    """Every kind of wall, at two visits; pages that are not believed at their first visit are named and left out.

    Some pages of readability hold one and the same text: what stands under several addresses is not believed.
    """
    found_in = {"readability": readability(shared, 122), "snippets": snippets(shared, 60), "releases": releases(shared)}
    cases = list(found_in[source])
    for case in cases:
        site.put(f"/{case.name}", case.body)
        desk.add(site.url(f"/{case.name}"))
    seen = desk.watch()
    print(f"\n{source}: {len(cases)} pages, first visit {dict(Counter(o.status for o in seen))}")
    print(*(f"  {o.url.rsplit('/', 1)[1]}: {o.reasons or o.error}" for o in seen if o.status != Status.FIRST), sep="\n")
    kept = {entry.url for entry in desk.store.articles()}
    cases = [case for case in cases if site.url(f"/{case.name}") in kept]
    makers: dict[str, Callable[[Case], Answer | None]] = {
        name: (lambda c, body=body: Answer(body)) for name, body in WALLS.items()
    }
    for share in (0.25, 0.6):
        make = paywalled(share)
        makers[f"paywall {share:.0%}"] = lambda c, make=make: (b := make(c.body)) and Answer(b)
    for share in (0.3, 0.6, 0.9):
        makers[f"cut {share:.0%}, false length"] = lambda c, s=share: Answer(c.body[: int(len(c.body) * s)])
        makers[f"cut {share:.0%}, no length"] = lambda c, s=share: Answer(c.body[: int(len(c.body) * s)], length=None)
        makers[f"cut {share:.0%}, gzip"] = lambda c, s=share: Answer(
            (z := gzip.compress(c.body))[: int(len(z) * s)], headers={"Content-Encoding": "gzip"}
        )
    others = random.Random(1).sample(cases, len(cases))
    makers["other article"] = lambda c: Answer(others[cases.index(c)].body) if others[cases.index(c)] is not c else None
    makers["mojibake"] = lambda c: (b := mojibake(c.body)) and Answer(b)
    makers["undecoded"] = lambda c: (b := undecoded(c.body)) and Answer(b)
    entered = 0
    for name, make_answer in makers.items():
        sure = 1 if name == "other article" else 2
        found = replaced(desk, site, cases, make_answer, sure)
        entered += found["entered"]
        print(f"  {name:24} {dict(sorted(found.items()))}", flush=True)
    assert entered == 0


@dataclass
class Replay:
    """What became of the edits of one set."""

    pairs: int = 0
    first: int = 0
    second: int = 0
    dropped: list[str] = field(default_factory=list)
    delayed: list[str] = field(default_factory=list)


@pytest.mark.parametrize("source", ["govuk-news", "govuk-travel", "govuk-speeches"])
def test_real_edits_are_recorded(desk: Desk, site: Site, shared: Path, source: str) -> None:
    folders = sorted((shared / "data/versions" / source).iterdir())
    histories = {f.name: sorted(f.glob("*.html")) or sorted(f.glob("*.txt")) for f in folders}
    told = Replay()
    for step in range(max(map(len, histories.values()))):
        edited = {}
        for name, versions in histories.items():
            if step < len(versions):
                site.put(f"/{name}", whole(versions[step]))
                if step and text(versions[step]) != text(versions[step - 1]):
                    edited[site.url(f"/{name}")] = versions[step]
        if step == 0:
            desk.add(*(site.url(f"/{name}") for name in histories))
        told.pairs += len(edited)
        pending = dict(edited)
        for n in range(2):
            for outcome in desk.watch(hours=2):
                if outcome.url in pending and outcome.status in (Status.EDIT, Status.REVERT):
                    del pending[outcome.url]
                    told.first += n == 0
                    told.second += n == 1
                elif outcome.url in pending and outcome.status is Status.SUSPECT:
                    told.delayed.append(f"{outcome.url.rsplit('/', 1)[1][:60]} {step}: {outcome.reasons}")
        told.dropped += [f"{url.rsplit('/', 1)[1][:60]} {step}" for url in pending]
        desk.now += timedelta(days=2)
    print(
        f"\n{source}: {told.pairs} edits, {told.first} at once, {told.second} at the second, {len(told.dropped)} never"
    )
    print("\n".join(["delayed:", *told.delayed, "never:", *told.dropped]))
    assert told.first >= 0.99 * told.pairs
    assert not told.dropped


def text(version: Path) -> str:
    return " ".join(version.with_suffix(".txt").read_text("utf-8").split())


def test_noise_makes_no_revisions(desk: Desk, site: Site, shared: Path) -> None:
    pairs = [sorted(f.glob("*.html")) for f in sorted((shared / "data/noise/govuk").iterdir())]
    pairs = [p for p in pairs if len(p) > 1]
    for pair in pairs:
        site.put(f"/{pair[0].parent.name}", whole(pair[0]))
        desk.add(site.url(f"/{pair[0].parent.name}"))
    print("\nnoise, first:", Counter(o.status for o in desk.watch(hours=24)))
    for pair in pairs:
        site.put(f"/{pair[0].parent.name}", whole(pair[1]))
    found = desk.watch()
    print("noise, second:", Counter(o.status for o in found))
    print(
        [(o.url.rsplit("/", 1)[1][:70], o.report and o.report.words) for o in found if o.status is not Status.UNCHANGED]
    )
    assert {o.status for o in found} <= {Status.UNCHANGED, Status.NOT_MODIFIED}
