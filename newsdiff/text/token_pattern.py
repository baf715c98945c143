"""The expression of a token: what ``tokens`` cuts Latin text with, and ``scripts`` all other."""

_SIGN = r"(?:(?<![^\s(\[“\"‘'])[-+−–](?=[\d.£$€¥₹]))?"
_MARK = r"[#@£$€¥₹]?"
_GROUPED = (  # 3 000: a plain space joins three figures to no more than three before it, or to a group of three
    r"(?<=\d)(?:[\u00a0\u202f\u2009]|(?<=(?<![\d.,])\d) |(?<=(?<![\d.,])\d\d) |(?<=(?<![\d.,])\d\d\d) |(?<= \d\d\d) )"
    r"(?=\d{3}(?!\d))"
)
_JOIN = rf"(?:[’'._@&£$€¥₹\-–‐‑](?=[^\W_])|(?<=\d)[,:/](?=\d)|{_GROUPED})_*"
TOKEN = (
    r"(?:https?://|www\.)[^\s<>\"“”]*[\w/]"
    r"|(?:[^\W\d_]\.){2,}(?:[’'\-‑–][^\W_]+)*"
    rf"|{_SIGN}{_MARK}[^\W_]+(?:{_JOIN}[^\W_]+)*(?:%|‰|°[CF]?)?"
    r"|\s+|\.{2,}|-{2,}|."
)
UNIT = rf"[a-z]+ (?! )|(?:{TOKEN})\s*"  # most words are plain: tried first, twice as fast
