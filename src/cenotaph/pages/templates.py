"""The templates of pages, from the package's own data."""

from __future__ import annotations

from importlib import resources

import jinja2


def environment() -> jinja2.Environment:
    """Return an environment that finds templates by their path below `data`."""
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(asset),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def asset(name: str) -> str:
    """Return a text file of the package's data, such as "page/page.css"."""
    return resources.files("cenotaph").joinpath("data", *name.split("/")).read_text("utf-8")
