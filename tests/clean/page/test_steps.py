"""A page to its article, step by step: no page, no text, the least of pages, rules, a trail, what is hidden."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.clean.page.steps import clean, parse
from newsdiff.errors import CleanError
from newsdiff.model import BlockKind, Cleaned, SiteSettings, StoryTrail
from tests.kit.site import told

URL, TITLE = "https://post.example/bridge", "Bridge closed for repairs"
STORY = told(5, 6)


def page(inside: str = "", *, head: str = "", behind: str = "", title: str = TITLE) -> str:
    """A page with a story in an article, something in its midst, something behind it."""
    body = [f"<p>{text}</p>" for text in STORY]
    body.insert(3, inside)
    article = f"<article><h1>{title}</h1><div class=text>{''.join(body)}</div></article>"
    return f"<html lang=en><head><title>{title}</title>{head}</head><body><main>{article}{behind}</main></body></html>"


def cleaned(body: str | bytes, site: SiteSettings | None = None, trail: StoryTrail | None = None) -> Cleaned:
    return clean(body, URL, "text/html", site, trail)


def texts(found: Cleaned) -> list[str]:
    return [block.text for block in found.article.blocks]


# --- parsing ---


@pytest.mark.parametrize("text", ["", " \n", "\0\0", "<!-- nothing -->"])
def test_what_holds_no_element_is_no_page(text: str) -> None:
    with pytest.raises(CleanError, match="the page cannot be read as HTML") as caught:
        parse(text)
    assert caught.value.hint == "look at what the server sent"


@pytest.mark.parametrize("text", ["x", "<p>x", "</div><p>x</p></html><p>", "<html><p>x</html>", "\0<p>\0x</p>"])
def test_what_is_torn_is_read_as_a_browser_reads_it(text: str) -> None:
    tree = parse(text)
    assert tree.tag == "html"
    assert "".join(tree.itertext()).strip() == "x"


def test_comments_and_instructions_are_left_out_and_letters_that_no_encoding_has_do_no_harm() -> None:
    tree = parse("<p>a<!-- b --><?c d?>\ud800</p>")
    assert "".join(tree.itertext()) == "a?"


@settings(max_examples=25)
@given(st.text(max_size=60))
def test_any_text_is_a_tree_or_a_clean_error(text: str) -> None:
    try:
        assert parse(text).tag is not None
    except CleanError as error:
        assert error.hint


# --- pages without a story ---


@pytest.mark.parametrize(
    "body",
    [
        "<html></html>",
        "<body><script>x</script></body>",
        "<p hidden>x</p>",
        "<nav>a</nav>",
        "<img src=a>",
        b"<p>\xa0</p>",
    ],
)
def test_a_page_without_text_is_an_error_with_a_hint(body: str | bytes) -> None:
    with pytest.raises(CleanError, match="the page holds no text") as caught:
        cleaned(body)
    assert caught.value.hint == "open it in a browser: it may need JavaScript"


def test_a_headline_alone_is_no_article() -> None:
    with pytest.raises(CleanError, match="the page holds no article text"):
        cleaned(f"<html><body><h1>{TITLE}</h1></body></html>")


def test_the_least_of_pages_is_an_article() -> None:
    found = cleaned("<p>The bridge is closed, the council said.</p>")
    assert texts(found) == ["The bridge is closed, the council said."]
    assert (found.article.url, found.article.language, found.article.published) == (URL, None, None)


# --- a story ---


def test_a_story_is_read_with_its_headline_and_nothing_is_taken_out() -> None:
    found = cleaned(page())
    assert texts(found) == [TITLE, *STORY]
    assert found.removed == ()
    assert (found.article.headline, found.article.language) == (TITLE, "en")


def test_bytes_are_decoded_as_the_server_says() -> None:
    body = page("<p>Müller said that the Brücke is closed.</p>")
    for encoding in ("utf-8", "latin-1"):
        found = clean(body.encode(encoding), URL, f"text/html; charset={encoding}", None)
        assert "Müller said that the Brücke is closed." in texts(found)


def test_what_is_hidden_in_the_story_is_told_and_a_label_is_not() -> None:
    line = "This line is hidden from all readers."
    found = cleaned(page(f"<p hidden>{line}</p><p hidden>Share</p><template><p>{line}!</p></template>"))
    assert texts(found) == [TITLE, *STORY]
    assert [(each.text, each.reason) for each in found.removed] == [(line, "hidden")]


def test_what_is_hidden_outside_of_it_is_not_told() -> None:
    found = cleaned(page(behind="<div hidden><p>This line is hidden from all readers.</p></div>"))
    assert "This line is hidden from all readers." not in [each.text for each in found.removed]


def test_what_readers_wrote_is_no_story() -> None:
    written = "".join(f"<div><p>{text}</p></div>" for text in told(9, 30))
    found = cleaned(page(behind=f"<div class=leserkommentare>{written}</div>"))
    assert texts(found) == [TITLE, *STORY]


# --- dates ---


def test_a_date_above_the_text_is_the_guess_where_the_page_claims_none() -> None:
    dated = page().replace("</h1>", "</h1><p>12 March 2025</p>")
    found = cleaned(dated).article
    assert found.published is None
    assert found.published_guess == "12 March 2025"
    assert [block.text for block in found.blocks if block.kind is BlockKind.DATE] == ["12 March 2025"]


def test_a_claim_leaves_no_guess() -> None:
    head = "<meta property='article:published_time' content='2025-03-12'>"
    found = cleaned(page(head=head).replace("</h1>", "</h1><p>12 March 2025</p>")).article
    assert (found.published, found.published_guess) == ("2025-03-12", None)


def test_a_date_within_the_text_is_no_guess() -> None:
    assert cleaned(page("<p>12 March 2025</p>")).article.published_guess is None


# --- a site's rules ---


def test_rules_take_out_what_they_name_and_say_so() -> None:
    site = SiteSettings("post.example", remove=("p.ad",))
    found = cleaned(page("<p class=ad>The bank of Port Amber wishes you well.</p>"), site)
    assert texts(found) == [TITLE, *STORY]
    assert "The bank of Port Amber wishes you well." in [each.text for each in found.removed]


def test_rules_name_the_headline_and_the_body() -> None:
    site = SiteSettings("post.example", body="div.text", headline="h2")
    found = cleaned(page(behind="<h2>The true headline</h2>"), site)
    assert texts(found) == ["The true headline", *STORY]


def test_a_body_that_rules_name_and_the_page_has_not_is_an_error() -> None:
    with pytest.raises(CleanError, match=r"the page has no element 'div\.nothing'") as caught:
        cleaned(page(), SiteSettings("post.example", body="div.nothing"))
    assert caught.value.hint == 'mend body in [site."post.example"]'


# --- trails ---


def test_a_page_that_is_cleaned_with_a_trail_leaves_one_and_reads_the_same_with_it() -> None:
    voted = cleaned(page())
    first = cleaned(page(), trail=StoryTrail())
    assert voted.trail is None
    assert first.trail not in (None, StoryTrail())
    assert first._replace(trail=None) == voted
    again = cleaned(page(), trail=first.trail)
    assert again == first


def test_a_trail_that_leads_nowhere_is_left_for_the_vote() -> None:
    first = cleaned(page(), trail=StoryTrail())
    assert first.trail is not None
    other = f"<html><body><section class=x>{''.join(f'<p>{text}</p>' for text in told(7, 6))}</section></body></html>"
    found = cleaned(other, trail=first.trail)
    assert texts(found) == told(7, 6)
    assert found.trail != first.trail


def test_a_trail_of_another_cleaner_is_not_followed() -> None:
    first = cleaned(page(), trail=StoryTrail())
    assert first.trail is not None
    found = cleaned(page(), trail=first.trail._replace(cleaner="00000000"))
    assert found == first


def test_rules_of_a_site_are_another_cleaner() -> None:
    site = SiteSettings("post.example", remove=("p.ad",))
    first, ruled = cleaned(page(), trail=StoryTrail()), cleaned(page(), site, StoryTrail())
    assert first.trail is not None
    assert ruled.trail is not None
    assert first.trail.cleaner != ruled.trail.cleaner
