"""The tense of what somebody said in the past: it is but that of the verb of saying, and tells nothing alone."""

from newsdiff.flags.read.inside_quotes import quoted_token
from newsdiff.flags.sentence.cues import Cue
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.sentence.phrase_index import REPORTED
from newsdiff.language.table import WordTable


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


def future_of_past(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether a conditional is but the future of what was said in the past: anunció que será, anunció que sería."""
    other = pair.beside(cue.sentence)
    if cue.name != REPORTED or not words.future_endings or other is None or not reported(cue):
        return False
    low = cue.sentence.tokens.low
    ends = tuple(f"r{ending}" for ending in words.future_endings)
    stems = tuple(w[: w.rfind("r") + 1] for w in other.tokens.low if w.endswith(ends))
    return not words.thats.isdisjoint(low[: cue.first]) and low[cue.first].startswith(stems)
