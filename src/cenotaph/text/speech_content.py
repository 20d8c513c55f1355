"""A cue in its sentence -> the words that are its content: one stretch, or two around the cue."""

from __future__ import annotations

from cenotaph.model import Span
from cenotaph.text.clauses import FINITE
from cenotaph.text.reading import Sentence
from cenotaph.text.speech_cues import CITING, Clause, edges, is_active, participle, trimmed

_FIGURES = frozenset(
    {"toll", "number", "figure", "count", "tally", "total", "casualty", "casualties", "loss"}
    | {"losses", "dead", "injured", "wounded", "missing", "deaths", "victims", "death", "injury"}
)

_CLAUSE = 6  # words of an object that is rather a clause
_OPENERS = frozenset({";", "and", "but", "while", "whereas", "though", "although", "that"})
_FULL = frozenset({"aux", "auxpass", "mark"})


def content(clause: Clause, last: int) -> tuple[tuple[int, int] | None, int]:
    """Return first and last token of the content, and the last of the cue."""
    after = clause.sentence.tokens[last + 1 : last + 2]
    if after and after[0].text in {"nothing", "little"}:
        return None, last  # "said nothing after six were killed"
    piece, last = _content(clause, last)
    piece = None if piece is None else _listed(clause, piece)
    if piece is not None and clause.cue.kind in {"deny", "blame"}:
        piece = without_given(clause.sentence, piece)
    return piece, last


def without_given(sentence: Sentence, piece: tuple[int, int]) -> tuple[int, int]:
    """Return what is denied without what is told of it as given: "a raid that killed six"."""
    first, last = piece
    for i in range(first + 2, last + 1):
        if sentence.tokens[i].dep == "relcl" and sentence.subtree(i)[-1] == last:
            end = sentence.subtree(i)[0] - 1
            return (first, end - (sentence.tokens[end].text == ",")) if end > first else piece
    return piece


def _listed(clause: Clause, piece: tuple[int, int]) -> tuple[int, int]:
    """Return a content with the rest of its list, where the model broke it off.

    "The army said it killed three, wounded five and captured two"; "put the toll at three dead
    and five wounded".
    """
    tokens = clause.sentence.tokens
    first, last = piece
    last -= tokens[last].text == ","
    while clause.verb < last < len(tokens) - 2 and tokens[last + 1].text in {",", "and"}:
        after = last + 2
        top = tokens[after].head if tokens[after].tag == "CD" else after
        bare = not any(tokens[k].dep in _FULL for k in clause.sentence.kids[top])
        counted = tokens[after].tag == "CD" and top > last and tokens[top].tag != "VBD"
        verb = tokens[last + 1].text == "," and tokens[after].tag in {"VBD", "VBN"}
        if not bare or not (counted or (verb and tokens[after].dep in {"conj", "advcl"})):
            break
        last = clause.sentence.subtree(top)[-1]
    return first, last


def _content(clause: Clause, last: int) -> tuple[tuple[int, int] | None, int]:
    cue = clause.cue
    clauses = clause.kids("ccomp")
    small = cue.object and cue.kind in {"judge", "think"}  # "considers himself a soldier"
    if clauses and (cue.clause or cue.infinitive or small):
        first, end = edges(clause.sentence, clauses)
        return (_after_citing(clause, first), end), last
    infinitives = [
        k
        for k in clause.kids("xcomp", "advcl")
        if any(clause.kids("aux", of=k))
        and clause.sentence.tokens[clause.kids("aux", of=k)[0]].tag == "TO"
        and k > clause.verb
    ]
    objects = [] if cue.addressee else clause.kids("dobj", "oprd")
    if cue.figure:
        return _figure(clause, objects), last
    if infinitives and cue.infinitive:
        return edges(clause.sentence, [*clause.kids("dobj"), infinitives[0]]), last
    heard = clause.kids("dobj") if cue.addressee else []
    for prep in [*clause.kids("prep"), *(p for h in heard for p in clause.kids("prep", of=h))]:
        word = clause.sentence.tokens[prep].text.casefold()
        inner = clause.kids("pobj", "pcomp", of=prep)
        if word in cue.preps and inner and (prep == last + 1 or cue.addressee):
            inner = [*inner, *(infinitives if word == "on" else [])]
            return edges(clause.sentence, inner), max(last, prep if prep == last + 1 else last)
    gerunds = [k for k in clause.kids("xcomp") if clause.sentence.tokens[k].tag == "VBG"]
    if gerunds and (cue.gerund or cue.object):
        return edges(clause.sentence, [*objects, *gerunds]), last
    return _lost(clause, last) or _object(clause, objects, last)


def _lost(clause: Clause, last: int) -> tuple[tuple[int, int], int] | None:
    """Return a clause that the model hung on something else."""
    if (marked := _for_to(clause, last)) is not None:
        return marked, last + 1
    if (cited := _behind_citing(clause, last)) is not None:
        return cited, last
    stray = (_stray(clause) or _swallowed(clause)) if clause.cue.clause else None
    return None if stray is None else (stray, last)


def _behind_citing(clause: Clause, last: int) -> tuple[int, int] | None:
    """Return the clause behind whom a source cites: "reported, citing police, that SIX DIED"."""
    tokens = clause.sentence.tokens
    words = [t.text for t in tokens[last + 1 : last + 3]]
    if not clause.cue.clause or words[:1] != [","] or words[-1] not in CITING:
        return None
    for i in range(last + 4, len(tokens) - 2):
        if tokens[i].text == "," and tokens[i + 1].text == "that":
            return i + 1, len(tokens) - 1
    return None


def _for_to(clause: Clause, last: int) -> tuple[int, int] | None:
    """Return what is called for, where it is a clause: "called for the bodies to be returned"."""
    tokens = clause.sentence.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text not in clause.cue.preps:
        return None
    top = tokens[last + 1].head
    if tokens[last + 1].dep != "mark" or top <= last + 1:
        return None
    return last + 2, clause.sentence.subtree(top)[-1]


def _swallowed(clause: Clause) -> tuple[int, int] | None:
    """Return a clause that the model took for an object: "said relatives of men held there sued".

    What is said is no thing, but for a few words: "said a prayer".
    """
    if clause.cue.object or clause.cue.addressee:
        return None
    after = [k for k in clause.kids("dobj") if k > clause.verb and k not in clause.masked]
    words = [i for k in after for i in clause.sentence.subtree(k)]
    if len(words) < _CLAUSE:
        return None
    return min(words), max(
        i for i in clause.sentence.subtree(clause.verb) if i not in clause.masked
    )


def _stray(clause: Clause) -> tuple[int, int] | None:
    """Return a that-clause which the model hung on a noun: "told a rally in Aldmoor that ..."."""
    tokens = clause.sentence.tokens
    tags = {"IN", "WDT"} if is_active(clause.sentence, clause.verb) else {"IN"}
    for i in clause.sentence.subtree(clause.verb):
        complementizer = tokens[i].tag in tags and tokens[i].dep == "mark"
        over = tokens[tokens[tokens[i].head].head]  # "said the plan to admit that ..."
        others = over.pos == "VERB" and over is not tokens[clause.verb]
        if i > clause.verb and tokens[i].text == "that" and complementizer and not others:
            return i, clause.sentence.subtree(tokens[i].head)[-1]
    return None


def _after_citing(clause: Clause, first: int) -> int:
    """Return where a clause starts behind a "citing police," that the model puts inside it."""
    tokens = clause.sentence.tokens
    if tokens[first].text.casefold() in CITING:
        for i in clause.sentence.subtree(first):
            first = max(first, i + 1)
        while first < len(tokens) - 1 and tokens[first].text == ",":
            first += 1
    return first


def _figure(clause: Clause, objects: list[int]) -> tuple[int, int] | None:
    """Return the content of "put the death toll at nine", "raised it to nine", "gave nine dead"."""
    tokens = clause.sentence.tokens
    ats = [k for k in clause.kids("prep") if tokens[k].text in {"at", "as", "to"}]
    known = _FIGURES | {"it"}
    tolls = [k for k in objects if known & {tokens[k].lemma.casefold(), tokens[k].text}]
    counted = [k for k in tolls if _is_counted(clause.sentence, k)]
    ats = ats or [k for k in clause.kids("prep") if _is_counted_from(clause.sentence, k)]
    if tolls and ats:
        return edges(clause.sentence, [*tolls, ats[0]])
    return edges(clause.sentence, counted) if counted else None


def _is_counted(sentence: Sentence, toll: int) -> bool:
    """Tell whether a word for a toll has its number: "nine dead", "a toll of nine dead"."""
    of = [k for k in sentence.kids[toll] if sentence.tokens[k].text == "of"]
    below = [*sentence.kids[toll], *(i for k in of for i in sentence.subtree(k))]
    return any(sentence.tokens[i].tag == "CD" for i in below)


def _is_counted_from(sentence: Sentence, at: int) -> bool:
    """Read "gave a toll from the attack of nine dead": the parser hangs it all on the verb."""
    told = sentence.tokens[at].text == "from"
    return told and any(_is_counted(sentence, i) for i in sentence.subtree(at))


def _object(clause: Clause, objects: list[int], last: int) -> tuple[tuple[int, int] | None, int]:
    if not objects or not clause.cue.object:
        return None, last
    more = [
        k
        for k in clause.kids("prep", "xcomp")
        if clause.sentence.tokens[k].text.casefold() in {"of", "as", "for"}
        or clause.sentence.tokens[k].dep == "xcomp"
    ]
    after = [k for k in [*objects, *more] if k > clause.verb]
    return (edges(clause.sentence, after) if after else None), last


def passive_content(clause: Clause, last: int) -> tuple[tuple[int, int] | None, int]:
    """Return the content of a passive: "six PEOPLE are feared DEAD", "it is believed THAT ..."."""
    subjects = clause.kids("nsubjpass")
    if clause.cue.addressee:  # "residents were told that ...": they hear it
        return _heard(clause, last)
    if clause.cue.figure:  # "the toll was put at nine by rescuers"
        return _figure(clause, subjects), last
    complements = clause.kids("xcomp", "oprd", "ccomp")
    if clause.cue.kind == "blame":  # "the army was accused of shelling it"
        accused = clause.kids("prep")
        complements += [k for k in accused if clause.sentence.tokens[k].text in {"of", "for"}]
    if not subjects and participle(clause.sentence, clause.verb):
        subjects = [clause.sentence.tokens[clause.verb].head]
        words = [i for k in complements for i in clause.sentence.subtree(k)]
        if words:
            return (clause.sentence.subtree(subjects[0])[0], max(words)), last
    if subjects and not complements and clause.cue.object and clause.kids("agent"):
        return _subject_of(clause, subjects[0]), last
    if not complements or not (clause.cue.clause or clause.cue.object or clause.cue.infinitive):
        return None, last
    dummy = all(clause.sentence.tokens[s].text.casefold() == "it" for s in subjects)
    return edges(clause.sentence, complements if dummy else [*subjects, *complements]), last


def _heard(clause: Clause, last: int) -> tuple[tuple[int, int] | None, int]:
    """Return what one is told or asked: "was told THAT ...", "asked WHETHER ...", "asked about"."""
    tokens = clause.sentence.tokens
    asked = [k for k in clause.kids("advcl") if tokens[clause.sentence.subtree(k)[0]].dep == "mark"]
    told = clause.kids("ccomp") or [k for k in asked if k > clause.verb]
    if not told and last + 1 < len(tokens) and tokens[last + 1].text in clause.cue.preps:
        told = clause.kids("pobj", "pcomp", of=last + 1)
        last += bool(told)
    return (edges(clause.sentence, told) if told else None), last


def _subject_of(clause: Clause, subject: int) -> tuple[int, int]:
    """Return what a passive is about: "the RAID was condemned by the union"."""
    words = [i for i in clause.sentence.subtree(subject) if i < clause.verb]
    return min(words), max(words)


def around(
    sentence: Sentence, piece: tuple[int, int] | None, group: tuple[int, int]
) -> tuple[Span, ...]:
    """Return the content without source and cue: two pieces when they stand in its middle."""
    if piece is None:
        return ()
    first, last = _fronted(sentence, piece, group)
    if first < group[0] and sentence.tokens[group[0] - 1].text == ";":
        first = min(group[1] + 1, last)  # "The army fled; residents said it lost nine"
    if first < group[0] < last and _turns(sentence, group[1] + 1):
        last = group[0] - 1
    ends = ((first, min(last, group[0] - 1)), (max(first, group[1] + 1), last))
    found = [trimmed(sentence, a, b) for a, b in ends if a <= b]
    return tuple(s for s in found if s is not None)


def _turns(sentence: Sentence, at: int) -> bool:
    """Tell whether a new clause opens: "Nine died, Russia says, but Ukraine says ..."."""
    words = [t.text.casefold() for t in sentence.tokens[at : at + 2]]
    return words[:1] == [","] and words[-1] in {"but", "while", "although", "though", "whereas"}


def _fronted(sentence: Sentence, piece: tuple[int, int], group: tuple[int, int]) -> tuple[int, int]:
    """Return a content that stands before its cue with all words up to the cue and from the start.

    In "Nine were hurt, two of them badly, the nurse said" the model leaves words of the content to
    the cue.
    """
    first, last = piece
    if last >= group[0] or sentence.tokens[group[0] - 1].text not in {
        ",",
        "”",
        '"',
        "''",
        "-",
        "—",
    }:
        return piece
    while first and sentence.tokens[first - 1].dep not in {"cc", "ROOT"}:
        first -= 1
    return first, group[0] - 1


def aside(clause: Clause, group: tuple[int, int]) -> tuple[Span, ...]:
    """Return what stands around a cue that is an aside: "The bus, police said, was hit".

    Or before one that ends its sentence, where the model hung its clause on something else: "Those
    who saw it and could still walk, said Ivo Roth, a nurse". A prelude is none: "At noon, he said".
    """
    sentence = clause.sentence
    tokens = sentence.tokens
    first, last = group
    if first < 2 or tokens[first - 1].text != "," or first - 1 in clause.masked:
        return ()
    end = len(tokens) - 1
    before, after = trimmed(sentence, 0, first - 1), None
    if last < end and tokens[last + 1].text == "," and not _turns(sentence, last + 1):
        after = trimmed(sentence, last + 1, end)
    if after is None and _is_prelude(clause, first):
        return ()
    if clause.masked and _quotes(clause, group):
        return ()
    return tuple(s for s in (before, after) if s is not None)


def _is_prelude(clause: Clause, first: int) -> bool:
    """Tell whether what stands before a cue is no clause or only says when: "At noon, he said".

    The model takes the verb of "A raid killed nine, police said" for a participle, "raid" for
    one more subject of "said".
    """
    tokens = clause.sentence.tokens
    if any(k < first for k in clause.kids("nsubj")):
        return False
    if not any(tokens[i].tag in FINITE for i in range(first)):
        return True
    return any(clause.sentence.subtree(k)[0] == 0 for k in clause.kids("advcl", "prep", "npadvmod"))


def foretold(clause: Clause, group: tuple[int, int]) -> tuple[Span, ...]:
    """Return what "as" refers to: "As police later said, SIX DIED"; "SIX DIED, as police said"."""
    sentence = clause.sentence
    tokens = sentence.tokens
    first, last = group
    if not first or tokens[first - 1].text.casefold() != "as" or last + 1 >= len(tokens):
        return ()
    opens = first == 1 or tokens[first - 2].text == "”"
    pieces = (last + 1, len(tokens) - 1) if opens else (0, first - 2)
    comma = tokens[last + 1 if opens else first - 2].text == ","
    found = trimmed(sentence, *pieces) if comma else None
    return () if found is None else (found,)


def _quotes(clause: Clause, group: tuple[int, int]) -> bool:
    """Tell whether a quotation touches a cue: then that is what it reports."""
    tokens = clause.sentence.tokens
    near = {group[0] - 2, group[0] - 1, group[1] + 1, group[1] + 2}
    return any(i in clause.masked for i in near if i < len(tokens))


def covered(sentence: Sentence, group: tuple[int, int]) -> tuple[Span, ...]:
    """Return what an "according to" covers: the clause before it, else the clause after it.

    As an aside ("The bus, according to police, was hit") it covers its own clause on both sides.
    """
    first, last = group
    end = len(sentence.tokens) - 1
    before = trimmed(sentence, 0, first - 1) if first else None
    after = trimmed(sentence, last + 1, end) if last < end else None
    if before is None or (after is not None and _opens_clause(sentence, first)):
        return () if after is None else (after,)
    comma = last < end and sentence.tokens[last + 1].text == ","
    following = last + 2 <= end and sentence.tokens[last + 2].pos not in {"CCONJ", "PRON"}
    if after is None or not comma or not following or sentence.tokens[first - 1].text != ",":
        return (before,)
    clause = sentence.subtree(clause_over(sentence, first))
    low, high = clause[0], clause[-1]
    if not low < first <= last < high:
        low, high = 0, end
    found = (trimmed(sentence, low, first - 1), trimmed(sentence, last + 1, high))
    return tuple(s for s in found if s is not None)


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether a clause begins at a word: "said six died, BUT according to the hospital"."""
    ahead = at - 1 - (sentence.tokens[at - 1].text == ",")
    word = sentence.tokens[ahead].text.casefold() if ahead > 0 else ""
    return word in _OPENERS


def clause_over(sentence: Sentence, at: int) -> int:
    """Return the verb that a word hangs on, however deep; the root at last."""
    while sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
        if sentence.tokens[at].pos in {"VERB", "AUX"}:
            break
    return at
