"""What a reader may be told: the profiles that are shipped, and the shape of a user's own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from cenotaph.model import Value

Names = Literal["printed", "pseudonyms", "withheld"]
Places = Literal["exact", "town", "admin1", "country"]
Text = Literal["none", "excerpts", "whole"]
Ids = Literal["kept", "keyed"]
Kept = Literal["authors", "publishers", "refs", "reviewers", "times", "urls"]


class Profile(Value):
    """How much of a record is passed on; the defaults are the strictest.

    Minors and survivors of sexual violence are named under none.
    """

    name: str
    names: Names = "pseudonyms"  # of victims and of private persons
    public_speakers: bool = False  # officials and spokesmen keep their names
    places: Places = "admin1"  # the finest that is told; what lies within is told as that
    grid: int | None = None  # kilometers: points finer than `places` move to the middle of a cell
    quotes: int | None = 12  # words of a quote, but figures' are whole; None: whole sentences
    text: Text = "none"  # of `documents`: nothing, the quoted sentences, or all
    ids: Ids = "keyed"  # kept ones are digests of what was said, names among it
    reasons: bool = False  # why accounts are linked, why people decided, what they are asked
    keep: tuple[Kept, ...] = ()  # of where accounts came from and who worked on them

    def __post_init__(self) -> None:
        if self.names != "printed" and self.text == "whole":
            raise ValueError('text = "whole" prints every name in it; it needs names = "printed"')
        if self.names != "printed" and self.ids == "kept":
            raise ValueError(
                'ids = "kept" lets anyone test a guess of a name; it needs names = "printed"'
            )
        if self.grid is not None and self.grid < 1:
            raise ValueError(f"grid = {self.grid} is below 1 kilometer")
        if self.quotes is not None and self.quotes < 3:
            raise ValueError(f"quotes = {self.quotes}: fewer than 3 words carry no figure")

    @property
    def is_keyed(self) -> bool:
        """Whether anything is replaced by a code that a key makes."""
        replaced = {"authors", "publishers", "refs", "reviewers"} - set(self.keep)
        return self.names == "pseudonyms" or self.ids == "keyed" or bool(replaced)

    def words(self) -> str:
        """Return in one sentence what a reader of an output is told and what not."""
        names = {
            "printed": "printed, but minors' and those of survivors of sexual violence",
            "pseudonyms": "replaced by pseudonyms",
            "withheld": "withheld",
        }[self.names]
        everyone = "" if self.names == "printed" or self.public_speakers else ", officials' too"
        places = "as found" if self.places == "exact" else f"no finer than {_LEVEL[self.places]}"
        grid = f" on a grid of {self.grid} km" if self.grid is not None else ""
        quotes = (
            "whole sentences" if self.quotes is None else f"quotes of at most {self.quotes} words"
        )
        gone = [w for w in ("urls", "refs", "authors", "publishers") if w not in self.keep]
        left = f"; {', '.join(gone)} left out or replaced" if gone else ""
        ids = "; ids are keyed, not digests" if self.ids == "keyed" else ""
        return (
            f"profile {self.name}: names {names}{everyone}; places {places}{grid};"
            f" {quotes}{left}{ids}"
        )


_LEVEL: Final = {"town": "the town", "admin1": "the province", "country": "the country"}

SHIPPED: Final[Mapping[str, Profile]] = MappingProxyType(
    {
        p.name: p
        for p in (
            Profile(name="public", grid=50),
            Profile(
                name="partner",
                public_speakers=True,
                places="town",
                grid=10,
                quotes=None,
                text="excerpts",
                reasons=True,
                keep=("publishers", "times"),
            ),
            Profile(
                name="internal",
                names="printed",
                public_speakers=True,
                places="exact",
                quotes=None,
                text="whole",
                ids="kept",
                reasons=True,
                keep=("authors", "publishers", "refs", "reviewers", "times", "urls"),
            ),
        )
    }
)
"""By name, the strictest first."""
