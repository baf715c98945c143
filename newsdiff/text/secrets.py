"""Which values in a URL are secrets: told by the name that a value goes by, by its look, and by what the path tells.

A name is read word by word (``accessToken``, ``api_key``), so ``author``, ``keyword`` and ``design`` are none. Where a
name says nothing, only a value that looks drawn by lot is one, and only where the path names the article by itself:
else that value may be all that tells two articles apart.
"""

import re

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.percent import encode_query
from newsdiff.text.word_lists import listed

MARK = "***"
_MARKED = lazy_pattern(r"\*{3}(?:[0-9a-f]{4}){0,2}")
_WORDS = lazy_pattern(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")

# A secret whatever its value, and never what tells articles apart: the same page is behind each of them.
_PASSES = frozenset(
    listed(
        "auth authorization bearer cookie credential credentials creds csrf hmac jwt nonce oauth otp passphrase passwd"
        " password pwd saml secret sess session sig signature sso xsrf"
    )
)
_PASS_ENDS = listed("signature password passwd secret sessid sessionid session")
_TOKEN_ENDS = listed("token tokens apikey authkey accesskey licensekey")  # a secret whatever its value
_KEYS = frozenset(listed("key pass pin pw sid ticket"))  # a secret unless its value is an ordinary one
_OF_KEYS = frozenset(
    listed("access api app auth client consumer feed member private rss security stream subscription user")
)
# What may carry a secret, or a number: one if it looks drawn by lot.
_DOORS = frozenset(listed("access code gift grant invite k member s share sk st subscriber t unlock unlocked verify"))
_IDENTITIES = frozenset(
    listed("article doc document guid id ids item news page path post q query ref slug story title uri url uuid")
)
_CHECKS = frozenset(listed("checksum hash rev ver version"))  # of a page's content, or of the other parameters

_SWITCH = lazy_pattern(r"(?i:true|false|yes|no|on|off|null|[01])")
_ORDINARY = lazy_pattern(r"[0-9]{1,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[A-Za-z]+(?:[-_+][A-Za-z]+)+")
_JWT = lazy_pattern(r"eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*")
_CREDENTIAL = lazy_pattern(
    r"(?:sk|pk|rk)_(?:live|test)_\w{16,}|gh[pousr]_\w{20,}|AKIA[0-9A-Z]{16}|xox[abprs]-[\w-]{10,}"
)
_RUN = lazy_pattern(r"[A-Za-z0-9_-]{20,}")
_CHANGE = lazy_pattern(r"[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|[0-9](?=[A-Za-z])")
_DRAWN_SHARE = 0.3  # of places at which letters change their case, or into digits: words have fewer
_DATE = lazy_pattern(r"/(?:19|20)[0-9]{2}[/-](?:0?[1-9]|1[0-2]|[a-z]{3})[/-]")
_LONG_NUMBER = lazy_pattern(r"[0-9]{5}")
_LOOK = 2048  # characters of a value that are looked at
_PARTS = lazy_pattern(r"([^?#]*)([^#]*)(.*)", re.DOTALL)  # path and all before it, query, fragment
_PATH_PARAMETER = lazy_pattern(r"(?<=;)([^=;/]*)=([^;/]*)")
_PARAMETER = lazy_pattern(r"(?<=[?&;#])([^=?&;#]*)(=?)([^&;]*)")
_MAX_DEPTH = 2  # of addresses that stand in values of addresses


def without_secrets(url: str, path: str, *, digits: bool) -> str:
    """``url`` with a mark in place of each secret among its parameters (of path, query and fragment).

    ``path`` is its path in one spelling. ``digits``: with the first digits of a secret's digest where two articles may
    differ in nothing else; fewer for a short value, which could be guessed.
    """
    return _Marking(telling(path), digits).of(url)


def telling(path: str) -> bool:
    """Whether a path names an article by itself: by a date, a long number, or three words or more."""
    words = (segment.replace("_", "-").split("-") for segment in path.split("/"))
    return bool(_DATE.search(path) or _LONG_NUMBER.search(path)) or any(sum(map(bool, some)) >= 3 for some in words)


class _Marking:
    """How the secrets of one URL are marked."""

    def __init__(self, telling: bool, digits: bool) -> None:
        self._telling = telling  # the path names the article by itself
        self._digits = digits
        self._depth = 0

    def of(self, url: str) -> str:
        """A URL with its secrets marked."""
        found = _PARTS.fullmatch(url)
        assert found is not None, "it takes any text"
        before, query, fragment = found.groups()
        if ";" in before:
            before = _PATH_PARAMETER.sub(lambda m: f"{m[1]}={self._visible_value(m[1], m[2])}", before)
        return before + "".join(_PARAMETER.sub(self._parameter, part) if part else "" for part in (query, fragment))

    def _parameter(self, match: re.Match[str]) -> str:
        name, equals, value = match.groups()
        return f"{name}={self._visible_value(name, value)}" if equals else self._visible_value("", name + value)

    def _visible_value(self, name: str, written: str) -> str:
        """What is shown of a value: itself, or a mark."""
        value = encode_query(written)
        if not value or _MARKED.fullmatch(value) or _SWITCH.fullmatch(value):
            return written
        words = _words_of(encode_query(name))
        if words & _PASSES or any(word.endswith(_PASS_ENDS) for word in words):
            return MARK
        if _is_secret(words, value[:_LOOK], self._telling):
            return MARK + (_digest(value) if self._digits else "")
        return self._nested(written)

    def _nested(self, written: str) -> str:
        """A value that may be an address with secrets of its own, as a link that counts clicks has."""
        from urllib.parse import quote, unquote

        if self._depth == _MAX_DEPTH or ("=" not in (inner := unquote(written)) and "%3D" not in inner):
            return written
        self._depth += 1
        shown = self.of(inner)
        self._depth -= 1
        return written if shown == inner else quote(shown, safe="/:@!$'()*,", errors="replace")


def _is_secret(words: set[str], value: str, alone: bool) -> bool:
    if any(word.endswith(_TOKEN_ENDS) for word in words) or ("key" in words and words & _OF_KEYS):
        return True
    if _JWT.search(value) or _CREDENTIAL.search(value):
        return True
    if not words & _DOORS and (words & _IDENTITIES or any(w.endswith("id") and w not in _KEYS for w in words)):
        return False
    if words & _KEYS:
        return not _ORDINARY.fullmatch(value)
    return ((alone and not words & _CHECKS) or bool(words & _DOORS)) and is_drawn(value)


def _words_of(name: str) -> set[str]:
    """The words of a parameter's name, in lower case; joined ones (``sessionid``) stay one."""
    return {word.lower() for word in _WORDS.findall(name)}


def is_drawn(value: str) -> bool:
    """Whether a value looks drawn by lot, as keys are, not like words or a number."""
    for run in _RUN.findall(value):
        digits = sum(map(str.isdigit, run))
        if 2 <= digits < len(run) and len(_CHANGE.findall(run)) >= _DRAWN_SHARE * len(run):
            return True
    return False


def _digest(value: str) -> str:
    import hashlib  # few texts have an address with a secret

    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()[: 8 if len(value) >= 16 else 4]
