"""Options of `decide correct` and `decide add` -> the value that a person says is right."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from cenotaph.errors import UsageError
from cenotaph.model import Assertion, Toll

# Which field of a value an option sets, by the kind of value; a path where it stands deeper.
_COUNT: Final = {n: ("count", n) for n in ("low", "high", "approximate", "vague")}
_PEOPLE: Final = {n: ("people", n) for n in ("status", "side", "age", "sex", "roles")}
_OWN: Final[Mapping[str, tuple[str, ...]]] = {
    "Toll": ("outcome", "scope", "cause", "since", "as_of"),
    "Victim": ("outcome", "name", "age", "sex", "role"),
    "Responsibility": ("party",),
    "Place": ("name", "relation"),
    "When": ("day",),
    "Target": ("name", "category", "damage"),
    "Weapon": ("name",),
    "Statement": ("topic",),
}
KINDS: Final = {name.lower(): name for name in _OWN}
OPEN: Final = "open"  # of --high: no ceiling
MOST: Final = 10**10  # more people than live: a larger number is a slip, and fits in no file


def corrected(value: Assertion, options: Mapping[str, Any]) -> Assertion:
    """Return a value with what the options set; UsageError where they do not fit it.

    Without `high` an exact figure stays exact: `low` 4 makes 3 into 4, not into 4 to 3.
    """
    kind = type(value).__name__
    plain = {k: v for k, v in msgspec.to_builtins(value).items() if k not in _resolved(value)}
    given = _given(kind, options)
    if not given and not options.get("value"):
        raise UsageError(f"a {kind.lower()} is corrected by {_known(kind)}, or --value JSON")
    if isinstance(value, Toll) and "low" in given and "high" not in given:
        exact = value.count.high is not None and value.count.low == value.count.high
        given = {**given, "high": given["low"]} if exact else given
    return _made(kind, plain, given, options.get("value"))


def new(kind: str, options: Mapping[str, Any]) -> Assertion:
    """Return a new value of a kind ("toll", "victim", ...)."""
    name = KINDS[kind]
    given = _given(name, options)
    if name == "Toll" and "low" in given and "high" not in given:
        given = {**given, "high": given["low"]}
    if name == "When" and "day" not in given and not options.get("value"):
        raise UsageError("a when is added with --day 2022-03-08")
    plain: dict[str, Any] = {"is": name, **({"count": {"is": "Count"}} if name == "Toll" else {})}
    return _made(name, plain, given, options.get("value"))


def is_given(option: object) -> bool:
    """Tell whether an option was written: 0 is one."""
    return option is not None and option is not False and option != []


def _given(kind: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that were given; UsageError for one that a kind does not have."""
    # 0 is a figure: nobody was killed.
    given = {k: v for k, v in options.items() if k != "value" and is_given(v)}
    if kind == "Victim" and "roles" in given:
        given["role"] = ", ".join(given.pop("roles"))  # of one person, as said
    known = {*_OWN[kind], *(_deep(kind))}
    strange = sorted(given.keys() - known)
    if strange:
        flags = ", ".join(_flag(s) for s in strange)
        raise UsageError(f"{flags}: a {kind.lower()} has no such thing; it has {_known(kind)}")
    return given


def _deep(kind: str) -> dict[str, tuple[str, str]]:
    return {**_COUNT, **_PEOPLE} if kind == "Toll" else {}


def _known(kind: str) -> str:
    return ", ".join(_flag(n) for n in (*_OWN[kind], *_deep(kind)))


def _flag(name: str) -> str:
    return "--" + {"roles": "role"}.get(name, name).replace("_", "-")


def _made(
    kind: str, plain: dict[str, Any], given: Mapping[str, Any], written: str | None
) -> Assertion:
    deep = _deep(kind)
    for name, found in given.items():
        if name == "day":
            plain |= {"words": found, "timex": found}
        elif name in deep:
            outer, inner = deep[name]
            below = {"is": "People"} if outer == "people" else {}
            plain[outer] = {**below, **plain.get(outer, {}), inner: _plain(found)}
        else:
            plain[name] = _plain(found)
    if written:
        plain = _merged(plain, _json(written))
    _bounded(plain)
    try:
        value: Assertion = msgspec.convert(plain, Assertion)
    except (msgspec.ValidationError, ValueError) as error:
        raise UsageError(f"the value does not fit a {kind.lower()}: {error}") from error
    return value


def _bounded(plain: Mapping[str, Any]) -> None:
    """Refuse numbers that nobody can mean; UsageError names the field."""
    for name, found in plain.items():
        if isinstance(found, Mapping):
            _bounded(found)
        elif isinstance(found, int) and not -MOST <= found <= MOST:
            raise UsageError(f"{name}: this number is above {MOST:,}; write one of people")


def _plain(found: object) -> object:
    if found == OPEN:
        return None
    return sorted(found) if isinstance(found, list) else found


def _json(written: str) -> dict[str, Any]:
    try:
        value = json.loads(written)
    except ValueError as error:
        raise UsageError(f"--value {written}: not JSON: {error}") from error
    if not isinstance(value, dict):
        raise UsageError(f'--value {written}: write an object, such as {{"outcome": "injured"}}')
    return value


def _merged(plain: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Return the object with another laid over it, objects inside it too."""
    whole = dict(plain)
    for key, value in more.items():
        old = whole.get(key)
        inner = isinstance(old, dict) and isinstance(value, dict)
        whole[key] = _merged(whole[key], value) if inner else value
    return whole


def _resolved(value: Assertion) -> tuple[str, ...]:
    """Return what a gazetteer or calendar made of a value: it is looked up anew."""
    return tuple(getattr(value, "AS_RESOLVED", ()))
