"""English verbs of saying by class, and what tells that they are used for saying."""

from newsdiff.language.table import classes, words

# lemma or lemma/past; a * marks a verb that tells of saying only before a clause or a quotation, or beside one
_VERBS = """say: say/said tell/told state* announce* note explain comment* remark* write/wrote* answer* reply* respond*
    observe* mention* recount* post* tweet* attest* opine* preach* remind* inform* notify* confide* muse* restate*
    exclaim* clarify* chant* mutter* murmur* whisper* shout* retort* counter* interject*
assure: assure* reassure*
rule: rule*
ask: wonder*
recall: recall* remember*
report: report*
add: add*
stress: stress* emphasise emphasize underline/underlined* underscore* highlight* reiterate reaffirm*
claim: claim* allege profess* aver/averred*
admit: admit/admitted confess*
acknowledge: acknowledge* concede* accept*
deny: deny refute* dispute*
insist: insist assert* contend* maintain*
warn: warn caution
argue: argue
confirm: confirm*
testify: testify*
suggest: suggest* imply* hint* indicate* signal/signalled* insinuate* intimate* speculate* surmise* theorise* theorize*
reveal: reveal* disclose* divulge*
find: find/found* show/showed* conclude* determine* discover* establish*
believe: believe* think/thought* reckon* assume* understand/understood*
predict: predict* forecast/forecast* estimate* project* foretell/foretold* prophesy*
fear: fear* worry*
hope: hope*
boast: boast* brag/bragged* gloat* crow*
complain: complain* lament* grumble* gripe* moan* grouse*
joke: joke* quip/quipped*
accuse: accuse
blame: blame*
promise: promise* vow* pledge* swear/swore*
threaten: threaten*
urge: urge* ask beg/begged* implore advise*
demand: demand*
agree: agree*
condemn: condemn criticise criticize denounce decry
praise: praise hail* welcome* applaud*
declare: declare* proclaim*
describe: call* describe label/labelled* brand* dub/dubbed
identify: identify name*"""

_PHRASES = """say: according to, in the words of, made clear that, makes clear that, made it clear that
    say: in the view of, in the opinion of, in the eyes of, in the judgment of, in the judgement of
    say: seen by, obtained by, reviewed by, released by, published by, compiled by, leaked to, shown to, shared with
    say: speaks of, spoke of, spoken of
    suggest: hints at, hinted at, hinting at
    say: pointed out, points out, pointing out
    hear: heard, hears, was told, were told, is told, are told, been told
    call_on: called on, calls on, calling on, appealed to, appeals to
    call_for: called for, calls for, calling for
    describe: called it, calls it, called him, calls him, called her, calls her, called them, calls them
    describe: called the, calls the
    urge: asked for, asks for
    cite: citing
    -: according to plan, according to schedule, according to type
    -: call off, called off, calls off, call in, called in, called on to
    -: said yes, says yes, say yes, saying yes
    -: said sorry, says sorry, say sorry, saying sorry, said goodbye, says goodbye, say goodbye, saying goodbye
    -: said farewell, says farewell, say farewell, saying farewell, said thank you, says thank you, say thank you
    -: said hello, says hello, say hello, saying hello, said no to, says no to, say no to, saying no to
    -: argue about, argues about, argued about, arguing about, argue over, argues over, argued over, arguing over
    -: so called, so-called, is called, was called, are called, were called"""


def _forms(lemma: str, past: str) -> tuple[str, ...]:
    """A verb's present, its third person, its past and its participle in -ing."""
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        third = f"{lemma}es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = f"{lemma[:-1]}ies"
    else:
        third = f"{lemma}s"
    regular = f"{third[:-2]}ed" if third.endswith("ies") else f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed"
    past = past or regular
    stem = past.removesuffix("ed") if past == f"{lemma}{lemma[-1]}ed" else lemma.removesuffix("e")
    return lemma, third, past, f"{stem}ing"


def _inflected(text: str) -> tuple[dict[str, str], set[str], set[str]]:
    """The forms of all verbs by class, those that need a clause, and those of the plural present."""
    found: dict[str, str] = {}
    clausal, present = set[str](), set[str]()
    name = ""
    for word in text.split():
        if word.endswith(":"):
            name = word[:-1]
            continue
        lemma, _, past = word.removesuffix("*").partition("/")
        forms = _forms(lemma, past)
        found.update(dict.fromkeys(forms, name))
        if word.endswith("*"):
            clausal.update(forms)
        if lemma != past:
            present.add(lemma)
    return found, clausal, present


_FOUND, _CLAUSAL, _PRESENT = _inflected(_VERBS)

SAYINGS = {**_FOUND, **classes(_PHRASES)}

TELLINGS = words(
    """said says say told tells tell insisted insists insist argued argues argue explained explains explain warned warns
    warn"""
)

CLAUSAL = frozenset(_CLAUSAL)

PLURAL_SAYINGS = frozenset(_PRESENT)

ADDRESSED = words(
    """told tells tell telling asked asks warned warns urged urges advised advises begged implored assured assures
    assure reassured reassures reassure reminded reminds remind informed informs inform notified notifies notify"""
)

HEARERS = words(
    """court tribunal inquest inquiry enquiry hearing jury juries juror jurors trial committee panel commission
    parliament mps peers senators lawmakers legislators judge judges magistrate magistrates"""
)

NAMING = words("call calls called calling")  # verbs of such a class that need a quotation

OBJECTIVE = words("describe identify")  # classes whose verbs ask for an object and "as", or a quotation

FINDINGS = words("find reveal")  # of things that are found no speaker is told: cars found, calls revealed

UTTERED = words(  # classes of verbs that nobody but a speaker does, whatever he is called by: Trump announces that
    "say assure claim admit acknowledge insist warn argue testify deny boast complain joke declare describe ask"
)

WITH_INFINITIVE = words("urge promise threaten claim")  # classes whose verbs may take "to do"

DEEDS = words(  # classes of verbs that are themselves the news: alone they give no statement a source
    "accuse blame condemn praise promise threaten urge demand agree call_on call_for"
)

ATTITUDES = words("believe predict fear hope agree")  # classes that tell what a speaker thinks, not that he speaks

PROVENANCES = frozenset(  # behind a document: letters seen by the BBC
    (
        "seen by",
        "obtained by",
        "reviewed by",
        "released by",
        "published by",
        "compiled by",
        "leaked to",
        "shown to",
        "shared with",
    )
)

SOURCE_LEADS = frozenset(
    (
        "according to",
        "in the words of",
        "in the view of",
        "in the opinion of",
        "in the eyes of",
        "in the judgment of",
        "in the judgement of",
        *PROVENANCES,
        "citing",
    )
)

FINITE = words(
    """is are was were am be been has have had does did do isn't aren't wasn't weren't hasn't haven't hadn't doesn't
    didn't don't will would"""
)

JOINING = words("and or but")  # behind them a verb is said by the speaker of the one before

WHO = words("who which")

PLURALS = words("i we they you police people media some many both and")  # with a verb of the plural beside those in -s

ASIDES = words(
    "also still already just again finally later then has have had himself herself themselves repeatedly"
)  # between a speaker and the verb

SAID_WHEN = words(
    "earlier later last this yesterday today through during after ahead before since until amid by"
)  # behind the verb: said last week

THINGS = words("it this that")  # they show and suggest, but are no speakers

PASSIVE_LINKS = words("of by as in from for with")  # behind a participle: accused of, described as

SPEAKER_LINKS = words("of for at from in with to on near close behind who")  # inside what a speaker is called

TOPIC_LEADS = words("on about")  # between a speaker and what he speaks on: Mayor on the floods: ...

CLAUSE_OPENERS = words("that but as while after because if when before since which who where")

REPORTING = words("as")  # as the paper reports

PREPOSITIONS = words(  # behind them stands a noun: on hopes, amid fears
    """of for at from in with to on near behind by amid over under after before about against despite into without
    between than through during"""
)

HEADLINE_SOURCES = words(
    """police officials expert experts report study survey poll source sources witnesses army ministry un who fbi cia
    cdc imf fda nasa unicef pentagon kremlin nato union unions charity charities agency agencies regulator regulators
    council councils government commission lawyers prosecutors inquest tribunal jury inquiry embassy campaigners"""
)
