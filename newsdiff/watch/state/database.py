"""The file ``state.db``: read only where it is whole, set aside where it is not, made anew in its place.

SQLite's own check sees a broken structure, not a flipped bit in a row's text. So a run that wrote seals the file at its
end: size and CRC-32 stand in ``state.seal``, which goes before the next write. An unsealed file (its run was killed, or
is still at work) is checked by SQLite, and row by row as it is read: the rows of articles bear checksums of their own.
Of a file that is too long to be read whole by each run the seal tells size and time.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from newsdiff.store.database_files import in_parts, remove
from newsdiff.store.disk import database_failure, room

T = TypeVar("T")
_SEAL = "state.seal"
_CHUNK_BYTES = 1 << 20
_SUMMED_BYTES = 1 << 26  # what is longer is sealed by its time
_BUSY_SECONDS = 10
# What SQLite says of the place that a file stands in, not of the file.
_OF_THE_PLACE = frozenset(
    (
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    )
)


class Damaged(Exception):
    """The file, or a row of it, cannot be read; ``aside`` names what is done with it."""

    def __init__(self, message: str, aside: str = "damaged") -> None:
        super().__init__(message)
        self.aside = aside


class Database:
    """One open file of a schema and its version; without ``write`` a copy without a name is written."""

    def __init__(self, path: Path, schema: str, version: int, *, write: bool) -> None:
        self.path = path
        self._schema = schema
        self._version = version
        self._write = write
        self._unsealed = False
        self._db: sqlite3.Connection | None = None

    def open(self) -> None:
        """Open the file, or an empty one where there is none; Damaged, DiskFull, StoreError."""
        with self._failing():
            found = self._current()
            if found is None:
                self._make("old")
            else:
                self._db = found

    def renew(self, damage: Damaged) -> None:
        """Set the file aside, and begin with an empty one; on a full disk nothing is moved."""
        with self._failing():
            self._shut()
            self._make(damage.aside)

    def close(self) -> None:
        """Close the file, and seal it where it was written."""
        self._shut()
        if self._unsealed and self._write:
            self._seal()

    def rows(self, read: Callable[..., T], sql: str, *values: Any) -> list[T]:
        """What ``read`` makes of each row; Damaged where one cannot be read."""
        with self._failing():
            found = self._opened.execute(sql, values).fetchall()
        try:
            return [read(*row) for row in found]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise Damaged(f"a row cannot be read: {error}") from error

    def rows_where(self, read: Callable[..., T], sql: str, fits: Callable[[str], bool]) -> list[T]:
        """The rows of a question, in which ``fits(text)`` says of each row whether it is wanted."""
        with self._failing():
            self._opened.create_function("fits", 1, fits, deterministic=True)
        return self.rows(read, sql)

    def among(self, read: Callable[..., T], sql: str, values: Sequence[Any]) -> list[T]:
        """What ``read`` makes of the rows of a question over many values; ``{}`` stands for their places in it."""
        return [row for question, some in in_parts(sql, values) for row in self.rows(read, question, *some)]

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; the seal is taken away first."""
        with self._failing():
            if not self._unsealed and self._write:
                with room(self.path):
                    self.path.with_name(_SEAL).unlink(missing_ok=True)
            if not self._unsealed and not self._write and not _has_no_name(self._opened):
                self._db = _copied(self._opened)
            self._unsealed = True
            with self._opened:
                yield self._opened

    @property
    def _opened(self) -> sqlite3.Connection:
        assert self._db is not None, "it is opened before it is used"
        return self._db

    def _shut(self) -> None:
        db, self._db = self._db, None
        if db is not None:
            db.close()

    def _current(self) -> sqlite3.Connection | None:
        """The opened file, if there is one of this version; Damaged where it is broken, or of a later one."""
        if not self.path.exists():
            return None
        sealed = self._is_sealed()
        db = self._connected()
        try:
            [version] = db.execute("PRAGMA user_version").fetchone()
            [verdict] = ("ok",) if sealed else db.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise Damaged(str(verdict))
            if version > self._version:
                raise Damaged("it was written by a newer newsdiff", "newer")
        except BaseException:
            db.close()
            raise
        if version == self._version:
            return db
        db.close()
        return None

    def _make(self, aside: str) -> None:
        """An empty file in the place of whatever stands there, which is kept under the name ``aside`` unless old."""
        if not self._write:
            self._db = sqlite3.connect(":memory:")
            _fill(self._db, self._schema, self._version)
            return
        fresh = self.path.with_name(f"{self.path.name}.new")
        try:
            remove(fresh)
            os.close(os.open(fresh, os.O_CREAT | os.O_RDWR, 0o600))
            db = sqlite3.connect(fresh)
            try:
                _fill(db, self._schema, self._version)
            finally:
                db.close()
        except BaseException:
            remove(fresh)
            raise
        self._unsealed = True
        self.path.with_name(_SEAL).unlink(missing_ok=True)
        if aside != "old" and self.path.exists():
            self.path.replace(self.path.with_name(f"{self.path.name}.{aside}"))
        remove(self.path)
        fresh.replace(self.path)
        self._db = self._connected()

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=_BUSY_SECONDS)
        try:
            if self._write:
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes stands in the log
        except BaseException:
            db.close()
            raise
        return db

    # --- the seal ---

    def _is_sealed(self) -> bool:
        """Whether the file is, to the last bit, what a run left that ended well; False where none says so."""
        told = self._seal_text()
        if not told or told == self._sum():
            return bool(told)
        if told != self._seal_text():  # a run took the seal away and began to write
            return False
        raise Damaged("it is not as it was written")

    def _seal_text(self) -> str:
        try:
            return self.path.with_name(_SEAL).read_text("ascii")
        except (OSError, UnicodeDecodeError):
            return ""

    def _sum(self) -> str:
        stat = self.path.stat()
        if stat.st_size > _SUMMED_BYTES:
            return f"{stat.st_size} at {stat.st_mtime_ns}\n"
        size = crc = 0
        with self.path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                size += len(chunk)
                crc = zlib.crc32(chunk, crc)
        return f"{size} {crc:08x}\n"

    def _seal(self) -> None:
        """Seal the closed file; where it cannot be done, the file is as one whose run was killed."""
        seal = self.path.with_name(_SEAL)
        try:
            if not self.path.with_name(f"{self.path.name}-wal").exists():  # else a reader has it open
                seal.write_text(self._sum(), "ascii")
        except OSError:
            seal.unlink(missing_ok=True)

    # --- errors ---

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """SQLite's errors, told as what they are: a full disk, a place that cannot be used, or damage."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if code not in _OF_THE_PLACE:
                raise Damaged(str(error)) from error
            hint = f"remove {self.path}: it is read back from git and the log"
            raise database_failure(self.path, error, hint) from error
        except OSError as error:
            with room(self.path):
                raise error


def checked(text: str) -> str:
    """A row's text behind its CRC-32."""
    return f"{zlib.crc32(text.encode('utf-8', 'replace')):08x}{text}"


def unchecked(row: str) -> str:
    """The text that ``checked`` was given; ValueError where it is another by now."""
    if checked(row[8:]) != row:
        raise ValueError("its checksum is another")
    return row[8:]


def _has_no_name(db: sqlite3.Connection) -> bool:
    """Whether a database is a copy, or was made anew without a file."""
    return not db.execute("PRAGMA database_list").fetchone()[2]


def _fill(db: sqlite3.Connection, schema: str, version: int) -> None:
    """One transaction, one write to the disk; in one file: a log beside it might not be folded in on a full disk."""
    db.executescript(f"BEGIN; {schema}; PRAGMA user_version = {version}; COMMIT")


def _copied(db: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect("")  # in memory; what is more than a little, in a file without a name
    try:
        db.backup(copy)
    finally:
        db.close()
    return copy


def text_of(value: object) -> str:
    """A value of a row that must be a text; TypeError: SQLite keeps anything in any column."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is no text")
    return value
