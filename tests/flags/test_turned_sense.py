"""Commas, hyphens and small words: quiet where they are style, a flag where they turn what is said."""

import pytest

import newsdiff

QUIET = """
The rain stopped, and the band played on. | The rain stopped and the band played on.
On Sunday, the lock was shut. | On Sunday the lock was shut.
Red, white, and blue kites flew. | Red, white and blue kites flew.
His wife, Carol, said the dog slept. | His wife Carol said the dog slept.
The firm, which makes kettles, will close. | The firm which makes kettles will close.
Lady Orrin, who led the choir, has died. | Lady Orrin who led the choir has died.
The bakers, who struck in May, were sacked. | The bakers (who struck in May) were sacked.
The tunnel is safe, said the mayor, who opened it. | The tunnel is safe said the mayor, who opened it.
The man, said to be 40, was unhurt. | The man said to be 40 was unhurt.
The pool only opens on Mondays. | The pool opens only on Mondays.
She also sings in a choir. | She sings in a choir also.
He drank twenty-five pints. | He drank twenty five pints.
The letter is two-hundred years old. | The letter is two hundred years old.
The box held a hundred-year-old coin. | The box held a hundred year old coin.
There are no trains on Sundays or holidays. | There are no trains on Sundays and holidays.
The plan is different to ours. | The plan is different from ours.
The nurse and the driver were hurt. | The driver and the nurse were hurt.
The winner is a baker from Bute. | A baker from Bute is the winner.
In June the ferry broke down at the pier. | At the pier the ferry broke down in June.
All the boats were lost. | All of the boats were lost.
The rate rose to 5% in 2020. | The rate rose to 5% by 2020.
The shop sells bread and milk. | The shop sells bread & milk.
The thieves was seen near the mill. | The thief was seen near the mill.
Five sailor were seen near the mill. | Five sailors were seen near the mill.
The abbot met pilgrim from the far north. | The abbot met pilgrims from the far north.
A nurse should wear gloves on the ward. | Nurses should wear gloves on the ward.
The law shields the debtor from ruin. | The law shields debtors from ruin.
The tenants support group met in June. | The tenant support group met in June.
A storm is forecast for the coast. | Storms are forecast for the coast.
The baker's union met in Orm. | The bakers' union met in Orm.
The porters lodge is shut. | The porter's lodge is shut.
The lock is shut Mondays to Fridays. | The lock is shut Monday to Friday.
The former Whig consul sang. | The Whig former consul sang.
The then abbot was Odo, of Orm. | Odo, of Orm, was then the abbot.
He sailed to Orm from Sund. | He sailed from Sund to Orm.
The monk sat in the cart all day. | The monk sat on the cart all day.
Leeks, plums and figs are sold there. | Figs, plums and leeks are sold there.
The attorneys general met in Orm. | The attorney generals met in Orm.
Please fill in the blue card at the desk. | Please fill out the blue card at the desk.
They carried out the plan. | They carried through the plan.
The sledges headed out to the hut at dawn. | The sledges headed off to the hut at dawn.
The monk met with the bishop at noon. | The monk met the bishop at noon.
He went over to the well and drank. | He went to the well and drank.
It was not only wet but cold. | It was wet but cold.
The fair goes on though it rains. | The fair goes on although it rains.
The two sides agreed to a truce. | The two sides agreed on a truce.
The monk spoke to the miller. | The monk spoke with the miller.
She works in the mill from dawn. | She works on the mill from dawn.
The song is based on a psalm. | The song is based upon a psalm.
They walked out of the old chapel. | They walked from the old chapel.
The roof was finished by June. | The roof was finished for June.
""".strip().splitlines()
TOLD = """
The bakers, who struck in May, were sacked. | The bakers who struck in May were sacked. | wording
Barns which stand near the dyke will go. | Barns, which stand near the dyke, will go. | wording
The school will pay parents who came late. | The school will pay parents, who came late. | wording
The porter says the cook was drunk. | The porter, says the cook, was drunk. | attribution
No, ferries sail on Sunday. | No ferries sail on Sunday. | negation
Only adults may swim at noon. | Adults may swim only at noon. | wording
Even the vicar danced with the nurses. | The vicar even danced with the nurses. | wording
Nearly all the lambs were lost. | All the lambs were nearly lost. | wording
They unloaded six hundred-litre drums. | They unloaded six-hundred-litre drums. | number
She bought forty five-pound stamps. | She bought forty-five pound stamps. | number
It carries a year in jail and a fine. | It carries a year in jail or a fine. | wording
The boat was left to her uncle. | The boat was left to his uncle. | wording
The thief drove to Derby in a van. | The thief drove from Derby in a van. | wording
Rates rose by 6% last spring. | Rates rose to 6% last spring. | number
The parking costs £9 a day for residents. | The parking costs £9 a week for residents. | number
There were few cod left in the bay. | There were a few cod left in the bay. | wording
The siege lasted more than a week. | The siege lasted a week. | number
All the jurors wept. | Some of the jurors wept. | wording
The path leads from the chapel to the quarry. | The path leads from the quarry to the chapel. | wording
The old horse bit the young groom. | The young groom bit the old horse. | event
The burglar fled over the roof. | The burglars fled over the roof. | number
A sailor was rescued off the cape. | Sailors were rescued off the cape. | number
The fisherman drowned in the storm. | The fishermen drowned in the storm. | number
Divers found the body in the lock. | Divers found the bodies in the lock. | number
The consul's aides hid the seal. | The consuls' aides hid the seal. | number
The woman's lawyer hid the seal. | The women's lawyer hid the seal. | number
The toll house is shut on Sundays. | The toll house is shut on Sunday. | date
A sentry was shot at near the lock. | A sentry was shot near the lock. | event
The former consul's cook was ill. | The consul's former cook was ill. | title
The ex-consul's cook was ill. | The consul's ex-cook was ill. | title
The oats are only damp at the edge. | The oats are not only damp at the edge. | negation
The fair was moved because it rained. | The fair was moved if it rained. | wording
She won because she was ill. | She won although she was ill. | wording
The feast broke off at noon. | The feast broke up at noon. | wording
The abbot took over the mill in May. | The abbot took on the mill in May. | wording
He sailed to Orm from Sund. | He sailed from Orm to Sund. | wording
The balm is safe for dogs. | The balm is safe from dogs. | wording
The goats were driven into the fort. | The goats were driven out of the fort. | wording
The islet lies off the coast. | The islet lies on the coast. | wording
The hymn was sung by the choir. | The hymn was sung for the choir. | wording
The urn was sent to the abbot in May. | The urn was sent by the abbot in May. | wording
The warden called off the fair at Orm. | The warden called for the fair at Orm. | event
The abbot will look into the fire. | The abbot will look for the fire. | wording
The monk will look after the ewe. | The monk will look for the ewe. | wording
The abbot was fined again in May. | The abbot was fined in May. | wording
The other thief fled to the hills. | The thief fled to the hills. | wording
They need one more win for the cup. | They need one win for the cup. | wording
The mill laid off the older weavers. | The mill laid out the older weavers. | wording
The board turned down the gift of land. | The board turned up the gift of land. | event
""".strip().splitlines()


def kinds(old: str, new: str) -> list[str]:
    before, after = (newsdiff.article(["It was a quiet week.", text.strip()], language="en") for text in (old, new))
    report = newsdiff.compare(before, after)
    assert report.faults == ()
    return [str(flag.kind) for flag in report.flags]


@pytest.mark.parametrize("row", QUIET)
def test_style_is_quiet(row: str) -> None:
    assert kinds(*row.split("|")) == []
    assert kinds(*row.split("|")[::-1]) == []


@pytest.mark.parametrize("row", TOLD)
def test_what_turns_the_sense_is_told_once(row: str) -> None:
    old, new, kind = row.split("|")
    assert kinds(old, new) == [kind.strip()]
    assert kinds(new, old) == [kind.strip()]


def test_what_another_flag_tells_is_not_told_twice() -> None:
    assert kinds("The envoy of Peru met only staff.", "The envoy of Chile met only staff.") == ["name"]


def test_without_a_table_nothing_is_said() -> None:
    before, after = (newsdiff.article([text], language="xx") for text in ("Ana, who sang, left.", "Ana who sang left."))
    assert newsdiff.compare(before, after).flags == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The fares on the old ferry rose by 5%", "The fares on the old ferry rose to 5", ("5%", "5")),
        ("Each tour on Monday lasts more than an hour", "Each tour on Monday lasts an", ("more than an hour", "an")),
        ("40 pounds a week is what the shed costs now", "40 a month is what the shed costs now", ("40 pounds", "40")),
        ("The crew came home with dogs, who sang", "The crew came home with dogs who", ("dogs, who sang", "dogs who")),
        (
            "The miners, who had been on a long strike, came home again on Monday.",
            "The miners who had been on strike came home again on Monday.",
            ("miners, who had been on a long strike,", "miners who had been on strike"),
        ),
    ],
)
def test_what_differs_beside_it_too_is_told_on_both_sides(old: str, new: str, told: tuple[str, str]) -> None:
    for before, after, wanted in ((old, new, told), (new, old, told[::-1])):
        texts = (newsdiff.article(["It was a quiet week.", text], language="en") for text in (before, after))
        report = newsdiff.compare(*texts)
        assert report.faults == ()
        assert any(all(a in b for a, b in zip(wanted, (f.old, f.new), strict=True)) for f in report.flags), report.flags


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("Thief held after raid on abbey", "Thieves held after raid on abbey", ["number"]),
        ("Body found under lock gate", "Bodies found under lock gate", ["number"]),
        ("Why have pilgrim left the abbey?", "Why have pilgrims left the abbey?", []),
        ("Baker strike ends in Orm", "Bakers strike ends in Orm", []),
        ("Toll raised on bridge", "Tolls raised on bridge", []),
    ],
)
def test_a_headline_needs_no_article_for_one_or_several(old: str, new: str, wanted: list[str]) -> None:
    for one, other in ((old, new), (new, old)):
        before, after = (newsdiff.article(["It rained."], headline=text, language="en") for text in (one, other))
        assert [str(f.kind) for f in newsdiff.compare(before, after).flags if f.kind != "headline"] == wanted


def test_a_comma_at_the_end_of_a_sentence_turns_nothing() -> None:
    assert kinds("Asked twice, the mayor of Sund said: No,", "Asked twice, the mayor of Sund said: No") == []
