"""What a profile makes of a record: pseudonyms, places, quotes, ids."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import (
    WITHHELD,
    Account,
    Assertion,
    Capture,
    Mark,
    Mention,
    Name,
    People,
    Place,
    Record,
    Responsibility,
    Span,
    Speaker,
    Target,
    Toll,
    Victim,
    mention_id,
)
from cenotaph.redaction import SHIPPED, Profile, kept_id, redact
from cenotaph.redaction.excerpt import Edit, Excerpt
from cenotaph.redaction.keyed import Keyed
from cenotaph.redaction.places import coarse
from ledgers import said
from making import ALEPPO, HOMS, account, capture, killed

KEY, OTHER = b"k" * 32, b"o" * 32
PUBLIC, PARTNER, INTERNAL = SHIPPED["public"], SHIPPED["partner"], SHIPPED["internal"]
TEXT = "Shells killed at least four people in Homs, said Anna Koval of the Dawn Front. Omar wept."


def recorded(*accounts: Account) -> Record:
    """Return a record of these accounts alone, with nothing made of them."""
    captures = tuple(
        capture(a, "2022-03-10", "Delta Herald", f"{n}.txt") for n, a in enumerate(accounts)
    )
    return Record(
        digest="d" * 64,
        policy="envelope/1",
        captures=captures,
        accounts=accounts,
        incidents=(),
        series=(),
        stories=(),
        copies_of=(),
        replaces=(),
        decisions=(),
    )


def told(text: str, *quotes: tuple[str, Assertion], marking: Name | None = None) -> Account:
    """Return an account of claims, each with the words it quotes, and a name that reading saw."""
    bare = account(text)
    if marking is not None:
        start = text.index(marking.name)
        mark = Mark(span=Span(start=start, end=start + len(marking.name)), value=marking)
        bare = msgspec.structs.replace(bare, marks=(mark,))
    claims = tuple(
        said(bare.document, words, value, about=bare.mentions[0].id) for words, value in quotes
    )
    return msgspec.structs.replace(bare, claims=claims)


def text_of(record: Record) -> str:
    return record.accounts[0].document.text


def named(profile: Profile, name: str, text: str, key: bytes = KEY) -> str:
    """Return what is left of a text in which one account saw a victim of that name."""
    victim = told(f"{name} died.", (name, Victim(outcome="killed", name=name)))
    other = told(text, (text, Victim(outcome="killed")))
    found = redact(recorded(victim, other), msgspec.structs.replace(profile, quotes=None), key)
    (left,) = (a.document.text for a in found.accounts if "died." not in a.document.text)
    return left


def test_one_name_has_one_pseudonym_in_any_spelling_and_another_under_another_key() -> None:
    first = named(PUBLIC, "Omar Haddad", "Omar Haddad was a baker.")
    assert first.startswith("[name ")
    assert named(PUBLIC, "Ömar HADDAD", "Omar Haddad was a baker.") == first
    assert named(PARTNER, "Omar Haddad", "OMAR   HADDAD was a baker.") == first
    assert named(PUBLIC, "Omar Haddad", "Omar Haddad was a baker.", OTHER) != first
    assert named(PUBLIC, "Omar Haddat", "Omar Haddat was a baker.") != first


def test_a_pseudonym_is_no_digest_that_can_be_made_without_the_key() -> None:
    codes = {Keyed(key, ids=True).code("name", "omar haddad") for key in (KEY, OTHER, bytes(32))}
    assert len(codes) == 3
    with pytest.raises(ValueError, match="16 to 64"):
        Keyed(b"guessable", ids=True)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Omar Haddad", "Police met Haddad’s baker.", "Police met [name {haddad}]’s baker."),
        ("Rose Quill", "The toll rose to 12.", "The toll rose to 12."),
        ("Rose", "The toll rose. Rose wept.", "The toll rose. [name {rose}] wept."),
        ("Five Wounded", "Five wounded were treated.", "Five wounded were treated."),
        ("Al-Zahra", "They met al Zahra.", "They met [name {al zahra}]."),
        ("Ann Bo", "Annex, annan.", "Annex, annan."),
    ],
)
def test_a_name_is_found_by_its_words_not_inside_others(name: str, text: str, left: str) -> None:
    codes = {
        f"{{{part}}}": Keyed(KEY, ids=True).code("name", part)
        for part in ("haddad", "rose", "al zahra")
    }
    for said_, code in codes.items():
        left = left.replace(said_, code)
    assert named(PARTNER, name, text) == left


@pytest.mark.parametrize("profile", SHIPPED.values())
def test_minors_and_survivors_have_no_pseudonym_under_any_profile(profile: Profile) -> None:
    text = "Omar Haddad, 9, died. Soldiers raped Lalita Rao."
    both = told(
        text,
        ("Omar Haddad", Victim(outcome="killed", name="Omar Haddad", age=9)),
        ("Lalita Rao", Victim(outcome="sexual violence", name="Lalita Rao")),
    )
    found = redact(recorded(both), msgspec.structs.replace(profile, quotes=None), KEY)
    assert text_of(found) == f"{WITHHELD}, 9, died. Soldiers raped {WITHHELD}."
    assert {c.value.name for c in found.accounts[0].claims if isinstance(c.value, Victim)} == {
        WITHHELD
    }


def test_whom_somebody_blames_is_told_and_a_figure_keeps_its_whole_quote() -> None:
    record = recorded(
        told(
            TEXT,
            (
                "killed at least four people in Homs, said Anna Koval of the Dawn Front",
                killed(4, None),
            ),
            ("Dawn Front", Responsibility(party="Dawn Front")),
            marking=Name(name="Dawn Front", kind="organization"),
        )
    )
    found = redact(record, msgspec.structs.replace(PUBLIC, quotes=3), KEY)
    toll = next(c for c in found.accounts[0].claims if isinstance(c.value, Toll))
    quote = found.accounts[0].document.quote(toll.evidence)
    assert quote.startswith("killed at least four people")
    assert quote.endswith("of the Dawn Front")
    assert "wept" not in text_of(found)


def test_a_quote_that_carries_no_figure_is_cut() -> None:
    words = "four people in Homs, said Anna Koval"
    record = recorded(told(TEXT, (words, Responsibility(party="Dawn Front")), ("Homs", HOMS)))
    found = redact(record, msgspec.structs.replace(PUBLIC, quotes=4), KEY)
    claim = found.accounts[0].claims[0]
    assert found.accounts[0].document.quote(claim.evidence) == "four people in [SY], …"


def test_officials_are_named_to_partners_and_not_to_the_public() -> None:
    spoke = Speaker(name="Anna Koval", role="official")
    start = TEXT.index("Anna Koval")
    seen = Mark(
        span=Span(start=start, end=start + 10), value=Name(name="Anna Koval", kind="person")
    )
    base = told(TEXT, ("four people in Homs, said Anna Koval", killed(4)))
    base = msgspec.structs.replace(
        base,
        claims=tuple(
            msgspec.structs.replace(c, voice="speaker", speaker=spoke) for c in base.claims
        ),
        marks=(seen,),
    )
    partner, public = (redact(recorded(base), p, KEY).accounts[0] for p in (PARTNER, PUBLIC))
    assert [c.speaker.name for c in partner.claims if c.speaker] == ["Anna Koval"]
    (hidden,) = (c.speaker.name for c in public.claims if c.speaker)
    assert hidden.startswith("[name ")
    assert public.document.quote(public.marks[0].span) == hidden


def test_what_lies_in_a_province_is_told_as_the_province_in_words_and_in_values() -> None:
    homs = msgspec.structs.replace(HOMS, admin1="Homs Governorate", relation="12 km south of")
    record = recorded(told("A shell hit Homs.", ("Homs", homs)))
    found = redact(record, PUBLIC, KEY).accounts[0]
    assert found.document.text == "A … [Homs Governorate]…"
    (claim,) = found.claims
    assert isinstance(claim.value, Place)
    told_as = msgspec.structs.replace(
        coarse(homs, PUBLIC), lat=claim.value.lat, lon=claim.value.lon
    )
    assert claim.value == told_as
    assert (told_as.name, told_as.precision) == ("Homs Governorate", "admin1")
    assert (told_as.geonames, told_as.relation) == (None, None)
    assert redact(record, PARTNER, KEY).accounts[0].claims[0].value == homs


@pytest.mark.parametrize("at", [(36.2, 37.16), (-36.2, -0.01), (89.99, 179.99), (0.0, -179.99)])
def test_a_point_on_the_grid_is_near_and_tells_of_a_cell_only(at: tuple[float, float]) -> None:
    lat, lon = at
    place = msgspec.structs.replace(ALEPPO, lat=lat, lon=lon, admin1="Aleppo Governorate")
    moved = msgspec.structs.replace(place, lat=lat + 1e-9, lon=lon + 1e-9)
    found = coarse(place, PUBLIC)
    assert found == coarse(moved, PUBLIC)
    assert found.lat is not None
    assert found.lon is not None
    assert abs(found.lat - lat) <= 0.23
    assert -180 <= found.lon <= 180
    assert -90 <= found.lat <= 90


def test_neighbors_in_a_cell_have_one_point_and_without_a_grid_none() -> None:
    first = msgspec.structs.replace(ALEPPO, admin1="Aleppo Governorate", lat=36.0, lon=37.0)
    second = msgspec.structs.replace(first, name="Khan Touman", geonames="1", lat=36.01, lon=37.02)
    assert coarse(first, PUBLIC) == coarse(second, PUBLIC)
    bare = coarse(first, msgspec.structs.replace(PUBLIC, grid=None))
    assert (bare.lat, bare.lon) == (None, None)


def test_a_place_that_nobody_can_place_is_withheld_and_countries_are_told() -> None:
    assert coarse(Place(name="Lewis Street"), PUBLIC).name == "[place withheld]"
    syria = Place(
        name="Syria", geonames="163843", lat=35.0, lon=38.0, country="SY", precision="country"
    )
    assert coarse(syria, PUBLIC) == syria
    lone = coarse(HOMS, PUBLIC)  # of no known province
    assert (lone.name, lone.precision, lone.admin1) == ("SY", "country", None)


def test_a_points_own_coordinates_are_a_towns_to_partners() -> None:
    exact = msgspec.structs.replace(HOMS, precision="exact", lat=34.73456, lon=36.72345)
    found = coarse(exact, PARTNER)
    assert (found.name, found.precision) == ("Homs", "near")
    assert (found.lat, found.lon) != (exact.lat, exact.lon)


def test_the_name_of_what_was_hit_is_its_kind_where_it_tells_where() -> None:
    school = Target(name="School No. 7", category="school")
    hut = Target(name="crowded school", category="school")
    text = "Shells hit School No. 7 and a crowded school."
    record = recorded(told(text, ("School No. 7", school), ("crowded school", hut)))
    found = redact(record, PUBLIC, KEY).accounts[0]
    assert [c.value.name for c in found.claims if isinstance(c.value, Target)] == [
        "school",
        "crowded school",
    ]
    assert found.document.text == "Shells … [school] … crowded school…"


def test_every_span_still_leads_to_its_words() -> None:
    words = (
        "Rockets killed Omar Haddad and Ann Bo in Homs. Nobody knows why. Ann Bo was 40 years old."
    )
    first = told(
        words,
        ("killed Omar Haddad and Ann Bo", killed(2)),
        ("Omar Haddad", Victim(outcome="killed", name="Omar Haddad")),
        ("Ann Bo was 40", Victim(outcome="killed", name="Ann Bo", age=40)),
    )
    late = words.index("Ann Bo was")
    marks = tuple(
        Mark(span=Span(start=s, end=s + 6), value=Name(name="Ann Bo", kind="person"))
        for s in (words.index("Ann Bo"), late)
    )
    lost = Mark(
        span=Span(start=words.index("knows"), end=words.index("knows") + 5),
        value=Name(name="x", kind="person"),
    )
    event = Span(start=late + 7, end=late + 10)
    mention = Mention(
        id=mention_id(first.document.id, event), document=first.document.id, span=event,
        event="e" * 32, event_type="Battles",
    )  # fmt: skip
    whole = msgspec.structs.replace(
        first, marks=(*marks, lost), mentions=(*first.mentions, mention)
    )
    found = redact(recorded(whole), PUBLIC, KEY).accounts[0]
    quotes = [found.document.quote(c.evidence) for c in found.claims]
    ann = found.document.quote(found.marks[0].span)
    assert quotes[0].startswith("killed [name ")
    assert quotes[2] == f"{ann} was 40"
    assert [found.document.quote(m.span) for m in found.marks] == [ann, ann]
    assert found.document.quote(found.mentions[1].span) == "was"
    assert "Nobody" not in found.document.text


def test_a_cut_moves_spans_by_what_was_put_in() -> None:
    cut = Excerpt("one two three four", [Edit(0, 3, "…"), Edit(8, 13, "[3]")])
    assert cut.words == "… two [3] four"
    spans = [(4, 7), (8, 13), (9, 11), (4, 10), (14, 18), (1, 7)]
    found = [cut.span(Span(start=s, end=e)) for s, e in spans]
    assert [cut.words[s.start : s.end] for s in found] == [
        "two",
        "[3]",
        "[3]",
        "two [3]",
        "four",
        "… two",
    ]
    assert cut.kept(Span(start=0, end=3)) is None
    assert cut.kept(None) is None


def test_ids_are_keyed_everywhere_alike_and_kept_within() -> None:
    record = recorded(told("Shells fell.", ("Shells", killed(1))))
    found = redact(record, PUBLIC, KEY)
    (claim,), (before,) = found.accounts[0].claims, record.accounts[0].claims
    assert claim.id == kept_id(before.id, PUBLIC, KEY) != before.id
    assert claim.document == found.accounts[0].document.id == found.captures[0].document
    assert claim.about == found.accounts[0].mentions[0].id
    assert [len(i) for i in (claim.id, claim.document, found.digest)] == [32, 64, 64]
    assert redact(record, INTERNAL, KEY) == record


def test_who_published_is_one_code_wherever_it_stands_and_a_reference_another() -> None:
    record = recorded(told("The Delta Herald met survivors.", ("The Delta Herald met", killed(1))))
    (seen,), found = redact(record, PUBLIC, KEY).captures, text_of(redact(record, PUBLIC, KEY))
    assert seen.publisher is not None
    assert seen.publisher.startswith("[publisher ")
    assert seen.publisher in found
    assert seen.ref.startswith("account-")
    assert (seen.url, seen.published) == (None, "2022-03-10")
    assert redact(record, PARTNER, KEY).captures[0].publisher == "Delta Herald"


def test_what_a_user_set_of_publishers_is_not_told() -> None:
    record = recorded(told("Shells fell.", ("Shells", killed(1))))
    set_ = "envelope/1 (threshold 0.6; unreliable: Gulf Post; owners: Delta Herald of Marsh Group)"
    record = msgspec.structs.replace(record, policy=set_)
    assert (
        redact(record, PUBLIC, KEY).policy == "envelope/1 (threshold 0.6; own list of publishers)"
    )
    assert redact(record, PARTNER, KEY).policy == set_


def test_a_profile_that_would_print_what_it_hides_is_refused() -> None:
    for more in ({"text": "whole"}, {"ids": "kept"}, {"grid": 0}, {"quotes": 2}):
        with pytest.raises(ValueError, match=next(iter(more))):
            msgspec.structs.replace(PUBLIC, **more)


def test_who_told_staff_in_confidence_has_no_code_and_is_named_under_no_profile() -> None:
    heard = told("Shells fell, said Ines Duarte, a nurse.", ("Shells fell, said Ines", killed(1)))
    record = recorded(heard)
    notes = {"source_kind": "interview", "author": "Ines Duarte", "taken_by": "Bea Lund"}
    noted = msgspec.convert({**msgspec.to_builtins(record.captures[0]), **notes}, Capture)
    record = msgspec.structs.replace(record, captures=(noted,))
    for profile in SHIPPED.values():
        found = redact(record, msgspec.structs.replace(profile, quotes=None), KEY)
        assert found.captures[0].author == WITHHELD
        assert "Ines" not in text_of(found)
        assert (found.captures[0].taken_by == "Bea Lund") is (profile is INTERNAL)


def test_a_town_that_is_called_as_another_countrys_province_is_not_told() -> None:
    bolivia = Place(
        name="La Paz", geonames="1", lat=-15.0, lon=-68.0, country="BO", admin1="La Paz",
        precision="admin1",
    )  # fmt: skip
    town = Place(
        name="La Paz", geonames="2", lat=12.3, lon=-86.6, country="NI", admin1="León",
        precision="town",
    )  # fmt: skip
    there, here = (
        told(
            text, ("La Paz", place), ("Rockets", killed(1, people=People(words="people of La Paz")))
        )
        for text, place in (("Rockets fell in La Paz.", bolivia), ("Rockets hit La Paz.", town))
    )
    found = redact(recorded(there, here), PUBLIC, KEY)
    told_as = {
        c.value.country: c.value.name
        for a in found.accounts
        for c in a.claims
        if isinstance(c.value, Place)
    }
    assert told_as == {"BO": "La Paz", "NI": "León"}
    tolls = [c.value for a in found.accounts for c in a.claims if isinstance(c.value, Toll)]
    assert {t.people.words for t in tolls} == {"people of [place withheld]"}
    assert sum("La Paz" in a.document.text for a in found.accounts) <= 1


def test_a_surname_has_the_pseudonym_of_the_whole_name_where_reading_knows_whose_it_is() -> None:
    text = "Omar Haddad died. Haddad was a baker."
    base = told(text, ("Omar Haddad died", killed(1)), ("Haddad was a baker", killed(1)))
    whole = Name(name="Omar Haddad", kind="person")
    marks = tuple(Mark(span=Span(start=s, end=e), value=whole) for s, e in ((0, 11), (18, 24)))
    found = text_of(redact(recorded(msgspec.structs.replace(base, marks=marks)), PARTNER, KEY))
    name = found.partition(" died")[0]
    assert found == f"{name} died. {name} was a baker."
