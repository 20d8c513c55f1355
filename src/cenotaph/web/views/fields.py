"""A value of a claim -> the fields of a form, and back: what a person changed in them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, get_args

from cenotaph.desk.value import MOST
from cenotaph.errors import UsageError
from cenotaph.model import (
    Assertion,
    Cause,
    Count,
    GazetteerPlace,
    Outcome,
    Place,
    Responsibility,
    Scope,
    Statement,
    Status,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
)
from cenotaph.web.words import marked

_NUMBER = re.compile(
    r"(?P<about>about |~ ?)?(?P<least>at least |(?P<over>more than ))?(?P<low>\d[\d,. ]*?)"
    r"(?: ?(?:-|–|to) ?(?P<high>\d[\d,. ]*?)| ?(?P<open>\+|or more))?"
)
_PRECISION: Final = {"town": "town", "admin2": "admin2", "admin1": "admin1", "country": "country"}


class Field(NamedTuple):
    """One field of a form."""

    name: str
    label: str  # in English, marked to be translated
    value: str  # as it stands; "" for nothing
    options: tuple[str, ...] = ()  # to choose from; () for free words
    path: tuple[str, ...] = ()  # where it stands in the value; its name where that is all
    hint: str = ""


KINDS: Final[Mapping[str, Assertion]] = {
    "toll": Toll(outcome="killed", count=Count()),
    "victim": Victim(outcome="killed"),
    "responsibility": Responsibility(party=""),
    "place": Place(name=""),
    "when": When(words="", timex=""),
    "target": Target(name="", category=""),
    "weapon": Weapon(name=""),
    "statement": Statement(topic=""),
}
"""Every kind of claim that a person can add, with the value that its form begins with."""


_DAMAGES: Final = ("", "damaged", "destroyed")
_PLAIN: Final[Mapping[type[Assertion], tuple[tuple[str, str, tuple[str, ...]], ...]]] = {
    Responsibility: (("party", marked("Party"), ()),),
    Place: (("name", marked("Place"), ()), ("relation", marked("Said before it"), ())),
    Target: (
        ("name", marked("What was hit"), ()),
        ("category", marked("Category"), ()),
        ("damage", marked("Damage"), _DAMAGES),
    ),
    Weapon: (("name", marked("Weapon"), ()),),
    Statement: (("topic", marked("Topic"), ()),),
}
"""The kinds of claim whose fields are words of their own: name, label and what to choose from."""


def fields(value: Assertion) -> tuple[Field, ...]:
    """Return the fields by which a value is corrected."""
    match value:
        case Toll():
            return _toll(value)
        case Victim():
            return _victim(value)
        case When():
            return (Field("day", marked("Day"), _day(value), hint="2022-03-08"),)
        case _:
            return tuple(
                Field(name, label, getattr(value, name) or "", options)
                for name, label, options in _PLAIN[type(value)]
            )


_LABELS: Final[Mapping[str, str]] = {
    "verdict": marked("Verdict"),
    "reason": marked("Why"),
    "kind": marked("Kind of claim"),
    "speaker": marked("Said by"),
    "speaker_role": marked("Role"),
    "stance": marked("Stance"),
    "part_of": marked("Part of"),
    "about": marked("Tells of"),
    "words": marked("Words"),
    "code": marked("Code"),
    "tags": marked("Tags"),
    "note": marked("Note"),
    "publisher": marked("Publisher"),
    "owner": marked("Owner"),
    "reliable": marked("Reliable"),
    "lat": marked("Latitude"),
    "lon": marked("Longitude"),
    "precision": marked("The point is of"),
}


def labels() -> dict[str, str]:
    """Return the words, in English, under which pages ask for what a form sends, by its name."""
    own = {f.name: f.label for value in KINDS.values() for f in fields(value)}
    return {**own, **_LABELS}


def changes(value: Assertion, form: Mapping[str, str]) -> dict[str, Any]:
    """Return what a form says of a value otherwise than its fields did, as JSON would have it.

    UsageError for words that a field cannot take.
    """
    found: dict[str, Any] = {}
    for field in fields(value):
        given = " ".join(form.get(field.name, field.value).split())
        if given != field.value:
            _put(found, field.path or (field.name,), _parsed(field.name, given))
    return found


def entered(value: Assertion, form: Mapping[str, str]) -> dict[str, Any]:
    """Return all that a form says of a new value, as JSON would have it; empty fields say nothing.

    UsageError for words that a field cannot take.
    """
    found: dict[str, Any] = {}
    for field in fields(value):
        given = " ".join(form.get(field.name, field.value).split())
        if given:
            _put(found, field.path or (field.name,), _parsed(field.name, given))
    return found


def placed(value: Place, entry: GazetteerPlace, name: str) -> dict[str, Any]:
    """Return a place as an entry of the gazetteer, chosen by a person.

    A name that several places have says which: claims are told apart by what they say.
    """
    if name == value.name:
        name = f"{name} ({entry.admin1 or entry.country})"
    return {
        "name": name,
        "geonames": entry.geonames,
        "lat": entry.lat,
        "lon": entry.lon,
        "country": entry.country,
        "admin1": entry.admin1,
        "precision": _PRECISION[entry.kind],
    }


def as_option(changed: Mapping[str, Any]) -> dict[str, str]:
    """Return changes as the option by which `cenotaph decide` takes any part of a value."""
    return {"value": json.dumps(changed, ensure_ascii=False)} if changed else {}


def count_of(words: str) -> dict[str, Any]:
    """Return a number as people write it: "5", "3 to 5", "at least 14", "about 40", "12+".

    UsageError for words that are no number.
    """
    if not words:
        return {"low": None, "high": None, "approximate": False}
    found = _NUMBER.fullmatch(words)
    if found is None:
        raise UsageError(f"{words!r}: write a number as 5, 3 to 5, at least 14 or about 40")
    over = found["over"] is not None
    low = _whole(found["low"]) + over
    is_open = found["least"] or found["open"]
    high = _whole(found["high"]) if found["high"] else None if is_open else low
    if high is not None and high < low:
        raise UsageError(f"{words!r}: the second number is below the first")
    return {
        "low": low,
        "high": high,
        "approximate": bool(found["about"]),
        "vague": None,
        "over": over,
    }


def number_words(count: Count) -> str:
    """Return a count as `count_of` takes it; "" for none."""
    if count.low is None:
        return ""
    about = "about " if count.approximate else ""
    if count.high is None and count.over:
        return f"{about}more than {count.low - 1}"
    if count.high is None:
        return f"{about}at least {count.low}"
    high = "" if count.low == count.high else f" to {count.high}"
    return f"{about}{count.low}{high}"


def _toll(value: Toll) -> tuple[Field, ...]:
    people = value.people
    ages, sexes = ("", "children", "adults", "elderly"), ("", "f", "m")
    hint = marked("5, 3 to 5, at least 14, about 40")
    return (
        Field("number", marked("Number"), number_words(value.count), path=("count",), hint=hint),
        Field("outcome", marked("Outcome"), value.outcome, get_args(Outcome)),
        Field("scope", marked("Scope"), value.scope, get_args(Scope)),
        Field("status", marked("Status"), people.status, get_args(Status), ("people", "status")),
        Field("age", marked("Age"), people.age or "", ages, ("people", "age")),
        Field("sex", marked("Sex"), people.sex or "", sexes, ("people", "sex")),
        Field("side", marked("Side"), people.side or "", path=("people", "side")),
        Field("roles", marked("Roles"), ", ".join(people.roles), path=("people", "roles")),
        Field("cause", marked("Cause"), value.cause, get_args(Cause)),
        Field("since", marked("Counted since"), value.since or ""),
        Field("as_of", marked("As of"), value.as_of or ""),
    )


def _victim(value: Victim) -> tuple[Field, ...]:
    return (
        Field("name", marked("Name"), value.name or ""),
        Field("outcome", marked("Outcome"), value.outcome, get_args(Outcome)),
        Field("age", marked("Age, in years"), "" if value.age is None else str(value.age)),
        Field("sex", marked("Sex"), value.sex or "", ("", "f", "m")),
        Field("role", marked("Role"), value.role or ""),
    )


def _day(value: When) -> str:
    return value.first or value.timex if value.first == value.last else value.timex


def _parsed(name: str, words: str) -> object:
    match name:
        case "number":
            return {"is": "Count", **count_of(words)}
        case "roles":
            return sorted(r.strip() for r in words.split(",") if r.strip())
        case "age" if words.isdecimal():
            return _whole(words)
        case "name" | "party" | "topic" | "category" | "day":
            return words
        case _:
            return words or None


def _put(found: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    *outer, name = path
    if outer:
        found.setdefault(outer[0], {"is": "People"})[name] = value
    elif name == "day":
        found |= {"words": value, "timex": value}
    else:
        found[name] = value


def _whole(words: str) -> int:
    digits = re.sub(r"\D", "", words)
    if len(digits) > len(str(MOST)):
        raise UsageError(f"a number of {len(digits):,} digits: write one of people")
    return int(digits)
