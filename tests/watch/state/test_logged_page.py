"""How a page was built is read back from the log as it was written."""

from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Identity, PageFrame, Settings, Status, StoreSettings
from newsdiff.watch.state.index import STATE_FILE, State
from newsdiff.watch.state.json_codec import decode, encode
from newsdiff.watch.state.logged_page import LoggedPage, logged_page
from tests.kit.site import Desk, Site, page, told

NAMES = st.lists(st.text(f"{ascii_lowercase}-", min_size=1, max_size=8), min_size=1, max_size=3).map(" ".join)
SPOTS = st.tuples(NAMES | st.just(""), NAMES)
COUNTS = st.integers(0, 9_999)
FRAMES = st.builds(PageFrame, SPOTS, SPOTS, SPOTS, st.frozensets(SPOTS), st.frozensets(SPOTS), COUNTS, COUNTS, COUNTS)


@given(FRAMES, st.lists(NAMES).map(tuple))
def test_a_page_is_read_back(frame: PageFrame, told: tuple[str, ...]) -> None:
    read = decode(LoggedPage, encode(logged_page(frame, Identity(told, told, told))))
    assert (read.frame, read.identity) == (frame, Identity(told, told, told))


def test_without_raw_pages_another_page_is_told_by_what_was_logged(desk: Desk, site: Site) -> None:
    desk.settings = Settings(fetch=desk.settings.fetch, store=StoreSettings(keep_raw="none"))
    lines = "".join(f"<p>{line}</p>" for line in told(3))
    site.put("/1", page("Notes from Port Amber", f"<div class=copy>{lines}</div>"))
    desk.add(site.url("/1"))
    desk.watch()
    (desk.store.private / STATE_FILE).unlink()
    with State(desk.store) as state:
        [known] = state.everything()
        assert known.built is not None
    others = "".join(f"<p>{line}</p>" for line in told(77, 12))
    site.put("/1", f"<html><body><section class=hall>{others}</section></body></html>")
    assert [desk.status(hours=9) for _ in range(2)] == [Status.SUSPECT] * 2
