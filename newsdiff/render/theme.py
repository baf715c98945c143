"""The one place that names colours: label -> rich style.

Insertions and deletions differ in more than colour (underlined, struck out), so that they can be told apart by
everybody; the sixteen terminal colours leave the choice of shade to the reader's own theme.
"""

STYLES = {
    "equal": "",
    "insert": "green underline",
    "delete": "red strike",
    "to": "cyan underline",
    "from": "cyan strike",
    "gap": "dim",
    "fold": "dim",
    "insert.form": "dim underline",
    "delete.form": "dim strike",
    "headline": "bold",
    "meta": "dim",
    "place": "cyan",
    "note": "yellow",
    "severity.high": "bold red",
    "severity.medium": "yellow",
    "severity.low": "dim",
}
