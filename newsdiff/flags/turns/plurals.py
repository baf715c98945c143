"""One person in the place of several, or a body: *the gunman fled*, *the gunmen fled*; the mayor's plan, the mayors'
plan; on Sunday, on Sundays. Other plurals are form.
"""

from collections.abc import Iterator

from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.substance import ChangedRun
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.turns.small_words import SenseTurn
from newsdiff.language.senses import Senses
from newsdiff.language.table import WordTable
from newsdiff.language.telling_words import words_of_grammar
from newsdiff.model import BlockKind, FlagKind

_DETERMINED = 3  # tokens before a noun in which its determiner stands: a young Turkish student
_ENDS = frozenset("sn")  # last letters of plurals: robbers, policemen, children
_MARK = "'"  # behind owners
_LETTERS = 3  # of the shorter form, at least
_LONGEST = 5  # tokens of a place where one person became several: a hostage was, hostages were


def plurals(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The nouns for a person of one side that the other has in the plural, or the other way round."""
    assert pair.old and pair.new
    if words.senses is None:
        return
    old, new = pair.old.tokens, pair.new.tokens
    for region in pair.alignment.apart:
        if not 0 < len(region.old) <= _LONGEST or not 0 < len(region.new) <= _LONGEST:
            continue
        if len(region.old) == len(region.new) == 1 and _every_week(old, region.old.start, new, region.new.start, words):
            yield SenseTurn(FlagKind.DATE, region.old, region.new, "once, or every week")
        found = list(_numbers(old, new, region, words))
        if len({side for *_, side in found}) > 1:
            continue  # attorneys general, attorney generals
        for i, j, several in found:
            one, many = ((pair.new, j), (pair.old, i)) if several == 0 else ((pair.old, i), (pair.new, j))
            if _alone(region, (old, i), (new, j), words) and _tells(*one, *many, words):
                yield SenseTurn(FlagKind.NUMBER, range(i, i + 1), range(j, j + 1), "one, or several")


def _every_week(old: Tokens, i: int, new: Tokens, j: int, words: WordTable) -> bool:
    """Whether two words are a weekday once and of every week, not as the ends of a span: on Sunday, on Sundays."""
    short, long = sorted((old.low[i], new.low[j]), key=len)
    alike = short in words.weekdays and long == f"{short}s" and old.at(i - 1) == new.at(j - 1)
    return alike and old.at(i - 1) not in words.date_joints and old.at(i + 1) not in words.date_joints


def _numbers(old: Tokens, new: Tokens, region: ChangedRun, words: WordTable) -> Iterator[tuple[int, int, int]]:
    """Where a noun of a region stands on both sides, on one of them in the plural, and on which."""
    for i in region.old:
        for j in region.new:
            a, b = old.bare[i], new.bare[j]
            if a[0] == b[0] and a != b and (a[-1] in _ENDS or b[-1] in _ENDS):
                for side, (word, one) in enumerate(((a, b), (b, a))):
                    if _is_plural(word, one, words):
                        yield i, j, side


def _is_plural(word: str, one: str, words: WordTable) -> bool:
    """Whether a word is the plural of another one that is for a person or a body."""
    senses = words.senses
    if len(one) < _LETTERS or not one.isascii() or not word.endswith(("s", "men", "children")):
        return False
    if senses is None or one in words_of_grammar(words):
        return False
    return one in senses.lemmas(word) and (one in words.bodies or senses.entry(one).parts[:1] == "P")


def _alone(region: ChangedRun, old: tuple[Tokens, int], new: tuple[Tokens, int], words: WordTable) -> bool:
    """Whether nothing of substance but the number of the noun differs in a region: no other word, and no number."""
    senses, idle = words.senses, words_of_grammar(words)
    assert senses
    mine, theirs = (
        [t.low[n] for n in places if n != noun and t.low[n] != _MARK]
        for places, (t, noun) in zip(region, (old, new), strict=True)
    )
    for word, others in (*((w, theirs) for w in mine), *((w, mine) for w in theirs)):
        if word in words.cardinals and word not in words.vague:
            return False
        if word not in idle and not any(senses.inflected(word, other) for other in others):
            return False
    return True


def _tells(one: Sentence, i: int, many: Sentence, j: int, words: WordTable) -> bool:
    """Whether a noun in the singular and its plural both stand as they may: neither is but a slip."""
    single, several = one.tokens, many.tokens
    if single.at(i - 1) == several.at(j - 1) and _fixes(single.at(i - 1), words):
        return False
    after, marked = single.at(i + 1), several.at(j + 1) == _MARK
    if (owns := "'" in single.low[i]) != (marked or "'" in several.low[j]):
        return False
    if owns and (several.at(j + 1 + marked) in words.shared_heads or single.raw[i][0].isupper()):
        return False  # a bakers' union, the Prime Minister's plan
    if not owns and after == several.at(j + 1) and (_fixes(after, words) or _heads(after, words)):
        return False
    led = _determiner(single, i, words)
    if not led:
        return one.kind is BlockKind.HEADLINE
    past = _is_past(several.at(j + 1), words) or _is_past(several.at(j - 1), words)
    return bool(_determiner(several, j, words)) or (led in words.vague and past)


def _determiner(tokens: Tokens, i: int, words: WordTable) -> str:
    """The determiner or possessive of a noun, with nothing but what tells of the noun between; nothing without one."""
    assert words.senses
    for word in reversed(tokens.low[max(0, i - _DETERMINED) : i]):
        if word in words.determiners or "'" in word:
            return word
        noun = words.senses.may_be_noun(word) and not _is_past(word, words) and word[-1] != "s"  # it shields debtors
        told = noun or "a" in words.senses.entry(word).parts
        if not told:
            return ""
    return ""


def _fixes(word: str, words: WordTable) -> bool:
    """Whether beside a word a noun may stand in one number alone: a, these, five, was."""
    return word in words.of_one_number or word in words.cardinals or word[:1].isdecimal()


def _heads(word: str, words: WordTable) -> bool:
    """Whether a word is a noun that the one before it tells of: victim support; no verb in its past: man shot."""
    assert words.senses
    idle = word in words.prepositions or word in words_of_grammar(words)
    return not idle and words.senses.may_be_noun(word) and not _is_past(word, words)


def _is_past(word: str, words: WordTable) -> bool:
    """Whether a word is a verb in the past, or begins one: fled, shot, were."""
    if word in words.of_one_number:
        return True
    senses: Senses | None = words.senses
    assert senses
    return not word.endswith(("s", "ing")) and any(w != word and senses.may_be(w, "v") for w in senses.lemmas(word))
