"""English notes on corrections, updates and withdrawals: (words of which one must stand, expression)."""

CORRECTIONS = (
    (  # labels at the start: Correction: / UPDATE, / Editor's note - / Updated on 3 May
        "editor editor's editors editors' publisher publisher's publishers publishers' correction "
        "corrections clarification clarifications erratum errata retraction update updated corrected "
        "clarified amended revised withdrawn reissued",
        r"^\W*(?:(?:editor['’]?s['’]?|publisher['’]?s['’]?) note|corrections?|clarifications?|errat(?:um"
        r"|a)|retraction|updated?|corrected|clarified|amended|revised|withdrawn|reissued)(?: (?:on|at"
        r"|to add|appended|report|version|statement))? ?(?:[:,;]|[-–—] |[\])]|\d|$|(?:on|from) (?:\d"
        r"|[A-Z]))",
    ),
    (  # An earlier version of this article said / mistakenly / described
        "earlier previous original prior first",
        r"\b(?:an?|the|our) (?:earlier|previous|original|prior|first) (?:version|edition|headline|caption"
        r"|text|post|story|article|report)\b.{0,80}?\b(?:said|stated|gave|described|rendered|read"
        r"|referred|named|listed|identified|omitted|contained|included|suggested|reported|attributed|put"
        r"|had|was|mis\w+|incorrect\w*|wrong\w*|erroneous\w*)\b",
    ),
    (  # This story was amended / has been withdrawn
        "corrected amended updated clarified revised changed reissued replaced withdrawn edited retracted republished",
        r"\b(?:this|the|our)(?: [\w-]+){0,2} (?:article|story|post|page|headline|report|version|release"
        r"|document|publication|piece|caption|statement|guidance|notice|blog|review|table|chart|figure"
        r"|list|map|graphic|transcript|interview|column|letter|update"
        r"|photo)s?(?: and the [\w ]+? of this story)?(?: on this story)? (?:has|have|was|were) (?:since "
        r"|now |been |temporarily |subsequently |later |also )*(?:corrected|amended|updated|clarified"
        r"|revised|changed|reissued|replaced|withdrawn|edited|retracted|republished)\b",
    ),
    (  # This version corrects
        "corrects clarifies updates adds removes",
        r"\bthis (?:version|update|story|article|edition) (?:corrects|clarifies|updates|adds|removes)\b",
    ),
    (  # wrongly reported
        "wrongly incorrectly mistakenly erroneously inaccurately",
        r"\b(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately) (?:reported|said|stated|read|gave"
        r"|identified|described|named|listed|attributed|quoted|suggested|referred|published|included)\b",
    ),
    (  # misstated
        "misstated misspelled misspelt misidentified misreported misquoted misattributed misnamed "
        "mislabeled mislabelled",
        r"\b(?:misstated|misspel(?:led|t)|misidentified|misreported|misquoted|misattributed|misnamed"
        r"|mislabel+ed)\b",
    ),
    (  # a typo in the price has since been fixed
        "fixed corrected amended rectified",
        r"\b(?:this|it|typo|error|mistake|misprint|price|figure|link|name|spelling)\b[^.]{0,30}?\b(?:has"
        r"|have|was|were) (?:(?:since|now|been|subsequently) )+(?:fixed|corrected|amended|rectified)\b",
    ),
    (  # because of an editing error
        "error mistake mix fault glitch oversight misunderstanding",
        r"\b(?:because of|due to|owing to) an? (?:[\w-]+ )?(?:error|mistake|mix-up|fault|glitch|oversight"
        r"|misunderstanding)\b",
    ),
    (  # regrets that the wrong link; we are sorry
        "regret regrets apologise apologize apologises apologizes sorry",
        r"\b(?:regrets?|apologi[sz]es?)\b.{0,40}\b(?:wrong|error|mistake|incorrect|inaccura|confusion"
        r"|misled|mislead|omission)\w*|\bwe are sorry\b(?! (?:to|for (?:any|the) (?:inconvenience|delay"
        r"|disruption|loss)))",
    ),
    (  # for the record; originally stated
        "record printed stated originally",
        r"\b(?:for the record|first printed as|previously stated|originally (?:stated|reported|said))\b",
    ),
    (  # corrected figures
        "corrected revised",
        r"\b(?:corrected|revised) (?:statements?|figures?|versions?|data|copy|text)\b",
    ),
    (  # (updated 27 May), [WITHDRAWN], (second revision)
        "update updated revised revision corrected correction amended reissued withdrawn clarified clarification",
        r"[\[(](?:(?:second|third|first|fourth|\d\w*) )?(?:updated?|revis(?:ed|ion)|correct(?:ed|ion)"
        r"|amended|reissued|withdrawn|clarified|clarification)\b[^)\]]{0,40}[)\]]",
    ),
    (  # ; corrected February 2
        "updated corrected amended revised reissued withdrawn",
        r"\b(?:updated|corrected|amended|revised|reissued|withdrawn) (?:on |at )?(?:\d{1,2}\b|(?:Jan|Feb"
        r"|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d)",
    ),
)
