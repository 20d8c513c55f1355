"""The wheel holds all that is needed: built, installed by itself, it runs the demo elsewhere."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts")).name  # "bin", or "Scripts" on Windows


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-index", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it, beside the present one's dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / SCRIPTS / "python"
    site = {"base": str(folder), "platbase": str(folder)}
    # A folder named in a .pth file is searched, but its own .pth files are not read: so the present
    # environment lends its dependencies and not its editable Cenotaph.
    path = Path(sysconfig.get_path("purelib", "venv", site)) / "beside.pth"
    path.write_text(sysconfig.get_path("purelib"))
    pip("--python", str(python), "install", "--no-index", str(wheel))
    return folder / SCRIPTS


def pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words, "--no-deps"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "CENOTAPH"))}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    package = ROOT / "src"
    wanted = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert "cenotaph/data/gazetteer.sqlite" in wanted
    assert wanted - held == set()


def test_the_wheel_carries_license_and_notice(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name for name in archive.namelist() if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE"} <= names


def test_what_is_installed_is_the_wheel_and_not_the_source(elsewhere: Path, tmp_path: Path) -> None:
    where = "import cenotaph, spacy; print(cenotaph.__file__)"
    told = run(elsewhere / "python", "-c", where, cwd=tmp_path)
    assert told.returncode == 0, told.stderr
    assert Path(told.stdout.strip()).is_relative_to(elsewhere.parent)


def test_the_demo_runs_from_another_folder(elsewhere: Path, tmp_path: Path) -> None:
    told = run(elsewhere / "cenotaph", "demo", cwd=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "a machine's reading that nobody has checked" in told.stdout
    page = tmp_path / "cenotaph-demo" / "record.html"
    assert "</html>" in page.read_text(encoding="utf-8")
