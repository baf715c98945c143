"""English negators, modals and hedges."""

from newsdiff.language.table import classes

NEGATORS = classes(
    """not: not, n't, cannot, can't, won't, don't, doesn't, didn't, isn't, aren't, wasn't, weren't, hasn't
    not: dont, doesnt, didnt, isnt, wasnt, wont, cant, couldnt, wouldnt, shouldnt, havent, hasnt, hadnt
    not: haven't, hadn't, wouldn't, couldn't, shouldn't, mustn't, needn't, ain't
    no: no, none, nobody, no one, noone, nothing, nowhere, neither, no longer
    never: never
    without: without, short of, stopped short of, stops short of, stop short of, stopping short of
    -: not only, not just, no doubt, whether or not, if not, not least, not to mention, no matter, no more than
    -: nothing but, next to nothing, nothing short of, nothing if not, if nothing else, all or nothing, none other than
    -: no wonder, no sooner, no stranger to, no mean, no small, in no time, never mind, not a few
    -: ruled out of, rule out of, rules out of
    -: not more than, no less than, no fewer than, no later than, no longer than, no earlier than, not exceed
    -: nor, non
    exclude: ruled out, rule out, rules out, excluded
    hardly: hardly, scarcely, rarely, seldom, barely
    no: no sign, no sign that, no evidence, no evidence that, no proof, no proof that, no indication, no indication that
    no: no suggestion, no suggestion that
    oppose: oppose, opposes, opposed, opposing, disagree, disagrees, disagreed
    stop: stop, stops, stopped, stopping, cease, ceases, ceased
    fail: fail, fails, failed, failing, failure to
    refuse: refuse, refuses, refused, refusing, decline to, declined to, declines to, declining to, reject
    refuse: rejected, rejects, rejecting
    deny: deny, denied, denies, denying
    unable: unable, impossible, forbidden, prohibited
    not: mistakenly thought, mistakenly believed, wrongly thought, wrongly believed, mistook
    not: unaware, far from, anything but, yet to be, yet to
    lack: run out, runs out, ran out, running out
    lack: lack, lacks, lacked, lacking, absent, absence of"""
)

MODALS = classes(
    """may: may, might, could, can possibly, possible, possibly, perhaps, maybe, potential, potentially
    may: conceivable, conceivably
    may: mightn't
    can: can, able to
    unable: cannot, can't, couldn't, can not, could not, unable to, not able to, not possible, impossible, unable
    -: as soon as possible, where possible, as possible, if possible, confirmed case
    -: confirmed cases, alleged that, as expected, than expected, unless expected, life expected
    -: had expected, have expected, has expected, you need to know, need to know, needs to know
    will: will, going to, 'll, shall, we'll, you'll, they'll, it'll, i'll, he'll, she'll, won't
    would: would, wouldn't
    unneeded: not need to, not needed to, needn't, need not, not have to, not required to, not obliged to
    unneeded: no need to, doesn't need to, don't need to, didn't need to, doesn't have to, don't have to
    unneeded: didn't have to
    should: should, shouldn't, ought to, recommended, recommends, recommend, advised to
    should: advise you to, advises you to, encouraged to
    should: is asked to, are asked to, was asked to, were asked to, been asked to, being asked to
    should: is urged to, are urged to, was urged to, were urged to, been urged to, being urged to
    must: is ordered to, are ordered to, was ordered to, were ordered to, been ordered to, being ordered to
    must: is told to, are told to, was told to, were told to, been told to, being told to
    forbidden: must not, mustn't, not allowed to, not permitted to, forbidden to
    must: requires, require, forced to, compelled to
    must: must, have to, has to, had to, need to, needs to, needed to, required to, obliged to, mandatory, compulsory
    very likely: very likely, highly likely, extremely likely, almost certain, almost certainly, most likely
    likely: likely, probable, probably, presumably, presumed
    unlikely: unlikely
    alleged: alleged, allegedly, purported, purportedly, accused of, supposedly, supposed, ostensibly
    expected: is meant to, are meant to, was meant to, were meant to, is supposed to, are supposed to
    expected: was supposed to, were supposed to
    suspected: suspected, suspect, suspects
    reported: reportedly, reported to, said to, understood to, rumoured, rumored
    reported: the reported, a reported, its reported, his reported, her reported, their reported, these reported
    believed: it is thought, it was thought, it is believed, it was believed, it is feared, it is understood
    believed: it's thought, it's believed, it's feared, it's understood
    believed: believed to, thought to, considered to, feared to, feared
    appear: it appears, it seems, it appeared, it seemed
    appear: appear to, appears to, appeared to, seem to, seems to, seemed to, apparent, apparently, seemingly
    expected: expected, expected to, due to be, due before, due in court, due at, scheduled to, hoped to
    expected: forecast to, predicted to, projected to, tipped to, poised to, on course to, on track to
    expected: favourite to, favorite to, favourites to, favorites to
    expected: anticipated, estimated to, are due to, is due to
    -: is due to the, is due to a, are due to the, are due to a
    set: set to, slated to, is about to, are about to, was about to, were about to
    plan: plan to, plans to, planning to, intends to, intend to, aims to, proposed to, proposes to
    plan: hopes to, planned to, wants to, want to, wanted to, aimed to, hoping to, aiming to, intending to
    plan: prepares to, preparing to, prepared to, wished to, wishes to, wishing to, had intended to, he intended to
    plan: she intended to, they intended to, who intended to
    -: is prepared to, are prepared to, was prepared to, were prepared to, be prepared to, been prepared to
    certain: certain, certainly, definite, definitely, sure to, undoubtedly, inevitable, inevitably, bound to, doubtless
    certain: without doubt, beyond doubt, guaranteed to
    -: a certain, certain people, certain kinds, certain types, certain cases, certain things
    -: than anticipated, as anticipated, than forecast, than predicted, well poised to, well positioned to
    -: best placed to, well placed to
    expected: is forecast, are forecast, was forecast, were forecast, forecast for
    believed: believed killed, believed dead, thought dead, thought killed, presumed dead, presumed killed
    reported: reported killed, reported dead, reported injured, reported wounded, reported hurt, - reports
    confirmed: confirmed, confirm, confirms, proven"""
)
