"""What people parted inside one account's telling -> the account with the telling split there.

"These two are different" about two mentions that were read as one event: from the sentence of the
second on, what the account tells is another event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from cenotaph.model.account import Account, Mention
from cenotaph.model.decided import in_force
from cenotaph.model.record import Decision


def all_parted(accounts: Sequence[Account], decisions: Sequence[Decision]) -> list[Account]:
    """Return the accounts, those split of which people parted two mentions."""
    said = {s for d in decisions if d.verdict == "different" for s in d.subjects}
    if not said:
        return list(accounts)
    return [
        parted(a, decisions)
        if any(m.id in said for m in a.mentions) or any(c.id in said for c in a.claims)
        else a
        for a in accounts
    ]


def parted(account: Account, decisions: Sequence[Decision]) -> Account:
    """Return the account, each telling split before a mention that people parted from an earlier.

    The later of two decisions about one pair holds. Mentions after a split go with the last one
    before them; claims go with the mention that they are about.
    """
    at = {m.id: n for n, m in enumerate(account.mentions)}
    about = {c.id: c.about for c in account.claims if c.about in at}
    apart = sorted(_parted(decisions, {**{m: m for m in at}, **about}, at))
    mentions = list(account.mentions)
    for one, other in apart:
        if mentions[one].event == mentions[other].event:
            mentions = _split(mentions, _begin(account, one, other))
    if mentions == list(account.mentions):
        return account
    return replace(account, mentions=tuple(mentions))


def _parted(
    decisions: Sequence[Decision], mention: Mapping[str, str | None], at: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of mentions, by number, that the last word about them parts."""
    settled: dict[tuple[int, int], str] = {}
    for decision in reversed(in_force(decisions)):
        if decision.verdict in {"same", "different"}:
            known = {at[m] for s in decision.subjects if (m := mention.get(s)) is not None}
            for pair in combinations(sorted(known), 2):
                settled.setdefault(pair, decision.verdict)
    yield from (pair for pair, verdict in settled.items() if verdict == "different")


def _begin(account: Account, one: int, other: int) -> int:
    """Return the first mention of the second one's sentence, if the first one is not in it."""
    mentions = account.mentions
    around = (c.sentence for c in account.claims if c.sentence.holds(mentions[other].span))
    sentence = next(around, None)
    if sentence is None or sentence.holds(mentions[one].span):
        return other
    return next(n for n in range(one + 1, other + 1) if sentence.holds(mentions[n].span))


def _split(mentions: Sequence[Mention], begin: int) -> list[Mention]:
    """Return the mentions, those of the event from number `begin` on being of a new one."""
    first = mentions[begin]
    return [
        replace(m, event=first.id) if n >= begin and m.event == first.event else m
        for n, m in enumerate(mentions)
    ]
