"""Certainty or obligation of a kept statement differs: could, may, will, alleged, expected; must, should, can."""

from collections.abc import Iterator
from itertools import product

from newsdiff.flags.changed_span import changed_tokens, near_change
from newsdiff.flags.read.inside_quotes import quoted_token
from newsdiff.flags.read.speech.reported_tense import became_fact, future_of_past, reported
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.acts import is_verb
from newsdiff.flags.sentence.cues import Cue, WordMatches, classed, cues, verb_span
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.value_pairs import unmatched
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind, Flag, FlagKind, Severity

_TENSE = frozenset(("will", "would", "can"))  # alone on one side they are mere tense
_APART = frozenset((",", '"', "'", ":"))  # marks of a headline that says two things
_QUOTES = frozenset(('"', "'"))
_SET, _PLAN = "set", "plan"
_NEAR_TOKENS = 2  # behind a *has* in which its participle stands
_PURPOSE_TOKENS = 5  # before what can be, in which "so that" stands
_CASE = "justice"  # the scale of the stages of a case
_FUTURE = frozenset((_SET, "would"))
_FEW = 3  # words of substance that may differ where a subject is kept
_ABLE = frozenset(("may", "can"))  # could, can, able to
_VERBAL = frozenset(("may", "can", "will", "would", "should", "must"))  # the verb follows; hedges stand more freely
_POLARITY = frozenset(("unable", "can", "may", "forbidden", "must"))  # cannot, can: the negation rule's matter
_KEPT_QUESTION = 0.9  # share of the words of substance that a question and its answer have in common
_ALIKE_SHARE = 0.5  # share of words that a sentence must keep where a cue has no counterpart
_SUBJECT_SHARE = 0.4  # the same where the cue stands behind the kept subject
_NEGATIVE = frozenset(("unable", "forbidden"))
_WISHED = frozenset(("must", "should", "plan", "will", "expected"))
_ACCUSING = frozenset(("alleged", "suspected"))  # where they go, a charge becomes a fact
_HEDGES = frozenset(("believed", "reported"))
_RETOLD = frozenset(("alleged", "suspected", "believed"))  # hedges that go where a statement is told in other words
_RETOLD_SHARE = 0.3  # share of words that it keeps
_RETOLD_WORDS = 4  # words of substance behind such a hedge of which one is kept
_SUSPECTS = frozenset(("suspect", "suspects"))
_ASSURED = frozenset(("believe", "confirm"))  # who confirms it is surer of it
_HINT, _SHOWN = "suggest", frozenset(("find", "reveal"))  # what evidence does
_KEPT_STATEMENT = 0.5  # share of words of substance that a statement keeps of which the subject is called otherwise
_REWRITTEN_WORDS = 2  # words of substance that may change around a cue in a kept statement


@rule
def modality(comparison: Comparison) -> Iterator[Flag]:
    """Modal words and hedges whose class stands on one side of a kept statement only."""
    words = comparison.words
    if words is None or not words.modals:
        return
    for pair in comparison.kept_pairs():
        yield from _pair_flags(pair, words, comparison)


def _pair_flags(pair: Pair, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    asked = _asked(pair)
    if asked is not None:
        yield asked
        return
    hinted = next(_hinted(pair, comparison), None)
    if hinted is not None:
        yield hinted
        return
    if "modals" not in pair.old.hits and "modals" not in pair.new.hits:
        return
    yield from _assured(pair, comparison)
    if not any(_changed_cues(cues(s, "modals"), pair) for s in (pair.old, pair.new)):
        return  # nobody need read which of them are parts of dates, or verbs of saying
    gone, came = unmatched(_cues(pair, pair.old, comparison), _cues(pair, pair.new, comparison), classed)
    went, arrived = _changed_cues(gone, pair), _changed_cues(came, pair)
    if not went and not arrived:
        return
    gone, came = went or gone, arrived or came  # likely, very likely: one of the two words stands on both sides
    kept = comparison.matches(pair)
    if gone and came:
        gone = [c for c in gone if kept.rewritten(c) <= (0 if _quoted(c) else _REWRITTEN_WORDS)]
        came = [c for c in came if kept.rewritten(c) <= (0 if _quoted(c) else _REWRITTEN_WORDS)]
        if _past(gone, came, pair, words):
            return
    if not gone or not came:
        gone = [c for c in gone if _alone(c, kept, pair, words)]
        came = [c for c in came if _alone(c, kept, pair, words)]
    gone = [c for c in gone if not _called(c, pair, words) and not future_of_past(c, pair, words)]
    came = [c for c in came if not _called(c, pair, words) and not future_of_past(c, pair, words)]
    classes = {c.name for c in (*gone, *came)}
    if not classes or (classes & _NEGATIVE and classes <= _POLARITY):
        return
    if classes <= _TENSE and not (gone and came) and not any(became_fact(c, pair, words) for c in (*gone, *came)):
        return
    if classes <= _FUTURE and _SET in classes and gone and came:
        return  # is set to last, would last
    a, b = next(iter(gone), None), next(iter(came), None)
    yield Flag(
        FlagKind.MODALITY,
        Severity.HIGH if a and a.name in _ACCUSING else Severity.MEDIUM,
        verb_span(a) if a else "",
        verb_span(b) if b else "",
        "",
        pair.old.block,
        pair.new.block,
        _reason(a, b),
    )


def _assured(pair: Pair, comparison: Comparison) -> Iterator[Flag]:
    """What somebody believes on one side and confirms on the other."""
    assert pair.old and pair.new
    if not _ASSURED.issubset(name for s in (pair.old, pair.new) for _, _, name in s.hits.get("sayings", ())):
        return
    for a, b in product(comparison.read(pair.old).sources, comparison.read(pair.new).sources):
        if {a.name, b.name} != _ASSURED or a.speaker != b.speaker:
            continue
        if comparison.matches(pair).rewritten(Cue(a.sentence, a.first, a.last, a.name)) <= _REWRITTEN_WORDS:
            blocks = pair.old.block, pair.new.block
            yield Flag(FlagKind.MODALITY, Severity.MEDIUM, a.span, b.span, "", *blocks, f"from {a.name} to {b.name}")


def _hinted(pair: Pair, comparison: Comparison) -> Iterator[Flag]:
    """What things show on one side and but suggest on the other: who says so is a matter of the source."""
    assert pair.old and pair.new
    sides = pair.old, pair.new
    said = [{first: name for first, _, name in s.hits.get("sayings", ())} for s in sides]
    if not any(_HINT in names.values() for names in said):
        return
    for region in pair.alignment.apart:
        if len(region.old) != 1 or len(region.new) != 1:
            continue
        i, j = region.old.start, region.new.start
        names = {said[0].get(i, ""), said[1].get(j, "")}
        if len(names) < 2 or _HINT not in names or names.isdisjoint(_SHOWN):
            continue
        if any(
            source.first == at for s, at in zip(sides, (i, j), strict=True) for source in comparison.read(s).sources
        ):
            continue
        old, new = (s.tokens.raw[at] for s, at in zip(sides, (i, j), strict=True))
        why = f"from {said[0][i]} to {said[1][j]}"
        yield Flag(FlagKind.MODALITY, Severity.MEDIUM, old, new, "", pair.old.block, pair.new.block, why)


def _asked(pair: Pair) -> Flag | None:
    """A headline that asks on one side what it tells on the other: Did a comet kill it? A comet killed it."""
    assert pair.old and pair.new
    if pair.new.kind is not BlockKind.HEADLINE:
        return None
    sides = pair.old, pair.new
    asks = ["?" in s.tokens.low for s in sides]
    if asks[0] == asks[1]:
        return None
    if pair.alignment.substance.kept < _KEPT_QUESTION or any(not _APART.isdisjoint(s.tokens.low) for s in sides):
        return None
    differ = zip(sides, pair.alignment.touched, strict=True)
    if not any(s.tokens.low[i][0].isalnum() for s, places in differ for i in places):
        return None
    old, new = (s.tokens.span(*near_change(pair, s, 0, len(s.tokens) - 1)) for s in sides)
    why = "a question became a statement" if asks[0] else "a statement became a question"
    return Flag(FlagKind.MODALITY, Severity.MEDIUM, old, new, "", pair.old.block, pair.new.block, why)


def _cues(pair: Pair, sentence: Sentence, comparison: Comparison) -> list[Cue]:
    """The modal words of a sentence but verbs of saying; those in one place on both sides come first: they cancel."""
    values = comparison.read(sentence)
    said = {s.first for s in values.sources} if "modals" in sentence.hits else set()
    found = [c for c in cues(sentence, "modals", values.dated) if c.first not in said or _of_reports(c)]
    words = comparison.words
    if words is not None:
        idle = (c for c in found if _of_no_verb(c, words))
        idle_places = {c.first for c in idle if not _for_a_modal(c, pair)}
        found = [c for c in found if c.first not in idle_places]
    changed = {id(c) for c in _changed_cues(found, pair)}
    return sorted(found, key=lambda c: id(c) in changed)


def _for_a_modal(cue: Cue, pair: Pair) -> bool:
    """Whether a modal stands in the place of another one: will hear, may hear."""
    other, side = (pair.old, 0) if cue.sentence is pair.new else (pair.new, 1)
    region = pair.alignment.region_of(1 - side, cue.first)
    return (
        region is not None and other is not None and any(a in region[side] for a, _, _ in other.hits.get("modals", ()))
    )


def _of_reports(cue: Cue) -> bool:
    """Whether a cue is the dash of a headline with *reports* behind it; another verb of saying is no cue."""
    return cue.sentence.tokens.low[cue.first] == "-"


def _of_no_verb(cue: Cue, words: WordTable) -> bool:
    """Whether a word for a plan is a noun, or what can be is a purpose: drop plan to strike; so that it could be."""
    tokens, before = cue.sentence.tokens, cue.sentence.tokens.at(cue.first - 1)
    if cue.first == cue.last and tokens.low[cue.first] in words.future_has:
        return not any(w.endswith(words.participles) for w in tokens.low[cue.last + 1 : cue.last + 1 + _NEAR_TOKENS])
    if words.senses is None:
        after = tokens.at(cue.last + 1)
        led = not after.isalpha() or after in words.grammar or after.endswith(words.infinitives)
        return cue.name == _PLAN and cue.first == cue.last and bool(words.infinitives) and not led  # estudia enfermería
    if cue.name in _ABLE:
        near = range(max(0, cue.first - _PURPOSE_TOKENS), cue.first)
        return any(tokens.low[i] in words.purposes and tokens.low[i + 1] in words.clause_openers for i in near)
    if cue.name != _PLAN or cue.first != cue.last - 1 or not before.isalpha():
        return False
    if before.endswith("s") and words.senses.may_be_noun(before):
        return False  # farmers plan to; but: unveils plan to
    if any(before in some for some in (words.pronouns, words.plurals, words.asides, words.negators)):
        return False
    return "n" in words.senses.entry(tokens.low[cue.first]).parts


def _changed_cues(found: list[Cue], pair: Pair) -> list[Cue]:
    if not found:
        return found
    changed = changed_tokens(pair, found[0].sentence)
    return [c for c in found if not changed.isdisjoint(range(c.first, c.last + 1))]


def _called(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether a suspect is but called otherwise, by a word that accuses nobody: the suspect, the driver."""
    side, senses = cue.sentence is pair.new, words.senses
    other = pair.old if side else pair.new
    there = pair.alignment.instead(side, cue.first) if cue.name in _ACCUSING and cue.first == cue.last else ()
    if senses is None or other is None or len(there) != 1:
        return False
    mine, theirs = cue.sentence.tokens.bare[cue.first], other.tokens.bare[min(there)]
    known = words.named.at(other.tokens.bare, min(there)) if words.named else ()
    charged = any(not p.point.vague for p in known)
    return senses.person(mine) and senses.person(theirs) and not charged


def _quoted(cue: Cue) -> bool:
    return quoted_token(cue.sentence.tokens, cue.first)


def _alone(cue: Cue, kept: WordMatches, pair: Pair, words: WordTable) -> bool:
    """Whether a cue without a counterpart came to, or went from, a kept statement."""
    same = pair.likeness >= _ALIKE_SHARE and kept.governs(cue, 1 if cue.name in _VERBAL else 2)
    same = same or (pair.likeness >= _SUBJECT_SHARE and _behind_subject(cue, pair, words)) or _of_noun(cue, pair, words)
    same = (same and not kept.conditional(cue)) or (words.senses is not None and _retold(cue, pair, kept))
    same = same and not _in_dropped_aside(cue, pair) and not _told_there(cue, pair, words)
    same = same and not _judged(cue, pair, words)
    if (hedged := _hedged_act(cue, pair, words)) is not None:
        return hedged
    apart = _quoted(cue) and not _in_kept_quotation(cue, pair)
    return same and not apart and not _told_otherwise(cue, pair, words)


def _hedged_act(cue: Cue, pair: Pair, words: WordTable) -> bool | None:
    """Whether the other side tells the act that a hedge ends with (believed killed); None of another hedge."""
    other, act = pair.beside(cue.sentence), cue.sentence.tokens.low[cue.last]
    if cue.name not in _HEDGES or cue.first == cue.last or act in words.grammar or act in words.sayings:
        return None
    return other is not None and act in other.bag


def _in_dropped_aside(cue: Cue, pair: Pair) -> bool:
    """Whether a cue stands between two commas with nothing that the other side tells: , believed to be sailors, ..."""
    low, touched = cue.sentence.tokens.low, pair.alignment.touched[cue.sentence is pair.new]
    opens = next((i for i in range(cue.first - 1, 0, -1) if low[i] == ","), 0)
    ends = next((i for i in range(cue.last + 1, len(low)) if low[i] == ","), 0)
    return opens > 0 and ends > 0 and touched.issuperset(range(opens + 1, ends))


def _retold(cue: Cue, pair: Pair, kept: WordMatches) -> bool:
    """Whether a hedge came to, or went from, a statement told in other words; a word for somebody (suspect) is none."""
    noun = cue.name in _ACCUSING and cue.sentence.tokens.low[cue.first] in _SUSPECTS
    return cue.name in _RETOLD and not noun and pair.likeness >= _RETOLD_SHARE and kept.governs(cue, _RETOLD_WORDS)


def _of_noun(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether a charge stands before a noun that another one gave way to: a suspected arson attack, a fire."""
    alignment, side, senses = pair.alignment, cue.sentence is pair.new, words.senses
    n = alignment.region_at(side, cue.first)
    if senses is None or n is None or cue.name not in _ACCUSING or alignment.substance.kept < _KEPT_STATEMENT:
        return False
    other = pair.old if side else pair.new
    mine, theirs = alignment.regions[n][side], alignment.regions[n][1 - side]
    there = [i for i in theirs if other and other.tokens.low[i] not in words.grammar]
    behind = [i for i in mine if i > cue.last and cue.sentence.tokens.low[i] not in words.grammar]
    nouns = [(cue.sentence, behind), (other, there)]
    return alignment.brief(n, _FEW) and all(
        s is not None
        and places
        and all(s.tokens.bare[i].isascii() and senses.may_be(s.tokens.bare[i], "n") for i in places)
        for s, places in nouns
    )


def _in_kept_quotation(cue: Cue, pair: Pair) -> bool:
    """Whether a cue stands in the quotation of a headline that the other side has, too: 'caused by gas', 'may be'."""
    other = pair.beside(cue.sentence)
    if other is None or other.kind is not BlockKind.HEADLINE:
        return False
    before = next((i for i in range(cue.first - 1, -1, -1) if cue.sentence.tokens.low[i] in _QUOTES), 0)
    ahead = cue.sentence.tokens.low[:before]
    return bool(ahead) and other.tokens.low[: len(ahead)] == ahead and other.tokens.at(len(ahead)) in _QUOTES


def _behind_subject(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether a cue stands right behind the kept subject, and what is told of it differs (was arson, may be arson), or
    its verb is kept (was hit, may have been hit).
    """
    alignment, side = pair.alignment, cue.sentence is pair.new
    n = alignment.region_at(side, cue.first)
    if n is None or not alignment.brief(n, _FEW):
        return False
    start, low = alignment.regions[n][side].start, cue.sentence.tokens.low
    opens = all(w in words.grammar for w in low[start : cue.first])
    told = alignment.changed_in(n, 1 - side)
    behind = next((i for i in range(cue.last + 1, len(low)) if low[i] not in words.grammar), cue.last)
    told_or_kept = bool(told) or (behind > cue.last and behind not in alignment.touched[side])
    return (
        bool(start) and opens and told_or_kept and low[start - 1][0].isalpha() and low[start - 1] not in words.grammar
    )


def _told_otherwise(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether an obligation or a plan became what a speaker urges or promises: he says they must, he urges them to."""
    other = pair.beside(cue.sentence)
    assert other
    if cue.name not in _WISHED:
        return False
    mine, theirs = ({n for _, _, n in s.hits.get("sayings", ())} for s in (cue.sentence, other))
    return bool((theirs - mine) & words.deeds)


def _told_there(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether the other side has the telling word of a hedge as well: is forecast to be, are forecast for."""
    other = pair.beside(cue.sentence)
    low, senses = cue.sentence.tokens.bare[cue.first : cue.last + 1], words.senses
    telling = [w for w in low if w not in words.grammar and w not in words.stop]
    if other is None or senses is None or (cue.name in _VERBAL and words.sayings.keys().isdisjoint(telling)):
        return False
    mine, theirs = cue.sentence.tokens.bare, other.tokens.bare
    return any(w in other.bag and mine.count(w) <= theirs.count(w) for w in telling)


def _judged(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether a charge stands in the place of another stage of a case: accused of, convicted of."""
    if cue.name not in _ACCUSING or words.acts is None:
        return False
    side, low = cue.sentence is pair.new, cue.sentence.tokens.bare
    other = pair.old if side else pair.new
    region = pair.alignment.region_of(side, cue.first)
    assert other
    mine = any(p.point.scale == _CASE for p in words.acts.at(low, cue.first))
    there = range(0) if region is None or not mine else region[1 - side]
    verbs = (i for i in there if words.senses is None or is_verb(other, i, words, ()))
    return any(p.point.scale == _CASE for i in verbs for p in words.acts.at(other.tokens.bare, i))


def _past(gone: list[Cue], came: list[Cue], pair: Pair, words: WordTable) -> bool:
    """Whether *can* became *could* in a sentence that went from the present to the past, or the other way round."""
    if len(gone) != 1 or len(came) != 1 or not pair.old or not pair.new:
        return False
    a, b = _affirmed(gone[0], words), _affirmed(came[0], words)
    tense = words.past_modals.get(a) == b or words.past_modals.get(b) == a
    return tense and (bool(words.past & (pair.old.bag ^ pair.new.bag)) or all(map(reported, (gone[0], came[0]))))


def _affirmed(cue: Cue, words: WordTable) -> str:
    """The words of a cue in lower case, without a *not*: will of won't."""
    first, *others = cue.sentence.tokens.low[cue.first : cue.last + 1]
    contracted = first.endswith("n't")
    head = cue.name if contracted and words.modals.get(cue.name) == cue.name else first.removesuffix("n't")
    return " ".join([head, *(w for w in others if w not in words.negators)])


def _reason(a: Cue | None, b: Cue | None) -> str:
    if a and b:
        return f"from {a.name} to {b.name}"
    return f"no longer {a.name}" if a else f"now {b.name}" if b else ""
