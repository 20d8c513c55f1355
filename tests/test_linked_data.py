"""The record as linked data: annotations, provenance, reviews; what all such formats hold to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft4Validator, FormatChecker
from prov.model import ProvDocument
from rdflib import SDO
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from cenotaph.model import (
    WITHHELD,
    Account,
    Capture,
    Decision,
    Incident,
    Mark,
    Name,
    Record,
    Span,
    Speaker,
    claim_id,
    identified,
)
from cenotaph.publish import Options
from making import ALEPPO, account, day, injured, killed
from recorded import (
    FORMATS,
    NAMED,
    beside,
    contradicted,
    haddad,
    of,
    of_the_demo,
    read,
    text,
)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_gives_the_same_bytes_whatever_came_before(name: str) -> None:
    before = text(name, of_the_demo())
    text(name, contradicted())
    assert text(name, of_the_demo()) == before


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("told", [haddad(), haddad("Omar Haddad dies"), haddad("A day", age=9)])
def test_a_withheld_name_stands_nowhere_with_texts_or_without(name: str, told: Account) -> None:
    for options in (Options(), Options(full_text=True)):
        assert "Haddad" not in text(name, of(told), options)
        assert "Barakat" not in text(name, of(told), options)


@pytest.mark.parametrize("name", ["ftm", "prov", "webannotation", "claimreview"])
def test_an_address_that_spells_a_withheld_name_is_left_out(name: str) -> None:
    read_at = {
        "url": "https://paper.example/omar-haddad-dies",
        "archive_url": "https://a.example/1",
    }
    other = account("Jets killed nine at Aleppo.", killed(9), ALEPPO, day("2016-04-27"))
    what = of(other, haddad(), **read_at)  # a later figure that is lower: contested
    told = text(name, what)
    assert "haddad" not in told
    assert "https://a.example/1" in told
    assert "omar-haddad-dies" in text(name, what, NAMED)


@pytest.mark.parametrize("name", FORMATS)
def test_a_minors_name_stays_withheld_when_names_are_printed(name: str) -> None:
    assert "Haddad" not in text(name, of(haddad(age=9)), Options(names=True, full_text=True))


@pytest.mark.parametrize("name", ["ftm", "prov", "webannotation", "geojson"])
def test_an_adults_name_is_printed_when_asked_for(name: str) -> None:
    assert "Omar Haddad" in text(name, of(haddad()), NAMED)


W3C = json.loads(Path(__file__).with_name("formats").joinpath("web-annotation.json").read_text())


def _registry() -> Registry[Any]:
    made: Registry[Any] = Registry()
    return made.with_resources(
        (name, Resource.from_contents(rules, default_specification=DRAFT4))
        for name, rules in W3C["definitions"].items()
    )


def _faults(rule: dict[str, Any], found: object) -> list[str]:
    checked = Draft4Validator(rule, registry=_registry(), format_checker=FormatChecker())
    return [e.message for e in checked.iter_errors(found)]


def _items(what: Record, options: Options | None = None) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read("webannotation", what, options)["first"]["items"]
    return items


def _selectors(item: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {s["type"]: s for s in item["target"]["selector"]}


def test_annotations_meet_the_w3cs_own_assertions() -> None:
    for what in (of_the_demo(), of(haddad())):
        for item in _items(what):
            one = {"@context": "http://www.w3.org/ns/anno.jsonld", **item}
            assert {m: f for m, rule in W3C["musts"].items() if (f := _faults(rule, one))} == {}
        whole = read("webannotation", what)
        for rule in ("annotationCollectionTypeValueFound", "totalFound", "firstFound"):
            assert _faults({"$ref": f"collections.json#/definitions/{rule}"}, whole) == []
        for rule in ("annotationPageTypeValueFound", "itemsFound", "startIndexFound"):
            assert _faults({"$ref": f"collections.json#/definitions/{rule}"}, whole["first"]) == []
        assert whole["total"] == len(whole["first"]["items"])


def test_the_w3cs_assertions_find_what_is_wrong() -> None:
    one = {"@context": "http://www.w3.org/ns/anno.jsonld", **_items(of(haddad()))[0]}
    bad = json.loads(json.dumps(one))
    bad["target"]["selector"][0].pop("exact")
    bad["target"]["selector"][1]["start"] = -1
    bad.pop("id")
    found = {m for m, rule in W3C["musts"].items() if _faults(rule, bad)}
    assert found >= {"3.1-annotationIdValidated", "4.2.4-textQuoteSelectorValid"}
    assert "4.2-TextDataPositionSelectorValid" in found


def test_annotations_select_the_words_by_position_and_by_what_stands_around_them() -> None:
    words = {
        f"urn:cenotaph:document:{a.document.id}#{part}": a.document.words(part)
        for a in of_the_demo().accounts
        for part in ("text", "title")
    }
    items = _items(of_the_demo(), NAMED)
    assert items
    for item in items:
        document = words[item["target"]["source"]["id"]]
        quote, place = _selectors(item).values()
        assert document[place["start"] : place["end"]] == quote["exact"]
        assert document[: place["start"]].endswith(quote["prefix"])
        assert document[place["end"] :].startswith(quote["suffix"])


def test_offsets_of_annotations_are_code_points_also_beside_wide_characters() -> None:
    told = account("😀😀 killed three 😀.", killed(3), ALEPPO)
    for item in _items(of(told)):
        quote, place = _selectors(item).values()
        assert quote["exact"] == told.document.text[place["start"] : place["end"]]


def test_what_stands_around_a_quote_ends_before_a_withheld_name_and_is_still_found() -> None:
    words = "Old Omar Haddad saw three killed at noon with Omar Haddad there."
    told = account(words, killed(3), ALEPPO)
    start = words.index("three")
    claim = identified(
        msgspec.structs.replace(
            told.claims[0],
            evidence=Span(start=start, end=start + 12),
            speaker=Speaker(name="Omar Haddad", role="witness"),
            voice="speaker",
        )
    )
    spans = [(4, 15), (48, 59)]
    marks = tuple(
        Mark(span=Span(start=a, end=b), value=Name(name="Omar Haddad", kind="person"))
        for a, b in spans
    )
    (item,) = _items(of(msgspec.structs.replace(told, claims=(claim,), marks=marks)))
    quote = _selectors(item)["TextQuoteSelector"]
    assert (quote["prefix"], quote["suffix"]) == (" saw ", " at noon with ")
    assert WITHHELD in item["body"][1]["value"]


def _decided(record_of: Record, **more: object) -> Decision:
    made = Decision(
        id="d" * 32,
        seq=1,
        at="2022-03-11T08:00:00+00:00",
        reviewer="R. Adeyemi",
        subjects=(record_of.accounts[0].claims[0].id,),
        verdict="accept",
        reason="heard Lina Barakat's recording",
    )
    return msgspec.structs.replace(made, **more)


def test_decisions_annotate_the_claims_they_are_about_and_name_people_only_when_asked() -> None:
    told = haddad()
    what = of(told, decisions=(_decided(of(told)),))
    judged = _items(what)[-1]
    assert judged["target"] == [f"urn:cenotaph:claim:{told.claims[0].id}"]
    assert (judged["motivation"], judged["created"]) == ("assessing", "2022-03-11T08:00:00Z")
    for name in ("webannotation", "prov"):
        assert "Adeyemi" not in text(name, what)
        assert "recording" not in text(name, what)
        assert "Adeyemi" in text(name, what, NAMED)


def _prov(what: Record, options: Options | None = None) -> tuple[dict[str, Any], ProvDocument]:
    written = text("prov", what, options)
    return json.loads(written), ProvDocument.deserialize(content=written)


def _untyped(found: object) -> object:
    """Return plain values for what the library writes as literals with types."""
    match found:
        case {"$": words, "type": "xsd:int"}:
            return int(words)
        case dict():
            return {key: _untyped(value) for key, value in found.items()}
        case list():
            return [_untyped(value) for value in found]
        case _:
            return found


def test_prov_is_read_and_written_again_by_its_library_without_loss() -> None:
    plain, document = _prov(of_the_demo())
    again = _untyped(json.loads(document.serialize()))
    assert isinstance(again, dict)
    assert ProvDocument.deserialize(content=document.serialize()) == document
    for part, named in plain.items():
        assert len(again[part]) == len(named), part
        if part in {"entity", "agent", "activity"}:
            assert again[part] == _untyped(named)


def test_prov_leads_each_row_over_its_incident_and_claims_to_documents_and_bytes() -> None:
    plain, _ = _prov(of_the_demo())
    made_of: dict[str, set[str]] = {}
    for one in plain["wasDerivedFrom"].values():
        made_of.setdefault(one["prov:generatedEntity"], set()).add(one["prov:usedEntity"])
    assert {end for ends in made_of.values() for end in ends} <= set(plain["entity"])
    kinds = {"row": {"incident", "series", "claim"}, "incident": {"claim"}, "claim": {"document"}}
    rows = [e for e in plain["entity"] if e.startswith("row:")]
    figures = [f for i in of_the_demo().incidents for f in i.tolls] + [*of_the_demo().series]
    assert len(rows) == len(figures)
    for entity, ends in made_of.items():
        kind = entity.partition(":")[0]
        if kind in kinds:
            assert {e.partition(":")[0] for e in ends} <= kinds[kind]
        if kind == "document":
            assert any(e.startswith("raw:") for e in ends)
    for row, figure in zip(rows, figures, strict=True):
        assert {f"claim:{c}" for c in figure.claims} <= made_of[row]


def test_prov_writes_no_figure_that_is_not_known() -> None:
    plain, _ = _prov(of(account("Jets killed many in Aleppo.", killed(2, None), ALEPPO)))
    (row,) = [e for name, e in plain["entity"].items() if name.startswith("row:")]
    assert row["cenotaph:low"] == 2
    assert "cenotaph:high" not in row


def test_prov_tells_what_people_made_from_what_extractors_found() -> None:
    told = haddad()
    old = told.claims[0]
    new = identified(msgspec.structs.replace(old, value=killed(4), extractor="person"))
    assert claim_id(new) == new.id
    made = _decided(of(told), verdict="correct", subjects=(old.id, new.id))
    what = of(msgspec.structs.replace(told, claims=(new, *told.claims[1:])), decisions=(made,))
    plain, _ = _prov(what)
    of_new = [
        a["prov:agent"] for a in plain["wasAttributedTo"].values()
        if a["prov:entity"] == f"claim:{new.id}"
    ]  # fmt: skip
    assert of_new == ["person:1"]
    generated = {g["prov:entity"]: g["prov:activity"] for g in plain["wasGeneratedBy"].values()}
    assert generated[f"claim:{new.id}"] == f"decision:{made.id}"
    assert plain["agent"]["person:1"]["prov:label"] == "Reviewer 1"


def _terms(found: object) -> set[str]:
    match found:
        case dict():
            below = set().union(*map(_terms, found.values())) if found else set()
            named = {k for k in found if not k.startswith("@")} | {found.get("@type", "Thing")}
            return named | below
        case list():
            return set().union(*map(_terms, found)) if found else set()
        case _:
            return set()


def test_claim_reviews_use_schema_orgs_own_words() -> None:
    known = {str(term).removeprefix(str(SDO)) for term in dir(SDO)}
    for what in (of_the_demo(), contradicted()):
        assert _terms(read("claimreview", what)) - known == set()


def test_each_side_of_a_contested_figure_is_reviewed_and_none_is_rated() -> None:
    found = read("claimreview", contradicted())["hasPart"]
    assert [r["claimReviewed"].partition(".")[0] for r in found] == ["killed: 3", "killed: 9"]
    assert [len(r["itemReviewed"]["appearance"]) for r in found] == [2, 1]
    assert "other accounts say 9" in found[0]["reviewBody"]
    assert "ating" not in _terms(found)
    assert not {t for t in _terms(found) if "ating" in t}
    (first, second) = beside("claimreview", contradicted())
    assert (first["row"], second["row"]) == (found[0]["@id"], found[1]["@id"])
    assert len(first["columns"]["claimReviewed"]) == 2


def test_what_nobody_contests_is_not_reviewed() -> None:
    one = account("Jets killed three in Aleppo.", killed(3), ALEPPO, day("2016-04-27"))
    two = account("Jets killed 3 at Aleppo.", killed(3), injured(4), ALEPPO, day("2016-04-27"))
    assert read("claimreview", of(one, two))["hasPart"] == []


def test_a_contested_running_total_is_reviewed_too() -> None:
    def since(count: int, words: str) -> Account:
        return account(words, killed(count, scope="cumulative", since="January"), ALEPPO)

    what = of(since(900, "War has killed 900 in Aleppo."), since(400, "War killed 400 in Aleppo."))
    assert [s.status for s in what.series] == ["contested"]
    assert len(read("claimreview", what)["hasPart"]) == 2


def _reviewed(incident: Incident) -> Incident:
    return msgspec.structs.replace(incident, review="reviewed")


@pytest.mark.parametrize("name", ["ftm", "geojson", "kml"])
def test_only_what_was_reviewed_is_printed_when_asked(name: str) -> None:
    one = account("Jets killed three in Aleppo.", killed(3), ALEPPO, day("2016-04-27"))
    two = account("Jets killed nine at Aleppo.", killed(9), ALEPPO, day("2016-07-27"))
    what = of(one, two)
    first, second = what.incidents
    some = msgspec.structs.replace(what, incidents=(_reviewed(first), second))
    printed = text(name, some, Options(only_reviewed=True))
    assert first.id in printed
    assert second.id not in printed
    assert [
        r["row"].removeprefix("cenotaph-incident-")
        for r in beside(name, some, Options(only_reviewed=True))
    ] == [first.id]


def test_a_capture_that_is_hardly_known_is_written_all_the_same() -> None:
    told = account("Jets killed three in Aleppo.", killed(3), ALEPPO)
    bare = Capture(document=told.document.id, raw="1" * 64, ref="a")
    what = msgspec.structs.replace(of(told), captures=(bare,))
    for name in FORMATS:
        assert text(name, what)
