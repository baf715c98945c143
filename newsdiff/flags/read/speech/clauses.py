"""Whether something said stands beside a verb: a clause, a quotation, somebody told to do a thing."""

from newsdiff.flags.read.inside_quotes import opens_quotation
from newsdiff.flags.sentence.phrase_index import REPORTED
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable

CLAUSE_TOKENS = 14  # behind a verb in which its particle, or the verb of what is said, stands
_QUOTE_TOKENS = 12  # behind *called it* in which a quotation begins
_NOUNS = frozenset("nPGa")  # parts of speech inside what a speaker is called
STOPS = frozenset(',;:"()[]|')  # marks at which a clause ends
ENDS = frozenset((".", ",", '"', "'", ";", ":", "-", ""))  # what may stand behind a source: a mark, or nothing


class Clauses:
    """The clauses of a sentence, asked for by where they begin."""

    def __init__(self, tokens: Tokens, words: WordTable) -> None:
        self.tokens, self.words = tokens, words

    def quotes(self, start: int) -> bool:
        """Whether a quotation begins near behind a place: noemt het plan "onwerkbaar"."""
        return any(word == '"' or opens_quotation(self.tokens, i) for i, word in enumerate(self.near(start), start))

    def near(self, start: int) -> list[str]:
        """The words from a token on up to the next comma, as far as a quotation may begin."""
        reach = self.tokens.low[start : start + _QUOTE_TOKENS]
        return reach[: reach.index(",")] if "," in reach else reach

    def clause_of(self, start: int) -> list[str]:
        """The words from a token on up to the next mark."""
        ahead = self.tokens.low[start : start + CLAUSE_TOKENS]
        return ahead[: next((i for i, w in enumerate(ahead) if w in STOPS), len(ahead))]

    def clause_behind_object(self, start: int) -> bool:
        """Whether who is told stands at a place, and what behind him: assured ratepayers that it would hold."""
        return "that" in self.clause_of(start)[1:]

    def told_to_do(self, start: int) -> bool:
        """Whether who is told stands at a place, and what he is to do behind him: told owners to check it."""
        clause, words = self.clause_of(start), self.words
        if "to" not in clause[1:] or words.senses is None:
            return False
        object_, verb = clause[: (at := clause.index("to", 1))], clause[at + 1 : at + 2]
        if any(w in words.finite or w in words.modals or w in words.relatives for w in object_):
            return False
        subject = any(w in words.pronouns for w in object_[1:])
        told = bool(verb) and verb[0].isascii() and "v" in words.senses.entry(verb[0]).parts
        return told and not subject and not object_[-1].endswith(("ed", "ing"))

    def said_to_somebody(self, start: int) -> bool:
        """Whether something is said behind the person who is told: avisó a su madre de que; not avisó a su madre."""
        clause = self.tokens.low[start : start + CLAUSE_TOKENS]
        end = next((i for i, w in enumerate(clause) if w in ".;"), len(clause))
        return not self.words.thats.isdisjoint(clause[:end]) or ":" in clause[:end] or self.quotes(start)

    def clause_behind_comma(self, at: int) -> bool:
        """Whether what is said begins behind a comma, as in German: er glaubt, dass; or behind a preposition."""
        at = self.behind_particle(at)
        following = self.tokens.at(at + 1)
        if self.tokens.at(at) in self.words.prepositions and following in self.words.thats:
            return True  # advierten de que
        if self.tokens.at(at) != ",":
            return False
        return following in self.words.thats or following in self.words.pronouns or self.reported(at + 1)

    def behind_particle(self, at: int) -> int:
        """Where a verb of saying ends whose particle stands behind it: räumte ein; wies den Vorwurf zurück."""
        needed = self.words.verb_particles.get(self.tokens.at(at - 1), "").split()
        clause = self.tokens.low[at : at + CLAUSE_TOKENS]
        clause = clause[: clause.index(",")] if "," in clause else []
        return at + len(clause) if clause and clause[-1] in needed else at

    def reported(self, start: int) -> bool:
        """Whether a clause in the mood of reported speech begins at a token: die Werte seien falsch."""
        return any(self.words.modals.get(w) == REPORTED for w in self.clause_of(start)[1:])

    def clause(self, start: int) -> bool:
        """Whether a clause begins at a token: a subject, and a finite verb before the next mark."""
        tokens, words = self.tokens, self.words
        opens = tokens.at(start)
        if not opens or not (opens[0].isalnum()) or opens in self.words.speaker_links or self.mere_state(start):
            return False
        if self._shortened(start):
            return True
        for i in range(start, min(start + CLAUSE_TOKENS, len(tokens))):
            word = tokens.low[i]
            if word in STOPS or (word == "to" and i < start + 2):
                return False
            if i > start and word in words.clause_openers and word not in words.relatives:
                return False  # recalled the chairs after a hinge broke
            if i > start and (word in words.finite or word in words.modals or self._told(i)):
                return True
        after = tokens.at(start + 1)
        return opens in words.pronouns and bool(words.senses and after.isascii() and words.senses.may_be(after, "v"))

    def _told(self, i: int) -> bool:
        """Whether a word is the verb of a clause by its form: began, moved the guns."""
        return self.past(i) or self._regular(i) or self._shortened(i)

    def _regular(self, i: int) -> bool:
        """Whether a word is the regular past of a verb between who did it and what: Russia moved missiles."""
        low, words = self.tokens.low, self.words
        word, before, after = low[i], self.tokens.at(i - 1), self.tokens.at(i + 1)
        if words.senses is None or not word.endswith("ed") or not (word.isascii() and before.isascii()):
            return False
        if not (after.isalpha() and before.isalpha()) or after in words.prepositions or before in words.stop:
            return False
        if self.tokens.raw[i - 1][0].isupper():
            return words.senses.may_be(word, "v")
        told = words.senses.may_be(word, "v") and words.senses.entry(word).parts[:1] not in ("a", "n")
        return told and words.senses.may_be_noun(before)

    def _shortened(self, i: int) -> bool:
        """Whether a word is a pronoun with its verb: it's, they'll."""
        owner, mark, _ = self.tokens.low[i].partition("'")
        return bool(mark) and owner in self.words.pronouns

    def tells(self, span: range) -> bool:
        """Whether words are more than a speaker is called by: one of them can be nothing but a verb."""
        return any(self._is_verb(i, inner=i > span[0]) for i in span)

    def _is_verb(self, i: int, *, inner: bool) -> bool:
        word, words = self.tokens.low[i], self.words
        if word in words.finite or word in words.modals or self._shortened(i):
            return True
        if not inner or words.senses is None or not word.isascii():
            return False
        parts = words.senses.entry(word).parts
        if not parts and word.endswith("s"):
            parts = "".join(words.senses.entry(lemma).parts for lemma in words.senses.lemmas(word))
        elif self.tokens.raw[i][0].isupper():
            return False
        return "v" in parts and _NOUNS.isdisjoint(parts)

    def mere_state(self, i: int) -> bool:
        """Whether a word tells of a state alone, and no subject begins with it: found asleep in the stacks."""
        senses, word, after = self.words.senses, self.tokens.at(i), self.tokens.at(i + 1)
        parts = senses.entry(word).parts if senses and word.isascii() else ""
        alone = after in self.words.prepositions or after in self.words.finite or after in ENDS
        return (parts[:1] == "a" and alone) or word in self.words.prepositions

    def past(self, i: int) -> bool:
        """Whether a word is the irregular past of a verb: began, made it; and no participle: sold through shops."""
        senses, word = self.words.senses, self.tokens.low[i]
        entry = senses.entry(word) if senses and word.isascii() else None
        if not entry or "n" in entry.parts or not any(form.startswith("v") for form in entry.forms):
            return False
        after = self.tokens.at(i + 1)
        led = after.isalpha() and after not in self.words.prepositions
        return not entry.parts or (led and senses is not None and senses.entry(after).parts[:1] != "a")
