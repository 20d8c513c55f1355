"""What agreement is worth: read, written, estimated on a ledger, named by the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from cenotaph import cli, pipeline
from cenotaph.config import load
from cenotaph.errors import UsageError
from cenotaph.link import THRESHOLD, link
from cenotaph.link.estimate import on_ledger
from cenotaph.link.evidence import in_words
from cenotaph.link.profile import profiles
from cenotaph.link.weights import Remembering, parsed, shipped, written
from cenotaph.store import Ledger
from ledgers import decision, filled
from making import ALEPPO, HOSPITAL, account, capture, day, injured, killed

STRIKE = account(
    "Jets struck a hospital in Aleppo.", killed(3), ALEPPO, HOSPITAL, day("2016-04-27")
)
CLINIC = account("Bombs fell on a clinic there.", killed(14), ALEPPO, HOSPITAL, day("2016-04-27"))
KNOWN = [p for a in (STRIKE, CLINIC) for p in profiles(a, "2016-04-28")]


def test_a_parameters_file_is_read_as_it_was_written() -> None:
    known = shipped()
    again = parsed(written(known.prior, known.rows, known.sure).splitlines())
    assert (again.name, again.rows, again.sure) == (known.name, known.rows, known.sure)


@pytest.mark.parametrize("text", ["", "days\tsame day\tmuch", "prior\t-5\ncertainty\t4\t0.9"])
def test_a_file_that_is_none_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="parameters of linking"):
        parsed(text.splitlines())


def test_more_bits_are_never_less_certain_and_never_a_power_of_two() -> None:
    shares = [shipped().certainty(b) for b in (-50.0, 0.0, 4.0, 8.0, 30.0)]
    assert shares == sorted(shares)
    assert shares[-1] < 1.0


def test_that_nobody_was_hurt_in_either_makes_no_incident_of_two() -> None:
    none = (killed(0), injured(0))
    shots = account("Shots were fired at a post.", *none, day("2016-04-26"))
    blast = account("A bomb went off at a mill.", *none, day("2016-04-27"))
    one, other = (p for a in (shots, blast) for p in profiles(a, "2016-04-28"))
    assert shipped().total(one, other) < THRESHOLD
    placed = account("A bomb went off there.", *none, ALEPPO, day("2016-04-27"))
    beside = account("A blast shook it.", *none, ALEPPO, day("2016-04-27"))
    one, other = (p for a in (placed, beside) for p in profiles(a, "2016-04-28"))
    assert shipped().total(one, other) >= THRESHOLD  # by day and place


def test_what_is_remembered_of_pairs_is_what_comparing_them_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cenotaph.link.weights._REMEMBERED", 1)  # one pair drives out another
    ways = [(KNOWN[0], KNOWN[1]), (KNOWN[1], KNOWN[0]), (KNOWN[0], KNOWN[0])]
    remembering = Remembering.of(shipped())
    for pair in (*ways, *ways, ways[-1]):
        assert remembering.compared(*pair) == shipped().compared(*pair)
        assert remembering.total(*pair) == shipped().total(*pair)
        assert list(remembering.pairs) == [tuple(p.telling.event for p in pair)]
    assert in_words(*KNOWN, remembering) == in_words(*KNOWN)  # as those shipped, by no other name


def test_what_people_decided_moves_the_bits() -> None:
    ids = (KNOWN[0].telling.event, KNOWN[1].telling.event)
    same = parsed(on_ledger(KNOWN, [decision("same", *ids)], shipped()).splitlines())
    apart = parsed(on_ledger(KNOWN, [decision("different", *ids)], shipped()).splitlines())
    assert same.total(*KNOWN) > apart.total(*KNOWN)


def test_links_say_which_parameters_they_are_by_unless_those_are_shipped() -> None:
    own = parsed(written(0.0, shipped().rows, shipped().sure).splitlines())
    captures = [capture(STRIKE, "2016-04-28", "one"), capture(CLINIC, "2016-04-28", "two")]
    (by_own,) = link([STRIKE, CLINIC], captures, weights=own).dossiers
    assert f"by parameters {own.name}" in by_own.because[0]
    (by_shipped,) = link([STRIKE, CLINIC], captures).dossiers
    assert "by parameters" not in by_shipped.because[0]


def test_a_ledger_estimates_its_own_and_a_config_names_them(tmp_path: Path) -> None:
    ledger, own = tmp_path / "a.db", tmp_path / "own.tsv"
    filled(ledger).close()
    assert cli.main(["estimate", "--ledger", str(ledger), "-o", str(own)]) == 0
    config = tmp_path / "cenotaph.toml"
    config.write_text(f'[linking]\nweights = "{own.name}"\n')
    set_by_user = load(config)
    assert set_by_user.weights == parsed(own.read_text("utf-8").splitlines())
    assert set_by_user.digest != load(None).digest
    with Ledger.open(ledger) as kept:
        assert pipeline.record(kept, config=set_by_user).incidents


def test_a_config_that_names_no_file_is_told(tmp_path: Path) -> None:
    config = tmp_path / "cenotaph.toml"
    config.write_text('[linking]\nweights = "none.tsv"\n')
    with pytest.raises(UsageError, match="there is no file"):
        load(config)
