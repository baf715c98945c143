"""German notes on corrections, updates and withdrawals: (words of which one must stand; expression)."""

_TEXT = r"(?:artikel|text|beitrag|bericht|meldung|version|fassung|überschrift|bildunterschrift|teaser)s?"
_MENDED = r"(?:korrigiert|aktualisiert|ergänzt|geändert|berichtigt|präzisiert|überarbeitet|zurückgezogen|angepasst)"
_WRONG = r"(?:falsch(?:e[nmrs]?)?|irrtümlich(?:erweise)?|fälschlich(?:erweise)?|fehlerhaft(?:e[nmrs]?)?|versehentlich)"

CORRECTIONS = (
    (  # labels at the start: Korrektur: / Aktualisiert um 16.20 Uhr / Anmerkung der Redaktion
        "korrekturhinweis transparenzhinweis korrektur korrigenda korrigendum corrigendum erratum berichtigung "
        "richtigstellung klarstellung nachtrag anmerkung hinweis anm red update aktualisiert aktualisierung "
        "ergänzung korrigiert",
        r"^\W*(?:(?:korrekturhinweis|transparenzhinweis|korrektur|korrigenda|korrigendum|corrigendum|erratum|berichtigung|richtigstellung|klarstellung|nachtrag)\b"
        r"|(?:anmerkung|hinweis|anm\.?|red) (?:der|d\.) ?(?:redaktion|red\.?)"
        r"|(?:update|aktualisiert|aktualisierung|ergänzung|korrigiert)"
        r" ?(?:[:,;.(\]+)]|[-–—] |$|(?:um|am|vom|von|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\d)))",
    ),
    (  # AKTUALISIERT behind a sentence; (aktualisiert um 16.20 Uhr)
        "aktualisiert korrigiert update korrektur berichtigung richtigstellung",
        r"(?-i:\bAKTUALISIERT\b|\bUPDATE\b|\bKORREKTUR\b)"
        r"|[(\[](?:zuletzt )?(?:aktualisiert|korrigiert|update|korrektur|berichtigung|richtigstellung)\b"
        r"[^)\]]{0,40}[)\]]",
    ),
    (  # [Name korrigiert, die Red.]
        "korrigiert berichtigt geändert aktualisiert ergänzt präzisiert",
        r"[(\[][^)\]]{0,60}\b(?:korrigiert|berichtigt|geändert|aktualisiert|ergänzt|präzisiert)[^)\]]{0,40}"
        r"(?:\bred\b\.?|\bredaktion|\banm\b\.?)[^)\]]{0,20}[)\]]",
    ),
    (  # in einer früheren Version
        "version fassung ursprünglich stelle",
        r"\b(?:in|aus) (?:einer|der) (?:früheren|vorherigen|ersten|ursprünglichen|älteren) (?:version|fassung)\b"
        r"|\bursprünglich (?:stand|hieß) (?:es )?(?:hier|an dieser stelle|in diesem)\b"
        r"|\ban dieser stelle (?:stand|hieß es)\b",
    ),
    (  # eine frühere Fassung nannte; im Artikel stand ursprünglich; Anmerkung: das war falsch dargestellt
        "version fassung artikel text beitrag titel überschrift meldung anmerkung hinweis",
        r"\b(?:eine|die|unsere) (?:frühere|vorherige|erste|ursprüngliche|ältere|vorige) (?:version|fassung) "
        r"(?:(?:dieses|unseres) \w+|des (?:artikels|textes|beitrags)|dieser \w+|nannte|enthielt|hieß|gab|sprach)\b"
        rf"|\b(?:im (?:artikel|text|beitrag|titel)|in der (?:überschrift|meldung)) (?:stand|hieß es|war)\b.{{0,30}}"
        rf"\b(?:ursprünglich|zunächst|zuvor|{_WRONG})\b"
        rf"|^\W*(?:anmerkung|hinweis) ?:.*\b(?:{_WRONG}|{_MENDED})\b",
    ),
    (  # dieser Artikel wurde aktualisiert; wir haben den Text korrigiert
        "korrigiert aktualisiert ergänzt geändert berichtigt präzisiert überarbeitet zurückgezogen angepasst hatten",
        rf"\b(?:dieser|der|diesen|den|die|diese) {_TEXT} (?:wurde|haben wir|ist)\b.{{0,40}}\b{_MENDED}\b"
        rf"|\bwir haben (?:den|die|das|dies|diese|diesen) [^.]{{0,50}}\b{_MENDED}\b"
        r"|\bwir hatten (?:zunächst|zuvor|ursprünglich|fälschlich|irrtümlich|hier|in diesem)\w*\b"
        r"|\bzunächst hatten wir\b"
        rf"|\bwir haben (?:das|dies|den fehler|die stelle|den text|den artikel|den titel)\b.{{0,40}}\b{_MENDED}\b",
    ),
    (  # wir bitten den Fehler zu entschuldigen
        "bitten bedauern",
        r"\bwir bitten,? (?:den fehler|das versehen|dies) zu entschuldigen\b"
        r"|\bwir bedauern (?:den|diesen) (?:fehler|irrtum)\b",
    ),
)
