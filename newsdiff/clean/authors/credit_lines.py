"""The shape of a line that says who made an article: names, and what leads up to them, in whatever language.

A name is told by its capitals, what stands before it by being short: a label with a colon (``Tekst: Ida Lund``), or
words of which the last is a small one (``Escrito por Ida Lund``). Whose the pictures are, is told by the stem of a word
that most languages share. The shape alone proves nothing: ``byline_places`` looks where such a line stands.
"""

from newsdiff.clean.authors.author_names import IN_NAMES, is_cased, is_dense_name, is_particle, is_trail
from newsdiff.clean.authors.credits import is_of_pictures
from newsdiff.clean.authors.writers import is_of_writers
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.stamps import WORD
from newsdiff.language.lists import words_by_language
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

_MOST_WORDS = 16  # of a line of several names and what leads up to them
_LABEL_WORDS = 4  # before a colon
_LEAD_WORDS = 4  # before a name without a colon
_SMALL = 7  # letters of the small word before a name
_NAME_WORDS = 9  # of several names with small words between them
_ROLE_WORDS = 5  # of what stands behind a name and a comma
_UNCASED_WORDS = 4  # of a name in a script without capitals
_PAIR = 2  # words
_CUT = lazy_pattern(r"\s*[,;/|·•、，；／]\s*|\s+[–—-]\s+")
_ENDS = lazy_pattern(r"[!?…。！？؟।]|[^\W\d_]{3,}\.\s")  # of sentences: a name's initials are shorter
_BRACKETS = lazy_pattern(r"\s*[(\[（][^)\]）]*[)\]）]")


class Credit(NamedTuple):
    """The names of a line, and whether something leads up to one of them."""

    names: tuple[str, ...]
    led: bool


def credit_of(text: str, language: str | None = None) -> Credit | None:
    """What a line names, where it has the shape of names with what leads up to them; None for any other.

    >>> [credit_of(text) for text in ("Testo: Ida Lund — traduzione di Sam Poe", "Interview: Ida Lund")]
    [Credit(names=('Ida Lund', 'Sam Poe'), led=True), Credit(names=('Ida Lund',), led=True)]
    >>> credit_of("The old harbour and the sea"), credit_of("Fotos: Ida Lund")
    (None, None)
    """
    bare = _BRACKETS.sub("", text).strip().rstrip(".") or text.strip("()（）[] ")
    if not bare or len(WORD.findall(bare)) > _MOST_WORDS or is_label(bare) or any(map(str.isdigit, bare)):
        return None
    if _ENDS.search(bare):
        return None
    names: list[str] = []
    led = False
    for number, part in enumerate(filter(None, _CUT.split(bare))):
        lead, name = _cut_lead(part, language)
        if name and not is_of_pictures(part):
            names.append(name)
            led = led or bool(lead)
        elif len(WORD.findall(part)) > _ROLE_WORDS or (not number and not is_of_writers(part)):
            return None
        else:
            led = led or not number
    return Credit(tuple(names), led) if names else None


def _cut_lead(text: str, language: str | None) -> tuple[str, str]:
    """What leads up to the names of a part of a line, and these; both empty where it names nobody."""
    for colon in (":", "："):
        label, found, rest = text.partition(colon)
        if found:
            named = len(WORD.findall(label)) <= _LABEL_WORDS and (
                _is_name(rest.strip()) or (is_of_writers(label) and is_dense_name(rest.strip()))
            )
            return (label, rest.strip()) if named else ("", "")
    if _is_name(text) and not _is_phrase(text, language):
        return "", text
    words = text.split()
    for size in range(1, min(_LEAD_WORDS, len(words) - 2) + 1):
        small, rest = words[size - 1], " ".join(words[size:])
        if (
            small.islower()
            and small.isalpha()
            and (len(small) <= _SMALL or is_of_writers(small))
            and words[size][0].isupper()
            and _is_name(rest)
            and not _is_phrase(rest, language)
        ):
            return " ".join(words[:size]), rest
    return "", ""


def _is_phrase(name: str, language: str | None) -> bool:
    """Whether it opens with one of the commonest words of the language, or holds one that no name does."""
    commonest = words_by_language("commonest words").get(language or "", frozenset())
    words = WORD.findall(name)
    return words[0].lower() in commonest or any(w.islower() and w in commonest and w not in IN_NAMES for w in words)


def _is_name(text: str) -> bool:
    words = WORD.findall(text)
    if not 2 <= len(words) <= _NAME_WORDS or ":" in text or "@" in text or is_trail(text):
        return False
    if not is_cased(text):
        return len(words) <= _UNCASED_WORDS and (len(words) <= _PAIR or max(map(len, words)) > 1)
    great = [word for word in words if word[0].isupper()]
    small = [word for word in words if not word[0].isupper()]
    if len(great) < 2 or great[-1] is not words[-1] or great[0] is not words[0]:
        return False
    return max(map(len, great)) > 1 and len(small) <= len(great) and all(map(is_particle, small))
