"""Who did it and to whom, and how many of whom, where only pronouns and counted nouns tell: *he hit her*, *she hit
him*; *the man who robbed him*, *the man he robbed*; *two men and a woman*, *a man and two women*.
"""

from collections import Counter
from collections.abc import Iterator

from newsdiff.flags.forms.stems import word_keys
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.turns.small_words import SenseTurn
from newsdiff.language.table import WordTable
from newsdiff.language.telling_words import words_of_grammar
from newsdiff.model import FlagKind
from newsdiff.named_tuple import NamedTuple

_LED_TOKENS = 3  # between a subject and its verb: he has since
_WHO = "who"  # stands for the subject of a relative clause


class _Roles(NamedTuple):
    """The pronouns around a verb, by their subject's form: who does it, to whom (nothing where none tells); the word
    before it, the noun behind it that a pronoun owns; and the first and the last token of it.
    """

    subject: str
    object: str
    before: str
    owned: str
    first: int
    last: int


def exchanged_roles(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The kept verbs of which subject and object changed places, both pronouns or one."""
    assert pair.old and pair.new
    old, new = pair.old.tokens, pair.new.tokens
    objects = frozenset(words.objects_of.values())
    if objects.isdisjoint(pair.old.bag) and objects.isdisjoint(pair.new.bag):
        return
    for verb in pair.old.bag & pair.new.bag:
        if _may_act(verb, words) and old.low.count(verb) == new.low.count(verb) == 1:
            a, b = _roles(old, old.low.index(verb), words), _roles(new, new.low.index(verb), words)
            if _exchanged(a, b) or any(_relative(x, y) or _of_somebody(x, y) for x, y in ((a, b), (b, a))):
                spans = range(a.first, a.last + 1), range(b.first, b.last + 1)
                yield SenseTurn(FlagKind.EVENT, *spans, "who did it, and to whom")
                return


def _may_act(verb: str, words: WordTable) -> bool:
    senses = words.senses
    return senses is not None and verb.isascii() and verb not in words_of_grammar(words) and senses.may_be(verb, "v")


def _exchanged(a: _Roles, b: _Roles) -> bool:
    """Whether he did it to her on one side, and she to him on the other."""
    told = a.subject and a.object and a.subject != _WHO
    return bool(told) and a.subject != a.object and (a.subject, a.object) == (b.object, b.subject)


def _relative(a: _Roles, b: _Roles) -> bool:
    """Whether one side tells of who did it to him, the other of whom he did it to."""
    return a.subject == _WHO and bool(a.object) and b.subject == a.object and not b.object


def _of_somebody(a: _Roles, b: _Roles) -> bool:
    """Whether somebody of hers did it to her on one side, and it was done to them on the other: her brother hit her,
    she hit her brother.
    """
    return bool(a.object and a.before) and a.before == b.owned


def _roles(tokens: Tokens, verb: int, words: WordTable) -> _Roles:
    low, subjects = tokens.low, {told: doer for doer, told in words.objects_of.items()}
    first, subject, before = verb, "", ""
    for i in range(verb - 1, max(-1, verb - 2 - _LED_TOKENS), -1):
        if low[i] in words.objects_of or low[i] in words.relatives:
            first, subject = i, low[i] if low[i] in words.objects_of else _WHO
            break
        if low[i] not in words.asides and low[i] not in words.modals:
            before = low[i] if low[i].isalpha() else ""
            break
    after, behind = tokens.at(verb + 1), tokens.at(verb + 2)
    owned = after in words.possessives and behind[:1].isalpha() and behind not in words_of_grammar(words)  # her dog
    told = "" if owned or after not in subjects else subjects[after]
    first -= bool(before)
    return _Roles(subject, told, before, behind if owned else "", first, verb + bool(told) + 2 * owned)


def exchanged_counts(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The counted nouns of which each has the number of another now."""
    assert pair.old and pair.new
    if not pair.alignment.apart:
        return
    before, after = _counted(pair.old.tokens, words), _counted(pair.new.tokens, words)
    if len(before) < 2 or len(before) != len(after):
        return
    kept = before.keys() & after.keys()
    for n in (0, 1):
        if Counter(pair_of[n] for pair_of in before) != Counter(pair_of[n] for pair_of in after):
            return
    gone, came = ([places for told, places in side.items() if told not in kept] for side in (before, after))
    if gone and came:
        old, new = (range(min(p.start for p in side), max(p.stop for p in side)) for side in (gone, came))
        yield SenseTurn(FlagKind.NUMBER, old, new, "how many of whom")


def _counted(tokens: Tokens, words: WordTable) -> dict[tuple[float, str], range]:
    """The numbers of a sentence with the noun right behind each, in the singular, and their tokens."""
    found = dict[tuple[float, str], range]()
    for i in range(len(tokens) - 1):
        count = 1.0 if tokens.low[i] in words.vague else words.cardinals.get(tokens.low[i], 0.0)
        if count and (noun := _singular(tokens.low[i + 1], words)):
            found[float(count), noun] = range(i, i + 2)
    return found


def _singular(noun: str, words: WordTable) -> str:
    """A noun as it is compared, its stem where no dictionary tells the singular; nothing of another word."""
    senses = words.senses
    if senses is None:
        return "" if not noun.isalpha() or noun in words.grammar else word_keys(words)(noun)[0]
    if not noun.isascii() or not noun.isalpha() or not senses.may_be_noun(noun):
        return ""
    return min((w for w in senses.lemmas(noun) if "n" in senses.entry(w).parts or senses.person(w)), default=noun)
