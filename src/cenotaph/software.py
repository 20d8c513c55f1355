"""What this software is: digests of its own files, so that what it computed can be told apart."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

CONTRACT = 1
_READING = ("model", "text", "extract", "gazetteer", "data")  # what decides which claims are found
_LINKING = "data/link_"  # decides nothing that is found in one document
_GAZETTEER = "gazetteer.sqlite"  # hashed apart; data/gazetteer.sha256 says which it is
_OURS = (".py", ".sql", ".tsv", ".txt", ".sha256", ".json", ".csv")


def version() -> str:
    """Return the version of this software."""
    return metadata.version("cenotaph")


def facts(ledger_schema: int) -> dict[str, str | int]:
    """Return what this software is: its version, the contract's, its model and gazetteer."""
    return {
        "software": version(),
        "contract": CONTRACT,
        "ledger_schema": ledger_schema,
        "model": model_digest(),
        "gazetteer": gazetteer_digest(),
    }


def reading_digest(model: str) -> str:
    """Return a digest of all that decides what is found in a document: the finder of a run."""
    files = (f for f in _files(_READING) if not f[0].startswith(_LINKING))
    return _digest((*files, ("model", model.encode())))


@cache  # a process that runs goes on as the software that it was started as
def software_digest() -> str:
    """Return a digest of all code and small data of this software."""
    return _digest(_files(None))


def gazetteer_digest() -> str:
    """Return the SHA-256 of the gazetteer as recorded when it was built; `verify` recomputes it."""
    recorded = resources.files("cenotaph").joinpath("data", "gazetteer.sha256")
    return recorded.read_text("utf-8").split()[0]


def model_digest() -> str:
    """Return the SHA-256 of the grammar model's own hashes, each of which is checked at load."""
    known = resources.files("cenotaph").joinpath("data", "model_hashes.tsv").read_text("utf-8")
    hashes = [line.split("\t")[1] for line in known.splitlines() if not line.startswith("#")]
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


def _files(packages: tuple[str, ...] | None) -> Iterator[tuple[str, bytes]]:
    root = resources.files("cenotaph")
    for child in sorted(root.iterdir(), key=lambda c: c.name):
        if packages is None or child.name in packages:
            yield from _below(child, child.name)


def _below(entry: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    if entry.is_dir():
        for child in sorted(entry.iterdir(), key=lambda c: c.name):
            yield from _below(child, f"{path}/{child.name}")
    elif path.endswith(_OURS) and not path.endswith(_GAZETTEER):
        yield path, entry.read_bytes()


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    whole = hashlib.sha256()
    for path, body in parts:
        whole.update(f"{path}\0{len(body)}\0".encode())
        whole.update(body)
    return whole.hexdigest()
