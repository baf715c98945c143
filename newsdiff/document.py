"""Article <-> the text file that is stored: front matter, then one block after another, one sentence to a line.

Format 1. The front matter is a small subset of YAML: ``key: value`` lines, a value plain or in JSON's double quotes.
It holds the leading run of headline, dek, byline and date blocks in their order; every other block stands in the body
with a syntax of its own, a blank line between two of them. A body line that only looks like syntax is escaped with a
backslash. A block's sentences stand one to a line where ``join`` gives them back exactly, else on one line.
"""

import re
from collections.abc import Iterator, Sequence

from newsdiff.errors import StoreError
from newsdiff.language.sentences import join, sentences
from newsdiff.model import Article, Block, BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import scrub

FORMAT = 1
_FRONT = {k.value: k for k in (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BYLINE, BlockKind.DATE)}
_FIELDS = ("published", "published_guess", "language", "section")
_PREFIX = {BlockKind.HEADLINE: "# ", BlockKind.HEADING: "## "}
_NAMED = {
    k: f"_{k.value.capitalize()}: " for k in BlockKind if k.value in ("dek", "byline", "date", "caption", "correction")
}
_KIND_OF = {name: kind for kind, name in _NAMED.items()}
_SYNTAX = lazy_pattern(r"\\|#{1,2} |> |- |\| |" + "|".join(map(re.escape, _KIND_OF)))
_FIRST = "\\#>-|_"  # what any syntax begins with
_DENSE_BREAKS = ("。\n", "！\n", "？\n", "｡\n")
_NAME = lazy_pattern(r"_[A-Z][a-z]+: ")
# A plain YAML scalar that no reader takes for a boolean, a null or a mapping.
_PLAIN = lazy_pattern(
    r"(?!(?:true|false|yes|no|on|off|null|y|n)$)[A-Za-z0-9][A-Za-z0-9:/._+%~?=&;@-]*(?<!:)", re.IGNORECASE
)


def article(paragraphs: Sequence[str], headline: str = "", language: str | None = None) -> Article:
    """Make an article of paragraphs as they are, without any cleaning; empty ones are skipped.

    Each stands on one line, without the characters that no text of ours may hold: it is kept as it is compared.

    ``language`` None: detected, where the text is long enough to tell.

    >>> from newsdiff import article
    >>> article(["The ferry struck the pier.", "", "Nobody was hurt."], "Ferry collides with pier", "en")
    <Article 'Ferry collides with pier', 3 blocks>
    """
    texts = [text for text in map(flat, paragraphs) if text]
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    if title := flat(headline):
        blocks.insert(0, Block(BlockKind.HEADLINE, title))
    return Article("", language=flat(language or "") or _detected(blocks), blocks=tuple(blocks))


def dumps(article: Article, *, status: str = "live", like: str = "") -> str:
    """The file that is stored for ``article``; ``status`` is live or removed.

    ``loads`` gives an equal article back, all but ``modified`` (a bumped timestamp is no edit). Characters that no
    text of ours may hold are taken out, so that a stored file is safe to print. ``like`` is the file that stood there
    before: a paragraph that did not change keeps its lines, even where sentences are told apart differently now.
    """
    blocks = _clean(article.blocks)
    front = _leading(blocks)
    known = _paragraphs(like)
    lines = ["---", f"format: {FORMAT}", f"url: {_scalar(article.url)}"]
    lines += [f"{block.kind.value}: {_quoted(block.text)}" for block in front]
    lines += [f"{name}: {_scalar(value)}" for name in _FIELDS if (value := getattr(article, name)) is not None]
    if article.live:
        lines.append("live: true")
    if article.free is not None:
        lines.append(f"free: {_word(article.free)}")
    lines += [f"status: {status}", "---"]
    for block in blocks[len(front) :]:
        if block.kind is BlockKind.PARAGRAPH and (chunk := known.get(block.text)):
            lines += ["", chunk]
        else:
            lines += ["", *_written(block)]
    return "\n".join(lines) + "\n"


def digest(article: Article) -> bytes:
    """A SHA-256 that is the same for two articles where the files stored for them differ in nothing but the URL."""
    import hashlib

    fields = [flat(value) if (value := getattr(article, name)) is not None else "\n" for name in _FIELDS]
    texts = [part for block in _clean(article.blocks) for part in (block.kind.value, block.text)]
    told = "\0".join((*fields, str(article.live), str(article.free), *texts))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()


def loads(text: str, known: dict[str, Block] | None = None) -> Article:
    """The article that a stored file holds; StoreError when it is none, or of a newer format.

    ``known`` remembers blocks by their stored form from one call to the next: revisions of an article share most.
    """
    head, body = _split(text)
    front = _pairs(head)
    blocks = [Block(_FRONT[name], value) for name, value in front if name in _FRONT]
    known = {} if known is None else known
    for chunk in body.split("\n\n"):
        if chunk:
            block = known.get(chunk)
            if block is None:
                block = known[chunk] = _read(chunk.split("\n"))
            blocks.append(block)
    fields = dict(front)
    told = fields.get("format", "none")
    if not (told.isascii() and told.isdigit() and len(told) < 10) or int(told) > FORMAT:
        raise StoreError(
            f"a stored article has format {told[:20]!r}",
            f"this newsdiff reads up to {FORMAT}: upgrade it",
        )
    return Article(
        fields.get("url", ""),
        blocks=tuple(blocks),
        live=fields.get("live") == "true",
        free={"true": True, "false": False}.get(fields.get("free", "")),
        **{name: fields.get(name) for name in _FIELDS},
    )


def is_stored(text: str) -> bool:
    """Whether a text has the form of a stored file, of whatever format: what somebody committed by hand may not."""
    return text.startswith("---\nformat: ") and "\n---\n" in text


def url_line(body: bytes) -> bytes:
    """The line of a stored file that tells its URL; empty for no file, or for what is none of ours."""
    lines = body.split(b"\n", 3)
    return lines[2] if len(lines) > 2 else b""


def flat(text: str) -> str:
    """``text`` on one line, without characters that no text of ours may hold."""
    if text.isprintable():  # nothing to take out, in most texts: ten times faster to see than to do
        return text.strip(" ")
    return _one_line(scrub(text))


def _detected(blocks: list[Block]) -> str | None:
    from newsdiff.language.detect import detect

    return detect("\n".join(block.text for block in blocks))


def _one_line(text: str) -> str:
    return text.replace("\r", "").replace("\n", " ").replace("\t", " ").strip(" ")


def _clean(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks as they can be kept: on one line, free of unsafe characters, none of them empty."""
    texts = [block.text for block in blocks]
    if "".join(texts).isprintable() and all(t and t[0] != " " != t[-1] for t in texts):
        return blocks  # most articles: nothing to do
    kept = (block if (text := flat(block.text)) == block.text else Block(block.kind, text) for block in blocks)
    return [block for block in kept if block.text]


def _leading(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that stand in the front matter: each kind at most once, and nothing else before them."""
    front: list[Block] = []
    for block in blocks:
        if block.kind.value not in _FRONT or any(block.kind is other.kind for other in front):
            break
        front.append(block)
    return front


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)


def _scalar(text: str) -> str:
    text = flat(text)
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _word(value: bool) -> str:
    return "true" if value else "false"


def _lines(text: str) -> list[str]:
    """One sentence to a line, where the sentences give the text back."""
    if len(text) < 2:
        return [text]
    parts = sentences(text)
    return parts if len(parts) > 1 and all(parts) and join(parts) == text else [text]


def _paragraphs(text: str) -> dict[str, str]:
    """Plain paragraphs of a stored file and how each stands there; none where a line break may stand for no space."""
    body = text.partition("\n---\n")[2].strip("\n")
    if any(mark in body for mark in _DENSE_BREAKS):
        return {}
    plain = (chunk for chunk in body.split("\n\n") if chunk[:1] not in _FIRST and "\n\\" not in chunk)
    return {chunk.replace("\n", " "): chunk for chunk in plain}


def _written(block: Block) -> Iterator[str]:
    """The lines of one block in the body."""
    kind, text = block.kind, block.text
    if kind is BlockKind.PARAGRAPH:
        for line in _lines(text):
            yield "\\" + line if _SYNTAX.match(line) else line
    elif kind is BlockKind.QUOTE:
        yield from (f"> {line}" for line in _lines(text))
    elif kind is BlockKind.LIST_ITEM:
        yield from (("- " if i == 0 else "  ") + line for i, line in enumerate(_lines(text)))
    elif kind is BlockKind.ROW:
        yield f"| {text} |"
    elif kind in _PREFIX:
        yield _PREFIX[kind] + text
    else:
        yield f"{_NAMED[kind]}{text}_"


def _read(lines: list[str]) -> Block:
    """The block that ``_written`` wrote as these lines."""
    first = lines[0]
    if first.startswith("> "):
        return Block(BlockKind.QUOTE, join([line[2:] for line in lines]))
    if first.startswith("- "):
        return Block(BlockKind.LIST_ITEM, join([line[2:] for line in lines]))
    if first.startswith("## "):
        return Block(BlockKind.HEADING, first[3:])
    if first.startswith("# "):
        return Block(BlockKind.HEADLINE, first[2:])
    if first.startswith("| ") and first.endswith(" |"):
        return Block(BlockKind.ROW, first[2:-2])
    if (named := _NAME.match(first)) and named[0] in _KIND_OF:
        return Block(_KIND_OF[named[0]], first[named.end() : -1])
    return Block(BlockKind.PARAGRAPH, join([line[1:] if line.startswith("\\") else line for line in lines]))


def _split(text: str) -> tuple[str, str]:
    """The front matter and the body."""
    head, marker, body = text.partition("\n---\n")
    if not head.startswith("---\n") or not marker:
        raise StoreError("a stored file does not start with front matter", "was it edited by hand")
    return head, body.strip("\n")


def _pairs(head: str) -> list[tuple[str, str]]:
    """The front matter's keys and values."""
    pairs = (line.partition(": ") for line in head.split("\n")[1:])
    return [(name, _value(value)) for name, _, value in pairs]


def _value(text: str) -> str:
    if not text.startswith('"'):
        return text
    import json

    try:
        return str(json.loads(text))
    except ValueError as error:
        raise StoreError(
            f"a stored file's front matter cannot be read: {text[:80]}", "was it edited by hand"
        ) from error
