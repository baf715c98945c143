"""The pages of the documents that ``newsdiff help`` shows: those of docs/, which lie inside an installed package."""

import re
from pathlib import Path

_IMAGE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_PAGE = re.compile(r"(?:\.\./)?(?:docs/)?([\w-]+)\.md(?:#.*)?")


def topics() -> dict[str, Path]:
    """Each topic's page, in the order of their names."""
    package = Path(__file__).parents[2]
    inside = package / "docs"
    folder = inside if inside.is_dir() else package.parent / "docs"  # of a checkout, installed editable
    return {page.stem.lower(): page for page in sorted(folder.glob("*.md"), key=lambda page: page.stem.lower())}


def title(page: Path) -> str:
    """The heading of a page: what the page is about, in one line."""
    with page.open(encoding="utf-8") as file:
        return file.readline().removeprefix("# ").strip()


def text(page: Path) -> str:
    """A page in Markdown whose links to other pages say what to type; images are left out."""
    known = topics()

    def told(link: re.Match[str]) -> str:
        words, target = link.groups()
        page = _PAGE.fullmatch(target)
        if page and page[1].lower() in known:
            command = f"`newsdiff help {page[1].lower()}`"
            return command if words.endswith(".md") else f"{words} ({command})"
        return f"{words} ({target})" if target.startswith("http") and target != words else words

    return _LINK.sub(told, _IMAGE.sub("", page.read_text(encoding="utf-8")))
