"""English words of grammar: what differs in them alone is no other wording, or has a rule of its own."""

from newsdiff.language.table import words

LIGHT = words("aged non now then also well period periods up out exist exists existed come comes came coming order")
LIGHT_VERBS = words(
    """make makes made making take takes took taken taking give gives gave given get gets got getting
    suffer suffers suffered receive receives received stand stands stood stay stays stayed keep keeps kept
    become becomes became remain remains remained seem seems seemed
    appear appears appeared arrive arrives arrived come comes came go goes went use uses used want wants wanted"""
)
GRAMMAR = words(
    """a an the this that these those and or but nor so as of to in on at by for from with into onto upon via per
    is are was were be been being am do does did done doing have has had having will would shall should can could may
    might must ought cannot i you he she it we they me him her us them my your his its our their mine yours hers ours
    theirs who whom whose which what when where why how there here then than if whether not no never
    n't isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't shan't shouldn't can't
    couldn't mightn't mustn't needn't ain't cant dont doesnt didnt isnt wasnt wont couldnt wouldnt shouldnt havent
    hasnt hadnt i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll it'd we're
    we've we'll we'd they're they've they'll they'd that's that'd who's who'd what's there's there'd here's let's
    whose himself herself itself themselves myself yourself ourselves such own same any each
    every both either neither one ones while whilst everyone everybody anyone anybody someone somebody nobody none
    please need needs needed though although because otherwise etc eg ie"""
)
