"""Cues that are no verbs -> who says what: "according to", "reportedly", "the claim that"."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.text.reading import Sentence
from cenotaph.text.speech_content import around, covered, without_given
from cenotaph.text.speech_cues import Attribution, Cue, cues, edges, group_start, trimmed
from cenotaph.text.speech_phrases import noun_phrase, source_span
from cenotaph.text.speech_roles import is_source

_VOICING = frozenset({
    "make", "give", "have", "express", "voice", "issue", "raise", "offer", "repeat", "reiterate",
    "hold", "share", "show", "announce", "declare", "deliver",
})  # fmt: skip


def according(sentence: Sentence, at: int, masked: frozenset[int]) -> Iterator[Attribution]:
    """Yield "according to X" with the clause it speaks of."""
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text != "to":
        return
    objects = [k for i in (at, at + 1) for k in sentence.kids[i] if tokens[k].dep == "pobj"]
    if not objects or objects[0] in masked or _is_measure(sentence, objects[0]):
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


def by_account(sentence: Sentence, at: int) -> Iterator[Attribution]:
    """Yield "by the union's count" and "in her view" with the clause that they speak of."""
    tokens = sentence.tokens
    prep = tokens[at].head
    if tokens[at].dep != "pobj" or tokens[prep].text.casefold() not in {"by", "in"}:
        return
    over = tokens[tokens[prep].head]
    owners = [k for k in sentence.kids[at] if tokens[k].dep == "poss"]
    if not owners or over.pos not in {"VERB", "AUX"}:
        return
    apart = tokens[at + 1].text == "," if not prep and at + 1 < len(tokens) else False
    if not apart and not all(t.pos == "PUNCT" for t in tokens[at + 1 :]):
        return
    source = noun_phrase(sentence, owners[0], at)
    yield Attribution(
        sentence=sentence.number,
        cue=sentence.span_of(at, at),
        verb="according",
        contents=covered(sentence, (prep, at)),
        source=source_span(sentence, source, at),
        head=owners[0],
    )


def _is_measure(sentence: Sentence, head: int) -> bool:
    """Tell what things go by from who says so: "according to plan", "to age"."""
    token = sentence.tokens[head]
    return token.tag == "NN" and not sentence.kids[head] and not is_source(token.text)


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
    )


def noun(sentence: Sentence, at: int, cue: Cue) -> Iterator[Attribution]:
    """Yield "the ministry's claim that ...", "claims by the rebels of", "voiced doubt that"."""
    tokens, kids = sentence.tokens, sentence.kids[at]
    owners = [k for k in kids if tokens[k].dep == "poss"]
    for prep in kids:
        if tokens[prep].text.casefold() in {"by", "from"} and not owners:
            owners = [k for k in sentence.kids[prep] if tokens[k].dep == "pobj"]
    if not owners:  # "Ruritanian accusations that"
        owners = [k for k in kids if tokens[k].dep == "amod" and tokens[k].ent == "NORP"]
    inner, last = _told(sentence, at, cue)
    voiced_by = None if owners else _voiced_by(sentence, at)
    if voiced_by is not None:
        owners = [voiced_by]
    if not inner or not (owners or cue.unsourced):
        return
    piece = edges(sentence, inner)
    content = trimmed(sentence, *(without_given(sentence, piece) if cue.kind == "blame" else piece))
    source = noun_phrase(sentence, owners[0], at) if owners else None
    first = at if voiced_by is None else group_start(sentence, tokens[at].head)
    if content is not None:
        yield Attribution(
            sentence=sentence.number,
            cue=sentence.span_of(first, last),
            verb=f"n:{tokens[at].lemma.casefold()}",
            contents=(content,),
            source=None if source is None else source_span(sentence, source, at),
            head=owners[0] if owners else None,
        )


def adjective(sentence: Sentence, at: int, cue: Cue) -> Iterator[Attribution]:
    """Yield "the mayor is confident that ...", "was skeptical of ..."."""
    tokens = sentence.tokens
    verb = tokens[at].head if tokens[at].dep == "acomp" else at
    heads = [k for k in sentence.kids[verb] if tokens[k].dep in {"nsubj", "nsubjpass"}]
    inner, last = _told(sentence, at, cue)
    if not heads or not inner or tokens[heads[0]].tag == "EX":
        return
    first_word, last_word = edges(sentence, inner)
    content = trimmed(sentence, first_word, last_word)
    if content is not None and tokens[heads[0]].text.casefold() not in {"it", "that", "this"}:
        source = noun_phrase(sentence, heads[0], verb)
        yield Attribution(
            sentence=sentence.number,
            cue=sentence.span_of(group_start(sentence, verb), last),
            verb=f"a:{tokens[at].lemma.casefold()}",
            contents=(content,),
            source=source_span(sentence, source, verb),
            head=heads[0],
        )


def voiced(sentence: Sentence, verb: int) -> int | None:
    """Return the noun that a verb gives voice to: "voiced DOUBT that", "made the CLAIM that"."""
    for k in sentence.kids[verb]:
        cue = cues().get(f"n:{sentence.tokens[k].lemma.casefold()}")
        if cue is not None and _voiced_by(sentence, k) is not None and _told(sentence, k, cue)[0]:
            return k
    return None


def _told(sentence: Sentence, at: int, cue: Cue) -> tuple[list[int], int]:
    """Return the heads of what a noun or adjective tells, and the last word of the cue."""
    tokens, kids = sentence.tokens, sentence.kids[at]
    clauses = {"acl", "ccomp"} if cue.clause else set()
    inner = [k for k in kids if k > at and tokens[k].dep in clauses and not _is_to(sentence, k)]
    if cue.infinitive:
        inner += [k for k in kids if k > at and _is_to(sentence, k)]
    for prep in kids:
        if prep == at + 1 and tokens[prep].text.casefold() in cue.preps and not inner:
            return [k for k in sentence.kids[prep] if tokens[k].dep in {"pobj", "pcomp"}], prep
    return inner[:1], at


def _is_to(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    tokens = sentence.tokens
    inner = tokens[verb].dep in {"acl", "xcomp", "advcl", "ccomp"}
    return inner and any(tokens[k].tag == "TO" for k in sentence.kids[verb])


def _voiced_by(sentence: Sentence, at: int) -> int | None:
    """Return who gives a noun voice: THE MAYOR expressed concern, made the claim."""
    tokens = sentence.tokens
    verb = tokens[at].head
    if tokens[at].dep != "dobj" or tokens[verb].lemma.casefold() not in _VOICING:
        return None
    subjects = [k for k in sentence.kids[verb] if tokens[k].dep == "nsubj"]
    return subjects[0] if subjects else None
