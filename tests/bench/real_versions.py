"""Real versions over HTTP: `python -m tests.bench.real_versions FOLDER...`; a folder is a host, a folder in it an article.

An article's versions are ``000.html``, ``001.html`` ... (of a page or its main part), each with its text in ``000.txt``;
a pair whose words differ there is an edit. Each host is watched once a day, and what was not recorded two hours later
again. Printed: how many edits the first visit recorded, how many the second, and those that neither did.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from newsdiff.model import RECORDED, Status
from tests.kit.site import Desk, Site

FRAME = (
    "<!DOCTYPE html><html lang=en><head><title>News</title></head><body><header><a href=/>Home</a></header>{}</body>"
)


def main(folders: list[Path]) -> None:
    """Print the figures, and a line for each edit that the first visit did not record."""
    seen = [found for folder in folders for found in replayed(folder)]
    for name, at, why in seen:
        if at != 1:
            print(name, "at the second reading" if at else "not recorded", why)
    counts = {f"reading {at}" if at else "none": sum(each[1] == at for each in seen) for at in (1, 2, 0)}
    print(json.dumps({"edits": len(seen), **counts}))


def replayed(folder: Path) -> Iterator[tuple[str, int, str]]:
    """Each edit of a host: its name, which reading recorded it (0: none), and what the first one said."""
    versions = {each.name: sorted(each.glob("*.html")) for each in sorted(folder.iterdir()) if each.is_dir()}
    site = Site()
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(Path(place))
        desk.add(*(site.url(f"/{name}") for name in versions))
        for number in range(max(map(len, versions.values()), default=0)):
            edits = set()
            for name, files in versions.items():
                if number < len(files):
                    site.put(f"/{name}", page(files[number]))
                    if number and words(files[number - 1]) != words(files[number]):
                        edits.add(name)
            first = statuses(desk)
            second = statuses(desk) if edits - recorded(first) else {}
            for name in sorted(edits):
                at = 1 if name in recorded(first) else 2 if name in recorded(second) else 0
                yield f"{folder.name}/{name} {number}", at, ", ".join(first.get(name, ()))
            desk.now += timedelta(hours=24)
    site.close()


def statuses(desk: Desk) -> dict[str, list[str]]:
    """What a visit made of each article."""
    found: dict[str, list[str]] = {}
    for outcome in desk.watch(2):
        found.setdefault(outcome.url.rpartition("/")[2], []).append(outcome.status.value)
    return found


def recorded(found: dict[str, list[str]]) -> set[str]:
    """The articles whose edits were recorded."""
    kinds = {status.value for status in RECORDED} - {Status.RECLEAN.value}
    return {name for name, told in found.items() if kinds & set(told)}


def page(file: Path) -> str:
    """The page of a version."""
    html = file.read_text(errors="replace")
    return html if "<html" in html.lower() else FRAME.format(html)


def words(file: Path) -> list[str]:
    """The words of a version's text."""
    return re.findall(r"\w+", file.with_suffix(".txt").read_text())


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
