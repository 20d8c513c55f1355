"""Cues that are no verbs -> who says what: "according to", "reportedly", "the claim that"."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.text.reading import Sentence
from cenotaph.text.speech_content import around, covered
from cenotaph.text.speech_cues import Attribution, Cue, edges, trimmed
from cenotaph.text.speech_phrases import noun_phrase, source_span


def according(sentence: Sentence, at: int, masked: frozenset[int]) -> Iterator[Attribution]:
    """Yield "according to X" with the clause it speaks of."""
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text != "to":
        return
    objects = [k for i in (at, at + 1) for k in sentence.kids[i] if tokens[k].dep == "pobj"]
    if not objects or objects[0] in masked:
        return
    source = noun_phrase(sentence, objects[0], at)
    group = (at, max(source[1], at + 1))
    contents = covered(sentence, group)
    yield Attribution(
        sentence=sentence.number,
        cue=sentence.span_of(at, at + 1),
        verb="according",
        contents=contents,
        source=source_span(sentence, source, at),
        head=objects[0],
    )


def hearsay(sentence: Sentence, at: int) -> Iterator[Attribution]:
    """Yield the clause that "reportedly" or "allegedly" stands in: nobody known says it."""
    verb = sentence.tokens[at].head
    while sentence.tokens[verb].pos not in {"VERB", "AUX"} and sentence.tokens[verb].head != verb:
        verb = sentence.tokens[verb].head
    words = [
        i
        for k in sentence.kids[verb]
        if sentence.tokens[k].dep not in {"conj", "cc", "punct"}
        for i in sentence.subtree(k)
    ]
    piece = min([*words, verb]), max([*words, verb])
    yield Attribution(
        sentence=sentence.number,
        cue=sentence.span_of(at, at),
        verb=sentence.tokens[at].text.casefold(),
        contents=around(sentence, piece, (at, at)),
        passive=True,
    )


def noun(sentence: Sentence, at: int, cue: Cue) -> Iterator[Attribution]:
    """Yield "the ministry's claim that ...", "claims by the ministry of ..."."""
    tokens, kids = sentence.tokens, sentence.kids[at]
    owners = [k for k in kids if tokens[k].dep == "poss"]
    for prep in kids:
        if tokens[prep].text.casefold() in {"by", "from"} and not owners:
            owners = [k for k in sentence.kids[prep] if tokens[k].dep == "pobj"]
    inner = [k for k in kids if tokens[k].dep == "acl" and k > at and cue.clause]
    last = at
    for prep in kids:
        if prep == at + 1 and tokens[prep].text.casefold() in cue.preps and not inner:
            inner = [k for k in sentence.kids[prep] if tokens[k].dep in {"pobj", "pcomp"}]
            last = prep
    if not inner or not (owners or cue.unsourced):
        return
    first_word, last_word = edges(sentence, inner)
    content = trimmed(sentence, first_word, last_word)
    source = noun_phrase(sentence, owners[0], at) if owners else None
    if content is not None:
        yield Attribution(
            sentence=sentence.number,
            cue=sentence.span_of(at, last),
            verb=f"n:{tokens[at].lemma.casefold()}",
            contents=(content,),
            source=None if source is None else source_span(sentence, source, at),
            head=owners[0] if owners else None,
            passive=source is None,
        )
