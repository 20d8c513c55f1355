"""A user's `cenotaph.toml`: own policies, terms of counting, and what is said of a faulty one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from cenotaph.cli import main
from cenotaph.config import load
from cenotaph.errors import UsageError
from cenotaph.pipeline import current, projection_faults
from cenotaph.store import Ledger
from ledgers import filled, told
from making import killed

CORNER = told("Shells hit the corner at Lodrin. Nine died.", ("Nine died", killed(9)))
OWN = Path(__file__).parent / "contracts" / "own_policy.py"
MINE = '''
"""Everybody's figures, doubled."""
NAME = "mine/1"
'''
COUNT = """
def count(positions, case):
    {body}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.db"
    filled(path, CORNER).close()
    return path


def configured(folder: Path, text: str, **files: str) -> Path:
    for name, words in files.items():
        (folder / f"{name}.py").write_text(words, encoding="utf-8")
    path = folder / "cenotaph.toml"
    path.write_text(text, encoding="utf-8")
    return path


def published(ledger: Path, *words: str) -> dict[str, object]:
    out = ledger.parent / "out.jsonl"
    status = main(["publish", "incidents", "--ledger", str(ledger), "-o", str(out), *words])
    assert status == 0
    row: dict[str, object] = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    return row


def test_a_policy_of_ones_own_is_one_file_and_one_line(tmp_path: Path, ledger: Path) -> None:
    own = OWN.read_text(encoding="utf-8")
    config = configured(tmp_path, '[policies]\nhighest = "highest.py"\n', highest=own)
    row = published(ledger, "--policy", "highest", "--config", str(config))
    assert row["policy"] == "highest/1"
    assert not (tmp_path / "__pycache__").exists()


def test_the_environment_may_name_the_file(
    tmp_path: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = configured(tmp_path, "[counting]\nthreshold = 0.95\n")
    monkeypatch.setenv("CENOTAPH_CONFIG", str(config))
    row = published(ledger)
    assert row["policy"] == "envelope/1 (threshold 0.95)"
    assert row["tolls"] == []


def test_a_file_that_lies_about_is_not_read(
    tmp_path: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(tmp_path, "[counting]\nthreshold = 0.95\n", mine="raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CENOTAPH_CONFIG", raising=False)
    assert published(ledger)["policy"] == "envelope/1"
    status = main(["publish", "incidents", "--ledger", str(ledger), "--policy", "mine"])
    assert status == 2


def test_a_policy_that_changes_is_counted_anew(tmp_path: Path) -> None:
    text = '[policies]\nhighest = "highest.py"\n'
    own = OWN.read_text(encoding="utf-8")
    with filled(":memory:", CORNER) as ledger:
        config = load(configured(tmp_path, text, highest=own))
        (first,) = current(ledger, "highest", config).incidents
        lower = own.replace("low=top, high=top, best=top", "low=top")
        config = load(configured(tmp_path, text, highest=lower))
        (second,) = current(ledger, "highest", config).incidents
        assert (first.tolls[0].high, second.tolls[0].high) == (9, None)
        assert list(projection_faults(ledger, config)) == []


def test_an_installed_package_may_bring_a_policy(
    tmp_path: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "brings-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: brings\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[cenotaph.policies]\nhighest = brings_highest\n")
    (tmp_path / "brings_highest.py").write_text(OWN.read_text(encoding="utf-8"))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert published(ledger, "--policy", "highest")["policy"] == "highest/1"
    assert load(None).digest
    (info / "entry_points.txt").write_text("[cenotaph.policies]\nother = brings_highest\n")
    with pytest.raises(UsageError, match="expected NAME = "):
        load(None).counting("other")
    (info / "entry_points.txt").write_text("[cenotaph.policies]\nother = not_there\n")
    with pytest.raises(UsageError, match="not_there: cannot be loaded"):
        load(None).counting("other")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[counting\n", "not TOML"),
        ("[counting]\nthreshhold = 0.7\n", "threshhold"),
        ("[counting]\nthreshold = 7\n", "threshold 7 is not between 0 and 1"),
        ('[publishers]\n"Delta Herald" = { reliable = "yes" }\n', "Expected `bool"),
        ('[policies]\nmine = "nowhere.py"\n', "there is no file"),
        ('[policies]\nucdp = "mine.py"\n', "is the name of a policy that is shipped"),
    ],
)
def test_a_faulty_configuration_is_refused_with_its_name(
    tmp_path: Path, text: str, said: str
) -> None:
    path = configured(tmp_path, text, mine=MINE)
    with pytest.raises(UsageError) as error:
        load(path)
    assert said in str(error.value)
    assert str(path) in str(error.value)


GOOD = COUNT.format(body="return ()")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (GOOD, 'NAME is missing; expected NAME = "mine/1"'),
        ('NAME = "yours/1"' + GOOD, "NAME is 'yours/1'"),
        ('NAME = "mine"' + GOOD, "NAME is 'mine'"),
        (MINE, "there is no function count(positions, case)"),
        (MINE + "def count(:\n", "cannot be loaded: SyntaxError"),
        (MINE + "import nowhere_at_all\n", "cannot be loaded: ModuleNotFoundError"),
        (MINE + COUNT.format(body="return positions[99]"), "count() raised IndexError"),
        (MINE + COUNT.format(body="return 1 / 0"), "mine.py line 6"),
        (MINE + COUNT.format(body="return None"), "count() returned None; expected Figures"),
        (MINE + COUNT.format(body="return 'nine'"), "returned 'nine'; expected Figures"),
        (MINE + COUNT.format(body="return [{'low': 9}]"), "expected cenotaph.model.Figure"),
    ],
)
def test_a_faulty_policy_is_refused_with_its_file_and_what_would_be_right(
    tmp_path: Path, ledger: Path, code: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config = configured(tmp_path, '[policies]\nmine = "mine.py"\n', mine=code)
    words = ["show", "--ledger", str(ledger), "--policy", "mine", "--config", str(config)]
    assert main(words) == 2
    told_ = capsys.readouterr().err
    assert said in told_
    assert "mine.py" in told_


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("low=top, high=top", "low='nine', high=top"),
        ("low=top, high=top", "low=9, high=3"),
    ],
)
def test_a_figure_that_cannot_be_is_not_let_into_the_record(
    tmp_path: Path, ledger: Path, change: str, said: str
) -> None:
    code = OWN.read_text(encoding="utf-8").replace(change, said)
    config = load(configured(tmp_path, '[policies]\nhighest = "h.py"\n', h=code))
    with Ledger.open(ledger) as opened, pytest.raises(UsageError, match="figure"):
        current(opened, "highest", config)


def test_a_figure_must_rest_on_claims_that_it_was_given(tmp_path: Path, ledger: Path) -> None:
    own = OWN.read_text(encoding="utf-8")
    bare = own.replace(
        "    return tuple(found)",
        "    import msgspec\n"
        "    return [msgspec.structs.replace(f, claims=('made up',)) for f in found]",
    )
    config = load(configured(tmp_path, '[policies]\nhighest = "h.py"\n', h=bare))
    with Ledger.open(ledger) as opened, pytest.raises(UsageError, match="was not given"):
        current(opened, "highest", config)


def test_two_figures_for_one_kind_of_people_are_refused(tmp_path: Path, ledger: Path) -> None:
    own = OWN.read_text(encoding="utf-8")
    twice = own.replace("return tuple(found)", "return tuple(found) * 2")
    config = load(configured(tmp_path, '[policies]\nhighest = "h.py"\n', h=twice))
    with Ledger.open(ledger) as opened, pytest.raises(UsageError, match="two figures"):
        current(opened, "highest", config)


def test_an_unknown_policy_is_refused_and_ones_own_are_named(tmp_path: Path) -> None:
    own = OWN.read_text(encoding="utf-8")
    config = load(configured(tmp_path, '[policies]\nhighest = "h.py"\n', h=own))
    with pytest.raises(UsageError, match=r"known: acled.*highest.*ucdp"):
        config.counting("lowest")


def test_the_policy_that_the_documentation_shows_counts(tmp_path: Path, ledger: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "counting.md").read_text(encoding="utf-8")
    code = page.split("```python\n")[1].split("```")[0]
    toml = page.split("```toml\n")[1].split("```")[0].replace("policies/highest.py", "highest.py")
    config = configured(tmp_path, toml, highest=code)
    row = published(ledger, "--policy", "highest", "--config", str(config))
    assert str(row["policy"]).startswith("highest/1 (threshold 0.6; reliable: Delta Herald;")
