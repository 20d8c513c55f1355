"""Reading takes time in proportion to a text's length: calls are counted, for clocks waver."""

from __future__ import annotations

import cProfile
import pstats

import pytest

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import Account, Capture, Document
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import resolve
from cenotaph.text import load_grammar, read_text
from readings import reading_of

SHORT, LONG = 40, 160  # sentences; a scan of all for each would make it sixteen times the calls
NAMES = ("Ana Brandt", "Ivo Orlov", "Petra Ruiz", "Sara Lindt", "Marko Karel")
PATTERNS = {
    "one sentence again and again": "Three people were killed in Homs, the mayor said on Tuesday. ",
    "ever new people and days": (
        "{name}{letters}, the mayor of Sumy, said on {day} March that {day} people were killed. "
    ),
    "quotations with and without a source": (
        "“We saw {day} dead,” {name}{letters} said. “They shelled us.” She denied an attack. "
    ),
    "blame and denial": (
        "The group said the army shelled Homs in a separate attack on {day} March {year}. "
        "The army denied that it had shelled the city. "
    ),
    "tolls told again": (
        "Since March {year}0 have been killed. The death toll rose to {year}. "
        "The mayor said it was {day}. "
    ),
    "quotations inside quotations": "“She said “he said “two died” and fled” then,” he said. ",
    "quotations left open": "“Three people were killed in Homs. ",
}  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_four_times_the_text_is_no_more_than_about_four_times_the_work(pattern: str) -> None:
    reading_of("Two men died.")  # loads what is loaded once
    assert _calls(pattern, LONG) < 4.6 * _calls(pattern, SHORT)


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_so_it_is_with_what_an_account_alone_says(pattern: str) -> None:
    stories(_account(pattern, 1))
    assert _calls_to_count(pattern, LONG) < 4.6 * _calls_to_count(pattern, SHORT)


def _calls(pattern: str, times: int) -> int:
    """Return how many functions are called to read, extract and resolve a text."""
    text = "".join(pattern.format(**_filling(i)) for i in range(times))
    document = Document.of(text)
    capture = Capture(document=document.id, raw="", ref="made up", published="2020-01-01")
    profile = cProfile.Profile()
    profile.enable()
    reading = read_text(document, load_grammar(), shipped())
    resolve(extract(reading), (capture,), shipped())
    profile.disable()
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined, no-any-return]


def _calls_to_count(pattern: str, times: int) -> int:
    account = _account(pattern, times)
    profile = cProfile.Profile()
    profile.enable()
    stories(account)
    profile.disable()
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined, no-any-return]


def _account(pattern: str, times: int) -> Account:
    text = "".join(pattern.format(**_filling(i)) for i in range(times))
    document = Document.of(text)
    capture = Capture(document=document.id, raw="", ref="made up", published="2020-01-01")
    return resolve(extract(reading_of(text)), (capture,), shipped())


def _filling(i: int) -> dict[str, object]:
    letters = chr(97 + i // 26 % 26) + chr(97 + i % 26)
    return {"name": NAMES[i % 5], "letters": letters, "day": i % 28 + 1, "year": 1990 + i % 30}
