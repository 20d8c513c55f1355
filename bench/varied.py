"""Our own accounts -> a ledger of as many as are asked for: other places, days, names, figures.

    python bench/varied.py LEDGER --accounts N [--seed S] [--first I]

The golden accounts and the composed scenes are read once; what was found in them is varied, text
and claims alike, so that no reading is needed again. An incident has 1 to 10 accounts: those that
tell of it where a set has several, then copies of them under another name. Towns and publishers
are shared as in news: few have much, many have little.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import io
import json
import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from cenotaph.model import (
    Account,
    Capture,
    Document,
    Name,
    Place,
    Received,
    Victim,
    identified,
    mention_id,
)
from cenotaph.pipeline import How, ingest
from cenotaph.store import Ledger

_TESTS = Path(__file__).parents[1] / "tests"
FINDER = "varied"
_BATCH = 2000
_TOWNS, _PUBLISHERS, _WEEKS = 3000, 400, 260
_MEMBERS = (30, 20, 14, 10, 8, 6, 4, 3, 3, 2)  # weights of 1, 2, ... 10 accounts an incident
_COPIED = 0.4  # of the accounts beyond those that a set has; the rest tell of another event there
_KINDS = ("Herald", "Post", "Courier", "Gazette", "Monitor", "Observer", "Times", "Bulletin")
_HEADS = ("Reprint ", "From our wire, number ", "By agencies, page ")
_SYLLABLES = ("ba", "de", "ki", "lo", "mu", "ra", "sen", "tor", "vik", "wan", "yel", "zor", "han")
_LONG = re.compile(r"\b(?:[a-z]{5,}|[A-Z]{5,})\b")
# Of longer words, so that two incidents from one text are as much alike as two of one kind in news
# are: growth.py says what was measured.
_REWORDED = 0.8
_FIXED = ("is", "event_type", "sub_event_type", "timex")  # words of ours, not of an account
_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip


class Base(NamedTuple):
    """An account of ours as it was read, and the day it was published."""

    account: Account
    published: dt.date


def main() -> None:
    """Make the ledger."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--accounts", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with Ledger.open(options.ledger, create=True) as ledger:
        fill(ledger, varied(options.seed), options.accounts)


def fill(ledger: Ledger, accounts: Iterator[tuple[Received, Account]], count: int) -> None:
    """Keep so many of the accounts."""
    ledger._db.execute("PRAGMA synchronous = OFF")  # noqa: SLF001 # made up, so no power cut matters
    left = count
    while left > 0:
        batch = list(islice(accounts, min(_BATCH, left)))
        ledger.keep(batch, FINDER)
        left -= len(batch)


def varied(seed: int) -> Iterator[tuple[Received, Account]]:
    """Yield accounts without end, incident by incident; the same ones for the same seed."""
    groups, towns, number = base(), _towns(), 0
    publishers = _publishers(towns)
    while True:
        chance = random.Random(f"{seed} {number}")  # noqa: S311 # for a bench
        group = chance.choice(groups)
        swap = Swap(chance, towns)
        members = chance.choices(range(1, len(_MEMBERS) + 1), _MEMBERS)[0]
        for n in range(members):
            more = n - len(group)
            copied = more >= 0 and chance.random() < _COPIED
            head = f"{_HEADS[n % len(_HEADS)]}{n}. " if copied else ""
            other = chance.choice(chance.choice(groups))
            told = swap.told(group[n % len(group)] if more < 0 or copied else other, head)
            publisher = chance.choices(publishers, [1 / k for k in range(1, _PUBLISHERS + 1)])[0]
            yield _received(*told, f"{seed}/{number}-{n}", publisher), told[0]
        number += 1


@cache
def base() -> list[list[Base]]:
    """Return our own accounts, read once; those of one set or scene together."""
    sets = [list(_lines(path)) for path in sorted(_TESTS.glob("golden/[0-9]*.json"))]
    sets += [list(_lines(path)) for path in sorted(_TESTS.glob("golden/linked/*.json"))]
    sets += [list(_lines(path)) for path in sorted(_TESTS.glob("scenes/*.json"))]
    whole = io.BytesIO(b"".join(json.dumps(line).encode() + b"\n" for s in sets for line in s))
    with Ledger.open(":memory:", create=True) as ledger:
        ingest([whole], ledger, lambda _: None, How(workers=2))
        accounts = {a.document.id: a for a in ledger.accounts()}
    groups = []
    for lines in sets:
        told = [(accounts.get(Document.of(m["text"], m.get("title")).id), m) for m in lines]
        found = [Base(a, _day(m.get("published"))) for a, m in told if a is not None and a.mentions]
        groups += [found] if found else []
    return groups


@cache
def _vocabulary() -> list[str]:
    """Return the longer words of all our accounts, as often as they stand there."""
    return [
        w for group in base() for one in group for w in _LONG.findall(one.account.document.text)
    ]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the accounts of a golden file or a scene as input lines; a scene by its incidents."""
    known = ("ref", "text", "title", "publisher", "published")
    case = json.loads(path.read_text("utf-8"))
    lines = [case["input"]] if "input" in case else case.get("inputs") or case.get("accounts") or []
    for line in lines:
        yield {k: line[k] for k in known if line.get(k)}


def _day(published: str | None) -> dt.date:
    return dt.date.fromisoformat(published[:10]) if published else dt.date(2020, 1, 6)


class Swap:
    """One incident's other places, days, names and figures."""

    def __init__(self, chance: random.Random, towns: list[tuple[str, str]]) -> None:
        home = chance.choices(towns, [1 / n for n in range(1, len(towns) + 1)])[0]
        near = [name for name, country in towns if country == home[1] and name != home[0]]
        self._chance = chance
        self._towns = [home[0], *chance.sample(near, min(len(near), 12))]
        self._scale = chance.uniform(0.5, 3.0)
        self._week = chance.randrange(_WEEKS)
        self._salt = chance.random()
        self._begun: dt.date | None = None

    def told(self, base: Base, head: str) -> tuple[Account, dt.date]:
        """Return an account told of this incident instead, and its day; a copy has a head."""
        self._begun = min(self._begun or base.published, base.published)
        monday = dt.date(2018, 1, 1) + dt.timedelta(weeks=self._week)
        weeks = (monday - self._begun).days // 7
        account = Rewriting(base.account, self._names(base.account), self._figure).written(head)
        return account, base.published + dt.timedelta(weeks=weeks)

    def _figure(self, number: int) -> int:
        """Return another figure: larger ones stay larger, so that parts fit into their whole."""
        return max(1, round(number * self._scale)) if number else 0

    def _names(self, account: Account) -> dict[str, str]:
        """Return another name for each town, and for each word of a person's name."""
        places = [m.value.name for m in account.marks if isinstance(m.value, Place)]
        found = dict(zip(dict.fromkeys(places), self._towns, strict=False))
        people = [m.value.name for m in account.marks if isinstance(m.value, Name)]
        people += [
            c.value.name for c in account.claims if isinstance(c.value, Victim) and c.value.name
        ]
        common = {w for w in _LONG.findall(account.document.text) if self._is_reworded(w)}
        found |= {w: self._other(w) for w in sorted(common)}
        words = {w for name in people for w in name.split() if not w.islower() and len(w) > 3}
        return found | {w: self._called(w) for w in words - found.keys()}

    def _is_reworded(self, word: str) -> bool:
        """Tell whether this incident is told with another word for one: in four of five cases."""
        return random.Random(f"{self._salt} {word} other").random() < _REWORDED  # noqa: S311 # a bench

    def _other(self, word: str) -> str:
        own = random.Random(f"{self._salt} {word}")  # noqa: S311 # for a bench
        other = own.choice(_vocabulary())
        return other.upper() if word.isupper() else other.lower()

    def _called(self, word: str) -> str:
        own = random.Random(f"{self._salt} {word}")  # noqa: S311 # for a bench
        return "".join(own.choices(_SYLLABLES, k=own.choice((2, 3)))).title()


class Rewriting:
    """One account, its words replaced, and every span moved to where its words are now."""

    def __init__(
        self, account: Account, names: dict[str, str], figure: Callable[[int], int]
    ) -> None:
        self._account = account
        self._figure = figure
        self._known = names
        words = "|".join(re.escape(w) for w in sorted(names, key=len, reverse=True))
        self._name = re.compile(rf"\b(?:{words})\b" if words else r"(?!)")
        self._moved: dict[str, list[tuple[int, int, int, int]]] = {}

    def written(self, head: str) -> Account:
        """Return the account as it reads now; `head` goes before the text."""
        old = self._account.document
        text = self._rewritten("text", old.text, head)
        title = None if old.title is None else self._rewritten("title", old.title, "")
        document = Document.of(text, title)
        plain = msgspec.to_builtins(msgspec.structs.replace(self._account, document=document))
        parts = {k: self._walk(v) for k, v in plain.items() if k not in {"document", "is"}}
        account = msgspec.convert({**parts, "document": plain["document"]}, Account)
        return _named_anew(account, old.id)

    def _rewritten(self, part: str, words: str, head: str) -> str:
        """Return the new words of a part; where each stretch went is kept in `_moved`."""
        spans = [(m.start(), m.end(), self._known[m.group()]) for m in self._name.finditer(words)]
        spans += [s for s in self._numbers(part, words) if not any(_meet(s, o) for o in spans)]
        pieces, moved, at, length = [head], [], 0, len(head)
        for start, end, new in sorted(spans):
            pieces += [words[at:start], new]
            begin = length + start - at
            moved.append((start, end, begin, begin + len(new)))
            at, length = end, begin + len(new)
        self._moved[part] = [(0, 0, 0, len(head)), *moved]
        return "".join((*pieces, words[at:]))

    def _numbers(self, part: str, words: str) -> Iterator[tuple[int, int, str]]:
        """Yield the figures in the words of claims, each once."""
        seen = set()
        for claim in self._account.claims:
            at = claim.evidence
            for m in re.finditer(r"[\w,]+", words[at.start : at.end] if at.part == part else ""):
                word = m.group().lower()
                number = _NUMBERS.index(word) if word in _NUMBERS else None
                number = int(word) if number is None and word.isdecimal() else number
                start = at.start + m.start()
                if number is not None and number < 100_000 and start not in seen:
                    seen.add(start)
                    yield start, at.start + m.end(), str(self._figure(number))

    def _walk(self, value: Any) -> Any:  # noqa: ANN401 # plain JSON
        match value:
            case {"is": "Span" | "Skipped"}:
                part = value.get("part", "text")
                start, end = (self._at(part, value[k], k) for k in ("start", "end"))
                return value | {"start": start, "end": max(end, start + 1)}
            case {"is": "Count"}:
                bounds = {k: value[k] for k in ("low", "high") if value.get(k) is not None}
                return value | {k: self._figure(v) for k, v in bounds.items()}
            case dict():
                return {k: v if k in _FIXED else self._walk(v) for k, v in value.items()}
            case list() | tuple():
                return [self._walk(v) for v in value]
            case str() if value[:1].isupper() or " " in value:  # a name, or words as said
                return self._name.sub(lambda m: self._known[m.group()], value)
            case _:
                return value

    def _at(self, part: str, offset: int, edge: str) -> int:
        """Return where an offset is now; inside replaced words, at their beginning or end."""
        before = max(m for m in self._moved[part] if m[0] <= offset)
        start, end, begin, stop = before
        if start < offset < end:
            return begin if edge == "start" else stop
        return begin if offset == start < end else stop + offset - end


def _meet(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _named_anew(account: Account, old: str) -> Account:
    """Return the account with the ids that its words give now, relations included."""
    document, replace = account.document.id, msgspec.structs.replace
    ids = {old: document} | {m.id: mention_id(document, m.span) for m in account.mentions}
    claims = [replace(c, document=document) for c in account.claims]
    ids |= {c.id: identified(c).id for c in claims}

    def now(key: str | None) -> str | None:
        return ids.get(key, key) if key else key

    return replace(
        account,
        mentions=tuple(
            replace(m, id=ids[m.id], document=document, event=ids.get(m.event, m.event))
            for m in account.mentions
        ),
        claims=tuple(
            identified(
                replace(c, about=now(c.about), part_of=now(c.part_of), adds_to=now(c.adds_to),
                        of=now(c.of))
            )
            for c in claims
        ),
    )  # fmt: skip


def _received(account: Account, published: dt.date, ref: str, publisher: str | None) -> Received:
    raw = account.document.text.encode()
    capture = Capture(
        document=account.document.id,
        raw=hashlib.sha256(raw).hexdigest(),
        ref=ref,
        publisher=publisher,
        published=published.isoformat(),
    )
    return Received(account.document, capture, raw)


def _towns() -> list[tuple[str, str]]:
    """Return (name, country) of towns, those with most news first."""
    path = resources.files("cenotaph") / "data" / "gazetteer.sqlite"
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    query = (
        "SELECT name, country FROM place WHERE kind = 0 AND population > 30000"
        " AND name GLOB '[A-Z][a-z]*' AND name NOT GLOB '*[^A-Za-z ]*' GROUP BY name ORDER BY name"
    )
    found = db.execute(query).fetchall()
    db.close()
    random.Random(7).shuffle(found)  # noqa: S311 # for a bench
    return [(name, country) for name, country in found[:_TOWNS]]


def _publishers(towns: list[tuple[str, str]]) -> list[str | None]:
    names = [f"{towns[n * 7 % len(towns)][0]} {_KINDS[n % 8]}" for n in range(_PUBLISHERS - 1)]
    return [*names[:9], None, *names[9:]]


if __name__ == "__main__":
    main()
