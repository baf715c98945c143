"""What walls say: the phrases of consent, login and pay walls, bot checks and missing pages, in several languages.

A phrase alone proves nothing (stories quote them); ``gate`` looks where it stands and what became of the text.
"""

import re

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
    ),
    "a check for robots": (
        r"^just a moment|checking (?:if the site|your browser)"
        r"|verify(?:ing)? (?:that )?you(?: are|'re) (?:a )?(?:human|not)|(?:not|are you) a robot"
        r"|unusual (?:traffic|activity) from|javascript and cookies to continue"
        r"|^access (?:to this page has been )?denied"
        r"|(?:complete|solve|pass) the (?:security )?(?:check|captcha|challenge)|captcha|ddos protection"
        r"|ray id|press (?:&|and) hold to|review the security of your connection"
        r"|automated (?:requests|access|traffic) from|sind sie ein mensch|kein roboter"
        r"|ungewöhnlichen datenverkehr|pas un robot|vous êtes (?:bien )?(?:un )?humain|no soy un robot"
        r"|eres humano"
    ),
    "a login wall": (
        r"(?:log|sign) in to (?:your|continue|read|view|access|see)|please (?:log|sign) in"
        r"|forgot(?:ten)? (?:your )?password|you must be logged in"
        r"|enter your (?:email|e-mail|password|username)"
        r"|(?:create|register for) (?:a|an|your)(?: free)? account|don't have an account"
        r"|keep me (?:logged|signed) in|register (?:for free )?to (?:continue|read)"
        r"|bitte (?:melden sie sich an|anmelden)|passwort vergessen|jetzt registrieren|anmelden,? um"
        r"|mot de passe oublié|connectez-vous|créez (?:un|votre) compte|inicia sesión"
        r"|¿?olvidaste tu contraseña|crea (?:una|tu) cuenta"
    ),
    "a pay wall": (
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
        r"|alleen voor abonnees|exclusivo para assinantes|já é assinante"
    ),
    "a missing page": (
        r"page (?:not found|you (?:are|were|'re) looking for|you requested|cannot be found|can't be found"
        r"|could not be found"
        r"|does not exist|doesn't exist|has been moved or)"
        r"|(?:can't|cannot|couldn't|could not) find (?:that|the|this|what) (?:page|article|you)"
        r"|(?:error|http) 404|404 (?:error|not found|-)|^404$"
        r"|(?:this|the) page (?:is|may be|has been) (?:missing|gone|unavailable|deleted)"
        r"|nothing (?:was )?found (?:here|at this)|seite (?:wurde )?nicht gefunden|seite existiert nicht"
        r"|page (?:introuvable|non trouvée)|n'existe (?:pas|plus)|página no (?:encontrada|existe)"
        r"|pagina non trovata|pagina niet gevonden|página não encontrada"
    ),
    "a page that needs JavaScript": (
        r"(?:enable|turn on|activate) javascript"
        r"|javascript (?:is|must be|needs to be|to be) (?:disabled|required|enabled|turned)"
        r"|(?:requires?|needs?|without) javascript|javascript (?:aktivieren|ist deaktiviert)"
        r"|activer javascript|activa(?:r)? javascript|you are being redirected|if you are not redirected"
    ),
}
_FOUND = re.compile("|".join(f"(?P<w{n}>{phrases})" for n, phrases in enumerate(_PHRASES.values())), re.IGNORECASE)
_NAMES = tuple(_PHRASES)


def named(text: str) -> str:
    """Which wall a text with folded typography speaks of; empty for none."""
    found = _FOUND.search(text)
    return _NAMES[int(str(found.lastgroup)[1:])] if found else ""
