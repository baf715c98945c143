"""The authors differ."""

from collections.abc import Iterator

from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Article, BlockKind, Flag, FlagKind, Severity
from newsdiff.text.typography import fold


@rule
def byline(comparison: Comparison) -> Iterator[Flag]:
    """Bylines that name other people; another order or case is none."""
    if not comparison.touched(BlockKind.BYLINE):
        return
    old, new = _bylines(comparison.diff.old), _bylines(comparison.diff.new)
    if (old or new) and _people(old) != _people(new):
        yield Flag(FlagKind.BYLINE, Severity.LOW, old, new, reason="other authors")


def _bylines(article: Article) -> str:
    return "; ".join(b.text for b in article.blocks if b.kind is BlockKind.BYLINE)


def _people(text: str) -> list[str]:
    words = fold(text).lower().replace(",", " ").replace(";", " ").split()
    return sorted(w for w in words if w not in ("by", "and", "&"))
