"""The parameters of an address -> what a page is asked for, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from cenotaph.model import Value


class Asking(Value):
    """What an address asks for; every field is words, and "" asks for everything."""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """Return what the parameters of an address ask for; unknown ones say nothing."""
        return cls(**{name: query.get(name, "").strip() for name in cls.__struct_fields__})

    @property
    def given(self) -> dict[str, str]:
        """What is asked for, by field."""
        return {name: words for name in self.__struct_fields__ if (words := getattr(self, name))}
