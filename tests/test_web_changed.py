"""What is new of an entry: cut to what has room, and whole on pages of its own."""

from __future__ import annotations

import pytest

from cenotaph.releases.changes import Told
from cenotaph.web.views.changes import Entry, Moved, Part, begun, own


def told(n: int) -> tuple[Told, ...]:
    return tuple(
        Told(
            claim=f"{k:032}", because="", decision=None, publisher=None, published=None, ref=None,
            document="d" * 64, sentence=f"Sentence {k}.", quote="",
        )
        for k in range(n)
    )  # fmt: skip


LARGE = Entry((), (("a", "A"),), (Moved("one", told(700), told(3)), *[Moved("x", (), ())] * 300))


def _all(parts: list[Part]) -> tuple[list[Told], list[Told], int]:
    moved = [m for p in parts for m in p.entry.moved]
    entered, left = [t for m in moved for t in m.entered], [t for m in moved for t in m.left]
    return entered, left, sum(m.words == "x" for m in moved)


def test_every_change_and_sentence_of_a_large_entry_is_on_one_of_its_pages() -> None:
    first = own(LARGE, 1)
    parts = [own(LARGE, n) for n in range(1, first.pages + 1)]
    assert first.pages > 3
    assert _all(parts) == (list(told(700)), list(told(3)), 300)
    assert [p.page for p in (own(LARGE, 0), own(LARGE, 999))] == [1, first.pages]


@pytest.mark.parametrize("room", [10, 100])
def test_among_others_an_entry_has_its_room_and_says_what_is_left_out(room: int) -> None:
    part = begun(LARGE, room)
    entered, left, others = _all([part])
    assert len(entered) + len(left) + others < room
    assert (part.moves, part.whole) == (301, False)
    small = LARGE._replace(moved=LARGE.moved[5:9])
    assert begun(small, room) == Part(small, 4, whole=True)
