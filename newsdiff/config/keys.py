"""Every key of config.toml, listed once: how its value is read, an example, and what it means."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from newsdiff.config import values
from newsdiff.config.values import DOUBTS
from newsdiff.model import ARCHIVED_ON, DIGESTS


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how its value is read, an example, and what it means."""

    read: Callable[[Any], Any]
    example: str
    meaning: str


FLAG_KEYS = {
    "off": Key(values.flag_kinds, '["added"]', "kinds of flags that you do not want to see"),
    "min_severity": Key(values.severity, '"medium"', "leave out flags below low, medium or high"),
    "severity": Key(values.severities, '{ number = "high" }', "the severity of a kind, whatever its rule says"),
    "words": Key(
        values.word_lists, '{ offices = ["ombudsman"] }', "words of your own, added to a list of the language tables"
    ),
    "language": Key(values.language, '"de"', "the language of the texts, where pages claim none or a wrong one"),
    "rules": Key(values.modules, '["mypackage.rules"]', "Python modules that register rules of your own"),
}
SECTIONS: dict[str, dict[str, Key]] = {
    "fetch": {
        "contact": Key(values.text, '"newsroom@example.org"', "who a publisher can write to; goes into the User-Agent"),
        "delay": Key(values.between(0, 86_400, "seconds"), "5", "seconds between two requests to one host"),
        "deadline": Key(
            values.between(0.1, 3_600, "seconds"),
            "30",
            "seconds after which a page is given up, however slowly it drips",
        ),
        "max_bytes": Key(values.size, "10_000_000", "the largest page, decompressed"),
        "allow_private": Key(values.switch, "false", "fetch loopback and intranet addresses too"),
        "proxy": Key(values.proxy, '"http://proxy.example.org:3128"', "send every request through this proxy"),
        "ca_file": Key(
            values.text, '"/etc/ssl/newsroom.pem"', "certificate authorities to trust in place of the usual ones"
        ),
        "browser": Key(
            values.program, '"/usr/bin/chromium"', "the browser for sites that need one; else the usual places"
        ),
    },
    "watch": {
        "every": Key(
            values.length, '"1h"', "visit each article this often; without it, often when young, seldom when old"
        ),
        "retire_after": Key(values.length, '"365d"', "stop visiting an article that old"),
        "names": Key(values.texts, '["Jane Doe"]', "names that you watch: an edit that touches one is flagged high"),
    },
    "flags": FLAG_KEYS,
    "store": {
        "worktree": Key(values.switch, "true", "keep a checked-out copy to browse and grep; false for large stores"),
        "keep_raw": Key(values.one_of("all", "changed", "none"), '"changed"', "which fetched pages are kept as WARC"),
    },
    "evidence": {
        "sign": Key(values.switch, "false", "sign a tag over the history after each run"),
        "signing_key": Key(values.text, '"keys/newsdiff"', "the SSH key to sign with"),
        "timestamp": Key(
            values.web_address,
            '"https://freetsa.org/tsr"',
            "have this authority stamp the history after each run (RFC 3161): pip install 'newsdiff[evidence]'",
        ),
        "timestamp_ca": Key(values.text, '"freetsa.pem"', "the authority's certificates (PEM), for verify"),
    },
    "archive": {
        "on": Key(values.one_of(*ARCHIVED_ON), '"edit"', "have the archive capture each edit (all: first texts too)"),
        "keys": Key(
            values.text,
            '"${IA_ACCESS_KEY_ID}:${IA_SECRET_ACCESS_KEY}"',
            "of your account there; ${NAME} is read from the environment or .newsdiff/secrets",
        ),
        "cdx": Key(values.web_address, '"https://web.archive.org/cdx/search/cdx"', "its CDX server"),
        "replay": Key(values.web_address, '"https://web.archive.org/web/"', "what stands before a capture's time"),
        "save": Key(values.web_address, '"https://web.archive.org/save"', "its Save Page Now"),
    },
    "display": {
        "tz": Key(values.text, '"Europe/Berlin"', "the zone of times on a terminal; without it, the machine's own"),
    },
}
SITE_KEYS = {
    "remove": Key(
        values.texts, '[".promo", "//aside"]', "CSS selectors or XPath expressions of what is never the story"
    ),
    "body": Key(values.text, '"div.story"', "where the story stands, when newsdiff does not find it"),
    "headline": Key(values.text, '"h1.title"', "where the headline stands"),
    "headers": Key(
        values.pairs, '{ Cookie = "${EXAMPLE_COOKIE}" }', "sent along; ${NAME} is read from the environment"
    ),
    "browser": Key(values.switch, "true", "its pages need JavaScript: pip install 'newsdiff[browser]', and a Chromium"),
    "delay": Key(values.between(0, 86_400, "seconds"), "20", "seconds between two requests to this host"),
    "every": Key(values.length, '"2h"', "visit this host's articles that often"),
    "believe": Key(
        values.doubts, '["shrunk"]', "doubts that the gate need not have about this host: " + ", ".join(DOUBTS)
    ),
    "flags": Key(lambda value: value, '{ off = ["date"] }', "flag settings for this host alone"),
}
NOTIFY_KEYS = {
    "urls": Key(
        values.addresses_of_services,
        '["ntfy://${NTFY_TOKEN}@ntfy.example.org/desk"]',
        "services, as Apprise writes their addresses; ${NAME} is read from the environment or .newsdiff/secrets",
    ),
    "when": Key(lambda value: value, '{ min_severity = "high" }', "which edits; without it, all; its keys stand below"),
    "digest": Key(values.one_of(*DIGESTS), '"day"', "together, once an hour, day or week; without it, each at once"),
    "digest_hour": Key(values.whole(0, 23, "hours"), "8", "the hour of the day, in your zone, of a digest"),
}
WHEN_KEYS = {
    "flags": Key(values.flag_kinds, '["number", "quote"]', "edits with a flag of one of these kinds"),
    "min_severity": Key(values.severity, '"high"', "edits with a flag as grave as this"),
    "min_weight": Key(values.between(0, 10_000, "points"), "60", "edits whose gravest finding weighs as much"),
    "undisclosed": Key(values.switch, "true", "edits that came without a note"),
    "watched": Key(values.switch, "true", "edits that touch one of [watch] names"),
    "kinds": Key(values.revision_kinds, '["removed"]', "kinds of revisions; else edit, revert, removed, restored"),
    "tags": Key(values.texts, '["budget"]', "articles with one of these tags"),
    "hosts": Key(values.hosts, '["news.example"]', "articles of one of these hosts"),
}
