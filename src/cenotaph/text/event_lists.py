"""A frame -> its event where form tells it: an entry of a list, a story below its update."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cenotaph.text.cases import Entry
from cenotaph.text.event_frames import Frame
from cenotaph.text.event_told import Event
from cenotaph.text.shown import is_updated


class List:
    """The entries of a list of incidents, and the event of each."""

    def __init__(self, known: Mapping[int, Entry]) -> None:
        self._known = known
        self._events: dict[int, Event] = {}

    def holds(self, frame: Frame) -> bool:
        """Tell whether a frame stands in an entry."""
        return frame.sentence.number in self._known

    def event_of(self, frame: Frame, events: Sequence[Event]) -> Event | None:
        """Return the event of a frame's entry; None for one not told of yet.

        The first entry tells of the heading's event, where only that tells the day, or that is
        several, of which it is the first.
        """
        entry = self._known[frame.sentence.number]
        if entry.first in self._events or self._events or not events:
            return self._events.get(entry.first)
        told = events[-1].figures or events[-1].names
        if events[-1].several and (events[-1].is_sum or not events[-1].spots):
            # "Other attacks in Lom: 3 May 2014: ...", below one that is told by itself
            return None if entry.dated and told and not events[-1].is_sum else events[-1]
        return None if entry.dated or told else events[-1]

    def take(self, frame: Frame, event: Event) -> None:
        """Keep the event of an entry."""
        if self.holds(frame):
            self._events[self._known[frame.sentence.number].first] = event


def is_of_update(frame: Frame, event: Event) -> bool:
    """Tell whether a frame opens the story as it was, below the update that it has been given.

    "UPDATE: A second victim has died. ORIGINAL STORY: One man was killed and two were wounded".
    """
    said = event.frames[-1].sentence
    opens = (
        is_updated(said.text) and said.part == "text" and frame.sentence.number <= said.number + 2
    )
    return (opens or is_updated(frame.sentence.text)) and not (frame.apart or frame.old)
