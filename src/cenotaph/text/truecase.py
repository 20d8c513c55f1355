"""Sentences in capitals -> the same words as running text would set them, offsets unchanged.

Wire texts of the 1980s and 90s come in capitals, which the parser reads badly. A word keeps its
capital where it is no word of the dictionary, a place of the gazetteer, or follows a title; words
that stand in brackets as an acronym stay as they are. Only the parser sees the result.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cenotaph.model import Gazetteer
from cenotaph.text.lexicon import grouped
from cenotaph.text.name_words import lists
from cenotaph.text.party_words import firsts, party_words
from cenotaph.text.reading import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ACRONYM = re.compile(r"\((?P<name>[A-Z]{2,7})\)")
# Initials in brackets behind their words, or before them: ARN [REPUBLICAN NATIONAL ALLIANCE].
_GLOSSED = re.compile(
    r"\b(?P<before>(?:[A-Z][\w’'-]{0,24}\s{1,3}){1,7})[\[(](?P<initials>[A-Z]{3,7})[\])]"
    r"|\b(?P<name>[A-Z]{3,7})\s[\[(](?P<full>[A-Z][^\[\]()]{5,70})[\])]"
)
# What may be a name behind which initials stand: "OF THE RED DAWN MOVEMENT [MAR]"
_ABBREVIATED = re.compile(
    r"(?P<before>(?:[A-Z][\w’'-]{0,24}\s{1,3}){2,8})[\[(](?P<initials>[A-Z]{2,7})[\])]"
)
_NO_VOWEL = re.compile(r"[^AEIOUYÁÉÍÓÚ]{2,5}")
_SHARE = 0.75  # of the letters that must be capitals
_ENOUGH = 20  # letters below which a sentence alone says nothing of its case
_FEW = 3  # words of a headline below which its case says nothing
_LARGE = 100_000  # people
_LONGEST_PLACE = 3  # words


def truecased(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, known: Callable[[str], bool]
) -> dict[int, str]:
    """Return, by sentence number, true-cased text for the sentences set in capitals.

    `known` tells whether a lower-case word stands in the dictionary.
    """
    capitals = [s for s in sentences if _in_capitals(s.text)]
    if sum(len(s.text) for s in capitals) * 2 > sum(len(s.text) for s in sentences):
        capitals = [s for s in sentences if s.text.upper() == s.text]
    headlines = [s for s in sentences if s.part == "title" and _is_headline(s.text)]
    if not capitals and not headlines:
        return {}
    words = _Words(gazetteer, known, [s.text for s in capitals])
    found = {s.number: words.cased(s.text) for s in capitals}
    return found | {s.number: words.cased(s.text, headline=True) for s in headlines}


def _is_headline(text: str) -> bool:
    """Tell whether nearly every word opens with a capital and few are all capitals."""
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    opened = sum(w[0].isupper() and not w.isupper() for w in words)
    return len(words) >= _FEW and opened >= _SHARE * len(words)


def _in_capitals(text: str) -> bool:
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper > _SHARE * (upper + lower) and upper >= _ENOUGH


class _Words:
    """What is known of one document's words."""

    def __init__(
        self, gazetteer: Gazetteer, known: Callable[[str], bool], texts: Sequence[str]
    ) -> None:
        self._gazetteer = gazetteer
        self._known = known
        self._places: dict[str, bool] = {}
        bracketed = {m["name"] for text in texts for m in _ACRONYM.finditer(text)}
        own = {w for w in bracketed if not known(w.lower()) and not self._is_large(w.lower())}
        own |= {w for text in texts for w in _glossed(text)}
        short = [pair for text in texts for pair in _abbreviated(text)]
        self._full, own = {name for name, _ in short}, own | {initials for _, initials in short}
        self._acronyms = own | {w.upper() for w in _listed("acronym")}

    def cased(self, text: str, *, headline: bool = False) -> str:
        """Return a sentence true-cased, of the same length."""
        found = list(_WORD.finditer(text))
        said = [m.group() for m in found]
        held = self._place_words(said) | self._name_words(said)
        words = [
            m.group()
            if self._keeps(text, m, headline=headline)
            else self._cased(text, m, before, held=i in held)
            for i, (m, before) in enumerate(zip(found, ["", *said], strict=False))
        ]
        _join(words)
        pieces, at = [], 0
        for match, word in zip(found, words, strict=True):
            opens = at == 0 and not text[: match.start()].strip("\"'“‘([- ")
            pieces += [text[at : match.start()], word[0].upper() + word[1:] if opens else word]
            at = match.end()
        result = "".join([*pieces, text[at:]])
        return result if len(result) == len(text) else text

    def _keeps(self, text: str, match: re.Match[str], *, headline: bool) -> bool:
        word = match.group()
        if headline:
            return word.isupper() or not word[0].isupper()
        if word in self._acronyms or not word.isupper() or word == "I":
            return True
        glued = text[match.end() : match.end() + 1] == "." and word != "A"
        return len(word) == 1 and (glued or text[match.start() - 1 : match.start()].isdigit())

    def _cased(self, text: str, match: re.Match[str], before: str, *, held: bool) -> str:
        word, lower = match.group(), match.group().lower()
        dated = lower in _listed("maybe_month") and _by_figure(text, match)
        if held or dated or self._is_name(lower, before.lower()):
            return _capital(word)
        return lower if len(lower) == len(word) else word

    def _is_name(self, lower: str, before: str) -> bool:
        if lower in _listed("day") or lower in _listed("month"):
            return True
        if lower in _listed("maybe_month"):
            return before in _listed("before_month")
        if lower in _listed("function") or lower in _listed("particle"):
            return False
        if before in _listed("title") and lower not in lists().plain and not self._did(lower):
            return True
        bare = re.sub(r"['’]s$", "", lower)
        return not self._known(bare) or self._place(bare)

    def _did(self, lower: str) -> bool:
        """Tell whether a word says what was done: "THE MINISTER BLAMED", but "MINISTER REED"."""
        named = lower in lists().surnames or lower in lists().given
        return lower.endswith("ed") and self._known(lower) and not named

    def _place_words(self, words: Sequence[str]) -> set[int]:
        """Return the words that belong to a place of two or three words: "Santa Ana"."""
        held: set[int] = set()
        for i in range(len(words)):
            for n in range(_LONGEST_PLACE, 1, -1):
                run = [w.lower() for w in words[i : i + n]]
                if len(run) == n and self._may_be_place(run) and self._place(" ".join(run)):
                    held.update(range(i, i + n))
        return held

    def _name_words(self, words: Sequence[str]) -> set[int]:
        """Return the words that belong to a name behind which initials stand in the document."""
        found: set[int] = set()
        for name in self._full:
            for i in range(len(words) - len(name) + 1):
                if tuple(words[i : i + len(name)]) == name:
                    found.update(n for n in range(i, i + len(name)) if not _is_small(words[n]))
        return found

    def _may_be_place(self, run: Sequence[str]) -> bool:
        """Tell whether a run is worth looking up: its ends are no plain words of grammar."""
        if run[-1] in _listed("function") or run[0] in _listed("function"):
            return False
        return not all(word in lists().plain for word in run)

    def _is_large(self, name: str) -> bool:
        """Tell whether a word in brackets is a country or a city, not an acronym: "(FRANCE)"."""
        found = self._gazetteer.candidates(name.title())
        return bool(found) and (found[0].kind != "town" or found[0].population >= _LARGE)

    def _place(self, name: str) -> bool:
        found = self._places.get(name)
        if found is None:
            country = self._gazetteer.country_of(name.title()) is not None
            town = name not in lists().plain and bool(self._gazetteer.candidates(name.title()))
            found = self._places[name] = country or town
        return found


def _glossed(text: str) -> Iterator[str]:
    """Yield initials that stand beside the words that bear them, though a dictionary has them."""
    for match in _GLOSSED.finditer(text):
        initials = match["initials"] or match["name"]
        firsts = Counter(w[0] for w in (match["before"] or match["full"]).split())
        shared = sum((firsts & Counter(initials)).values())
        if shared * 2 >= len(initials) and initials.lower() not in _listed("function"):
            yield initials


def _abbreviated(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the words of names that bear the initials behind them, and these: "DAWN FRONT [DF]"."""
    for match in _ABBREVIATED.finditer(text):
        words, name = match["before"].split(), list[str]()
        while words and (link := _linked(words)) is not None and (name or not link):
            cut = len(words) - max(1, link)
            words, name = words[:cut], words[cut:] + name
        while name and (_links(name[0]) or name[0].lower() in _listed("day")):
            name.pop(0)
        shared = sum((firsts(name) & Counter(match["initials"])).values())
        if len(name) > 1 and shared * 2 >= len(match["initials"]):
            yield tuple(name), match["initials"]


def _linked(words: Sequence[str]) -> int | None:
    """Return how many last words only link a name's; None where a name cannot go on so."""
    if not _links(words[-1]):
        return 0
    of = next((n for n in (1, 2) if words[-n:] in (["OF"], ["OF", "THE"])), None)
    before = "" if of is None else "".join(words[-of - 1 : -of]).lower()
    return of if before in party_words("title") | {"force", "forces", "organization"} else None


def _is_small(word: str) -> bool:
    return _links(word) or word.lower() in _listed("particle")


def _links(word: str) -> bool:
    return word.lower() in _listed("function")


def _by_figure(text: str, match: re.Match[str]) -> bool:
    """Tell whether "MAY" stands beside a figure: "3 MAY 89"."""
    around = text[: match.start()].rstrip()[-1:] + text[match.end() :].lstrip()[:1]
    return any(c.isdigit() for c in around)


def _join(cased: list[str]) -> None:
    """Give a capital to what belongs to a name beside it: titles, given names, "El Mozote"."""
    for i in range(len(cased) - 1, -1, -1):
        word = cased[i]
        before = i > 0 and _is_capital(cased[i - 1])
        after = i + 1 < len(cased) and _is_capital(cased[i + 1])
        given = word in lists().given and word not in _listed("function")
        named = given and (before or after)
        titled = after and (word in _listed("title") or (word in _listed("opener") and not before))
        if named or titled or (before and word in _listed("way")):
            cased[i] = word[0].upper() + word[1:]


def _is_capital(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def _capital(word: str) -> str:
    lower = word.lower()
    if len(lower) != len(word):
        return word
    if _NO_VOWEL.fullmatch(word) and lower not in _listed("title"):
        return word
    return lower[0].upper() + lower[1:]


def _listed(name: str) -> frozenset[str]:
    return grouped("truecase.txt")[name]
