"""The documents as a web site: ``sphinx-build -W -c docs . OUT`` (extra docs), README.md as its front page.

MyST reads Markdown as GitHub does (CommonMark), so that there is one source; a link that leads nowhere is a warning.
"""

import shutil
from pathlib import Path
from typing import Any

from newsdiff import __version__

project, author, copyright = "newsdiff", "the newsdiff contributors", "the newsdiff contributors"
version = release = __version__
extensions = ["myst_parser"]
myst_heading_anchors = 3
root_doc = "README"
include_patterns = ["README.md", "CHANGELOG.md", "docs/*.md", "tests/pairs/README.md"]
exclude_patterns = [".*", "newsdiff", "snapshots"]
html_theme = "furo"  # the pages of sphinx, readable on a phone, without scripts of others
html_title = "newsdiff"
html_show_sphinx = html_copy_source = html_use_index = False
html_static_path = ["site.css"]
html_css_files = ["site.css"]
CONTENTS = {
    "Using it": "docs/commands docs/configuration docs/cron docs/flags docs/rules docs/word-diff tests/pairs/README",
    "How it works": "docs/recording docs/cleaning docs/audit docs/scale",
    "Around it": "docs/reach docs/site docs/export docs/evidence docs/api docs/compare",
    "For contributors": "docs/ARCHITECTURE docs/CONTRIBUTING docs/glossary CHANGELOG",
}


def _contents() -> str:
    head = "\n```{toctree}\n:hidden:\n:caption: "
    return "".join(f"{head}{caption}\n\n" + "\n".join(names.split()) + "\n```\n" for caption, names in CONTENTS.items())


def _with_contents(_app: object, name: str, source: list[str]) -> None:
    if name == root_doc:
        source[0] += _contents()


def _front_page(app: Any, error: Exception | None) -> None:
    if not error:
        shutil.copy(Path(app.outdir) / f"{root_doc}.html", Path(app.outdir) / "index.html")


def setup(app: Any) -> None:
    """Give the front page its contents, and the name that web servers look for."""
    app.connect("source-read", _with_contents)
    app.connect("build-finished", _front_page)
