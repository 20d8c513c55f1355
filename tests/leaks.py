"""Finds strings in files in whatever form they stand there: encoded, packed or digested."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import io
import itertools
import re
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterable, Iterator

import pyarrow.parquet as pq

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_HEX = re.compile(r"[0-9a-f]{8,}")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{11,}")
_ALGORITHMS = (
    "md5",
    "sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sha3_256",
    "blake2b",
    "blake2s",
)
_PREFIX = 8  # characters of a digest that give it away


def leaks(content: bytes, secrets: Iterable[str]) -> set[str]:
    """Return which of the strings stand in a file, in some form."""
    views = list(_views(content))
    words = "\n".join(map(_folded, views))
    small = "\n".join(views).lower()
    digests = {m[0][:_PREFIX] for m in _HEX.finditer(small)}
    digests |= {m[0][:_PREFIX] for view in views for m in _BASE64.finditer(view)}
    return {
        s
        for s in secrets
        if any(form in words for form in _forms(s))
        or any(form in small for form in _hexes(s))
        or any(form in view for form in _base64s(s) for view in views)
        or not digests.isdisjoint(_digests(s))
    }


def ids(content: bytes, known: Iterable[str]) -> set[str]:
    """Return which ids (hex) stand in a file, whole or as much as tells them from others."""
    small = "\n".join(_views(content)).lower()
    told = {m[0][:12] for m in _HEX.finditer(small)}
    return {i for i in known if i[:12] in told}


def _views(content: bytes) -> Iterator[str]:
    """Yield what a file says, by every way of reading it."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name
                yield from _views(packed.read(name))
    if content.startswith(b"PAR1"):
        table = pq.read_table(io.BytesIO(content))
        yield f"{table.schema.metadata}\n{table.to_pylist()}"
    if content.startswith(b"\x1f\x8b"):
        yield from _views(gzip.decompress(content))
    if content.startswith(b"\x89PNG"):
        yield from _texts_of_png(content)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
        plain = content.decode(encoding, "ignore")
        if encoding == "utf-8" or "\x00" in content.decode("latin-1"):
            yield from dict.fromkeys(
                (plain, html.unescape(plain), urllib.parse.unquote_plus(plain), _unescaped(plain))
            )


def _texts_of_png(content: bytes) -> Iterator[str]:
    """Yield a picture's texts (tEXt, zTXt, iTXt), unpacked."""
    for found in re.finditer(rb"(?:tEXt|zTXt|iTXt)", content):
        length = int.from_bytes(content[found.start() - 4 : found.start()])
        chunk = content[found.end() : found.end() + length]
        yield chunk.decode("latin-1")
        for at in range(len(chunk)):
            if chunk[at : at + 1] == b"\x78":
                try:
                    yield zlib.decompress(chunk[at:]).decode("utf-8", "ignore")
                except zlib.error:
                    continue


def _unescaped(words: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), words)


def _folded(words: str) -> str:
    """Return words without case and marks, parted by single blanks."""
    apart = unicodedata.normalize("NFKD", words)
    plain = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\s_+’'‘.-]+", " ", plain)


def _forms(secret: str) -> tuple[str, ...]:
    plain = _folded(secret).strip()
    return plain, plain[::-1], plain.replace(" ", "")


def _spellings(secret: str) -> set[str]:
    cased = {secret, secret.lower(), secret.upper(), secret.title(), _folded(secret)}
    return cased | {unicodedata.normalize(n, c) for c in cased for n in ("NFC", "NFD")}


def _hexes(secret: str) -> Iterator[str]:
    for words, encoding in itertools.product(_spellings(secret), ("utf-8", "utf-16-le")):
        yield words.encode(encoding).hex()


def _base64s(secret: str) -> Iterator[str]:
    """Yield what a string looks like inside base64, wherever it begins among three bytes."""
    for words, before in itertools.product(_spellings(secret), (b"", b"a", b"ab")):
        coded = base64.b64encode(before + words.encode()).decode()
        skip = {0: 0, 1: 2, 2: 3}[len(before)]
        yield coded.rstrip("=")[skip:-1]


def _digests(secret: str) -> set[str]:
    found = set()
    for words, algorithm in itertools.product(_spellings(secret), _ALGORITHMS):
        for ending in ("", "\n"):
            digest = hashlib.new(algorithm, f"{words}{ending}".encode()).digest()
            found |= {digest.hex()[:_PREFIX], base64.b64encode(digest).decode()[:_PREFIX]}
            found.add(base64.urlsafe_b64encode(digest).decode()[:_PREFIX])
    return found
