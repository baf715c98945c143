"""What walls say: the phrases of consent, login and pay walls, bot checks and missing pages, in several languages.

A phrase alone proves nothing (stories quote them); ``gate`` looks where it stands and what became of the text.
"""

import re

_PHRASES = {
    "a consent wall": (
        r"(?:accept|allow|reject|manage) (?:all )?(?:cookies|tracking)|we value your privacy|your privacy (?:choices|matters)"
        r"|(?:we|our|and our|us and our) (?:\d+ )?(?:trusted )?(?:third.party )?partners? (?:use|store|process|may)"
        r"|(?:use|uses|using) cookies|cookie (?:settings|preferences|policy|consent)|legitimate interest|consent preferences"
        r"|before you continue|withdraw your consent|manage your (?:privacy|preferences)"
        r"|wir verwenden cookies|zustimmen und weiter|alle(?: cookies)? akzeptieren|datenschutzeinstellungen|mit werbung weiterlesen"
        r"|nous utilisons des cookies|accepter (?:et continuer|les cookies|tout)|continuer sans accepter|vos choix en matière"
        r"|utilizamos cookies|usamos cookies|aceptar (?:todas )?(?:las )?cookies|utilizziamo i cookie|accetta (?:tutti )?i cookie"
        r"|wij gebruiken cookies|alle cookies accepteren|utilizamos cookies|aceitar cookies"
    ),
    "a check for robots": (
        r"just a moment|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you(?: are|'re) (?:a )?(?:human|not)"
        r"|(?:not|are you) a robot|unusual (?:traffic|activity)|javascript and cookies to continue|access (?:is |to this page )?(?:has been )?denied"
        r"|(?:complete|solve|pass) the (?:security )?(?:check|captcha|challenge)|captcha|ddos protection|ray id|press (?:&|and) hold"
        r"|review the security of your connection|automated (?:requests|access|traffic)|sind sie ein mensch|kein roboter|ungewöhnlichen datenverkehr"
        r"|pas un robot|vous êtes (?:bien )?(?:un )?humain|no soy un robot|eres humano"
    ),
    "a login wall": (
        r"(?:log|sign) in to (?:your|continue|read|view|access|see)|please (?:log|sign) in|forgot(?:ten)? (?:your )?password|you must be logged in"
        r"|enter your (?:email|e-mail|password|username)|(?:create|register for) (?:a|an|your)(?: free)? account|don't have an account|keep me (?:logged|signed) in"
        r"|register (?:for free )?to (?:continue|read)|bitte (?:melden sie sich an|anmelden)|passwort vergessen|jetzt registrieren|anmelden,? um"
        r"|mot de passe oublié|connectez-vous|créez (?:un|votre) compte|inicia sesión|¿?olvidaste tu contraseña|crea (?:una|tu) cuenta"
    ),
    "a pay wall": (
        r"subscribe (?:now |today |for \S+ )?(?:to|and) (?:continue|read|keep|unlock|get|access)|(?:to|and) (?:continue|keep) reading|continue reading (?:with|this|for)|already a (?:subscriber|member)"
        r"|already subscribe|subscriber[- ]only|(?:only |exclusive(?:ly)? |reserved |available )(?:\w+ ){0,2}(?:to|for) (?:our )?(?:paying )?(?:subscribers|members)|for subscribers only"
        r"|start your (?:free )?(?:\S+ )?trial|(?:to )?(?:read|unlock|access) the (?:full|rest of (?:the|this)|whole|entire) (?:article|story|text)|unlock this (?:article|story)"
        r"|(?:reached|used) (?:your|all|the) .{0,30}(?:free )?(?:limit|articles)|free (?:articles|stories) (?:left|remaining|this month)|(?:become|be) a (?:subscriber|member) (?:to|and)"
        r"|support (?:our|quality) journalism.{0,40}subscri|this (?:article|story|content|post) is (?:for|behind|locked|premium)"
        r"|(?:nur|exklusiv|vorbehalten) (?:für|unseren) abonnent|bereits abonnent|(?:jetzt|hier) weiterlesen|weiterlesen mit|artikel freischalten|testen sie .{0,40}(?:monat|wochen)|mit .{0,20}abo (?:lesen|weiterlesen)"
        r"|réservé (?:à nos|aux) abonnés|déjà abonné|reste .{0,12}% de cet article|abonnez-vous|lire la suite"
        r"|(?:sólo|solo|exclusivo) para suscriptores|suscríbete para|ya eres suscriptor|sigue leyendo|riservato agli abbonati|sei già abbonato|alleen voor abonnees|exclusivo para assinantes|já é assinante"
    ),
    "a missing page": (
        r"page (?:not found|you (?:are|were|'re) looking for|you requested|cannot be found|can't be found|could not be found|does not exist|doesn't exist|has been moved or)"
        r"|(?:can't|cannot|couldn't|could not) find (?:that|the|this|what) (?:page|article|you)|(?:error|http) 404|404 (?:error|not found|-)|^404$"
        r"|(?:this|the) page (?:is|may be|has been) (?:missing|gone|unavailable|deleted)|nothing (?:was )?found (?:here|at this)|seite (?:wurde )?nicht gefunden|seite existiert nicht"
        r"|page (?:introuvable|non trouvée)|n'existe (?:pas|plus)|página no (?:encontrada|existe)|pagina non trovata|pagina niet gevonden|página não encontrada"
    ),
    "a page that needs JavaScript": (
        r"(?:enable|turn on|activate) javascript|javascript (?:is|must be|needs to be|to be) (?:disabled|required|enabled|turned)|(?:requires?|needs?|without) javascript"
        r"|javascript (?:aktivieren|ist deaktiviert)|activer javascript|activa(?:r)? javascript|you are being redirected|if you are not redirected"
    ),
}
_FOUND = re.compile("|".join(f"(?P<w{n}>{phrases})" for n, phrases in enumerate(_PHRASES.values())), re.IGNORECASE)
_NAMES = tuple(_PHRASES)


def named(text: str) -> str:
    """Which wall a text with folded typography speaks of; empty for none."""
    found = _FOUND.search(text)
    return _NAMES[int(str(found.lastgroup)[1:])] if found else ""
