"""`./run` on a small project of the test's own: made, mended, stopped half-way; all offline.

The project has no dependencies and brings its own build backend, so the real scripts do real work:
a real virtual environment, real pip, and where uv is wanted, a wheel of that name that notes how
it was called.
"""

import hashlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETS = ("run", "build", "dev", "gazetteer", "browser", "formats", "uv")

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "cenotaph"
version = "1.0"
"""

# As little as the standard asks of a backend that installs nothing.
BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "cenotaph-1.0-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        info = "cenotaph-1.0.dist-info/"
        metadata = "Metadata-Version: 2.1\\nName: cenotaph\\nVersion: 1.0\\n"
        wheel.writestr(info + "METADATA", metadata)
        tags = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
        wheel.writestr(info + "WHEEL", tags)
        wheel.writestr(info + "RECORD", "")
    return name
"""

# Stands where uv would: notes what it was told and installs nothing.
UV = """#!/bin/sh
{ echo "called: $*"; env | grep ^UV_; } >>"$NOTES"
"""


def make_house(folder: Path) -> Path:
    house = folder / "a house"  # with a space, as on many a desktop
    (house / "requirements").mkdir(parents=True)
    shutil.copy(ROOT / "run", house)
    shutil.copytree(ROOT / "scripts", house / "scripts")
    (house / "pyproject.toml").write_text(PYPROJECT)
    (house / "backend.py").write_text(BACKEND)
    for name in SETS:
        (house / "requirements" / f"{name}.txt").write_text("")
    uv_of_no_index = f"uv==9.9.9 --hash=sha256:{'0' * 64}\n"
    (house / "requirements" / "uv.txt").write_text(uv_of_no_index)
    return house


def run(
    house: Path, *words: str, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [house / "run", *words],
        env=offline(env),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def offline(env: Mapping[str, str] | None) -> dict[str, str]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "UV_", "PYTHON"))}
    base = str(Path(sys.base_prefix) / "bin" / "python3")
    own = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PYTHON": base}
    return plain | own | dict(env or {})


def script(path: Path, text: str) -> Path:
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_house(tmp_path_factory.mktemp("run"))
    first = run(made, "cenotaph-is-no-command")
    assert first.returncode == 127, first.stderr
    assert "uv cannot be had here; going on with pip" in first.stderr
    assert "run: ready" in first.stderr
    return made


def test_without_words_it_says_how_it_is_used(tmp_path: Path) -> None:
    told = run(make_house(tmp_path))
    assert told.returncode == 2
    assert "./run cenotaph demo" in told.stderr
    assert "set -eu" not in told.stderr


def test_a_python_too_old_is_refused_with_what_to_install(tmp_path: Path) -> None:
    old = script(tmp_path / "python3", '[ "$1" = --version ] && echo "Python 3.8.1"; exit 1\n')
    told = run(make_house(tmp_path), "cenotaph", env={"PYTHON": str(old)})
    assert told.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13; found: Python 3.8.1" in told.stderr
    assert "apt install python3 python3-venv" in told.stderr


def test_a_python_without_venv_is_refused_with_what_to_install(tmp_path: Path) -> None:
    bare = script(tmp_path / "python3", 'case "$2" in *venv*) exit 1 ;; esac\n')
    told = run(make_house(tmp_path), "cenotaph", env={"PYTHON": str(bare)})
    assert told.returncode == 1
    assert "no working 'venv' module" in told.stderr
    assert "apt install python3-venv" in told.stderr


def test_the_words_run_in_the_environment_and_keep_their_exit_status(house: Path) -> None:
    where = run(house, "python", "-c", "import sys; print(sys.prefix); sys.exit(7)")
    assert where.stdout.strip() == str(house / ".venv")
    assert where.returncode == 7
    assert where.stderr == ""


def test_words_with_spaces_stay_whole(house: Path) -> None:
    told = run(house, "python", "-c", "import sys; print(sys.argv[1:])", "a b", "", "$c")
    assert told.stdout.strip() == "['a b', '', '$c']"


def test_it_runs_from_another_folder_and_leaves_it_alone(house: Path, tmp_path: Path) -> None:
    here = subprocess.run(
        [house / "run", "pwd"],
        cwd=tmp_path,
        env=offline(None),
        capture_output=True,
        text=True,
        check=True,
    )
    assert here.stdout.strip() == str(tmp_path)


def test_from_the_second_use_on_it_costs_less_than_three_tenths_of_a_second(house: Path) -> None:
    run(house, "true")
    costs = []
    for _ in range(5):
        begin = time.perf_counter()
        run(house, "true")
        costs.append(time.perf_counter() - begin)
    assert min(costs) < 0.3


def test_changed_pins_are_installed_at_the_next_use(house: Path) -> None:
    (house / "requirements" / "run.txt").write_text("# other pins\n")
    assert "run: installing requirements/" in run(house, "true").stderr
    assert run(house, "true").stderr == ""


def test_pins_that_cannot_be_had_stop_it_every_time(house: Path) -> None:
    pins = house / "requirements" / "dev.txt"
    before = pins.read_text()
    pins.write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n")
    for _ in range(2):
        told = run(house, "echo", "reached")
        assert told.returncode != 0
        assert "reached" not in told.stdout
    pins.write_text(before)
    assert run(house, "echo", "reached").stdout == "reached\n"


def test_a_set_up_killed_half_way_is_begun_anew(house: Path) -> None:
    (house / "requirements" / "run.txt").write_text("# again other pins\n")
    begun = subprocess.Popen(
        [house / "run", "true"],
        env=offline(None),
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    while not (house / ".venv" / "unfinished").exists():
        assert begun.poll() is None
        time.sleep(0.01)
    os.killpg(begun.pid, signal.SIGKILL)
    begun.wait()
    assert (house / ".venv.lock").exists()
    left = house / ".venv" / "left-half-written"
    left.touch()
    told = run(house, "true")
    assert told.returncode == 0, told.stderr
    assert "run: making .venv" in told.stderr
    assert not left.exists()
    assert run(house, "true").stderr == ""


def test_two_first_uses_at_once_wait_for_each_other(house: Path) -> None:
    (house / "requirements" / "run.txt").write_text("# and other pins\n")
    both = [
        subprocess.Popen(
            [house / "run", "true"], env=offline(None), stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    told = [one.communicate(timeout=120)[1] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sum("run: installing requirements/" in text for text in told) == 1
    assert not (house / ".venv.lock").exists()


def test_uv_is_told_what_pip_is_set_to(tmp_path: Path) -> None:
    house = make_house(tmp_path)
    links = tmp_path / "links"
    pin = house / "requirements" / "uv.txt"
    pin.write_text(f"uv==9.9.9 --hash=sha256:{uv_wheel(links)}\n")
    notes = tmp_path / "notes"
    config = tmp_path / "pip.conf"
    config.write_text(
        "[global]\nindex-url = https://main.invalid/simple\n"
        f"extra-index-url =\n    https://b.invalid\n    https://c.invalid\nno-index = true\n"
        f"find-links = {links}\n"
    )
    settings = {
        "PIP_CONFIG_FILE": str(config),
        "PIP_NO_INDEX": "1",
        "PIP_USER": "1",  # fits no environment of its own, so it must not count
        "PIP_INDEX_URL": "https://from-the-environment.invalid/simple",
        "NOTES": str(notes),
    }
    told = run(house, "true", env=settings)
    assert told.returncode == 0, told.stderr
    told_uv = notes.read_text().splitlines()
    assert "UV_DEFAULT_INDEX=https://from-the-environment.invalid/simple" in told_uv
    assert "UV_INDEX=https://b.invalid https://c.invalid" in told_uv
    assert f"UV_FIND_LINKS={links}" in told_uv
    assert "UV_INDEX_STRATEGY=unsafe-best-match" in told_uv
    pins, project = (line for line in told_uv if line.startswith("called:"))
    assert "--require-hashes -r requirements/run.txt -r requirements/build.txt" in pins
    assert project.endswith("--no-deps --no-build-isolation --editable .")


def uv_wheel(folder: Path) -> str:
    """Write a wheel with one script named uv; return its SHA-256."""
    folder.mkdir()
    path = folder / "uv-9.9.9-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        uv = zipfile.ZipInfo("uv-9.9.9.data/scripts/uv")
        uv.external_attr = (stat.S_IFREG | 0o755) << 16
        wheel.writestr(uv, UV)
        info = "uv-9.9.9.dist-info/"
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\nName: uv\nVersion: 9.9.9\n")
        wheel.writestr(
            info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(info + "RECORD", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()
