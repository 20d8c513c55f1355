"""The interface's strings in a reader's language, from gettext's .po files, read when it starts."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_WEIGHT: Final = re.compile(r"q=([01](?:\.\d{0,3})?)")
KEPT: Final = "cenotaph-language"  # the cookie of a language that was chosen
OWN: Final = "en"  # the language that the strings are written in


def counted(one: str, more: str) -> tuple[str, str]:
    """Return the two forms themselves: they are to translate, wherever they are printed."""
    return one, more


class Language(NamedTuple):
    """One language of the interface."""

    code: str
    strings: NullTranslations

    @property
    def name(self) -> str:
        """What its speakers call it."""
        return Locale.parse(self.code).get_display_name() or self.code

    def say(self, words: str) -> str:
        """Return a string in this language; in English where it has none."""
        return self.strings.gettext(words)

    def some(self, number: int, what: str) -> str:
        """Return so many of something in this language: "2 rows"."""
        words = self.strings.ngettext(f"%(num)d {what}", f"%(num)d {what}s", number)
        return words % {"num": number}


# What `Language.some` is asked for; extracted with its plural.
_COUNTED: Final = (
    counted("%(num)d row", "%(num)d rows"),
    counted("%(num)d claim", "%(num)d claims"),
)


def marked(words: str) -> str:
    """Return the string itself: it is one to translate, wherever it is printed."""
    return words


def languages() -> dict[str, Language]:
    """Return the languages there are: English, and one for each .po file that is shipped."""
    folder = resources.files("cenotaph").joinpath("data", "desk", "locale")
    files = [e for e in folder.iterdir() if e.name.endswith(".po")] if folder.is_dir() else []
    found = {OWN: Language(OWN, NullTranslations())}
    for file in sorted(files, key=lambda e: e.name):
        code = file.name.removesuffix(".po")
        found[code] = Language(code, _strings(code, file))
    return found


def chosen(accepted: str, known: Mapping[str, Language], kept: str = "") -> Language:
    """Return the language that a reader chose before (`kept`, its code) or that the browser wants.

    `accepted` is its Accept-Language: the first of the highest weight that we have; else English.
    """
    if kept in known:
        return known[kept]
    for code in sorted(wanted := _weighed(accepted), key=lambda c: -wanted[c]):
        for name in (code, code.partition("-")[0]):
            if name in known and wanted[code] > 0:
                return known[name]
    return known[OWN]


def _weighed(accepted: str) -> dict[str, float]:
    """Return the weight of each language of an Accept-Language, in its order."""
    found = {}
    for part in accepted.split(","):
        code, _, weight = part.partition(";")
        given = _WEIGHT.fullmatch(weight.strip())
        found[code.strip().lower()] = float(given[1]) if given else 1.0
    return found


def _strings(code: str, file: Traversable) -> GNUTranslations:
    with file.open("rb") as opened:
        catalog = read_po(opened, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
