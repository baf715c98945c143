"""Where an article stands: safe on every file system, the same for every spelling of its address."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import StoreError
from newsdiff.store import layout
from newsdiff.text.urls import normalise

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
URL = "https://www.gazette.example/2026/03/02/bridge-closed.html"
ANY_URL = st.text(max_size=60).map(lambda text: f"https://news.example/{text}") | st.text(max_size=80)


def path_of(url: str, headline: str = "") -> str:
    return f"{layout.folder(url, AT)}/{layout.name(url, headline)}"


def test_a_path_names_the_outlet_the_month_and_the_story() -> None:
    assert path_of(URL).startswith("gazette.example/2026/03/bridge-closed-")
    assert path_of(URL).endswith(".md")


@given(ANY_URL, st.text(max_size=60))
def test_any_address_and_headline_give_a_path_of_this_layout(url: str, headline: str) -> None:
    path = path_of(url, headline)
    assert layout.is_path(path)
    assert layout.checked(path) == path
    assert path.isascii()
    assert all(len(part) <= 110 for part in path.split("/"))


@pytest.mark.parametrize("other", ["#top", "?utm_source=x", "?fbclid=1"])
def test_spellings_of_one_address_have_one_digest(other: str) -> None:
    assert layout.digest(URL) == layout.digest(URL + other) == layout.digest(normalise(URL))
    assert layout.digest(URL) != layout.digest(URL + "?id=2")
    assert layout.digest(URL, 12).startswith(layout.digest(URL))


@pytest.mark.parametrize(
    ("url", "headline", "slug"),
    [
        ("https://a.example/2026/03/bridge-closed.html", "x", "bridge-closed"),
        ("https://a.example/Bridge_Closed!/", "x", "bridge-closed"),
        ("https://a.example/story/12345", "Bridge closed", "story"),
        ("https://a.example/12345", "Bridge closed", "bridge-closed"),
        ("https://a.example/12345", "", "article"),
        ("https://a.example/", "Brücke zu", "br-cke-zu"),
        ("https://a.example/%D0%BC%D0%BE%D1%81%D1%82", "Мост", "article"),
        ("https://a.example/a.php?id=3#frag", "Ferry", "ferry"),
        ("https://a.example/index.shtml", "", "index"),
        ("not an address", "", "not-an-address"),
    ],
)
def test_a_slug_is_the_last_telling_part(url: str, headline: str, slug: str) -> None:
    assert layout.slug(url, headline) == slug


def test_a_long_slug_is_cut_and_never_ends_in_a_dash() -> None:
    slug = layout.slug("https://a.example/" + "-".join(["word"] * 40), "")
    assert len(slug) <= 80
    assert not slug.endswith("-")


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        (URL, "gazette.example"),
        ("https://GAZETTE.example:8080/x", "gazette.example"),
        ("https://con/x", "host-con"),
        ("https://com1.example/x", "host-com1.example"),
        ("nonsense", "unknown"),
        ("", "unknown"),
    ],
)
def test_an_outlet_is_a_folder_everywhere(url: str, outlet: str) -> None:
    assert layout.outlet(url) == outlet


@given(st.text("abc.-_/:@ÄÖ\u202e", max_size=150))
def test_an_outlet_is_never_empty_nor_leads_out_of_the_store(name: str) -> None:
    found = layout.outlet(f"https://{name}/")
    assert 0 < len(found) <= 100
    assert ".." not in found
    assert found[0] not in ".-" and found[-1] not in ".-"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "a.md",
        "a.example/2026/03/x.md",
        "a.example/2026/03/x-0123456g.md",
        "../2026/03/x-01234567.md",
        "a.example/2026/3/x-01234567.md",
        "a.example/2026/03/../x-01234567.md",
        "a.example/2026/03/x-01234567.md\n",
        "a.example/2026/03/x-01234567.txt",
        "A.example/2026/03/x-01234567.md",
        "/a.example/2026/03/x-01234567.md",
        "a.example/2026/03/x y-01234567.md",
    ],
)
def test_what_is_no_path_of_ours_never_enters_git(path: str) -> None:
    assert not layout.is_path(path)
    with pytest.raises(StoreError, match="is no path of an article"):
        layout.checked(path)


@pytest.mark.parametrize(
    "path",
    [
        "a.example/2026/03/x-01234567.md",
        "a.example/2026/03/02/x-0123456789ab.md",
        "a.example/2026/03/x-0123456789abcdef.md",
    ],
)
def test_both_depths_and_all_lengths_of_a_digest_are_ours(path: str) -> None:
    assert layout.is_path(path)
    assert layout.is_earlier(path) is ("9ab.md" in path)


def test_private_things_stand_beside_the_articles_or_in_a_bare_store() -> None:
    git, tree = Path("/s/.git"), Path("/s")
    assert layout.private(git, tree) == Path("/s/.newsdiff")
    assert layout.private(Path("/s.git"), None) == Path("/s.git/.newsdiff")


def test_a_store_is_known_by_its_format(tmp_path: Path) -> None:
    mark = tmp_path / "format"
    with pytest.raises(StoreError, match="is not a newsdiff store") as missing:
        layout.check_format(mark, tmp_path)
    assert missing.value.hint.startswith("name the store with --store or NEWSDIFF_STORE; ")
    assert missing.value.hint.endswith(f"newsdiff init {tmp_path} makes a new one")
    mark.write_text("1\n")
    layout.check_format(mark, tmp_path)


@pytest.mark.parametrize("text", ["2", "", "one", "-1", "1.0", "9" * 50])
def test_a_format_that_this_version_does_not_know_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "format").write_text(text)
    with pytest.raises(StoreError, match="is a store of format"):
        layout.check_format(tmp_path / "format", tmp_path)


def test_a_mark_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "format").mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        layout.check_format(tmp_path / "format", tmp_path)
