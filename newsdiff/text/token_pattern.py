"""The expression of a token: what ``tokens`` cuts Latin text with, and ``scripts`` all other."""

_SIGN = r"(?:(?<![^\s(\[“\"‘'])[-+−–](?=[\d.£$€¥₹]))?"
_MARK = r"[#@£$€¥₹]?"
_JOIN = r"(?:[’'._@&£$€¥₹\-–‐‑](?=[^\W_])|(?<=\d)[,:/](?=\d)|(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d)))_*"
TOKEN = (
    r"(?:https?://|www\.)[^\s<>\"“”]*[\w/]"
    r"|(?:[^\W\d_]\.){2,}(?:[’'\-‑–][^\W_]+)*"
    rf"|{_SIGN}{_MARK}[^\W_]+(?:{_JOIN}[^\W_]+)*(?:%|‰|°[CF]?)?"
    r"|\s+|\.{2,}|-{2,}|."
)
UNIT = rf"[a-z]+ (?! )|(?:{TOKEN})\s*"  # most words are plain: tried first, twice as fast
