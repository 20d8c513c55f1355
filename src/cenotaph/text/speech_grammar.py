"""One parsed sentence -> who says what in it, by its grammar and the lexicon of cues.

A quotation is treated as one word here: what stands between its marks is nobody else's cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cenotaph.model import Span
from cenotaph.text.clauses import chunk_right
from cenotaph.text.reading import Sentence, Token
from cenotaph.text.speech_adjuncts import according, adjective, hearsay, noun, voiced
from cenotaph.text.speech_content import (
    around,
    aside,
    clause_over,
    content,
    foretold,
    passive_content,
)
from cenotaph.text.speech_cues import CITING, Attribution, Clause, cues, group_start, participle
from cenotaph.text.speech_phrases import noun_phrase, source_span
from cenotaph.text.speech_trailing import trailing

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMB = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep"})

_REPORTING = frozenset({"VB", "NN", "RB", "IN", "JJ"})  # tags of cues, by their first two letters
_PICTURES = frozenset(
    {"video", "footage", "image", "photo", "photograph", "picture", "film", "clip", "recording"}
    | {"tape", "camera", "map", "scan", "x-ray", "data", "figure", "record", "document", "study"}
    | {"poll", "survey", "report", "statistic", "list", "log", "analysis", "tally", "test", "paper"}
    | {"research", "investigation", "autopsy", "examination", "count", "table", "number", "account"}
)
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
    elif token.pos == "NOUN" and f"n:{lemma}" in cues():
        yield from noun(sentence, v, cues()[f"n:{lemma}"])
    if token.dep == "acomp" and (cue := cues().get(f"a:{word}")) is not None:
        yield from adjective(sentence, v, cue)


def _with_particle(sentence: Sentence, v: int, lemma: str) -> str:
    for k in sentence.kids[v]:
        if sentence.tokens[k].dep == "prt":
            return f"{lemma} {sentence.tokens[k].text.casefold()}"
    return "make clear" if lemma == "make" and _clear(sentence, v) is not None else lemma


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
    head, by = _agent(clause) if passive and not _quoted_as(clause) else _subject(clause)
    if head is None and not passive:
        head = _beside(clause, first, last)
    head = None if head is None else _beyond(clause, head)
    source = None if head is None else noun_phrase(sentence, head, v)
    pieces, last = _pieces(clause, lemma, last, passive=passive)
    topic = f"{lemma} {sentence.tokens[last].text.casefold()}"
    lemma = topic if last > v and topic in cues() else lemma  # "asked about"
    if head is None and not passive and sentence.tokens[v].tag in {"VB", "VBP"}:
        return  # "Want more news?", "to say": nobody says it
    if _is_no_report(clause, head) or _is_expletive(clause, head):
        return
    core = [first, last] if source is None else [first, last, *source]
    near = _nearby(core, first, last, source)
    contents = around(sentence, pieces, near)
    heard = _addressee(clause)
    end = None if (contents and head is not None) or passive else trailing(clause, first)
    if end is not None:
        source, head, contents = None, end.head, (end.content,)
    elif not contents and source is not None and clause.cue.clause and not passive:
        contents = foretold(clause, near) or aside(clause, near)
    spoken = None if source is None else source_span(sentence, source, v)
    yield Attribution(
        sentence=sentence.number,
        cue=sentence.span_of(first, last),
        verb=lemma,
        contents=contents,
        source=spoken if end is None else end.source,
        head=head,
        passive=passive,
        heard_by=None if heard is None else source_span(sentence, heard, v),
        quoted_by=None if by is None else source_span(sentence, by, v),
        origin=_origin(clause),
    )


def _beside(clause: Clause, first: int, last: int) -> int | None:
    """Return the word right beside a finite cue that the parse hangs elsewhere: "But Ruiz claims".

    Behind a quotation it may follow the verb: "“We fled,” said Ivo Tarn".
    """
    tokens = clause.sentence.tokens
    if tokens[clause.verb].tag not in {"VBD", "VBZ", "VBP"}:
        return None
    if first > 0 and first - 1 not in clause.masked and _can_speak(tokens[first - 1]):
        return _whose(tokens, first - 1)
    quoted = first > 0 and (first - 1 in clause.masked or tokens[first - 1].text in {",", '"'})
    hearer = tokens[clause.verb].lemma in {"tell", "inform", "ask", "warn", "remind", "assure"}
    if not quoted or hearer or clause.cue.kind != "say":
        return None  # "told Radio Lodrin": who heard it
    head = chunk_right(clause.sentence, last + 1)
    return head if head is not None and _can_speak(tokens[head]) else None


def _whose(tokens: Sequence[Token], index: int) -> int:
    """Return who speaks where a word only tells for whom: "a spokesman for the rebels said"."""
    for _ in range(3):
        above = tokens[index].head
        if tokens[index].dep != "pobj" or tokens[above].text.lower() not in {"for", "of", "at"}:
            break
        if tokens[tokens[above].head].pos not in {"NOUN", "PROPN"}:
            break
        index = tokens[above].head
    return index


def _can_speak(token: Token) -> bool:
    named = token.pos in {"PROPN", "NOUN"} and token.ent not in {"DATE", "TIME", "CARDINAL"}
    return named or token.text.casefold() in {"he", "she", "they", "we", "i"}


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
    if token.tag == "VBN" and token.dep == "advcl" and clause.cue.addressee:
        return not clause.kids("aux", "nsubj")  # "Asked about the raid, he ..."
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


def _beyond(clause: Clause, head: int) -> int:
    """Return the source's own head: in "nine hurt, two badly, the nurse said" not "two"."""
    tokens = clause.sentence.tokens
    others = [k for k in clause.kids("appos", of=head) if head < k < clause.verb]
    return others[0] if tokens[head].tag == "CD" and others else head


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


def _subject(clause: Clause) -> tuple[int | None, tuple[int, int] | None]:
    """Return the head word of the source and, for "A quoted B as saying", A's noun phrase."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    at = clause.verb
    for _ in range(6):
        subjects = [k for k in clause.kids(*_SUBJECT, of=at) if k not in clause.masked]
        if subjects and at != clause.verb and tokens[at].lemma in {"quote", "cite"}:
            return _quoted(clause, at, subjects[0])
        if subjects:
            return _one_of(sentence, subjects, at), None
        if tokens[at].dep == "relcl" or (tokens[at].dep == "acl" and _describes(clause, at)):
            return tokens[at].head, None
        if tokens[at].dep == "acl":
            at = clause_over(sentence, tokens[at].head)
            continue
        if tokens[at].dep not in _CLIMB:
            return None, None
        at = tokens[at].head
    return None, None


def _one_of(sentence: Sentence, subjects: list[int], verb: int) -> int:
    """Return the subject, where the model makes two of it.

    The name in "said Sgt. Ivo Malenko"; the nearest in "six died, two of them nurses, Roth said";
    what follows in "The vow to rebuild the port, said Roth".
    """
    first = subjects[0]
    if len(subjects) > 1 and (subjects[-1] < verb or first < verb):
        return subjects[-1]
    after = sentence.tokens[first + 1].text if first + 1 < len(sentence.tokens) else ""
    return subjects[1] if len(subjects) > 1 and after == "." else first


def _describes(clause: Clause, at: int) -> bool:
    """Tell whether a participle is its noun's: "a letter saying", not "left town, saying"."""
    tokens = clause.sentence.tokens
    to = any(tokens[k].tag == "TO" for k in clause.kids("aux", of=at))
    return not to and tokens[clause.sentence.subtree(at)[0] - 1].text != ","


def _quoted(clause: Clause, at: int, subject: int) -> tuple[int, tuple[int, int] | None]:
    if clause.sentence.tokens[subject].dep == "nsubjpass":
        agents = [k for a in clause.kids("agent", of=at) for k in clause.kids("pobj", of=a)]
        by = noun_phrase(clause.sentence, agents[0], at) if agents else None
        return subject, by
    objects = clause.kids("dobj", of=at)
    if not objects:
        return subject, None
    return objects[0], noun_phrase(clause.sentence, subject, at)


def _agent(clause: Clause) -> tuple[int | None, None]:
    for agent in clause.kids("agent"):
        for k in clause.kids("pobj", of=agent):
            return k, None
    return None, None


def _addressee(clause: Clause) -> tuple[int, int] | None:
    if clause.cue.addressee:
        for k in clause.kids("dobj", "dative"):
            if k > clause.verb and k not in clause.masked:
                return noun_phrase(clause.sentence, k, clause.verb)
    return None
