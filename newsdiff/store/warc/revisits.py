"""Records that say: the page was as it was then. They hold no body; the record that they speak of does."""

from collections.abc import Mapping

Place = tuple[int, int]  # byte of the file where a section begins, and of the section where a record does


class Revisits:
    """The pages of a file that were believed, by what a later record may call them."""

    def __init__(self) -> None:
        self._places: dict[int, Place] = {}  # by the hash of a name: a crawl may hold a million

    def remember(self, fields: Mapping[str, str], place: Place) -> None:
        """Note where a page stands."""
        url, date = fields.get("warc-target-uri", ""), fields.get("warc-date", "")
        names = [("last", url), ("of", url, date)]
        if digest := fields.get("warc-payload-digest", ""):
            names.append(("digest", digest.lower()))
        self._places.update((hash(name), place) for name in names)

    def find(self, fields: Mapping[str, str]) -> Place | None:
        """Where the page stands that a record speaks of: by its digest, its address and time, or the last of its own.

        A digest that is stated decides alone.
        """
        if digest := fields.get("warc-payload-digest", ""):
            return self._places.get(hash(("digest", digest.lower())))
        url, date = fields.get("warc-refers-to-target-uri", ""), fields.get("warc-refers-to-date", "")
        if url and date:
            return self._places.get(hash(("of", url, date)))
        if "not-modified" in fields.get("warc-profile", ""):
            return self._places.get(hash(("last", fields.get("warc-target-uri", ""))))
        return None
