"""Web pages: the article's text, without the page around it, with title, day and publisher."""

import html
import re
from collections.abc import Iterator

from cenotaph.errors import ReadError
from cenotaph.model import Entry, Fields, Refused
from cenotaph.text.encoding import decode

SUFFIXES = (".html", ".htm", ".xhtml")
# <meta charset="windows-1251">, <meta http-equiv=... content="text/html; charset=koi8-r">
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*(?P<name>[\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must declare its charset
# Only the page's own metadata tell when it was published: a day found in its prose is often the
# day of the event. The limit is fixed, so that the clock has no part in what is read.
_DAYS = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}


def read(raw: bytes, name: str) -> Iterator[Entry | Refused]:  # noqa: ARG001 # as readers are called
    """Yield the article of a page."""
    declared = _CHARSET.search(raw, 0, _HEAD)
    page = decode(raw, declared["name"].decode("ascii") if declared else None)
    from trafilatura import bare_extraction  # noqa: PLC0415 # slow to import, seldom all files

    found = bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=dict(_DAYS),
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise ReadError("no article could be found in it; save its text as .txt")
    title = html.unescape(found.title).strip() if found.title else None
    fields = Fields(
        title=title,
        author=found.author,
        publisher=found.sitename,
        published=found.date,
        url=found.url,
    )
    yield Entry(_body(found.text, title), fields)


def _body(text: str, title: str | None) -> str:
    """Return the text without the headline, which is read as the title."""
    first, _, rest = text.partition("\n")
    if title is not None and rest.strip() and first.strip().casefold() == title.casefold():
        return rest.lstrip("\n")
    return text
