"""Plain text and Markdown: one file, one account."""

import re
from collections.abc import Iterator

from cenotaph.model import Entry, Fields, Refused
from cenotaph.text.encoding import decode

SUFFIXES = (".txt", ".text", ".md", ".markdown")
# "# Shells fall on the market", alone at the top: the title of a Markdown file.
_HEADING = re.compile(r"\s*#[ \t]+(?P<title>\S[^\n]*?)[ \t#]*\r?\n")
# Marks of Markdown and the words that stay; links and images first, emphasis from the widest.
_MARKS = (
    (re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\)"), r"\1"),
    (re.compile(r"!?\[([^\[\]\n]+)\]\[[^\[\]\n]*\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}[*+-][ \t]+(?=\S)", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:-[ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(?<!\\)(\*{1,3})(?=\S)([^*\n]+?)(?<=[^\s\\])\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(`{1,2})([^`\n]+)\1"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def read(raw: bytes, name: str) -> Iterator[Entry | Refused]:
    """Yield the single account in a text file: Markdown as its words, other text as it stands."""
    text = decode(raw)
    if not name.lower().endswith((".md", ".markdown")):
        yield Entry(text)
        return
    heading = _HEADING.match(text)
    if heading is None:
        yield Entry(_plain(text))
    else:
        yield Entry(_plain(text[heading.end() :]), Fields(title=_plain(heading["title"])))


def _plain(text: str) -> str:
    """Return the words of Markdown without its marks: links, emphasis, headings, code, lists."""
    for mark, kept in _MARKS:
        text = mark.sub(kept, text)
    return text
