"""The kept record -> what of it a desk holds in memory for all who look, and how that goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple, TypeVar

import msgspec

from cenotaph.growth.accounts import account_of
from cenotaph.model import (
    Account,
    Decision,
    Incident,
    Outline,
    Part,
    Question,
    Series,
    contested_claims,
    outlined,
    withheld,
    without_names,
)
from cenotaph.store import Looking, Pieces, Standing
from cenotaph.store.finding import Finding, Text
from cenotaph.store.standing import Received
from cenotaph.web.captured import Captured
from cenotaph.web.grown import Key, Step, stepped
from cenotaph.web.persons import Persons
from cenotaph.web.tally import Tally

_AT_ONCE: Final = 500
_PARTS: Final[tuple[Part, Part]] = ("title", "text")
_incident = msgspec.msgpack.Decoder(Incident)
_series = msgspec.msgpack.Decoder(Series)

Tell = Callable[[str, int, int], None]  # what is being done, how much of it, of how much
K = TypeVar("K", str, Key)
T = TypeVar("T")


class Kept(NamedTuple):
    """The record as it is kept at one moment, under one policy."""

    standing: Standing
    looking: Looking
    pieces: Pieces
    name: str  # of the policy, as it is published
    policy: str


class Over(NamedTuple):
    """What is found out over all accounts, and goes on from state to state."""

    persons: Persons
    texts: Finding


class Running(NamedTuple):
    """A running total as it came, and as it is shown."""

    digest: bytes
    whole: Series
    shown: Series


class State(NamedTuple):
    """The record at one moment, as far as pages need it at once."""

    moment: tuple[str, str]  # the last link of the chain, and the refreshing
    policy: str  # as it is published
    digest: str
    lost: tuple[Question, ...]  # about what was judged and is no longer found
    decisions: tuple[Decision, ...]  # as they were made
    shown_decisions: tuple[Decision, ...]  # names withheld
    hidden: frozenset[str]
    told: Mapping[str, bytes]  # document -> digest of what is kept of its account
    digests: Mapping[Key, bytes]  # of incidents, in order
    outlines: Mapping[Key, Outline]  # in order, names withheld
    series: Mapping[str, Running]  # in order
    counted: tuple[str, str]  # the moment since which those are the same
    copies: Mapping[str, str]
    received: Received
    captured: Captured
    tally: Tally
    steps: tuple[Step, ...] = ()  # that led here from the moments before


class Changed(NamedTuple):
    """What is other than in the state before."""

    incidents: tuple[list[Key], list[Key]]  # gone and come; one that is another is both
    series: tuple[list[str], list[str]]


def opened(kept: Kept, over: Over, before: State | None, tell: Tell) -> State:
    """Return the state of this moment; what is as it was `before` is not looked at again."""
    received = kept.standing.received(before.received if before is not None else None)
    contents = kept.standing.contents(kept.policy, received)
    rows = contents.rows
    told: dict[str, bytes] = dict(rows["told"])
    captured = _captured(kept, received, before)
    fresh = _other(told, before.told if before else {})
    gone = () if before is None else before.told.keys() - told.keys()
    over.persons.put(_told("names", kept, fresh, tell))
    over.persons.drop(gone)
    hidden = over.persons.hidden(captured.confided)
    names = frozenset() if before is None else hidden ^ before.hidden
    words = {*fresh, *(over.texts.naming(names) & told.keys())}
    over.texts.add(text_of(a, hidden) for a in _told("words", kept, words, tell))
    over.texts.drop(gone)
    digests = {(day, key): d for day, key, d in rows["incidents"]}
    shown = Names(hidden, captured.publishers, names)
    outlines = _outlines(kept, digests, shown, before)
    series = _running(kept, dict(rows["series"]), shown, before)
    moment = kept.looking.moment()
    moved = _moved(outlines, before.outlines if before is not None else {})
    same = before is not None and series is before.series
    return State(
        moment=moment,
        policy=kept.name,
        digest=kept.standing.digest_of(contents, kept.name, kept.pieces.decisions),
        lost=kept.pieces.questions,
        decisions=kept.pieces.decisions,
        shown_decisions=_shown(kept.pieces.decisions, hidden, before),
        hidden=hidden,
        told=told,
        digests=digests,
        outlines=outlines,
        series=series,
        counted=before.counted if before is not None and same else moment,
        copies=dict(rows["copies"]),
        received=received,
        captured=captured,
        tally=_tally(outlines, captured, before, moved),
        steps=() if before is None else stepped(before.steps, before.moment, moved),
    )


def changed(before: State, after: State) -> Changed:
    """Return which incidents and running totals of two states are not the same."""
    if before.series is after.series:
        old = new = dict[str, bytes]()
    else:
        old, new = ({k: r.digest for k, r in s.series.items()} for s in (before, after))
    return Changed(
        incidents=(_other(before.digests, after.digests), _other(after.digests, before.digests)),
        series=(_other(old, new), _other(new, old)),
    )


def _other(now: Mapping[K, bytes], before: Mapping[K, bytes]) -> list[K]:
    """Return the keys under which something else stands than before, in order."""
    return sorted(key for key, digest in now.items() if before.get(key) != digest)


def _shown(
    made: tuple[Decision, ...], hidden: frozenset[str], before: State | None
) -> tuple[Decision, ...]:
    known: dict[str, tuple[Decision, Decision]] = {}
    if before is not None and before.hidden is hidden:
        pairs = zip(before.decisions, before.shown_decisions, strict=True)
        known = {whole.id: (whole, shown) for whole, shown in pairs}
    return tuple(
        known[d.id][1] if d.id in known and known[d.id][0] == d else without_names(d, hidden)
        for d in made
    )


def _captured(kept: Kept, received: Received, before: State | None) -> Captured:
    if before is not None and before.received is received:
        return before.captured
    return Captured.of(kept.looking.all_captures())._replace(ids=received.ids)  # in memory once


def _told(what: str, kept: Kept, documents: Collection[str], tell: Tell) -> Iterator[Account]:
    """Yield some accounts, a few of them in memory at once."""
    rest, done = iter(sorted(documents)), 0
    while part := list(islice(rest, _AT_ONCE)):
        tell(what, done, len(documents))
        done += len(part)
        for _, text, body, _ in kept.looking.accounts(part):
            yield account_of(text, body)


def text_of(account: Account, hidden: frozenset[str]) -> Text:
    """Return an account's title and text without the withheld names in them; and those."""
    whole = {part: account.document.words(part) for part in _PARTS}
    kept: dict[Part, list[str]] = {part: [] for part in _PARTS}
    done = dict.fromkeys(_PARTS, 0)
    names = []
    for span in withheld(account, hidden) if hidden else ():
        words = whole[span.part]
        names.append(words[span.start : span.end])
        kept[span.part] += words[done[span.part] : span.start], " "
        done[span.part] = span.end
    told = ("".join((*kept[part], whole[part][done[part] :])) for part in _PARTS)
    return account.document.id, "\n".join(told), "\n".join(names)


class Names(NamedTuple):
    """What is taken out of what is shown."""

    withheld: frozenset[str]
    publishers: frozenset[str]  # whose names are no person's
    other: frozenset[str]  # of the withheld: only since the state before, or no more

    def taken_out(self, value: T) -> T:
        """Return a value without them."""
        return without_names(value, self.withheld, self.publishers)


def _outlines(
    kept: Kept, digests: Mapping[Key, bytes], names: Names, before: State | None
) -> dict[Key, Outline]:
    known = before.outlines if before is not None else {}
    fresh = set(_other(digests, before.digests if before is not None else {}))
    if before is not None and names.other:
        fresh |= _holding(names.other, kept, digests.keys() - fresh)
    made: dict[Key, Outline] = {}
    rest = iter([key for key in digests if key in fresh])
    while part := list(islice(rest, _AT_ONCE)):
        found = [_lean(_incident.decode(b)) for b in kept.looking.incidents(part, kept.policy)]
        shown = [names.taken_out(i) for i in found]
        owners = kept.looking.owners({c for i in found for c in contested_claims(i)})
        for key, one in zip(part, (outlined(i, owners) for i in shown), strict=True):
            old = known.get(key)
            made[key] = old if old == one else one  # nothing is held twice that is the same
    if known.keys() == digests.keys():
        return {**known, **made}
    return {key: made[key] if key in made else known[key] for key in digests}


def _lean(incident: Incident) -> Incident:
    """Return an incident less what its outline leaves out: it need not be looked through."""
    gone = dict.fromkeys(
        ("victims", "conflicts", "because", "reports", "said", "decisions", "aliases"), ()
    )
    return msgspec.structs.replace(incident, **gone)


def _holding(names: Collection[str], kept: Kept, keys: Collection[Key]) -> set[Key]:
    """Return the incidents in which one of some names may stand."""
    first = {n.split()[0] for n in names if n.split()}
    pattern = re.compile(b"|".join(re.escape(n.encode("utf-8", "replace")) for n in sorted(first)))
    wanted = sorted(keys)
    bodies = kept.looking.incidents(wanted, kept.policy)
    return {key for key, body in zip(wanted, bodies, strict=True) if pattern.search(body)}


def _running(
    kept: Kept, digests: Mapping[str, bytes], names: Names, before: State | None
) -> Mapping[str, Running]:
    known = before.series if before is not None and not names.other else {}
    fresh = [k for k, d in digests.items() if k not in known or known[k].digest != d]
    if not fresh and known.keys() == digests.keys():
        return known  # the very same: what was made of them is not made again
    bodies = kept.looking.series(fresh, kept.policy)
    whole = dict(zip(fresh, map(_series.decode, bodies), strict=True))
    made = {k: Running(digests[k], s, names.taken_out(s)) for k, s in whole.items()}
    return {key: made[key] if key in made else known[key] for key in digests}


def _moved(outlines: Mapping[Key, Outline], others: Mapping[Key, Outline]) -> list[Key]:
    """Return the keys under which another outline stands than before, or none any more."""
    come = [k for k, one in outlines.items() if others.get(k) is not one]
    return come if outlines.keys() >= others.keys() else [*come, *(others.keys() - outlines.keys())]


def _tally(
    outlines: Mapping[Key, Outline], captured: Captured, before: State | None, moved: list[Key]
) -> Tally:
    if before is None or before.captured is not captured:
        return Tally.empty().grown((), outlines.values(), captured)
    sides = (before.outlines, outlines)
    gone, fresh = ([side[k] for k in moved if k in side] for side in sides)
    return before.tally.grown(gone, fresh, captured)
