"""The record as a graph for investigators, held against FollowTheMoney's own schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
from followthemoney import model

from cenotaph import demo
from cenotaph.model import (
    OTHER_LANGUAGE,
    WITHHELD,
    Record,
    Skipped,
)
from cenotaph.publish import Options
from making import ALEPPO, account, day, killed
from recorded import (
    HADDAD,
    NAMED,
    haddad,
    of,
    of_the_demo,
    text,
)


def _entities(what: Record, options: Options | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text("ftm", what, options).splitlines()]


def _expect_sound(entities: list[dict[str, Any]]) -> None:
    """Every property is in its schema, cleans to itself, and points at an entity that is there."""
    schemata = {e["id"]: model.get(e["schema"]) for e in entities}
    assert len(schemata) == len(entities)
    for entity in entities:
        schema = schemata[entity["id"]]
        assert schema is not None
        schema.validate(entity)
        for name, values in entity["properties"].items():
            prop = schema.properties[name]
            assert values
            for value in values:
                assert prop.type.clean(value) == value, (name, value)
                assert len(value) <= prop.max_length
                if prop.range is not None:
                    assert schemata[value].is_a(prop.range)


def test_ftm_entities_are_sound_by_followthemoneys_own_schema() -> None:
    for options in (Options(), Options(names=True, full_text=True)):
        entities = _entities(of_the_demo(), options)
        _expect_sound(entities)
        made = {e["schema"] for e in entities}
        assert made == {"Article", "Document", "Event", "Documentation", "Mention"}


def test_ftm_values_that_come_untidy_are_written_as_cleaning_would_leave_them() -> None:
    told = haddad('"A \u200bday;\n in\u2003e\u0301t\xe9 \ud800"')
    untidy = {
        "url": "HTTPS://Paper.example?q=1", "archive_url": "javascript:alert(1)",
        "published": "2016-04-28T01:30:00+02:00", "language": "en-GB", "source_kind": "ngo",
        "publisher": " The\tPaper ",
    }  # fmt: skip
    entities = _entities(of(told, **untidy), NAMED)
    _expect_sound(entities)
    (document,) = [e["properties"] for e in entities if e["schema"] == "Document"]
    assert document["title"] == ["A day; in été"] or document["title"] == ['"A day; in été "']
    assert document["publishedAt"] == ["2016-04-27T23:30:00"]
    assert document["sourceUrl"] == ["https://Paper.example/?q=1"]
    assert document["language"] == ["eng"]


def test_ftm_gives_every_country_of_the_gazetteer_as_it_knows_it() -> None:
    known = Path(demo.__file__).parent.joinpath("data", "countries.tsv").read_text("utf-8")
    codes = {
        cell.lower()
        for line in known.splitlines()
        for cell in line.split("\t")
        if len(cell) == 2 and cell.isupper()
    }
    country = model.get_qname("Thing:country")
    assert country is not None
    assert len(codes) > 150
    assert sorted(c for c in codes if country.type.clean(c) != c) == []


def test_ftm_ids_stay_when_another_account_comes() -> None:
    one = account("Jets killed three in Aleppo.", killed(3), ALEPPO, day("2016-04-27"))
    two = account("Jets killed nine at Aleppo.", killed(9), ALEPPO, day("2016-04-27"))
    assert {e["id"] for e in _entities(of(one))} <= {e["id"] for e in _entities(of(one, two))}


def test_ftm_has_texts_only_when_asked_and_the_hash_of_the_words_it_is_of() -> None:
    (document,) = [e for e in _entities(of(haddad("A day"))) if e["schema"] == "Article"]
    assert "bodyText" not in document["properties"]
    assert len(document["properties"]["contentHash"][0]) == 40
    told = haddad("A day")
    cut = msgspec.structs.replace(told.document, text=told.document.text[:40])
    short = msgspec.structs.replace(told, document=cut, claims=(), mentions=(), marks=())
    (document,) = [e for e in _entities(of(short)) if e["schema"] == "Article"]
    assert "contentHash" not in document["properties"]


def test_ftm_texts_leave_out_passages_that_nobody_read() -> None:
    told = haddad()
    unread = Skipped(why=OTHER_LANGUAGE, start=59, end=len(HADDAD))
    what = of(msgspec.structs.replace(told, skipped=(unread,)))
    whole = text("ftm", what, Options(names=True, full_text=True))
    assert "Barakat" not in whole
    assert "not read" in whole
    assert "Omar Haddad, 34, was one of three" in whole


def test_ftm_mentions_no_one_by_the_words_for_a_name_withheld() -> None:
    mentions = [e for e in _entities(of(haddad())) if e["schema"] == "Mention"]
    assert [m["properties"]["name"] for m in mentions] == [["Aleppo"]]
    named = [e for e in _entities(of(haddad()), NAMED) if e["schema"] == "Mention"]
    assert ["Omar Haddad"] in [m["properties"]["name"] for m in named]
    assert WITHHELD not in json.dumps(mentions)
