"""Templates in each language of the interface."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from importlib import resources

import jinja2
from markupsafe import Markup

from cenotaph.pages.values import decided_words
from cenotaph.web.assets import Assets
from cenotaph.web.views.changed import told
from cenotaph.web.views.phrases import (
    aspect_words,
    name_words,
    phrase,
    reason_words,
    speaker_words,
    stamp,
    title_words,
)
from cenotaph.web.views.refusals import refusal
from cenotaph.web.visit import Entry
from cenotaph.web.words import OWN, Language


def environments(
    known: Mapping[str, Language], assets: Assets, entries: Sequence[Entry]
) -> dict[str, jinja2.Environment]:
    """Return what renders the pages, by language; `entries` are the navigation's."""
    folder = resources.files("cenotaph").joinpath("data", "desk", "templates")

    def load(name: str) -> str | None:
        file = folder.joinpath(name)
        return file.read_text("utf-8") if file.is_file() else None

    found = {}
    for code, language in known.items():
        one = jinja2.Environment(
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=jinja2.FunctionLoader(load),
            extensions=["jinja2.ext.i18n"],
        )
        one.install_gettext_translations(language.strings, newstyle=True)  # type: ignore[attr-defined]
        names = [(c, known[c].name) for c in known if c != code]
        one.globals.update(other_languages=names)
        one.globals.update(language=code, asset=assets.address, entries=entries, say=language.say)
        words = partial(phrase, say=language.say)
        one.globals.update(said=partial(decided_words, say=words), phrase=words, stamp=stamp)
        for tell in (refusal, reason_words, title_words, speaker_words, name_words, aspect_words):
            one.globals[tell.__name__] = partial(tell, say=language.say)
        one.globals.update(tongue=partial(_tongue, language=language))
        one.globals.update(change_words=partial(told, language=language))
        found[code] = one
    return found


def _tongue(words: str, language: Language) -> Markup:
    """Return the attribute that says that words are English, where a reader's are others."""
    same = language.code != OWN and refusal(words, language.say) == words
    return Markup(' lang="en"') if same else Markup()
