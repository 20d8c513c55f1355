"""A bench's figures -> its file in bench/frozen, with the day, the machine and the commit."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def freeze(name: str, found: dict[str, Any]) -> None:
    """Write figures to frozen/NAME.json."""
    git = ["git", "-C", str(_HERE), "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(git, stdout=subprocess.PIPE, check=True, text=True).stdout.strip()
    whole = {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),  # noqa: TID251 # a bench has a clock
        "commit": commit,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        **found,
    }
    (_HERE / "frozen" / f"{name}.json").write_text(json.dumps(whole, indent=1) + "\n", "utf-8")
