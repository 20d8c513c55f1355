"""`ftm`: FollowTheMoney 4 entities, one JSON object a line.

https://followthemoney.tech/ An Event an incident, an Article or a Document an account, a
Documentation between the two, a Mention for each person or organization that a document names.
Every value is written as FollowTheMoney's own cleaning would leave it. An Event has no numbers of
the killed: they stand in words in `summary`, and lead to their sentences by the sidecar.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import IO, NamedTuple
from urllib.parse import urlsplit

import msgspec

from cenotaph.model import (
    OTHER_LANGUAGE,
    Account,
    Capture,
    Document,
    Incident,
    Name,
    Part,
    Place,
    Record,
    Skipped,
    Span,
    quoted,
    withheld,
    withheld_names,
)
from cenotaph.pages.lines import incident_lines, line_claims
from cenotaph.publish import (
    Evidence,
    Options,
    Shape,
    discreet,
    hidden_names,
    shown,
    without_addresses,
)

SHAPE: Shape = "stream"
_PRESS = ("news", "agency", None)  # kinds of source whose documents are articles
_LONGEST = 60_000  # code points of one value of bodyText; FollowTheMoney takes 65,000
_LONGEST_NAME = 384
# ISO 639-1 -> 639-3, of the languages that FollowTheMoney knows.
_LANGUAGES = {
    "af": "afr", "am": "amh", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben",
    "bs": "bos", "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle", "he": "heb",
    "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "is": "isl", "it": "ita",
    "ja": "jpn", "ka": "kat", "kk": "kaz", "km": "khm", "kn": "kan", "ko": "kor", "ky": "kir",
    "lb": "ltz", "lo": "lao", "lt": "lit", "lv": "lav", "mk": "mkd", "mn": "mon", "ms": "msa",
    "my": "mya", "ne": "nep", "nl": "nld", "no": "nor", "pl": "pol", "ps": "pus", "pt": "por",
    "ro": "ron", "ru": "rus", "si": "sin", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp",
    "sv": "swe", "sw": "swa", "ta": "tam", "te": "tel", "tg": "tgk", "th": "tha", "tk": "tuk",
    "tl": "tgl", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "zho",
}  # fmt: skip
_UNREAD = "[a passage that was not read, and may hold names, is left out]"
_ENDS = re.compile(r"\s*[\r\n\t;]+\s*|,\s?(?=[,.])")

Entity = dict[str, object]


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write documents, then events, each followed by what joins it to its documents."""
    encode = msgspec.json.Encoder().encode
    for entity in _entities(record, options):
        out.write(encode(entity).decode() + "\n")


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind the properties of each Event."""
    known = Evidence(record, options)
    for incident in shown(record, options):
        place = incident.place.claims if incident.place else ()
        columns = {"summary": line_claims(incident), "location": place, "country": place}
        yield known.row(_event_id(incident), columns)


def _entities(record: Record, options: Options) -> Iterator[Entity]:
    hidden = _hidden(record, options)
    said = discreet(record, options, hidden)
    captures: dict[str, list[Capture]] = {}
    for capture in record.captures:
        open_ = without_addresses(capture, hidden)
        captures.setdefault(capture.document, []).append(open_)
    incidents = shown(said, options)
    wanted = {document for incident in incidents for document in incident.accounts}
    for account in record.accounts:
        if options.only_reviewed and account.document.id not in wanted:
            continue
        told = _Told(account, tuple(captures.get(account.document.id, ())), hidden)
        yield _document(told, options)
        yield from _mentions(told)
    copies = dict(record.copies_of)
    decided = {d.id: d.at for d in record.decisions}
    for incident in incidents:
        received = [c for document in incident.accounts for c in captures.get(document, ())]
        times = [decided[d] for d in incident.decisions if d in decided]
        yield _event(incident, received, times)
        yield from (_documentation(incident, d, copies) for d in incident.accounts)


def _hidden(record: Record, options: Options) -> frozenset[str]:
    """Return the names that are withheld, those in titles too, and in texts that are printed.

    What a profile passes on holds none any more: a pseudonym is no name to be withheld.
    """
    if options.profile is not None:
        return hidden_names(record, options)

    def opened(account: Account) -> Account:
        printed: tuple[Part, ...] = ("title", "text") if options.full_text else ("title",)
        lengths = [(part, len(account.document.words(part))) for part in printed]
        whole = (Skipped(why="printed", start=0, end=n, part=part) for part, n in lengths if n)
        return msgspec.structs.replace(account, skipped=(*account.skipped, *whole))

    return withheld_names(map(opened, record.accounts), names=options.names)


class _Told(NamedTuple):
    account: Account
    captures: tuple[Capture, ...]
    hidden: frozenset[str]


def _document(told: _Told, options: Options) -> Entity:
    document, captures = told.account.document, told.captures
    press = all(c.source_kind in _PRESS for c in captures)
    refs = [c.ref for c in captures]
    return _entity(
        _document_id(document.id),
        "Article" if press else "Document",
        contentHash=_content_hash(document),
        title=[_line(_words(told, "title"))] if document.title else map(_line, refs[:1]),
        publishedAt=(_time(c.published) for c in captures),
        sourceUrl=(_url(u) for c in captures for u in (c.url, c.archive_url)),
        language=(_LANGUAGES.get((c.language or "").lower()[:2]) for c in captures),
        bodyText=_body(told) if options.full_text else (),
    )


def _mentions(told: _Told) -> Iterator[Entity]:
    """Yield who is named in a document, but whose name is withheld."""
    document = told.account.document.id
    spans = withheld(told.account, told.hidden)
    kinds = {"person": "Person", "organization": "Organization"}
    named = {
        (kinds[mark.value.kind], _name(mark.value.name))
        for mark in told.account.marks
        if isinstance(mark.value, Name)
        and mark.value.name not in told.hidden
        and not any(h.meets(mark.span) for h in spans)
    }
    for kind, name in sorted(n for n in named if n[1]):
        key = hashlib.sha256(f"{document} {kind} {name}".encode()).hexdigest()[:32]
        yield _entity(
            f"cenotaph-mention-{key}",
            "Mention",
            document=[_document_id(document)],
            name=[name],
            detectedSchema=[kind],
        )


def _event(incident: Incident, received: Iterable[Capture], times: list[str]) -> Entity:
    place = incident.place.value if incident.place else None
    where = place if isinstance(place, Place) else None
    captures = tuple(received)
    day = incident.last if incident.first == incident.last else None
    dated = [_time(t) for t in (*times, *(c.published for c in captures))]
    return _entity(
        _event_id(incident),
        "Event",
        name=[_name(incident.title)],
        location=[_address(", ".join(filter(None, (where.name, where.admin1))))] if where else (),
        country=[(where.country or "").lower()] if where else (),
        startDate=[incident.first],
        endDate=[incident.last] if incident.first else (),  # "on or before": an end, no length
        date=[day],
        summary=[_lines(incident_lines(incident))],
        recordId=[incident.id],
        sourceUrl=(_url(u) for c in captures for u in (c.url, c.archive_url)),
        publisher=(_line(c.publisher or "") for c in captures),
        modifiedAt=[max(filter(None, dated), default=None)],
    )


def _documentation(incident: Incident, document: str, copies: dict[str, str]) -> Entity:
    return _entity(
        f"cenotaph-account-{incident.id}-{document[:32]}",
        "Documentation",
        document=[_document_id(document)],
        entity=[_event_id(incident)],
        role=["copy of another account" if document in copies else "account"],
    )


def _entity(key: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """Return an entity with those properties that have values, each value once."""
    told = {name: list(dict.fromkeys(filter(None, of))) for name, of in properties.items()}
    return {"id": key, "schema": schema, "properties": {n: v for n, v in told.items() if v}}


def _event_id(incident: Incident) -> str:
    return f"cenotaph-incident-{incident.id}"


def _document_id(document: str) -> str:
    return f"cenotaph-document-{document}"


def _content_hash(document: Document) -> Iterator[str]:
    """Yield the SHA-1 that FollowTheMoney asks for, of the words that the id is the SHA-256 of.

    None where the words at hand are others: of a text that was shortened it would be a false one.
    """
    words = document.text if document.title is None else f"{document.title}\n\n{document.text}"
    raw = words.encode("utf-8", "surrogatepass")
    if hashlib.sha256(raw).hexdigest() == document.id:
        yield hashlib.sha1(raw, usedforsecurity=False).hexdigest()


def _words(told: _Told, part: Part) -> str:
    """Return a title or a text without withheld names and without passages that nobody read."""
    account, at, pieces = told.account, 0, []
    spans = withheld(account, told.hidden)
    unread = sorted(
        (s.start, s.end) for s in account.skipped if s.why == OTHER_LANGUAGE and s.part == part
    )
    end = len(account.document.words(part))
    for start, stop in (*unread, (end, end)):
        if at < start:
            pieces.append(quoted(account, Span(start=at, end=start, part=part), spans))
        if start < stop:
            pieces.append(_UNREAD)
        at = max(at, stop)
    return " ".join(pieces) if len(pieces) > 1 else "".join(pieces)


def _body(told: _Told) -> Iterator[str]:
    """Yield a text in values as long as FollowTheMoney takes them."""
    words = _plain(_words(told, "text"))
    for start in range(0, len(words), _LONGEST):
        yield words[start : start + _LONGEST].strip()


def _plain(words: str) -> str:
    """Return words composed (NFC), without control, format and surrogate characters."""
    kept = []
    for char in unicodedata.normalize("NFC", words):
        kind = unicodedata.category(char)
        if char in "\t\n\r" or kind not in {"Cc", "Cf", "Cs"}:
            kept.append(" " if kind in {"Zs", "Zl", "Zp"} else char)
    return "".join(kept).strip()


def _line(words: str) -> str:
    return " ".join(_plain(words).split())


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(map(_line, lines))


def _name(words: str) -> str:
    """Return a name without the quotes that enclose the whole of it."""
    line = _line(words)
    while len(line) > 1 and line[0] in "\"'" and line[-1] in "\"'":
        line = line[1:-1].strip()
    return line[:_LONGEST_NAME].strip()


def _address(words: str) -> str:
    return _line(_ENDS.sub(", ", words))


def _url(address: str | None) -> str | None:
    """Return an address of the web; None for any other and for what is none."""
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:  # a bracket left open
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or _has_space(parts.netloc):
        return None
    return parts._replace(path=parts.path or "/").geturl()


def _has_space(words: str) -> bool:
    return any(char.isspace() for char in words)


def _time(given: str | None) -> str | None:
    """Return a day as it is, a time in UTC without its zone; None for what is neither."""
    try:
        if given is None or len(given) <= len("2022-03-10"):
            return None if given is None else dt.date.fromisoformat(given).isoformat()
        time = dt.datetime.fromisoformat(given)
        known = time if time.tzinfo is None else time.astimezone(dt.UTC)
    except (ValueError, OverflowError):  # the year 1 or 9999, in a time zone
        return None
    return known.strftime("%Y-%m-%dT%H:%M:%S")
