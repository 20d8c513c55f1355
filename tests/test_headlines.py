"""Pages whose text is another one's than their title's, and accounts that come long after."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import Document, Dossier
from cenotaph.reconcile import reconcile
from cenotaph.text.headlines import NOT_ITS_TITLES, strays
from making import ALEPPO, account, capture, day, killed
from readings import reading_of

FORM = (
    "Sign in with your profile to go on. By sending the form you agree to the terms of use, which "
    "we may change at any time. Forgot your secret word? We will send you another one at once, to "
    "the address that you gave us."
)
TITLE = "Toddler wounded in accidental shooting at Dover resort - Delta Herald"


def test_a_form_under_a_headline_is_said_to_be_none_of_its_text() -> None:
    (found,) = [s for s in extract(reading_of(FORM, TITLE)).skipped if s.why == NOT_ITS_TITLES]
    assert FORM[found.start : found.end].startswith("Sign in with")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TITLE, f"{FORM} A toddler was wounded."),
        ("Toddler wounded", FORM),  # too few words to tell
        (TITLE, "Sign in with your profile."),  # too short to tell
        (None, FORM),
        ("Shootings: toddlers wounded, resort closes", f"{FORM} A shooting closed the place."),
    ],
)
def test_a_text_that_may_be_the_titles_is_not_flagged(title: str | None, text: str) -> None:
    assert list(strays(Document.of(text, title))) == []


@pytest.mark.parametrize(("published", "late"), [("2016-05-20", 0), ("2016-12-01", 1)])
def test_an_account_that_comes_long_after_is_told_as_a_follow_up(published: str, late: int) -> None:
    told = [account(f"Strike {n} hit.", killed(3), ALEPPO, day("2016-04-27")) for n in range(2)]
    captures = [capture(told[0], "2016-04-28", "a"), capture(told[1], published, "b")]
    dossier = Dossier(
        id=told[0].mentions[0].id,
        mentions=tuple(m.id for a in told for m in a.mentions),
        claims=tuple(c for a in told for c in a.claims),
    )
    (incident,) = reconcile([dossier], told, captures, ()).incidents
    assert sum(r.startswith("follow-up: ") for r in incident.because) == late
