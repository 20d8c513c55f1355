"""Plain text and Markdown: one file, one account."""

import re
from collections.abc import Iterator

from cenotaph.model import Entry, Fields, Refused
from cenotaph.text.encoding import decode

SUFFIXES = (".txt", ".text", ".md", ".markdown")
# "# Shells fall on the market", alone at the top: the title of a Markdown file.
_HEADING = re.compile(r"\s*#[ \t]+(?P<title>\S[^\n]*?)[ \t#]*\r?\n")


def read(raw: bytes, name: str) -> Iterator[Entry | Refused]:
    """Yield the single account in a text file, its words as they stand."""
    text = decode(raw)
    heading = _HEADING.match(text) if name.lower().endswith((".md", ".markdown")) else None
    if heading is None:
        yield Entry(text)
    else:
        yield Entry(text[heading.end() :], Fields(title=heading["title"]))
