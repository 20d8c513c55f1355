"""The desk's door and pages, asked by a real client of a real server process over loopback."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cenotaph.model import Account, Document
from ledgers import decision, filled, told
from making import killed
from serving import Browser, Served, field, served

SCRIPT = Account(document=Document.of("Nothing fell.", "<script>alert(1)</script> & more"))
MARKET = told(
    "Shells fell on the market of Orekhiv. Four people were killed, Daria Kovalenko among them.",
    ("Four people were killed", killed(4)),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "cenotaph.db"
    filled(path, MARKET, SCRIPT).close()
    return path


@pytest.fixture(scope="module")
def desk(ledger: Path) -> Iterator[Served]:
    with served(ledger) as open_desk:
        yield open_desk


def test_the_first_line_is_an_address_on_this_machine_with_a_token(desk: Served) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/enter\?token=[\w-]{40,}", desk.address)


def test_the_token_becomes_a_cookie_and_leaves_the_address(desk: Served) -> None:
    browser = desk.stranger()
    came = browser.get(desk.address.partition(str(desk.port))[2])
    assert (came.status, came.headers["location"]) == (303, "/")
    cookie = came.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert desk.address.partition("token=")[2] not in cookie
    assert browser.get("/").status == 200


@pytest.mark.parametrize("path", ["/", "/person", "/static/desk.css", "/nowhere", "/enter?token=x"])
def test_without_the_cookie_nothing_is_told_but_how_to_open(desk: Served, path: str) -> None:
    answer = desk.stranger().get(path)
    assert answer.status == 403
    assert "cenotaph serve" in answer.text
    assert "Orekhiv" not in answer.text


def test_a_cookie_made_up_or_of_another_desk_opens_nothing(desk: Served, ledger: Path) -> None:
    forged = desk.stranger()
    forged.cookies[f"cenotaph-{desk.port}"] = "abc." + "0" * 64
    assert forged.get("/").status == 403
    with served(ledger) as other:
        moved = desk.stranger()
        (value,) = other.visitor().cookies.values()
        moved.cookies[f"cenotaph-{desk.port}"] = value
        assert moved.get("/").status == 403


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""])
def test_another_host_is_refused_so_no_name_can_be_bound_to_the_desk(
    desk: Served, host: str
) -> None:
    browser = desk.visitor()
    assert browser.get("/", Host=host).status == 403
    assert browser.get("/", Host=f"127.0.0.1:{desk.port}").status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_page_asks_for_is_refused(desk: Served, site: str) -> None:
    browser = desk.visitor()
    assert browser.get("/", Sec_Fetch_Site=site).status == 403
    assert browser.get("/", Sec_Fetch_Site="same-origin").status == 200


def keep_name(browser: Browser, **headers: str) -> int:
    csrf = field(browser.get("/person").text, "csrf")
    return browser.post("/person", {"csrf": csrf, "reviewer": "R. Adeyemi"}, **headers).status


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", ""])
def test_a_form_from_another_origin_is_refused(desk: Served, origin: str) -> None:
    browser = desk.visitor()
    assert keep_name(browser, Origin=origin) == 403
    assert "R. Adeyemi" not in browser.get("/person").text
    assert keep_name(browser) == 303
    assert "R. Adeyemi" in browser.get("/person").text


def test_a_form_without_its_token_or_with_another_browsers_is_refused(desk: Served) -> None:
    browser, other = desk.visitor(), desk.visitor()
    theirs = field(other.get("/person").text, "csrf")
    for fields in ({}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": theirs}):
        assert browser.post("/person", {**fields, "reviewer": "Nobody"}).status == 403
    assert "Nobody" not in browser.get("/person").text


def test_a_form_of_ten_megabytes_is_refused_and_the_desk_goes_on(desk: Served) -> None:
    browser = desk.visitor()
    csrf = field(browser.get("/person").text, "csrf")
    answer = browser.post("/person", {"csrf": csrf, "reviewer": "x" * 10_000_000})
    assert answer.status == 413
    assert "Nothing was changed" in answer.text
    assert browser.get("/").status == 200


def test_every_answer_forbids_framing_sniffing_storing_and_inline_scripts(desk: Served) -> None:
    browser = desk.visitor()
    for path in ("/", "/incident/none", "/static/desk.js"):
        headers = browser.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
    assert desk.stranger().get("/").headers["content-security-policy"] == policy


@pytest.mark.parametrize("path", ["/static/leaflet.js", "/static/desk.css", "/land/coarse"])
def test_what_holds_no_key_of_the_desk_is_packed_for_who_unpacks_it(
    desk: Served, path: str
) -> None:
    browser = desk.visitor()
    plain, packed = browser.get(path), browser.get(path, accept_encoding="br, gzip;q=0.9")
    assert plain.headers["content-encoding"] is None
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["content-type"] == plain.headers["content-type"]
    assert packed.headers["cache-control"] == plain.headers["cache-control"]
    assert packed.text == plain.text
    assert int(packed.headers["content-length"]) < len(plain.text) / 2


@pytest.mark.parametrize("path", ["/", "/person", "/static/icon.svg", "/static/none.js"])
def test_pages_with_keys_small_files_and_faults_are_sent_as_they_are(
    desk: Served, path: str
) -> None:
    answer = desk.visitor().get(path, accept_encoding="gzip")
    assert answer.headers["content-encoding"] is None


def test_pages_hold_no_inline_script_and_name_no_other_machine(desk: Served) -> None:
    browser = desk.visitor()
    text = browser.get("/").text
    (found,) = re.findall(r'href="(/incident/\w+)"', text)
    for page in (text, browser.get(found).text):
        assert re.search(r"<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=", page) is None
        assert re.findall(r'(?:src|href|action)="(?!/|#)[^"]*"', page) == []


def test_a_wrong_id_is_a_page_that_says_so(desk: Served) -> None:
    answer = desk.visitor().get("/incident/%3Cscript%3E")
    assert answer.status == 404
    assert "No incident of this record has this id" in answer.text
    assert "<script>" not in answer.text


def test_a_script_in_a_headline_is_words(desk: Served) -> None:
    text = desk.visitor().get(f"/account/{SCRIPT.document.id}").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_methods_that_nobody_needs_are_refused(desk: Served) -> None:
    browser = desk.visitor()
    assert browser._ask("DELETE", "/", None, {}).status == 405  # noqa: SLF001
    assert browser.post("/", {"csrf": field(browser.get("/person").text, "csrf")}).status == 405


def test_what_another_process_adds_is_seen_at_once(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    with filled(path, MARKET) as opened, served(path) as desk:
        browser = desk.visitor()
        assert "<b>4</b> killed" in browser.get("/").text
        opened.decide(decision("reject", MARKET.claims[0].id))
        assert "<b>4</b> killed" not in browser.get("/").text


def test_names_are_withheld_unless_asked_for_at_the_start(ledger: Path, desk: Served) -> None:
    def page(of: Served) -> str:
        browser = of.visitor()
        (found,) = re.findall(r'href="(/incident/\w+)"', browser.get("/").text)
        return browser.get(found).text

    assert "Kovalenko" not in page(desk)
    with served(ledger, "--names") as named:
        assert "Daria Kovalenko" in page(named)


def test_a_filter_stands_in_the_address_and_takes_what_fits_alone(desk: Served) -> None:
    browser = desk.visitor()
    for query, fits in (
        ("words=orekhiv", False),  # the account names it, the record does not place it there
        ("outcome=killed", True),
        ("outcome=injured", False),
        ("sources=2", False),
        ("sources=x", True),
        ("status=single-source", True),
        ("unknown=1", True),
    ):
        assert ("<b>4</b> killed" in browser.get(f"/?{query}").text) is fits, query


def test_a_decision_in_an_incidents_history_is_taken_back_there(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    with filled(path, MARKET) as opened:
        opened.decide(decision("accept", MARKET.claims[0].id))
    with served(path, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        page = browser.get(f"/incident/{MARKET.mentions[0].id}").text
        form = page[page.rindex("<form", 0, page.index('value="undo"')) :]
        undo = {n: field(form, n) for n in ("csrf", "seen", "back", "verdict", "ids", "reviewer")}
        assert undo["verdict"] == "undo"
        after = browser.follow(browser.post("/decide", undo)).text
        assert "<b>undo</b>" in after


def test_a_port_that_is_taken_and_one_that_is_none_are_told(ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        for port, words in (
            (taken.getsockname()[1], "another program listens there"),
            (99999, "they go from 1 to 65535"),
        ):
            command = ["serve", "--no-browser", "--ledger", str(ledger), "--port", str(port)]
            told = subprocess.run(
                [sys.executable, "-m", "cenotaph.cli", *command],
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            )
            assert (told.returncode, told.stdout) == (2, "")
            assert words in told.stderr


def test_ctrl_c_closes_the_desk_without_complaint(ledger: Path) -> None:
    with served(ledger) as desk:
        desk.visitor().get("/")
        desk.process.send_signal(signal.SIGINT)
        assert desk.process.wait(timeout=20) == 0
        assert desk.process.stderr is not None
        assert "Traceback" not in desk.process.stderr.read()


def test_without_a_ledger_there_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no such ledger"), served(tmp_path / "none.db"):
        pass
