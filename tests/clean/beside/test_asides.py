"""Boxes beside the story: what tells something stays, then what goes."""

import pytest

from newsdiff.clean import cleaned_html

FIRST = (
    "The ferry committee of Holmsund voted on Monday to keep the winter crossing for two more years.",
    "Its chair said that 4,100 passengers had used the boat in January alone, more than in any month before.",
    "The company asked for 1.2 million crowns, and the committee agreed to pay two thirds of that sum.",
)
REST = (
    "Fishermen had argued that the money should go to the breakwater, which lost forty metres in November.",
    "A second reading is planned for April, when the towns on the far shore bring a proposal of their own.",
    "The boat was built in 1987 and will be laid up for nine days in the autumn, the harbour master said.",
)


def page(between: str, *, below: str = "", head: str = "") -> str:
    first, rest = ("".join(f"<p>{line}</p>" for line in lines) for lines in (FIRST, REST))
    body = f"<article><h1>Winter crossing stays</h1><div class='story'>{first}{between}{rest}</div></article>{below}"
    return f"<html lang='en'><title>Winter crossing stays</title>{head}<body><main>{body}</main></body></html>"


def outcome(body: str, line: str) -> str:
    """Why a line was taken out, or the empty string for one that is text; the rest of the story stays."""
    cleaned = cleaned_html(body, "https://post.example/crossing")
    kept = [block for block in cleaned.article.blocks if line in block.text]
    gone = [piece.reason for piece in cleaned.removed if line in piece.text]
    assert kept or gone
    assert all(any(told in block.text for block in cleaned.article.blocks) for told in (*FIRST, *REST))
    return gone[0] if gone else ""


STAYS = {
    "a fact box": (
        "<div class='b'><h3>The boat</h3><p>{}</p></div>",
        "It carries 24 cars and needs 35 minutes to the far shore, officials said.",
    ),
    "a sentence in a block of its own": ("<div>{}</div>", "The board said it would keep the pier after the talks."),
    "a quotation set apart": ("<aside><p>{}</p></aside>", "“We never left”"),
    "a list of prices": (
        "<div class='changelog_list'><ul><li>{}</li><li>Ten crossings: 320 crowns a month</li></ul></div>",
        "Single crossing: 40 crowns a month",
    ),
    "a box that speaks of an offer and tells of it": (
        "<div class='b'><h3>The dispute</h3><p>{}</p><p>Sign up for our newsletter.</p></div>",
        "The ferry line raised the price of a subscription by a third in the spring, the office said.",
    ),
    "a notice that bids nothing": (
        "<div class='b'><p>{}</p></div>",
        "The last boat leaves the pier at nine in the evening until the end of May.",
    ),
    "data that are links": (
        "<p>Stops:</p><p><a href='/a'>{}</a></p><p><a href='/b'>South: Ceby</a></p>",
        "North: Aby, Beby",
    ),
    "how to take part in what the story tells of": (
        "<div class='call'><h2>How do I take part?</h2><p>{}</p><ul><li>passengers of the winter crossing</li>"
        "<li>fishermen, for whom the harbour master speaks</li><li>the towns on the far shore</li>"
        "<li>the committee, its chair and the company</li></ul></div>",
        "Please email us by Monday 3 March to speak of the boat, the breakwater or the proposal at the second reading:",
    ),
    "a line that returns in the story": ("<p>{}</p>", FIRST[1]),
}
GOES = {
    "consent": ("<div class='b'><p>{}</p></div>", "Here you find external content of VideoSite.", "offer"),
    "a newsletter that speaks of the story": (
        "<div class='b'><p>{}</p></div>",
        "Sign up for our newsletter on the winter crossing, the harbour and the breakwater, and read it on Monday.",
        "offer",
    ),
    "a player": (
        "<div class='b'><h3>Storm Back to video</h3><p>{}</p></div>",
        "Sorry, the video could not be loaded.",
        "offer",
    ),
    "members": (
        "<div class='b'><p>For members only</p><ul><li>{}</li></ul></div>",
        "Unlimited access to our articles.",
        "offer",
    ),
    "a quotation of the text": (
        "<blockquote>{}</blockquote>",
        "the committee agreed to pay two thirds",
        "stands twice",
    ),
    "a number that moves": ("<div class='q'><a href='/s'>HOLM</a> <span>{}</span></div>", "190.12", "labels"),
    "a teaser": (
        "<div class='t'><h3><a href='/k'>{}</a></h3><p>Volunteers cleared it in ten weekends.</p></div>",
        "Old lime kiln opens",
        "teaser",
    ),
    "a link to another article": (
        "<ul><li><a href='/k'>{}</a></li></ul>",
        "Old lime kiln opens to visitors in the spring",
        "links",
    ),
}


@pytest.mark.parametrize("case", STAYS)
def test_what_tells_something_stays(case: str) -> None:
    markup, line = STAYS[case]
    assert outcome(page(markup.format(line)), line) == ""


@pytest.mark.parametrize("case", GOES)
def test_what_does_not_goes_and_is_told(case: str) -> None:
    markup, line, why = GOES[case]
    assert outcome(page(markup.format(line)), line) == why


def test_sections_that_are_built_alike_are_the_story_even_where_one_speaks_to_its_readers() -> None:
    line = "You can watch our video of the crossing on the page of the harbour office."
    told = "<div class='s'><p>The pier was built by hand in eleven months, as the parish book of 1911 tells.</p></div>"
    assert outcome(page(f"{told}<div class='s'><p>{line}</p></div>{told}"), line) == ""


NEXT = "<{0}><h{1}>Coach may return</h{1}>{2}</{0}>"
TOLD = "".join(
    f"<p>{line}</p>"
    for line in (
        "The former coach may return to the club in the summer, according to two people who know of the talks.",
        "A spokesman declined to comment on the reports when he was asked about them on Tuesday afternoon.",
        "The club has not named a successor since the last coach was dismissed in the middle of the season.",
    )
)


@pytest.mark.parametrize(
    ("below", "why"),
    [
        (NEXT.format("article", 1, TOLD), "another article"),
        (NEXT.format("article", 2, TOLD), "another article"),
        (NEXT.format("section", 2, TOLD), ""),
    ],
)
def test_an_article_below_is_another(below: str, why: str) -> None:
    cleaned = cleaned_html(page("", below=below), "https://post.example/crossing")
    assert (why in {piece.reason for piece in cleaned.removed}) is bool(why)


def test_a_live_blog_keeps_its_posts() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Winter crossing stays"}</script>'
    )
    body = page("", below=NEXT.format("article", 2, TOLD), head=head)
    assert "The former coach" in cleaned_html(body, "https://post.example/crossing").article.text


def test_the_page_tells_of_its_author_below_the_text() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ida Lund"}}</script>'
    line = "Ida Lund is a reporter who covers ports and shipping from the northern office."
    assert outcome(page("", below=f"<div><p>Reporter</p><p>{line}</p></div>", head=head), line) in (
        "about the author",
        "below the text",
    )
    assert outcome(page(f"<p>{line}</p>", head=head), line) == ""
