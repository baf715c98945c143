"""Pages that servers show instead of an article, and edits that look like them, through the cleaner and the gate."""

import random

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.errors import CleanError
from newsdiff.model import Cleaned
from newsdiff.watch.gate.case import Case
from newsdiff.watch.gate.doubts import doubts, signs_of

HEADLINE = "Harbour of Port Amber is to be closed for repairs"
ONSETS = (
    "bal",
    "cer",
    "dov",
    "fen",
    "gim",
    "hop",
    "jul",
    "kar",
    "lem",
    "mov",
    "nus",
    "pel",
    "qui",
    "rad",
    "sof",
    "tir",
)
ENDS = ("ander", "ical", "omen", "ust", "ilo", "ering", "eam", "ort", "ish", "ave", "ock", "ule")


def sentences(seed: int, number: int = 14) -> list[str]:
    """Sentences of invented words: two stories share hardly a run of four."""
    r = random.Random(seed)

    def some(words: int) -> str:
        return " ".join(r.choice(ONSETS) + r.choice(ENDS) for _ in range(words))

    return [
        f"The {some(3)} the {some(2)} when {some(4)} to {some(2)}, but {some(3)} with {some(3)}." for _ in range(number)
    ]


STORY = sentences(3)


def keys(cleaned: Cleaned) -> frozenset[str]:
    """The habit of a recorded page."""
    return frozenset(sign.key for sign in signs_of(cleaned))


def site(main: str, title: str = HEADLINE, *, meta: bool = False, lang: str = "en") -> str:
    """A page of the site; ``meta``: its head still speaks of the article."""
    head = (
        f'<meta property="og:title" content="{HEADLINE}"><meta property="article:published_time" content="2026-03-01">'
        if meta
        else ""
    )
    return (
        f"<!DOCTYPE html><html lang={lang}><head><title>{title}</title>{head}</head><body><header><a href=/>Courier</a>"
        f"</header>{main}<footer><a href=/privacy>Privacy</a><p>© 2026 Amber Courier</p></footer></body></html>"
    )


def told(*paragraphs: str, headline: str = HEADLINE, behind: str = "") -> str:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    top = f"<h1>{headline}</h1><p class=byline>By Ann Lee</p><time>1 March 2026</time>"
    return site(f"<main><article>{top}<div class=text>{body}</div>{behind}</article></main>", headline)


def cleaned(page: str) -> Cleaned:
    return cleaned_html(page, "https://amber.example/harbour")


def waits(old: str, new: str) -> bool:
    """Whether the user is asked about a new page, however often it is read."""
    before = cleaned(old)
    try:
        after = cleaned(new)
    except CleanError:
        return True
    case = Case(before.article, after.article, signs=signs_of(after), habit=keys(before))
    return any(reason.waits for reason in doubts(case))


def believed(old: str, new: str) -> bool:
    before, after = cleaned(old), cleaned(new)
    assert before.article.text != after.article.text
    return not doubts(Case(before.article, after.article, signs=signs_of(after), habit=keys(before)))


def shown(headline: str, *lines: str) -> str:
    return f"<main><h1>{headline}</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</main>"


COOKIES = [
    "The new law says that no site may use cookies before it has asked.",
    "A banner that says 'Accept all cookies' is not enough, the court held.",
    "Anyone may withdraw their consent at any time, the judges said.",
    "The regulator fined three publishers for using cookies without asking.",
]
PAYING = [
    "The Courier will ask its readers to subscribe to continue reading from May.",
    "Already a subscriber? Then nothing changes, the editor said.",
    "Other papers put every article behind a pay wall.",
]
OUTAGE = [
    "The bank said that its services were temporarily unavailable on Monday.",
    "An internal error occurred at eight, a spokesman said, and customers were told to try again later.",
]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(
            edit
            for about in (COOKIES, PAYING, OUTAGE)
            for edit in (
                ([*STORY[:6], *about], [*STORY[:5], *about[:-1], about[-1] + " So it was."]),
                ([*about, *STORY[:8]], [*(line.replace("the ", "that ") for line in about), *STORY[:7]]),
                (STORY, [*STORY, *about]),
                (STORY, [about[0], *STORY[2:]]),
            )
        ),
        (STORY, STORY[::2]),
        (STORY, [*STORY, *sentences(9)]),
        (STORY, ["Correction: An earlier version of this article said that nine ships came.", *STORY]),
        (STORY, ["This article was amended on 3 March to remove a claim.", *STORY[:5], *STORY[7:]]),
        (STORY[:1], STORY),
        (["Fire breaks out at the harbour. More follows soon."], sentences(30, 3)),
        (STORY, [*STORY[:5], *STORY[7:], "Sign up for our newsletter and never miss a story."]),
    ],
)
def test_an_edit_that_looks_like_a_wall_is_believed(old: list[str], new: list[str]) -> None:
    assert believed(told(*old), told(*new))


def test_another_headline_over_half_of_the_text_is_believed() -> None:
    assert believed(told(*STORY), told(*STORY[:7], *sentences(12, 7), headline="Boats must wait until autumn"))


def test_a_rewritten_story_is_told_by_its_day_and_some_of_its_words() -> None:
    new = told(STORY[0], *sentences(31, 10), headline="Harbour closed: what happens next in Port Amber")
    assert believed(told(*STORY), new)


@pytest.mark.parametrize(
    "notice",
    [
        "The Courier has retracted this article because it could not verify its sources.",
        "This article has been removed at the request of a court.",
        "Editor's note: the editors are looking at this report again.",
    ],
)
@pytest.mark.parametrize("headline", [HEADLINE, "Retraction"])
def test_a_retraction_is_doubted_and_need_not_wait(notice: str, headline: str) -> None:
    new = cleaned(told(notice, headline=headline))
    old = cleaned(told(*STORY))
    found = doubts(Case(old.article, new.article, signs=signs_of(new), habit=keys(old)))
    assert found
    assert not any(reason.waits for reason in found)


INSTEAD = {
    "region": (
        "Unavailable in your region",
        "We're sorry, this site is currently unavailable in most European countries.",
    ),
    "451": ("Unavailable due to legal reasons", "We recognise where you are reading from; access cannot be granted."),
    "maintenance": ("We'll be back soon", "Our site is down for scheduled maintenance. Thanks for your patience."),
    "error": ("Oops! Something went wrong", "An unexpected error occurred. Please try again later."),
    "no-phrase": ("Hold tight", "Our engines are being oiled. Come and see us in an hour, with a cup of tea."),
    "blocked": ("Sorry, you have been blocked", "You are unable to access amber.example, which protects itself."),
    "denied": ("Access Denied", "You don't have permission to read this on our server.", "Reference #18.2d351ab8"),
    "queue": ("You are now in line", "Many readers want to see this page. Your estimated wait time is 2 minutes."),
    "ads": ("It looks like you're using an ad blocker", "Please disable your ad blocker to continue to our site."),
    "app": ("Read this story in our app", "Download it for free from the App Store or Google Play."),
    "age": ("Are you over 18?", "You must be 18 or over to view this. Please confirm your age to continue."),
    "newsletter": ("Never miss a story", "Get the best stories in your inbox.", "No thanks, continue to the article"),
    "search": ("Search results for harbour", *sentences(50, 8)),
    "gone": ("This story is no longer available", "The licence for this agency story has expired."),
    "de": ("Willkommen", "Mit Werbung weiterlesen. Wir und unsere bis zu 220 Partner verarbeiten Daten."),
    "fr": ("Bienvenue", "Avec nos 812 partenaires, nous lisons des informations. Continuer sans accepter."),
    "es": ("Bienvenido", "Nosotros y nuestros 743 socios almacenamos datos. Aceptar y continuar."),
    "de-404": ("Hoppla", "Diese Seite existiert leider nicht mehr."),
}


@pytest.mark.parametrize("meta", [False, True], ids=["bare", "with-the-article's-head"])
@pytest.mark.parametrize("name", INSTEAD)
def test_a_page_in_the_place_of_the_article_waits(name: str, meta: bool) -> None:
    headline, *lines = INSTEAD[name]
    assert waits(told(*STORY), site(shown(headline, *lines), headline, meta=meta))


@pytest.mark.parametrize("name", [name for name in INSTEAD if name not in ("no-phrase", "newsletter")])
def test_a_page_that_was_never_an_article_is_no_first_one(name: str) -> None:
    headline, *lines = INSTEAD[name]
    try:
        new = cleaned(site(shown(headline, *lines), headline))
    except CleanError:
        return
    assert doubts(Case(None, new.article, signs=signs_of(new)))


@pytest.mark.parametrize(
    "notice",
    [
        "<p>Subscribe to continue reading</p><p>From £1 a week. Cancel anytime.</p>",
        "<div class=regwall><h2>Register to keep reading</h2><p>You have 1 free article left this month.</p></div>",
        "<h3>Want the full story?</h3><p>Get unlimited access today.</p>",
        "<p>Weiterlesen mit Kurier Plus</p>",
        "<p>Il vous reste 78% de cet article à lire. La suite est réservée aux abonnés.</p>",
        "<p>Este contenido es exclusivo para suscriptores</p>",
        "<p>Verder lezen? Neem een abonnement.</p>",
    ],
)
@pytest.mark.parametrize("kept", [1, 3, 8])
def test_a_text_that_ends_at_a_notice_waits(notice: str, kept: int) -> None:
    assert waits(told(*STORY), told(*STORY[:kept], behind=f"<div>{notice}</div>"))


def test_a_short_story_is_a_first_one() -> None:
    brief = told("The bank's services were temporarily unavailable on Monday.", "It was down for maintenance, it said.")
    assert doubts(Case(None, cleaned(brief).article)) == ()
    chinese = told(
        "市长周一在旧港口的市政厅宣布了关于新桥的决定，引起了居民的不同反应。",
        "工程将于明年春天开始。",
        headline="新桥",
    )
    assert doubts(Case(None, cleaned(chinese).article)) == ()


def test_a_notice_over_a_whole_text_is_no_wall() -> None:
    box = "<h2>You have 1 free article left</h2><p>Register for free to keep reading.</p>"
    assert not waits(told(*STORY), told(*STORY, behind=f"<div role=dialog class=overlay>{box}</div>"))
