"""What page it is, told by how it is built and what it says of itself: edits of the article's own page, then others."""

import json

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.model import (
    Article,
    Block,
    BlockKind,
    Cleaned,
    Identity,
    PageFrame,
    Settings,
    Status,
    StoreSettings,
)
from newsdiff.watch.gate.case import Case, Reason
from newsdiff.watch.gate.doubts import doubts, signs_of
from newsdiff.watch.gate.structure import Built
from newsdiff.watch.memory.site_memory import shapes_of
from tests.kit.site import Desk, Site, told

URL = "https://quay.example/town/4711-pier"
HEADLINE = "The old pier of Dunholt is to be sold"
STORY = told(7, 10)
MONDAY, TUESDAY = "2026-03-02T08:00:00Z", "2026-03-03T08:00:00Z"


def page(
    *lines: str,
    headline: str = HEADLINE,
    url: str = URL,
    published: str = MONDAY,
    modified: str | None = MONDAY,
    behind: str = "",
    claims: bool = True,
    named: bool = True,
    main: str = "",
    language: str = "en",
) -> str:
    """A page of the Quay; ``claims``: its head says that it is an article, ``named``: its elements have classes."""
    linked = {"@type": "NewsArticle", "headline": headline, "datePublished": published, "dateModified": modified}
    head = f'<link rel=canonical href="{url}"><script type="application/ld+json">{json.dumps(linked)}</script>'
    paragraphs = "".join(f"<p class=q-p>{line}</p>" for line in lines)
    shown = main or f"<article class=q-art><h1>{headline}</h1><div class=q-text>{paragraphs}{behind}</div></article>"
    menu = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("town", "sea", "sky"))
    html = (
        f"<!DOCTYPE html><html lang={language}><head><title>{headline}</title>{head if claims else ''}</head><body>"
        f"<div class=q-top><ul>{menu}</ul></div>{shown}<div class=q-end>"
        "<p>The Quay, 3 Rope Walk</p></div></body></html>"
    )
    return html if named else html.replace(" class=q-p", "").replace(" class=q-text", "").replace(" class=q-art", "")


def found(new: str, old: str | None = None) -> tuple[Reason, ...]:
    """The doubts about a page; ``old``: the recorded one, of the whole story where none is given."""
    before, after = cleaned(page(*STORY) if old is None else old), cleaned(new)
    habit = frozenset(sign.key for sign in signs_of(before))
    case = Case(before.article, after.article, URL, URL, signs_of(after), habit, built=built(after))
    return doubts(Case(**{**vars(case), "was_built": built(before)}))


def first(new: str) -> tuple[Reason, ...]:
    """The doubts about a page that was never seen."""
    after = cleaned(new)
    return doubts(Case(None, after.article, URL, URL, signs_of(after), built=built(after)))


def cleaned(html: str) -> Cleaned:
    return cleaned_html(html, URL)


def built(page: Cleaned) -> Built:
    return Built(page.frame, page.identity)


def waits(reasons: tuple[Reason, ...]) -> bool:
    return any(reason.waits for reason in reasons)


NOTICES = {
    "legal": ("This report is not shown while a court looks at it.", "We stand by what our reporter found."),
    "short": ("Nothing of what we wrote about the pier on Monday was right, and we are sorry.",),
    "robots": ("Two of the men who wanted the pier turned out to be computers, verify you are human they were told.",),
}


@pytest.mark.parametrize("name", NOTICES)
@pytest.mark.parametrize("headline", [HEADLINE, "About our report on the pier"])
def test_a_notice_in_the_article_s_own_page_is_doubted_and_need_not_wait(name: str, headline: str) -> None:
    reasons = found(page(*NOTICES[name], headline=headline, modified=TUESDAY))
    assert reasons
    assert not waits(reasons)


def test_a_notice_of_a_site_that_says_nothing_to_machines_need_not_wait() -> None:
    plain = {"claims": False, "named": False}
    reasons = found(page(*NOTICES["legal"], **plain), page(*STORY, **plain))  # type: ignore[arg-type]
    assert reasons
    assert not waits(reasons)


def test_a_retraction_in_a_box_of_its_own_with_a_link_need_not_wait() -> None:
    box = (
        "<div class=q-note><p>Correction: none of this was so.</p><p><a href=/rules>How we correct errors</a></p></div>"
    )
    assert not waits(found(page(behind=box, modified=TUESDAY)))


def test_a_story_that_was_written_anew_under_another_headline_is_believed_at_once() -> None:
    assert found(page(*told(8, 9), headline="Dunholt keeps its pier after all", modified=TUESDAY)) == ()


def test_a_story_under_a_new_slug_is_known_by_its_number() -> None:
    anew = page(*told(8, 9), headline="Pier is kept", url=URL.replace("pier", "kept"), modified=TUESDAY)
    assert not waits(found(anew))


def test_a_redesign_with_an_edit_is_believed() -> None:
    lines = "".join(f"<p>{line}</p>" for line in [*STORY[:9], "Nobody would say who has bought it."])
    assert found(page(main=f"<main class=new><section><h1>{HEADLINE}</h1>{lines}</section></main>")) == ()


def test_a_story_cut_by_half_with_a_note_need_not_wait() -> None:
    note = "Correction: an earlier version said that the pier was sold to two brothers. That was wrong."
    assert not waits(found(page(*STORY[:4], note, modified=TUESDAY)))


def test_an_end_that_an_editor_cut_need_not_wait() -> None:
    assert not waits(found(page(*STORY[:5], modified=TUESDAY)))
    assert not waits(found(page(*STORY[:8])))


def test_a_list_of_prices_in_the_place_of_the_rest_waits_however_long_it_is() -> None:
    prices = "".join(f"<tr><td>{n} stories</td><td>{n}.50 crowns</td></tr>" for n in range(1, 9))
    shop = f"<p class=q-p>What is older than three days stands in our archive.</p><table>{prices}</table>"
    assert waits(found(page(*STORY[:3], behind=shop)))
    assert not waits(found(page(*STORY[:3], *told(8, 6))))  # as many sentences: an editor wrote them


def test_a_new_offer_under_a_story_that_stands_is_no_wall() -> None:
    offer = "<div class=q-offer><p>Get our letter each morning.</p><a href=/letter>Send me the letter</a></div>"
    assert not waits(found(page(*STORY[:4], "The mayor of Dunholt said no.", *STORY[5:], behind=offer)))


def test_a_short_article_that_is_not_free_is_a_first_one() -> None:
    brief = page(*told(3, 3)).replace('"@type"', '"isAccessibleForFree": false, "@type"')
    assert first(brief) == ()


def test_a_first_story_about_captchas_is_one() -> None:
    lines = (
        "Verify you are human: that is what the harbour office of Dunholt asks of everybody who wants a berth now.",
        "Checking your browser before accessing the list of berths takes nine seconds, a skipper found.",
        *told(3, 1),
    )
    assert first(page(*lines, headline="A captcha for captains")) == ()


WALLS = {
    "login": "<div class=door><h1>Who is there?</h1><p>Say the word that we sent you.</p><button>In</button></div>",
    "list": "<ul class=all>" + "".join(f"<li><a href=/{n}>{told(n, 1)[0]}</a></li>" for n in range(9)) + "</ul>",
    "results": "<div class=hits>"
    + "".join(f"<h3><a href=/{n}>Pier {n}</a></h3><p>{told(n, 1)[0]}</p>" for n in range(9))
    + "</div>",
    "essay": "<div class=talk><h1>Hello</h1>" + "".join(f"<p>{line}</p>" for line in told(40, 12)) + "</div>",
}


@pytest.mark.parametrize("claims", [False, True], ids=["bare", "with-the-article's-head"])
@pytest.mark.parametrize("name", ["login", "list", "results"])
def test_a_page_of_another_template_waits(name: str, claims: bool) -> None:
    assert waits(found(page(main=WALLS[name], claims=claims)))


@pytest.mark.parametrize("named", [False, True])
def test_a_list_on_a_site_that_says_nothing_to_machines_waits(named: bool) -> None:
    new = page(main=WALLS["results"], headline="Piers", claims=False, named=named)
    assert waits(found(new, page(*STORY, claims=False, named=named)))


def test_a_long_page_that_does_not_say_that_it_is_an_article_waits() -> None:
    assert waits(found(page(main=WALLS["essay"], headline="Hello", claims=False)))


@pytest.mark.parametrize(
    "new",
    [
        page(*told(9, 9), headline="Seals come back to Westmere", url="https://quay.example/sea/5822-seals"),
        page(*told(9, 9), headline="Seals come back to Westmere", published="2026-01-11T08:00:00Z"),
    ],
    ids=["address", "day"],
)
def test_another_article_in_the_same_template_waits(new: str) -> None:
    assert waits(found(new))


OFFERS = {
    "box": "<div class=q-more><p>There is more of this.</p><a href=/in>Come in</a></div>",
    "button": "<div class=q-more><button>Go on</button></div>",
    "paragraph": "<p class=q-p>There is more of this.</p><p class=q-p><a href=/in>Come in</a></p>",
}


@pytest.mark.parametrize("kept", [1, 5, 9])
@pytest.mark.parametrize("name", OFFERS)
def test_a_text_that_ends_where_something_asks_to_act_waits(name: str, kept: int) -> None:
    assert waits(found(page(*STORY[:kept], behind=OFFERS[name])))


@pytest.mark.parametrize("end", ["", "…", "..."])
def test_a_text_that_ends_within_a_sentence_waits(end: str) -> None:
    assert waits(found(page(*STORY[:6], STORY[6][:70].rstrip() + end, modified=TUESDAY)))


def test_half_a_text_that_went_without_a_word_waits() -> None:
    assert waits(found(page(*STORY[:5])))


def test_some_lines_in_the_story_s_place_wait_where_the_page_says_that_nobody_changed_it() -> None:
    assert waits(found(page("Where you are, this cannot be shown.", "Our lawyers have their reasons for that.")))


GUESTS = ("That was your fifth piece, which is what we give away.", "From here a pound a week opens all of them.")


def test_an_end_that_gave_way_to_a_note_about_the_story_need_not_wait() -> None:
    note = "The rest of this report on the captain of Dunholt was taken out at his wish."
    assert not waits(found(page(*STORY[:6], note, modified=None), page(*STORY, modified=None)))


def test_a_beginning_that_ends_in_lines_that_are_nothing_of_the_story_waits() -> None:
    assert waits(found(page(*STORY[:4], *GUESTS, modified=None), page(*STORY, modified=None)))


def test_a_beginning_whose_page_was_not_changed_waits() -> None:
    end, stamp = "The captain of Dunholt had no more to say.", {"modified": TUESDAY}
    assert waits(found(page(*STORY[:5], end, **stamp), page(*STORY, **stamp)))  # type: ignore[arg-type]


def test_a_stamp_that_never_moved_on_proves_nothing_where_the_story_goes_on_otherwise() -> None:
    assert not waits(found(page(*STORY[:5], "The captain of Dunholt had no more to say.")))


def test_lines_without_a_word_of_the_story_or_of_a_reason_wait_on_a_page_that_says_nothing_to_machines() -> None:
    plain = {"claims": False, "named": False}
    lines = ("This could not be loaded just now.", "Go back, or try once more.")
    assert waits(found(page(*lines, **plain), page(*STORY, **plain)))  # type: ignore[arg-type]


def test_entries_that_begin_with_their_links_are_a_list() -> None:
    plain = {"claims": False, "named": False}
    entries = "".join(f"<p><a href=/{n}>{line[:40]}</a><br>{line}</p>" for n, line in enumerate(told(9, 6)))
    reasons = found(page(behind=entries, headline="The pier: six results", **plain), page(*STORY, **plain))  # type: ignore[arg-type]
    assert "a list of links stands in its place" in [reason.message for reason in reasons]


def test_a_headline_is_compared_without_the_name_of_its_site() -> None:
    def article(title: str) -> Article:
        return Article("", blocks=(Block(BlockKind.HEADLINE, title), *(Block(BlockKind.PARAGRAPH, x) for x in STORY)))

    own, other = article("The Quay: The pier is sold"), article("The Quay: Results for whales")
    bare = Built(PageFrame(), Identity())
    assert Case(own, other, built=bare).headline_share == 0
    assert Case(own, article("The pier is sold"), built=bare).headline_share > 0


def test_a_first_page_that_is_built_like_no_article_of_its_host_waits() -> None:
    def article(number: int) -> str:
        return page(*told(number, 2)).replace("q-text", "story-text")

    known = shapes_of([cleaned(article(n)).frame for n in range(6)])
    lines = "".join(f"<p>{line}</p>" for line in told(50, 2))
    for html, expected in ((article(50), False), (page(main=f"<div class=hall>{lines}</div>"), True)):
        after = cleaned(html)
        assert waits(doubts(Case(None, after.article, URL, URL, built=built(after), shapes=known))) is expected


def test_the_account_of_a_removal_that_names_its_story_need_not_wait_whatever_the_stamp_says() -> None:
    assert not waits(found(page("The Quay has removed its report on the captain of Dunholt, who complained about it.")))


def test_a_part_of_the_story_alone_waits() -> None:
    assert waits(found(page(*STORY[4:7])))
    assert not waits(found(page(*STORY[4:9], modified=TUESDAY)))


def test_a_heading_with_the_beginning_of_an_old_line_breaks_nothing_off() -> None:
    reasons = found(page(STORY[1][:40], *told(8, 6), modified=TUESDAY))
    assert not any("within a sentence" in reason.message for reason in reasons)


def test_a_story_that_grew_to_a_list_of_its_links_is_an_edit() -> None:
    entries = [f"<a href=/{n}>{line[:60]}</a>" for n, line in enumerate(STORY)]
    assert not waits(found(page(*told(8, 14), *entries, modified=TUESDAY)))


def test_a_notice_that_stands_is_recorded_at_its_second_reading(desk: Desk, site: Site) -> None:
    site.put("/4711-pier", page(*STORY, url="/4711-pier"))
    desk.add(site.url("/4711-pier"))
    desk.watch()
    site.put("/4711-pier", page(*NOTICES["legal"], url="/4711-pier", modified=TUESDAY))
    assert [desk.status(hours=2) for _ in range(3)] == [Status.SUSPECT, Status.EDIT, Status.UNCHANGED]


def test_a_wall_never_enters_by_being_read_again(desk: Desk, site: Site) -> None:
    site.put("/4711-pier", page(*STORY, url="/4711-pier"))
    desk.add(site.url("/4711-pier"))
    desk.watch()
    site.put("/4711-pier", page(main=WALLS["essay"], headline="Hello", claims=False))
    assert [desk.status(hours=9) for _ in range(3)] == [Status.SUSPECT] * 3


def test_without_the_recorded_page_the_texts_decide_alone(desk: Desk, site: Site) -> None:
    desk.settings = Settings(fetch=desk.settings.fetch, store=StoreSettings(keep_raw="none"))
    site.put("/4711-pier", page(*STORY, url="/4711-pier"))
    desk.add(site.url("/4711-pier"))
    desk.watch()
    site.put("/4711-pier", page(*STORY[:7], "Nobody would say who has bought it.", url="/4711-pier"))
    assert [desk.status(hours=2) for _ in range(2)] == [Status.SUSPECT, Status.EDIT]


PLEA = (
    "A helper on your device tidies away what pays for this newsroom. Please let it rest for our address.",
    "Then load this once more, and you will have what you came for. You find the switch beside the address.",
)


@pytest.mark.parametrize("claims", [True, False])
def test_a_plea_to_the_reader_in_the_place_of_a_short_story_waits(claims: bool) -> None:
    assert waits(found(page(*PLEA, claims=claims), page(*STORY[:2], claims=claims)))


def test_a_notice_that_became_a_story_need_not_wait() -> None:
    day = "2 March 2026"
    old = page(day, "He died on Monday in Dunholt, the council said.", "The burial will be on Friday.", claims=False)
    new = page(day, *told(40, 3), headline="A man who painted ice", claims=False)
    assert not waits(found(new, old))


def test_an_apology_to_the_reader_that_names_the_story_s_people_need_not_wait() -> None:
    names = "The harbour master Karen Slee was seen at the northern market with seventeen cracked lanterns."
    sorry = "We are sorry that you read here of Karen Slee, the cracked lanterns and the northern market."
    old = page(names, *STORY[:6], claims=False)
    assert not waits(found(page(sorry, STORY[0], claims=False), old))
