"""A sentence's verbs, and what stands above a day in its parse, as the lexicon of days has them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from cenotaph.text import clauses
from cenotaph.text.doers import agent
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Sentence

_CHARGE = 14  # tokens before an event's noun in which a charge of it stands
_PERSONS = frozenset({"i", "he", "she", "we", "you", "they", "who"})


def index_at(sentence: Sentence, offset: int) -> int:
    """Return the token at an offset of the document, 0 where none is."""
    return sentence.token_at(offset) or 0


def verbs(group: str) -> frozenset[str]:
    """Return a group of the lexicon of days: "court", "told"."""
    return grouped("days.txt").get(group, frozenset())


def lemma_of(sentence: Sentence, index: int) -> str:
    """Return a word's lemma, or that of the verb whose part it plays here."""
    lemma = sentence.tokens[index].lemma.lower()
    if lemma == "march" and sentence.tokens[index].tag == "NNP":
        return ""  # "on 4 March" nobody marches
    if lemma == "enter" and not verbs("pleas") & set(sentence.lowered[index : index + 6]):
        return "come"  # "the patrol entered the hamlet" is no court's
    if lemma == "send" and verbs("sent") & set(sentence.lowered[index : index + 6]):
        return "tell"  # "yesterday sent a telegram over the death of Ruiz"
    if lemma == "admit" and clauses.is_passive(sentence, index):
        return "hospitalize"  # "was admitted to hospital on Friday"
    lies = sentence.tokens[index].dep == "acl" and lemma in verbs("lying")
    return "lie" if lies else lemma  # "at a bank located in Tarsk"


def governors(sentence: Sentence, offset: int) -> Iterator[int]:
    """Yield what stands above the words in the parse, from the first word that is no link."""
    index = sentence.token_at(offset)
    for _ in range(8):
        if index is None:
            return
        token = sentence.tokens[index]
        if token.start > offset or token.end <= offset:
            yield index
        lies = token.pos == "VERB" and lemma_of(sentence, index) == "lie"
        if token.dep == "ROOT" or (token.pos in {"VERB", "AUX"} and not lies):
            return
        index = token.head


def is_of_bench(sentence: Sentence, index: int) -> bool:
    """Tell what a court's people do: "a judge on Friday found", "prosecutors Friday filed"."""
    doer = clauses.subject(sentence, index)
    return any(i is not None and lemma_of(sentence, i) in verbs("bench") for i in (index, doer))


def is_aside(sentence: Sentence, index: int, harmful: bool) -> bool:
    """Tell words of saying, of a court and of what follows a deed, and what a bench does.

    The verb of harm itself (`harmful`) is no bench's: "the prosecutor killed two".
    """
    lemma = lemma_of(sentence, index)
    told = any(lemma in verbs(group) for group in ("told", "court", "after"))
    return told or (not harmful and is_of_bench(sentence, index))


def relative_deed(sentence: Sentence, noun: int) -> int | None:
    """Return the verb of a clause that says what an event did: "a strike that hit a house".

    So does one that the model hangs on who did it: "shelling by rebels that hit a house".
    """
    clause = clauses.kid(sentence, noun, "relcl")
    if clause is None and (doer := agent(sentence, noun)) is not None:
        clause = clauses.kid(sentence, doer, "relcl")
        clause = clause if clause is not None and _hits(sentence, clause) else None
    did = clause is not None and sentence.tokens[clause].tag == "VBD"
    return clause if did and not clauses.is_passive(sentence, clause or 0) else None


def _hits(sentence: Sentence, verb: int) -> bool:
    return sentence.tokens[verb].lemma.lower() in {"hit", "strike", "kill"} | verbs("effect")


def is_struck(sentence: Sentence, noun: int) -> bool:
    """Tell what an event did something to: "destroyed a school that lies in Tarsk tonight"."""
    token = sentence.tokens[noun]
    return token.dep == "dobj" and lemma_of(sentence, token.head) in verbs("effect")


def is_call(sentence: Sentence, index: int) -> bool:
    """Tell a call for help: "called 911 on Sunday", "police were called on Sunday"."""
    lemma = sentence.tokens[index].lemma.lower()
    if sentence.tokens[index].pos != "VERB" or lemma not in verbs("call"):
        return False
    rung = lemma == "call" and bool(verbs("rung") & set(sentence.lowered[index + 1 : index + 4]))
    return rung or (lemma in verbs("sent-out") and clauses.is_passive(sentence, index))


def takes_place(sentence: Sentence, index: int, heads: Container[int | None]) -> bool:
    """Tell whether a verb says that an event happened: "it took place", "fighting broke out"."""
    verb = lemma_of(sentence, index), clauses.lower(sentence, index + 1)
    broke = verb == ("break", "out") and clauses.subject(sentence, index) in heads
    return broke or verb == ("take", "place")


def only_bounds(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause tells since when: "since the siege began", "until the raid came"."""
    marks = {clauses.lower(sentence, k) for k in sentence.kids[verb] if k < verb}
    return sentence.tokens[verb].dep == "advcl" and bool(marks & {"since", "until"})


def is_charge(sentence: Sentence, noun: int) -> bool:
    """Read "was charged with murder on Wednesday": the day of the charge."""
    before = {lemma_of(sentence, i) for i in range(max(0, noun - _CHARGE), noun)}
    return bool(before & verbs("court")) and sentence.tokens[noun].pos == "NOUN"


def is_of_others(sentence: Sentence, verb: int, heads: Mapping[int | None, object]) -> bool:
    """Tell whether something else happened, came or began: "the search started on Sunday"."""
    subject = clauses.subject(sentence, verb)
    if subject is None or subject in heads:
        return False
    if sentence.tokens[subject].pos == "PRON":  # "it happened on Friday"; "she came home on Friday"
        return clauses.lower(sentence, subject) in _PERSONS
    below = sentence.subtree(subject)
    return lemma_of(sentence, subject) not in verbs("matter") and not heads.keys() & set(below)
