"""`watch` has its history stamped by a real `openssl ts`, through the outbox and in a process of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.cli.reach import notifying
from newsdiff.demo.site import Site as DemoSite
from newsdiff.demo.story import page, states
from newsdiff.evidence.timestamps import stamps
from newsdiff.notify.outbox import Outbox
from newsdiff.store import Store
from tests.cli.conftest import Newsdiff
from tests.kit.authority import Authority, made, serving

pytest.importorskip("rfc3161_client")
pytestmark = [
    pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed"),
    pytest.mark.usefixtures("visits_here"),
]


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    (tmp_path / "authority").mkdir()
    with serving(made(tmp_path / "authority")) as found:
        yield found


@pytest.fixture
def desk(
    newsdiff: Newsdiff, demo_site: DemoSite, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Newsdiff:
    """A store with one article, whose runs are stamped; a busy machine may take its time."""
    monkeypatch.setattr(notifying, "DELIVERY_SECONDS", 300.0)
    newsdiff("init")
    config = tmp_path / "snapshots/.newsdiff/config.toml"
    shutil.copy(authority.certificates, config.parent / "authority.pem")
    config.write_text(
        "[fetch]\nallow_private = true\ndelay = 0\n"
        f'[evidence]\ntimestamp = "{authority.url}"\ntimestamp_ca = "authority.pem"\n'
    )
    newsdiff("add", "--allow-private", demo_site.url)
    return newsdiff


def test_each_run_that_recorded_something_is_stamped(
    desk: Newsdiff, demo_site: DemoSite, authority: Authority, tmp_path: Path
) -> None:
    assert desk("watch", "--all").code == 0
    desk("watch", "--all")
    demo_site.body = page(states()[1]).encode()
    desk("watch", "--all")
    store = Store(tmp_path / "snapshots")
    assert {one.commit for one in stamps(store.private)} == set(store.following("") or ())
    assert len(authority.asked) == 2
    assert desk("verify").out == "Everything is as it was recorded.\n"
    assert "2 time stamps" in desk("export", "evidence", demo_site.url, "-o", "all.zip").out


def test_an_authority_that_hangs_is_no_matter_of_the_run(
    desk: Newsdiff, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifying, "DELIVERY_SECONDS", 0.2)
    authority.held.clear()
    done = desk("watch", "--all")
    assert (done.code, done.err) == (0, "")
    private = tmp_path / "snapshots/.newsdiff"
    assert len(Outbox(private).parcels()) == 1
    assert stamps(private) == []
    authority.held.set()
    assert desk("notify").out == "timestamp (RFC 3161): 1 sent\n"
    assert len(stamps(private)) == 1
    assert Outbox(private).parcels() == []
