"""What contradicts itself inside one text, a check a file. Silence when unsure."""

from collections.abc import Callable, Iterable, Iterator

from newsdiff.flags.checks.age import age
from newsdiff.flags.checks.contradiction import CheckedArticle, Contradiction
from newsdiff.flags.checks.standing import standing
from newsdiff.flags.checks.total import total
from newsdiff.flags.checks.weekday import weekday
from newsdiff.flags.read.sentence_values import SentenceValues
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.portions import brief_sentences
from newsdiff.language import table
from newsdiff.language.detect import language_of
from newsdiff.model import Article, BlockKind

_WHOLE_CHARACTERS = 400  # of a headline, a date or a byline that is read as one sentence
_CHECKS: tuple[Callable[[CheckedArticle], Iterator[Contradiction]], ...] = (standing, weekday, age, total)


def contradictions(article: Article) -> tuple[Contradiction, ...]:
    """What contradicts itself in an article, in reading order; nothing for a language without a word table."""
    language = language_of(article.language, article.text)
    words = table(language) if language else None
    if words is None:
        return ()
    read = (
        SentenceValues(Sentence(t, i, b.kind, words), words)
        for i, b in enumerate(article.blocks)
        for t in _cut(b.kind, b.text)
    )
    text = CheckedArticle(article, words, tuple(read))
    found = [f for check in _CHECKS for f in check(text)]
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.first_block, f.second_block)))


def _cut(kind: BlockKind, text: str) -> Iterable[str]:
    whole = kind in (BlockKind.HEADLINE, BlockKind.DATE, BlockKind.BYLINE) and len(text) <= _WHOLE_CHARACTERS
    return (text,) if whole else brief_sentences(text)
