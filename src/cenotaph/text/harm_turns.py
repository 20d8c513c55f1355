"""Turns of phrase that tell of harm: "lost their lives", "in critical condition", "rose to 40"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_care import caring, fighting
from cenotaph.text.harm_heads import Found, ending_at, has_number, starting_at, sufferer
from cenotaph.text.harm_idioms import passing
from cenotaph.text.harm_lists import list_ending, list_starting
from cenotaph.text.harm_missing import vanishing
from cenotaph.text.harm_nouns import no_victims, no_wounded
from cenotaph.text.harm_order import not_found, throats, toll_brought, toll_total
from cenotaph.text.harm_tolls import toll
from cenotaph.text.harm_verbs import passive_victims, victims_of
from cenotaph.text.harm_words import words, written
from cenotaph.text.harm_wounds import shot_victims, subject_of, wounding
from cenotaph.text.lexicon import grouped
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import Whole, is_person, name_at, singular
from cenotaph.text.victims import DOUBLES

_UNDER = frozenset({"rubble", "debris", "ruins", "wreckage"})
_ARTICLES = frozenset({"a", "another"})
_DEAR = frozenset({
    "husband", "wife", "son", "daughter", "brother", "sister", "mother", "father", "parent",
    "child", "relative", "cousin", "grandson", "granddaughter", "comrade",
})  # fmt: skip
_SINCE = frozenset({"after", "since", "when", "and", "in", "as"})
_PASS = frozenset({"pass", "passes", "passed", "passing"})
_TOLLED = (
    "dead", "killed", "wounded", "injured", "hurt", "deaths", "victims", "martyrs",
    "massacred", "murdered", "slain", "fatalities", "missing",
)  # fmt: skip
_FORCES = frozenset({
    "men", "soldiers", "troops", "fighters", "servicemen", "policemen", "comrades",
})  # fmt: skip


def constructed(whole: Whole, index: int) -> Iterator[Found]:
    """Yield what the turn of phrase around a word tells: of lives, wounds, tolls, bodies."""
    word = lower(whole.sentence, index)
    reader = turning().get(word)
    if reader is not None:
        rule = f"turn {reader.__name__.strip('_')} {word}"
        yield from (replace(found, rule=rule) for found in reader(whole, index))
    if word == "victims":
        yield from (replace(found, rule="turn no_victims") for found in no_victims(whole, index))
    if word in {"wounded", "injured", "hurt"}:
        yield from (replace(found, rule="turn no_wounded") for found in no_wounded(whole, index))


@cache
def turning() -> dict[str, Callable[[Whole, int], Iterator[Found]]]:
    """Return by which word each turn of phrase is known."""
    known: tuple[tuple[Callable[[Whole, int], Iterator[Found]], Iterable[str]], ...] = (
        *wounding(),
        *caring(),
        *passing(),
        *vanishing(),
        (_lives, ("lives", "life")),
        (_no_more, ("more", "martyrdom", "death")),
        (_away, ("away",)),
        (toll, (*words("toll.noun"), *_TOLLED)),
        (toll_brought, ("number",)),
        (toll_total, ("total",)),
        (not_found, ("found",)),
        (throats, ("throat", "throats")),
        (_bodies, (*words("bodies"), "bodies", "corpses")),
        (_doubled, ("shooting", "stabbing", "homicide", "murder", "killing", "slaying")),
        (_driven_out, ("homes", "houses", "home")),
        (_bereft, written("lives.lost")),
        (_eliminated, ("eliminated", "eliminating", "neutralized", "neutralised")),
        (_wiped_out, ("wiped", "wiping")),
        (_on_oneself, ("himself", "herself")),
        (_own_life, ("own",)),
    )
    return {word: reader for reader, listed in reversed(known) for word in listed}


_WERE = frozenset({"were", "was", "are"})


def _no_more(whole: Whole, index: int) -> Iterator[Found]:
    """Read "13 persons are no more", "three embraced martyrdom", "met their death"."""
    sentence = whole.sentence
    verb = index - 2 if lower(sentence, index) == "more" else index - 1
    if lower(sentence, index) == "more":
        ends = not lower(sentence, index + 1).isalpha() or lower(sentence, index + 1) in _SINCE
        dead = lower(sentence, index - 1) == "no" and lower(sentence, verb) in {"is", "are"}
        dead = dead and ends  # not "is no more a member"
    else:
        verb -= sentence.tokens[verb].tag == "PRP$" or lower(sentence, verb) == "the"
        dead = lower(sentence, verb) in words("meet")
    found = sufferer(whole, verb) if dead else None
    if found is not None and found < verb and is_person(whole, found):
        yield Found(verb, "killed", list_ending(whole, found, verb), until=index, human=False)


def _away(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the boy passed away at the hospital", of an illness too: never a new dead person."""
    verb = index - 1
    if lower(whole.sentence, verb) not in _PASS:
        return
    found = ending_at(whole, clauses.verb_group_start(whole.sentence, verb) - 1)
    if found is not None and is_person(whole, found):
        yield Found(verb, "killed", (found,), plain=False, until=index, human=False)


_OUTLAWS = {"gunman", "extremist", "nationalist", "bandit", "dacoit", "maoist", "cultist", "pirate"}


def _eliminated(whole: Whole, index: int) -> Iterator[Found]:
    """Read "eliminated 20 militants", "15 terrorists were neutralised": of fighters.

    Of anybody named where a force did it: "the army eliminated Ivo Karel"; a team does so too.
    """
    heads = victims_of(whole, index)
    groups = grouped("persons.txt")
    known = groups["combatant"] | groups["attacker"] | _OUTLAWS
    forced = _doer(whole, index) in party_words("state")
    if heads and all(
        singular(lower(whole.sentence, h)) in known or (forced and _is_somebody(whole, h))
        for h in heads
    ):
        yield Found(index, "killed", heads)


def _is_somebody(whole: Whole, index: int) -> bool:
    return name_at(whole, index) is not None or is_person(whole, index) is True


def _doer(whole: Whole, verb: int) -> str:
    """Return the noun of who does what a verb tells; empty for nobody told."""
    sentence = whole.sentence
    by = next((k for k in sentence.kids[verb] if lower(sentence, k) == "by"), None)
    doer = clauses.kid(sentence, verb, "nsubj") if by is None else None
    if by is not None:
        doer = clauses.kid(sentence, by, "pobj")
    return "" if doer is None else lower(sentence, doer)


def _lives(whole: Whole, index: int) -> Iterator[Found]:
    """Read "claimed 12 lives", "lost their lives", "cost the lives of 40 people"."""
    sentence = whole.sentence
    yield from fighting(whole, index)
    yield from _were_lost(whole, index)
    for i in range(index - 1, max(-1, index - 10), -1):
        word = lower(sentence, i)
        if word in written("lives.taken") or word == "loss":
            heads: tuple[int, ...] = (index,)
            if lower(sentence, index + 1) == "of":
                head = starting_at(whole, index + 2)
                heads = (
                    list_starting(whole, head)
                    if head is not None and is_person(whole, head)
                    else ()
                )
            elif not has_number(whole, i, index) and lower(sentence, index - 1) not in _ARTICLES:
                heads = ()
            if heads:
                yield Found(i, "killed", heads, until=index)
            return
        if word in written("lives.lost"):
            yield from _lost(whole, i, index)
            return
        if word in written("lives.given") and _is_given_up(whole, i, index):
            yield from _lost(whole, i, index)
            return


def _were_lost(whole: Whole, index: int) -> Iterator[Found]:
    """Read "five lives were lost"."""
    sentence = whole.sentence
    first = clauses.chunk_left(sentence, index, whole.figures)
    lost = lower(sentence, index + 1) in _WERE and lower(sentence, index + 2) in {"lost", "claimed"}
    if lost and has_number(whole, first, index):
        yield Found(index + 2, "killed", (index,))


def _is_given_up(whole: Whole, verb: int, index: int) -> bool:
    """Tell "laid down their lives", "paid with his life" from "gave his life to the school"."""
    link = {"lay": "down", "pay": "with"}.get(written("lives.given")[lower(whole.sentence, verb)])
    own = whole.sentence.tokens[index - 1].tag == "PRP$"
    linked = link is None or lower(whole.sentence, verb + 1) == link
    return own and linked and lower(whole.sentence, index + 1) != "to"


def _lost(whole: Whole, verb: int, index: int) -> Iterator[Found]:
    if has_number(whole, verb + 1, index):
        yield Found(verb, "killed", (index,), until=index)
        return
    found = sufferer(whole, verb)
    if found is not None and found < verb:
        yield Found(verb, "killed", list_ending(whole, found), until=index, human=False)


def _on_oneself(whole: Whole, index: int) -> Iterator[Found]:
    """Read "before turning the gun on himself": the doer's own death, as it is told."""
    sentence = whole.sentence
    gun = {lower(sentence, i) for i in range(max(0, index - 4), index)}
    if not gun & {"gun", "weapon", "pistol", "rifle", "knife"} or "on" not in gun:
        return
    for i in range(index - 1, max(-1, index - 7), -1):
        if lower(sentence, i) in {"turned", "turning", "turn", "turns"}:
            yield from _own_death(whole, i, index)
            return


def _own_life(whole: Whole, index: int) -> Iterator[Found]:
    """Read "took his own life", "before taking her own life"."""
    sentence = whole.sentence
    owned = index > 1 and sentence.tokens[index - 1].tag == "PRP$"
    took = lower(sentence, index - 2) in {"took", "taken", "taking", "take", "takes"}
    if owned and took and lower(sentence, index + 1) in {"life", "lives"}:
        yield from _own_death(whole, index - 2, index + 1)


def _own_death(whole: Whole, verb: int, until: int) -> Iterator[Found]:
    """Yield the doer of a verb as who died of it."""
    sentence = whole.sentence
    doer = clauses.subject(sentence, verb)
    head = sufferer(whole, verb) if doer is None or doer > verb else doer
    if head is None:
        head = clauses.subject(sentence, sentence.tokens[sentence.tokens[verb].head].head)
    if head is not None and head < verb:
        yield Found(verb, "killed", (head,), plain=False, until=until, human=False)


def _bereft(whole: Whole, verb: int) -> Iterator[Found]:
    """Read "lost her husband", "has lost 4,200 men", "the driver lost both legs"."""
    head = starting_at(whole, verb + 1)
    if head is None:
        return
    noun = lower(whole.sentence, head)
    if noun in words("limbs"):
        yield from subject_of(whole, verb, head)
    elif singular(noun) in _DEAR or noun in _FORCES or _is_of_family(whole, verb, head):
        listed = list_starting(whole, head)  # "40 soldiers, two tanks and nine trucks"
        heads = tuple(h for h in listed if h == head or is_person(whole, h))
        yield Found(verb, "killed", heads, plain=False, until=heads[-1], human=False)


def _is_of_family(whole: Whole, verb: int, head: int) -> bool:
    """Tell whether a family loses its own: "the family lost nine members", "lost six of its"."""
    family = {lower(whole.sentence, i) for i in range(max(0, verb - 4), verb)} & {
        "family",
        "families",
    }
    return lower(whole.sentence, head) == "members" and bool(family)


def _wiped_out(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the bomb wiped out a family of seven"."""
    sentence = whole.sentence
    if lower(sentence, index + 1) != "out":
        return
    passive = clauses.is_passive(sentence, index)
    head = None if passive else starting_at(whole, index + 2)
    heads = passive_victims(whole, index) if passive else () if head is None else (head,)
    if heads and all(lower(sentence, h) == "family" for h in heads):
        yield Found(index, "killed", heads, until=index + 1, human=False)


def _bodies(whole: Whole, index: int) -> Iterator[Found]:
    """Read "40 bodies were buried", "found the bodies of 12 men": a stock (COUNTING 14)."""
    sentence = whole.sentence
    if lower(sentence, index + 1) == "of":
        head = starting_at(whole, index + 2)
        if head is not None and is_person(whole, head):
            yield Found(index, "buried", list_starting(whole, head), human=False)
        return  # "seven bodies of law"
    if lower(sentence, index + 1) in {"bag", "bags"}:
        return  # "300 body bags"
    if lower(sentence, index - 1) in words("living"):
        return  # "19 student bodies signed"
    first = clauses.chunk_left(sentence, index, whole.figures)
    under = lower(sentence, first) == "another" and not _UNDER.isdisjoint(sentence.lowered)
    if has_number(whole, first, index) or under:
        yield Found(index, "buried", (index,))
        return
    owned = lower(sentence, index) == "body" and lower(sentence, index - 1) in {"'s", "’s"}
    if owned and is_person(whole, index - 2):  # "a man's body was found in the rubble"
        yield Found(index, "buried", (index - 2,), human=False)


def _left_home(whole: Whole, verb: int, index: int) -> Iterator[Found]:
    found = sufferer(whole, verb)
    if found is not None and has_number(
        whole, clauses.chunk_left(whole.sentence, found, whole.figures), found
    ):
        yield Found(verb, "displaced", (found,), until=index, human=False)


def _driven_out(whole: Whole, index: int) -> Iterator[Found]:
    """Read "nine million have been driven from their homes"."""
    sentence = whole.sentence
    leaving = lower(sentence, index - 2) in {"left", "leave", "fled", "abandoned"}
    if leaving and lower(sentence, index - 1) in {"their", "the"}:
        yield from _left_home(whole, index - 2, index)
    for i in range(index - 1, max(-1, index - 6), -1):
        if lower(sentence, i) in {
            "driven",
            "forced",
            "chased",
            "expelled",
            "displaced",
        }:
            heads = victims_of(whole, i)
            if heads:
                yield Found(i, "displaced", heads, until=index, human=False)
            return


def _doubled(whole: Whole, index: int) -> Iterator[Found]:
    """Read "a double shooting", "a triple homicide": the adjective counts."""
    if lower(whole.sentence, index) in {"shooting", "stabbing"}:
        yield from shot_victims(whole, index)
    if lower(whole.sentence, index - 1) in DOUBLES:
        word = lower(whole.sentence, index)
        yield Found(index, "harmed" if word in {"shooting", "stabbing"} else "killed", (index,))
