"""A user's `cenotaph.toml` and installed plug-ins -> terms of counting, own policies and profiles.

The file is named by the user (`--config`, `$CENOTAPH_CONFIG`), never looked for: what lies in the
current folder or beside a ledger may be evidence, and a policy is a program.
"""

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import UNSET, UnsetType

from cenotaph.errors import UsageError
from cenotaph.link.weights import Weights, parsed
from cenotaph.model import Publisher
from cenotaph.own import Own, from_entry, from_file
from cenotaph.reconcile.counting import Counting
from cenotaph.reconcile.policies import policies, policy
from cenotaph.reconcile.terms import THRESHOLD, Terms
from cenotaph.redaction.profile import SHIPPED, Ids, Kept, Names, Places, Profile, Text

GROUP: Final = "cenotaph.policies"  # of entry points


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a user set; by default nothing."""

    terms: Terms = Terms()
    files: Mapping[str, Path] = {}  # the user's own policies by name
    weights: Weights | None = None  # of linking, as the user estimated them
    digest: str = ""  # of the file, the policies it names and those installed; "" without any
    profiles: Mapping[str, Profile] = {}  # of redaction, the user's own, by name
    keys: Mapping[str, Path] = {}  # the file of a profile's key, where it names one

    def counting(self, name: str) -> Counting:
        """Return how to count by a policy's name: shipped, named in the file, or installed."""
        return Counting(policy=policy(name, self._own(name)), terms=self.terms)

    def profile(self, name: str) -> Profile:
        """Return a profile of redaction by its name: shipped, or named in the file."""
        known = {**SHIPPED, **self.profiles}
        if name not in known:
            raise UsageError(f"--profile {name}: no such profile; known: {', '.join(known)}")
        return known[name]

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


class _Profile(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    base: str = "public"  # the profile it differs from
    key: str | None = None  # a file
    names: Names | UnsetType = UNSET
    public_speakers: bool | UnsetType = UNSET
    places: Places | UnsetType = UNSET
    grid: int | Literal["none"] | UnsetType = UNSET
    quotes: int | Literal["sentences"] | UnsetType = UNSET
    text: Text | UnsetType = UNSET
    ids: Ids | UnsetType = UNSET
    reasons: bool | UnsetType = UNSET
    keep: tuple[Kept, ...] | UnsetType = UNSET


class _File(msgspec.Struct, forbid_unknown_fields=True):
    counting: _Counting = msgspec.field(default_factory=_Counting)
    linking: _Linking = msgspec.field(default_factory=_Linking)
    policies: dict[str, str] = {}
    publishers: dict[str, _Known] = {}
    profiles: dict[str, _Profile] = {}


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
    counted = msgspec.structs.replace(told, profiles={})  # they change no record
    digest = _digest(path, msgspec.json.encode(counted, order="sorted") + installed, files)
    return Config(
        terms=_terms(path, told),
        files=files,
        weights=weights,
        digest=digest,
        profiles={name: _profile(path, name, own) for name, own in told.profiles.items()},
        keys={n: path.parent / own.key for n, own in told.profiles.items() if own.key},
    )


def _profile(path: Path, name: str, own: _Profile) -> Profile:
    """Return a user's own profile: one that is shipped, with what differs."""
    where = f"{path}: [profiles.{name}]"
    if name in SHIPPED:
        raise UsageError(f"{where}: is the name of a profile that is shipped; choose another")
    if own.base not in SHIPPED:
        raise UsageError(f"{where} base: no profile {own.base!r}; known: {', '.join(SHIPPED)}")
    set_ = {k: v for k, v in msgspec.structs.asdict(own).items() if v is not UNSET}
    changed = {k: None if v in ("none", "sentences") else v for k, v in set_.items()}
    del changed["base"], changed["key"]
    try:
        return msgspec.structs.replace(SHIPPED[own.base], name=name, **changed)
    except ValueError as error:
        raise UsageError(f"{where}: {error}") from error


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
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from error
    except msgspec.ValidationError as error:
        known = (
            "[counting] threshold, [linking] weights, [policies] NAME,"
            " [publishers.NAME] owner and reliable, [profiles.NAME] base, key, names,"
            " public_speakers, places, grid, quotes, text, ids, reasons, keep"
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
