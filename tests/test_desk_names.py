"""What the desk prints gives no withheld name away: neither who was harmed nor who speaks."""

from __future__ import annotations

from cenotaph.desk import incident, printed
from cenotaph.publish import Options, hidden_names
from recorded import of_the_demo


def given_away(words: str) -> list[str]:
    flat = " ".join(words.split())
    return [n for n in hidden_names(of_the_demo(), Options()) if n in flat and " " in n]


def test_an_incident_shown_names_no_withheld_speaker() -> None:
    whole, options = of_the_demo(), Options()
    shown = "\n".join(line for i in whole.incidents for line in incident.as_text(whole, i, options))
    assert "“" in shown
    assert given_away(shown) == []
    named = "\n".join(
        line for i in whole.incidents for line in incident.as_text(whole, i, Options(names=True))
    )
    assert given_away(named) != []


def test_questions_name_no_withheld_speaker_in_text_or_in_json() -> None:
    whole, options = of_the_demo(), Options()
    asked = list(enumerate(whole.questions, 1))
    assert asked
    assert given_away("\n".join(printed.as_text(whole, asked, options))) == []
    assert given_away("\n".join(printed.as_json(whole, whole.questions, options))) == []
