"""An incident of a hundred accounts, no two alike: its page stays light, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cenotaph.model import Statement
from cenotaph.web.views.folding import PARTS, Slice, sheets
from ledgers import filled, received
from making import ALEPPO, HOSPITAL, account, day, injured, killed
from serving import Browser, served

_ACCOUNTS = 100
_HEAVY = 500_000  # bytes that no page may have
_CITED = re.compile(r"/account/\w+\?claim=(\w+)#")
_CONFLICTS = re.compile(r'<details class="contested" data-row><summary>(.*?)</summary>', re.DOTALL)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    told = [
        account(
            f"Jets of report {n} struck the hospital in Aleppo. {'Smoke rose. ' * (n % 7)}",
            killed(20 + n),
            injured(300 + n, None),
            ALEPPO,
            HOSPITAL,
            day("2016-04-27"),
            Statement(topic=f"topic {n}"),
        )
        for n in range(_ACCOUNTS)
    ]
    path = tmp_path_factory.mktemp("large") / "cenotaph.db"
    with filled(path, told[0]) as ledger:
        kept = [
            (
                received(
                    a, f"{n}.txt", publisher=f"Paper {n}", published=f"2016-05-{1 + n % 28:02}"
                ),
                a,
            )
            for n, a in enumerate(told)
        ]
        ledger.keep(kept, "finder one")
    with served(path) as desk:
        yield desk.visitor()


@pytest.fixture(scope="module")
def incident(browser: Browser) -> str:
    (found,) = set(re.findall(r'href="(/incident/\w+)"', browser.get("/").text))
    return str(found)


def _sheets(browser: Browser, address: str, name: str = "page") -> list[str]:
    """Return every page that the links called After lead to."""
    found = [browser.get(address).text]
    while after := re.search(rf'<a href="([^"]*{name}=\d+)">After</a>', found[-1]):
        found.append(browser.get(after[1].replace("&amp;", "&")).text)
    return found


def test_no_page_of_a_very_large_incident_is_heavy(browser: Browser, incident: str) -> None:
    page = browser.get(incident)
    assert "page by page" in page.text
    for text in (page.text, *(t for p in PARTS for t in _sheets(browser, f"{incident}/{p}"))):
        assert len(text.encode()) < _HEAVY


def test_every_contradiction_is_on_exactly_one_page(browser: Browser, incident: str) -> None:
    known = re.search(r'/conflicts">All (\d+) entries', browser.get(incident).text)
    assert known is not None
    found = _sheets(browser, f"{incident}/conflicts")
    told = [words for page in found for words in _CONFLICTS.findall(page)]
    assert len(found) > 2
    assert len(set(told)) == int(known[1])
    assert len(told) < len(set(told)) + len(found)  # one that is cut is named on both


def test_every_sentence_of_a_figure_is_there(browser: Browser, incident: str) -> None:
    first = browser.get(incident).text
    assert f"of {_ACCOUNTS} sentences are here" in first
    killed_by, pages = set(), _sheets(browser, f"{incident}/figures")
    for page in pages:
        killed_by |= set(_CITED.findall(page))
    assert len(killed_by) == 2 * _ACCOUNTS


def test_what_else_is_said_is_begun_there_and_whole_on_its_own_page(
    browser: Browser, incident: str
) -> None:
    page = browser.get(incident).text
    assert f'/said">All {_ACCOUNTS} entries' in page
    assert len(set(re.findall(r"topic \d+", page))) < _ACCOUNTS
    own = "".join(_sheets(browser, f"{incident}/said"))
    assert len(set(re.findall(r"topic \d+", own))) == _ACCOUNTS


def test_a_part_or_page_that_is_none_is_told_or_the_nearest(
    browser: Browser, incident: str
) -> None:
    assert browser.get(f"{incident}/weather").status == 404
    last = browser.get(f"{incident}/conflicts?page=999999").text
    assert ">Before</a>" in last
    assert ">After</a>" not in last
    for words in ("0", "-1", "x", "9" * 5000, "%C2%B2"):
        assert browser.get(f"{incident}/conflicts?page={words}").status == 200


def test_a_small_incident_is_whole_on_its_page(tmp_path: Path) -> None:
    filled(tmp_path / "small.db").close()
    with served(tmp_path / "small.db") as desk:
        browser = desk.visitor()
        address = re.findall(r'href="(/incident/\w+)"', browser.get("/").text)[0]
        assert "page by page" not in browser.get(address).text


def test_a_running_total_of_many_accounts_has_a_page_of_its_own(tmp_path: Path) -> None:
    told = [
        account(f"Report {n}: since January they killed many.", killed(900, scope="cumulative"))
        for n in range(230)
    ]
    other = account("Since May 77 were hurt.", injured(77, scope="cumulative", since="May"))
    filled(tmp_path / "totals.db", *told, other).close()
    with served(tmp_path / "totals.db") as desk:
        browser = desk.visitor()
        page = browser.get("/cumulative").text
        assert "77 were hurt" in page
        assert "20 of 230 sentences are here" in page
        (address,) = set(re.findall(r"/cumulative\?figure=\w+", page))
        alone = _sheets(browser, address, "from")
        assert [len(set(_CITED.findall(p))) for p in alone] == [200, 30]
        assert "77 were hurt" not in alone[0]
        assert browser.get("/cumulative?figure=none").status == 404
        assert browser.get("/cumulative?from=x&figure=").status == 200


@pytest.mark.parametrize("counts", [[], [0], [3, 0, 300, 1, 1, 40], [1] * 500, [249], [250]])
def test_each_item_and_each_of_its_sentences_is_on_one_sheet(counts: list[int]) -> None:
    found = [s for sheet in sheets(counts, 60) for s in sheet]
    assert sorted({s.item for s in found}) == list(range(len(counts)))
    for item, count in enumerate(counts):
        assert [n for s in found if s.item == item for n in range(s.start, s.end)] == [
            *range(count)
        ]
    assert all(sum(1 + s.end - s.start for s in sheet) <= 60 for sheet in sheets(counts, 60))


def test_a_list_that_fits_is_one_sheet() -> None:
    assert sheets([2, 0], 60) == [[Slice(0, 0, 2), Slice(1, 0, 0)]]


def test_every_publisher_is_on_exactly_one_page(browser: Browser) -> None:
    found = _sheets(browser, "/sources?order=name", "from")
    told = [name for page in found for name in re.findall(r'data-open dir="auto">(.*?)</a>', page)]
    assert len(found) > 1
    # Of the first account another capture says nothing of a publisher.
    assert sorted(told) == sorted(f"Paper {n}" for n in range(1, _ACCOUNTS))
