"""Parts of a figure said before: "including six children", "two of them fatally" (COUNTING 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Count, People, Span
from cenotaph.text import clauses
from cenotaph.text.ages import age_of
from cenotaph.text.clauses import lower
from cenotaph.text.harm_besides import as_one, attacker_at, is_besides
from cenotaph.text.harm_heads import Harm, starting_at
from cenotaph.text.harm_lists import list_ending, list_of, list_starting
from cenotaph.text.harm_order import SPEAKING, follows_elsewhere, one_more
from cenotaph.text.harm_words import Harmed
from cenotaph.text.persons import Whole, is_person, people_of
from cenotaph.text.victims import Phrase, bare_count, phrase_at

STATES: dict[str, Harmed] = {
    "dead": "killed", "killed": "killed", "fatalities": "killed", "deaths": "killed",
    "slain": "killed", "wounded": "injured", "injured": "injured", "hurt": "injured",
    "casualties": "casualties", "missing": "missing",
}  # fmt: skip
ALL = "part all"  # the rule by which "the dead were a nurse and her sons" tells of all the dead
_SOME_OF = frozenset({"include", "included"})
_UNNAMED = frozenset({"victims", "them", "whom", "these", "those"})
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday",
    "today", "overnight", "next", "following",
})  # fmt: skip
_INCLUDING = frozenset({"including", "counting"})
_NAMED = frozenset({"named", "identified"})
_DEADLY = frozenset({"fatally", "mortally", "dead", "died"})


def parts(whole: Whole, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield the harms of a sentence that are parts of others, said there or before."""
    for i, word in enumerate(whole.sentence.lowered):
        yield from _besides(whole, found, i)
        if word == "of":
            yield from _of(whole, found, i)
        elif word in {"including", "counting", "among"}:
            yield from _including(whole, found, i)
        elif word == "followed" and lower(whole.sentence, i + 1) == "by":
            yield from _followed(whole, found, i + 2, _owner(found, i))
        elif word == "and" and (_is_more_then(whole, i + 1) or follows_elsewhere(whole, i + 1)):
            yield from _followed(whole, found, i + 1, _owner(found, i))
        elif word == "fatally" and i - 1 in whole.figures:
            yield from _fatally(whole, found, i - 1)
        elif word in STATES or word in {"victims", "victim"}:
            yield from _were(whole, i)


def of_whole(harm: Harm, found: Sequence[Harm]) -> Harm:
    """Mark "injured five, including a man who is in critical condition" as part of the five."""
    own = (
        p.whole for p in found
        if p.whole is not None and p.outcome == harm.outcome and p.phrase.head == harm.phrase.head
    )  # fmt: skip
    whole = next(own, None)
    return harm if whole is None or harm.part else replace(harm, part=True, whole=whole)


def as_part(whole: Whole, harm: Harm) -> Harm:
    """Mark "five of the injured had lost an eye" as part of the injured told of before.

    So are a witness's own dead ("a teacher whose two uncles were killed") and those of others told
    of ("62 patients, of whom 16 were dead on arrival").
    """
    before = [lower(whole.sentence, harm.phrase.first - n) for n in (2, 1, 0)]
    if before[-1] == "whose" and harm.phrase.count is not None and harm.phrase.count.high != 1:
        return replace(harm, part=True)
    if before[:2] == ["of", "whom"]:
        return replace(harm, part=True)
    last = harm.phrase.head
    of = lower(whole.sentence, last + 1) == "of" and lower(whole.sentence, last + 2) == "the"
    state = lower(whole.sentence, last + 3) if of else ""
    if harm.part or STATES.get(state) != harm.outcome:
        return harm
    return replace(harm, part=True)


def _spoken_of(whole: Whole, found: Sequence[Harm], of: int) -> Iterator[Harm]:
    """Read "the ministry said 82 had been killed, and rescuers spoke of 155"."""
    sentence = whole.sentence
    told = (i for i, h in enumerate(found) if (h.outcome, h.part) == ("killed", False))
    owner = next((i for i in told if found[i].phrase.first < of), None)
    last = whole.behind_figure(of + 1) - 1
    bare = last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].pos in {"PUNCT", "CCONJ"}
    phrase = bare_count(whole, last) if last > of and bare else None
    if owner is not None and phrase is not None:
        for harm in _part(whole, found, owner, phrase):
            yield replace(harm, part=False, whole=None, trigger=phrase.head)


def _fatally(whole: Whole, found: Sequence[Harm], figure: int) -> Iterator[Harm]:
    """Read "two fatally"; of whom must be said: "five dogs were stabbed, two fatally"."""
    owner = _owner(found, figure)
    if owner is not None:
        yield from _part(whole, found, owner, phrase_at(whole, figure), "killed")


def _of(whole: Whole, found: Sequence[Harm], index: int) -> Iterator[Harm]:
    """Read "two of them", "of whom 11", "of the 19 dead"."""
    sentence = whole.sentence
    if lower(sentence, index - 1) in SPEAKING:
        yield from _spoken_of(whole, found, index)
    elif lower(sentence, index - 1) in {"majority", "most"}:
        yield from _majority(whole, found, index)
    elif index - 1 in whole.figures or clauses.stands_alone(sentence, index - 1):
        yield from _of_them(whole, found, index)
    elif lower(sentence, index + 1) in {"whom", "them"}:
        yield from _of_whom_then(whole, found, index + 2, _owner(found, index), None)
    elif lower(sentence, index + 1) == "the":
        yield from _of_the_dead(whole, index)


def _is_more_then(whole: Whole, index: int) -> bool:
    """Tell "and 20 more on Wednesday" from "and 20 more in hospital": more at another time."""
    sentence = whole.sentence
    if index not in whole.figures:
        return False
    index = whole.behind_figure(index)
    if lower(sentence, index - 1) not in {"more", "others"}:
        if lower(sentence, index) not in {"more", "others"}:
            return False
        index += 1
    at = index + 1 if lower(sentence, index) in {"on", "late", "early", "the"} else index
    return lower(sentence, at) in _DAYS


def _followed(whole: Whole, found: Sequence[Harm], start: int, owner: int | None) -> Iterator[Harm]:
    """Read "forty bodies were buried, followed by 30 more": an increment (COUNTING 12)."""
    one = one_more(whole, start)
    head = starting_at(whole, start) if one is None else one
    if head is None or owner is None or (start not in whole.figures and one is None):
        return
    phrase = phrase_at(whole, head) or bare_count(whole, head)
    if one is not None:
        phrase = Phrase(start, one, one, "other", Count(low=1, high=1), People())
    if phrase is not None:
        phrase = replace(phrase, kind="other")
        for harm in _part(whole, found, owner, phrase):
            yield replace(harm, part=False)


def _majority(whole: Whole, found: Sequence[Harm], of: int) -> Iterator[Harm]:
    """Read "the majority of whom are pregnant": more than half of n, at most n (COUNTING 11)."""
    owner = _owner(found, of - 1)
    if owner is None or lower(whole.sentence, of + 1) not in {"whom", "them"}:
        return
    count = found[owner].phrase.count
    if count is None or count.low is None:
        return
    bare = Phrase(of - 1, of + 1, of - 1, "subset", None, People())
    people, end = _said_to_be(whole, bare, of + 1)
    low = count.low // 2 + 1
    high = None if count.high is None else max(low, count.high)
    first = of - 2 if lower(whole.sentence, of - 2) == "the" else of - 1
    part = Phrase(first, end, of - 1, "subset", Count(low=low, high=high), people)
    yield from _part(whole, found, owner, part)


def _including(whole: Whole, found: Sequence[Harm], index: int) -> Iterator[Harm]:
    """Read "including six children", "among them two boys", "among the dead is a nurse"."""
    following = lower(whole.sentence, index + 1)
    if is_besides(whole, index):
        return
    if lower(whole.sentence, index) in _INCLUDING or following in {"them", "whom"}:
        yield from _included(whole, found, index)
    elif following in {"the", "those"}:
        yield from _among(whole, index)


def _included(whole: Whole, found: Sequence[Harm], index: int) -> Iterator[Harm]:
    """Read "including two women and a child", "among them six doctors"."""
    start = index + (1 if lower(whole.sentence, index) in _INCLUDING else 2)
    if lower(whole.sentence, start) in {"were", "was", "are", "is", ","}:
        start += 1
    owner = _owner(found, index)
    head = starting_at(whole, start)
    if owner is None or head is None:
        return
    for each in list_of(whole, head):
        if each >= head and is_person(whole, each):
            yield from _part(whole, found, owner, as_one(phrase_at(whole, each), whole))


def _besides(whole: Whole, found: Sequence[Harm], index: int) -> Iterator[Harm]:
    """Read "besides the gunman", "not counting the bomber": dead beside the others."""
    owner = _owner(found, index) if is_besides(whole, index) else None
    phrase = None if owner is None else attacker_at(whole, index + 1)
    for harm in _part(whole, found, owner, phrase):
        yield replace(harm, part=False)


def _owner(found: Sequence[Harm], index: int) -> int | None:
    """Return the harm that words take a part of: the last whose figure stands before them."""
    before = [
        i for i, h in enumerate(found)
        if h.phrase.first < index and h.phrase.kind not in {"pronoun", "definite"}
    ]  # fmt: skip
    if not before:
        return None
    near = [i for i in before if found[i].phrase.last in {index - 1, index - 2}]
    return (near or sorted(before, key=lambda i: max(found[i].phrase.last, found[i].trigger)
                           if found[i].trigger < index else found[i].phrase.last))[-1]  # fmt: skip


def _part(
    whole: Whole, found: Sequence[Harm], owner: int | None, phrase: Phrase | None,
    outcome: Harmed | None = None,
) -> Iterator[Harm]:  # fmt: skip
    if phrase is None or phrase.count is None or phrase.kind in {"pronoun", "definite", "zero"}:
        return
    sentence = whole.sentence
    first = sentence.tokens[phrase.first].start
    if phrase.number is not None:
        first = min(first, phrase.number.span.start)
    span = Span(start=first, end=sentence.tokens[phrase.last].end, part=sentence.part)
    if owner is not None:
        said = found[owner]
        yield Harm(sentence.number, said.trigger, outcome or said.outcome, phrase, span,
                   part=True, whole=owner, plain=said.plain)  # fmt: skip
    else:
        yield Harm(sentence.number, phrase.head, outcome or "as before", phrase, span, part=True)


def _among(whole: Whole, index: int) -> Iterator[Harm]:
    """Read "a nurse is among the dead", "among the wounded were two doctors"."""
    sentence = whole.sentence
    outcome, at = None, index + 2
    for at in range(index + 2, min(index + 5, len(sentence.tokens))):
        word = lower(sentence, at)
        outcome = STATES.get(word)
        if outcome is not None or word == "victims":
            break
    else:
        return
    if lower(sentence, at) != "victims" and outcome is None:
        return
    head = _beside(whole, index, at)
    if head is None or not is_person(whole, head):
        return
    heads = list_ending(whole, head, index - 1) if head < index else list_starting(whole, head)
    for each in heads:
        phrase = phrase_at(whole, each)
        if phrase is not None and phrase.kind == "definite":
            phrase = replace(
                phrase, kind="singular"
            )  # "the guard is among the dead": told of before
        for harm in _part(whole, (), None, phrase, outcome):
            span = _over(whole, harm.span, each, at if each < index else each)
            yield replace(harm, span=span, trigger=at, joined=each != head)


def _beside(whole: Whole, among: int, state: int) -> int | None:
    """Return the head on the other side of "is": "among the dead is a nurse"."""
    sentence = whole.sentence
    verbs = {"is", "are", "was", "were"}
    if lower(sentence, among - 1) in verbs and among >= 2:
        found = clauses.subject(sentence, among - 1)
        return found if found is not None and found < among else among - 2
    for at in range(state + 1, min(state + 6, len(sentence.tokens))):
        if lower(sentence, at) in verbs:
            return starting_at(whole, at + 1)
    return None


def _of_them(whole: Whole, found: Sequence[Harm], of: int) -> Iterator[Harm]:
    """Read "two of the injured are in intensive care", "two of them fatally"."""
    sentence = whole.sentence
    phrase = phrase_at(whole, of - 1)
    last = of + 1
    while last < len(sentence.tokens) and lower(sentence, last) in {
        "the",
        "those",
        "these",
    } | _figures(whole, last):
        last += 1
    word = lower(sentence, last)
    if phrase is None or (word not in STATES and word not in _UNNAMED):
        return
    outcome = STATES.get(word)
    if lower(sentence, last + 1) in _DEADLY:
        outcome = "killed"
    owner = _owner(found, of - 1) if word in _UNNAMED else None
    if owner is None and word in _UNNAMED and word not in {"victims", "them"}:
        return
    people, end = _said_to_be(whole, phrase, last)
    age = age_of(sentence, last + 1, end) if end > last else phrase.age
    if word == "them" and owner is None and outcome is None and end == last:
        return  # "one of them was against the barracks"
    phrase = replace(phrase, kind="subset", last=end, people=people, age=age)
    yield from _part(whole, found, owner, phrase, outcome)


def _figures(whole: Whole, index: int) -> set[str]:
    return {lower(whole.sentence, index)} if index in whole.figures else set()


def _said_to_be(whole: Whole, phrase: Phrase, last: int) -> tuple[People, int]:
    """Return whom a part counts from its predicate, and its end: "two of whom were children"."""
    sentence = whole.sentence
    at = last + 1
    while lower(sentence, at) in {"were", "are", "was", "is", "also", "all", "both"}:
        at += 1
    head = starting_at(whole, at)
    if head is None or at in whole.figures or not is_person(whole, head):
        return phrase.people, last
    heads = [
        h for h in list_starting(whole, head, clause=True)
        if is_person(whole, h) and not any(i in whole.figures for i in range(head, h + 1))
    ]  # fmt: skip
    first, end = clauses.chunk_left(sentence, head, whole.figures), max(heads, default=head)
    said = people_of(whole, first, end, head)
    if end == head:
        return said, head
    return replace(said, age=None, sex=None), end  # "pregnant women and doctors" are not all women


def _of_the_dead(whole: Whole, of: int) -> Iterator[Harm]:
    """Read "of the 19 dead, 11 were women and five were children"."""
    sentence = whole.sentence
    at = whole.behind_figure(of + 2)
    outcome = STATES.get(lower(sentence, at))
    if outcome is not None and lower(sentence, at + 1) == ",":
        yield from _of_whom_then(whole, (), at + 2, None, outcome)


def _were(whole: Whole, index: int) -> Iterator[Harm]:
    """Read "the victims were a nurse and a student", "the dead included two boys"."""
    sentence = whole.sentence
    at = _naming(whole, index)
    head = None if at is None else starting_at(whole, at)
    if (
        head is None
        or not is_person(whole, head)
        or (at == head and sentence.tokens[head].tag == "NNS")
    ):
        return
    for each in list_starting(whole, head):
        harm = next(
            _part(whole, (), None, phrase_at(whole, each), STATES.get(lower(sentence, index))),
            None,
        )
        if harm is not None:
            rule = "part" if lower(sentence, index + 1) in _SOME_OF else ALL
            yield replace(harm, trigger=index, joined=each != head, rule=rule)


def _naming(whole: Whole, index: int) -> int | None:
    """Return where it is told who the victims are: "the dead were ...", "named the dead as ..."."""
    sentence = whole.sentence
    before, at = lower(sentence, index - 1), index + 1
    if before not in {"the", "other"} and before.isalpha():
        return None
    if lower(sentence, index - 2) == "among":
        return None  # "among the dead are two nurses": some of them
    if lower(sentence, at) == "as":
        near = {lower(sentence, i) for i in range(max(0, index - 4), index)}
        return at + 1 if near & _NAMED else None
    if lower(sentence, at) not in {"were", "was", "are", "is", *_SOME_OF}:
        return None
    at += 1
    if lower(sentence, at) in _NAMED:
        return at + 2 if lower(sentence, at + 1) == "as" else at + 1
    return at + 1 if lower(sentence, at) in {"all", "both"} else at


def _of_whom_then(
    whole: Whole, found: Sequence[Harm], start: int, owner: int | None, outcome: Harmed | None
) -> Iterator[Harm]:
    """Read "of whom 11 were women and five were children"."""
    sentence = whole.sentence
    at = start
    while (
        (owner, outcome) != (None, None)
        and at < len(sentence.tokens)
        and lower(sentence, at) not in {".", ";"}
    ):
        if at in whole.figures and at - 1 not in whole.figures:
            last = whole.behind_figure(at) - 1
            phrase = phrase_at(whole, last)
            if phrase is not None:
                people, end = _said_to_be(whole, phrase, last)
                part = replace(phrase, kind="subset", people=people, last=end)
                yield from _part(whole, found, owner, part, outcome)
            at = last
        at += 1


def _over(whole: Whole, span: Span, first: int, last: int) -> Span:
    """Return a span stretched to hold two tokens."""
    tokens = whole.sentence.tokens
    start = min(span.start, tokens[first].start, tokens[last].start)
    end = max(span.end, tokens[first].end, tokens[last].end)
    return Span(start=start, end=end, part=span.part)
