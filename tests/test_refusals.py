"""Why the desk refuses something is told in the reader's language, or said to be English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cenotaph.errors import ReadError
from cenotaph.model import Refused
from cenotaph.sheets import Table, read_table
from cenotaph.web.views.refusals import KNOWN, OF_MAPS, OF_STARLETTE, OF_TABLES, refusal
from cenotaph.web.words import languages
from ledgers import SHELL, filled
from serving import Answer, Served, field, served
from test_web_pages import MAP, TABLE

ENGLISH, UKRAINIAN = (languages()[code].say for code in ("en", "uk"))
CLAIM = SHELL.claims[0].id
INCIDENT = SHELL.mentions[0].id
# What a form asks for that cannot be, by the words that stand in the answer.
REFUSED = {
    "запишіть число так: 5": {"verdict": "correct", "ids": CLAIM, "number": "many"},
    "друге число менше за перше": {"verdict": "correct", "ids": CLAIM, "number": "9 to 3"},
    "у формі нічого не змінено": {"verdict": "correct", "ids": CLAIM},
    "у мітці щонайбільше літер": {"verdict": "note", "ids": INCIDENT, "tags": "x" * 200},
    "у реєстрі немає нічого": {"verdict": "accept", "ids": "0123456789ab"},
    "закоротке": {"verdict": "accept", "ids": "0"},
}

# A table in which every row but the first has another fault, and what its map makes of it.
FAULTS = """\
Ref,Day,Until,Town,Lat,Lon,Sharp,Dead,Whose,Least,Most,Age,Sex,Kind
R-1,2052-05-07,,Ora,,,,4-6,,,,,,
R-2,2052-05-07,,Ora,,,,6-4,,,,,,
R-3,2052-05-07,,Ora,,,,a few of them,,,,,,
R-4,2052-05-07,,Ora,,,,<0,,,,,,
R-5,2052-05-07,,Ora,,,,99999999999,,,,,,
R-6,2052-05-07,,Ora,,,,=B2,,,,,,
R-7,2052-05-07,,Ora,,,,5-Mar,,,,,,
R-8,2052-05-07,,Ora,,,,-3,,,,,,
R-9,2052-05-07,,Ora,,,,"2,5",,,,,,
R-10,1900-01-00,,Ora,,,,2,,,,,,
R-11,soon,,Ora,,,,2,,,,,,
R-12,2052-05-07,2052-05-01,Ora,,,,2,,,,,,
R-13,2052-05-07,,Ora,north,30,,2,,,,,,
R-14,2052-05-07,,Ora,95,30,,2,,,,,,
R-15,2052-05-07,,Ora,0,0,,2,,,,,,
R-16,2052-05-07,,Ora,50,,,2,,,,,,
R-17,2052-05-07,,Ora,,,,#REF!,,,,,,
R-18,2052-05-07,,Ora,50,30,vague,2,,,,,,
R-19,2052-05-07,,Ora,,,,2,troops,,,,,
R-20,2052-05-07,,Ora,,,,2,,9,3,,,
R-21,2052-05-07,,Ora,,,,2,,,,old,,
R-22,2052-05-07,,Ora,,,,2,,,,,x,
R-23,2052-05-07,,Ora,,,,2,,,,,,Storms
R-24,,,,,,,,,,,,,
R-1,2052-05-08,,Ora,,,,2,,,,,,
R-25,2052-05-07,,Ora,,,,2,,,,,,,more
"""
FAULTS_MAP = """
code = "Ref"
[date]
column = "Day"
last = "Until"
[place]
name = "Town"
lat = "Lat"
lon = "Lon"
precision = { column = "Sharp" }
[victims]
age = "Age"
sex = "Sex"
[event]
type = { column = "Kind" }
[killed]
column = "Dead"
[[killed.part]]
column = "Dead"
status = { column = "Whose" }
[injured]
min = "Least"
max = "Most"
"""
# Words of cells and headers, codes of maps, and how a count is written.
ALLOWED = re.compile(
    r"'[^']*'|^[A-Z][a-z]+(?=:| \()|#REF!|\[date\] format|yyyy-mm-dd|R-\d+|\(words\)"
    r"|at least 7|about 40|dozens|(?<=: )(?:[a-z0-9-]+, )+[a-z0-9-]+(?=;)|(?<=: )Battles.*"
)
FILES = (
    b"", b" \n\n", b"\nRef,Day\n", b"\xd0\xcf\x11\xe0 old", b'Ref,Day\nP-1,"open\n',
    b'Ref,Day\nP-1,"a"b"\n',
)  # fmt: skip
COUNTS = "a count is written 7, 3-5, >10, at least 7, about 40 or dozens"
OURS = {"axis", "counts", "hint", "kind", "outcome", "verdict", "what", "why"}
FILLED = {
    "columns": "'A', 'B'", "hint": "the nearest is 'A'", "key": "place.lat",
    "axis": "latitude", "cell": "'x'", "counts": COUNTS, "error": "torn", "failed": "#REF!",
    "file": "f.csv", "finer": "Attack", "first": "2052-05-07", "formats": "yyyy", "high": "9",
    "id": "0a1b", "ids": "0a1b", "kind": "claim", "known": "a, b", "last": "2052-05-01",
    "least": "90", "low": "2", "m": "5", "most": "40", "n": "3", "name": "'Ora'",
    "number": "7", "origin": "http://127.0.0.1:8", "outcome": "killed", "sheets": "'Old'",
    "verdict": "accept", "what": "a binary workbook (.xlsb)", "words": "'many'",
    "why": "a quotation mark is opened there and never closed",
}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("refusals") / "cenotaph.db"
    filled(path).close()
    with served(path, "--reviewer", "R. Adeyemi") as open_desk:
        yield open_desk


def sent(desk: Served, **fields: str) -> Answer:
    browser = desk.visitor()
    page = browser.get(f"/account/{SHELL.document.id}?claim={CLAIM}").text
    own = {name: field(page, name) for name in ("csrf", "seen")}
    whole = {**own, "back": "/", "reason": "heard", **fields}
    return browser.post("/decide", whole, Accept_Language="uk")


def told(answer: Answer) -> str:
    """Return the sentence of a page that says what is wrong."""
    found = re.search(r"</h1>\s*<p([^>]*)>(.*?)</p>", answer.text, re.DOTALL)
    assert found is not None, answer.text
    return found[1] + found[2]


@pytest.mark.parametrize("words", REFUSED)
def test_a_form_that_is_refused_is_told_in_the_readers_language(desk: Served, words: str) -> None:
    answer = sent(desk, **REFUSED[words])
    assert answer.status == 400
    assert words in told(answer)
    assert " lang=" not in told(answer)


def test_what_is_known_in_english_alone_says_so(desk: Served) -> None:
    answer = sent(desk, verdict="praise", ids=CLAIM)
    assert answer.status == 400
    assert told(answer).startswith(' lang="en"')


def test_the_door_speaks_the_language_that_the_browser_asks_for(desk: Served) -> None:
    stranger = desk.stranger()
    closed = stranger.get("/", Accept_Language="uk")
    assert (closed.status, '<html lang="uk">' in closed.text) == (403, True)
    assert "Відкрийте робоче місце за повною адресою" in closed.text
    assert "The desk is closed" in stranger.get("/", Accept_Language="de").text
    large = desk.visitor().post("/note", {"text": "x" * 1_100_000}, Accept_Language="uk")
    assert large.status == 413
    assert "Форма більша за 1,000,000 байтів." in large.text
    forged = desk.visitor().post("/decide", {"csrf": "none"}, Accept_Language="uk")
    assert forged.status == 403
    assert "Цю форму створило не це робоче місце" in forged.text


def test_a_note_without_words_comes_back_with_what_was_typed(desk: Served) -> None:
    browser = desk.visitor()
    csrf = field(browser.get("/note").text, "csrf")
    given = {"csrf": csrf, "text": " ", "kind": "call", "told_by": "a friend"}
    answer = browser.post("/note", given, Accept_Language="uk")
    assert answer.status == 400
    assert "нотатці потрібні слова" in answer.text
    assert 'value="a friend"' in answer.text


def test_a_stale_form_is_shown_under_the_words_that_its_page_asked_with(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path).close()
    with served(path, "--reviewer", "R. Adeyemi") as own:
        assert sent(own, verdict="accept", ids=CLAIM, seen="0").status == 303
        stale = sent(own, verdict="reject", ids=CLAIM, seen="0", reason="misread")
    assert stale.status == 409
    facts = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", stale.text)
    assert ("Висновок", "відхилено") in facts
    assert ("Чому", "misread") in facts


def test_what_became_of_a_table_is_told_in_the_readers_language(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path).close()
    with served(path, "--reviewer", "R. Adeyemi") as own:
        browser = own.visitor()
        page = browser.get("/import").text
        browser.cookies["cenotaph-language"] = "uk"
        fields = {"csrf": field(page, "csrf"), "words": MAP, "do": "try"}
        table = {"table": ("events.csv", TABLE.encode())}
        tried = browser.upload("/import", fields, table).text
        assert "harbor:P-1 (рядок 2)" in tried
        assert "загинуло від 4 до 6" in tried
        assert "events.csv: 1 рядок, " in tried
        kept = browser.upload("/import", {**fields, "do": "import"}, table).text
        assert "відхилено: 1" in kept
        assert "rows of" not in tried + kept


def test_why_a_row_is_refused_is_told_but_for_what_its_cells_say() -> None:
    table = Table("faults.csv", FAULTS.encode(), "map", FAULTS_MAP)
    refused = [row for row in read_table(table) if isinstance(row, Refused)]
    assert len(refused) == FAULTS.count("\n") - 2  # all but the headers and the row that is right
    for row in refused:
        assert (refusal(row.name, ENGLISH), refusal(row.why, ENGLISH)) == (row.name, row.why)
        assert refusal(row.name, UKRAINIAN) == row.name.replace("row", "рядок")
        told = refusal(row.why, UKRAINIAN)
        assert told != row.why
        assert ALLOWED.sub("", told).isascii() is False
        assert re.findall("[A-Za-z]{2,}", ALLOWED.sub("", told)) == [], told


@pytest.mark.parametrize("raw", FILES, ids=range(len(FILES)))
def test_why_a_file_is_refused_is_told(raw: bytes) -> None:
    with pytest.raises(ReadError) as found:
        list(read_table(Table("f.csv", raw, "map", MAP)))
    assert refusal(str(found.value), ENGLISH) == str(found.value)
    told = refusal(str(found.value), UKRAINIAN)
    assert re.findall("[A-Za-z]{2,}", re.sub(r"f\.csv|\.\w+|CSV|\[file\] \w+", "", told)) == []


def test_what_is_wrong_with_a_map_is_told_line_by_line() -> None:
    words = (
        "map: killed.column: the file has no column 'Dead'; the nearest is 'Died'\n"
        "map: victims: the file has no column 'Names'; there are 'A', 'B' and 12 more\n"
        "map: place.lat: needs place.lon beside it"
    )
    assert refusal(words, ENGLISH) == words
    assert refusal(words, UKRAINIAN) == (
        "map: killed.column: у файлі немає стовпця 'Dead'; найближчий: 'Died'\n"
        "map: victims: у файлі немає стовпця 'Names'; є 'A', 'B' і ще 12\n"
        "map: place.lat: поряд потрібне place.lon"
    )


@pytest.mark.parametrize("template", [*KNOWN, *OF_TABLES, *OF_MAPS])
def test_a_refusal_is_taken_apart_by_the_template_it_was_made_with(template: str) -> None:
    filled = template.format_map(FILLED)
    for say in (ENGLISH, UKRAINIAN):
        ours = {k: refusal(say(v), say) if k in OURS else v for k, v in FILLED.items()}
        assert refusal(filled, say) == say(template).format_map(ours)


def test_refusals_in_english_are_what_they_were() -> None:
    for words in (
        "'many': write a number as 5, 3 to 5, at least 14 or about 40",
        "a tag has at most 40 letters; this one has 200",
        "nothing that anybody knows",
    ):
        assert refusal(words, ENGLISH) == words
    assert refusal("nothing that anybody knows", UKRAINIAN) == "nothing that anybody knows"


def test_what_is_told_is_what_the_desk_and_its_commands_say() -> None:
    """Every refusal that is translated stands in the code that refuses."""
    folder = Path(__file__).parent.parent / "src" / "cenotaph"
    parts = ("web", "desk", "sheets")
    files = [f for part in parts for f in (folder / part).rglob("*.py") if f.stem != "refusals"]
    files.append(folder / "moving.py")
    code = "".join(re.sub(r'"\s*f?"', "", f.read_text("utf-8")) for f in files)
    for template in (*KNOWN, *OF_TABLES, *OF_MAPS):
        longest = max(re.split(r"\{\w+\}", template), key=len).strip()
        assert longest in code or template in OF_STARLETTE, template
