"""The raw pages that a store keeps, as files of a site: each a record of WARC, packed, so that nothing opens it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from newsdiff.model import Revision
from newsdiff.site import addresses
from newsdiff.site.edition import SiteEdition, SitePage
from newsdiff.store import Store
from newsdiff.store.raw import Line, lines, record


class Captures:
    """Where each raw page is kept, by the SHA-256 of its body; read when the first one is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _records(self) -> dict[str, tuple[Path, Line]]:
        return {line.sha256: (file, line) for file in self._store.raw.manifests() for line in lines(file)}

    def place(self, sha256: str) -> str:
        """The file of a raw page and the byte at which it stands there; empty where it is not kept."""
        if sha256 not in self._records:
            return ""
        manifest, line = self._records[sha256]
        return f"{manifest.with_suffix('.warc.gz').name}, byte {line.offset:,}"

    def read(self, sha256: str) -> bytes | None:
        """The record of a raw page as it stands in its file; None where it is not kept; StoreError if damaged."""
        return record(*self._records[sha256]) if sha256 in self._records else None

    def pages(self, edition: SiteEdition, revisions: Iterable[Revision]) -> Iterator[SitePage]:
        """The captures of these revisions, each once."""
        for sha256 in dict.fromkeys(r.raw_sha256 for r in revisions):
            if sha256 in self._records:
                yield SitePage(addresses.capture(sha256), edition.key(sha256), lambda s=sha256: self.read(s) or b"")  # type: ignore[misc]
