"""Articles in a line, diffs as text."""

from collections.abc import Callable

import pytest

from newsdiff.diff import diff
from newsdiff.model import Article, Block, BlockKind, Diff, Edit, Op

_KINDS = {kind.value: kind for kind in BlockKind}


def article(*texts: str) -> Article:
    """Paragraphs; ``headline: ...`` and the like make other kinds."""
    return Article("", blocks=tuple(map(_block, texts)))


def _block(text: str) -> Block:
    kind, colon, rest = text.partition(": ")
    return Block(_KINDS[kind], rest) if colon and kind in _KINDS else Block(BlockKind.PARAGRAPH, text)


def marked(edit: Edit) -> str:
    """``[-old-]{+new+}``, moved parts in single marks."""
    if edit.op is Op.EQUAL:
        return edit.new
    if edit.moved is not None:
        return f"[{edit.old}]" if edit.old else f"{{{edit.new}}}"
    return (f"[-{edit.old}-]" if edit.old else "") + (f"{{+{edit.new}+}}" if edit.new else "")


def shown(found: Diff) -> list[str]:
    """One line for each hunk that is not equal."""
    return [f"{h.op}: {''.join(map(marked, h.edits))}" for h in found.hunks if h.op is not Op.EQUAL]


@pytest.fixture
def show() -> Callable[[list[str] | str, list[str] | str], list[str]]:
    """The changed hunks between two lists of paragraphs (or two single ones)."""

    def run(old: list[str] | str, new: list[str] | str) -> list[str]:
        a, b = ([side] if isinstance(side, str) else side for side in (old, new))
        return shown(diff(article(*a), article(*b)))

    return run
