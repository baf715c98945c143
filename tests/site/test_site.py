"""All pages of a store in units: of an empty one, of outlets, tags and articles; when a unit is made anew."""

from collections.abc import Iterator
from datetime import UTC

import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.model import FlagSettings
from newsdiff.site.edition import SiteEdition
from newsdiff.site.site import StoreSite
from tests.kit.catalogues import DAY, Row, catalogue_of

FERRY, MILL, INN = "courier.example/ferry.md", "herald.example/mill.md", "herald.example/inn.md"
TAGS = {FERRY: ("harbour", "boats"), MILL: ("harbour",)}
EDITION = SiteEdition("Watch", UTC)
ROWS = (
    Row(MILL, 0, "first"),
    Row(FERRY, 0, "first"),
    Row(INN, 0, "first"),
    Row(FERRY, DAY, flags="number", disclosed="no"),
    Row(MILL, 2 * DAY, disclosed="note"),
    Row(FERRY, 3 * DAY),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with catalogue_of(tmp_path_factory.mktemp("site"), ROWS) as catalogue:
        yield catalogue


def site(catalogue: Catalogue, tags: dict[str, tuple[str, ...]] = TAGS, language: str = "en") -> StoreSite:
    return StoreSite(catalogue, EDITION, lambda _url: FlagSettings(language=language), tags)


def test_an_empty_store_is_a_site_with_a_front(tmp_path_factory: pytest.TempPathFactory) -> None:
    with catalogue_of(tmp_path_factory.mktemp("nothing"), ()) as catalogue:
        made = site(catalogue)
        assert [unit.name for unit in made.units()] == ["front"]
        assert (made.outlets, made.tags) == ([], [])
        [front] = made.units()
        assert all(page.render() for page in front.pages())


def test_units_are_the_front_the_outlets_the_tags_and_the_articles(kept: Catalogue) -> None:
    assert [unit.name for unit in site(kept).units()] == [
        "front",
        "outlets/courier.example/index.html", "outlets/herald.example/index.html",
        "tags/boats/index.html", "tags/harbour/index.html",
        MILL, FERRY, INN,
    ]  # fmt: skip


def test_groups_hold_their_articles_and_their_edits_newest_first(kept: Catalogue) -> None:
    made = site(kept)
    assert [(group.name, [a.path for a in group.articles], [e.id for e in group.edits]) for group in made.outlets] == [
        ("courier.example", [FERRY], [6, 4]),
        ("herald.example", [MILL, INN], [5]),
    ]
    assert [(group.name, [a.path for a in group.articles], [e.id for e in group.edits]) for group in made.tags] == [
        ("boats", [FERRY], [6, 4]),
        ("harbour", [MILL, FERRY], [6, 5, 4]),
    ]


def test_without_tags_there_are_no_pages_of_tags(kept: Catalogue) -> None:
    assert not any(unit.name.startswith("tags/") for unit in site(kept, {}).units())


def test_figures_of_a_group_are_those_of_its_own_articles(kept: Catalogue) -> None:
    units = {unit.name: unit for unit in site(kept).units()}
    for name, told in (("outlets/herald.example", ("2", "1", "1")), ("tags/harbour", ("2", "2", "3"))):
        front = next(page for page in units[f"{name}/index.html"].pages() if page.path.endswith("index.html"))
        text = front.render().decode()
        for head, figure in zip(("Articles", "Edited", "Edits"), told, strict=True):
            assert f"<dt>{head}</dt><dd>{figure}</dd>" in text


def test_only_articles_are_units_of_one(kept: Catalogue) -> None:
    articles = {unit.name: unit.article for unit in site(kept).units()}
    assert {name: a.path for name, a in articles.items() if a is not None} == {MILL: MILL, FERRY: FERRY, INN: INN}


# --- keys ---


def keys(made: StoreSite) -> dict[str, str]:
    return {unit.name: unit.key for unit in made.units()}


def test_the_front_is_looked_at_each_time(kept: Catalogue) -> None:
    assert keys(site(kept))["front"] == ""


def test_the_same_store_has_the_same_keys_and_each_unit_its_own(kept: Catalogue) -> None:
    found = keys(site(kept))
    assert keys(site(kept)) == found
    assert len(set(found.values())) == len(found)


def test_other_rules_change_the_articles_alone(kept: Catalogue) -> None:
    before, after = keys(site(kept)), keys(site(kept, language="de"))
    assert {name for name in before if before[name] != after[name]} == {MILL, FERRY, INN}


def test_a_tag_changes_its_article_and_its_own_pages(kept: Catalogue) -> None:
    before, after = keys(site(kept)), keys(site(kept, TAGS | {INN: ("boats",)}))
    assert {name for name in before if before[name] != after[name]} == {"tags/boats/index.html", INN}
