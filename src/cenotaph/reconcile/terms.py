"""What a user set for counting: a threshold, and what is known of publishers. Plain values."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cenotaph.model import Publisher, Value, plain, sayings

THRESHOLD = 0.5  # confidence below which a claim is doubtful and feeds no toll (COUNTING 20a)


class Terms(Value):
    """The parameters of counting; the defaults are those of the rules themselves."""

    threshold: float = THRESHOLD
    publishers: tuple[Publisher, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.threshold <= 1:
            raise ValueError(f"threshold {self.threshold:g} is not between 0 and 1")

    def over(self, publishers: Iterable[Publisher]) -> Terms:
        """Return the terms with other ones for some publishers, in the place of any for them."""
        instead = {plain(p.name): p for p in publishers}
        kept = (p for p in self.publishers if plain(p.name) not in instead)
        return msgspec.structs.replace(self, publishers=(*kept, *instead.values()))

    def owners(self) -> tuple[tuple[str, str], ...]:
        """Return (publisher, owner) for each publisher with an owner, by name."""
        return tuple(sorted((p.name, p.owner) for p in self.publishers if p.owner))

    def is_usable(self, publisher: str | None) -> bool:
        """Tell whether a publisher's figures may be used: all but those set as unreliable."""
        return publisher is None or plain(publisher) not in _names(self._marked(reliable=False))

    def list_words(self) -> str:
        """Return the list of reliable publishers that policies print (COUNTING 21)."""
        good, bad = self._marked(reliable=True), self._marked(reliable=False)
        if not good and not bad:
            return sayings.ALL_USED
        return sayings.RELIABLE.format(
            good="; ".join(good) or sayings.NONE_SET, bad="; ".join(bad) or sayings.NONE
        )

    def words(self) -> str:
        """Return whatever differs from the defaults, "" when nothing does; stands in each row."""
        found = [] if self.threshold == THRESHOLD else [f"threshold {self.threshold:g}"]
        for word, names in (
            ("reliable", self._marked(reliable=True)),
            ("unreliable", self._marked(reliable=False)),
            ("owners", [f"{p} of {o}" for p, o in self.owners()]),
        ):
            if names:
                found.append(f"{word}: {', '.join(names)}")
        return "; ".join(found)

    def _marked(self, *, reliable: bool) -> list[str]:
        return sorted(p.name for p in self.publishers if p.reliable is reliable)


NOTHING_SET = Terms()


def _names(publishers: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, publishers))
