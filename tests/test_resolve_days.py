from collections.abc import Sequence
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cenotaph.model import (
    Account,
    Assertion,
    Capture,
    Claim,
    Count,
    Document,
    Mark,
    Mention,
    Quotation,
    Span,
    Toll,
    When,
)
from cenotaph.resolve.days import day_of, resolve_days
from cenotaph.resolve.timex import Anchors, settle
from cenotaph.text.days import read_days

THURSDAY = "2022-03-10"


Quoted = Sequence[tuple[str, str, str | None]]
Settled = tuple[str | None, str | None, str | None, str | None]


def account_of(text: str, quotes: Quoted = ()) -> Account:
    document = Document.of(text)
    marks = [Mark(span=p.span, value=p.when) for p in read_days(text)]
    for words, speaker, cue in quotes:
        start = text.index(words)
        at = text.index(cue) if cue else None
        value = Quotation(
            cue=Span(start=at, end=at + len(cue)) if cue else None, speaker=speaker, direct=True
        )
        marks.append(Mark(span=Span(start=start, end=start + len(words)), value=value))
    return Account(document=document, marks=tuple(marks))


def captures(*published: str | None) -> list[Capture]:
    return [
        Capture(document="", raw=str(i), ref=str(i), published=p) for i, p in enumerate(published)
    ]


def days(text: str, published: str | None = THURSDAY, quotes: Quoted = ()) -> list[Settled]:
    resolved = resolve_days(account_of(text, quotes), captures(published))
    whens = [m.value for m in resolved.marks if isinstance(m.value, When)]
    return [(w.value, w.first, w.last, w.precision) for w in whens]


def day(iso: str, precision: str = "day") -> Settled:
    return (iso, iso[:10], iso[:10], precision)


SETTLED = [
    ("The shop burned on Tuesday.", day("2022-03-08")),
    ("The shop burned on Thursday.", day("2022-03-10")),
    ("The shop burned on Friday.", day("2022-03-04")),
    ("They will meet on Friday.", day("2022-03-11")),
    ("The shop burned last Thursday.", day("2022-03-03")),
    ("The shop burned today.", day("2022-03-10")),
    ("The shop burned yesterday.", day("2022-03-09")),
    ("It was the day before yesterday.", day("2022-03-08")),
    ("Drones came overnight.", day("2022-03-10TNI")),
    ("Early Monday, a mine went off.", day("2022-03-07")),
    ("Shells fell on Tuesday night.", day("2022-03-08TNI")),
    ("It hit last night.", ("2022-03-09TNI", "2022-03-09", "2022-03-10", "about")),
    ("This week it grew.", ("2022-W10", "2022-03-07", "2022-03-10", "range")),
    ("Last week it grew.", ("2022-W09", "2022-02-28", "2022-03-06", "range")),
    ("Over the last five days it grew.", ("P5D", "2022-03-05", "2022-03-10", "range")),
    ("It was a few days ago.", ("PAST_REF", "2022-03-03", "2022-03-08", "about")),
    ("It was three days ago.", day("2022-03-07")),
    ("It was two weeks ago.", ("2022-W08", "2022-02-20", "2022-02-28", "about")),
    ("A year ago today it burned.", day("2021-03-10")),
    ("Six months ago tonight it burned.", day("2021-09-10TNI")),
    ("900 decades ago today it burned.", ("PUB-900E=", None, None, None)),
    ("A year ago it burned.", ("2021", "2021-01-01", "2021-12-31", "year")),
    ("On the 9th, it burned.", day("2022-03-09")),
    ("It was seen on the 31st by a nurse.", day("2022-01-31")),
    ("On 9 March it burned.", day("2022-03-09")),
    ("On 20 December it burned.", day("2021-12-20")),
    ("The vote is to be held on 2 June.", day("2022-06-02")),
    ("Signed 09/03/2022 in Oslo.", day("2022-03-09")),
    ("Signed 02/03/2022 in Oslo.", ("2022-XX-XX", "2022-02-03", "2022-03-02", "range")),
    ("In January it snowed.", ("2022-01", "2022-01-01", "2022-01-31", "month")),
    ("In August it was dry.", ("2021-08", "2021-08-01", "2021-08-31", "month")),
    ("In 2014 the town fell.", ("2014", "2014-01-01", "2014-12-31", "year")),
    ("In the 1990s they came.", ("199", "1990-01-01", "1999-12-31", "range")),
    ("Last month it grew.", ("2022-02", "2022-02-01", "2022-02-28", "month")),
    ("Last year it grew.", ("2021", "2021-01-01", "2021-12-31", "year")),
    ("In late 2021 it grew.", ("2021", "2021-07-02", "2021-12-31", "range")),
    ("The siege lasted five days.", ("P5D", None, None, None)),
    ("In 490 BC they landed.", ("BC0490", None, None, None)),
    ("On 31 February it snowed.", ("XXXX-02-31", None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), SETTLED, ids=[s for s, _ in SETTLED])
def test_words_are_set_against_the_day_of_publication(text: str, expected: Settled) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    "text", ["It burned on Tuesday.", "It burned today.", "It burned on 9 March."]
)
def test_without_publication_they_stay_unresolved(text: str) -> None:
    ((value, first, last, precision),) = days(text, published=None)
    assert "X" in value
    assert (first, last, precision) == (None, None, None)


def test_the_earliest_publication_counts_whatever_the_order() -> None:
    account = account_of("It burned on Tuesday.")
    one = resolve_days(account, captures("2022-03-17", THURSDAY, None))
    other = resolve_days(account, captures(None, THURSDAY, "2022-03-17"))
    assert one == other
    assert one.marks[0].value.first == "2022-03-08"


def test_a_dateline_stands_nearer_to_the_writing_than_publication() -> None:
    found = days("ADEN, 8 MAR 22 (AFP) -- A MINE WENT OFF YESTERDAY.")
    assert found == [day("2022-03-08"), day("2022-03-07")]


def test_a_dateline_serves_where_publication_is_unknown() -> None:
    found = days("ADEN, 13 JAN 90 (AFP) -- A MINE WENT OFF TODAY.", published=None)
    assert found == [day("1990-01-13"), day("1990-01-13")]


@pytest.mark.parametrize(
    ("text", "thursday"),
    [
        ("Posted: Friday, March 4, 2022 1:16 PM\nUpdated: March 10\n\nIt burned Thursday.",
         "2022-03-03"),
        ("Created: 03/04/2022 4:15 PM Fire at mill\n\nIt burned Thursday.", "2022-03-03"),
        ("ADEN, Yemen (March 4, 2022): A mine went off Thursday.", "2022-03-03"),
        ("ADEN (March 4, 2022, by our staff) A mine went off Thursday.", "2022-03-10"),
        ("Posted: Friday, March 11, 2022\n\nIt burned Thursday.", "2022-03-10"),
        ("He posted a film on March 4, 2022.\n\nIt burned Thursday.", "2022-03-10"),
        ("It burned Thursday. " + "No more is known. " * 20 + "Posted: March 4, 2022",
         "2022-03-10"),
    ],
)  # fmt: skip
def test_the_line_of_a_page_comes_before_publication(text: str, thursday: str) -> None:
    told = [m.value for m in resolve_days(account_of(text), captures(THURSDAY)).marks]
    assert [w.first for w in told if w.words == "Thursday"] == [thursday]


def test_later_words_count_from_the_day_just_spoken_of() -> None:
    found = days("It burned on 3 March. Two days later a boy died. The next day rain came.")
    assert [f[0] for f in found] == ["2022-03-03", "2022-03-05", "2022-03-06"]


def test_a_date_lends_its_year_to_the_one_after_it() -> None:
    found = days("On 20 December 2014 it burned, and on 3 January again.")
    assert [f[0] for f in found] == ["2014-12-20", "2015-01-03"]


def test_a_year_of_the_past_lends_nothing_to_news() -> None:
    found = days("The town, taken in 2014, was hit on 3 March.")
    assert [f[0] for f in found] == ["2014", "2022-03-03"]


def test_a_history_counts_from_its_own_days() -> None:
    text = (
        "In 1914 war came. In 1915 it spread, in 1916 it grew and in 1917 it tired them. "
        "On 8 August 1918 the line broke; on 11 November it ended. In 1919 they signed. "
        "The following year came the treaty, and in 1921 and 1922 its undoing."
    )
    found = {f[0] for f in days(text)}
    assert {"1918-08-08", "1918-11-11", "1920"} <= found


QUOTE = "Today they burned our school"


def test_today_in_a_quotation_is_publication_or_the_day_before() -> None:
    found = days(f"“{QUOTE},” the mayor said.", quotes=[(QUOTE, "the mayor", "said")])
    assert found == [("2022-03-10", "2022-03-09", "2022-03-10", "about")]


def test_today_in_a_quotation_is_the_day_of_speaking_where_that_is_stated() -> None:
    found = days(f"“{QUOTE},” the mayor said on Tuesday.", quotes=[(QUOTE, "the mayor", "said")])
    assert found == [day("2022-03-08"), day("2022-03-08")]


def test_the_previous_day_in_a_quotation_counts_from_the_speaker_s_day() -> None:
    later = "The numbers of the previous day are ours"
    text = f"“We have little,” the mayor said on Tuesday. “{later}.”"
    quotes = [("We have little", "the mayor", "said"), (later, "the mayor", None)]
    assert days(text, quotes=quotes)[1] == day("2022-03-07")


def claim(number: int, value: Assertion, evidence: Span, about: str | None = None) -> Claim:
    sentence = Span(start=0, end=200)
    return Claim(
        id=f"c{number}",
        document="d",
        value=value,
        evidence=evidence,
        sentence=sentence,
        about=about,
    )


def test_claims_take_the_days_of_their_event() -> None:
    text = "Shells hit a mill on Tuesday, killing four. Ten were hurt."
    account = account_of(text)
    (tuesday,) = account.marks
    mentions = tuple(
        Mention(id=i, document="d", span=Span(start=s, end=s + 2), event="m1", event_type="Battles")
        for i, s in (("m1", 0), ("m2", 40))
    )
    claims = (
        claim(1, tuesday.value, tuesday.span, "m1"),
        claim(
            2, Toll(outcome="injured", count=Count(low=10, high=10)), Span(start=44, end=47), "m2"
        ),
        claim(3, Toll(outcome="killed", count=Count(low=1, high=1)), Span(start=30, end=37), None),
    )
    account = Account(document=account.document, mentions=mentions, claims=claims)
    found = resolve_days(account, captures(THURSDAY)).claims
    assert [(c.first, c.last) for c in found] == [
        ("2022-03-08", "2022-03-08"),
        ("2022-03-08", "2022-03-08"),
        (None, THURSDAY),  # COUNTING 24b: no day in the text
    ]


def test_a_cumulative_toll_is_dated_by_its_own_since_and_as_of() -> None:
    text = "Since 24 February, 300 people have died, the mayor said, as of Tuesday."
    account = account_of(text)
    toll = Toll(
        outcome="killed",
        count=Count(low=300, high=300),
        scope="cumulative",
        since="24 February",
        as_of="Tuesday",
    )
    account = Account(
        document=account.document,
        marks=account.marks,
        claims=(claim(1, toll, Span(start=19, end=39)),),
    )
    (found,) = resolve_days(account, captures(THURSDAY)).claims
    assert (found.value.since_day, found.value.as_of_day) == ("2022-02-24", "2022-03-08")
    assert (found.first, found.last) == ("2022-02-24", "2022-03-08")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2022-03-10", "2022-03-10"),
        ("2022-03-10T23:30:00+02:00", "2022-03-10"),
        ("March 10, 2022", "2022-03-10"),
        ("Thu, 10 Mar 2022 08:00:00 GMT", "2022-03-10"),
        ("10.03.2022", "2022-03-10"),
        ("20220310", "2022-03-10"),
        ("Tuesday", None),
        ("yesterday", None),
        ("soon", None),
        ("", None),
    ],
)
def test_publication_is_read_from_what_was_given_and_never_from_a_clock(
    words: str, expected: str | None
) -> None:
    found = day_of(words)
    assert (found.isoformat() if found else None) == expected


FIGURE = st.integers(min_value=0, max_value=2100)


def test_each_end_of_a_range_is_read_from_its_own_figures() -> None:
    said = When(words="28/02/2022 - 02/03/2022", timex="2022-02-28/2022-XX-XX")
    found = settle(said, Anchors(pub=date(2022, 3, 10)))
    assert (found.first, found.last) == (date(2022, 2, 28), date(2022, 3, 2))


@given(st.lists(FIGURE, max_size=6), st.sampled_from("/.- –:"))
def test_no_figures_written_like_days_make_it_fail(figures: list[int], mark: str) -> None:
    written = mark.join(str(f) for f in figures)
    days(f"Signed {written} - {written} in Oslo, 4 May {written}.")
    settle(When(words=written, timex="2022-02-28/2022-XX-XX"), Anchors(pub=date(2022, 3, 10)))


def test_the_next_day_follows_no_day_of_speaking() -> None:
    text = (
        "Militants have killed five people since Monday, the mayor said on Thursday. A grenade "
        "killed three in Gao. The next day gunmen shot dead two teachers."
    )
    assert days(text, published="2022-01-20")[-1] == day("2022-01-18")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("A mill was hit on Monday, a clerk said Tuesday. Bombs fell at noon.", "2022-03-07"),
        # traps: a day of deeds lends its hours, and a day of speaking where no other is told
        ("A mill was hit on Monday and a bridge on Tuesday. Bombs fell at noon.", "2022-03-08"),
        ("A mill was hit, a clerk said Tuesday. Bombs fell at noon.", "2022-03-08"),
    ],
)
def test_an_hour_is_of_the_day_of_the_deed_and_not_of_speaking(text: str, hour: str) -> None:
    cue = "said" if "said" in text else None
    found = days(text, quotes=[("A mill was hit", "clerk", cue)] if cue else ())
    assert found[-1][1] == hour


def test_the_next_day_follows_the_day_told_last_before_publication() -> None:
    text = "Rockets fell on Monday and on Tuesday. The next day gunmen shot dead two teachers."
    assert days(text, published="2022-01-20")[-1] == day("2022-01-19")


@pytest.mark.parametrize(
    ("title", "hour"),
    [
        ("Daily bulletin, 8 March", "2022-03-08"),
        ("A bad Tuesday", THURSDAY),  # no date of a bulletin
        ("Nine killed", THURSDAY),
    ],
)
def test_an_hour_of_a_dated_bulletin_is_of_its_day(title: str, hour: str) -> None:
    document = Document.of("Gao: nine killed by a shell at 19:20.", title)
    words = [("title", p) for p in read_days(title)] + [
        ("text", p) for p in read_days(document.text)
    ]
    marks = tuple(
        Mark(span=msgspec.structs.replace(p.span, part=part), value=p.when) for part, p in words
    )
    told = resolve_days(Account(document=document, marks=marks), captures(THURSDAY))
    assert [m.value.first for m in told.marks if isinstance(m.value, When)][-1] == hour


YEARS = [
    ("It was on 8 June last year.", day("2021-06-08")),
    ("It was on March 1, last year.", day("2021-03-01")),
    ("It was on 2 March this year.", day("2022-03-02")),
    ("It was in June of last year.", ("2021-06", "2021-06-01", "2021-06-30", "month")),
    ("It was on 8 June; last year was calm.", day("2021-06-08")),
    ("It was on 1 March, and last year too.", day("2022-03-01")),
]


@pytest.mark.parametrize(("text", "expected"), YEARS, ids=[s for s, _ in YEARS])
def test_a_day_before_last_year_is_of_that_year(text: str, expected: Settled) -> None:
    assert days(text)[0] == expected
