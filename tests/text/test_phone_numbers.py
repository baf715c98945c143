"""Telephone numbers and what only looks like one."""

import pytest

from newsdiff.text.phone_numbers import phone_key, phone_numbers


@pytest.mark.parametrize(
    "text",
    [
        "Am 12.03.2024 um 14.30 Uhr.",
        "Le 03/04/2024, 12 500 habitants.",
        "En 2019 2020 2021 no hubo feria.",
        "Zwischen 2019-2024 und 2025/26.",
        "1 234 567 890 euros.",
        "It is 2024-03-12 12:30:00 now.",
        "0,5 bis 0,75 Prozent",
        "Von 9.30-10.45 Uhr gesperrt.",
    ],
)
def test_nothing_is_dialled(text: str) -> None:
    assert list(phone_numbers(text)) == []


@pytest.mark.parametrize(
    "number",
    [
        "0651 / 9779-2290",
        "(0651) 97 79 22 90",
        "01.44.55.66.77",
        "+33 1 44 55 66 77",
        "91 555 12 34",
        "06/123.45.67",
        "020-1234567",
        "(11) 91234-5678",
    ],
)
def test_a_number_that_is_dialled_is_found(number: str) -> None:
    text = f"Tel. {number}, bitte."
    assert [text[a:b] for a, b in phone_numbers(text)] == [number]


def test_one_number_has_one_key() -> None:
    written = ("0651 / 9779-2290", "(0651) 97 79 22 90", "+49 651 97792290", "0049 (0)651 97792290")
    assert {phone_key(number) for number in written} == {"65197792290"}
    assert phone_key("0651 97792299") != phone_key(written[0])
    assert {phone_key("+351 21 123 4567"), phone_key("+1 21 123 4567")} == {"211234567"}


def test_a_number_behind_another_in_brackets_is_one_of_its_own() -> None:
    text = "Call +44 808 164 8810 (0808 164 8810 from within the UK) or +44 (0)175 390 7510."
    found = [text[a:b] for a, b in phone_numbers(text)]
    assert found == ["+44 808 164 8810", "(0808 164 8810", "+44 (0)175 390 7510"]
