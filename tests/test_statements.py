import pytest

from cenotaph.extract import statements
from cenotaph.extract.tolls import find as find_tolls
from cenotaph.model import Statement
from readings import reading_of

SAID = [
    ("The army said it would investigate the strike.", ["investigation"]),
    ("After the bombing the governor promised an inquiry.", ["investigation"]),
    ("The military said no civilians were inside when the strike hit the school.", ["presence"]),
    ("He claimed there were no civilians at the site of the airstrike.", ["presence"]),
    ("He claimed that rebels were using the bombed clinic as a base.", ["counter-claim"]),
    ("After the raid the army said the school had been a command post.", ["counter-claim"]),
    ("A spokesman said the attack was staged.", ["counter-claim"]),
    ("The army said gunmen had turned the bombed mill into a barracks.", ["counter-claim"]),
    ("A spokesman said the men who shot the guards were not soldiers.", ["counter-claim"]),
    ("She said the number of dead was two to three times higher.", ["ratio"]),
]
UNSAID = [
    "The army said it had carried out the strike.",
    "No civilians were inside when the strike hit the school.",
    "The group met at its base after the attack.",
    "The shop was empty on Monday.",
    "He ran three times round the park.",
    "The play was staged in May.",
    "The army said volunteers had turned the bombed mill into a kitchen.",
    "The men who shot the guards were not soldiers.",
    "The inquiry into the bank closed last year.",
    "Prices are three times higher than in May.",
]


def found(text: str) -> list[str]:
    claims = statements.find(reading_of(text))
    return [c.value.topic for c in claims if isinstance(c.value, Statement)]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[t for t, _ in SAID])
def test_words_that_matter_and_are_no_count_are_kept(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", UNSAID)
def test_other_words_are_no_statement(text: str) -> None:
    assert found(text) == []


def test_there_are_as_many_traps() -> None:
    assert len(SAID) == len(UNSAID)


def test_a_counter_claim_is_its_speaker_s_word() -> None:
    text = "Bombs hit the school. The army said rebels had used the school as a base."
    (claim,) = statements.find(reading_of(text))
    assert claim.voice == "speaker"
    assert claim.speaker is not None
    assert claim.speaker.name == "army"


RATIO = (
    "The mayor said 300 people had been killed in the town, by the official count. "
    "Later the mayor said the toll was three to four times more than the official count."
)


def test_a_ratio_carries_the_range_its_base_gives() -> None:  # COUNTING 13
    (claim,) = statements.find(reading_of(RATIO))
    assert isinstance(claim.value, Statement)
    assert claim.value.derived is not None
    assert (claim.value.derived.low, claim.value.derived.high) == (900, 1200)


def test_a_derived_range_is_tied_to_the_toll_that_is_its_base() -> None:
    reading = reading_of(RATIO)
    tolls = list(find_tolls(reading))
    (found,) = [
        c.value
        for c in statements.with_bases([*tolls, *statements.find(reading)])
        if isinstance(c.value, Statement)
    ]
    assert found.derived is not None
    assert found.derived.of in {t.id for t in tolls}


def test_a_ratio_without_a_base_has_no_range() -> None:
    (claim,) = statements.find(reading_of("She said the dead were twice as many as reported."))
    assert isinstance(claim.value, Statement)
    assert claim.value.derived is None


def test_a_multiple_of_a_running_total_is_no_incident_s() -> None:
    text = (
        "Jets bombed a mill. More than 300 people have been killed in the town since May, by the "
        "official count. The mayor said it was three to four times more than the official count."
    )
    reading = reading_of(text)
    both = [*find_tolls(reading), *statements.find(reading)]
    (found,) = [c for c in statements.with_bases(both) if isinstance(c.value, Statement)]
    assert found.about is None


def test_a_multiple_of_an_incident_s_dead_hangs_on_the_incident() -> None:
    text = (
        "Jets bombed a mill on Monday, killing 30 people, by the official count. "
        "The mayor said it was three to four times more than the official count."
    )
    reading = reading_of(text)
    both = [*find_tolls(reading), *statements.find(reading)]
    (found,) = [c for c in statements.with_bases(both) if isinstance(c.value, Statement)]
    assert found.about in {m.id for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        (
            "Ana Ruiz said the toll exceeds the 800 announced. “It is three times more.”",
            [(2400, 2400)],
        ),
        ("The official price was 800. It is two to three times more than in May.", []),
    ],
)  # fmt: skip
def test_it_stands_for_the_toll_just_told_of(
    text: str, ranges: list[tuple[int, int | None]]
) -> None:
    values = [c.value for c in statements.find(reading_of(text)) if isinstance(c.value, Statement)]
    assert [(v.derived.low, v.derived.high) for v in values if v.derived] == ranges
