"""Notes of event databases: a paragraph an incident, in the manner of several of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from expected import Account, Expected
from report_making import Making, said
from wording import capital


def composed(lot: random.Random) -> Account:
    """Return one to four notes of one database, told one below the other."""
    style = lot.choice(sorted(_STYLES))
    first = Making.drawn(lot)
    first.way = lot.randint(0, 59)
    notes: list[tuple[str, Expected]] = []
    towns = lot.sample(first.land.towns, len(first.land.towns))
    for town in towns[: lot.randint(1, 3)]:
        first.town, first.day = town, first.day + timedelta(days=lot.randint(1, 5))
        first.low, first.hurt = lot.randint(2, 30), lot.randint(2, 40)
        note = _STYLES[style](first)
        if notes or _with_victims(note[1]):  # the main incident has victims
            notes.append(note)
    if not notes:
        return composed(lot)
    text = lot.choice(("\n", "\n\n")).join(text for text, _ in notes)
    published = str(first.day + timedelta(days=lot.randint(5, 60)))
    return Account(text, [told for _, told in notes], [style], None, published)


def _with_victims(told: Expected) -> bool:
    return any(told.get(k) not in {None, (0, 0)} for k in ("killed", "injured"))


def _told(made: Making, **fields: object) -> Expected:
    told: Expected = {"day": str(made.day), "town": made.town}
    told.update(fields)  # type: ignore[typeddict-item]
    return told


def _terror(made: Making) -> tuple[str, Expected]:
    """Month before day, a weekday, assailants, and who claimed it."""
    lot, day = made.lot, made.day
    low, hurt = made.low, made.hurt
    where = f"{made.town} city, {made.land.name}"
    what, casualties = lot.choice((
        ("assailants detonated a car bomb near a police post in {where}.", "blast"),
        ("assailants opened fire on a military checkpoint in {where}.", "assault"),
        ("an explosive device detonated at a market in {where}.", "blast"),
        ("a suicide bomber detonated an explosives vest inside a mosque in {where}.", "blast"),
        ("assailants attacked a village near {where}.", "attack"),
        ("gunmen fired on a passenger bus in {where}.", "attack"),
    ))  # fmt: skip
    form, killed, injured = lot.choice((
        ("At least {low} people were killed and {hurt} injured in the {c}.", (low, None),
         (hurt, hurt)),
        ("{Low} people were killed and {hurt} were wounded in the {c}.", (low, low), (hurt, hurt)),
        ("{Low} people, including one assailant, were killed and {hurt} were injured in the {c}.",
         (low, low), (hurt, hurt)),
        ("{Low} civilians were killed in the {c}.", (low, low), None),
        ("At least {hurt} people were injured in the {c}.", None, (hurt, None)),
        ("There were no reported casualties in the {c}.", (0, 0), (0, 0)),
        ("In addition to the assailant, {low} people were killed and {hurt} injured in the {c}."
         if "suicide" in what else "{Low} soldiers were killed and {hurt} injured in the {c}.",
         {(low, low), (low + 1, low + 1)} if "suicide" in what else (low, low), (hurt, hurt)),
        ("Casualties resulting from the {c} are unknown.", None, None),
    ))  # fmt: skip
    claim, blamed = lot.choice((
        ("No group claimed responsibility for the incident.", None),
        (f"{capital(made.land.blamed)} claimed responsibility for the incident.", made.land.blamed),
        ((f"{capital(made.land.blamed)} claimed responsibility and stated that the attack was "
          "carried out in retaliation for a raid."), made.land.blamed),
        (f"Sources attributed the attack to {made.land.blamed}.", made.land.blamed),
        (("No group claimed responsibility; however, sources suspected that it was carried out by "
         f"{made.land.blamed}."), made.land.blamed),
    )) if made.land.blamed in {"JNIM", "ADF", "Boko Haram", "ELN", "Taliban"} else (
        "No group claimed responsibility for the incident.", None)  # fmt: skip
    if made.land.blamed == "Taliban":
        claim = claim.replace("Taliban", "the Taliban").replace(
            "the Taliban claimed", "The Taliban claimed"
        )
        claim = capital(claim)
    text = (
        f"{day:%m/%d/%Y}: On {day:%A}, {what} {form} {claim}"
    ).replace("{where}", where).replace("{c}", casualties)  # fmt: skip
    text = text.replace("{low}", said(low)).replace("{Low}", capital(said(low))).replace(
        "{hurt}", said(hurt))  # fmt: skip
    told = _told(made, killed=killed)
    if injured is not None:
        told["injured"] = injured
    if blamed:
        told["blamed"] = frozenset({blamed})
    return text, told


def _conflict(made: Making) -> tuple[str, Expected]:
    """A day, an actor, a place in brackets, and fatalities in a word."""
    lot, low = made.lot, made.low
    on = f"{made.day.day} {made.day:%B} {made.day.year}"
    party = capital(made.land.party)
    act = lot.choice((
        f"On {on}, {made.land.party} attacked soldiers in {made.town} ({made.land.name}).",
        f"On {on}, {made.land.party} killed civilians in {made.town}.",
        f"On {on}, {made.land.party} clashed with the army in {made.town} ({made.land.name}).",
        f"On {on}, {made.land.party} shelled {made.town}.",
        f"On {on}, {made.land.party} ambushed an army convoy near {made.town}.",
    ))  # fmt: skip
    act = made.always((act, act, act.replace(f"On {on}, {made.land.party}", f"{on}: {party}")))
    form, killed, injured = lot.choice((
        ("{low} fatalities reported.", (low, low), None),
        ("{low} fatalities.", (low, low), None),
        ("There were {low} reported fatalities.", (low, low), None),
        ("{low} people were killed, and {hurt} were injured.", (low, low), (made.hurt,) * 2),
        ("Fatalities unknown.", None, None),
        ("No fatalities reported.", (0, 0), None),
        ("At least {low} fatalities were reported.", (low, None), None),
        ("{hurt} people were wounded. No fatalities.", (0, 0), (made.hurt,) * 2),
    ))  # fmt: skip
    text = f"{act} " + capital(form.replace("{low}", said(low)).replace("{hurt}", said(made.hurt)))
    told = _told(made, killed=killed)
    if injured:
        told["injured"] = injured
    return text, told


def _estimates(made: Making) -> tuple[str, Expected]:
    """Best, low and high estimates."""
    lot, low = made.lot, made.low
    high, best = low + 6, low + 2
    on = f"{made.day.day} {made.day:%B} {made.day.year}"
    act = made.always((
        f"{on}, {made.town}, {made.land.name}. {capital(made.land.party)} attacked civilians.",
        f"On {on}, {made.land.party} attacked {made.town}.",
        f"On {on}, fighting between {made.land.party} and the army took place in {made.town}.",
    ))  # fmt: skip
    form = lot.choice((
        f"Deaths: best estimate {best}, low {low}, high {high}.",
        f"Best estimate of deaths: {best} (low {low}, high {high}).",
        f"Fatalities: {low}-{high}, best estimate {best}.",
        f"Between {low} and {high} people were killed; the best estimate is {best}.",
    ))  # fmt: skip
    return f"{act} {form}", _told(made, killed=(low, high))


def _killed(made: Making) -> tuple[str, Expected]:
    """One journalist, aid worker or detainee a note."""
    lot = made.lot
    name = f"{lot.choice(('Idris', 'Samira', 'Yuri', 'Grace', 'Ali', 'Marta'))} " + lot.choice((
        "Barka", "Haddad", "Lysenko", "Mensah", "Noor", "Ortiz"))  # fmt: skip
    who = lot.choice(("a freelance photographer", "a radio reporter", ("a cameraman for a local "
                      "station"), "a rights lawyer", "a nurse", "an aid worker"))  # fmt: skip
    on = f"{made.day:%B} {made.day.day}, {made.day.year}"
    text = lot.choice((
        f"{name}, {who}, was shot dead in {made.town} on {on}.",
        f"{name}, {who}, was killed on {on}, when a shell struck a house in {made.town}.",
        f"On {on}, gunmen on a motorcycle killed {name}, {who}, outside a house in {made.town}.",
        f"{name}, {who}, died in custody in {made.town} on {on}.",
        f"{name}, {who}, was stabbed to death by unknown attackers in {made.town} on {on}.",
    ))  # fmt: skip
    more = lot.choice((
        "", " The motive was not clear.", " No one has been arrested.",
        " A colleague said that the victim had received threats in the weeks before.",
        " Police said they were investigating.",
    ))  # fmt: skip
    return text + more, _told(made, killed=(1, 1))


def _mines(made: Making) -> tuple[str, Expected]:
    """A register of explosive remnants: day, place, what, who."""
    lot = made.lot
    low, hurt = lot.randint(2, 6), lot.randint(2, 6)
    on = f"{made.day.day} {made.day:%B} {made.day.year}"
    who = lot.choice(("civilians", "children", "farmers", "shepherds", "people"))
    text = made.always((
        f"{on} – {made.town}: a landmine killed {said(low)} {who} and injured {said(hurt)}.",
        f"{on}, {made.town}: {said(low)} {who} killed and {said(hurt)} injured by a roadside bomb.",
        (f"{made.town}, {on}: unexploded ordnance detonated; {said(low)} {who} killed, "
         f"{said(hurt)} injured."),
        (f"- {on}, {made.town}, {made.land.name}: {said(low)} {who} killed, {said(hurt)} injured "
        "(anti-vehicle mine)."),
    ))  # fmt: skip
    return text, _told(made, killed=(low, low), injured=(hurt, hurt))


Style = Callable[[Making], tuple[str, Expected]]
_STYLES: dict[str, Style] = {
    "terror": _terror, "conflict": _conflict, "estimates": _estimates, "single": _killed,
    "mines": _mines,
}  # fmt: skip
