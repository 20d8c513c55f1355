"""A toll over time as a picture: what is drawn, what is listed, how it is written."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cenotaph.link import link
from cenotaph.model import Incident, Series
from cenotaph.pictures.toll import Point, over_time, points
from cenotaph.publish.chart import png
from cenotaph.reconcile import reconcile
from making import ALEPPO, HOSPITAL, account, capture, day, injured, killed, said_by

SVG = "{http://www.w3.org/2000/svg}"
EARLY = account(
    "Jets struck a hospital in Aleppo. Three died.", killed(3), ALEPPO, HOSPITAL, day("2016-04-27")
)
LATER = said_by(
    account(
        "Jets struck the Aleppo hospital. At least 14 died, 20 hurt.",
        killed(14, None),
        injured(20),
        ALEPPO,
        HOSPITAL,
        day("2016-04-27"),
    ),
    "Rami Haddad",
)
CAPTURES = [capture(EARLY, "2016-04-28", "Orontes"), capture(LATER, "2016-04-30", "Barada")]


def _incident() -> Incident:
    told = [EARLY, LATER]
    linked = link(told, CAPTURES)
    (found,) = reconcile(linked.dossiers, told, CAPTURES, ()).incidents
    return found


def _words(picture: str) -> list[str]:
    return [t.text or "" for t in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314 # our own


def test_each_report_is_there_with_its_day_figure_publisher_and_speaker() -> None:
    by_document = {c.document: c for c in CAPTURES}
    told = points(_incident().reports, by_document, {})
    assert [(p.day, p.words, p.overtaken) for p in told] == [
        ("2016-04-28", "2016-04-28 · 3 killed · Orontes · in its own words · overtaken", True),
        ("2016-04-30", "2016-04-30 · 20 injured · Barada · said by Rami Haddad", False),
        ("2016-04-30", "2016-04-30 · at least 14 killed · Barada · said by Rami Haddad", False),
    ]


def test_a_report_that_stands_is_not_called_overtaken_by_an_equal_one() -> None:
    again = account("Jets hit an Aleppo hospital. 3 died.", killed(3), ALEPPO, HOSPITAL)
    told, captures = [EARLY, again], [CAPTURES[0], capture(again, "2016-05-02", "Barada")]
    found = reconcile(link(told, captures).dossiers, told, captures, ()).incidents
    assert [r.overtaken for i in found for r in i.reports] == [False, False]


def test_running_totals_have_a_curve_of_their_own() -> None:
    told, captures = [], []
    for n, figure in enumerate((100, 130, 170)):
        one = account(f"Since May {figure} people were killed.", killed(figure, scope="cumulative"))
        told.append(one)
        captures.append(capture(one, f"2016-06-0{n + 1}", "Orontes"))
    found: tuple[Series, ...] = reconcile(link(told, captures).dossiers, told, captures, ()).series
    assert [(r.day, r.count.low) for s in found for r in s.reports] == [
        ("2016-06-01", 100), ("2016-06-02", 130), ("2016-06-03", 170),
    ]  # fmt: skip


def _point(low: int, high: int | None, day_: str = "2016-04-28", **more: object) -> Point:
    values = {"outcome": "killed", "words": "so many", "overtaken": False, **more}
    return Point(low=low, high=high, day=day_, **values)  # type: ignore[arg-type] # as given


def test_every_report_is_drawn_once_and_listed_once() -> None:
    told = [_point(n, n, f"2016-04-{n:02}") for n in range(1, 29)]
    picture = over_time("Twenty-eight reports", told)
    assert len(list(ET.fromstring(picture).iter(f"{SVG}circle"))) == 2 * 28  # noqa: S314
    assert _words(picture).count("so many") == 28


def test_a_narrow_picture_has_every_report_over_short_lines() -> None:
    words = "2016-04-28 · at least 14 killed · The Daily Lantern of Aleppo · said by Rami Haddad"
    told = [_point(n, n, f"2016-04-{n:02}", words=f"{words} {n}") for n in range(1, 29)]
    picture = over_time("A title that is too long for any telephone", told, narrow=True)
    assert ET.fromstring(picture).get("width") == "330"  # noqa: S314 # our own
    assert max(map(len, _words(picture))) <= 38
    listed = " ".join(_words(picture))
    assert all(f"Rami Haddad {n}" in listed for n in range(1, 29))
    assert over_time("One", [_point(3, 3, words="")], narrow=True).count("<circle") == 2


def test_a_long_report_says_to_its_end_that_it_is_a_copy_and_overtaken() -> None:
    words = (
        "2016-04-28 · at least 14 killed · The Daily Lantern of Aleppo · said by the head of the"
    )
    (_, *listed) = _words(
        over_time("One", [_point(3, 3, words=f"{words} city's ambulances · a copy")])
    )
    assert " ".join(listed).endswith("ambulances · a copy")


def test_an_open_figure_ends_in_an_arrow_and_an_exact_one_in_nothing() -> None:
    assert over_time("open", [_point(17, None)]).count("<path") == 1
    assert over_time("range", [_point(3, 5)]).count("<path") == 1
    assert over_time("exact", [_point(17, 17)]).count("<path") == 0


def test_what_nobody_can_date_is_listed_and_not_drawn() -> None:
    picture = over_time("undated", [_point(3, 3, "")])
    assert len(list(ET.fromstring(picture).iter(f"{SVG}circle"))) == 1  # noqa: S314
    assert "<line" not in picture


@pytest.mark.parametrize("highest", [0, 1, 4, 5, 17, 99, 100, 1_207, 83_000])
def test_the_scale_holds_the_highest_figure(highest: int) -> None:
    numbers = [
        int(w.replace(",", ""))
        for w in _words(over_time("scale", [_point(highest, highest, words="")]))
        if w.replace(",", "").isdigit()
    ]
    assert max(numbers) >= highest


def test_markup_and_control_signs_in_a_name_stay_words() -> None:
    picture = over_time("<script>&\x00", [_point(3, 3, words="\x07 <b> & \u202e")])
    assert "<script>&\ufffd" in _words(picture)
    assert "\ufffd <b> & \ufffd" in _words(picture)


def test_a_png_is_a_picture_of_twice_the_size_and_the_same_bytes_again() -> None:
    picture = over_time("Toll", [_point(3, 3), _point(5, None, "2016-05-01")])
    made = png(picture)
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(">I", made[16:20]) == (1440,)
    assert png(picture) == made


def test_words_in_a_png_are_drawn_in_letters_of_other_scripts_too() -> None:
    assert len(png(over_time("Маріуполь", [_point(3, 3)]))) > len(
        png(over_time("", [_point(3, 3)]))
    )


def test_the_command_draws_one_or_all(tmp_path: Path) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "cenotaph.cli", *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    run("demo", ".")
    assert run("publish", "chart", "-o", "charts").returncode == 0
    names = sorted(p.stem for p in (tmp_path / "charts").glob("*.svg"))
    assert len(names) > 4
    assert run("publish", "chart", "--of", names[0][:12], "-o", "one.png").returncode == 0
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")
    nameless = run("publish", "chart")
    assert (nameless.returncode, "-o" in nameless.stderr) == (2, True)
    unknown = run("publish", "chart", "--of", "nothing", "-o", "one.svg")
    assert (unknown.returncode, "nothing" in unknown.stderr) == (2, True)
    misplaced = run("publish", "incidents", "--of", names[0])
    assert (misplaced.returncode, "--of" in misplaced.stderr) == (2, True)
