"""A stored value and its cell's number format -> the words of the cell. Pure.

Numbers are written as the cell shows them, but with all their digits: what a format rounds away is
kept. Days are written as ISO 8601 has them, as far as the cell shows them ("Mar-22" is 2022-03):
in which order a spreadsheet shows day and month depends on whose computer it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from cenotaph.model import Value

GENERAL: Final = "General"
# ECMA-376, part 1, 18.8.30: the formats that a workbook names by number alone. 27 to 36 and 50 to
# 58 are days in East Asian locales.
BUILT_IN: Final[Mapping[int, str]] = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "m/d/yy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "m/d/yy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0",
    49: "@", **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy/m/d"),
}  # fmt: skip
# What stands in a format: words in quotation marks, after a backslash; room for a sign (_), signs
# that fill the cell (*); colors, conditions, currencies and elapsed time in brackets.
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<noon>AM/PM|A/P)|(?P<general>General)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)(?:-.*)?")
_COLOR = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+", re.IGNORECASE)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_NUMBER = re.compile(r"General|[#0?][#0?,]*(?:\.[#0?]*)?", re.IGNORECASE)
# Powers, fractions, thousands left out: their numbers are written with all their digits.
_UNREAD = re.compile(r"(?<=[0#?.])(?:e[+-]|\s*/)|(?<=[0#?.]),(?![#0?])", re.IGNORECASE)
_LARGEST: Final = Decimal(10) ** 30
_LEAP: Final = 60  # 1900-02-29, which there was not: days before it count from a day later
_LAST: Final = 2_958_465  # 9999-12-31
_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 # a cell's day has no zone
_EPOCH_1904: Final = dt.datetime(1904, 1, 1)  # noqa: DTZ001


class _Section(Value):
    """One of the up to four parts of a format: for above 0, below 0, 0 and text."""

    code: str  # without what is quoted: "\\0" stands where words stood
    words: tuple[str, ...] = ()
    condition: bool = False  # it has one of its own, such as [>100]


def number(stored: str, code: str, *, from_1904: bool = False) -> str:
    """Return the words of a cell that holds a number, "" where its format hides it."""
    try:
        value = Decimal(repr(float(stored)))
    except (ValueError, InvalidOperation, OverflowError):
        return stored
    if not value.is_finite():
        return stored
    sections = _sections(code)
    section, is_signed = _chosen(sections, value)
    if section is None:
        return _digits(value)
    if shown := _calendar(section.code):
        return _day(value, shown, from_1904=from_1904) or _digits(value)
    return _counted(value, section, is_signed=is_signed)


def text(stored: str, code: str) -> str:
    """Return the words of a cell that holds text, "" where its format hides it."""
    sections = _sections(code)
    return "" if len(sections) > 3 and not sections[3].code.strip() else stored


def _chosen(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section | None, bool]:
    """Return the section that a number is shown by, and whether that shows its sign itself."""
    if any(s.condition for s in sections):
        return None, False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _counted(value: Decimal, section: _Section, *, is_signed: bool) -> str:
    """Return a number with the words around it: "at least 7", "25%", "1,200"."""
    code, digits = section.code, abs(value) if is_signed else value
    places = list(_NUMBER.finditer(code))
    if not places:
        return _with_words(code, section.words).strip() if code != "@" else _digits(value)
    if len(places) > 1 or _UNREAD.search(code):
        return _digits(value)
    if "%" in code:
        digits *= 100
    words = _placed(digits, places[0][0])
    before, after = code[: places[0].start()], code[places[0].end() :]
    return _with_words(f"{before}\1{after}", section.words).replace("\1", words).strip()


def _with_words(code: str, words: tuple[str, ...]) -> str:
    parts = code.split("\0")
    return "".join(p + w for p, w in zip(parts, (*words, ""), strict=True))


def _placed(value: Decimal, places: str) -> str:
    """Return a number as its places have it: zeros in front, thousands, at least some decimals."""
    if places.casefold() == GENERAL.casefold():
        return _digits(value)
    whole, _, decimals = places.partition(".")
    if value == 0 and "0" not in places:
        return ""
    digits, _, rest = _digits(abs(value)).partition(".")
    digits = digits.rjust(whole.count("0"), "0")
    if "," in whole:
        digits = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", digits)
    rest = rest.ljust(decimals.count("0"), "0")
    return ("-" if value < 0 else "") + digits + (f".{rest}" if rest else "")


def _digits(value: Decimal) -> str:
    """Return all digits of a number, without a power of ten where it is not beyond counting."""
    if abs(value) >= _LARGEST:
        return str(value)
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _calendar(code: str) -> str:
    """Return which of y, m (month), d, h, n (minute), s a format shows; "" where it is no date."""
    found = ""
    plain = re.sub(r"AM/PM|A/P", "", code, flags=re.IGNORECASE).lower()
    if re.search(r"[#?]|general|e[+-]", plain):
        return ""
    for match in re.finditer(r"y+|m+|d+|h+|s+|e+|g+", plain):
        kind = match[0][0]
        is_minute = kind == "m" and (
            found.endswith("h") or re.match(r"[^a-z]*s", plain[match.end() :]) is not None
        )
        found += "n" if is_minute else "y" if kind in "eg" else kind
    return found


def _day(value: Decimal, shown: str, *, from_1904: bool) -> str | None:
    """Return a day, month, year or time of day; None where the number is none that there was."""
    at = _moment(value, from_1904=from_1904)
    if at is None:
        return None
    hour = at.strftime("%H:%M:%S" if "s" in shown else "%H:%M")
    if not set("ymd") & set(shown):
        return hour if value < 1 else None  # longer than a day: a duration
    if "d" in shown or "m" not in shown:
        day = at.strftime("%Y-%m-%d") if "d" in shown else at.strftime("%Y")
    else:
        day = at.strftime("%Y-%m")
    return f"{day} {hour}" if set("hns") & set(shown) else day


def _moment(value: Decimal, *, from_1904: bool) -> dt.datetime | None:
    if not 0 <= value < _LAST + 1 or (not from_1904 and _LEAP <= value < _LEAP + 1):
        return None
    days = value if from_1904 or value > _LEAP or value < 1 else value + 1
    seconds = int((days * 86_400).to_integral_value())
    return (_EPOCH_1904 if from_1904 else _EPOCH) + dt.timedelta(seconds=seconds)


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    """Return the parts of a format."""
    found: list[_Section] = []
    plain: list[str] = []
    words: list[str] = []
    condition = False
    for match in _TOKEN.finditer(code):
        if match["plain"] == ";":
            found.append(_Section(code="".join(plain), words=tuple(words), condition=condition))
            plain, words, condition = [], [], False
        elif match["bracket"] is not None:
            condition = _bracket(match["bracket"], plain, words) or condition
        elif (said := match["quoted"] or match["escaped"]) is not None:
            plain.append("\0")
            words.append(said)
        else:
            plain.append(match["noon"] or match["general"] or match["plain"] or "")
    last = _Section(code="".join(plain), words=tuple(words), condition=condition)
    return (*found, last)


def _bracket(inside: str, plain: list[str], words: list[str]) -> bool:
    """Take what stands in brackets; return whether it is a condition."""
    if currency := _CURRENCY.fullmatch(inside):
        plain.append("\0")
        words.append(currency["sign"])
    elif _ELAPSED.fullmatch(inside):
        plain.append(inside)
    else:
        return _COLOR.fullmatch(inside) is None
    return False
