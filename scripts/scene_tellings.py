"""The composed corpus (tests/scenes), read by the real reader: tellings and what they are of."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped as gazetteer
from cenotaph.link.profile import Profile, profiles
from cenotaph.model import Account, Capture, Document, earliest
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import beats, resolve
from cenotaph.text import load_grammar, read_text

FOLDER = Path(__file__).parent.parent / "tests" / "scenes"
Scene = Mapping[str, Any]


class Told(NamedTuple):
    """One telling of the corpus, and what the corpus says that it is of."""

    profile: Profile
    scene: str
    register: str
    ref: str
    incident: str | None  # None: words that no account of the corpus is said to tell by
    main: bool  # the account's first incident, as read
    clean: bool  # one incident and no other was read in it


class Corpus(NamedTuple):
    """Scenes as read."""

    told: list[Told]
    wanted: dict[str, tuple[str, str]]  # ref -> its main incident, the register of its scene
    captures: list[Capture]
    accounts: list[Account]


def scenes(*, held_out: bool | None = None, register: str | None = None) -> list[Scene]:
    """Return the scenes: odd-numbered ones are held out, even-numbered ones estimate."""
    found = [json.loads(f.read_text("utf-8")) for f in sorted(FOLDER.glob("*.json"))]
    return [
        s
        for s in found
        if held_out in {None, bool(int(s["scene"].split("-")[0]) % 2)}
        if register in {None, s["register"]}
    ]


def read(chosen: Sequence[Scene]) -> Corpus:
    """Return the tellings that the reader finds in the accounts of scenes."""
    captures = [_capture(a) for s in chosen for a in s["accounts"]]
    accounts = _resolved(captures, [a for s in chosen for a in s["accounts"]])
    by_id = {a.document.id: a for a in accounts}
    published, document = earliest(captures), {c.ref: c.document for c in captures}
    told: list[Told] = []
    for scene in chosen:
        for row in scene["accounts"]:
            account = by_id[document[row["ref"]]]
            found = profiles(account, published.get(account.document.id), row["publisher"])
            told.extend(_told(found, account, row, scene))
    wanted = {
        a["ref"]: (a["tells"][0]["incident"], s["register"]) for s in chosen for a in s["accounts"]
    }
    return Corpus(told, wanted, captures, accounts)


def _capture(row: Mapping[str, Any]) -> Capture:
    return Capture(
        document=Document.of(row["text"], row["title"]).id,
        raw="0" * 64,
        ref=row["ref"],
        publisher=row["publisher"],
        source_kind=row["source_kind"],
        published=row["published"],
    )


def _resolved(captures: Sequence[Capture], rows: Iterable[Mapping[str, Any]]) -> list[Account]:
    grammar, known = load_grammar(), gazetteer()
    found = [extract(read_text(Document.of(r["text"], r["title"]), grammar, known)) for r in rows]
    received = defaultdict[str, list[Capture]](list)
    for capture in captures:
        received[capture.document].append(capture)
    written = beats(found, received, known)
    return [resolve(a, received[a.document.id], known, written.get(a.document.id)) for a in found]


def _told(
    found: Sequence[Profile], account: Account, row: Mapping[str, Any], scene: Scene
) -> list[Told]:
    """Return an account's tellings, each with the incident whose anchor holds most of it."""
    at = {p.telling.event: _incidents(p, account, row) for p in found}
    first = next((s.incident for s in stories(account)), None)
    of = {e: max(n, key=lambda i: (n[i], i)) if n else None for e, n in at.items()}
    only = row["tells"][0]["incident"] if len(row["tells"]) == 1 else None
    if first in of and of[first] is None:
        of[first] = only
    told_apart = len({i for i in of.values() if i}) == len(row["tells"])
    return [
        Told(
            profile=p,
            scene=scene["scene"],
            register=scene["register"],
            ref=row["ref"],
            incident=of[p.telling.event],
            main=p.telling.event == first,
            clean=told_apart and len(at[p.telling.event]) < 2,
        )
        for p in found
    ]


def _incidents(p: Profile, account: Account, row: Mapping[str, Any]) -> dict[str, float]:
    """Return how many of a telling's mentions and claims lie in the words told of each incident."""
    found: dict[str, float] = {}
    for tell in row["tells"]:
        start = account.document.text.find(tell["anchor"])
        end = start + len(tell["anchor"])
        spans = [(m.span, 1.0) for m in p.telling.mentions]
        spans += [(c.evidence, 0.5) for c in p.telling.claims]
        here = sum(w for s, w in spans if s.part == "text" and start <= s.start < end)
        if here:
            found[tell["incident"]] = found.get(tell["incident"], 0.0) + here
    return found


def scored(
    wanted: Mapping[str, str], found: Mapping[str, str]
) -> tuple[float, float, float, float]:
    """Return pairwise precision, recall, F1 and B-cubed F1 of accounts grouped by incident.

    Both map an account to its group; an account that is not in `found` stands alone.
    """
    mine = {ref: found.get(ref, f"alone {ref}") for ref in wanted}
    gold, got, both = (defaultdict[Any, list[str]](list) for _ in range(3))
    for ref, incident in wanted.items():
        gold[incident].append(ref)
        got[mine[ref]].append(ref)
        both[incident, mine[ref]].append(ref)
    size = {r: (len(both[i, mine[r]]), len(got[mine[r]]), len(gold[i])) for r, i in wanted.items()}
    hits, ours, theirs = (sum(s[k] - 1 for s in size.values()) for k in range(3))
    precision, recall = hits / max(ours, 1), hits / max(theirs, 1)
    cubed = [sum(s[0] / s[k] for s in size.values()) / max(len(size), 1) for k in (1, 2)]
    return precision, recall, _mean(precision, recall), _mean(*cubed)


def _mean(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0
