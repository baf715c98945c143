"""English."""

from newsdiff.language.en import speech
from newsdiff.language.en.correction_notes import CORRECTIONS
from newsdiff.language.en.dictionary import ACTS, HOUSE_STYLE, LABELS, NAME_SPELLINGS, SENSES
from newsdiff.language.en.grammar import GRAMMAR, LIGHT, LIGHT_VERBS
from newsdiff.language.en.mixed_up import MIXED_UP
from newsdiff.language.en.numbers import BASES, BOUNDS, HOLIDAYS, UNITS
from newsdiff.language.en.people_and_places import (
    INFORMANTS,
    MORE_PEOPLES,
    NAMESAKES,
    NO_NAMES,
    PLACES,
    PORTFOLIOS,
    SEATS,
    SHORTENED,
    SOURCES,
)
from newsdiff.language.en.statements import MODALS, NEGATORS
from newsdiff.language.lexicon import Dictionary, beside
from newsdiff.language.lists import commonest
from newsdiff.language.table import WordTable, classes, numbers, with_plurals, words

COMMONEST = beside(__file__, "commonest_words.txt")

WORDS = WordTable(
    language="en",
    stop=commonest("en"),
    capitals=words("days"),
    months=numbers(
        """1: january, jan
        2: february, feb
        3: march, mar
        4: april, apr
        5: may
        6: june, jun
        7: july, jul
        8: august, aug
        9: september, sept, sep
        10: october, oct
        11: november, nov
        12: december, dec"""
    ),
    weekdays=numbers(
        """1: monday, mon, mondays
        2: tuesday, tue, tues, tuesdays
        3: wednesday, wed, wednesdays
        4: thursday, thu, thur, thurs, thursdays
        5: friday, fri, fridays
        6: saturday, sat, saturdays
        7: sunday, sun, sundays"""
    ),
    ordinals=words("st nd rd th"),
    day_links=words("of"),
    meridiem=numbers(
        """0: am, a.m.
        12: pm, p.m."""
    ),
    oclock=words("o'clock"),
    works=words(
        """
        film films movie movies series show shows novel novels book books memoir album albums song
        songs single singles play plays musical musicals opera operas ballet documentary drama
        sitcom soap episode episodes podcast magazine poem poems painting exhibition game games
        review reviews fan fans star stars starred starring actor actress author novelist singer
        director playwright composer wrote directed recorded sang performed premiere viewers
        audiences screenplay soundtrack sequel trilogy franchise broadcaster remake adaptation
        """
    ),
    zones=words("""gmt utc bst ist est edt et cst cdt ct mst mdt pst pdt pt akst hst cet cest eet eest wat cat eat sast
        msk pkt npt ict wib hkt sgt jst kst awst acst aest aedt nzst nzdt brt art clt"""),
    spoken_clock={
        "half past _": 30,
        "half _": 30,
        "quarter past _": 15,
        "quarter to _": -15,
        "# past _": 1,
        "# to _": -1,
        "# minutes past _": 1,
        "# minutes to _": -1,
        "_ o'clock in the morning": 0,
        "_ o'clock in the afternoon": 720,
        "_ o'clock in the evening": 720,
        "_ o'clock at night": 720,
        "_ in the morning": 0,
        "_ in the afternoon": 720,
        "_ in the evening": 720,
        "_ at night": 720,
    },
    led_clock=words("half"),
    spoken_leads=words("at by until till from around about"),
    day_halves=numbers(
        """0: morning
        12: tonight, evening, afternoon, night"""
    ),
    clock={"noon": "12:00", "midday": "12:00", "midnight": "00:00"},
    relative=classes(
        """today: today
        tonight: tonight
        yesterday: yesterday
        tomorrow: tomorrow
        day before yesterday: the day before yesterday
        day after tomorrow: the day after tomorrow"""
    ),
    holidays=HOLIDAYS,
    nearness=words("last next this previous coming following"),
    ambiguous_months=words("may march mar sep sept dec jan"),
    hours=words("morning afternoon evening night spring summer autumn winter"),
    date_leads=words(
        """in of since until till by from to late early mid - last next this end during and between before after the
        through"""
    ),
    date_joints=words("to - and , / or"),
    statutes=words("act acts regulations order bill directive rules constitution paralympics olympics"),
    past=words(
        """was were had did died took came went began said found held made got fell left met saw won lost shot"""
    ),
    past_endings=("ed",),
    time_units=words("day week weeks month months year years weekend fortnight decade century"),
    date_order=classes(
        """before: before, by, until, till
        after: after, since, from, following
        on: on, at"""
    ),
    parts=classes(
        """spring: spring
        summer: summer
        autumn: autumn
        winter: winter
        early: early
        mid: mid
        late: late
        first week: first week of, first week in
        second week: second week of, second week in
        third week: third week of, third week in
        last week: last week of, last week in, final week of
        first half: first half of, first half, h1
        second half: second half of, second half, h2
        first quarter: first quarter of, first quarter, first-quarter, 1st quarter, q1
        second quarter: second quarter of, second quarter, second-quarter, 2nd quarter, q2
        third quarter: third quarter of, third quarter, third-quarter, 3rd quarter, q3
        fourth quarter: fourth quarter of, fourth quarter, last quarter, fourth-quarter, 4th quarter, q4
        beginning: beginning of, the beginning of, start of, the start of
        middle: middle of, the middle of
        end: end of, the end of
        morning: morning, mornings
        afternoon: afternoon, afternoons
        evening: evening, evenings
        night: night, nights, overnight"""
    ),
    cardinals=numbers(
        """0: zero
        1: one
        2: two
        3: three
        4: four
        5: five
        6: six
        7: seven
        8: eight
        9: nine
        10: ten
        11: eleven
        12: twelve
        13: thirteen
        14: fourteen
        15: fifteen
        16: sixteen
        17: seventeen
        18: eighteen
        19: nineteen
        20: twenty
        30: thirty
        40: forty
        50: fifty
        60: sixty
        70: seventy
        80: eighty
        90: ninety"""
    ),
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
        "lakh": 1e5,
        "crore": 1e7,
        "lakhs": 1e5,
        "crores": 1e7,
        "trillions": 1e12,
        "dozen": 12,
        "dozens": 12,
        "tens": 10,
        "scores": 20,
        "couple": 2,
        "pair": 2,
        "k": 1e3,
        "m": 1e6,
        "mn": 1e6,
        "mln": 1e6,
        "bn": 1e9,
        "bln": 1e9,
        "tn": 1e12,
        "trn": 1e12,
    },
    pairs=words("couple pair scores"),
    both=words("both"),
    headcounts=numbers(
        """2: twin, twins, duo
        3: trio, triplets, threesome
        4: quartet, foursome, quadruplets
        5: quintet, quintuplets"""
    ),
    ranks=numbers(
        """1: first
        2: second
        3: third
        4: fourth
        5: fifth
        6: sixth
        7: seventh
        8: eighth
        9: ninth
        10: tenth
        11: eleventh
        12: twelfth
        13: thirteenth
        14: fourteenth
        15: fifteenth
        16: sixteenth
        17: seventeenth
        18: eighteenth
        19: nineteenth
        20: twentieth
        30: thirtieth
        40: fortieth
        50: fiftieth
        60: sixtieth
        70: seventieth
        80: eightieth
        90: ninetieth"""
    ),
    decades={
        "twenties": 20,
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
    },
    periods={"decade": (10, "year"), "century": (100, "year"), "fortnight": (2, "week")},
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
        "twofold": 2,
        "threefold": 3,
        "fourfold": 4,
        "fivefold": 5,
        "tenfold": 10,
        "thrice": 3,
        "tripled": 3,
        "halved": 0.5,
        "½": 0.5,
        "⅓": 1 / 3,
        "⅔": 2 / 3,
        "¼": 0.25,
        "¾": 0.75,
        "⅕": 0.2,
        "⅛": 0.125,
        "⅜": 0.375,
        "⅝": 0.625,
        "⅞": 0.875,
    },
    sums=words("and"),
    bases=BASES,
    votes=words("votes vote goals goal tries try frames frame sets set legs leg games game"),
    measured=words("high highs low lows temperature temperatures thermometer thermometers mercury celsius fahrenheit"),
    level_scores=words("all apiece"),
    in_a_row=words("straight consecutive successive running"),
    comparatives=words("more less fewer higher lower larger smaller bigger greater longer shorter cheaper dearer"),
    aged=words("old olds aged age"),
    multiples=words("double triple"),
    lasting=words(
        "for after of than lasted lasts lasting took takes taking spent spends is was are were be been aged just well"
        " to in within with at from by has have had having served serves serving"
    ),
    near_senses={"coming": "next"},
    several=words("several few many"),
    vague=words("a an"),
    units=UNITS,
    counted=words(
        """people jobs homes cases deaths times men women children patients workers troops soldiers students"""
    ),
    bounds=BOUNDS,
    bounds_behind=classes(
        """>=: or more, or over, and over, or above, and above, or older, and older, or greater, or longer, plus
        ~: or so, or thereabouts, - odd, odd
        <=: or less, or fewer, or under, and under, or below, and below, or younger, maximum, or shorter"""
    ),
    labels=words(
        """section sections article articles paragraph paragraphs chapter chapters part parts schedule schedules annex
        appendix figure figures table tables page pages step steps version question regulation
        regulations rule clause item volume issue no nos number room unit channel route road junction highway
        interstate model type class day days form box line strand round release chapter act
        group groups zone lot block blocks track tracks heat lane platform runway covid sars type option question
        region district terminal gate flight bus train patent case fig pg ref reference update code agenda slide
        episode season series study"""
    ),
    sizes=words("kb mb gb tb kilobyte kilobytes megabyte megabytes page pages bytes px"),
    honorifics=classes(
        """mr: mr, mister
        mrs: mrs, ms, miss
        dr: dr, doctor
        professor: prof, professor
        sir: sir
        dame: dame
        lord: lord
        lady: lady
        baroness: baroness
        baron: baron
        hon: hon, rt, honourable
        reverend: rev, reverend
        father: father
        sister: sister
        imam: imam
        rabbi: rabbi
        sheikh: sheikh
        prince: prince
        princess: princess
        king: king
        queen: queen
        duke: duke
        duchess: duchess
        earl: earl
        viscount: viscount
        excellency: excellency
        governor: gov"""
    ),
    standings=classes(
        """former: former, formerly, ex, onetime, erstwhile, sometime
        acting: acting
        interim: interim
        caretaker: caretaker
        transitional: transitional
        elect: elect
        designate: designate, nominee
        incoming: incoming
        outgoing: outgoing
        deputy: deputy
        vice: vice
        assistant: assistant
        associate: associate
        junior: junior
        senior: senior
        trainee: trainee
        emeritus: emeritus, emerita
        retired: retired, retd
        late: late
        ousted: ousted
        shadow: shadow
        then: then
        provisional: provisional
        honorary: honorary
        lead: lead
        principal: principal
        joint: joint, co
        additional: additional
        adjunct: adjunct"""
    ),
    courtesies=words("mr mrs dr professor hon"),
    loose_standings=words("late lead then principal junior senior associate assistant acting retired transitional"),
    office_standings=words("joint additional adjunct"),
    post_nominals=words(
        """mp mps qc kc cbe obe mbe kbe dbe gbe frs msp ms mla phd md
        mep gcmg kcmg cmg cvo lvo mvo frcp esq td bem qpm am"""
    ),
    offices=with_plurals(
        """president: president
        vp: vp, vice president, vice-president
        minister: minister, premier
        pm: prime minister, pm
        secretary: secretary, secretary of state
        undersecretary: undersecretary
        chancellor: chancellor
        chief: chief, head
        ceo: ceo, chief executive, chief executive officer
        cfo: cfo, chief financial officer
        coo: coo, chief operating officer
        cto: cto, chief technology officer
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
        brigadier: brigadier, brig
        commodore: commodore
        corporal: corporal, cpl
        colonel: colonel, col
        captain: captain, capt
        major: major
        lieutenant: lieutenant, lt
        sergeant: sergeant, sgt
        sheriff: sheriff
        magistrate: magistrate
        admiral: admiral
        marshal: marshal
        inspector: inspector, insp
        pc: pc, police constable
        superintendent: superintendent, supt
        detective: detective, det
        judge: judge, justice
        prosecutor: prosecutor
        attorney: attorney, lawyer
        solicitor: solicitor
        barrister: barrister
        spokesman: spokesman, spokeswoman, spokesperson
        trustee: trustee
        founder: founder
        editor: editor
        bishop: bishop
        archbishop: archbishop
        cardinal: cardinal
        vicar: vicar, rector
        chaplain: chaplain
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
        councillor: councillor, cllr, councilor, councilman, councilwoman, alderman
        consul: consul
        partner: partner
        nurse: nurse, midwife, matron
        surgeon: surgeon, physician
        engineer: engineer
        scientist: scientist, researcher
        accountant: accountant
        clerk: clerk
        negotiator: negotiator
        curator: curator
        auditor: auditor
        commander: commander
        delegate: delegate
        registrar: registrar
        ombudsman: ombudsman
        principal: headteacher
        dean: dean
        lecturer: lecturer
        monarch: emir, sultan
        adjutant: adjutant
        administrator: administrator
        archdeacon: archdeacon
        bailiff: bailiff
        bursar: bursar
        canon: canon
        commandant: commandant
        coroner: coroner
        curate: curate
        deacon: deacon
        abbot: abbot, abbess
        headmaster: headmaster, headmistress
        notary: notary
        nuncio: nuncio
        patriarch: patriarch
        prefect: prefect
        proctor: proctor
        provost: provost
        quartermaster: quartermaster
        rapporteur: rapporteur
        ranger: ranger
        viceroy: viceroy
        warden: warden"""
    ),
    common=Dictionary(COMMONEST, SENSES),
    commonest=COMMONEST,
    compounds=beside(__file__, "compound_names.txt"),
    word_endings=(
        "ing",
        "tion",
        "sion",
        "ly",
        "ment",
        "ness",
        "ity",
        "ed",
        "ers",
        "ors",
        "ies",
        "ful",
        "less",
        "ive",
        "ous",
        "able",
        "al",
    ),
    portfolios=PORTFOLIOS,
    copulas=words("is was as"),
    demonyms=beside(__file__, "peoples.txt").plus(MORE_PEOPLES),
    namesakes=NAMESAKES,
    seats=SEATS,
    name_spellings=NAME_SPELLINGS,
    prefixes=words("anti pro neo non pre post ex mid pan trans un self all semi ultra"),
    determiners=words(
        """the a an this that these those our your his her its their my any each every no some all another such both
        which what whose other own new"""
    ),
    men=words("man men boy boys son sons brother brothers husband husbands father fathers nephew nephews uncle uncles"),
    women=words(
        "woman women girl girls daughter daughters sister sisters wife wives mother mothers niece nieces aunt aunts"
    ),
    groups=words("minority minorities tribe tribes clan clans caste castes sect sects tribesmen tribespeople"),
    minus=words("minus"),
    share_links=words("in out"),
    score_links=words("to"),
    ranges=words("from between up down aged ages than rose fell grew"),
    results=words(
        """win wins victory victories loss losses defeat defeats draw draws lead thrashing triumph rout advantage vote
        votes ruling decision majority verdict"""
    ),
    nought=words("nil zero love"),
    directions=words(
        """north south east west northern southern eastern western central new old great greater upper lower inner
        outer saint san santa los las el la"""
    ),
    legal_forms=words("inc ltd plc corp co llc gmbh ag sa nv spa limited incorporated corporation company group"),
    leanings=words(
        "backed led linked aligned allied affiliated sponsored brokered funded trained armed controlled run born owned"
    ),
    no_names=NO_NAMES,
    places=PLACES,
    shortened=SHORTENED,
    grammar=GRAMMAR,
    light=LIGHT,
    light_verbs=LIGHT_VERBS,
    turns=words("before after against during"),
    opposing=words("appeal protest"),
    mixed_up=MIXED_UP,
    quantifiers=words("all some most only both few every each none again other more"),
    losses=words(
        "lose loses lost losing loss losses beaten defeat defeats defeated trail trails trailed trailing down"
    ),
    telling_pairs=frozenset(
        (
            *("and or", "her his", "he she", "her him", "hers his", "herself himself", "from to", "if unless"),
            *("for from", "on under", "over under", "off on", "in out", "into out of"),
            *("because if", "although because", "because unless", "because though"),
        )
    ),
    changes_by=words("by to from of at"),
    objects_of={"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"},
    particles=words("off out up down over away back aside"),
    portions=words("half part rest number handful third quarter percent lot pair"),
    quarters=words("north south east west northern southern eastern western central upper lower"),
    bare_plurals=words("people police men women children"),
    aims=words("at"),
    alike_behind=words("in on at to with upon of from"),
    doers=frozenset(("by for", "by to", "by from")),
    turning_pairs=frozenset(("from to",)),
    shared_heads=words(
        """union unions association associations federation guild league club clubs market markets school schools
        college hospital group groups council body committee strike strikes day night room rooms team teams game final
        cup championship title race doubles singles football tennis cricket rugby rights refuge wear clothes clothing
        magazine health support prison shelter movement march lounge licence licences license licenses permit guide"""
    ),
    bodies=words("body corpse"),
    of_one_number=words(
        "a an one this that each every another these those many several both few all is was has does are were have do"
    ),
    small_amounts=words("few little"),
    focus=words("only even just merely solely nearly almost"),
    answers=words("no"),
    senses=SENSES,
    acts=ACTS,
    voices={"beat": ("won", "lost"), "killed": ("killed~", "killed")},
    house_style=HOUSE_STYLE,
    named=LABELS,
    negators=NEGATORS,
    stopping=words("stop refuse"),
    supports=words("did does do"),
    articles=words("a an the"),
    contractions={"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am"},
    negative_prefixes=("un", "in", "im", "ir", "il", "dis", "non"),
    sure_prefixes=words("un non dis"),
    undenied=words(
        """different valuable famous flammable tense passive personal human cessant active charge charges charged
        charging cover covers covered covering miss misses missed missing play plays played playing pose poses posed
        close closes closed closing"""
    ),
    lasts=words("last first"),
    sinces=words("since"),
    conditions=words("if unless whether when whenever where"),
    only=words("only just"),
    limits=words("until till unless before except than but short"),
    mutual=words(
        "meet meets met meeting with marry marries married versus vs v between both talks spoke spoken speaks"
        " alongside face faces faced"
    ),
    modals=MODALS,
    purposes=words("so"),
    past_modals={"can": "could", "able to": "could", "will": "would", "may": "might", "must": "had to"},
    addressed=speech.ADDRESSED,
    asides=speech.ASIDES,
    attitudes=speech.ATTITUDES,
    clausal=speech.CLAUSAL,
    topic_leads=speech.TOPIC_LEADS,
    clause_openers=speech.CLAUSE_OPENERS,
    deeds=speech.DEEDS,
    findings=speech.FINDINGS,
    finite=speech.FINITE,
    hearers=speech.HEARERS,
    headline_sources=speech.HEADLINE_SOURCES,
    joining=speech.JOINING,
    naming=speech.NAMING,
    objective=speech.OBJECTIVE,
    passive_links=speech.PASSIVE_LINKS,
    plurals=speech.PLURALS,
    pleas=words("admit"),
    plain_sayings=words("say report add find reveal"),
    plural_sayings=speech.PLURAL_SAYINGS,
    prepositions=speech.PREPOSITIONS,
    reporting=speech.REPORTING,
    said_when=speech.SAID_WHEN,
    sayings=speech.SAYINGS,
    source_leads=speech.SOURCE_LEADS,
    provenances=speech.PROVENANCES,
    documents=words(
        """letter letters email emails memo memos document documents figures data records report reports study survey
        transcript transcripts video videos footage statement statements messages files filings photographs photos
        images statistics papers minutes audit draft accounts"""
    ),
    speaker_links=speech.SPEAKER_LINKS,
    tellings=speech.TELLINGS,
    things=speech.THINGS,
    untold=words("little nothing much something so about"),
    asking=words("ask asks asked asking"),
    ourselves=words("i we my our me us i'm i've i'll i'd we're we've we'll"),
    questions=words("if whether"),
    wonders=words("what how why whatever"),
    who=speech.WHO,
    uttered=speech.UTTERED,
    with_infinitive=speech.WITH_INFINITIVE,
    dwellers=words(
        """local locals resident residents villager villagers islander islanders townspeople townsfolk inhabitant
        inhabitants householder householders homeowner homeowners"""
    ),
    mouthpieces=words("spokesman"),
    relatives=words("who which whose that"),
    pronouns=words("he she it they who"),
    auxiliaries=words("been be is are was were being to it's that's they're we're you're he's she's there's"),
    sources=SOURCES,
    informants=INFORMANTS,
    tenures={
        "presidency": "president",
        "premiership": "minister",
        "chancellorship": "chancellor",
        "governorship": "governor",
        "mayoralty": "mayor",
        "papacy": "pope",
    },
    into=words("into"),
    possessives=words("his her their"),
    incumbents=words("sitting incumbent"),
    year_old=r"\b(?P<article>an?|the|another) (?P<age>\d{1,2})-year-old"
    r"(?: (?P<noun>boy|girl|man|woman|child|teenager))?\b",
    pointers=words("see check read visit find watch follow consult view browse refer look click download learn"),
    pleases=words("please also"),
    partial=words("including among about around approximately nearly almost least over than other others percent %"),
    corrections=CORRECTIONS,
)
