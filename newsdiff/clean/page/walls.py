"""What walls say: the phrases of consent, login and pay walls, bot checks and missing pages, in several languages.

A phrase alone proves nothing (stories quote them); ``gate`` looks where it stands and what became of the text.
"""

import re

PAY = "a pay wall"
_LOGIN, _SCRIPT, _ADS = "a login wall", "a page that needs JavaScript", "a wall for ad blockers"
PARTIAL = frozenset((PAY, _LOGIN, _SCRIPT, _ADS))  # walls that may leave the beginning of a text
_ROBOTS, _MISSING, _LIST = "a check for robots", "a missing page", "a list of articles"
TITLED = frozenset((_ROBOTS, _MISSING, _LIST))  # what bears its name as a headline, over a text of any length
_REGION, _OUTAGE, _OWN = "a page for other regions", "an outage", "an advertisement of its own"
SPOKEN = frozenset((_ADS, _REGION, _OUTAGE, _OWN))  # news tells of these too; a wall says it to its reader
_PHRASES = {
    "a consent wall": (
        r"(?:accept|allow|reject|manage) (?:all )?(?:cookies|tracking)|we value your privacy"
        r"|your privacy (?:choices|matters)"
        r"|(?:we|our|and our|us and our) (?:\d+ )?(?:trusted )?(?:third.party )?partners? (?:use|store|process|may)"
        r"|(?:use|uses|using) cookies|cookie (?:settings|preferences|policy|consent)|legitimate interest"
        r"|consent preferences|before you continue|withdraw your consent|manage your (?:privacy|preferences)"
        r"|wir verwenden cookies|zustimmen und weiter|alle(?: cookies)? akzeptieren|datenschutzeinstellungen"
        r"|mit werbung weiterlesen|nous utilisons des cookies|accepter (?:et continuer|les cookies|tout)"
        r"|continuer sans accepter|vos choix en matière|utilizamos cookies|usamos cookies"
        r"|aceptar (?:todas )?(?:las )?cookies|utilizziamo i cookie|accetta (?:tutti )?i cookie"
        r"|wij gebruiken cookies|alle cookies accepteren|aceitar cookies"
        r"|(?:einwilligen|akzeptieren) und weiter|wir und unsere .{0,12}\d+ .{0,12}partner|zustimmung .{0,20}widerruf"
        r"|(?:nos|nuestros|ai nostri|onze) \d+ (?:partenaires|socios|partner)|tout accepter|tu privacidad"
        r"|votre vie privée|aceptar y continuar"
    ),
    _ROBOTS: (
        r"^just a moment|checking (?:if the site|your browser)"
        r"|verify(?:ing)? (?:that )?you(?: are|'re) (?:a )?(?:human|not)|(?:not|are you) a robot"
        r"|unusual (?:traffic|activity) from|javascript and cookies to continue"
        r"|^access (?:to this page has been )?denied"
        r"|(?:complete|solve|pass) the (?:security )?(?:check|captcha|challenge)|captcha|ddos protection"
        r"|ray id|press (?:&|and) hold to|review the security of your connection"
        r"|automated (?:requests|access|traffic) from|sind sie ein mensch|kein roboter"
        r"|ungewöhnlichen datenverkehr|pas un robot|vous êtes (?:bien )?(?:un )?humain|no soy un robot"
        r"|eres humano|you have been blocked|(?:incident|reference|support) (?:id|#)|request unsuccessful"
        r"|you are (?:now )?in (?:line|the queue)|pardon our interruption|bot (?:protection|detection)"
    ),
    _LOGIN: (
        r"(?:log|sign) in to (?:your|continue|read|view|access|see)|please (?:log|sign) in"
        r"|forgot(?:ten)? (?:your )?password|you must be logged in"
        r"|enter your (?:email|e-mail|password|username)"
        r"|(?:create|register for) (?:a|an|your)(?: free)? account|don't have an account"
        r"|keep me (?:logged|signed) in|register (?:for free )?to (?:continue|read)"
        r"|bitte (?:melden sie sich an|anmelden)|passwort vergessen|jetzt registrieren|anmelden,? um"
        r"|mot de passe oublié|connectez-vous|créez (?:un|votre) compte|inicia sesión"
        r"|¿?olvidaste tu contraseña|crea (?:una|tu) cuenta"
    ),
    PAY: (
        r"subscribe (?:now |today |for \S+ )?(?:to|and) (?:continue|read|keep|unlock|get|access)"
        r"|(?:to|and) (?:continue|keep) reading|continue reading (?:with|this|for)"
        r"|already a (?:subscriber|member)|already subscribe|subscriber[- ]only"
        r"|(?:only |exclusive(?:ly)? |reserved |available )(?:\w+ ){0,2}(?:to|for) (?:our )?(?:paying )?"
        r"(?:subscribers|members)"
        r"|for subscribers only|start your (?:free )?(?:\S+ )?trial"
        r"|(?:to )?(?:read|unlock|access) the (?:full|rest of (?:the|this)|whole|entire) (?:article|story|text)"
        r"|unlock this (?:article|story)|(?:reached|used) (?:your|all|the) .{0,30}(?:free )?(?:limit|articles)"
        r"|free (?:articles|stories) (?:left|remaining|this month)"
        r"|(?:become|be) a (?:subscriber|member) (?:to|and)|support (?:our|quality) journalism.{0,40}subscri"
        r"|this (?:article|story|content|post) is (?:for|behind|locked|premium)"
        r"|(?:nur|exklusiv|vorbehalten) (?:für|unseren) abonnent|bereits abonnent|(?:jetzt|hier) weiterlesen"
        r"|weiterlesen mit|artikel freischalten|testen sie .{0,40}(?:monat|wochen)"
        r"|mit .{0,20}abo (?:lesen|weiterlesen)|réservé (?:à nos|aux) abonnés|déjà abonné"
        r"|reste .{0,12}% de cet article|abonnez-vous|lire la suite|(?:sólo|solo|exclusivo) para suscriptores"
        r"|suscríbete para|ya eres suscriptor|sigue leyendo|riservato agli abbonati|sei già abbonato"
        r"|alleen voor abonnees|exclusivo para assinantes|já é assinante|verder lezen\?|neem een abonnement"
        r"|get unlimited (?:digital )?access|want the (?:full|whole|rest of the) (?:story|article)"
        r"|cancel any ?time|\d+ (?:wochen|monate?) (?:lang )?(?:für|gratis|kostenlos)"
    ),
    _MISSING: (
        r"page (?:not found|you (?:are|were|'re) looking for|you requested|cannot be found|can't be found"
        r"|could not be found"
        r"|does not exist|doesn't exist|has been moved or)"
        r"|(?:can't|cannot|couldn't|could not) find (?:that|the|this|what) (?:page|article|you)"
        r"|(?:error|http) 404|404 (?:error|not found|-)|^404$"
        r"|(?:this|the) page (?:is|may be|has been) (?:missing|gone|unavailable|deleted)"
        r"|nothing (?:was )?found (?:here|at this)|seite (?:wurde )?nicht gefunden|seite existiert (?:\w+ ){0,2}nicht"
        r"|(?:story|article) is no longer available|(?:artikel|seite) ist nicht mehr verfügbar"
        r"|page (?:introuvable|non trouvée)|n'existe (?:pas|plus)|página no (?:encontrada|existe)"
        r"|pagina non trovata|pagina niet gevonden|página não encontrada"
    ),
    _SCRIPT: (
        r"(?:enable|turn on|activate) javascript"
        r"|javascript (?:is|must be|needs to be|to be) (?:disabled|required|enabled|turned)"
        r"|(?:requires?|needs?|without) javascript|javascript (?:aktivieren|ist deaktiviert)"
        r"|activer javascript|activa(?:r)? javascript|you are being redirected|if you are not redirected"
    ),
    _ADS: (
        r"(?:using|use|have|disable|turn off|pause|switch off) (?:an? |your |any )?ad(?:vert)?.?block(?:er|ing)?"
        r"|ad.?blocker (?:detected|is)|allow ads|whitelist (?:us|our|this)"
        r"|adblocker (?:deaktivieren|ausschalten|entdeckt)|désactive[rz] (?:votre|le) bloqueur|bloqueador de anuncios"
    ),
    _REGION: (
        r"(?:not |un)(?:currently )?available (?:in|from|for) (?:your|most|this|these|the) "
        r"(?:european |eu )?(?:region|countr|location|area|territor)|unavailable (?:due to|for) legal reasons"
        r"|access cannot be granted|unavailable in most european|in your country or region"
        r"|in (?:ihrem land|ihrer region) nicht verfügbar|pas disponible dans votre (?:pays|région)"
        r"|no está disponible en tu (?:país|región)"
    ),
    _OUTAGE: (
        r"(?:down|offline|closed|unavailable) for (?:\w+ )?maintenance|scheduled maintenance|something went wrong"
        r"|we(?:'ll| will) be (?:right )?back|an (?:unexpected |internal |unknown )?error (?:has )?occurred"
        r"|temporarily un(?:available|able to)|(?:please )?try again (?:later|in a (?:few|moment|minute))"
        r"|bad gateway|gateway time-?out|internal server error|service unavailable"
        r"|wartungsarbeiten|ein (?:\w+ )?fehler ist aufgetreten|versuchen sie es (?:\w+ ){0,2}(?:später|erneut)"
        r"|une erreur (?:est survenue|s'est produite)|veuillez réessayer|en cours de maintenance"
        r"|ha ocurrido un error|inténtalo (?:de nuevo )?más tarde|en mantenimiento"
    ),
    _OWN: (
        r"(?:download|get|open|read (?:this|it) in|in) (?:the|our) (?:free )?app\b|app store (?:or|and) google play"
        r"|continue to (?:the )?(?:article|site|story)|no,? thanks|skip (?:this )?ad\b"
        r"|confirm (?:that you are|your age|you are) |must be (?:over )?(?:18|21)"
    ),
    _LIST: (
        r"^search results\b|\d+ results (?:for|found)|^(?:suchergebnisse|résultats de (?:la )?recherche"
        r"|resultados de (?:la )?búsqueda)\b"
    ),
}
_FOUND = re.compile("|".join(f"(?P<w{n}>{phrases})" for n, phrases in enumerate(_PHRASES.values())), re.IGNORECASE)
_NAMES = tuple(_PHRASES)


def named(text: str) -> str:
    """Which wall a text with folded typography speaks of; empty for none."""
    found = _FOUND.search(text)
    return _NAMES[int(str(found.lastgroup)[1:])] if found else ""


_ADDRESS = re.compile(
    r"\b(?:[Yy]ou|[Yy]our|[Yy]ou're|[Ww]e|[Ww]e're|[Ww]e'll|[Oo]ur|[Pp]lease|[Ss]orry|[Oo]ops|Sie|Ihr|Ihre[mnrs]?|[Ww]ir"
    r"|[Uu]nsere?|[Bb]itte|[Vv]ous|[Vv]otre|[Vv]os|[Nn]ous|[Nn]os|[Vv]euillez|[Tt]u|[Uu]sted|[Nn]uestr[oa]s?"
    r"|[Nn]osotros|[Pp]or favor|[Ii]nténtalo)\b"
)
_QUOTED = re.compile(r"\"[^\"]*\"")
_WITHDRAWN = re.compile(
    r"\bretract|\bwithdr[ae]wn?\b|\bunpublish|\btaken down\b|\bunder review\b|\beditor'?s'? note\b|\bcorrections?\b"
    r"|\b(?:article|story|report|post|piece|column|interview|review|video)s? (?:was|were|has been|have been|is being) "
    r"(?:removed|deleted|pulled|corrected|suspended)|\bclarification\b|zurückgezogen|depublizier|offline genommen"
    r"|\brétract|\bretiré|\bdépublié|\bretractad|\bretirad[oa]\b|despublicad",
    re.IGNORECASE,
)


def addresses(text: str) -> bool:
    """Whether a text with folded typography speaks to its reader, quotations aside."""
    return _ADDRESS.search(_QUOTED.sub(" ", text)) is not None


def withdrawn(text: str) -> bool:
    """Whether a notice says that its publisher took an article back, or corrects it."""
    return _WITHDRAWN.search(text) is not None
