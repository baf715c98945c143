"""The tense of what somebody said in the past: it is but that of the verb of saying, and tells nothing alone."""

from newsdiff.flags.read.inside_quotes import quoted_token
from newsdiff.flags.sentence.cues import Cue
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.sentence.phrase_index import REPORTED
from newsdiff.language.table import WordTable

_CONDITIONAL, _HAVE = "would", "have"
_CLAUSE_TOKENS = 12  # behind a conditional in which its infinitive stands
_PRESENT_OF_BE = frozenset(("is", "are"))


def reported(cue: Cue) -> bool:
    """Whether a verb of saying in the past governs a cue, outside a quotation: said that it will, said it would."""
    words, low = cue.sentence.words, cue.sentence.tokens.low
    if words is None or quoted_token(cue.sentence.tokens, cue.first):
        return False
    said = [past for _, past, name in cue.sentence.hits.get("sayings", ()) if name != "-" and past <= cue.first]
    verb = low[said[-1] - 1] if said else ""
    irregular = words.senses is not None and any(form[0] == "v" for form in words.senses.entry(verb).forms)  # told
    composed = bool(words.thats and said) and low[said[-1] - 2] in words.finite  # a annoncé
    return verb in words.past or verb.endswith(words.past_endings) or irregular or composed


def became_fact(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether the other side tells in the present what is but conditional here, and nobody said it in the past: it
    would cost jobs, it costs jobs; es würde Stellen kosten, es kostet Stellen.
    """
    other = pair.beside(cue.sentence)
    verb = _governed(cue, words) if cue.name == _CONDITIONAL and other is not None else ""
    if other is None or not verb or reported(cue):
        return False
    there = pair.alignment.touched[cue.sentence is pair.old]
    return any(_is_present(other.tokens.low[i], verb, words) for i in there)


def _governed(cue: Cue, words: WordTable) -> str:
    """The infinitive that a conditional governs: the verb behind it; in German the last word of its clause."""
    low = cue.sentence.tokens.low
    ahead = low[cue.last + 1 : cue.last + 1 + _CLAUSE_TOKENS]
    clause = ahead[: next((n for n, w in enumerate(ahead) if not w[0].isalnum()), len(ahead))]
    if "nouns" in words.capitals:
        return clause[-1] if clause and clause[-1].endswith("en") else ""
    verb = next((w for w in clause if w == _HAVE or w not in words.asides), "")
    return verb if words.senses and verb.isascii() and words.senses.may_be(verb, "v") else ""  # not: would often walk


def _is_present(form: str, verb: str, words: WordTable) -> bool:
    """Whether a word is a verb's third person of the present in the indicative."""
    if words.senses is None:
        return form in (f"{verb.removesuffix('en')}t", f"{verb.removesuffix('n')}t")  # plant, kostet
    if verb == "be":
        return form in _PRESENT_OF_BE
    return form.isascii() and form.endswith("s") and form != verb and verb in words.senses.lemmas(form)


def future_of_past(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether a conditional is but the future of what was said in the past: anunció que será, anunció que sería."""
    other = pair.beside(cue.sentence)
    if cue.name != REPORTED or not words.future_endings or other is None or not reported(cue):
        return False
    low = cue.sentence.tokens.low
    ends = tuple(f"r{ending}" for ending in words.future_endings)
    stems = tuple(w[: w.rfind("r") + 1] for w in other.tokens.low if w.endswith(ends))
    return not words.thats.isdisjoint(low[: cue.first]) and low[cue.first].startswith(stems)
