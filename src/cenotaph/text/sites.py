"""A reading's place names in their sentences, and what the words around each say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cenotaph.text.name_words import lists
from cenotaph.text.reading import NamePhrase, Reading, Sentence

_LEAD_REACH = 90
_OPENING = 1000  # characters within which a dateline stands; captions and buttons may come first

# "in Sumy", "in the besieged port city of Mariupol", "in eastern Ukraine", "in Syria's Aleppo".
_LOCATIVE = re.compile(
    r"(?:^|[\s(“\"])(?P<word>in|at|near|nearby|outside|around|inside|across|throughout|over|within|off"
    r"|between|(?:on|along|off)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}"
    r"(?:road|highway|track|axis|motorway)\s+(?:from|to|between|linking|out\s+of)"
    r"|(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of"
    r"|(?:outskirts|suburbs?|edge|center|heart|sections?|neighborhoods?|districts|sectors|parts?|side"
    r"|areas?|streets)\s+of)"
    r"\s+(?:the\s+|an?\s+)?"
    r"(?:(?:[\w’'‑-]+\s+){0,5}(?:city|town|village|capital|port|province|region|district|county|state"
    r"|settlement|suburb|hamlet|neighborhood|neighbourhood|area|camp|municipality|enclave)\s+(?:of\s+)?"
    r"|(?:[\w’'‑-]+\s+){0,5}(?:villages|towns|hamlets|cities|localities|communities|slum"
    r"|commune|territory|quarter|sector|department|canton|cercle|parish"
    r"|sub-?county|township|community|outskirts|suburbs|entrance)\s+(?:of|to)\s+"
    r"|(?:[\w-]*(?:north|south|east|west)[\w-]*|central|downtown|greater|upper|lower|neighbou?ring"
    r"|nearby|rural|mainland|[\w-]+(?:ed|held|torn)|[A-Z][\w-]+['’]s?)\s+){0,3}$",
    re.IGNORECASE,
)
# "On the Sumy road", "on the Sumy-Poltava highway": a stretch of road is where something was.
_ROAD = re.compile(
    r"^(?:\s?[-–—]\s?[\w ]{2,20}?)?\s(?:road|highway|axis|motorway|trail)\b", re.IGNORECASE
)
_ON_THE = re.compile(
    r"\b(?:on|along|off) the (?:main |old |new )?(?:[A-Z][\w’'-]+\s?[-–—]\s?)?$", re.IGNORECASE
)
# "In Mill Row, Dover", "at the Lantern Bar, Dover": the town stands behind what lies in it.
_FINER = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear|[Oo]utside) (?:the )?(?:[\dA-Z][\w’'.-]* ){0,3}"
    r"(?P<last>[\dA-Z][\w’'-]*), $"
)
_COMMA = re.compile(r"^\.?,\s{1,2}$")
_IN_BRACKET = re.compile(r" \((?:[A-Z][^();:\d]*, ?)?")
# "It happened in the 200 block of Kestrel Lane in Dover": what happened stands a sentence before.
_HAPPENED = re.compile(r"\b(?:happened|occurred|took place|unfolded)\b", re.IGNORECASE)
# "Seminole High School", "the Cleveland Arms": the name goes on and is no town's.
_GOES_ON = re.compile(r"^ (?!Police)(?P<word>[A-Z][a-z]+)")
# "Two die in Dover - WXYZ Channel 9 Tulsa | News, Weather, Sports": what stands behind the dash.
_MASTHEAD = re.compile(
    r"\s[-–—|]\s*(?=.*(?:\.com\b|\bNews|\bWeather|\bSports?\b|\bTV\b|\bRadio\b|\bTimes\b|\bHerald\b"
    r"|\bTribune\b|\bGazette\b|\bObituary\b|\bChannel \d))",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"\b(?:said|told|spoke|speaking|announced|conference|interview"
    r"|(?:to|with|briefed|address\w+) reporters)\b[\w\s]{0,25}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^\s?[-–—|]{1,2}\s?(?=[A-Z])|"
    r"^(?:,[^()\n]{0,40})?\s*(?:\([A-Z][\w /.-]{1,20}\)\s*)?(?:[-–—]{1,2}|_)(?:\s|(?<=\.--))"
    r"|^(?:,[^()\n]{0,40})?\s*\([A-Z]"
)
_LAW = re.compile(
    r"^(?:['’]s)?\s+(?:[A-Z]\w+\s+)?(?:[Pp]olice|POLICE|[Oo]fficers|[Ss]heriff|[Ff]ire\b|PD\b)"
)
_BENCH = re.compile(
    r"^(?:['’]s)?\s(?:[A-Z]\w+\s){0,2}(?:Court|[Jj]ury|[Jj]urors|[Mm]agistrates?|judge)\b"
)


class Site(msgspec.Struct, frozen=True):
    """A place name in its sentence; offsets are the sentence's."""

    name: NamePhrase
    sentence: Sentence
    start: int
    end: int

    @property
    def lead(self) -> str:
        """Return the words before the name."""
        return self.sentence.text[max(0, self.start - _LEAD_REACH) : self.start]

    @property
    def rest(self) -> str:
        """Return the words after the name."""
        return self.sentence.text[self.end : self.end + _LEAD_REACH]

    @property
    def located(self) -> bool:
        """Tell whether words such as "in the port city of" stand before the name."""
        if self.name.relation is not None or _LOCATIVE.search(self.lead) is not None:
            return True
        if self._is_quarter_within() or self._is_behind_finer():
            return True
        return bool(_ROAD.match(self.rest) and _ON_THE.search(self.lead))

    def _is_behind_finer(self) -> bool:
        """Tell whether a street or building of the place stands before: "in Mill Row, Dover"."""
        finer = _FINER.search(self.lead)
        if finer is None or self.name.scale != "town":
            return False
        last = finer["last"].lower()
        return last not in lemmas("month") and not last.isdigit()

    def _is_quarter_within(self) -> bool:
        """Tell whether "in" takes a part of a town: "in the exclusive La Paloma neighborhood"."""
        if not is_part(self.name.name) and last_word(self.name.name) not in lemmas("tract"):
            return False
        index = self.sentence.token_at(self.name.span.end - 1)
        token = None if index is None else self.sentence.tokens[index]
        return (
            token is not None
            and token.dep == "pobj"
            and self.sentence.lowered[token.head] in lemmas("where")
        )

    def spoken(self, events: Iterable[int]) -> bool:
        """Tell whether somebody spoke there: "told reporters in Geneva".

        Not where an event's word stands between: "said the bomb went off in Geneva".
        """
        cue = _SPOKE.search(self.lead)
        if cue is None:
            return False
        said = self.lead_offset(cue.start())
        return not any(said < at < self.name.span.start for at in events)

    @property
    def happened(self) -> bool:
        """Tell whether the sentence says where what was told before happened."""
        return _HAPPENED.search(self.sentence.text) is not None and self.located

    def path(self) -> list[int] | None:
        """Return the name's token and those it hangs on, up to the root; None when not parsed."""
        index = self.sentence.token_at(self.name.span.end - 1)
        if index is None:
            return None
        path = [index]
        while (head := self.sentence.tokens[path[-1]].head) != path[-1] and head not in path:
            path.append(head)
        return path

    def lead_offset(self, at: int) -> int:
        """Return the document's offset of a position in the words before the name."""
        return self.sentence.span.start + max(0, self.start - _LEAD_REACH) + at


def sites_of(reading: Reading) -> Iterator[Site]:
    """Yield the names that may be where something happened: no streets, ", Ohio" or "(Ohio)"."""
    before: Site | None = None
    quarters = _quarters(reading)
    for name in reading.names:
        if name.kind != "place" or name.name.casefold() in quarters:
            continue
        if name.scale == "way" and not _is_ground(name):
            continue
        sentence = reading.sentence_of(name.span)
        at = sentence.span.start
        site = Site(name, sentence, name.span.start - at, name.span.end - at)
        if _is_of_masthead(site):
            continue
        if before is not None and before.sentence.number == sentence.number:
            between = sentence.text[before.end : site.start]
            if _COMMA.match(between) and name.scale in {"country", "region"}:
                continue
            if _IN_BRACKET.fullmatch(between) and ")" in site.rest:
                continue  # "Zarka (Sumy district, Ruritania)"
        before = site
        yield site


def _is_ground(name: NamePhrase) -> bool:
    """Tell whether a name is of a neighborhood or an airport, where things happen as in a town."""
    return is_part(name.name) or last_word(name.name) in lemmas("ground")


def is_part(name: str) -> bool:
    """Tell whether a name says that it is a part of a town's: "Colonia Reyes", "Mole quarter"."""
    opens, _, rest = name.casefold().partition(" ")
    return last_word(name) in lemmas("quarter") or (bool(rest) and opens in lemmas("parts"))


def last_word(name: str) -> str:
    """Return the last word of a name, in small letters."""
    return name.casefold().rpartition(" ")[2]


def _quarters(reading: Reading) -> set[str]:
    """Return the names that the text calls a neighborhood somewhere."""
    parts = [n.name.casefold().rpartition(" ") for n in reading.names if n.scale == "way"]
    return {head for head, _, last in parts if last in lemmas("quarter")}


def is_seat(reading: Reading, site: Site) -> bool:
    """Tell whether a place is part of an organization's name, a dateline, or before "police"."""
    return (
        _LAW.match(site.rest) is not None
        or _is_dateline(site)
        or _goes_on(site)
        or _is_of_body(reading, site)
    )


def _is_of_body(reading: Reading, site: Site) -> bool:
    span = site.name.span
    around = reading.names_at.holding(span)
    return any(n.kind == "organization" and n.span != span for n in around)


def _goes_on(site: Site) -> bool:
    """Tell whether another name's word follows at once: "Seminole High", "Harbor Gateway"."""
    following = site.sentence.token_at(site.name.span.end + 1)
    if following is None:
        return site.sentence.part == "text" and _is_name(site.rest)
    token = site.sentence.tokens[following]
    glued = site.rest[:1] == " " and token.start == site.name.span.end + 1
    return glued and token.pos == "PROPN" and _is_name(f" {token.text}")


def _is_name(rest: str) -> bool:
    """Tell whether a capitalized word comes at once that is neither a day's nor a month's."""
    word = _GOES_ON.match(rest)
    return word is not None and word["word"].lower() not in lemmas("month")


def _is_of_masthead(site: Site) -> bool:
    """Tell whether a name stands in the part of a title that names the publisher."""
    if site.sentence.part != "title":
        return False
    match = _MASTHEAD.search(site.sentence.text)
    return match is not None and site.start >= match.start()


def police(sites: Sequence[Site]) -> list[Site]:
    """Return the first town whose police are named: what happened is theirs to look into."""
    return [s for s in sites if s.name.scale == "town" and _LAW.match(s.rest)][:1]


def courts(sites: Sequence[Site]) -> list[Site]:
    """Return the first town or county whose court or jury is named: they judge what is near."""
    return [s for s in sites if s.name.scale != "country" and _BENCH.match(s.rest)][:1]


def seats(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the names in the title, in the dateline and before "police": towns, if any.

    A dateline alone may be a bureau's, in another country: its town has to be named again, or be
    the only one.
    """
    towns = Counter(s.name.name.casefold() for s in sites if s.name.scale == "town")
    found = [
        site
        for site in sites
        if (site.sentence.part == "title" and not _is_of_body(reading, site))
        or _LAW.match(site.rest)
        or (_is_dateline(site) and (towns[site.name.name.casefold()] > 1 or len(towns) < 2))
    ]
    return [site for site in found if site.name.scale == "town"] or found


def bureaus(sites: Sequence[Site]) -> list[Site]:
    """Return the dateline's name: where an account was written, and often where it happened."""
    return [site for site in sites if _is_dateline(site)][:1]


def _is_dateline(site: Site) -> bool:
    opens = site.start == 0 and site.sentence.part == "text"
    return opens and site.sentence.span.start < _OPENING and _DATELINE.match(site.rest) is not None


def lemmas(group: str) -> frozenset[str]:
    """Return a group of words of the lists by which names are told apart."""
    return lists().groups[group]
