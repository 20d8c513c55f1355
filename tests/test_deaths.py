"""The same person is never among the killed and among the injured (COUNTING 18)."""

from __future__ import annotations

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import Capture, Dossier, Figure, Incident, People
from cenotaph.reconcile import reconcile
from cenotaph.resolve import resolve
from readings import reading_of

SHOT = (
    "A man was shot in Dover, Ohio, on Friday, police said. Milo Harker was taken to a hospital in "
    "critical condition."
)
DEAD = "Milo Harker died on Sunday. He was shot in Dover, Ohio, on Friday, police said."
STILL = "Milo Harker is in hospital after he was shot in Dover, Ohio, on Friday, police said."


def test_who_died_of_a_wound_is_no_longer_injured() -> None:
    incident = one(
        "A boy was shot in Dover, Ohio, on Friday. He was taken to a hospital, where he died."
    )
    assert dead_and_hurt(incident) == (1, 0)
    notes = [n for f in incident.tolls if f.outcome == "killed" for n in f.notes]
    assert any("COUNTING 18" in n for n in notes)


def test_another_person_hurt_beside_the_dead_stays_injured() -> None:
    incident = one(
        "A boy was shot dead in Dover, Ohio, on Friday. A woman was wounded, and was taken to a "
        "hospital."
    )
    assert dead_and_hurt(incident) == (1, 1)


def test_a_later_account_moves_the_injured_to_the_dead() -> None:
    incident = one(SHOT, DEAD)
    assert dead_and_hurt(incident) == (1, 0)
    (hurt,) = [r for r in incident.reports if r.outcome == "injured" and r.people == People()]
    assert hurt.overtaken
    assert all(f.grade != "discounted" for f in incident.tolls)


def test_a_later_account_that_still_has_somebody_in_hospital_moves_nobody() -> None:
    assert dead_and_hurt(one(SHOT, DEAD, STILL)) == (1, 1)


def test_an_earlier_account_moves_nobody() -> None:
    assert dead_and_hurt(one(DEAD, SHOT)) == (1, 1)


def test_who_was_hit_is_injured_in_the_record_as_in_the_account() -> None:
    incident = one("A teenager was shot in Dover, Ohio, on Friday, police said.")
    assert dead_and_hurt(incident) == (0, 1)
    (figure,) = [f for f in incident.tolls if f.outcome == "injured"]
    assert figure.claims


def one(*texts: str) -> Incident:
    """Return the one incident of some accounts, published day by day."""
    accounts = [extract(reading_of(text)) for text in texts]
    captures = [
        Capture(document=a.document.id, raw="", ref=str(n), published=f"2021-03-{6 + 2 * n:02}")
        for n, a in enumerate(accounts)
    ]
    found = [resolve(a, [c], shipped()) for a, c in zip(accounts, captures, strict=True)]
    dossier = Dossier(
        id=found[0].mentions[0].id,
        mentions=tuple(m.id for a in found for m in a.mentions),
        claims=tuple(c for a in found for c in a.claims),
    )
    return reconcile([dossier], found, captures, ()).incidents[0]


def dead_and_hurt(incident: Incident) -> tuple[int, int]:
    """Return the most killed and injured that any figure has."""

    def most(figures: list[Figure]) -> int:
        return max((f.best or f.low or 0 for f in figures), default=0)

    outcomes = ("killed", "injured")
    dead, hurt = (most([f for f in incident.tolls if f.outcome == o]) for o in outcomes)
    return dead, hurt
