"""A quotation whose cue is no word of the lexicon -> its source, by the clause that leads to it.

"The bishop turned to the soldiers: “...”"; "As the envoy put it, “...”"; "“...,” sang the crowd".
Only who can speak is a source, and only where the marks touch the clause.
"""

from __future__ import annotations

from cenotaph.model import Span
from cenotaph.text.clauses import TENSED, chunk_right
from cenotaph.text.reading import Sentence
from cenotaph.text.speech_cues import Attribution, group_start
from cenotaph.text.speech_phrases import noun_phrase, source_span
from cenotaph.text.speech_quotes import Quotation
from cenotaph.text.speech_sources import can_tell, is_document

_LONGEST = 16  # words from a quotation to the verb behind its source
_ENDS = frozenset(",?!…")  # a quotation that a clause goes on from ends so, not in a full stop


def led_to(sentence: Sentence, quotation: Quotation) -> Attribution | None:
    """Return a quotation with its source where a clause before it ends in a colon, or opens "As".

    The sentence is the one that the quotation stands in, or the one before it.
    """
    tokens = sentence.tokens
    before = [i for i, t in enumerate(tokens) if t.end <= quotation.start]
    if len(before) < 3:
        return None
    as_said = tokens[0].text == "As" and tokens[before[-1]].text in {",", ":"}
    if not as_said and tokens[before[-1]].text != ":":
        return None
    verbs = [i for i in before if tokens[i].tag in TENSED or tokens[i].lemma == "put"]
    verbs = [i for i in verbs if _subject(sentence, i) is not None]
    verb = next((i for i in verbs if as_said or tokens[i].dep == "ROOT"), None)
    return None if verb is None else _found(sentence, quotation, verb, _subject(sentence, verb))


def followed_by(sentence: Sentence, quotation: Quotation) -> Attribution | None:
    """Return a quotation with its source where a verb and its subject stand right behind it."""
    tokens = sentence.tokens
    after = [i for i, t in enumerate(tokens) if t.start >= quotation.end]
    words = sentence.text[: quotation.end - sentence.span.start].rstrip("”\"'’» ")
    if len(after) < 2 or words[-1:] not in _ENDS:
        return None
    first = after[0]
    inverted = tokens[first].tag in TENSED or tokens[first].text == "read"
    if inverted and (head := chunk_right(sentence, first + 1)) is not None:
        return _found(sentence, quotation, first, head)
    verb = next((i for i in after[:_LONGEST] if tokens[i].tag.startswith("VB")), None)
    head = chunk_right(sentence, first)
    if verb is None or head is None or head > verb or tokens[verb].tag in {"VB", "VBG"}:
        return None
    return _found(sentence, quotation, verb, head)


def _subject(sentence: Sentence, verb: int) -> int | None:
    return next((k for k in sentence.kids[verb] if sentence.tokens[k].dep == "nsubj"), None)


def _found(
    sentence: Sentence, quotation: Quotation, verb: int, head: int | None
) -> Attribution | None:
    if head is None or not (can_tell(sentence, head) or is_document(sentence.tokens[head].lemma)):
        return None
    source = noun_phrase(sentence, head, verb)
    span = Span(start=quotation.start, end=quotation.end, part=quotation.part)
    return Attribution(
        sentence=sentence.number,
        cue=sentence.span_of(group_start(sentence, verb), verb),
        verb=None,
        contents=(span,),
        source=source_span(sentence, source, verb),
        head=head,
        direct=True,
    )
