"""A parsed sentence -> its harms: who is said to have suffered what, by which word; no counting.

Each way English tells of harm has its reader (verbs, states and nouns, parts); what they find is
settled here, so that "shot and killed" is one harm and "found dead" is no second one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_besides import behind_colon
from cenotaph.text.harm_called import named
from cenotaph.text.harm_cells import in_cells
from cenotaph.text.harm_families import of_family
from cenotaph.text.harm_heads import Found, Harm, ending_at, has_number, starting_at, sufferer
from cenotaph.text.harm_labels import labelled
from cenotaph.text.harm_likewise import as_many, likewise, meant
from cenotaph.text.harm_lists import accompanied
from cenotaph.text.harm_nouns import attributed, counted, of_noun, of_state
from cenotaph.text.harm_order import inverted, is_room
from cenotaph.text.harm_parts import STATES, as_part, of_whole, parts
from cenotaph.text.harm_places import by_place
from cenotaph.text.harm_rival import moved, rivals
from cenotaph.text.harm_spelled import spelled_out
from cenotaph.text.harm_taken import AWAY, HOMES, SEIZED, carried_off, is_from_home, seized
from cenotaph.text.harm_turns import constructed, turning
from cenotaph.text.harm_verbs import of_object, of_subject, to_death
from cenotaph.text.harm_words import Harmed, Trigger, triggers
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole, is_person, looks_personal, singular
from cenotaph.text.reading import Sentence
from cenotaph.text.victims import Phrase, bare_count, phrase_at

__all__ = ["Harm", "harms", "unread_names"]

_OF_OTHERS = frozenset({"partitive", "subset"})
_OPENING = frozenset({"before", "after", "when", "until", "while", "as", "but", "because", ";"})
_COUNTING = frozenset({"lives", "life", "bodies", "corpses", "body", "corpse"})


def harms(whole: Whole) -> tuple[Harm, ...]:
    """Return the harms of one sentence in the order of their words; () when it is not parsed."""
    return whole.once(_harms) if whole.sentence.tokens else ()


def _harms(whole: Whole) -> tuple[Harm, ...]:
    if whole.sentence.row is not None:
        return tuple(in_cells(whole))
    found = whole.once(_all)
    read = [h for f in found for h in _read(whole, f)]
    fields = list(labelled(whole))
    labels = {h.trigger for h in fields}  # "killed 2, injured 1": no 2 injured were killed
    read = [*fields, *(h for h in read if h.trigger not in labels)]
    plain = spelled_out(whole, _once(read))
    alike = tuple(likewise(whole, plain))
    plain = [as_many(h, alike) for h in plain]
    placed = tuple(by_place(whole, [*plain, *alike]))
    listed = {h.phrase.head for h in placed}
    plain = [h for h in plain if h.phrase.head not in listed]
    taken = (*parts(whole, plain), *alike, *placed, *named(whole, plain))
    more = [h for h in taken if not _is_known(plain, h)]
    known = {h.phrase.head for h in (*plain, *more)}
    bare = (h for h in rivals(whole) if h.phrase.head not in known)
    told = behind_colon(whole, [of_whole(h, taken) for h in plain])
    return tuple(moved(whole, [*(as_part(whole, h) for h in told), *more, *bare]))


def unread_names(whole: Whole) -> Iterator[Span]:
    """Yield unknown names in a victim's place, which may be persons or not: "shot Tesso"."""
    sentence = whole.sentence
    if sentence.part == "title" or not sentence.tokens:
        return
    for found in whole.once(_all):
        if found.outcome in {"killed", "injured"}:
            for head in found.heads:
                token = sentence.tokens[head]
                if token.pos == "PROPN" and is_person(whole, head) is None:
                    first = clauses.chunk_left(sentence, head, whole.figures)
                    if not (found.human and first == head and _is_joined(whole, head)):
                        yield sentence.span_of(first, head)


def _is_known(plain: list[Harm], part: Harm) -> bool:
    """Tell whether a part was read already, or is a phrase whose fate the sentence says itself."""
    return any(
        h.phrase.head == part.phrase.head
        or (h.phrase.first == part.phrase.first and part.outcome in {h.outcome, "as before"})
        for h in plain
    )


def _all(whole: Whole) -> list[Found]:
    return _settled(whole, list(_found(whole)))


def _found(whole: Whole) -> Iterator[Found]:
    sentence = whole.sentence
    opening = _opening()
    for i, word in enumerate(sentence.lowered):
        if word not in opening or sentence.tokens[i].dep == "meta":
            continue  # "meta": a dateline, as in "BERLIN, 16 Dec (Die Zeit)"
        for trigger in triggers().get(word, ()):
            found = inverted(whole, i, trigger) or _by_frame(whole, i, trigger)
            if found is not None:
                group = f"{trigger.outcome}.{trigger.frame}".replace(" ", "_")
                yield replace(found, rule=f"{group} {trigger.lemma}")
        yield from constructed(whole, i)
        to_die = word == "death" and lower(sentence, i - 1) == "to"
        if to_die or word in {"down", "up", "alive"}:
            yield from (replace(f, rule=f"turn to_death {word}") for f in to_death(whole, i))
        if word in {"hostage", "captive", *AWAY} or is_from_home(whole, i):
            yield from (replace(f, rule=f"turn carried_off {word}") for f in carried_off(whole, i))
        elif word in SEIZED:
            yield from (replace(f, rule=f"turn seized {word}") for f in seized(whole, i))


@cache
def _opening() -> frozenset[str]:
    """Return the words at which anything of harm is read."""
    turns = {"death", "down", "up", "alive", "off", "hostage", "captive", *SEIZED}
    return frozenset({*triggers(), *turning(), *turns, *HOMES})


def _by_frame(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    match trigger.frame:
        case "object":
            return of_object(whole, index, trigger)
        case "subject":
            return of_subject(whole, index, trigger)
        case "state":
            return of_state(whole, index, trigger) or attributed(whole, index, trigger)
        case "of":
            return of_noun(whole, index, trigger)
        case "count":
            return counted(whole, index, trigger)


def _settled(whole: Whole, found: list[Found]) -> list[Found]:
    """Drop what a plainer word beside it says better: "shot and killed", "found dead"."""
    found = [f for f in (_either(whole, f, found) for f in found) if f is not None]
    return [f for i, f in enumerate(found) if not any(
        _outsays(other, f, earlier=j < i) for j, other in enumerate(found) if j != i
    )]  # fmt: skip


def _either(whole: Whole, one: Found, found: list[Found]) -> Found | None:
    """Read "40 were killed or wounded" as casualties: killed plus injured (COUNTING 14)."""
    for other in found:
        low, high = sorted((one.trigger, other.trigger))
        pair = {one.outcome, other.outcome} == {"killed", "injured"} and one.heads == other.heads
        if pair and high - low < 4 and "or" in {lower(whole.sentence, i) for i in range(low, high)}:
            if _names_nobody(whole, one):
                return one
            return replace(one, outcome="casualties", until=high) if one.trigger == low else None
    return one


def _names_nobody(whole: Whole, found: Found) -> bool:
    phrase = phrase_at(whole, found.heads[0]) if found.heads else None
    return phrase is not None and phrase.kind == "zero"


def _outsays(other: Found, weak: Found, *, earlier: bool) -> bool:
    if not set(other.heads) & set(weak.heads):  # "a gunman shot dead nine": he is not dead
        return other.until == weak.trigger and min(other.heads, default=0) > weak.trigger
    if other.trigger == weak.trigger and (other.outcome, weak.outcome) == ("killed", "injured"):
        return True  # "fatally wounded"
    if (other.rule, weak.outcome) == ("killed.subject die", "injured"):
        return True  # "a nurse wounded in the raid has died" (COUNTING 18)
    if weak.outcome == "harmed" and other.outcome in {"killed", "injured", "none"}:
        return abs(other.trigger - weak.trigger) < 14
    if not weak.plain and other.plain and other.outcome in {"killed", "injured", "missing"}:
        return True
    return weak.outcome == other.outcome and earlier and weak.plain == other.plain


def _read(whole: Whole, found: Found) -> Iterator[Harm]:
    """Read the phrases in the victims' place."""
    joined = False
    listed = len(found.heads) > 1 and any(is_person(whole, h) for h in found.heads)
    found = replace(found, human=found.human or listed)  # "two lamplighters and a guard died"
    found = _with_company(whole, meant(whole, found))
    for head in found.heads:
        if _is_each_other(whole, head):
            continue
        phrase = _phrase(whole, found, _figure_end(whole, _oneself(whole, found, head)))
        if phrase is None or not _is_of_people(whole, found, phrase) or is_room(whole, phrase):
            continue
        if joined and (phrase.kind == "subset" or _is_of_them(whole, phrase)):
            continue  # "six monks, five of whom were Danes": a part, read as one below
        phrase = _as_attacker(whole, found, of_family(whole, phrase))
        if found.over and phrase.count is not None and phrase.count.low is not None:
            more = replace(phrase.count, low=phrase.count.low + 1, high=None, over=True)
            phrase = replace(phrase, count=more)
        state = _state(whole, phrase)
        if state is not None and state != found.outcome:
            phrase = replace(phrase, kind="other")  # "two of the injured died": two more dead
        yield Harm(
            whole.sentence.number, found.trigger, found.outcome, phrase,
            _evidence(whole, found, phrase), joined, part=state == found.outcome,
            plain=found.plain and phrase.certain and not _is_reported(whole, phrase.first),
            rule=found.rule,
        )  # fmt: skip
        joined = True


def _state(whole: Whole, phrase: Phrase) -> Harmed | None:
    """Return of whom somebody is one, where that is some of those told of."""
    return state_of(whole.sentence, phrase) if phrase.kind in _OF_OTHERS else None


def state_of(sentence: Sentence, phrase: Phrase) -> Harmed | None:
    """Return of whom somebody is one: "two of the injured", "one of those hurt in the riot"."""
    those = lower(sentence, phrase.last) == "those"
    return STATES.get(lower(sentence, phrase.last + those))


def _is_reported(whole: Whole, first: int) -> bool:
    """Tell whether only a call tells of somebody: "answered a report of a man shot"."""
    if lower(whole.sentence, first - 1) not in {"of", "for", "about"}:
        return False
    for i in range(first - 2, max(-1, first - 6), -1):
        if lower(whole.sentence, i) in {"call", "calls", "report", "reports"}:
            return True
        if i < first - 2 and whole.sentence.tokens[i].pos not in {"ADV", "NOUN", "PROPN", "NUM"}:
            return False  # "a call earlier on Friday of a hurt boy"
    return False


def _is_each_other(whole: Whole, head: int) -> bool:
    """Tell whether nobody in particular is meant: "killing one another"."""
    pairs = {("one", "another"), ("each", "other")}
    before, word, after = (lower(whole.sentence, head + n) for n in (-1, 0, 1))
    return (before, word) in pairs or (word, after) in pairs


def _is_of_them(whole: Whole, phrase: Phrase) -> bool:
    """Tell whether a phrase takes a part of those told of right before: "five of them Danes"."""
    after = (lower(whole.sentence, phrase.head + 1), lower(whole.sentence, phrase.head + 2))
    return after[0] == "of" and after[1] in {"them", "whom", "these", "those"}


def _with_company(whole: Whole, found: Found) -> Found:
    """Add who shares the fate of a passive verb's or an intransitive one's victims."""
    if found.outcome not in {"killed", "injured"} or not found.heads or not found.plain:
        return found
    beside = lower(whole.sentence, found.trigger + 1) in {"along", "together", "alongside"}
    verb = clauses.is_verb(whole.sentence, found.trigger) or beside
    if max(found.heads) > found.trigger or not verb or not is_person(whole, found.heads[0]):
        return found
    more = tuple(h for h in accompanied(whole, found.trigger) if h not in found.heads)
    return replace(found, heads=(*found.heads, *more)) if more else found


def _oneself(whole: Whole, found: Found, head: int) -> int:
    """Return whom "himself" stands for: the verb's subject, never a new person."""
    if lower(whole.sentence, head) not in {"himself", "herself", "themselves", "self"}:
        return head
    found_head = sufferer(whole, found.trigger)
    return head if found_head is None else found_head


def _as_attacker(whole: Whole, found: Found, phrase: Phrase) -> Phrase:
    """Mark "him" as the attacker where he is: "he stabbed two before a guard shot him dead"."""
    if phrase.kind != "pronoun" or lower(whole.sentence, phrase.head) not in {"him", "he", "his"}:
        return phrase
    attackers = grouped("persons.txt")["attacker"]
    doer = clauses.subject(whole.sentence, found.trigger)
    before = [i for i in range(min(found.trigger, phrase.head)) if i != doer]
    known = any(singular(lower(whole.sentence, i)) in attackers for i in before)
    if not known and not _is_agent_of_many(whole, phrase.head):
        return phrase
    if any(
        i is not None and singular(lower(whole.sentence, i)) in attackers
        for i in (doer, _first_doer(whole, found))
    ):
        return phrase  # "the suspect walked up to the officer and shot him"
    return replace(phrase, people=replace(phrase.people, roles=("attacker",)))


def _first_doer(whole: Whole, found: Found) -> int | None:
    """Return the subject of a sentence where no clause opens before the word of harm."""
    sentence = whole.sentence
    root = next((i for i, t in enumerate(sentence.tokens) if t.dep == "ROOT"), found.trigger)
    between = sentence.lowered[root : found.trigger]
    return None if _OPENING & set(between) else clauses.kid(sentence, root, "nsubj")


def _is_agent_of_many(whole: Whole, pronoun: int) -> bool:
    """Tell whether somebody harmed a figure of people before: "killed by a man"."""
    for i in range(1, pronoun - 1):
        following = lower(whole.sentence, i + 1)
        by = lower(whole.sentence, i) == "by" and following in {"a", "the", "one"}
        if by and any(
            t.frame == "object" for t in triggers().get(lower(whole.sentence, i - 1), ())
        ):
            head = starting_at(whole, i + 1)
            near = ending_at(whole, clauses.verb_group_start(whole.sentence, i - 1) - 1)
            first = clauses.chunk_left(whole.sentence, near, whole.figures) if near else 0
            many = near is not None and has_number(whole, first, near)
            one = head is not None and whole.sentence.tokens[head].tag == "NN"
            return many and one and head is not None and is_person(whole, head) is True
    return False


def _figure_end(whole: Whole, head: int) -> int:
    """Return the last token of a figure, "three or four wounded", or whom "a number of" counts."""
    while head in whole.figures and head + 1 in whole.figures:
        head += 1
    behind = head if lower(whole.sentence, head) != "of" else starting_at(whole, head + 1)
    return head if behind is None else behind


def _is_of_people(whole: Whole, found: Found, phrase: Phrase) -> bool:
    if phrase.certain:
        dead = {"me", "i", "myself"} if found.outcome == "killed" else set()
        words = {"us", "we", "you"} | dead  # who speaks lives
        return lower(whole.sentence, phrase.head) not in words
    personal = looks_personal(whole.sentence.tokens[phrase.head].text)
    if phrase.number is not None:
        return found.human or personal or _state(whole, phrase) is not None
    listed = len(found.heads) > 1 and phrase.kind == "singular"
    proper = whole.sentence.tokens[phrase.head].tag == "NNP"
    if (
        listed
        and found.human
        and (
            personal or (proper and phrase.first == phrase.head and _is_joined(whole, phrase.head))
        )
    ):
        return True  # "shot dead a saddler, his brother and a guard"
    beside = clauses.kid(whole.sentence, phrase.head, "appos")
    named = beside is not None and whole.sentence.tokens[beside].pos == "PROPN"
    return found.human and personal and named  # "murdered a headman, Ana Ruiz,"


def _is_joined(whole: Whole, name: int) -> bool:
    """Tell whether an unknown name is joined to a person's: "Lucie and Ana were murdered"."""
    joined = lower(whole.sentence, name + 1) in {"and", ","}
    return joined and name + 2 < len(whole.sentence.tokens) and is_person(whole, name + 2) is True


def _phrase(whole: Whole, found: Found, head: int) -> Phrase | None:
    """Read a noun phrase of people, or a noun that counts without naming them: "12 deaths"."""
    if head == found.trigger or lower(whole.sentence, head) in _COUNTING:
        maimed = found.outcome == "injured" and head != found.trigger
        return None if maimed else bare_count(whole, head)  # "12 disfigured bodies" are dead
    return phrase_at(whole, head)


def _evidence(whole: Whole, found: Found, phrase: Phrase) -> Span:
    """Return the span from the first to the last of victim phrase and outcome word."""
    sentence = whole.sentence
    ends = [phrase.last, phrase.first, found.trigger]
    if found.until is not None:
        ends.append(found.until)
    start, end = sentence.tokens[min(ends)].start, sentence.tokens[max(ends)].end
    if phrase.number is not None:
        start, end = min(start, phrase.number.span.start), max(end, phrase.number.span.end)
    return Span(start=start, end=end, part=sentence.part)


def _once(found: list[Harm]) -> list[Harm]:
    """Keep one harm for each outcome and phrase, in reading order."""
    kept: dict[tuple[int, str], Harm] = {}
    for harm in found:
        kept.setdefault((harm.phrase.head, harm.outcome), harm)
    return sorted(kept.values(), key=lambda h: (h.phrase.first, h.span.start))
