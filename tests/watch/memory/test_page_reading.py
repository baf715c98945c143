"""A page is read without the modules that are known, and without nothing else."""

from newsdiff.model import Article, Block, BlockKind, Cleaned, InlinePart
from newsdiff.watch.memory.inline_modules import own_inline
from newsdiff.watch.memory.mask import Mask
from newsdiff.watch.memory.page_reading import Recorded, read
from tests.kit.site import told

STORY = told(3, 4)


def test_an_element_in_many_lines_is_the_storys_also_where_one_of_them_is_a_module() -> None:
    """With the module gone it stands in as few lines as one of the host does."""
    lines = [f"{text} {n} lamps" for n, text in enumerate(STORY)]
    parts = tuple(
        (InlinePart("span.count", len(text) + 1, len(line)),) for text, line in zip(STORY, lines, strict=True)
    )
    article = Article("https://post.example/a", blocks=tuple(Block(BlockKind.PARAGRAPH, line) for line in lines))
    page = Cleaned(article, places=("p",) * len(lines), parts=parts)
    recorded = Recorded(article, page.places, own_inline("~span.count", "lamps", STORY[1]))
    found = read(page, None, recorded, Mask(frozenset({"~span.count"}))).cleaned.article
    assert [block.text for block in found.blocks] == [lines[0], STORY[1], *lines[2:]]
