"""An account typed by staff (an interview, a call, a list) -> what came in, read like any other."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shlex
import subprocess
import sys
import tempfile
from argparse import Namespace
from pathlib import Path
from typing import Final, get_args

import msgspec

from cenotaph.errors import ReadError, UsageError
from cenotaph.model import Capture, Document, Received, SourceKind, is_lived
from cenotaph.text.encoding import decode

KINDS: Final = {"call": "interview", **{k: k for k in get_args(SourceKind)}}
"""What a note may be, and the kind of source that it is kept as."""
_HEAD: Final = "#: "  # begins the lines that an editor shows and that are not kept
_GUIDE: Final = (
    "Write below what was told, in English, in the words it was told in where you can.",
    "Lines that begin with '#:' are left out. Nothing written: nothing is kept.",
)


class Note(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was told, by whom, when, and who wrote it down; kept as it is, as the bytes received."""

    text: str = ""
    kind: str = "interview"
    told_by: str | None = None  # withheld in whatever is published
    taken_by: str | None = None
    told: str | None = None  # the day or time it was told: "yesterday" is the day before
    title: str | None = None
    publisher: str | None = None  # the organization whose interview it is
    ref: str | None = None
    language: str | None = None


def wanted(options: Namespace, now: dt.datetime) -> Received:
    """Return the account that the options of a command line ask to keep."""
    told = options.told or now.date().isoformat()
    about = f"Told by {options.told_by or 'somebody unnamed'} on {told}, as {options.kind}."
    note = Note(
        text=edited(about) if options.file is None else _words(options.file),
        kind=options.kind,
        told_by=options.told_by,
        taken_by=options.taken_by,
        told=told,
        title=options.title,
        publisher=options.publisher,
        ref=options.ref,
    )
    return received(note, now.isoformat(timespec="seconds"))


def _words(file: str) -> str:
    try:
        return decode(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())
    except ReadError as error:
        raise ReadError(f"{file}: {error}") from error


def received(note: Note, at: str) -> Received:
    """Return a note as an account that came in at a time (RFC 3339).

    Errors: UsageError for a note without words, or of no kind that is known.
    """
    if not note.text.strip():
        raise UsageError("a note needs its words: from a file, standard input or an editor")
    if note.told is not None and not _is_time(note.told):
        raise UsageError(f"told on {note.told!r}: neither a date (2022-03-10) nor an RFC 3339 time")
    if note.kind not in KINDS:
        raise UsageError(f"kind {note.kind!r}: no such kind; known: {', '.join(KINDS)}")
    document = Document.of(note.text.strip(), note.title or None)
    raw = msgspec.json.encode(note)
    kind: SourceKind = msgspec.convert(KINDS[note.kind], SourceKind)
    capture = Capture(
        document=document.id,
        raw=hashlib.sha256(raw).hexdigest(),
        ref=note.ref or f"note:{document.id[:12]}",
        author=note.told_by,
        publisher=note.publisher,
        source_kind=kind,
        published=note.told,
        captured=at,
        language=note.language,
        taken_by=note.taken_by,
    )
    return Received(document, capture, raw)


def _is_time(words: str) -> bool:
    try:
        return len(words) >= len("2022-03-10") and is_lived(dt.datetime.fromisoformat(words))
    except ValueError:
        return False


def edited(about: str) -> str:
    """Return what a person writes in their editor ($VISUAL, else $EDITOR).

    The file it is written in can be read by its owner only, and is gone afterwards.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise UsageError("no editor is set: give a FILE, '-' for standard input, or set $EDITOR")
    handle, name = tempfile.mkstemp(prefix="note-", suffix=".txt")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write("".join(f"{_HEAD}{line}\n" for line in (about, *_GUIDE)) + "\n")
        status = subprocess.run([*shlex.split(command), name], check=False).returncode  # noqa: S603 # the user's own
        if status != 0:
            raise UsageError(f"{command} ended with status {status}; nothing was kept")
        lines = path.read_text("utf-8").splitlines()
    finally:
        path.unlink(missing_ok=True)
    return "\n".join(line for line in lines if not line.startswith(_HEAD.strip())).strip()
