"""What is made of all incidents goes on with each that moves: it is what it would be made anew."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cenotaph.config import Config
from cenotaph.model import Decision, Remark, When
from cenotaph.store import Ledger
from cenotaph.web.grown import Grown, Step, stepped
from cenotaph.web.lookups import Found
from cenotaph.web.now import Now
from cenotaph.web.pages.incidents import _points
from cenotaph.web.present import Present, Terms
from cenotaph.web.views.held import by_month, found
from cenotaph.web.views.incidents import Asked
from ledgers import RAID, decision, filled, received
from test_web_pages import TOTAL
from test_web_questions import FOUR, SEVEN
from test_web_twins import FARM, SCHOOL

ASKED = (
    Asked(),
    Asked(status="contested"),
    Asked(words="market"),
    Asked(words="seen"),
    Asked(tag="seen"),
    Asked(outcome="killed", sources="2"),
    Asked(first="2022-01-01", last="2022-12-31"),
    Asked(place="marib"),
)
WHEN = FOUR.claims[0]


def decisions() -> list[Decision]:
    """Return decisions of every kind that moves an incident, or that only looks so."""
    made = [decision("reject", c.id) for a in (FOUR, SEVEN, FARM) for c in a.claims]
    moved = When(words="8 March 2022", timex="2021-03-08", first="2021-03-08", last="2021-03-08")
    return [
        *made,
        *(decision("accept", c.id) for c in FOUR.claims),
        decision("correct", WHEN.id, value=msgspec.structs.replace(WHEN.value, timex=moved.timex)),
        decision("different", FOUR.mentions[0].id, SEVEN.mentions[0].id),
        decision("note", RAID.mentions[0].id, remark=Remark(tags=("seen",))),
        decision("same", FARM.mentions[0].id, SCHOOL.mentions[0].id),
    ]


def shown(now: Now) -> list[object]:
    """Return all that is made of the incidents of a moment."""
    told: list[object] = []
    for asked in ASKED:
        held = found(now, asked)
        told += [list(held), list(held.values()), by_month(now, asked.ever)]
        told.append(_points(now, asked, None, soft=False))
    placed = [(c, s, t) for c, there in now.placed.held.items() for s, t in there.items() if t]
    told += [sorted(placed, key=lambda p: min(p[2])), now.placed.where]
    return [*told, *(_counts(now, n) for n in (0, 1))]


def _counts(now: Now, which: int) -> dict[str, dict[str, int]]:
    counts = now.state.tally[which]
    return {k: kept for k, c in counts.items() if (kept := {w: n for w, n in c.items() if n})}


def test_whatever_is_decided_what_grew_is_what_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    with filled(path, RAID, TOTAL) as ledger:
        kept = [
            (received(a, f"w{n}.txt", publisher=f"Post {n}"), a)
            for n, a in enumerate((FOUR, SEVEN, FARM, SCHOOL))
        ]
        ledger.keep(kept, "finder one")
    terms = Terms(ledger=str(path))
    desk = Present(terms, Config())
    with desk.visiting():
        before = shown(desk.now())
    differing = 0
    for made in decisions():
        with Ledger.open(path) as ledger:
            ledger.decide(made)
        anew = Present(terms, Config())
        with desk.visiting(), anew.visiting():
            now = desk.now()
            assert now.state.steps, "it went on from the moment before"
            grown = shown(now)
            assert grown == shown(anew.now()), made
        differing += grown != before
        before = grown
    assert differing > len(decisions()) // 2


def _name(n: int) -> tuple[str, str]:
    return (f"link {n}", f"stamp {n}")


def test_a_thing_grows_over_the_moments_in_which_nobody_asked_for_it() -> None:
    held, steps = Grown(), (Step(_name(0), frozenset({("", "a")})),)
    asked: list[object] = []

    def grow(old: str, moved: frozenset[tuple[str, str]]) -> str:
        asked.append(sorted(key for _, key in moved))
        return f"{old}+"

    def get(at: int, steps: tuple[Step, ...]) -> str:
        return held.get("thing", (_name(at), steps), lambda: f"made {at}", grow)

    assert get(0, ()) == "made 0"
    steps = stepped(steps, _name(1), {("", "b"), ("", "c")})
    assert get(2, steps) == "made 0+"
    assert get(2, steps) == "made 0+"  # not twice
    assert asked == [["a", "b", "c"]]
    assert get(9, ()) == "made 9"  # no step leads there
    assert asked == [["a", "b", "c"]]


def test_what_nobody_asked_for_longest_is_let_go_of_first() -> None:
    held, made = Grown(), list[str]()

    def get(name: str) -> str:
        return held.get(name, (_name(0), ()), lambda: made.append(name) or name, lambda old, _: old)

    get("often")
    for n in range(30):
        get(str(n))
        get("often")
    get("29")
    assert made == ["often", *map(str, range(30))]


@pytest.mark.parametrize(("many", "goes_on"), [(10, True), (5000, False)])
def test_where_very_much_moved_nothing_goes_on(many: int, goes_on: bool) -> None:
    moved = {("", str(n)) for n in range(many)}
    assert bool(stepped((), _name(0), moved)) is goes_on


def test_captures_are_gone_through_again_when_others_came(tmp_path: Path) -> None:
    with filled(tmp_path / "cenotaph.db", RAID) as ledger:
        standing = ledger.standing()
        before = standing.received()
        assert standing.received(before) is before
        ledger.keep([(received(RAID, "again.txt", publisher="Post"), RAID)], "finder one")
        after = standing.received(before)
        assert len(after.ids) == len(before.ids) + 1
        assert after == standing.received()
        assert after.joined != before.joined


def test_a_moment_that_was_let_go_holds_nothing_of_the_record(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, RAID).close()
    now = Present(Terms(ledger=str(path)), Config()).now()
    assert now.quoting.rows(now.incidents[next(iter(now.outlines)).id].tolls[0].claims)
    assert now.state.outlines
    now.let_go()
    now.let_go()  # nothing more
    assert not hasattr(now, "state")
    assert not any(isinstance(held, Found) for held in vars(now).values())
