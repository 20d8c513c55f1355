"""What a ZIP file holds around its members -> whether it is as a bundle is packed.

Hashes of members do not see it, and programs that unpack differ in what of it they believe: the
name, size or day that stands before a member may be another than the directory's; between members
there may be anything.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

_WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP file knows: the same for every bundle
_UNIX = 3
_OWNER_ONLY = 0o600 << 16
_END = struct.Struct("<4s4H2LH")  # of the directory (APPNOTE.TXT, 4.3.16)
_MOST = 0xFFFF, 0xFFFFFFFF  # members and bytes; above them other fields hold the numbers
_ALIKE = ("date_time", "compress_type", "comment", "extra", "create_system", "create_version",
          "extract_version", "reserved", "flag_bits", "volume", "internal_attr",
          "external_attr")  # fmt: skip


def member(name: str) -> zipfile.ZipInfo:
    """Return what a bundle says of a member before it knows its bytes."""
    info = zipfile.ZipInfo(name, _WHEN)
    info.create_system, info.external_attr = _UNIX, _OWNER_ONLY
    packed = name.endswith(".gz")  # so that a reader finds one record in it by its offset
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    return info


def faults(path: Path) -> Iterator[str]:
    """Yield what around the members of a bundle is not as it was packed."""
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        infos, at = archive.infolist(), 0
        for info in infos:
            file.seek(at)
            packed = info.header_offset == at and _is_packed(info)
            head = info.FileHeader(zip64=True)  # which sets what it was packed by, so after that
            if not packed or file.read(len(head)) != head:
                yield f"{info.filename}: what stands around it in the file is not as it was packed"
                return
            at += len(head) + info.compress_size
        start = archive.start_dir
        file.seek(start)
        directory = file.read()
    if start != at or not _is_end(directory, len(infos), at):
        yield "the end of the file is not as it was packed"


def _is_packed(info: zipfile.ZipInfo) -> bool:
    """Tell whether a directory says of a member what a bundle's says."""
    packed = member(info.filename)
    packed.create_version = packed.extract_version = zipfile.ZIP64_VERSION
    return all(getattr(info, name) == getattr(packed, name) for name in _ALIKE)


def _is_end(directory: bytes, members: int, start: int) -> bool:
    """Tell whether the directory's end is a plain one, of a file that needs no larger numbers."""
    size = len(directory) - _END.size
    if members >= _MOST[0] or start + size >= _MOST[1]:
        return True  # what reading found of it is all that is checked
    return directory[size:] == _END.pack(b"PK\5\6", 0, 0, members, members, size, start, 0)
