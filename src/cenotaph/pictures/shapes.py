"""The few SVG elements that pictures are made of, escaped."""

from __future__ import annotations

from html import escape

FONT = "DejaVu Sans, system-ui, sans-serif"


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """Return an element; underscores in attribute names stand for hyphens, content is markup."""
    said = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def text(words: str, x: float, y: float, /, **attributes: object) -> str:
    """Return words at a point."""
    return element("text", _said(words), x=x, y=y, fill="currentColor", **attributes)


def whole(title: str, summary: str, size: tuple[float, float], body: str) -> str:
    """Return a whole picture that a screen reader can name; size is width and height in pixels."""
    width, height = size
    head = element("title", _said(title)) + element("desc", _said(summary))
    return element(
        "svg",
        head + body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_plain(width)} {_plain(height)}",
        width=width,
        height=height,
        role="img",
        font_family=FONT,
        font_size=12,
    )


def clipped(words: str, most: int) -> str:
    """Return words of at most so many letters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _said(words: str) -> str:
    """Return words as markup holds them; signs that it cannot carry are seen to be missing."""
    return escape("".join(w if w.isprintable() else "\ufffd" for w in words))


def _plain(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
