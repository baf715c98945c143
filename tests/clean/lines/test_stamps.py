"""Time stamps in any language, told by their figures."""

import pytest

from newsdiff.clean.lines.stamps import is_ago, stamp


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sails on 18 March 2025 from the new quay in the old harbour",
        "Four dead after 9 March quake off Eastmere",
        "The May 12 decision of the court",
        "Costs rise by 12.5 percent",
        "A 10:20 start for the ferry race this year",
        "In 1987 the ferry was built",
        "Bayern siegt 3:1",
        "The 2024 budget",
        "Jane Doe, 34",
        "3 people hurt",
        "Apollo 11",
        "Room 12.30",
        "By Jane Doe",
        "",
    ],
)
def test_a_line_that_tells_more_than_a_time_is_none(line: str) -> None:
    assert not stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "18.03.2025, 10:20 Uhr • Lesezeit: 4 Minuten",
        "Publicerad 18 mars 2025 kl 09.10Uppdaterad kl 11.05",
        "Giriş: 18.03.2025 - 10:20 Güncelleme: 18.03.2025 - 11:05",
        "10:20 JST, March 18, 2025",
        "Publisert 18.03.2025 - 10:20",
        "18/03/2025 Actualizado a las 11:05h.",
        "Published Tue, Mar 18 202510:20 AM EDT",
        "2025年3月18日 10時20分 (3月18日 11時05分更新)",
        "Veröffentlicht am 27.04.24 um 07:39 Uhr",
        "Last Updated: August 8",
        "aktualizováno • 12:56",
        "Friday, 22 Nov 2024 4:55 PM MYT",
        "Publié il y a 3 heures, mis à jour à 09h42",
        "2025. március 18., 10:20",
        "2025. március 18. 10:20",
        "18. 10. 2025 10:20",
        "18 maaliskuuta 2025 klo 10.20",
        "13 мая 2025, 20:28",
        "الثلاثاء 18 مارس 2025 - 10:20",
        "18 मार्च 2025, 10:20 IST",
        "18 มีนาคม 2568 10:20 น.",
        "Đăng ngày 18/03/2025 10:20",
        "18 Μαρτίου 2025",
        "입력 2025.03.18. 오전 10:20 수정 2025.03.18. 오후 2:33",
    ],
)
def test_days_and_times_with_little_beside_them_are_one_whatever_the_words_mean(line: str) -> None:
    assert stamp(line)


@pytest.mark.parametrize(
    ("line", "language", "told"),
    [
        ("कुछ ही क्षण पहले", "hi", True),
        ("3 saat önce", "tr", True),
        ("3 ชั่วโมงที่ผ่านมา", "th", True),
        ("před 2 hodinami", "cs", True),
        ("3 saat önce", "hi", False),
        ("3 saat önce", None, False),
        ("İki yıl önce kapatılan liman bugün yeniden açıldı", "tr", False),
        ("Liman kurulu", "tr", False),
    ],
)
def test_ages_are_told_by_the_words_of_the_page_s_language(line: str, language: str | None, told: bool) -> None:
    assert is_ago(line, language) is told
