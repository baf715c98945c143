"""Texts that repeat one thing many times: what a hostile page holds, or a broken one."""

from collections.abc import Callable, Sequence

Piece = str | Callable[[int], str]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
PATTERNS: dict[str, Piece] = {
    # words
    "one letter": "a ",
    "one letter without spaces": "a",
    "letters": lambda i: _LETTERS[i % 26] + " ",
    "word": "word ",
    "two words": lambda i: ("alpha ", "beta ")[i % 2],
    "distinct words": lambda i: f"w{i}x ",
    "shouted": "WORD ",
    "hyphenated": "well-known ",
    "chained by hyphens": "a-",
    "chained by apostrophes": "a'",
    "chained by dots": "a.b",
    "stop words": "of the ",
    # names, offices, sources
    "name": "Orsk ",
    "names": "Ann Lee met Bo Ray ",
    "distinct names": lambda i: f"N{_LETTERS[i % 26]}{_LETTERS[i // 26 % 26]}{_LETTERS[i // 676 % 26]}son ",
    "title case": "The Great Word ",
    "list of names": "Ann, Bo, and ",
    "acronyms": "UN ",
    "acronyms with dots": "U.S. ",
    "acronym in brackets": "World Health Organization (WHO) ",
    "possessive": "Gaza's ",
    "president": "former U.S. President Donald Trump said ",
    "honorifics": "Dr. Prof. Sir ",
    "ministers": "Minister of Finance and ",
    "in office": "weeks into his presidency, Trump ",
    "speech": "he said she claimed ",
    "quoted speech": '"No," he said, ',
    "according to": "according to Ann Lee ",
    "denials": "he denied that he did not ",
    "modals": "it may could must ",
    "conditions": "if it may ",
    "opposites": "rose fell ",
    # quotation marks and brackets
    "one letter quoted": '"a ',
    "quoted words": '"word" ',
    "curly quotes": "“word” ",
    "opened only": "“a ",
    "closed only": "a” ",
    "single quotes": "'a' ",
    "single quotes opened only": "'a ",
    "guillemets": "«a» ",
    "nested quotes": "“‘a’ ‘",
    "marks": '"',
    "apostrophes": "'",
    "entities": "&quot;",
    "brackets": "(a) ",
    "opening brackets": "(",
    "square brackets": "[",
    "tags": "<a ",
    # numbers, dates, ages
    "number": "12 ",
    "rising numbers": lambda i: f"{i} ",
    "digits": "1",
    "digits with commas": "1,",
    "thousands": "1,000 ",
    "scales": "million ",
    "money": "$5 ",
    "bounds": "less than 5 percent ",
    "fractions": "a third ",
    "phone numbers": "+1 234 567 8900 ",
    "parts of a total": "The 12 victims - seven men and four women - died, ",
    "dates": "on 12 March 2025 ",
    "months": "March ",
    "days": "3 and ",
    "clock": "10:30 ",
    "years": "2020 ",
    "ages": lambda i: f"Ann Lee, {i % 100}, ",
    "introduced": "a 12-year-old boy ",
    # sentences, notes, lists
    "sentence": "The mayor spoke on Monday. ",
    "distinct sentences": lambda i: f"The mayor of place {i} spoke about {i * 7} people. ",
    "initials": "J. ",
    "dots": ".",
    "exclamations": "! ",
    "dashes": "- ",
    "notes": "Correction: an earlier version of this article said ",
    "labels of a page": "Share ",
    "counters": "12 shares ",
    # addresses and links
    "links": "https://example.org/a?b=c ",
    "links without spaces": "/https://",
    "markdown links": "[square](b) ",
    "mail": "a@b.c ",
    "mail without spaces": "a@b.",
    # scripts
    "emoji": "😀",
    "families": "👩‍👩‍👧",
    "combining": "e\u0301",
    "Chinese": "中文",
    "Chinese sentences": "他说。",
    "Japanese": "日本の",
    "Thai": "ไทย",
    "Arabic": "قال ",
    "Cyrillic": "Слово ",
    "French": "l'ancien ",
}


def repeated(name: str, times: int) -> list[str]:
    """The pieces of a text that repeats a pattern."""
    piece = PATTERNS[name]
    return [piece if isinstance(piece, str) else piece(i) for i in range(times)]


def _other(piece: str, i: int) -> str:
    """A piece written otherwise: another digit, one letter more, another mark."""
    core = piece.strip()
    return (core + (f"{i % 9}" if core[-1:].isdigit() else "x" if core[-1:].isalpha() else "z") + " ") if core else "z "


EDITS: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "a word came": lambda parts: [*parts[: len(parts) // 2], " critical ", *parts[len(parts) // 2 :]],
    "every seventh": lambda parts: [_other(p, i) if i % 7 == 3 else p for i, p in enumerate(parts)],
    "every third went": lambda parts: [p for i, p in enumerate(parts) if i % 3],
    "turned round": lambda parts: [*parts[len(parts) // 2 :], " critical ", *parts[: len(parts) // 2]],
    "all": lambda parts: [_other(p, i) for i, p in enumerate(parts)],
}
