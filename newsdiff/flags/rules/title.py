"""A person's office, job title, rank, honorific or standing differs."""

from collections import Counter
from collections.abc import Iterator

from newsdiff.flags.cue_windows import alike
from newsdiff.flags.names.absent_names import absent
from newsdiff.flags.read.offices import FOR, PREFIXED, Title
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.model import BlockKind, Flag, FlagKind, Severity

_CUES = ("rank", "offices")
_AROUND_TOKENS = 9  # around an office that its title may rest on
_APPOSED_TOKENS = 8  # behind an office in which the comma before a name stands
_REACH_TOKENS = 4  # before an office in which its article stands


@rule
def title(comparison: Comparison) -> Iterator[Flag]:
    """Titles of which some part stands on one side of a passage only."""
    if comparison.words is None or not comparison.words.offices:
        return
    for passage in comparison.passages:
        if not passage.whole and not alike(passage.old, passage.new, _CUES, _AROUND_TOKENS, _AROUND_TOKENS):
            yield from _passage_flags(passage, comparison)


def _passage_flags(passage: Passage, comparison: Comparison) -> Iterator[Flag]:
    told = [p for p in passage.pairs if not (p.old and comparison.note_gone(p.old, passage))]
    sentences = [(p, _titles(p.old, comparison), _titles(p.new, comparison)) for p in told]
    before = Counter(x for _, old, _ in sentences for t in old for x in t.parts)
    after = Counter(x for _, _, new in sentences for t in new for x in t.parts)
    if before == after:
        return
    alone = (before - after, after - before), (_only(before, after), _only(after, before))
    for pair, old, new in sentences:
        if old and new and Counter(x for t in old for x in t.parts) == Counter(x for t in new for x in t.parts):
            continue
        gone, came = alone[pair.old is None or pair.new is None]
        a = next((t for t in _candidates(pair, old, new) if _tells(t, gone, passage.new)), None)
        b = next((t for t in _candidates(pair, new, old) if _tells(t, came, passage.old)), None)
        if not a and not b:
            a, b = next(_in_place(pair, old, new, comparison), (None, None))
        if not a and not b:
            a, b = _of_source(pair, old, comparison), _of_source(pair, new, comparison)
        if a or b:
            yield _flag(a or _counterpart(b, old), b or _counterpart(a, new))


def _repeats(title: Title, mine: list[Title], others: list[Title]) -> bool:
    """Whether a title tells once more what both sides say of somebody: Officer Ann Lee, first officer to climb it."""
    if not title.person or not any(title.parts <= t.parts for t in others):
        return False
    of_same = (t for t in mine if t is not title and t.person and title.parts <= t.parts)
    return any(t.person.endswith(title.person) or title.person.endswith(t.person) for t in of_same)


def _titles(sentence: Sentence | None, comparison: Comparison) -> list[Title]:
    return comparison.read(sentence).titles if sentence else []


def _candidates(pair: Pair, mine: list[Title], others: list[Title]) -> list[Title]:
    """Titles that tell no more once again, in a changed place before the others: of two *former* one went, and that
    one is told.
    """
    fresh = [t for t in mine if not _repeats(t, mine, others)]
    if not pair.old or not pair.new or len(fresh) < 2:
        return fresh
    side = fresh[0].sentence is pair.new
    return sorted(fresh, key=lambda t: not any(_beside([t], r[side]) for r in pair.alignment.regions))


def _only(one: "Counter[str]", other: "Counter[str]") -> "Counter[str]":
    """What stands on one side only: that a sentence said it once more tells nothing."""
    return Counter({part: count for part, count in one.items() if part not in other})


def _tells(title: Title, alone: "Counter[str]", others: tuple[Sentence, ...]) -> bool:
    """Whether a title differs and belongs to somebody: a standing always does, an office only beside a person.

    What an office is for may be written small on the other side, and a mere *Mr* tells nothing where the name itself
    came or went with it.
    """
    differing = {p for p in title.parts if alone[p] > 0}
    differing -= {p for p in differing if p.startswith(FOR) and any(p[len(FOR) :] in s.bag for s in others)}
    differing -= {p for s in others for p in _owners(s)}
    words = title.sentence.words
    if not title.single:  # senior managers, senior staff
        differing -= {p for p in differing & title.standings if any(p in s.bag for s in others)}
    if "-" in title.span and any(title.span.replace("-", "").lower() in s.bag for s in others):
        return False  # co-head, cohead
    if differing and words and differing <= words.courtesies and title.person:
        name = bare(Tokens(title.person).low[-1])
        return any(name in s.bare for s in others)
    if (
        words
        and words.office_links
        and any(p.startswith(FOR) for p in differing)
        and (_governed(title) or title.sentence.kind is BlockKind.HEADLINE)
    ):
        return title.single
    if title.person or title.parts > title.standings:
        return bool(differing & title.standings) or bool(differing and title.person)
    if all(any(w in s.bag for s in others) for w in Tokens(title.span).low):
        return False
    return bool(differing) and any(_bearer(title) in s.bare for s in others)  # the late singer, the singer


def _owners(sentence: Sentence) -> Iterator[str]:
    """The offices that own something in a sentence, where they are read as no titles: the ex-PM's murder."""
    words, tokens = sentence.words, sentence.tokens
    if words is not None and "'s" in tokens.folded:
        yield from (
            words.offices[w] for w, low in zip(tokens.bare, tokens.low, strict=True) if w != low and w in words.offices
        )


def _bearer(title: Title) -> str:
    """The first word for a person or an office behind a mere standing; where it is not known which nouns are persons,
    the word behind *ex*.
    """
    words, low = title.sentence.words, title.sentence.tokens.bare
    if words is None:
        return ""
    if words.senses is None and low[title.last] in PREFIXED:
        at = title.last + 1 + (title.sentence.tokens.at(title.last + 1) == "-")
        while title.sentence.tokens.at(at + 1) == "-" and title.sentence.tokens.glued(at + 2):
            at += 2  # Ex-Eintracht-Stürmer
        return title.sentence.tokens.at(at) if title.sentence.tokens.at(at) not in words.stop else ""
    near = (w for w in low[title.last + 1 : title.last + 1 + _REACH_TOKENS] if w.isalpha() and w.isascii())
    return next((w for w in near if w in words.offices or (words.senses and words.senses.person(w))), "")


Change = tuple[Title | None, Title | None]


def _in_place(pair: Pair, old: list[Title], new: list[Title], comparison: Comparison) -> Iterator[Change]:
    """Offices without a name of which one took the other's place, or a name's: the archbishop left, Owens left."""
    if not pair.old or not pair.new or not (old or new):
        return
    for n, region in enumerate(pair.alignment.regions):
        gone, came = _fresh(old, region.old, new), _fresh(new, region.new, old)
        if gone and came:
            yield gone, came
        elif gone and _for_a_name(gone, new, region.new, pair.new, pair.old, comparison):
            yield gone, None
        elif came and _for_a_name(came, old, region.old, pair.old, pair.new, comparison):
            yield None, came
        elif (gone or came) and _for_one_word(gone or came, pair, n):
            yield gone, came
        elif came and (plain := _without_charge(came, old)):
            yield plain, came
        elif gone and (plain := _without_charge(gone, new)):
            yield gone, plain


def _for_one_word(title: Title | None, pair: Pair, region: int) -> bool:
    """Whether an office took the place of one other word of what somebody is: the resident, the president of the club,
    Alan Pike.
    """
    changed = pair.alignment.changed_in(region, 0), pair.alignment.changed_in(region, 1)
    return title is not None and all(len(places) == 1 for places in changed) and _of_a_named(title)


def _of_a_named(title: Title) -> bool:
    """Whether an office stands between commas beside a name of two words."""
    tokens, last = title.sentence.tokens, title.last
    raw = [*tokens.raw, "", ""]
    comma = next((i for i in range(last + 1, min(last + _APPOSED_TOKENS, len(tokens))) if tokens.low[i] == ","), 0)
    if comma and raw[comma + 1][:1].isupper() and raw[comma + 2][:1].isupper():
        return True
    start = title.first - (
        title.sentence.words is not None and tokens.at(title.first - 1) in title.sentence.words.determiners
    )
    return start > 2 and tokens.low[start - 1] == "," and raw[start - 2][0].isupper() and raw[start - 3][0].isupper()


def _fresh(titles: list[Title], region: range, others: list[Title]) -> Title | None:
    """The office of one person in a changed place that the other side has nowhere."""
    known = {p for t in others for p in t.parts}
    single = (t for t in _beside(titles, region) if t.single and (_governed(t) or _heads(t)))
    return next((t for t in single if not _office(t) & known or (t.charges and not t.charges & known)), None)


def _heads(title: Title) -> bool:
    """Whether an office stands for one person in a headline, which drops its article: as the first word; or before
    one that makes no other noun of it (*army captain held*, no *captain role*) where no plural does it (*fans head*).
    """
    words, tokens = title.sentence.words, title.sentence.tokens
    if title.sentence.kind is not BlockKind.HEADLINE or not title.first:
        return title.sentence.kind is BlockKind.HEADLINE
    if words is None or words.senses is None:
        return False  # it is not known which words are nouns, and which are verbs
    senses, behind = words.senses, tokens.at(title.last + 1)
    noun = behind.isascii() and behind not in words.stop and senses.may_be_noun(behind)
    done = tokens.at(title.first - 1).endswith("s") and senses.may_be(tokens.low[title.last], "v")
    return not (noun and not senses.may_be(behind, "v")) and not done


def _without_charge(title: Title, others: list[Title]) -> Title | None:
    """The same office of one person on the other side, where nothing tells what it is for: the minister."""
    same = (t for t in others if t.single and not t.person and not t.charges and _office(t) == _office(title))
    return next(same, None) if not title.person else None


def _office(title: Title) -> frozenset[str]:
    """What an office is called, without standings and what it is for."""
    return title.called - title.standings


def _governed(title: Title) -> bool:
    """Whether an article or the like stands before an office: one person is meant."""
    words, low = title.sentence.words, title.sentence.tokens.low
    near = low[max(0, title.first - _REACH_TOKENS) : title.first + 1]
    return words is not None and any(w in words.determiners or w.endswith("'s") for w in near)


def _beside(titles: list[Title], region: range) -> list[Title]:
    return [t for t in titles if t.first < region.stop and region.start <= t.last]


def _speaks(title: Title) -> bool:
    words = title.sentence.words
    return words is not None and not words.mouthpieces.isdisjoint(title.parts)


def _for_a_name(
    title: Title, others: list[Title], region: range, sentence: Sentence, mine: Sentence, comparison: Comparison
) -> bool:
    """Whether in an office's place stands a name that the office's own sentence has not, and no office."""
    if _speaks(title) or _beside(others, region):
        return False
    found = absent((sentence,), (mine,), (), comparison)
    return any(v.first < region.stop and region.start <= v.last for v in found)


def _of_source(pair: Pair, titles: list[Title], comparison: Comparison) -> Title | None:
    """The office of who speaks in a sentence that came or went."""
    if (pair.old and pair.new) or not titles:
        return None
    agents = [s.agent for s in comparison.read(titles[0].sentence).sources]
    return next(
        (t for t in titles if t.single and _governed(t) and not _speaks(t) and any(t.last in a for a in agents)), None
    )


def _counterpart(title: Title | None, others: list[Title]) -> Title | None:
    """The title of the other side that shares most parts with one."""
    shared = [t for t in others if title and t.parts & title.parts]
    return max(
        shared, key=lambda t: (t.person == title.person, len(t.parts & title.parts)) if title else (), default=None
    )


def _flag(a: Title | None, b: Title | None) -> Flag:
    some = b or a
    assert some is not None
    standing = (a and a.standings) != (b and b.standings)
    return Flag(
        FlagKind.TITLE,
        Severity.HIGH,
        a.span if a else "",
        b.span if b else "",
        some.person or (a.person if a else ""),
        a.sentence.block if a else None,
        b.sentence.block if b else None,
        "the standing differs"
        if standing
        else "the title differs"
        if a and b
        else "a title came"
        if b
        else "a title went",
    )
