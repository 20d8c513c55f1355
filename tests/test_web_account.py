"""Accounts at the desk: claims accepted, rejected, corrected, added by forms, two windows open."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cenotaph.model import (
    Account,
    Claim,
    Count,
    Incident,
    Place,
    Record,
    Speaker,
    Toll,
    Victim,
    When,
)
from cenotaph.pipeline import record
from cenotaph.store import Ledger
from ledgers import decision, filled, told
from making import killed
from serving import Answer, Browser, Served, field, served

FERRY = told(
    "Shells hit a ferry at Orekhiv on Monday. Four people were killed, said Marta Lysenko."
    " Nine were hurt. Her brother Taras Ponomar wept.",
    ("Four people were killed", killed(4)),
    ("Orekhiv", Place(name="Orekhiv")),
    ("Monday", When(words="Monday", timex="XXXX-WXX-1")),
)
DEAD, WHERE, DAY = FERRY.claims
PAGE = f"/account/{FERRY.document.id}"
WOMAN = told(
    "Mortars fell on Dovhe. Daria Kovalenko, 34, was killed.",
    ("Daria Kovalenko", Victim(outcome="killed", name="Daria Kovalenko", age=34)),
)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that nothing is decided in."""
    path = tmp_path_factory.mktemp("fresh") / "cenotaph.db"
    filled(path, FERRY, WOMAN).close()
    return path


@pytest.fixture(scope="module")
def desk(fresh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("desk") / "cenotaph.db"
    shutil.copy(fresh, path)
    with served(path, "--reviewer", "R. Adeyemi") as open_desk:
        yield open_desk


@pytest.fixture
def ledger(fresh: Path, desk: Served) -> Path:
    """The desk's ledger, in which nothing is decided yet: the desk opens it for each request."""
    for end in ("-wal", "-shm"):
        desk.ledger.with_name(desk.ledger.name + end).unlink(missing_ok=True)
    shutil.copy(fresh, desk.ledger)
    return desk.ledger


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk that shows names, at which nobody said who decides."""
    path = tmp_path_factory.mktemp("named") / "cenotaph.db"
    filled(path, FERRY).close()
    with served(path, "--reviewer", "", "--names") as open_desk:
        yield open_desk


def computed(ledger: Path) -> Record:
    with Ledger.open(ledger) as opened:
        return record(opened)


def live(ledger: Path, account: Account = FERRY) -> tuple[Claim, ...]:
    found = {a.document.id: a for a in computed(ledger).accounts}
    return found[account.document.id].claims


def the(ledger: Path, kind: type, account: Account = FERRY) -> Claim:
    (found,) = (c for c in live(ledger, account) if isinstance(c.value, kind))
    return found


def incident(ledger: Path) -> Incident:
    found = computed(ledger).incidents
    return next(i for i in found if FERRY.document.id in i.accounts)


def form(browser: Browser, claim: Claim, **fields: str) -> dict[str, str]:
    """Return the form of a claim's page, filled in."""
    page = browser.get(f"{PAGE}?claim={claim.id}")
    assert page.status == 200, page.text
    own = {name: field(page.text, name) for name in ("csrf", "seen", "back")}
    return {**own, "ids": claim.id, **fields}


def decide(browser: Browser, claim: Claim, **fields: str) -> Answer:
    return browser.post("/decide", form(browser, claim, **fields))


def plain(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def test_a_corrected_number_is_in_the_record_at_once_and_what_it_changed_is_told(
    desk: Served, ledger: Path
) -> None:
    browser = desk.visitor()
    made = decide(browser, DEAD, verdict="correct", number="5", reason="two lists")
    after = browser.follow(made)
    assert "killed: 4 (single-source, best 4" in plain(after.text) or "killed: 4" in after.text
    assert "-&gt; 5" in after.text
    assert the(ledger, Toll).value == killed(5)
    (held,) = computed(ledger).decisions
    assert (held.verdict, held.reviewer, held.reason) == ("correct", "R. Adeyemi", "two lists")


def test_the_machines_reading_and_the_persons_stand_side_by_side(
    desk: Served, ledger: Path
) -> None:
    browser = desk.visitor()
    shown = plain(browser.follow(decide(browser, DEAD, verdict="correct", number="5")).text)
    assert "As a machine read it Says killed: 4" in shown
    assert "As a person corrected it Says killed: 5" in shown
    assert "correct by R. Adeyemi" in shown
    old = plain(browser.get(f"{PAGE}?claim={DEAD.id}").text)  # an old link leads to what stands now
    assert "As a person corrected it Says killed: 5" in old
    assert the(ledger, Toll).id != DEAD.id


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"number": "3 to 5"}, killed(3, 5)),
        ({"number": "at least 14"}, killed(14, None)),
        ({"number": "0"}, killed(0)),
        ({"number": "1,200"}, killed(1200)),
        ({"scope": "cumulative"}, killed(4, scope="cumulative")),
    ],
)
def test_a_toll_is_corrected_field_by_field(
    desk: Served, ledger: Path, fields: dict[str, str], value: Toll
) -> None:
    assert decide(desk.visitor(), DEAD, verdict="correct", **fields).status == 303
    assert the(ledger, Toll).value == value


def test_people_speaker_day_and_place_are_corrected(desk: Served, ledger: Path) -> None:
    browser = desk.visitor()
    made = decide(
        browser, DEAD, verdict="correct", status="civilian", roles="medic, driver",
        speaker="Marta Lysenko", speaker_role="official",
    )  # fmt: skip
    assert made.status == 303, plain(made.text)
    toll = the(ledger, Toll)
    assert isinstance(toll.value, Toll)
    assert (toll.value.people.status, toll.value.people.roles) == ("civilian", ("driver", "medic"))
    assert toll.speaker == Speaker(name="Marta Lysenko", role="official")
    assert toll.voice == "speaker"
    assert decide(browser, DAY, verdict="correct", day="2023-05-08").status == 303
    assert (the(ledger, When).value.first, the(ledger, When).value.last) == (
        "2023-05-08", "2023-05-08",
    )  # fmt: skip
    assert decide(browser, WHERE, verdict="correct", name="Zaporizhzhya").status == 303
    place = the(ledger, Place).value
    assert (place.name, place.country) == ("Zaporizhzhya", "UA")


def test_only_who_says_it_can_be_corrected_and_nothing_changed_is_no_correction(
    desk: Served, ledger: Path
) -> None:
    browser = desk.visitor()
    assert decide(browser, DEAD, verdict="correct", speaker="the mayor").status == 303
    told = the(ledger, Toll)
    assert (told.value, told.speaker) == (killed(4), Speaker(name="the mayor"))
    same = decide(browser, told, verdict="correct", speaker="the mayor", number="4")
    assert same.status == 400
    assert "nothing was changed" in same.text
    assert len(computed(ledger).decisions) == 1


def test_a_claim_is_added_for_selected_words(desk: Served, ledger: Path) -> None:
    browser = desk.visitor()
    start = FERRY.document.text.index("Nine were hurt")
    words = {"start": str(start), "end": str(start + len("Nine were hurt"))}
    page = browser.get(f"{PAGE}?add={start}-{start + 15}&part=text&kind=toll").text
    assert "“Nine were hurt.”" in plain(page)
    sent = {
        "csrf": field(page, "csrf"), "seen": field(page, "seen"), "back": PAGE,
        "ids": FERRY.document.id, "verdict": "add", "kind": "toll", "part": "text", **words,
        "number": "9", "outcome": "injured", "scope": "incident", "stance": "asserts",
    }  # fmt: skip
    answer = browser.post("/decide", sent)
    assert answer.status == 303, plain(answer.text)
    (added,) = (c for c in live(ledger) if c.extractor == "person")
    assert FERRY.document.quote(added.evidence) == "Nine were hurt"
    assert added.value == Toll(outcome="injured", count=Count(low=9, high=9))
    assert "injured" in {t.outcome for t in incident(ledger).tolls}


@pytest.mark.parametrize("add", ["5-5", "9-2", "0-99999", "x-y", "1", "-1-4"])
def test_words_that_are_not_there_are_not_selected(desk: Served, add: str) -> None:
    answer = desk.visitor().get(f"{PAGE}?add={add}")
    assert answer.status == 200
    assert "Add it" not in answer.text


@pytest.mark.usefixtures("ledger")
def test_words_that_are_typed_are_found_but_no_withheld_name(desk: Served) -> None:
    browser = desk.visitor()
    found = browser.get(f"{PAGE}?words=nine++WERE&kind=toll").text
    start = FERRY.document.text.index("Nine were")
    assert [field(found, n) for n in ("part", "start", "end")] == [
        "text", str(start), str(start + len("Nine were")),
    ]  # fmt: skip
    twice = browser.get(f"{PAGE}?words=were&nth=2").text
    assert "stand there 2 times; this is number 2" in twice
    assert field(twice, "start") == str(FERRY.document.text.index("were hurt"))
    for none in ("Marta Lysenko", "Lysenko", "were  harmed", "(", "\0"):
        page = browser.get(f"{PAGE}?" + urlencode({"words": none})).text
        assert "do not stand so" in page, none
        assert 'value="add"' not in page


def test_a_claim_is_rejected_accepted_and_taken_back(desk: Served, ledger: Path) -> None:
    browser = desk.visitor()
    after = browser.follow(decide(browser, DEAD, verdict="reject"))
    assert "reject by R. Adeyemi" in plain(after.text)
    assert incident(ledger).tolls == ()
    undo = {
        "csrf": field(after.text, "csrf"), "seen": field(after.text, "seen"),
        "back": PAGE, "verdict": "undo", "ids": computed(ledger).decisions[-1].id,
    }  # fmt: skip
    assert browser.post("/decide", undo).status == 303
    assert incident(ledger).tolls[0].low == 4
    decide(browser, DEAD, verdict="accept")
    assert incident(ledger).review != "machine"


def test_of_two_windows_the_later_is_shown_what_the_earlier_decided(
    desk: Served, ledger: Path
) -> None:
    one, two = desk.visitor(), desk.visitor()
    early = form(one, DEAD, verdict="accept", reason="both agree", reviewer="One")
    late = form(two, DEAD, verdict="correct", number="6", reviewer="Two")
    assert one.post("/decide", early).status == 303
    stale = two.post("/decide", late)
    assert stale.status == 409
    assert "accept by One" in plain(stale.text)
    assert "both agree" in stale.text
    assert [d.verdict for d in computed(ledger).decisions] == ["accept"]
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', stale.text))
    assert again["number"] == "6"
    assert two.post("/decide", again).status == 303
    assert [d.reviewer for d in computed(ledger).decisions] == ["One", "Two"]
    assert the(ledger, Toll).value == killed(6)


def test_what_was_corrected_meanwhile_is_asked_of_its_correction(
    desk: Served, ledger: Path
) -> None:
    one, two = desk.visitor(), desk.visitor()
    late = form(two, DEAD, verdict="reject")
    assert decide(one, DEAD, verdict="correct", number="6").status == 303
    stale = two.post("/decide", late)
    assert stale.status == 409
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', stale.text))
    assert again["ids"] == the(ledger, Toll).id != DEAD.id
    assert two.post("/decide", again).status == 303
    assert incident(ledger).tolls == ()


def test_what_another_program_decided_makes_a_form_stale_too(desk: Served, ledger: Path) -> None:
    browser = desk.visitor()
    late = form(browser, DEAD, verdict="accept")
    other = form(browser, DAY, verdict="accept")
    with Ledger.open(ledger) as opened:
        opened.decide(decision("reject", DEAD.id))
    assert browser.post("/decide", late).status == 409
    assert browser.post("/decide", other).status == 303  # of that nobody decided anything


def test_nothing_is_decided_without_a_name_and_it_is_asked_once(named: Served) -> None:
    browser = named.visitor()
    nameless = decide(browser, DEAD, verdict="accept")
    assert nameless.status == 400
    assert "Say who decides" in nameless.text
    assert decide(browser, DEAD, verdict="accept", reviewer="Оксана Мельник").status == 303
    assert decide(browser, DAY, verdict="accept").status == 303
    with Ledger.open(named.ledger) as opened:
        assert [d.reviewer for d in opened.decisions()] == ["Оксана Мельник"] * 2


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "withdraw"},
        {"verdict": "nonsense"},
        {"verdict": "correct", "number": "many"},
        {"verdict": "correct", "number": "5 to 3"},
        {"verdict": "correct", "outcome": "bored"},
        {"verdict": "correct", "speaker": "X", "speaker_role": "king"},
        {"verdict": "accept", "ids": "0" * 32},
        {"verdict": "accept", "seen": "x"},
        {"verdict": "add", "kind": "toll", "start": "0", "end": "99999", "number": "1"},
        {"verdict": "add", "kind": "poem", "start": "0", "end": "4"},
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_is_written(
    desk: Served, ledger: Path, fields: dict[str, str]
) -> None:
    if fields["verdict"] == "add":
        fields = {"ids": FERRY.document.id, **fields}
    answer = decide(desk.visitor(), DEAD, **fields)
    assert answer.status == 400
    assert "This could not be done" in answer.text
    assert computed(ledger).decisions == ()


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil", "x"])
def test_a_form_sends_nobody_elsewhere(desk: Served, back: str) -> None:
    answer = decide(desk.visitor(), DEAD, verdict="accept", back=back)
    assert answer.headers["location"].startswith("/?decided=")


def test_names_are_withheld_in_the_whole_text_and_shown_where_asked_for(
    desk: Served, named: Served
) -> None:
    text = plain(desk.visitor().get(PAGE).text)
    assert "[name withheld] wept" in text
    assert "Ponomar" not in text
    assert "Taras Ponomar wept" in plain(named.visitor().get(PAGE).text)


def test_a_withheld_name_that_nobody_changed_in_a_form_stays_what_it_is(
    desk: Served, ledger: Path
) -> None:
    browser, (woman,) = desk.visitor(), WOMAN.claims
    page = browser.get(f"/account/{WOMAN.document.id}?claim={woman.id}").text
    assert "Kovalenko" not in page
    sent = {
        "csrf": field(page, "csrf"), "seen": field(page, "seen"), "back": "/",
        "ids": woman.id, "verdict": "correct", "age": "43",
        "name": unescape(field_of(page, "name")),
    }  # fmt: skip
    assert browser.post("/decide", sent).status == 303
    value = the(ledger, Victim, WOMAN).value
    assert isinstance(value, Victim)
    assert (value.name, value.age) == ("Daria Kovalenko", 43)


def field_of(page: str, name: str) -> str:
    found = re.search(rf'<input name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


def test_a_warning_stands_before_a_whole_account_where_it_is_set(desk: Served) -> None:
    browser = desk.visitor()
    csrf = field(browser.get("/person").text, "csrf")
    assert browser.post("/person/reading", {"csrf": csrf, "warn": "1"}).status == 303
    warned = browser.get(PAGE)
    assert "A whole account follows" in warned.text
    assert "ferry" not in warned.text
    assert "ferry" in browser.get(f"{PAGE}?open=1").text
    browser.post("/person/reading", {"csrf": csrf})
    assert "ferry" in browser.get(PAGE).text


@pytest.mark.parametrize("path", ["/account/none", "/account/" + "0" * 64])
def test_an_account_that_is_not_there_is_told(desk: Served, path: str) -> None:
    assert desk.visitor().get(path).status == 404


def test_a_claim_that_is_not_there_is_told_beside_the_account(desk: Served) -> None:
    answer = desk.visitor().get(f"{PAGE}?claim={'0' * 32}")
    assert answer.status == 200
    assert "no longer found here" in answer.text
