"""Small changes that turn what a kept sentence says, though its words of substance stay: *or* for *and*, *her* for
*his*, *only* before another word, two nouns in each other's place, a hyphen that makes another number.
"""

from collections import Counter
from collections.abc import Iterator

from newsdiff.flags.read.numerals import MONEY_SIGNS
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.sentence.substance import ChangedRun, key_of
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.language.telling_words import words_of_grammar
from newsdiff.model import FlagKind
from newsdiff.named_tuple import NamedTuple

_KEPT = 0.6  # share of its words of substance that a sentence keeps in which so little tells
_INTO_OR_OUT_OF = 3  # tokens
_PHRASE = 4  # tokens of what changes places, at most
_NOT = "not"
_VERBS = 2  # that may be in another number where two nouns changed places
_YEAR = 4  # digits
_FIGURE_TOKENS = 4  # before what a sum is paid for: £20 a week
_RATES = frozenset(("a", "an", "per", "each", "every", "/"))
_OPENERS = frozenset(",;:\"'(-") | {"and", "but", "that", "because"}  # behind them a clause begins
_DENIABLE = frozenset(("and", "or", "if", "unless"))  # with a *not* of one side they may say the same
_LINKS = frozenset((",", "and", "&", "or", "as", "is", "was", "are", "were", "be"))  # what they link is in no order


class SenseTurn(NamedTuple):
    """What kind of flag tells it, its tokens on both sides, and what it is in a few words."""

    kind: FlagKind
    old: range
    new: range
    reason: str


def turns(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The small changes of a kept sentence that turn its sense."""
    assert pair.old and pair.new
    found = list(_found(pair, words))
    if found and pair.alignment.substance.kept < _KEPT:  # in a short sentence one word is much
        return (turn for turn in found if turn.kind is FlagKind.NUMBER and len(pair.alignment.apart) == 1)
    return iter(found)


def small_turns(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The same in a language without a dictionary: the words before a sum that make it another change (um 5 Prozent,
    auf 5 Prozent), what it is paid for (pro Woche, pro Monat), small words that tell in one another's place, and *not*
    before *only*.
    """
    apart, kept = pair.alignment.apart, pair.alignment.substance.kept >= _KEPT
    for region in apart if kept or len(apart) == 1 else ():
        if len(region.old) == len(region.new) == 1:
            i, j = region.old.start, region.new.start
            yield from _changed_by(pair, i, j, words)
            yield from _paid_for(pair, i, j, words)
            yield from _told_by_another(pair, i, j, words) if kept else ()
        elif kept and len(region.old) + len(region.new) == 1:
            yield from _not_only(pair, region, words)


def _paid_for(pair: Pair, i: int, j: int, words: WordTable) -> Iterator[SenseTurn]:
    """One unit for another behind a sum: 5 Euro pro Woche, 5 Euro pro Monat."""
    assert pair.old and pair.new
    old, new = pair.old.tokens, pair.new.tokens
    led = old.at(i - 1) in words.rates and new.at(j - 1) in words.rates
    if led and all(w in words.units or w in words.time_units for w in (old.low[i], new.low[j])):
        here, there = _from_sum(old, i), _from_sum(new, j)
        if here and there:
            yield SenseTurn(FlagKind.NUMBER, here, there, "for how much or how long")


def _found(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    assert pair.old and pair.new
    yield from _exchanged(pair, words)
    if pair.old.bag == pair.new.bag:
        yield from _joined_numbers(pair.old.tokens, pair.new.tokens, words) if "numeral" in pair.old.hits else ()
        yield from _refocused(pair.old.tokens, pair.new.tokens, words)
    if not _is_one_word(pair.alignment.apart) and len(pair.old.bag ^ pair.new.bag) <= 2 * _VERBS:
        yield from _swapped(pair.old.tokens, pair.new.tokens, words)


def _is_one_word(apart: tuple[ChangedRun, ...]) -> bool:
    """Whether but one word gave way to another: nothing changed places."""
    return len(apart) == 1 and len(apart[0].old) == len(apart[0].new) == 1


def _exchanged(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """One small word in another's place, and *a* before *few*."""
    assert pair.old and pair.new
    old, new = pair.old.tokens, pair.new.tokens
    for region in pair.alignment.apart:
        if len(region.old) == len(region.new) == 1:
            yield from _one_for_another(pair, region.old.start, region.new.start, words)
        elif len(region.old) + len(region.new) == 1:
            side = 0 if region.old else 1
            tokens, i = (old, new)[side], region[side].start
            if tokens.low[i] in words.vague and tokens.at(i + 1) in words.small_amounts:
                spans = [range(r.start, r.stop + 1) for r in region]
                yield SenseTurn(FlagKind.WORDING, spans[0], spans[1], "little, or some")
            yield from _not_only(pair, region, words)
        elif len(region.old) > 0 and len(region.new) > 0 and len(region.old) + len(region.new) == _INTO_OR_OUT_OF:
            a, b = (" ".join(t.low[i] for i in places) for t, places in zip((old, new), region, strict=True))
            if not {f"{a} {b}", f"{b} {a}"}.isdisjoint(words.telling_pairs):
                yield SenseTurn(FlagKind.WORDING, region.old, region.new, "another small word that tells")
        if not region.old or not region.new:
            yield from _unbound(pair, region, words)


def _not_only(pair: Pair, region: ChangedRun, words: WordTable) -> Iterator[SenseTurn]:
    """A *not* that came to, or went from, a word that sets a limit: only temporary, not only temporary."""
    side = 0 if region.old else 1
    sentence = (pair.old, pair.new)[side]
    assert sentence
    at, low = region[side].start, sentence.tokens.low
    if len(region[side]) == 1 and sentence.tokens.at(at + 1) in words.focus and words.negators.get(low[at]) == _NOT:
        spans = [range(r.start, r.stop + 1) for r in region]
        yield SenseTurn(FlagKind.NEGATION, spans[0], spans[1], "only that, or not that alone")


def _unbound(pair: Pair, region: ChangedRun, words: WordTable) -> Iterator[SenseTurn]:
    """A bound that came to, or went from, one of a unit: more than an hour, an hour."""
    assert pair.old and pair.new
    side = 0 if region.old else 1
    sentence, places = (pair.old, pair.new)[side], region[side]
    bounds = ((first, past) for first, past, name in sentence.hits.get("bounds", ()) if name != "-")
    low = sentence.tokens.at
    if (
        (places.start, places.stop) in bounds
        and low(places.stop) in words.vague
        and low(places.stop + 1) in words.units
    ):
        lengths = len(pair.old.tokens), len(pair.new.tokens)
        spans = [range(r.start, min(r.stop + 2, length)) for r, length in zip(region, lengths, strict=True)]
        yield SenseTurn(FlagKind.NUMBER, spans[0], spans[1], "the bound differs")


def _one_for_another(pair: Pair, i: int, j: int, words: WordTable) -> Iterator[SenseTurn]:
    assert pair.old and pair.new
    old, new = pair.old.tokens, pair.new.tokens
    both = frozenset((old.low[i], new.low[j]))
    if old.at(i + 1)[:1].isdecimal() or old.at(i + 1) in MONEY_SIGNS:
        yield from _changed_by(pair, i, j, words)
        return
    yield from _told_by_another(pair, i, j, words)
    if old.at(i - 1) in _RATES and all(w in words.units or w in words.time_units for w in both):
        here, there = _from_sum(old, i) or range(i - 1, i + 1), _from_sum(new, j) or range(j - 1, j + 1)
        yield SenseTurn(FlagKind.NUMBER, here, there, "for how much or how long")


def _told_by_another(pair: Pair, i: int, j: int, words: WordTable) -> Iterator[SenseTurn]:
    """One small word for another that says something else: and, or; because, although."""
    assert pair.old and pair.new
    old, new = pair.old.tokens, pair.new.tokens
    both = frozenset((old.low[i], new.low[j]))
    if " ".join(sorted(both)) not in words.telling_pairs:
        return
    led = words.senses is None or words.senses.may_be(old.at(i - 1), "v") or words.senses.may_be_noun(old.at(i - 1))
    if both <= words.changes_by and not led:
        return  # different to, different from
    if not both.isdisjoint(words.particles) and _one_act(old.at(i - 1), old.low[i], new.low[j], words):
        return  # fill in, fill out
    denied = "negators" in pair.old.hits or "negators" in pair.new.hits
    if not (denied and both <= _DENIABLE):
        past = 1 + (old.at(i + 1)[:1].isalpha() and new.at(j + 1) == old.at(i + 1))
        yield SenseTurn(FlagKind.WORDING, range(i, i + past), range(j, j + past), "another small word that tells")


def _changed_by(pair: Pair, i: int, j: int, words: WordTable) -> Iterator[SenseTurn]:
    """One small word for another before the same sum: by 5%, to 5%."""
    assert pair.old and pair.new
    old, new = pair.old.tokens, pair.new.tokens
    sum_, behind = old.at(i + 1), old.at(i + 2)
    if not words.changes_by.issuperset((old.low[i], new.low[j])) or new.at(j + 1) != sum_ or _is_year(sum_):
        return
    dated = behind in words.oclock or behind in words.months or (behind == "." and "." in words.ordinals)
    if (sum_[:1].isdecimal() or sum_ in MONEY_SIGNS or sum_ in words.cardinals) and not dated:
        yield SenseTurn(FlagKind.NUMBER, _to_sum(old, i), _to_sum(new, j), "from how much, by or to how much")


def _one_act(verb: str, a: str, b: str, words: WordTable) -> bool:
    """Whether a verb with either of two small words behind it says much the same."""
    senses = words.senses
    lemmas = senses.lemmas(verb) if senses and verb.isascii() else ()
    return senses is not None and any(senses.related(f"{w}_{a}", f"{w}_{b}") for w in lemmas)


def _to_sum(tokens: Tokens, i: int) -> range:
    """A word and the sum behind it: by 5%, to $5."""
    figure = i + 1 + (tokens.at(i + 1) in MONEY_SIGNS)
    return range(i, min(figure + 1 + (tokens.at(figure + 1) == "%"), len(tokens)))


def _from_sum(tokens: Tokens, i: int) -> range:
    """A sum and the word behind it that it is paid for: £20 a week; nothing where no figure stands near before it."""
    near = range(i - 1, max(-1, i - 1 - _FIGURE_TOKENS), -1)
    figure = next((n for n in near if tokens.low[n][:1].isdecimal()), None)
    return range(0) if figure is None else range(figure - (tokens.at(figure - 1) in MONEY_SIGNS), i + 1)


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == _YEAR


def _joined_numbers(old: Tokens, new: Tokens, words: WordTable) -> Iterator[SenseTurn]:
    """A hyphen between two numbers of which the other side joins the second to its noun alone: four hundred-litre
    drums, four-hundred-litre drums.
    """
    a, b = (([i for i, w in enumerate(t.low) if w != "-"]) for t in (old, new))
    if len(a) == len(old) or [old.low[i] for i in a] != [new.low[j] for j in b]:
        return
    numbers = words.cardinals.keys() | words.scales.keys()
    for n in range(1, len(a) - 1):
        if old.low[a[n - 1]] not in numbers or old.low[a[n]] not in numbers:
            continue
        joined = [places[n] - places[n - 1] > 1 for places in (a, b)]
        loose, places = (new, b) if joined[0] else (old, a)
        noun = places[n + 1]
        if joined[0] != joined[1] and noun - places[n] > 1 and loose.glued(noun) and loose.low[noun].isalpha():
            here, there = (range(p[n - 1], p[n + 1] + 1) for p in (a, b))
            yield SenseTurn(FlagKind.NUMBER, here, there, "another number, by the hyphen")


def _refocused(old: Tokens, new: Tokens, words: WordTable) -> Iterator[SenseTurn]:
    """A word that sets a limit went from before the subject to another place: only members may, members may only."""
    for word in words.focus.intersection(old.low):
        if old.low.count(word) != 1 or new.low.count(word) != 1 or _without(old, word) != _without(new, word):
            continue
        i, j = old.low.index(word), new.low.index(word)
        if i != j and _opens(old, i) != _opens(new, j):
            spans = (range(i, min(i + 3, len(old))), range(j, min(j + 3, len(new))))
            yield SenseTurn(FlagKind.WORDING, *spans, f"it is of another word that it says {word}")


def _without(tokens: Tokens, word: str) -> list[str]:
    return [key_of(w) for w in tokens.low if w not in (word, ",")]


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a clause begins with a token."""
    return i == 0 or tokens.low[i - 1] in _OPENERS


def _swapped(old: Tokens, new: Tokens, words: WordTable) -> Iterator[SenseTurn]:
    """Two nouns, with what stands before them, in each other's place."""
    if len(old) != len(new):
        return
    a, b = [list(map(key_of, t.low)) for t in (old, new)]
    if a == b:
        return
    b = _agreed(a, b, words)
    if not b or a == b:
        return
    first = next(i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y)
    past = len(a) - next(i for i, (x, y) in enumerate(zip(a[::-1], b[::-1], strict=True)) if x != y)
    mine, theirs = a[first:past], b[first:past]
    most = min(_PHRASE, len(mine) - 1)
    for p in range(1, most + 1):
        q = next((q for q in range(1, min(most, len(mine) - p) + 1) if theirs == _turned(mine, p, q)), 0)
        if q and _parted(mine[p : len(mine) - q], words) and _nouns(mine[:p], words) and _nouns(mine[-q:], words):
            kind = FlagKind.EVENT if _acts(mine[p : len(mine) - q], words) else FlagKind.WORDING
            yield SenseTurn(kind, range(first, past), range(first, past), "two took each other's place")
            return


def _agreed(a: list[str], b: list[str], words: WordTable) -> list[str]:
    """The words of a sentence that are those of another in another order, its verb in the number that the other's
    subject asks for: the army kills rebels, rebels kill the army; none where it holds other words.
    """
    gone, came = (list((Counter(x) - Counter(y)).elements()) for x, y in ((a, b), (b, a)))
    if len(gone) != len(came) or len(gone) > _VERBS or (gone and words.senses is None):
        return []
    forms = {w: one for w in came for one in gone if _forms_of_a_verb(one, w, words)}
    return [forms.get(w, w) for w in b] if len(forms) == len(came) else []


def _forms_of_a_verb(one: str, other: str, words: WordTable) -> bool:
    senses = words.senses
    if senses is None or not (one + other).isascii() or not senses.may_be(one, "v"):
        return False
    return not {*senses.lemmas(one)}.isdisjoint(senses.lemmas(other))


def _turned(run: list[str], p: int, q: int) -> list[str]:
    """A run of words of which the first and the last ones change places."""
    return [*run[len(run) - q :], *run[p : len(run) - q], *run[:p]]


def _parted(between: list[str], words: WordTable) -> bool:
    """Whether the words between two nouns say what one has to do with the other, and are no more of a list."""
    if between and between[0] in _LINKS and between[-1] in _LINKS:
        return False
    return not _LINKS.union(words.mutual, words.determiners, words.vague, words.articles).issuperset(between)


def _acts(between: list[str], words: WordTable) -> bool:
    """Whether one of two nouns does something to the other: a verb of substance stands between them."""
    idle, senses = words_of_grammar(words), words.senses
    return senses is not None and any(w.isascii() and w not in idle and senses.may_be(w, "v") for w in between)


def _nouns(phrase: list[str], words: WordTable) -> bool:
    """Whether a phrase is a noun and what tells of it: no adverb, and nothing that begins with a preposition."""
    head, idle = phrase[-1], words_of_grammar(words)
    if (
        words.senses is None
        or phrase[0] in words.prepositions
        or any(w in words.weekdays or w in words.months for w in phrase)
    ):
        return False
    noun = head.isalpha() and head.isascii() and head not in idle and not head.endswith("ly")
    named = not words.senses.known(head)
    return noun and (named or words.senses.may_be_noun(head)) and all(w.isalpha() for w in phrase)
