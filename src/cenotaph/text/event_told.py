"""One event as far as the document has told of it: days, places, means, victims, figures."""

from __future__ import annotations

from collections.abc import Iterable

from cenotaph.text.event_frames import Frame
from cenotaph.text.persons import alike, untitled


class Event:
    """One event as far as the document has told of it."""

    def __init__(self, frame: Frame, name: str, position: int, over: Event | None) -> None:
        self.id = name
        self.position = position
        self.background = frame.old  # or, with no day of its own, told beside what is
        if over is not None and not frame.days:  # "hours before" an old killing
            self.background |= over.background
        self.frames: list[Frame] = []
        self.days: set[str] = set()
        self.deed: set[str] = set()  # days of the deed, not of who was arrested for it
        self.places: set[str] = set()
        self.towns: set[str] = set()
        self.written: set[str] = set()  # the dateline's town, where no other is told
        self.names = Names()
        self.hurt = False  # somebody is, besides who is arrested
        self.mourned = False  # a victim is named
        self.figures: set[tuple[str, int]] = set()
        self.spots: set[str] = set()  # where its own words put it
        self.regions: set[str] = set()
        self.ways: set[str] = set()
        self.hours: set[int] = set()
        self.hit: set[str] = set()
        self.means: set[str] = set()
        self.sides: set[str] = set()
        self.ordinals: set[str] = set()
        self.paragraph = -1  # the last that tells of it
        self.in_text = False
        self.several = False  # words say that it is one of several
        self.is_sum = True  # nothing but a sum of several events has been told yet
        self.families: set[str] = set()
        self.arrests_only = True
        self.last = -1 if frame.aside else frame.sentence.number

    def counts_as(self, frame: Frame) -> bool:
        """Tell whether words give a figure of this event again.

        As many as history counts beside dated news have died then by chance.
        """
        history = frame.old and bool(self.deed) and not self.background
        return bool(frame.figures & self.figures) and not history

    def is_only_recalled(self, lead: frozenset[int]) -> bool:
        """Tell whether it is named once, below the lead, to say what something else is about."""
        told = [f for f in self.frames if f.harms]
        if len(told) != 1 or any(f.plain for f in self.frames if f is not told[0]):
            return False
        return told[0].known and not told[0].days and told[0].sentence.number not in lead

    def take(self, frame: Frame) -> None:
        """Add what a frame says."""
        self.frames.append(frame)
        self.days |= frame.days
        arrest = frame.arrests
        self.arrests_only &= arrest
        self.deed |= set() if arrest else frame.days
        self.places |= frame.places
        self.towns |= frame.towns
        self.written |= frame.written
        self.names.add(frame.names)
        self.hurt |= frame.hurt
        self.mourned |= frame.mourned
        self.figures |= frame.figures
        self.families |= frame.families
        self._take_telling(frame)
        if not frame.aside:
            self.last = frame.sentence.number

    def _take_telling(self, frame: Frame) -> None:
        telling = frame.telling
        opens = self.is_sum and not telling.several and self.in_text
        if opens and (telling.spots or telling.fronted):
            # "in the north", "in Lom and Tarsk", of all: the first of them is told now
            self.spots.clear()
            self.places = set(frame.places)
            self.towns = set(frame.towns)
        self.spots |= telling.spots | telling.fronted
        self.regions |= telling.regions
        self.ways |= telling.ways
        self.hours |= telling.hours
        self.hit |= telling.hit
        self.means |= telling.means
        self.sides |= telling.sides
        self.ordinals |= {telling.ordinal or telling.which} - {""}
        self.paragraph = max(self.paragraph, frame.sentence.paragraph)
        self.several |= telling.several
        self.is_sum &= telling.several or frame.sentence.part == "title"
        self.in_text |= frame.sentence.part == "text"


class Names:
    """Names of victims, found by the words that two names of one person have in common."""

    def __init__(self) -> None:
        self._by_last: dict[str, set[str]] = {}
        self._by_word: dict[str, set[str]] = {}

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._by_last)

    def add(self, names: Iterable[str]) -> None:
        """Take in some names."""
        for name in names:
            words = untitled(name)
            self._by_last.setdefault(words[-1], set()).add(name)
            for word in words:
                self._by_word.setdefault(word, set()).add(name)

    def hold(self, name: str) -> bool:
        """Tell whether one of them can be the same person's: it ends in a word of the other."""
        words = untitled(name)
        found = [self._by_last.get(word, ()) for word in words]
        near = {n for names in (*found, self._by_word.get(words[-1], ())) for n in names}
        return any(alike(name, other) for other in near)
