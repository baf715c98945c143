"""From the archive to the outbox: what was recorded since, whoever recorded it, and nothing older."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from newsdiff.model import NotifyRule, NotifySettings
from newsdiff.notify.outbox import Outbox
from newsdiff.notify.posting import follow, post
from tests.kit.site import Desk, Site, story

URLS = ("json://hook.example", "ntfy://ntfy.example/desk")


class Office(Desk):
    """A desk with one receiver."""

    def __init__(self, path: Path, site: Site, **options: object) -> None:
        super().__init__(path)
        self.site = site
        self.receiver(NotifySettings("desk", URLS[:1], **options))  # type: ignore[arg-type]
        self.outbox = Outbox(self.store.private)
        self.tagged: Mapping[str, tuple[str, ...]] = {}
        self.url = site.url("/story")
        self.site.put("/story", story(1))
        self.add(self.url)
        self.follow()
        self.watch()
        assert self.post() == 0  # a first text is no edit

    def receiver(self, *settings: NotifySettings) -> None:
        self.settings = replace(self.settings, notify=settings)

    def follow(self) -> None:
        follow(self.store, self.settings, self.outbox, now=self.now)

    def post(self) -> int:
        return post(self.store, self.settings, self.outbox, tags=lambda: self.tagged, zone=UTC, now=self.now)

    def edit(self, number: str) -> None:
        self.site.put("/story", story(1, cracks=number))
        self.follow()
        self.watch()


def test_an_edit_is_told_once(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site)
    office.edit("nineteen")
    assert (office.post(), office.post()) == (1, 0)
    [parcel] = office.outbox.parcels()
    [told] = parcel.entries
    assert (told.kind, told.url, told.revision) == ("edit", office.url, office.store.tip)
    assert any("nineteen" in new for _, _, new in told.lines)
    office.watch()
    assert office.post() == 0


def test_what_a_run_recorded_that_was_killed_the_next_one_tells(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site)
    office.edit("nineteen")  # and no word of it
    office.edit("twenty")
    assert office.post() == 2
    assert office.post() == 0


def test_every_service_has_its_own_copy(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site)
    office.receiver(NotifySettings("desk", URLS), NotifySettings("night", URLS[:1]))
    office.edit("nineteen")
    assert office.post() == 3
    assert sorted(parcel.receiver for parcel in office.outbox.parcels()) == ["desk", "desk", "night"]
    assert len({parcel.id for parcel in office.outbox.parcels()}) == 3


def test_a_receiver_that_is_new_is_told_of_nothing_older(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site)
    office.edit("nineteen")
    office.receiver(NotifySettings("night", URLS[:1]))
    office.follow()
    assert office.post() == 0
    assert set(office.outbox.bookmarks()) == {"night"}


def test_a_digest_gathers_what_happens_until_its_hour(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site, digest="day", digest_hour=20)
    for number in ("nineteen", "twenty"):
        office.edit(number)
        office.post()
    [parcel] = office.outbox.parcels()
    assert len(parcel.entries) == 2
    assert (parcel.due.hour, parcel.due.date()) == (20, office.now.date())


@pytest.mark.parametrize(("tags", "made"), [(("budget",), 1), (("city",), 0), ((), 0)])
def test_tags_are_those_of_the_watch_list(tmp_path: Path, site: Site, tags: tuple[str, ...], made: int) -> None:
    office = Office(tmp_path, site, when=NotifyRule(tags=("budget",)))
    office.tagged = {article.path: tags for article in office.store.articles()}
    office.edit("nineteen")
    assert office.post() == made


def test_a_watched_name_is_looked_for_in_the_texts(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site, when=NotifyRule(watched=True))
    office.settings = replace(office.settings, flags=replace_names(office, "nineteen"))
    office.edit("seven")
    assert office.post() == 0
    office.edit("nineteen")
    assert office.post() == 1


def replace_names(office: Office, *names: str) -> object:
    return office.settings.flags._replace(names=names)


def test_history_that_was_imported_is_no_news(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site)
    from datetime import timedelta

    from newsdiff.clean import cleaned_text
    from newsdiff.watch import snapshot

    for day, number in enumerate(("one", "two")):
        text = cleaned_text(
            f"A title of a story\n\nThere were {number} of them in the harbour.", "https://old.example/x"
        )
        snapshot(office.store, text, seen_at=office.now - timedelta(days=9 - day), now=office.now)
    assert office.post() == 0


def test_a_clock_that_was_ahead_once_keeps_nothing_from_being_told(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site)
    marks = office.outbox.bookmarks()
    office.outbox.bookmark({name: replace(mark, at=mark.at.replace(year=2099)) for name, mark in marks.items()})
    office.edit("nineteen")
    assert office.post() == 1


def test_where_the_history_was_replaced_the_receiver_begins_anew(tmp_path: Path, site: Site) -> None:
    office = Office(tmp_path, site)
    marks = office.outbox.bookmarks()
    office.outbox.bookmark({name: replace(mark, commit="1" * 40) for name, mark in marks.items()})
    office.edit("nineteen")
    assert office.post() == 0
    assert office.store.notices == ["desk is told of what comes from now on: the history it was told of is gone"]
    office.edit("twenty")
    assert office.post() == 1
