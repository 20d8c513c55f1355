"""`documents`: one row a capture, with the text (CONTRACT)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import msgspec

from cenotaph.model import WITHHELD, Account, Capture, Record, confided
from cenotaph.publish import Options, Shape, write_lines

SHAPE: Shape = "stream"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one JSON line for every capture of every document."""
    write_lines(rows(record, options), record, out)


def rows(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows, in order of reference.

    Whole texts give away every name in them; who told staff in confidence is named on request only.
    """
    accounts = {a.document.id: a for a in record.accounts}
    copies, older = dict(record.copies_of), dict(record.replaces)
    for capture in record.captures:
        account = accounts.get(capture.document)
        if capture.author and confided(capture) and not options.names:
            capture = msgspec.structs.replace(capture, author=WITHHELD)  # noqa: PLW2901 # as printed
        row = _row(capture, account, copies.get(capture.document), older.get(capture.document))
        yield row if options.texts else {**row, "text": None}


def _row(
    capture: Capture, account: Account | None, copy_of: str | None, replaces: str | None
) -> dict[str, object]:
    document = account.document if account else None
    skipped = account.skipped if account else ()
    return {
        "document": capture.document,
        "raw": capture.raw,
        "ref": capture.ref,
        "title": document.title if document else None,
        "author": capture.author,
        "published": capture.published,
        "publisher": capture.publisher,
        "source_kind": capture.source_kind,
        "url": capture.url,
        "archive_url": capture.archive_url,
        "captured": capture.captured,
        "language": capture.language,
        "copies_of": copy_of,
        "replaces": replaces,
        "skipped": [{"why": s.why, "start": s.start, "end": s.end} for s in skipped],
        "text": document.text if document else None,
    }
