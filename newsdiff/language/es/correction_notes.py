"""Spanish notes on corrections, updates and withdrawals: (words of which one must stand, "" for any; expression)."""

_TEXT = (
    r"(?:artículo|despacho|crónica|teletipo|texto|nota|noticia|información|pieza|titular|versión|publicación"
    r"|pie de foto)"
)
_MENDED = r"(?:corregid|actualizad|modificad|rectificad|editad|retirad|ampliad|aclarad)[oa]s?"
_OUTLET = r"(?:medio|diario|periódico|portal|agencia|redacción)"

CORRECTIONS = (
    (  # labels at the start: Fe de errores / Corrección: / Actualizado a las 16:20
        "",
        r"^\W*(?:(?:fe de erratas?|fe de errores|nota de la redacción|nota del editor|n\. de la r\.)"
        r"|(?:corrección|rectificación|aclaración|actualización|actualizad[oa]|update)"
        r" ?(?:[:,;.(\])]|[-–—] |$|(?:a las?|el|del|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d)))",
    ),
    (  # ACTUALIZADO behind a sentence, with or without a space
        "",
        r"(?-i:(?<![A-ZÀ-Ý])(?:ACTUALIZAD[OA]|ACTUALIZACIÓN|CORRECCIÓN)\b"
        r"|(?<=[a-zà-ÿ.])Actualizad[oa] ?(?:a las \d|:))|[(\[](?:actualizad|corregid)[oa]\b[^)\]]{0,40}[)\]]",
    ),
    (  # (Corrige la fecha en el segundo párrafo)
        "",
        r"[(\[]\s*(?:corrige|rectifica|actualiza|amplía|precisa|aclara) "
        r"(?:el|la|los|las|con|en|un|una|que|apellido|nombre)\b[^)\]]{0,120}[)\]]",
    ),
    (  # en una versión anterior de este artículo
        "",
        rf"\b(?:en )?una (?:versión (?:anterior|previa)|primera versión)\b"
        rf"(?! del? (?!est[ea]\b|nuestr[oa]\b|(?:la )?{_TEXT}\b))|\ben una versión inicial\b",
    ),
    (  # la primera versión de este despacho; esta nota se publicó inicialmente con; este medio retira la información
        "",
        rf"\bla (?:primera versión|versión (?:anterior|previa|inicial|original)) de est[ea] {_TEXT}"
        rf"|\best[ea] {_TEXT} (?:se publicó|decía|indicaba|afirmaba|señalaba|contenía|atribuía|recogía)\b.{{0,40}}"
        r"\b(?:inicialmente|originalmente|antes|erróne[oa]s?|equivocad[oa]s?|por error|errores)\b"
        rf"|\best[ea] {_OUTLET} (?:ha )?(?:retira|rectifica|corrige|corregi)(?:do|n|mos)?\b"
        rf"|^\W*nota ?:.*\b(?:erróne[oa]s?|equivocad[oa]s?|errore?s?|{_MENDED})\b",
    ),
    (  # este artículo ha sido corregido
        "",
        rf"\b(?:este|esta|el|la|nuestro|nuestra) {_TEXT} (?:ha sido|fue|se ha|han sido|está)\b.{{0,30}}?\b{_MENDED}\b"
        rf"|\bhemos (?:corregido|actualizado|rectificado|modificado)\b",
    ),
    (  # por error se publicó
        "",
        r"\b(?:lamentamos|pedimos disculpas por) (?:el|este) error\b"
        r"|\bpor (?:un )?error,? (?:se|de) (?:publicó|afirmó|indicó|informó|redacción|edición)\b"
        r"|\bse (?:indicó|dijo|publicó|afirmó) (?:erróneamente|por error)\b",
    ),
)
