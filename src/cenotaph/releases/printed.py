"""What two frozen records differ in -> lines for a terminal of 80 columns, and JSON."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from cenotaph.model import days_words, sayings, some_words, what_words
from cenotaph.releases import details
from cenotaph.releases.changes import (
    Brief,
    Change,
    Decided,
    Difference,
    Listed,
    RunningChange,
    Told,
    TollChange,
)
from cenotaph.releases.facts import Facts
from cenotaph.releases.rows import FigureRow

_WIDTH, _SHORT = 80, 12

HEADINGS: Mapping[str, str] = {
    "new": "New incidents",
    "gone": "Incidents that are gone",
    "merged": "Several that are one incident now",
    "split": "Incidents that are several now",
    "regrouped": "Incidents that were parted and joined anew",
    "changed": "Incidents of which something changed",
}


def as_json(found: Difference) -> str:
    """Return the whole difference as one JSON object on one line."""
    return msgspec.json.encode(found).decode()


def as_text(found: Difference) -> Iterator[str]:
    """Yield lines: what is compared, in sum, then each change with its claims and decisions."""
    yield from _wrapped(f"Before: {named(found.before)}")
    yield from _wrapped(f"After: {named(found.after)}")
    for note in found.notes:
        yield from _wrapped(f"Note: {note}")
    yield ""
    yield from _wrapped(summary(found))
    yield from changes(found)
    yield from _headed("Accounts", map(_wrapped, accounts(found)))
    made = (_wrapped(decided(d)) for d in found.decisions)
    yield from _headed(f"Decisions in between: {len(found.decisions):,}", made, apart=False)


def changes(found: Difference) -> Iterator[str]:
    """Yield lines: each change of an incident, a running total or a copy, kind by kind."""
    decisions = {d.id: d for d in found.decisions}
    for kind, heading in HEADINGS.items():
        of = [c for c in found.incidents if c.kind == kind]
        yield from _headed(f"{heading}: {len(of):,}", (_change(c, decisions) for c in of))
    running = [_running(r, decisions) for r in found.running]
    yield from _headed(f"Running totals: {len(running):,}", running)
    yield from _headed(f"Copies: {len(found.copies):,}", map(_wrapped, copies(found)))


def named(facts: Facts) -> str:
    """Return which record this is, in words."""
    what = "the record as it stands" if facts.name is None else f"release {facts.name}"
    counts = facts.counts
    by = f", profile {facts.profile}" if facts.profile else ""
    return (
        f"{what}{by}, {facts.made[:16].replace('T', ' ')} UTC, policy {facts.policy}:"
        f" {some_words(counts.incidents, 'incident')} from"
        f" {some_words(counts.documents, 'account')}, record"
        f" {facts.record[:_SHORT]}"
    )


def summary(found: Difference) -> str:
    """Return how much changed, in a sentence."""
    kinds = Counter[str](c.kind for c in found.incidents)
    moved = sum(any(t.moved for t in c.tolls) for c in found.incidents if c.kind == "changed")
    said = [
        f"{kinds[kind]:,} {word}"
        for kind, word in (
            ("new", "new"),
            ("gone", "gone"),
            ("merged", "made of several"),
            ("split", "parted"),
            ("regrouped", "regrouped"),
        )
        if kinds[kind]
    ]
    said += [f"{moved:,} with other figures"] if moved else []
    rest = kinds["changed"] - moved
    said += [f"{rest:,} with other facts or grounds"] if rest else []
    if not any((found.incidents, found.running, found.copies)):
        return "Nothing that is counted differs."
    return (
        f"Incidents: {', '.join(said) or 'all as before'}. Running totals: {len(found.running):,}"
        f" differ. Accounts: {len(found.accounts.new):,} new. Decisions: {len(found.decisions):,}."
    )


def copies(found: Difference) -> Iterator[str]:
    """Yield a sentence for each account that became a copy or no longer is one."""
    for copy in found.copies:
        old, new = map(_copy_of, (copy.before, copy.after))
        yield sayings.WAS_COPY.format(document=copy.ref, before_it=old, now_it=new)


def _copy_of(ref: str | None) -> str:
    return sayings.COPY_OF.format(original=ref) if ref else sayings.NO_COPY


def accounts(found: Difference) -> Iterator[str]:
    """Yield a sentence for the accounts that came, went, or lost their words."""
    for word, refs in (
        ("new", found.accounts.new),
        ("not there any more", found.accounts.gone),
        ("withdrawn: words, quotes and names destroyed", found.withdrawn),
    ):
        if refs:
            yield f"{word}: {', '.join(refs)}"


def decided(decision: Decided) -> str:
    """Return a decision in words."""
    who = decision.reviewer or "a reviewer"
    takes = f", takes back {decision.takes_back[:_SHORT]}" if decision.takes_back else ""
    day = f", {decision.at[:10]}" if decision.at else ""
    return f"{decision.verdict} by {who}{day}, {decision.id[:_SHORT]}{takes}: {decision.reason}"


def brief(incident: Brief) -> str:
    """Return which incident is meant, with its day and the beginning of its id."""
    return f"{incident.title} [{incident.id[:_SHORT]}]"


def figures(rows: Sequence[FigureRow]) -> str:
    """Return the figures of one side in words."""
    return "; ".join(map(details.figure, rows)) or "no figure"


def source(told: Told) -> str:
    """Return where a claim stands."""
    return ", ".join(w for w in (told.publisher or told.ref, told.published) if w) or "unknown"


def _change(change: Change, decisions: Mapping[str, Decided]) -> list[str]:
    lines = _which(change)
    for toll in change.tolls:
        lines += _toll(toll, change.kind)
    for fact in change.details:
        lines += _wrapped(f"{fact.what}: {fact.before} -> {fact.after}", 2)
        lines += _came_and_went(fact.entered, fact.left)
    for listed in change.lists:
        if change.kind not in {"new", "gone"} or listed.what != "accounts":
            lines += _listed(listed)
    return [*lines, *_because(change.decisions, decisions)]


def _listed(listed: Listed) -> Iterator[str]:
    """Yield what came and went; with the sentences where somebody is blamed."""
    for word, facts in (("new", listed.new), ("gone", listed.gone)):
        for fact in facts:
            yield from _wrapped(f"{listed.what}, {word}: {fact.words}", 2)
            if listed.what == "blame":
                yield from (x for told in fact.claims for x in _sentence(told))


def _which(change: Change) -> list[str]:
    """Return the incident, or all that were joined or parted with their figures."""
    if len(change.before) + len(change.after) <= 2:
        one = (*change.after, *change.before)[0]
        return _wrapped(f"{brief(one)}, {days_words(one.first, one.last)}")
    return [
        line
        for word, incidents in (("was", change.before), ("is", change.after))
        for incident in incidents
        for line in (
            *_wrapped(f"{word}: {brief(incident)}"),
            *(
                x
                for f in incident.tolls
                for x in _wrapped(f"{what_words(f)}: {details.figure(f)}", 4)
            ),
        )
    ]


def _toll(toll: TollChange, kind: str) -> list[str]:
    if kind in {"new", "gone"}:
        lines = _wrapped(f"{toll.what}: {figures((*toll.before, *toll.after))}", 2)
        told = (*toll.entered, *toll.left)
        return [*lines, *(x for t in told for x in _sentence(t))]
    if toll.moved:
        lines = _wrapped(f"{toll.what}: {figures(toll.before)} -> {figures(toll.after)}", 2)
    else:
        lines = _wrapped(f"{toll.what}: {figures(toll.after)}, on other grounds", 2)
    return [*lines, *_came_and_went(toll.entered, toll.left)]


def _came_and_went(entered: Iterable[Told], left: Iterable[Told]) -> Iterator[str]:
    for word, told in (("now", entered), ("no longer", left)):
        for one in told:
            by = f" [{one.decision[:_SHORT]}]" if one.decision else ""
            yield from _wrapped(f"{word}: {one.because}{by}", 4)
            yield from _sentence(one)


def _sentence(told: Told) -> list[str]:
    words = f"“{told.sentence}”" if told.sentence else "(its words were withdrawn)"
    return _wrapped(f"{source(told)}: {words} [{told.claim[:_SHORT]}]", 6)


def _running(change: RunningChange, decisions: Mapping[str, Decided]) -> list[str]:
    lines = []
    for word, rows in (("was", change.before), ("is", change.after)):
        lines += [x for row in rows for x in _wrapped(f"{word}: {details.running(row)}")]
    lines = lines or _wrapped(change.kind)
    lines += _came_and_went(change.entered, change.left)
    return [*lines, *_because(change.decisions, decisions)]


def _because(ids: Iterable[str], decisions: Mapping[str, Decided]) -> list[str]:
    return [x for i in ids for x in _wrapped(f"decided: {decided(decisions[i])}", 2)]


def _headed(heading: str, blocks: Iterable[Sequence[str]], *, apart: bool = True) -> Iterator[str]:
    found = list(blocks)
    if not found:
        return
    yield from ("", heading, "-" * len(heading))
    for n, block in enumerate(found):
        if apart and n and len(block) > 1:
            yield ""
        yield from block


def _wrapped(words: str, indent: int = 0) -> list[str]:
    space = " " * indent
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=space,
        subsequent_indent=f"{space}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
