"""Tables that were saved badly, or by somebody who means harm: a sentence each, and no guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from cenotaph.errors import CenotaphError, UsageError
from cenotaph.model import Refused
from cenotaph.sheets import Table, Told, ours, read_table
from cenotaph.sheets.mapping import parsed

MAP = """
name = "harbor"
code = "Ref"
date = "Date"
[place]
name = "Town"
[killed]
column = "Dead"
"""
HEADERS = "Ref,Date,Town,Dead\n"
ROW = "P-1,2022-11-21,Kherson,4\n"


def rows(raw: bytes, words: str = MAP) -> list[Told | Refused]:
    return list(read_table(Table("f.csv", raw, "map.toml", words)))


@pytest.mark.parametrize(
    "raw",
    [
        (HEADERS + ROW).encode(),
        (HEADERS + ROW).encode("utf-8-sig"),
        (HEADERS + ROW).encode("utf-16"),
        (HEADERS + ROW).encode("utf-16-le"),
        (HEADERS + ROW).replace(",", ";").encode("utf-8-sig"),
        ("sep=;\n" + (HEADERS + ROW).replace(",", ";")).encode(),
        ("SEP=;\n" + (HEADERS + ROW).replace(",", ";")).replace("\n", "\r\n").encode(),
        (HEADERS + ROW).replace("\n", "\r").encode(),
    ],
)
def test_one_table_however_it_was_saved_reads_the_same(raw: bytes) -> None:
    (told,) = rows(raw)
    assert isinstance(told, Told)
    assert told.account.document.text == "ref: P-1\ndate: 2022-11-21\ntown: Kherson\ndead: 4"
    assert (told.number, len(told.claims)) == (2, 3)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ((HEADERS + ROW.replace("Kherson", "Kher\0son")).encode(), "holds zero bytes"),
        ((HEADERS + 'P-1,2022-11-21,"Kherson,4\n' + ROW).encode(), "opened there and never closed"),
        ((HEADERS + ROW.replace("Kherson", "K" * 1_100_000)).encode(), "more than 1,000,000"),
        ((HEADERS + 'P-1,2022-11-21,"Kher"son,4\n').encode(), "write it twice"),
        (b"Ref,Date,Town,Dead,Dead\n", "2 columns 'Dead'"),
        (b"Ref,Date,Town,DEAD,dead\n", "is 'Dead', and the file has 'DEAD', 'dead'"),
        (",".join(f"c{n}" for n in range(100_000)).encode(), "'c29' and 99,970 more"),
        (b"\x1f\x8b\x08\0\0\0", "gzip archive"),
        (b" \n\n", "is empty"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(raw: bytes, why: str) -> None:
    with pytest.raises(CenotaphError) as told:
        rows(raw)
    assert why in str(told.value)
    assert len(str(told.value)) < 3_000


@pytest.mark.parametrize(
    ("count", "why"),
    [
        ("9" * 5_000, "'9999999999...' is no count: there are not so many people"),
        ("9" * 11, "there are not so many people"),
        ("3-" + "9" * 25, "there are not so many people"),
        ("-4", "below 0"),
        ("4.7", "may be a fraction or thousands"),
        ("=SUM(D2:D9)", "is a formula"),
        ("#REF!", "where a formula failed"),
        ("2022-03-05", "perhaps made of a range"),
    ],
)
def test_what_is_no_count_costs_its_row_alone(count: str, why: str) -> None:
    refused, told = rows((HEADERS + f"P-0,2022-11-20,Odesa,{count}\n" + ROW).encode())
    assert isinstance(refused, Refused)
    assert why in refused.why
    assert len(refused.why) < 300
    assert isinstance(told, Told)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_that_stands_for_none_costs_its_row_alone(day: str) -> None:
    refused, told = rows((HEADERS + f"P-0,{day},Odesa,3\n" + ROW).encode())
    assert isinstance(refused, Refused)
    assert f"'{day}' stands for a day that nobody knows; leave the cell empty" in refused.why
    assert isinstance(told, Told)


def test_a_map_nested_without_an_end_is_refused_and_a_name_opens_no_other_file(
    tmp_path: Path,
) -> None:
    with pytest.raises(UsageError, match=r"map\.toml: not TOML"):
        parsed("map.toml", f"killed = {'[' * 5_000}")
    (tmp_path / "own.toml").write_text(MAP)
    with pytest.raises(UsageError, match=r"no map of that name; known: acled, ibc, ucdp"):
        ours(str(tmp_path / "own.toml"))
    assert parsed(*ours("acled"))


def test_as_many_people_as_there_are_can_be_counted() -> None:
    (told,) = rows((HEADERS + ROW.replace(",4", ",8000000000")).encode())
    assert isinstance(told, Told)


def test_a_guessed_encoding_is_said_with_words_to_judge_it_by() -> None:
    raw = (HEADERS + ROW.replace("Kherson", "Херсон")).encode("koi8-r")
    (note,) = read_table(Table("f.csv", raw, "map.toml", MAP)).notes
    assert "an encoding was guessed and reads" in note
    named = MAP + '[file]\nencoding = "koi8-r"\n'
    read = read_table(Table("f.csv", raw, "map.toml", named))
    (told,) = read
    assert isinstance(told, Told)
    assert ("town: Херсон" in told.account.document.text, read.notes) == (True, ())
    sure = (HEADERS + ROW.replace("Kherson", "Херсон")).encode()
    assert read_table(Table("f.csv", sure, "map.toml", MAP)).notes == ()
