"""What reports without a quotation mark or a plain "said": beside what only looks like it."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import Quotation
from readings import reading_of

# text, source, cue, content
HEARD = [
    ("The mayor is confident that the bridge will hold.",
     "The mayor", "is confident", "that the bridge will hold"),
    ("Residents were skeptical of the army's account.",
     "Residents", "were skeptical of", "the army's account"),
    ("Roth voiced support for a truce.", "Roth", "voiced support for", "a truce"),
    ("The ministry made the claim that rebels had shelled the school.",
     "The ministry", "made the claim", "that rebels had shelled the school"),
    ("She has repeatedly called for the bodies to be returned.",
     "She", "has repeatedly called for", "the bodies to be returned"),
    ("The raid was condemned by the teachers' union.",
     "the teachers' union", "was condemned", "The raid"),
    ("As the governor later said, the families of the dead received nothing.",
     "the governor", "later said", "the families of the dead received nothing"),
    ("She has made it clear that the school would not open.",
     "She", "has made it clear", "that the school would not open"),
    ("Mr. Dall considers himself a soldier.", "Mr. Dall", "considers", "himself a soldier"),
    ("Those who came at dawn and were turned away will be back, said Ivo Malenko, a baker.",
     "Ivo Malenko, a baker", "said",
     "Those who came at dawn and were turned away will be back"),
]  # fmt: skip
NOT_HEARD = [
    "A website called Reed Watch went dark on Sunday.",
    "The guard found himself in a cellar.",
    "The union said nothing.",
    "The troops acted according to plan.",
    "The boy was showing his rifle.",
    "It is certain that the road will close.",
]


def heard(text: str) -> list[tuple[str | None, ...]]:
    reading = reading_of(text)
    marks = [m for m in extract(reading).marks if isinstance(m.value, Quotation)]
    quote = reading.document.quote
    return [
        (
            quote(m.value.source) if m.value.source else None,
            quote(m.value.cue) if m.value.cue else None,
            quote(m.span),
        )
        for m in marks
        if isinstance(m.value, Quotation)
    ]


@pytest.mark.parametrize(("text", "source", "cue", "content"), HEARD, ids=[r[0] for r in HEARD])
def test_who_reports_is_heard_with_what_is_reported(
    text: str, source: str, cue: str, content: str
) -> None:
    assert heard(text) == [(source, cue, content)]


@pytest.mark.parametrize("text", NOT_HEARD)
def test_what_only_sounds_like_it_reports_nothing(text: str) -> None:
    assert heard(text) == []


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Police said they hope that the road will open.", 1),
        ("Residents said that soldiers told them to leave.", 1),
        ('"The captain told me that six had died," said the medic.', 1),
        ("Police said six people died, and the army denied it.", 2),
        ("Police said six people died in the market, while the army denied firing at it.", 2),
        ("The agency quoted police as saying six people died.", 2),
    ],
)
def test_what_stands_in_another_s_words_is_one_report_and_a_clause_beside_is_two(
    text: str, reports: int
) -> None:
    assert len(heard(text)) == reports


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rural voters were more likely to say that the road is safe.", "Rural voters"),
        ("The drivers were slightly less likely to support the strike.", "The drivers"),
        ("The army is likely to say that six died.", None),
    ],
)
def test_some_who_do_it_more_than_others_do_it_and_a_forecast_reports_nothing(
    text: str, source: str | None
) -> None:
    assert next((told[0] for told in heard(text)), None) == source


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harrowing images showed that nine people had been killed.", None),
        ("A survey by the union shows that nine miners were killed.", "survey"),
    ],
)
def test_pictures_show_a_thing_and_are_no_speaker(text: str, speaker: str | None) -> None:
    marks = (m.value for m in extract(reading_of(text)).marks)
    assert [v.speaker for v in marks if isinstance(v, Quotation)] == [speaker]
