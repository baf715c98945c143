"""The one place that names colours: label -> style, and style -> escape codes of a terminal (ECMA-48 SGR).

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
    "summary": "bold",
    "meta": "dim",
    "place": "cyan",
    "note": "yellow",
    "severity.high": "bold red",
    "severity.medium": "yellow",
    "severity.low": "dim",
}

# Written here and not by rich, whose styles and colours take longer to import than the whole diff takes.
_CODES = {"bold": 1, "dim": 2, "underline": 4, "strike": 9, "red": 31, "green": 32, "yellow": 33, "cyan": 36}
_SGR = {label: ";".join(str(_CODES[word]) for word in style.split()) for label, style in STYLES.items()}


def painted(text: str, label: str) -> str:
    """``text`` in the style of a label, as escape codes of the sixteen colours; unchanged where it has none."""
    codes = _SGR.get(label)
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text
