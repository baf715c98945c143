"""Whether a changed hunk holds more than form: words of substance, a name spelled otherwise, a comma that may tell."""

from functools import cache

from newsdiff.language.table import WordTable
from newsdiff.model import Edit, Hunk, Level, Op
from newsdiff.text.lazy_pattern import lazy_pattern

_COMMA = ","
_BEFORE, _BEHIND = lazy_pattern(r"(\w+)$"), lazy_pattern(r"\s*(\w+)")
_NEAR = 40  # code points around a comma in which the word beside it ends


def is_substantial(hunk: Hunk, words: WordTable | None) -> bool:
    """Whether the rules have something to judge in a hunk."""
    if hunk.op is Op.EQUAL:
        return False
    for edit in hunk.edits:
        if edit.op is not Op.EQUAL and (
            edit.level is Level.SUBSTANCE or _respelled(edit) or _may_tell(edit, hunk, words)
        ):
            return True
    return not hunk.edits


def _respelled(edit: Edit) -> bool:
    """Whether a word with a capital is spelled otherwise: it may be a name, and then it is no form."""
    capital = edit.old[:1].isupper() and edit.new[:1].isupper()
    return capital and edit.level is Level.FORM and edit.old.casefold() != edit.new.casefold()


def _may_tell(edit: Edit, hunk: Hunk, words: WordTable | None) -> bool:
    """Whether an edit is a comma that may turn what its sentence says: before *who* or *said*, behind *No*."""
    if edit.level is not Level.FORM or edit.old + edit.new != _COMMA or words is None or words.senses is None:
        return False
    text, at = (hunk.old_text, edit.old_start) if edit.op is Op.DELETE else (hunk.new_text, edit.new_start)
    before, behind = _BEFORE.search(text[max(0, at - _NEAR) : at]), _BEHIND.match(text[at + 1 : at + _NEAR])
    if before is None or behind is None:
        return False
    return before[1].lower() in words.answers or behind[1].lower() in comma_words(words)


@cache
def comma_words(words: WordTable) -> frozenset[str]:
    """What may stand behind a comma that tells: who, said."""
    return (words.relatives | words.sayings.keys()) - {"that"}
