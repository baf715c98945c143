"""WACZ -> pages: a zip archive whose folder ``archive`` holds WARC files (specs.webrecorder.net/wacz)."""

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from pathlib import Path

from newsdiff.errors import StoreError
from newsdiff.model import Page
from newsdiff.store.left_out import LeftOut
from newsdiff.store.warc import crawls

ENDING = ".wacz"
_FOLDER = "archive/"
_DAMAGED = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError)
_UNKNOWN = (NotImplementedError, RuntimeError)  # another way of packing, or a password
_MOST_TIMES = 100  # that a file may grow as it is unpacked: WARC files are packed already, or shrink to a tenth


def pages(file: Path) -> Iterator[Page | LeftOut]:
    """The pages of all WARC files in it, and what is left out; StoreError where it is no such archive."""
    with _opened(file) as packed:
        members = [info for info in packed.infolist() if _is_crawl(info.filename)]
        if not members:
            raise StoreError(f"{file} holds no WARC file", "a WACZ has them in its folder archive")
        for member in members:
            yield from _member(packed, member)


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise StoreError(f"{file} is no zip archive that can be read ({error})", "is it a WACZ") from None


def _is_crawl(name: str) -> bool:
    return name.startswith(_FOLDER) and name.lower().endswith(crawls.ENDINGS)


def _member(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Page | LeftOut]:
    """The pages of one WARC file, which is unpacked into a file without a name: it is read back and forth."""
    if member.file_size > _MOST_TIMES * max(member.compress_size, 1):
        yield LeftOut(member.filename[:200], "it is packed as no crawl is")
        return
    with tempfile.TemporaryFile() as unpacked:
        try:
            with packed.open(member) as opened:
                shutil.copyfileobj(opened, unpacked)
        except (*_DAMAGED, *_UNKNOWN) as error:
            yield LeftOut(member.filename[:200], f"it cannot be unpacked ({error})")
            return
        unpacked.seek(0)
        try:
            yield from crawls.opened(unpacked)
        except StoreError as error:
            yield LeftOut(member.filename[:200], error.message)
