"""Edits after which somebody is quoted no more: words that stood in quotation marks, and stand in none now."""

from collections import defaultdict
from collections.abc import Sequence

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.flags.read.quotes import Quotation, quotations, quoted
from newsdiff.model import BlockKind

_LEAST_WORDS = 3  # of a quotation: fewer are a title, or a word that is held at arm's length
_TEXTS = """
SELECT {side}, text, kind = ? FROM spell JOIN paragraph ON paragraph.id = spell.paragraph
WHERE {side} IN ({{}}) AND (kind = ? OR text GLOB '*["“„«»‘'']*')
"""


def unquoted(catalogue: Catalogue, revisions: Sequence[int]) -> set[int]:
    """Those of these revisions that took a quotation out, or its marks.

    One whose words are for the most part quoted in what the revision brought was cut or moved, and is none.
    """
    gone = _quoted(catalogue, "gone", revisions)
    came = _quoted(catalogue, "born", list(gone))
    return {
        number
        for number, quotes in gone.items()
        if any(len(one.words) >= _LEAST_WORDS and not _is_kept(one, came[number]) for one in quotes)
    }


def _is_kept(one: Quotation, others: Sequence[Quotation]) -> bool:
    return any(2 * len(one.bag & other.bag) > len(one.bag) for other in others)


def _quoted(catalogue: Catalogue, side: str, revisions: Sequence[int]) -> dict[int, list[Quotation]]:
    """The quotations of the paragraphs that revisions ended (``gone``), or brought (``born``)."""
    found: dict[int, list[Quotation]] = defaultdict(list)
    kind = f"'{BlockKind.QUOTE}'"
    for number, text, is_quote in catalogue.among(_TEXTS.format(side=side).replace("?", kind), revisions):
        found[number] += quotations(quoted(text) or ([text] if is_quote else []), {})
    return found
