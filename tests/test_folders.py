"""Folders appear whole, replace what we made and nothing else, and survive whoever stops them."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cenotaph.errors import UsageError
from cenotaph.folders import exchanged
from cenotaph.output import file, folder, new_folder


def test_a_folder_is_replaced_whole_and_only_if_it_was_made_here(tmp_path: Path) -> None:
    made = tmp_path / "charts"
    folder(made, [("a.svg", b"one"), ("deep/er/c.svg", b"three")])
    folder(made, [("b.svg", b"two")])
    assert sorted(p.name for p in made.rglob("*")) == [".cenotaph", "b.svg"]
    mine = tmp_path / "mine"
    mine.mkdir()
    folder(mine, [("b.svg", b"two")])  # an empty folder holds nothing of anybody's
    (mine / "notes.txt").write_text("kept")
    with pytest.raises(UsageError, match=r"notes\.txt: was not put there by us"):
        folder(mine, [("b.svg", b"three")])
    assert (mine / "b.svg").read_bytes() == b"two"
    (mine / ".cenotaph").unlink()
    with pytest.raises(UsageError, match="not made here"):
        folder(mine, [("b.svg", b"three")])
    with pytest.raises(UsageError, match="not made here"):
        folder(mine / "notes.txt", [("b.svg", b"three")])
    assert (mine / "notes.txt").read_text() == "kept"


def test_a_folder_that_could_not_be_filled_leaves_the_old_one(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a.svg", b"two"
        raise OSError(errno.ENOSPC, "the disk is full")

    made = tmp_path / "charts"
    folder(made, [("a.svg", b"one")])
    with pytest.raises(OSError, match="full") as told:
        folder(made, broken())
    assert told.value.filename == str(made)
    assert (made / "a.svg").read_bytes() == b"one"
    assert [p.name for p in tmp_path.iterdir()] == ["charts"]


def test_a_link_to_a_folder_of_ours_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    made, link = tmp_path / "charts", tmp_path / "latest"
    folder(made, [("a.svg", b"one")])
    link.symlink_to(made)
    folder(link, [("a.svg", b"two")])
    assert (link.is_symlink(), (made / "a.svg").read_bytes()) == (True, b"two")
    made.rename(tmp_path / "moved")
    with pytest.raises(UsageError, match=r"is a link to .*charts, which is not there"):
        folder(link, [("a.svg", b"three")])


def test_a_link_that_somebody_laid_into_our_folder_is_theirs(tmp_path: Path) -> None:
    made, theirs = tmp_path / "charts", tmp_path / "theirs"
    theirs.mkdir()
    folder(made, [("a.svg", b"one")])
    (made / "more").symlink_to(theirs)
    with pytest.raises(UsageError, match="more: was not put there by us"):
        folder(made, [("a.svg", b"two")])


def test_where_a_folder_cannot_be_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for make in (folder, new_folder):
        with pytest.raises(NotADirectoryError) as told:
            make(tmp_path / "file" / "charts", [])
        assert told.value.filename == str(tmp_path / "file")


def test_a_release_on_a_full_disk_tells_what_was_asked_for(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a", b"one"
        raise OSError(errno.ENOSPC, "the disk is full")

    with pytest.raises(OSError, match="full") as told:
        new_folder(tmp_path / "v1", broken())
    assert told.value.filename == str(tmp_path / "v1")
    assert list(tmp_path.iterdir()) == []


def test_two_folders_change_places_in_one_step_where_the_system_can(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for made in (one, other):
        made.mkdir()
        (made / "name").write_text(made.name)
    could = exchanged(one, other)
    assert could or sys.platform not in {"linux", "darwin"}
    assert (one / "name").read_text() == ("other" if could else "one")
    assert not exchanged(one, tmp_path / "none")
    assert one.is_dir()


def test_who_reads_a_folder_that_is_replaced_finds_it_whole_at_any_moment(tmp_path: Path) -> None:
    made, missed, done = tmp_path / "charts", [], threading.Event()
    folder(made, [("a.svg", b"0")])

    def read() -> None:
        while not done.is_set():
            if not (made / "a.svg").exists():
                missed.append(time.monotonic())

    reader = threading.Thread(target=read)
    reader.start()
    for n in range(200):
        folder(made, [("a.svg", b"%d" % n)])
    done.set()
    reader.join()
    assert missed == []


_REPLACING = """
import itertools, sys
from pathlib import Path
from cenotaph.output import folder
for n in itertools.count(1):
    folder(Path(sys.argv[1]), [(f"{i}.svg", b"%d" % n) for i in range(20)])
    if n == 3:
        print("begun", flush=True)
"""


@pytest.mark.parametrize("after", [0.0, 0.003, 0.011])
def test_who_is_killed_while_replacing_leaves_a_whole_folder(tmp_path: Path, after: float) -> None:
    made = tmp_path / "charts"
    command = [sys.executable, "-c", _REPLACING, str(made)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(after)
        running.send_signal(signal.SIGKILL)
    assert len({p.read_bytes() for p in made.glob("*.svg")}) == 1
    assert len(list(made.glob("*.svg"))) == 20
    folder(made, [("a.svg", b"anew")])
    assert [p.name for p in made.glob("*.svg")] == ["a.svg"]


_WAITING = """
import sys, time
from pathlib import Path
from cenotaph.output import ending_cleanly, file, folder, together
def pages():
    yield "a.svg", b"two"
    print("begun", flush=True)
    time.sleep(60)
with ending_cleanly():
    if sys.argv[2] == "folder":
        folder(Path(sys.argv[1]), pages())
    else:
        with together(Path(sys.argv[1])) as (out,):
            out.write(b"two")
            out.flush()
            list(pages())
"""


@contextmanager
def _waiting(path: Path, kind: str) -> Iterator[subprocess.Popen[bytes]]:
    """Yield a process that is in the middle of writing something."""
    command = [sys.executable, "-c", _WAITING, str(path), kind]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        running.stdout.readline()
        yield running
        running.kill()


def _write(path: Path, kind: str) -> None:
    if kind == "folder":
        folder(path, [("a.svg", b"one")])
    else:
        file(path, b"one")


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_who_is_asked_to_end_takes_away_what_is_not_whole(tmp_path: Path, kind: str) -> None:
    _write(tmp_path / "r", kind)
    with _waiting(tmp_path / "r", kind) as running:
        assert len(list(tmp_path.iterdir())) == 2
        running.send_signal(signal.SIGTERM)
        running.wait()
    assert [p.name for p in tmp_path.iterdir()] == ["r"]


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_a_killed_run_left_is_taken_away_and_what_another_is_at_stays(
    tmp_path: Path, kind: str
) -> None:
    theirs = tmp_path / ".r.notes.part"
    theirs.write_text("kept")
    for number in (1, 2):
        with _waiting(tmp_path / "r", kind) as running:
            parts = set(tmp_path.glob(".r.????????.part"))
            _write(tmp_path / "r", kind)
            assert set(tmp_path.glob(".r.????????.part")) == parts, number
            assert len(parts) == 1
            running.kill()
            running.wait()
        assert set(tmp_path.glob(".r.????????.part")) == parts
    _write(tmp_path / "r", kind)
    assert {p.name for p in tmp_path.iterdir()} == {"r", theirs.name}


def test_what_was_stopped_between_two_renames_is_taken_up(tmp_path: Path) -> None:
    made, beside = tmp_path / "charts", tmp_path / ".charts.k3y.old"
    folder(made, [("a.svg", b"one")])
    made.rename(beside)  # as it stands where no system call exchanges two folders
    theirs = tmp_path / ".charts.their.old"
    theirs.mkdir()
    (theirs / "notes.txt").write_text("kept")

    def broken() -> Iterator[tuple[str, bytes]]:
        raise OSError(errno.ENOSPC, "the disk is full")
        yield

    with pytest.raises(OSError, match="full"):
        folder(made, broken())
    assert (made / "a.svg").read_bytes() == b"one"
    made.rename(beside)
    folder(made, [("a.svg", b"two")])
    folder(beside, [("a.svg", b"left over")])
    folder(made, [("a.svg", b"three")])
    assert (made / "a.svg").read_bytes() == b"three"
    assert not beside.exists()
    assert (theirs / "notes.txt").read_text() == "kept"
