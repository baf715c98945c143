"""English notes on corrections, clarifications, updates and withdrawals, as regular expressions."""

from newsdiff.text.words.shape import words

NOTABLE = words(  # each of the expressions below needs one of these words
    """editor editor's editors editors' publisher publisher's publishers publishers' correction corrections
    clarification clarifications erratum errata retraction update updates updated corrected corrects clarified
    clarifies amended revised revision withdrawn reissued earlier previous original prior first changed
    replaced edited retracted republished adds removes wrongly incorrectly mistakenly erroneously inaccurately
    misstated misspelled misspelt misidentified misreported misquoted misattributed misnamed mislabeled
    mislabelled fixed rectified error mistake mix fault glitch oversight misunderstanding regret regrets
    apologise apologize apologises apologizes sorry record previously originally"""
)
CORRECTIONS = (
    # labels at the start: Correction: / UPDATE, / Editor's note - / Updated on 3 May
    r"^\W*(?:(?:editor['’]?s['’]?|publisher['’]?s['’]?) note|corrections?|clarifications?|errat(?:um|a)"
    r"|retraction|updated?"
    r"|corrected|clarified|amended|revised|withdrawn|reissued)(?: (?:on|at|to add|appended|report|version"
    r"|statement))?"
    r" ?(?:[:,;]|[-–—] |[\])]|\d|$|(?:on|from) (?:\d|[A-Z]))",
    # An earlier version of this article said / mistakenly / described
    r"\b(?:an?|the|our) (?:earlier|previous|original|prior|first) (?:version|edition|headline|caption|text|post"
    r"|story|article"
    r"|report)\b.{0,80}?\b(?:said|stated|gave|described|rendered|read|referred|named|listed|identified|omitted"
    r"|contained"
    r"|included|suggested|reported|attributed|put|had|was|mis\w+|incorrect\w*|wrong\w*|erroneous\w*)\b",
    # This story was amended / has been withdrawn
    r"\b(?:this|the|our)(?: [\w-]+){0,2} (?:article|story|post|page|headline|report|version|release|document"
    r"|publication|piece"
    r"|caption|statement|guidance|notice|blog|review|table|chart|figure|list|map|graphic|transcript|interview"
    r"|column|letter|update|photo)s?(?: and the [\w ]+? of this story)?(?: on this story)? (?:has|have|was|were)"
    r" (?:since |now |been |temporarily |subsequently |later |also )*"
    r"(?:corrected|amended|updated|clarified|revised|changed|reissued|replaced|withdrawn|edited|retracted"
    r"|republished)\b",
    # This version corrects
    r"\bthis (?:version|update|story|article|edition) (?:corrects|clarifies|updates|adds|removes)\b",
    # wrongly reported, misstated, a typo in the price has since been fixed
    r"\b(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately) (?:reported|said|stated|read|gave"
    r"|identified|described"
    r"|named|listed|attributed|quoted|suggested|referred|published|included)\b",
    r"\b(?:misstated|misspel(?:led|t)|misidentified|misreported|misquoted|misattributed|misnamed|mislabel+ed)\b",
    r"\b(?:this|it|typo|error|mistake|misprint|price|figure|link|name|spelling)\b[^.]{0,30}?\b(?:has|have|was|were)"
    r" (?:(?:since|now|been|subsequently) )+(?:fixed|corrected|amended|rectified)\b",
    r"\b(?:because of|due to|owing to) an? (?:[\w-]+ )?(?:error|mistake|mix-up|fault|glitch|oversight"
    r"|misunderstanding)\b",
    r"\b(?:regrets?|apologi[sz]es?)\b.{0,40}\b(?:wrong|error|mistake|incorrect|inaccura|confusion|misled|mislead|omission)\w*"
    r"|\bwe are sorry\b(?! (?:to|for (?:any|the) (?:inconvenience|delay|disruption|loss)))",
    r"\b(?:for the record|first printed as|previously stated|originally (?:stated|reported|said))\b",
    r"\b(?:corrected|revised) (?:statements?|figures?|versions?|data|copy|text)\b",
    # (updated 27 May), [WITHDRAWN], (second revision), ; corrected February 2
    r"[\[(](?:(?:second|third|first|fourth|\d\w*) )?(?:updated?|revis(?:ed|ion)|correct(?:ed|ion)|amended"
    r"|reissued|withdrawn"
    r"|clarified|clarification)\b[^)\]]{0,40}[)\]]",
    r"\b(?:updated|corrected|amended|revised|reissued|withdrawn) (?:on |at )?(?:\d{1,2}\b|(?:Jan|Feb|Mar|Apr"
    r"|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec)\w* \d)",
)
