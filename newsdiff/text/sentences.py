"""Text cut into sentences, carefully: ``former U.S. President`` and ``No. 10`` are never cut."""

import re
from itertools import pairwise

_END = re.compile(r"""(?<=[.!?…])(["'”’»)\]]*)\s+(?=["'“‘«(\[¿¡]*[^\W\d_a-z])""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'‘\[—–-])(?:(?:[^\W\d_]\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Cpl|Cmdr|Adm|Rev|Hon|Pres"
    r"|St|Mt|Ft|Jr|Sr|No|Nos|Art|vs|v|etc|al|cf|approx|dept|est|Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Ph\.D|e\.g|i\.e|a\.m|p\.m)\.)$"
)


def sentences(text: str) -> list[str]:
    """Cut one block's text into sentences, stripped; joined by single spaces they give the text back.

    Where that would not hold (a run of spaces between two sentences), no cut is made.
    """
    cuts = [0]
    for end in _END.finditer(text):
        before = text[cuts[-1] : end.start(0)]
        if text[end.end(1) : end.end(0)] == " " and not _ABBREVIATION.search(before):
            cuts.append(end.end(0))
    cuts.append(len(text) + 1)
    return [text[a : b - 1] for a, b in pairwise(cuts)]
