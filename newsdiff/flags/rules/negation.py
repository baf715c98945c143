"""The polarity of a kept statement differs: not, no, never, without, un-, denied."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from newsdiff.flags.changed_span import around_change, changed_tokens
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.acts import is_verb
from newsdiff.flags.sentence.cues import Cue, WordMatches, cues, inflected_there, verb_span
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.tokens import stem
from newsdiff.flags.sentence.word_forms import near
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_REWRITTEN_WORDS = 3  # words of substance that may change around a negation in a kept statement
_KEPT_SHARE = 0.6  # share of its words that a statement keeps in which a denied verb may govern another one
_LONG = 5  # letters of a negator that may be a slip of the pen
_LEAST_SHARE = 0.3  # share of words that a sentence must keep
_FEW_TOKENS = 2  # of a place where a negation is all that differs
_CONCORD_TOKENS = 8  # behind a *not* in which a negator may stand that goes with it
_HALF_TOKENS = 4  # around half a negation in which the other half stands
_CLAUSE_TOKENS = 12  # behind a verb of denial in which its clause stands
_STEM_LETTERS = 3  # behind a negative prefix
_NOT, _WITHOUT = "not", "without"
_NOUN_TOKENS = 3  # behind a negation in which the noun that it denies stands
_ENDING_LETTERS = 2  # of a noun, an adjective
_PLAIN = frozenset((_NOT, "no", "never", _WITHOUT))  # other negations are verbs with a verb behind them
_NONE = "no"  # before a noun that a statement rewritten with the same words may have as well: no way, its way
_ALIKE_SHARE, _KEPT = 0.5, 0.9  # of its words, of those of substance, that a statement keeps in which it is told
_BARELY = "hardly"
_ACTS = frozenset(("stop", "fail"))  # they may answer a *not*, and are acts where nothing answers them


@rule
def negation(comparison: Comparison) -> Iterator[Flag]:
    """Kept statements with an odd number of negations on one side and an even one on the other."""
    words = comparison.words
    if words is None:
        return
    for pair in comparison.kept_pairs():
        yield from _pair_flags(pair, words, comparison)


def _pair_flags(pair: Pair, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    old, new = _negations(pair, pair.old, pair.new, words), _negations(pair, pair.new, pair.old, words)
    if not old and not new:
        return
    kept_words = pair.likeness >= _LEAST_SHARE or pair.alignment.substance.kept == 1  # both men were, neither man was
    if not kept_words or (len(old) % 2 == len(new) % 2 and not _in_two_clauses(old, new)):
        return
    if _only_until(pair.old, pair.new, words) or _only_until(pair.new, pair.old, words):
        return
    more, fewer = (new, old) if len(new) > len(old) else (old, new)
    kept = comparison.matches(pair)
    rest = Counter(_context(c) for c in fewer)
    changed = []
    for cue in more:
        if rest[_context(cue)] > 0:
            rest[_context(cue)] -= 1
        elif (
            (cue.name != _NONE or pair.likeness >= _ALIKE_SHARE or pair.alignment.substance.kept >= _KEPT)
            and (cue.name not in _ACTS or _of_kept_verb(cue, pair, words))
            and kept.rewritten(cue) <= _REWRITTEN_WORDS
            and (_denial_stands(cue, kept) or _is_all(cue, pair))
            and ((cue.name not in _PLAIN and pair.likeness >= _KEPT_SHARE) or _complement_kept(cue, kept, words))
            and not _another_act(cue, pair, words)
            and not inflected_there(cue, pair, words)
            and ("nouns" not in words.capitals or _noun_stands(cue, pair, words))
        ):
            changed.append(cue)
    if changed:
        before, after = _spans(changed[-1], pair, words)
        yield Flag(
            FlagKind.NEGATION,
            Severity.HIGH,
            before,
            after,
            "",
            pair.old.block,
            pair.new.block,
            "the statement is turned round",
        )


def _is_all(cue: Cue, pair: Pair) -> bool:
    """Whether a plain negation is all that differs between two statements: could do it, couldn't do it."""
    apart = pair.alignment.apart
    return cue.name in _PLAIN and len(apart) == 1 and max(len(apart[0].old), len(apart[0].new)) <= _FEW_TOKENS


def _in_two_clauses(old: list[Cue], new: list[Cue]) -> bool:
    """Whether two negations came or went that stand in clauses of their own: no remorse, and had not helped."""
    one, other = sorted((old, new), key=len)
    if one or len(other) < 2:
        return False
    low = other[0].sentence.tokens.low
    words = other[0].sentence.words
    ends = {",", ";", *(words.joining if words else ())}
    return all(not ends.isdisjoint(low[a.last : b.first]) for a, b in pairwise(other))


def _spans(cue: Cue, pair: Pair, words: WordTable) -> tuple[str, str]:
    """The negation with what it denies, and the same without it: not close, close; was not at her, was at her."""
    assert pair.old and pair.new
    after, old = cue.sentence.tokens.at(cue.last + 1), cue.sentence is pair.old
    if cue.name == "prefix" or not after.isalpha() or after in words.grammar or after in words.stop:
        return around_change(pair, cue.sentence, cue.first)
    denied, plain = verb_span(cue), _plain(cue, pair, words)
    return (denied, plain) if old else (plain, denied)


def _denial_stands(cue: Cue, kept: WordMatches) -> bool:
    """Whether what a cue denies stands on the other side, too; a verb such as *failed* denies what follows it."""
    if kept.conditional(cue):
        return False
    if cue.name not in _PLAIN and cue.name != "prefix" and not _verb_kept(cue, kept):
        return False
    tokens, words = cue.sentence.tokens, cue.sentence.words
    supports = words.supports if words else ()
    if cue.name in _PLAIN and kept.opposite(tokens.at(cue.last + 1)):
        return False  # is closed, does not open
    supported = tokens.at(cue.first - 1) in supports or tokens.low[cue.first].removesuffix("n't") in supports
    reach = 1 if cue.name in _PLAIN and not supported else 2
    return cue.name == "prefix" or kept.governs(cue, reach + _adverb(tokens.at(cue.last + 1), words))


def _complement_kept(cue: Cue, kept: WordMatches, words: WordTable) -> bool:
    """Whether the verb that a denied verb governs stands on the other side: *neither seeks to fight* and *both seek to
    calm it*, *refuses to end it* and *meets about it* tell of other things.
    """
    tokens, start, senses = cue.sentence.tokens, cue.last + 1 + (cue.name in _PLAIN), words.senses
    verb = tokens.at(start + 1)
    if tokens.at(start) != "to" or senses is None or not verb.isascii() or "v" not in senses.entry(verb).parts:
        return True
    return verb in words.grammar or kept.has(verb)  # not believed to be


def _noun_stands(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether what is denied stands on the other side where nouns are known by their capitals: the noun of *ohne Strom*
    itself, the adjective of *nicht verzeihbare Fehler*; and whether it is not denied there in another verb of saying.
    """
    tokens, other = cue.sentence.tokens, pair.beside(cue.sentence)
    ahead = [*tokens.low[cue.last + 1 : cue.last + 1 + _NOUN_TOKENS], ""]
    if other is None or any(name == cue.name for _, _, name in other.hits.get("sayings", ())):
        return False
    noun = next((i for i in range(len(ahead) - 1) if tokens.raw[cue.last + 1 + i][0].isupper()), -1)
    if cue.name == _WITHOUT and noun >= 0:
        return any(w.startswith(ahead[noun]) and len(w) - len(ahead[noun]) <= _ENDING_LETTERS for w in other.bag)
    if cue.name == _NOT and noun == 1 and ahead[0] not in words.grammar:
        return any(w.startswith(ahead[0][:-_ENDING_LETTERS]) for w in other.bag)
    return True


def _adverb(word: str, words: WordTable | None) -> bool:
    """Whether a word is before all an adverb, and so no word that is denied: not yet begun."""
    senses = words.senses if words else None
    return senses is not None and word.isascii() and senses.entry(word).parts[:1] == "r"


def _verb_kept(cue: Cue, kept: WordMatches) -> bool:
    """Whether something that a verb such as *denied* governs in its clause stands on the other side."""
    tokens, words = cue.sentence.tokens, cue.sentence.words
    if words and tokens.at(cue.first - 1) in words.determiners:
        return False  # the failed push
    if words and cue.name in words.stopping and not _of_verb(cue, words):
        return False  # stopped the trains, rejected the bill: acts
    ahead = tokens.low[cue.last + 1 : cue.last + 1 + _CLAUSE_TOKENS]
    clause = ahead[: ahead.index(",")] if "," in ahead else ahead
    return bool(clause) and clause[0][0].isalnum() and any(kept.has(w) for w in clause if w[0].isalnum())


def _another_act(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether a verb that denies a thing stands in the place of another verb: granted bail, denied bail."""
    if cue.name in _PLAIN or cue.name == "prefix" or _of_verb(cue, words):
        return False
    if words.senses is None:
        return _act_for_act(cue, pair, words)
    behind = cue.sentence.tokens.at(cue.last + 1)
    if behind in words.clause_openers or behind in words.pronouns:
        return False
    side = cue.sentence is pair.new
    other = pair.old if side else pair.new
    there = pair.alignment.instead(side, cue.first)
    return other is not None and len(there) == 1 and all(is_verb(other, i, words, ()) for i in there)


def _act_for_act(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether a verb that denies and what stands in its place are acts of one scale: niega, concede la libertad."""
    side = cue.sentence is pair.new
    other = pair.old if side else pair.new
    if words.acts is None or other is None or cue.sentence.tokens.at(cue.last + 1) in words.thats:
        return False
    mine = {p.point.scale for p in words.acts.at(cue.sentence.tokens.bare, cue.first)}
    there = pair.alignment.instead(side, cue.first)
    return any(p.point.scale in mine for i in there for p in words.acts.at(other.tokens.bare, i))


def _of_kept_verb(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether the verb behind a *failed to* stands on the other side in some form: failed to tell, told."""
    other, senses, tokens = pair.beside(cue.sentence), words.senses, cue.sentence.tokens
    verb = tokens.at(cue.last + 2)
    if not other or senses is None or tokens.at(cue.last + 1) != "to" or not verb.isascii():
        return False
    changed = pair.alignment.touched[other is pair.new]
    return any(senses.inflected(verb, w) for i, w in enumerate(other.tokens.bare) if i in changed or w == verb)


def _of_verb(cue: Cue, words: WordTable) -> bool:
    """Whether a verb that denies has a verb behind it: stopped working, refused to work, rechaza votar, se niega a."""
    tokens = cue.sentence.tokens
    after = tokens.at(cue.last + 1)
    if words.infinitives:
        return after.endswith(words.infinitives) or tokens.low[cue.last] in words.datives
    return after == "to" or after.endswith("ing") or tokens.low[cue.last] == "to"


def _only_until(one: Sentence, other: Sentence, words: WordTable) -> bool:
    """Whether *not until May* became *only in May*, or *last seen in May*, *seen for the first time since May* was *not
    seen since May*.
    """
    if words.lasts & (one.bag - other.bag) and words.sinces & other.bag:
        return True
    return bool(words.only & (one.bag - other.bag) and words.limits & (other.bag - one.bag))


def _negations(pair: Pair, sentence: Sentence, other: Sentence, words: WordTable) -> list[Cue]:
    """The negators that the other side has not in their place, and the words there whose negative prefix is all that
    the other side lacks (unpunished, punished).
    """
    changed, low = changed_tokens(pair, sentence), sentence.tokens.low
    found = [
        c for c in _counting(cues(sentence, "negators"), words) if not changed.isdisjoint(range(c.first, c.last + 1))
    ]
    found = [c for c in found if not _numbered(c) and not _measured(c, words) and _whole(c, words)]
    found = [c for c in found if not _slip(pair, c)]
    prefixed = [i for i in changed if low[i].startswith(words.negative_prefixes)]
    if prefixed:
        found += _prefixed(sentence, other, words, prefixed, {i for c in found for i in range(c.first, c.last + 1)})
    return sorted(found, key=lambda c: c.first)


def _counting(found: list[Cue], words: WordTable) -> list[Cue]:
    """The negators without those that in their language only go with a *not* before them: no ha venido nadie."""
    kept: list[Cue] = []
    for cue in found:
        before = kept[-1] if kept else None
        low = cue.sentence.tokens.low
        near = (
            before is not None
            and "," not in low[before.last : cue.first]
            and cue.first - before.last <= _CONCORD_TOKENS
        )
        if not (near and cue.name in words.concord and before and before.name in _PLAIN):
            kept.append(cue)
    return kept


def _whole(cue: Cue, words: WordTable) -> bool:
    """Whether a word that denies only with another one has it near: n'est plus, personne ne."""
    low = cue.sentence.tokens.low
    if low[cue.first] not in words.negation_halves:
        return True
    near = low[max(0, cue.first - _HALF_TOKENS) : cue.last + 1 + _HALF_TOKENS]
    return not words.negation_partners.isdisjoint(near)


def _slip(pair: Pair, cue: Cue) -> bool:
    """Whether a long negator is but a slip of the pen for the word in its place, or that for it: barely, barley; a word
    of grammar is none: keinen, einen.
    """
    side, word = cue.sentence is pair.new, cue.sentence.tokens.low[cue.first]
    other, region = (pair.old if side else pair.new), pair.alignment.region_of(side, cue.first)
    if other is None or region is None or cue.first != cue.last or len(word) < _LONG:
        return False
    there = (other.tokens.low[i] for i in region[1 - side])
    idle = other.words.grammar if other.words else ()
    return any(w not in idle and near(word, w) for w in there)


def _numbered(cue: Cue) -> bool:
    """Whether *No.* is but the head of a number: No. 1, the No 10 bus."""
    tokens, past = cue.sentence.tokens, cue.last + 1
    dotted = tokens.at(past) == "."
    return tokens.at(past + dotted)[:1].isdecimal() and (dotted or tokens.raw[cue.last].istitle())


def _measured(cue: Cue, words: WordTable) -> bool:
    """Whether a *barely* tells how much, and denies nothing: barely an hour, hardly 200 people."""
    tokens, after = cue.sentence.tokens, cue.sentence.tokens.at(cue.last + 1)
    counts = after[:1].isdecimal() or after in words.cardinals
    return cue.name == _BARELY and (counts or (after in words.vague and tokens.at(cue.last + 2) in words.units))


def _prefixed(sentence: Sentence, other: Sentence, words: WordTable, places: list[int], covered: set[int]) -> list[Cue]:
    found = []
    tokens = sentence.tokens
    for i in sorted(places):
        word = tokens.low[i]
        if word in other.bag or i in covered or word in words.limits:
            continue
        denied = tokens.at(i + 2) if tokens.at(i + 1) == "-" and tokens.glued(i + 1) else ""
        shouted = tokens.raw[i].isupper() or (word in words.no_names and tokens.raw[i][0].isupper())  # UN, Uno
        if word in words.sure_prefixes and not shouted and denied in other.bag and word + denied not in other.bag:
            found.append(Cue(sentence, i, i + 1, "prefix"))
        stems = (p for p in words.negative_prefixes if word.startswith(p))
        if any(_turns(p, word.removeprefix(p), other, words) for p in stems):
            found.append(Cue(sentence, i, i, "prefix"))
    return found


def _turns(prefix: str, stem: str, other: Sentence, words: WordTable) -> bool:
    """Whether a word with a prefix denies the same word without it: unfit, incorrect; immigrants deny no migrants."""
    if len(stem) < _STEM_LETTERS or stem not in other.bag or stem in words.undenied:
        return False
    if (prefix, "-", stem) in zip(other.tokens.low, other.tokens.low[1:], other.tokens.low[2:], strict=False):
        return False  # in-decent
    if prefix in words.sure_prefixes:
        return True
    if words.senses is None:
        return not words.denied_endings or stem.endswith(words.denied_endings)
    alike = all(words.senses.entry(w).parts[:1] == "a" for w in (prefix + stem, stem))
    return words.senses.opposed(prefix + stem, stem) or alike  # inauthentic


def _plain(cue: Cue, pair: Pair, words: WordTable) -> str:
    """The word behind a negation as it stands without it, with the changed word before it: *not close* was *close*,
    *neither driver* was *both drivers*; nothing when it does not.
    """
    word, side = cue.sentence.tokens.at(cue.last + 1), cue.sentence is pair.old
    other, changed = (pair.new if side else pair.old), pair.alignment.touched[side]
    if not other or not word.isalpha():
        return ""
    tokens, root, senses = other.tokens, stem(word), words.senses
    places = [i for i, low in enumerate(tokens.low) if stem(low) == root]
    if not places and senses and word.isascii():
        places = [i for i in changed if senses.inflected(tokens.bare[i], word)]  # did not know, knew
    first = next(iter(sorted(places)), None)
    if first is None:
        return ""
    both = first - 1 in changed and tokens.low[first - 1] in words.determiners
    return tokens.span(first - both, first)


def _context(cue: Cue) -> str:
    return stem(cue.sentence.tokens.at(cue.last + 1))
