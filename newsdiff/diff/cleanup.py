"""From the shortest edit script to what an editor did.

Equal runs that carry little between two changes are stray matches and are dissolved; a pure insertion or deletion
slides to where a sentence, a clause or a phrase begins; ``12 March`` -> ``March 12th`` is one change, not two.
"""

from collections.abc import Iterator, Mapping, Sequence

from newsdiff.diff.edit_script import Span
from newsdiff.language.form import same_form
from newsdiff.text.tokens import is_word
from newsdiff.text.typography import fold

_WORDS = """
a an and are as at be been but by for from had has have he her his if in into is it its more of on or she so
than that the their them they this to was we were which who will with would you au aux avec ce ces dans de des
du elle en est et il ils la le les ou par pour qu que qui se sur un une als am auf aus bei das dem den der die
ein eine einem einen einer er es für hat im ist mit sich sie sind um und vom von vor wie zu zum zur al como
con del el los las para por su sus y e che di gli nel o per si da do na os uma het een van op te dat att som
är på det av med till
"""
LITTLE = frozenset(_WORDS.split())
"""Words that say little alone, in the languages that news is most often read in here; never a negation."""
_BORDER = "|"  # between the cells of a row: no change runs over it
_FEW_UNITS = 2  # so many of them are never left standing alone between two changes
_LONG_UNITS = 6  # units: a longer run is never light
_DATE_CHARACTERS = 40  # code points: a longer span is no date
_DATE_UNITS = 64  # nor is one of more units, on either side: a unit has a code point at least
_ENDS = (".", "!", "?", "…", "。", "！", "？", ".”", "!”", "?”", '."', '!"', '?"', "\n")
_CLAUSE = (",", ";", ":", "—", "–", "(", ")", "、", "，", "”", "“")


def tidy(found: list[Span], a: Sequence[str], b: Sequence[str], codes: Mapping[str, str]) -> list[Span]:
    """Changed places of the units ``a`` and ``b``, fewer and at better places; units of one code count as equal."""
    forms = set(_forms(found, a, b))
    found = [span for span in _dissolved(sorted([*found, *forms]), a, b) if span not in forms]
    return [_slid(span, found, n, a, b, codes) for n, span in enumerate(found)]


def _forms(found: Sequence[Span], a: Sequence[str], b: Sequence[str]) -> Iterator[Span]:
    """Places where a unit counts as equal though it is written otherwise (and not only in other typography)."""
    i = j = 0
    for i0, i1, j0, j1 in [*found, (len(a), len(a), len(b), len(b))]:
        if a[i:i0] != b[j:j0]:
            for n in range(i0 - i):
                if a[i + n] != b[j + n] and fold(a[i + n]) != fold(b[j + n]):
                    yield i + n, i + n + 1, j + n, j + n + 1
        i, j = i1, j1


def _dissolved(found: Sequence[Span], a: Sequence[str], b: Sequence[str]) -> list[Span]:
    done: list[Span] = []
    for span in found:
        done.append(span)
        while len(done) > 1 and _stray(done[-2], done[-1], a, b):
            (i, _, j, _), (_, i1, _, j1) = done[-2], done.pop()
            done[-1] = i, i1, j, j1
    return done


def _stray(left: Span, right: Span, a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the equal run between two changes is too light to stand: a comma, a lone ``of the``."""
    run = a[left[1] : right[0]]
    if not run:  # a word in another form, right behind: what came or went before it stays apart
        return left[0] < left[1] and left[2] < left[3]
    if len(run) > _LONG_UNITS or (_BORDER in "".join(run) and any(unit.strip() == _BORDER for unit in run)):
        return False
    words = [word for unit in run if is_word(word := unit.rstrip())]
    if len(words) <= _FEW_UNITS and all(word.lower() in LITTLE for word in words):
        return True
    return len(run) <= _FEW_UNITS and _rewritten(left, right, a, b)


def _rewritten(left: Span, right: Span, a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether what went on one side of the run came on the other, and all says the same: a date turned round."""
    turned = (left[2] == left[3] and right[0] == right[1]) or (left[0] == left[1] and right[2] == right[3])
    if not turned or max(right[1] - left[0], right[3] - left[2]) > _DATE_UNITS:
        return False
    old, new = "".join(a[left[0] : right[1]]), "".join(b[left[2] : right[3]])
    return len(old) < _DATE_CHARACTERS and same_form(old, new)


def _slid(
    span: Span, found: Sequence[Span], n: int, a: Sequence[str], b: Sequence[str], codes: Mapping[str, str]
) -> Span:
    """A pure insertion or deletion, moved within its equal surroundings to the best place."""
    i0, i1, j0, j1 = span
    if i1 > i0 and j1 > j0:
        return span
    units, start, end = (a, i0, i1) if i1 > i0 else (b, j0, j1)
    before = found[n - 1] if n else (-1, 0, -1, 0)
    after = found[n + 1] if n + 1 < len(found) else (len(a) + 1, 0, len(b) + 1, 0)
    back = forth = 0

    def same(one: int, other: int) -> bool:
        return codes[units[one]] == codes[units[other]]

    while start - back > 0 and i0 - back - 1 > before[1] - (not n) and same(start - back - 1, end - back - 1):
        back += 1
    while end + forth < len(units) and i1 + forth + 1 < after[0] and same(start + forth, end + forth):
        forth += 1
    if not back and not forth:
        return span
    best = max(range(-back, forth + 1), key=lambda d: (_place(units, start + d) + _place(units, end + d), d == 0, -d))
    return i0 + best, i1 + best, j0 + best, j1 + best


def _place(units: Sequence[str], at: int) -> int:
    """How good a place for a change to begin or end lies before a unit: sentence 4, clause 2, phrase 1."""
    if at in (0, len(units)):
        return 4
    before = units[at - 1].rstrip(" ")
    if before.endswith(_ENDS):
        return 4
    if before.endswith(_CLAUSE) or units[at].startswith(("(", "“", '"', "—")):
        return 2
    return units[at].strip().lower() in LITTLE
