"""Releases on the disk: made once, never replaced, checked whenever they are read."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from cenotaph.errors import UsageError, VerifyError
from cenotaph.model import Record
from cenotaph.publish import Options, methodology
from cenotaph.releases import metadata
from cenotaph.releases.facts import LAYOUT, Facts
from cenotaph.releases.frozen import Frozen, freeze, frozen

NOW: Final = "now"  # what stands for the record as it is, and so names no release
SUMS: Final = "SHA256SUMS"
_FACTS: Final = "release.json"
_PACKED: Final = ".gz"
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_SUM: Final = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)")


def beside(ledger: str) -> Path:
    """Return the folder in which the releases of a ledger are kept."""
    return Path(ledger).parent / "releases"


def place(folder: Path, name: str) -> Path:
    """Return where a release of this name goes; UsageError where it cannot be made."""
    if _NAME.fullmatch(name) is None or name == NOW:
        raise UsageError(
            f"{name!r} names no release: up to 64 letters, digits, '.', '-' and '_', the first a"
            f" letter or digit, such as 2024-06; {NOW!r} is the present record"
        )
    path = folder / name
    if path.exists():
        raise UsageError(
            f"{path}: there is a release {name} already, and none is ever replaced; name a new one"
        )
    return path


def files(record: Record, facts: Facts, options: Options) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of every file of a release; the same record gives the same bytes."""
    told, rows = freeze(record, facts, options)
    how = _note(record, options)
    told = msgspec.structs.replace(told, methodology=hashlib.sha256(how).hexdigest())
    digests = {}
    packed = ((name + _PACKED, _compressed(body)) for name, body in rows.items())
    about = metadata.files(told, frozen(told, rows).incidents)
    for name, content in (*packed, (metadata.METHODOLOGY, how), *about):
        digests[name] = hashlib.sha256(content).hexdigest()
        yield name, content
    yield SUMS, metadata.sums(digests)


def present(record: Record, facts: Facts, options: Options) -> Frozen:
    """Return the record as it stands, as a release of it would be read."""
    return frozen(*freeze(record, facts, options))


def seal(path: Path) -> str:
    """Return the SHA-256 of a release's SHA256SUMS, which vouches for all its files."""
    return hashlib.sha256((path / SUMS).read_bytes()).hexdigest()


def known(folder: Path) -> tuple[str, ...]:
    """Return the names of the releases in a folder, sorted."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(p.name for p in folder.iterdir() if (p / _FACTS).is_file()))


def found(words: str, folder: Path) -> Path:
    """Return the folder of a release, by its name or its path; UsageError where there is none."""
    for path in (folder / words, Path(words)):
        if (path / SUMS).is_file() or (path / _FACTS).is_file():
            return path
    names = ", ".join(known(folder)) or "none"
    raise UsageError(
        f"no release {words!r}; in {folder} are: {names}; or name a release's folder, or {NOW!r}"
    )


def load(path: Path) -> Frozen:
    """Read a release; VerifyError says which file is not as it was made."""
    path = path.resolve()  # so that "." has a name to be told by
    contents = _checked(path)
    facts = _facts(path, contents)
    _see_note(path, facts, contents)
    rows = {name: _unpacked(path, name, contents) for name in facts.files}
    return frozen(facts, rows)


def _checked(path: Path) -> dict[str, bytes]:
    """Return the files of a release by name, each as SHA256SUMS has it."""
    sums, contents, faults = path / SUMS, {}, []
    if not sums.is_file():
        raise VerifyError(f"release {path.name}: {SUMS} is missing: nothing in it can be checked")
    for line in sums.read_text("ascii", "replace").splitlines():
        listed = _SUM.fullmatch(line)
        if listed is None:
            faults.append(f"{SUMS}: {line[:90]!r} is not a digest and a name")
            continue
        name = listed["name"]
        if not (path / name).is_file():
            faults.append(f"{name}: is missing")
            continue
        contents[name] = (path / name).read_bytes()
        digest = hashlib.sha256(contents[name]).hexdigest()
        if digest != listed["digest"]:
            expected = listed["digest"]
            faults.append(f"{name}: its SHA-256 is {digest[:16]}..., not {expected[:16]}...")
    if faults:
        raise VerifyError(f"release {path.name} is damaged: {'; '.join(faults)}")
    return contents


def _facts(path: Path, contents: dict[str, bytes]) -> Facts:
    try:
        layout = msgspec.json.decode(contents.get(_FACTS, b"{}"), type=dict)["layout"]
        if layout != LAYOUT:
            raise VerifyError(
                f"release {path.name}: its layout is {layout!r}; this software reads {LAYOUT}"
            )
        return msgspec.json.decode(contents[_FACTS], type=Facts)
    except (KeyError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise VerifyError(f"release {path.name}: {_FACTS} is none: {error}") from error


def _see_note(path: Path, facts: Facts, contents: dict[str, bytes]) -> None:
    """Set the note against `release.json`: SHA256SUMS alone would not miss a file it lost."""
    name = metadata.METHODOLOGY
    if facts.methodology is None:
        return
    if name not in contents:
        raise VerifyError(f"release {path.name}: {SUMS} names no {name}")
    if hashlib.sha256(contents[name]).hexdigest() != facts.methodology:
        raise VerifyError(f"release {path.name}: {name} is not the one that {_FACTS} tells of")


def _note(record: Record, options: Options) -> bytes:
    """Return how the record came about, as `publish methodology` writes it."""
    words = io.StringIO()
    methodology.write(record, words, options)
    return words.getvalue().encode()


def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=9, mtime=0)  # no time: the same rows, the same bytes


def _unpacked(path: Path, name: str, contents: dict[str, bytes]) -> bytes:
    packed = contents.get(name + _PACKED)
    if packed is None:
        raise VerifyError(f"release {path.name}: {SUMS} names no {name}{_PACKED}")
    try:
        return gzip.decompress(packed)
    except (OSError, EOFError, ValueError) as error:
        raise VerifyError(f"release {path.name}: {name}{_PACKED}: {error}") from error
