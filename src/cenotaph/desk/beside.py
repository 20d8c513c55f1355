"""What people keep beside the record, as they write it -> what a decision carries.

A code, tags and notes of an incident; what is held of a publisher.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final

from cenotaph.desk.ids import Ids
from cenotaph.errors import UsageError
from cenotaph.model import Incident, Publisher, Remark, plain

_CODE: Final = 80  # letters of a code, and of an owner
_TAG: Final = 40
_TAGS: Final = 30  # of one incident
_NOTE: Final = 4_000
_RELIABLE: Final = {"yes": True, "no": False, "unsaid": None}


def remark(options: Mapping[str, Any], ids: Ids, incident: Incident) -> Remark:
    """Return what `code`, `tags` (all of them), `tag`, `untag` and `note` say of an incident.

    UsageError where they say nothing, or what cannot be kept.
    """
    tags = _tags(options, ids, incident)
    words = _text(options.get("note") or "")
    code = options.get("code")
    if code is None and tags is None and not words:
        raise UsageError("a note says something: a code, a tag, or words")
    if len(words) > _NOTE:
        raise UsageError(f"a note has at most {_NOTE:,} letters; this one has {len(words):,}")
    return Remark(
        code=None if code is None else _line(code, "a code", _CODE),
        tags=tags,
        words=words or None,
    )


def noted(asked: str, ids: Ids) -> tuple[Incident, str]:
    """Return the incident that an id names, and the mention of it that is meant.

    UsageError where no incident holds it.
    """
    found = ids.find(asked, "mention", "claim")
    about = ids.claims[found.id].about if found.kind == "claim" else found.id
    incident = ids.homes.get(about or "")
    if incident is None or about is None:
        raise UsageError(f"{asked} is of no incident, and notes are about incidents")
    return incident, about


def publisher(name: str, options: Mapping[str, Any], ids: Ids) -> Publisher:
    """Return all that is held of a publisher from now on; what is not said stays as it is.

    UsageError for one of which there is no account, so that a slip of the pen is seen.
    """
    known = ids.publishers.get(plain(name))
    if known is None:
        near = get_close_matches(plain(name), ids.publishers, 3)
        hint = f"; near it are {', '.join(ids.publishers[n] for n in near)}" if near else ""
        raise UsageError(f"{name!r}: no account is of a publisher of this name{hint}")
    held = ids.held.get(plain(name), Publisher(name=known))
    owner, reliable = held.owner, held.reliable
    if options.get("owner") is not None:
        owner = _line(options["owner"], "an owner", _CODE) or None
    if options.get("reliable") is not None:
        reliable = _reliable(options["reliable"])
    found = Publisher(name=known, owner=owner, reliable=reliable)
    if (owner, reliable) == (held.owner, held.reliable):
        raise UsageError(f"{known}: that is held of it already: say what is another")
    return found


def tags_of(words: str) -> tuple[str, ...]:
    """Return tags as written in one line, a comma between."""
    return tuple(filter(None, (" ".join(w.split()) for w in words.split(","))))


def _tags(options: Mapping[str, Any], ids: Ids, incident: Incident) -> tuple[str, ...] | None:
    """Return all tags from now on, each once whatever its case; None where nothing is said."""
    given, more, less = (options.get(n) for n in ("tags", "tag", "untag"))
    if given is None and not more and not less:
        return None
    before = ids.remarked.of(incident).tags if given is None else tuple(given)
    gone = {plain(t) for t in less or ()}
    strange = sorted(t for t in less or () if plain(t) not in set(map(plain, before)))
    if strange:
        raise UsageError(f"{strange[0]}: the incident has no such tag; it has {_named(before)}")
    kept = [t for t in (*before, *(more or ())) if plain(t) not in gone]
    found = {plain(t): _line(t, "a tag", _TAG) for t in reversed(kept)}
    if len(found) > _TAGS:
        raise UsageError(f"an incident has at most {_TAGS} tags; {len(found)} were given")
    if any("," in t for t in found.values()):
        raise UsageError("a tag has no comma in it: write two")
    return tuple(sorted(filter(None, found.values())))


def _named(tags: Iterable[str]) -> str:
    return ", ".join(tags) or "none"


def _line(words: str, what: str, most: int) -> str:
    line = "".join(c for c in " ".join(words.split()) if c.isprintable())
    if len(line) > most:
        raise UsageError(f"{what} has at most {most} letters; this one has {len(line)}")
    return line


def _text(words: str) -> str:
    """Return a note without what cannot be seen; its lines stay."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "\n".join("".join(c for c in line if c.isprintable()) for line in lines).strip()


def _reliable(words: object) -> bool | None:
    if not isinstance(words, str) or words not in _RELIABLE:
        raise UsageError(f"reliable is {', '.join(_RELIABLE)}; {words!r} was given")
    return _RELIABLE[words]
