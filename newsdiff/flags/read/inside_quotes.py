"""Whether a token of a sentence stands inside quotation marks."""

from newsdiff.flags.sentence.tokens import Tokens


def quoted_token(tokens: Tokens, i: int) -> bool:
    """Whether a token stands inside quotation marks: the last mark before it opens a quotation, and one follows."""
    if '"' not in tokens.low:
        return _single_quoted(tokens, i) if "'" in tokens.low else False
    marks = [n for n, word in enumerate(tokens.low[:i]) if word == '"']
    opens = bool(marks) and tokens.glued(marks[-1] + 1) and not tokens.glued(marks[-1])
    return opens and '"' in tokens.low[i:]


def _single_quoted(tokens: Tokens, i: int) -> bool:
    """The same for single marks, as headlines have them; an apostrophe opens none."""
    before = [n for n in range(i) if tokens.low[n] == "'" and (opens_quotation(tokens, n) or tokens.glued(n))]
    if not before or not opens_quotation(tokens, before[-1]):
        return False
    if before[-1] == i - 1 and tokens.at(i + 1) == "'":
        return False  # 'admits' paying
    return any(tokens.low[n] == "'" and tokens.glued(n) for n in range(i + 1, len(tokens)))


def opens_quotation(tokens: Tokens, i: int) -> bool:
    """Whether a token is a single mark that opens a quotation: a space stands before it, and none behind."""
    return tokens.at(i) == "'" and not tokens.glued(i) and tokens.glued(i + 1)
