"""A user's `cenotaph.toml` and installed plug-ins -> the terms of counting, and own policies.

The file is named by the user (`--config`, `$CENOTAPH_CONFIG`), never looked for: what lies in the
current folder or beside a ledger may be evidence, and a policy is a program.
"""

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Final

import msgspec

from cenotaph.errors import UsageError
from cenotaph.link.weights import Weights, parsed
from cenotaph.own import Own, from_entry, from_file
from cenotaph.reconcile.counting import Counting
from cenotaph.reconcile.policies import policies, policy
from cenotaph.reconcile.terms import THRESHOLD, Publisher, Terms

GROUP: Final = "cenotaph.policies"  # of entry points


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a user set; by default nothing."""

    terms: Terms = Terms()
    files: Mapping[str, Path] = {}  # the user's own policies by name
    weights: Weights | None = None  # of linking, as the user estimated them
    digest: str = ""  # of the file, the policies it names and those installed; "" without any

    def counting(self, name: str) -> Counting:
        """Return how to count by a policy's name: shipped, named in the file, or installed."""
        return Counting(policy=policy(name, self._own(name)), terms=self.terms)

    def _own(self, name: str) -> Mapping[str, Own]:
        """Load the one policy that is asked for; if there is none, all: their names are told."""
        if name in policies():
            return {}
        ways: dict[str, Callable[[], Own]] = {}
        for entry in metadata.entry_points(group=GROUP):
            ways[entry.name] = partial(from_entry, entry)
        for own, path in self.files.items():
            ways[own] = partial(from_file, own, path)
        return {n: load() for n, load in ways.items() if n == name or name not in ways}


class _Known(msgspec.Struct, forbid_unknown_fields=True):
    """What the file says of one publisher."""

    owner: str | None = None
    reliable: bool | None = None


class _Counting(msgspec.Struct, forbid_unknown_fields=True):
    threshold: float = THRESHOLD


class _Linking(msgspec.Struct, forbid_unknown_fields=True):
    weights: str | None = None  # a file that `cenotaph estimate` wrote


class _File(msgspec.Struct, forbid_unknown_fields=True):
    counting: _Counting = msgspec.field(default_factory=_Counting)
    linking: _Linking = msgspec.field(default_factory=_Linking)
    policies: dict[str, str] = {}
    publishers: dict[str, _Known] = {}


def load(path: str | Path | None) -> Config:
    """Read a configuration; without one nothing is set. UsageError says what is wrong with it."""
    installed = _installed()
    if path is None:
        digest = hashlib.sha256(installed).hexdigest() if installed else ""
        return Config(digest=digest)
    path = Path(path)
    raw = path.read_bytes()
    told = _told(path, raw)
    files = {name: path.parent / words for name, words in sorted(told.policies.items())}
    weights = _weights(path, told.linking.weights)
    installed += weights.name.encode() if weights is not None else b""
    digest = _digest(path, raw + installed, files)
    return Config(terms=_terms(path, told), files=files, weights=weights, digest=digest)


def _weights(path: Path, name: str | None) -> Weights | None:
    if name is None:
        return None
    file = path.parent / name
    if not file.is_file():
        raise UsageError(f"{path}: [linking] weights: there is no file {file}")
    return parsed(file.read_text("utf-8").splitlines())


def _installed() -> bytes:
    """Return which policies are installed, with the versions of what brings them."""
    found = (
        f"{e.name}={e.value} {e.dist.name if e.dist else ''} {e.dist.version if e.dist else ''}"
        for e in metadata.entry_points(group=GROUP)
    )
    return "\n".join(sorted(found)).encode()


def _told(path: Path, raw: bytes) -> _File:
    try:
        return msgspec.convert(tomllib.loads(raw.decode("utf-8")), _File)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from error
    except msgspec.ValidationError as error:
        known = (
            "[counting] threshold, [linking] weights, [policies] NAME,"
            " [publishers.NAME] owner and reliable"
        )
        raise UsageError(f"{path}: {error}; what can be set: {known}") from error


def _terms(path: Path, told: _File) -> Terms:
    publishers = tuple(
        Publisher(name=name, owner=known.owner, reliable=known.reliable)
        for name, known in sorted(told.publishers.items())
    )
    try:
        return Terms(threshold=told.counting.threshold, publishers=publishers)
    except ValueError as error:
        raise UsageError(f"{path}: [counting] {error}") from error


def _digest(path: Path, raw: bytes, files: Mapping[str, Path]) -> str:
    whole = hashlib.sha256(raw)
    for name, file in files.items():
        if name in policies():
            raise UsageError(f"{path}: [policies] {name}: is the name of a policy that is shipped")
        if not file.is_file():
            raise UsageError(f"{path}: [policies] {name}: there is no file {file}")
        body = file.read_bytes()
        whole.update(f"\0{name}\0{len(body)}\0".encode() + body)
    return whole.hexdigest()
