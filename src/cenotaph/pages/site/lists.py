"""The site's first page, and its lists by year and month, by country and region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cenotaph.model import days_words
from cenotaph.model.groups import by_key
from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.listing import (
    NOWHERE,
    UNDATED,
    Row,
    country_name,
    overview,
    slug,
)
from cenotaph.pages.site.material import Material

_LATEST = 60  # incidents on the first page
_MOST = 400  # incidents on one list; a longer year is parted by month, a country by region
_LINES = 12  # years and countries on the first page
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_NO_REGION = "Region unknown"

Steps = Sequence[tuple[str, str | None]]


def pages(frame: Frame, material: Material) -> Iterator[File]:
    """Yield the pages."""
    years = by_key(material.rows, lambda r: r.year)
    countries = _countries(material.rows)
    yield _first(frame, material, years, countries)
    lines = overview(years, _year_name, _beside)
    yield frame.page("years/index", "years.html", years=lines)
    lines = overview(countries, country_name, _beside)
    yield frame.page("places/index", "places.html", countries=lines)
    for year, rows in years.items():
        yield from _year(frame, year, rows)
    for country, rows in countries.items():
        yield from _country(frame, country, rows)


def _countries(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the incidents of each country, those with the most first, of none last."""
    found = by_key(rows, lambda r: r.country).items()
    ordered = sorted(found, key=lambda kv: (kv[0] == NOWHERE, -len(kv[1]), country_name(kv[0])))
    return dict(ordered)


def _first(
    frame: Frame,
    material: Material,
    years: Mapping[str, list[Row]],
    countries: Mapping[str, list[Row]],
) -> File:
    rows, record = material.rows, material.record
    days = [r.day for r in rows if r.day]
    by_year = overview(years, _year_name, lambda y: f"years/{y}.html")
    by_country = overview(countries, country_name, lambda c: f"places/{c}.html")
    return frame.page(
        "index",
        "index.html",
        count=len(rows),
        span=days_words(min(days), max(days)) if days else "",
        accounts=len(record.accounts),
        publishers=len(material.publishers),
        machine_only=sum(r.review == "machine" for r in rows),
        left_out=len(record.incidents) - len(rows),
        years=by_year[:_LINES],
        countries=by_country[:_LINES],
        all_years=len(by_year),
        all_countries=len(by_country),
        whole=len(rows) <= _LATEST,
        days=_by_day(rows[:_LATEST]),
        digest=record.digest,
    )


def _year(frame: Frame, year: str, rows: list[Row]) -> Iterator[File]:
    name, steps = _year_name(year), [("Incidents", "../index.html")]
    months = by_key(rows, lambda r: r.month)
    if len(rows) <= _MOST or len(months) == 1:
        sections = {_month_name(m): _by_day(own) for m, own in months.items()}
        yield _list(frame, f"years/{year}", [*steps, (name, None)], rows, sections=sections)
        return
    lines = overview(months, _month_name, _beside)
    yield _list(frame, f"years/{year}", [*steps, (name, None)], rows, groups=lines, head="Month")
    for month, own in months.items():
        path = [*steps, (name, f"{year}.html"), (_month_name(month), None)]
        yield _list(frame, f"years/{month}", path, own, sections={"": _by_day(own)})


def _country(frame: Frame, country: str, rows: list[Row]) -> Iterator[File]:
    name, steps = country_name(country), [("Places", "index.html")]
    regions = dict(sorted(by_key(rows, lambda r: r.region or _NO_REGION).items()))
    if len(rows) <= _MOST or len(regions) == 1:
        sections = {region: _by_day(own) for region, own in regions.items()}
        yield _list(frame, f"places/{country}", [*steps, (name, None)], rows, sections=sections)
        return
    address = {region: f"{country}-{slug(region)}" for region in regions}
    lines = overview(regions, str, lambda r: f"{address[r]}.html")
    yield _list(
        frame, f"places/{country}", [*steps, (name, None)], rows, groups=lines, head="Region"
    )
    for region, own in regions.items():
        path = [*steps, (name, f"{country}.html"), (region, None)]
        yield _list(frame, f"places/{address[region]}", path, own, sections={"": _by_day(own)})


def _list(frame: Frame, name: str, steps: Steps, rows: Sequence[Row], **printed: object) -> File:
    """Return a list, or the overview of its parts."""
    return frame.page(
        name,
        "period.html",
        name=steps[-1][0],
        steps=steps,
        count=len(rows),
        contested=sum(r.contested for r in rows),
        **{"groups": (), "head": "", "sections": {}, **printed},
    )


def _by_day(rows: Sequence[Row]) -> dict[str, list[Row]]:
    return by_key(rows, lambda r: r.days)


def _beside(key: str) -> str:
    return f"{key}.html"


def _year_name(year: str) -> str:
    return "Day unknown" if year == UNDATED else year


def _month_name(month: str) -> str:
    year, _, number = month.partition("-")
    return f"{_MONTHS[int(number) - 1]} {year}" if number else _year_name(month)
