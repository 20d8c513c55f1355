"""The folder of pages as files: links that lead somewhere, addresses that stay."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
import pytest

from cenotaph.methodology import Made
from cenotaph.model import Attribute, Capture, Incident, Mark, Name, Place, Record, Span, Victim
from cenotaph.pages.site.finding import tokens
from cenotaph.pages.site.outline import polygons
from cenotaph.pages.site.touching import instant
from cenotaph.pages.templates import asset
from cenotaph.publish import Options, folder_exporter
from cenotaph.publishing import Wanted, write
from making import account, capture, killed
from recorded import of_the_demo
from test_publish import _record as record_of

ATOM = "{http://www.w3.org/2005/Atom}"
MOST = 300_000  # bytes of an incident's page


def site(what: Record, options: Options | None = None) -> dict[str, bytes]:
    return dict(folder_exporter("site").files(what, options or Options()))


@cache
def made() -> dict[str, bytes]:
    return site(of_the_demo())


def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {name: raw.decode() for name, raw in files.items() if name.endswith(".html")}


class _Seen(HTMLParser):
    """What a page names and what it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []  # element, address
        self.ids: list[str] = []
        self.inline: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids += [str(known["id"])] if "id" in known else []
        self.links += [(tag, str(known[k])) for k in ("href", "src") if known.get(k) is not None]
        self.inline += [k for k in known if k.startswith("on") or k == "style"]
        if tag == "style" or (tag == "script" and "src" not in known):
            self.inline.append(tag)


def test_each_link_leads_to_a_file_of_the_folder_and_to_a_part_that_is_there() -> None:
    seen = {name: _Seen(page) for name, page in pages(made()).items()}
    for name, page in seen.items():
        for tag, address in page.links:
            parts = urlsplit(address)
            if parts.scheme:
                assert parts.scheme in {"data", "https"}
                assert tag == ("link" if parts.scheme == "data" else "a")
                continue
            target = _from(name, unquote(parts.path))
            assert target in made(), (name, address)
            if parts.fragment and target != "map.html":  # there it names an incident
                assert parts.fragment in seen[target].ids, (name, address)


def _from(page: str, path: str) -> str:
    folder = page.split("/")[:-1]
    for step in path.split("/") if path else [page.rsplit("/", maxsplit=1)[-1]]:
        folder = folder[:-1] if step == ".." else [*folder, step]
    return "/".join(folder)


def test_no_page_has_a_script_or_style_in_it_and_each_forbids_them() -> None:
    for name, page in pages(made()).items():
        assert _Seen(page).inline == [], name
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
        assert policy.startswith("default-src 'none'; style-src 'self';")
        assert "unsafe" not in policy


def test_an_id_that_an_incident_once_had_leads_to_its_page() -> None:
    for incident in of_the_demo().incidents:
        assert incident.title in pages(made())[f"incidents/{incident.id}.html"]
        assert incident.aliases
        for alias in incident.aliases:
            page = pages(made())[f"incidents/{alias}.html"]
            assert f'content="0; url={incident.id}.html"' in page
            assert f'<link rel="canonical" href="{incident.id}.html">' in page


def test_each_page_says_whether_names_are_printed_and_by_which_policy() -> None:
    for options, words in (
        (Options(), "Names of victims and private persons are withheld."),
        (Options(names=True), "Names are printed, except of minors"),
    ):
        for name, page in pages(site(of_the_demo(), options)).items():
            if 'http-equiv="refresh"' not in page:
                assert words in page, name
                assert "envelope/1" in page


def test_each_page_of_a_redacted_record_says_by_which_profile() -> None:
    options = Options(profile="public", told="profile public: no names", keyed=True)
    for name, page in pages(site(of_the_demo(), options)).items():
        if 'http-equiv="refresh"' not in page:
            assert "Redacted by profile public: no names." in page, name
            assert "by its keyed id and offsets" in page, name
            assert "SHA-256 of the document" not in page, name


def test_the_page_of_the_method_tells_how_the_record_was_made() -> None:
    made_by = Made(software="9.8.7", head="abc123", links=33)
    page = pages(site(of_the_demo(), Options(made=made_by)))["method.html"]
    assert "<td>9.8.7</td>" in page
    assert "<code>abc123</code>" in page
    assert "Types of sources used</h2>" in page
    assert '<th scope="col" class="figure">accounts</th>' in page
    assert "feared or unverified, not counted" in page.partition('id="skipped"')[2]


def test_every_figure_on_a_list_names_the_part_of_the_page_that_has_its_sentences() -> None:
    page = pages(made())["index.html"]
    shown = re.findall(r'href="(incidents/[0-9a-f]{32}\.html)#(figure-\d+)"><b>([^<]+)', page)
    assert {"24", "2 against at least 14"} <= {words for _, _, words in shown}
    for target, part, _ in shown:
        (found,) = re.findall(
            rf'<div id="{part}">(.+?)</details>', pages(made())[target], re.DOTALL
        )
        assert "<blockquote" in found


def test_a_copy_stands_below_what_it_copies() -> None:
    ((copy, original),) = of_the_demo().copies_of
    refs = {c.document: c.ref for c in of_the_demo().captures}
    page = next(p for n, p in pages(made()).items() if n[:9] == "incidents" and refs[copy] in p)
    told = page.partition('<ul class="accounts">')[2]
    story = told.partition(refs[original])[2].partition("</details>")[0]
    assert "1 copy of it" in story
    assert refs[copy] in story


def test_a_running_total_is_on_pages_of_its_own_and_on_no_incidents() -> None:
    total = next(s for s in of_the_demo().series if s.low == 641)
    assert "641 killed, El Obeid" in pages(made())[f"totals/{total.id}.html"]
    assert f"totals/{total.id}.html" in pages(made())["totals.html"]
    told = [p for n, p in pages(made()).items() if n.startswith("incidents/")]
    assert not [p for p in told if "<b>641" in p or 'number">641' in p]


def test_sources_say_how_many_of_their_figures_are_contested() -> None:
    page = pages(made())["sources.html"]
    row = page.partition("The Daily Lantern")[2].partition("</tr>")[0]
    counts = [int(n) for n in re.findall(r'class="figure"[^>]*>(\d+)', row)]
    assert counts[:4] == [1, 0, 1, 0]
    assert 0 < counts[5] <= counts[4]
    calm = page.partition("Savanna Press Agency")[2].partition("</tr>")[0]
    assert re.findall(r'class="figure"[^>]*>(\d+)', calm)[5] == "0"


def test_what_no_person_reviewed_is_left_out_where_that_is_asked_and_said() -> None:
    files = pages(site(of_the_demo(), Options(only_reviewed=True)))
    assert not [n for n in files if n.startswith("incidents/")]
    assert "Left out, as was asked for: 4 incidents" in files["index.html"]
    assert "Left out" not in pages(made())["index.html"]


def test_the_feed_is_atom_dated_by_the_record_and_keeps_its_ids() -> None:
    feed = ET.fromstring(made()["changes.xml"])  # noqa: S314 # our own
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    ids = [e.findtext(f"{ATOM}id") or "" for e in (feed, *entries)]
    assert len(set(ids)) == 5
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f-]{21}", i) for i in ids)
    days = [e.findtext(f"{ATOM}updated") or "" for e in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0] == "2024-08-09T00:00:00Z"
    assert all(e.find(f"{ATOM}title") is not None for e in entries)
    links = [link.get("href") for e in entries for link in e.iter(f"{ATOM}link")]
    assert set(links) <= set(made())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2024-08-09", "2024-08-09T00:00:00Z"),
        ("2024-08-09T01:30:00+02:00", "2024-08-08T23:30:00Z"),
        ("10 March", None),
        ("2024-02-30", None),
        (None, None),
    ],
)
def test_what_is_no_day_dates_nothing(said: str | None, expected: str | None) -> None:
    assert instant(said) == expected


def test_the_index_cuts_words_as_the_pages_script_does() -> None:
    assert tokens("Mykolaïv’s “Nº 5” school—burnt") == [
        "mykolaiv",
        "s",
        "nº",
        "5",
        "school",
        "burnt",
    ]
    assert tokens("") == []


def test_the_scripts_only_set_values() -> None:
    for name, variable in (("incidents", "cenotaphIncidents"), ("words", "cenotaphWords")):
        script = made()[f"assets/{name}.js"].decode()
        head, _, value = script.partition(" = ")
        assert head == f"window.{variable}"
        json.loads(value.removesuffix(";\n"))


def test_an_incident_of_a_thousand_accounts_is_parted_into_sheets_and_nothing_is_lost() -> None:
    whole = of_the_demo()
    (incident,) = [i for i in whole.incidents if "Sumy" in i.title]
    claim = incident.tolls[0].claims[0]
    (told,) = [a for a in whole.accounts if any(c.id == claim for c in a.claims)]
    (one,) = [c for c in told.claims if c.id == claim]
    many = tuple(msgspec.structs.replace(one, id=f"{n:032x}") for n in range(1000))
    figure = msgspec.structs.replace(incident.tolls[0], claims=tuple(c.id for c in many))
    rest = ("responsibility", "conflicts", "said", "targets", "weapons", "victims")
    bare: dict[str, Any] = dict.fromkeys(rest, ())
    large = msgspec.structs.replace(
        incident,
        **bare,
        place=None,
        tolls=(figure,),
        because=tuple(f"reason {n}" for n in range(3000)),
    )
    more = msgspec.structs.replace(told, claims=(*told.claims, *many))
    accounts = tuple(more if a is told else a for a in whole.accounts)
    files = site(msgspec.structs.replace(whole, incidents=(large,), accounts=accounts))
    sheets = {n: raw for n, raw in files.items() if n.startswith(f"incidents/{incident.id}")}
    assert len(sheets) > 2
    assert max(map(len, sheets.values())) < MOST
    text = b"".join(sheets.values()).decode()
    assert text.count("<blockquote") == 1000
    assert [n for n in range(3000) if f"<li>reason {n}</li>" not in text] == []
    assert "1000 sentences" in text


def test_no_incidents_page_of_the_demo_is_heavy() -> None:
    assert max(len(raw) for n, raw in made().items() if n.startswith("incidents/")) < MOST


def test_an_address_that_may_hold_a_withheld_name_or_is_none_is_not_linked() -> None:
    told = account(
        "Omar Haddad was killed in Aleppo.", killed(1), Victim(outcome="killed", name="Omar Haddad")
    )
    named = Mark(span=Span(start=0, end=11), value=Name(name="Omar Haddad", kind="person"))
    told = msgspec.structs.replace(told, marks=(named,))

    def shown(url: str) -> bool:
        received = msgspec.structs.replace(capture(told, "2022-03-10", "Paper"), url=url)
        return any(url in page for page in pages(site(record_of(told, received))).values())

    assert shown("https://paper.example/2022/market-strike")
    assert not shown("https://paper.example/2022/omar-haddad-killed")
    assert not shown("https://paper.example/Hadd%61d")
    assert not shown("javascript:alert(1)")
    assert not shown("file:///etc/passwd")


def test_publishing_again_writes_only_what_changed(tmp_path: Path) -> None:
    whole, out = of_the_demo(), tmp_path / "site"

    def published(what: Record) -> dict[str, tuple[int, int]]:
        write(what, Wanted(format="site", target=str(out)), Options())
        found = (p for p in out.rglob("*") if p.is_file() and p.name != ".cenotaph")
        return {
            p.relative_to(out).as_posix(): (p.stat().st_ino, p.stat().st_mtime_ns) for p in found
        }

    first = published(whole)
    assert published(whole) == first
    last = whole.incidents[-1]
    less = published(
        msgspec.structs.replace(whole, digest="1" * 64, incidents=whole.incidents[:-1])
    )
    assert not [n for n in less if last.id in n or n.split("/")[-1][:32] in last.aliases]
    kept = {n for n in less if n.startswith("incidents/")}
    assert kept
    assert {n: less[n] for n in kept} == {n: first[n] for n in kept}
    assert less["index.html"] != first["index.html"]


def _placed(precision: str) -> Incident:
    place = Place(name="Kharga", lat=25.44, lon=30.55, country="EG", precision=precision)
    return msgspec.structs.replace(
        of_the_demo().incidents[0], place=Attribute(value=place, claims=())
    )


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("exact", "at the very spot"),
        ("town", "in the town"),
        ("admin1", "only the region is known"),
        ("country", "only the country is known"),
    ],
)
def test_a_page_says_how_sharply_a_place_is_known(precision: str, words: str) -> None:
    one = _placed(precision)
    files = site(msgspec.structs.replace(of_the_demo(), incidents=(one,)))
    assert f"Kharga, Egypt ({words})" in pages(files)[f"incidents/{one.id}.html"]
    assert f'"{precision}"' in files["assets/incidents.js"].decode()


def test_a_long_year_is_parted_by_month_and_a_large_country_by_region() -> None:
    one = of_the_demo().incidents[0]
    place = one.place.value if one.place else None
    assert isinstance(place, Place)
    many = tuple(
        msgspec.structs.replace(
            one,
            id=f"{n:032x}",
            aliases=(),
            first=f"2022-{n % 2 + 3:02}-10",
            last=f"2022-{n % 2 + 3:02}-10",
            place=Attribute(
                value=msgspec.structs.replace(place, admin1=f"North {n % 3}"), claims=()
            ),
        )
        for n in range(402)
    )
    files = pages(site(msgspec.structs.replace(of_the_demo(), incidents=many)))
    assert {"years/2022.html", "years/2022-03.html", "years/2022-04.html"} <= set(files)
    assert sum(files[f"years/2022-0{m}.html"].count("<li><div") for m in (3, 4)) == 402
    regions = [n for n in files if n.startswith("places/CO-")]
    assert sum(files[n].count("<li><div") for n in regions) == 402
    assert len(regions) == 3


def test_a_capture_of_no_known_publisher_is_named_so() -> None:
    told = account("Three were killed in Aleppo.", killed(3))
    received: Capture = capture(told, None)
    page = pages(site(record_of(told, received)))["sources.html"]
    assert "publisher unknown" in page


def test_no_outline_of_land_steps_from_one_edge_of_the_map_to_the_other() -> None:
    """Drawn as it comes, a globe's outline makes bars across a plane."""
    land = polygons(asset("web/land-50m.json").encode())
    steps = [abs(a[1] - b[1]) for rings in land for ring in rings for a, b in pairwise(ring)]
    around = [s for s in steps if s > 100]
    assert len(around) == 2  # the lower edge that closes the Antarctic, once for each side
    assert any(lon > 180 for rings in land for _, lon in rings[0])
    assert all(rings[0][0] == rings[0][-1] for rings in land)
    assert len(land) > 1000
