"""The parts of a workbook (.xlsx: XML files in a ZIP) -> their elements, within limits.

Whoever made the file may mean harm: a part is read in pieces and no further than it may be long, no
part may declare a document type (so none has entities that unfold), nothing is written to a disk.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.parsers import expat

from cenotaph.errors import ReadError

LARGEST: Final = 200_000_000  # bytes of one part, unpacked; a million cells are about 50 MB
_MOST_PACKED: Final = 300  # times that a part may shrink when packed; sheets shrink 10 to 50 times
_SPARED: Final = 5_000_000  # bytes, unpacked: a short part may shrink as it likes
_PIECE: Final = 1 << 16
_DEEPEST: Final = 64  # elements in elements
_OTHERS: Final = (
    ("xl/workbook.bin", "a binary workbook (.xlsb)"),
    ("content.xml", "an OpenDocument spreadsheet (.ods)"),
)


class Start(NamedTuple):
    """An element begins; its name and its attributes' are without their namespaces."""

    name: str
    attributes: Mapping[str, str]


class End(NamedTuple):
    """An element ends."""

    name: str


Event = Start | End | str  # str: text, in one or more pieces


class Parts:
    """The parts of one workbook, by name."""

    def __init__(self, raw: bytes) -> None:
        """Open a file; ReadError where it is no workbook."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise ReadError(f"is no workbook, or a damaged one: {error}") from error
        self._known = {info.filename: info for info in self._zip.infolist()}
        for part, what in _OTHERS:
            if part in self._known:
                raise ReadError(f"is {what}; save it as .xlsx or as CSV and import that")

    def related(self, part: str = "") -> dict[str, tuple[str, str]]:
        """Return what a part leads to, by id: (its kind, its name); of "" the workbook itself."""
        folder, name = posixpath.split(part)
        found = {}
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        for event in self.events(relations) if relations in self._known else ():
            if isinstance(event, Start) and event.name == "Relationship":
                told = event.attributes
                target = posixpath.normpath(posixpath.join("/", folder, told.get("Target", "")))
                kind = told.get("Type", "").rpartition("/")[2]
                found[told.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def events(self, part: str) -> Iterator[Event]:
        """Yield the elements of a part in their order; ReadError where it breaks off or is none."""
        info = self._known.get(part)
        if info is None:
            raise ReadError(f"is no workbook, or a damaged one: it has no part {part}")
        _expect_plain(info)
        elements = _Elements(part)
        try:
            with self._zip.open(info) as packed:
                while piece := packed.read(_PIECE):
                    yield from elements.of(piece)
            yield from elements.of(b"", last=True)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise ReadError(f"is a damaged workbook: {part}: {error}") from error
        except expat.ExpatError as error:
            raise ReadError(f"is a damaged workbook: {part}: {error}") from error


def _expect_plain(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise ReadError("is locked with a password; save it without one")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise ReadError(f"is a damaged workbook: {info.filename}: packed in a way that none is")
    packed, whole = info.compress_size, info.file_size
    if whole > LARGEST or (whole > _SPARED and whole > packed * _MOST_PACKED):
        raise ReadError(
            f"is refused: {info.filename} has {packed:,} bytes and would unpack to {whole:,};"
            " no table that people keep does"
        )


class _Elements:
    """Turns the bytes of one part into elements."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._found: list[Event] = []
        self._depth = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._found.append
        parser.StartDoctypeDeclHandler = self._refuse  # and with it every entity
        self._parser = parser

    def of(self, piece: bytes, *, last: bool = False) -> Iterator[Event]:
        """Yield what a piece of the part completes."""
        self._parser.Parse(piece, last)
        yield from self._found
        self._found.clear()

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ReadError(f"is refused: {self._part}: elements lie {_DEEPEST} deep in each other")
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self._found.append(Start(name.rpartition(" ")[2], plain))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._found.append(End(name.rpartition(" ")[2]))

    def _refuse(self, *_: object) -> None:
        raise ReadError(
            f"is refused: {self._part} declares a document type, which no workbook does; entities"
            " in it could unfold without end"
        )
