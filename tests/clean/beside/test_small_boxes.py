"""Small boxes between the paragraphs: what tells something stays; then calls, players' places and other articles."""

import pytest

from tests.clean.beside.test_asides import outcome, page

STAYS = {
    "a fact box that can be closed": (
        "<div class=b><h3>The boat</h3><p>{}</p><button>x</button></div>",
        "It carries 24 cars and needs 35 minutes to the far shore, officials said.",
    ),
    "a table in a player's place": (
        "<div class=video-placeholder><table><tr><td>{}</td><td>24</td></tr></table></div>",
        "Cars that the boat carries",
    ),
    "a caption there": (
        "<figure class=video-placeholder><figcaption>{}</figcaption></figure>",
        "The boat leaves the far shore",
    ),
    "code with a button": ("<div><pre>{}</pre><button>Copy</button></div>", "while True: sail()"),
    "posts with their times": (
        "<article><time>9:10</time><h3>Ice</h3><p>{}</p></article><article><time>8:00</time><h3>Snow</h3></article>",
        "The bank will take its machine away on the first of June.",
    ),
    "an article that only holds a box": (
        "<article class=fact><h3>The boat</h3><p>{}</p></article>",
        "It carries 24 cars and needs 35 minutes to the far shore, officials said.",
    ),
}
GOES = {
    "a call": (
        "<div><b>Log</b><p>{}</p><button>Sign up</button><p>You agree to our terms.</p></div>",
        "News at noon.",
        "call",
    ),
    "a player's place": (
        "<div class=player-placeholder><p>{}</p></div>",
        "To play this video the browser has to run JavaScript first.",
        "player",
    ),
    "an article with a foot": (
        "<article><h3>Bank closes</h3><p>{}</p><footer>By Per Berg</footer></article>",
        "The bank will take its machine away on the first of June.",
        "teaser",
    ),
    "several articles": (
        "<article><h3>Bank closes</h3><p>{}</p></article><article><h3>Fish is dear</h3><p>So it is.</p></article>",
        "The bank will take its machine away on the first of June.",
        "teaser",
    ),
    "a pointer in any language": (
        "<p>FUNDA LOLU UDABA | <a href='/n/1'>{}</a></p>",
        "Kuboshwe abahlanu emhosheni eDambuza",
        "promo",
    ),
    "channels": (
        "<p>{} <a href='https://facebook.com/post'>Facebook</a> och <a href='https://x.com/post'>X</a>!</p>",
        "Holmsundsposten finns på",
        "channels",
    ),
}


@pytest.mark.parametrize("name", STAYS)
def test_what_tells_something_stays(name: str) -> None:
    between, line = STAYS[name]
    assert outcome(page(between.format(line)), line) == ""


@pytest.mark.parametrize("name", GOES)
def test_what_asks_or_leads_away_goes(name: str) -> None:
    between, line, why = GOES[name]
    assert outcome(page(between.format(line)), line) == why


@pytest.mark.parametrize(
    "line",
    [
        "<p>PORT AMBER: <a href='https://far.example/n'>Kuboshwe abahlanu emhosheni eDambuza</a></p>",
        "<p>SHE SAID | <a href='/n'>Yes</a></p>",
    ],
)
def test_a_reference_to_another_site_or_a_short_one_is_no_pointer(line: str) -> None:
    assert outcome(page(line), "Kuboshwe" if "Kuboshwe" in line else "Yes") in ("", "link", "labels", "links")
