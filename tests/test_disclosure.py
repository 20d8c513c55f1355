"""Keys, a user's own profiles, and the command that passes a record on."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cenotaph import secret
from cenotaph.cli import main
from cenotaph.config import load
from cenotaph.disclosure import disclosure
from cenotaph.errors import UsageError
from cenotaph.model import Victim
from cenotaph.redaction import SHIPPED
from ledgers import filled
from ledgers import told as telling
from making import killed

PARTNER = SHIPPED["partner"]


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = secret.beside(str(tmp_path / "cenotaph.db"))
    assert secret.made(path)
    assert path.stat().st_mode & 0o777 == 0o600
    first = secret.key(path)
    assert len(first) == 32
    assert not secret.made(path)
    assert secret.key(path) == first
    assert [p.name for p in tmp_path.iterdir()] == ["cenotaph.db.key"]


def test_a_key_that_others_can_read_or_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "k"
    secret.made(path)
    path.chmod(0o644)
    with pytest.raises(UsageError, match=r"mode 644.*chmod 600"):
        secret.key(path)
    path.chmod(0o600)
    path.write_text("hunter2\n")
    with pytest.raises(UsageError, match="64 hexadecimal digits"):
        secret.key(path)


def configured(folder: Path, text: str) -> Path:
    path = folder / "cenotaph.toml"
    path.write_text(text)
    return path


def test_an_own_profile_differs_from_one_that_is_shipped(tmp_path: Path) -> None:
    text = (
        '[profiles.court]\nbase = "partner"\nkey = "court.key"\nplaces = "exact"\ngrid = "none"\n'
        'keep = ["urls", "publishers"]\nquotes = 40\n'
    )
    config = load(configured(tmp_path, text))
    found = disclosure("court", config, str(tmp_path / "a.db"))
    assert found.key_file == tmp_path / "court.key"
    assert found.is_new
    assert found.key == secret.key(tmp_path / "court.key")
    assert found.profile == msgspec.structs.replace(
        PARTNER, name="court", places="exact", grid=None, quotes=40, keep=("urls", "publishers")
    )
    assert config.digest == load(configured(tmp_path, "")).digest  # it changes no record


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ('[profiles.court]\nbase = "friends"\n', "no profile 'friends'; known: public, partner"),
        ('[profiles.court]\nplaces = "street"\n', "places"),
        ('[profiles.court]\ntext = "whole"\n', r"\[profiles.court\].*needs names"),
        ("[profiles.public]\nquotes = 9\n", "shipped; choose another"),
    ],
)
def test_a_profile_that_is_wrong_is_told_so(tmp_path: Path, text: str, match: str) -> None:
    with pytest.raises(UsageError, match=match):
        load(configured(tmp_path, text))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    victim = ("Omar Haddad", Victim(outcome="killed", name="Omar Haddad"))
    account_ = telling("Shells killed Omar Haddad in Homs.", ("Shells killed", killed(1)), victim)
    with filled(str(path), account_):
        return path


def test_the_command_passes_on_by_a_profile_and_says_so(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def publish(*words: str) -> tuple[str, str]:
        assert main(["publish", "claims", "--ledger", str(ledger), *words]) == 0
        found = capsys.readouterr()
        return found.out, found.err

    public, first = publish("--profile", "public")
    assert "a new secret key" in first
    again, second = publish("--profile", "public")
    assert again == public
    assert second.startswith("claims: profile public: names replaced by pseudonyms")
    assert "new secret key" not in second
    assert "Haddad" not in public
    internal, _ = publish("--profile", "internal")
    assert internal == publish("--names")[0]
    assert "Haddad" in internal


@pytest.mark.parametrize(
    ("words", "match"),
    [
        (("--profile", "public", "--names"), "prints no names"),
        (("--profile", "partner", "--full-text"), "no whole texts"),
        (("--profile", "friends"), "known: public, partner, internal"),
    ],
)
def test_what_a_profile_does_not_pass_on_cannot_be_asked_for(
    ledger: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], match: str
) -> None:
    assert main(["publish", "html", "--ledger", str(ledger), *words]) == 2
    assert match in capsys.readouterr().err
    assert not secret.beside(str(ledger)).exists()


def test_a_claim_passed_on_is_found_again_by_who_holds_the_key(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["publish", "claims", "--ledger", str(ledger), "--profile", "public"])
    row = msgspec.json.decode(capsys.readouterr().out.splitlines()[0])
    words = ["explain", row["id"][:10], "--ledger", str(ledger)]
    assert main([*words, "--profile", "public"]) == 0
    assert "killed" in capsys.readouterr().out
    assert main(words) == 2
    assert main(["explain", "0" * 32, "--ledger", str(ledger), "--profile", "public"]) == 2


def test_no_output_takes_the_place_of_the_key(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = secret.beside(str(ledger))
    secret.made(path)
    key = secret.key(path)
    assert main(["publish", "claims", "--ledger", str(ledger), "-o", str(path)]) == 2
    assert "secret key" in capsys.readouterr().err
    assert secret.key(path) == key
