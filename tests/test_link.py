"""Which accounts tell of one incident."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from cenotaph.link import group, link
from cenotaph.link.cluster import THRESHOLD, groups
from cenotaph.link.evidence import bits, evidence
from cenotaph.link.profile import profiles
from cenotaph.model import Account, Decision, Dossier, Mark, Span, Target
from making import ALEPPO, HOMS, HOSPITAL, account, capture, day, killed

STRIKE = account(
    "Jets struck a hospital in Aleppo. Three died.", killed(3), ALEPPO, HOSPITAL, day("2016-04-27")
)
SAME = account(
    "Bombs fell on a clinic in Aleppo. At least 14 are dead.",
    killed(14, None),
    ALEPPO,
    HOSPITAL,
    day("2016-04-27", "2016-04-28"),
)
OTHER_TOWN = account(
    "Shells hit a market in Homs. Three died.",
    killed(3),
    HOMS,
    Target(name="market", category="market"),
    day("2016-04-27"),
)
LATER = account("Jets struck Aleppo again. Five died.", killed(5), ALEPPO, day("2016-06-02"))
ALL = [STRIKE, SAME, OTHER_TOWN, LATER]
CAPTURES = [
    capture(STRIKE, "2016-04-28", "one"),
    capture(SAME, "2016-04-28", "two"),
    capture(OTHER_TOWN, "2016-04-28", "one"),
    capture(LATER, "2016-06-03", "two"),
]


def _groups(accounts: list[Account], decisions: tuple[Decision, ...] = ()) -> list[set[str]]:
    found = link(accounts, CAPTURES, decisions).dossiers
    return sorted(({c.document for c in d.claims} for d in found if d.mentions), key=sorted)


def _decision(verdict: str, *subjects: str) -> Decision:
    return msgspec.convert(
        {
            "is": "Decision",
            "id": f"d-{verdict}",
            "seq": 1,
            "at": "2016-05-01T00:00:00Z",
            "reviewer": "reviewer",
            "subjects": subjects,
            "verdict": verdict,
            "reason": "read both",
        },
        Decision,
    )


def test_two_accounts_of_one_strike_are_one_incident_though_their_figures_differ() -> None:
    assert {STRIKE.document.id, SAME.document.id} in _groups(ALL)


def test_another_town_and_another_month_are_other_incidents() -> None:
    assert len(_groups(ALL)) == 3


def test_the_order_of_accounts_changes_nothing() -> None:
    first = link(ALL, CAPTURES)
    for order in permutations(ALL):
        assert link(list(order), CAPTURES[::-1]) == first


def test_every_join_says_why_in_words() -> None:
    joined = next(d for d in link(ALL, CAPTURES).dossiers if len(d.mentions) == 2)
    assert len(joined.because) == 1
    assert "the same place" in joined.because[0]
    assert "hospital" in joined.because[0]


def test_a_persons_decision_beats_any_score() -> None:
    apart = _decision("different", STRIKE.mentions[0].id, SAME.mentions[0].id)
    assert {STRIKE.document.id} in _groups(ALL, (apart,))
    together = _decision("same", STRIKE.mentions[0].id, LATER.claims[0].id)
    assert any({STRIKE.document.id, LATER.document.id} <= g for g in _groups(ALL, (together,)))


def test_an_incident_is_named_after_its_first_mention() -> None:
    joined = next(d for d in link(ALL, CAPTURES).dossiers if len(d.mentions) == 2)
    first = min((STRIKE, SAME), key=lambda a: a.document.id)
    assert joined.id == first.mentions[0].id


def test_the_pairs_above_the_threshold_are_all_that_grouping_needs() -> None:
    known = [
        p for a, c in zip(ALL, CAPTURES, strict=True) for p in profiles(a, c.published, c.publisher)
    ]
    whole = group(known)
    event = [p.telling.event for p in whole.known]
    strong = {(event[j], event[i]): b for (i, j), b in whole.weights.items() if b >= THRESHOLD}
    assert strong
    assert group(known, joined=strong).groups == whole.groups
    assert group(known, joined={}).groups == [(i,) for i in range(len(known))]


def test_bits_are_the_same_both_ways() -> None:
    known = [
        p for a, c in zip(ALL, CAPTURES, strict=True) for p in profiles(a, c.published, c.publisher)
    ]
    for a in known:
        for b in known:
            assert bits(a, b) == bits(b, a)
            assert [e.bits for e in evidence(a, b)] == [e.bits for e in evidence(b, a)]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({}, [(0,), (1,), (2,)]),
        ({(0, 1): 9.0}, [(0, 1), (2,)]),
        # One strong bridge does not chain three events: the average decides.
        ({(0, 1): 9.0, (1, 2): 9.0, (0, 2): -20.0}, [(0, 1), (2,)]),
        ({(0, 1): 9.0, (1, 2): 8.0, (0, 2): 7.0}, [(0, 1, 2)]),
        ({(0, 1): 3.9}, [(0,), (1,), (2,)]),
    ],
)
def test_groups_join_by_the_average(
    weights: dict[tuple[int, int], float], expected: list[tuple[int, ...]]
) -> None:
    assert groups(3, weights, lambda _a, _b: -4.0) == expected


def test_figures_of_no_incident_have_a_dossier_of_their_own() -> None:
    total = account(
        "War has killed 900 people in Aleppo since January.",
        killed(900, scope="cumulative", since="January"),
    )
    there = Mark(span=Span(start=29, end=35), value=ALEPPO)
    total = msgspec.structs.replace(total, marks=(there,))
    found = link([STRIKE, total], [*CAPTURES, capture(total, "2016-04-28")]).dossiers
    series: list[Dossier] = [d for d in found if not d.mentions]
    assert [(d.scope, d.place) for d in series] == [("cumulative", ALEPPO)]
    assert all(c.document == STRIKE.document.id for d in found if d.mentions for c in d.claims)


def test_a_later_version_of_one_page_is_said_to_replace_the_earlier() -> None:
    old, new = (
        msgspec.structs.replace(capture(a, d), url="https://example.org/a", captured=d)
        for a, d in ((STRIKE, "2016-04-28"), (SAME, "2016-04-29"))
    )
    assert link([STRIKE, SAME], [new, old]).replaces == ((SAME.document.id, STRIKE.document.id),)
