"""What a record says of an incident in a few words."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cenotaph import pipeline
from cenotaph.model import Attribute, Place, incident_title
from ledgers import SHELL, filled


@pytest.mark.parametrize(
    ("name", "told"),
    [("SAN VICENTE", "San Vicente"), ("UAE", "UAE"), ("N'Djamena", "N'Djamena"), ("Ham", "Ham")],
)
def test_a_town_that_a_wire_wrote_in_capitals_has_a_calm_title(
    name: str, told: str, tmp_path: Path
) -> None:
    with filled(tmp_path / "cenotaph.db", SHELL) as ledger:
        incident = pipeline.current(ledger).incidents[0]
    place = Attribute(value=Place(name=name, precision="town"), claims=())
    titled = incident_title(msgspec.structs.replace(incident, place=place))
    assert f" in {told}" in titled
