"""`site`: a folder of pages that need no server: lists, an incident a page, map, search, data."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

from cenotaph.model import Record
from cenotaph.pages import site
from cenotaph.publish import (
    Options,
    Shape,
    discreet,
    exporter,
    first_captures,
    hidden_names,
    how_made,
    shown,
    sidecar,
    write_lines,
)

SHAPE: Shape = "folder"
TELLS_HOW = True  # on the page of its method

_DATA = {
    "data/incidents.jsonl": "every incident, its figures side by side",
    "data/claims.jsonl": "every claim with its words, its voice and its incident",
    "data/cumulative.jsonl": "figures that are no incident's",
    "data/incidents.csv": "the incidents, for spreadsheets",
    "data/incidents.csv.evidence.jsonl": "the claims behind each cell of the table",
}


def files(record: Record, options: Options, /) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of every file of the site."""
    unspoken, first = hidden_names(record, options), first_captures(record)
    printed = discreet(record, options, unspoken)
    how = how_made(record, options)
    material = site.Material(printed, shown(printed, options), first, unspoken, how)
    frame = site.Frame(record.policy, carried(options), names=options.names, keyed=options.keyed)
    yield from site.files(frame, material)
    yield from _data(record, options, frame)


def carried(options: Options) -> str:
    """Return in a sentence which names the pages print, or by which profile they are redacted."""
    if options.told is not None:
        return f"Redacted by {options.told}."
    if options.names:
        return "Names are printed, except of minors and survivors of sexual violence."
    return "Names of victims and private persons are withheld."


def _data(record: Record, options: Options, frame: site.Frame) -> Iterator[tuple[str, bytes]]:
    """Yield the record in the contract's own formats, and the page that lists them."""
    listed = []
    for path, words in _DATA.items():
        content = _written(path, record, options)
        digest = hashlib.sha256(content).hexdigest()
        listed.append({"name": path, "words": words, "size": len(content), "sha256": digest})
        yield path, content
    yield frame.page("data", "data.html", files=listed, digest=record.digest)


def _written(path: str, record: Record, options: Options) -> bytes:
    out = io.BytesIO()
    words = io.TextIOWrapper(out, encoding="utf-8", newline="\n")
    name, _, suffix = path.removeprefix("data/").partition(".")
    lead = sidecar("csv")
    if suffix == "csv.evidence.jsonl" and lead is not None:
        write_lines(lead(record, options), record, words)
    else:
        exporter("csv" if suffix == "csv" else name).write(record, words, options)
    words.flush()
    return out.getvalue()
