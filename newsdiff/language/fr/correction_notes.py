"""French notes on corrections, updates and withdrawals: (words of which one must stand, "" for any; expression)."""

_TEXT = r"(?:article|texte|papier|dépêche|version|titre|chapô|légende|brève|publication)"
_MENDED = r"(?:corrigé|modifié|mis|précisé|actualisé|rectifié|complété|amendé|retiré|dépublié)e?s?"

CORRECTIONS = (
    (  # labels at the start: Rectificatif : / Mise à jour à 16h20 / Note de la rédaction
        "",
        r"^\W*(?:(?:errat(?:um|a)|rectificatif|correctif|précision de la rédaction|note de la (?:rédaction|direction)"
        r"|ndlr)\b|(?:correction|précision|rectification|mise à jour|mis à jour|actualisation|actualisée?|update)"
        r" ?(?:[:,;.(\])]|[-–—] |$|(?:à|le|du|ce|avec|après|pour|suite"
        r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) ?\d?))",
    ),
    (  # ACTUALISE, ACTUALISÉ à 16h20, Actualisé : behind a sentence, with or without its full stop and a space
        "",
        r"(?-i:(?<![A-ZÀ-Ý])ACTUA?LIS[EÉ]E?\b|\bMI(?:S|SE) [AÀ] JOUR\b|\bRECTIFI[EÉ]\b|Actualisée? ?(?:à ?\d|:))",
    ),
    (  # [MAJ 18h]; article mis à jour à 18 heures; nous avions écrit par erreur
        "",
        r"(?-i:\bMAJ\b) ?(?:[:\d]|à|le|du)"
        r"|\b(?:article|papier|texte|dépêche) (?:mis à jour|modifié|corrigé|actualisé)\b"
        r"|\bnous avions (?:par erreur )?(?:écrit|indiqué|annoncé|affirmé|publié)\b"
        r"|\bnous avons (?:écrit|indiqué) par erreur\b",
    ),
    (  # (Corrige la date au deuxième paragraphe)
        "",
        r"[(\[]\s*(?:corrige|rectifie|actualise|précise) (?:le|la|les|l['’]|avec|une?)\b[^)\]]{0,120}[)\]]",
    ),
    (  # dans une première version de cet article
        "",
        r"\bdans une (?:première|précédente|ancienne) version\b"
        r"|\bune (?:première|précédente|ancienne) version de (?:cet|ce|notre|l['’]) ?"
        rf"{_TEXT}\b",
    ),
    (  # une erreur s'est glissée dans; (La citation a été corrigée); Note : le titre a été modifié
        "",
        r"\berreurs? (?:s['’](?:est|était)|se (?:sont|étaient)) glissées? dans\b.{0,40}"
        rf"\b{_TEXT}\b"
        r"|\b(?:la|notre) (?:première|précédente|ancienne) version (?:de (?:cet|ce|cette|notre) )"
        rf"{_TEXT}\b"
        rf"|[(\[][^)\]]{{0,80}}\b(?:a|ont|avait|avaient) (?:depuis )?été (?:corrigé|rectifié)e?s?\b[^)\]]{{0,40}}[)\]]"
        rf"|^\W*(?:note|précision) ?:.*\b(?:{_MENDED}|err(?:eur|oné)e?s?)\b",
    ),
    (  # cet article a été corrigé
        "",
        rf"\b(?:cet|ce|cette|notre|l['’])\s?{_TEXT}\b.{{0,30}}? a (?:depuis )?été {_MENDED}\b",
    ),
    (  # contrairement à ce que nous avions écrit; nous avons corrigé
        "",
        r"\bcontrairement à ce (?:que nous (?:avons|avions)|qui (?:a|avait) été) (?:écrit|indiqué|affirmé|publié)\b"
        r"|\bnous avons (?:corrigé|rectifié|modifié|mis à jour)\b|\bnous (?:prions|présentons) .{0,40}\bexcuses?\b"
        r"|\berreur de (?:notre|la) (?:part|rédaction)\b",
    ),
    (  # le titre a été modifié après publication; cette dépêche annule et remplace la précédente
        "",
        rf"\ble (?:titre|chapô|texte) [^.]{{0,30}}?{_MENDED} (?:après|depuis) (?:la |sa )?publication\b"
        rf"|\b{_TEXT} annule et remplace\b",
    ),
)
