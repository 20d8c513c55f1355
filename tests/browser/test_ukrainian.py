"""The desk in Ukrainian: on no page stands an English word of ours, in either theme.

What may stand in Latin letters is what accounts say, whoever they name, and codes: it is taken from
the ledger, and everything else on a page is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import msgspec
import pytest
from playwright.sync_api import Browser, Page
from pressing import SETTLED

from cenotaph.gazetteer import shipped
from cenotaph.model import (
    Account,
    Assertion,
    Place,
    Remark,
    Responsibility,
    Target,
    Toll,
    Victim,
    When,
)
from cenotaph.pipeline import record
from cenotaph.store import Ledger
from ledgers import decision, received
from serving import Served, served
from test_web_pages import TOTAL
from test_web_questions import FOUR, SEVEN
from test_web_twins import routes

pytestmark = pytest.mark.browser

# Every word on a page with where it stands, but for what is marked as an account's own, a key, or
# a code; words that nobody sees but a screen reader reads stand in attributes.
SEEN = """() => {
  const own = "script, style, noscript, code, kbd, pre, mark, [dir=auto], .ref, .map-name,"
    + "[lang]:not(html)";
  const found = [];
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    const at = n.parentElement;
    // The lines of a picture are cut anywhere; what is in them stands whole in its description.
    const cut = at.closest("svg text") && at.closest("svg").querySelector("desc");
    if (n.data.trim() && !cut && !at.closest(own)) found.push([at.tagName.toLowerCase(), n.data]);
  }
  for (const e of document.querySelectorAll("*")) {
    for (const name of ["title", "aria-label", "placeholder", "alt", "data-name", "data-many"]) {
      if (e.getAttribute(name) && !(name == "title" && e.closest("[dir=auto]"))) {
        found.push([`${e.tagName.toLowerCase()} ${name}`, e.getAttribute(name)]);
      }
    }
  }
  return found;
}"""
CODES: Final = re.compile(
    r"\b(?:[0-9a-f]{7,}|COUNTING \d+|UTC|CSV|TSV|XLSX|TOML|JSON Lines|[A-Z]{2}|[A-Z]"
    r"|\w+/\d+|cenotaph(?:\.toml| withdraw| reread)?|acled|ibc|ucdp|English)\b"
    r"|\S+\.(?:txt|html|csv|jsonl|toml)\b",
    re.IGNORECASE,
)
LATIN: Final = re.compile(r"[A-Za-z]{2,}(?:[ '-][A-Za-z]+)*")
MOST: Final = 4  # pages of one kind
# A policy whose figures have the notes that any of those shipped gives.
EVERY: Final = """
import msgspec
from cenotaph.reconcile.policies import policies

NAME = "every/1"

def count(positions, case):
    known = policies()
    found = {(f.outcome, f.people): f for f in known["envelope"].count(positions, case)}
    for one in known.values():
        for f in one.count(positions, case):
            own = found.setdefault((f.outcome, f.people), f)
            notes = tuple(dict.fromkeys((*own.notes, *f.notes)))
            found[f.outcome, f.people] = msgspec.structs.replace(own, notes=notes)
    return tuple(found.values())
"""
# A table whose rows are refused for what is wrong in them.
TABLE: Final = (
    "Код,День,Загинуло\n1,2052-05-07,6-4\n2,2052-05-07,=Б2\n3,2052-05-08,2\n3,2052-05-09,2\n"
)
MAP: Final = 'code = "Код"\ndate = "День"\nkilled = "Загинуло"\n'


class Walked(NamedTuple):
    """What was met on a walk through all pages."""

    kinds: set[str]  # their paths, as they are declared
    english: list[tuple[str, str, str]]  # page, where, words
    words: str  # all of them


@pytest.fixture(scope="module")
def ledger(demo: Path) -> Path:
    """A ledger that has something of everything: copies, conflicts, questions, decisions."""
    path = demo / "cenotaph.db"
    with Ledger.open(path) as opened:
        of = (("Delta Herald", FOUR), ("Steppe Post", SEVEN), ("Delta Herald", TOTAL))
        kept = [
            (received(a, f"w{n}.txt", publisher=p), msgspec.structs.replace(a, marks=()))
            for n, (p, a) in enumerate(of)
        ]
        opened.keep(kept, "finder one")
        opened.decide(decision("reject", SEVEN.claims[-1].id))
        opened.decide(decision("accept", FOUR.claims[3].id))
        remark = Remark(code="HD-7", tags=("seen",), words="Rang the mayor.")
        opened.decide(decision("note", FOUR.mentions[0].id, remark=remark))
    return path


@pytest.fixture(scope="module")
def desk(ledger: Path) -> Iterator[Served]:
    (ledger.parent / "every.py").write_text(EVERY, encoding="utf-8")
    own = ledger.parent / "own.toml"
    own.write_text('[policies]\nevery = "every.py"\n', encoding="utf-8")
    words = ("--reviewer", "R. Adeyemi", "--policy", "every", "--config", str(own))
    with served(ledger, *words) as open_desk:
        open_desk.visitor().get("/questions")
        yield open_desk


@pytest.fixture(scope="module")
def allowed(ledger: Path) -> re.Pattern[str]:
    """Find whatever the ledger's accounts say, name or are called by."""
    with Ledger.open(ledger) as opened:
        words = {"Cenotaph", "R. Adeyemi", "HD-7", "seen", "Rang the mayor", "heard the recording"}
        told = record(opened)
    for account in told.accounts:
        words |= set(_said(account))
    for capture in told.captures:
        words |= {w for w in (capture.publisher, capture.author, capture.ref) if w}
    for incident in told.incidents:
        for place in (incident.place, *incident.targets):
            values = () if place is None else (place.value, *place.alternatives)
            words |= {w for value in values for w in _named(value)}
    places = (s.place.value for s in told.series if s.place is not None)
    words |= {w for place in places for w in _named(place)}
    words |= {w for p in shipped().candidates("Sumy") for w in (p.name, p.admin1) if w}
    kept = {" ".join(w.split()) for w in words if len(w) > 1}
    longest = sorted(kept, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for w in longest), re.IGNORECASE)


def _said(account: Account) -> Iterator[str]:
    """Yield what an account says, and the names in it."""
    yield from (account.document.title or "").splitlines()
    for claim in account.claims:
        yield account.document.quote(claim.evidence)
        speaker = claim.speaker
        if speaker is not None:
            yield from (w for w in (speaker.name, speaker.side, *speaker.via) if w)
        yield from _named(claim.value)


def _named(value: Assertion) -> Iterator[str]:
    match value:
        case Place():
            yield from (w for w in (value.name, value.admin1, value.country) if w)
        case Responsibility():
            yield value.party
        case Target():
            yield value.name
        case Victim():
            yield value.name or ""
        case When():
            yield value.words
        case Toll():
            yield from (w for w in (value.people.side, value.count.vague, value.since) if w)
        case _:
            return


def kind_of(path: str) -> str:
    """Return the path of a page as it is declared."""
    for page in routes():
        if page.method == "GET" and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", page.path), path):
            return page.path
    return path


def english(page: Page, allowed: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return the words in Latin letters on a page that nobody's account has, and where."""
    found = []
    for where, words in page.evaluate(SEEN):
        plain = " ".join(words.split())
        left = CODES.sub(" ", allowed.sub(" ", plain))
        found += [(where, f"{m[0]!r} in {plain[:160]!r}") for m in LATIN.finditer(left)]
    return found


def entered(browser: Browser, desk: Served, scheme: str = "light") -> Page:
    """Return a page that is in, of a browser that asks for Ukrainian."""
    context = browser.new_context(
        locale="uk-UA", color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(desk.address)
    return page


def walked(page: Page, desk: Served, allowed: re.Pattern[str], most: int) -> Walked:
    """Go from page to page, to so many of each kind."""
    origin = f"http://127.0.0.1:{desk.port}"
    ahead = ["/", "/incident/none", "/changes?since=2022-03-01", "/places?name=Sumy"]
    seen, words = set[str](), ""
    met: dict[str, int] = {}
    found = Walked(set(), [], "")
    while ahead:
        path = ahead.pop(0)
        parts = urlsplit(path)
        kind = (
            f"{kind_of(parts.path)} {sorted(p.partition('=')[0] for p in parts.query.split('&'))}"
        )
        if path in seen or met.get(kind, 0) >= most or not _is_page(parts.path):
            continue
        met[kind] = met.get(kind, 0) + 1
        seen.add(path)
        page.goto(origin + path)
        page.wait_for_function(SETTLED, timeout=60_000)
        found.kinds.add(kind_of(parts.path))
        found.english.extend((path, *one) for one in english(page, allowed))
        words += page.text_content("body") or ""  # folded parts too
        if kind_of(parts.path) == "/incident/{id}":  # in a small record no list is long
            ahead += [f"{path}/{part}" for part in ("figures", "because", "history")]
        ahead += page.eval_on_selector_all(
            "a[href^='/']", "links => links.map((l) => l.getAttribute('href').split('#')[0])"
        )
    return found._replace(words=words)


def _is_page(path: str) -> bool:
    return not path.startswith(("/api/", "/static/", "/land/", "/points", "/towns", "/activity."))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_an_english_word_of_ours(
    browser: Browser, desk: Served, allowed: re.Pattern[str], scheme: str
) -> None:
    page = entered(browser, desk, scheme)
    found = walked(page, desk, allowed, MOST if scheme == "light" else 1)
    pages = {p.path for p in routes() if p.method == "GET" and _is_page(p.path)}
    assert found.kinds >= pages
    assert found.english == []
    # A note of a policy that is not the usual one.
    assert scheme == "dark" or "найкраща оцінка" in found.words
    page.context.close()


def test_why_a_row_is_refused_is_no_english_word(
    browser: Browser, desk: Served, allowed: re.Pattern[str]
) -> None:
    page = entered(browser, desk)
    page.goto(f"http://127.0.0.1:{desk.port}/import")
    table = {"name": "1.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.set_input_files("input[name=table]", files=[table])
    page.locator("form.told summary").click()
    page.locator("textarea[name=words]").fill(MAP)
    page.locator("button[value=try]").click()
    page.wait_for_selector("#outcome li")
    assert page.locator("#outcome li").count() == 3
    assert page.locator("#outcome [lang]").count() == 0  # none is said to be English
    assert english(page, allowed) == []
    page.context.close()


def test_the_map_names_incidents_in_ukrainian(browser: Browser, desk: Served) -> None:
    page = entered(browser, desk)
    sent = page.evaluate("fetch('/points').then((told) => told.json())")
    titles = [t for *_, t in sent["points"] if t]
    assert titles
    assert not [t for t in titles if re.match("[A-Za-z]", t)]
    page.context.close()


def test_an_english_word_would_be_found(
    browser: Browser, desk: Served, allowed: re.Pattern[str]
) -> None:
    page = entered(browser, desk)
    page.evaluate("document.querySelector('h1').textContent = 'Three killed, one source'")
    assert english(page, allowed) == [
        ("h1", "'Three killed' in 'Three killed, one source'"),
        ("h1", "'one source' in 'Three killed, one source'"),
    ]
    page.context.close()
