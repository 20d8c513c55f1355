"""A record and the profile asked for -> the record as that profile passes it on."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cenotaph import secret
from cenotaph.config import Config
from cenotaph.errors import UsageError
from cenotaph.methodology import Made
from cenotaph.model import Record
from cenotaph.publish import Options
from cenotaph.redaction import Profile, kept_id, publisher_code, redact


class Disclosure(msgspec.Struct, frozen=True, kw_only=True):
    """A profile with its key: all that turns a record into what is passed on."""

    profile: Profile
    key: bytes
    key_file: Path | None = None  # None: the profile needs no key
    is_new: bool = False  # whether the key was made just now

    def record(self, record: Record) -> Record:
        """Return the record as the profile passes it on."""
        return redact(record, self.profile, self.key)

    def options(self, options: Options, record: Record) -> Options:
        """Return what is asked of an exporter, once the record (as it was before) is passed on."""
        of = options.of and self._passed_on(options.of, record)
        return msgspec.structs.replace(
            options,
            names=self.profile.names == "printed",
            profile=self.profile.name,
            told=self.profile.words(),
            keyed=self.profile.ids == "keyed",
            texts=self.profile.text != "none",
            of=of,
            made=options.made and self._made(options.made),
        )

    def claim(self, record: Record, wanted: str) -> str:
        """Return the ledger's id of the claim that was passed on under an id, or its beginning."""
        claims = (c.id for a in record.accounts for c in a.claims)
        found = [c for c in claims if kept_id(c, self.profile, self.key).startswith(wanted)]
        if len(found) != 1:
            many = f"{len(found):,} claims begin" if found else "no claim begins"
            raise UsageError(f"{wanted}: {many} like that under profile {self.profile.name}")
        return found[0]

    def _made(self, made: Made) -> Made:
        """Return how the record was made without what the profile keeps back of it."""
        replace = msgspec.structs.replace
        if self.profile.ids == "keyed":  # digests of what was received, said and set
            made = replace(made, settings=None, head=None)
        if "publishers" in self.profile.keep:
            return made

        def coded(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(sorted(publisher_code(n, self.key) for n in names))

        owners = tuple(sorted(tuple(coded((p,)) + coded((o,))) for p, o in made.owners))
        return replace(
            made,
            reliable=coded(made.reliable),
            unreliable=coded(made.unreliable),
            owners=tuple((p, o) for p, o in owners),
        )

    def _passed_on(self, wanted: str, record: Record) -> str:
        """Return the id that an incident or running total of the ledger is passed on under."""
        known = {i: i for s in record.series for i in (s.id,)}
        known |= {a: i.id for i in record.incidents for a in (i.id, *i.aliases)}
        found = {known[i] for i in known if i.startswith(wanted)}
        if len(found) != 1:
            return wanted  # as it was passed on before
        return kept_id(found.pop(), self.profile, self.key)


def disclosure(name: str, config: Config, ledger: str) -> Disclosure:
    """Return a profile by name, with its key: beside the ledger, or where the user's own has it."""
    profile = config.profile(name)
    if not profile.is_keyed:
        return Disclosure(profile=profile, key=bytes(32))  # nothing is coded with it
    path = config.keys.get(name) or secret.beside(ledger)
    is_new = secret.made(path)
    return Disclosure(profile=profile, key=secret.key(path), key_file=path, is_new=is_new)


def expect(profile: Profile, options: Options) -> None:
    """Raise UsageError where more is asked for than a profile passes on."""
    if options.names and profile.names != "printed":
        raise UsageError(f"--names: profile {profile.name} prints no names; leave one of them out")
    if options.full_text and profile.text != "whole":
        raise UsageError(
            f"--full-text: profile {profile.name} passes on no whole texts; leave one of them out"
        )
