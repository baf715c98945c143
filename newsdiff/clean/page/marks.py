"""What the gate looks at: signs that a page is no article, or not a whole one.

A mark is given with care, for a page that bears one may wait for a person: an article that tells of cookies, of a
log-in or of a captcha is no wall. A wall is SHORT, speaks to its reader, and says hardly anything else.
"""

import re
from collections.abc import Iterator, Sequence

from newsdiff.clean.garbled import text_marks
from newsdiff.clean.lines.patterns import is_correction, words
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import Block, BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern

STUB_WORDS = 30  # words of text, below which there is hardly an article
WALL_WORDS = 400  # words that a wall has at most: a consent wall lists its purposes
NOTICE_CHARACTERS = 300  # characters that a notice has at most
BARE_WORDS = 120  # words that a captcha or a log-in page has at most
# A consent wall speaks as "we" to "you"; an article on cookies does so in quotation marks only.
_CONSENT = lazy_pattern(
    r"\bwe (?:and our \w+ )?(?:use|store|process|set|place) (?:\w+ )?(?:cookies|personal data|information)"
    r"|we and our (?:\d[\d,.]* )?(?:\w+ )?partners|store and/or access information on a device|(?:click|select"
    r"|choose|by clicking) [\"'“‘]?(?:accept|agree|allow|reject|i accept|manage)"
    r"|you (?:may|can) (?:accept|reject|refuse|manage|change|withdraw)|your privacy (?:choices|is important|matters)"
    r"|we (?:value|care about|respect) your privacy|(?:give|withdraw|manage|change) your (?:consent|choices"
    r"|preferences)|before you continue|your consent|your device|your choices"
    r"|wir verwenden cookies|wir und unsere (?:\d+ )?partner|ihre (?:einwilligung|privatsphäre)"
    r"|nous (?:et nos (?:\d+ )?partenaires )?utilisons des cookies|nos (?:\d+ )?partenaires|votre (?:consentement"
    r"|vie privée)|utilizamos cookies|nuestros (?:\d+ )?socios|su consentimiento|tu consentimiento|tu privacidad",
    re.IGNORECASE,
)
_QUOTED = lazy_pattern(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|‘[^’]{3,}’(?!\w)")
_CAPTCHA = lazy_pattern(
    r"verif(?:y|ying) (?:that )?you are (?:a |not a )?(?:human|robot)|checking (?:your browser"
    r"|if the site connection)|enable javascript and cookies to continue|just a moment\s*\.\.\.|unusual (?:traffic"
    r"|activity) from"
    r"|are you a (?:robot|human)|(?:i am|i[’']m|you are|you[’']re) not a (?:robot|bot)"
    r"|complete the (?:security check|captcha)|needs to review the security of your connection|ddos protection by"
    r"|attention required!|pardon our interruption"
    r"|please (?:enable|turn on) (?:js|javascript|cookies)|access (?:to this page has been |is )?denied"
    r"|request (?:was |has been )?blocked|you have been blocked|reference #[\d.a-f]+|\bray id\b|sind sie ein mensch"
    r"|êtes-vous un robot|no soy un robot",
    re.IGNORECASE,
)
_LOGIN = lazy_pattern(
    r"(?:log|sign)(?:ged)? in to (?:your account|continue|read|view|access)|please (?:log|sign) in|(?:log"
    r"|sign) in (?:or|to) (?:create|register|sign up)|create (?:a|an|your) (?:free )?account"
    r"|forgot(?:ten)? (?:your )?password|register (?:for free )?to (?:continue|read)"
    r"|(?:bitte )?melden sie sich an|passwort vergessen|connectez-vous|mot de passe oublié|inicia(?:r)? sesión"
    r"|olvid(?:ó|aste) (?:su|tu) contraseña",
    re.IGNORECASE,
)
_PAYWALL = lazy_pattern(
    r"(?:subscribe|subscription|register|sign up|log in|join)\b.{0,40}\b(?:to (?:continue|keep|finish) reading"
    r"|to (?:read|view|access|unlock) (?:the|this|our|all)|for (?:full|unlimited) access)|to (?:continue reading"
    r"|read (?:the )?(?:full|rest|whole)|view the full|unlock)\b.{0,60}\b(?:subscri|register|log in|sign in|sign up"
    r"|become|join|pay)"
    r"|(?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our |paying "
    r"|paid )?(?:subscribers|members)|(?:subscribers|members)[- ]only|you[’']ve (?:reached|read) (?:your"
    r"|all)\b.{0,30}\b(?:limit|articles)|(?:free|complimentary) articles? (?:left|remaining|this month)"
    r"|already a (?:subscriber|member)\?|weiterlesen mit|nur für abonnenten|(?:article"
    r"|contenu) (?:est )?réservé aux abonnés|il vous reste \d+.{0,20}de cet article|exclusivo para suscriptores"
    r"|contenido (?:exclusivo )?para suscriptores|suscríbete para (?:seguir|continuar) leyendo"
    r"|want the (?:full|whole|rest of the) (?:story|article)|verder lezen\?|alleen voor abonnees"
    r"|riservat[oa] agli abbonati|(?:exclusivo|só) para assinantes",
    re.IGNORECASE,
)
_MISSING = lazy_pattern(
    r"(?:\b404\b.{0,40})?\b(?:page|article|story|document)\b.{0,30}\b(?:not (?:be )?found|no longer (?:available"
    r"|exists)|does(?:n[’']t| not) exist|could not be found|cannot be found|can[’']t be found)|\b404 (?:error"
    r"|not found)|\berror 404"
    r"|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada",
    re.IGNORECASE,
)
_TEXT = (
    BlockKind.PARAGRAPH,
    BlockKind.QUOTE,
    BlockKind.LIST_ITEM,
    BlockKind.ROW,
    BlockKind.CORRECTION,
    BlockKind.DEK,
    BlockKind.CAPTION,
)
_END = lazy_pattern(r"</(?:body|html)\s*>", re.IGNORECASE)
_OPENS = lazy_pattern(r"<(/?)(?:div|article|main|section|script|table|ul)\b", re.IGNORECASE)
_OPEN_TAG = lazy_pattern(r"<[a-zA-Z/!][^<>]*\Z")


def marks(blocks: Sequence[Block], found: Sequence[Leaf], page: str) -> Iterator[str]:
    """Yield the marks of a page whose leaves gave ``blocks``: "wall: ...", "stub", "paywall", "asks to pay","
    " "mojibake", "truncated"."""
    told = [block.text for block in blocks if block.kind in _TEXT]
    size = sum(len(words(text)) for text in told)
    if size < STUB_WORDS and not any(map(is_correction, told)):
        yield "stub"
    if wall := _wall([leaf.text for leaf in found], told, size):
        yield f"wall: {wall}"
    if _ends_at_a_paywall(blocks, found):
        yield "paywall"
    elif any(
        _PAYWALL.search(leaf.text) for leaf in found if len(leaf.text) < NOTICE_CHARACTERS and leaf.text not in told
    ):
        yield "asks to pay"
    yield from text_marks(blocks)
    if is_truncated(page):
        yield "truncated"


def is_truncated(page: str) -> bool:
    """Whether a page breaks off: no closing tag of body or html, and elements or a tag still open at its end.

    Browsers forgive a page that never closes its body, and some pages never do; those close what they opened inside.
    """
    if _END.search(page) or not re.search(r"<(?:html|body)\b", page[:5000], re.IGNORECASE):
        return False
    depth = sum(-1 if match[1] else 1 for match in _OPENS.finditer(page))
    return depth > 0 or _OPEN_TAG.search(page[-2000:]) is not None


def _wall(lines: Sequence[str], told: Sequence[str], size: int) -> str:
    """The wall that a page shows in the place of an article, or the empty string; ``told``: its text, of ``size``"
    " words."""
    visible = sum(len(words(line)) for line in lines)
    spoken = [_QUOTED.sub(" ", line) for line in lines]
    if size < BARE_WORDS and visible < 2 * BARE_WORDS:
        said = _said(_CAPTCHA, spoken)
        if len(said) >= 2 or (said and size < STUB_WORDS):
            return "captcha"
        said = _said(_LOGIN, spoken)
        if len(said) >= 2 or (said and size < STUB_WORDS):
            return "login"
        if _MISSING.search(" ".join(lines[:3])[:300]):
            return "not found"
    if size < WALL_WORDS:
        asking = [line for line in told if _CONSENT.search(_QUOTED.sub(" ", line))]
        if len(_said(_CONSENT, spoken)) >= 2 and sum(len(words(line)) for line in asking) >= 0.5 * size:
            return "consent"
    return ""


def _said(pattern: re.Pattern[str], lines: Sequence[str]) -> set[str]:
    """The different things of a kind that a page says."""
    return {match[0].casefold() for line in lines for match in pattern.finditer(line[:2000])}


def _ends_at_a_paywall(blocks: Sequence[Block], found: Sequence[Leaf]) -> bool:
    """Whether a notice asks to pay for the rest, and hardly any text of the article comes behind it."""
    kept = {block.text for block in blocks if block.kind in _TEXT}
    total = sum(map(len, kept))
    before, heard = 0, False
    for leaf in found:
        if len(leaf.text) < NOTICE_CHARACTERS and _PAYWALL.search(leaf.text) and before > 0.5 * total:
            heard = True
            break
        before += len(leaf.text) if leaf.text in kept else 0
    return heard and total - before < 0.2 * total
