"""A bundle to check, its members, and what a careful forger makes of them."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import msgspec

from cenotaph import bundle
from cenotaph.bundle import wrapping
from cenotaph.config import load
from cenotaph.model import Account, Document, claim_id
from cenotaph.publish import Options
from cenotaph.store import Ledger
from ledgers import RAID, SHELL, decision, filled, told
from making import killed

WHOLE = Options(full_text=True)
LOST = told("Rockets hit Tal Hamra. Six died, Karim Nader said.", ("Six died", killed(6)))


def titled() -> Account:
    """Return an account whose document has a title, in which a claim stands too."""
    plain = told("Mines killed 2 at Beni. They were found at dawn.", ("killed 2", killed(2)))
    document = Document.of(plain.document.text, "Two die at Beni")
    claims = [msgspec.structs.replace(c, document=document.id) for c in plain.claims]
    mentions = [msgspec.structs.replace(m, document=document.id) for m in plain.mentions]
    return msgspec.structs.replace(
        plain,
        document=document,
        claims=tuple(msgspec.structs.replace(c, id=claim_id(c)) for c in claims),
        mentions=tuple(mentions),
    )


def write(ledger: Ledger, path: Path, options: Options = WHOLE) -> bundle.Packed:
    return bundle.write(ledger, bundle.Asked(str(path)), options, load(None))


def packed(folder: Path) -> Path:
    """Return a bundle of a ledger in which people decided, and one document was withdrawn."""
    with filled(folder / "cenotaph.db", SHELL, RAID, titled(), LOST) as ledger:
        first, second = SHELL.claims[0], RAID.claims[0]
        ledger.decide(decision("accept", first.id))
        right = decision("correct", second.id, value=killed(4), reason="Noor Aziz counted four")
        taken = ledger.decide(right)
        ledger.decide(decision("undo", supersedes=taken.id, at="2022-03-12T08:00:00+00:00"))
        ledger.withdraw(LOST.document.id, decision("withdraw", LOST.document.id))
        write(ledger, folder / "case.zip")
    return folder / "case.zip"


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(contents: dict[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in contents.items():
            with archive.open(wrapping.member(name), "w", force_zip64=True) as out:
                out.write(content)
    return path


def forged(contents: dict[str, bytes]) -> dict[str, bytes]:
    """Return the members with a list of hashes that fits them, as a careful forger would."""
    kept = {n: c for n, c in contents.items() if n != "SHA256SUMS"}
    lines = [f"{hashlib.sha256(c).hexdigest()}  {n}\n" for n, c in kept.items()]
    return {**kept, "SHA256SUMS": "".join(lines).encode()}


def faults(path: Path) -> str:
    return "\n".join(bundle.check(path).faults)
