"""Verification: silent on a whole store; one flipped byte is found, and its article named."""

import random
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.model import Page
from newsdiff.store import Store
from newsdiff.store.verify import Fault, gaps
from tests.kit.stories import START, edit, first


def filled(folder: Path) -> Store:
    """Six articles of three revisions each, the edits with their raw pages."""
    store = Store.create(folder)
    made = store.record(
        [first(f"https://gazette.example/story-{n}", f"Story {n} begins.") for n in range(6)], now=START
    )
    for hour in (1, 2):
        records = []
        for n, revision in enumerate(made):
            page = Page(revision.url, revision.url, 200, "text/html", b"<p>%d %d" % (n, hour), START)
            record = edit(revision.path, f"Story {n} at {hour}. It goes on.", hours=hour, url=revision.url)
            records.append(replace(record, raw_sha256=store.raw.put(page)))
        store.record(records, now=START + timedelta(hours=hour))
    return store


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("whole") / "store").path


@pytest.fixture
def copied(whole: Path, tmp_path: Path) -> Store:
    return Store(shutil.copytree(whole, tmp_path / "store", symlinks=True))


def flip(file: Path, offset: int) -> None:
    file.chmod(0o644)
    body = bytearray(file.read_bytes())
    body[offset % len(body)] ^= 0x10
    file.write_bytes(body)


def test_a_whole_store_has_no_fault(copied: Store) -> None:
    assert list(copied.verify()) == []
    assert list(copied.verify("story-3")) == []
    assert list(copied.verify(sample=0.5)) == []
    copied.maintain(now=START)
    assert list(copied.verify()) == []


def test_an_empty_store_has_no_fault(store: Store) -> None:
    assert list(store.verify()) == []


def packs(store: Store) -> list[Path]:
    return sorted((store.path / ".git/objects/pack").glob("*.pack"))


@pytest.mark.parametrize("seed", range(16))
def test_one_flipped_byte_of_a_pack_names_an_article(copied: Store, seed: int) -> None:
    random_ = random.Random(seed)
    if seed % 2:
        copied.maintain(now=START)
    file = random_.choice(packs(copied))
    flip(file, random_.randrange(12, file.stat().st_size - 20))  # between header and check sum
    faults = list(Store(copied.path).verify())
    assert [f for f in faults if f.path]


@pytest.mark.parametrize("suffix", ["*.idx", "*.pack"])
def test_a_flipped_byte_of_an_index_or_a_check_sum_is_found(copied: Store, suffix: str) -> None:
    file = sorted((copied.path / ".git/objects/pack").glob(suffix))[0]
    flip(file, file.stat().st_size - 5)
    assert list(Store(copied.path).verify()) != []


def raw_files(store: Store) -> list[Path]:
    return sorted((store.private / "raw").rglob("*.warc.gz"))


@pytest.mark.parametrize("seed", range(8))
def test_one_flipped_byte_of_a_raw_page_names_its_article(copied: Store, seed: int) -> None:
    [file] = raw_files(copied)
    flip(file, random.Random(seed).randrange(file.stat().st_size))
    faults = list(copied.verify())
    assert [f for f in faults if f.path.startswith("gazette.example/2026/03/story-") and "raw page" in f.message]


def test_a_cut_raw_file_names_the_articles_behind_the_cut(copied: Store) -> None:
    [file] = raw_files(copied)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert len({f.path for f in copied.verify()}) == 6


def test_a_lost_manifest_is_told(copied: Store) -> None:
    [file] = raw_files(copied)
    file.with_suffix("").with_suffix(".jsonl").unlink()
    assert {f.message for f in copied.verify("story-1")} >= {
        f.message for f in copied.verify("story-1") if "gone" in f.message
    }
    assert len(list(copied.verify("story-1"))) == 2


def test_a_flipped_byte_of_a_manifest_is_found(copied: Store) -> None:
    [file] = raw_files(copied)
    manifest = file.with_suffix("").with_suffix(".jsonl")
    for offset in range(0, manifest.stat().st_size, 97):
        flip(manifest, offset)
        assert list(copied.verify()) != [], offset
        flip(manifest, offset)


def test_damage_to_a_page_that_no_revision_names_is_told(copied: Store) -> None:
    url = "https://gazette.example/suspect"
    copied.raw.put(Page(url, url, 200, "text/html", b"wall", START))
    [file] = raw_files(copied)
    flip(file, file.stat().st_size - 30)
    assert [f for f in copied.verify() if url in f.message]


def test_a_rewritten_history_is_told(copied: Store) -> None:
    run = lambda *args: subprocess.run(["git", *args], cwd=copied.path, check=True, capture_output=True)  # noqa: E731
    run("update-ref", "refs/heads/archive", "archive~2")
    lost = [f for f in copied.verify() if f.message == "a revision is gone from the history"]
    assert len(lost) == 2
    assert all(f.path for f in lost)


def test_a_foreign_commit_is_told(copied: Store) -> None:
    user = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    tree = ["commit-tree", "-p", "archive", "-m", "edit: forged\n\nKind: edit", "archive~3^{tree}"]
    done = subprocess.run(["git", *user, *tree], cwd=copied.path, check=True, capture_output=True, text=True)
    subprocess.run(["git", "update-ref", "refs/heads/archive", done.stdout.strip()], cwd=copied.path, check=True)
    assert Fault("a commit that newsdiff did not record", commit=done.stdout.strip()) in list(copied.verify())


def test_gaps_are_spans_without_a_sighting() -> None:
    seen = [START, START + timedelta(hours=1), START + timedelta(hours=7)]
    assert gaps(seen, timedelta(hours=2)) == [(seen[1], seen[2])]
    assert gaps(seen, timedelta(hours=6)) == []
    assert gaps([], timedelta(hours=6)) == []


@pytest.mark.parametrize("seconds", ["soon", "", "-99999999999", "9999999999999"])
def test_a_gone_revision_of_which_the_index_tells_no_time_is_told_all_the_same(copied: Store, seconds: str) -> None:
    gone = copied.tip
    subprocess.run(["git", "update-ref", "refs/heads/archive", "archive~1"], cwd=copied.path, check=True)
    file = copied.private / "index.tsv"
    *others, last = file.read_text().splitlines()
    fields = last.split("\t")
    fields[2] = seconds
    file.write_text("\n".join([*others, "\t".join(fields)]) + "\n")
    told = [fault.message for fault in copied.verify() if fault.commit == gone]
    assert "a revision is gone from the history" in told
