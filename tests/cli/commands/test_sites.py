"""``newsdiff sites``: what is known of a host is shown, and corrected; ``clean --explain`` names the slots."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.model import RevisionKind, Status
from newsdiff.watch.report import doctor
from tests.cli.conftest import Newsdiff
from tests.kit.site import Desk, Site, page, told

HOST = "127.0.0.1"
SLOT = "div.harbour-rates>p"


class Courier:
    """A site of five articles with a box of rates in each, watched twice."""

    def __init__(self, folder: Path, newsdiff: Newsdiff) -> None:
        self.site = Site()
        self.desk = Desk(folder)
        self.visit = 0
        self._newsdiff = newsdiff
        self.desk.add(*(self.site.url(f"/{n}") for n in range(5)))
        for _ in range(2):
            self.watch()

    def watch(self) -> list[Status]:
        self.visit += 1
        for n in range(5):
            paragraphs = [f"<p>{p}</p>" for p in told(n)]
            paragraphs[4:4] = [f'<div class="harbour-rates"><p>Crown {self.visit * 7} for a Mark</p></div>']
            self.site.put(f"/{n}", page(f"Notes from Port Amber, number {n}", "\n".join(paragraphs)))
        return self.desk.statuses()

    def __call__(self, *args: str) -> str:
        result = self._newsdiff("--store", str(self.desk.store.path), *args)
        assert result.code == 0, result.err
        return result.out

    def text(self) -> str:
        last = self.desk.store.last(self.desk.store.find(self.site.url("/1")))
        assert last is not None and last.article is not None
        return last.article.text


@pytest.fixture
def courier(tmp_path: Path, newsdiff: Newsdiff) -> Iterator[Courier]:
    courier = Courier(tmp_path, newsdiff)
    yield courier
    courier.site.close()


def test_without_a_memory_it_says_so(newsdiff: Newsdiff) -> None:
    newsdiff("init", "store")
    assert "Nothing is known" in newsdiff("--store", "store", "sites").out
    unknown = newsdiff("--store", "store", "sites", "a.example")
    assert (unknown.code, "nothing is known of 'a.example'" in unknown.err) == (2, True)


def test_hosts_and_their_modules_are_shown(courier: Courier) -> None:
    assert f"{HOST}  5 pages, 1 module," in courier("sites")
    shown = courier("sites", HOST)
    assert f"module {SLOT}: its text changed by itself 5 times" in shown
    assert "Crown 14 for a Mark" in shown
    assert "stories stand at body>article" in shown


def test_a_slot_that_is_kept_comes_back_and_is_watched_again(courier: Courier) -> None:
    assert "Crown" not in courier.text()
    courier("sites", HOST, "--keep", SLOT)
    assert "never a module" in courier("sites", HOST)
    assert set(courier.watch()) == {Status.RECLEAN, Status.EDIT}
    assert "Crown 21" in courier.text()
    assert set(courier.watch()) == {Status.EDIT}


def test_what_is_forgotten_is_learned_anew(courier: Courier) -> None:
    courier("sites", HOST, "--forget")
    assert "0 pages, 0 modules" in courier("sites")
    courier("reclean", "--all")
    assert "Crown" in courier.text()
    courier.watch()
    courier.watch()
    assert f"module {SLOT}" in courier("sites", HOST)
    assert "Crown" not in courier.text()


def test_a_slot_is_dropped_by_its_name(courier: Courier) -> None:
    courier("sites", HOST, "--keep", SLOT)
    courier("reclean", "--all")
    assert "Crown" in courier.text()
    courier("sites", HOST, "--drop", SLOT)
    courier("reclean", "--all")
    assert "Crown" not in courier.text()
    assert next(iter(courier.desk.store.changes())).kind is RevisionKind.RECLEAN


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--keep", SLOT], "of which host"),
        ([HOST, "--keep", SLOT, "--forget"], "say one of"),
        ([HOST, "--drop", "p"], "'p' is no slot of its own"),
        (["b.example", "--forget"], "nothing is known of 'b.example'"),
    ],
)
def test_what_cannot_be_meant_is_refused(courier: Courier, newsdiff: Newsdiff, args: list[str], says: str) -> None:
    result = newsdiff("--store", str(courier.desk.store.path), "sites", *args)
    assert (result.code, says in result.err) == (2, True)


def test_clean_explains_slots(courier: Courier) -> None:
    told_by = courier("clean", courier.site.url("/1"), "--allow-private", "--explain")
    assert f"removed (module at {SLOT}: its text changed by itself 5 times" in told_by
    assert "slots: " in told_by
    assert "  Crown" in told_by


def test_doctor_names_a_host_that_is_often_corrected(courier: Courier, newsdiff: Newsdiff) -> None:
    said = f"{HOST}: what is known of its pages was corrected by hand"
    assert said not in newsdiff("--store", str(courier.desk.store.path), "doctor").out
    for slot in (SLOT, "div.score>p", "aside.letters>p"):
        courier("sites", HOST, "--keep", slot)
    assert said in newsdiff("--store", str(courier.desk.store.path), "doctor").out


def test_doctor_names_a_module_that_stands_where_stories_do(courier: Courier, newsdiff: Newsdiff) -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in told(8))
    courier.site.put("/8", page("Notes from Port Amber, number 8", f'<div class="story">{paragraphs}</div>'))
    courier.desk.add(courier.site.url("/8"))
    courier.watch()
    courier("sites", HOST, "--drop", "div.story>p")
    found = newsdiff("--store", str(courier.desk.store.path), "doctor").out
    assert "stories stand there too" in " ".join(found.split())


def test_doctor_names_a_young_memory(courier: Courier, newsdiff: Newsdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "few articles taught what is left out of its pages (1 slot)"
    assert said not in newsdiff("--store", str(courier.desk.store.path), "doctor").out
    monkeypatch.setattr(doctor, "YOUNG_PAGES", 6)  # more than this site has
    assert said in " ".join(newsdiff("--store", str(courier.desk.store.path), "doctor").out.split())
    courier("sites", HOST, "--drop", SLOT)
    assert said not in " ".join(newsdiff("--store", str(courier.desk.store.path), "doctor").out.split())
