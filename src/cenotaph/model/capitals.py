"""The capitalized words that may name a private person, whether or not reading knew them for one.

Withholding only the names that were recognized gives away all the others; so here whatever is not
known to be something else counts as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

from cenotaph.model.base import Value

# A word with a capital, or nearly: whether a letter beyond a-z is one is asked afterwards.
_WORD = re.compile(
    r"(?<![^\W\d_])(?:[a-z]{1,3}['’‐‑-])?(?=[^\W\d_a-z])[^\W\d_]+(?:['’ʼ‘‐‑-][^\W\d_]+)*"
)
_LONG = re.compile(r"[^\W\d_]{4,}")
_LOWER = re.compile(r"\b[a-z]+\b")
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
_AGED = re.compile(rf",\s(?:aged\s)?{_FIGURE}(?=[,.;:)]|\sand\b|\s(?:was|were|is|died)\b|$)|\s\(\d")
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
_OPENERS = frozenset('.!?:;"“”‘([—–•*-')
_LONGEST = 6  # parts of one name, hyphens parting too
_WORDY = (
    "gazetteer_words.txt", "truecase.txt", "link_common_words.txt", "persons.txt", "harm.txt",
    "cues.tsv", "number_words.txt", "parties.txt", "roles.tsv", "targets.tsv", "weapons.tsv",
    "days.txt", "denials.txt", "gate.txt", "modality.txt", "events.tsv", "names.txt",
    "target_verbs.txt", "no_names.txt",
)  # fmt: skip

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


_THINGS = ("harm.txt", "weapons.tsv", "targets.tsv", "events.tsv", "target_verbs.txt")


class _Lists(Value):
    things: frozenset[str]  # weapons, targets, events: nobody is called so
    persons: frozenset[str]  # nouns for persons: some are surnames too
    surnames: frozenset[str]
    common: frozenset[str]  # written small in ordinary text
    given: frozenset[str]
    no_names: frozenset[str]
    small: frozenset[str]
    heads: frozenset[str]  # last words of organizations, streets and regions
    titles: frozenset[str]
    offices: frozenset[str]
    highest: frozenset[str]  # offices that nobody holds in private
    presided: frozenset[str]  # bodies, small, whose presidents do
    bodies: frozenset[str]  # nouns, small, that make the words before them a force's or a road's
    fighters: frozenset[str]  # nouns, small, that do so behind "the"


@cache
def _lists() -> _Lists:
    named, nameless = _grouped("names.txt"), _grouped("no_names.txt")
    nouns = _grouped("persons.txt")
    things = nouns.pop("things") | nouns.pop("animals")
    offices, small = nameless.pop("office"), nameless.pop("small")
    highest, bodies = nameless.pop("highest"), nameless.pop("named")
    presided = nameless.pop("presided")
    nameless.pop("opening")  # common words, as all that is small in these files
    return _Lists(
        things=things.union(*(_entries(name) for name in _THINGS)),
        persons=frozenset().union(*nouns.values()),
        surnames=frozenset(_entries("gazetteer_surnames.txt")),
        common=frozenset(w for name in _WORDY for w in _LOWER.findall(_file(name))),
        given=frozenset(_LOWER.findall(_file("gazetteer_given_names.txt"))),
        no_names=frozenset().union(*nameless.values(), named["month"], _adjectives()),
        small=small,
        heads=named["body"] | named["street"] | named["region"] | named["way"],
        titles=named["title"] | offices,
        offices=offices,
        highest=highest,
        presided=frozenset(word.lower() for word in presided),
        bodies=frozenset(word.lower() for word in bodies),
        fighters=frozenset(w for w in _grouped("parties.txt")["rebel"] if w.endswith("s")),
    )


def names_in(
    words: str, start: int, end: int, known: bytearray, *, offices: Offices
) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalized words in a stretch that may be private persons' names.

    `known` is not zero where other words stand: places, organizations, days, public speakers.
    Whoever the title of one of the `offices` names is left out: with "all" because no minor holds
    one; with "highest" where no harm is told of beside it.
    """
    tokens = list(_WORD.finditer(words, start, end))
    loud = len(tokens) > 3 and is_loud(words[start:end])
    run: list[tuple[int, int]] = []
    office, ended = "", 0  # the word right before, and where it or the name it leads to ends
    for token in tokens:
        first, last = token.start(), _end(token)
        if not _is_capital(token[0]) or known[first] or words[last : last + 1].isdigit():
            yield from _cut(words, run)
            run = []
        elif run and _joins(words, run[-1], first):
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
    return any(form in _lists().common for form in forms)


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
    word, table = words[first:last].lower(), _lists()
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
    return word in _lists().given


def is_office(word: str) -> bool:
    """Tell whether a word is an office's title, which no minor holds: "President"."""
    return word in _lists().offices or word.capitalize() in _lists().offices


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
    return noun[1] in _lists().bodies or (led and noun[1] in _lists().fighters)


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
    word, table = words[first:last], _lists()
    if word in table.small or _SHORTENED.search(word):
        return True
    if _AGED.match(words, last):
        return False
    named = word.lower() in table.given and words[last + 1 : last + 2].isupper()
    if named and (opens or word not in table.titles):
        return False
    if word in table.titles or word in table.no_names or word.capitalize() in table.no_names:
        return True
    return opens and (is_common(word) or f" {word.lower()} " in words)


def _ends_other(words: str, first: int, last: int, known: bytearray) -> bool:
    """Tell whether the word goes on with what is no name: "Kano Hospital", "Health Ministry"."""
    if words[first:last] not in _lists().heads or first < 2:
        return False
    before = words[max(first - 20, 0) : first].split() or [""]
    led = before[-1] in {"the", "The"} or before[-1] in _lists().no_names
    return led or known[first - 2] != 0


def _is_public(office: str, words: str, name: tuple[int, int], *, offices: Offices) -> bool:
    table, (first, last) = _lists(), name
    if offices == "none" or _AGED.match(words, last):
        return False
    if offices == "all":
        return office in table.offices
    if office not in table.highest:
        return False
    rest = _ON.match(words, last)  # the name goes on
    last = rest.end() if rest else last
    before, behind = words[max(0, first - 60) : first].split(), words[last : last + 160]
    if _presides(before[-2:-1], behind):
        return False
    aside = _ASIDE.match(behind)
    after = behind.split()[:4] + (behind[aside.end() :].split()[:4] if aside else [])
    return _HARMED.search(" ".join((*before[-4:], *after))) is None


def _presides(before: list[str], behind: str) -> bool:
    """Tell whether a title is of a club or a firm: "Club President", "President of the club"."""
    of = _OF.match(behind)
    beside = (*before, *(of[1].split() if of else ()))
    return any(word.lower() in _lists().presided for word in beside)


def _joins(words: str, before: tuple[int, int], at: int) -> bool:
    """Tell whether one name goes on: "Um Hasan", "J. Obi", "Omar bin Said"."""
    gap = words[before[1] : at]
    if not _JOIN.fullmatch(gap):
        return False
    return gap[0] != "." or before[1] - before[0] <= 2  # "J.", "Md."


def _cut(words: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield a run in pieces that can be looked up; nothing of what a road or a force is called."""
    if run and is_bodys(words, run[0][0], run[-1][1]):
        return
    half = _LONGEST // 2
    for at in range(0, len(run), half) if len(run) > half else (0,) * bool(run):
        yield run[at][0], run[min(at + half, len(run)) - 1][1]


def _is_capital(word: str) -> bool:
    return word[0].isupper() or _ARTICLE.match(word) is not None


def is_loud(words: str) -> bool:
    """Tell whether nearly every word has a capital, as in a headline."""
    long = _LONG.findall(words)  # not "of", "the"
    return len(long) > 3 and sum(w[0].isupper() for w in long) * 10 >= len(long) * 8


def _end(token: re.Match[str]) -> int:
    return token.end() - 2 * token[0].endswith(("'s", "’s", "'S", "’S"))


def _adjectives() -> frozenset[str]:
    """Return the countries' adjectives and demonyms, and their plurals."""
    rows = (row.split("\t") for row in _file("countries.tsv").splitlines() if row[:1] != "#")
    found = {w for row in rows if len(row) > 3 for w in row[3].split("|") if w}
    return frozenset(found | {f"{word}s" for word in found})


def _entries(name: str) -> list[str]:
    """Return the words in small letters of a lexicon, without its head lines."""
    rows = (row for row in _file(name).splitlines() if not row.startswith("#"))
    return [w for row in rows for w in _LOWER.findall(row)]


def _grouped(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _file(name).splitlines():
        if line.strip() and not line.startswith("#"):
            group, *words = line.split()
            found[group] = found.get(group, frozenset()) | frozenset(words)
    return found


def _file(name: str) -> str:
    return files("cenotaph").joinpath("data", name).read_text(encoding="utf-8")
