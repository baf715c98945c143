"""The shape of a word table: every list that a rule may ask for. Words are lower case, phrases split by spaces."""

from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, dataclass_transform

    from newsdiff.language.inflection import Verbs
    from newsdiff.language.lexicon import Dictionary, Lexicon
    from newsdiff.language.name_spellings import NameSpellings
    from newsdiff.language.scales import Scales
    from newsdiff.language.senses import Senses
    from newsdiff.language.stem_scales import StemScales
else:

    def dataclass_transform(**_):
        """Return a decorator that changes nothing: what is said is for the reader of types alone."""
        return lambda made: made


Phrases = Mapping[str, str]  # phrase -> the class it counts as
_NONE: "Mapping[str, Any]" = {}


@dataclass_transform(eq_default=False, frozen_default=True)
class _Table:
    """Makes a table of its lists, given by name: a dataclass of so many fields takes 2 ms to make at each start."""

    def __init__(self, **lists: "Any") -> None:
        if unknown := lists.keys() - LISTS:
            raise TypeError(f"a word table has no list {min(unknown)!r}")
        self.__dict__.update(lists)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a word table is not changed: {name!r}")


class WordTable(_Table):
    """What the rules know of one language; an empty list switches its part of a rule off."""

    language: str
    stop: frozenset[str]  # the commonest words: they tell the language and carry no substance

    capitals: frozenset[str] = frozenset()  # days: the names of days and months are written with a capital

    # dates
    months: Mapping[str, int] = _NONE
    weekdays: Mapping[str, int] = _NONE  # Monday is 1
    ordinals: frozenset[str] = frozenset()  # what follows a day's number: st, nd, "."
    day_links: frozenset[str] = frozenset()  # between day and month: of, de
    meridiem: Mapping[str, int] = _NONE  # am -> 0, pm -> 12
    day_halves: Mapping[str, int] = _NONE  # tonight -> 12, morning -> 0: behind nine o'clock
    led_clock: frozenset[str] = frozenset()  # half: a time only behind such a lead: at half eleven
    spoken_leads: frozenset[str] = frozenset()  # at, until: before a time of day in words
    spoken_clock: Mapping[str, int] = _NONE  # halb _ -> -30, _ y media -> 30: minutes; # a number of them
    duration_leads: frozenset[str] = frozenset()  # dauert, pendant: the hours behind them are no time of day
    clock_leads: frozenset[str] = frozenset()  # las, um: before a time without a word behind it: a las 18.30
    day_leads: frozenset[str] = frozenset()  # jusqu'au, zum: before a day without its month: jusqu'au 30
    oclock: frozenset[str] = frozenset()  # Uhr, h
    works: frozenset[str] = frozenset()  # film, novel, fans: a title beside them is that of a work
    zones: frozenset[str] = frozenset()  # gmt, est: behind a time of day
    clock: Mapping[str, str] = _NONE  # noon -> 12:00
    ago_leads: frozenset[str] = frozenset()  # vor: before a number of hours or days it says when something was
    relative: Phrases = _NONE  # yesterday -> yesterday
    holidays: Phrases = _NONE  # good friday -> good friday; + before a class: a name as well
    nearness: frozenset[str] = frozenset()  # last, next, this: before a weekday, month or unit of time
    this: frozenset[str] = frozenset()  # of them those that beside a weekday say nothing more: este martes
    ambiguous_months: frozenset[str] = frozenset()  # may, march: months only beside a day, a year or a lead
    date_leads: frozenset[str] = frozenset()  # in, since, until: before a month
    date_joints: frozenset[str] = frozenset()  # between two days of one month
    statutes: frozenset[str] = frozenset()  # act, regulations: the year behind them belongs to their name
    past: frozenset[str] = frozenset()  # was, died: a statement on the past
    past_endings: tuple[str, ...] = ()
    time_units: frozenset[str] = frozenset()  # week, month: next to last and next
    parts: Phrases = _NONE  # spring, early, late, morning
    hours: frozenset[str] = frozenset()  # classes of these that may stand alone: morning, spring

    # numbers
    cardinals: Mapping[str, float] = _NONE
    scales: Mapping[str, float] = _NONE
    cut_scales: Mapping[str, float] = _NONE  # m, md: before the sign of a currency: 1,2 M€
    headcounts: Mapping[str, float] = _NONE  # trio -> 3: nouns for so many
    pairs: frozenset[str] = frozenset()  # scale words that are nouns as well: a couple counts, the couple does not
    ranks: Mapping[str, int] = _NONE  # second -> 2
    decade_leads: frozenset[str] = frozenset()  # années, los: before the number of a decade
    decade_endings: tuple[str, ...] = ()  # er: behind it
    decades: Mapping[str, float] = _NONE  # thirties -> 30: of a life or a century
    periods: Mapping[str, tuple[float, str]] = _NONE  # decade -> 10, year: a unit that is a number of another
    fractions: Mapping[str, float] = _NONE
    aged: frozenset[str] = frozenset()  # old: behind "33-year-" it belongs to the age
    multiples: frozenset[str] = frozenset()  # double: a number before an article, else an adjective
    votes: frozenset[str] = frozenset()  # votes, goals: 52 votes to 48 is a score
    both: frozenset[str] = frozenset()  # both: a two
    measured: frozenset[str] = frozenset()  # highs, temperatures: in the mid-20s they are no year
    opposing: frozenset[str] = frozenset()  # appeal, protest: with *against* behind them they say no more
    level_scores: frozenset[str] = frozenset()  # all, apiece: behind a number they make it a score of both sides
    comparatives: frozenset[str] = frozenset()  # fewer, higher: a third fewer is a share
    in_a_row: frozenset[str] = frozenset()  # behind a rank: it tells how many there were: a third straight year
    lasting: frozenset[str] = frozenset()  # for, lasted: "over" behind them is a bound of a duration
    sums: frozenset[str] = frozenset()  # and: between a number and its fraction
    ten_links: frozenset[str] = frozenset()  # between tens and ones: treinta y dos
    bases: Mapping[str, tuple[float, str]] = _NONE  # hour -> 3600, second: a unit that is a number of another
    vague: frozenset[str] = frozenset()  # a, an: before a scale word they count 1
    units: Phrases = _NONE  # years -> year
    unit_links: frozenset[str] = frozenset()  # between a scale word and a unit: millones de euros
    counted: frozenset[str] = frozenset()  # people, jobs: four digits before them are no year
    bounds: Phrases = _NONE  # less than -> <
    bounds_behind: Phrases = _NONE  # or more -> >=
    labels: frozenset[str] = frozenset()  # section, page, step: the number behind it counts nothing
    sizes: frozenset[str] = frozenset()  # KB, pages: the number before it is no quantity of the story
    decimal: str = "."

    # people
    honorifics: Mapping[str, str] = _NONE
    standings: Mapping[str, str] = _NONE  # former, ex, acting
    courtesies: frozenset[str] = frozenset()  # classes of honorifics that anybody has: mr, dr
    standing_prefixes: Mapping[str, str] = _NONE  # ex, vice: joined to an office: vicepresidenta, Altkanzler
    loose_standings: frozenset[str] = frozenset()  # late, lead: other words as well
    office_standings: frozenset[str] = frozenset()  # joint, additional: standings before one person's office alone
    post_nominals: frozenset[str] = frozenset()
    offices: Mapping[str, str] = _NONE  # heads of an office: president, ministers
    office_heads: tuple[str, ...] = ()  # what compounds of an office end with: Verkehrsministerin
    office_links: frozenset[str] = frozenset()  # between an office and what it is for: de, für
    portfolios: frozenset[str] = frozenset()  # foreign, finance: what an office is for
    copulas: frozenset[str] = frozenset()  # is, was, as: between a name and a title
    common: "frozenset[str] | Dictionary" = frozenset()  # capitalised at a sentence's start, yet no names
    word_endings: tuple[str, ...] = ()  # -ing, -tion: words of the language, no names
    commonest: "frozenset[str] | Lexicon" = frozenset()  # the part of them that some texts write with a capital at will
    compounds: "frozenset[str] | Lexicon" = frozenset()  # names made of common words: white house
    demonyms: "frozenset[str] | Lexicon" = frozenset()  # peoples, faiths, followers: a label, no name
    demonym_endings: tuple[str, ...] = ()  # of adjectives of peoples that have a capital: Syrische
    namesakes: Mapping[str, str] = _NONE  # uk -> britain, british -> britain: one place and its people
    seats: Mapping[str, str] = _NONE  # kyiv -> ukraine: a capital speaks for its country
    prefixes: frozenset[str] = frozenset()  # anti, pro: what is joined to them is a label, no name
    origins: frozenset[str] = frozenset()  # nationalité: between somebody and what tells of which people he is
    groups: frozenset[str] = frozenset()  # minority, tribe: a capitalised word before them is a people, no name
    men: frozenset[str] = frozenset()  # son, boy: words for people of one sex, whose opposites are of the other
    women: frozenset[str] = frozenset()
    minus: frozenset[str] = frozenset()  # minus: the sign of a number, as a word
    ranges: frozenset[str] = frozenset()  # from, between: two numbers behind them are no score
    each: frozenset[str] = frozenset()  # jeder: before a place in a row it tells a share: jeder Zweite
    share_links: frozenset[str] = frozenset()  # in, out: between the numbers of a share: one in five
    score_links: frozenset[str] = frozenset()  # to, ":": between the figures of a score
    results: frozenset[str] = frozenset()  # win, vote: figures before them are a score
    nought: frozenset[str] = frozenset()  # nil: in a score, else no number of the story
    determiners: frozenset[str] = frozenset()  # the, this, our: a capitalised common word behind them is no name
    directions: frozenset[str] = frozenset()  # north, new: what is named with them is another place
    legal_forms: frozenset[str] = frozenset()  # inc, plc: they belong to no firm's name
    leanings: frozenset[str] = frozenset()  # backed: Iran-backed is a label, no name
    no_names: frozenset[str] = frozenset()  # diseases, degrees, formats
    given_names: frozenset[str] = frozenset()  # a word behind them is a name, whatever it means
    nouns: "frozenset[str] | Lexicon" = frozenset()  # that are written with a capital as all nouns are
    names: "frozenset[str] | Lexicon" = frozenset()  # names that are nouns of no kind
    small: "frozenset[str] | Lexicon" = frozenset()  # words that are written small inside a sentence
    short_nouns: "frozenset[str] | Lexicon" = frozenset()  # those of four letters and less
    noun_prefixes: tuple[str, ...] = ()  # particles before a noun that is one alone: wider-stand
    adjective_endings: tuple[str, ...] = ()  # of words that are adjectives and hardly ever names: -los, -lich
    noun_endings: tuple[str, ...] = ()  # of words that are nouns and hardly ever names: -ung, -heit
    places: frozenset[str] = frozenset()  # names known even at a sentence's start
    shortened: Mapping[str, str] = _NONE  # mississippi -> miss: how a style guide cuts the name of a place

    # statements
    negators: Phrases = _NONE
    stopping: frozenset[str] = frozenset()  # classes of these that deny a verb alone: stop doing, refuse to do
    infinitives: tuple[str, ...] = ()  # what verbs end with that such a one denies: rechaza votar
    supports: frozenset[str] = frozenset()  # did, does: a negator behind them takes another form of the verb
    articles: frozenset[str] = frozenset()  # headlines drop them, in quotations as well
    contractions: Mapping[str, str] = _NONE  # n't -> not
    forward: frozenset[str] = frozenset()  # classes of negators that deny what stands behind them alone: sin, sans
    negation_halves: frozenset[str] = frozenset()  # plus, personne: negators only with the other half before them
    negation_partners: frozenset[str] = frozenset()  # ne, n'
    concord: frozenset[str] = frozenset()  # classes that behind a "not" deny no more: no ha venido nadie
    denied_endings: tuple[str, ...] = ()  # of words that a negative prefix may deny: imposible; not inmigrante
    negative_prefixes: tuple[str, ...] = ()
    sure_prefixes: frozenset[str] = frozenset()  # those that hardly ever say anything else: un, non
    undenied: frozenset[str] = frozenset()  # different, valuable: words that such a prefix does not deny
    lasts: frozenset[str] = frozenset()  # last: "last seen in May" says what "not seen since May" does
    sinces: frozenset[str] = frozenset()  # since
    passives: frozenset[str] = frozenset()  # wurde, fut: with an agent behind them they put a verb into the passive
    agent_leads: frozenset[str] = frozenset()  # von, par: who does what a verb in the passive tells stands behind them
    reflexives: frozenset[str] = frozenset()  # sich, se: what is done is done to the subject
    conditions: frozenset[str] = frozenset()  # if, unless: what follows is another statement
    only: frozenset[str] = frozenset()  # "only in May" says what "not until May" does
    mixed_up: Mapping[str, str] = _NONE  # principle -> principal: words that writers take for one another
    quantifiers: frozenset[str] = frozenset()  # all, some, only: of substance in one another's place, or alone
    losses: frozenset[str] = frozenset()  # lost, defeat: a score beside them may begin with either side's figure
    telling_pairs: frozenset[str] = frozenset()  # "and or": small words, sorted, of which one for the other tells
    objects_of: Mapping[str, str] = _NONE  # he -> him: pronouns by who does it, and to whom it is done
    particles: frozenset[str] = frozenset()  # off, down: with one behind it a verb may be another verb
    portions: frozenset[str] = frozenset()  # half, handful: of people or of things
    quarters: frozenset[str] = frozenset()  # north, western: with a capital before one they begin a place's name
    bare_plurals: frozenset[str] = frozenset()  # people, police: nouns in the plural without its ending
    aims: frozenset[str] = frozenset()  # at: shot at, and may not be hurt
    alike_behind: frozenset[str] = frozenset()  # in, on: behind a verb one house writes this, another one that
    doers: frozenset[str] = frozenset()  # "by for": of two small words behind a verb one tells who does it
    turning_pairs: frozenset[str] = frozenset()  # "from to": two small words that say another thing the other way round
    shared_heads: frozenset[str] = frozenset()  # union, school: what belongs to many, with the apostrophe wherever
    bodies: frozenset[str] = frozenset()  # body: one or several of them are people, too
    of_one_number: frozenset[str] = frozenset()  # this, many, was: beside them a noun is singular, or is plural
    near_senses: Mapping[str, str] = _NONE  # of words that say how near a day is, those that say the same
    several: frozenset[str] = frozenset()  # before a scale word it is its plural: several hundred
    rates: frozenset[str] = frozenset()  # behind a sum, before what it is paid for: pro Woche, par mois
    clear_parts: frozenset[str] = frozenset()  # halves and multiples that mean nothing else: mitad, but not medio
    shares: frozenset[str] = frozenset()  # behind a place in a row they make it a fraction: una cuarta parte
    changes_by: frozenset[str] = frozenset()  # by, to: before a figure one says something else than the other
    small_amounts: frozenset[str] = frozenset()  # few, little: with an article before them they are some
    focus: frozenset[str] = frozenset()  # only, even: they are of the word that they stand before
    answers: frozenset[str] = frozenset()  # no: with a comma behind it, it denies something else
    limits: frozenset[str] = frozenset()  # until, unless
    date_order: Phrases = _NONE  # until -> before; since -> after: what stands before a date
    mutual: frozenset[str] = frozenset()  # met, with: what stands on either side may change places
    modals: Phrases = _NONE
    conditional_endings: tuple[str, ...] = ()  # of verbs in the conditional, which tells what is but reported
    future_has: frozenset[str] = frozenset()  # terá: before a participle it tells what is but reported
    future_endings: tuple[str, ...] = ()  # of verbs, behind their r: será, sera; behind a past they stand so: sería
    unconditional: frozenset[str] = frozenset()  # words that only end so
    purposes: frozenset[str] = frozenset()  # so: what can be behind them is a purpose: so that it could be cleaned
    past_modals: Mapping[str, str] = _NONE  # can -> could: mere tense in a sentence that goes past
    sayings: Phrases = _NONE  # said -> say
    participles: tuple[str, ...] = ()  # their endings: of verbs of saying they need a "has": le revenu déclaré
    thats: frozenset[str] = frozenset()  # que, dass: what is said begins with them, where verbs do more than say
    verb_particles: Mapping[str, str] = _NONE  # teilte -> mit: a verb of saying only where its particle follows
    tellings: frozenset[str] = frozenset()  # said, told: never but verbs of saying
    clausal: frozenset[str] = frozenset()  # verbs that need a clause to be such: found, reported
    plural_sayings: frozenset[str] = frozenset()  # say, warn: behind a plural, else they are no finite verbs
    joining: frozenset[str] = frozenset()  # and, but: a verb behind them has the speaker of the one before
    untold: frozenset[str] = frozenset()  # little, nothing: behind a verb of saying they are no statement
    asking: frozenset[str] = frozenset()  # asked: before a question, or behind one, it says and does not plead
    ourselves: frozenset[str] = frozenset()  # I, we, my: in a headline they are a speaker's
    questions: frozenset[str] = frozenset()  # if, whether: at the head of such a question
    wonders: frozenset[str] = frozenset()  # what, how: at the head of a clause that asks what somebody says
    who: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()  # we, police: with a verb of the plural
    asides: frozenset[str] = frozenset()  # also, has: between a speaker and the verb
    said_when: frozenset[str] = frozenset()  # earlier, last: behind a verb of saying that ends a sentence
    things: frozenset[str] = frozenset()  # it, this: no speakers
    passive_links: frozenset[str] = frozenset()  # of, by: behind a participle that is no verb of saying
    speaker_links: frozenset[str] = frozenset()  # of, at: inside what a speaker is called
    topic_leads: frozenset[str] = frozenset()  # on: behind a speaker and before a headline's colon
    clause_openers: frozenset[str] = frozenset()  # that, while: no speaker's words go beyond them
    reporting: frozenset[str] = frozenset()  # as: as the paper reports
    prepositions: frozenset[str] = frozenset()  # behind them a word is a noun: amid fears
    hearers: frozenset[str] = frozenset()  # court, jurors: what they heard, somebody told them
    findings: frozenset[str] = frozenset()  # classes of verbs of which things are no speakers: found, revealed
    uttered: frozenset[str] = frozenset()  # classes of verbs that nobody but a speaker does: announced, warned
    addressed: frozenset[str] = frozenset()  # told, urged: who stands behind them is spoken to
    plain_sayings: frozenset[str] = frozenset()  # classes of verbs that say no more than "according to"
    pleas: frozenset[str] = frozenset()  # classes of verbs that before a gerund tell a plea: admitted selling
    naming: frozenset[str] = frozenset()  # calls: verbs of these that need a quotation
    objective: frozenset[str] = frozenset()  # classes of verbs that need an object and "as" or a quotation: described
    datives: frozenset[str] = frozenset()  # a, au: behind a verb of saying the person follows to whom it is said
    with_infinitive: frozenset[str] = frozenset()  # classes of verbs that may take "to do": urged, promised
    deeds: frozenset[str] = frozenset()  # classes that are themselves the news: accused, praised
    attitudes: frozenset[str] = frozenset()  # classes that tell what is thought: believe, fear
    source_leads: frozenset[str] = frozenset()  # according to, citing: the source stands behind them
    opinion_leads: frozenset[str] = frozenset()  # para, pour: before who holds something for so, and a comma
    provenances: frozenset[str] = frozenset()  # seen by: such leads, where a document stands before them
    documents: frozenset[str] = frozenset()  # letters, figures
    comma_leads: frozenset[str] = frozenset()  # so: only behind a comma, and before a speaker: ..., so der Minister
    source_ends: tuple[str, ...] = ()  # angaben: behind a source in one word with it: nach Polizeiangaben
    source_trails: frozenset[str] = frozenset()  # zufolge: the source stands before them
    finite: frozenset[str] = frozenset()  # is, was, has: no speaker's words go beyond them
    mouthpieces: frozenset[str] = frozenset()  # classes of offices that speak for others: spokesman
    relatives: frozenset[str] = frozenset()  # who, which
    pronouns: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()  # been, is: before a participle they make the passive
    sources: frozenset[str] = frozenset()  # spokesman, official, report
    dwellers: frozenset[str] = frozenset()  # locals, residents, villagers: in one another's place the same people
    informants: frozenset[str] = frozenset()  # council, memo: they speak before a verb of saying alone
    headline_sources: frozenset[str] = frozenset()  # police, experts: before a headline's colon they speak
    tenures: Mapping[str, str] = _NONE  # presidency -> president
    into: frozenset[str] = frozenset()  # "weeks into his presidency"
    possessives: frozenset[str] = frozenset()
    incumbents: frozenset[str] = frozenset()  # sitting, incumbent
    year_old: str = ""  # a regular expression with the groups article, age, noun
    genres: frozenset[str] = frozenset()  # meinung: glued to the first word of a headline, a tag of its page
    page_tails: frozenset[str] = frozenset()  # zur merkliste hinzufügen: behind a headline, a button of its page
    pointers: frozenset[str] = frozenset()  # see, visit: at the head of a clause they send the reader elsewhere
    pleases: frozenset[str] = frozenset()  # please: may stand before them
    partial: frozenset[str] = frozenset()  # including: what follows need not add up
    grammar: frozenset[str] = frozenset()  # articles, pronouns, auxiliaries: what differs in them alone is no wording
    light: frozenset[str] = frozenset()  # now, exist: where nothing else differs they are no wording either
    light_verbs: frozenset[str] = frozenset()  # make, take: the noun behind them tells the act
    turns: frozenset[str] = frozenset()  # before, after: words of grammar that turn a statement
    endings: tuple[str, ...] = ()  # of inflected words: what differs in them alone is form
    verbs: "Verbs | None" = None  # by the stems of their forms, where endings leave several
    separable: frozenset[str] = frozenset()  # fest, zurück: first parts of verbs that may stand behind them
    inseparable: frozenset[str] = frozenset()  # ver-, be-: first parts that no ge stands behind
    senses: "Senses | None" = None  # lemmas, synonyms, opposites
    name_spellings: "NameSpellings | None" = None  # qaddafi, gaddafi: one name in other letters than its own
    house_style: "Scales | None" = None  # words that style guides exchange: whilst, while
    telling_accents: frozenset[str] = frozenset()  # si, -o, ¨: words and endings that an accent makes others
    fillers: frozenset[str] = frozenset()  # im jahr, de edad: they say nothing beside the number of a year or an age
    variants: Phrases = _NONE  # photo -> foto, z. b. -> zum beispiel: spelled or cut otherwise
    inner_spellings: Mapping[str, str] = _NONE  # ct -> t: letters inside words that are spelled in two ways
    transcriptions: Mapping[str, str] = _NONE  # ue -> u: letters for one that a house lacks, in names as well
    rank_endings: tuple[str, ...] = ()  # of a place in a row, behind the number: hundertste, zeventiende
    voices: Mapping[str, tuple[str, str]] = (
        _NONE  # a point of a scale -> what it is in the active and the passive voice
    )
    acts: "Scales | StemScales | None" = None  # what happened, on its scales: injured, killed
    named: "Scales | StemScales | None" = None  # what people and places are called: protesters, rioters
    corrections: tuple[tuple[str, str], ...] = ()  # words of which one must stand in a note ("": any), expression

    def plus(self, additions: tuple[tuple[str, tuple[str, ...]], ...]) -> "WordTable":
        """This table with a user's words; new words of a list of classes form a class of their own each.

        Other lists than those of ``USERS_LISTS`` are passed over: a word alone gives no number and no ending.
        """
        from newsdiff.language.lexicon import Dictionary, Lexicon

        merged: dict[str, Any] = {}
        for name, texts in additions:
            words = [" ".join(text.lower().split()) for text in texts if text.strip()]
            known = getattr(self, name) if name in USERS_LISTS else None
            if isinstance(known, Mapping):
                merged[name] = {**known, **dict(zip(words, words, strict=True))}
            elif isinstance(known, frozenset):
                merged[name] = known.union(words)
            elif isinstance(known, Dictionary | Lexicon):
                merged[name] = known.plus(words)
        return WordTable(**{**self.__dict__, **merged})


PHRASES = ("relative", "holidays", "parts", "bounds", "bounds_behind", "offices", "negators", "modals", "sayings")
LISTS = frozenset(WordTable.__annotations__)


def words(text: str) -> frozenset[str]:
    """A list written as words between spaces."""
    return frozenset(text.split())


_USERS_KINDS = (frozenset[str], Phrases, "frozenset[str] | Dictionary", "frozenset[str] | Lexicon")
USERS_LISTS = frozenset(  # those that a user may add words to: a word alone says all that they hold of one
    name for name, kind in WordTable.__annotations__.items() if kind in _USERS_KINDS
)


def classes(text: str) -> dict[str, str]:
    """A list written a class to a line, ``class: phrase, phrase``."""
    found: dict[str, str] = {}
    for line in text.strip().split("\n"):
        name, _, phrases = line.partition(":")
        found.update(dict.fromkeys(map(str.strip, phrases.split(",")), name.strip()))
    return found


def with_plurals(text: str) -> dict[str, str]:
    """``classes``, with the plural of every phrase that ends in a letter."""
    found = classes(text)
    return {**{f"{p}s": name for p, name in found.items()}, **found}


def numbers(text: str) -> dict[str, int]:
    """``classes`` whose names are whole numbers."""
    return {phrase: int(name) for phrase, name in classes(text).items()}
