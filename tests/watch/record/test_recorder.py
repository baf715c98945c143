"""Steps become revisions, log lines and outcomes, in this order; a text that cannot be written costs itself alone."""

from datetime import timedelta

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import RevisionKind, Status
from newsdiff.store import Record
from newsdiff.watch.record import recorder as module
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation, Step, with_text
from newsdiff.watch.state.observation_log import read
from tests.kit.site import START, Desk
from tests.kit.stories import text

URL = "https://gazette.example/bridge"


def step(
    url: str = URL, *paragraphs: str, status: Status = Status.FIRST, path: str | None = None, hours: int = 0
) -> Step:
    article = text(*paragraphs, url=url)
    at = START + timedelta(hours=hours)
    kind = RevisionKind(status.value)
    return Step(with_text(Observation(at, url, status=status), article), Record(article, kind, at, path=path))


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(tmp_path)


def test_nothing_is_recorded_of_nothing(desk: Desk) -> None:
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: START)
        recorder.flush()
        assert list(recorder.outcomes()) == []
    assert desk.kinds() == []


def test_a_step_is_told_once_it_is_recorded_and_logged(desk: Desk) -> None:
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: START)
        recorder.add([step()])
        assert list(recorder.ready()) == []  # nothing is told of what may still be lost
        assert desk.kinds() == []
        recorder.flush()
        [outcome] = recorder.outcomes()
        assert list(recorder.outcomes()) == []
    assert (outcome.url, outcome.status, outcome.streak) == (URL, Status.FIRST, 1)
    assert outcome.revision is not None
    [(logged, _)] = read(desk.store.private)
    assert logged is not None
    assert (logged.revision, logged.path) == (outcome.revision.id, outcome.revision.path)
    assert desk.kinds() == ["first"]


def test_a_visit_without_a_text_is_logged_alone(desk: Desk) -> None:
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: START)
        recorder.add([Step(Observation(START, URL, status=Status.ERROR, error="why"))])
        recorder.flush()
        [outcome] = recorder.outcomes()
    assert (outcome.status, outcome.error, outcome.revision) == (Status.ERROR, "why", None)
    assert desk.kinds() == []
    assert [seen.error for seen, _ in read(desk.store.private) if seen] == ["why"]


def test_many_are_recorded_at_once_in_their_order(desk: Desk) -> None:
    urls = [f"{URL}-{n}" for n in range(7)]
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: START)
        recorder.add([step(url) for url in urls])
        recorder.flush()
        assert [outcome.url for outcome in recorder.outcomes()] == urls
    assert desk.kinds() == ["first"] * 7


def test_what_waits_is_recorded_when_much_of_it_waits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FLUSH_AFTER_RECORDS", 2)
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: START)
        recorder.add([step(f"{URL}-1")])
        assert list(recorder.ready()) == []
        recorder.add([step(f"{URL}-2")])
        assert [outcome.url for outcome in recorder.ready()] == [f"{URL}-1", f"{URL}-2"]


def test_a_text_that_changes_no_file_makes_no_revision(desk: Desk) -> None:
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: START)
        recorder.add([step()])
        recorder.flush()
        [first] = recorder.outcomes()
        assert first.revision is not None
        recorder.add([step(status=Status.EDIT, path=first.revision.path, hours=1)])
        recorder.flush()
        [again] = recorder.outcomes()
    assert (again.status, again.report) == (Status.UNCHANGED, None)
    assert desk.kinds() == ["first"]


def test_a_text_that_cannot_be_written_is_an_error_of_its_article_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = f"{URL}-bad"
    whole = desk.store.record

    def record(records, **more):
        if any(one.article.url == bad for one in records):
            raise ValueError("no such text")
        return whole(records, **more)

    monkeypatch.setattr(desk.store, "record", record)
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: START)
        recorder.add([step(f"{URL}-1"), step(bad), step(f"{URL}-2")])
        recorder.flush()
        told = {outcome.url: outcome for outcome in recorder.outcomes()}
    assert {url: outcome.status for url, outcome in told.items()} == {
        f"{URL}-1": Status.FIRST,
        bad: Status.ERROR,
        f"{URL}-2": Status.FIRST,
    }
    assert told[bad].error.startswith("newsdiff failed to write its text: ValueError: no such text")
    assert desk.kinds() == ["first", "first"]


def test_a_store_that_cannot_be_used_stops_the_run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def record(records, **more):
        raise StoreError("it is gone")

    monkeypatch.setattr(desk.store, "record", record)
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: START)
        recorder.add([step()])
        with pytest.raises(StoreError, match="it is gone"):
            recorder.flush()
        assert list(recorder.outcomes()) == []
    assert list(read(desk.store.private)) == []
