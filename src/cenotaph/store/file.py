"""A path -> an open SQLite connection to a ledger we know, or a sentence that says why not."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TypedDict

from cenotaph.errors import LedgerError

SCHEMA = 6
_APPLICATION = 0x43454E4F  # "CENO": tells a ledger from any other SQLite file
_OLDEST = (3, 38, 0)  # the first with STRICT tables and JSON functions built in
_WAIT = 60.0  # seconds for another process to end its transaction
_WAIT_TO_WIPE = 5_000  # milliseconds for others to let the file go
_OWNER_ONLY = 0o600
_HEADER = b"SQLite format 3\x00"
_PARTS = (  # of the record, in schemas 2 to 5
    "standing", "told", "beats", "bands", "likes", "copies", "tellings", "keys", "joins", "doubts",
    "dossiers", "incidents", "counted", "units", "series", "asked",
)  # fmt: skip
_ROOM = 1 << 17  # bytes that SQLite may need beside a ledger before it can read a word of it
# Errors that say nothing of the ledger itself: no room, no right, no file, somebody else's lock.
_OF_THE_DISK = (
    "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM",
    "SQLITE_BUSY", "SQLITE_LOCKED",
)  # fmt: skip
_AGAIN = "close it there and withdraw the document again"


def schema() -> str:
    """Return the SQL that makes an empty ledger."""
    return _sql("schema.sql") + _sql("standing.sql")


def _sql(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def connect(path: str | Path, *, create: bool) -> sqlite3.Connection:
    """Open the ledger at a path, or in memory for ":memory:"; make an empty one when asked to."""
    if sqlite3.sqlite_version_info < _OLDEST:
        known = ".".join(map(str, _OLDEST))
        raise LedgerError(
            f"needs SQLite {known} or newer; this Python has {sqlite3.sqlite_version}"
        )
    if str(path) != ":memory:":
        _prepare(Path(path), create=create)
    try:
        db = _open(path)
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: cannot be opened as a ledger: {error}") from error
    try:
        _settle(db, path, create=create)
    except sqlite3.Error as error:
        db.close()
        why = no_room(error, path) or error
        if _name(error).startswith(_OF_THE_DISK):
            raise LedgerError(f"{path}: cannot be opened: {why}") from error
        raise LedgerError(f"{path}: not a Cenotaph ledger, or a damaged one: {error}") from error
    except LedgerError:
        db.close()
        raise
    return db


def no_room(error: sqlite3.Error, path: str | Path) -> str | None:
    """Return in words that an error is that of a full disk; None where it is another.

    SQLite says "disk I/O error" where there is no room for the files it keeps beside a ledger.
    """
    name = _name(error)
    free = shutil.disk_usage(Path(path).absolute().parent).free
    if name == "SQLITE_FULL" or (name.startswith("SQLITE_IOERR") and free < _ROOM):
        return "the disk is full; make room and try again, nothing was changed"
    return None


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or nothing of it; one writer at a time."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def wipe(db: sqlite3.Connection) -> None:
    """Rewrite the file without what was deleted, and cut the -wal file to nothing.

    `secure_delete` has put zeros over the rows already; what is left of older copies of them in
    the free room of other pages goes with the rewriting.
    """
    db.execute(f"PRAGMA busy_timeout = {_WAIT_TO_WIPE}")
    try:
        db.execute("VACUUM")
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise LedgerError(
            f"withdrawn, but not yet wiped from the file ({error}); {_AGAIN}"
        ) from error
    if busy:
        raise LedgerError(
            f"withdrawn, but not yet wiped: another program reads the ledger; {_AGAIN}"
        )


def _prepare(path: Path, *, create: bool) -> None:
    """Make the file before SQLite does, so that it is never readable by others, not for a moment.

    SQLite gives its -wal and -shm files the permissions of the ledger.
    """
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder; a ledger is a file, such as cenotaph.db")
    if path.exists():
        _see_header(path)
        return
    if not create:
        raise LedgerError(f"{path}: no such ledger; `cenotaph read PATH --ledger {path}` makes one")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY))
    except FileExistsError:
        return  # another process was quicker
    except OSError as error:
        raise LedgerError(f"{path}: cannot be made: {error.strerror}") from error


def _see_header(path: Path) -> None:
    """Refuse what is no SQLite file; SQLite itself takes a very short one for an empty ledger."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read: {error.strerror}") from error
    if start not in {b"", _HEADER}:
        raise LedgerError(f"{path}: not a Cenotaph ledger; name another file with --ledger")


class _How(TypedDict):
    timeout: float
    isolation_level: None
    check_same_thread: bool


# One thread at a time uses a connection, but not always the same: SQLite does not mind.
_HOW: _How = {"timeout": _WAIT, "isolation_level": None, "check_same_thread": False}


def _open(path: str | Path) -> sqlite3.Connection:
    if str(path) == ":memory:" or os.access(path, os.W_OK):
        return sqlite3.connect(path, **_HOW)
    where = f"{Path(path).resolve().as_uri()}?mode=ro"
    if not Path(f"{path}-wal").exists():
        where += "&immutable=1"  # put away read-only: SQLite needs no -shm file beside it
    return sqlite3.connect(where, uri=True, **_HOW)


def _settle(db: sqlite3.Connection, path: str | Path, *, create: bool) -> None:
    application, version = _numbers(db)
    if (application, version) == (0, 0) and create and _bare(db):
        db.execute("PRAGMA journal_mode = WAL")
        with transaction(db):
            if _bare(db):  # still: another process may have been quicker
                _make(db)
        application, version = _numbers(db)
    if application != _APPLICATION:
        raise LedgerError(f"{path}: not a Cenotaph ledger; name another file with --ledger")
    if version > SCHEMA:
        raise LedgerError(
            f"{path}: a ledger of schema {version}, made by a newer Cenotaph; this one knows up to"
            f" {SCHEMA}. Update Cenotaph to open it; nothing was changed"
        )
    if version < SCHEMA and str(path) != ":memory:" and os.access(path, os.W_OK):
        with transaction(db):
            _bring_up_to_date(db)
    for pragma in ("foreign_keys = ON", "recursive_triggers = ON", "secure_delete = ON"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("PRAGMA synchronous = FULL")  # what is reported as read survives a power cut


def _numbers(db: sqlite3.Connection) -> tuple[int, int]:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    return application, db.execute("PRAGMA user_version").fetchone()[0]


def _bare(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _make(db: sqlite3.Connection) -> None:
    for statement in statements(schema()):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {_APPLICATION}")
    db.execute(f"PRAGMA user_version = {SCHEMA}")


def _bring_up_to_date(db: sqlite3.Connection) -> None:
    """Give an older ledger an index, and room for the parts of the record as they are kept now."""
    version = _numbers(db)[1]
    if version == SCHEMA:
        return  # another process was quicker
    if version == 1:
        db.execute("DROP TABLE projections")
        for statement in statements(_sql("schema.sql")):
            if statement.startswith("CREATE INDEX captures_document"):
                db.execute(statement)
    else:
        for table in _PARTS:  # computed anew when they are asked for
            db.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in statements(_sql("standing.sql")):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {SCHEMA}")


def statements(sql: str) -> Iterator[str]:
    """Split SQL into its statements; unlike executescript this leaves the transaction alone."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
