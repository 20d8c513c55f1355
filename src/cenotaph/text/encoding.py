"""Bytes -> text, or a sentence that says what they are instead."""

import codecs
import re

from cenotaph.errors import ReadError

# Longest first: a UTF-32 mark starts with a UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_LATIN = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
# What English news on the web and its Russian and Ukrainian sources are in when not in UTF-8.
_LIKELY = [
    "cp1251",
    "koi8_r",
    "cp866",
    "iso8859_5",
    "cp1252",
    "cp1250",
    "cp1256",
    "shift_jis",
    "gb18030",
]


def decode(raw: bytes, declared: str | None = None) -> str:
    """Return the text in some bytes: by their mark, as UTF-8, as declared, else as they look."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], name)
    _refuse_binary(raw)
    if b"\x00" in raw:
        return _wide(raw)
    for name in filter(None, ("utf-8", declared)):
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue  # not that one, or no encoding of that name
    return _narrow(raw)


def _refuse_binary(raw: bytes) -> None:
    for start, kind in _OTHER_KINDS:
        if raw.startswith(start):
            raise ReadError(f"is {kind}, not text; save its text as .txt or .html")
    if len(_CONTROL.findall(raw)) > len(raw) // 100:
        raise ReadError("holds binary data, not text; save its text as .txt or .html")


def _strictly(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"says it is {name.upper()} and is not ({error.reason}); save it as UTF-8"
        ) from error


def _wide(raw: bytes) -> str:
    """Read UTF-16 without a mark: in news text every second byte is nearly always zero."""
    for name, high in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
        if len(raw) % 2 == 0 and high.count(0) > len(high) * 0.7:
            return _strictly(raw, name)
    raise ReadError("holds zero bytes, so is no text; save its text as .txt or .html in UTF-8")


def _narrow(raw: bytes) -> str:
    """Read one of the older encodings; letters of English with a few odd marks are windows-1252."""
    high = len(_HIGH.findall(raw))
    if high * 9 <= len(_LATIN.findall(raw)):
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            return raw.decode("latin-1")  # the five bytes that windows-1252 leaves open
    from charset_normalizer import from_bytes  # noqa: PLC0415 # seldom needed, slow to import

    best = from_bytes(raw, cp_isolation=_LIKELY).best()
    if best is None:
        raise ReadError("is in an encoding that cannot be told; save it as UTF-8")
    return str(best)
