"""The one place that names colours: label -> style, and style -> escape codes of a terminal (ECMA-48 SGR).

Insertions and deletions differ in more than colour (underlined, struck out), so that they can be told apart by
everybody. The colours are those few of xterm's 256 that can be read on white as on black: their contrast with either is
4.5 and more, as WCAG 2 asks of text.
"""

STYLES = {
    "equal": "",
    "insert": "green underline",
    "delete": "red strike",
    "to": "blue underline",
    "from": "blue strike",
    "gap": "grey",
    "fold": "grey",
    "insert.form": "grey underline",
    "delete.form": "grey strike",
    "headline": "bold",
    "summary": "bold",
    "meta": "grey",
    "place": "blue",
    "link": "blue",  # followed by the address that it leads to
    "note": "violet",
    "age.1": "blue",
    "age.2": "violet",
    "age.3": "red",
    "age.4": "bold magenta",
    "severity.high": "bold magenta",
    "severity.medium": "red",
    "severity.low": "grey",
}

# Written here and not by rich, whose styles and colours take longer to import than the whole diff takes.
COLOURS = {"green": 29, "blue": 63, "violet": 98, "red": 131, "magenta": 163, "grey": 243}  # numbers in xterm's palette
_CODES = {"bold": "1", "underline": "4", "strike": "9"} | {name: f"38;5;{n}" for name, n in COLOURS.items()}
_SGR = {label: ";".join(_CODES[word] for word in style.split()) for label, style in STYLES.items()}


def painted(text: str, label: str) -> str:
    """``text`` in the style of a label, as escape codes of the 256 colours; unchanged where it has none.

    ``link ADDRESS`` makes it one that can be clicked (OSC 8, as most terminals and rich's ``link`` style have it).
    """
    kind, _, target = label.partition(" ")
    if target:
        return f"\x1b]8;;{target}\x1b\\{painted(text, kind)}\x1b]8;;\x1b\\"
    codes = _SGR.get(label)
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text


def unlinked(line: str) -> str:
    """A painted line without the addresses that it leads to."""
    first, *rest = line.split("\x1b]8;;")
    return first + "".join(part.partition("\x1b\\")[2] for part in rest)
