"""What holds for the reading of any text whatever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cenotaph.gazetteer import shipped
from cenotaph.model import Document
from cenotaph.text import load_grammar, read_text
from cenotaph.text.sentences import split
from cenotaph.text.truecase import truecased

WORDS = st.lists(
    st.sampled_from(
        ["KYIV", "Kyiv", "(ZZZ)", "—", "--", "-", "[TEXT]", "A", "17-year-old", "six-year-olds",
         "boy", "was", "killed", "by", "shells", "İzmir", "ﬁre", "“I", "ran”", "said", "Gen.", "\n",
         "\n\n", "\u00a0", "\u2028", "'", '"', "\ud800", "\x00", "👩‍👧",
         "U.S.", ",", ".", "…", "no", "one"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip
TEXTS = WORDS | WORDS.map(str.upper) | st.text(st.characters(), max_size=100)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.none() | TEXTS)
def test_any_text_is_read_and_every_span_lies_in_its_part(text: str, title: str | None):
    document = Document.of(text, title)
    reading = read_text(document, load_grammar(), shipped())

    for sentence in reading.sentences:
        assert document.line(sentence.span) == sentence.text  # line ends as blanks
        for token in sentence.tokens:
            assert sentence.span.start <= token.start < token.end <= sentence.span.end
    for found in (reading.numbers, reading.days, reading.names, reading.mentions):
        for one in found:
            assert document.quote(one.span)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_setting_capitals_as_running_text_changes_letters_case_and_nothing_else(text: str):
    document = Document.of(text, text)
    sentences = split(document)
    cased = truecased(sentences, shipped(), load_grammar().knows)

    for sentence in sentences:
        after = cased.get(sentence.number, sentence.text)
        assert len(after) == len(sentence.text)
        assert after.casefold() == sentence.text.casefold()
