"""Why a form or an address was refused -> the same in a reader's language, as far as it is known.

What a person at the desk can meet is told; what only a program's or a table's maker meets stays in
English, and pages say that it is.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from cenotaph.web.views.sentences import Say
from cenotaph.web.views.shapes import Shape, shapes
from cenotaph.web.words import marked

OF_STARLETTE: Final = (marked("Not Found"), marked("Method Not Allowed"))
KNOWN: Final = (
    *OF_STARLETTE,
    # of fields that are corrected
    marked("{words}: write a number as 5, 3 to 5, at least 14 or about 40"),
    marked("{words}: the second number is below the first"),
    marked("a number of {n} digits: write one of people"),
    marked("{name}: this number is above {most}; write one of people"),
    marked("nothing was changed in the form, so there is nothing to correct"),
    marked("a when is added with --day 2022-03-08"),
    marked("a point has a latitude and a longitude: write both, or neither"),
    marked("{words} is no {axis}; write decimal degrees: 50.45"),
    marked("{words} is no {axis}: it lies between -{least} and {most}"),
    marked("0, 0 lies in the sea; leave both empty where the point is not known"),
    marked("the gazetteer has no place {name} with the number {number}"),
    # of what people keep beside an incident, and of publishers
    marked("a note says something: a code, a tag, or words"),
    marked("a note has at most {most} letters; this one has {n}"),
    marked("a code has at most {most} letters; this one has {n}"),
    marked("a tag has at most {most} letters; this one has {n}"),
    marked("an owner has at most {most} letters; this one has {n}"),
    marked("an incident has at most {most} tags; {n} were given"),
    marked("a tag has no comma in it: write two"),
    marked("{id} is of no incident, and notes are about incidents"),
    marked("{name}: no account is of a publisher of this name"),
    marked("{name}: that is held of it already: say what is another"),
    # of decisions
    marked("say why: it stays on record"),
    marked("{verdict}: two of the ids name the same thing"),
    marked("{id} is too short: write {n} letters of an id, or more"),
    marked("no {kind} of this record has an id that begins with {id}"),
    marked("no {kind} of this record has an id that begins with {id}; the nearest are {ids}"),
    marked("something of this import was decided since: look at it again; nothing was written"),
    # of notes
    marked("a note needs its words: from a file, standard input or an editor"),
    marked("told on {words}: neither a date (2022-03-10) nor an RFC 3339 time"),
    # of the desk itself
    marked(
        "This form was not made by this desk, or by one that was closed since. Nothing was changed:"
        " open the page again."
    ),
    marked("A form is wanted here. Nothing was changed."),
    marked("Something went wrong here, and the terminal says what. Nothing was lost."),
    marked("the ledger cannot be used: {error}"),
    marked(
        "Open the desk by the whole address that `cenotaph serve` printed first, with its token:"
        " copy it into the address bar of the browser."
    ),
    marked("The form is larger than {most} bytes. Nothing was changed."),
    marked("This desk answers to {origin} only."),
    marked("A form is taken from the desk's own pages only. Nothing was changed."),
)
_OURS: Final = ("axis", "kind", "verdict")  # slots that hold a word of ours
_AXES: Final = (marked("latitude"), marked("longitude"))
_KINDS: Final = (marked("mention"), marked("mention or claim"), marked("document"), marked("claim"))


def refusal(words: str, say: Say) -> str:
    """Return why something was refused in the language of `say`; what is not known stays."""
    for template, pattern in _shapes():
        found = pattern.fullmatch(words)
        if found is not None:
            ours = {k: say(v) if k in _OURS else v for k, v in found.groupdict().items()}
            return say(template).format(**ours)
    return words


@cache
def _shapes() -> tuple[Shape, ...]:
    return shapes(KNOWN, {})
