"""What holds for the number phrases of any sentence."""

from hypothesis import given
from hypothesis import strategies as st

from cenotaph.model import Span
from cenotaph.text.numbers import find_numbers
from cenotaph.text.reading import NumberPhrase, Sentence

TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
UNITS = f"zero one two three four five six seven eight nine {TEENS}".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905

WORDS = st.lists(
    st.sampled_from(
        [*UNITS, *TENS[2:], "a", "hundred", "thousand", "dozen", "dozens", "half", "several", "at",
         "least", "more", "than", "or", "to", "between", "and", "another", "some", "of", "them",
         "people", "killed", "17", "1,200", "3-5", "2014", "km", "-", ",", "(", ")", "No", "one",
         "Kyiv", "aged", "from", "rose", "many", "both", "the", "+", "%", "$"]
    ),
    max_size=25,
).map(" ".join)  # fmt: skip
TEXTS = WORDS | st.text(max_size=80)


def phrases(text: str, offset: int = 0) -> tuple[NumberPhrase, ...]:
    span = Span(start=offset, end=offset + len(text))
    return find_numbers(Sentence(0, span, 0, text))


def spelled(n: int) -> str:
    if n < 20:
        return UNITS[n]
    if n < 100:
        return TENS[n // 10] + (f"-{UNITS[n % 10]}" if n % 10 else "")
    if n < 1000:
        rest = f" and {spelled(n % 100)}" if n % 100 else ""
        return f"{UNITS[n // 100]} hundred{rest}"
    rest = n % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{spelled(n // 1000)} thousand{joint + spelled(rest) if rest else ''}"


@given(TEXTS.filter(bool))
def test_phrases_lie_in_order_inside_their_sentence_and_never_overlap(text: str):
    end = 0
    for phrase in phrases(text):
        assert end <= phrase.span.start < phrase.span.end <= len(text)
        assert phrase.span.holds(phrase.figure)
        end = phrase.span.end


@given(TEXTS.filter(bool), st.integers(1, 1000))
def test_a_sentence_elsewhere_in_the_document_reads_the_same(text: str, offset: int):
    here, there = phrases(text), phrases(text, offset)

    assert [p.count for p in here] == [p.count for p in there]
    assert [p.span.start + offset for p in here] == [p.span.start for p in there]


@given(st.integers(1, 999_999))
def test_digits_and_words_say_the_same_number(n: int):
    digits, words = (
        phrases(f"It drove out {n:,} people."),
        phrases(f"It drove out {spelled(n)} people."),
    )

    assert [(p.count.low, p.count.high) for p in digits] == [(n, n)]
    assert [(p.count.low, p.count.high) for p in words] == [(n, n)]


@given(st.integers(1, 9999).filter(lambda n: not 1800 <= n <= 2099))
def test_letter_case_changes_no_count(n: int):
    text = f"At least {spelled(n)} people died, nearly {n} were hurt."

    assert [p.count for p in phrases(text.upper())] == [p.count for p in phrases(text)]


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_range_holds_both_its_ends_and_never_runs_backwards(low: int, width: int):
    (phrase,) = phrases(f"Between {low} and {low + width} people died.")

    assert (phrase.count.low, phrase.count.high) == (low, low + width)
