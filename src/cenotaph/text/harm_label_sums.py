"""Figures behind labels of one form -> which are more than those before, and which a total holds.

"Military killed: 2" adds to "Civilians killed: 3", "Died in hospital: 2" to "Dead on arrival: 9",
and "ANA: 3 wounded" to "ISAF: 2 wounded": nobody is of both. Women and civilians may be the same
people, and so may those of a label that says of whom it is not ("Killed: 5"): beside such a label
nothing is added. "Total killed: 6" holds what stands beside it, before or behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from cenotaph.text.harm_heads import Harm
from cenotaph.text.lexicon import grouped
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import singular
from cenotaph.text.reading import Sentence

MORE: Final = "label more"
OF_TOTAL: Final = "label of total"
_SORTS: Final[tuple[dict[str, str], ...]] = (
    {
        "civilian": "civilian", "military": "military", "soldier": "military", "troop": "military",
        "police": "police", "policeman": "police", "policemen": "police",
    },
    {
        "arrival": "arrival", "hospital": "hospital", "scene": "scene", "surgery": "hospital",
        "theater": "hospital", "theatre": "hospital", "ward": "hospital", "clinic": "hospital",
    },
)  # fmt: skip
_TOTAL: Final = frozenset({"total", "overall", "altogether"})
# "ISAF: 2 wounded", "ANA: 1 killed, 3 wounded": a party or a hospital, and nothing but figures.
_SIDE = re.compile(
    r"(?:^|[;|•]|,(?=\s[A-Z]))\W*(?P<side>[A-Z][\w’'-]*(?:\s[\w’'-]+){0,3})\s?[:=]\s[^:=]{0,40}$"
)
_INITIALS = re.compile(r"[A-Z]{2,6}")
_FATES: Final = frozenset({"killed", "injured", "missing"})
_NEXT: Final = 2  # tokens from a figure to its fate
_NEAR: Final = 3  # sentences from one figure of an outcome to the next in one form
_MOST: Final = 12  # labels of a sum

Labelled = tuple[Sentence, Harm]


def more(told: Sequence[Labelled]) -> Iterator[Harm]:
    """Yield the harms: those that add to a label's figure before them, and parts of a total."""
    rules: dict[int, str] = {}
    for run in _runs(told):
        labels = [told[i] for i in run]
        totals = [i for i in run if _TOTAL & set(_words(told[i]))]
        if not 1 < len(run) <= _MOST:
            continue
        if len(totals) == 1 and _holds(told[totals[0]], labels):
            rules |= {i: OF_TOTAL for i in run if i not in totals}
        elif _are_apart(labels):
            rules |= dict.fromkeys(run[1:], MORE)
    for i, (_, harm) in enumerate(told):
        rule = rules.get(i, harm.rule)
        yield replace(harm, rule=rule, part=harm.part or rule == OF_TOTAL)


def _runs(told: Sequence[Labelled]) -> Iterator[list[int]]:
    """Yield the figures of each outcome that stand behind labels near to one another."""
    open_: dict[str, list[int]] = {}
    for i, (sentence, harm) in enumerate(told):
        if harm.rule != "label" and _side(sentence, harm) is None:
            continue
        run = open_.setdefault(harm.outcome, [])
        if run and sentence.number - told[run[-1]][0].number > _NEAR:
            yield run
            run = open_[harm.outcome] = []
        run.append(i)
    yield from open_.values()


def _holds(total: Labelled, labels: Sequence[Labelled]) -> bool:
    """Tell whether a total is no less than any figure beside it."""
    most = total[1].phrase.count
    counts = [harm.phrase.count for _, harm in labels]
    return most is not None and all(
        c is not None and (c.low or 0) <= (most.low or 0) for c in counts
    )


def _are_apart(labels: Sequence[Labelled]) -> bool:
    """Tell whether labels sort people in one way, each into a sort of its own."""
    sides = [_side(sentence, harm) for sentence, harm in labels]
    if None not in sides:
        return len(set(sides)) == len(sides)
    for sorts in _SORTS:
        found = [_sorted(label, sorts) for label in labels]
        if all(len(sort) == 1 for sort in found) and len(set(found)) == len(found):
            return True
    return False


def _sorted(label: Labelled, sorts: dict[str, str]) -> frozenset[str]:
    """Return the sorts that the words of a label name."""
    return frozenset(sorts[one] for w in _words(label) if (one := singular(w)) in sorts)


def _words(label: Labelled) -> Sequence[str]:
    """Return the words before a label's figure."""
    sentence, harm = label
    until = harm.phrase.first
    first = sentence.token_at(harm.span.start)
    return sentence.lowered[until if first is None else first : until]


def _side(sentence: Sentence, harm: Harm) -> str | None:
    """Return the party or the hospital that a figure with its fate is entered for."""
    if sentence.row is not None:
        return sentence.text.split()[0] if sentence.row.role == "addend" else None
    behind = harm.trigger - harm.phrase.last
    if harm.outcome not in _FATES or harm.phrase.number is None or not 0 < behind <= _NEXT:
        return None
    before = sentence.text[: harm.phrase.number.span.start - sentence.span.start]
    match = _SIDE.search(before)
    if match is None:
        return None
    words = match["side"].split()
    known = party_words("state") | party_words("rebel") | grouped("harm.txt")["hospital"]
    named = len(words) == 1 and _INITIALS.fullmatch(words[0])
    return match["side"] if named or words[-1].lower() in known else None
