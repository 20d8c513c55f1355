"""Text that nobody meant to be read: no crash, and every span still quotes the text exactly."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import Account, Capture, Document, Span, Toll
from cenotaph.model.outline import outlined
from cenotaph.resolve import resolve
from cenotaph.web.views.months import bars, months
from readings import reading_of
from recorded import contradicted

SAID = "Three people were killed in Homs on Tuesday, the mayor said."
TEXTS = {
    "control characters": SAID.replace(" ", " \x01\x07\x1b[31m "),
    "NUL": SAID.replace(" ", "\x00 "),
    "NUL inside of words": "\x00".join(SAID),
    "bidirectional marks": SAID.replace(" ", "\u202e \u2066").replace("t", "t\u200f"),
    "half a character": f"\ud800{SAID}\udfff {SAID}",
    "characters of no width": SAID.replace(" ", "\u200b \ufeff"),
    "soft hyphens": SAID.replace("e", "e\u00ad"),
    "every line end": "\x85".join(["\u2028".join([SAID] * 2), f"\v{SAID}\f", f"\r\n{SAID}\r"]),
    "combining marks": SAID.replace("o", "o\u0301\u0327"),
    "astral characters": SAID.replace("people", "people 💥👩‍👩‍👧‍👦 𝕕𝕚𝕖𝕕"),
    "blanks alone": " \u00a0\u2003\t\n" * 50,
    "marks alone": "“”«»‘’\"'.,;:!?…—()[]{}" * 50,
    "one word without an end": "killed" * 5_000,
    "one line": f"{SAID} " * 100,
    "quotations in quotations": "“He said " * 150 + "three died" + "” he said" * 150,
    "brackets in brackets": "(" * 2_000 + SAID + ")" * 2_000,
    "numbers without an end": "9" * 4_500 + " people were killed. " + "1," * 2_000 + "1 died.",
    "numbers beyond counting": f"{'9' * 25} people were killed, {'9' * 4_500} million were hurt.",
    "dates without an end": "12/12/12/" * 500 + " March May " * 200,
}  # fmt: skip


def account_of(text: str) -> Account:
    document = Document.of(text)
    capture = Capture(document=document.id, raw="", ref="made up", published="2020-01-02")
    return resolve(extract(reading_of(text)), (capture,), shipped())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_it_is_read_without_a_fault_and_every_span_lies_in_it(text: str) -> None:
    account = account_of(text)
    spans = [c.evidence for c in account.claims] + [m.span for m in account.marks]
    spans += [Span(start=s.start, end=s.end, part=s.part) for s in account.skipped]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    counts = [c.value.count for c in account.claims if isinstance(c.value, Toll)]
    assert all((n or 0) <= 10**12 for count in counts for n in (count.low, count.high))
    for sentence in reading_of(text).sentences:
        assert text[sentence.span.start : sentence.span.end] == sentence.text
        for token in sentence.tokens:
            words = text[token.start : token.end]
            assert len(token.text) == len(words)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "0001-01-01T00:00:00+03:00"])
@pytest.mark.parametrize(
    ("when", "first"),
    [
        ("on Tuesday", None),
        ("overnight", None),
        ("90,000 weeks ago", None),
        ("on 31 December 9999", "9999-12-31"),
        ("on March 3, 2021", "2021-03-03"),
    ],
)
def test_a_day_of_publication_that_stands_for_none_dates_nothing(
    published: str, when: str, first: str | None
) -> None:
    """Databases write the first or the last day there is for a day that nobody knows."""
    document = Document.of(f"Three people were killed in Homs {when}, police said.")
    capture = Capture(document=document.id, raw="", ref="a", published=published)
    account = resolve(extract(reading_of(document.text)), (capture,), shipped())
    assert [c.first for c in account.claims if isinstance(c.value, Toll)] == [first]


def test_bars_of_time_end_where_the_calendar_does() -> None:
    (incident,) = contradicted().incidents
    ends = [msgspec.structs.replace(incident, first=d) for d in ("0001-01-01", "9999-12-31")]
    found = bars(months([outlined(i, {}) for i in ends]))
    assert sum(b.number for b in found) == 2


@pytest.mark.parametrize("kind", ["half a character", "every line end"])
def test_the_toll_is_found_among_such_characters(kind: str) -> None:
    claims = [c for c in account_of(TEXTS[kind]).claims if isinstance(c.value, Toll)]
    assert any(
        c.value.count.low == c.value.count.high == 3 for c in claims if isinstance(c.value, Toll)
    )
    assert all("killed" in TEXTS[kind][c.evidence.start : c.evidence.end] for c in claims)
