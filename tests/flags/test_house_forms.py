"""What two house styles write in two ways has no flag of any kind; the same with another value has one."""

from collections.abc import Callable

import pytest

from newsdiff.model import Flag, FlagKind

Found = Callable[..., tuple[Flag, ...]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # accents
        ("The Fianna Eile party lost ground in Cashla.", "The Fianna Éile party lost ground in Cashla."),
        ("A Rocio Fail play opens in May.", "A Rocío Fáil play opens in May."),
        # cut words
        ("She was born in Lamar, Tex., and moved south.", "She was born in Lamar, Texas, and moved south."),
        ("The Co. Mayo hamlet has no shop.", "The County Mayo hamlet has no shop."),
        ("The Dept of Fisheries kept silent.", "The Department of Fisheries kept silent."),
        ("S. Sudan sent two envoys to the talks.", "South Sudan sent two envoys to the talks."),
        ("Nott Forest sign the keeper from Brugge.", "Nottingham Forest sign the keeper from Brugge."),
        ("The gov't grant for the weir is late.", "The government grant for the weir is late."),
        ("Int'l aid for the flooded vale is late.", "International aid for the flooded vale is late."),
        ("The grant went to S'poreans who asked.", "The grant went to Singaporeans who asked."),
        # initials
        ("The Board of Lakes (BoL) met. It was brief.", "The BoL met. It was brief."),
        ("The North Lakes Fishing Council met in Varna.", "NLFC met in Varna."),
        ("The Centre for Arctic Research Data sent a boat.", "Card sent a boat."),
        # joined and parted words
        ("Co-operative dairies do well in the north.", "Cooperative dairies do well in the north."),
        ("Agro-firms do well in the north.", "Agrofirms do well in the north."),
        ("Shouldn't the harbour be dredged?", "Should not the harbour be dredged?"),
        ("There'll be dancing on the pier.", "There will be dancing on the pier."),
        ("Rain is due this week-end in Oban.", "Rain is due this weekend in Oban."),
        ("It was shot in early evening light.", "It was shot in early-evening light."),
        # signs, units, scores
        ("The works cost Rs 40 crore in all.", "The works cost ₹40 crore in all."),
        ("The lake froze at minus 12 degrees.", "The lake froze at -12 degrees."),
        ("It was 12°C in the hall.", "It was 12 degrees Celsius in the hall."),
        ("It has a 20-mile-per-hour limit.", "It has a 20mph limit."),
        ("Members voted 9-3 to close the pool.", "Members voted nine to three to close the pool."),
        ("The motion fell by 61 to 14.", "The motion fell by 61-14."),
        ("A three-nil defeat cost him the job.", "A 3-0 defeat cost him the job."),
        ("Orm beat Sund by four goals to two.", "Orm beat Sund 4-2."),
        ("The derby ended two-all in the fog.", "The derby ended 2-2 in the fog."),
        ("The derby ended two goals apiece.", "The derby ended 2-2."),
        ("One in four ewes was shorn.", "A quarter of ewes were shorn."),
        ("One in five ewes was shorn.", "20% of ewes were shorn."),
        ("Forty-odd goats got out of the pen.", "About 40 goats got out of the pen."),
        # times of day
        ("The bakery opens at 5 o'clock in the morning.", "The bakery opens at 5am."),
        ("The inn closes at eleven o'clock at night.", "The inn closes at 11pm."),
        ("The choir sings at six in the evening.", "The choir sings at 6pm."),
        # letters that an ampersand joins
        ("A tenth of the sum is for R&D in Orm.", "A tenth of the sum is for research and development in Orm."),
        ("The year's M&A work was done in Sund.", "The year's mergers and acquisitions work was done in Sund."),
        # what a verb says without its preposition
        ("The miller will appeal the verdict.", "The miller will appeal against the verdict."),
        ("Weavers protested the new toll.", "Weavers protested against the new toll."),
        ("Verse III of the hymn is new.", "Verse 3 of the hymn is new."),
        ("Flight KQ 412 was turned round.", "Flight KQ412 was turned round."),
        ("An AK47 lay under the hay.", "An AK-47 lay under the hay."),
        ("The Covid-19 ward was shut.", "The Covid ward was shut."),
        ("The two banks of the weir were shut.", "Both banks of the weir were shut."),
        ("Profits fell in the first half of 2020.", "Profits fell in H1 2020."),
        ("Approx. 200 ewes were shorn.", "Approximately 200 ewes were shorn."),
        ("PC Odo Lund was hurt by the ram.", "Police Constable Odo Lund was hurt by the ram."),
        ("Two brothers run the forge.", "A pair of brothers run the forge."),
        ("A fortnight's rain soaked the track.", "A fortnight of rain soaked the track."),
        ("Sales fell in Q3 at the yard.", "Sales fell in the third quarter at the yard."),
        ("They lived there for some forty years.", "They lived there for 40 years or so."),
        ("The bank cut its rate by 50 basis points.", "The bank cut its rate by 50bps."),
        ("The bank cut its rate by 50 basis points.", "The bank cut its rate by 0.5 percentage points."),
        ("The mill cost $7 bln to build.", "The mill cost $7 billion to build."),
        ("The strike ran from 1910 to 1912.", "The strike ran from 1910 until 1912."),
        ("The abbot fell ill twice.", "The abbot fell ill two times."),
        ("The No 7 tram was late again.", "The number 7 tram was late again."),
        # slips of the pen
        ("The abbot rode form Orm to Sund.", "The abbot rode from Orm to Sund."),
        ("The fist lock is the deepest.", "The first lock is the deepest."),
        ("The barge past the mill at noon.", "The barge passed the mill at noon."),
        ("There were more then 30 ewes.", "There were more than 30 ewes."),
        ("The town counsel will meet.", "The town council will meet."),
        ("The inquest resumes on Thrusday in Cork.", "The inquest resumes on Thursday in Cork."),
        ("The fair is on 3 Febuary this time.", "The fair is on 3 February this time."),
        ("The form costs up to 40 crowns.", "The form costs yp to 40 crowns."),
        # a country and its people in an office
        ("The Secretary of State for Wales, Alun Orme, met them.", "The Welsh Secretary, Alun Orme, met them."),
        # the words of a link
        ("The lido opens at noon.", "The lido opens at noon. Find out more here."),
        # spelling inside a quotation
        ('"The judgement stands," she said.', '"The judgment stands," she said.'),
    ],
)
def test_form_has_no_flag(found: Found, one: str, other: str) -> None:
    assert found(one, other) == ()
    assert found(other, one) == ()


@pytest.mark.parametrize(
    ("old", "new", "kind", "flagged"),
    [
        ("Members voted 9-3 to close it.", "Members voted ten to three to close it.", FlagKind.NUMBER, "ten to three"),
        ("The lake froze at minus 12 degrees.", "The lake froze at 12 degrees.", FlagKind.NUMBER, "12 degrees"),
        ("It took seven to ten days.", "It took seven to twelve days.", FlagKind.NUMBER, "twelve days"),
        ("Sales fell in Q3 at the yard.", "Sales fell in the second quarter.", FlagKind.DATE, "second quarter"),
        ("The inquest resumes on Thrusday.", "The inquest resumes on Tuesday.", FlagKind.DATE, "Tuesday"),
        ("It closes next week's fair.", "It closes next month's fair.", FlagKind.DATE, "next month's"),
        ("She moved to Lamar, Tex., in May.", "She moved to Lamar, Tennessee, in May.", FlagKind.NAME, "Tennessee"),
        ("S. Sudan sent envoys.", "North Sudan sent envoys.", FlagKind.NAME, "North Sudan"),
        ("The BoL met in Varna.", "The BoG met in Varna.", FlagKind.NAME, "BoG"),
        ("Flight KQ 412 was turned round.", "Flight KQ413 was turned round.", FlagKind.NAME, "KQ413"),
    ],
)
def test_another_value_has_one(found: Found, old: str, new: str, kind: FlagKind, flagged: str) -> None:
    assert [f.new for f in found(old, new) if f.kind is kind] == [flagged]
