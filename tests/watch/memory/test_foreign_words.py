"""Lines that share no words with their story: no editor changes them in many articles at once, or again and again."""

import random
from collections.abc import Sequence

import pytest

from newsdiff.model import Block, BlockKind, Status
from newsdiff.watch.memory.cases import Subject
from newsdiff.watch.memory.changes import ANYWHERE, SlotChange, changes
from newsdiff.watch.memory.foreign_words import FOREIGN, FRAME, frame, is_by_words, is_foreign, told_by_words
from newsdiff.watch.memory.learning import Lessons, learn
from newsdiff.watch.memory.placed_text import PlacedText
from newsdiff.watch.memory.site_memory import Lesson, SiteMemory, learned
from tests.kit.site import START, Desk, Site, page

PARAGRAPH = BlockKind.PARAGRAPH
NOTICES = (
    "Whoever mislaid an umbrella beneath the gallery may collect this before Sunday.",
    "Ladders, varnish, trestles: Hobson lends everything, except his patience.",
    "Tonight seven accordions play polkas inside the swimming baths.",
    "Fresh marmalade arrives by bicycle; please return empty glasses.",
    "Ginger kittens want homes, preferably those without parrots.",
    "Brass polish, candles, shoelaces: ask Wilhelmina behind the counter.",
    "Cuckoo clocks mended while customers sip elderflower cordial.",
    "Chess lessons start Wednesday, beginners bring sandwiches.",
)


def tale(number: int, sentences: int = 9) -> list[str]:
    """A story in words of its own, each of which it says several times."""
    r = random.Random(number)
    made = ["".join(r.choice("bdfgklmnprstv") + r.choice("aeiou") for _ in range(4)) for _ in range(90)]
    return [f"{' '.join(r.choice(made) for _ in range(24)).capitalize()}." for _ in range(sentences)]


def text(lines: Sequence[str], *, kind: BlockKind = PARAGRAPH, odd: int = -1) -> PlacedText:
    blocks = tuple(Block(kind if n == odd else PARAGRAPH, line) for n, line in enumerate(lines))
    return PlacedText(blocks, ("p",) * len(lines))


def changed(old: PlacedText, new: PlacedText) -> tuple[SlotChange, ...]:
    return told_by_words(changes(old, new).slots, old, new)


def replaced(number: int, one: str, other: str, at: int = 4) -> tuple[SlotChange, ...]:
    """What changes where a line of a story is another one; an empty line is none."""
    lines = tale(number)
    sides = ([*lines[:at], *([line] if line else []), *lines[at:]] for line in (one, other))
    return changed(*map(text, sides))


def taught(*articles: tuple[SlotChange, ...], still: int = 0, counted: dict[str, int] | None = None) -> Lessons:
    """What the changes of some articles teach, beside articles in which nothing changed."""
    places = frozenset({"p"})
    subjects = [Subject(f"/{n}", found, False, places, counted or {}) for n, found in enumerate(articles)]
    return learn(
        SiteMemory("post.example"), [*subjects, *(Subject(f"/still/{n}", places=places) for n in range(still))]
    )


def test_a_storys_own_paragraph_is_not_foreign() -> None:
    for number in range(1, 9):
        own = tale(number, 11)[-2:]
        [change] = replaced(number, *own)
        assert not is_foreign(change)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sold out.", "Back soon."),  # too few long words
        ("7, 9, 11, 13, 15, 17", "2, 4, 6, 8, 10, 12"),
        ("今日の天気は晴れのち曇りです。", "明日は雨が降るでしょう。"),  # a script in which words have no length
    ],
)
def test_a_line_without_long_words_tells_nothing(one: str, other: str) -> None:
    assert not any(map(is_foreign, replaced(1, one, other)))


def test_a_short_story_tells_nothing_of_a_line() -> None:
    lines = tale(1, 2)
    [change] = changed(text([*lines, NOTICES[0]]), text([*lines, NOTICES[1]]))
    assert not is_foreign(change)


def test_a_byline_is_never_foreign() -> None:
    sides = ([*tale(1)[:4], line, *tale(1)[4:]] for line in NOTICES[:2])
    assert not any(map(is_foreign, changed(*(text(lines, kind=BlockKind.BYLINE, odd=4) for lines in sides))))


def test_a_notice_is_foreign_whether_it_was_replaced_came_or_went() -> None:
    for one, other in [(NOTICES[0], NOTICES[1]), (NOTICES[0], ""), ("", NOTICES[1])]:
        [change] = replaced(2, one, other)
        assert is_foreign(change)
        assert f"{FOREIGN} p{ANYWHERE}" in change.keys


def test_notices_in_three_of_four_articles_are_a_module() -> None:
    articles = [replaced(n, NOTICES[n], NOTICES[n + 1], at=2 + n) for n in range(3)]
    found = taught(*articles, replaced(4, "", tale(4, 10)[-1]))
    assert set(found.modules) == {"/0", "/1", "/2"}


def test_what_comes_or_goes_is_learned_beside_notices_that_were_replaced() -> None:
    articles = [replaced(n, NOTICES[n], NOTICES[n + 1], at=2 + n) for n in range(3)]
    assert set(taught(*articles, replaced(4, "", NOTICES[6])).modules) == {"/0", "/1", "/2", "/3"}
    assert not taught(*(replaced(n, "", NOTICES[n], at=2 + n) for n in range(5)), still=4).modules


def test_own_paragraphs_that_were_replaced_in_three_articles_at_once_are_edits() -> None:
    assert not taught(*(replaced(n, *tale(n, 11)[-2:], at=2 + n) for n in range(1, 4)), still=2).modules


def test_the_same_notice_that_was_mended_in_four_articles_at_once_is_an_edit() -> None:
    mended = [replaced(n, NOTICES[0], NOTICES[0].replace("Sunday", "Monday"), at=2 + n) for n in range(4)]
    assert not taught(*mended, still=3).modules


def test_a_few_articles_of_many_that_changed_teach_nothing() -> None:
    notices = [replaced(n, NOTICES[n], NOTICES[n + 1], at=2 + n) for n in range(3)]
    assert not taught(*notices, *(replaced(n, "", tale(n, 10)[-1]) for n in range(10, 16))).modules


def test_a_paragraph_that_is_told_otherwise_beside_notices_stays() -> None:
    notices = [replaced(n, NOTICES[n], NOTICES[n + 1], at=2 + n) for n in range(3)]
    line = tale(7)[3]
    told = changed(text(tale(7)), text([*tale(7)[:3], f"{line} Wilhelmina objected.", *tale(7)[4:]]))
    assert set(taught(*notices, told).modules) == {"/0", "/1", "/2"}


def test_what_comes_beside_paragraphs_that_were_replaced_in_nearly_all_articles_is_an_edit_if_it_is_the_storys() -> (
    None
):
    anew = [replaced(n, *tale(n, 11)[-2:], at=2 + n) for n in range(6)]
    assert "/6" in taught(*anew, replaced(7, "", NOTICES[0])).modules
    assert "/6" not in taught(*anew, replaced(7, "", tale(7, 10)[-1])).modules


@pytest.mark.parametrize(("times", "learned"), [(1, False), (2, True)])
def test_one_article_alone_learns_at_the_third_foreign_change(times: int, learned: bool) -> None:
    counted = {f"{FOREIGN} p{ANYWHERE}": times}
    found = taught(replaced(3, NOTICES[0], NOTICES[1]), counted=counted)
    assert bool(found.modules) is learned
    assert found.counted["/0"].count(f"{FOREIGN} p{ANYWHERE}") == 1


def test_news_that_are_added_again_and_again_are_not_learned_also_where_they_share_no_words() -> None:
    found = taught(replaced(3, "", NOTICES[1]), counted={f"{FOREIGN} p{ANYWHERE}": 2})
    assert not found.modules
    assert f"{FOREIGN} p{ANYWHERE}" not in found.counted["/0"]


@pytest.mark.parametrize(("now", "learned"), [(54, False), (40, True)])
def test_a_figure_that_only_grows_is_not_learned_in_whatever_words(now: int, learned: bool) -> None:
    toll = "Firefighters confirmed {} casualties, ambulance dispatchers announced from headquarters."
    found = taught(replaced(3, toll.format(47), toll.format(now)), counted={f"{FOREIGN} p{ANYWHERE}": 5})
    assert bool(found.modules) is learned


def test_a_storys_own_sentence_is_never_learned_by_its_words() -> None:
    counted = {f"{FOREIGN} p{ANYWHERE}": 9}
    lines = tale(3)
    told = changed(text(lines), text([*lines[:4], f"{lines[4][:-1]} {lines[5]}", *lines[5:]]))
    assert not taught(told, counted=counted).modules


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Photograph: staff. Order this picture: 37 framed, 703 liked it", "this picture # framed # liked"),
        ("Order this picture: 4 framed, 1,090 liked it", "this picture # framed # liked"),
        ("Order this picture", ""),
        ("Sold: 12", ""),
    ],
)
def test_the_words_round_figures_are_told_without_them(line: str, found: str) -> None:
    assert frame(line).replace("# #", "#") == found


FRAMED = "Walkers who crossed this bridge today: {}, cyclists {}"


@pytest.mark.parametrize("many", [2, 3])
def test_figures_in_the_same_words_are_a_module_of_three_articles_wherever_they_stand(many: int) -> None:
    def counts(n: int) -> tuple[SlotChange, ...]:
        sides = [f"{'Seen from the quay. ' * (n % 2)}{FRAMED.format(n * 31 + v * (n + 5), 40 + n)}" for v in (0, 1)]
        places = (*["p"] * 4, ["div.bridge>p", "figure>figcaption", "ul>li"][n], *["p"] * 5)
        old, new = (text([*tale(n)[:4], side, *tale(n)[4:]])._replace(places=places) for side in sides)
        return changed(old, new)

    found = taught(*map(counts, range(many)))
    assert len(found.modules) == (3 if many == 3 else 0)
    assert all(is_by_words(lesson.slot) and lesson.slot.startswith(FRAME) for lesson in found.lessons)


def test_the_same_figure_that_was_corrected_in_four_articles_is_an_edit() -> None:
    fixed = [replaced(n, FRAMED.format(31, 40), FRAMED.format(13, 40), at=2 + n) for n in range(4)]
    assert not taught(*fixed, still=2).modules


def put(site: Site, number: int, line: str, at: int, word: str = "") -> None:
    """Put a story with a line in its middle, and another word where ``word`` stood."""
    lines = [f"<p>{each.replace(word, 'lanterns', 1) if word else each}</p>" for each in tale(number)]
    lines[at:at] = [line]
    site.put(f"/{number}", page(f"Tidings from Tamble, number {number}", "\n".join(lines)))


def test_notices_in_plain_paragraphs_leave_all_articles_at_once_and_an_edit_beside_them_is_told(
    desk: Desk, site: Site
) -> None:
    statuses = []
    for visit in range(4):
        for n in range(6):
            line = f"<p>{NOTICES[(visit * 3 + n) % 8]}</p>" if (visit + n) % 5 else ""
            put(site, n, line, 2 + n, tale(n)[6].split()[8] if visit == 3 else "")
        if not visit:
            desk.add(*(site.url(f"/{n}") for n in range(6)))
        statuses.append({o.status for o in desk.watch(2.0)})
    assert statuses[1] | statuses[2] <= {Status.UNCHANGED, Status.RECLEAN}
    assert statuses[3] == {Status.EDIT}


def test_new_names_that_are_added_in_half_of_the_articles_on_one_day_are_edits(desk: Desk, site: Site) -> None:
    desk.add(*(site.url(f"/{n}") for n in range(6)))
    for visit in range(2):
        for n in range(6):
            put(site, n, f"<p>{NOTICES[n]}</p>" if visit and n < 3 else "", 2 + n)
        outcomes = desk.watch(2.0)
    assert sum(o.status is Status.EDIT for o in outcomes) == 3


# --- figures that differ by article, in the same words or in none of the story ---

FOLLOWED = (
    "On the harbour camera {} people watch how the crew works, {} {} than a quarter of an hour ago.",
    "The sitting is followed by {} people from home, {} {} than a quarter of an hour ago.",
)
AUDIENCES = (
    "Umbrellas: {} were lent beneath the gallery, {} {} than yesterday.",
    "Seven accordions played for {} swimmers, {} {} than before.",
    "The cuckoo clock was wound by {} visitors, {} {} than at noon.",
    "Elderflower cordial went into {} glasses, {} {} than last summer.",
)
DEAD = (
    "At least {} people were killed when the boat burned, the mayor said.",
    "The flood took at least {} people with it, firemen of Westmere counted.",
    "Divers have now found at least {} people of the crew, who slept.",
)


def figured(number: int, line: str, *figures: str, at: int = 4) -> tuple[SlotChange, ...]:
    """What changes where the figures of a line move; each of ``figures`` fills the line at one visit."""
    one, other = (line.format(*each.split()) for each in figures)
    return replaced(number, one, other, at)


def toll(number: int, grown: int, at: int) -> tuple[SlotChange, ...]:
    """What changes where people died in a story, which tells it in words that it has elsewhere."""
    more = "The mayor of Westmere said that firemen and divers counted the people of the crew."
    other = "Nobody knew at least who burned the boat in the flood, and who was killed or found in Westmere."
    lines = [*tale(number), more, other]
    told = [DEAD[number % 3].format(dead) for dead in (number + 20, number + 20 + grown)]
    return changed(*(text([*lines[:at], line, *lines[at:]]) for line in told))


def test_tolls_of_several_stories_that_grow_in_one_pass_are_edits() -> None:
    found = [toll(n, 1 + n, 2 + n) for n in range(3)]
    assert set.intersection(*({key for key in change.keys if key.startswith(FRAME)} for [change] in found))
    assert not taught(*found).modules


def test_a_toll_in_a_frame_that_is_known_of_the_host_is_an_edit() -> None:
    counts = [figured(n, FOLLOWED[0], f"{20 + n} 3 more", f"{11 + 2 * n} 4 fewer", at=1 + n) for n in range(3)]
    frames = [key for key in counts[0][0].keys if key.startswith(FRAME)]
    assert frames and set(taught(*counts).modules) == {"/0", "/1", "/2"}
    memory = learned(SiteMemory("post.example"), [Lesson(key, module=True) for key in toll(1, 4, 3)[0].keys], START)
    found = learn(memory, [Subject("/9", toll(1, 4, 3), places=frozenset({"p"}), stood=True)])
    assert not found.modules


def test_one_figure_that_is_corrected_in_three_stories_is_an_edit_of_each() -> None:
    fixed = [figured(n, AUDIENCES[n], "31 4 more", "13 4 more", at=2 + n) for n in range(3)]
    assert not taught(*fixed, still=3).modules


@pytest.mark.parametrize("lines", [FOLLOWED, AUDIENCES], ids=["in one frame", "in no word of the story"])
def test_figures_of_an_audience_are_a_module_where_each_story_tells_its_own(lines: Sequence[str]) -> None:
    moved = [
        figured(n, lines[n % len(lines)], f"{900 + 7 * n} {12 + n} more", f"{880 + 9 * n} {30 - n} fewer", at=2 + n)
        for n in range(4)
    ]
    assert set(taught(*moved, still=3).modules) == {"/0", "/1", "/2", "/3"}
    assert not taught(*moved[:2], still=3).modules
