"""All phrases of a word table, looked up in a sentence in one pass."""

from functools import cache

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import PHRASES, WordTable

Hit = tuple[int, int, str]  # first token, one past the last, class
REPORTED = "reported"  # the class of modals that tell what is but said to be
_OWNERS = frozenset(("calendar", "parts"))  # lists of which a word may own something
_MOST_SILENT = 20_000  # words that are remembered: about as many as are in common use
_DIGITS = frozenset("0123456789")
_NOTHING: "tuple[list[tuple[str, str]], dict[str, list[Entry]]]" = ([], {})
Entry = tuple[list[str], str, str]  # the tokens behind the first, list, class


class PhraseIndex:
    """The phrases of a table by their first token, and by their second where they have one; the longest first."""

    __slots__ = ("_conditional", "_first", "_heads", "_offices", "_prefixes", "_silent")

    def __init__(self, words: WordTable) -> None:
        self._conditional = words.conditional_endings, words.unconditional
        self._offices = words.offices
        self._heads = words.office_heads
        self._prefixes = words.standing_prefixes
        self._silent: set[str] = set()  # words that were met and begin no phrase: most words of a text
        self._first: dict[str, tuple[list[tuple[str, str]], dict[str, list[Entry]]]] = {}
        for name in PHRASES:
            for phrase, value in getattr(words, name).items():
                self._add(_cut(phrase), name, value)
        for phrase, standing in words.standings.items():
            if " " in phrase:
                self._add(_cut(phrase), "rank", standing)
        for name, single in (
            ("calendar", (*words.months, *words.weekdays, *words.clock)),
            ("near", words.nearness),
            (
                "numeral",
                {*words.decades, *words.cardinals, *words.scales, *words.fractions, *words.vague, *words.ranks},
            ),
            ("rank", {*words.honorifics, *(s for s in words.standings if " " not in s), *words.post_nominals}),
        ):
            for word in single:
                self._of(word)[0].append((name, ""))
        for _, longer in self._first.values():
            for entries in longer.values():
                entries.sort(key=lambda e: -len(e[0]))

    def _add(self, phrase: list[str], name: str, value: str) -> None:
        alone, longer = self._of(phrase[0])
        if len(phrase) > 1:
            longer.setdefault(phrase[1], []).append((phrase[1:], name, value))
        else:
            alone.append((name, value))

    def _of(self, word: str) -> tuple[list[tuple[str, str]], dict[str, list[Entry]]]:
        """The phrases that begin with a word."""
        found = self._first.get(word)
        if found is None:  # a setdefault would make a list and a dict for each of two thousand phrases
            found = self._first[word] = ([], {})
        return found

    def find(self, low: list[str]) -> dict[str, list[Hit]]:
        """Every phrase of a text by its list, without overlap inside a list; the longest wins.

        Besides the lists of phrases there are ``calendar``, ``near``, ``numeral``, ``rank`` and ``figure`` (digits).
        """
        found: dict[str, list[Hit]] = {}
        look, prefixes, (endings, unconditional) = self._first.get, self._prefixes, self._conditional
        silent = self._silent
        for i, word in enumerate(low):
            if word in silent:
                continue
            if word[0] in _DIGITS:
                found.setdefault("figure", []).append((i, i + 1, ""))
            if entry := look(word):
                alone, longer = entry
                if longer and i + 1 < len(low):
                    for rest, name, value in longer.get(low[i + 1], ()):
                        past = i + 1 + len(rest)
                        if low[i + 1 : past] == rest:
                            _note(found, name, (i, past, value))
                for name, value in alone:
                    _note(found, name, (i, i + 1, value))
            elif word.endswith("'s") and (owner := look(word[:-2], _NOTHING)[0]):
                for name, value in owner:
                    if name in _OWNERS:
                        _note(found, name, (i, i + 1, value))  # Friday's, night's
            elif endings and word.endswith(endings) and word not in unconditional:
                _note(found, "modals", (i, i + 1, REPORTED))
            elif prefixes and (office := self._compound(word)):
                _note(found, "offices", (i, i + 1, office))
            elif word[0] not in _DIGITS and len(silent) < _MOST_SILENT:
                silent.add(word)
        return found

    def _compound(self, word: str) -> str:
        """The class of an office that is one word with its standing, or with what it is for: vicepresidenta,
        Verkehrsministerin; nothing of another word.
        """
        for prefix, standing in self._prefixes.items():
            rest = word.removeprefix(prefix)
            if rest != word and (office := self._offices.get(rest) or self._headed(rest)):
                return f"{standing}/{office}"
        return self._headed(word)

    def _headed(self, word: str) -> str:
        """The class of an office that ends as one: its head, and what stands before it."""
        if not self._heads or not word.endswith(self._heads):
            return ""
        head = max((h for h in self._heads if word.endswith(h)), key=len)
        return f"{self._offices[head]}/{word[: -len(head)].removesuffix('s')}" if head != word else self._offices[head]


def _cut(phrase: str) -> list[str]:
    """The tokens of a phrase; most are made of letters and spaces, and need no expression."""
    plain = phrase.isascii() and phrase.replace(" ", "").isalpha()
    return phrase.split() if plain else Tokens(phrase).low


def _note(found: dict[str, list[Hit]], name: str, hit: Hit) -> None:
    """Keep a phrase, unless a longer one of its list covers it."""
    hits = found.setdefault(name, [])
    if not hits or hits[-1][1] <= hit[0]:
        hits.append(hit)


@cache
def index(words: WordTable) -> PhraseIndex:
    """The index of a table, made once."""
    return PhraseIndex(words)
