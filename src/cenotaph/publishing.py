"""A record, a format and where to -> the files, each beside what leads it to its sentences."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from cenotaph import disclosure, pipeline, secret
from cenotaph.config import Config
from cenotaph.errors import UsageError
from cenotaph.model import Record, Value
from cenotaph.output import as_words, file, folder, results, together
from cenotaph.publish import (
    Options,
    Sidecar,
    exporter,
    file_exporter,
    folder_exporter,
    left_out,
    looked_through,
    shape,
    sidecar,
    tells_how,
    write_lines,
)
from cenotaph.store import Ledger

_SIDECAR = "evidence.jsonl"
_ASKS = "html"  # the format that prints questions
_ONE_BY_ONE = "chart"  # the format that can draw one incident alone


class Wanted(Value):
    """A format, and where it goes."""

    format: str
    target: str | None = None  # a file or a folder; None or "-": standard output
    evidence: bool = True  # whether the sidecar is written, where the format has one

    @property
    def to_stdout(self) -> bool:
        """Whether it goes to standard output."""
        return self.target is None or self.target == "-"

    @property
    def path(self) -> Path:
        """Return the file or folder it goes to."""
        return Path(self.target or "")


class By(NamedTuple):
    """What it is made of and how."""

    ledger: str  # its path
    policy: str
    profile: str | None = None  # of redaction


def publish(wanted: Wanted, options: Options, by: By, config: Config) -> Iterator[str]:
    """Write a ledger's record in a format; yield words about it for whoever asked."""
    expect(wanted, options, by.ledger)
    if by.profile is not None:
        disclosure.expect(config.profile(by.profile), options)
    with Ledger.open(by.ledger) as ledger:
        asking = wanted.format == _ASKS
        record = pipeline.current(ledger, by.policy, config, asking=asking)
        options = _informed(wanted, options, (ledger, by.policy, config))
    if by.profile is not None:
        told = disclosure.disclosure(by.profile, config, by.ledger)
        options, record = told.options(options, record), told.record(record)
        if told.is_new:
            yield f"{told.key_file}: a new secret key; without it the next pseudonyms are others"
    write(record, wanted, options)
    for words in (carried(wanted.format, options), *left_out(wanted.format, record, options)):
        yield f"{wanted.format}: {words}"


def expect(wanted: Wanted, options: Options, ledger: str) -> None:
    """Raise UsageError, before any work, where something cannot be written so."""
    if wanted.to_stdout:
        _expect_stdout(wanted)
    elif not wanted.path.name:
        raise UsageError(f"-o {wanted.target!r}: names neither a file nor a folder")
    elif shape(wanted.format) != "folder":
        _expect_spared(wanted.path, wanted, ledger)
    if options.of is not None and wanted.format != _ONE_BY_ONE:
        raise UsageError(f"--of chooses one picture; {wanted.format} writes the whole record")


def write(record: Record, wanted: Wanted, options: Options) -> None:
    """Write a record in a format: whole, with its sidecar, or not at all."""
    lead = sidecar(wanted.format) if wanted.evidence else None
    options = looked_through(record, options)  # once for the format, its sidecar and its parts
    if wanted.to_stdout:
        _print(record, wanted.format, options)
    elif shape(wanted.format) == "folder":
        _fill(record, wanted, options, lead)
    elif lead is None:
        with together(wanted.path) as (out,):
            _write(record, wanted.format, out, options)
    else:
        with together(wanted.path, beside(wanted.path)) as (out, led):
            _write(record, wanted.format, out, options)
            with as_words(led) as words:
                write_lines(lead(record, options), record, words)


def _informed(wanted: Wanted, options: Options, by: tuple[Ledger, str, Config]) -> Options:
    """Return the options with how the record came about (ledger, policy, settings), if printed."""
    if not tells_how(wanted.format):
        return options
    return msgspec.structs.replace(options, made=pipeline.made(*by))


def carried(name: str, options: Options) -> str:
    """Return what names and texts an output carries; its lines cannot say it themselves."""
    if options.told is not None:
        return options.told
    if name == "documents":
        return "accounts' whole texts, with every name in them, minors' too"
    names = "withheld (--names prints them)"
    if options.names:
        names = "printed, but minors' and those of survivors of sexual violence"
    texts = "printed" if options.full_text else "quoted only"
    return f"names of victims and private persons {names}; accounts' texts {texts}"


def beside(path: Path) -> Path:
    """Return where the sidecar of a file stands: "events.csv.evidence.jsonl"."""
    return path.with_name(f"{path.name}.{_SIDECAR}")


def _expect_stdout(wanted: Wanted) -> None:
    name, made = wanted.format, shape(wanted.format)
    if made == "folder":
        raise UsageError(f"{name} makes files: name a folder with -o, such as -o {name}")
    if made == "file" and sys.stdout.isatty():
        raise UsageError(f"{name} makes a file of bytes: name it with -o, such as -o record.{name}")
    if wanted.evidence and sidecar(name) is not None:
        raise UsageError(
            f"{name} has no room for the sentences behind its numbers: name a file with -o, and"
            f" they are written beside it; --no-evidence prints the numbers alone"
        )


def _expect_spared(path: Path, wanted: Wanted, ledger: str) -> None:
    """Let no output take the place of the ledger or its key, nor old evidence stand beside it."""
    for kept, what in ((Path(ledger), "ledger"), (secret.beside(ledger), "ledger's secret key")):
        written = (p for p in (path, beside(path)) if p.exists() and kept.exists())
        if any(p.samefile(kept) for p in written):
            raise UsageError(f"-o {path}: is where the {what} is; name another file")
    if not wanted.evidence and beside(path).exists():
        raise UsageError(
            f"{beside(path)}: is the evidence of an older {path.name}; take it away first, or"
            f" publish without --no-evidence"
        )


def _print(record: Record, name: str, options: Options) -> None:
    if shape(name) == "file":
        file_exporter(name).write(record, sys.stdout.buffer, options)
        return
    with results(None) as out:
        exporter(name).write(record, out, options)


def _write(record: Record, name: str, out: IO[bytes], options: Options) -> None:
    if shape(name) == "file":
        file_exporter(name).write(record, out, options)
        return
    with as_words(out) as words:
        exporter(name).write(record, words, options)


def _fill(record: Record, wanted: Wanted, options: Options, lead: Sidecar | None) -> None:
    """Write a format of many files as a folder, or the one file asked for."""
    found = folder_exporter(wanted.format).files(record, options)
    if options.of is None:
        folder(wanted.path, chain(found, _evidence(record, options, lead)))
    else:
        ((_, content),) = found
        file(wanted.path, content)


def _evidence(
    record: Record, options: Options, lead: Sidecar | None
) -> Iterator[tuple[str, bytes]]:
    if lead is not None:
        words = io.StringIO()
        write_lines(lead(record, options), record, words)
        yield _SIDECAR, words.getvalue().encode()
