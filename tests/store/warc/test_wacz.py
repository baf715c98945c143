"""WACZ: the WARC files of a zip archive, as py-wacz and browser crawlers write it."""

import zipfile
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Page
from newsdiff.store import import_sources
from newsdiff.store.left_out import LeftOut
from newsdiff.store.warc import wacz
from tests.kit.warc_files import URL, days, packed


def archive(path: Path, *, how: int = zipfile.ZIP_STORED, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", how) as made:
        made.writestr("datapackage.json", "{}")
        made.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        for name, body in members.items():
            made.writestr(name, body)
    return path


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_pages_of_every_warc_file_in_it(tmp_path: Path, how: int) -> None:
    first, second, third = days()
    crawls = {
        "archive/data.warc.gz": packed([first, second]),
        "archive/more.warc": third,
        "indexes/index.cdx.gz": b"not read",
        "other/crawl.warc.gz": packed([first]),
    }
    found = list(import_sources.pages(archive(tmp_path / "x.wacz", how=how, **crawls)))
    assert [(page.url, page.fetched_at.day) for page in found if isinstance(page, Page)] == [
        (URL, n) for n in (1, 2, 3)
    ]
    assert [one for one in found if isinstance(one, LeftOut)] == []


def test_one_in_a_folder_is_read_with_its_other_files(tmp_path: Path) -> None:
    archive(tmp_path / "x.wacz", **{"archive/a.warc.gz": packed(days(1))})
    (tmp_path / "2025-03-09.html").write_text("<p>saved</p></html>")
    assert len(list(import_sources.pages(tmp_path, URL))) == 2


def test_what_is_packed_as_no_crawl_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = {"archive/a.warc": b"\0" * 5_000_000, "archive/b.warc": days(1)[0], "archive/c.warc": b"no record"}
    found = list(wacz.pages(archive(tmp_path / "x.wacz", how=zipfile.ZIP_DEFLATED, **bomb)))
    assert [str(one) for one in found if isinstance(one, LeftOut) and one.what.startswith("archive")] == [
        "archive/a.warc is left out: it is packed as no crawl is",
        "archive/c.warc is left out: no WARC record can be read",
    ]
    assert sum(isinstance(one, Page) for one in found) == 1


def test_an_archive_without_a_crawl_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no WARC file"):
        list(wacz.pages(archive(tmp_path / "x.wacz")))


@pytest.mark.parametrize("cut", [0, 10, 300])
def test_a_torn_one_says_so(tmp_path: Path, cut: int) -> None:
    whole = archive(tmp_path / "x.wacz", **{"archive/a.warc.gz": packed(days(1))})
    whole.write_bytes(whole.read_bytes()[:cut])
    with pytest.raises(StoreError, match="is no zip archive that can be read"):
        list(wacz.pages(whole))


def test_a_member_with_a_flipped_byte_is_left_out(tmp_path: Path) -> None:
    whole = archive(tmp_path / "x.wacz", **{"archive/a.warc": days(1)[0], "archive/b.warc": days(2)[1]})
    body = bytearray(whole.read_bytes())
    body[body.index(b"It is day 1.")] ^= 1
    whole.write_bytes(bytes(body))
    found = list(wacz.pages(whole))
    assert [isinstance(one, LeftOut) for one in found] == [True, False]
    assert "it cannot be unpacked" in str(found[0])


def test_a_member_that_is_damaged_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    first, second, _ = days()
    path = archive(tmp_path / "x.wacz", how=zipfile.ZIP_DEFLATED, **{"archive/a.warc": first, "archive/b.warc": second})
    body = bytearray(path.read_bytes())
    at = body.index(b"archive/a.warc") + len("archive/a.warc") + 20
    body[at : at + 40] = b"\xff" * 40
    path.write_bytes(body)
    found = list(wacz.pages(path))
    assert [one.what for one in found if isinstance(one, LeftOut)] == ["archive/a.warc"]
    assert [page.fetched_at.day for page in found if isinstance(page, Page)] == [2]


def test_an_archive_of_a_later_version_of_zip_says_so(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.wacz", **{"archive/a.warc": days(1)[0]})
    body = bytearray(path.read_bytes())
    body[body.index(b"PK\x01\x02") + 6] = 99  # the version that is needed to read it
    path.write_bytes(body)
    with pytest.raises(StoreError, match="no zip archive that can be read"):
        list(wacz.pages(path))
