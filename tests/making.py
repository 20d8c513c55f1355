"""Small makers of values, so that a test shows only what it is about."""

from __future__ import annotations

import msgspec

from cenotaph.model import (
    Account,
    Assertion,
    Capture,
    Claim,
    Document,
    Mention,
    People,
    Place,
    Responsibility,
    Span,
    Speaker,
    Target,
    Toll,
    When,
    identified,
    mention_id,
)

ALEPPO = Place(
    name="Aleppo", geonames="170063", lat=36.2, lon=37.16, country="SY", precision="town"
)
HOMS = Place(name="Homs", geonames="169577", lat=34.73, lon=36.72, country="SY", precision="town")


def killed(low: int | None, high: int | None = -1, **more: object) -> Toll:
    """Return a toll of the dead; without a ceiling given, exactly `low`."""
    return _toll("killed", low, high, **more)


def injured(low: int | None, high: int | None = -1, **more: object) -> Toll:
    """Return a toll of the injured."""
    return _toll("injured", low, high, **more)


def _toll(outcome: str, low: int | None, high: int | None, **more: object) -> Toll:
    ceiling = low if high == -1 else high
    people = more.pop("people", People())
    return msgspec.convert(
        {
            "is": "Toll",
            "outcome": outcome,
            "count": {"is": "Count", "low": low, "high": ceiling},
            "people": msgspec.to_builtins(people),
            **more,
        },
        Toll,
    )


def day(iso: str | None, last: str | None = None) -> When:
    """Return a resolved day or interval."""
    end = last or iso
    return When(
        words="that day",
        timex="XXXX",
        first=iso,
        last=end,
        precision="day" if iso == end else "about",
    )


def account(
    text: str,
    *values: Assertion | Claim,
    event_type: str = "Explosions/Remote violence",
    sub_event_type: str | None = "Air/drone strike",
) -> Account:
    """Return an account of one event whose claims all quote its first sentence."""
    document = Document.of(text)
    head = Span(start=0, end=max(1, text.find(" ")))
    mention = mention_id(document.id, head)
    end = text.find(".") + 1 or len(text)
    claims = [
        v if isinstance(v, Claim) else claim(document, v, about=mention, start=n, end=end)
        for n, v in enumerate(values)
    ]
    return Account(
        document=document,
        mentions=(
            Mention(
                id=mention,
                document=document.id,
                span=head,
                event=mention,
                event_type=event_type,
                sub_event_type=sub_event_type,
            ),
        ),
        claims=tuple(claims),
    )


def claim(
    document: Document,
    value: Assertion,
    *,
    about: str | None,
    start: int = 0,
    end: int = 10,
) -> Claim:
    """Return a narrator's claim about a mention."""
    return identified(
        Claim(
            id="",
            document=document.id,
            value=value,
            evidence=Span(start=start, end=end),
            sentence=Span(start=0, end=end),
            about=about,
            stance="blames" if isinstance(value, Responsibility) else "asserts",
            extractor="tests",
        )
    )


def said_by(told: Account, name: str, role: str | None = None, side: str | None = None) -> Account:
    """Return the account with every claim in a speaker's mouth."""
    speaker = msgspec.convert({"is": "Speaker", "name": name, "role": role, "side": side}, Speaker)
    claims = tuple(
        identified(msgspec.structs.replace(c, voice="speaker", speaker=speaker))
        for c in told.claims
    )
    return msgspec.structs.replace(told, claims=claims)


def capture(
    told: Account, published: str | None, publisher: str | None = None, ref: str | None = None
) -> Capture:
    """Return how an account was received."""
    return Capture(
        document=told.document.id,
        raw="0" * 64,
        ref=ref or told.document.text[:20],
        published=published,
        publisher=publisher,
    )


HOSPITAL = Target(name="hospital", category="hospital")
