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
_LAST_DAY = "2099-12-31"  # a limit is needed; fixed, so that the clock has no part in what is read
_PROSE = 80  # characters: a line that says when a page was published is shorter


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
        date_extraction_params={"extensive_search": False, "max_date": _LAST_DAY},
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise ReadError("no article could be found in it; save its text as .txt")
    title = html.unescape(found.title).strip() if found.title else None
    fields = Fields(
        title=title,
        author=found.author,
        publisher=found.sitename,
        published=_published(page, found.url),
        url=found.url,
    )
    yield Entry(_body(found.text, title), fields)


def _published(page: str, url: str | None) -> str | None:
    """Return the day that a page's metadata, address or date line gives.

    Its prose is taken out first: a day found there ("on 2021-03-10 a shell ...") is the event's.
    """
    from htmldate import find_date  # noqa: PLC0415
    from trafilatura import load_html  # noqa: PLC0415

    tree = load_html(page)
    if tree is None:
        return None
    for element in list(tree.iter("p", "li", "td", "blockquote", "div", "section", "article")):
        paragraph = element.tag in {"p", "li", "td", "blockquote"}
        if paragraph and len(element.text_content()) > _PROSE:
            element.clear(keep_tail=True)
        for piece in (element, *element):
            if piece.tail is not None and len(piece.tail) > _PROSE:
                piece.tail = None
        if element.text is not None and len(element.text) > _PROSE:
            element.text = None
    return find_date(tree, url=url, original_date=True, extensive_search=False, max_date=_LAST_DAY)


def _body(text: str, title: str | None) -> str:
    """Return the text without the headline, which is read as the title."""
    first, _, rest = text.partition("\n")
    if title is not None and rest.strip() and first.strip().casefold() == title.casefold():
        return rest.lstrip("\n")
    return text
