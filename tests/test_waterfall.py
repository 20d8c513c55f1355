"""Why two accounts are linked, as a picture and as lines: pure functions of the published words."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from cenotaph.link import link
from cenotaph.pictures.waterfall import Step, in_lines, join, waterfall
from making import ALEPPO, HOSPITAL, account, capture, day, killed

STRIKE = account(
    "Jets struck a hospital in Aleppo.", killed(3), ALEPPO, HOSPITAL, day("2016-04-27")
)
CLINIC = account("Bombs fell on a clinic <there>.", killed(3), ALEPPO, HOSPITAL, day("2016-04-27"))
CAPTURES = [capture(STRIKE, "2016-04-28", "one"), capture(CLINIC, "2016-04-28", "two")]


def _because() -> str:
    (dossier,) = link([STRIKE, CLINIC], CAPTURES).dossiers
    (because,) = dossier.because
    return because


def test_a_links_words_are_taken_apart_and_add_up() -> None:
    found = join(_because())
    assert found is not None
    assert found.steps[0].bits < 0.0
    assert "same day" in [s.why for s in found.steps]
    assert f"{found.total:+.1f} bits, the" in _because()
    assert "of such links" in found.sure


def test_a_reason_that_is_no_link_is_none() -> None:
    assert join("the day is told by two accounts: 27 April 2016") is None


def test_the_picture_has_a_bar_for_each_reason_and_one_for_the_sum() -> None:
    found = join(_because())
    assert found is not None
    picture = ET.fromstring(waterfall(found))  # noqa: S314 # our own picture
    bars = picture.findall("{http://www.w3.org/2000/svg}rect")
    assert len(bars) == len(found.steps) + 1
    assert waterfall(found) == waterfall(found)


def test_a_narrow_picture_has_every_reason_whole_within_a_telephones_width() -> None:
    found = join(_because())
    assert found is not None
    long = found._replace(steps=(*found.steps, Step("words in common: " + "market, " * 20, 3.0)))
    picture = ET.fromstring(waterfall(long, narrow=True))  # noqa: S314 # our own picture
    width = float(picture.attrib["viewBox"].split()[2])
    assert width <= 330
    bars = picture.findall("{http://www.w3.org/2000/svg}rect")
    assert len(bars) == len(long.steps) + 1
    assert all(float(b.attrib["x"]) + float(b.attrib["width"]) <= width for b in bars)
    lines = [t.text or "" for t in picture.findall("{http://www.w3.org/2000/svg}text")]
    assert all(len(line) * 6 <= width for line in lines)
    assert " ".join(lines).count("market,") == 20


def test_the_lines_fit_a_terminal() -> None:
    found = join(_because())
    assert found is not None
    assert all(len(line) <= 80 for line in in_lines(found))
    assert len(in_lines(found)) == len(found.steps) + 3
