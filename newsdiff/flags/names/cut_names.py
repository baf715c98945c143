"""Names of which one side has the long form and the other one a cut form: Ocean Rd, N. Korea, Man City, the Fed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from newsdiff.flags.forms.cut_words import contracted, cut, opens
from newsdiff.flags.lazy import lazy
from newsdiff.flags.read.names import NAME_WORDS
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence

_DRAWN_PART_LETTERS = 2  # letters of a part of a compound, on the average, that a word with capitals inside begins
_CLIPPED_LETTERS = 3  # of a name that goes by its first letters: more may be another one's, as York, Yorkshire
_CUT_WORDS = 50  # words with one first and one last letter that are tried as the long form of a cut one


class CutNames:
    """What the other side of a passage has of names that are cut, or written out: its words in lower case, those that
    came with it, and what stands with a capital before its capitalised ones.
    """

    def __init__(
        self, other: Sequence[Sentence], low: frozenset[str], came: frozenset[str], before: Mapping[str, set[str]]
    ) -> None:
        self._other, self._low, self._came, self._before = other, low, came, before

    def short(self, name: Value, missing: Sequence[str], *, otherwise: bool) -> bool:
        """Whether the missing words stand there cut, or written out: Ocean Rd, Ocean Road; 40 Pts, 40 points;
        ``otherwise`` when more of the name's words stand there in another form.
        """
        whole = len(name.parts) > 1
        if all(
            self._is_cut(p, whole=whole) or self._dotted(name, p) or self._opened(name, p) or self._drawn(name, p)
            for p in missing
        ):
            return True
        if len(missing) == len(name.parts) and self._clipped(name):
            return True
        shortened = whole and (otherwise or any(self._is_cut(p, whole=True) for p in missing))
        return shortened and all(map(self._cut_or_opened, missing))

    def _dotted(self, name: Value, word: str) -> bool:
        """Whether a word is cut by a full stop on either side: *N. Korea*, *North Korea*; *Tex.*, *Texas*."""
        low, mine = self._low, name.sentence.tokens
        near = range(name.first, min(name.last + 1, name.first + NAME_WORDS))
        if any(mine.low[i] == word and mine.cut(i) for i in near) and any(w.startswith(word) for w in self._came):
            return True
        cut = [(s.tokens, i) for s in self._other for i in s.tokens.capitals if word.startswith(s.tokens.low[i])]
        return any(t.cut(i) and (len(t.low[i]) > 1 or t.at(i + 2) in name.parts) for t, i in cut if word not in low)

    def _opened(self, name: Value, word: str) -> bool:
        """Whether a word before one that is kept stands there cut to its first letters: *Man City*, *N American*."""
        tokens = name.sentence.tokens
        places = range(name.first, min(name.last + 1, name.first + NAME_WORDS))
        at = next((i for i in places if tokens.bare[i] == word), -1)
        behind = tokens.bare[at + 1] if 0 <= at < len(tokens) - 1 and tokens.raw[at + 1][0].isupper() else ""
        return any(w and (opens(word, w) or opens(w, word) or w == word[0]) for w in self._before.get(behind, ()))

    def _clipped(self, name: Value) -> bool:
        """Whether a name came that is cut to the first letters of one, or one that it is cut from: the Fed, the Federal
        Reserve; Vic, Victoria.
        """
        first, alone = name.parts[0], len(name.parts) == 1
        if alone and len(first) == _CLIPPED_LETTERS and any(opens(first, w) and w in self._before for w in self._came):
            return True
        clipped = (w for w in self._before if len(w) == _CLIPPED_LETTERS and w in self._came)
        return any(opens(w, first) and self._stands_alone(w) for w in clipped)

    def _stands_alone(self, word: str) -> bool:
        """Whether a word has no other one with a capital beside it on the other side."""
        return self._before[word] <= {"", "the"} and not any(word in before for before in self._before.values())

    def _drawn(self, name: Value, word: str) -> bool:
        """Whether a word with capitals inside is drawn from the letters of one that came: BVerfG."""
        raw = name.sentence.tokens.raw[name.first]
        if name.first != name.last or sum(map(str.isupper, raw)) < 2 or raw.isupper():
            return False
        from newsdiff.flags.forms.acronyms import of_compound

        return any(of_compound(word, w, _DRAWN_PART_LETTERS) for w in self._came)

    def _cut_or_opened(self, word: str) -> bool:
        came = islice((w for w in self._came if w[0] == word[0]), _CUT_WORDS)
        return self._is_cut(word, whole=True) or any(opens(word, w) or opens(w, word) for w in came)

    def _is_cut(self, word: str, *, whole: bool) -> bool:
        near = islice(self._by_ends.get((word[0], word[-1]), ()), _CUT_WORDS)
        return any(cut(word, w) or (whole and cut(w, word)) or contracted(word, w) or contracted(w, word) for w in near)

    @lazy
    def _by_ends(self) -> dict[tuple[str, str], list[str]]:
        """The words that came with the other side, by their first and last letter."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for word in sorted(self._came):
            found[word[0], word[-1]].append(word)
        return found
