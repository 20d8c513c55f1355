"""Every string of the desk is translated, with its plurals; which language a reader gets."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from cenotaph.web.words import chosen, languages
from ledgers import decision, filled
from serving import Browser, Served, field, served
from test_web_questions import FOUR, SEVEN

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

import messages

CATALOGUES = sorted(messages.LOCALE.glob("*.po"))
PICTURES = re.compile(r"<svg xmlns.*?</svg>", re.DOTALL)
WORDS_OF_PICTURES = (
    ("4 killed · publisher unknown", "4 загинуло · видавець невідомий"),
    ("in its own words", "словами самого повідомлення"),
    ("what any link must outweigh", "що має переважити будь-який зв’язок"),
    ("together +", "разом +"),
)
HOLES = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?\w+>")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("languages") / "cenotaph.db"
    filled(path).close()
    with served(path) as open_desk:
        yield open_desk


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def holes(words: str) -> list[str]:
    return sorted(HOLES.findall(words))


def test_english_and_ukrainian_are_shipped() -> None:
    assert list(languages()) == ["en", "uk"]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_no_string_lacks_a_translation(path: Path) -> None:
    lacking = list(messages.missing(messages.read(path), messages.strings()))
    assert lacking == [], "python scripts/messages.py, then translate what it names"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_catalogues_are_as_the_script_writes_them(path: Path) -> None:
    written = messages.updated(messages.read(path), messages.strings())
    assert written.decode() == path.read_text("utf-8"), "python scripts/messages.py"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_what_is_filled_in_is_filled_in_in_every_form(path: Path) -> None:
    catalogue = messages.read(path)
    for message in catalogue:
        if message.id:
            one = message.id if isinstance(message.id, str) else message.id[-1]
            for words in forms(message):
                assert holes(words) == holes(one), message.id
            plural = not isinstance(message.id, str)
            assert len(forms(message)) == (catalogue.num_plurals if plural else 1), message.id


def test_a_string_without_a_translation_would_be_found() -> None:
    wanted = messages.strings()
    assert "Incidents" in wanted  # of a template
    assert "claims-responsibility" in wanted  # of the model
    assert wanted.get("%(num)d incident").id == ("%(num)d incident", "%(num)d incidents")  # type: ignore[union-attr]
    wanted.add("A string that nobody has translated")
    wanted.delete("Incidents")
    lacking = list(messages.missing(messages.read(CATALOGUES[0]), wanted))
    assert lacking == [
        "not translated: 'A string that nobody has translated'",
        "not printed: 'Incidents'",
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "інцидент"), (2, "інциденти"), (4, "інциденти"), (5, "інцидентів"), (11, "інцидентів"),
        (12, "інцидентів"), (21, "інцидент"), (22, "інциденти"), (111, "інцидентів"),
        (0, "інцидентів"),
    ],
)  # fmt: skip
def test_plurals_are_ukrainian_ones(number: int, words: str) -> None:
    said = languages()["uk"].strings.ngettext("%(num)d incident", "%(num)d incidents", number)
    assert said % {"num": number} == f"{number} {words}"


@pytest.mark.parametrize(
    ("accepted", "kept", "code"),
    [
        ("", "", "en"),
        ("uk", "", "uk"),
        ("uk-UA,uk;q=0.9,en;q=0.8", "", "uk"),
        ("de, en;q=0.9, uk;q=0.8", "", "en"),
        ("en;q=0.5, uk", "", "uk"),
        ("uk;q=0, en", "", "en"),
        ("fr", "", "en"),
        ("uk", "en", "en"),
        ("en", "uk", "uk"),
        ("en", "xx", "en"),
    ],
)
def test_the_language_is_the_readers(accepted: str, kept: str, code: str) -> None:
    assert chosen(accepted, languages(), kept).code == code


def home(browser: Browser, accepted: str = "en") -> str:
    return browser.get("/", Accept_Language=accepted).text


def test_pages_are_in_the_language_that_the_browser_asks_for(desk: Served) -> None:
    browser = desk.visitor()
    assert '<html lang="uk">' in home(browser, "uk")
    assert "<h1>Інциденти</h1>" in home(browser, "uk")
    assert "<h1>Incidents</h1>" in home(browser, "de")
    told = browser.get("/incident/none", Accept_Language="uk").text
    assert "немає інциденту з таким ідентифікатором" in told


def test_another_language_is_chosen_and_kept_and_leads_back(desk: Served) -> None:
    browser = desk.visitor()
    page = browser.get("/person").text
    assert '<button class="plain" name="language" value="uk" lang="uk">' in page
    fields = {"csrf": field(page, "csrf"), "language": "uk", "back": "/person"}
    sent = browser.post("/language", fields)
    assert (sent.status, sent.headers["location"]) == (303, "/person")
    assert '<html lang="uk">' in home(browser)
    browser.post("/language", {**fields, "language": "en", "back": "//evil.example"})
    assert '<html lang="en">' in home(browser, "uk")
    assert browser.post("/language", {**fields, "language": "xx"}).status == 400


def test_the_words_in_pictures_are_in_the_readers_language(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    with filled(path, FOUR, SEVEN) as ledger:
        ledger.decide(decision("same", *(a.mentions[0].id for a in (FOUR, SEVEN))))
    with served(path) as open_desk:
        browser = open_desk.visitor()
        address = re.findall(r'href="(/incident/\w+)"', home(browser))[0]
        english, ukrainian = (
            " ".join(PICTURES.findall(browser.get(address, Accept_Language=c).text))
            for c in ("en", "uk")
        )
    for here, there in WORDS_OF_PICTURES:
        assert here in english, here
        assert there in ukrainian, there
        assert here not in ukrainian, here


def test_what_accounts_say_stays_in_their_words(desk: Served) -> None:
    browser = desk.visitor()
    path = re.findall(r'href="(/incident/\w+)"', home(browser))[0]
    english, ukrainian = (
        re.findall(r"<blockquote.*?</p>", browser.get(path, Accept_Language=c).text, re.DOTALL)
        for c in ("en", "uk")
    )
    assert "[name withheld]" in "".join(english)
    assert "[name withheld]" not in "".join(ukrainian)  # what stands for a name is ours
    assert english == [q.replace("[ім’я приховано]", "[name withheld]") for q in ukrainian]


def test_what_is_withheld_in_a_form_goes_back_as_it_came_in_every_language(desk: Served) -> None:
    browser = desk.visitor()
    incident = browser.get(re.findall(r'href="(/incident/\w+)"', home(browser))[0]).text
    account = re.findall(r'href="(/account/\w+)', incident)[0]
    pages = [
        browser.get(f"{account}?claim={claim}", Accept_Language="uk").text
        for claim in set(re.findall(r"claim=(\w+)", browser.get(account).text))
    ]
    values = re.findall(r'value="([^"]*)"', "".join(pages))
    assert "[name withheld]" in values
    assert "[ім’я приховано]" not in values
    assert "[ім’я приховано]" in "".join(pages)
