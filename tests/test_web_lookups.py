"""What a request looks up is remembered, and never without end."""

from __future__ import annotations

from collections import Counter

from cenotaph.web.lookups import Found, Memory, Momentary


def test_what_is_looked_up_again_is_not_found_again() -> None:
    asked = Counter[str]()

    def find(key: str) -> str | None:
        asked[key] += 1
        return key.upper() if key else None

    held = Found(find)
    assert [held["a"], held.get("a"), held.get(""), held.get("", "none")] == [
        "A",
        "A",
        None,
        "none",
    ]
    assert asked == {"a": 1, "": 1}
    assert "a" in held
    assert "" not in held
    assert 7 not in held


def test_what_was_looked_up_together_is_not_asked_one_by_one() -> None:
    asked: list[str] = []

    def find(key: str) -> str:
        asked.append(key)
        return "found"

    held = Found(find)
    held.put({"a": "given", "b": "given"})
    assert [held["a"], held["b"], held["c"]] == ["given", "given", "found"]
    assert asked == ["c"]
    held.put({str(n): "given" for n in range(20_000)})
    assert [held["7"], held["19999"]] == ["given", "found"]  # no more than there is room for


def test_a_thing_is_remembered_as_long_as_what_it_was_made_from_is_the_same() -> None:
    held, made = Memory[str](2), iter("pqrs")

    def got(key: str, *origin: object) -> str | None:
        return held.get(key, origin, lambda: next(made, None))

    assert [got("a", 1, "x"), got("a", 1, "x"), got("a", 1, "y")] == ["p", "p", "q"]
    assert [got("b", 1), got("c", 1), got("b", 1), got("a", 1, "y")] == ["r", "s", "r", None]


def test_a_stream_of_all_things_does_not_hold_all_of_them() -> None:
    living = 0
    most = 0

    class Thing:
        def __init__(self) -> None:
            nonlocal living, most
            living += 1
            most = max(most, living)

        def __del__(self) -> None:
            nonlocal living
            living -= 1

    held = Found(lambda _: Thing())
    for n in range(20_000):
        held[str(n)]
    assert most < 1000


def test_what_is_made_for_a_moment_is_made_once_and_the_last_moments_are_kept() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    held = Momentary()
    for moment in (
        "one",
        "two",
        "one",
        "two",
    ):  # while somebody decides, others look at the one before
        assert held.get(moment, "a", lambda: make("a")) == "a"
    assert made == ["a", "a"]
    assert held.names("one") == {"a"}
    for moment in ("three", "four", "five"):
        held.get(moment, "a", lambda: make("a"))
    assert held.names("one") == frozenset()
    assert held.names("nothing yet") == frozenset()
