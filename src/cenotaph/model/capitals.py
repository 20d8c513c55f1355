"""The capitalized words that may name a private person, whether or not reading knew them for one.

Withholding only the names that were recognized gives away all the others; so here whatever is not
known to be something else counts as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from cenotaph.model.listed import lists

# A word with a capital, or nearly: whether a letter beyond a-z is one is asked afterwards.
_WORD = re.compile(
    r"(?<![^\W\d_])(?:[a-z]{1,3}['’‐‑-])?(?=[^\W\d_a-z])[^\W\d_]+(?:['’ʼ‘‐‑-][^\W\d_]+)*"
)
_LONG = re.compile(r"[^\W\d_]{4,}")
_SHORTENED = re.compile(r"['’](?:m|ve|re|ll|d|t)$|-old$", re.IGNORECASE)  # "I'm", "Four-year-old"
_NOUN = re.compile(r"[ \u00a0]([a-z]+)\b(?![’'])")  # small, right behind: "Ostrov battalion"
_LED = re.compile(r"(?:^|[\s“\"])the\s$", re.IGNORECASE)
_ARTICLE = re.compile(r"[a-z]{1,3}['’‐‑-][A-Z]")  # "al-Shifa"
_PARTICLES = "van|der|de|la|las|los|bin|bint|al|el|von|del|da|dos|abu|ibn|ould|ag"
_JOIN = re.compile(rf"[ \u00a0\n](?:(?:{_PARTICLES})[ \u00a0])*|\.[ \u00a0]?")
_FIGURE = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)"
)
_NUMERAL = re.compile(rf"\d[\d.,]*|{_FIGURE}", re.IGNORECASE)
_AGED = re.compile(
    rf",\s(?:aged\s)?{_FIGURE}(?=[,.;:)](?!\d)|\sand\b|\s(?:was|were|is|died)\b|$)"
    r"|\s\((?:aged?\s)?\d{1,3}(?:[),]|\s(?:years?|months?|yrs?)\b)"
)
# In capitals "SAID TODAY", "WILL NOT", "MAY BE" are verbs; "SAID ALI WAS SHOT" names him.
_VERB = re.compile(r"(?:SAID|WILL|MAY)\b(?!\s[A-Z])|(?:SAID|WILL|MAY)\s(?P<next>[A-Z]+)")
# "Governor Ada Roth was shot": whoever is harmed is a victim first, whatever office is held.
_HARMED = re.compile(
    r"\b(?:kill|murder|assassinat|massacr|slaughter|slain|slay|behead|execut|lynch|perish|drown|succumb|"
    r"injur|wound|hurt|maim|bleed|stab|abduct|kidnap|hostage|detain|arrest|tortur|rap(?:e|ing)|displac|"
    r"disappear|surviv|escap|attempt|buri|mourn|funeral|suspect|defendant|convict)\w*|\b(?:died?|dies|dying|dead|deaths?|shot|"
    r"shoot(?:s|ing)?|hit|struck|hanged|missing|vanished|body|bodies|victims?|late)\b",
    re.IGNORECASE,
)
# What may stand between a name and what befell its bearer: "of Tarka was", ", long ill, was".
_ASIDE = re.compile(
    r"(?:\s(?:of|from|at|for|with)\s[^.,;:]{1,80}?|,\s[^.,;:]{1,80},)\s(?:was|is|has|had|got|died|lost)\b"
)
_ON = re.compile(r"(?:[ \u00a0][A-Z][\w’'-]*\.?(?=[ ,])){1,3}")
_OF = re.compile(r"(?:,\sof|\sof)((?:\s[\w'’-]+){1,6})")
_BEFELL = re.compile(r"\s(?:(?:was|is|has been|had been|got)\s)(?:\w+ly\s)?", re.IGNORECASE)
_CODE = re.compile(r"-?\d")  # "G23", "M-19"
_ACRONYMS = re.compile(r"[A-Z]{2,}s")  # "NGOs"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_STEMS = (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_OPENERS = frozenset('.!?:;"“”‘([—–•*-')
_LONGEST = 6  # parts of one name, hyphens parting too
Offices = Literal["all", "highest", "none"]
"""Which titles make who bears them nobody's private person."""

YOUNG = r"(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
YOUNG += r"(?:thir|four|fif|six|seven)teen)"
"""A minor's age, in figures or words."""

PROTECTED = re.compile(
    r"\b(?:boys?|girls?|child(?:ren)?|bab(?:y|ies)|infants?|toddlers?|newborns?|teen(?:age)?r?s?|"
    r"minors?|kids?|school(?:boy|girl|child)(?:ren|s)?|pupils?|juveniles?|(?:grand)?sons?|"
    r"(?:grand)?daughters?|nieces?|nephews?|rap(?:e[ds]?|ing|ists?)|sexual(?:ly)?|molest\w*)\b"
    rf"|\b{YOUNG}[- ](?:year|month)s?[- ]old|\baged?\s(?:of\s)?{YOUNG}\b"
    rf"|,\s{YOUNG}(?=[,.;)]|\sand\b|\s(?:was|were|died)\b)|\({YOUNG}\)",
    re.IGNORECASE,
)
"""Words that tell of a minor or of sexual violence."""


def names_in(
    words: str, start: int, end: int, known: bytearray, *, offices: Offices
) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalized words in a stretch that may be private persons' names.

    `known` is not zero where other words stand: places, organizations, days, public speakers.
    Whoever the title of one of the `offices` names is left out: with "all" because no minor holds
    one; with "highest" where no harm is told of beside it.
    """
    tokens = list(_WORD.finditer(words, start, end))
    loud = words[start:end].isupper() or (len(tokens) > 3 and is_loud(words[start:end]))
    run: list[tuple[int, int]] = []
    office, ended = "", 0  # the word right before, and where it or the name it leads to ends
    for token in tokens:
        first, last = token.start(), _end(token)
        if not _is_capital(token[0]) or known[first] or _CODE.match(words, last):
            yield from _cut(words, run)
            run = []
        elif run and _joins(words, run[-1], first) and not (loud and _parts(token[0])):
            run.append((first, last))
        else:
            yield from _cut(words, run)
            led = office if words[ended:first] in {" ", ". "} else ""
            public = _is_public(led, words, (first, last), offices=offices)
            opens = loud or is_opening(words, first, start)
            ordinary = (
                public
                or _ends_other(words, first, last, known)
                or _is_ordinary(words, first, last, opens=opens)
            )
            run = [] if ordinary else [(first, last)]
            if public:
                ended = last
                continue  # the name goes on: "President Juan Perez"
        office, ended = words[first:last], last
    yield from _cut(words, run)


def is_common(word: str) -> bool:
    """Tell whether a word is an ordinary one that a sentence may open with."""
    if "-" in word and word[1:].islower():  # "Twenty-four", "Well-known"
        return all(map(is_common, word.split("-")))
    lower = word.lower()
    forms = (lower, lower.removesuffix("s"), lower.removesuffix("es"))
    return any(form in lists().common for form in forms)


def bare_name(name: str) -> str | None:
    """Return a name without the figure before it, None where only a figure is left.

    Reading may take "Four" for a person at the head of a sentence: a figure is never withheld.
    """
    words = name.split()
    while words and _NUMERAL.fullmatch(words[0]):
        words = words[1:]
    return " ".join(words) or None


def is_noun(words: str, first: int, last: int, *, headline: bool) -> bool:
    """Tell whether a word that opens a sentence is a thing, or persons, and nobody's name.

    "Bomb kills three", "Rebels fled". A headline leaves out the article, so that "Gunman" is no
    name there; in a text it may be one: "Farrier was shot".
    """
    word, table = words[first:last].lower(), lists()
    if word in table.given or word in table.surnames or _AGED.match(words, last):
        return False
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    if not is_opening(words, first) or " " in word:
        return False
    if forms & table.things and word not in table.persons:
        return True
    plural = word.endswith("s") and bool((forms - {word}) & table.persons)
    return plural or (headline and word in table.persons)


def is_given(word: str) -> bool:
    """Tell whether a word in small letters is a first name."""
    return word in lists().given


def is_office(word: str) -> bool:
    """Tell whether a word is an office's title, which no minor holds: "President"."""
    return word in lists().offices or word.capitalize() in lists().offices


def is_public(words: str, first: int, last: int) -> bool:
    """Tell whether the highest title stands right before a name, and no harm is told beside it."""
    before = words[max(0, first - 20) : first].split(" ")
    return (
        len(before) > 1
        and not before[-1]
        and _is_public(before[-2], words, (first, last), offices="highest")
    )


def is_harmed(words: str, first: int, last: int) -> bool:
    """Tell whether words right beside a name say what befell its bearer: "Roth was shot"."""
    befell = _BEFELL.match(words, last)
    told = words[befell.end() if befell else last :][:20].split()[:1]
    before = words[max(0, first - 20) : first].split()[-1:]
    return any(_HARMED.match(word) for word in (*before, *told))


def is_bodys(words: str, first: int, last: int) -> bool:
    """Tell whether words are what a force, a road or a province is called: "Ostrov battalion".

    Behind "the" a plural of fighters says so too; else they may be who speaks: "shot Ostrov, rebels
    said" has lost its comma in many a headline.
    """
    noun = _NOUN.match(words, last)
    if noun is None or _AGED.match(words, last):
        return False
    led = _LED.search(words[max(0, first - 5) : first]) is not None
    return noun[1] in lists().bodies or (led and noun[1] in lists().fighters)


def is_aged(words: str, last: int) -> bool:
    """Tell whether an age follows: ", 7,"."""
    return _AGED.match(words, last) is not None


def only_opens(words: str, first: int, last: int) -> bool:
    """Tell whether a word has its capital only because a sentence opens: "Hope faded"."""
    opens = is_opening(words, first) and is_common(words[first:last])
    return opens and not _AGED.match(words, last)


def is_opening(words: str, at: int, start: int = 0) -> bool:
    """Tell whether a sentence or a quotation opens there, where any word has a capital."""
    before = words[max(start, at - 4) : at].rstrip()
    return not before or before[-1] in _OPENERS


def _is_ordinary(words: str, first: int, last: int, *, opens: bool) -> bool:
    """Tell whether a word with a capital names nobody, as far as the lists know."""
    word, table = words[first:last], lists()
    if _is_small(word) or (opens and word.capitalize() in table.young):
        return True
    if _AGED.match(words, last):
        return False
    if word.isupper() and is_verb(words, first):
        return True
    named = word.lower() in table.given and words[last + 1 : last + 2].isupper()
    if named and (opens or word not in table.titles):
        return False
    if word in table.titles or word in table.no_names or word.capitalize() in table.no_names:
        return True
    return opens and (is_common(word) or _is_deed(word) or f" {word.lower()} " in words)


def _is_small(word: str) -> bool:
    """Tell whether a word is none that names: "The", "AND", "I'm", "NGOs"."""
    small = lists().small
    little = word in small or (word.isupper() and word.capitalize() in small)
    return little or _SHORTENED.search(word) is not None or _ACRONYMS.fullmatch(word) is not None


def _is_deed(word: str) -> bool:
    """Tell whether a word is a form of one for harm: "Wounded", "Stabbing"; no surname is."""
    lower, table = word.lower(), lists()
    if lower in table.given or lower in table.surnames:
        return False
    stems = {lower.removesuffix(e) + more for e, more in _STEMS if lower.endswith(e)}
    return not stems.isdisjoint(table.deeds)


def is_verb(words: str, first: int) -> bool:
    """Tell "SAID THAT", "WILL NOT" from names: a small word follows."""
    verb = _VERB.match(words, first)
    after = verb["next"] if verb else None
    return verb is not None and (
        after is None or after.capitalize() in lists().small or after in {"TODAY", "YESTERDAY"}
    )


def is_ordinary(word: str) -> bool:
    """Tell whether a word all in capitals is an ordinary one and no surname: "COUNTRY".

    Or one that nobody is called, whatever its capitals: "Harrowing".
    """
    lower, table = word.lower(), lists()
    if lower in table.given or lower in table.surnames:
        return False
    return lower in table.opening or (word.isupper() and (is_common(word) or _is_deed(word)))


def _parts(word: str) -> bool:
    """Tell whether a word parts names where all have capitals: "ANA RUIZ AND", "Ana Ruiz Shot"."""
    lower, table = word.lower(), lists()
    if word.capitalize() in table.small:
        return True
    if lower in table.persons or lower in table.given or lower in table.surnames:
        return False
    return lower in table.things or _is_deed(word)


def _ends_other(words: str, first: int, last: int, known: bytearray) -> bool:
    """Tell whether the word goes on with what is no name: "Kano Hospital", "26th Street"."""
    word, table = words[first:last], lists()
    if (word not in table.heads and word not in table.numbered) or first < 2:
        return False
    before = words[max(first - 20, 0) : first].split() or [""]
    if _ORDINAL.fullmatch(before[-1]):
        return True
    if word not in table.heads:
        return word == "Side" and before[-1] in table.no_names
    led = before[-1] in {"the", "The"} or before[-1] in lists().no_names
    return led or known[first - 2] != 0


def _is_public(office: str, words: str, name: tuple[int, int], *, offices: Offices) -> bool:
    table, (first, last) = lists(), name
    if offices == "none" or _AGED.match(words, last):
        return False
    if offices == "all":
        return office in table.offices
    if office not in table.highest:
        return False
    rest = _ON.match(words, last)  # the name goes on
    last = rest.end() if rest else last
    before, behind = words[max(0, first - 60) : first].split(), words[last : last + 160]
    if _presides(office, before[-2:-1], behind):
        return False
    aside = _ASIDE.match(behind)
    after = behind.split()[:4] + (behind[aside.end() :].split()[:4] if aside else [])
    return _HARMED.search(" ".join((*before[-4:], *after))) is None


def _presides(office: str, before: list[str], behind: str) -> bool:
    """Tell whether a title is of a club or a firm: "Club President", "President of the club".

    Whoever is president of what has a capital and is no country may be a firm's: "of Acme Bolts".
    """
    of = _OF.match(behind)
    if of and office == "President" and of[1][1:2].isupper():
        return not any(of[1][1:].startswith(land) for land in lists().lands)
    beside = (*before, *(of[1].split() if of else ()))
    return any(word.lower() in lists().presided for word in beside)


def _joins(words: str, before: tuple[int, int], at: int) -> bool:
    """Tell whether one name goes on: "Um Hasan", "J. Obi", "Omar bin Said"."""
    gap = words[before[1] : at]
    if not _JOIN.fullmatch(gap):
        return False
    return gap[0] != "." or before[1] - before[0] <= 2  # "J.", "Md."


def _cut(words: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield a run in pieces that can be looked up; nothing of what a road or a force is called."""
    if run and (is_bodys(words, run[0][0], run[-1][1]) or _is_nobody(words, run)):
        return
    half = _LONGEST // 2
    for at in range(0, len(run), half) if len(run) > half else (0,) * bool(run):
        first, last = run[at][0], run[min(at + half, len(run)) - 1][1]
        if not _is_left_over(words, first, last, alone=len(run) == 1):
            yield first, last


def _is_nobody(words: str, run: list[tuple[int, int]]) -> bool:
    """Tell whether a run is letters alone, or a law's, a treaty's or a war's name."""
    first, last = run[-1]
    act = words[first:last] in lists().acts and not _AGED.match(words, last)
    return act or all(b - a == 1 for a, b in run)


def _is_left_over(words: str, first: int, last: int, *, alone: bool) -> bool:
    """Tell whether one word is none's name: "AND", the end of a long run ("Jr", "Street")."""
    word, table = words[first:last], lists()
    if not word.isalpha() or _AGED.match(words, last):
        return False
    if is_ordinary(word):
        return True
    if alone or len(word) == 1:
        return not alone
    lists_of = (table.no_names, table.heads, table.titles, table.small)
    return any(word in known or word.capitalize() in known for known in lists_of)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or _ARTICLE.match(word) is not None


def is_loud(words: str) -> bool:
    """Tell whether nearly every word has a capital, as in a headline."""
    long = _LONG.findall(words)  # not "of", "the"
    return len(long) > 3 and sum(w[0].isupper() for w in long) * 10 >= len(long) * 8


def _end(token: re.Match[str]) -> int:
    return token.end() - 2 * token[0].endswith(("'s", "’s", "'S", "’S"))
