"""The figure in a victim phrase: which number phrase counts its people, and which counts none."""

from __future__ import annotations

from cenotaph.model import Count, People
from cenotaph.text import clauses
from cenotaph.text.number_kinds import group
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import Whole, singular
from cenotaph.text.reading import NumberPhrase, Sentence

_PERSONAL = frozenset({"he", "she", "him", "her", "i", "me", "we", "us", "they"})
_TELLING = frozenset(
    {"was", "were", "is", "are", "have", "has", "had", "died", "succumbed", "perished", "later"}
)
_SHARES = frozenset({"one", "two", "three", "four", "1", "2", "3", "4"})
_DENIALS = frozenset({"not", "n't", "without", "never"})
BRINGING = frozenset({
    "cause", "claim", "leave", "produce", "provoke", "inflict", "result", "take", "involve",
    "suffer", "bring",
})  # fmt: skip
"""What an attack does with its victims."""
_YEAR = 1900  # "two in 2020": no share
_HOUSEHOLDS = frozenset({"family", "household"})


def of_families(
    sentence: Sentence, number: NumberPhrase | None, who: int, people: People,
    count: Count | None,
) -> Count | None:  # fmt: skip
    """Return the words for families, each of nobody knows how many (COUNTING 8).

    "Some 400 families fled", "a family was killed" hold no figure of people; "a family of five",
    "five of a family" and "no families" do.
    """
    if singular(sentence.tokens[who].text) not in _HOUSEHOLDS:
        return count
    none = count is not None and count.high == 0
    sized = number is not None and (
        number.figure.start >= sentence.tokens[who].end or _is_before_of(sentence, number)
    )
    return count if none or sized or people.words is None else Count(vague=people.words)


def is_score(sentence: Sentence, number: NumberPhrase, head: int) -> bool:
    """Tell whether a bare figure has an article: "shot a 64"."""
    start = sentence.token_at(number.figure.start)
    bare = sentence.tokens[head].pos == "NUM" and start == head
    return bare and clauses.lower(sentence, head - 1) in {"a", "an"}


def is_share(whole: Whole, head: int) -> bool:
    """Tell whether a figure is a share: "one in three villagers", not "two in one car"."""
    base = clauses.lower(whole.sentence, head + 2)
    counted = base != "one" and (base == "every" or head + 2 in whole.figures or base.isdecimal())
    return clauses.lower(whole.sentence, head) in _SHARES and (
        clauses.lower(whole.sentence, head + 1) == "in" and counted and not _is_year(base)
    )


def _is_year(word: str) -> bool:
    return word.isdecimal() and int(word) >= _YEAR


def number_in(whole: Whole, first: int, head: int) -> NumberPhrase | None:
    """Return the number phrase that stands inside the noun phrase or is its head."""
    if clauses.lower(whole.sentence, head) in _PERSONAL:
        return None  # "by 3 he was dead"
    sized = _size(whole, head) or _last(whole, head)
    if sized is not None:
        return sized
    start = whole.sentence.tokens[first].start
    end = whole.sentence.tokens[head].end
    for number in whole.numbers:
        if number.kind == "count" and start <= number.figure.start and number.figure.end <= end:
            if (number.role == "article" and _has_figure(whole, number, end)) or _of_owner(
                whole, number, end
            ):
                continue
            return _of_share(whole, number, head)
    if clauses.lower(whole.sentence, first) in {"a", "an"}:
        return None  # "Image 3 of 8 A man was shot"
    counts = (n for n in whole.numbers if n.kind == "count")
    return next((n for n in counts if n.span.end <= start <= n.span.end + 1), None)


def _size(whole: Whole, head: int) -> NumberPhrase | None:
    """Return the number of "a family of five"."""
    sentence = whole.sentence
    if (clauses.lower(sentence, head), clauses.lower(sentence, head + 1)) != ("family", "of"):
        return None
    start = sentence.tokens[head + 1].end
    near = (n for n in whole.numbers if n.kind == "count" and n.figure.start >= start)
    return next((n for n in near if n.figure.start <= start + 1), None)


def _last(whole: Whole, head: int) -> NumberPhrase | None:
    """Return the figure that a head is: of "rose from 20 to 29" the last."""
    token = whole.sentence.tokens[head]
    own = (n for n in whole.numbers if n.kind == "count" and n.figure.end == token.end)
    return next(own, None) if token.pos == "NUM" else None


def _of_owner(whole: Whole, number: NumberPhrase, end: int) -> bool:
    """Tell whether a figure counts those whose the head is: "the 17 miners' lawyer was shot"."""
    return any(
        number.figure.end <= t.start < end
        and t.text in {"'s", "’s", "'", "’"}
        and not _is_in_a_name(whole.sentence, i, end)
        for i, t in enumerate(whole.sentence.tokens)
    )


def _is_in_a_name(sentence: Sentence, mark: int, end: int) -> bool:
    """Tell whether a possessive is within a group's name: "ten People's Dawn Army rebels"."""
    own = clauses.lower(sentence, mark - 1) in party_words("own")
    behind = {t.text.lower() for t in sentence.tokens[mark + 1 :] if t.end < end}
    return own and bool(behind & party_words("title"))


def _has_figure(whole: Whole, article: NumberPhrase, end: int) -> bool:
    """Tell whether a real figure follows an article in the phrase: "a further 12 people"."""
    return any(n.kind == "count" and n.role != "article"
               and article.span.end <= n.figure.start < end for n in whole.numbers)  # fmt: skip


def _of_share(whole: Whole, number: NumberPhrase, head: int) -> NumberPhrase:
    """Return the figure of those meant of a whole: the first of "two of five hostages"."""
    sentence = whole.sentence
    at = sentence.token_at(number.span.start)
    if at is None or clauses.lower(sentence, at - 1) != "of":
        return number
    if clauses.lower(sentence, head + 1) not in _TELLING:
        return number  # "one of five people injured": five were
    at -= 2 + (clauses.lower(sentence, at - 2) == "out")
    if at < 0 or at not in whole.figures:
        return number
    start = sentence.tokens[at].start
    return next((n for n in whole.numbers if n.span.start <= start < n.span.end), number)


def _is_before_of(sentence: Sentence, number: NumberPhrase) -> bool:
    """Tell whether a figure is of some of a whole: "five of a family"."""
    last = sentence.token_at(number.span.end - 1)
    return last is not None and clauses.lower(sentence, last + 1) == "of"


def by_ages(sentence: Sentence, last: int) -> Count | None:
    """Return how many ages stand behind a plural: "women aged 51 and 60 were hurt" (COUNTING 8)."""
    if clauses.lower(sentence, last + 1) != "aged":
        return None
    ages, at = 0, last + 2
    while clauses.lower(sentence, at).isdecimal():
        ages, at = ages + 1, at + 1
        while clauses.lower(sentence, at) in {",", "and", "&"}:
            at += 1
    return Count(low=ages, high=ages) if ages > 1 else None


def denied_from(sentence: Sentence, index: int) -> int | None:
    """Return the word that denies a noun of harm, as far as "no" stands not right before it.

    "No injuries or fatalities", "without causing casualties", "did not claim any victims".
    """
    if _is_joined(sentence, index) and clauses.lower(sentence, index - 3) == "no":
        return index - 3
    between = group("zero_adjective") | {"any", "a", "single", "personal"}
    before = index - 1
    while clauses.lower(sentence, before) in between or _is_of_list(sentence, before):
        before -= 1
    if clauses.lower(sentence, before) == "without":
        above = sentence.tokens[before].head
        open_ = {sentence.tokens[k].tag for k in sentence.kids[above]} & {"MD"}
        told = sentence.tokens[above].tag in {"VBD", "VBN"} and not open_
        return before if told else None  # not "he wants it without victims"
    verb = before - (clauses.lower(sentence, before) in {"in", "for"})
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in BRINGING:
        return None
    near = range(verb - 1, max(-1, verb - 4), -1)
    return next((i for i in near if clauses.lower(sentence, i) in _DENIALS), None)


def _is_of_list(sentence: Sentence, index: int) -> bool:
    """Tell whether a word only joins two nouns of harm: "without deaths or injuries"."""
    word, following = (clauses.lower(sentence, i) for i in (index, index + 1))
    nouns, joints = group("nobody_noun"), {"or", "nor", "and"}
    return (word in joints and clauses.lower(sentence, index - 1) in nouns) or (
        word in nouns and following in joints
    )


def _is_joined(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is joined to the one before it: "injuries or fatalities"."""
    return clauses.lower(sentence, index - 1) in {"or", "and", "nor"}
