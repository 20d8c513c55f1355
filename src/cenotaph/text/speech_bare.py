"""Speech without a verb -> its source: headlines ("Police: ..."), a name before a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cenotaph.model import Span
from cenotaph.text.reading import NamePhrase, Sentence
from cenotaph.text.speech_cues import Attribution, trim
from cenotaph.text.speech_quotes import Quotation
from cenotaph.text.speech_roles import role_and_side

_BEFORE = re.compile(r"(?P<source>[^:.!?\"“]{2,60}?)(?P<cue>:)\s+(?P<content>\S.+)", re.DOTALL)
_AFTER = re.compile(
    r"(?P<content>.+?\w[”\"'’]?)(?P<cue>\s+[-–—]|:|\s*,)\s+(?P<source>[\w.'’ -]{2,50})\.?",
    re.DOTALL,
)
_DASH = re.compile(r"\s[-–—]\s+")
_INSIDE = frozenset({"The", "the", "of", "al", "-", "and", "’s", "'s"})
_LONGEST = 7  # words of a source without a verb
_DOING = frozenset({"at", "on", "after", "during", "into", "against", "over", "with"})
_SHARES = frozenset(
    {"mostly", "mainly", "largely", "chiefly", "including", "among", "many", "most"}
)
_PAPERS = frozenset({"poll", "survey", "study", "report", "analysis", "autopsy"})
_NO_SOURCE = frozenset({"VERB", "AUX", "NUM", "SCONJ"})


def headline(
    sentence: Sentence, names: Sequence[NamePhrase], *, label: bool = False
) -> Iterator[Attribution]:
    """Yield what a headline reports by its shape: "Governor: 12 hurt", "12 hurt - police".

    With `label` only what stands before a colon is a source.
    """
    for shape in (_BEFORE,) if label else (_BEFORE, _AFTER):
        found = shape.fullmatch(sentence.text)
        if found is None or _is_kicker(found["source"], sentence.text):
            continue
        start, end = found.span("source")
        if found["cue"] == ":" and _is_place(sentence, start, end, names):
            continue
        head = _source_head(sentence, sentence.span.start + start, sentence.span.start + end, names)
        content = trim(sentence.text, *found.span("content"), sentence.span)
        if head is not None and content is not None:
            yield Attribution(
                sentence=sentence.number,
                cue=trim_cue(sentence, *found.span("cue")),
                verb=None,
                contents=(content,),
                source=trim(sentence.text, start, end, sentence.span),
                head=head,
            )
            return


def _is_kicker(source: str, headline: str) -> bool:
    """Tell words in capitals over a headline from a source: "CLINIC OF SORROW: At least 9 dead"."""
    return " " in source and source.isupper() and not headline.isupper()


def _is_place(sentence: Sentence, start: int, end: int, names: Sequence[NamePhrase]) -> bool:
    """Tell whether a place alone stands before a colon: "Ruritania: 12 dead" says where."""
    base = sentence.span.start
    span = Span(start=base + start, end=base + end, part=sentence.span.part)
    return any(n.kind == "place" and n.span == span for n in names)


def trim_cue(sentence: Sentence, start: int, end: int) -> Span:
    """Return the span of a mark that stands for a cue, without blanks."""
    while sentence.text[start].isspace():
        start += 1
    base = sentence.span.start
    return Span(start=base + start, end=base + end, part=sentence.span.part)


def named_before(
    sentence: Sentence, quotation: Quotation, names: Sequence[NamePhrase]
) -> Attribution | None:
    """Return a quotation's source where only a name stands before it: Mayor Ada Brandt “We ...”."""
    begin = sentence.span.start
    prefix = sentence.text[: max(0, quotation.start - begin)]
    words = prefix.rstrip(" ,:–—-\xa0")
    if not words:
        return None
    colon = prefix.rstrip().endswith(":")
    dashes = list(_DASH.finditer(words)) if colon else []  # "Toll rises - Ivo Tarn: “We ...”"
    lead = dashes[-1].end() if dashes else len(words) - len(words.lstrip())
    head = _source_head(sentence, begin + lead, begin + len(words), names)
    if head is None and colon:
        head = _masthead(sentence, begin + lead, begin + len(words))
    if head is None:
        return None
    at = len(prefix.rstrip()) - 1
    part = quotation.part
    return Attribution(
        sentence=sentence.number,
        cue=Span(start=begin + at, end=begin + at + 1, part=part) if colon else None,
        verb=None,
        contents=(Span(start=quotation.start, end=quotation.end, part=part),),
        source=Span(start=begin + lead, end=begin + len(words), part=part),
        head=head,
        direct=True,
    )


def _masthead(sentence: Sentence, start: int, end: int) -> int | None:
    """Return the last word of a name of several words that opens a line: 'Tarn Voice: "Nine ...'.

    Nothing but its capitals shows that it is a paper's or an agency's.
    """
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start and t.end <= end]
    named = [i for i in inside if sentence.tokens[i].text[:1].isupper()]
    named = [i for i in named if sentence.tokens[i].text != "The"]
    small = {sentence.tokens[i].text for i in inside} - {sentence.tokens[i].text for i in named}
    if not inside or inside[0] != 0 or len(inside) > _LONGEST:
        return None
    person = named == inside and sentence.tokens[inside[-1]].ent == "PERSON"
    return inside[-1] if (len(named) > 1 or person) and small <= _INSIDE else None


def whole(sentence: Sentence, quotation: Quotation) -> bool:
    """Tell whether whole sentences are quoted, not a word or a title.

    They open the sentence, or stand behind a colon or comma and end it: She screamed, “They shot
    my boys!”
    """
    at = quotation.start - sentence.span.start
    words = sentence.text[at : quotation.end - sentence.span.start].strip("“”\"'‘’«» ")
    opens = at == 0 or sentence.text[:at].rstrip().endswith((":", ","))
    stops = at == 0 or words.endswith((".", "!", "?", ","))
    return opens and stops and words[:1].isupper() and len(words.split()) > 3


def unsourced(sentence: Sentence, quotation: Quotation) -> Attribution:
    """Return a quotation as speech of nobody known."""
    span = quotation.span
    return Attribution(sentence=sentence.number, cue=None, verb=None, contents=(span,), direct=True)


def _source_head(
    sentence: Sentence, start: int, end: int, names: Sequence[NamePhrase]
) -> int | None:
    """Return the head word of a stretch that is nothing but a source, else None."""
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start and t.end <= end]
    if not inside or len(inside) > _LONGEST:
        return None
    tokens = sentence.tokens
    if any(tokens[i].pos in _NO_SOURCE for i in inside):
        return None
    if any(tokens[i].text.lower() in _DOING for i in inside):
        return None  # "gunman fires at crowd" tells what is done
    if tokens[inside[0]].text.lower() in _SHARES:
        return None  # "Shell kills 9, mainly hospital workers" says who they were
    span = Span(start=start, end=end, part=sentence.span.part)
    named = [n for n in names if span.holds(n.span) and n.kind != "place"]
    if any(n.span.end == end for n in named) or tokens[inside[-1]].text.lower() in _PAPERS:
        return inside[-1]
    words = sentence.text[start - sentence.span.start : end - sentence.span.start]
    role, _ = role_and_side((words,), frozenset())
    return inside[-1] if role is not None else None
