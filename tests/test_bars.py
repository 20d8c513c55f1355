"""What each account reports, as bars: pure functions, read back as the XML that they are."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from cenotaph.pictures.bars import Bar, Outcome, bars
from cenotaph.reconcile.sources import sources
from making import account, capture, injured, killed, said_by

SVG = "{http://www.w3.org/2000/svg}"
DEAD = Outcome(
    "killed",
    [
        [Bar(2, 2, "Herald", "2"), Bar(3, 5, "copy, Post", "3 to 5")],
        [Bar(14, None, "Lantern", "at least 14", mixed=True)],
    ],
)
HURT = Outcome("injured", [[Bar(14, 14, "Courier <b>", "14", faint=True)]])


def drawn(*outcomes: Outcome) -> ET.Element:
    return ET.fromstring(bars("A toll", outcomes))  # noqa: S314 # our own picture


def test_a_bar_goes_from_the_lowest_to_the_highest_number_on_one_scale() -> None:
    rects = [r for r in drawn(DEAD, HURT).findall(f"{SVG}rect") if r.get("rx") is None]
    two, three, fourteen, hurt = ((float(r.get("x", 0)), float(r.get("width", 0))) for r in rects)
    assert two[1] < three[1] < fourteen[1]
    assert two[0] < three[0] < fourteen[0] == hurt[0]


def test_what_counts_as_one_source_is_joined_by_a_line_and_what_may_be_mixed_up_is_ringed() -> None:
    picture = drawn(DEAD, HURT)
    joined = [e for e in picture.findall(f"{SVG}line") if e.get("stroke-width") == "3"]
    assert len(joined) == 3
    assert len([r for r in picture.findall(f"{SVG}rect") if r.get("rx")]) == 1
    assert len(picture.findall(f"{SVG}path")) == 1  # one figure has no highest number
    faint = [
        r for r in picture.findall(f"{SVG}rect") if r.get("fill") == "none" and not r.get("rx")
    ]
    assert len(faint) == 1


def test_all_that_is_drawn_is_said_in_words_too() -> None:
    told = drawn(DEAD, HURT).findtext(f"{SVG}desc")
    assert told == (
        "2 killed, Herald; 3 to 5 killed, copy, Post; at least 14 killed, Lantern;"
        " 14 injured, Courier <b>"
    )


def test_a_narrow_picture_has_all_its_bars_within_a_telephones_width() -> None:
    picture = ET.fromstring(bars("A toll", [DEAD, HURT], narrow=True))  # noqa: S314
    assert float(picture.get("width", 999)) <= 340
    rects = [r for r in picture.findall(f"{SVG}rect") if r.get("rx") is None]
    assert len(rects) == 4
    assert all(float(r.get("x", 999)) + float(r.get("width", 999)) < 250 for r in rects)
    assert picture.findtext(f"{SVG}desc") == drawn(DEAD, HURT).findtext(f"{SVG}desc")


def test_without_a_figure_there_is_no_picture() -> None:
    assert bars("A toll", []) == ""
    assert bars("A toll", [Outcome("killed", [])]) == ""


def test_claims_are_parted_by_what_counts_as_one_source() -> None:
    herald = account("Four people died at the market.", killed(4))
    copy = account("Four people died at the market, we learn.", killed(4))
    hospital = said_by(account("The hospital counts four dead.", killed(4)), "Omar Haddad")
    again = said_by(account("Four, says the doctor.", killed(4), injured(9)), "Omar Haddad")
    told = (herald, copy, hospital, again)
    captures = [capture(a, "2022-03-08", f"paper {n}") for n, a in enumerate(told)]
    known = sources(captures, [(copy.document.id, herald.document.id)])
    claims = [c for a in told for c in a.claims]
    parts = [{c.document for c in part} for part in known.parted(claims)]
    assert parts == [
        {herald.document.id, copy.document.id},
        {hospital.document.id, again.document.id},
    ]
    assert known.independent(claims) == len(parts)
    assert sum(map(len, known.parted(claims))) == len(claims)
