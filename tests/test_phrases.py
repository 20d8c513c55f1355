"""The record's short phrases in another language, and words of accounts that are left alone."""

from __future__ import annotations

import pytest

from cenotaph.web.views.phrases import phrase
from cenotaph.web.words import languages


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("9", "9"),
        ("at least 1,400", "щонайменше 1,400"),
        ("4 to 6", "від 4 до 6"),
        ("about 40", "близько 40"),
        ("“dozens” (about 24 or more)", "“dozens” (близько 24 або більше)"),
        ("killed: 2 (children)", "загинуло: 2 (діти)"),
        ("injured: at least 31", "поранено: щонайменше 31"),
        ("civilians, children", "цивільні, діти"),
        ("on or before 2024-02-10", "не пізніше 2024-02-10"),
        ("when: 2024-02-01 to 2024-02-04", "час: від 2024-02-01 до 2024-02-04"),
        ("denies Russia", "заперечує: Russia"),
        ("place: List", "місце: List"),
        ("target: party", "ціль: party"),
        ("Ada Roth (official, Ruritania)", "Ada Roth (посадова особа, Ruritania)"),
        ("Ada Roth", "Ada Roth"),
    ],
)
def test_a_phrase_is_told_in_the_readers_language(words: str, told: str) -> None:
    assert phrase(words, languages()["uk"].say) == told
    assert phrase(words, languages()["en"].say) == words
