"""Where sentences start and end; a bar marks the cut, two where no blank stands in the text."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cenotaph.model import Document
from cenotaph.text.sentences import LONGEST, split

CUT = [
    "It rained. | It stopped.",
    "It rained! | Did it stop? | It did.",
    "Gen. Petro Hrytsenko spoke. | He left.",
    "Lt. Col. O. Bilyk and Dr. Ana Ruiz spoke.",
    "John F. Bauer spoke. | He left.",
    "He went to the U.S. and returned.",
    "He went to the U.S. | The trip was long.",
    "It fell at 6 a.m. on Monday.",
    "It fell at 6 a.m. | Nobody slept.",
    "The firm Bauer Inc. of Graz closed.",
    "It weighs 1.5 tons. | It is red.",
    "It cost 2.4 million. | Then it burned.",
    "“It was loud.” | She ran.",
    "“It was loud,” she said. | She ran.",
    "“Stop!” he said. | He ran.",
    "“Stop!” Olha Bondar said. | She ran.",
    "“Where is he?” she asked. | Nobody knew.",
    "“I ran. | I fell,” he said.",
    "He said it was “loud.” | She ran.",
    "It was (he said) over. | He left.",
    "He left (it was late.) | She ran.",
    "He waited... | Then he ran.",
    "He waited... then he ran.",
    "He waited… | Then he ran.",
    "School No. 3 burned. | It was old.",
    "Did it burn? | No. | It stood.",
    "It burned on Oct. 7 and later.",
    "It burned in Sept. | The rest stood.",
    "St. Mary’s burned.",
    "Mr. and Mrs. Bauer left. | They ran.",
    "It burned.|| The second house stood.",
    "See www.Example.com for more.",
    "1. Go home",
    "He was in sector A. | The rest was not.",
    "KYIV, Ukraine (ZZZ) — It rained. | It stopped.",
    "Bauer vs. Ruiz ended.",
    "He lives on Main St. in Graz.",
    "They shot John “J.P.” Prado.",
    "He was “in the U.S.” | Prado left.",
    "It was the end of No. 9.",
]


def texts(text: str, title: str | None = None) -> list[str]:
    return [s.text for s in split(Document.of(text, title))]


@pytest.mark.parametrize("marked", CUT)
def test_sentences_are_cut_where_a_reader_would(marked: str):
    assert texts(marked.replace("|| ", "").replace(" | ", " ")) == re.split(r" \| |\|\| ", marked)


def test_a_line_end_ends_a_sentence():
    assert texts("Photo by Bauer\nIt rained\n\n- It stopped") == [
        "Photo by Bauer",
        "It rained",
        "- It stopped",
    ]


def test_lines_of_text_wrapped_to_a_width_belong_together():
    wrapped = (
        "Five men were hurt on Tuesday when a mine went off under a tractor in a\n"
        "field west of the river, the district office reported late at night. It\n"
        "gave no names.\n"
        "\n"
        "   The road to the mill has been closed since then, and the people of the\n"
        "two farms beside it were taken to a school in the next valley. They will\n"
        "stay there.\n"
        "   A second mine was found later.\n"
    )
    found = split(Document.of(wrapped))

    assert [s.text.split()[0] for s in found] == ["Five", "It", "The", "They", "A"]
    assert found[0].text.count("\n") == 0
    assert [s.paragraph for s in found] == [0, 0, 1, 1, 2]


def test_short_lines_are_no_wrapped_text():
    assert len(texts("Bauer Olha\nRuiz Ana\nHrytsenko Petro\nBilyk Oleh\n")) == 4


def test_a_list_in_wrapped_text_stays_a_list():
    wrapped = (
        "The office gave this list of what was lost in the fire of last Monday in\n"
        "the upper town, where nobody lives now and nothing grows any more, said\n"
        "the clerk:\n"
        "- a barn\n"
        "- a mill and the whole of the winter store that was kept inside of it by\n"
        "  the farm\n"
    )

    assert len(texts(wrapped)) == 3


def test_the_title_comes_first_and_is_a_paragraph_of_its_own():
    found = split(Document.of("It rained. It stopped.", title="Rain"))

    assert [(s.number, s.part, s.paragraph) for s in found] == [
        (0, "title", 0),
        (1, "text", 1),
        (2, "text", 1),
    ]


def test_a_headline_said_again_is_a_sentence_though_it_has_no_stop() -> None:
    title = "Girl hurt in Tarsk shooting"
    text = f"News {title} A girl of nine was hurt on Monday. Police came to Tarsk. Girl hurt"
    assert texts(text, title)[1:] == [
        "News",
        title,
        "A girl of nine was hurt on Monday.",
        "Police came to Tarsk.",
        "Girl hurt",
    ]


def test_a_short_headline_cuts_nothing() -> None:
    assert texts("The fire at Tarsk went out.", "Tarsk")[1:] == ["The fire at Tarsk went out."]


def test_a_text_without_any_stop_is_cut_at_blanks_near_the_cap():
    found = texts("word " * 40_000)

    assert max(map(len, found)) <= LONGEST
    assert sum(len(s.split()) for s in found) == 40_000


def test_a_text_without_any_blank_is_cut_at_the_cap():
    assert [len(s) for s in texts("x" * (2 * LONGEST + 5))] == [LONGEST, LONGEST, 5]


def test_an_overlong_sentence_is_cut_after_a_mark_where_there_is_one():
    first, second = texts("word " * 150 + "end; " + "word " * 100)

    assert first.endswith("end;")
    assert second.startswith("word")


def test_nothing_but_blanks_has_no_sentence():
    assert texts(" \n\t\n ", title=" ") == []


PIECES = st.lists(
    st.sampled_from(
        ["It", "rained", "Gen.", "U.S.", "A.", "1.", "6:12", "a.m.", ".", "...", "!", "?", "”", '"',
         "\n", "\n\n", "\r\n", "   ", "- ", "he", "said", "(", ")", "No.", "é", "’s", "\u2028"]
    ),
    max_size=60,
).map(" ".join)  # fmt: skip


# Pictures and bullets, which stand before a sentence's words and are none of them.
SIGNS = re.compile(r"[•·‼⁉\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]")


@given(PIECES | st.text(max_size=200), st.none() | st.text(max_size=30))
@example("It rained \n It was dry.", None)
@example("🔴 It rained. ‼️ He said so.", "🀀")
def test_sentences_quote_the_document_in_order_and_lose_no_word(text: str, title: str | None):
    document = Document.of(text, title)
    found = split(document)

    assert [s.number for s in found] == list(range(len(found)))
    for sentence in found:
        assert document.line(sentence.span) == sentence.text == sentence.text.strip()
    for part in ("title", "text"):
        spans = [s.span for s in found if s.part == part]
        assert all(a.end <= b.start for a, b in pairwise(spans))
        kept = "".join(s.text for s in found if s.part == part)
        told = SIGNS.sub("", document.words(part))
        assert "".join(SIGNS.sub("", kept).split()) == "".join(told.split())
