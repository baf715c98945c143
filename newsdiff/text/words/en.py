"""English."""

from newsdiff.text.words.en_common import COMMON
from newsdiff.text.words.shape import Words, classes, with_plurals, words

_STOP = words(
    """the of and to in a is that for it was on are as with be by this at from have or had not but an were which their
    has been they his he she her its will would there when who all about if more we our one you your can so than then
    them these those into also after before between over under out up no what some such may should could must being do
    does did because while where how any each both other only own same through during against off again further once
    here just very too most my me him us i"""
)
_PLACES = words(
    """afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
    bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil britain brunei bulgaria burundi
    cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark djibouti dominica ecuador
    egypt england eritrea estonia eswatini ethiopia europe fiji finland france gabon gambia gaza georgia germany ghana
    greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia
    libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
    moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger
    nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia
    rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden
    switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine
    uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe africa asia america london paris berlin
    moscow beijing washington kyiv brussels tokyo delhi cairo rome madrid vienna geneva tehran jerusalem baghdad"""
)

WORDS = Words(
    language="en",
    stop=_STOP,
    months={
        "january": 1,
        "jan": 1,
        "february": 2,
        "feb": 2,
        "march": 3,
        "mar": 3,
        "april": 4,
        "apr": 4,
        "may": 5,
        "june": 6,
        "jun": 6,
        "july": 7,
        "jul": 7,
        "august": 8,
        "aug": 8,
        "september": 9,
        "sept": 9,
        "sep": 9,
        "october": 10,
        "oct": 10,
        "november": 11,
        "nov": 11,
        "december": 12,
        "dec": 12,
    },
    weekdays={
        "monday": 1,
        "mon": 1,
        "tuesday": 2,
        "tue": 2,
        "tues": 2,
        "wednesday": 3,
        "wed": 3,
        "thursday": 4,
        "thu": 4,
        "thur": 4,
        "thurs": 4,
        "friday": 5,
        "fri": 5,
        "saturday": 6,
        "sat": 6,
        "sunday": 7,
        "sun": 7,
        "mondays": 1,
        "tuesdays": 2,
        "wednesdays": 3,
        "thursdays": 4,
        "fridays": 5,
        "saturdays": 6,
        "sundays": 7,
    },
    ordinals=words("st nd rd th"),
    day_links=words("of"),
    meridiem={"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12},
    oclock=words("o'clock hrs"),
    clock={"noon": "12:00", "midday": "12:00", "midnight": "00:00"},
    relative=classes(
        """today: today
        tonight: tonight
        yesterday: yesterday
        tomorrow: tomorrow
        day before yesterday: the day before yesterday
        day after tomorrow: the day after tomorrow
        overnight: overnight"""
    ),
    nearness=words("last next this previous coming following"),
    ambiguous_months=words("may march mar sep sept dec jan"),
    date_leads=words(
        """in of since until till by from to late early mid - last next this end during and between before after the
        through"""
    ),
    date_joints=words("to - and , / or"),
    statutes=words("act acts regulations order bill directive rules constitution paralympics olympics"),
    past=words("was were had did died took came went began said found held made got fell left met saw won lost shot"),
    past_endings=("ed",),
    time_units=words("day week weeks month months year years weekend fortnight decade century"),
    parts=classes(
        """spring: spring
        summer: summer
        autumn: autumn
        winter: winter
        early: early
        mid: mid
        late: late
        beginning: beginning of
        end: end of, the end of
        morning: morning
        afternoon: afternoon
        evening: evening
        night: night"""
    ),
    cardinals={
        "zero": 0,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    },
    scales={
        "hundred": 1e2,
        "hundreds": 1e2,
        "thousand": 1e3,
        "thousands": 1e3,
        "million": 1e6,
        "millions": 1e6,
        "billion": 1e9,
        "billions": 1e9,
        "trillion": 1e12,
        "trillions": 1e12,
        "dozen": 12,
        "dozens": 12,
        "tens": 10,
        "scores": 20,
        "couple": 2,
        "k": 1e3,
        "m": 1e6,
        "mn": 1e6,
        "bn": 1e9,
        "tn": 1e12,
    },
    fractions={
        "half": 0.5,
        "halves": 0.5,
        "third": 1 / 3,
        "thirds": 1 / 3,
        "quarter": 0.25,
        "quarters": 0.25,
        "fifth": 0.2,
        "fifths": 0.2,
        "tenth": 0.1,
        "twice": 2,
        "double": 2,
        "doubled": 2,
        "triple": 3,
        "tripled": 3,
        "halved": 0.5,
    },
    vague=words("a an"),
    units=classes(
        """%: %, percent, per cent, pc
        pp: percentage point, percentage points
        second: second, seconds, sec, secs
        minute: minute, minutes, min, mins
        hour: hour, hours, hr, hrs
        day: day, days
        week: week, weeks
        fortnight: fortnight, fortnights
        month: month, months
        year: year, years, yr, yrs
        decade: decade, decades
        century: century, centuries
        metre: metre, metres, meter, meters
        centimetre: centimetre, centimetres, centimeter, centimeters, cm
        millimetre: millimetre, millimetres, millimeter, millimeters, mm
        kilometre: kilometre, kilometres, kilometer, kilometers, km, kms
        mile: mile, miles
        foot: foot, feet, ft
        inch: inch, inches
        yard: yard, yards
        acre: acre, acres
        hectare: hectare, hectares, ha
        gram: gram, grams, g
        milligram: milligram, milligrams, mg
        kilogram: kilogram, kilograms, kg, kilo, kilos
        tonne: tonne, tonnes, ton, tons
        pound: lb, lbs
        litre: litre, litres, liter, liters
        degree: degree, degrees
        mph: mph
        megawatt: megawatt, megawatts, mw
        gigawatt: gigawatt, gigawatts, gw
        dollar: $, dollar, dollars, usd
        sterling: £, pound, pounds, gbp
        euro: €, euro, euros, eur
        yen: ¥, yen
        penny: penny, pence
        cent: cent, cents"""
    ),
    counted=words("people jobs homes cases deaths times men women children patients workers troops soldiers students"),
    bounds=classes(
        """<: less than, fewer than, under, below
        >: more than, over, above, upwards of, in excess of, greater than
        <=: up to, at most, no more than, a maximum of, not more than, as many as
        >=: at least, no fewer than, no less than, a minimum of, not less than
        ~: about, around, approximately, roughly, some, circa, an estimated, approx
        -: add up to, adds up to
        almost: nearly, almost, close to, barely, just under, just over"""
    ),
    bounds_behind=classes(
        """>=: or more, or over, and over, or above, and above, or older, and older, or greater, or longer, plus
        <=: or less, or fewer, or under, and under, or below, and below, or younger, maximum, or shorter"""
    ),
    labels=words(
        """section sections article articles paragraph paragraphs chapter chapters part parts schedule schedules annex
        appendix figure figures table tables page pages step steps grade level tier version question regulation
        regulations rule clause item volume issue no nos number room unit channel route road junction highway interstate
        model type class category day days form phase stage box line strand round release chapter act group zone lot
        covid sars type option question region district terminal gate flight bus train patent case ref reference code
        agenda slide episode season series study"""
    ),
    sizes=words("kb mb gb tb kilobyte kilobytes megabyte megabytes page pages bytes px"),
    honorifics={
        **dict.fromkeys(("mr", "mister"), "mr"),
        **dict.fromkeys(("mrs", "ms", "miss"), "mrs"),
        "dr": "dr",
        "doctor": "dr",
        "prof": "professor",
        "professor": "professor",
        "sir": "sir",
        "dame": "dame",
        "lord": "lord",
        "lady": "lady",
        "baroness": "baroness",
        "baron": "baron",
        "hon": "hon",
        "rt": "hon",
        "honourable": "hon",
        "rev": "reverend",
        "reverend": "reverend",
        "father": "father",
        "sister": "sister",
        "imam": "imam",
        "rabbi": "rabbi",
        "sheikh": "sheikh",
        "prince": "prince",
        "princess": "princess",
        "king": "king",
        "queen": "queen",
        "duke": "duke",
        "duchess": "duchess",
        "earl": "earl",
        "viscount": "viscount",
        "excellency": "excellency",
    },
    standings={
        **dict.fromkeys(("former", "formerly", "ex", "onetime", "erstwhile"), "former"),
        "acting": "acting",
        "interim": "interim",
        "caretaker": "caretaker",
        "transitional": "transitional",
        "elect": "elect",
        "designate": "designate",
        "nominee": "designate",
        "incoming": "incoming",
        "outgoing": "outgoing",
        "deputy": "deputy",
        "vice": "vice",
        "assistant": "assistant",
        "associate": "associate",
        "junior": "junior",
        "emeritus": "emeritus",
        "emerita": "emeritus",
        "retired": "retired",
        "late": "late",
        "disgraced": "disgraced",
        "ousted": "ousted",
        "embattled": "embattled",
        "shadow": "shadow",
        "then": "then",
        "provisional": "provisional",
        "honorary": "honorary",
        "lead": "lead",
        "principal": "principal",
    },
    post_nominals=words(
        "mp mps qc kc cbe obe mbe kbe dbe gbe frs msp ms mla phd md mep gcmg kcmg cmg cvo lvo mvo frcp esq td bem qpm am"
    ),
    offices=with_plurals(
        """president: president
        minister: minister, premier
        pm: prime minister, pm
        secretary: secretary, secretary of state
        undersecretary: undersecretary
        chancellor: chancellor
        chief: chief, head
        ceo: ceo, chief executive, chief executive officer
        cfo: cfo
        officer: officer, constable
        director: director
        manager: manager
        chair: chair, chairman, chairwoman, chairperson
        leader: leader
        governor: governor
        mayor: mayor
        ambassador: ambassador
        envoy: envoy, charge d'affaires, chargé d'affaires
        commissioner: commissioner
        senator: senator, sen
        representative: representative, rep, congressman, congresswoman
        general: general, gen
        colonel: colonel, col
        captain: captain, capt
        major: major
        lieutenant: lieutenant, lt
        sergeant: sergeant, sgt
        admiral: admiral
        marshal: marshal
        inspector: inspector
        superintendent: superintendent
        detective: detective
        judge: judge, justice
        prosecutor: prosecutor
        attorney: attorney, lawyer
        solicitor: solicitor
        barrister: barrister
        spokesman: spokesman, spokeswoman, spokesperson
        trustee: trustee
        founder: founder
        editor: editor
        bishop: bishop, archbishop
        pope: pope
        speaker: speaker
        treasurer: treasurer
        comptroller: comptroller
        coach: coach
        analyst: analyst
        adviser: adviser, advisor
        consultant: consultant
        specialist: specialist
        coordinator: coordinator, co-ordinator
        designer: designer
        webmaster: webmaster
        candidate: candidate
        economist: economist
        epidemiologist: epidemiologist
        councillor: councillor
        commander: commander
        delegate: delegate
        registrar: registrar
        ombudsman: ombudsman
        principal: headteacher
        dean: dean
        lecturer: lecturer
        monarch: emir, sultan"""
    ),
    office_links=words("of for and the to at in , & 's"),
    common=COMMON,
    demonyms=words(
        """british english scottish welsh irish french german spanish italian russian chinese american european african
        asian ukrainian polish dutch swedish norwegian danish finnish greek turkish israeli iranian iraqi syrian
        egyptian indian pakistani japanese korean australian canadian mexican brazilian belarusian palestinian arab
        afghan tunisian sudanese nigerian kenyan"""
    ),
    no_names=words(
        """covid coronavirus omicron delta hiv aids ebola sars flu pdf ods odt csv html url kb mb gmt bst utc est pst
        am pm ok tv id faq q&a rt dna rna pcr lfd phd ba ma bsc msc a&e it hr pr ceo cfo mp qc kc obe cbe mbe uk us
        usa u.s. u.k. jst cet pt et isbn doi ref html5 monkeypox n/a christmas easter internet web app email"""
    ),
    places=_PLACES,
    negators=classes(
        """not: not, n't, cannot, can't, won't, don't, doesn't, didn't, isn't, aren't, wasn't, weren't, hasn't, haven't, hadn't, wouldn't, couldn't, shouldn't, mustn't, needn't, ain't
        no: no, none, nobody, no one, nothing, nowhere, neither, no longer
        never: never
        without: without, short of
        -: not only, not just, no doubt, whether or not, if not, not least, not to mention, no matter, no more than, not more than, no less than, no fewer than, no later than, no longer than, no earlier than, not exceed, nor, non
        exclude: ruled out, rule out, rules out, excluded
        hardly: hardly, scarcely, rarely, seldom
        oppose: oppose, opposes, opposed, opposing, disagree, disagrees, disagreed
        stop: stop, stops, stopped, stopping, cease, ceases, ceased
        fail: fail, fails, failed, failing, failure
        refuse: refuse, refuses, refused, refusing, decline to, declined to, declines to, declining to, reject, rejected, rejects, rejecting
        deny: deny, denied, denies, denying
        unable: unable, impossible, forbidden, prohibited, banned
        lack: lack, lacks, lacked, lacking, absent, absence of"""
    ),
    negative_prefixes=("un", "in", "im", "ir", "il", "dis", "non"),
    only=words("only just"),
    limits=words("until till unless before except than but short"),
    modals=classes(
        """may: may, might, could, can possibly, possible, possibly, perhaps, maybe, potential, potentially, conceivable, conceivably, risk of
        can: can, able to
        unable: cannot, can't, could not, couldn't, unable to, not able to, not possible, impossible, unable
        -: as soon as possible, where possible, as possible, if possible, said to, said to be, confirmed case, confirmed cases
        will: will, going to, 'll, shall, we'll, you'll, they'll, it'll, i'll, he'll, she'll, won't
        would: would
        should: should, ought to, recommended, advised to, encouraged to
        must: must, have to, has to, had to, need to, needs to, required to, obliged to, mandatory, compulsory
        likely: likely, probable, probably
        unlikely: unlikely
        alleged: alleged, allegedly, purported, purportedly, accused of, supposedly
        suspected: suspected, suspect, suspects
        reported: reportedly, reported to, said to, understood to, rumoured, rumored
        believed: believed to, thought to, considered to
        appear: appear to, appears to, appeared to, seem to, seems to, seemed to, apparent, apparently, seemingly
        expected: expected to, expected, due to be, set to, scheduled to, hoped to, anticipated, estimated to, are due to, is due to
        plan: plan to, plans to, planned to, planning to, intends to, intend to, aims to, proposed to, proposes to, hopes to, proposed, planned
        certain: certain, certainly, definite, definitely, sure to, undoubtedly, inevitable, inevitably
        confirmed: confirmed, confirm, confirms, proven"""
    ),
    sayings=classes(
        """say: said, say, says, saying, told, tells, tell, stated, states, added, adds, according to, announced, announces, reported, reports, noted, explained, commented, remarked, wrote, writes
        claim: claimed, claims, claim, claiming, alleged, alleges
        admit: admitted, admits, acknowledged, acknowledges, conceded, concedes, confessed, confesses
        deny: denied, denies
        insist: insisted, insists
        warn: warned, warns
        argue: argued, argues
        suggest: suggested, suggests
        reveal: revealed, reveals, disclosed
        boast: boasted, boasts
        complain: complained, complains
        joke: joked
        accuse: accused, accuses
        promise: promised, promises, vowed, pledged
        urge: urged, urges
        condemn: condemned, condemns, criticised, criticized
        praise: praised, praises, welcomed, hailed
        declare: declared, declares"""
    ),
    pronouns=words("i he she it they we you who"),
    auxiliaries=words("been be is are was were being to"),
    sources=words(
        """source sources spokesman spokeswoman spokesperson official officials report reports witness witnesses analyst
        analysts expert experts researchers agency statement transcript interview people officials family police
        prosecutor prosecutors insider insiders memo documents data study"""
    ),
    corrections=(
        # labels at the start: Correction: / UPDATE, / Editor's note - / Updated on 3 May
        r"^\W*(?:(?:editor['’]?s['’]?|publisher['’]?s['’]?) note|corrections?|clarifications?|errat(?:um|a)|retraction|updated?"
        r"|corrected|clarified|amended|revised|withdrawn|reissued)(?: (?:on|at|to add|appended|report|version|statement))?"
        r" ?(?:[:,;]|[-–—] |[\])]|\d|$|(?:on|from) (?:\d|[A-Z]))",
        # An earlier version of this article said / mistakenly / described
        r"\b(?:an?|the|our) (?:earlier|previous|original|prior|first) (?:version|edition|headline|caption|text|post|story|article"
        r"|report)\b.{0,80}?\b(?:said|stated|gave|described|rendered|read|referred|named|listed|identified|omitted|contained"
        r"|included|suggested|reported|attributed|put|had|was|mis\w+|incorrect\w*|wrong\w*|erroneous\w*)\b",
        # This story was amended / has been withdrawn
        r"\b(?:this|the|our)(?: [\w-]+){0,2} (?:article|story|post|page|headline|report|version|release|document|publication|piece"
        r"|caption|statement|guidance|notice|blog|review|table|chart|figure|list|map|graphic|transcript|interview|column|letter|update|photo)s?(?: and the [\w ]+? of this story)?(?: on this story)? (?:has|have|was|were)"
        r" (?:since |now |been |temporarily |subsequently |later |also )*"
        r"(?:corrected|amended|updated|clarified|revised|changed|reissued|replaced|withdrawn|edited|retracted|republished)\b",
        # This version corrects
        r"\bthis (?:version|update|story|article|edition) (?:corrects|clarifies|updates|adds|removes)\b",
        # wrongly reported, misstated, a typo in the price has since been fixed
        r"\b(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately) (?:reported|said|stated|read|gave|identified|described"
        r"|named|listed|attributed|quoted|suggested|referred|published|included)\b",
        r"\b(?:misstated|misspel(?:led|t)|misidentified|misreported|misquoted|misattributed|misnamed|mislabel+ed)\b",
        r"\b(?:this|it|typo|error|mistake|misprint|price|figure|link|name|spelling)\b[^.]{0,30}?\b(?:has|have|was|were)"
        r" (?:(?:since|now|been|subsequently) )+(?:fixed|corrected|amended|rectified)\b",
        r"\b(?:because of|due to|owing to) an? (?:[\w-]+ )?(?:error|mistake|mix-up|fault|glitch|oversight|misunderstanding)\b",
        r"\b(?:regrets? (?:that|the|any|this)|we apologi[sz]e|apologi[sz]es? for|we are sorry|we regret)\b",
        r"\b(?:for the record|first printed as|previously stated|originally (?:stated|reported|said))\b",
        r"\b(?:corrected|revised) (?:statements?|figures?|versions?|data|copy|text)\b",
        # (updated 27 May), [WITHDRAWN], (second revision), ; corrected February 2
        r"[\[(](?:(?:second|third|first|fourth|\d\w*) )?(?:updated?|revis(?:ed|ion)|correct(?:ed|ion)|amended|reissued|withdrawn"
        r"|clarified|clarification)\b[^)\]]{0,40}[)\]]",
        r"\b(?:updated|corrected|amended|revised|reissued|withdrawn) (?:on |at )?(?:\d{1,2}\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
        r"|Sep|Oct|Nov|Dec)\w* \d)",
    ),
)
