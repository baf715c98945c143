"""What is new on a page beside the story that stood there: walls and other stories first, then its own texts."""

import pytest

from newsdiff.watch.gate.kinship import AKIN_SHARE, kinship

STORY = (
    "The county has lost track of 214 bridges, an audit found, and eleven of them carry school buses every day.",
    "Councillor Hugh Pell, who oversees roads, said the figures were out of date.",
    "At Lower Tarn the parapet has been held by timber since 2019.",
)
TEA_HOUSE = (
    "青石镇的百年茶馆将于本月底停业。房东收回房屋，准备改建民宿。",
    "掌柜柳长根今年七十四岁，十二岁起就在这里烧水。",
)

OTHERS = {
    "wall": "That was the last of your free pieces this month. For a pound a week you get all of them.",
    "error": "Something went wrong at our end. Try again in a moment, or go back to where you were.",
    "another story": "The lifeboat of Wick rescued two fishermen and a dog on Sunday, four miles off the harbour.",
}
OWN = {
    "note": "An earlier version gave a wrong number of bridges. The audit counted 214.",
    "rewritten": "Bridges that carry school buses will be inspected first, councillor Pell promised on Monday.",
    "inflected": "The auditor's bridging figures were disputed.",
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_texts_share_next_to_nothing(name: str) -> None:
    assert kinship([OTHERS[name]], STORY) < AKIN_SHARE


@pytest.mark.parametrize("name", OWN)
def test_texts_about_the_story_share_its_substance(name: str) -> None:
    assert kinship([OWN[name]], STORY) >= AKIN_SHARE


def test_scripts_without_spaces_are_compared_by_pairs_of_characters() -> None:
    assert kinship(["我们正在给服务器搬家，预计今晚十点前恢复。"], TEA_HOUSE) < AKIN_SHARE
    assert kinship(["本报关于青石镇茶馆停业的报道有误，掌柜柳长根并未接受采访。"], TEA_HOUSE) >= AKIN_SHARE


def test_a_text_without_substance_is_akin_to_nothing() -> None:
    assert kinship([], STORY) == kinship(["No. So it is."], STORY) == 0.0


def test_only_the_openings_of_long_texts_are_compared() -> None:
    filler = " ".join(f"und{n}" for n in range(400))
    assert kinship([f"{filler} {OWN['note']}"], [STORY[0]]) == 0.0


def test_what_stands_beside_both_is_of_neither() -> None:
    line = "Councillor Pell wants you to subscribe before he mends the bridges."
    assert kinship([line], STORY) > kinship([line], STORY, beside=["Councillor Pell speaks"])
