"""The gate: is a changed text an edit, or did the server show another page than the article?

``doubts`` names every reason not to believe a text. One that ``waits`` needs the user's word however often the page
is read; the others are overcome by a second, equal reading an hour later. No reason: it is an edit.

Thresholds (shares of words and shingles) were set on pages of many publishers and on real edits of press releases;
a wall is told by three things together: it speaks of walls, in text that is new, and the article's text went. Where
the recorded page is kept, its structure is asked first (``structure``): a page of another template or another article
waits; of one that is the article's still, a notice or a rewritten story is an edit, whatever words it uses.
"""

from collections.abc import Callable, Collection, Iterator
from urllib.parse import urlsplit

from newsdiff.clean.lines.patterns import is_correction, is_sentence
from newsdiff.clean.page.walls import HIDDEN, PARTIAL, SPOKEN, TITLED, accounts, addresses, named, spoken, withdrawn
from newsdiff.language import detect
from newsdiff.model import Cleaned, Sign, SignKind, SignPlace
from newsdiff.text.mojibake import misread_beside
from newsdiff.text.typography import fold
from newsdiff.watch.gate.case import (
    END_SIZE,
    HALF_SHARE,
    NOTHING_KEPT_SHARE,
    WENT_SIZE,
    Case,
    Reason,
)
from newsdiff.watch.gate.kinship import AKIN_SHARE
from newsdiff.watch.gate.similarity import ShingledText
from newsdiff.watch.gate.structure import Kept, stands_still

REPLACED_KEPT_SHARE = 0.15  # less of the old text's shingles: another text
# Share of the old words, and of the old 4-word shingles: below either, a new notice that asks for money is believed.
PAYWALL_SIZE, PAYWALL_KEPT = 0.97, 0.9
SHRUNK_SIZE = 0.3  # less of the old text's words: a stub, or a notice in its place
TAIL_SIZE = 0.2  # share of the words whose loss at the end alone looks like a cut
SILENT_SIZE = 0.4  # share of the words whose loss at the end, without a word, no editor leaves so
ASIDE_SIZE = 1 / 3  # share of the words whose loss at the end no single line of the story's own makes up for
MOST_SIZE = 0.6  # share of the words that is most of a story: what stands for it names more than its headline
GROWN_SIZE = 1.5  # share of the words with which a text is another, longer telling
ASIDE_LINES = 5  # sentences that stand in the place of an end at most; more are told by an editor
BRIEF_WORDS = 40  # below the headline: what says that it is an article, and has as many, is one
NAMED_SHARE = 0.25  # of the substance of a line that the story below its headline has too: it is about the story
STORY_SIZE = 0.8  # share of the words that is nearly the whole story
# Walls that ask their reader for something before they show the text; others only say that it is not there.
ASKING = PARTIAL | {SignKind.CONSENT, SignKind.ROBOTS}
STUB_WORDS = 150  # words: so short, a text that speaks of a wall is one
LEAST_WORDS = 12  # words without which a page has no article text
TITLE_WORDS = 8  # words of a headline that says what page this is, and hardly anything else


def doubts(case: Case, believe: Collection[str] = ()) -> tuple[Reason, ...]:
    """Every reason not to believe the new text, the gravest first; none: it is an edit.

    ``believe`` names the doubts (of ``DOUBTS``) that a site does not deserve.
    """
    rules = (rule for name, rule in _RULES if name not in believe)
    found = {reason.message: reason for rule in rules for reason in rule(case)}
    return tuple(sorted(found.values(), key=lambda r: not r.waits))


def _cut(case: Case) -> Iterator[Reason]:
    if case.old is None:
        if case.truncated:
            yield Reason("the page was cut off on its way", waits=True)
    elif case.was_closed and not case.closed:
        yield Reason("the page was cut off on its way: its closing tags are missing", waits=True)


def _empty(case: Case) -> Iterator[Reason]:
    if case.after.size < LEAST_WORDS and case.before.size >= 2 * LEAST_WORDS:
        yield Reason("the page holds next to no text")
    elif case.old is None and ShingledText.below(case.new).size < LEAST_WORDS:
        yield Reason("the page holds no article text", waits=True)


def signs_of(cleaned: Cleaned) -> tuple[Sign, ...]:
    """What of a page speaks of walls beside the article's own text, the lines that cleaning took out among it."""
    return (*cleaned.signs, *spoken(removed.text for removed in cleaned.removed if removed.reason != HIDDEN))


def _marked(case: Case) -> Iterator[Reason]:
    """Something beside the text speaks of a wall that did not before, and the article's text went."""
    if _is_rewritten(case):
        return
    for sign in case.signs:
        if sign.kind in (SignKind.MISREAD, SignKind.CUT) or sign.key in case.habit:
            continue
        if (sign.line or sign.place is SignPlace.ELSEWHERE) and sign.kind in case.subjects:
            continue
        if _is_told(case, sign.kind):
            continue
        if case.old is None:
            whole = sign.place is SignPlace.END or (sign.place is SignPlace.PAGE and not _is_brief(case))
            told = whole or (sign.kind is SignKind.PAY and case.after.size < STUB_WORDS)
        else:
            told = _took(case, sign.kind, sign.line) or (
                sign.kind is SignKind.PAY and sign.place is not SignPlace.ELSEWHERE and _some(case)
            )
        if told:
            yield Reason(f"the page shows {sign.kind}", waits=True)


def _some(case: Case) -> bool:
    """Whether a little of the text went, which is enough where a notice asks for money for the rest."""
    return case.size_share < PAYWALL_SIZE or case.kept_share < PAYWALL_KEPT


def _walled(case: Case) -> Iterator[Reason]:
    """The new blocks speak of a wall, and the article's text went."""
    if case.old is None:
        if shown := _first_wall(case):
            yield Reason(f"the page shows {shown}", waits=True)
        return
    if not case.went or _is_rewritten(case):
        return
    for block in case.added:
        wall = named(block)
        about = wall in case.subjects and block not in case.after.blocks[-2:]
        if not wall or _is_told(case, wall):
            continue
        if not about and _took(case, wall, block) and _ends(case, block):
            yield Reason(f"the page shows {wall}", waits=True)
    if case.new.free is False and case.old.free is not False:
        yield Reason("the page says that the article is not free any more", waits=True)


def _first_wall(case: Case) -> str:
    """The wall that a page shows which was never seen before: a short one, or one that ends or is named so."""
    article, text = case.new, case.after
    brief, short = _is_brief(case), text.size < STUB_WORDS
    for kind in map(named, text.blocks if short and not brief else text.blocks[-2:]):
        if brief and kind is not SignKind.PAY:
            continue
        if kind is SignKind.PAY or (kind and short and (kind not in SPOKEN or addresses("\n".join(text.blocks)))):
            return kind
    if article.free is False and short and not (brief and is_sentence(text.blocks[-1])):
        return "the beginning of an article that is not free"
    if brief:
        return ""
    title = named(fold(article.headline)) if len(article.headline.split()) <= TITLE_WORDS else None
    return title if title and title in TITLED else ""


def _is_brief(case: Case) -> bool:
    """Whether a page that was never seen says that it is the article that was asked for, and tells something."""
    return case.is_article and ShingledText.below(case.new).size >= BRIEF_WORDS


def _is_rewritten(case: Case) -> bool:
    """Whether the page is the article's still, and tells as much of the story as before: walls say less."""
    whole = case.structure.stands and case.size_share >= HALF_SHARE and not _is_instead(case)
    return whole and (case.story_kept_share >= NOTHING_KEPT_SHARE or _is_signed(case))


def _is_signed(case: Case) -> bool:
    """Whether a publisher's hand shows in what is new: the page says that it was changed, or the text tells why, or of
    what stood there.
    """
    return case.moved_on or _is_noted(case) or case.is_akin or any(map(accounts, case.added))


def _is_instead(case: Case) -> bool:
    """Whether something else stands in the story's place, and the page says that nobody changed it."""
    if case.old is None or case.story_kept_share >= NOTHING_KEPT_SHARE or _is_noted(case):
        return False
    if case.is_akin and any(map(accounts, case.added)):
        return False  # it tells what became of the story, and names it
    return stands_still(case.old, case.new)


def _is_grown(case: Case) -> bool:
    """Whether a page that is the article's still tells far more than before: a notice that became a story."""
    return case.structure.stands and case.size_share >= GROWN_SIZE


def _is_own(case: Case) -> bool:
    """Whether a short text in the story's place is its publisher's word, on the article's own page."""
    found = case.structure
    if case.old is None or _is_instead(case):
        return False
    told = found.surely and not found.is_list and found.frame is not Kept.NO and _is_noted(case)
    changed = found.surely and not found.is_list and found.frame is Kept.YES and case.moved_on
    partly = found.identity is Kept.YES and found.frame is Kept.PARTLY and not (found.calls or found.is_list)
    kin = partly and case.headline_share >= HALF_SHARE and case.is_akin
    return (found.stands and _is_signed(case)) or told or changed or kin


def _is_told(case: Case, wall: SignKind) -> bool:
    """Whether what sounds like a wall is what the article's own page tells: it says so, or that it was changed."""
    if case.old is None or not _is_own(case):
        return False
    if wall in ASKING:
        return case.moved_on and case.structure.stands and case.structure.surely
    return case.moved_on or _is_noted(case)


def _is_noted(case: Case) -> bool:
    """Whether what is new tells of a correction, or that something was taken back."""
    return any(is_correction(block) or withdrawn(block) for block in case.added)


def _took(case: Case, wall: SignKind, line: str) -> bool:
    """Whether a wall that a line speaks of may have taken the text: most leave nothing of it, some its beginning."""
    if not line or wall in PARTIAL:
        return case.went
    return case.size_share < HALF_SHARE or case.kept_share < HALF_SHARE


def _ends(case: Case, block: str) -> bool:
    """Whether text ends at a block, or hardly any is left: what nearly the whole story follows is no notice."""
    return case.kept_share < HALF_SHARE or case.words_behind[block] < STORY_SIZE * case.after.size


def _noticed(case: Case) -> Iterator[Reason]:
    """Some lines that are nothing of the article stand in its place, and do not say that it was withdrawn.

    An outage, a question, a page for other regions: what servers say instead of an article has no end of phrases.
    """
    if (
        case.old is None
        or (_is_rewritten(case) and case.structure.surely)
        or case.new.live
        or case.after.size >= STUB_WORDS
        or case.story_kept_share >= NOTHING_KEPT_SHARE
    ):
        return
    foreign = case.size_share < 1 and not _is_signed(case) and any(map(addresses, case.added))
    less = case.size_share < HALF_SHARE or not case.same_story or _is_instead(case) or foreign
    if less and not withdrawn(case.new.text):
        waits = not (_is_own(case) or _is_grown(case))
        yield Reason("a few lines that are nothing of the article stand in its place", waits=waits)


def _garbled(case: Case) -> Iterator[Reason]:
    if case.old is None:
        wrong = any(sign.kind is SignKind.MISREAD for sign in case.signs)
    else:
        wrong = misread_beside(case.old.text, case.new.text)
    if wrong:
        yield Reason("the page's characters were read wrongly", waits=True)


def _replaced(case: Case) -> Iterator[Reason]:
    """Another text: a rewritten story keeps its headline, what stands in its place does not."""
    if _is_rewritten(case) and case.structure.surely:
        return
    if case.old is not None and case.kept_share < REPLACED_KEPT_SHARE and not case.same_story:
        waits = not (_is_signed(case) or case.structure.surely or _is_grown(case))
        yield Reason(f"only {case.kept_share:.0%} of the text stands: another article, or a notice in its place", waits)


def _shrunk(case: Case) -> Iterator[Reason]:
    if case.old is not None and not case.new.live and case.size_share < SHRUNK_SIZE:
        yield Reason(f"the text shrank to {case.size_share:.0%} of its words")


def _silent(case: Case) -> Iterator[Reason]:
    """Much of the text went, nothing came, and the page does not say that it was changed: part of a page."""
    gone = 1 - case.size_share
    if case.was_built is None or case.added or gone < SILENT_SIZE or case.moved_on or case.new.live:
        return
    yield Reason(f"{gone:.0%} of the text went without a word", waits=True)


def _tail(case: Case) -> Iterator[Reason]:
    """Everything stands but the end: how a page looks that was cut, or ends at a wall."""
    if case.structure.stands and any(map(is_correction, case.added)):
        return
    if case.old is None or case.size_share >= 1 - TAIL_SIZE or len(case.added) > 2:
        return
    if case.gone_behind:
        yield Reason(f"the text ends at {case.size_share:.0%} of its words")


def _teaser(case: Case) -> Iterator[Reason]:
    """The beginning stands, and the rest went as it goes at a wall: at a new offer, within a sentence, or silently."""
    old, gone = case.old, case.gone_behind
    if old is None or gone < (END_SIZE if case.structure.calls else TAIL_SIZE) or case.new.live:
        return
    if case.size_share >= 1:
        return  # something took the place of what went
    went = f"the last {gone:.0%} of the text went"
    if any(_is_broken(block, case.before.blocks) for block in case.added if block in case.after.blocks[-2:]):
        yield Reason(f"{went}, and it breaks off within a sentence", waits=True)
    elif _is_noted(case):
        return
    elif case.structure.calls:
        yield Reason(f"{went}, and something new asks the reader to act", waits=True)
    elif case.moved_on:
        return
    elif case.new.free is False:
        yield Reason(f"{went} of an article that is not free", waits=True)
    elif not case.added and gone >= SILENT_SIZE:
        yield Reason(f"{went} without a word", waits=True)


def _given_way(case: Case) -> Iterator[Reason]:
    """The rest of a story went on a page that does not say that it was changed; other lines may stand in its place."""
    old, gone = case.old, case.gone_behind
    if old is None or case.was_built is None or gone < TAIL_SIZE or case.new.live or case.moved_on or _is_noted(case):
        return
    if case.story_kept_share < NOTHING_KEPT_SHARE or case.added_size >= STUB_WORDS:
        return
    if sum(map(is_sentence, case.added)) > ASIDE_LINES:  # a list of prices is told by nobody, however long it is
        return
    stamped = old.modified != old.published
    if case.size_share < WENT_SIZE and stands_still(old, case.new) and (stamped or not case.added):
        yield Reason(f"the last {gone:.0%} of the text went, and the page says that it was not changed", waits=True)
    elif case.added_size < gone * case.before.size and _is_aside(case, gone):
        yield Reason(f"lines that are nothing of the story stand in the place of its last {gone:.0%}", waits=True)


def _is_aside(case: Case, gone: float) -> bool:
    """Whether what is new speaks to its reader; or, where much went, is neither of the story nor the account of it."""
    told = list(map(accounts, case.added))
    asks = any(
        addresses(block) and not account and case.kinship_below(block) < NAMED_SHARE
        for block, account in zip(case.added, told, strict=True)
    )
    akin = case.kinship_below(*case.told_anew) >= AKIN_SHARE if gone >= MOST_SIZE else case.is_akin
    return asks or (bool(told) and gone >= ASIDE_SIZE and not (akin or any(told)))


def _is_broken(block: str, old: Collection[str]) -> bool:
    """Whether a block is the beginning of an old one, and ends within a sentence."""
    told = block.rstrip("…. ")
    return (
        bool(told)
        and any(len(told) < len(each) - 1 and each.startswith(told) for each in old)
        and (block.endswith(("…", "...")) or not is_sentence(block))
    )


def _other_page(case: Case) -> Iterator[Reason]:
    """Another page than the article's, by what it says of itself and by how it is built."""
    found = case.structure
    if case.old is None or case.kept_share >= HALF_SHARE:
        return
    if found.identity is Kept.NO:
        yield Reason(f"it is another page: {found.other}", waits=True)
    elif found.is_list and not (found.frame is Kept.YES and case.same_story and case.is_akin):
        yield Reason("a list of links stands in its place", waits=True)
    elif found.frame is Kept.NO and not (found.surely and case.size_share >= HALF_SHARE):
        yield Reason("it is another page: where the story stood, there is nothing", waits=True)


def _foreign(case: Case) -> Iterator[Reason]:
    """A page that is built like no article of its host: a list, an error, a question, in whatever words."""
    if not case.is_foreign or (case.old is not None and (case.kept_share >= HALF_SHARE or case.was_built)):
        return
    if case.after.size < STUB_WORDS or not case.is_article:
        yield Reason(f"it is built like none of the {case.shapes.pages} articles known of its host", waits=True)


def _translated(case: Case) -> Iterator[Reason]:
    if case.old is not None and case.kept_share < HALF_SHARE:
        old, new = detect.detect(case.old.text), detect.detect(case.new.text)
        if old and new and old != new:
            yield Reason(f"the language changed from {old} to {new}", waits=True)


def _home(case: Case) -> Iterator[Reason]:
    requested, final = (urlsplit(url).path.strip("/") for url in (case.requested_url, case.final_url))
    if case.final_url and requested and not final:
        yield Reason("the server showed its home page instead")


_RULES: tuple[tuple[str, Callable[[Case], Iterator[Reason]]], ...] = (
    ("cut", _cut),
    ("other", _other_page),
    ("other", _foreign),
    ("end", _teaser),
    ("wall", _marked),
    ("wall", _walled),
    ("end", _given_way),
    ("notice", _noticed),
    ("characters", _garbled),
    ("empty", _empty),
    ("home", _home),
    ("language", _translated),
    ("other", _replaced),
    ("shrunk", _shrunk),
    ("shrunk", _silent),
    ("end", _tail),
)
ALIKE = "alike"  # the same text stands under several articles: told by who sees them all
DOUBTS = frozenset({ALIKE, *(name for name, _ in _RULES)})
