"""English notes on corrections, updates and withdrawals: (words of which one must stand, expression)."""

CORRECTIONS = (
    (  # labels at the start: Correction: / UPDATE, / Editor's note - / Updated on 3 May
        "editor editor's editors editors' publisher publisher's publishers publishers' correction "
        "corrections clarification clarifications refile killed erratum errata retraction update updated corrected "
        "clarified amended revised withdrawn reissued corrigendum republished",
        r"^\W*(?:last )?(?:(?:editor['’]?s['’]?|publisher['’]?s['’]?) note|corrections?|corrigend(?:um|a)"
        r"|clarifications?|errat(?:um|a)|retraction|updated?|corrected|clarified|amended|revised"
        r"|withdrawn|reissued)(?: (?:on|at|to add|added|issued|appended|report|version"
        r"|statement))?(?: ?[(\[][^)\]]{1,30}[)\]](?=:))? ?(?:[:,;]|[-–—] |[\])]|\d|$|(?:on|from) (?:\d|[A-Z]))"
        r"|^\W*(?:CORRECTED|CORRECTION|CLARIFICATION|REFILE|UPDATE(?: \d)?|WITHDRAWN|KILLED)-(?=[A-Z])",
    ),
    (  # An earlier version of this article said / mistakenly / described
        "earlier previous original prior first",
        r"\b(?:an?|the|our) (?:earlier|previous|original|prior|first) (?:version|edition|headline|caption"
        r"|text|post|story|article|report)\b(?! of (?:the|a|an|his|her|its|their) (?!article|story|post"
        r"|page|headline|report|version|release|document|publication|piece|caption|news story"
        r"|press release|blog|review|transcript|interview|column)).{0,80}?\b(?:said|stated|gave|described"
        r"|rendered|read|referred|named|listed|identified|omitted|contained|included|suggested|reported"
        r"|attributed|put|had|was|mis\w+|incorrect\w*|wrong\w*|erroneous\w*)\b",
    ),
    (  # This story was amended / has been withdrawn
        "corrected amended updated clarified revised changed reissued replaced withdrawn edited retracted "
        "republished taken",
        r"(?:\b(?:this|the|our)(?: [\w-]+){0,2} (?:article|story|post|page|headline|report|version|summary|standfirst"
        r"|obituary|profile|explainer|essay|newsletter|timeline|dispatch"
        r"|release|document|publication|piece|caption|news story|press release|blog|review|transcript"
        r"|interview|column)s?|\b(?:this|our)(?: [\w-]+){0,2} (?:statement|guidance|notice|table|chart"
        r"|figure|list|map|graphic|letter|update|photo)s?|\bphoto caption|^\W*(?:story|post|article|page"
        r"|report))(?: and the [\w ]+? of this story)?(?: on this story)? (?:has|have|was|were) (?:since "
        r"|now |been |temporarily |subsequently |later |also )*(?:corrected|amended|updated|clarified"
        r"|revised|changed|reissued|replaced|withdrawn|edited|retracted|republished|taken down)\b",
    ),
    (  # Last updated with the minister's answer; amended to remove a name
        "updated corrected amended clarified revised edited",
        r"^\W*(?:last )?(?:updated with\b|(?:updated|corrected|amended|clarified|revised|edited) to (?:add|include"
        r"|reflect|clarify|correct|remove|delete|restore|fix|make|show|say|state|note|change|replace|read|give|name)\b)",
    ),
    (  # (Corrects to make clear who spoke)
        "corrects clarifies updates adds removes fixes amends",
        r"^\W*corrects\b|^\W*[(\[](?:clarifies|updates|adds|removes|fixes|amends) (?:that|to|the|a|an|details?|spelling"
        r"|date|name|figures?|in|with)\b",
    ),
    (  # (Adds comment from minister), (Recasts, refiles to fix a typo)
        "adds recasts refiles updates",
        r"^\W*[(\[](?:adds|recasts|refiles|updates)\b[^)\]]{0,120}[)\]]",
    ),
    (  # This article has been removed; Post updated with new figures
        "removed deleted unpublished updated corrected amended",
        r"\b(?:this|our) (?:article|story|report|piece) (?:has been|was) (?:removed|deleted|unpublished)\b"
        r"|^\W*(?:post|story|article|page) (?:updated|corrected|amended) (?:with|to|on|at)\b",
    ),
    (  # we are happy to make clear
        "clear",
        r"\b(?:happy|glad|wish|like|want) to make (?:it |that |this )?clear\b",
    ),
    (  # A sentence has been removed from this report
        "removed deleted cut taken",
        r"\b(?:removed|deleted|cut|taken) from (?:this|the|our|an earlier version of this) (?:article|story|post|page"
        r"|report|version|piece|interview|column)\b",
    ),
    (  # This version corrects
        "corrects clarifies updates adds removes amends fixes restores changes",
        r"\bthis (?:version|update|story|article|edition) (?:corrects|clarifies|updates|adds|removes|amends|fixes"
        r"|restores|changes)\b",
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
        "fixed corrected amended rectified restored",
        r"\b(?:this|it|typo|error|mistake|misprint|price|figure|link|name|spelling)\b[^.]{0,30}?\b(?:has"
        r"|have|was|were) (?:(?:since|now|been|subsequently) )+(?:fixed|corrected|amended|rectified)\b"
        r"|\b(?:line|sentence|paragraph|passage|quotation|quote|caption|headline|reference)s?\b[^.]{0,60}?\b(?:has|have)"
        r" (?:since |now )?been (?:fixed|corrected|amended|restored)\b"
        r"|\b(?:error|mistake|typo|misprint|misspelling)s?\b[^.]{0,40}\b(?:was|were|has been|have been"
        r"|is now) (?:fixed|corrected|amended|rectified)\b",
    ),
    (  # because of an editing error
        "error mistake mix fault glitch oversight misunderstanding",
        r"\b(?:because of|due to|owing to) an? (?:[\w-]+ )?(?:error|mistake|mix-up|fault|glitch|oversight"
        r"|misunderstanding)\b",
    ),
    (  # regrets that the wrong link; we are sorry
        "regret regrets apologise apologize apologises apologizes sorry",
        r"\b(?:regrets?|we (?:[\w-]+ )?apologi[sz]e)\b.{0,40}\b(?:wrong|error|mistake|incorrect|inaccura|confusion"
        r"|misled|mislead|omission|any (?:distress|offence|offense|hurt|upset))\w*"
        r"|\bapologi[sz]es? (?:unreservedly )?(?:for (?:the|this|any|our|these|an?) (?:[\w-]+ )?"
        r"(?:error|mistake|confusion|inaccurac|omission)|to \w+ for any)\w*"
        r"|\bwe are sorry\b(?! (?:to|for (?:any|the) (?:inconvenience|delay|disruption|loss)))",
    ),
    (  # An update to this article on 2 May; the following correction was printed
        "update correction clarification amendment apology retraction",
        r"\b(?:updates?|corrections?|clarifications?|amendments?|changes?) to (?:this|our) (?:article|story|post|page"
        r"|report|version|piece|interview|column|headline)\b"
        r"|\b(?:following|this|a|our) (?:correction|clarification|apology|retraction)s? (?:was|were|appeared|ran"
        r"|has been) (?:printed|published|issued|added|on|in)\b",
    ),
    (  # a reference to the poet was removed on 3 May
        "removed deleted added",
        r"(?:^|• ?)\W*(?:an?|one|the|two|several) (?:line|sentence|paragraph|passage|quotation|quote|caption|reference"
        r"|figure|detail)s?\b[^.]{0,60}? (?:was|were|has been|have been) (?:removed|deleted|added)"
        r"(?=\W*$|[.,;]| on \d| on (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)| after publication"
        r"| at (?:his|her|their|the)\b)",
    ),
    (  # for the record; originally stated
        "record printed stated originally",
        r"\b(?:for the record|set the record straight: we"
        r"|first printed as|previously stated|originally (?:stated|reported|said))\b",
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
        r"(?:^\W*|[;,(\[—–-] ?)(?:last )?(?:updated|corrected|amended|revised|reissued|withdrawn) (?:on "
        r"|at |to )?(?:\d{1,2}\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d)",
    ),
    (  # this article previously said
        "previously initially originally earlier first",
        r"\b(?:this|our|the) (?:article|story|post|page|headline|report|version|release|document"
        r"|publication|piece|caption|news story|press release|blog|review|transcript|interview"
        r"|column)s? (?:previously|initially|originally|earlier|first) \w+",
    ),
    (  # our apologies; since publication
        "apologies publication corrections",
        r"\bour apologies\b|\b(?:since|after) publication\b|\bwith corrections\b",
    ),
    (  # we have updated this article
        "updated corrected amended changed edited removed revised clarified",
        r"\bwe(?: have|'ve|’ve)? (?:since |now )?(?:updated|corrected|amended|changed|edited|removed"
        r"|revised|clarified)\b[^.]{0,60}\b(?:this|our|the) (?:article|story|post|page|headline|report"
        r"|version|release|document|publication|piece|caption|news story|press release|blog|review"
        r"|transcript|interview|column)\b"
        r"|(?<![\"“'‘])\bwe(?: have|'ve|’ve)? (?:since |now )?(?:corrected|amended|clarified)\b[^.]{0,40}?"
        r"\b(?:statement|sentence|paragraph|headline|caption|quotation|quote|reference|attribution|spelling|figure"
        r"|name|date|age|title|detail|error|mistake)s?\b",
    ),
    (  # An earlier version of this report overstated: whatever it did
        "earlier previous original prior first",
        r"\b(?:an?|the|our) (?:earlier|previous|original|prior|first) (?:version|edition|headline|caption) of"
        r" (?:this|our)(?: [\w-]+)? (?:article|story|post|page|report|piece|review|interview|column|obituary|blog"
        r"|caption|headline|summary|standfirst|sentence|paragraph|graphic|chart|map|list|recipe|quiz|profile|feature"
        r"|analysis)\b",
    ),
    (  # (The name was given wrongly when this article was first published); as first published, this piece
        "published posted live went appeared",
        r"\bas (?:first|originally|initially) published\b(?! in| by)|\bwhen (?:this|the|our) (?:article|story|post|page"
        r"|report|piece|review|interview|column|obituary|blog)? ?(?:was |were )?(?:first|originally|initially)"
        r" published\b(?! in| by)|\b(?:since|when|after) this (?:article|story|post|page|report|piece)? ?(?:was"
        r" (?:first |originally )?published|was posted|went (?:up|live)|appeared)\b",
    ),
    (  # (This version amends the rank); in brackets or behind a mark, a word for the text and one for its mending
        "wrong wrongly incorrect incorrectly error mistake mistakenly misstated misspelled misspelt misnamed "
        "misidentified misreported misquoted misattributed overstated understated correct corrects corrected "
        "correcting correction amend amends amended amending clarify clarifies clarified clarification update updates "
        "updated revised changed removed",
        r"^\W*[(\[*†_](?=[^.]*\b(?:this|our) (?:article|story|report|piece|version|page|post|review|column|obituary"
        r"|caption|headline)\b)(?=[^.]*\b(?:wrong|wrongly|incorrect\w*|error|mistake\w*|mis(?:stat|spel|nam|identif"
        r"|report|quot|attribut)\w+|overstated|understated|correct\w*|amend\w*|clarif\w*|updat\w*|revis\w*|changed"
        r"|removed)\b).*",
    ),
    (  # We originally gave the wrong date; we have removed a sentence; apologies to readers
        "originally initially wrongly mistakenly incorrectly erroneously wrong record removed deleted replaced "
        "withdrawn apologies",
        r"(?<![\"“'‘])\bwe (?:originally|initially|wrongly|mistakenly|incorrectly|erroneously) (?:gave|said|stated"
        r"|reported|named|described|published|printed|put|wrote|identified|quoted|attributed|listed|had|used|credited"
        r"|spelled|spelt)\b"
        r"|(?<![\"“'‘])\bwe (?:[\w-]+ )?(?:gave|named|used|had|printed|published|quoted|credited|put)"
        r" (?:[\w-]+ ){0,3}the wrong\b"
        r"|(?<![\"“'‘])\bwe got (?:[\w'’-]+ ){1,6}wrong\b[^.]{0,40}\b(?:edition|version|article|story|report"
        r"|headline)\b"
        r"|\bset the record straight on\b"
        r"|(?<![\"“'‘])\bwe(?: have|['’]ve)? (?:since |now )?(?:removed|deleted|replaced|withdrawn)"
        r" (?:an?|the|one|two|this) (?:[\w-]+ )?(?:sentence|line|paragraph|passage|quotation|quote|caption|headline"
        r"|photo|photograph|picture|image|reference|figure|detail|graphic|chart|map|claim)s?\b"
        r"|\bapologies (?:to (?:our )?readers|for (?:the|this|our) (?:error|mistake|confusion))\b",
    ),
    (  # A caption that named the wrong dancer has been replaced
        "replaced changed removed corrected amended",
        r"\b(?:caption|headline|standfirst|subheading)s?\b[^.]{0,60}\b(?:has|have) (?:since |now )?been"
        r" (?:replaced|changed|removed|corrected|amended)\b(?! from the)",
    ),
)
