"""Running tolls: "the death toll rose to 40", "raised the number of dead from 20 to 29"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found, starting_at
from cenotaph.text.harm_words import Harmed, words, written
from cenotaph.text.persons import Whole, is_person

_BY_NOW = frozenset({"now", "already", "currently", "so", "far"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "'", "‘"})
_REACH = 25  # tokens from "death toll" to its figure: whose toll it is may stand between
_STATED: dict[str, Harmed] = {
    "wounded": "injured", "injured": "injured", "hurt": "injured", "missing": "missing",
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_STOPS = frozenset({";", ":", "but", "when", "after"})
_CLAUSES = frozenset({"when", "after"})
_OF_TOLL = frozenset({"the", "its", "death", "overall", "total", "confirmed", "official", "body"})
_ASIDE = 10  # tokens between its two commas, at most


def toll(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the death toll rose to 40", "put the dead at 28", "the number of dead reached nine"."""
    sentence = whole.sentence
    outcome = _toll_outcome(whole, index)
    if outcome is None or lower(sentence, index + 1) == "-":  # "toll-free"
        return
    if (brought := _brought_to(whole, index)) is not None:
        yield Found(index, outcome, (brought,), human=False)
        return
    for at in _ahead(whole, index):
        raised = lower(sentence, at - 1) == "by"  # "rose by two to seven"
        if at > index + 1 and lower(sentence, at - 1) in words("toll.noun"):
            return  # "two of the injured died and put the toll at eight": the toll's
        if at in whole.figures and not raised and _moves(whole, index, at):
            head = starting_at(whole, at)
            if _names_number(whole, at):
                return  # "the deaths bring to 24 the number of people killed": that number's
            if head is not None and is_person(whole, head) is not False:
                over = any(_is_over(whole, i) for i in range(index, at))
                yield Found(index, outcome, (head,), human=False, over=over)
                return


def _brought_to(whole: Whole, index: int) -> int | None:
    """Return the figure that a toll is brought to before it is named: "raising to five the toll".

    Of what is named as "the number of people killed" the word for their fate tells.
    """
    at = index - 1
    while at > 0 and lower(whole.sentence, at) in _OF_TOLL:
        at -= 1
    first = next((i for i in range(at, max(0, at - 3), -1) if lower(whole.sentence, i) == "to"), at)
    moved = lower(whole.sentence, first - 1) in words("bring")
    named = lower(whole.sentence, index) in words("toll.noun")
    return first + 1 if named and moved and first + 1 in whole.figures and first < at else None


def _ahead(whole: Whole, index: int) -> Iterator[int]:
    """Yield the tokens from a toll to what may be its figure, without asides."""
    aside = index
    for at in range(index + 1, min(index + _REACH, len(whole.sentence.tokens))):
        word = lower(whole.sentence, at)
        if at <= aside:
            continue
        if word == "," and (end := _behind_aside(whole, at)) is not None:
            aside = end
        elif (word in _CLAUSES or word == ",") and (back := _resumed(whole, index, at)):
            aside = back - 1
        elif word in _STOPS or (word == "," and not _in_place(whole, at)):
            return
        else:
            yield at


def _resumed(whole: Whole, index: int, at: int) -> int | None:
    """Return where a toll's own words go on behind a clause or a list of what it is the toll of.

    "The number of those killed when a bomb went off has reached 29"; "raised the number of those
    killed in the raids on the hall, cafes and the station to 128".
    """
    sentence = whole.sentence
    ahead = range(at + 1, min(index + _REACH, len(sentence.tokens)))
    if not {lower(sentence, i) for i in range(max(0, index - 6), index)} & words("toll.raise"):
        moves = written("toll.move")
        return next((i for i in ahead if _has(whole, i) and lower(sentence, i + 1) in moves), None)
    for i in ahead:
        if lower(sentence, i) == "to" and i + 1 in whole.figures:
            return i
        if sentence.tokens[i].pos in {"VERB", "AUX", "PRON"}:
            return None
    return None


def _has(whole: Whole, index: int) -> bool:
    return lower(whole.sentence, index) in {"has", "had"}


def _names_number(whole: Whole, figure: int) -> bool:
    """Tell whether a figure's own noun follows it: "to 24 the number of"."""
    at = whole.behind_figure(figure)
    return lower(whole.sentence, at) == "the" and lower(whole.sentence, at + 1) == "number"


def _is_over(whole: Whole, index: int) -> bool:
    """Tell whether a toll is said to be more than its figure: never in "did not exceed 12"."""
    denied = {lower(whole.sentence, i) for i in range(index - 4, index)} & {"not", "n't", "never"}
    return lower(whole.sentence, index) in words("over") and not denied


def _in_place(whole: Whole, comma: int) -> bool:
    """Tell whether a comma stands before or behind a place: "killed in Site C, Tarsk, to seven".

    Or before a year: "the toll since the war began on May 7, 2023 at 900".
    """
    tokens = whole.sentence.tokens[comma - 1 : comma + 2]
    if tokens[0].text.isdigit() and _YEAR.fullmatch(tokens[-1].text):
        return True
    behind = lower(whole.sentence, comma + 1) in {"to", "at"} or _goes_on(whole, comma)
    return tokens[0].pos == "PROPN" and (behind or tokens[-1].pos == "PROPN")


def _behind_aside(whole: Whole, comma: int) -> int | None:
    """Return where an aside ends: "the toll of the raid on Tarsk, in Dover district, has risen"."""
    closing = (i for i in range(comma + 1, comma + _ASIDE) if lower(whole.sentence, i) == ",")
    end = next(closing, None)
    return end if end is not None and _goes_on(whole, end) else None


def _goes_on(whole: Whole, comma: int) -> bool:
    following = lower(whole.sentence, comma + 1)
    return _has(whole, comma + 1) or following in written("toll.move")


def _toll_outcome(whole: Whole, index: int) -> Harmed | None:
    sentence = whole.sentence
    word = lower(sentence, index)
    before = {lower(sentence, i) for i in range(max(0, index - 3), index)}
    if word in {"toll", "tally", "count"}:
        if before & {"death", "deaths", "body", "killed", "fatality", "dead"} or word == "toll":
            return (
                "casualties"
                if "casualty" in before
                else "injured"
                if "injury" in before
                else "killed"
            )
        return None
    if word == "victims":  # killed or hurt, the account has to say (`harms_in`)
        return "casualties" if before & {"number", "total"} else None
    put = word in {"dead", "deaths"} and before & {"put", "puts", "putting", "placed", "places"}
    if lower(sentence, index - 1) == "the" or put or before & {"number", "total"}:
        return _STATED.get(word, "killed")
    return None


def _moves(whole: Whole, index: int, figure: int) -> bool:
    """Tell whether a verb or "at", "of", "to" takes a toll to its figure."""
    between = [lower(whole.sentence, i) for i in range(index + 1, figure)]
    between = [w for w in between if w not in _QUOTES | _BY_NOW]  # "the number was “50 to 60”"
    links = {"is", "was", "at", "of", "to", "as", "above", "past", "beyond"}
    if not between or not any(w in links or w in written("toll.move") for w in between):
        return False
    moved = written("toll.move").keys() | words("toll.raise")
    moves = [i for i, w in enumerate(between) if w in moved]
    said = between[moves[-1] :] if moves else between  # before it: whose toll, "from an air strike"
    if {"likely", "much", "times", "than", "higher", "lower", "a", "an"} & set(said):
        return False  # "is far higher than the 800": no count (COUNTING 13)
    return between[-1] in links | {"the", "some"} or between[-1] in written("toll.move")
