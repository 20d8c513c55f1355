"""The interface's strings in a reader's language, from gettext's .po files, read when it starts."""

from __future__ import annotations

import io
from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

OWN: Final = "en"  # the language that the strings are written in


class Language(NamedTuple):
    """One language of the interface."""

    code: str
    strings: NullTranslations

    def say(self, words: str) -> str:
        """Return a string in this language; in English where it has none."""
        return self.strings.gettext(words)


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


def chosen(accepted: str, known: Mapping[str, Language]) -> Language:
    """Return the first language of an Accept-Language that we have; English for none."""
    for part in accepted.split(","):
        code = part.partition(";")[0].strip().lower()
        for name in (code, code.partition("-")[0]):
            if name in known:
                return known[name]
    return known[OWN]


def _strings(code: str, file: Traversable) -> GNUTranslations:
    with file.open("rb") as opened:
        catalog = read_po(opened, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
