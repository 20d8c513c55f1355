"""What every reader must hold to; a new one is tested unedited."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cenotaph.errors import ReadError
from cenotaph.model import Entry, Refused
from cenotaph.read import readers

EVERY = pytest.mark.parametrize("suffix", readers())
BROKEN = (
    b"\x00" * 300,
    b"\xff\xfe" + b"\x00\xd8" * 50,  # UTF-16 with halves of characters
    b"<" * 5000,
    b"<p>" * 3000,
    b"{" * 5000,
    b"[" * 100_000,
    b'{"text": "' + b"a" * 300,
    b'{"text": 1}',
    b"PK\x03\x04" + bytes(range(256)),
    "\ud7ff\ufffe\u202e".encode(),
)
# What `read` may raise: the folder's reader reports these and goes on to the next file.
REPORTED = (ReadError, UnicodeError)


def read(suffix: str, raw: bytes) -> list[Entry | Refused]:
    try:
        return list(readers()[suffix].read(raw, f"file{suffix}"))
    except REPORTED as error:
        return [Refused("file", str(error))]


@EVERY
def test_its_suffixes_are_lower_case_and_its_own(suffix: str) -> None:
    assert suffix == suffix.lower()
    assert suffix.startswith(".")
    modules = {id(module): module for module in readers().values()}.values()
    assert [s for module in modules for s in module.SUFFIXES].count(suffix) == 1


@EVERY
@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_refused_or_read_and_never_stops_the_rest(suffix: str, raw: bytes) -> None:
    for one in read(suffix, raw):
        assert isinstance(one, Entry) or one.why


@EVERY
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(raw=st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_no_bytes_make_it_fail_in_a_way_that_is_not_reported(suffix: str, raw: bytes) -> None:
    for one in read(suffix, raw):
        assert isinstance(one, Entry) or one.why
