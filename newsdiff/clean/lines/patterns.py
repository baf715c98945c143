"""What a line is by its shape alone: a date, a relative time, a counter, a label of the page, a correction.

Every pattern judges a WHOLE line; none looks for a word inside a sentence. The words are those of English, German,
French, Spanish, Italian, Portuguese and Dutch pages, with the date forms of Chinese, Japanese and Korean ones.
"""

import re

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.word_lists import phrases

_NUMBER = r"\d[\d.,\s]*[km]?\+?"
_COUNTED = (
    r"(?:shares?|comments?|likes?|views?|reads?|readers?|retweets?|reposts?|followers?|subscribers?|reactions?"
    r"|replies|votes?"
    r"|responses?|claps?|points?|favou?rites?|bookmarks?|photos?|images?|slides?|kommentare?|leserkommentare|beiträge"
    r"|commentaires?|partages?|vues|réactions?|comentarios?|compartidos?|commenti|reacties)"
)
_COUNTER = lazy_pattern(
    rf"(?:{_NUMBER}|no|leave a|add a|be the first to|view all {_NUMBER}|view)\s*{_COUNTED}(?:\s+(?:so far|total|now))?"
    rf"|{_COUNTED}\s*[:(\[]?\s*{_NUMBER}\s*[)\]]?"
    rf"|(?:viewed|read|shared|watched|visited)\s+{_NUMBER}\s*times?(?: today| this week)?"
    rf"|(?:(?:join|over|more than|currently|now)\s+)?{_NUMBER}\s*(?:people|readers?|others|visitors?|users?|viewers?"
    rf"|subscribers?)\s+(?:(?:are|is|have"
    rf"|were|like|liked)\s+)?"
    r"(?:(?:currently|now|also|already)\s+)?(?:reading|viewing|watching|here|online|looking|read|viewed|shared|like"
    r"|liked|following|follow)"
    r"(?:\s+(?:this|the|our|right|now|story|article|page|post|video|live|blog|coverage|today|currently|online"
    r"|with you))*"
    rf"|(?:currently|now|live)?\s*(?:reading|viewing|watching|online|visitors|readers)(?: now"
    rf"| online)?\s*:?\s*{_NUMBER}"
    rf"|{_NUMBER}\s*(?:reading|viewing|watching|online)(?: (?:right )?now| this)?"
    rf"|{_NUMBER}\s*(?:personnes|lecteurs|personen|leser|personas|lectores)\s+(?:lisent|lesen|leen"
    rf"|están leyendo)(?:\s+(?:cet article|diesen artikel|este artículo|esta noticia|esto|jetzt|gerade|ahora"
    rf"|en ce moment))*",
    re.IGNORECASE,
)
_PAGE_OF = lazy_pattern(r"(\d{1,3})\s*(?:/|of|von|de|sur|di)\s*(\d{1,3})", re.IGNORECASE)
_TAG_LINE = lazy_pattern(
    r"[\W_]*(?:tags?|tagged(?: with)?|topics?|filed under|more (?:on|about)|keywords?|categor(?:y|ies)|sections?"
    r"|see also|themen|schlagworte|schlagwörter"
    r"|mehr zu|mots-clés|sujets|thèmes|étiquettes|etiquetas|temas|más sobre|archivado en"
    r"|tag|argomenti|标签|タグ|태그)\b",
    re.IGNORECASE,
)
_TICKER = lazy_pattern(r".{0,60}[▲▼△▽↑↓].{0,40}|.{0,40}\d{1,2}\s*°\s?[CF]?(?![\w′'’]).{0,20}", re.IGNORECASE)
_SECTIONS = frozenset(
    phrases(
        """local, world, national, international, business, sport, sports, entertainment, political, politics, tech,
        technology, science, health, us, u.s., uk, regional, metro, city, state, crime, education, opinion, latest,
        more, top, breaking, other, europe, africa, asia, middle east"""
    )
)
# What stands before a colon in front of the title of another article. The strong ones say "read" or "related".
_STRONG = frozenset(
    phrases(
        """read more, read also, read next, read on, read now, read the full story, also read, must read, see also,
        see more, recommended, recommended reading, related, related story, related stories, related article,
        related articles, related content, related coverage, related news, related link, related links,
        related reading, related video, more on this, more on this story, more on this topic, you may like,
        you might like, you may also like, you might also like, don't miss, in case you missed it, icymi,
        further reading, lesen sie auch, lesen sie hier, lesen sie dazu, lesen sie mehr, sehen sie auch,
        sehen sie hier, sehen sie dazu, hören sie auch, hören sie hier, hören sie dazu, mehr dazu, mehr zum thema,
        mehr lesen, auch interessant, lire aussi, lire également, voir aussi, voir également, écouter aussi,
        écouter également, à lire aussi, à lire également, à voir aussi, à voir également, à écouter aussi,
        à écouter également, sur le même sujet, lee también, lee además, lee más, lea también, lea además, lea más,
        leer también, leer además, leer más, ver también, ver además, ver más, mira también, mira además, mira más,
        te puede interesar, leggi anche, leia também, leia mais, veja também, lees ook, lees meer, 相关阅读, 延伸阅读,
        関連記事, あわせて読みたい, 관련기사"""
    )
)
_WEAK = frozenset(
    phrases(
        """watch, watch live, watch now, listen, listen now, more, video, photo, photos, gallery, podcast, in pictures,
        opinion, analysis, explainer, explained, live, live updates, exclusive, from the archive, from the archives,
        quiz, poll, next, previous"""
    )
)
_LABEL_CHARACTERS = 80  # characters within which a label ends and a title begins
_READ_OUR = lazy_pattern(r"read our (?:live )?\w+")
_POINTER = lazy_pattern(r"\s*(?:[:：|»>›]|\s[–—-]\s)\s*(?=\S)")
# How a line opens that asks something of its reader, and what it asks for; a request in running text has both.
_ASK = lazy_pattern(
    r"(?!-\s)[\W_]*(?:(?:please|to|you can|why not|also|click here to)\s+)*(?:sign(?:ing)? up|subscribe|join|follow"
    r"|download|get|receive|click|tap|like (?:us|our)"
    r"|donate|support|become|never miss|stay|keep up|don[’']t miss|have you been affected|do you have|are you a"
    r"|if you(?:[’']re| are)(?: already)? (?:a|an existing) (?:subscriber|member)|already a|listen to our"
    r"|check out our|log in|sign in"
    r"|contact us|send us|email us|share your|tell us|read our|view|continue|unlock|this article is (?:only|for"
    r"|free for)|abonnieren sie|melden sie|folge|folgen|abonnez|inscrivez|suivez|recevez|soutenez|suscríbete"
    r"|suscribete|síguenos|recibe|únete"
    r"|ya sabías|mira lo|¿ya sabías|gefällt|unterstütze|iscriviti|seguici|assine|inscreva|siga)\b",
    re.IGNORECASE,
)
_METER = lazy_pattern(  # how many articles a reader may still read: it counts from visit to visit
    r"[\W_]*(?:you(?:[’']ve| have)?|this is your)\b[^.]{0,40}\b(?:\d+|no|one|two|three|last|all)\b[^.]{0,20}"
    r"\b(?:(?:free|complimentary|premium) (?:articles?|stor(?:y|ies))|(?:articles?|stories) (?:left|remaining))\b",
    re.IGNORECASE,
)
_ASKED = lazy_pattern(
    r"\b(?:newsletters?|(?:our|your|unsere[nr]?|ihr|votre|notre|tu|su|nuestr[oa])\s+(?:(?:free|new|mobile|daily"
    r"|weekly|morning|kostenlosen?|canal de)\s+)*(?:app|inbox|whatsapp channel|whatsapp|telegram channel"
    r"|youtube channel|facebook page|channel|posteingang|boîte|bandeja|kanal|chaîne|telegram|youtube)"
    r"|(?:follow|like|folgen sie|folge|suivez|síguenos)\s+(?:us|uns|nous|[\w\s]{0,30}@\w+"
    r"|[\w\s]{0,20}\bon (?:twitter|facebook|instagram|x|whatsapp|telegram|google news|youtube|tiktok|linkedin))"
    r"|(?:channel|canal|kanal|chaîne) (?:on|de|auf|sur|en) (?:whatsapp|telegram|youtube|facebook)|email alerts?"
    r"|push alerts?|news alerts?|breaking news alerts?|push notifications?|free trial|(?:digital|annual|monthly|your"
    r"|our) subscription"
    r"|(?:please|must) (?:subscribe|log in|sign in|register)|a (?:paying )?(?:member|subscriber|supporter|patron)"
    r"|(?:for|to) (?:paying )?(?:members|subscribers)|unlimited(?: digital)? access|digital access"
    r"|support (?:our|independent|local|quality) (?:\w+ )?(?:journalism|reporting|newsroom|work)|our journalism"
    r"|(?:make|making) a (?:donation|contribution)|your (?:donation|contribution)|readers like you|(?:your"
    r"|our) daily briefing|delivered (?:straight |directly )?to your|straight to your"
    r"|story tip|news tip|your (?:story|stories|views|experiences?|thoughts|opinion|photos|videos) (?:with us|by|at"
    r"|below|in the|to us)|affected by|let us know|in the comments|comments? (?:section )?below|abonnement"
    r"|abonnieren|réseaux sociaux|redes sociales)(?!\w)",
    re.IGNORECASE,
)
# What a box that asks for something tells beside it.
_PITCH = lazy_pattern(
    rf"{_ASKED.pattern}|\b(?:full access|free access|(?:a|per) (?:week|month) (?:for|after)|[$£€]\d[\d.]* (?:a"
    rf"|per) (?:week|month|year)|privacy policy|terms of (?:use|service)|datenschutz\w*|politique de confidentialité"
    rf"|política de privacidad"
    r"|mitglied (?:werden|bei)|google news|get in touch|story tips?|visit our|latest (?:news|headlines|stories"
    r"|updates)|we rely on)(?!\w)",
    re.IGNORECASE,
)
# What a note on the text calls itself, at its beginning.
_NOTES = phrases(
    """correction, corrections, clarification, clarifications, correction and clarification,
    corrections and clarifications, amendment, amendments, erratum, errata, retraction, corrigendum, corrigenda,
    editor note, editors note, editor's note, editors' note, editor notes, editors notes, editor's notes,
    editors' notes,
    editorial note, berichtigung, korrektur, richtigstellung, klarstellung, anm der redaktion, anm. der redaktion,
    anmerkung der redaktion, hinweis der redaktion, transparenzhinweis, rectificatif, rectification, correctif,
    précision, note de la rédaction, ndlr, corrección, rectificación, aclaración, fe de errores, fe de erratas,
    nota de editor, nota del editor, nota de la redacción, nota del la redacción, nota de redacción,
    nota del redacción, errata corrige, nota della redazione, correção, nota da redação, rectificatie, correctie, 更正,
    编者注, 訂正, お詫び, 정정"""
)
_EDITORS = lazy_pattern(r"(?<=editor)('?s|s')?[\s-]+(?=note)")
_NOTE_ENDS = lazy_pattern(
    r"(?:\s*(?:to this (?:article|story)|appended|note|\(?[\w\s,./]{0,30}\d{4}\)?))?\s*(?:[:：—–|.]|\s-\s|$)"
)
_NOTE_WITH_DATE = lazy_pattern(
    r"(?:corrections?|clarifications?|editor's note|updated?)\s*(?:,|\()\s*[^:]{3,40}[):]|updates?\s*(?:[:：—–]|\s-\s)"
)
_AMENDED = lazy_pattern(
    r"\b(?:an|the|a)\s+(?:earlier|previous|original|initial|prior)\s+(?:\w+\s+)?(?:version|headline|caption|edition"
    r"|photo|graphic|chart|map)\b.{0,80}\b(?:article|story|post|report|piece|column|headline|caption|page|said"
    r"|stated|misstated|incorrectly|wrongly|gave|gave|included|referred|misspelled|misidentified)\b"
    r"|\bthis\s+(?:article|story|post|report|piece|column|headline|caption|page|item|press release|news story|speech"
    r"|transcript|document|guide|blog)\s+(?:has been|was|is being|had been|have been)\s+(?:\w+\s+){0,2}(?:amended"
    r"|corrected|updated|edited|changed|clarified|revised|modified|withdrawn|retracted|removed|republished"
    r"|appended)\b"
    r"|\b(?:we|the \w+)\s+(?:have\s+|has\s+)?(?:regrets?|apologi[sz]es?|corrected|amended)\s+(?:the\s+|this\s+"
    r"|for\s+)?(?:error|errors|mistake|article|story|report)\b"
    r"|\b(?:in|de)\s+einer\s+früheren\s+version\b|\bdieser\s+(?:artikel|text|beitrag)\s+wurde\b.{0,60}(?:korrigiert"
    r"|aktualisiert|geändert|berichtigt|ergänzt)"
    r"|\bune\s+(?:première\s+)?version\s+(?:précédente|antérieure|initiale)\b|\bcet\s+article\s+a\s+été\s+(?:modifié"
    r"|corrigé|mis à jour|amendé)"
    r"|\buna\s+versión\s+(?:anterior|previa)\b|\beste\s+artículo\s+(?:ha sido|fue)\s+(?:corregido|modificado"
    r"|actualizado)",
    re.IGNORECASE,
)
_BYLINE = lazy_pattern(
    r"(?:(?:words |written |reported |reporting |story |posted |published )?by|von|par|por|di|de"
    r"|door)[:\s]+(?P<name>[^\W\d_].{1,110})",
    re.IGNORECASE,
)
_BYLINE_OPENS = (
    *("by", "von", "par", "por", "di", "de", "door"),
    *("words", "written", "reported", "reporting", "story", "posted", "published"),
)
_SENTENCE_ENDS = tuple(".!?…。！？؟۔।")
_STATEMENT_ENDS = tuple(".…。۔।")
_CLOSING = "\"'”’»)]」』*"  # what may stand behind the end of a sentence
_WORD = lazy_pattern(r"\w+")
_DENSE = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# How a line must begin, in lower case, for the expression of that name to match: compiling those takes longer than
# reading an article, and most lines begin otherwise.
_COUNTER_OPENS = (
    *("no", "leave a", "add a", "be the first to", "view", "share", "comment", "like", "read", "retweet", "repost"),
    *("follow", "subscri", "reaction", "repl", "vote", "response", "clap", "point", "favo", "bookmark", "photo"),
    *(
        "image",
        "slide",
        "komment",
        "leserk",
        "beitr",
        "partage",
        "vues",
        "réact",
        "compart",
        "reacties",
        "watch",
        "comentario",
    ),
    *("visit", "join", "over", "more than", "currently", "now", "live", "online"),
)
_ASK_OPENS = (
    *("please", "to ", "you can", "why not", "also", "click", "sign", "subscribe", "join", "follow", "download", "get"),
    *("receive", "tap", "like ", "donate", "support", "become", "never miss", "stay", "keep up", "don", "have you"),
    *("do you", "are you", "if you", "already a", "listen to", "check out", "log in", "contact us", "send us"),
    *("email us", "share your", "tell us", "read our", "view", "continue", "unlock", "this article", "abonn", "melden"),
    *("folge", "inscri", "suivez", "recevez", "soutenez", "suscr", "síguenos", "recibe", "únete", "ya sab", "mira lo"),
    *("gefällt", "unterstütze", "iscriviti", "seguici", "assine", "inscreva", "siga"),
)
_CORRECTION_OPENS = (
    *("correct", "clarif", "amend", "errat", "retract", "corrigend", "editor", "berichtig", "korrekt", "richtigst"),
    *("klarst", "anm", "hinweis", "transparenz", "rectif", "précision", "note", "ndlr", "correcc", "aclar", "fe de"),
    *("nota", "correç", "更正", "编者注", "訂正", "お詫び", "정정", "update"),
)
# And what a line must hold, one of the left and one of the right of a row, to tell of an amendment.
_AMENDED_HOLDS = (
    (
        ("earlier", "previous", "original", "initial", "prior"),
        ("version", "headline", "caption", "edition", "photo", "graphic", "chart", "map"),
    ),
    (
        ("this",),
        (
            *("amended", "corrected", "updated", "edited", "changed", "clarified", "revised", "modified", "withdrawn"),
            *("retracted", "removed", "republished", "appended"),
        ),
    ),
    (("regret", "apologi", "corrected", "amended"), ("error", "mistake", "article", "story", "report")),
    (("früheren", "précédente", "antérieure", "initiale", "anterior", "previa"), ("version", "versión")),
    (
        ("wurde", "été", "sido", "fue"),
        (
            *("korrigiert", "aktualisiert", "geändert", "berichtigt", "ergänzt", "modifié", "corrigé", "mis à jour"),
            *("amendé", "corregido", "modificado", "actualizado"),
        ),
    ),
)


def is_counter(line: str) -> bool:
    """Whether a line counts what the page's visitors did ("120 shares", "1,204 people are reading this")."""
    if len(line) >= 90:
        return False
    line = line.strip(" .!·|•-()")
    opens = line[:1].isdecimal() or line.lower().startswith(_COUNTER_OPENS)
    return opens and _COUNTER.fullmatch(line) is not None


def is_position(line: str) -> bool:
    """Whether a line tells which picture of a gallery is shown ("3/14")."""
    match = _PAGE_OF.fullmatch(line.strip(" ()")) if len(line) < 20 else None
    return match is not None and int(match[1]) <= int(match[2])


def is_section_label(line: str) -> bool:
    """Whether a line is the name of a section of the site ("Local News", "Science & Nature News")."""
    words = line.lower().split()
    if not words or words.pop() not in ("news", "stories", "headlines"):
        return False
    if len(words) > 2 and words[-2] in ("&", "and") and _WORD.fullmatch(words[-1]):
        del words[-2:]
    return " ".join(words) in _SECTIONS


def is_promo(line: str, *, linked: bool | None = None) -> bool:
    """Whether a line points to another article: ``READ MORE: ...``.

    ``linked`` says whether most of it is a link; None where that is not known.
    """
    start = _start(line)
    mark = _POINTER.search(line, start, start + _LABEL_CHARACTERS) if len(line) < 260 else None
    if mark is None:
        return False
    label, title = line[start : mark.start()], line[mark.end() :]
    folded = label.lower().replace("’", "'")
    if folded in _STRONG or _READ_OUR.fullmatch(folded):
        return linked is not False or not is_statement(title)
    return folded in _WEAK and not is_statement(title) and (linked if linked is not None else label.isupper())


def is_pitch(line: str) -> bool:
    """Whether a line could stand in a box that asks for something.

    Only of use for lines of small boxes: running text says such things too.
    """
    return len(line) < 400 and _PITCH.search(line) is not None


def is_tag_line(line: str) -> bool:
    """Whether a line names the topics that an article is filed under; ask only of lines that are mostly links."""
    return len(line) < 300 and not is_statement(line) and _TAG_LINE.match(line) is not None


def is_request(line: str) -> bool:
    """Whether a line asks the reader to subscribe, follow, donate or the like."""
    if len(line) < 260 and _opens(line, ("you", "this is your")) and _METER.match(line):
        return True
    if len(line) >= 260 or not _opens(line, _ASK_OPENS):
        return False
    return _ASK.match(line) is not None and _ASKED.search(line) is not None


def is_correction(line: str) -> bool:
    """Whether a line corrects, clarifies or amends the article, or is an editor's note."""
    if _opens(line, _CORRECTION_OPENS) and _is_note(line):
        return True
    start = line[:400]
    return _may_tell_of_amendment(start.lower()) and _AMENDED.search(start) is not None


def _is_note(line: str) -> bool:
    text = _EDITORS.sub(r"\1 ", line[_start(line) :].lower().replace("’", "'"))
    named = any(text.startswith(name) and _NOTE_ENDS.match(text, len(name)) for name in _NOTES)
    return named or _NOTE_WITH_DATE.match(text) is not None


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the article ("By Jane Doe")."""
    match = _BYLINE.fullmatch(line) if len(line) < 130 and line[:10].lower().startswith(_BYLINE_OPENS) else None
    return match is not None and not is_sentence(line) and match["name"][:1].isupper()


def is_ticker(line: str) -> bool:
    """Whether a line is a quotation of a market or the weather (an arrow, a temperature) and no sentence."""
    return len(line) < 80 and _TICKER.fullmatch(line) is not None and not is_sentence(line)


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _ends(line, _SENTENCE_ENDS)


def is_statement(line: str) -> bool:
    """Whether a line ends as a statement does: headlines ask and exclaim, but bear no full stop."""
    return _ends(line, _STATEMENT_ENDS) and len(words(line)) >= 4


def words(line: str) -> list[str]:
    """The words of a line; a character of a script without spaces counts as half a word."""
    found = _WORD.findall(line)
    if max(line, default="") < "\u3040":  # before all scripts without spaces
        return found
    return found + [""] * (len(_DENSE.findall(line)) // 2)


def _opens(line: str, openings: tuple[str, ...]) -> bool:
    """Whether the first letter or digit of a line begins one of the openings."""
    first = _start(line)
    return line[first : first + 40].lower().startswith(openings)


def _start(line: str) -> int:
    """Where the first letter or digit of a line stands."""
    if line[:1].isalnum():
        return 0
    return next((i for i, character in enumerate(line) if character.isalnum()), len(line))


def _ends(line: str, marks: tuple[str, ...]) -> bool:
    """Whether a line ends with one of the marks, closing quotation marks and brackets aside."""
    return line.removesuffix("\n").rstrip(_CLOSING).endswith(marks)


def _may_tell_of_amendment(line: str) -> bool:
    return any(any(a in line for a in one) and any(b in line for b in other) for one, other in _AMENDED_HOLDS)
