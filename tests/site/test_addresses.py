"""Where each page of a site stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.site import addresses

SHA = "0123456789abcdef" * 4


@pytest.mark.parametrize("page", ["", "index.html", "outlets/a.example/index.html", "article/a/index.html", "tags/a/"])
def test_a_page_that_is_of_no_article(page: str) -> None:
    assert addresses.article_of(page) == ""


@pytest.mark.parametrize("path", ["courier.example/2026/bridge.md", "a.md", "courier.example/x.md.md"])
def test_the_pages_of_an_article_lead_back_to_it(path: str) -> None:
    assert addresses.article_of(addresses.article(path)) == path
    assert addresses.article_of(addresses.revision(path, 12)) == path
    assert addresses.revision(path, 12).endswith("/12.html")


@pytest.mark.parametrize(
    "page",
    ["", "index.html", f"captures/{SHA}", f"captures/{SHA[1:]}.warc.gz", f"captures/{SHA.upper()}.warc.gz",
     f"captures/{SHA}.warc.gz.html", f"a/captures/{SHA}.warc.gz"],
)  # fmt: skip
def test_what_is_no_capture(page: str) -> None:
    assert addresses.captured(page) == ""


def test_a_capture_leads_back_to_its_digest() -> None:
    assert addresses.captured(addresses.capture(SHA)) == SHA


@pytest.mark.parametrize("name", ["elections", "elections-2026", "a", "0_x", "a" * 61])
def test_a_plain_tag_goes_by_its_name(name: str) -> None:
    assert addresses.tag(name) == f"tags/{name}/index.html"


@given(st.text(max_size=80))
def test_any_tag_stands_in_one_folder_of_plain_letters(name: str) -> None:
    head, folder, page = addresses.tag(name).split("/")
    assert (head, page) == ("tags", "index.html")
    assert folder
    assert set(folder) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize("names", [("a b", "a-b"), ("A", "a"), ("ü", "ä"), ("a" * 62, "a" * 61), ("", "-")])
def test_two_tags_have_two_folders(names: tuple[str, str]) -> None:
    one, other = map(addresses.tag, names)
    assert one != other


@pytest.mark.parametrize(
    ("page", "root"), [("index.html", ""), ("outlets/a.example/index.html", "../../"), ("captures/a", "../")]
)
def test_the_way_to_the_root(page: str, root: str) -> None:
    assert addresses.root(page) == root
