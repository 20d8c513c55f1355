"""A ledger and its record -> one file for hand-over, which another machine can check by itself.

A bundle is a ZIP file. `texts` and `raw` hold what was received, each under its SHA-256; `ledger`
the rows that claims, decisions and the hash chain stand in; `record` what was published of them;
`bundle.json` by which software and policy; `SHA256SUMS` the hash of every member. The same ledger
and record give the same bytes. A WACZ file is the same with what was received as a web archive.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec

from cenotaph import pipeline
from cenotaph.bundle.checking import Checked, check, checked
from cenotaph.bundle.packing import Packed, Wanted, pack
from cenotaph.config import Config
from cenotaph.errors import UsageError
from cenotaph.output import together
from cenotaph.publish import Options
from cenotaph.store import Ledger

__all__ = ["Asked", "Checked", "Packed", "check", "checked", "write"]


class Asked(NamedTuple):
    """Where a bundle goes, and what was asked for besides."""

    target: str | None
    policy: str = "envelope"
    profile: str | None = None
    as_wacz: bool = False


def write(ledger: Ledger, asked: Asked, options: Options, config: Config) -> Packed:
    """Write the bundle of a ledger and of its record: whole, or not at all.

    Errors: UsageError where whole texts were not asked for, or what no bundle can be.
    """
    target = _expected(ledger, asked, options)
    head = ledger.head()
    record = pipeline.current(ledger, asked.policy, config)
    made = pipeline.made(ledger, asked.policy, config)
    options = msgspec.structs.replace(options, made=made)
    wanted = Wanted(record, asked.policy, config.digest, options, asked.as_wacz)
    with together(target) as (out,):
        return pack(ledger, head, wanted, out)


def _expected(ledger: Ledger, asked: Asked, options: Options) -> Path:
    if not options.full_text:
        raise UsageError(
            "a bundle holds accounts whole, as texts and as received, with every name in them: that"
            " is what a court checks a record against. Ask for it with --full-text"
        )
    if asked.profile is not None:
        raise UsageError(
            f"--profile {asked.profile}: a bundle holds the ledger as it is, each id made of words:"
            " what was redacted could not be checked against it. For a partner who is"
            f" not to see all of it, `cenotaph release NAME --profile {asked.profile}` makes a"
            " folder of the redacted record with its sentences, decisions, methodology and"
            " checksums; any other format of `publish` takes the profile too"
        )
    if options.of is not None:
        raise UsageError("--of chooses one picture; a bundle holds the whole record")
    if asked.target is None or asked.target == "-":
        raise UsageError("a bundle is one file: name it with -o, such as -o bundle.zip")
    path = Path(asked.target)
    if asked.as_wacz and path.suffix != ".wacz":
        raise UsageError(f"-o {path}: the name of a WACZ file must end in .wacz")
    if path.resolve() in ledger.files:
        raise UsageError(f"-o {path}: is where the ledger is; name another file")
    return path
