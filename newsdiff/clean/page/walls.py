"""Walls: what pages show in the place of an article, or where its text ends, and the lines that speak of them.

A phrase alone proves nothing, for stories tell of cookies, log-ins and captchas too. A page is taken for a wall where
it is short, speaks to its reader and says hardly anything else; a line that speaks of one is only named here, and the
gate looks where it stands and what became of the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from newsdiff.body.kinds import closed
from newsdiff.clean.lines.patterns import words
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.language.lists import phrases
from newsdiff.language.phrasebook import Phrasebook, plain
from newsdiff.model import Block, BlockKind, Sign, SignKind, SignPlace
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.mojibake import misread
from newsdiff.text.typography import fold

PARTIAL = frozenset((SignKind.PAY, SignKind.LOGIN, SignKind.SCRIPT, SignKind.ADS))  # may leave the beginning of a text
TITLED = frozenset((SignKind.ROBOTS, SignKind.MISSING, SignKind.LIST))  # bear their name over a text of any length
SPOKEN = frozenset((SignKind.ADS, SignKind.REGION, SignKind.OUTAGE, SignKind.OWN))  # news tells of these as well
HIDDEN = "hidden"  # why a line was taken out that no reader sees: it speaks of no wall
_WALLS = tuple(kind for kind in SignKind if kind not in (SignKind.MISREAD, SignKind.CUT))
_SHORT_WORDS = 30  # of text: with fewer, one phrase of a wall is enough
_BARE_WORDS = 120  # that a check for robots or a log-in page has at most
_CONSENT_WORDS = 400  # that a consent wall has at most: it lists its purposes
_OWN_WORDS = 6  # beside a quotation that make a sentence which tells of it
_NOTICE_CHARACTERS = 300  # that a notice has at most
_REMEMBERED = 512  # lines, about a page: of most it is asked twice whether they speak of a wall
_LINE_CHARACTERS = 80  # of a line that speaks of a wall are remembered
_MAX_LINES = 12  # such lines are remembered
_DOUBLY_QUOTED = lazy_pattern(r"\"[^\"]*\"")
_QUOTED = lazy_pattern(rf"{_DOUBLY_QUOTED.pattern}|'[^']{{3,}}'(?!\w)")
_WORD = lazy_pattern(r"[^\W\d_]+")
_TEXT = (
    BlockKind.PARAGRAPH,
    BlockKind.QUOTE,
    BlockKind.LIST_ITEM,
    BlockKind.ROW,
    BlockKind.CORRECTION,
    BlockKind.DEK,
    BlockKind.CAPTION,
)


def signs(blocks: Sequence[Block], found: Sequence[Leaf], body: bytes | str) -> Iterator[Sign]:
    """Yield the signs of a page whose leaves ``found`` gave ``blocks``."""
    told = [block.text for block in blocks if block.kind in _TEXT]
    kept = frozenset(told)
    if wall := _wall([leaf.text for leaf in found], told):
        yield Sign(wall)
    if _ends_at_a_pay_wall(blocks, found):
        yield Sign(SignKind.PAY, SignPlace.END)
    elif any(_asks_to_pay(leaf.text) for leaf in found if leaf.text not in kept):
        yield Sign(SignKind.PAY, SignPlace.ELSEWHERE)
    if misread("\n".join(block.text for block in blocks)):
        yield Sign(SignKind.MISREAD)
    if not closed(body.encode("utf-8", "replace") if isinstance(body, str) else body):
        yield Sign(SignKind.CUT)


def spoken(lines: Iterable[str]) -> tuple[Sign, ...]:
    """The signs in lines that were taken out of a page: on most pages some banner or menu speaks of a wall."""
    said = dict.fromkeys(fold(line)[:_LINE_CHARACTERS] for line in lines)
    found = [Sign(kind, SignPlace.BESIDE, line) for line in said if (kind := named(line)) is not None]
    return tuple(found[:_MAX_LINES])


def named(text: str) -> SignKind | None:
    """Which wall a text with folded typography speaks of."""
    place = _lines_of_walls().find(_own_words(plain(text)))
    return SignKind(place.name) if place else None


def _own_words(text: str) -> str:
    """A text without what it quotes, where it is more than a quotation: a story that tells what a wall says is none."""
    if '"' not in text:
        return text
    rest = _DOUBLY_QUOTED.sub(" ", text)
    return rest if len(words(rest)) >= _OWN_WORDS else text


def addresses(text: str) -> bool:
    """Whether a text with folded typography speaks to its reader, quotations aside."""
    to_readers, rest = _words_to_readers(), _DOUBLY_QUOTED.sub(" ", text)
    return any(word in to_readers or word[0].lower() + word[1:] in to_readers for word in _WORD.findall(rest))


def withdrawn(text: str) -> bool:
    """Whether a notice says that its publisher took an article back, or corrects it."""
    return _notices_of_withdrawal().find(plain(text)) is not None


def accounts(text: str) -> bool:
    """Whether a line speaks of courts, complaints, errors or its newsroom, as the account of a removal does."""
    return _accounts_of_removal().find(plain(text)) is not None


def _wall(lines: Sequence[str], told: Sequence[str]) -> SignKind | None:
    """The wall that a page of such lines shows in the place of an article, whose text is ``told``."""
    size = 0
    for line in told:
        size += len(words(line))
        if size >= _CONSENT_WORDS:
            return None
    visible = sum(len(words(line)) for line in lines)
    heard = [_QUOTED.sub(" ", plain(fold(line))) for line in lines]
    if size < _BARE_WORDS and visible < 2 * _BARE_WORDS:
        for kind in (SignKind.ROBOTS, SignKind.LOGIN):
            said = _wall_phrases(kind, heard)
            if len(said) >= 2 or (said and size < _SHORT_WORDS):
                return kind
        if _sure(SignKind.MISSING).find(plain(fold(" ".join(lines[:3])[:300]))):
            return SignKind.MISSING
    asking = [line for line in told if _wall_phrases(SignKind.CONSENT, [_QUOTED.sub(" ", plain(fold(line)))])]
    if len(_wall_phrases(SignKind.CONSENT, heard)) >= 2 and sum(len(words(line)) for line in asking) >= 0.5 * size:
        return SignKind.CONSENT
    return None


def _wall_phrases(kind: SignKind, lines: Sequence[str]) -> set[str]:
    """The different things of a kind that a page says."""
    return {line[p.start : p.end] for line in lines for p in _sure(kind).all(line[:2000])}


def _ends_at_a_pay_wall(blocks: Sequence[Block], found: Sequence[Leaf]) -> bool:
    """Whether a notice asks to pay for the rest, and hardly any text of the article comes behind it."""
    kept = {block.text for block in blocks if block.kind in _TEXT}
    total = sum(map(len, kept))
    before = 0
    for leaf in found:
        if before > 0.5 * total and _asks_to_pay(leaf.text):
            return total - before < 0.2 * total
        before += len(leaf.text) if leaf.text in kept else 0
    return False


@lru_cache(maxsize=_REMEMBERED)
def _asks_to_pay(text: str) -> bool:
    return len(text) < _NOTICE_CHARACTERS and _sure(SignKind.PAY).find(_own_words(plain(text))) is not None


@cache
def _lines_of_walls() -> Phrasebook:
    """What the lines of walls say, sure or not."""
    each = ((kind, kind.partition(" ")[2]) for kind in _WALLS)
    return Phrasebook({kind: (*phrases(f"{name}: sure"), *phrases(name)) for kind, name in each})


@cache
def _sure(kind: SignKind) -> Phrasebook:
    """What hardly any text but that of such a wall says; for consent also what it only says beside such words."""
    name = kind.partition(" ")[2]
    return Phrasebook({kind: (*phrases(f"{name}: sure"), *phrases(f"{name}: beside others"))})


@cache
def _words_to_readers() -> frozenset[str]:
    """How pages address their readers; a word that is listed with a capital says so with a capital only."""
    return frozenset(phrases("speaks to its reader"))


@cache
def _notices_of_withdrawal() -> Phrasebook:
    return Phrasebook({"": phrases("withdrawn")})


@cache
def _accounts_of_removal() -> Phrasebook:
    return Phrasebook({"": phrases("taken back")})
