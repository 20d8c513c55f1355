"""A frame beside an event told before -> whether it plainly brings in another one.

One sign is not enough: a place of its own is named in retelling too, and in crime news one shooting
has a home town, a hospital's and the police's. So what is told as new (a new doer, weapon or
victims: "a bomb", "two guards"; not "the blast", "they") is another event where its signs weigh
enough together; a figure told twice is of one incident.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cenotaph.text.event_apart import CARE, UNRELATED
from cenotaph.text.event_days import meet
from cenotaph.text.event_frames import Frame
from cenotaph.text.event_told import Event
from cenotaph.text.far import Far
from cenotaph.text.shown import hour_of_post

_ANOTHER = -6.0  # outweighs a day, and the event told of last
MOST = 4.0  # in favor: "the first of the two"
_LOUD = frozenset({"explosive", "abduction", "fire"})
_MANY = 8  # places: so many are of a campaign
_ENOUGH = 30
_SIGNS = {
    "place": 20,  # a town of its own, neither in nor beside the event's
    "land": 10,  # a province of its own, where each has one
    "opens with its place": 10,
    "turns": 10,  # "in the east", "in the evening", a heading
    "figure far": 10,  # of one outcome, in a town surely far
    "also": 24,  # "the rebels also shelled", "likewise"
    "means": 15,
    "blast": 6,  # a weapon that is used once
    "paragraph": 5,
    "thing hit": 15,
    "hour": 15,
    "street": 10,
    "of several": 10,  # the account says that it tells of several
    "others": 10,  # more people than those told of, in a place of their own (COUNTING 12)
    "at one time": 10,  # "at the same time", in a place of its own
    "described": 10,  # "the raid on Tarsk", and another figure
    "an event far": 5,  # "in an ambush", in a town surely far
    "other side": 25,  # the army did one, rebels the other, in places of two names
    "figure": 5,  # another, of one outcome
    "both figures": 25,  # other dead and other hurt, in an act that is told as new
    "a time before": 15,  # "last week", where the event has its day
    "nobody there": 15,  # somebody was harmed, where nobody was
    "some more": 10,  # "shootings earlier on Saturday": several, and not those told of
}
_DYING = frozenset({"die", "died", "dies", "dying", "succumbed"})
_HALF_AN_HOUR = 30  # minutes
_LISTED = re.compile(r"(?:,|\s|and\b|[A-Z][\w'’-]*)*(?:,|\band\b)\s*")  # ", Lom and "


def is_unrelated(frame: Frame) -> bool:
    """Tell whether another event is told of in so many words, not by "meanwhile"."""
    return frame.apart and UNRELATED.search(frame.sentence.text) is not None


def weigh(frame: Frame, event: Event, far: Far) -> float:
    """Return what speaks against one event, or for it where it is said to be the same of several.

    A figure told twice is of one incident, but where side or day and a town surely far are others.
    """
    telling = frame.telling
    beside = _is_place_by_place(frame, event)
    again = frame.figures & event.figures and not _is_elsewhere(frame, event, far)
    anew = _is_anew(frame, event)
    if not event.in_text or (again and not (beside or anew)):
        return 0.0
    ordinal = telling.ordinal or (telling.which if event.several or event.ordinals else "")
    if event.is_sum or ordinal == "first":
        return _as_first(event) if ordinal == "first" else 0.0
    if ordinal:
        return MOST if ordinal in event.ordinals else _ANOTHER
    if beside or anew or (telling.adds and _is_added(frame, event, far)):
        return _ANOTHER
    if not telling.fresh and not (telling.described and frame.harms):
        return 0.0
    return _ANOTHER if sum(_SIGNS[s] for s in signs(frame, event, far)) >= _ENOUGH else 0.0


def _is_elsewhere(frame: Frame, event: Event, far: Far) -> bool:
    """Tell whether a figure is told as new by another side, of another day, or in a new post.

    And surely far.
    """
    new = frame.telling.fresh and frame.harms and frame.hurt
    own = _differ(frame.telling.sides, event.sides) or _differ(frame.days, event.days)
    own = (
        own
        or frame.telling.turns
        or (frame.telling.one and bool(frame.days))
        or hour_of_post(frame.sentence.text) > 0
    )
    return new and own and _is_apart(frame, event, far) and _is_far(frame, event, far)


def _is_anew(frame: Frame, event: Event) -> bool:
    """Read "six more were killed when Tarsk was attacked again on 27 March": another day."""
    told = frame.telling.fresh and frame.hurt and frame.harms
    return told and "again" in frame.sentence.lowered and _differ(frame.days, event.deed)


def _as_first(event: Event) -> float:
    """Weigh "in the first": of the first of several, or of all of them still, and no second's."""
    if event.ordinals:
        return MOST if "first" in event.ordinals else _ANOTHER
    return MOST if event.is_sum or event.several else 0.0


def _is_added(frame: Frame, event: Event, far: Far) -> bool:
    """Read "hours later": an act that is told as new, or harm done elsewhere."""
    telling = frame.telling
    act = telling.fresh and telling.acted and (frame.plain or frame.harms)
    return act or (frame.harms and not frame.nominal and _is_apart(frame, event, far))


def _is_place_by_place(frame: Frame, event: Event) -> bool:
    """Read "shells hit Tarsk and Orlo. Six were killed in Tarsk. In Orlo one was killed".

    Two places named side by side, with no figure of both, and who was killed in each: two incidents
    (COUNTING 22).
    """
    here = frame.telling.spots | frame.telling.fronted
    if not here or not frame.hurt:
        return False
    opening = event.frames[0]
    elsewhere = [f for f in event.frames if f.hurt and (f.telling.spots | f.telling.fronted) - here]
    return (
        not opening.figures
        and opening not in elsewhere
        and any(
            _are_side_by_side(opening.sentence.text, one, other)
            for told in elsewhere
            for one in told.telling.spots | told.telling.fronted
            for other in here
        )
    )


def _are_side_by_side(text: str, one: str, other: str) -> bool:
    """Tell whether names stand in one list: "Tarsk and Orlo", not "the Mole quarter of Tarsk"."""
    low = text.lower()
    first, second = sorted((low.find(one), low.find(other)))
    between = text[first + len(one if low.startswith(one, first) else other) : second]
    return 0 <= first < second and _LISTED.fullmatch(between) is not None


def signs(frame: Frame, event: Event, far: Far) -> Iterator[str]:
    """Yield what sets a frame apart from an event."""
    telling = frame.telling
    yield from _signs_of_place(frame, event, far)
    opens = frame.sentence.paragraph > event.paragraph
    told = {
        "turns": telling.turns,
        "also": telling.also,
        "means": _are_other(frame, event),
        "paragraph": opens,
        "blast": (opens or telling.also) and "explosive" in telling.means,
        "thing hit": bool(telling.means & _LOUD) and _differ(telling.hit, event.hit),
        "figure": _are_other_people(frame, event),
        "both figures": frame.plain and not frame.definite and _are_others_all(frame, event),
        "hour": _is_of_another_hour(telling.hours, event.hours),
        "of several": event.several,
        "some more": telling.more,
    }
    yield from (sign for sign, holds in told.items() if holds)


def _signs_of_place(frame: Frame, event: Event, far: Far) -> Iterator[str]:
    telling = frame.telling
    if _is_apart(frame, event, far):
        yield "place"
        told = {
            "opens with its place": bool(telling.fronted),
            "figure far": _is_counted_far(frame, event, far),
            "others": telling.others,
            "at one time": telling.at_once,
            "a time before": telling.before and bool(event.deed) and not frame.days,
            "nobody there": _is_unlike_nobody(frame, event),
            "an event far": telling.one and _is_far(frame, event, far),
            "described": telling.described
            and (_are_other_people(frame, event) or _is_one_beside(frame, event)),
        }
        yield from (sign for sign, holds in told.items() if holds)
    if _differ(telling.regions, event.regions):
        yield "land"
    if _differ(telling.sides, event.sides) and _differ(frame.places, event.places):
        yield "other side"
    if _differ(telling.ways, event.ways):
        yield "street"


def _differ(some: frozenset[str], others: set[str]) -> bool:
    """Tell whether both are told of, and have nothing in common."""
    return bool(some and others) and some.isdisjoint(others)


def _is_of_another_hour(some: Collection[int], others: Collection[int]) -> bool:
    """Tell whether hours of the clock lie further apart than one act lasts."""
    return bool(some and others) and all(
        _HALF_AN_HOUR < abs(a - b) < 24 * 60 - _HALF_AN_HOUR for a in some for b in others
    )


def _is_apart(frame: Frame, event: Event, far: Far) -> bool:
    """Tell whether a frame has a place of its own that is neither in nor beside the event's."""
    here, there = frame.telling.spots | frame.telling.fronted, _spots(frame, event)
    if not here or not there or len(there) > _MANY:
        return False
    known = here & (there | event.places | {t.lower() for t in event.towns})
    return not known and not any(far.may_meet(h, s) for h in here for s in there)


def _spots(frame: Frame, event: Event) -> set[str]:
    """Return where an event was: its own words' places, else the town that it was written in.

    That may be a bureau's, so it tells from others only what is of another day.
    """
    other = meet(frame.days, event.days) is False
    return event.spots or ({t.lower() for t in event.written} if other else set())


def _are_other(frame: Frame, event: Event) -> bool:
    """Tell whether the means are others, and not those of one raid: knives and guns."""
    means, told = frame.telling.means, event.means
    return bool(means and told) and not means & told and bool((means | told) & _LOUD)


def _are_other_people(frame: Frame, event: Event) -> bool:
    """Tell whether both give a figure of one outcome, and no figure is the same."""
    told = {(_fate(o), n) for o, n in event.figures}
    own = {(_fate(o), n) for o, n in frame.figures}
    return bool({o for o, _ in own} & {o for o, _ in told}) and not own & told


def _are_others_all(frame: Frame, event: Event) -> bool:
    """Tell whether the dead and the hurt of a frame are both in other figures than an event's."""
    shared = {o for o, _ in frame.figures} & {o for o, _ in event.figures}
    both = {"killed", "injured"} <= shared and not frame.figures & event.figures
    return both and any(f.harms for f in event.frames)  # no running total's


def _is_unlike_nobody(frame: Frame, event: Event) -> bool:
    """Tell whether several are told to be harmed, where an event left nobody so (COUNTING 9)."""
    return bool(frame.figures) and not event.figures and any(f.nobody for f in event.frames)


def _is_one_beside(frame: Frame, event: Event) -> bool:
    """Tell whether one is told of, as new, beside several: "shells in Lom killed a woman"."""
    told = frame.telling.fresh and frame.hurt and not frame.figures
    return told and any(n > 1 for _, n in event.figures)


def _fate(outcome: str) -> str:
    return "injured" if outcome == "harmed" else outcome


def _is_counted_far(frame: Frame, event: Event, far: Far) -> bool:
    """Tell whether a frame has another figure than the event, and a place surely far from it.

    So has one who is killed there; the hurt of one deed are told of where they lie, and die.
    """
    own, told = ({_fate(o) for o, _ in f} for f in (frame.figures, event.figures))
    new = frame.hurt and frame.telling.fresh and _DYING.isdisjoint(frame.sentence.lowered)
    new = new and CARE.search(frame.sentence.text) is None
    counted = own & told or (told and new and ("killed" in own or not own))
    return bool(counted) and _is_far(frame, event, far)


def _is_far(frame: Frame, event: Event, far: Far) -> bool:
    return far.apart(frame.telling.spots | frame.telling.fronted, _spots(frame, event))
