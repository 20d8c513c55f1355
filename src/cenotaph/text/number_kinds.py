"""What stands around a number -> whether it counts anything (COUNTING 10).

Each function looks at one kind of number that counts nothing; `words[first:last]` is the figure,
`end` the index after whatever belongs to it ("or more").
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.text.lexicon import grouped
from cenotaph.text.number_words import Word, figure_at, low_at

_DASHES = frozenset({"-", "–", "—", "\u2010", "\u2011"})
_SUFFIXES = frozenset({"plus", "odd"})
_AFTER = frozenset({"%", "°", "/", ":", "'", "’", "″", "€"})
_BEFORE = frozenset({"/", ":", ".", "#", "№", "$", "£", "€", "¥", "+", "@"})
_ON = frozenset({"when", "and"})
_THOSE = frozenset({"dead", "killed", "wounded", "injured", "missing", "victims", "now"})
_OF_ONE = frozenset({"was", "is", "has", "who"})
_FEET = frozenset({"'", "’"})
_JOINTS = frozenset({"and", "or", "to", "-", "–", "through"})
_PARTITIVE = frozenset({"them", "whom", "those", "these", "which", "us"})
_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_YOUNG_OR_NOT = frozenset({"boy", "girl", "child", "man", "woman"})
_MANY_OF = frozenset({"percent", "pct", "pm", "am", "of", "s"})  # no units that stand before a noun
_IN_TURN = frozenset({("by", "one"), ("one", "by"), ("after", "another")})
_WORTH = frozenset({"losses", "damage", "damages", "cash", "debt", "debts", "aid", "compensation"})
_AGE_LIST_LENGTH = 14  # words looked back over for "aged 6, 9 and 12"


def counts_nothing(words: Sequence[Word], first: int, last: int, end: int) -> bool:
    """Tell whether a figure is a measure, an age, a date, a time, a label, a score or a sum."""
    return (
        _glued_after(words, last)
        or _glued_before(words, first)
        or _measured(words, end)
        or _labelled(words, first, last)
        or _written_so(words, first, last)
        or _hour(words, first, last)
        or _dated(words, first, last)
        or _year(words, first, last)
        or _aged(words, first, last)
        or _marked(words, first, last)
        or _addressed(words, last)
        or _scored(words, first, last)
        or _family(words, first)
        or _of_years(words, first, last)
        or _idle_one(words, first, last)
    )


def plural_follows(words: Sequence[Word], at: int) -> bool:
    """Tell whether a plural noun, "of" or a plural verb stands within three words."""
    if low_at(words, at) in {"of", "were", "are", "have", "more"}:
        return True
    for i in range(at, at + 3):
        word = low_at(words, i)
        regular = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
        if regular or word in group("irregular"):
            return True
        if not word.isalpha():
            return False
    return False


def subset_follows(words: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a figure is said as part of another: "two of them", "17 of the 25 dead"."""
    if low_at(words, first - 1) in {"including", "among"}:
        return True
    if low_at(words, end) == "out" and low_at(words, end + 1) == "of":
        return True
    if low_at(words, end) != "of":
        return False
    after = low_at(words, end + 1)
    if after != "the":
        return after in _PARTITIVE
    return figure_at(words, end + 2) is not None or low_at(words, end + 2) in group("people")


def group(name: str) -> frozenset[str]:
    """Return one group of the number words."""
    return grouped("number_words.txt").get(name, frozenset())


def _glued_after(words: Sequence[Word], last: int) -> bool:
    """Read what is glued to a figure's end: "155mm", "93rd", "17-year", "one-third", "30s"."""
    if not _touches(words, last - 1, last):
        return False
    following = words[last]
    if following.kind == "word":
        return words[last - 1].kind == "number"
    if following.low in _DASHES and _touches(words, last, last + 1):
        return low_at(words, last + 1) not in _SUFFIXES
    return following.low in _AFTER


def _glued_before(words: Sequence[Word], first: int) -> bool:
    """Read what is glued to a figure's start: "T-72", "MH17", "$3", "9/11", "555-1234"."""
    if not _touches(words, first - 1, first):
        return False
    before = words[first - 1]
    if before.kind == "word" or before.low in _BEFORE:
        return True
    glued = before.low in _DASHES | _FEET and _touches(words, first - 2, first - 1)
    return glued and words[first - 2].kind != "mark"


def _touches(words: Sequence[Word], one: int, other: int) -> bool:
    return one >= 0 and other < len(words) and words[one].end == words[other].start


def _measured(words: Sequence[Word], end: int) -> bool:
    """Read the unit that follows: "12 km", "five days", "40 per cent", "millions of dollars"."""
    i = end + 1 if low_at(words, end) in _DASHES else end
    word, following = low_at(words, i), low_at(words, i + 1)
    measures = group("measure")
    if word in {"a", "p"} and following == "." and low_at(words, i + 2) == "m":
        return True
    if (word, following) == ("y", "/"):  # "a 30 y/o man"
        return True
    if word == "of":
        return following in measures
    if word == "in":  # "millions in losses"
        return following in _WORTH or (following == "." and i + 2 < len(words))
    if word in measures and word not in _MANY_OF and _is_plural_of_people(following):
        return False  # "twelve day laborers", "two foot soldiers": of several days it says "days"
    return word in measures or f"{word}_{following}" in measures or following in group("currency")


def _is_plural_of_people(word: str) -> bool:
    """Tell whether a word names several persons: "laborers", "watchmen"."""
    known = grouped("persons.txt")["plain"]
    return word[:-1] in known if word.endswith("s") else word[:-3] + "man" in known and (
        word.endswith("men")
    )  # fmt: skip


def _labelled(words: Sequence[Word], first: int, last: int) -> bool:
    """Read a name's number: "School No. 3", "Highway 50", "phase two", "call 911", "$ 3"."""
    before = low_at(words, first - 1)
    if before == ".":
        return low_at(words, first - 2) in group("label_dot")
    if before in group("money"):
        return True
    if words[first].kind != "number":
        return before in group("label_spelled")
    if before in group("call") or low_at(words, last) in group("call"):
        return words[first].low in group("emergency")  # "called 911", "911 calls"
    if low_at(words, last) in group("people"):
        return False
    named = before in group("label") and words[first - 1].raw[0].isupper()
    numbers = before == "number" and low_at(words, first - 2) in _THOSE  # "the dead number 48"
    return named or (before in group("label_always") and not numbers)


def _written_so(words: Sequence[Word], first: int, last: int) -> bool:
    """Read what no count is written like: "0630", "3.0"."""
    if words[last - 1].kind != "number":
        return False
    zero = words[first].kind == "number" and words[first].low[0] == "0" and words[first].low != "0"
    return zero or "." in words[last - 1].low


def _hour(words: Sequence[Word], first: int, last: int) -> bool:
    """Read "at 2220", "at approximately 2130"; a toll that stands at 1430 is none."""
    word = words[first]
    if last - first > 1 or word.kind != "number" or not word.low.isdigit() or len(word.low) != 4:
        return False
    if int(word.low[:2]) > 23 or int(word.low[2:]) > 59 or low_at(words, last) in group("people"):
        return False
    at = first - 2 if low_at(words, first - 1) in group("hour_hedge") else first - 1
    toll = low_at(words, at - 1) in group("toll_before")
    return low_at(words, at) in group("hour_before") and not toll


def _dated(words: Sequence[Word], first: int, last: int) -> bool:
    """Read a day of the month: "March 9", "9 March", "Oct. 7", "9 of May"."""
    if words[first].kind != "number" or len(words[first].low) > 2:
        return False
    before = low_at(words, first - 2 if low_at(words, first - 1) == "." else first - 1)
    beside = words[max(first - 2, 0)]
    if before in _JOINTS and beside.kind == "number" and len(beside.low) <= 2:
        before = low_at(words, first - 3)  # "March 9 and 10", no "March 2011 - 59 people"
    after = low_at(words, last + 1 if low_at(words, last) == "of" else last)
    if after in _JOINTS and last + 1 < len(words) and words[last + 1].kind == "number":
        after = low_at(words, last + 2)  # "16 and 17 October"
    return before in group("month") or after in group("month")


def _year(words: Sequence[Word], first: int, last: int) -> bool:
    """Read four digits between 1800 and 2099 as a year, unless a hedge or people stand by."""
    word = words[last - 1]
    if (
        word.kind != "number"
        or len(word.low) != 4
        or not _FIRST_YEAR <= float(word.low) <= _LAST_YEAR
    ):
        return False
    before = low_at(words, first - 1)
    if before == ",":  # "on June 23, 2022 killed nine": the comma behind it is left out
        day = words[first - 2].kind == "number" if first > 1 else False
        before = low_at(words, first - 3 if day else first - 2)
    if before in group("year_after") or before in group("month"):
        return True
    if before in group("no_year_after"):
        return False
    return low_at(words, last) not in group("people") | {"were", "have"}


def _aged(words: Sequence[Word], first: int, last: int) -> bool:
    """Read an age: "aged 6, 9 and 12", "Ivan, 34, a nurse", "she was 17"."""
    i = first - 1
    ages, numbers = group("age_list"), group("units")
    while i >= 0 and first - i < _AGE_LIST_LENGTH:
        if words[i].kind != "number" and words[i].low not in ages | numbers:
            break
        i -= 1
    younger = low_at(words, last) in {"or", "and"} and low_at(words, last + 1) in group("age_after")
    so_old = group("age_before") | _YOUNG_OR_NOT  # "at the age of nine", "a boy of nine"
    of_age = low_at(words, first - 1) == "of" and low_at(words, first - 2) in so_old
    if younger or of_age or low_at(words, i) in group("age_before"):
        return True
    if last - first > 1 or (words[first].kind == "number" and len(words[first].low) > 3):
        return False
    before = low_at(words, first - 1)
    if before == "both":
        return words[first].kind == "number"
    if before in {"is", "was"}:
        closed = last >= len(words) or words[last].kind == "mark" or words[last].low in _ON
        return closed and low_at(words, first - 2) in group("age_pronoun")
    if before in {"and", "or"} and first > 3 and low_at(words, first - 3) == ",":
        named = low_at(words, first - 4) in group("age_noun")  # the 20 of "men, 19 and 20, fled"
        return named and words[first - 2].kind == "number" and not low_at(words, last).isalpha()
    return before == "," and first > 1 and _closes_age(words, first - 2, last)


def _closes_age(words: Sequence[Word], name: int, last: int) -> bool:
    """Tell whether "Name, 34" goes on as an age does; "In Kyiv, 34 died" does not."""
    before = words[name]
    person = before.low in group("age_noun")
    if not (person or before.raw[0].isupper()) or before.low in group("month"):
        return False
    if low_at(words, name - 1) in group("preposition") and not person:
        return False
    if last >= len(words):
        return True
    if words[last - 1].kind == "word":
        return words[last].low == ","
    if words[last].low in {"and", "of"} and last + 1 < len(words):
        after = words[last + 1]
        number = person and after.kind == "number"  # "two men, 19 and 20, fled"
        return number or (after.raw[0].isupper() and not after.raw.isupper())
    one = words[last].low in _OF_ONE and words[last - 1].low != "1"  # "Ana Ruiz, 45 was killed"
    return one or words[last].low in {",", ".", ";", ")", "—", "–"}


def _marked(words: Sequence[Word], first: int, last: int) -> bool:
    """Read "1)" or "1." that opens a list, "(34)" after a name, "two (2)", a phone number."""
    after = low_at(words, last)
    if first == 0 and after in {")", "."} and last == 1:
        return words[first].kind == "number"
    if _phone(words, first, last):
        return True
    if low_at(words, first - 1) == "[" and after == "]":
        return True  # a footnote
    if low_at(words, first - 1) != "(" or after != ")" or first < 2:
        return False
    if words[first].kind == "number" and last + 1 < len(words) and words[last + 1].kind == "number":
        return True  # "(032) 555-0134"
    before = words[first - 2].raw[0].isupper() or words[first - 2].kind == "number"
    return before or figure_at(words, first - 2) is not None


def _phone(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a range is a telephone number: "555-0134", "032-555-0134"."""
    if not any(w.low in _DASHES for w in words[first:last]):
        return False
    digits = [len(w.low) for w in words[first:last] if w.low.isdigit()]
    return digits == [3, 4] or (digits == [3, 3] and low_at(words, last) in _DASHES)


def _addressed(words: Sequence[Word], last: int) -> bool:
    """Read a house number: "12 Shevchenko Street"."""
    people, streets, joints = group("people"), group("street"), group("preposition")
    for i in range(last, min(last + 4, len(words))):
        word = words[i]
        if i > last and word.low in streets:
            return word.raw[0].isupper()
        if word.kind != "word" or not word.raw[0].isupper():
            return False
        if word.low in people or word.low in joints or word.low in {"and", "by", "with"}:
            return False
    return False


def _scored(words: Sequence[Word], first: int, last: int) -> bool:
    """Read a score: "won 3-1"; two numbers with a dash that go down are no range either."""
    if any(w.low in _DASHES and w.kind == "mark" for w in words[first:last]):
        near = {low_at(words, i) for i in (first - 3, first - 2, first - 1, last)}
        return bool(near & group("sport"))
    return False


def _family(words: Sequence[Word], first: int) -> bool:
    """Read the children of someone named: "a father of three"."""
    return low_at(words, first - 1) == "of" and low_at(words, first - 2) in group("parent")


def _of_years(words: Sequence[Word], first: int, last: int) -> bool:
    """Read the age of one person: "a boy of 11"; "a crew of 11" is a count."""
    if low_at(words, first - 1) != "of" or low_at(words, first - 2) not in group("age_one"):
        return False
    return low_at(words, last) not in group("people")


def _idle_one(words: Sequence[Word], first: int, last: int) -> bool:
    """Read "one" that counts nothing: "the one who", "one another", "one by one"."""
    if last - first != 1 or words[first].low != "one":
        return False
    before, after = low_at(words, first - 1), low_at(words, last)
    turns = {(after, low_at(words, last + 1)), (low_at(words, first - 2), before)} & _IN_TURN
    if turns or before in group("one_after") or after in group("one_before"):
        return True
    if before in group("one_shown"):
        return not after.isalpha() or after in group("one_shown_before")
    if before == "the":
        return after in group("one_the_before")
    if after != "of":
        return False
    last += 2 if low_at(words, last + 1) in {"the", "its", "their", "his", "her", "our"} else 1
    word = low_at(words, last)
    return word in group("superlative") or (len(word) > 5 and word.endswith("est"))
