"""A template and what it prints -> one page of the site."""

from __future__ import annotations

from cenotaph.pages.templates import environment

File = tuple[str, bytes]  # name, with its folders, and content


class Frame:
    """What all pages of one site have in common; `carried` says in a sentence what they print."""

    def __init__(self, policy: str, carried: str, *, names: bool, keyed: bool) -> None:
        self._facts = {
            "policy": policy,
            "carried": carried,
            "names": names,
            "id": "Keyed id" if keyed else "SHA-256",  # what names a document
        }
        self._templates = environment()

    def page(self, name: str, template: str, /, **printed: object) -> File:
        """Return a page; its name has no suffix: "incidents/9b22"."""
        made = self._templates.get_template(f"site/{template}").render(
            site=self._facts, root="../" * name.count("/"), here=name, **printed
        )
        return f"{name}.html", made.encode("utf-8", "replace")

    def plain(self, name: str, template: str, /, **printed: object) -> File:
        """Return a file that is no page of the site's."""
        made = self._templates.get_template(f"site/{template}").render(**printed)
        return name, made.encode("utf-8", "replace")
