"""One parsed sentence -> who says what in it, by its grammar and the lexicon of cues.

A quotation is treated as one word here: what stands between its marks is nobody else's cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import Sentence
from cenotaph.text.speech_adjuncts import according, adjective, by_account, hearsay, noun, voiced
from cenotaph.text.speech_content import (
    around,
    aside,
    content,
    foretold,
    passive_content,
)
from cenotaph.text.speech_cues import CITING, Attribution, Clause, cues, group_start, participle
from cenotaph.text.speech_phrases import noun_phrase, source_span
from cenotaph.text.speech_subjects import agent, beside, beyond, subject
from cenotaph.text.speech_trailing import trailing

_REPORTING = frozenset({"VB", "NN", "RB", "IN", "JJ"})  # tags of cues, by their first two letters
_PICTURES = frozenset(
    {"video", "footage", "image", "photo", "photograph", "picture", "film", "clip", "recording"}
    | {"tape", "camera", "map", "scan", "x-ray", "data", "figure", "record", "document", "study"}
    | {"poll", "survey", "report", "statistic", "list", "log", "analysis", "tally", "test", "paper"}
    | {"research", "investigation", "autopsy", "examination", "count", "table", "number", "account"}
)
_ACCOUNTS = frozenset({
    "count", "tally", "estimate", "account", "reckoning", "version", "view", "opinion", "telling",
})  # fmt: skip
_GROWN = frozenset({  # what makes a toll grow, and tells nothing
    "death", "deaths", "blast", "explosion", "attack", "attacks", "bombing", "raid", "strike",
    "body", "bodies", "discovery", "victim", "victims", "casualties", "killing", "killings", "that",
    "this", "which", "others", "people", "shelling", "findings",
})  # fmt: skip
_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})


def attributions(sentence: Sentence, quoted: Sequence[Span]) -> Iterator[Attribution]:
    """Yield what the sentence's grammar says is reported; without contents where it only may be.

    `quoted` are the quotations that touch the sentence; words in them are nobody's cue.
    """
    masked = frozenset(
        i
        for i, t in enumerate(sentence.tokens)
        if quoted and any(q.start <= t.start and t.end <= q.end for q in quoted)
    )
    for v, token in enumerate(sentence.tokens):
        if token.tag[:2] in _REPORTING and v not in masked:
            yield from _at(sentence, v, masked)


def _at(sentence: Sentence, v: int, masked: frozenset[int]) -> Iterator[Attribution]:
    """Yield what one word reports, if it is a cue."""
    token = sentence.tokens[v]
    word, lemma = token.text.casefold(), token.lemma.casefold()
    if word == "according":
        yield from according(sentence, v, masked)
    elif word in _HEARSAY:
        yield from hearsay(sentence, v)
    elif token.tag[:2] == "VB" and token.dep not in {"amod", "compound"}:
        lemma = _with_particle(sentence, v, lemma)
        if (lemma == "hold" and not _responsible(sentence, v)) or voiced(sentence, v) is not None:
            return
        if lemma in cues() and not _cites(sentence, v):
            yield from _verb(Clause(sentence, v, cues()[lemma], masked), lemma)
    elif token.pos == "NOUN":
        yield from _noun(sentence, v, lemma)
    if (cue := cues().get(f"a:{word}")) is not None and _is_state(sentence, v):
        yield from adjective(sentence, v, cue)


def _noun(sentence: Sentence, v: int, lemma: str) -> Iterator[Attribution]:
    if lemma in _ACCOUNTS and sentence.tokens[v].dep == "pobj":
        yield from by_account(sentence, v)
    elif f"n:{lemma}" in cues():
        yield from noun(sentence, v, cues()[f"n:{lemma}"])


def _is_state(sentence: Sentence, v: int) -> bool:
    """Tell whether a word says how somebody feels: "is worried", also where that is a passive."""
    tokens = sentence.tokens
    below = {tokens[k].dep for k in sentence.kids[v]}
    return tokens[v].dep == "acomp" or ("auxpass" in below and "agent" not in below)


def _with_particle(sentence: Sentence, v: int, lemma: str) -> str:
    for k in sentence.kids[v]:
        if sentence.tokens[k].dep == "prt":
            return f"{lemma} {sentence.tokens[k].text.casefold()}"
    if lemma == "claim" and _claims_deed(sentence, v):
        return "claim as done"  # "claimed the raid that killed nine": the narrator's nine
    return "make clear" if lemma == "make" and _clear(sentence, v) is not None else lemma


def _claims_deed(sentence: Sentence, v: int) -> bool:
    """Tell whether a deed is claimed, or responsibility for one, and no statement."""
    taken = clauses.kid(sentence, v, "dobj")
    return taken is not None and clauses.lower(sentence, taken) in party_words("claimed")


def _clear(sentence: Sentence, v: int) -> int | None:
    """Return the "clear" of "made clear that", "has made it clear that"."""
    words = sentence.tokens[v + 1 : v + 3]
    return next((v + 1 + i for i, t in enumerate(words) if t.text == "clear"), None)


def _responsible(sentence: Sentence, v: int) -> bool:
    """Tell whether "hold" is "hold responsible"."""
    words = {sentence.tokens[i].text.casefold() for i in sentence.subtree(v)}
    return not words.isdisjoint({"responsible", "accountable"})


def _cites(sentence: Sentence, v: int) -> bool:
    """Tell whether a verb only names the origin of what another reports: "said, citing police"."""
    token = sentence.tokens[v]
    if token.text.casefold() in CITING and _follows_cue(sentence, v):
        return True
    if token.text.casefold() not in CITING or token.dep not in {"advcl", "xcomp", "ccomp", "prep"}:
        return False
    over = cues().get(sentence.tokens[token.head].lemma.casefold())
    return over is not None and over.kind in {"say", "show"}


def _follows_cue(sentence: Sentence, v: int) -> bool:
    """Tell whether "citing" stands right behind a cue and a comma: "State radio said, citing"."""
    if v < 2 or sentence.tokens[v - 1].text != ",":
        return False
    cue = cues().get(sentence.tokens[v - 2].lemma.casefold())
    return cue is not None and cue.kind in {"say", "show"}


def _verb(clause: Clause, lemma: str) -> Iterator[Attribution]:
    sentence, v = clause.sentence, clause.verb
    first, last = _group(clause)
    passive = _is_passive(clause)
    head, by = agent(clause) if passive and not _quoted_as(clause) else subject(clause)
    if head is None and not passive:
        head = beside(clause, first, last)
    head = None if head is None else beyond(clause, head)
    source = None if head is None else noun_phrase(sentence, head, v)
    pieces, last = _pieces(clause, lemma, last, passive=passive)
    topic = f"{lemma} {sentence.tokens[last].text.casefold()}"
    lemma = topic if last > v and topic in cues() else lemma  # "asked about"
    if head is None and not passive and sentence.tokens[v].tag in {"VB", "VBP"}:
        return  # "Want more news?", "to say": nobody says it
    if _is_no_report(clause, head) or _is_expletive(clause, head) or _is_raised(clause, head):
        return
    core = [first, last] if source is None else [first, last, *source]
    apart = passive and clause.cue.figure  # "the toll was put at nine by rescuers"
    near = (first, last) if apart else _nearby(core, first, last, source)
    contents = around(sentence, pieces, near)
    heard = _addressee(clause)
    end = None if (contents and head is not None) or passive else trailing(clause, first)
    if end is not None:
        source, head, contents = None, end.head, (end.content,)
    elif not contents and source is not None and clause.cue.clause:
        contents = _referred(clause, near) if passive else foretold(clause, near)
        contents = contents or (() if passive else aside(clause, near))
    spoken = None if source is None else source_span(sentence, source, v)
    yield Attribution(
        sentence=sentence.number,
        cue=sentence.span_of(first, last),
        verb=lemma,
        contents=contents,
        source=spoken if end is None else end.source,
        head=head,
        heard_by=None if heard is None else source_span(sentence, heard, v),
        quoted_by=None if by is None else source_span(sentence, by, v),
        origin=_origin(clause),
    )


def _referred(clause: Clause, group: tuple[int, int]) -> tuple[Span, ...]:
    """Return what "as reported by" refers to; nothing where the rest is a report itself.

    "The mayor denied that nine had died, as reported by the Herald" leaves open what was reported.
    """
    tokens, at = clause.sentence.tokens, clause.verb
    while group[0] > 1 and tokens[at].head != at:
        at = tokens[at].head
        if tokens[at].lemma.casefold() in cues():
            return ()
    return foretold(clause, group)


def _is_raised(clause: Clause, head: int | None) -> bool:
    """Tell whether what happened makes a toll grow: "two deaths in hospital raised it to 30"."""
    stated = clause.sentence.tokens[clause.verb].lemma.casefold() in {"put", "give"}
    if head is None or stated or not clause.cue.figure:
        return False
    token = clause.sentence.tokens[head]
    return token.text.casefold() in _GROWN or token.tag == "CD"


def _is_expletive(clause: Clause, head: int | None) -> bool:
    """Tell whether nobody does what a cue tells: "it is hard to see why"."""
    tokens = clause.sentence.tokens
    if head is None or tokens[head].text.casefold() not in {"it", "this", "that", "there"}:
        return False
    return any(tokens[k].tag == "TO" for k in clause.kids("aux"))


def _pieces(
    clause: Clause, lemma: str, last: int, *, passive: bool
) -> tuple[tuple[int, int] | None, int]:
    """Return first and last token of the content, and the last of the cue."""
    if lemma == "make clear":
        last = _clear(clause.sentence, clause.verb) or last
        end = clause.sentence.subtree(clause.verb)[-1]
        return ((last + 1, end) if end > last + 1 else None), last
    return passive_content(clause, last) if passive else content(clause, last)


def _is_passive(clause: Clause) -> bool:
    """Tell whether a cue is passive, also by the verb it is joined to: "was shot and accused"."""
    sentence, v = clause.sentence, clause.verb
    if clause.kids("nsubjpass", "auxpass") or participle(sentence, v):
        return True
    token = sentence.tokens[v]
    told = clause.cue.addressee or (clause.cue.kind in {"say", "show"} and clause.kids("agent"))
    if token.tag == "VBN" and token.dep == "advcl" and told:
        return not clause.kids("aux", "nsubj")  # "Asked about the raid, he"; "as reported by X"
    joined = token.tag == "VBN" and token.dep == "conj" and not clause.kids("aux", "nsubj")
    return joined and bool(clause.kids("nsubjpass", "auxpass", of=token.head))


def _is_no_report(clause: Clause, head: int | None) -> bool:
    """Tell whether a cue only shows a thing, names one or meets itself somewhere.

    "The boy was showing his rifle", "a website called Reed Watch", "found himself in a cellar".
    """
    tokens = clause.sentence.tokens
    if clause.cue.kind == "show" and not clause.kids("ccomp") and not _depicts(clause, head):
        return True
    if head is None and participle(clause.sentence, clause.verb) and clause.cue.kind == "judge":
        return not any(i in clause.masked for i in clause.sentence.subtree(clause.verb))
    if clause.cue.kind != "know":
        return False
    below = [k for k in clause.kids("dobj", "nsubj", "ccomp") if k > clause.verb]
    below += [k for i in below for k in clause.kids("nsubj", of=i)]
    return any(tokens[k].text.casefold().endswith(("self", "selves")) for k in below)


def _depicts(clause: Clause, head: int | None) -> bool:
    return head is not None and clause.sentence.tokens[head].lemma.casefold() in _PICTURES


def _origin(clause: Clause) -> int | None:
    """Return the head word of those whom the source cites: "Velanews reported, citing police"."""
    tokens = clause.sentence.tokens
    behind = clause.verb + 2
    near = behind < len(tokens) and tokens[behind - 1].text == ","
    for i in {*clause.sentence.subtree(clause.verb), *([behind] if near else [])}:
        if tokens[i].text.casefold() in CITING:
            for k in clause.kids("dobj", of=i):
                return k
    return None


def _quoted_as(clause: Clause) -> bool:
    tokens = clause.sentence.tokens
    return tokens[clause.verb].dep == "pcomp"


def _nearby(
    core: list[int], first: int, last: int, source: tuple[int, int] | None
) -> tuple[int, int]:
    """Return the stretch that source and cue take, or the cue's alone if they stand apart."""
    if source is None or max(core) - min(core) > (last - first) + (source[1] - source[0]) + 8:
        return first, last
    return min(core), max(core)


def _group(clause: Clause) -> tuple[int, int]:
    """Return first and last token of the verb group: "has never publicly said"."""
    sentence, v = clause.sentence, clause.verb
    first = group_start(sentence, v)
    head = sentence.tokens[v].head
    # "went on to say", "refused to comment": the chain is one cue
    if sentence.tokens[v].dep == "xcomp" and head < v:
        between = range(head + 1, first)
        if all(sentence.tokens[i].dep in {"prt", "advmod"} for i in between):
            first = group_start(sentence, head)
    last = v
    while last + 1 < len(sentence.tokens) and (
        sentence.tokens[last + 1].dep == "prt" and sentence.tokens[last + 1].head == v
    ):
        last += 1
    return first, last


def _addressee(clause: Clause) -> tuple[int, int] | None:
    if clause.cue.addressee:
        for k in clause.kids("dobj", "dative"):
            if k > clause.verb and k not in clause.masked:
                return noun_phrase(clause.sentence, k, clause.verb)
    return None
