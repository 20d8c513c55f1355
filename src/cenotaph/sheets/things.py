"""What a cell calls a weapon, a target or a kind of event -> what the record calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from cenotaph.errors import ReadError
from cenotaph.model import Target, Weapon
from cenotaph.model.telling import BARE
from cenotaph.sheets.lines import Lines
from cenotaph.sheets.mapping import Column
from cenotaph.text.harm_words import event_words
from cenotaph.text.lexicon import lines as data_lines

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "Battles": (
        "Armed clash", "Government regains territory", "Non-state actor overtakes territory",
    ),
    "Violence against civilians": (
        "Sexual violence", "Attack", "Abduction/forced disappearance",
    ),
    "Protests": (
        "Peaceful protest", "Protest with intervention", "Excessive force against protesters",
    ),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    ),
    "Explosions/Remote violence": (
        "Chemical weapon", "Air/drone strike", "Suicide bomb",
        "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    ),
    "Accident or disaster": (),
}  # fmt: skip
"""Event types and their sub-event types: ACLED's, and harm without violence."""
_OTHER = "other"  # of a target that no list knows
_WORD = re.compile(r"[a-z][a-z-]*")


def weapon(words: str) -> Weapon:
    """Return a means of violence by the name we give it; by its own words where none is known."""
    return Weapon(name=_known(words, _weapons()) or " ".join(words.lower().split()))


def target(words: str) -> Target:
    """Return what was hit, with the category that its words belong to."""
    return Target(name=words, category=_known(words, _targets()) or _OTHER)


def kind_of(lines: Lines, columns: Mapping[str, Column]) -> tuple[str, str | None]:
    """Return a row's kind of event and finer kind, in ACLED's words.

    As its own columns say; else as its weapon suggests ("shelling"); else that someone was harmed.
    """
    kind, finer = (lines.word(columns.get(f"event.{n}")) for n in ("type", "sub_type"))
    if kind is None:
        return _by_weapon(lines, columns) or BARE
    if kind not in KINDS:
        raise ReadError(f"the kind of event {kind!r} is none of {', '.join(KINDS)}")
    if finer is not None and finer not in KINDS[kind]:
        raise ReadError(f"{finer!r} is no kind of {kind}; known: {', '.join(KINDS[kind])}")
    return kind, finer


def _by_weapon(lines: Lines, columns: Mapping[str, Column]) -> tuple[str, str | None] | None:
    for said in lines.parts(columns.get("weapon")):
        for word in _WORD.findall(f"{said.words.lower()} {weapon(said.words).name}"):
            found = event_words().get(f"{word}/n")
            if found is not None:
                return found.event_type, found.sub_event_type
    return None


def _known(words: str, table: Mapping[str, str]) -> str | None:
    """Return what the longest phrase of a table that stands in some words belongs to."""
    plain = f" {' '.join(_WORD.findall(words.lower()))} "
    ways = (p for p in table if f" {p} " in plain or f" {p}s " in plain)
    found = max(ways, key=lambda p: (len(p), p), default=None)
    return None if found is None else table[found]


@cache
def _weapons() -> dict[str, str]:
    return _table("weapons.tsv")


@cache
def _targets() -> dict[str, str]:
    return _table("targets.tsv")


def _table(name: str) -> dict[str, str]:
    rows = (line.split("\t") for line in data_lines(name) if not line.startswith("!"))
    return {phrase: group for group, phrases in rows for phrase in phrases.split("|")}
