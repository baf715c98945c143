"""What changes by itself inside a line of the story leaves the line; what an editor changes in it never does."""

from collections.abc import Callable

import pytest

from newsdiff.model import Block, BlockKind, InlinePart, Status
from newsdiff.watch.memory.cases import Subject
from newsdiff.watch.memory.inline_changes import inline_changes, seen_parts
from newsdiff.watch.memory.learning import learn
from newsdiff.watch.memory.placed_text import PlacedText
from newsdiff.watch.memory.site_memory import SiteMemory
from tests.kit.site import Desk, Site, page, told

ARTICLES = range(1, 7)
SENTENCE = "Shares of the harbour company rose again on Monday, when pier {} was opened"
Inside = Callable[[int, int], str]


def price(visit: int, number: int) -> str:
    return f' <a href="/k/{number}">PRT {31 + number},{17 + visit * 7} <span>+{visit}.2 %</span></a>'


def readers(visit: int, number: int) -> str:
    return f' <span class="hl-{number}f" role="note"> {40 + number + visit * 7} readers marked this passage</span>'


def signers(visit: int, number: int) -> str:
    town = ("Ambry", "Sedge", "Thorpe", "Wick", "Ley", "Holm", "Burn")[(visit * 3 + number) % 7]
    return f" <small>{900 + number * 31 + visit * 17} names, the last of them in {town} {visit * 9} seconds ago</small>"


def article(number: int, inside: str, *, at: int = 2, edit: tuple[str, str] = ("", "")) -> str:
    paragraphs = told(number)
    paragraphs[at] = f"{SENTENCE.format(number)}{inside}. {paragraphs[at]}"
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return page(f"Notes from Port Amber, number {number}", body.replace(*edit) if edit[0] else body)


class Press:
    """A host's articles with something inside a line of each."""

    def __init__(self, desk: Desk, site: Site, inside: Inside, numbers: range = ARTICLES) -> None:
        self.desk, self.site, self.inside, self.numbers = desk, site, inside, numbers
        self.visit = 0
        desk.add(*(site.url(f"/{n}") for n in numbers))

    def watch(self, edit: tuple[str, str] = ("", ""), at: int = 2) -> list[Status]:
        self.visit += 1
        for n in self.numbers:
            self.site.put(f"/{n}", article(n, self.inside(self.visit, n), edit=edit, at=at))
        return [outcome.status for outcome in self.desk.watch(1.0) if outcome.status is not Status.UNCHANGED]


@pytest.mark.parametrize("inside", [price, readers])
def test_what_changes_inside_a_line_of_each_story_is_no_edit(desk: Desk, site: Site, inside: Inside) -> None:
    press = Press(desk, site, inside)
    press.watch()
    assert set(press.watch()) == {Status.RECLEAN}
    assert press.watch() == []
    assert press.watch(("Monday", "Friday")) == [Status.EDIT] * 6
    assert press.watch(("Monday", "Friday")) == []
    last = desk.store.last(desk.store.find(site.url("/3")))
    assert last is not None and last.article is not None
    text = last.article.text
    assert "when pier 3 was opened. " in text and "Friday" in text
    assert not any(word in text for word in ("PRT", "%", "readers"))


def test_what_other_articles_say_in_the_same_frame_is_no_edit(desk: Desk, site: Site) -> None:
    """Other words of it change in each; the line that holds it is not edited itself."""
    press = Press(desk, site, signers)
    press.watch(at=0)
    assert set(press.watch(at=0)) == {Status.RECLEAN}
    assert press.watch(at=0) == []
    added = article(3, signers(4, 3), at=0).replace("</p><p>", "</p><p>Then the lamps of pier 3 went out.</p><p>", 1)
    site.put("/3", added)
    assert [outcome.status for outcome in desk.watch(1.0)].count(Status.EDIT) == 1
    last = desk.store.last(desk.store.find(site.url("/3")))
    assert last is not None and last.article is not None
    assert "when pier 3 was opened. " in last.article.text and "the last of them" not in last.article.text


def test_a_count_that_moves_to_another_line_is_no_edit(desk: Desk, site: Site) -> None:
    press = Press(desk, site, readers)
    press.watch()
    press.inside = lambda visit, number: ""
    moved = [article(n, "").replace("</p><p>", f"{readers(2, n)}</p><p>", 1) for n in ARTICLES]
    for n, html in zip(ARTICLES, moved, strict=True):
        site.put(f"/{n}", html)
    assert {outcome.status for outcome in desk.watch(1.0)} == {Status.RECLEAN, Status.UNCHANGED}


@pytest.mark.parametrize("inside", [price, readers])
def test_what_differs_inside_a_line_of_two_readings_is_known_at_once(desk: Desk, site: Site, inside: Inside) -> None:
    press = Press(desk, site, inside, range(1, 2))
    press.watch()
    site.turn("/1", *(article(1, inside(visit, 1)) for visit in range(5, 9)))
    assert [outcome.status for outcome in desk.watch(1.0)] == [Status.RECLEAN, Status.UNCHANGED]
    assert press.watch() == []
    assert press.watch(("Monday", "Friday")) == [Status.EDIT]


@pytest.mark.parametrize(
    "inside",
    [
        lambda visit, number: f" <a href=/m>mayor {('Orra', 'Orva', 'Orla')[visit % 3]}</a>",
        lambda visit, number: f" with <strong>{11 + visit}</strong> lamps",
        lambda visit, number: f" with <a href=/l>{11 + visit} lamps</a>",
        lambda visit, number: " <a href=/r>(read also)</a>" if visit > 2 else "",
        lambda visit, number: f" <a href=/l>pier {number} had {11 + visit} lamps</a>" if number < 5 else "",
    ],
    ids=["a name", "a number in bold", "a number in a link", "a link that came", "figures in four of six"],
)
def test_the_same_correction_inside_a_line_of_many_stories_is_an_edit_of_each(
    desk: Desk, site: Site, inside: Inside
) -> None:
    press = Press(desk, site, lambda visit, number: inside(visit, number) if number < 6 else "")
    for _ in range(3):
        found = press.watch()
    assert len(found) >= 4 and set(found) == {Status.EDIT}


def test_a_number_in_bold_that_grows_is_an_edit_each_time(desk: Desk, site: Site) -> None:
    press = Press(desk, site, lambda visit, _: f" and <b>{visit + 11} people</b> died", range(1, 2))
    press.watch()
    assert [press.watch() for _ in range(5)] == [[Status.EDIT]] * 5


@pytest.mark.parametrize("tag", ["b", "span", "a", "span class=toll"])
def test_a_toll_that_grows_at_each_visit_is_an_edit_each_time(desk: Desk, site: Site, tag: str) -> None:
    def toll(visit: int, _: int) -> str:
        return f", and at least <{tag}>{visit + 11}</{tag.split()[0]}> people died, officials said"

    press = Press(desk, site, toll, range(1, 2))
    press.watch()
    assert [press.watch() for _ in range(7)] == [[Status.EDIT]] * 7


def test_a_figure_that_other_lines_tell_too_is_the_storys_however_it_moves(desk: Desk, site: Site) -> None:
    press = Press(desk, site, lambda visit, _: "", range(1, 2))
    for visit, toll in enumerate((12, 15, 14, 17, 16, 19)):
        told_twice = f", and <span>{toll}</span> people of the town died that night"
        html = article(1, told_twice).replace("</p><p>", f"{SENTENCE.format(7)}{told_twice}.</p><p>", 1)
        site.put("/1", html)
        assert [outcome.status for outcome in desk.watch(1.0)] == [Status.EDIT if visit else Status.FIRST]
    assert press.visit == 0


@pytest.mark.parametrize(
    ("inside", "edits"),
    [
        (lambda visit: f" for <span>{30 + visit * 7 % 5},{visit} crowns</span> a share on the day", 3),
        (lambda visit: f". <span>{40 + visit * 9} people signed.</span> The council stayed away", 2),
    ],
    ids=["a price that goes up and down", "a count behind the sentence"],
)
def test_a_figure_of_one_article_that_no_story_tells_so_is_learned(
    desk: Desk, site: Site, inside: Callable[[int], str], edits: int
) -> None:
    press = Press(desk, site, lambda visit, _: inside(visit), range(1, 2))
    press.watch()
    found = [press.watch() for _ in range(7)]
    assert found == [[Status.EDIT]] * edits + [[Status.RECLEAN]] + [[]] * (6 - edits)


NOTES = ("the miller lent his cart", "a widow kept the key", "two brothers shared a vine", "the ferry left too soon")
NOTES += ("a tailor was paid in cloth", "the bell was let for hire", "one boat was sold before its catch")


def note(visit: int, number: int) -> str:
    return f" <span class=g{number}7x>(as in {NOTES[(visit * 2 + number) % 7]}, in the strict sense of the word)</span>"


def test_a_note_whose_words_are_others_in_each_article_is_no_edit(desk: Desk, site: Site) -> None:
    press = Press(desk, site, note)
    press.watch()
    assert set(press.watch()) == {Status.RECLEAN}
    assert press.watch() == []
    assert press.watch(("Shares of the harbour", "Bonds of the harbour")) == [Status.EDIT] * 6
    last = desk.store.last(desk.store.find(site.url("/3")))
    assert last is not None and last.article is not None
    assert "Bonds of the harbour" in last.article.text and "strict sense" not in last.article.text


def test_a_note_in_one_article_that_differs_from_both_readings_is_known_at_once(desk: Desk, site: Site) -> None:
    press = Press(desk, site, note, range(1, 2))
    press.watch()
    site.turn("/1", *(article(1, note(visit, 1)) for visit in range(5, 9)))
    assert [outcome.status for outcome in desk.watch(1.0)] == [Status.RECLEAN, Status.UNCHANGED]
    assert press.watch() == []


def lines(text: str, part: str, name: str = "a") -> PlacedText:
    at = text.index(part) if part else 0
    parts = (InlinePart(name, at, at + len(part)),) if part else ()
    return PlacedText((Block(BlockKind.PARAGRAPH, text),), ("p",), (parts,))


STORY = "The council of Port Amber met on Monday and sold the northern pier{}"


@pytest.mark.parametrize(
    ("old", "new", "part", "rest"),
    [
        (" (PRT 3,1) again", " (PRT 3,4) again", "PRT 3,4", " again"),
        (" PRT 3,1.", " PRT 3,4.", "PRT 3,4", "."),
        ("", " PRT 3,4", "PRT 3,4", ""),
    ],
)
def test_a_line_is_left_without_the_element(old: str, new: str, part: str, rest: str) -> None:
    now = lines(STORY.format(new), part)
    [change] = inline_changes(lines(STORY.format(old), ""), now, seen_parts(now))
    assert (change.place, change.new, change.rest) == ("~a", part, STORY.format(rest))


def test_a_line_that_was_edited_beside_the_element_is_edited() -> None:
    now = lines(STORY.format(" PRT 3,4").replace("Monday", "Friday"), "PRT 3,4")
    assert inline_changes(lines(STORY.format(" PRT 3,1"), ""), now, seen_parts(now)) == []


def test_two_articles_tell_nothing_of_an_element_without_a_name() -> None:
    found = []
    for n in range(2):
        now = lines(STORY.format(f" PRT {n},4"), f"PRT {n},4")
        old = lines(STORY.format(f" PRT {n},1"), "")
        found.append(Subject(str(n), tuple(inline_changes(old, now, seen_parts(now)))))
    assert learn(SiteMemory("a.example"), found).modules == {}
