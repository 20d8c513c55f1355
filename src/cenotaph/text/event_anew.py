"""A frame beside an event told before -> whether it plainly brings in another one.

One sign is not enough: a place of its own is named in retelling too. Together with a new doer,
weapon or victims ("a bomb", "two guards"; not "the blast", "they") and one sign more (the place
opens the sentence, the means are others, the figure is another, "also", "hours later", "the
second") it parts the incidents of round-ups.
"""

from __future__ import annotations

from cenotaph.text.event_frames import Frame
from cenotaph.text.far import Far

_ANOTHER = -6.0  # outweighs a day, and the event told of last
_SAME = 4.0
_LOUD = frozenset({"explosive", "abduction", "fire"})
_MANY = 8  # places: so many are of a campaign


class Ground:
    """Where and by what means an event happened, as far as it has been told."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self.spots: set[str] = set()
        self.places: set[str] = set()
        self.means: set[str] = set()
        self.ordinals: set[str] = set()
        self.figures: set[tuple[str, int]] = set()
        self.paragraph = -1  # the last that tells of it
        self.in_text = False
        self.is_sum = True  # nothing but a sum of several events has been told yet

    def take(self, frame: Frame) -> None:
        """Add what a frame says."""
        telling = frame.telling
        if self.is_sum and not telling.several and self.in_text:
            self.spots.clear()  # "in the north", of all: the first of them is told now
        self.spots |= telling.spots | telling.fronted
        self.places |= frame.places | {t.lower() for t in frame.towns}
        self.means |= telling.means
        self.ordinals |= {telling.ordinal} - {""}
        self.figures |= frame.figures
        self.paragraph = max(self.paragraph, frame.sentence.paragraph)
        self.is_sum = self.is_sum and telling.several
        self.in_text |= frame.sentence.part == "text"


def weigh(frame: Frame, ground: Ground, far: Far) -> float:
    """Return what speaks against one event, or for it where it is said to be the same of several.

    A figure told twice is of one incident.
    """
    telling = frame.telling
    if not ground.in_text or frame.figures & ground.figures:
        return 0.0
    if ground.is_sum or telling.ordinal == "first":
        return _SAME if ground.is_sum and telling.ordinal == "first" else 0.0
    if telling.ordinal:
        return _SAME if telling.ordinal in ground.ordinals else _ANOTHER
    apart = _is_apart(frame, ground, far)
    if telling.adds and apart and frame.harms and not frame.nominal:
        return _ANOTHER
    if not telling.fresh:
        return 0.0
    return (
        _ANOTHER if _is_one_more(frame, ground) or (apart and _turns(frame, ground, far)) else 0.0
    )


def _is_apart(frame: Frame, ground: Ground, far: Far) -> bool:
    """Tell whether a frame has a place of its own that is neither in nor beside the event's."""
    here = frame.telling.spots | frame.telling.fronted
    known = ground.spots | ground.places
    if not here or not ground.spots or len(ground.spots) > _MANY:
        return False
    return not any(h in known or far.may_meet(h, there) for h in here for there in ground.spots)


def _is_one_more(frame: Frame, ground: Ground) -> bool:
    """Tell whether words say that something else was done, wherever it was."""
    telling = frame.telling
    if telling.adds and telling.acted and (frame.plain or frame.harms):
        return True
    return telling.also and ("explosive" in telling.means or _are_other(frame, ground))


def _are_other(frame: Frame, ground: Ground) -> bool:
    """Tell whether the means are others, and not those of one raid: knives and guns."""
    means, told = frame.telling.means, ground.means
    return bool(means and told) and not means & told and bool((means | told) & _LOUD)


def _turns(frame: Frame, ground: Ground, far: Far) -> bool:
    """Tell whether, beside its own place, one sign more sets a frame apart from an event."""
    telling = frame.telling
    opens = frame.sentence.paragraph > ground.paragraph
    return bool(
        telling.fronted
        or telling.turns
        or telling.also
        or _is_counted_far(frame, ground, far)
        or _are_other(frame, ground)
        or (opens and "explosive" in telling.means)
    )


def _is_counted_far(frame: Frame, ground: Ground, far: Far) -> bool:
    """Tell whether a frame has another figure than the event, and a place surely far from it."""
    counted = {o for o, _ in frame.figures} & {o for o, _ in ground.figures}
    return bool(counted) and far.apart(frame.telling.spots | frame.telling.fronted, ground.spots)
