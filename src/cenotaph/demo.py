"""The made-up accounts that come with the package -> a folder to look into."""

from importlib import resources
from pathlib import Path


def lay_out(folder: Path) -> Path:
    """Copy the example accounts into a folder of their own, and return that."""
    accounts = folder / "accounts"
    accounts.mkdir(parents=True, exist_ok=True)
    for example in resources.files("cenotaph").joinpath("data", "demo").iterdir():
        if example.name != "README":
            (accounts / example.name).write_bytes(example.read_bytes())
    return accounts
