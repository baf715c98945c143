"""The article that was read from a page, and what was taken out of it."""

from enum import StrEnum

from newsdiff.named_tuple import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from newsdiff.model.sign import Sign


class BlockKind(StrEnum):
    """What a reader takes a block for."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    ROW = "row"
    CORRECTION = "correction"


def brief(text: str, characters: int = 40) -> str:
    """A text in quotes, cut to be seen at a glance.

    >>> brief("The ferry struck the pier at Port Amber", 20)
    "'The ferry struck th…'"
    """
    return repr(text if len(text) <= characters else f"{text[: characters - 1]}…")


def claimed_moment(claim: str) -> "datetime | None":
    """The moment of a claim in ISO 8601, in UTC where it names a zone; None where it is none, or none of UTC's years.

    >>> claimed_moment("2026-03-02T10:00:00+01:00").isoformat()
    '2026-03-02T09:00:00+00:00'
    >>> claimed_moment("last Monday"), claimed_moment("0001-01-01T00:00:00+05:00")
    (None, None)
    """
    from datetime import UTC, datetime  # few articles claim a time

    try:
        read = datetime.fromisoformat(claim)
        return read.astimezone(UTC) if read.tzinfo else read
    except (ValueError, OverflowError):
        return None


class Block(NamedTuple):
    """Text that a reader sees as one unit; one line, never empty.

    >>> Block(BlockKind.HEADLINE, "Ferry collides with pier")
    <Block headline 'Ferry collides with pier'>
    """

    kind: BlockKind
    text: str

    def __repr__(self) -> str:
        return f"<Block {self.kind} {brief(self.text)}>"


class Article(NamedTuple):
    """A page cleaned down to its text: the only thing that is stored and compared.

    Times are those that the publisher claims, as ISO 8601 text; ``language`` is a code such as ``en``.
    ``newsdiff.article`` makes one of paragraphs, ``clean_html`` of a page. Notebooks show its text.

    >>> from newsdiff import article
    >>> made = article(["The ferry struck the pier.", "Nobody was hurt."], "Ferry collides with pier", "en")
    >>> made
    <Article 'Ferry collides with pier', 3 blocks>
    >>> made.headline, made.language, made.blocks[2].text
    ('Ferry collides with pier', 'en', 'Nobody was hurt.')
    """

    url: str
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    blocks: tuple[Block, ...] = ()
    published_guess: str | None = None  # read from the page's text, not machine-readable: never flagged
    live: bool = False  # a live blog: it is meant to change
    free: bool | None = None  # isAccessibleForFree, where the page says so

    @property
    def headline(self) -> str:
        """The first headline block's text, or the empty string."""
        return next((b.text for b in self.blocks if b.kind is BlockKind.HEADLINE), "")

    @property
    def text(self) -> str:
        """All blocks, one a line."""
        return "\n".join(b.text for b in self.blocks)

    def __repr__(self) -> str:
        count = f"{len(self.blocks)} block{'' if len(self.blocks) == 1 else 's'}"
        return f"<Article {', '.join(filter(None, (brief(self.headline or self.text), count, self.url)))}>"

    def _repr_html_(self) -> str:
        from newsdiff.render.notebook import article  # only a notebook asks

        return article(self)


class Removed(NamedTuple):
    """Text that cleaning took out, and why."""

    text: str
    reason: str


class Witness(NamedTuple):
    """What one place of a page says of a field of its article, and whether it was believed."""

    field: str  # published, modified, byline and the like
    value: str
    source: str  # where it stands: "JSON-LD datePublished", "a name of the metadata"
    won: bool


Spot = tuple[str, str]  # an element and, before it, the one that holds it, each as written: tag, classes, #id


class PageFrame(NamedTuple):
    """How a page is built."""

    story: Spot | None = None  # of the element that holds the story; None where nothing is known
    text: Spot | None = None  # of its paragraphs
    headline: Spot | None = None
    parts: frozenset[Spot] = frozenset()  # of all that hold text
    calls: frozenset[Spot] = frozenset()  # of those that are but a link, a button or a field
    lines: int = 0  # of the story
    links: int = 0  # of these, those that are links
    other_links: int = 0  # lines elsewhere that are links


class Identity(NamedTuple):
    """Which article a page says that it is."""

    addresses: tuple[str, ...] = ()  # normalised
    kinds: tuple[str, ...] = ()  # what says that it is an article at all: a type of linked data, a meta element
    titles: tuple[str, ...] = ()  # that it gives to machines


class StoryTrail(NamedTuple):
    """How the story of a page is found without a vote, by stable names (``clean.page.trail``); empty where none is
    known.
    """

    container: tuple[str, ...] = ()  # the element that holds it, and those round it, the outer ones first
    told: tuple[str, ...] = ()  # places in it of the story's lines that are no prose
    untold: tuple[str, ...] = ()  # places in it of prose that is not the story's
    cleaner: str = ""  # a name of the cleaner whose vote it was


class InlinePart(NamedTuple):
    """An element inside a block's line: its stable name, and from where to where in the text its words stand."""

    name: str
    start: int
    end: int


UNKNOWN_PLACE = "?"  # of a block that is not told as it stands on the page


class Cleaned(NamedTuple):
    """What cleaning gave: the article, and each piece that it took out."""

    article: Article
    removed: tuple[Removed, ...] = ()
    canonical: str | None = None  # the URL that the page calls its own, where it may be believed
    signs: "tuple[Sign, ...]" = ()  # that the page is no article, or not a whole one
    witnesses: tuple[Witness, ...] = ()  # what each field was read from, and what else the page says of it
    frame: PageFrame = PageFrame()
    identity: Identity = Identity()
    places: tuple[str, ...] = ()  # of each block of the article: where it stands on the page
    trail: StoryTrail | None = None  # that leads to its story; None where it was not asked for
    parts: tuple[tuple[InlinePart, ...], ...] = ()  # of each block: the elements inside its line, the outer ones first
