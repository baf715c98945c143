"""All phrases of a word table, looked up in a sentence in one pass."""

from collections.abc import Collection, Mapping
from functools import cache

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import PHRASES, WordTable

Hit = tuple[int, int, str]  # first token, one past the last, class
REPORTED = "reported"  # the class of modals that tell what is but said to be
_OWNERS = frozenset(("calendar", "parts"))  # lists of which a word may own something
_MOST_SILENT = 20_000  # words that are remembered: about as many as are in common use
_DIGITS = frozenset("0123456789")
Entry = tuple[list[str], str, str]  # the tokens behind the first, list, class
_Phrases = tuple[list[tuple[str, str]], dict[str, list[Entry]]]  # that begin with a word: it alone, longer ones
_NOTHING: _Phrases = ([], {})


class PhraseIndex:
    """The phrases of a table by their first token, and by their second where they have one; the longest first.

    Most phrases are one plain word. They stay in their lists: to look up there what a text holds takes a tenth of the
    time that it takes to make an index of them all.
    """

    __slots__ = (
        "_conditional",
        "_cut",
        "_first",
        "_heads",
        "_known",
        "_lists",
        "_offices",
        "_prefixes",
        "_silent",
        "_single",
    )

    def __init__(self, words: WordTable) -> None:
        self._conditional = words.conditional_endings, words.unconditional
        self._offices = words.offices
        self._heads = words.office_heads
        self._prefixes = words.standing_prefixes
        self._silent: set[str] = set()  # words that were met and begin no phrase: most words of a text
        self._first: dict[str, _Phrases] = {}  # by words that were met
        self._lists: list[tuple[str, Mapping[str, str]]] = [(name, getattr(words, name)) for name in PHRASES]
        numerals = (words.decades, words.cardinals, words.scales, words.fractions, words.vague, words.ranks)
        self._single: tuple[tuple[str, tuple[Collection[str], ...]], ...] = (
            ("calendar", (words.months, words.weekdays, words.clock)),
            ("near", (words.nearness,)),
            ("numeral", numerals),
            ("rank", (words.honorifics, words.standings, words.post_nominals)),
        )
        longer = [(p, name, value) for name, phrases in self._lists for p, value in phrases.items() if not _is_plain(p)]
        known = set[str]().union(*(phrases for _, phrases in self._lists)).difference(phrase for phrase, *_ in longer)
        longer += [(phrase, "rank", standing) for phrase, standing in words.standings.items() if " " in phrase]
        self._cut: dict[str, list[tuple[str, str, str]]] = {}  # other phrases by their first token
        for entry in longer:
            head = entry[0].partition(" ")[0]
            self._cut.setdefault(head if _is_plain(head) else Tokens(head).low[0], []).append(entry)
        self._known = known.union(self._cut, *(words for _, several in self._single for words in several))

    def _of(self, word: str) -> "_Phrases | None":
        """The phrases that begin with a word; None where there are none."""
        found = self._first.get(word)
        if found is None and word in self._known:
            found = self._first[word] = self._read(word)
        return found

    def _read(self, word: str) -> _Phrases:
        alone = [(name, phrases[word]) for name, phrases in self._lists if word in phrases] if _is_plain(word) else []
        longer: dict[str, list[Entry]] = {}
        cut = [(_tokens(phrase)[1:], name, value) for phrase, name, value in self._cut.get(word, ())]
        for entry in sorted(cut, key=lambda e: -len(e[0])):
            rest, name, value = entry
            if rest:
                longer.setdefault(rest[0], []).append(entry)
            else:
                alone.append((name, value))
        alone += [(name, "") for name, several in self._single if any(word in words for words in several)]
        return alone, longer

    def find(self, low: list[str]) -> dict[str, list[Hit]]:
        """Every phrase of a text by its list, without overlap inside a list; the longest wins.

        Besides the lists of phrases there are ``calendar``, ``near``, ``numeral``, ``rank`` and ``figure`` (digits).
        """
        found: dict[str, list[Hit]] = {}
        prefixes, (endings, unconditional) = self._prefixes, self._conditional
        silent, met = self._silent, self._first
        for i, word in enumerate(low):
            if word in silent:
                continue
            if word[0] in _DIGITS:
                found.setdefault("figure", []).append((i, i + 1, ""))
            if entry := met.get(word) or self._of(word):
                alone, longer = entry
                if longer and i + 1 < len(low):
                    for rest, name, value in longer.get(low[i + 1], ()):
                        past = i + 1 + len(rest)
                        if low[i + 1 : past] == rest:
                            _note(found, name, (i, past, value))
                for name, value in alone:
                    _note(found, name, (i, i + 1, value))
            elif word.endswith("'s") and (owner := (self._of(word[:-2]) or _NOTHING)[0]):
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


def _is_plain(phrase: str) -> bool:
    """Whether a phrase is one token, and as it stands."""
    return phrase.isascii() and phrase.isalpha()


def _tokens(phrase: str) -> list[str]:
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
