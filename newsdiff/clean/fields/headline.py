"""The headline: what the page shows as its title. Metadata only tells which of the headings it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsdiff.clean.fields.great_print import great_line
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.pieces import pieces, spaced
from newsdiff.clean.fields.site_names import SiteNames, letters
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.text.lazy_pattern import lazy_pattern

_WORDS = lazy_pattern(r"\w+")
_LIKE_SHARE = 0.5  # share of words that a heading has in common with a title of the metadata
_SAME_SHARE = 0.85  # the same, for a block that is no first-level heading
_NEAR_LEAVES = 15  # above the text, within which the only first-level heading is the headline, whatever metadata says
_GREAT_LEAVES = 8  # of the text, within which a line in great print may still be the headline: lists may lie before
_CUT = lazy_pattern(r"\s*[:|]\s+|\s+[–—-]\s+")
_SITE = lazy_pattern(r"\s+(?:[|·»«—–•:]|-|::)\s+")


@dataclass(frozen=True, slots=True)
class Headline:
    """The text, the numbers of the leaves that show it (none when only metadata tells it), and the line over it."""

    text: str
    numbers: frozenset[int]
    kicker: str = ""


def find_headline(found: Sequence[Leaf], first: int, fields: Fields) -> Headline:
    """The headline of a page whose text begins at leaf ``first``."""
    groups = _titles(found, fields)
    best = max(
        groups, key=lambda group: (_likeness(_joined(found, group), fields), -abs(first - group[0])), default=None
    )
    if best is None or _likeness(_joined(found, best), fields) < _LIKE_SHARE:
        near = [
            group
            for group in groups
            if first - _NEAR_LEAVES <= group[0] <= first and len(_joined(found, group).split()) >= 3
        ]
        best = near[0] if len(near) == 1 else None
    if best is not None:
        text = _joined(found, best)
        same = [number for group in groups if _joined(found, group) == text for number in group]
        return _without_kicker(found, best, frozenset(same), fields)
    for number in range(max(0, first - _NEAR_LEAVES), min(first + 3, len(found))):
        leaf = found[number]
        if len(leaf.text.split()) < 3 or len(leaf.text) >= 300:
            continue
        shown = _without_kicker(found, [number], frozenset((number,)), fields)
        if _likeness(shown.text, fields) >= _SAME_SHARE:
            return shown
    great = great_line(found, range(max(0, first - _NEAR_LEAVES), min(first + _GREAT_LEAVES, len(found))))
    if great is not None:
        return Headline(found[great].text, frozenset((great,)))
    return Headline(_metadata_title(fields), frozenset())


def named_headline(found: Sequence[Leaf], text: str) -> Headline:
    """The headline that a site's rules name, and the leaves that show it."""
    return Headline(text, frozenset(number for number, leaf in enumerate(found) if leaf.text == text))


def _without_kicker(found: Sequence[Leaf], group: list[int], same: frozenset[int], fields: Fields) -> Headline:
    """A heading as it is read: what stands over the title in an element of its own is none where metadata say so.

    Where they tell the same words with a colon between kicker and title, that is the headline, unless what the page
    tells machines of the article calls the title alone so.
    """
    shown = [found[number] for number in group]
    text = " ".join(map(spaced, shown))
    parts = [part.text for leaf in shown for part in pieces(leaf) if any(map(str.isalnum, part.text))]
    if len(parts) < 2:
        return Headline(text, same)
    titles = [_words(title) for title in fields.titles]
    rest = text[text.index(parts[0]) + len(parts[0]) :].strip(" |·•:-–—") if parts[0] in text else ""
    if rest and _words(rest) == _words(fields.headline):
        return Headline(rest, same, parts[0])
    if _words(text) in titles:
        return Headline(fields.titles[titles.index(_words(text))], same)
    if rest and _words(rest) in [_words(part) for title in fields.titles for part in (title, *_cuts(title))]:
        return Headline(rest, same, parts[0])
    return Headline(text, same)


def _cuts(title: str) -> list[str]:
    """What stands behind the colons and dashes of a title, and the title without the name of the site."""
    return [*(title[cut.end() :] for cut in _CUT.finditer(title)), *_parts(title)]


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def _groups(found: Sequence[Leaf]) -> list[list[int]]:
    """Numbers of neighbouring first-level leaves: one heading each."""
    groups: list[list[int]] = []
    for number, leaf in enumerate(found):
        if leaf.heading != 1:
            continue
        if groups and groups[-1][-1] == number - 1 and _h1(found[number - 1]) is _h1(leaf):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _titles(found: Sequence[Leaf], fields: Fields) -> list[list[int]]:
    """The first-level headings without the site's own name, which a logo often is, unless a title says no more."""
    sites, told = SiteNames(fields), {letters(title) for title in fields.titles}
    named = [(group, _joined(found, group)) for group in _groups(found)]
    return [group for group, text in named if text not in sites or letters(text) in told]


def _h1(leaf: Leaf) -> object:
    return next(e for e in (leaf.element, *leaf.element.iterancestors()) if e.tag == "h1")


def _joined(found: Sequence[Leaf], numbers: list[int]) -> str:
    return " ".join(found[number].text for number in numbers)


def _likeness(text: str, fields: Fields) -> float:
    """The best likeness of a text to a title of the metadata, 0 to 1 (Dice, on words), site names taken off."""
    mine = frozenset(_words(text))
    told = (theirs for theirs in _words_of_titles(fields.titles) if mine and theirs)
    return max((2 * len(mine & theirs) / (len(mine) + len(theirs)) for theirs in told), default=0.0)


@lru_cache(maxsize=2)  # a page's titles are compared with many of its lines
def _words_of_titles(titles: tuple[str, ...]) -> list[frozenset[str]]:
    """The words of each title, whole and without the name of a site."""
    return [frozenset(_words(told)) for title in titles for told in (title, *_parts(title))]


def _parts(title: str) -> list[str]:
    """A title without the name of the site before or behind it."""
    cuts = list(_SITE.finditer(title))
    parts = [title[: cuts[-1].start()], title[cuts[0].end() :], title[: cuts[0].start()]] if cuts else []
    return [part for part in parts if len(part) >= len(title) / 2]  # a shorter one may be the site's name


def _metadata_title(fields: Fields) -> str:
    """The title that metadata tells, for a page that shows none."""
    if not fields.titles:
        return ""
    title = fields.titles[0]
    cuts = list(_SITE.finditer(title))
    return title[: cuts[-1].start()] if cuts and cuts[-1].start() > len(title) / 2 else title
