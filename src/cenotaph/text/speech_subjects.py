"""A cue verb in its sentence -> the head word of who says it.

The small model hangs a second cue on the verb of what the first one tells ("he said the road was
closed and added that ..."), and a participle or infinitive on any noun; who can speak decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.text.clauses import FINITE, SUBJECTS, TENSED, chunk_left, chunk_right
from cenotaph.text.reading import Sentence, Token
from cenotaph.text.speech_content import clause_over
from cenotaph.text.speech_cues import Clause, cues, is_active, is_name
from cenotaph.text.speech_phrases import noun_phrase
from cenotaph.text.speech_sources import can_tell, issuer

_CLIMB = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep"})
_LOOSE = frozenset({"conj", "advcl", "prep", "pcomp", "dep"})
_PERSONAL = frozenset({"he", "she", "they", "it", "this", "that", "these", "which"})
# "Took turns saying", "spent years denying".
_SPENT = frozenset({
    "turn", "time", "trouble", "day", "week", "month", "year", "hour", "night", "difficulty",
})  # fmt: skip
_RELATIVE = frozenset({"who", "which", "whose"})
_MAKES = frozenset({"force", "lead", "drive", "prompt", "compel", "oblige", "cause"})


def subject(clause: Clause) -> tuple[int | None, tuple[int, int] | None]:
    """Return the head word of the source and, for "A quoted B as saying", A's noun phrase."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    at, loose = clause.verb, False
    for _ in range(6):
        subjects = [k for k in clause.kids(*SUBJECTS, of=at) if k not in clause.masked]
        if subjects and at != clause.verb and tokens[at].lemma in {"quote", "cite"}:
            return _quoted(clause, at, subjects[0])
        if subjects and _cannot_blame(clause, at, subjects):
            at = clause_over(sentence, at)
            continue
        if subjects:
            head = _behind_counted(sentence, _one_of(sentence, subjects, at))
            over = _teller(clause, at, head) if loose else None
            return head if over is None else over, None
        if (noun := _noun_over(clause, at)) is not None:
            return noun, None
        if tokens[at].dep in {"relcl", "acl"} and not _is_meant(sentence, at):
            at = clause_over(sentence, tokens[at].head)
        elif tokens[at].dep in _CLIMB or _is_compared(sentence, at):
            loose = loose or tokens[at].dep in _LOOSE
            at = tokens[at].head
        else:
            break
    return None, None


def _is_compared(sentence: Sentence, at: int) -> bool:
    """Tell whether some do a thing more than others: "are MORE LIKELY to say": no forecast."""
    tokens = sentence.tokens
    more = any(tokens[k].tag in {"RBR", "RBS"} for k in sentence.kids[at])
    return more and tokens[at].dep == "acomp" and tokens[at].text == "likely"


def _cannot_blame(clause: Clause, at: int, subjects: list[int]) -> bool:
    """Tell who suffers a thing, and a deed, from who blames: "said ten were killed and blamed X".

    "Said there was no sign that the attack had come from the south and blamed X".
    """
    sentence, token = clause.sentence, clause.sentence.tokens[at]
    if at == clause.verb or clause.cue.kind != "blame" or token.head == at:
        return False
    suffers = all(sentence.tokens[k].dep == "nsubjpass" for k in subjects)
    things = not any(can_tell(sentence, k) or sentence.tokens[k].pos == "PRON" for k in subjects)
    return (suffers and token.dep == "ccomp") or (things and token.dep in {"ccomp", "acl"})


def _is_meant(sentence: Sentence, at: int) -> bool:
    """Tell whether an infinitive says what a noun is for: "the decision of the mayor to admit"."""
    tokens = sentence.tokens
    return tokens[at].tag == "VB" and not can_tell(sentence, tokens[at].head)


def _noun_over(clause: Clause, at: int) -> int | None:
    """Return the noun that says what a clause tells, where the clause is its own or made to be."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    if is_active(sentence, at):
        return tokens[at].head
    if tokens[at].dep in {"relcl", "acl"} and _describes(clause, at):
        by = issuer(sentence, tokens[at].head)
        return tokens[at].head if by is None else by
    return _made_to(clause, at) if tokens[at].dep == "xcomp" else None


def agent(clause: Clause) -> tuple[int | None, None]:
    """Return the head word of whom "by" names in a passive."""
    for agent in clause.kids("agent"):
        for k in clause.kids("pobj", of=agent):
            return k, None
    return None, None


def beside(clause: Clause, first: int, last: int) -> int | None:
    """Return the word right beside a finite cue that the parse hangs elsewhere: "But Ruiz claims".

    Behind a quotation it may follow the verb: "“We fled,” said Ivo Tarn".
    """
    tokens = clause.sentence.tokens
    if tokens[clause.verb].tag not in TENSED:
        return None
    if first > 0 and first - 1 not in clause.masked:
        if is_name(clause.sentence, first - 1, clause.verb):
            return first - 1
        if _can_speak(tokens[first - 1]):
            return _whose(tokens, first - 1)
    if (before := _before_aside(clause, first)) is not None:
        return before
    quoted = first > 0 and (first - 1 in clause.masked or tokens[first - 1].text in {",", '"'})
    hearer = tokens[clause.verb].lemma in {"tell", "inform", "ask", "warn", "remind", "assure"}
    if not quoted or hearer or clause.cue.kind != "say":
        return None  # "told Radio Lodrin": who heard it
    head = chunk_right(clause.sentence, last + 1)
    return head if head is not None and _can_speak(tokens[head]) else None


def _before_aside(clause: Clause, first: int) -> int | None:
    """Return who is told of in an aside right before a cue, where the parse lost him.

    "At a briefing on Friday, Colonel Ivo Tarn, a spokesman for the army, said ..."; "But Ivo Tarn
    (the son of a miner who had been a mayor) says ...".
    """
    tokens = clause.sentence.tokens
    words = [t.text for t in tokens[:first]]
    if words[-1:] == [")"] and "(" in words:
        at = len(words) - 2 - words[::-1].index("(")
    elif words[-1:] == [","] and "," in words[:-1]:
        at = _before_comma(clause, words)
    else:
        return None
    told = at >= 0 and at not in clause.masked and clause.cue.kind in {"say", "deny", "show"}
    return at if told and tokens[at].pos == "PROPN" and tokens[at].ent != "DATE" else None


def _before_comma(clause: Clause, words: list[str]) -> int:
    """Return the word before the comma that opens an aside, -1 if a verb of its own is in it."""
    opening = len(words) - 2 - words[:-1][::-1].index(",")
    tokens = clause.sentence.tokens
    if any(t.tag in FINITE for t in tokens[opening : len(words)]):
        opens = [i for i, w in enumerate(words[:-1]) if w == "," and words[i + 1] in _RELATIVE]
        return opens[-1] - 1 if opens else -1
    return opening - 1


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


def beyond(clause: Clause, head: int) -> int:
    """Return the source's own head: in "nine hurt, two badly, the nurse said" not "two"."""
    tokens = clause.sentence.tokens
    opens = clause.sentence.subtree(head)[0]
    if 1 < opens < clause.verb and tokens[opens - 1].text == "," and tokens[head].pos == "NOUN":
        name = tokens[opens - 2]  # "General Ivo Tarn, the spokesman for the army, said"
        beside_it = name.dep in {"dep", "meta", "nsubj"} and name.head == clause.verb
        if name.pos == "PROPN" and name.ent in {"PERSON", "ORG"} and beside_it:
            return opens - 2
    others = [k for k in clause.kids("appos", of=head) if head < k < clause.verb]
    told = any(k < opens for k in clause.kids("ccomp")) and tokens[head].ent in {"GPE", "LOC"}
    if told and others and can_tell(clause.sentence, others[0]):
        return others[0]  # "nine killed in Lom, North Vardia, a local official said"
    return others[0] if tokens[head].tag == "CD" and others else head


def _teller(clause: Clause, told: int, head: int) -> int | None:
    """Return who tells a clause in which a second cue stands, where its own subject cannot say it.

    "The mayor said the road was closed and added that ...": not the road.
    """
    tokens = clause.sentence.tokens
    if tokens[told].dep != "ccomp":
        return None
    over = tokens[told].head
    cue = cues().get(tokens[over].lemma.casefold())
    if cue is None or cue.kind not in {"say", "show", "deny", "think"} or over > clause.verb:
        return None
    own = tokens[head].text.casefold() not in _PERSONAL
    subjects = [k for k in clause.kids("nsubj", of=over) if k not in clause.masked]
    if (own and can_tell(clause.sentence, head)) or not subjects:
        return None
    return _one_of(clause.sentence, subjects, over)


def _made_to(clause: Clause, at: int) -> int | None:
    """Return who is made to say something: "forced THE MAYOR to admit"."""
    tokens = clause.sentence.tokens
    to = any(tokens[k].tag == "TO" for k in clause.kids("aux", of=at))
    if not to or tokens[tokens[at].head].lemma.casefold() not in _MAKES:
        return None
    objects = [k for k in clause.kids("dobj", of=tokens[at].head) if k < at]
    return next((k for k in objects if can_tell(clause.sentence, k)), None)


def _one_of(sentence: Sentence, subjects: list[int], verb: int) -> int:
    """Return the subject, where the model makes two of it.

    The name in "said Sgt. Ivo Malenko"; the nearest in "six died, two of them nurses, Roth said";
    what follows in "The vow to rebuild the port, said Roth".
    """
    first = subjects[0]
    if len(subjects) > 1 and (subjects[-1] < verb or first < verb):
        return first if _is_told_by(sentence, first, subjects[-1]) else subjects[-1]
    after = sentence.tokens[first + 1].text if first + 1 < len(sentence.tokens) else ""
    return subjects[1] if len(subjects) > 1 and after == "." else first


def _behind_counted(sentence: Sentence, head: int) -> int:
    """Return who speaks in "freed ten and killed at least 15 people, officials and police said".

    The model makes one list of those killed and those who tell of it.
    """
    counted = any(sentence.tokens[k].dep == "nummod" for k in sentence.kids[head])
    joined = next((k for k in sentence.kids[head] if sentence.tokens[k].dep == "conj"), None)
    opens = chunk_left(sentence, head) - 1
    told = opens >= 0 and sentence.tokens[opens].pos in {"VERB", "ADV", "ADP"}
    if not counted or joined is None or not told or not can_tell(sentence, joined):
        return head
    between = [t.text for t in sentence.tokens[head + 1 : chunk_left(sentence, joined)]]
    return joined if between == [","] else head


def _is_told_by(sentence: Sentence, first: int, second: int) -> bool:
    """Tell whether a second subject only tells of the first: "a caller to the daily Reed said"."""
    opens = chunk_left(sentence, second)
    return opens - 1 > first and sentence.tokens[opens - 1].dep == "prep"


def _describes(clause: Clause, at: int) -> bool:
    """Tell whether a clause is its noun's: "a letter saying", not "left town, saying".

    Nor "the first mayor to say": that is who the sentence is about.
    """
    tokens = clause.sentence.tokens
    if any(tokens[k].tag == "TO" for k in clause.kids("aux", of=at)):
        return False
    if tokens[at].dep == "relcl":
        return True
    apart = tokens[clause.sentence.subtree(at)[0] - 1].text == ","
    return not apart and tokens[tokens[at].head].lemma.casefold() not in _SPENT


def _quoted(clause: Clause, at: int, subject: int) -> tuple[int, tuple[int, int] | None]:
    if clause.sentence.tokens[subject].dep == "nsubjpass":
        agents = [k for a in clause.kids("agent", of=at) for k in clause.kids("pobj", of=a)]
        by = noun_phrase(clause.sentence, agents[0], at) if agents else None
        return subject, by
    objects = clause.kids("dobj", of=at)
    if not objects:
        return subject, None
    return objects[0], noun_phrase(clause.sentence, subject, at)
