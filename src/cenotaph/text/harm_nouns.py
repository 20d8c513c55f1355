"""States and nouns of harm -> the phrases they count: "12 wounded", "the death of three"."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.text import clauses
from cenotaph.text.clauses import FINITE, lower
from cenotaph.text.harm_heads import Found, ending_at, has_number, starting_at, sufferer
from cenotaph.text.harm_lists import list_ending, list_of, list_starting
from cenotaph.text.harm_order import SPEAKING
from cenotaph.text.harm_verbs import object_of
from cenotaph.text.harm_words import Trigger, written
from cenotaph.text.persons import Whole, is_person, person_words, singular
from cenotaph.text.reading import Sentence
from cenotaph.text.victim_figures import BRINGING, denied_from

_LIE = frozenset({"lie", "lies", "lay", "fell", "dropped"})
_WHO = frozenset({"who", "whom", "whose", "that"})
_PLAY = frozenset({"play", "portray", "impersonate", "pose"})
_OF_SPORT = frozenset({
    "squad", "players", "player", "league", "season", "striker", "midfielder", "lineup", "roster",
    "playoffs",
})  # fmt: skip
_FORCES = frozenset({"police", "army", "military", "crew", "gang", "cult"})
_OPENING = frozenset({"after", "following", "since", "despite", "with", "before"})
_LISTED = frozenset({
    "listed", "registered", "recorded", "counted", "confirmed", "reported", "regarded", "treated",
})  # fmt: skip
_EARLY = 4  # words of a sentence's opening
_NO_STATE = frozenset({"the", "of", "wounded", "grievous", "bodily"})
_THERE = frozenset({"were", "was", "are", "been", "with"})
_SEVERAL = 2
_NO_TOLL = frozenset({"toll", "rate", "certificate", "threat", "threats", "penalty", "row", "squad",
                      "squads", "sentence", "count", "figure", "figures"})  # fmt: skip


def of_state(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "two dead", "12 wounded", "three men are dead", "left four soldiers dead"."""
    sentence = whole.sentence
    token = sentence.tokens[index]
    idle = lower(sentence, index - 1) in _NO_STATE or _is_played(whole, index)
    if idle or _is_attribute(whole, index) or _is_done_to_others(whole, index):
        return None
    # "and 40 injured who lay in the road"
    counted_so = index - 1 in whole.figures and lower(sentence, index + 1) in _WHO
    bare = counted_so or _is_bare(whole, index)
    if token.tag in {"VBD", "VBN", "VB", "VBP"} and not bare and object_of(whole, index):
        return None
    near = ending_at(whole, clauses.verb_group_start(sentence, index) - 1)
    near = _figure_over(whole, near)
    if near is not None and near in whole.figures:
        return Found(index, trigger.outcome, (near,))  # "two dead and three wounded"
    found = sufferer(whole, _lying(sentence, index))
    if found is not None and is_person(whole, found):
        return Found(index, trigger.outcome, list_ending(whole, found, index))
    if token.dep in {"acomp", "oprd", "attr", "xcomp"}:
        found = clauses.kid(sentence, token.head, "dobj") or found
    if found is None or found >= index:
        return None
    heads = tuple(h for h in list_of(whole, found) if h < index)
    return Found(index, trigger.outcome, heads) if heads else None


def _figure_over(whole: Whole, near: int | None) -> int | None:
    """Return the figure of "left eight of them dead", else the word that was found."""
    tokens = whole.sentence.tokens
    if near is None or tokens[near].dep != "pobj" or tokens[tokens[near].head].text != "of":
        return near
    figure = tokens[tokens[near].head].head
    return figure if figure in whole.figures and tokens[figure].dep == "dobj" else near


def _is_done_to_others(whole: Whole, index: int) -> bool:
    """Tell whether those behind the word are dead: "a guard shot dead a boy", not a guard."""
    shot = lower(whole.sentence, index) == "dead" and lower(whole.sentence, index - 1) == "shot"
    if not shot or clauses.is_passive(whole.sentence, index - 1):
        return False
    behind = starting_at(whole, index + 1)
    return behind is not None and is_person(whole, behind) is True


def _is_bare(whole: Whole, index: int) -> bool:
    """Tell whether somebody tells of a figure and its fate: "spoke of 250 wounded"."""
    first = index - 1
    while first in whole.figures and first - 1 in whole.figures:
        first -= 1
    spoken = lower(whole.sentence, first - 2) in SPEAKING
    return first in whole.figures and lower(whole.sentence, first - 1) == "of" and spoken


def _is_played(whole: Whole, index: int) -> bool:
    """Tell whether people only act it: "60 volunteers played the dead and wounded"."""
    near = range(max(0, index - 5), index)
    return any(whole.sentence.tokens[i].lemma.lower() in _PLAY for i in near)


def _lying(sentence: Sentence, index: int) -> int:
    """Return the verb by which a state is told: "seven lie dead", "39 are listed as missing"."""
    if lower(sentence, index - 1) == "as" and lower(sentence, index - 2) in _LISTED:
        return index - 2
    return index - 1 if lower(sentence, index - 1) in _LIE else index


def _is_attribute(whole: Whole, index: int) -> bool:
    """Tell whether a noun follows that the state belongs to: "17 injured people"."""
    sentence = whole.sentence
    token = sentence.tokens[index]
    if index + 1 >= len(sentence.tokens):
        return False
    following = sentence.tokens[index + 1]
    if token.pos == "ADJ" and following.pos == "NOUN":
        return True  # "the 36 dead letters", whatever the parse
    return token.dep in {"amod", "compound"} and following.pos in {"NOUN", "PROPN"}


def attributed(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "17 injured people", "two dead soldiers": the state stands inside the phrase."""
    sentence = whole.sentence
    if not _is_attribute(whole, index):
        return None
    head = clauses.chunk_right(sentence, index + 1, whole.figures)
    if head is None:
        return None
    first = clauses.chunk_left(sentence, head, whole.figures)
    if not has_number(whole, first, index):
        return None
    return Found(index, trigger.outcome, (head,), human=False)


def of_noun(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "the murder of three guards", "the deaths of at least 12", "Ruiz's murder"."""
    of = _of(whole, index)
    if of is None:
        return _owned(whole, index, trigger) or _of_whom(whole, index, trigger)
    head = starting_at(whole, of + 1)
    if head is None or is_person(whole, head) is False:
        return None
    deadly = lower(whole.sentence, index - 1) in {"fatal", "deadly", "lethal"}
    outcome = "killed" if deadly else trigger.outcome  # "the fatal shooting of a clerk"
    heads = list_starting(whole, head)
    if len(heads) > 1 and _is_of_first(whole, index, heads):
        heads = heads[:1]
    return Found(index, outcome, _named_after(whole, heads) or heads, human=False)


def _named_after(whole: Whole, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Read "the murder of senator and candidate Luis Prado": what one man is, told before his name.

    Nothing but the name stands behind it, and no article or figure before what he is.
    """
    tokens = whole.sentence.tokens
    bare = all(tokens[h].tag == "NN" and h - 1 not in whole.figures for h in heads)
    opens = tokens[heads[0] - 1].text.lower() == "of" if heads else False
    if len(heads) < _SEVERAL or not bare or not opens or heads[-1] + 1 >= len(tokens):
        return ()
    if any(tokens[i].pos == "DET" for i in range(heads[0], heads[-1])):
        return ()
    named = starting_at(whole, heads[-1] + 1) if tokens[heads[-1] + 1].pos == "PROPN" else None
    return () if named is None else (named,)


def _is_of_first(whole: Whole, index: int, heads: tuple[int, ...]) -> bool:
    """Tell whether who is named behind a comma does something else.

    "After the death of Ruiz, Karel and Sand were on the run": one is dead.
    """
    tokens, following = whole.sentence.tokens, heads[-1] + 1
    opens = lower(whole.sentence, 0) in _OPENING and index < _EARLY
    parted = tokens[index].tag in {"NN", "NNP"} and lower(whole.sentence, heads[0] + 1) == ","
    if not opens or not parted or following >= len(tokens):
        return False
    return tokens[following].tag in FINITE


def _of(whole: Whole, index: int) -> int | None:
    """Return the "of" of a noun, where a day or a place may stand before it."""
    sentence = whole.sentence
    if lower(sentence, index + 1) == "of":
        return index + 1
    if lower(sentence, index + 1) not in {"in", "on", "at", "near", "yesterday", "today"}:
        return None  # "murder in the shooting of": another event's word
    between = clauses.chunk_right(sentence, index + 2, whole.figures)
    if between is None or lower(sentence, between + 1) != "of":
        return index + 2 if lower(sentence, index + 2) == "of" else None
    told = sentence.tokens[between].ent in {"GPE", "LOC", "FAC", "DATE", "TIME", "ORG"}
    return between + 1 if told and _is_of_people(whole, between + 2) else None


def _is_of_people(whole: Whole, index: int) -> bool:
    head = starting_at(whole, index)
    return head is not None and is_person(whole, head) is True


def _owned(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "Ruiz's murder", "the boy's slaying": an owner who is a person is the victim."""
    sentence = whole.sentence
    if trigger.lemma in {"shooting", "stabbing", "torture", "execution", "rape"}:
        return None  # "the gunman's shooting": his own doing
    for i in range(index - 1, max(0, index - 4), -1):
        if sentence.tokens[i].pos == "PUNCT" and lower(sentence, i) not in {"'", "’"}:
            return None  # "on a girls' school, killing five"
        if lower(sentence, i) in {"'s", "’s", "'", "’"}:
            known = sentence.tokens[i - 1].pos in {"NOUN", "PROPN"} and is_person(whole, i - 1)
            return Found(index, trigger.outcome, (i - 1,), human=False) if known else None
    return None


def _of_whom(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "police look into the toddler death": one person in front of the word, and no more."""
    sentence = whole.sentence
    person = sentence.tokens[index - 1]
    one = trigger.lemma == "death" and lower(sentence, index) == "death"
    known = one and person.tag in {"NN", "NNP"} and singular(person.text) in person_words()
    names = [t.tag.startswith("NN") for t in sentence.tokens[index + 1 : index + 2]]
    if not known or lower(sentence, index - 1) in _FORCES or any(names):
        return None  # "infant death rate"
    return Found(index, trigger.outcome, (index - 1,), human=False)


def counted(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "12 deaths", "three fatalities", "no casualties", "20 to 30 injuries"."""
    sentence = whole.sentence
    if lower(sentence, index + 1) in _NO_TOLL:
        return None
    first = clauses.chunk_left(sentence, index, whole.figures)
    denied = lower(sentence, first) == "no" or denied_from(sentence, index) is not None
    if not has_number(whole, first, index) and not denied:
        return None
    carried = set(sentence.lowered[max(0, first - 2) : index]) & written("carry").keys()
    if trigger.lemma == "injury" and (carried or _OF_SPORT & set(sentence.lowered)):
        return None  # "the squad has 12 injuries", "he sustained multiple injuries"
    if trigger.lemma == "martyr" and {lower(sentence, index + 1), lower(sentence, first - 1)} & {
        "of",
        "on",
    }:
        return None  # "the portraits of 13 martyrs"
    return Found(index, trigger.outcome, (index,))


def no_victims(whole: Whole, index: int) -> Iterator[Found]:
    """Read "there were no victims", "without claiming victims": nobody dead, nobody hurt."""
    sentence = whole.sentence
    bare = lower(sentence, index - 1) == "no"
    told = {lower(sentence, i) for i in (index - 2, index + 1)} & _THERE
    brought = index > 1 and sentence.tokens[index - 2].lemma.lower() in BRINGING
    if (bare and (told or brought)) or denied_from(sentence, index) is not None:
        yield Found(index, "casualties", (index,), human=False)


def no_wounded(whole: Whole, index: int) -> Iterator[Found]:
    """Read "there were no dead or wounded" of the wounded, too."""
    before = whole.sentence.lowered[max(0, index - 3) : index]
    if before[:2] == ("no", "dead") and before[-1] in {"or", "and", "nor"}:
        yield Found(index, "injured", (index,), human=False)
