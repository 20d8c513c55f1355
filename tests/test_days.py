from collections.abc import Callable

import pytest

from cenotaph.text.days import read_days

# (sentence, phrases as (words, template)); every second block is of traps.
SAID = [
    ("The school was hit on Tuesday.", [("Tuesday", "XXXX-WXX-2")]),
    ("Shells fell on Thursday night.", [("Thursday night", "XXXX-WXX-4TNI")]),
    ("Drones came overnight.", [("overnight", "PUB+0DTNI")]),
    ("Early Monday, a mine went off.", [("Early Monday", "XXXX-WXX-1")]),
    ("A bus burned yesterday evening.", [("yesterday evening", "PUB-1DTEV")]),
    ("It was a few days ago.", [("a few days ago", "PUB-XD")]),
    ("Two weeks ago they fled.", [("Two weeks ago", "PUB-2W~")]),
    ("Fire this week was heavy.", [("this week", "PUB+0W")]),
    ("Over the last five days it grew.", [("the last five days", "P5D")]),
    ("On 9 March a market burned.", [("9 March", "XXXX-03-09")]),
    ("It began March 9, 2022, at sea.", [("March 9, 2022", "2022-03-09")]),
    ("On Monday, March 7, they left.", [("Monday, March 7", "XXXX-03-07")]),
    ("Signed 13/03/2022 in Oslo.", [("13/03/2022", "2022-03-13")]),
    ("Signed 13.03.2022 in Oslo.", [("13.03.2022", "2022-03-13")]),
    ("Signed 09/03/2022 in Oslo.", [("09/03/2022", "2022-XX-XX")]),
    ("Signed 2022-03-09 in Oslo.", [("2022-03-09", "2022-03-09")]),
    ("In mid-January snow fell.", [("mid-January", "XXXX-01")]),
    ("The town fell in 2014.", [("2014", "2014")]),
    ("The war of 1939-45 was long.", [("1939", "1939"), ("45", "1945")]),
    ("In the early 1990s they came.", [("the early 1990s", "199")]),
    ("They met in spring 1917.", [("spring 1917", "1917-SP")]),
    ("That day nobody died.", [("That day", "REF+0D")]),
    ("Two days later a boy died.", [("Two days later", "REF+2D")]),
    ("The previous day was calm.", [("The previous day", "REF-1D")]),
    ("At 6:12 a.m. on Tuesday it fell.", [("6:12 a.m. on Tuesday", "XXXX-WXX-2T06:12")]),
    ("Tuesday at 19:15 a wall fell.", [("Tuesday at 19:15", "XXXX-WXX-2T19:15")]),
    ("ADEN, 13 JAN 90 (AFP) -- A MINE WENT OFF", [("13 JAN 90", "XX90-01-13")]),
    ("On March 3-5 it rained.", [("March 3", "XXXX-03-03"), ("5", "XXXX-03-05")]),
    ("Between 1914 and 1918 they fought.", [("1914", "1914"), ("1918", "1918")]),
    ("The night of April 18, 1775 was dark.", [("The night of April 18, 1775", "1775-04-18TNI")]),
    ("In 490 BC they landed.", [("490 BC", "BC0490")]),
    ("The 19th century ended.", [("The 19th century", "18")]),
    ("The siege lasted 46 days.", [("46 days", "P46D")]),
    ("In May 24 people were killed.", [("May", "XXXX-05")]),
    ("On May 24 the truce ended.", [("May 24", "XXXX-05-24")]),
    ("The second half of 2008 was quiet.", [("The second half of 2008", "2008-H2")]),
    ("A year ago today a bridge fell.", [("A year ago today", "PUB-1Y=")]),
    ("Two weeks ago tonight a wall fell.", [("Two weeks ago tonight", "PUB-2W=TNI")]),
    ("They were seen on the 10th by a nurse.", [("the 10th", "XXXX-XX-10")]),
    ("At nightfall on the 3rd, they left.", [("At nightfall on the 3rd", "XXXX-XX-03TNI")]),
]
TRAPS = [
    "They may march on the capital.",
    "March on, the sergeant said.",
    "Theresa May said no.",
    "The Sun reported that he sat and wed.",
    "In the second world war it stood.",
    "24 people were hurt.",
    "About 1,200 homes burned.",
    "They counted 2000 people.",
    "At least 1950 were wounded.",
    "He lived at 1914 Oak Street.",
    "Shots rang out in the 2000 block of Elm.",
    "Flight 1907 went down.",
    "A 24-year-old man died.",
    "The boy, 6 years old, lived.",
    "A woman in her 20s was hurt.",
    "Bloody Sunday is remembered.",
    "The Sunday Times wrote about it.",
    "The fall of the city was swift.",
    "A $2014 prize was given.",
    "The 9/11 museum is open.",
    "They work 24/7 here.",
    "The score was 3:1.",
    "Spring water was sold.",
    "A dam held 1990 tonnes.",
    "Turn to page 1984.",
    "The pipe is 2010 metres long.",
    "Nobody knew the reason.",
    "It cost £1999.",
    "Unit 1812 was sent.",
    "An august body met.",
    "The 1500-strong force left.",
    "A 7.62 mm round was found.",
    "They read USA Today.",
    "Ten of them died.",
    "The ratio was 10 to 1.",
    "Route 1975 is closed.",
    "He lived on the 10th floor.",
    "They met on the 2nd try.",
    "It was signed on the 45th, by mistake.",
    "He sat on the 10th and 11th chairs.",
]


@pytest.mark.parametrize(("sentence", "expected"), SAID, ids=[s for s, _ in SAID])
def test_words_for_days_are_found_with_their_template(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    found = [(p.when.words, p.when.timex) for p in read_days(sentence)]
    assert found == expected


@pytest.mark.parametrize("sentence", TRAPS)
def test_words_that_only_look_like_days_are_left_alone(sentence: str) -> None:
    assert read_days(sentence) == ()


def test_there_are_as_many_traps_as_days() -> None:
    assert len(SAID) == len(TRAPS)


@pytest.mark.parametrize("change", [str.lower, str.upper])
@pytest.mark.parametrize(
    "sentence",
    ["On Tuesday a shop burned.", "Hit on 9 March 2022 at noon.", "Yesterday it rained."],
)
def test_case_does_not_matter_for_plain_days(sentence: str, change: Callable[[str], str]) -> None:
    plain = [p.when.timex for p in read_days(sentence)]
    assert [p.when.timex for p in read_days(change(sentence))] == plain


def test_spans_point_at_the_words_also_across_a_line_break() -> None:
    text = "It happened on 9\nMarch 2022, they said."
    (phrase,) = read_days(text, offset=100)
    assert text[phrase.span.start - 100 : phrase.span.end - 100] == "9\nMarch 2022"
    assert phrase.when.timex == "2022-03-09"


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [
        ("They will meet on Thursday.", "future"),
        ("Talks are due to open on 5 May.", "future"),
        ("Police said Tuesday they will search.", None),
        ("He was shot on Thursday.", None),
        ("It was last Tuesday.", "past"),
        ("It opens next Friday.", "future"),
    ],
)
def test_a_day_leans_the_way_its_verb_does(sentence: str, lean: str | None) -> None:
    (phrase,) = read_days(sentence)
    assert phrase.when.lean == lean
