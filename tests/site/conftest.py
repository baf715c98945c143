"""A store with all that a site shows, and its site; for reading only."""

from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path

import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.model import FlagSettings
from newsdiff.site.build import SiteBuild, build
from newsdiff.site.edition import SiteEdition
from newsdiff.site.site import StoreSite
from newsdiff.store import Store
from tests.kit.press import FERRY, MARKET, Press, filled
from tests.kit.sealing import seal

EDITION = SiteEdition("Courier and Herald watch", UTC)
Publish = Callable[..., SiteBuild]


def rules(_url: str) -> FlagSettings:
    return FlagSettings()


def tags_of(store: Store) -> dict[str, tuple[str, ...]]:
    """Two tags, one of them of letters that no address has."""
    return {store.path_of(FERRY) or "": ("harbour", "bürgermeister"), store.path_of(MARKET) or "": ("harbour",)}


def publish(
    store: Store,
    out: Path,
    *,
    edition: SiteEdition = EDITION,
    tags: dict[str, tuple[str, ...]] | None = None,
    fresh: bool = False,
    jobs: int = 1,
) -> SiteBuild:
    """Build the site of a store."""
    with Catalogue(store) as catalogue:
        site = StoreSite(catalogue, edition, rules, tags_of(store) if tags is None else tags)
        return build(site, out, fresh=fresh, jobs=jobs)


@pytest.fixture(scope="session")
def sealed_off(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What ``sealed`` does for one test, for what many share."""
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        yield


@pytest.fixture(scope="session")
def press(sealed_off: None, tmp_path_factory: pytest.TempPathFactory) -> Press:
    return filled(tmp_path_factory.mktemp("press") / "store")


@pytest.fixture(scope="session")
def public(press: Press, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "public"
    publish(press.store, out)
    return out
