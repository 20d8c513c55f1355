"""Figures behind labels of one form -> which are more than those before: "Civilians killed: 3".

"Military killed: 2" adds to it, and "Died in hospital: 2" to "Dead on arrival: 9": nobody is of
both. Women and civilians may be the same people, and so may those of a label that says of whom it
is not ("Killed: 5"): beside such a label nothing is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from cenotaph.text.harm_heads import Harm
from cenotaph.text.persons import singular
from cenotaph.text.reading import Sentence

MORE: Final = "label more"
_SORTS: Final[tuple[dict[str, str], ...]] = (
    {
        "civilian": "civilian", "military": "military", "soldier": "military", "troop": "military",
        "police": "police", "policeman": "police", "policemen": "police",
    },
    {"arrival": "arrival", "hospital": "hospital", "scene": "scene"},
)  # fmt: skip
_NEAR: Final = 3  # sentences from one figure of an outcome to the next in one form
_MOST: Final = 4  # labels of a sum

Labelled = tuple[Sentence, Harm]


def more(told: Sequence[Labelled]) -> Iterator[Harm]:
    """Yield the harms, those that add to a label's figure before them with a rule that says so."""
    following: set[int] = set()
    for run in _runs(told):
        if 1 < len(run) <= _MOST and _are_apart([told[i] for i in run]):
            following.update(run[1:])
    for i, (_, harm) in enumerate(told):
        yield replace(harm, rule=MORE) if i in following else harm


def _runs(told: Sequence[Labelled]) -> Iterator[list[int]]:
    """Yield the figures of each outcome that stand behind labels near to one another."""
    open_: dict[str, list[int]] = {}
    for i, (sentence, harm) in enumerate(told):
        if harm.rule != "label":
            continue
        run = open_.setdefault(harm.outcome, [])
        if run and sentence.number - told[run[-1]][0].number > _NEAR:
            yield run
            run = open_[harm.outcome] = []
        run.append(i)
    yield from open_.values()


def _are_apart(labels: Sequence[Labelled]) -> bool:
    """Tell whether labels sort people in one way, each into a sort of its own."""
    for sorts in _SORTS:
        found = [_sorted(label, sorts) for label in labels]
        if all(len(sort) == 1 for sort in found) and len(set(found)) == len(found):
            return True
    return False


def _sorted(label: Labelled, sorts: dict[str, str]) -> frozenset[str]:
    """Return the sorts that the words of a label name."""
    sentence, harm = label
    until = harm.phrase.first
    first = sentence.token_at(harm.span.start)
    words = sentence.lowered[until if first is None else first : until]
    return frozenset(sorts[one] for w in words if (one := singular(w)) in sorts)
