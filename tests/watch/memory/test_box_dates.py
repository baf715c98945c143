"""The length of a video, the time in a box beside the story: they go with the other lines of their box."""

import pytest

from newsdiff.model import Block, BlockKind, Status
from newsdiff.watch.memory.box_dates import with_dates
from newsdiff.watch.memory.changes import changes
from newsdiff.watch.memory.placed_text import PlacedText
from tests.kit.site import Desk, Site, page, told

LINES = told(4, 6)
TITLES = ("A goose in the council chamber", "How the lighthouse was painted", "Bread rises twice in Amber")
TITLES += ("Nine bridges by night", "The ferryman's last crossing", "Snow on the salt pans")


def text(*lines: tuple[str, str, BlockKind]) -> PlacedText:
    return PlacedText(tuple(Block(kind, line) for line, _, kind in lines), tuple(place for _, place, _ in lines))


def story(*box: tuple[str, str, BlockKind], at: int = 3) -> PlacedText:
    lines = [(line, "p", BlockKind.PARAGRAPH) for line in LINES]
    return text(*lines[:at], *box, *lines[at:])


def video(length: str, title: str, box: str = "figure.film") -> tuple[tuple[str, str, BlockKind], ...]:
    return (length, f"{box}>div>span", BlockKind.DATE), (title, f"{box}>figcaption", BlockKind.CAPTION)


@pytest.mark.parametrize(
    ("length", "box", "found"),
    [("9:27", "figure.film", [3, 4]), ("12 March 2025", "figure.film", [3, 4]), ("9:27", "p", [4])],
)
def test_a_date_goes_with_the_box_in_which_it_stands(length: str, box: str, found: list[int]) -> None:
    assert with_dates(story(*video(length, TITLES[0], box)), [4]) == found


def test_the_day_above_the_text_is_the_articles_own_a_bare_time_in_a_box_is_not() -> None:
    assert with_dates(story(*video("12 March 2025", TITLES[0]), at=0), [1]) == [1]
    assert with_dates(story(*video("9:27", TITLES[0]), at=0), [1]) == [0, 1]


def test_a_date_of_another_box_stays() -> None:
    other = ("9:27", "div.meta>span", BlockKind.DATE)
    assert with_dates(story(other, (TITLES[0], "figure.film>figcaption", BlockKind.CAPTION)), [4]) == [4]


def test_a_box_whose_time_changed_too_is_one_change_and_no_edit() -> None:
    found = changes(story(*video("9:27", TITLES[0])), story(*video("4:11", TITLES[1])))
    assert not found.edited
    [change] = found.slots
    assert (change.old_at, change.new_at, change.many) == ((3, 4), (3, 4), 2)


def test_a_time_that_changed_alone_is_an_edit() -> None:
    assert changes(story(*video("9:27", TITLES[0])), story(*video("4:11", TITLES[0]))).edited


def article(number: int, visit: int, edit: str = "seventeen") -> str:
    title, at = TITLES[(visit * 2 + number) % 6], 1 + (visit + number) % 4
    film = f"<div class=film__poster><img src=/f.jpg><span>{visit + 1}:{10 + visit * 7 + number}</span></div>"
    film += f"<figcaption><a href=/v>{title}</a> <em>{visit * 311 + 90} views</em></figcaption>"
    lines = [f"<p>{line}</p>" for line in told(number)]
    lines[at:at] = [f'<figure class="film">{film}</figure>']
    return page(f"Port Amber, {number}", "".join(lines) + f"<p>Divers found {edit} cracks in pier {number}.</p>")


def test_a_video_that_moves_and_changes_its_title_and_length_is_no_edit(desk: Desk, site: Site) -> None:
    desk.add(*(site.url(f"/{n}") for n in range(1, 7)))
    found = []
    for visit in range(5):
        for n in range(1, 7):
            site.put(f"/{n}", article(n, visit, "eleven" if visit > 2 and n == 2 else "seventeen"))
        found.append([o.status for o in desk.watch(2.0) if o.status is not Status.UNCHANGED])
    assert set(found[1]) == {Status.RECLEAN}
    assert found[2:] == [[], [Status.EDIT], []]


def test_the_times_of_a_live_blog_are_its_own(desk: Desk, site: Site) -> None:
    def live(visit: int) -> str:
        posts = (f"<div class=post><time>1{n}:20</time><p>{told(60 + n, 1)[0]}</p></div>" for n in range(visit, -1, -1))
        return page("The harbour, live", "".join(f"<p>{line}</p>" for line in told(9, 3)) + "".join(posts))

    desk.add(site.url("/live"))
    found = []
    for visit in range(6):
        site.put("/live", live(visit))
        found += [o.status for o in desk.watch(1.0)]
    assert found == [Status.FIRST] + [Status.EDIT] * 5


def row(label: str, told: str, kind: BlockKind, box: str = "dl") -> tuple[tuple[str, str, BlockKind], ...]:
    return (label, f"{box}>dt", BlockKind.LIST_ITEM), (told, f"{box}>dd", kind)


def test_the_times_of_a_list_go_with_its_other_lines_also_with_labels_between_them() -> None:
    tides = (*row("High water", "3.1 m", BlockKind.LIST_ITEM), *row("Sunrise", "06:42", BlockKind.DATE))
    assert with_dates(story(*tides), [4]) == [4, 6]


def test_the_times_of_another_list_of_the_box_stay() -> None:
    tides = row("High water", "3.1 m", BlockKind.LIST_ITEM, "div.sea>dl")
    lamps = row("Lamps", "06:42", BlockKind.DATE, "div.sea>ul")
    assert with_dates(story(*tides, *lamps), [4]) == [4]
