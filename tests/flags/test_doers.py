"""Who does something and who bears it, stages beside one another, what a suspect is called; silence first."""

import pytest

import newsdiff

ROWS = """
The shop was robbed by two men. | Two men robbed the shop. | -event
The road was blocked by a tree. | A tree blocked the road. | -event
The band was met by fans at the airport. | The band met fans at the airport. | -event
The tower was built by monks. | The tower was erected by monks. | -event
The boy was raised by his aunt in Hull. | The boy grew up with his aunt in Hull. | -event
Scientists have worked out how kelp heals itself. | Scientists have figured out the way kelp heals itself. | -event
Fox bitten by hound, hunt says | Hound bit fox, hunt says | -event
The lamp, bought by the vicar in May, is lit. | The lamp, which the vicar bought in May, is lit. | -event
They sealed the crack, and it held. | It was closed, and it held. | -event
Storm Ada nears Cork this evening. | Storm Ada approaches Cork this evening. | -event
The firm was sued by a supplier. | The firm sued a supplier. | event
The mayor was accused by the union of lying. | The mayor accused the union of lying. | event
The envoy was shot by a guard at the gate. | The envoy shot a guard at the gate. | event
The tanker was struck by a drone off Oban. | The tanker hit a mine off Oban. | event
Driver shot by guard in garage | Driver shot guard in garage | event
Man hit by tram in Graz | Man hit tram in Graz | event
He was pursued by three dogs to the gate. | He pursued three dogs to the gate. | event
Ada Kerr, who was tricked by her aunt, left Oban. | Ada Kerr, who tricked her aunt, left Oban. | event
The brewery, bought by a rival in May, is shut. | The brewery, which bought a rival in May, is shut. | event
The train was hit by a tree near Perth. | The train hit a cow near Perth. | event
The firm will be bought by a mill in Rye. | The firm will buy a mill in Rye. | event
Orsk Foods has agreed to be bought by Tilden. | Orsk Foods has agreed to buy Tilden. | event
The firm wants to be sued by the paper. | The firm wants to sue the paper. | event
He hit her in the bar in Rye. | She hit him in the bar in Rye. | event
They attacked him at dawn. | He attacked them at dawn. | event
The man who robbed him was held. | The man he robbed was held. | event
The girl she hurt was told. | The girl who hurt her was told. | event
He hit her dog in the bar. | She hit his dog in the bar. | -event
Her brother hit her, the court heard. | She hit her brother, the court heard. | event
Her dog bit her in Rye. | She was bitten by her dog in Rye. | -event
He told her to leave. | He told them to leave. | -event
They met him in Rye. | He met them in Rye at noon. | -name
Two men and a woman died. | A man and two women died. | number
Two men and a woman died. | A woman and two men died. | -number
Three boys and one girl left. | One girl and three boys left. | -number
The trainer left in May. | The trainee left in May. | wording
The employer left in May. | The employee left in May. | wording
The refugees' camp is full. | The refugee camp is full. | -event
The road will be closed by police. | Police will close the road. | -event
The firm agreed to buy the mill. | The mill agreed to be bought by the firm. | -event
The union called a strike in Rye. | The union called off a strike in Rye. | event
The envoys broke the talks in Rye. | The envoys broke off the talks in Rye. | event
Police sealed the road in Rye. | Police sealed off the road in Rye. | -event
The finance director was sacked in May. | The finance director retired in May. | -title
The retired director left in May. | The director left in May. | title
The clerk's alleged theft came to light. | The clerk's theft came to light. | modality
The boy alleged to have thrown it was held. | The boy who had thrown it was held. | modality
The boy alleged to have thrown it was held. | The boy who had thrown it was held. | -attribution
She was charged on Friday in Rye. | She was discharged on Friday in Rye. | event
She was charged on Friday in Rye. | She was discharged on Friday in Rye. | -negation
She quit after 19 mths in Rye. | She quit after 19 months in Rye. | -number
The clerk's alleged theft came to light. | The clerk's theft came to light. | -attribution
The two sides initialled a text on water. | The two sides signed a treaty on water. | event
Storm Ada makes landfall in Cork this evening. | Storm Ada weakens over Cork this evening. | event
The suspect was seen near the quay at noon. | The man was seen near the quay at noon. | -modality
Police held the suspect at noon. | Police held the defendant at noon. | -modality
The suspect fled on foot. | The attacker fled on foot. | modality
The suspected thief fled on foot. | The thief fled on foot. | modality
The fringe candidate Ann Best spoke. | The opposition candidate Ann Best spoke. | label
It bans foreign agents from radio. | It bans foreign-funded groups from radio. | label
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_kind_is_told_or_not(row: str) -> None:
    old, new, kind = map(str.strip, row.split("|"))
    before, after = (newsdiff.article(["It was a quiet week.", text], language="en") for text in (old, new))
    report = newsdiff.compare(before, after)
    assert report.faults == ()
    assert (kind.removeprefix("-") in {f.kind for f in report.flags}) is not kind.startswith("-")
