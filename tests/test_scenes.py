"""Every file of tests/scenes keeps to the format that tests/scenes/README.md tells."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Literal

import msgspec
import pytest

FOLDER = Path(__file__).parent / "scenes"
FILES = sorted(FOLDER.glob("*.json"))
Range = tuple[int, int | None] | None
Register = Literal["war", "attack", "crime", "accident"]
SourceKind = Literal["news", "agency", "official", "party", "ngo", "social", "medical", "list"]
Role = Literal[
    "report",
    "copy",
    "rewrite",
    "round-up",
    "follow-up",
    "update",
    "official",
    "near-miss",
    "off-title",
]
MONTH = 31  # days


class Incident(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    kind: str
    first: date
    last: date
    place: str


class Tell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    incident: str
    anchor: str
    killed: Range
    injured: Range


class Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ref: str
    publisher: str
    source_kind: SourceKind
    published: date
    role: Role
    copy_of: str | None
    title: str
    text: str
    tells: tuple[Tell, ...]


class Scene(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    scene: str
    register: Register
    incidents: tuple[Incident, ...]
    accounts: tuple[Account, ...]


@cache
def scene_of(path: Path) -> Scene:
    return msgspec.json.decode(path.read_bytes(), type=Scene)


each_scene = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_there_are_scenes_and_no_two_have_one_number() -> None:
    assert FILES
    numbers = [path.stem[:3] for path in FILES]
    assert len(numbers) == len(set(numbers))


@each_scene
def test_ids_and_refs_are_unique_and_start_with_the_number_of_the_file(path: Path) -> None:
    scene = scene_of(path)
    assert scene.scene == path.stem
    names = [incident.id for incident in scene.incidents] + [a.ref for a in scene.accounts]
    assert len(names) == len(set(names))
    assert [name for name in names if not name.startswith(f"{path.stem[:3]}-")] == []


@each_scene
def test_each_incident_is_told_and_nothing_else_is(path: Path) -> None:
    scene = scene_of(path)
    told = {tell.incident for account in scene.accounts for tell in account.tells}
    assert told == {incident.id for incident in scene.incidents}
    for account in scene.accounts:
        incidents = [tell.incident for tell in account.tells]
        assert incidents, account.ref
        assert len(incidents) == len(set(incidents)), account.ref


@each_scene
def test_an_anchor_is_verbatim_in_one_paragraph_of_a_text_that_is_not_empty(path: Path) -> None:
    for account in scene_of(path).accounts:
        assert account.text.strip(), account.ref
        assert account.publisher.strip(), account.ref
        for tell in account.tells:
            assert tell.anchor.strip(), account.ref
            held = [part for part in account.text.split("\n\n") if tell.anchor in part]
            assert held, (account.ref, tell.anchor)


@each_scene
def test_a_copy_is_of_an_account_of_the_same_scene_that_was_there_before(path: Path) -> None:
    accounts = {account.ref: account for account in scene_of(path).accounts}
    for account in accounts.values():
        if account.copy_of is None:
            assert account.role != "copy", account.ref
            continue
        assert account.copy_of != account.ref
        assert accounts[account.copy_of].published <= account.published, account.ref


@each_scene
def test_no_account_tells_of_what_had_not_begun_when_it_was_published(path: Path) -> None:
    scene = scene_of(path)
    first = {incident.id: incident.first for incident in scene.incidents}
    assert [i.id for i in scene.incidents if i.last < i.first] == []
    for account in scene.accounts:
        for tell in account.tells:
            assert first[tell.incident] <= account.published, (account.ref, tell.incident)


@each_scene
def test_a_range_runs_from_low_to_high(path: Path) -> None:
    for account in scene_of(path).accounts:
        for tell in account.tells:
            for low, high in filter(None, (tell.killed, tell.injured)):
                assert low >= 0, account.ref
                assert high is None or low <= high, account.ref


def test_incidents_of_one_town_in_two_files_lie_a_month_apart() -> None:
    # Labels are complete: accounts in different files never tell of one incident.
    placed = [(path.stem, incident) for path in FILES for incident in scene_of(path).incidents]
    close = [
        (one.id, two.id)
        for (here, one), (there, two) in combinations(placed, 2)
        if here != there
        and (one.place.split(",")[0], one.place.split(",")[-1])
        == (two.place.split(",")[0], two.place.split(",")[-1])
        and (max(one.first, two.first) - min(one.last, two.last)).days < MONTH
    ]
    assert close == []
