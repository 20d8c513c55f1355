"""Why a form or an address was refused -> the same in a reader's language, as far as it is known.

What a person at the desk can meet is told; what only a program's maker meets, or who brings a
damaged file or a map that is no TOML, stays in English, and pages say that it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, get_args

from cenotaph.model import Outcome, sayings
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
OF_TABLES: Final = (
    marked("{file}: row {n}"),
    # of one cell
    marked("{cell} is upside down: write {high}-{low}"),
    marked("{cell} is no count; {counts}; leave the cell empty where nobody knows"),
    marked("{cell} is no count of people"),
    marked("{cell} is no count: there are not so many people"),
    marked("{cell} is a formula; save the file with values in its place"),
    marked("{cell} is a date, perhaps made of a range by a spreadsheet: write 3-5"),
    marked("{cell} is below 0; {counts}"),
    marked("{cell} may be a fraction or thousands; write whole persons: 1200"),
    marked("{cell} stands for a day that nobody knows; leave the cell empty"),
    marked("{cell} is no date written {formats}; say how: [date] format"),
    marked("{cell} is no pair of decimal degrees; write 50.45, 30.52"),
    marked("{cell} is no age in years; write 34"),
    marked("{cell} is neither f (female) nor m (male); leave it empty where unknown"),
    marked("{cell} is none of {known}; say in the map's words what a cell means"),
    marked("{failed} is where a formula failed; mend or empty it"),
    # of a row
    marked("{outcome}: the least is {low} and the most {high}: turn them round"),
    marked("the last day, {last}, is before the first, {first}"),
    marked("gives one of latitude and longitude: give both, or leave both empty"),
    marked("the kind of event {cell} is none of {known}"),
    marked("{cell} is no kind of {known}; known: {finer}"),
    marked("claims nothing: every cell that the map names is empty"),
    marked(
        "has {n} cells, and there are {m} headers: put cells that hold the separator into quotation"
        " marks"
    ),
    marked("has the code or all the cells of row {n}: give it a code of its own, or leave it out"),
    marked("was withdrawn; it is not imported again"),
    # of a whole file
    marked("is empty; a table has a row of headers and rows below"),
    marked("has {n} rows, and its headers should stand in {m}"),
    marked("row {n} is empty; say where the headers stand: [file] header_row"),
    marked(
        "is an old workbook (.xls), or one behind a password; save it as .xlsx without a password,"
        " or as CSV, and import that"
    ),
    marked("is {what}; save it as .xlsx or as CSV and import that"),
    marked("is locked with a password; save it without one"),
    marked("is a workbook without a sheet of cells"),
    marked("is no workbook, though it is packed like one"),
    marked("has several sheets: {sheets}; say which: --sheet, or [file] sheet"),
    marked("has no sheet {cell}; it has {sheets}"),
    marked("has no sheet {cell}: it is a table of text; leave the sheet out"),
    marked("[file] encoding {cell} is none that is known, as utf-8"),
    marked("row {n}: cannot be parted into cells: {why}"),
    marked("a quotation mark is opened there and never closed"),
    marked(
        "a cell has more than {n} characters; perhaps a quotation mark is opened and never closed"
    ),
    marked("a quotation mark stands inside of a cell; write it twice"),
    marked("row {n}: a cell has more than {m} characters"),
    marked("row {n}: the sheet has more than {m} cells"),
)
OF_MAPS: Final = (
    marked("no such key; {hint}"),
    marked("did you mean {cell}?"),
    marked("known: {known}"),
    marked("is {cell}; write a column's header, or a table {known}"),
    marked("is {cell}; write it in quotation marks"),
    marked("is {cell}; it is one of {known}"),
    marked("has {cell}; it is one of {known}"),
    marked("names no column: write its header in quotation marks"),
    marked("the file has {n} columns {cell}"),
    marked("is {cell}, and the file has {columns}; write it as it stands"),
    marked("the file has no column {cell}; {hint}"),
    marked("the nearest is {cell}"),
    marked("there are {columns}"),
    marked("says no column: column, or min and max"),
    marked("needs {key} beside it"),
    marked("needs date.column, where the first day stands"),
    marked("stands beside place.lat: give one of the two"),
    marked("claims nothing: it names no toll, date, place or victims"),
    marked("{cell}: no map of that name; known: {known}"),
)
_OURS: Final = ("axis", "counts", "kind", "outcome", "verdict", "what")  # slots of words of ours
_OUTCOMES: Final = "|".join(get_args(Outcome))
_SLOTS: Final = {
    "cell": r"'.*?'|\".*?\"",  # in quotation marks, as Python writes them
    "failed": r"#\S+",
    "key": r"[\w.]+",
    "n": r"\d[\d,]*",
    "outcome": _OUTCOMES,
}
_OR: Final = marked("or")
_HIDDEN: Final = marked("hidden")
_COUNTS: Final = marked("a count is written 7, 3-5, >10, at least 7, about 40 or dozens")
_WORKBOOKS: Final = (
    marked("a binary workbook (.xlsb)"),
    marked("an OpenDocument spreadsheet (.ods)"),
)
_AXES: Final = (marked("latitude"), marked("longitude"))
_KINDS: Final = (marked("mention"), marked("mention or claim"), marked("document"), marked("claim"))


def refusal(words: str, say: Say) -> str:
    """Return why something was refused in the language of `say`; what is not known stays."""
    if "\n" in words:  # all that is wrong with a map, a line each
        return "\n".join(refusal(line, say) for line in words.splitlines())
    told = _told(words, say)
    if told is not None:
        return told
    for named in re.finditer(": ", words):  # of a file, a row, a column
        told = _told(words[named.end() :], say)
        if told is not None:
            return f"{_name(words[: named.start()], say)}: {told}"
    return words


def _told(words: str, say: Say) -> str | None:
    for template, pattern in _shapes():
        found = pattern.fullmatch(words)
        if found is not None:
            filled = {k: _slot(k, v, say) for k, v in found.groupdict().items()}
            return say(template).format(**filled)
    return None


def _slot(name: str, words: str, say: Say) -> str:
    match name:
        case "why" | "hint":
            return refusal(words, say)
        case "formats":
            return words.replace(" or ", f" {say(_OR)} ")
        case "columns":
            found = re.fullmatch(rf"(.+) and ({_SLOTS['n']}) more", words)
            return (
                words if found is None else say(sayings.AND_MORE).format(cells=found[1], n=found[2])
            )
        case "sheets":
            return words.replace(f" ({_HIDDEN})", f" ({say(_HIDDEN)})")
        case _:
            return say(words) if name in _OURS else words


def _name(words: str, say: Say) -> str:
    """Return what a reason is of: "Dead (killed)", a column and what it counts."""
    found = re.fullmatch(rf"(?P<column>.+) \((?P<outcome>{_OUTCOMES})\)", words, re.DOTALL)
    return words if found is None else f"{found['column']} ({say(found['outcome'])})"


@cache
def _shapes() -> tuple[Shape, ...]:
    return shapes((*KNOWN, *OF_TABLES, *OF_MAPS), _SLOTS)
