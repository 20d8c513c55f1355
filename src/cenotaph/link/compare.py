"""Two tellings -> how they compare, aspect by aspect: each says at which level they agree.

A level is a word of data/link_weights.tsv, which has the bits that it is worth; None where there is
nothing to compare. Levels depend on the two tellings alone, and are the same both ways.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import fsum, log2

from cenotaph.link.intervals import Interval
from cenotaph.link.profile import Hours, Profile, Range
from cenotaph.link.spelling import Person, is_same
from cenotaph.model.globe import distance

Point = tuple[float, float]
Comparison = Callable[[Profile, Profile], str | None]

_EVERYWHERE = frozenset({"home", "vehicle", "building", "street", "military"})
_FEWEST_WORDS = 4  # telling words below which two texts are not compared
_GAPS = ((0, "same day"), (2, "1-2 days"), (7, "3-7 days"), (30, "8-30 days"),
         (100, "31-100 days"), (365, "up to a year"))  # fmt: skip
_MEETING = frozenset({"same day", "1 day", "within a week"})  # days by which two accounts meet
_CLOSE = _MEETING | {"surely 1-3 days"}
_APART_BY_DAYS = frozenset({"4-10 days", "11-60 days", "more days", "outside the interval"})
_SURELY = {"1 day": "surely 1-3 days", "2-3 days": "surely 1-3 days",
           **dict.fromkeys(_APART_BY_DAYS, "surely apart")}  # fmt: skip
_MAY_BE_EARLY = _APART_BY_DAYS | {"2-3 days", "told before"}
_DAY_BY_DAY = frozenset({"4-10 days", "11-60 days", "more days"})
_DAY, _SOME_HOURS, _ON_THE_CLOCK = 1440, 180, 40  # minutes
_AGREEING = frozenset({
    "same little-known place", "same place", "same little-known name", "same name",
    "same name far apart",
})  # fmt: skip
_UNLIKE = frozenset({"apart", "far apart"})
_NEARBY = frozenset({"10 km", "30 km"})
_KILOMETERS = ((1.0, "same place"), (10.0, "10 km"), (30.0, "30 km"), (80.0, "80 km"),
               (300.0, "300 km"))  # fmt: skip
_LIKENESS = ((0.03, "none"), (0.07, "hardly any"), (0.12, "few"), (0.18, "some"), (0.25, "more"),
             (0.35, "many"), (0.5, "half"), (0.7, "most"))  # fmt: skip
_NO_CHANCE = 5  # people from which the same figure is seldom chance
_EVEN, _APART = 0.6, 1.6  # factors of two between figures that are near, and that are far


def account(a: Profile, b: Profile) -> str | None:
    """Tell whether one account tells both: it should know that they are two (COUNTING 22)."""
    if a.telling.document == b.telling.document:
        return "one account"
    return "one table" if a.table is not None and a.table == b.table else None


def days(a: Profile, b: Profile) -> str | None:
    """Compare the nearest of the days that each account may give for the event.

    Two that are news, each of its own day, tell of two events, though neither says so plainly.
    """
    level = _days_told(a, b)
    return "news apart" if level in _DAY_BY_DAY and a.news and b.news else level


def _days_told(a: Profile, b: Profile) -> str | None:
    """Compare the nearest days, and tell whether both are plainly the day of the event."""
    if not a.days or not b.days:
        return None
    level = _nearest_days(a.days, b.days)
    if a.sure and b.sure:
        return _SURELY.get(level, level)
    return "too early" if level in _MAY_BE_EARLY and (_is_early(a, b) or _is_early(b, a)) else level


def _is_early(a: Profile, b: Profile) -> bool:
    """Tell whether one was published before any day of the other's, which tells its day plainly.

    A day is a day later elsewhere.
    """
    if a.published is None or not b.sure:
        return False
    return all(first is not None and first > a.published + 1 for first, _ in b.days)


@lru_cache(maxsize=1 << 16)
def _nearest_days(a: tuple[Interval, ...], b: tuple[Interval, ...]) -> str:
    return min(_gap(x, y) for x in a for y in b)[1]


def _gap(a: Interval, b: Interval) -> tuple[float, str]:
    """Return the level of two intervals, and how far down the list of levels it stands."""
    if a[0] is None or b[0] is None:
        return _open_gap(a, b)
    gap = max(a[0] - b[1], b[0] - a[1], 0)
    exact = a[0] == a[1] and b[0] == b[1]
    if gap == 0:
        return _meeting(max(a[1] - a[0], b[1] - b[0]), exact=exact)
    if gap > 1 and not exact:
        return (4.0, "2-3 days") if gap <= 3 else (5.0, "outside the interval")
    for most, found in ((1, (2.2, "1 day")), (3, (4.0, "2-3 days")), (10, (5.1, "4-10 days")),
                        (60, (5.2, "11-60 days"))):  # fmt: skip
        if gap <= most:
            return found
    return 5.3, "more days"


def _meeting(width: int, *, exact: bool) -> tuple[float, str]:
    if exact:
        return 0.0, "same day"
    for most, found in ((8, (1.0, "within a week")), (31, (2.0, "within a month"))):
        if width <= most:
            return found
    return 3.0, "within longer"


def _open_gap(a: Interval, b: Interval) -> tuple[float, str]:
    """Compare where one side only says "before publication"."""
    latest, first = (a[1], b[0]) if a[0] is None else (b[1], a[0])
    if first is not None and first > latest + 1:
        return 6.0, "told before"
    gap = abs((first if first is not None else max(a[1], b[1])) - latest)
    if gap <= 2:
        return 2.5, "told within 2 days"
    return (3.2, "told within 30 days") if gap <= 30 else (5.0, "told later")


def hour(a: Profile, b: Profile) -> str | None:
    """Compare the hours of one day."""
    if not a.hours or not b.hours or days(a, b) not in _MEETING:
        return None
    gap, width = min((_hours_between(x, y), _length(x, y)) for x in a.hours for y in b.hours)
    if gap > 0:
        return "other" if gap <= _SOME_HOURS else "far"
    return "same" if width <= _ON_THE_CLOCK else "same part"


def _hours_between(a: Hours, b: Hours) -> int:
    """Return the minutes between two stretches of a day, which begins again where it ends."""
    return min(max(a[0] - b[1] + turn, b[0] - turn - a[1], 0) for turn in (-_DAY, 0, _DAY))


def _length(a: Hours, b: Hours) -> int:
    return max(a[1] - a[0], b[1] - b[0])


def publication(a: Profile, b: Profile) -> str | None:
    """Compare the days of publication where those of the event do not meet, or are not told."""
    return None if days(a, b) in _CLOSE else _published_apart(a, b)


def together(a: Profile, b: Profile) -> str | None:
    """Compare the days of publication where those of the event meet: they then add little."""
    return _published_apart(a, b) if days(a, b) in _CLOSE else None


def _published_apart(a: Profile, b: Profile) -> str | None:
    gap = _days_of_news_between(a, b)
    if gap is None:
        return None
    return next((level for most, level in _GAPS if gap <= most), "over a year")


def _days_of_news_between(a: Profile, b: Profile) -> int | None:
    """Return how many days lie between the days of publication."""
    known = a.published is not None and b.published is not None
    return abs((a.published or 0) - (b.published or 0)) if known else None


def place(a: Profile, b: Profile) -> str | None:
    """Compare where it was, by the nearest places; a place of one may be named in the other."""
    level = _nearest(a, b)
    if level in _AGREEING:
        return level
    if not (_names_place_of(a, b) or _names_place_of(b, a)):
        return level
    if level in _NEARBY:
        return "around it"
    named = (a.little_known & (b.around | b.names_of_places)) or (
        b.little_known & (a.around | a.names_of_places)
    )
    return "little-known place beside" if named else "place beside"


def _names_place_of(a: Profile, b: Profile) -> bool:
    """Tell whether one account names, beside its own places, where the other says that it was."""
    if b.names_of_places & a.around:
        return True
    return any(distance(p, q) <= _KILOMETERS[1][0] for p in a.beside for q in b.points)


def _nearest(a: Profile, b: Profile) -> str | None:
    """Compare the nearest places, else names, else regions, else countries."""
    if a.points and b.points:
        return _distance_level(a, b)
    if a.names_of_places & b.names_of_places:
        if a.little_known & b.little_known:
            return "same little-known name"
        return "same place" if a.regions & b.regions else "same name"  # a county of one state
    if a.regions and b.regions:
        return "same region" if a.regions & b.regions else "other region"
    if a.countries and b.countries:
        return "same country" if a.countries & b.countries else "other country"
    return None


def _distance_level(a: Profile, b: Profile) -> str:
    km = _kilometers(a.points, b.points)
    if km > _KILOMETERS[2][0] and a.names_of_places & b.names_of_places:
        return "same name far apart"
    only = len(a.points) == len(b.points) == 1 and not (a.only_near or b.only_near)
    if km > _KILOMETERS[2][0] and only:
        return "another and no other"
    if km <= _KILOMETERS[0][0] and _are_little_known(a, b):
        return "same little-known place"
    return next((level for most, level in _KILOMETERS if km <= most), "farther")


@lru_cache(maxsize=1 << 16)
def _kilometers(a: tuple[Point, ...], b: tuple[Point, ...]) -> float:
    return min(distance(p, q) for p in a for q in b)


def _are_little_known(a: Profile, b: Profile) -> bool:
    """Tell whether a place that both name is little known: few other incidents will be there."""
    if a.names_of_places & b.names_of_places:
        return bool(a.little_known & b.little_known)
    return bool(a.little_known and b.little_known)


def target(a: Profile, b: Profile) -> str | None:
    """Compare what was hit: a hospital is hit seldom, homes and cars everywhere."""
    if not a.targets or not b.targets:
        return None
    shared = a.targets & b.targets
    if not shared:
        return "other"
    return "same everywhere" if shared <= _EVERYWHERE else "same seldom"


def street(a: Profile, b: Profile) -> str | None:
    """Compare the streets named, and their blocks: many crimes have a witness at a corner."""
    if not a.streets or not b.streets:
        return None
    shared = a.streets & b.streets
    if any(s.split()[0].isdigit() for s in shared):
        return "same block"
    return "same" if shared else "other"


def kind(a: Profile, b: Profile) -> str | None:
    """Compare the kinds of violence."""
    if a.subkinds & b.subkinds:
        return "same"
    return "akin" if a.kinds & b.kinds else "other"


def weapon(a: Profile, b: Profile) -> str | None:
    """Compare the weapons named; they differ between accounts of one incident too."""
    if not a.weapons or not b.weapons:
        return None
    return "same" if a.weapons & b.weapons else "other"


def killed(a: Profile, b: Profile) -> str | None:
    """Compare the dead; a shared large figure tells much, as does one counted as injured there."""
    level = _figures(a.killed, b.killed)
    if level in _UNLIKE and (_crossed(a, b) or _crossed(b, a)):
        return "crossed"
    return level


def _crossed(a: Profile, b: Profile) -> bool:
    """Tell whether one account's dead are the other's injured: a likely mix-up (COUNTING 8)."""
    return a.killed is not None and a.killed == b.injured and a.killed[0] >= _NO_CHANCE


def injured(a: Profile, b: Profile) -> str | None:
    """Compare the injured; two who differ in these and in the dead tell of two incidents."""
    level = _figures(a.injured, b.injured)
    return "both apart" if level in _UNLIKE and _never_met(a, b) else level


def _never_met(a: Profile, b: Profile) -> bool:
    """Tell whether the dead differ too, and not as the toll of one incident grows.

    A toll grows from one day to the next, and the wounded with the dead. Of few people, and of
    none, too many accounts are read wrongly to say so.
    """
    if a.killed is None or b.killed is None or a.injured is None or b.injured is None:
        return False
    dead, hurt = (a.killed[0], b.killed[0]), (a.injured[0], b.injured[0])
    if killed(a, b) not in _UNLIKE or not min(*dead, *hurt):
        return False
    if min(max(dead), max(hurt)) < _NO_CHANCE:
        return False
    crossing = (dead[0] < dead[1]) != (hurt[0] < hurt[1])
    return crossing or _days_of_news_between(a, b) in {0, 1}


def _figures(a: Range | None, b: Range | None) -> str | None:
    if a is None or b is None:
        return None
    if a == b:
        n = a[0]
        return (
            f"both {n}"
            if n <= 2
            else "both 3-5"
            if n <= 5
            else "both 6-20"
            if n <= 20
            else "both more"
        )
    if (a[1] is None or b[0] <= a[1]) and (b[1] is None or a[0] <= b[1]):
        return "meet"
    apart = abs(log2(1 + a[0]) - log2(1 + b[0]))
    return "near" if apart < _EVEN else "apart" if apart < _APART else "far apart"


def fatal(a: Profile, b: Profile) -> str | None:
    """Compare whether anyone is counted as killed."""
    dead = bool(a.killed and a.killed[0]), bool(b.killed and b.killed[0])
    return "one" if dead[0] != dead[1] else "both" if dead[0] else "neither"


def victims(a: Profile, b: Profile) -> str | None:
    """Compare the victims named: one account may name the victim, the other the suspect."""
    return _lists(a.victims, b.victims)


def suspects(a: Profile, b: Profile) -> str | None:
    """Compare those held responsible by name; the wanted and the arrested may be two."""
    return _lists(a.suspects, b.suspects)


def persons(a: Profile, b: Profile) -> str | None:
    """Compare whoever is named, but for officials; one's suspect is never another's victim."""
    crossed = (a.victims & b.suspects) | (a.suspects & b.victims)
    return _lists(a.persons - crossed, b.persons - crossed)


def _lists(a: frozenset[Person], b: frozenset[Person]) -> str | None:
    if not a or not b:
        return None
    shared = a & b
    if len(shared) > 1:
        return "two and more"
    if any(p[0] for p in shared) or any(is_same(p, q) for p in a for q in b):
        return "one"
    return "surname" if {p[1] for p in a} & {q[1] for q in b} else "none"


def names(a: Profile, b: Profile) -> str | None:
    """Compare rare names, of a school, a village that no gazetteer holds: not those of people.

    What is a place in one account may be a name in the other; where the places agree it is one
    agreement, and not two.
    """
    shared = a.names & b.names
    crossed = (a.names & b.towns) | (a.towns & b.names)
    if crossed and _nearest(a, b) not in _AGREEING:
        shared |= crossed
    if not shared and not (a.names and b.names):
        return None
    return ("none", "one", "two", "three and more")[min(len(shared), 3)]


def ages(a: Profile, b: Profile) -> str | None:
    """Compare the ages told, first those of victims: reports differ by a year at most."""
    if not a.ages or not b.ages:
        return None
    if a.victims_ages and b.victims_ages and _are_others(a.victims_ages, b.victims_ages):
        return "other victims"
    shared = len(a.ages & b.ages)
    return "two and more" if shared > 1 else "one" if shared else "none"


def _are_others(a: frozenset[int], b: frozenset[int]) -> bool:
    return not any(abs(x - y) <= 1 for x in a for y in b)


def party(a: Profile, b: Profile) -> str | None:
    """Compare who is held responsible; accounts of one incident often differ."""
    if not a.parties or not b.parties:
        return None
    return "same" if a.parties & b.parties else "other"


def text(a: Profile, b: Profile) -> str | None:
    """Compare the words of the event's sentences, rare ones above all (their cosine)."""
    few, many = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    if len(few) < _FEWEST_WORDS:
        return None
    shared = fsum(few[w] * few[w] for w in few.keys() & many.keys())
    share = shared / (a.length * b.length)
    return next((level for most, level in _LIKENESS if share < most), "nearly all")


COMPARISONS: tuple[Comparison, ...] = (
    account, days, hour, publication, together, place, street, target, kind, weapon, killed,
    injured, fatal, victims, suspects, persons, names, ages, party, text,
)  # fmt: skip
