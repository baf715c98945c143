"""Raw pages as a WACZ: none, one, several; addresses as archives sort them; a record that is damaged; zip entries."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from gzip import decompress
from io import BytesIO
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.evidence.captures import KeptPage, kept_pages, wacz, zipped
from newsdiff.model import Page
from newsdiff.store import Store

NOW = datetime(2026, 3, 2, 8, 30, 5, tzinfo=UTC)
BODIES = {"https://www.Post.example/ferry?b=1&a=2": b"<p>Ferry</p>", "http://mill.example:8080": b"<p>Mill</p>" * 900}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store that keeps two raw pages, of different days."""
    made = Store.create(tmp_path_factory.mktemp("captures") / "snapshots")
    for day, (url, body) in enumerate(BODIES.items()):
        at = NOW.astimezone(timezone(timedelta(hours=9))) + timedelta(days=day)
        made.raw.put(Page(url, url, 200, "text/html; charset=utf-8" if day else "", body, at))
    return made


@pytest.fixture(scope="module")
def kept(store: Store) -> list[KeptPage]:
    return list(kept_pages(store, [hashlib.sha256(body).hexdigest() for body in BODIES.values()]))


def opened(captures: list[KeptPage], title: str = "Ferry") -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(wacz(captures, title, NOW))) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def index(captures: list[KeptPage]) -> Iterator[tuple[str, str, dict[str, str]]]:
    for line in opened(captures)["indexes/index.cdx"].decode().splitlines():
        key, time, told = line.split(" ", 2)
        yield key, time, json.loads(told)


# --- which pages ---


@pytest.mark.parametrize("names", [(), ("",), ("0" * 64,)])
def test_pages_that_were_not_kept_are_not_there(store: Store, names: tuple[str, ...]) -> None:
    assert list(kept_pages(store, names)) == []


def test_pages_come_in_the_order_in_which_they_were_kept_and_once(store: Store, kept: list[KeptPage]) -> None:
    assert [one.page.body for one in kept] == list(BODIES.values())
    names = [one.sha256 for one in kept]
    assert [one.sha256 for one in kept_pages(store, [*names[::-1], *names])] == names
    assert [one.sha256 for one in kept_pages(store, names[1:])] == names[1:]


def test_a_damaged_record_is_an_error_that_names_its_file(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "snapshots")
    name = store.raw.put(Page("https://a.example/", "https://a.example/", 200, "text/html", b"<p>x</p>", NOW))
    [manifest] = store.raw.manifests()
    file = manifest.with_suffix(".warc.gz")
    body = bytearray(file.read_bytes())
    body[-20] ^= 1
    file.write_bytes(bytes(body))
    with pytest.raises(StoreError, match=r"the raw page of https://a\.example/ is damaged in .*warc\.gz") as caught:
        list(kept_pages(store, [name]))
    assert caught.value.hint == "restore the file from a backup"


# --- the file ---


def test_a_file_of_no_pages_is_whole() -> None:
    found = opened([])
    assert found["archive/data.warc.gz"] == b""
    assert found["indexes/index.cdx"] == b""
    assert len(found["pages/pages.jsonl"].splitlines()) == 1


def test_it_tells_what_it_holds_and_what_that_hashes_to(kept: list[KeptPage]) -> None:
    found = opened(kept, 'Ferry "stops" — 橋')
    package = json.loads(found["datapackage.json"])
    assert (package["title"], package["created"]) == ('Ferry "stops" — 橋', "2026-03-02T08:30:05Z")
    for one in package["resources"]:
        body = found[one["path"]]
        assert (one["bytes"], one["hash"]) == (len(body), f"sha256:{hashlib.sha256(body).hexdigest()}")
    assert {one["path"] for one in package["resources"]} == {name for name in found if "datapackage" not in name}
    digest = json.loads(found["datapackage-digest.json"])["hash"]
    assert digest == f"sha256:{hashlib.sha256(found['datapackage.json']).hexdigest()}"


def test_each_page_is_listed_with_its_address_and_time(kept: list[KeptPage]) -> None:
    _, *pages = map(json.loads, opened(kept)["pages/pages.jsonl"].splitlines())
    assert [(page["url"], page["ts"]) for page in pages] == [
        (url, f"2026-03-0{day}T08:30:05Z") for day, url in enumerate(BODIES, 2)
    ]


def test_the_index_leads_to_the_response_of_each_page(kept: list[KeptPage]) -> None:
    records = opened(kept)["archive/data.warc.gz"]
    found = list(index(kept))
    assert len(found) == 2
    for _, _, told in found:
        at, length = int(told["offset"]), int(told["length"])
        response = decompress(records[at : at + length])
        assert b"WARC-Type: response" in response
        assert BODIES[told["url"]] in response
        assert told["digest"] == f"sha256:{hashlib.sha256(BODIES[told['url']]).hexdigest()}"


def test_its_lines_are_sorted_by_address_and_tell_time_type_and_status(kept: list[KeptPage]) -> None:
    (key, time, told), (other, _, more) = index(kept)
    assert (key, time) == ("example,mill:8080)/", "20260303083005")
    assert (told["mime"], told["status"], told["filename"]) == ("text/html", "200", "data.warc.gz")
    assert other == "example,post)/ferry?b=1&a=2"
    assert more["mime"] == "unk"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://post.example", "example,post)/"),
        ("https://post.example:443/A", "example,post)/a"),
        ("http://www.post.example:80/a#b", "example,post)/a"),
        ("https://post.example/a b?", "example,post)/a%20b"),
        ("https://www2.post.example/", "example,post,www2)/"),
        ("https://127.0.0.1:81/", "1,0,0,127:81)/"),
    ],
)
def test_an_address_is_turned_round(kept: list[KeptPage], url: str, key: str) -> None:
    moved = kept[0]._replace(page=kept[0].page._replace(final_url=url))
    assert [line[0] for line in index([moved])] == [key]


# --- entries of zip files ---


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (NOW, (2026, 3, 2, 8, 30, 5)),
        (NOW.astimezone(timezone(timedelta(hours=-9))), (2026, 3, 2, 8, 30, 5)),
        (datetime(1979, 12, 31, tzinfo=UTC), (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_an_entry_bears_the_time_in_utc_and_none_is_older_than_the_format(now: datetime, told: tuple[int, ...]) -> None:
    found = zipped("a/b.txt", now)
    assert (found.filename, found.date_time) == ("a/b.txt", told)
    assert found.external_attr >> 16 == 0o644


def test_the_same_pages_make_the_same_file(kept: list[KeptPage]) -> None:
    assert wacz(kept, "Ferry", NOW) == wacz(kept, "Ferry", NOW)
