"""A map in TOML -> which column holds what. All that is wrong with it is told at once, by key."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, get_args

import msgspec

from cenotaph.errors import UsageError
from cenotaph.model import DayPrecision, Outcome, PlacePrecision, SourceKind, Status
from cenotaph.sheets.cells import EMPTY, ISO, date_pattern
from cenotaph.sheets.sheet import SEPARATORS, Layout

OUTCOMES: Final = get_args(Outcome)
_RULES: Final = ("incidents", "reports")
# What a breakdown of a toll counts, by the short name that a map may use.
PEOPLE: Final[Mapping[str, Mapping[str, str]]] = {
    "civilians": {"status": "civilian"},
    "combatants": {"status": "combatant"},
    "children": {"age": "children"},
    "elderly": {"age": "elderly"},
    "women": {"age": "adults", "sex": "f"},
    "men": {"age": "adults", "sex": "m"},
    "female": {"sex": "f"},
    "male": {"sex": "m"},
}


class Column(msgspec.Struct, frozen=True):
    """Where a value stands, or the value itself where it is the same in every row."""

    header: str | None = None
    fixed: str | None = None
    words: Mapping[str, str] = {}  # what a cell's words stand for, by them in small letters
    only: Mapping[str, tuple[str, ...]] = {}  # header -> cells: the row counts where one is there
    empty: frozenset[str] = EMPTY
    separator: str | None = None  # between several values in one cell


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Where a count stands: in one column, or in a least and a most."""

    column: Column | None = None
    least: Column | None = None
    most: Column | None = None
    best: Column | None = None
    people: Mapping[str, Column] = {}  # status, side, age, sex
    roles: tuple[str, ...] = ()
    parts: tuple[Figures, ...] = ()


class Map(msgspec.Struct, frozen=True, kw_only=True):
    """What the columns of a table mean."""

    name: str | None = None  # of the table, whatever its file is called
    layout: Layout = Layout()
    publisher: Column | None = None
    source_kind: SourceKind = "list"
    language: str | None = None
    reports: bool = False  # several rows may tell of one incident
    columns: Mapping[str, Column] = {}  # "place.name", "code", ...
    formats: tuple[str, ...] = (ISO,)
    tolls: Mapping[str, Figures] = {}
    outcome: str = "killed"  # of the victims named
    notes: tuple[str, ...] = ()


# What a section may hold beside tolls: "c" a column, "v" a column or a value in words.
_SECTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "date": {"column": "c", "last": "c", "time": "c", "precision": "c", "format": "f"},
    "place": {
        "name": "c", "coordinates": "c", "lat": "c", "lon": "c", "admin1": "c", "country": "c",
        "precision": "v",
    },
    "victims": {
        "column": "c", "age": "c", "sex": "c", "role": "c", "outcome": "o", "separator": "s",
    },
    "blamed": {"column": "c", "by": "c", "separator": "s", "only": "s"},
    "event": {"type": "v", "sub_type": "v"},
    "file": {"encoding": "s", "separator": "s", "header_row": "s", "empty": "s", "sheet": "s"},
}  # fmt: skip
_TOP: Final = {
    "name", "publisher", "source_kind", "language", "rows", "code", "sources", "url", "weapon",
    "target", "informant", "published", "notes", *_SECTIONS, *OUTCOMES,
}  # fmt: skip
_PLAIN: Final = ("code", "sources", "url", "weapon", "target", "informant", "published")
_NAMED: Final = 30  # headers that a fault lists
_FIGURES: Final = ("column", "min", "max", "best")
_COLUMN: Final = {"column", "words", "only", "empty", "separator"}
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {  # the words that stand for each, as we have them
    "date.precision": (*get_args(DayPrecision), "week"),
    "place.precision": get_args(PlacePrecision),
    "status": get_args(Status),
    "age": ("children", "adults", "elderly"),
    "sex": ("f", "m"),
}


def parsed(name: str, words: str, headers: Sequence[str] | None = None) -> Map:
    """Return a map; UsageError tells everything that is wrong with it, a line each.

    With `headers` the columns are looked for among them; without, only its form is seen to.
    """
    try:
        told = tomllib.loads(words)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{name}: not TOML: {error}") from error
    found = _Parser(told, headers)
    made = found.map()
    if found.faults:
        raise UsageError("\n".join(f"{name}: {fault}" for fault in found.faults))
    return made


class _Parser:
    """Goes through a map once, and remembers each fault with its key."""

    def __init__(self, told: Mapping[str, Any], headers: Sequence[str] | None) -> None:
        self._told = told
        self._headers = headers
        self._known = {} if headers is None else {h.casefold(): h for h in headers if h}
        self.faults: list[str] = []
        self._empty = EMPTY

    def map(self) -> Map:
        """Return the map as far as it is sound."""
        told = self._told
        self._keys("", told, _TOP)
        layout = self._layout(told.get("file", {}))
        columns = {n: self._column(n, told[n]) for n in _PLAIN if n in told}
        for section in ("date", "place", "victims", "blamed", "event"):
            columns |= self._section(section, told.get(section, {}))
        tolls = {o: self._figures(o, told[o]) for o in OUTCOMES if o in told}
        self._whole(columns, tolls)
        return Map(
            name=self._text("name"),
            layout=layout,
            publisher=self._or_fixed("publisher", told.get("publisher")),
            source_kind=self._choice("source_kind", get_args(SourceKind), "list"),
            language=self._text("language"),
            reports=self._choice("rows", _RULES, "incidents") == "reports",
            columns={n: c for n, c in columns.items() if c is not None},
            formats=self._formats(self._table("date", told.get("date", {})).get("format", ISO)),
            tolls=tolls,
            outcome=self._outcome(self._table("victims", told.get("victims", {}))),
            notes=tuple(self._headers_of("notes", told.get("notes", []))),
        )

    def _fault(self, key: str, words: str) -> None:
        self.faults.append(f"{key}: {words}")

    def _keys(self, key: str, told: Mapping[str, Any], known: set[str]) -> None:
        for name in told.keys() - known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known))}"
            self._fault(f"{key}.{name}".lstrip("."), f"no such key; {hint}")

    def _table(self, key: str, told: object) -> Mapping[str, Any]:
        if isinstance(told, str):
            return {"column": told}
        if isinstance(told, dict):
            return told
        self._fault(key, f"is {told!r}; write a column's header, or a table [{key}]")
        return {}

    def _text(self, key: str) -> str | None:
        told = self._told.get(key)
        if told is not None and not isinstance(told, str):
            self._fault(key, f"is {told!r}; write it in quotation marks")
            return None
        return told

    def _choice(self, key: str, known: Sequence[str], default: str) -> Any:  # noqa: ANN401 # one of `known`
        told = self._told.get(key, default)
        if told not in known:
            self._fault(key, f"is {told!r}; it is one of {', '.join(known)}")
        return told

    def _layout(self, told: object) -> Layout:
        table = self._table("file", told)
        self._keys("file", table, set(_SECTIONS["file"]))
        empty = table.get("empty", [])
        if not isinstance(empty, list) or not all(isinstance(e, str) for e in empty):
            self._fault("file.empty", f'is {empty!r}; write a list of words: ["n/a", "?"]')
            empty = []
        self._empty = EMPTY | {e.casefold() for e in empty}
        separator, row = table.get("separator"), table.get("header_row", 1)
        if separator is not None and separator not in SEPARATORS:
            self._fault("file.separator", f"is {separator!r}; it is one of {SEPARATORS!r}")
            separator = None
        if not isinstance(row, int) or row < 1:
            self._fault("file.header_row", f"is {row!r}; the first row is 1")
            row = 1
        return Layout(
            encoding=self._word_of(table, "encoding"),
            separator=separator,
            header_row=row,
            sheet=self._word_of(table, "sheet"),
        )

    def _word_of(self, table: Mapping[str, Any], key: str) -> str | None:
        word = table.get(key)
        if word is not None and not isinstance(word, str):
            self._fault(f"file.{key}", f"is {word!r}; write it in quotation marks")
            return None
        return word

    def _section(self, section: str, told: object) -> dict[str, Column | None]:
        table = self._table(section, told)
        self._keys(section, table, set(_SECTIONS[section]))
        found: dict[str, Column | None] = {}
        for name, kind in _SECTIONS[section].items():
            key = section if name == "column" else f"{section}.{name}"
            if name not in table or kind not in {"c", "v"}:
                continue
            read = self._or_fixed if kind == "v" else self._column
            found[key] = read(key, self._with(table, name, "separator", "only"))
        return found

    @staticmethod
    def _with(table: Mapping[str, Any], name: str, *more: str) -> object:
        """Return the section's own column with what is set beside it; another as it is."""
        beside = {m: table[m] for m in more if m in table}
        if name != "column" or not beside or not isinstance(table[name], str):
            return table[name]
        return {"column": table[name], **beside}

    def _or_fixed(self, key: str, told: object) -> Column | None:
        """Read a column given as a table, or words that hold for every row."""
        if told is None:
            return None
        if isinstance(told, str):
            known = CHOICES.get(key, CHOICES.get(key.rpartition(".")[2], ()))
            if known and told not in known:
                self._fault(key, f"is {told!r}; it is one of {', '.join(known)}")
            return Column(fixed=told)
        return self._column(key, told)

    def _column(self, key: str, told: object) -> Column | None:
        table = self._table(key, told)
        self._keys(key, table, _COLUMN)
        header = self._header(key, table.get("column"))
        words = table.get("words", {})
        only = table.get("only", {})
        if not isinstance(words, dict) or not isinstance(only, dict):
            self._fault(key, "words and only are tables: words = { 1 = 'exact' }")
            words, only = {}, {}
        known = CHOICES.get(key, CHOICES.get(key.rpartition(".")[2], ()))
        for word in sorted(set(map(str, words.values())) - set(known) if known else ()):
            self._fault(f"{key}.words", f"has {word!r}; it is one of {', '.join(known)}")
        filters = {
            found: tuple(str(c).casefold() for c in (cells if isinstance(cells, list) else [cells]))
            for name, cells in only.items()
            if (found := self._header(f"{key}.only", name)) is not None
        }
        return None if header is None else Column(
            header=header,
            words={str(k).casefold(): str(v) for k, v in words.items()},
            only=filters,
            empty=self._empty | {str(e).casefold() for e in table.get("empty", [])},
            separator=table.get("separator"),
        )  # fmt: skip

    def _header(self, key: str, told: object) -> str | None:
        if not isinstance(told, str) or not told.strip():
            self._fault(key, "names no column: write its header in quotation marks")
            return None
        if self._headers is None:
            return told
        if told in self._headers:
            if self._headers.count(told) > 1:
                self._fault(key, f"the file has {self._headers.count(told)} columns {told!r}")
            return told
        found = self._known.get(told.casefold().strip())
        alike = [h for h in self._headers if h.casefold() == told.casefold().strip()]
        if len(alike) > 1:
            self._fault(
                key, f"is {told!r}, and the file has {_listed(alike)}; write it as it stands"
            )
        if found is None:
            near = difflib.get_close_matches(told, self._known.values(), 1, 0.5)
            hint = f"the nearest is {near[0]!r}" if near else f"there are {_listed(self._headers)}"
            self._fault(key, f"the file has no column {told!r}; {hint}")
        return found

    def _headers_of(self, key: str, told: object) -> Iterator[str]:
        for name in [told] if isinstance(told, str) else told if isinstance(told, list) else [None]:
            found = self._header(key, name)
            if found is not None:
                yield found

    def _figures(self, key: str, told: object) -> Figures:
        """Read where a toll stands, and its breakdowns below it."""
        table = self._table(key, told)
        people = {"status", "side", "age", "sex", "roles"} if ".part" in key else set()
        more = set() if people else {"part", *PEOPLE}
        self._keys(key, table, {*_FIGURES, "empty", *people, *more})
        own = {n: self._own(f"{key}.{n}", table, n) for n in _FIGURES if n in table}
        if not {"column", "min", "max"} & own.keys() and people:
            self._fault(key, "says no column: column, or min and max")
        parts = [
            msgspec.structs.replace(
                self._figures(f"{key}.{n}.part", table[n]),
                people={k: Column(fixed=v) for k, v in PEOPLE[n].items()},
            )
            for n in PEOPLE
            if n in more and n in table
        ]
        listed = table.get("part", []) if "part" in more else []
        parts += [self._figures(f"{key}.part[{i}]", t) for i, t in enumerate(listed, 1)]
        return Figures(
            column=own.get("column"),
            least=own.get("min"),
            most=own.get("max"),
            best=own.get("best"),
            people={
                n: c
                for n in ("status", "side", "age", "sex")
                if n in table and people
                if (c := self._or_fixed(f"{key}.{n}", table[n])) is not None
            },
            roles=tuple(sorted(table.get("roles", []))) if people else (),
            parts=tuple(parts),
        )

    def _own(self, key: str, table: Mapping[str, Any], name: str) -> Column | None:
        told = table[name]
        if isinstance(told, str) and "empty" in table:
            told = {"column": told, "empty": table["empty"]}
        return self._column(key, told)

    def _formats(self, told: object) -> tuple[str, ...]:
        formats = [told] if isinstance(told, str) else told
        if not isinstance(formats, list) or not formats:
            self._fault("date.format", f'is {told!r}; write "dd/mm/yyyy", or a list of such')
            return (ISO,)
        for name in formats:
            try:
                date_pattern(str(name))
            except ValueError as error:
                self._fault("date.format", str(error))
        return tuple(map(str, formats))

    def _outcome(self, victims: Mapping[str, Any]) -> str:
        told = victims.get("outcome", "killed")
        if told not in OUTCOMES:
            self._fault("victims.outcome", f"is {told!r}; it is one of {', '.join(OUTCOMES)}")
            return "killed"
        return str(told)

    def _whole(self, columns: Mapping[str, Column | None], tolls: Mapping[str, Figures]) -> None:
        """See that what belongs together is there, and that there is something to claim."""
        for one, other in (("place.lat", "place.lon"), ("place.lon", "place.lat")):
            if one in columns and other not in columns:
                self._fault(one, f"needs {other} beside it")
        if "place.coordinates" in columns and "place.lat" in columns:
            self._fault("place.coordinates", "stands beside place.lat: give one of the two")
        if "date.last" in columns and "date" not in columns:
            self._fault("date.last", "needs date.column, where the first day stands")
        if not tolls and not {"date", "place.name", "victims"} & columns.keys():
            self._fault("the map", "claims nothing: it names no toll, date, place or victims")


def no_choice(key: str, word: str) -> str:
    """Return why a word of a row is refused; "" where it is one that the record knows."""
    known = CHOICES.get(key, (word,))
    if word in known:
        return ""
    return f"{word!r} is none of {', '.join(known)}; say in the map's words what a cell means"


def _listed(headers: Sequence[str]) -> str:
    named = [repr(h) for h in headers if h]
    more = f" and {len(named) - _NAMED:,} more" if len(named) > _NAMED else ""
    return ", ".join(named[:_NAMED]) + more
