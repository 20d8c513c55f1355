"""The strings of the desk's interface -> the catalogues of its translations, brought up to date.

    python scripts/messages.py [--check]

Strings come from the templates, from what the code marks, and from the words by which the model
tells outcomes, verdicts and the like. New ones are added to every catalogue without a translation,
those that are gone are taken out; --check only names what lacks a translation. A new language is a
new file data/desk/locale/CODE.po with a heading that says its plural forms.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from cenotaph.desk.note import KINDS as NOTES
from cenotaph.desk.verdict import VERDICTS
from cenotaph.link.weights import shipped
from cenotaph.model import OTHER_LANGUAGE, Outcome, Role, Scope, Stance, Status, sayings
from cenotaph.model.base import Cause, DayPrecision, PlacePrecision, Voice
from cenotaph.model.listed import grouped, lines
from cenotaph.model.record import ConflictKind
from cenotaph.model.wording import TOPICS
from cenotaph.reconcile.grades import Grade
from cenotaph.review import LETTERS
from cenotaph.sheets.things import KINDS as EVENTS
from cenotaph.web.comparison import KINDS as KINDS_OF_NEWS
from cenotaph.web.views.fields import KINDS
from cenotaph.web.views.sentences import kinds

_PACKAGE = Path(__file__).parent.parent / "src" / "cenotaph"
LOCALE = _PACKAGE / "data" / "desk" / "locale"
_METHODS = [
    ("data/desk/templates/**.html", "jinja2.ext:babel_extract"),
    ("web/**.py", "python"),
    ("pictures/**.py", "python"),
    ("pages/**.py", "python"),
]
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "marked": None,
    "say": None,
    "counted": (1, 2),
}
_HEADING = r"""msgid ""
msgstr ""
"Project-Id-Version: Cenotaph\n"
"Language: {}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {}\n"

"""
# What a question offers to choose (review).
_ANSWERS = (
    "a copy: one source", "no copy: two sources", "the incident's own toll", "a running total",
    "one incident", "two incidents", "all are read rightly, side by side", "none is",
    "the later ones hold; take it back", "it holds after all",
    *(f"{letter} is right" for letter in LETTERS),
)  # fmt: skip
_OTHERS = (
    "withdraw", "damaged", "destroyed", "children", "adults", "elderly", "f", "m", "agreed",
    "updated", "contested", "single-source", "provisional", "pregnant", "unborn", "attacker",
    *TOPICS.values(), *KINDS_OF_NEWS,
)  # fmt: skip


def strings() -> Catalog:
    """Return every string that the interface can print."""
    found = Catalog(charset="utf-8")
    rows = extract_from_dir(str(_PACKAGE), _METHODS, keywords=_KEYWORDS)
    for message in sorted((m for _, _, m, _, _ in rows), key=str):
        found.add(message)
    for word in sorted(set(_words())):
        if word not in found:
            found.add(word)
    return found


def read(path: Path) -> Catalog:
    """Return a catalogue."""
    with path.open("rb") as opened:
        return read_po(opened, locale=path.stem)


def missing(catalogue: Catalog, wanted: Catalog) -> Iterator[str]:
    """Yield what lacks a translation, and what is translated but printed nowhere."""
    for message in wanted:
        if message.id:
            known = catalogue.get(message.id)
            words = known.string if known is not None else ""
            whole = words if isinstance(words, (list, tuple)) else [words]
            if known is None or known.fuzzy or not all(whole):
                yield f"not translated: {message.id!r}"
    yield from (f"not printed: {m.id!r}" for m in catalogue if m.id and m.id not in wanted)


def updated(catalogue: Catalog, wanted: Catalog) -> bytes:
    """Return the file of a catalogue with the strings that are wanted, sorted, and no others."""
    catalogue.update(wanted, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    out = io.BytesIO()
    out.write(_HEADING.format(catalogue.locale, catalogue.plural_forms).encode())
    write_po(out, catalogue, no_location=True, sort_output=True, width=0, omit_header=True)
    return out.getvalue()


def main() -> int:
    """Bring every catalogue up to date; 1 where something lacks a translation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    wanted, status = strings(), 0
    for path in sorted(LOCALE.glob("*.po")):
        if not check:
            path.write_bytes(updated(read(path), wanted))
        for line in missing(read(path), wanted):
            status = 1
            print(f"{path.name}: {line}")
    return status


def _words() -> Iterator[str]:
    """Yield the words of the model that the interface prints as they are."""
    literals = (Outcome, Role, Stance, Status, Scope, Cause, Voice, Grade, ConflictKind)
    for literal in (*literals, PlacePrecision, DayPrecision):
        yield from get_args(literal)
    yield from (*VERDICTS, *KINDS, *NOTES, *_ANSWERS, *_OTHERS, *kinds())
    yield from (word for kind, subs in EVENTS.items() for word in (kind, *subs))
    yield from sayings.templates().values()
    yield from shipped().words.values()
    yield OTHER_LANGUAGE
    yield from (role.replace("_", " ") for role in grouped("persons.txt")["role"])
    yield from _names_of("weapons.tsv")
    yield from _names_of("targets.tsv")


def _names_of(file: str) -> Iterator[str]:
    """Yield the names that a list gives to what accounts write in many ways."""
    yield from (name for line in lines(file) if (name := line.split("\t")[0])[0] not in "!#")


if __name__ == "__main__":
    sys.exit(main())
